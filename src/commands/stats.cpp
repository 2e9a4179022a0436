// wiretale stats: tables about a capture.
#include <getopt.h>
#include <langinfo.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <optional>

#include "base/did_you_mean.h"
#include "commands/commands.h"
#include "commands/stats_tables.h"
#include "commands/watched_source.h"
#include "outputs/saved_file.h"
#include "pipeline/shown_packets.h"

namespace wiretale {
namespace {

std::string help_text() {
  Text text;
  text.put(
      "usage: wiretale stats TABLE FILE... [--sort COLUMN] [--top N] [--filter FILTER] [--json | --csv]\n"
      "\n"
      "  wiretale stats conversations x.pcap                      who talked with whom, largest first\n"
      "  wiretale stats endpoints x.pcap --top 10 --sort retransmissions\n"
      "  wiretale stats io x.pcap --interval 10s --filter 'tcp.port == 443'\n"
      "  wiretale stats latency x.pcap --sort server              slow network, slow server or slow client?\n"
      "  wiretale stats conversations x.pcap --csv > table.csv    for a spreadsheet\n"
      "\n"
      "tables, and what --sort takes (the first is usual)\n");
  for (const StatsTableEntry& table : stats_tables()) {
    text.put("  ", Left{table.name, 17}, table.summary, "\n    --sort");
    for (const std::string_view column : table.sort_columns) text.put(' ', column);
    text.put('\n');
  }
  text.put(
      "\n"
      "  --top N            only the first N rows\n"
      "  --filter FILTER    only packets that pass this display filter (wiretale help filters)\n"
      "  --interval TIME    of io: 500ms, 1s, 10s, 5m, 1h; without it one that suits the capture\n"
      "  --mem-limit SIZE   256M, 1G: keep fewer flows at a time, so that memory stays within it; the "
      "longest\n"
      "                     silent leave first and are counted in a note\n"
      "  --workers N        threads that work on it, 1 to 8 (usual: 1)\n"
      "  --plot FILE        of io: the picture too, as FILE.svg or FILE.png\n"
      "  --json, --csv      for programs: plain numbers, times in seconds\n"
      "  states of conversations: ok, open (no end seen), refused, no answer, reset, half-open, closing, one "
      "way\n"
      "\n"
      "  exit codes  0 done, 2 usage or a wrong filter, 3 cannot save the picture, 4 a file is damaged,\n"
      "              5 cannot read it, 130 interrupted with Ctrl-C: the table is from what was read until "
      "then\n");
  return std::string(text.view());
}

void write_out(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

int usage(std::string_view message, std::string_view next_step = "see:  wiretale stats -h") {
  std::fputs(text_of("error: ", message, "\n  ", next_step, '\n').c_str(), stderr);
  return 2;
}

std::string words_of(std::span<const std::string_view> words) {
  std::string all;
  for (const std::string_view word : words) all += (all.empty() ? "" : ", ") + std::string(word);
  return all;
}

int unknown_table(std::string_view name) {
  std::vector<std::string_view> names;
  for (const StatsTableEntry& table : stats_tables()) names.push_back(table.name);
  const std::string_view near = did_you_mean(name, names);
  return usage(
      text_of("there is no table ", name, "; there are ", words_of(names)),
      near.empty() ? "see:  wiretale stats -h" : text_of("did you mean  wiretale stats ", near, "?"));
}

const StatsTableEntry* find_table(std::string_view name) {
  for (const StatsTableEntry& table : stats_tables())
    if (table.name == name || table.short_name == name) return &table;
  return nullptr;
}

/// "500ms", "1s", "1.5s", "10" (seconds), "5m", "1h"; nothing when it is no positive time.
std::optional<Duration> parse_interval(std::string_view words) {
  double number = 0;
  const auto [end, trouble] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (trouble != std::errc{}) return std::nullopt;
  const std::string_view unit = words.substr(static_cast<size_t>(end - words.data()));
  const double unit_seconds = unit == "us"                   ? 1e-6
                              : unit == "ms"                 ? 1e-3
                              : unit == "s" || unit.empty()  ? 1
                              : unit == "m" || unit == "min" ? 60
                              : unit == "h"                  ? 3600
                                                             : 0;
  const double nanoseconds = number * unit_seconds * 1e9;
  constexpr double least = 1e3, most = 366 * 86'400e9;
  if (!(nanoseconds >= least && nanoseconds <= most)) return std::nullopt;
  return Duration{static_cast<int64_t>(nanoseconds + 0.5)};
}

struct Request {
  enum class Form : uint8_t { Text, Json, Csv } form = Form::Text;
  const StatsTableEntry* table = nullptr;
  size_t top = 0;
  std::string_view sort;
  Duration interval;
  std::string plot_file;
  std::unique_ptr<ShownPackets> filter;
  unsigned workers = usual_workers;
  std::optional<MemoryLimit> memory;
};

/// How many flows a table's run may keep.
FlowLimits flow_limits(StatsTable& table, const std::optional<MemoryLimit>& memory) {
  if (!memory) return {};
  constexpr uint64_t beside = 64;  // what tables keep of a live flow
  const uint64_t taken = table.take_share(memory->bytes - MemoryLimit::usual_base);
  return MemoryLimit{memory->bytes - taken}.flows(beside);
}

/// What the terminal can show; nothing is drawn for programs.
Drawn drawn_on_terminal() {
  if (isatty(STDOUT_FILENO) == 0) return Drawn::Ascii;
  std::setlocale(LC_CTYPE, "");
  return std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? Drawn::Blocks : Drawn::Ascii;
}

/// Saves the picture; whether that was possible.
bool save_plot(const LoadPlot& plot, const std::string& path, const std::string& capture) {
  const std::string picture = path.ends_with(".svg") ? svg_of(plot) : png_of(plot);
  auto file = SavedFile::open(path, SavedFile::IfThere::Overwrite, capture);
  std::expected<void, Error> done;
  if (file) {
    file->write({reinterpret_cast<const uint8_t*>(picture.data()), picture.size()});
    done = file->finish();
  } else {
    done = std::unexpected(file.error());
  }
  if (!done) usage(done.error().what, done.error().next_step);
  return done.has_value();
}

/// Reads the files in one pass and shows the table.
int collect(std::span<char* const> paths, const Request& request) {
  const std::unique_ptr<StatsTable> table = request.table->make(request.interval);
  Pipeline pipeline(flow_limits(*table, request.memory));
  table->join(pipeline);
  if (request.filter) pipeline.set(*request.filter);
  pipeline.set_workers(request.workers);
  int code = 0;
  for (const char* path : paths) {
    auto source = open_watched(path, Progress::Shown);
    if (!source) {
      std::fprintf(stderr, "error: %s\n%s\n", source.error().what.c_str(), source.error().next_step.c_str());
      return 5;
    }
    if (request.filter) request.filter->set(**source);
    if (const auto done = pipeline.run(**source); !done) {
      std::fprintf(stderr, "error: %s\n", done.error().what.c_str());
      code = 4;
    }
    for (const Damage& damage : (*source)->damage()) {
      std::fprintf(stderr, "warning: %s\n", damage.what.c_str());
      code = 4;
    }
  }
  if (interrupted()) {
    tell_interrupted(pipeline.passed().packets);
    code = interrupted_code;
  }
  pipeline.finish();
  const FlowCounts flows = pipeline.passed().flows;
  if (flows.created != 0 && (request.memory || flows.evicted != 0))
    std::fputs(text_of("note: ", flows.text(), '\n').c_str(), stderr);
  const Report report = table->report(request.sort, request.top);
  switch (request.form) {
    case Request::Form::Json: write_json(report, write_out); break;
    case Request::Form::Csv: write_csv(report, write_out); break;
    case Request::Form::Text: write_text(report, write_out, drawn_on_terminal()); break;
  }
  if (!request.plot_file.empty() && !save_plot(*table->plot(), request.plot_file, paths.front())) code = 3;
  return code;
}

}  // namespace

int run_stats(int argc, char** argv) {
  enum Option { Json = 256, Csv, Top, Sort, Filter, Interval, WorkerCount, MemLimit, Plot };
  static const option options[] = {{"json", no_argument, nullptr, Json},
                                   {"csv", no_argument, nullptr, Csv},
                                   {"top", required_argument, nullptr, Top},
                                   {"sort", required_argument, nullptr, Sort},
                                   {"filter", required_argument, nullptr, Filter},
                                   {"interval", required_argument, nullptr, Interval},
                                   {"mem-limit", required_argument, nullptr, MemLimit},
                                   {"workers", required_argument, nullptr, WorkerCount},
                                   {"plot", required_argument, nullptr, Plot},
                                   {"help", no_argument, nullptr, 'h'},
                                   {nullptr, 0, nullptr, 0}};
  Request request;
  for (int c; (c = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    const std::string_view value = optarg == nullptr ? "" : optarg;
    switch (c) {
      case Json:
      case Csv: {
        const auto wanted = c == Json ? Request::Form::Json : Request::Form::Csv;
        if (request.form != Request::Form::Text && request.form != wanted)
          return usage("--json and --csv exclude each other", "say one");
        request.form = wanted;
        break;
      }
      case Top: {
        const auto [end, trouble] = std::from_chars(value.data(), value.data() + value.size(), request.top);
        if (trouble != std::errc{} || end != value.data() + value.size())
          return usage(text_of("--top takes a number of rows, not ", value), "for example:  --top 10");
        break;
      }
      case Sort: request.sort = value; break;
      case Filter: {
        auto filter = compile_display_filter(value);
        if (!filter) {
          std::fputs(text_of("error: ", filter.error().text(value)).c_str(), stderr);
          return 2;
        }
        for (const std::string& note : filter->notes())
          std::fputs(text_of("note: ", note, '\n').c_str(), stderr);
        request.filter = std::make_unique<ShownPackets>(std::move(*filter));
        break;
      }
      case Interval: {
        const auto interval = parse_interval(value);
        if (!interval)
          return usage(text_of("--interval takes a time, not ", value), "for example:  500ms, 1s, 5m or 1h");
        request.interval = *interval;
        break;
      }
      case MemLimit: {
        request.memory = MemoryLimit::parse(value);
        if (!request.memory) return usage(MemoryLimit::complaint(value), "for example:  --mem-limit 256M");
        break;
      }
      case WorkerCount: {
        const auto count = parse_workers(value);
        if (!count) return usage(workers_complaint(value), "for example:  --workers 2");
        request.workers = *count;
        break;
      }
      case Plot:
        if (!value.ends_with(".svg") && !value.ends_with(".png"))
          return usage(text_of("--plot makes .svg and .png, not ", value), "for example:  --plot load.svg");
        request.plot_file = value;
        break;
      case 'h': write_out(help_text()); return 0;
      default: return usage("an option that stats does not know, or one without its value");
    }
  }
  if (optind >= argc) return usage("which table?", "for example:  wiretale stats conversations x.pcap");
  const std::string_view name = argv[optind++];
  request.table = find_table(name);
  if (request.table == nullptr) return unknown_table(name);
  const auto columns = request.table->sort_columns;
  if (request.sort.empty()) request.sort = columns.front();
  if (std::find(columns.begin(), columns.end(), request.sort) == columns.end())
    return usage(text_of("cannot sort ", request.table->name, " by ", request.sort),
                 text_of("--sort takes ", words_of(columns)));
  if (request.interval.nanoseconds != 0 && !request.table->has_interval)
    return usage(text_of(request.table->name, " has no intervals"),
                 "--interval belongs to  wiretale stats io");
  if (!request.plot_file.empty() && !request.table->has_interval)
    return usage(text_of(request.table->name, " has no picture"), "--plot belongs to  wiretale stats io");
  if (optind >= argc)
    return usage("which file?", text_of("for example:  wiretale stats ", request.table->name, " x.pcap"));
  return collect({argv + optind, static_cast<size_t>(argc - optind)}, request);
}

}  // namespace wiretale
