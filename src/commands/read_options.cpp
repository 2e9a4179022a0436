// The options of wiretale read, as tshark takes them.
#include "commands/read_options.h"

#include <getopt.h>

#include <charconv>
#include <cstring>

namespace wiretale {
namespace {

using Problem = std::optional<ReadUsageError>;

template <class... Parts>
ReadUsageError wrong(const Parts&... parts) {
  return {text_of(parts...)};
}

enum LongOption : int {
  hexdump_option = 1000,
  color_option,
  no_duplicate_keys_option,
  enable_protocol_option,
  disable_protocol_option,
  heuristic_option,
  export_objects_option,
  workers_option,
  comment_option,
  ignored_option,
  ignored_with_value_option,
};

constexpr option long_options[] = {
    {"hexdump", required_argument, nullptr, hexdump_option},
    {"color", no_argument, nullptr, color_option},
    {"no-duplicate-keys", no_argument, nullptr, no_duplicate_keys_option},
    {"read-file", required_argument, nullptr, 'r'},
    {"read-filter", required_argument, nullptr, 'R'},
    {"display-filter", required_argument, nullptr, 'Y'},
    {"print", no_argument, nullptr, 'P'},
    {"help", no_argument, nullptr, 'h'},
    {"version", no_argument, nullptr, 'v'},
    {"autostop", required_argument, nullptr, 'a'},
    {"ring-buffer", required_argument, nullptr, 'b'},
    {"interface", required_argument, nullptr, 'i'},
    {"list-interfaces", no_argument, nullptr, 'D'},
    {"snapshot-length", required_argument, nullptr, 's'},
    {"enable-protocol", required_argument, nullptr, enable_protocol_option},
    {"disable-protocol", required_argument, nullptr, disable_protocol_option},
    {"enable-heuristic", required_argument, nullptr, heuristic_option},
    {"disable-heuristic", required_argument, nullptr, heuristic_option},
    {"export-objects", required_argument, nullptr, export_objects_option},
    {"workers", required_argument, nullptr, workers_option},
    {"no-promiscuous-mode", no_argument, nullptr, 'p'},
    {"monitor-mode", no_argument, nullptr, 'I'},
    {"buffer-size", required_argument, nullptr, 'B'},
    {"linktype", required_argument, nullptr, 'y'},
    {"list-data-link-types", no_argument, nullptr, 'L'},
    {"temp-dir", required_argument, nullptr, ignored_with_value_option},
    {"capture-comment", required_argument, nullptr, comment_option},
    {"log-level", required_argument, nullptr, ignored_with_value_option},
    {"log-fatal", required_argument, nullptr, ignored_with_value_option},
    {"log-domains", required_argument, nullptr, ignored_with_value_option},
    {"log-debug", required_argument, nullptr, ignored_with_value_option},
    {"log-noisy", required_argument, nullptr, ignored_with_value_option},
    {"log-file", required_argument, nullptr, ignored_with_value_option},
    {nullptr, 0, nullptr, 0},
};
constexpr char short_options[] =
    ":2a:A:b:B:c:C:d:De:E:f:F:gG:hH:i:IK:lLnN:o:O:pPqQr:R:s:S:t:T:u:U:vVw:W:xX:y:Y:z:M:j:J:";

std::optional<uint64_t> number_of(std::string_view word) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size()) return {};
  return number;
}

std::vector<std::string> words_of(std::string_view list, std::string_view between) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const size_t end = std::min(list.find_first_of(between), list.size());
    if (end > 0) words.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

struct FormatName {
  std::string_view name;
  ReadOptions::Format format;
};
constexpr FormatName format_names[] = {
    {"text", ReadOptions::Format::Text},       {"tabs", ReadOptions::Format::Tabs},
    {"fields", ReadOptions::Format::Fields},   {"json", ReadOptions::Format::Json},
    {"jsonraw", ReadOptions::Format::JsonRaw}, {"ek", ReadOptions::Format::Elastic},
    {"pdml", ReadOptions::Format::Pdml},       {"psml", ReadOptions::Format::Psml},
};

Problem set_format(ReadOptions& options, std::string_view name) {
  for (const FormatName& each : format_names)
    if (each.name == name) {
      options.format = each.format;
      options.format_chosen = true;
      return {};
    }
  return wrong("-T ", name,
               ": there is no such form; it is one of text, tabs, fields, json, jsonraw, ek, pdml, psml");
}

