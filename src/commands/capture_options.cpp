// Reading the command line of wiretale capture.
#include "commands/capture_options.h"

#include <getopt.h>

#include <charconv>

#include "base/text.h"

namespace wiretale {
namespace {

enum LongOption : int {
  On = 256,
  Netns,
  Pid,
  ProcessName,
  Filter,
  To,
  NameOption,
  HeadersOnly,
  Buffer,
  PromiscuousOption,
  Json,
  Files,
  FileSize,
  DurationOption,
  Packets,
  BytesOption,
  KeepFree,
  WhenFull
};

constexpr option long_options[] = {
    {"on", required_argument, nullptr, On},
    {"netns", required_argument, nullptr, Netns},
    {"pid", required_argument, nullptr, Pid},
    {"process", required_argument, nullptr, ProcessName},
    {"filter", required_argument, nullptr, Filter},
    {"to", required_argument, nullptr, To},
    {"name", required_argument, nullptr, NameOption},
    {"headers-only", no_argument, nullptr, HeadersOnly},
    {"buffer", required_argument, nullptr, Buffer},
    {"promiscuous", no_argument, nullptr, PromiscuousOption},
    {"json", no_argument, nullptr, Json},
    {"files", required_argument, nullptr, Files},
    {"file-size", required_argument, nullptr, FileSize},
    {"duration", required_argument, nullptr, DurationOption},
    {"packets", required_argument, nullptr, Packets},
    {"bytes", required_argument, nullptr, BytesOption},
    {"keep-free", required_argument, nullptr, KeepFree},
    {"when-full", required_argument, nullptr, WhenFull},
    {"help", no_argument, nullptr, 'h'},
    {},
};

/// A number with a unit behind it: `letters` and the factor of each.
struct Unit {
  char letter;
  uint64_t factor;
};
constexpr Unit sizes[] = {{'k', 1 << 10}, {'M', 1 << 20}, {'G', 1 << 30}};
constexpr Unit times[] = {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86'400}};

std::optional<uint64_t> number_of(std::string_view word, std::span<const Unit> units) {
  uint64_t factor = 1;
  for (const Unit& unit : units)
    if (!word.empty() && (word.back() | 0x20) == (unit.letter | 0x20)) {
      factor = unit.factor;
      word.remove_suffix(1);
      break;
    }
  uint64_t number = 0;
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (problem != std::errc{} || end != word.data() + word.size() || number > UINT64_MAX / factor) return {};
  return number * factor;
}

std::vector<std::string> names_of(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const size_t end = std::min(list.find(','), list.size());
    if (end > 0) names.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

/// What is wrong with an option's value; empty when nothing is.
std::string take(SafeCaptureOptions& options, int name, const std::string& value) {
  const auto size = [&](uint64_t& to) -> std::string {
    const auto number = number_of(value, sizes);
    if (!number) return text_of("a size is written 500k, 100M or 2G, not ", value);
    to = *number;
    return {};
  };
  const auto count = [&](uint64_t& to) -> std::string {
    const auto number = number_of(value, {});
    if (!number) return text_of("not a number: ", value);
    to = *number;
    return {};
  };
  uint64_t number = 0;
  switch (name) {
    case On:
      options.interfaces = names_of(value);
      return options.interfaces.empty() ? "--on: which interface?" : "";
    case Netns: options.network_namespace = value; return {};
    case ProcessName: options.process_name = value; return {};
    case Filter: options.filter = value; return {};
    case To: options.folder = value; return {};
    case NameOption:
      options.name = value;
      return value.find('/') == std::string::npos ? "" : "--name names files, --to their folder";
    case HeadersOnly: options.snap_length = 128; return {};
    case PromiscuousOption: options.promiscuous = true; return {};
    case Json: options.json = true; return {};
    case Buffer: return size(options.buffer_bytes);
    case FileSize: return size(options.file_bytes);
    case BytesOption: return size(options.bytes);
    case KeepFree: return size(options.least_free);
    case Files: return count(options.files);
    case Packets: return count(options.packets);
    case Pid: {
      std::string problem = count(number);
      options.process = static_cast<int>(number);
      return problem;
    }
    case DurationOption: {
      const auto seconds = number_of(value, times);
      if (!seconds) return text_of("a time is written 30s, 10m or 2h, not ", value);
      options.duration = std::chrono::seconds(*seconds);
      return {};
    }
    case WhenFull:
      options.stops_when_full = value == "stop";
      return value == "stop" || value == "recycle" ? "" : "--when-full takes stop or recycle";
    default: options.help = true; return {};
  }
}

}  // namespace

std::expected<SafeCaptureOptions, std::string> parse_capture_options(int argc, char** argv) {
  SafeCaptureOptions options;
  optind = 0;
  opterr = 0;
  for (int name; (name = getopt_long(argc, argv, "+h", long_options, nullptr)) != -1;) {
    if (name == '?') return std::unexpected(text_of("unknown option ", std::string_view{argv[optind - 1]}));
    if (std::string problem = take(options, name, optarg == nullptr ? "" : optarg); !problem.empty())
      return std::unexpected(std::move(problem));
    if (options.help) return options;
  }
  if (optind < argc && std::string_view{argv[optind - 1]} != "--")
    return std::unexpected(text_of("what is ", std::string_view{argv[optind]},
                                   "? A capture filter stands behind --filter, a command behind --"));
  for (int i = optind; i < argc; ++i) options.command.push_back(argv[i]);
  if (!options.command.empty()) options.command.push_back(nullptr);
  const int targets = (options.network_namespace.empty() ? 0 : 1) + (options.process ? 1 : 0) +
                      (options.process_name.empty() ? 0 : 1);
  if (targets > 1) return std::unexpected("--netns, --pid and --process name one place each: choose one");
  if (options.files == 0) options.files = UINT64_MAX;
  if (options.file_bytes == 0) options.file_bytes = UINT64_MAX;
  return options;
}

std::string_view capture_help() {
  return R"(usage: wiretale capture [--on INTERFACE,...] [--netns NAME | --pid N | --process NAME] [OPTIONS] [-- COMMAND ...]

  sudo wiretale capture --on eth0 --filter 'port 53' --duration 10m     ten minutes of DNS
  sudo wiretale capture --process nginx                                 where nginx runs, in its container
  sudo wiretale capture -- curl https://example.com/                    for as long as curl runs

Captures into a ring of pcapng files, with limits on unless you lift them: 10 files of 100 MiB, one hour, 1 GiB of the
disk stays free. The files are for you alone. It ends with Ctrl-C, a limit, or the command.

where
  --on INTERFACE,...   these interfaces (any: all of them, which is usual)
  --netns NAME         in this network namespace: a name of ip netns, a path, or inode:NUMBER
  --pid N              where process N is; --process NAME where the processes of this name are
  --promiscuous        ask the interfaces for packets that are for others, too

what
  --filter EXPRESSION  packets that match, in tcpdump's language (wiretale help filters)
  --headers-only       the first 128 bytes of each packet: no contents
  --buffer SIZE        the kernel's buffer for packets not taken yet (4M)

into
  --to FOLDER          folder of the files (captures); made with access for you only
  --name NAME          their names begin so
  --files N            so many are kept, older ones deleted (10)
  --file-size SIZE     the next file begins then (100M)
  --keep-free SIZE     of the disk (1G)
  --when-full WHAT     recycle: delete the oldest file; stop: end the capture

until
  --duration TIME      30s, 10m, 2h (1h); 0 lifts a limit
  --packets N, --bytes SIZE

  --json               the statistics at the end as JSON on standard output
  -h, --help           this text

  exit codes  0 done (with a command: the command's), 2 usage or bad filter, 3 not allowed or not written, 5 no such place
)";
}

}  // namespace wiretale
