// The selected packets of dump, on their way out.
#include "commands/dump_output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "commands/dump_setup.h"
#include "decode/dispatch.h"
#include "protocols/catalog.h"

namespace wiretale {

DumpOutput::DumpOutput(const DumpOptions& options)
    : options_(options),
      prints_(!options.count_only && (options.write_file.empty() || options.print_too)),
      output_(STDOUT_FILENO, options.line_buffered || isatty(STDOUT_FILENO) != 0
                                 ? BlockOutput::Flush::AfterEachPiece
                                 : BlockOutput::Flush::WhenFull),
      line_(options.line, line_dispatch(), catalog()),
      frames_(options.frame) {}

std::expected<void, std::string> DumpOutput::open_writer(const Interface& interface) {
  if (options_.rotates())
    if (std::string problem = become(options_.user); !problem.empty())
      return std::unexpected(std::move(problem));
  auto writer = DumpWriter::open(options_, interface);
  if (!writer) return std::unexpected(with_next_step(writer.error()));
  writer_ = std::move(*writer);
  return {};
}

DumpOutput::Progress DumpOutput::take(const Packet& packet, SplitTime time) {
  if (writer_) {
    const auto written = writer_->write(packet, time);
    if (!written) {
      output_.flush();
      complain_of_dump(with_next_step(written.error()));
      return Progress::Fail;
    }
    if (*written == DumpWriter::Progress::FileLimitReached) return Progress::FileLimitReached;
    if (*written == DumpWriter::Progress::NobodyReads) return Progress::Stop;
  }
  if (prints_) {
    line_.clear();
    frames_.append(line_, packet, time);
    output_.write(line_.view());
  }
  return output_.failed() ? Progress::Stop : Progress::GoOn;
}

int DumpOutput::finish() {
  int result = 0;
  if (writer_)
    if (const auto written = writer_->finish(); !written)
      result = complain_of_dump(with_next_step(written.error()));
  output_.flush();
  if (!output_.failed() || output_.error() == EPIPE) return result;
  complain_of_dump("cannot write to standard output: ", std::strerror(output_.error()));
  return dump_write_failure;
}

}  // namespace wiretale
