// tcpdump's -w: packets into pcap files, one after the other with -C and -G.
#pragma once
#include <ctime>
#include <expected>
#include <memory>
#include <string>

#include "base/error.h"
#include "commands/dump_options.h"
#include "files/source.h"
#include "outputs/block_output.h"

namespace wiretale {

/// Writes the packets of one link type. Files are named, rotated and handed to -z's command as tcpdump does.
class DumpWriter {
 public:
  /// Opens the first file.
  [[nodiscard]] static std::expected<std::unique_ptr<DumpWriter>, Error> open(const DumpOptions& options,
                                                                              const Interface& interface);
  ~DumpWriter();
  DumpWriter(const DumpWriter&) = delete;
  DumpWriter& operator=(const DumpWriter&) = delete;

  enum class Progress : uint8_t { GoOn, FileLimitReached };
  [[nodiscard]] std::expected<Progress, Error> write(const Packet& packet, SplitTime time);
  /// Flushes; the error of any write so far. "Nobody reads any more" is none.
  [[nodiscard]] std::expected<void, Error> finish();
  [[nodiscard]] uint16_t link_type() const { return link_type_; }

 private:
  DumpWriter(const DumpOptions& options, const Interface& interface);
  [[nodiscard]] std::string next_name() const;
  [[nodiscard]] std::expected<void, Error> open_next();
  [[nodiscard]] std::expected<void, Error> close_current();
  [[nodiscard]] std::expected<Progress, Error> rotate();
  void run_after_rotation() const;

  const DumpOptions& options_;
  uint16_t link_type_;
  uint8_t header_[24];
  std::string current_name_;
  int descriptor_ = -1;
  std::unique_ptr<BlockOutput> output_;
  std::time_t opened_at_;  ///< wall clock, for -G and the name's date
  uint64_t files_by_time_ = 0;
  uint64_t number_by_size_ = 0;
};

}  // namespace wiretale
