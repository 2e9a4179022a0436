// wiretale compare: two captures of the same traffic at different points, and what happened in between.
#include "commands/compare.h"

#include <getopt.h>

#include <algorithm>
#include <cstdio>

#include "commands/commands.h"
#include "comparison/report.h"
#include "findings/engine.h"

namespace wiretale {
namespace {

constexpr std::string_view help =
    "usage: wiretale compare CLIENT_SIDE SERVER_SIDE [--json] [--all] [--fail-on-loss]\n"
    "\n"
    "  wiretale compare client.pcap server.pcap          where packets get lost, delayed, changed or reset\n"
    "  wiretale compare client.pcap server.pcap --json   for programs (schema wiretale/compare/1)\n"
    "  wiretale compare a.pcap b.pcap --fail-on-loss     exit code 1 when something got lost: for scripts\n"
    "\n"
    "  Both captures show the same traffic, at two points of its way. Flows are paired by their ends, and\n"
    "  through NAT by sequence numbers and content; the clocks may differ, the order of the files too.\n"
    "\n"
    "  --all            all flows, and findings that are only notes\n"
    "  --json           one JSON object on standard output\n"
    "  --fail-on-loss   exit with 1 when packets got lost, resets were made or other harm was done in "
    "between\n"
    "  --color WHEN     auto (the default), always or never\n"
    "  -h, --help       this text\n"
    "\n"
    "  exit codes       0 done, 1 see --fail-on-loss, 2 usage, 4 a file is damaged, 5 cannot read it\n";

int usage(std::string_view message, std::string_view next_step = "see:  wiretale compare -h") {
  std::fputs(text_of("error: ", message, "\n  ", next_step, '\n').c_str(), stderr);
  return 2;
}

/// Fills in what the other point says about findings, and takes each only once.
std::vector<Finding> joined_findings(const Comparison& comparison, const Diagnosis& client_side,
                                     const Diagnosis& server_side) {
  std::vector<Finding> joined;
  for (const Diagnosis* diagnosis : {&client_side, &server_side})
    for (const Finding& finding : diagnosis->findings()) {
      const auto same = [&](const Finding& other) {
        return other.kind == finding.kind && other.ends.client == finding.ends.client &&
               other.ends.server == finding.ends.server && other.ends.server_port == finding.ends.server_port;
      };
      if (std::find_if(joined.begin(), joined.end(), same) != joined.end()) continue;
      joined.push_back(finding);
      for (const ComparedFlow& flow : comparison.flows) {
        if (flow.fate >= Fate::NotComparable) break;
        const Ends& ends = diagnosis == &client_side ? flow.ends : flow.server_side_ends;
        const bool fits = (!finding.ends.has_client || ends.client == finding.ends.client) &&
                          (!finding.ends.has_server || ends.server == finding.ends.server) &&
                          (finding.ends.server_port == 0 || ends.server_port == finding.ends.server_port) &&
                          (finding.ends.client_port == 0 || ends.client_port == finding.ends.client_port);
        if (!fits) continue;
        joined.back().between = flow.what;
        break;
      }
    }
  std::stable_sort(joined.begin(), joined.end(),
                   [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
  return joined;
}

}  // namespace

int compare_captures(const std::string (&paths)[2], const CompareRequest& request) {
  Diagnosis diagnoses[2];
  const Opener open[2] = {[&] { return open_capture(paths[0]); }, [&] { return open_capture(paths[1]); }};
  auto comparison = compare(paths, open, {&diagnoses[0], &diagnoses[1]});
  if (!comparison) {
    std::fprintf(stderr, "error: %s\n%s\n", comparison.error().what.c_str(),
                 comparison.error().next_step.c_str());
    return 5;
  }
  bool damaged = false;
  for (const CaptureFacts& file : comparison->files)
    for (const std::string& what : file.damage) {
      std::fputs(text_of("warning: ", std::string_view{what}, '\n').c_str(), stderr);
      damaged = true;
    }
  const auto findings = joined_findings(*comparison, diagnoses[comparison->client_side],
                                        diagnoses[comparison->client_side ^ 1u]);
  Text text(1 << 16);
  if (request.json)
    write_comparison_json(*comparison, findings, text);
  else
    write_comparison_text(*comparison, findings, style_of_output(request.colour), request.detail, text);
  std::fwrite(text.view().data(), 1, text.size(), stdout);
  const bool harm = !comparison->flows.empty() && comparison->flows.front().fate < Fate::Duplicated;
  return damaged ? 4 : request.fail_on_loss && harm ? 1 : 0;
}

bool show_same_traffic(const std::string (&paths)[2]) {
  return show_same_connections(
      {[&] { return open_capture(paths[0]); }, [&] { return open_capture(paths[1]); }});
}

int run_compare(int argc, char** argv) {
  enum Option { Json = 256, All, FailOnLoss, Colour };
  static const option options[] = {{"json", no_argument, nullptr, Json},
                                   {"all", no_argument, nullptr, All},
                                   {"fail-on-loss", no_argument, nullptr, FailOnLoss},
                                   {"color", required_argument, nullptr, Colour},
                                   {"help", no_argument, nullptr, 'h'},
                                   {nullptr, 0, nullptr, 0}};
  CompareRequest request;
  for (int c; (c = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    switch (c) {
      case Json: request.json = true; break;
      case All: request.detail = Detail::Everything; break;
      case FailOnLoss: request.fail_on_loss = true; break;
      case Colour: {
        const auto colour = parse_colour(optarg);
        if (!colour) return usage(colour_complaint(optarg));
        request.colour = *colour;
        break;
      }
      case 'h': std::fwrite(help.data(), 1, help.size(), stdout); return 0;
      default: return usage("an option that compare does not know, or one without its value");
    }
  }
  if (argc - optind != 2)
    return usage("compare takes two captures", "for example:  wiretale compare client.pcap server.pcap");
  const std::string paths[2] = {argv[optind], argv[optind + 1]};
  for (const std::string& path : paths)
    if (path == "-")
      return usage("compare reads each capture twice, which standard input does not allow",
                   "save it to a file first");
  return compare_captures(paths, request);
}

}  // namespace wiretale
