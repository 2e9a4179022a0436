// The files of a capture: a ring of pcapng files in a private folder, with a guard for the disk.
#pragma once
#include <chrono>
#include <deque>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "files/writer.h"

namespace wiretale {

struct CaptureFilesOptions {
  std::string folder;       ///< created with 0700 when it is missing
  std::string name;         ///< of the files, before number and date
  uint64_t file_bytes = 0;  ///< the next file begins then
  uint64_t files = 0;       ///< so many are kept; older ones are deleted
  uint64_t least_free = 0;  ///< bytes that stay free on the disk
  bool recycles = true;     ///< below that the oldest file goes; else the capture ends
  std::vector<std::string> comments;
};

class CaptureFiles {
 public:
  /// Opens the first file.
  [[nodiscard]] static std::expected<std::unique_ptr<CaptureFiles>, Error> open(CaptureFilesOptions options,
                                                                                const Source& source);
  ~CaptureFiles();
  CaptureFiles(const CaptureFiles&) = delete;
  CaptureFiles& operator=(const CaptureFiles&) = delete;

  [[nodiscard]] std::expected<void, Error> write(const Packet& packet);
  /// Now and then: hands over what waits and looks at the disk. The error says why the capture has to end.
  [[nodiscard]] std::expected<void, Error> tick();
  /// Ends the last file with the statistics of the source's interfaces.
  [[nodiscard]] std::expected<void, Error> finish();

  [[nodiscard]] const std::deque<std::string>& paths() const { return paths_; }
  [[nodiscard]] uint64_t packets() const { return packets_; }
  [[nodiscard]] uint64_t deleted_files() const { return deleted_; }
  [[nodiscard]] uint64_t free_bytes() const { return free_; }
  [[nodiscard]] uint64_t bytes() const { return bytes_before_ + (writer_ ? writer_->bytes() : 0); }

 private:
  CaptureFiles(CaptureFilesOptions options, const Source& source)
      : options_(std::move(options)), source_(source) {}
  [[nodiscard]] std::expected<void, Error> open_folder();
  [[nodiscard]] std::expected<void, Error> open_next();
  [[nodiscard]] bool delete_oldest();
  /// After a failed write: room is made while there are older files.
  [[nodiscard]] std::expected<void, Error> make_room(const Error& error);

  CaptureFilesOptions options_;
  const Source& source_;
  int folder_ = -1;
  std::unique_ptr<Writer> writer_;
  std::deque<std::string> paths_;
  uint64_t number_ = 0, packets_ = 0, deleted_ = 0, free_ = 0, bytes_before_ = 0;
};

}  // namespace wiretale
