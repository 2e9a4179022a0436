// wiretale diagnose: what is wrong, why we think so, what to check next.
#include <getopt.h>

#include <chrono>
#include <cstdio>

#include "base/did_you_mean.h"
#include "commands/commands.h"
#include "commands/compare.h"
#include "commands/terminal.h"
#include "commands/watched_source.h"
#include "findings/engine.h"
#include "outputs/finding_page.h"
#include "outputs/saved_file.h"
#include "pipeline/pipeline.h"

namespace wiretale {
namespace {

constexpr std::string_view help =
    "usage: wiretale diagnose FILE... [--json | --html FILE] [--all] [--fail-on LEVEL] [--mem-limit SIZE]\n"
    "       wiretale diagnose --explain KIND\n"
    "\n"
    "  wiretale diagnose x.pcap                      what is wrong, in plain words\n"
    "  wiretale diagnose x.pcap --html report.html   a page to pass on: one file, no script, no request\n"
    "  wiretale diagnose x.pcap --fail-on error      exit code 1 when there is an error: for scripts\n"
    "\n"
    "  --all           show findings that are only notes, and the list of checks that passed\n"
    "  --json          one JSON object on standard output (schema wiretale/diagnose/1)\n"
    "  --html FILE     one HTML file instead of text; --force overwrites a file that exists\n"
    "  --force         see --html\n"
    "  --fail-on LEVEL exit with 1 when a finding is at or above it: error, warn or info\n"
    "  --mem-limit SIZE 256M, 1G: follow fewer connections at a time, so that memory stays within it\n"
    "  --explain KIND  the page of a kind of finding, such as syn-timeout; with --json for programs\n"
    "  --color WHEN    auto (the default), always or never; NO_COLOR and CLICOLOR_FORCE count too\n"
    "  -h, --help      this text; all kinds of findings: wiretale help findings\n"
    "\n"
    "  two captures of the same connections, taken at different points, are compared: wiretale compare -h\n"
    "  exit codes      0 done, 1 findings (with --fail-on), 2 usage, 3 cannot save the report, 4 the file "
    "is\n"
    "                  damaged, 5 cannot read it, 130 interrupted with Ctrl-C: the findings are from what\n"
    "                  was read until then\n";

int usage(std::string_view message, std::string_view next_step = "see:  wiretale diagnose -h") {
  std::fputs(text_of("error: ", message, "\n  ", next_step, '\n').c_str(), stderr);
  return 2;
}

void show(const Text& text) { std::fwrite(text.view().data(), 1, text.size(), stdout); }

struct Request {
  enum class Form : uint8_t { Text, Json, Html } form = Form::Text;
  Detail detail = Detail::Usual;
  ColourChoice colour = ColourChoice::Auto;
  std::string html_file;
  SavedFile::IfThere if_there = SavedFile::IfThere::Refuse;
  std::optional<MemoryLimit> memory;
  int fail_on = 3;  ///< a Severity; 3: nothing
};

int explain(std::string_view name, const Request& request) {
  const Kind kind = find_kind(name);
  if (kind == Kind::count) {
    std::vector<std::string_view> names;
    for (const KindInfo& info : all_kinds()) names.push_back(info.name);
    const std::string_view near = did_you_mean(name, names);
    return usage(text_of("there is no kind of finding named ", name),
                 near.empty() ? "all of them:  wiretale help findings"
                              : text_of("did you mean  wiretale diagnose --explain ", near, "?"));
  }
  Text text;
  if (request.form == Request::Form::Json)
    write_finding_page_json(kind, text);
  else
    write_finding_page(kind, style_of_output(request.colour), text);
  show(text);
  return 0;
}

constexpr int cannot_save = 3;

int write_page(const Diagnosis& diagnosis, const DiagnosisFrame& frame, const Request& request,
               const std::string& source) {
  Text text(1 << 16);
  write_diagnosis_html(diagnosis.findings(), frame, text);
  auto file = SavedFile::open(request.html_file, request.if_there, source);
  if (!file) {
    std::fprintf(stderr, "error: %s\n%s\n", file.error().what.c_str(), file.error().next_step.c_str());
    return cannot_save;
  }
  file->write({reinterpret_cast<const uint8_t*>(text.view().data()), text.size()});
  if (const auto done = file->finish(); !done) {
    std::fprintf(stderr, "error: %s\n", done.error().what.c_str());
    return cannot_save;
  }
  std::fprintf(
      stderr, "%s written: %s\n", request.html_file.c_str(),
      diagnosis.findings().empty() ? "nothing wrong found" : count_of_findings(diagnosis.findings()).c_str());
  return 0;
}

FlowLimits flow_limits(const std::optional<MemoryLimit>& memory) {
  if (!memory) return {.most_flows = 100'000};
  // A story's parts that are allocated apart come to about as much again.
  constexpr uint64_t base = 64 << 20;  // what is kept of cases, names and attempts is bounded apart
  return memory->flows(2 * sizeof(Story), base);
}

int diagnose(std::span<char* const> paths, const Request& request) {
  const auto began = std::chrono::steady_clock::now();
  Diagnosis diagnosis;
  if (paths.size() == 1) diagnosis.set_file(paths.front());
  Pipeline pipeline(flow_limits(request.memory));
  pipeline.add(diagnosis);
  diagnosis.set_table(pipeline.flows());
  int code = 0;
  DiagnosisFrame frame;
  for (const char* path : paths) {
    frame.title += (frame.title.empty() ? "" : ", ") + std::string(path);
    auto source = open_watched(path, Progress::Shown);
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
  if (interrupted()) {
    tell_interrupted(pipeline.passed().packets);
    code = interrupted_code;
  }
  pipeline.finish();
  const Passed passed = pipeline.passed();
  frame.packets = passed.packets;
  frame.bytes = passed.bytes;
  frame.first = passed.first;
  frame.last = passed.last;
  frame.flows = passed.flows.created;
  frame.evicted_flows = passed.flows.evicted;
  if (request.memory) std::fputs(text_of("note: ", passed.flows.text(), '\n').c_str(), stderr);
  frame.took = nanoseconds(
      std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - began).count());
  Text text(1 << 16);
  switch (request.form) {
    case Request::Form::Json: write_diagnosis_json(diagnosis.findings(), frame, text); break;
    case Request::Form::Html:
      if (const int trouble = write_page(diagnosis, frame, request, paths.front()); trouble != 0)
        return trouble;
      break;
    case Request::Form::Text:
      write_diagnosis_text(diagnosis.findings(), frame, style_of_output(request.colour), request.detail,
                           text);
  }
  show(text);
  for (const Finding& finding : diagnosis.findings())
    if (code == 0 && static_cast<int>(finding.severity) >= request.fail_on) code = 1;
  return code;
}

}  // namespace

int run_diagnose(int argc, char** argv) {
  enum Option { Json = 256, Html, Force, All, FailOn, Explain, Colour, MemLimit };
  static const option options[] = {{"json", no_argument, nullptr, Json},
                                   {"html", required_argument, nullptr, Html},
                                   {"force", no_argument, nullptr, Force},
                                   {"all", no_argument, nullptr, All},
                                   {"fail-on", required_argument, nullptr, FailOn},
                                   {"explain", required_argument, nullptr, Explain},
                                   {"color", required_argument, nullptr, Colour},
                                   {"mem-limit", required_argument, nullptr, MemLimit},
                                   {"help", no_argument, nullptr, 'h'},
                                   {nullptr, 0, nullptr, 0}};
  Request request;
  const char* explained = nullptr;
  for (int c; (c = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    switch (c) {
      case Json: request.form = Request::Form::Json; break;
      case Html:
        request.form = Request::Form::Html;
        request.html_file = optarg;
        break;
      case Force: request.if_there = SavedFile::IfThere::Overwrite; break;
      case All: request.detail = Detail::Everything; break;
      case FailOn: {
        const std::string_view word = optarg;
        request.fail_on = word == "info" ? 0 : word == "warn" ? 1 : word == "error" ? 2 : -1;
        if (request.fail_on < 0) return usage(text_of("--fail-on takes error, warn or info, not ", word));
        break;
      }
      case MemLimit:
        request.memory = MemoryLimit::parse(optarg);
        if (!request.memory) return usage(MemoryLimit::complaint(optarg));
        break;
      case Explain: explained = optarg; break;
      case Colour: {
        const auto colour = parse_colour(optarg);
        if (!colour) return usage(colour_complaint(optarg));
        request.colour = *colour;
        break;
      }
      case 'h': std::fwrite(help.data(), 1, help.size(), stdout); return 0;
      default: return usage("an option that diagnose does not know, or one without its value");
    }
  }
  if (explained != nullptr) return explain(explained, request);
  if (optind >= argc) return usage("which file?", "for example:  wiretale diagnose x.pcap");
  // Two captures of the same connections are no story one after the other.
  if (argc - optind == 2 && request.form == Request::Form::Text) {
    const std::string paths[2] = {argv[optind], argv[optind + 1]};
    if (paths[0] != "-" && paths[1] != "-" && show_same_traffic(paths))
      return compare_captures(
          paths, {.fail_on_loss = request.fail_on < 3, .detail = request.detail, .colour = request.colour});
  }
  return diagnose({argv + optind, static_cast<size_t>(argc - optind)}, request);
}

}  // namespace wiretale
