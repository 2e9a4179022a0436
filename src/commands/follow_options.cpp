// The options of `follow`.
#include "commands/follow_options.h"

#include <getopt.h>

#include <charconv>

#include "statistics/follow_request.h"

namespace wiretale {
namespace {

/// "192.0.2.1:40000-192.0.2.2:80"; in either order.
std::optional<std::pair<FollowEnd, FollowEnd>> parse_ends(std::string_view words) {
  const size_t dash = words.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = parse_follow_end(words.substr(0, dash)),
             second = parse_follow_end(words.substr(dash + 1));
  if (!first || !second || first->address.is_four() != second->address.is_four()) return std::nullopt;
  return std::pair{*first, *second};
}

std::optional<uint32_t> parse_number(std::string_view words) {
  uint32_t number = 0;
  const auto [end, trouble] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (trouble != std::errc{} || end != words.data() + words.size()) return std::nullopt;
  return number;
}

/// What cannot be together.
std::optional<Error> contradiction(const FollowOptions& options) {
  if (options.stream && options.ends)
    return Error{"--stream and --flow both choose a stream", "say one of them"};
  if (options.http && options.kind == StreamKind::Udp)
    return Error{"--http follows a TCP stream", "leave out --udp"};
  if (options.lists()) {
    const std::string_view needless = options.saves()                ? "--save-client and --save-server"
                                      : !options.search.empty()      ? "--search"
                                      : options.form || options.http ? "--as and --http"
                                                                     : "";
    if (!needless.empty())
      return Error{text_of(needless, ": of which stream?"),
                   text_of("list them:  wiretale follow ", options.file, "   then:  --stream 0")};
    return std::nullopt;
  }
  if (options.list_form != FollowOptions::ListForm::Text)
    return Error{"--json and --csv are forms of the list of streams", "a stream for programs:  --as yaml"};
  if (!options.search.empty() && options.form)
    return Error{"--search lists the places where the text is; --as shows the whole stream",
                 "say one of them"};
  if (!options.save_client.empty() && options.save_client == options.save_server)
    return Error{"both directions cannot go into one file", "name two files"};
  return std::nullopt;
}

}  // namespace

std::variant<FollowOptions, FollowHelp, Error> parse_follow_options(int argc, char** argv) {
  enum Option { Stream = 256, FlowEnds, Udp, Http, As, Search, SaveClient, SaveServer, Force, Json, Csv };
  static const option known[] = {{"stream", required_argument, nullptr, Stream},
                                 {"flow", required_argument, nullptr, FlowEnds},
                                 {"udp", no_argument, nullptr, Udp},
                                 {"http", no_argument, nullptr, Http},
                                 {"as", required_argument, nullptr, As},
                                 {"search", required_argument, nullptr, Search},
                                 {"save-client", required_argument, nullptr, SaveClient},
                                 {"save-server", required_argument, nullptr, SaveServer},
                                 {"force", no_argument, nullptr, Force},
                                 {"json", no_argument, nullptr, Json},
                                 {"csv", no_argument, nullptr, Csv},
                                 {"help", no_argument, nullptr, 'h'},
                                 {nullptr, 0, nullptr, 0}};
  using ListForm = FollowOptions::ListForm;
  FollowOptions options;
  opterr = 0;
  for (int c; (c = getopt_long(argc, argv, "h", known, nullptr)) != -1;) {
    const std::string_view value = optarg == nullptr ? "" : optarg;
    switch (c) {
      case Stream:
        options.stream = parse_number(value);
        if (!options.stream)
          return Error{text_of("--stream takes a number as the list of streams has it, not ", value),
                       "list them:  wiretale follow FILE"};
        break;
      case FlowEnds:
        options.ends = parse_ends(value);
        if (!options.ends)
          return Error{text_of("--flow takes two ends with their ports, not ", value),
                       "for example:  --flow 192.0.2.1:40000-192.0.2.2:80   or  "
                       "--flow '[2001:db8::1]:40000-[2001:db8::2]:80'"};
        break;
      case Udp:
        options.kind = StreamKind::Udp;
        options.only_kind = true;
        break;
      case Http: options.http = true; break;
      case As:
        options.form = follow_form(value);
        if (!options.form || options.form == FollowForm::Ebcdic)
          return Error{text_of("--as does not know ", value), "it takes ascii, hex, raw or yaml"};
        break;
      case Search:
        options.search = value;
        if (value.empty())
          return Error{"--search takes the text to look for", "for example:  --search error"};
        break;
      case SaveClient:
      case SaveServer:
        if (value.empty()) return Error{"the name of the file to save is empty", "name one"};
        (c == SaveClient ? options.save_client : options.save_server) = value;
        break;
      case Force: options.overwrite = true; break;
      case Json:
      case Csv: {
        const ListForm wanted = c == Json ? ListForm::Json : ListForm::Csv;
        if (options.list_form != ListForm::Text && options.list_form != wanted)
          return Error{"--json and --csv exclude each other", "say one"};
        options.list_form = wanted;
        break;
      }
      case 'h': return FollowHelp{};
      default:
        return Error{
            text_of("follow does not know ", std::string_view{argv[optind - 1]}, ", or it needs a value"),
            "see:  wiretale follow -h"};
    }
  }
  if (optind >= argc) return Error{"which file?", "for example:  wiretale follow x.pcap"};
  options.file = argv[optind];
  if (optind + 1 < argc)
    return Error{text_of("follow reads one file; what is ", std::string_view{argv[optind + 1]}, "?"),
                 "see:  wiretale follow -h"};
  if (auto problem = contradiction(options)) return std::move(*problem);
  return options;
}

}  // namespace wiretale
