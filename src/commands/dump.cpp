// wiretale dump: tcpdump's language.
#include <pcap/pcap.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "commands/commands.h"
#include "commands/dump_interfaces.h"
#include "commands/dump_live.h"
#include "commands/dump_options.h"
#include "commands/dump_output.h"
#include "commands/dump_setup.h"
#include "files/source.h"
#include "filter/capture_filter.h"
#include "filter/capture_filter_advice.h"

namespace wiretale {
namespace {

/// Compiles; says what is wrong or suspicious on standard error.
std::optional<CaptureFilter> compiled_filter(const DumpOptions& options, const std::string& text,
                                             CaptureFilterTarget target) {
  target.optimise = CaptureFilterTarget::Optimise{options.optimise_filter};
  auto filter = CaptureFilter::compile(text, target);
  if (!filter) {
    complain_of_dump(described(filter.error(), text));
    return {};
  }
  if (const std::string warning = warning_about(text); !warning.empty())
    complain_of_dump("warning: ", warning);
  return std::move(*filter);
}

/// -d without a file.
int list_program_for_link_type(const DumpOptions& options) {
  int link_type = 1;
  if (options.link_type_name.empty())
    std::fputs("Warning: assuming Ethernet\n", stderr);
  else
    link_type = link_type_of_name(options.link_type_name);
  const auto text = dump_filter_text(options);
  if (!text) return complain_of_dump(text.error());
  const auto filter = compiled_filter(options, *text, {.link_type = static_cast<uint16_t>(link_type)});
  return filter ? list_program(filter->instructions(), options) : dump_failure;
}

void say_what_is_read(const std::string& path, const Interface& interface) {
  Text text;
  text.put("reading from file ", path, ", ");
  append_what_is_read(text, interface);
  text.append('\n');
  std::fwrite(text.view().data(), 1, text.size(), stderr);
}

/// One run over the files of the command line.
class Dump {
 public:
  explicit Dump(const DumpOptions& options)
      : options_(options), output_(options), batch_(std::make_unique<Batch>()) {}

  int read_files(const std::vector<std::string>& paths);
  /// Writes out what waits; the exit code of failed writes.
  int finish();

 private:
  /// Damaged: what was read counts. Fail: nothing does.
  enum class Progress : uint8_t { GoOn, Stop, Damaged, Fail };
  Progress read_file(const std::string& path);
  Progress read_packets(Source& source, const CaptureFilter& filter,
                        std::expected<size_t, Error> first_count);
  Progress take_batch(const Source& source, const CaptureFilter& filter);
  template <class... Parts>
  Progress fail(const Parts&... parts) {
    output_.flush();
    complain_of_dump(parts...);
    return Progress::Fail;
  }

