// Writing the shown packets to files: -w, -F, -a, -b.
#pragma once
#include <chrono>

#include "commands/read_options.h"
#include "files/writer.h"

namespace wiretale {

class ReadWriter {
 public:
  /// The message when -F names no format that can be written.
  [[nodiscard]] static std::expected<ReadWriter, Error> make(const ReadOptions& options);

  enum class Progress : uint8_t { GoOn, Stop };
  /// Appends a packet of the source's last batch; Stop when a condition of -a is met.
  [[nodiscard]] std::expected<Progress, Error> write(const Source& source, const Packet& packet);
  /// For live captures, at the beginning and now and then: files by the clock, and what waits is handed over.
  [[nodiscard]] std::expected<Progress, Error> tick(const Source& source);
  /// Ends the file; without any packet it is an empty capture.
  [[nodiscard]] std::expected<void, Error> finish(const Source& source);

 private:
  ReadWriter(const ReadOptions& options, WriteFormat format) : options_(options), format_(format) {}
  [[nodiscard]] std::expected<void, Error> open_next(const Source& source);
  [[nodiscard]] std::string next_name();
  [[nodiscard]] std::expected<Progress, Error> next_file(const Source& source);
  [[nodiscard]] bool is_full(const Packet& packet) const;
  [[nodiscard]] std::expected<void, Error> keep_up(const Source& source);

  const ReadOptions& options_;
  WriteFormat format_;
  std::unique_ptr<Writer> writer_;
  std::vector<std::string> ring_;  ///< names of the files that -b files:N keeps
  uint64_t files_ = 0;
  size_t secrets_ = 0, names_ = 0;  ///< already written
  Time first_;
  std::chrono::steady_clock::time_point opened_{}, flushed_{};
};

}  // namespace wiretale
