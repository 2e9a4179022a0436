// The options of wiretale dump.
#include "commands/dump_options.h"

#include <getopt.h>
#include <pcap/pcap.h>
#include <strings.h>

#include <charconv>
#include <cstdlib>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

constexpr char short_options[] = ":aAbB:c:C:dDeE:fF:gG:hHi:Ij:JlLm:M:nNOpqQ:r:s:StT:uUvV:w:W:xXy:z:Z:K#";

/// Values of long options that have no letter.
enum LongOnly : int {
  Version = 256,
  Count,
  Print,
  Immediate,
  Precision,
  Micro,
  Nano,
  Lengths,
  Skip,
  KeepFiles,
  Help
};

constexpr option long_options[] = {
    {"buffer-size", required_argument, nullptr, 'B'},
    {"list-interfaces", no_argument, nullptr, 'D'},
    {"help", no_argument, nullptr, Help},
    {"interface", required_argument, nullptr, 'i'},
    {"monitor-mode", no_argument, nullptr, 'I'},
    {"time-stamp-type", required_argument, nullptr, 'j'},
    {"list-time-stamp-types", no_argument, nullptr, 'J'},
    {"micro", no_argument, nullptr, Micro},
    {"nano", no_argument, nullptr, Nano},
    {"dont-verify-checksums", no_argument, nullptr, 'K'},
    {"list-data-link-types", no_argument, nullptr, 'L'},
    {"no-optimize", no_argument, nullptr, 'O'},
    {"no-promiscuous-mode", no_argument, nullptr, 'p'},
    {"direction", required_argument, nullptr, 'Q'},
    {"snapshot-length", required_argument, nullptr, 's'},
    {"absolute-tcp-sequence-numbers", no_argument, nullptr, 'S'},
    {"packet-buffered", no_argument, nullptr, 'U'},
    {"linktype", required_argument, nullptr, 'y'},
    {"immediate-mode", no_argument, nullptr, Immediate},
    {"relinquish-privileges", required_argument, nullptr, 'Z'},
    {"count", no_argument, nullptr, Count},
    {"number", no_argument, nullptr, '#'},
    {"print", no_argument, nullptr, Print},
    {"print-sampling", required_argument, nullptr, 'm'},
    {"time-stamp-precision", required_argument, nullptr, Precision},
    {"lengths", no_argument, nullptr, Lengths},
    {"skip", required_argument, nullptr, Skip},
    {"keep-files", required_argument, nullptr, KeepFiles},
    {"version", no_argument, nullptr, Version},
    {},
};

/// -T's names and Wireshark's for the same protocols.
struct PacketTypeName {
  std::string_view option, protocol;
};
constexpr PacketTypeName packet_types[] = {
    {"aodv", "aodv"},
    {"carp", "carp"},
    {"cnfp", "cflow"},
    {"domain", "dns"},
    {"lmp", "lmp"},
    {"pgm", "pgm"},
    {"pgm_zmtp1", "pgm_zmtp1"},
    {"ptp", "ptp"},
    {"radius", "radius"},
    {"resp", "resp"},
    {"rpc", "rpc"},
    {"rtcp", "rtcp"},
    {"rtp", "rtp"},
    {"snmp", "snmp"},
    {"someip", "someip"},
    {"tftp", "tftp"},
    {"vat", "vat"},
    {"vxlan", "vxlan"},
    {"wb", "wb"},
    {"zmtp1", "zmtp"},
};

std::unexpected<UsageError> refused(std::string message) {
  return std::unexpected(UsageError{std::move(message)});
}

/// What the text begins with, as tcpdump reads counts: "5 packets" is 5, and what is no number is 0.
int64_t leading_number(const char* text) { return std::strtoll(text, nullptr, 10); }

/// Whether the words differ at most in their case.
bool is_same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

/// A whole number, as C's strtol reads it with the given base.
std::optional<int64_t> number_of(const char* text, int base = 10) {
  char* end = nullptr;
  errno = 0;
  const long value = std::strtol(text, &end, base);
  if (end == text || *end != '\0' || errno != 0) return {};
  return value;
}

/// -C: millions of bytes, or with k, m or g after it 1024, 1024² or 1024³ bytes.
std::optional<uint64_t> file_size_of(std::string_view text) {
  uint64_t unit = 1'000'000;
  if (!text.empty()) switch (text.back() | 0x20) {
      case 'k': unit = uint64_t{1} << 10; break;
      case 'm': unit = uint64_t{1} << 20; break;
      case 'g': unit = uint64_t{1} << 30; break;
      default: break;
    }
  if (unit != 1'000'000) text.remove_suffix(1);
  uint64_t count = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (problem != std::errc{} || end != text.data() + text.size()) return {};
  if (count == 0 || count > INT64_MAX / unit) return {};
  return count * unit;
}

/// Whether what follows on the command line is of no interest.
bool ends_command_line(DumpOptions::Action action) {
  using Action = DumpOptions::Action;
  return action == Action::ShowHelp || action == Action::ShowShortHelp || action == Action::ShowVersion ||
         action == Action::ListInterfaces;
}

