// tcpdump's -w: packets into pcap files, one after the other with -C and -G.
#pragma once
#include <chrono>
#include <ctime>
#include <deque>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "commands/dump_options.h"
#include "files/record_file.h"
#include "files/source.h"
#include "outputs/time_stamp.h"

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

  /// NobodyReads: the other end of standard output went away.
  enum class Progress : uint8_t { GoOn, FileLimitReached, NobodyReads };
  [[nodiscard]] std::expected<Progress, Error> write(const Packet& packet, SplitTime time);
  /// For live captures, now and then: begins the next file when its time has come, and hands over what waits.
  [[nodiscard]] std::expected<Progress, Error> tick();
  /// Hands everything over.
  [[nodiscard]] std::expected<Progress, Error> flush();
  /// Flushes; the error of any write so far. "Nobody reads any more" is none.
  [[nodiscard]] std::expected<void, Error> finish();
  [[nodiscard]] uint16_t link_type() const { return link_type_; }

 private:
  DumpWriter(const DumpOptions& options, const Interface& interface);
  [[nodiscard]] std::string next_name() const;
  [[nodiscard]] std::string dated_name();
  [[nodiscard]] std::expected<Progress, Error> rotate_by_time();
  [[nodiscard]] std::expected<Progress, Error> status() const;
  void forget_oldest();
  [[nodiscard]] bool has_room_again();
  [[nodiscard]] std::expected<void, Error> open_next();
  [[nodiscard]] std::expected<void, Error> close_current();
  [[nodiscard]] std::expected<Progress, Error> rotate();
  void run_after_rotation() const;

  const DumpOptions& options_;
  uint16_t link_type_;
  uint8_t header_[24];
  std::string base_name_, current_name_;  ///< without and with the number of -C
  std::unique_ptr<RecordFile> output_;
  std::time_t opened_at_;  ///< wall clock, for the name's date
  std::chrono::steady_clock::time_point opened_, flushed_;
  uint64_t files_by_time_ = 0;
  uint64_t number_by_size_ = 0;
  std::vector<std::string> dated_names_;  ///< given in this run
  std::deque<std::string> kept_;          ///< --keep-files
};

}  // namespace wiretale