  const DumpOptions& options_;
  bool shows_count_ = options_.count_only && options_.program_listing == 0;
  DumpOutput output_;
  std::unique_ptr<Batch> batch_;
  uint64_t matched_ = 0;
  uint64_t matched_before_file_ = 0;
  uint64_t to_skip_ = 0;
};

int Dump::read_files(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const Progress progress = read_file(path);
    if (progress == Progress::Stop) break;
    if (progress == Progress::Fail) shows_count_ = false;
    if (progress != Progress::GoOn) return dump_failure;
  }
  return 0;
}

Dump::Progress Dump::read_file(const std::string& path) {
  const auto opened = open_capture(path);
  if (!opened) return fail(with_next_step(opened.error()));
  Source& source = **opened;
  // The first packets come before the first message: a pcapng file tells its interfaces with them.
  const auto count = source.read(*batch_);
  if (source.interfaces().empty())
    return fail(count ? text_of(path, ": the file describes no interface") : with_next_step(count.error()));
  const Interface interface = source.interfaces().front();
  if (output_.writer() != nullptr && output_.writer()->link_type() != interface.link_type)
    return fail(path, ": its link type differs from that of the first file, and a pcap file has only one");
  say_what_is_read(path, interface);
  const auto text = dump_filter_text(options_);
  if (!text) return fail(text.error());
  const auto filter =
      compiled_filter(options_, *text,
                      {.link_type = interface.link_type,
                       .snap_length = interface.snap_length,
                       .swapped_file = !source.files().empty() && source.files().front()->big_endian});
  if (!filter) return Progress::Fail;
  if (options_.program_listing != 0) {
    list_program(filter->instructions(), options_);
    return Progress::Stop;
  }
  if (!options_.write_file.empty() && output_.writer() == nullptr)
    if (const auto ready = output_.open_writer(interface); !ready) return fail(ready.error());
  if (const std::string problem = become(options_.user); !problem.empty()) return fail(problem);
  matched_before_file_ = matched_;
  to_skip_ = options_.packets_to_skip;
  return read_packets(source, *filter, count);
}

/// Like libpcap, which gives all packets of a file one link type.
bool interfaces_differ(const Source& source) {
  for (const Interface& each : source.interfaces())
    if (each.link_type != source.interfaces().front().link_type ||
        each.snap_length != source.interfaces().front().snap_length)
      return true;
  return false;
}

SplitTime time_of(const Source& source, const Packet& packet, TimePrecision precision) {
  if (!source.notes().empty()) [[unlikely]]
    if (const PacketNote* note = find_note(source, packet.number); note != nullptr && note->odd_time) {
      // As libpcap has it: the fraction in 32 bits, a second or more included.
      const RawTime raw = *note->odd_time;
      const bool nano = source.interfaces()[packet.interface].units_per_second > 1'000'000;
      const uint64_t fraction = precision == TimePrecision::Nano
                                    ? (nano ? raw.fraction : raw.fraction * 1000)
                                    : (nano ? raw.fraction / 1000 : raw.fraction);
      return {raw.seconds, static_cast<int32_t>(static_cast<uint32_t>(fraction))};
    }
  return split_time(packet.time, precision);
}

Dump::Progress Dump::read_packets(Source& source, const CaptureFilter& filter,
                                  std::expected<size_t, Error> count) {
  for (;; count = source.read(*batch_)) {
    if (!count) return fail(with_next_step(count.error()));
    if (interfaces_differ(source)) {
      fail(
          "the file has packets of several link types or snap lengths, which tcpdump's language cannot "
          "show\n",
          "  use wiretale read");
      return Progress::Damaged;
    }
    // What comes after a damage is guessed; tcpdump stops before it.
    if (!source.damage().empty()) {
      fail(source.damage().front().what);
      return Progress::Damaged;
    }
    if (*count == 0) return Progress::GoOn;
    if (const Progress progress = take_batch(source, filter); progress != Progress::GoOn) return progress;
    if (matched_ - matched_before_file_ >= options_.packet_limit) return Progress::GoOn;
  }
}

Dump::Progress Dump::take_batch(const Source& source, const CaptureFilter& filter) {
  // libpcap shortens what a pcap file holds beyond its own snap length.
  const bool is_pcap = !source.files().empty() && source.files().front()->format != CaptureFormat::Pcapng;
  const uint32_t snap_length = source.interfaces().front().snap_length;
  const size_t longest = is_pcap && snap_length != 0 ? snap_length : SIZE_MAX;
  for (Packet& packet : batch_->packets()) {
    if (packet.bytes.size() > longest) packet.bytes = packet.bytes.first(longest);
    if (!filter.matches(packet.bytes, packet.wire_length)) continue;
    if (to_skip_ > 0) {
      --to_skip_;
      continue;
    }
    ++matched_;
    if (!output_.only_counts()) {
      SplitTime time = time_of(source, packet, options_.frame.precision);
      if (is_pcap) time.seconds = static_cast<int32_t>(time.seconds);  // 32 bits with a sign in libpcap
      const DumpOutput::Progress progress = output_.take(packet, time);
      if (progress == DumpOutput::Progress::Fail) return Progress::Fail;
      if (progress != DumpOutput::Progress::GoOn) return Progress::Stop;
    }
    // tcpdump counts anew in each file of -V.
    if (matched_ - matched_before_file_ >= options_.packet_limit) break;
  }
  return Progress::GoOn;
}

int Dump::finish() {
  if (shows_count_) output_.put(text_of(matched_, matched_ == 1 ? " packet\n" : " packets\n"));
  return output_.finish();
}

/// -V's list: one file name per line.
std::expected<std::vector<std::string>, std::string> listed_files(const std::string& list) {
  std::ifstream file;
  if (list != "-") {
    file.open(list);
    if (!file) return std::unexpected(text_of("cannot open the list ", list, ": ", std::strerror(errno)));
  }
  std::vector<std::string> paths;
  for (std::string path; std::getline(list == "-" ? std::cin : file, path);) paths.push_back(path);
  if (paths.empty()) return std::unexpected(text_of("the list ", list, " names no file"));
  return paths;
}

int show_version() {
  std::printf("wiretale " WIRETALE_VERSION ", speaking tcpdump 4.99.3's language\n%s\n", pcap_lib_version());
  return 0;
}

}  // namespace

int run_dump(int argc, char** argv) {
  const auto options = parse_dump_options(argc, argv);
  if (!options) {
    complain_of_dump(options.error().message);
    if (options.error().hint == UsageError::Hint::Usage)
      std::fputs("  wiretale dump -h shows the options on one screen.\n", stderr);
    return dump_failure;
  }
  switch (options->action) {
    case DumpOptions::Action::ShowVersion: return show_version();
    case DumpOptions::Action::ShowHelp:
      return std::fputs(std::string(dump_help()).c_str(), stdout) < 0 ? dump_failure : 0;
    case DumpOptions::Action::ShowShortHelp:
      return std::fputs(std::string(dump_short_help()).c_str(), stdout) < 0 ? dump_failure : 0;
    case DumpOptions::Action::ListInterfaces: return list_interfaces();
    case DumpOptions::Action::ListLinkTypes: return list_link_types(*options);
    case DumpOptions::Action::ListTimeStampTypes: return list_time_stamp_types(*options);
    case DumpOptions::Action::Run: break;
  }
  if (options->read_file.empty() && options->file_list.empty()) {
    if (options->program_listing != 0 && options->interfaces.empty())
      return list_program_for_link_type(*options);
    return run_live_dump(*options);
  }
  std::vector<std::string> paths{options->read_file};
  if (!options->file_list.empty()) {
    auto listed = listed_files(options->file_list);
    if (!listed) return complain_of_dump(listed.error());
    paths = std::move(*listed);
  }
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is told by write(2)
  Dump dump(*options);
  const int result = dump.read_files(paths);
  const int end = dump.finish();
  return result != 0 ? result : end;
}

}  // namespace wiretale
