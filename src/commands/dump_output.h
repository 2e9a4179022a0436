// What becomes of the packets that dump selects: lines, files, a count.
#pragma once
#include <memory>

#include "commands/dump_options.h"
#include "commands/dump_write.h"
#include "outputs/block_output.h"

namespace wiretale {

class DumpOutput {
 public:
  explicit DumpOutput(const DumpOptions& options);

  /// Opens the first file of -w. Files of a rotation are opened by the user of -Z, a single one before.
  [[nodiscard]] std::expected<void, std::string> open_writer(const Interface& interface);
  [[nodiscard]] DumpWriter* writer() { return writer_.get(); }

  /// Stop: nothing more is wanted, or can be written to standard output. Fail: told already.
  enum class Progress : uint8_t { GoOn, Stop, FileLimitReached, Fail };
  [[nodiscard]] Progress take(const Packet& packet, SplitTime time);
  /// Nothing is done with packets but counting them.
  [[nodiscard]] bool only_counts() const { return !prints_ && !writer_; }
  [[nodiscard]] bool prints() const { return prints_; }
  void put(std::string_view text) { output_.write(text); }
  /// Writes out the lines that wait.
  void flush() { output_.flush(); }
  [[nodiscard]] bool failed() const { return output_.failed(); }

  /// Writes out what waits; the exit code of failed writes.
  int finish();

 private:
  const DumpOptions& options_;
  const bool prints_;
  BlockOutput output_;
  std::unique_ptr<DumpWriter> writer_;
  Line line_;
  FrameLines frames_;
};

}  // namespace wiretale
