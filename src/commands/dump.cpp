// wiretale dump: tcpdump's language.
#include <grp.h>
#include <pcap/pcap.h>
#include <pwd.h>
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
#include "commands/dump_options.h"
#include "commands/dump_write.h"
#include "decode/dispatch.h"
#include "files/source.h"
#include "filter/capture_filter.h"
#include "filter/capture_filter_advice.h"
#include "outputs/block_output.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

// tcpdump's exit codes.
constexpr int failure = 1;
constexpr int write_failure = 14;

template <class... Parts>
int complain(const Parts&... parts) {
  const std::string message = text_of("wiretale dump: ", parts..., '\n');
  std::fflush(stdout);
  std::fputs(message.c_str(), stderr);
  return failure;
}

std::string with_next_step(const Error& error) {
  return error.next_step.empty() ? error.what : text_of(error.what, "\n  ", error.next_step);
}

/// The expression; a filter file may have comments from # to the end of the line.
std::expected<std::string, std::string> filter_text(const DumpOptions& options) {
  if (options.filter_file.empty()) return options.filter;
  std::ifstream file(options.filter_file, std::ios::binary);
  if (!file) return std::unexpected(text_of("can't open ", options.filter_file, ": ", std::strerror(errno)));
  std::string text{std::istreambuf_iterator<char>(file), {}};
  for (size_t at = 0; (at = text.find('#', at)) != std::string::npos;)
    for (; at < text.size() && text[at] != '\n'; ++at) text[at] = ' ';
  return text;
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

/// -Z: gives up root for a user; nothing to do for others, as in tcpdump. Empty when it worked.
std::string become(const std::string& user) {
  if (user.empty() || (getuid() != 0 && geteuid() != 0)) return {};
  const passwd* const entry = getpwnam(user.c_str());
  if (entry == nullptr) return text_of("there is no user ", user);
  if (initgroups(entry->pw_name, entry->pw_gid) != 0 || setgid(entry->pw_gid) != 0 ||
      setuid(entry->pw_uid) != 0)
    return text_of("cannot become user ", user, ": ", std::strerror(errno));
  return {};
}

/// One run over the files of the command line.
class Dump {
 public:
  explicit Dump(const DumpOptions& options)
      : options_(options),
        prints_(!options.count_only && (options.write_file.empty() || options.print_too)),
        output_(STDOUT_FILENO, options.line_buffered || isatty(STDOUT_FILENO) != 0
                                   ? BlockOutput::Flush::AfterEachPiece
                                   : BlockOutput::Flush::WhenFull),
        line_(options.line, line_dispatch(), catalog()),
        frames_(options.frame),
        batch_(std::make_unique<Batch>()) {}

  int read_files(const std::vector<std::string>& paths);
  /// Writes out what waits; the exit code of failed writes.
  int finish();

 private:
  /// Damaged: what was read counts. Fail: nothing does.
  enum class Progress : uint8_t { GoOn, Stop, Damaged, Fail };
  Progress read_file(const std::string& path);
  Progress open_output(const Interface& interface);
  Progress read_packets(Source& source, const CaptureFilter& filter,
                        std::expected<size_t, Error> first_count);
  Progress take_batch(const Source& source, const CaptureFilter& filter);
  Progress take(const Packet& packet, SplitTime time);
  template <class... Parts>
  Progress fail(const Parts&... parts) {
    output_.flush();
    complain(parts...);
    return Progress::Fail;
  }

  const DumpOptions& options_;
  const bool prints_;
  bool shows_count_ = options_.count_only && options_.program_listing == 0;
  BlockOutput output_;
  std::unique_ptr<DumpWriter> writer_;
  Line line_;
  FrameLines frames_;
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
    if (progress != Progress::GoOn) return failure;
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
  if (writer_ && writer_->link_type() != interface.link_type)
    return fail(path, ": its link type differs from that of the first file, and a pcap file has only one");
  say_what_is_read(path, interface);
  const auto text = filter_text(options_);
  if (!text) return fail(text.error());
  const auto filter =
      compiled_filter(options_, *text,
                      {.link_type = interface.link_type,
                       .snap_length = interface.snap_length,
                       .swapped_file = !source.files().empty() && source.files().front()->big_endian});
  if (!filter) return Progress::Fail;
  if (options_.program_listing != 0) {
    list_program(*filter, options_);
    return Progress::Stop;
  }
  if (!options_.write_file.empty() && !writer_)
    if (const Progress progress = open_output(interface); progress != Progress::GoOn) return progress;
  if (const std::string problem = become(options_.user); !problem.empty()) return fail(problem);
  matched_before_file_ = matched_;
  to_skip_ = options_.packets_to_skip;
  return read_packets(source, *filter, count);
}

// Files of a rotation are opened by the user of -Z, a single one before.
Dump::Progress Dump::open_output(const Interface& interface) {
  const bool rotates = options_.rotate_bytes != 0 || options_.rotate_seconds != 0;
  if (rotates)
    if (const std::string problem = become(options_.user); !problem.empty()) return fail(problem);
  auto writer = DumpWriter::open(options_, interface);
  if (!writer) return fail(writer.error().what);
  writer_ = std::move(*writer);
  return Progress::GoOn;
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
    if (prints_ || writer_) {
      SplitTime time = time_of(source, packet, options_.frame.precision);
      if (is_pcap) time.seconds = static_cast<int32_t>(time.seconds);  // 32 bits with a sign in libpcap
      if (const Progress progress = take(packet, time); progress != Progress::GoOn) return progress;
    }
    // tcpdump counts anew in each file of -V.
    if (matched_ - matched_before_file_ >= options_.packet_limit) break;
  }
  return Progress::GoOn;
}

Dump::Progress Dump::take(const Packet& packet, SplitTime time) {
  if (writer_) {
    const auto written = writer_->write(packet, time);
    if (!written) return fail(with_next_step(written.error()));
    if (*written == DumpWriter::Progress::FileLimitReached) return Progress::Stop;
  }
  if (prints_) {
    line_.clear();
    frames_.append(line_, packet, time);
    output_.write(line_.view());
  }
  return output_.failed() ? Progress::Stop : Progress::GoOn;
}

int Dump::finish() {
  int result = 0;
  if (writer_)
    if (const auto written = writer_->finish(); !written) result = complain(with_next_step(written.error()));
  if (shows_count_) {
    line_.clear();
    line_.put(matched_, matched_ == 1 ? " packet\n" : " packets\n");
    output_.write(line_.view());
  }
  output_.flush();
  if (!output_.failed() || output_.error() == EPIPE) return result;
  complain("cannot write to standard output: ", std::strerror(output_.error()));
  return write_failure;
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
  std::vector<std::string> paths{options->read_file};
  if (!options->file_list.empty()) {
    auto listed = listed_files(options->file_list);
    if (!listed) return complain(listed.error());
    paths = std::move(*listed);
  }
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is told by write(2)
  Dump dump(*options);
  const int result = dump.read_files(paths);
  const int end = dump.finish();
  return result != 0 ? result : end;
}

}  // namespace wiretale
