// wiretale info: what a capture file is and holds.
#include <getopt.h>

#include <cstdio>
#include <cstring>

#include "commands/commands.h"
#include "commands/info_report.h"

namespace wiretale {
namespace {

constexpr std::string_view help =
    "wiretale info x.pcap                 what the file is, how much it holds, from when to when\n"
    "wiretale info *.pcapng.gz --json     the same of many files, for programs\n"
    "zcat x.gz | wiretale info -          from standard input\n"
    "\n"
    "usage: wiretale info FILE... [--json] [--no-digests]\n"
    "\n"
    "  --json         one JSON document, schema wiretale/info/1\n"
    "  --no-digests   leave out SHA256 and SHA1, which read the whole file once more\n"
    "  -h, --help     this text\n"
    "\n"
    "Reads pcap and pcapng, also compressed with gzip, zstd or lz4.\n"
    "Exit codes: 0 fine, 2 usage, 4 a file is damaged (what could be read is shown), 5 a file cannot be "
    "read\n";

struct Request {
  bool json = false;
  WithDigests digests = WithDigests::Yes;
};

void print(const Text& text) { std::fwrite(text.view().data(), 1, text.size(), stdout); }

int report(std::span<char* const> paths, const Request& request) {
  int code = 0;
  std::vector<FileSummary> summaries;
  Text text;
  for (const char* path : paths) {
    auto summary = summarize(path, request.digests);
    if (!summary) {
      const Error& error = summary.error();
      std::fflush(stdout);
      std::fprintf(stderr, "error: %s\n", error.what.c_str());
      if (!error.next_step.empty()) std::fprintf(stderr, "  %s\n", error.next_step.c_str());
      code = 5;
      continue;
    }
    if (!request.json) {
      text.clear();
      if (path != paths.front()) text.put('\n');
      write_info(*summary, text);
      print(text);
    }
    std::fflush(stdout);
    for (const Damage& damage : summary->damage) {
      const std::string lost =
          text_of("warning: ", damage.what, "\n  read before it: ", Grouped{damage.packets_before},
                  " packets   lost: ", Grouped{damage.bytes_unused}, " bytes\n");
      std::fputs(lost.c_str(), stderr);
      if (code == 0) code = 4;
    }
    if (request.json) summaries.push_back(std::move(*summary));
  }
  if (request.json) {
    text.clear();
    write_info_json(summaries, text);
    print(text);
  }
  return code;
}

}  // namespace

int run_info(int argc, char** argv) {
  enum Option { JsonForm = 256, NoDigests };
  static const option options[] = {{"json", no_argument, nullptr, JsonForm},
                                   {"no-digests", no_argument, nullptr, NoDigests},
                                   {"help", no_argument, nullptr, 'h'},
                                   {nullptr, 0, nullptr, 0}};
  Request request;
  for (int c; (c = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    switch (c) {
      case JsonForm: request.json = true; break;
      case NoDigests: request.digests = WithDigests::No; break;
      case 'h': std::fwrite(help.data(), 1, help.size(), stdout); return 0;
      default: std::fputs("  see:  wiretale info -h\n", stderr); return 2;
    }
  }
  if (optind >= argc) {
    std::fputs("error: which file?\n  for example:  wiretale info x.pcap\n", stderr);
    return 2;
  }
  return report({argv + optind, static_cast<size_t>(argc - optind)}, request);
}

}  // namespace wiretale
