// wiretale repair: a torn or damaged capture made whole.
#include <unistd.h>

#include <cstdio>
#include <cstring>

#include "commands/commands.h"
#include "commands/read_write.h"

namespace wiretale {
namespace {

constexpr int wrong_usage = 2, not_saved = 3, cannot_read = 5;

constexpr std::string_view help =
    "usage: wiretale repair FILE -o WHOLE [--force]\n"
    "\n"
    "  wiretale repair torn.pcap -o ok.pcap          the whole packets of a file that ends in the middle of "
    "one\n"
    "  wiretale repair torn.pcapng.gz -o ok.pcapng   also of a compressed one\n"
    "  wiretale repair torn.pcap -o ok.pcap --force  in place of an older ok.pcap\n"
    "\n"
    "FILE is not changed. What is written has its format: pcap stays pcap, pcapng stays pcapng.\n"
    "\n"
    "  -o WHOLE    the file to write\n"
    "  --force     even when it exists\n"
    "  -h, --help  this text\n"
    "\n"
    "  exit codes  0 done, 2 usage, 3 not saved, 5 cannot read FILE\n";

int complain(const Error& error, int status) {
  std::fputs(text_of("error: ", error.what, '\n').c_str(), stderr);
  if (!error.next_step.empty()) std::fputs(text_of("  ", error.next_step, '\n').c_str(), stderr);
  return status;
}

std::string format_of(const Source& source) {
  if (source.files().front()->format == CaptureFormat::Pcapng) return "pcapng";
  return source.interfaces().front().units_per_second > 1'000'000 ? "nsecpcap" : "pcap";
}

/// Copies the packets; how many.
std::expected<uint64_t, Error> copy(Source& source, const std::string& to) {
  const auto batch = std::make_unique<Batch>();
  auto count = source.read(*batch);
  if (!count) return std::unexpected(count.error());
  if (source.interfaces().empty())
    return std::unexpected(Error{"the file describes no interface: nothing can be saved of it", ""});
  ReadOptions options;
  options.write_file = to;
  options.write_format = format_of(source);
  auto writer = ReadWriter::make(options);
  if (!writer) return std::unexpected(writer.error());
  uint64_t packets = 0;
  for (; *count != 0;
       packets += batch->count, count = source.read(*batch), batch->count = count ? *count : 0) {
    for (const Packet& packet : batch->packets())
      if (auto written = writer->write(source, packet); !written) return std::unexpected(written.error());
    if (!count) return std::unexpected(count.error());
  }
  if (auto done = writer->finish(source); !done) return std::unexpected(done.error());
  return packets;
}

}  // namespace

int run_repair(int argc, char** argv) {
  std::string from, to;
  bool force = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "-h" || word == "--help")
      return std::fputs(std::string(help).c_str(), stdout) < 0 ? not_saved : 0;
    if (word == "--force")
      force = true;
    else if (word == "-o" && i + 1 < argc)
      to = argv[++i];
    else if (word.starts_with('-') && word != "-")
      return complain({text_of("unknown option ", word), "wiretale repair -h shows the options"},
                      wrong_usage);
    else if (from.empty())
      from = word;
    else
      return complain({text_of("one file at a time, not also ", word), ""}, wrong_usage);
  }
  if (from.empty() || to.empty())
    return complain({from.empty() ? "which file?" : "into which file?",
                     text_of("wiretale repair ", from.empty() ? "FILE" : from, " -o ok.pcap")},
                    wrong_usage);
  if (!force && access(to.c_str(), F_OK) == 0)
    return complain({text_of(to, " exists already"), "name another file, or add --force"}, not_saved);
  if (from == to)
    return complain({"a file cannot be repaired in its own place", "name another one behind -o"},
                    wrong_usage);
  auto source = open_capture(from);
  if (!source) return complain(source.error(), cannot_read);
  const auto packets = copy(**source, to);
  if (!packets) return complain(packets.error(), not_saved);
  for (const Damage& damage : (*source)->damage())
    std::fputs(text_of("found: ", damage.what, '\n').c_str(), stderr);
  const size_t found = (*source)->damage().size();
  std::fputs(text_of(Grouped{*packets}, *packets == 1 ? " packet is in " : " packets are in ", to,
                     found == 0 ? "; nothing was wrong" : "", '\n')
                 .c_str(),
             stderr);
  return 0;
}

}  // namespace wiretale
