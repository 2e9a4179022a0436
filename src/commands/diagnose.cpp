// wiretale diagnose: what is wrong, why we think so, what to check next.
#include <getopt.h>
#include <langinfo.h>

#include <chrono>
#include <clocale>
#include <cstdio>
#include <cstring>

#include "commands/commands.h"
#include "findings/engine.h"
#include "outputs/diagnosis.h"
#include "pipeline/pipeline.h"

namespace wiretale {
namespace {

constexpr std::string_view help =
    "usage: wiretale diagnose FILE... [--json] [--all] [--fail-on error|warn|info] [--mem-limit SIZE]\n"
    "\n"
    "  wiretale diagnose x.pcap                      what is wrong, in plain words\n"
    "  wiretale diagnose a.pcap b.pcap --json        for programs (schema wiretale/diagnose/1)\n"
    "  wiretale diagnose x.pcap --fail-on error      exit code 1 when there is an error: for scripts\n"
    "\n"
    "  --all       show findings that are only notes, and the list of checks that passed\n"
    "  --json      one JSON object on standard output\n"
    "  --fail-on   exit with 1 when a finding is at or above this severity\n"
    "  --mem-limit 256M, 1G: follow fewer connections at a time, so that memory stays within it\n"
    "\n"
    "  exit codes  0 done, 1 findings (with --fail-on), 2 usage, 4 the file is damaged, 5 cannot read it\n";

int usage(std::string_view message) {
  std::fprintf(stderr, "error: %.*s\n\n%.*s", static_cast<int>(message.size()), message.data(),
               static_cast<int>(help.size()), help.data());
  return 2;
}

Drawing drawing_of_locale() {
  std::setlocale(LC_CTYPE, "");
  return std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? Drawing::Utf8 : Drawing::Ascii;
}

FlowLimits flow_limits(const std::optional<MemoryLimit>& memory) {
  if (!memory) return {.most_flows = 100'000};
  // A story's parts that are allocated apart come to about as much again.
  return memory->flows(2 * sizeof(Story));
}

}  // namespace

int run_diagnose(int argc, char** argv) {
  enum Option { Json = 256, All, FailOn, MemLimit };
  static const option options[] = {{"json", no_argument, nullptr, Json},
                                   {"all", no_argument, nullptr, All},
                                   {"fail-on", required_argument, nullptr, FailOn},
                                   {"mem-limit", required_argument, nullptr, MemLimit},
                                   {"help", no_argument, nullptr, 'h'},
                                   {nullptr, 0, nullptr, 0}};
  bool json = false;
  Detail detail = Detail::Usual;
  int fail_on = 3;  // nothing
  std::optional<MemoryLimit> memory;
  for (int c; (c = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    switch (c) {
      case Json: json = true; break;
      case All: detail = Detail::Everything; break;
      case FailOn: {
        const std::string_view word = optarg;
        fail_on = word == "info" ? 0 : word == "warn" ? 1 : word == "error" ? 2 : -1;
        if (fail_on < 0) return usage("--fail-on takes error, warn or info");
        break;
      }
      case MemLimit:
        memory = MemoryLimit::parse(optarg);
        if (!memory) return usage(MemoryLimit::complaint(optarg));
        break;
      case 'h': std::fwrite(help.data(), 1, help.size(), stdout); return 0;
      default: return usage("unknown option");
    }
  }
  if (optind >= argc) return usage("which file?");

  const auto began = std::chrono::steady_clock::now();
  Diagnosis diagnosis;
  Pipeline pipeline(flow_limits(memory));
  pipeline.add(diagnosis);
  diagnosis.set_table(pipeline.flows());
  int code = 0;
  DiagnosisFrame frame;
  for (; optind < argc; ++optind) {
    frame.title += (frame.title.empty() ? "" : ", ") + std::string(argv[optind]);
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
  const Passed passed = pipeline.passed();
  frame.packets = passed.packets;
  frame.bytes = passed.bytes;
  frame.first = passed.first;
  frame.last = passed.last;
  frame.flows = passed.flows.created;
  frame.evicted_flows = passed.flows.evicted;
  if (memory) std::fputs(text_of("note: ", passed.flows.text(), '\n').c_str(), stderr);
  frame.took = nanoseconds(
      std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - began).count());
  Text text(1 << 16);
  if (json)
    write_diagnosis_json(diagnosis.findings(), frame, text);
  else
    write_diagnosis_text(diagnosis.findings(), frame, drawing_of_locale(), detail, text);
  std::fwrite(text.view().data(), 1, text.size(), stdout);
  for (const Finding& finding : diagnosis.findings())
    if (code == 0 && static_cast<int>(finding.severity) >= fail_on) code = 1;
  return code;
}

}  // namespace wiretale
