// wiretale stats: tables about a capture.
#include <getopt.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>

#include "commands/commands.h"
#include "pipeline/pipeline.h"
#include "statistics/conversations.h"

namespace wiretale {
namespace {

constexpr std::string_view help =
    "usage: wiretale stats conversations FILE... [--json | --csv] [--top N] [--sort COLUMN]\n"
    "\n"
    "  wiretale stats conversations x.pcap                      who talked with whom, largest first\n"
    "  wiretale stats conversations x.pcap --top 10 --sort retransmissions\n"
    "  wiretale stats conversations x.pcap --csv > table.csv    for a spreadsheet\n"
    "\n"
    "  --sort  start bytes packets retransmissions duration rtt think bytes_out bytes_in\n"
    "  states  ok, open (no end seen), refused, no answer, reset, half-open, closing, one way\n";

void write_out(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

int usage(std::string_view message) {
  std::fprintf(stderr, "error: %.*s\n%.*s", static_cast<int>(message.size()), message.data(),
               static_cast<int>(help.size()), help.data());
  return 2;
}

}  // namespace

int run_stats(int argc, char** argv) {
  enum Option { Json = 256, Csv, Top, Sort };
  static const option options[] = {
      {"json", no_argument, nullptr, Json},     {"csv", no_argument, nullptr, Csv},
      {"top", required_argument, nullptr, Top}, {"sort", required_argument, nullptr, Sort},
      {"help", no_argument, nullptr, 'h'},      {nullptr, 0, nullptr, 0}};
  enum class Form { Text, Json, Csv } form = Form::Text;
  size_t top = 0;
  std::string sort = "bytes";
  for (int c; (c = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    switch (c) {
      case Json:
      case Csv: {
        const Form wanted = c == Json ? Form::Json : Form::Csv;
        if (form != Form::Text && form != wanted)
          return usage("--json and --csv exclude each other; say one");
        form = wanted;
        break;
      }
      case Top: {
        const std::string_view text = optarg;
        const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), top);
        if (trouble != std::errc{} || end != text.data() + text.size())
          return usage(text_of("--top takes a number of rows, not ", text));
        break;
      }
      case Sort: sort = optarg; break;
      case 'h': std::fwrite(help.data(), 1, help.size(), stdout); return 0;
      default: return usage("see above");
    }
  }
  if (optind >= argc) return usage("which table? say: conversations");
  const std::string_view table = argv[optind++];
  if (table != "conversations" && table != "conv")
    return usage(text_of("unknown table ", table, "; known: conversations"));
  if (optind >= argc) return usage("which file?");
  if (!Conversations::can_sort_by(sort)) return usage(text_of("cannot sort by ", std::string_view{sort}));

  Conversations conversations;
  Pipeline pipeline;
  pipeline.add(conversations);
  int code = 0;
  for (; optind < argc; ++optind) {
    auto source = open_capture(argv[optind]);
    if (!source) {
      std::fprintf(stderr, "error: %s\n%s\n", source.error().what.c_str(), source.error().next_step.c_str());
      return 5;
    }
    if (const auto done = pipeline.run(**source); !done) {
      std::fprintf(stderr, "error: %s\n", done.error().what.c_str());
      code = 4;
    }
    for (const Damage& damage : (*source)->damage()) {
      std::fprintf(stderr, "warning: %s\n", damage.what.c_str());
      code = 4;
    }
  }
  pipeline.finish();
  const Report report = conversations.report(sort, top);
  if (form == Form::Json) write_json(report, write_out);
  if (form == Form::Csv) write_csv(report, write_out);
  if (form == Form::Text) write_text(report, write_out);
  return code;
}

}  // namespace wiretale