struct TimeName {
  std::string_view name;
  ColumnTimeFormat format;
};
constexpr TimeName time_names[] = {
    {"a", {ColumnTime::TimeOfDay}},
    {"ad", {ColumnTime::Date}},
    {"adoy", {ColumnTime::DayOfYear}},
    {"d", {ColumnTime::SincePrevious}},
    {"dd", {ColumnTime::SinceDisplayed}},
    {"e", {ColumnTime::Epoch}},
    {"r", {ColumnTime::SinceFirst}},
    {"u", {ColumnTime::TimeOfDay, TimeZone::Utc}},
    {"ud", {ColumnTime::Date, TimeZone::Utc}},
    {"udoy", {ColumnTime::DayOfYear, TimeZone::Utc}},
};

Problem set_time(ReadOptions& options, std::string_view name) {
  for (const TimeName& each : time_names)
    if (each.name == name) {
      options.time = each.format;
      return {};
    }
  return wrong("-t ", name, ": there is no such time; it is one of a, ad, adoy, d, dd, e, r, u, ud, udoy");
}

/// "/t", "/s" or one character; 0 when it is none.
char character_of(std::string_view word) {
  if (word == "/t") return '\t';
  if (word == "/s") return ' ';
  return word.empty() ? '\0' : word.front();
}

Problem set_table(FieldTableOptions& table, std::string_view setting) {
  const size_t equals = setting.find('=');
  const std::string_view name = setting.substr(0, equals);
  const std::string_view value =
      equals == std::string_view::npos ? std::string_view{} : setting.substr(equals + 1);
  const char first = value.empty() ? '\0' : value.front();
  const bool yes_or_no = first == 'y' || first == 'Y' || first == 'n' || first == 'N';
  const bool yes = first == 'y' || first == 'Y';
  if (name == "header" && yes_or_no)
    table.header = yes;
  else if (name == "bom" && yes_or_no)
    table.bom = yes;
  else if (name == "separator" && first != '\0')
    table.separator = character_of(value);
  else if (name == "aggregator" && first != '\0')
    table.aggregator = character_of(value);
  else if (name == "occurrence" && (first == 'f' || first == 'l' || first == 'a'))
    table.occurrence = first == 'f'   ? FieldTableOptions::Occurrence::First
                       : first == 'l' ? FieldTableOptions::Occurrence::Last
                                      : FieldTableOptions::Occurrence::All;
  else if (name == "quote" && (first == 'd' || first == 's' || first == 'n'))
    table.quote = first == 'd' ? '"' : first == 's' ? '\'' : '\0';
  else if (name == "escape" && yes_or_no)
    table.escape = yes;
  else
    return wrong(
        "-E ", setting,
        ": there is no such setting; they are header=y, separator=/t, occurrence=f, aggregator=;, quote=d, "
        "escape=n, bom=y");
  return {};
}

/// -a and -b: "packets:10".
Problem set_limit(ReadOptions& options, char letter, std::string_view setting) {
  const size_t colon = setting.find(':');
  const auto number = colon == std::string_view::npos ? std::nullopt : number_of(setting.substr(colon + 1));
  const std::string_view kind = setting.substr(0, colon);
  if (!number || *number == 0)
    return wrong("-", letter, ' ', setting, ": a condition is written kind:number, for example -", letter,
                 " packets:100");
  const bool stop = letter == 'a';
  if (kind == "packets")
    (stop ? options.packet_limit : options.ring_packets) = *number;
  else if (kind == "filesize")
    (stop ? options.stop_bytes : options.ring_bytes) = *number * 1000;
  else if (kind == "files")
    (stop ? options.stop_files : options.ring_files) = *number;
  else if (kind == "duration")
    (stop ? options.stop_seconds : options.ring_seconds) = *number;
  else if (kind == "interval" && !stop)
    options.ring_seconds = *number;
  else
    return wrong("-", letter, ' ', setting,
                 ": there is no such condition; they are duration, filesize, files, packets");
  return {};
}

Problem set_hexdump(ReadOptions& options, std::string_view word) {
  options.bytes = true;
  if (word == "delimit")
    options.characters = HexdumpText::Delimited;
  else if (word == "noascii")
    options.characters = HexdumpText::None;
  else if (word == "ascii")
    options.characters = HexdumpText::Plain;
  else if (word != "all" && word != "frames")
    return wrong("--hexdump ", word,
                 ": there is no such setting; they are all, frames, ascii, delimit, noascii");
  return {};
}

/// -N: which names addresses get. Ports, vendors and VLANs stay numbers; nobody is asked over the network.
Problem set_names(ReadOptions& options, std::string_view letters) {
  for (const char letter : letters) {
    if (std::string_view("dgmnNstv").find(letter) == std::string_view::npos)
      return wrong("-N ", letters, ": there is no kind of name ", letter,
                   "; they are m (Ethernet), n (IP, by -H), d (IP, by DNS answers of the capture)");
    if (letter == 'm') options.names.links = true;
    if (letter == 'n') options.names.networks = true;
    if (letter == 'd') options.names.answers = true;
  }
  options.names_addresses = true;
  return {};
}