/// Reads the options one by one into `options`.
class Parser {
 public:
  Parser(int argc, char** argv) : argc_(argc), argv_(argv) {}
  std::expected<DumpOptions, UsageError> parse();

 private:
  using Result = std::expected<void, UsageError>;
  Result take(int option);
  Result take_number(int option);
  Result take_word(int option);
  Result finish();
  [[nodiscard]] UsageError unknown(bool argument_is_missing) const;

  int argc_;
  char** argv_;
  int time_stamps_ = 0;
  bool real_numbers_only_ = false;  ///< -f
  DumpOptions options_;
};

std::expected<DumpOptions, UsageError> Parser::parse() {
  optind = 0;  // GNU getopt: begin anew
  opterr = 0;
  for (int option; (option = getopt_long(argc_, argv_, short_options, long_options, nullptr)) != -1;) {
    if (option == '?' || option == ':') return std::unexpected(unknown(option == ':'));
    if (auto result = take(option); !result) return std::unexpected(result.error());
    if (ends_command_line(options_.action)) return options_;
  }
  if (auto result = finish(); !result) return std::unexpected(result.error());
  return options_;
}

Parser::Result Parser::take(int option) {
  using Action = DumpOptions::Action;
  switch (option) {
    case 'A': ++options_.frame.dump_ascii; break;
    case 'b': options_.line.as_dot = true; break;
    case 'd': ++options_.program_listing; break;
    case 'D': options_.action = Action::ListInterfaces; break;
    case 'e': options_.line.link_header = true; break;
    case 'f': real_numbers_only_ = true; break;
    case 'g': options_.line.one_line = true; break;
    case 'h': options_.action = Action::ShowShortHelp; break;
    case 'K': options_.line.skip_checksums = true; break;
    case 'l': options_.line_buffered = true; break;
    case 'O': options_.optimise_filter = false; break;
    case 'q': options_.line.quiet = true; break;
    case 'S': options_.line.absolute_sequence = true; break;
    case 't': ++time_stamps_; break;
    case 'u': options_.line.undecoded_nfs_handles = true; break;
    case 'U': options_.packet_buffered = true; break;
    case 'v': ++options_.line.verbose; break;
    case 'x': ++options_.frame.dump_hex; break;
    case 'X': ++options_.frame.dump_hex_ascii; break;
    case '#': options_.frame.numbers = true; break;
    case Version: options_.action = Action::ShowVersion; break;
    case Help: options_.action = Action::ShowHelp; break;
    case Count: options_.count_only = true; break;
    case Print: options_.print_too = true; break;
    case Micro: options_.frame.precision = TimePrecision::Micro; break;
    case Nano: options_.frame.precision = TimePrecision::Nano; break;
    case Lengths: options_.line.show_lengths = true; break;
    // Without meaning for files, or (-n, -N, -a) always so here: names are never asked for.
    case 'a':
    case 'H':
    case 'n':
    case 'N': break;
    case 'I': options_.monitor_mode = true; break;
    case 'J': options_.action = Action::ListTimeStampTypes; break;
    case 'L': options_.action = Action::ListLinkTypes; break;
    case 'p': options_.promiscuous = false; break;
    case Immediate: options_.immediate = true; break;
    case 'B':
    case 'c':
    case 'C':
    case 'G':
    case 's':
    case 'W':
    case KeepFiles:
    case Skip: return take_number(option);
    default: return take_word(option);
  }
  return {};
}

