// wiretale dump: tcpdump's language.
#include <pcap/pcap.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>

#include "commands/commands.h"
#include "commands/dump_options.h"
#include "decode/dispatch.h"
#include "files/source.h"
#include "filter/capture_filter.h"
#include "filter/capture_filter_advice.h"
#include "outputs/block_output.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

constexpr int failure = 1;  // tcpdump's only exit code for errors

template <class... Parts>
int complain(const Parts&... parts) {
  const std::string message = text_of("wiretale dump: ", parts..., '\n');
  std::fflush(stdout);
  std::fputs(message.c_str(), stderr);
  return failure;
}

std::expected<std::string, std::string> filter_text(const DumpOptions& options) {
  if (options.filter_file.empty()) return options.filter;
  std::ifstream file(options.filter_file, std::ios::binary);
  if (!file) return std::unexpected(text_of("can't open ", options.filter_file, ": ", std::strerror(errno)));
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

/// Compiles; says what is wrong or suspicious on standard error.
std::optional<CaptureFilter> compiled_filter(const DumpOptions& options, const std::string& text,
                                             CaptureFilterTarget target) {
  target.optimise = CaptureFilterTarget::Optimise{options.optimise_filter};
  auto filter = CaptureFilter::compile(text, target);
  if (!filter) {
    complain(described(filter.error(), text));
    return {};
  }
  if (const std::string warning = warning_about(text); !warning.empty()) complain("warning: ", warning);
  return std::move(*filter);
}

int list_program(const CaptureFilter& filter, const DumpOptions& options) {
  const auto form = static_cast<ProgramForm>(std::min(options.program_listing, 3));
  std::fputs(listing(filter.instructions(), form).c_str(), stdout);
  return 0;
}

/// -d without a file.
int list_program_for_link_type(const DumpOptions& options) {
  int link_type = 1;
  if (options.link_type_name.empty())
    std::fputs("Warning: assuming Ethernet\n", stderr);
  else
    link_type = link_type_of_name(options.link_type_name);
  const auto text = filter_text(options);
  if (!text) return complain(text.error());
  const auto filter = compiled_filter(options, *text, {.link_type = static_cast<uint16_t>(link_type)});
  return filter ? list_program(*filter, options) : failure;
}

void say_what_is_read(const std::string& path, const Interface& interface) {
  const LinkTypeName name = name_of_link_type(interface.link_type);
  Text text;
  text.put("reading from file ", path, ", link-type ");
  if (name.name.empty())
    text.put(name.dlt);
  else
    text.put(name.name, " (", name.description, ')');
  text.put(", snapshot length ", interface.snap_length == 0 ? 262'144u : interface.snap_length, '\n');
  std::fwrite(text.view().data(), 1, text.size(), stderr);
}

/// One run over the files of the command line.
class Dump {
 public:
  explicit Dump(const DumpOptions& options)
      : options_(options),
        output_(STDOUT_FILENO, options.line_buffered || isatty(STDOUT_FILENO) != 0
                                   ? BlockOutput::Flush::AfterEachPiece
                                   : BlockOutput::Flush::WhenFull),
        line_(options.line, line_dispatch(), catalog()),
        frames_(options.frame),
        batch_(std::make_unique<Batch>()) {}

  int read_file(const std::string& path);
  int finish();

 private:
  int read_packets(Source& source, const std::string& path, const CaptureFilter& filter);
  void show(const Packet& packet);

  const DumpOptions& options_;
  BlockOutput output_;
  Line line_;
  FrameLines frames_;
  std::unique_ptr<Batch> batch_;
  uint64_t matched_ = 0;
};

int Dump::read_file(const std::string& path) {
  auto source = open_capture(path);
  if (!source) return complain(source.error().what);
  if ((*source)->interfaces().empty()) return complain(path, ": the file describes no interface");
  const Interface interface = (*source)->interfaces().front();
  say_what_is_read(path, interface);
  const auto text = filter_text(options_);
  if (!text) return complain(text.error());
  const auto filter = compiled_filter(
      options_, *text, {.link_type = interface.link_type, .snap_length = interface.snap_length});
  if (!filter) return failure;
  if (options_.program_listing != 0) return list_program(*filter, options_);
  return read_packets(**source, path, *filter);
}

int Dump::read_packets(Source& source, const std::string&, const CaptureFilter& filter) {
  while (!output_.failed()) {
    const auto count = source.read(*batch_);
    if (!count) {
      output_.flush();
      return complain(count.error().what);
    }
    if (*count == 0) break;
    for (const Packet& packet : batch_->packets()) {
      if (!filter.matches(packet.bytes, packet.wire_length)) continue;
      ++matched_;
      show(packet);
      if (matched_ >= options_.packet_limit) return 0;
    }
  }
  if (source.damage().empty()) return 0;
  output_.flush();
  return complain(source.damage().back().what);
}

void Dump::show(const Packet& packet) {
  if (options_.count_only) return;
  line_.clear();
  frames_.append(line_, packet);
  output_.write(line_.view());
}

int Dump::finish() {
  if (options_.count_only) {
    line_.clear();
    line_.put(matched_, matched_ == 1 ? " packet\n" : " packets\n");
    output_.write(line_.view());
  }
  output_.flush();
  if (!output_.failed() || output_.error() == EPIPE) return 0;
  return complain("cannot write to standard output: ", std::strerror(output_.error()));
}

int list_interfaces() {
  pcap_if_t* all = nullptr;
  char error[PCAP_ERRBUF_SIZE];
  if (pcap_findalldevs(&all, error) < 0) return complain(std::string_view{error});
  Text text;
  unsigned number = 0;
  for (const pcap_if_t* each = all; each != nullptr; each = each->next) {
    text.put(++number, '.', std::string_view{each->name});
    if (each->description != nullptr) text.put(" (", std::string_view{each->description}, ')');
    text.append('\n');
  }
  pcap_freealldevs(all);
  std::fwrite(text.view().data(), 1, text.size(), stdout);
  return 0;
}

int show_version() {
  std::printf("wiretale 0.1.0, speaking tcpdump 4.99.3's language\n%s\n", pcap_lib_version());
  return 0;
}

}  // namespace

int run_dump(int argc, char** argv) {
  const auto options = parse_dump_options(argc, argv);
  if (!options) {
    complain(options.error().message);
    if (options.error().hint == UsageError::Hint::Usage)
      std::fputs("  wiretale dump -h shows the options on one screen.\n", stderr);
    return failure;
  }
  switch (options->action) {
    case DumpOptions::Action::ShowVersion: return show_version();
    case DumpOptions::Action::ShowHelp:
      return std::fputs(std::string(dump_help()).c_str(), stdout) < 0 ? failure : 0;
    case DumpOptions::Action::ShowShortHelp:
      return std::fputs(std::string(dump_short_help()).c_str(), stdout) < 0 ? failure : 0;
    case DumpOptions::Action::ListInterfaces: return list_interfaces();
    case DumpOptions::Action::Run: break;
  }
  if (options->read_file.empty() && options->file_list.empty()) {
    if (options->program_listing != 0) return list_program_for_link_type(*options);
    return complain("live capture is not there yet; read a file with -r FILE");
  }
  Dump dump(*options);
  const int result = dump.read_file(options->read_file);
  const int end = dump.finish();
  return result != 0 ? result : end;
}

}  // namespace wiretale
