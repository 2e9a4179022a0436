// A comparison as text.
#include <algorithm>
#include <cmath>
#include <map>

#include "comparison/report.h"
#include "findings/checks.h"
#include "outputs/wrapped_text.h"
#include "statistics/report.h"

namespace wiretale {
namespace {

constexpr size_t column = 14;

void put_line(std::string_view title, std::string_view words, Painter& paint) {
  paint.put(title, Ink::Strong);
  paint.spaces(column - std::min(column - 1, title.size()));
  paint.wrap(words, column, column);
}

std::string words_of(const CaptureFacts& file) {
  return text_of(std::string_view{file.name}, "  ",
                 std::string_view{counted(file.packets, "packet", "packets")}, ", ",
                 std::string_view{duration_text(file.last - file.first)}, " from ",
                 std::string_view{date_text(file.first)});
}

std::string name_of(const ComparedFlow& flow) {
  const auto ends = [](const Ends& all) {
    return text_of(std::string_view{to_string(all.client, all.client_port)}, " -> ",
                   std::string_view{to_string(all.server, all.server_port)});
  };
  std::string name = ends(flow.ends);
  if (flow.translated)
    name += text_of(", at the server's side ", std::string_view{ends(flow.server_side_ends)});
  return name;
}

Ink ink_of(Fate fate) {
  return fate <= Fate::Silenced ? Ink::Red : fate <= Fate::Delayed ? Ink::Yellow : Ink::Faint;
}

/// What devices in between have changed, over all flows.
void put_changes(const Comparison& all, Painter& paint) {
  std::map<std::string, uint64_t> changes;
  for (const ComparedFlow& flow : all.flows) {
    if (flow.translated && flow.ends.server == flow.server_side_ends.server &&
        flow.ends.server_port == flow.server_side_ends.server_port)
      ++changes[text_of("client address ", std::string_view{to_string(flow.ends.client)}, " becomes ",
                        std::string_view{to_string(flow.server_side_ends.client)}, " (NAT)")];
    else if (flow.translated)
      ++changes[text_of(
          "server ", std::string_view{to_string(flow.ends.server, flow.ends.server_port)}, " becomes ",
          std::string_view{to_string(flow.server_side_ends.server, flow.server_side_ends.server_port)},
          " (NAT)")];
    for (const unsigned way : {0u, 1u}) {
      const std::string_view whose = way == 0 ? "the client's" : "the server's";
      if (flow.segment_limit_sent[way] != 0)
        ++changes[text_of("MSS in ", whose, " SYN: ", flow.segment_limit_sent[way], " becomes ",
                          flow.segment_limit_arrived[way])];
      if (flow.scaling_stripped[way]) ++changes[text_of("window scaling is taken out of ", whose, " SYN")];
    }
    if (flow.sequence_changed) ++changes["TCP sequence numbers are replaced"];
  }
  constexpr size_t most = 8;
  size_t shown = 0;
  for (const auto& [words, count] : changes) {
    if (shown++ == most) break;
    put_line(shown == 1 ? "changed" : "",
             text_of(std::string_view{words}, ": ", std::string_view{counted(count, "flow", "flows")}),
             paint);
  }
}

void put_path(const Comparison& all, Painter& paint) {
  std::string words;
  for (const unsigned way : {0u, 1u}) {
    Duration least{INT64_MAX};
    int hops = -1;
    for (const ComparedFlow& flow : all.flows) {
      if (flow.ways[way].timed != 0) least = std::min(least, flow.delays_least[way]);
      if (hops < 0) hops = flow.hops[way];
    }
    if (least.nanoseconds == INT64_MAX) continue;
    words += text_of(words.empty() ? "" : "; ", way == 0 ? "to the server " : "to the client ");
    if (hops >= 0) words += counted(static_cast<uint64_t>(hops), "router", "routers") + ", ";
    words += text_of("at least ", std::string_view{duration_text(std::max(least, Duration{}))});
  }
  if (!words.empty()) put_line("path", words, paint);
}

/// Equal fates of one client and one service are told once.
struct Group {
  const ComparedFlow* first;
  uint64_t count = 0;
};
std::vector<Group> groups_of(const Comparison& all) {
  std::map<std::string, size_t> index;
  std::vector<Group> groups;
  for (const ComparedFlow& flow : all.flows) {
    if (flow.fate >= Fate::NotComparable) continue;
    const std::string key =
        text_of(static_cast<unsigned>(flow.fate), ' ', std::string_view{to_string(flow.ends.client)}, ' ',
                std::string_view{to_string(flow.ends.server, flow.ends.server_port)});
    const auto [at, fresh] = index.emplace(key, groups.size());
    if (fresh) groups.push_back({&flow});
    ++groups[at->second].count;
  }
  return groups;
}

void put_group(const Group& group, Painter& paint) {
  const ComparedFlow& flow = *group.first;
  paint.put(text_of(' ', Left{word_of(flow.fate), 17}), ink_of(flow.fate));
  paint.wrap(name_of(flow), 18, 18, Ink::Strong);
  std::string words = flow.what;
  if (group.count > 1) words += text_of("; ", group.count, " such connections");
  paint.spaces(3);
  paint.wrap(words, 3, 3);
  if (!flow.evidence.empty() || flow.confidence != Confidence::High) {
    paint.spaces(3);
    paint.wrap(text_of(std::string_view{flow.evidence},
                       flow.evidence.empty() ? "sure: " : "   sure: ", word_of(flow.confidence)),
               3, 3, Ink::Faint);
  }
  paint.line();
}

std::string rate_of(const PassageFacts& facts) { return text_of(facts.sent, " / ", facts.lost.count); }

void put_table(const Comparison& all, size_t most, Painter& paint) {
  Text& out = paint.out();
  if (all.flows.empty()) return;
  size_t width = 20;
  const size_t shown = std::min(most, all.flows.size());
  std::vector<std::string> names;
  for (size_t i = 0; i < shown; ++i) {
    const Ends& ends = all.flows[i].ends;
    names.push_back(text_of(std::string_view{to_string(ends.client, ends.client_port)}, " -> ",
                            std::string_view{to_string(ends.server, ends.server_port)}));
    width = std::max(width, names.back().size());
  }
  const auto wide = static_cast<unsigned>(width);
  out.put(Left{"FLOW", wide}, "  ", Left{"> SENT / LOST", 14}, Left{"> DELAY", 10}, Left{"< SENT / LOST", 14},
          Left{"< DELAY", 10}, "FATE\n");
  for (size_t i = 0; i < shown; ++i) {
    const ComparedFlow& flow = all.flows[i];
    out.put(Left{names[i], wide}, "  ");
    for (const unsigned way : {0u, 1u}) {
      out.put(Left{rate_of(flow.ways[way]), 14});
      out.put(Left{
          flow.ways[way].timed == 0 ? "-" : duration_text(std::max(flow.delays_mean[way], Duration{})), 10});
    }
    out.put(word_of(flow.fate), '\n');
  }
  if (shown < all.flows.size()) out.put(all.flows.size() - shown, " more flows: --all\n");
  paint.line();
}

}  // namespace

std::string words_of(const ClockOffset& clocks) {
  if (clocks.samples == 0) return "no packet is in both captures: the clocks are taken as equal";
  const double offset = clocks.offset.seconds();
  std::string words = text_of(Fixed{std::abs(offset), 6}, offset >= 0 ? " s ahead of" : " s behind");
  words += " that of the first file";
  if (clocks.both_ways)
    words += text_of(", right to ", std::string_view{duration_text(clocks.doubt)});
  else
    words += ", if its fastest packet took no time: only one direction is in both captures";
  if (clocks.drift != 0) words += text_of("; it gains ", Fixed{clocks.drift * 1e6, 1}, " us each second");
  return words;
}

void write_comparison_text(const Comparison& comparison, std::span<const Finding> findings,
                           const TextStyle& style, Detail detail, Text& out) {
  Painter paint(out, style);
  put_line("client side", words_of(comparison.client_file()), paint);
  put_line("server side", words_of(comparison.server_file()), paint);
  if (!comparison.sides_known)
    put_line("", "which side is whose does not show; the order of the files is believed", paint);
  put_line("clocks",
           text_of("the clock of ", std::string_view{comparison.files[1].name}, " is ",
                   std::string_view{words_of(comparison.clocks)}),
           paint);
  put_path(comparison, paint);
  put_changes(comparison, paint);
  std::string compared =
      text_of(std::string_view{counted(comparison.paired, "flow", "flows")}, " in both captures");
  if (comparison.until > comparison.from)
    compared += text_of(", which cover ", std::string_view{duration_text(comparison.until - comparison.from)},
                        " together");
  for (const unsigned file : {0u, 1u})
    if (comparison.only_in[file] != 0)
      compared +=
          text_of("; ", comparison.only_in[file], " only in ", std::string_view{comparison.files[file].name});
  put_line("compared", compared, paint);
  if (comparison.left_out != 0)
    put_line("left out", text_of(comparison.left_out, " packets of more flows than are compared"), paint);
  if (comparison.overflows != 0)
    put_line("left out", text_of(comparison.overflows, " packets in flight were more than the window holds"),
             paint);
  paint.line();
  const std::vector<Group> groups = groups_of(comparison);
  for (const Group& group : groups) put_group(group, paint);
  if (groups.empty()) {
    if (comparison.paired == 0)
      paint.put("Nothing to compare: no flow is in both captures", Ink::Yellow);
    else
      paint.put("Nothing got lost, delayed or changed between the two points", Ink::Green);
    paint.line();
    paint.line();
  }
  put_table(comparison, detail == Detail::Everything ? comparison.flows.size() : 10, paint);
  for (const Finding& finding : findings) {
    if (is_note(finding) && detail == Detail::Usual) continue;
    paint.put(text_of(' ', word_of(finding.severity), "  "),
              finding.severity == Severity::Error ? Ink::Red : Ink::Yellow);
    paint.wrap(finding.what, 8, 8, Ink::Strong);
    if (!finding.between.empty()) {
      paint.spaces(3);
      paint.put("between the points: ");
      paint.wrap(finding.between, 23, 23);
    }
  }
  if (!findings.empty())
    out.put("\nThe findings in full:  wiretale diagnose ", std::string_view{comparison.client_file().name},
            '\n');
}

}  // namespace wiretale