Parser::Result Parser::take_number(int option) {
  const int64_t number = leading_number(optarg);
  switch (option) {
    case 'B':
      if (number <= 0) return refused(text_of("invalid packet buffer size ", optarg));
      options_.buffer_bytes = static_cast<uint64_t>(number) * 1024;
      break;
    case 'c':
      if (number <= 0) return refused(text_of("invalid packet count ", optarg));
      options_.packet_limit = static_cast<uint64_t>(number);
      break;
    case 'C': {
      const auto size = file_size_of(optarg);
      if (!size) return refused(text_of("invalid file size ", optarg));
      options_.rotate_bytes = *size;
      break;
    }
    case 'G':
      if (number < 0) return refused(text_of("invalid number of seconds ", optarg));
      options_.rotate_seconds = static_cast<uint64_t>(number);
      break;
    case 's': {
      const auto length = number_of(optarg, 0);
      if (!length || *length < 0 || *length > 262'144)
        return refused(text_of("invalid snaplen ", optarg, " (must be >= 0 and <= 262144)"));
      if (*length != 0) options_.snap_length = static_cast<uint32_t>(*length);
      break;
    }
    case 'W':
      if (number <= 0) return refused(text_of("invalid number of output files ", optarg));
      options_.file_count = static_cast<uint64_t>(number);
      break;
    case KeepFiles:
      if (number <= 0) return refused(text_of("invalid number of files to keep ", optarg));
      options_.keep_files = static_cast<uint64_t>(number);
      break;
    default:
      if (number < 0) return refused(text_of("invalid packet skip count ", optarg));
      options_.packets_to_skip = static_cast<uint64_t>(number);
  }
  return {};
}

Parser::Result Parser::take_word(int option) {
  const std::string_view word = optarg;
  switch (option) {
    case 'E': options_.line.ipsec_secrets.emplace_back(word); break;
    case 'F': options_.filter_file = word; break;
    case 'i': options_.interfaces.emplace_back(word); break;
    case 'M': options_.line.tcp_md5_secret = word; break;
    case 'r': options_.read_file = word; break;
    case 'V': options_.file_list = word; break;
    case 'w': options_.write_file = word; break;
    case 'z': options_.after_rotation = word; break;
    case 'Z': options_.user = word; break;
    case 'm': break;  // MIB modules: SNMP objects are always shown by number
    case 'j':
      if (pcap_tstamp_type_name_to_val(optarg) < 0) return refused(text_of("invalid time stamp type ", word));
      options_.time_stamp_type = word;
      break;
    case 'Q':
      if (!is_same_word(word, "in") && !is_same_word(word, "out") && !is_same_word(word, "inout"))
        return refused(text_of("unknown capture direction `", word, "'"));
      options_.direction = is_same_word(word, "in")    ? Direction::In
                           : is_same_word(word, "out") ? Direction::Out
                                                       : Direction::Both;
      break;
    case 'y':
      if (pcap_datalink_name_to_val(optarg) < 0) return refused(text_of("invalid data link type ", word));
      options_.link_type_name = word;
      break;
    case Precision:
      if (is_same_word(word, "nano"))
        options_.frame.precision = TimePrecision::Nano;
      else if (is_same_word(word, "micro"))
        options_.frame.precision = TimePrecision::Micro;
      else
        return refused("unsupported time stamp precision");
      break;
    case 'T':
      for (const PacketTypeName& type : packet_types)
        if (is_same_word(type.option, word)) {
          options_.line.packet_type = find_protocol(type.protocol);
          return {};
        }
      return refused(text_of("unknown packet type `", word, "'"));
    default: break;
  }
  return {};
}

Parser::Result Parser::finish() {
  constexpr TimeStampForm forms[] = {TimeStampForm::TimeOfDay,   TimeStampForm::None,
                                     TimeStampForm::Seconds,     TimeStampForm::SincePrevious,
                                     TimeStampForm::DateAndTime, TimeStampForm::SinceFirst};
  if (static_cast<size_t>(time_stamps_) >= std::size(forms))
    return refused("only -t, -tt, -ttt, -tttt and -ttttt are supported");
  options_.frame.time_stamp = forms[time_stamps_];
  if (real_numbers_only_ && !(options_.file_list.empty() && options_.read_file.empty()))
    return refused("-f can not be used with -V or -r");
  if (!options_.file_list.empty() && !options_.read_file.empty())
    return refused("-V and -r are mutually exclusive.");
  if (options_.keep_files != 0 && !options_.rotates())
    return refused("--keep-files needs -C or -G: it keeps the newest of many files");
  options_.line.dump_hex = options_.frame.dump_hex + options_.frame.dump_hex_ascii;
  options_.line.dump_ascii = options_.frame.dump_ascii;
  for (int i = optind; i < argc_; ++i) {
    if (i != optind) options_.filter += ' ';
    options_.filter += argv_[i];
  }
  return {};
}

UsageError Parser::unknown(bool argument_is_missing) const {
  const std::string_view word = optind > 0 && optind <= argc_ ? argv_[optind - 1] : "";
  const bool is_long = word.starts_with("--");
  UsageError error{.hint = UsageError::Hint::Usage};
  if (argument_is_missing) {
    error.message = is_long ? text_of("option '", word, "' requires an argument")
                            : text_of("option requires an argument -- '", static_cast<char>(optopt), '\'');
  } else if (is_long && optopt != 0) {
    error.message = text_of("option '", word.substr(0, word.find('=')), "' doesn't allow an argument");
  } else if (is_long) {
    const std::string_view name = word.substr(2, word.find('=') - 2);
    std::vector<std::string_view> known, beginning;
    for (const option& each : long_options)
      if (each.name != nullptr) {
        known.emplace_back(each.name);
        if (known.back().starts_with(name)) beginning.push_back(known.back());
      }
    if (beginning.size() > 1) {
      error.message = text_of("option '", word, "' is ambiguous; possibilities:");
      for (const std::string_view each : beginning) error.message += text_of(" '--", each, "'");
      return error;
    }
    error.message = text_of("unrecognized option '", word, "'");
    if (const std::string_view near = did_you_mean(name, known); !near.empty())
      error.message += text_of("\n  did you mean --", near, '?');
  } else {
    error.message = text_of("invalid option -- '", static_cast<char>(optopt), '\'');
  }
  return error;
}

}  // namespace

std::expected<DumpOptions, UsageError> parse_dump_options(int argc, char** argv) {
  return Parser(argc, argv).parse();
}

}  // namespace wiretale