/// --export-objects: "http,FOLDER".
Problem set_objects(ReadOptions& options, std::string_view value) {
  const size_t comma = value.find(',');
  const std::string_view protocol = value.substr(0, comma);
  if (protocol != "http" && protocol != "tftp")
    return wrong("--export-objects ", value, ": objects are found of http and tftp");
  if (comma == std::string_view::npos || comma + 1 == value.size())
    return wrong("--export-objects ", value, ": into which folder? for example --export-objects ", protocol,
                 ",objects");
  options.object_protocol = protocol;
  options.object_folder = value.substr(comma + 1);
  return {};
}

/// How to capture: -f, -s, -p, -B, -y, -I.
Problem set_capture(CaptureOptions& capture, char letter, std::string_view value) {
  const auto number = number_of(value);
  switch (letter) {
    case 'f': capture.filter = value; return {};
    case 'p': capture.promiscuous = false; return {};
    case 'I': capture.monitor_mode = true; return {};
    case 'y': capture.link_type_name = value; return {};
    case 's':
      if (!number || *number > 262'144) return wrong("-s ", value, ": the snapshot length is at most 262144");
      if (*number != 0) capture.snap_length = static_cast<uint32_t>(*number);
      return {};
    default:
      if (!number || *number == 0) return wrong("-B ", value, ": the buffer size is a number of MiB above 0");
      capture.buffer_bytes = *number << 20;
      return {};
  }
}

/// One option with its argument.
Problem take(ReadOptions& options, int letter, std::string_view value) {
  switch (letter) {
    case 'r': options.read_file = value; return {};
    case 'i':
      if (value != "-") {
        options.captures.push_back(options.usual_capture);
        options.captures.back().device = value;
        return {};
      }
      options.read_file = "-";
      options.from_pipe = true;
      return {};
    case 'Y': options.display_filter = value; return {};
    case 'R': options.read_filter = value; return {};
    case '2': options.two_passes = true; return {};
    case 'c': {
      const auto number = number_of(value);
      if (!number || *number == 0) return wrong("-c ", value, ": the count of packets is a number above 0");
      options.packet_limit = *number;
      return {};
    }
    case 'a':
    case 'b': return set_limit(options, static_cast<char>(letter), value);
    case 'T': return set_format(options, value);
    case 'e': options.elements.emplace_back(value); return {};
    case 'E': return set_table(options.table, value);
    case 'V': options.tree = true; return {};
    case 'O':
      options.tree = true;
      for (std::string& word : words_of(value, ",")) options.only.push_back(std::move(word));
      return {};
    case 'x': options.bytes = true; return {};
    case hexdump_option: return set_hexdump(options, value);
    case 'P': options.summary_too = true; return {};
    case 'S': options.separator = value; return {};
    case 't': return set_time(options, value);
    case 'u':
      if (value != "s" && value != "hms" && value != "seconds")
        return wrong("-u ", value, ": seconds are shown as s (358.08) or as hms (5m 58.08s)");
      options.seconds = value == "hms" ? SecondsForm::HoursMinutes : SecondsForm::Plain;
      return {};
    case 'o':
      if (const auto problem = apply_preference(options, value)) return ReadUsageError{*problem};
      return {};
    case workers_option: {
      const auto count = parse_workers(value);
      if (!count) return wrong(workers_complaint(value));
      options.workers = *count;
      return {};
    }
    case 'd': options.decode_as.emplace_back(value); return {};
    case disable_protocol_option: options.disabled_protocols.emplace_back(value); return {};
    case 'j':
    case 'J':
      options.choice.below =
          letter == 'J' ? ProtocolChoice::Below::Everything : ProtocolChoice::Below::OnlyNamed;
      options.choice.names = words_of(value, " ,");
      return {};
    case no_duplicate_keys_option: options.merge_keys = true; return {};
    case 'l': options.line_buffered = true; return {};
    case 'q':
    case 'Q': options.quiet = true; return {};
    case 'w': options.write_file = value; return {};
    case 'F': options.write_format = value; return {};
    case 'N': return set_names(options, value);
    case 'H': options.hosts_files.emplace_back(value); return {};
    case 'W':
      if (value != "n") return wrong("-W ", value, ": what else to write can only be n, names");
      return {};
    case 'h': options.action = ReadOptions::Action::ShowHelp; return {};
    case 'v': options.action = ReadOptions::Action::ShowVersion; return {};
    case 'G':
      options.action = ReadOptions::Action::Report;
      options.report = value;
      return {};
    case 'z':
      if (value == "help") options.action = ReadOptions::Action::ListStatistics;
      options.statistics.emplace_back(value);
      return {};
    case export_objects_option: return set_objects(options, value);
    case 'D': options.action = ReadOptions::Action::ListInterfaces; return {};
    case 'L': options.action = ReadOptions::Action::ListLinkTypes; return {};
    case 'f':
    case 's':
    case 'p':
    case 'B':
    case 'y':
    case 'I':
      // Behind an -i it is for that interface, before the first one for all.
      return set_capture(options.captures.empty() ? options.usual_capture : options.captures.back(),
                         static_cast<char>(letter), value);
    case comment_option: options.capture_comment = value; return {};
    case 'U':
    case 'X': return wrong('-', static_cast<char>(letter), " is not there");
    default: return {};  // taken without effect: -n, capture's own, logs
  }
}

Problem check(const ReadOptions& options) {
  using Format = ReadOptions::Format;
  const bool takes_elements = options.format == Format::Fields || options.format == Format::Json ||
                              options.format == Format::Elastic || options.format == Format::Pdml ||
                              options.format == Format::Psml;
  if (!options.elements.empty() && !takes_elements)
    return wrong("-e chooses fields for -T fields, json, ek or pdml; add -T fields");
  if (options.elements.empty() && options.format == Format::Fields)
    return wrong("-T fields shows the fields named by -e; add for example -e ip.src -e ip.dst");
  if (!options.choice.names.empty() && options.format != Format::Json && options.format != Format::Elastic &&
      options.format != Format::Pdml && options.format != Format::JsonRaw)
    return wrong("-j and -J choose protocols for -T json, ek or pdml");
  if (options.merge_keys && options.format != Format::Json && options.format != Format::JsonRaw)
    return wrong("--no-duplicate-keys is for -T json and jsonraw");
  if (options.two_passes && options.read_file == "-")
    return wrong("-2 reads a file twice, which standard input cannot be");
  if (!options.read_filter.empty() && !options.two_passes)
    return wrong("-R needs -2: it chooses packets for the second pass; -Y filters in one pass");
  if (!options.captures.empty() && !options.read_file.empty())
    return wrong("-r reads a file and -i captures: one of them");
  if (!options.captures.empty() && options.two_passes)
    return wrong("-2 reads packets twice, which arriving ones cannot be");
  if (options.captures.empty() && options.read_file.empty())
    return wrong("which file? wiretale read -r FILE; live capture is not there yet");
  if (!options.from_pipe && options.captures.empty() && options.has_ring())
    return wrong("-b makes a ring of files while packets are captured, not from -r FILE");
  if (options.has_ring() && options.write_file.empty()) return wrong("-b needs a file name: -w FILE");
  if (options.has_ring() && options.write_file == "-")
    return wrong("-b cannot make files of standard output");
  return {};
}

}  // namespace

std::expected<ReadOptions, ReadUsageError> parse_read_options(int argc, char** argv) {
  ReadOptions options;
  // -G stands first and may have no argument.
  if (argc > 1 && std::strcmp(argv[1], "-G") == 0) {
    options.action = ReadOptions::Action::Report;
    options.report = argc > 2 ? argv[2] : "fields";
    return options;
  }
  optind = 0;  // glibc: starts anew, permuting
  opterr = 0;
  for (int letter; (letter = getopt_long(argc, argv, short_options, long_options, nullptr)) != -1;) {
    if (letter == ':') {
      if (optopt == 'F') {
        options.action = ReadOptions::Action::ListFormats;
        return options;
      }
      return std::unexpected(wrong(std::string_view{argv[optind - 1]}, " wants a value"));
    }
    if (letter == '?')
      return std::unexpected(
          wrong("there is no option ", std::string_view{argv[optind - 1]}, "; wiretale read -h lists them"));
    if (const Problem problem = take(options, letter, optarg == nullptr ? "" : optarg))
      return std::unexpected(*problem);
    if (options.action != ReadOptions::Action::Run && options.action != ReadOptions::Action::ListLinkTypes)
      return options;
  }
  if (options.action == ReadOptions::Action::ListLinkTypes) {
    if (options.captures.empty()) return std::unexpected(wrong("-L: of which interface? add -i INTERFACE"));
    return options;
  }
  std::string rest;
  for (int i = optind; i < argc; ++i) rest += (rest.empty() ? "" : " ") + std::string(argv[i]);
  if (!rest.empty() && !options.display_filter.empty())
    return std::unexpected(wrong("two display filters: -Y ", options.display_filter, " and ", rest));
  if (!rest.empty()) options.display_filter = rest;
  if (const Problem problem = check(options)) return std::unexpected(*problem);
  return options;
}

}  // namespace wiretale
