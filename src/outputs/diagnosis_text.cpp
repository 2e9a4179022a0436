// A diagnosis as text for people.
#include <algorithm>

#include "findings/checks.h"
#include "outputs/diagnosis.h"
#include "outputs/ladder.h"
#include "outputs/wrapped_text.h"
#include "statistics/report.h"

namespace wiretale {
namespace {

constexpr size_t margin = 3, column = margin + 18, most_steps = 9, most_packets = 8;

Ink ink_of(Severity severity) {
  return severity == Severity::Error ? Ink::Red : severity == Severity::Warn ? Ink::Yellow : Ink::Blue;
}

struct Lines {
  std::string_view line, wall, right, left;
};
Lines lines_of(Drawing drawing) {
  return drawing == Drawing::Utf8 ? Lines{"\u2500", "\u2502", "\u25b6", "\u25c0"} : Lines{"-", "|", ">", "<"};
}

void put_step(const LadderStep& step, size_t lane, const Lines& lines, Painter& paint) {
  Text& out = paint.out();
  const std::string when = step.timed ? text_of(Fixed{step.at.seconds(), 3}, " s") : "";
  constexpr size_t time_width = 12;
  paint.spaces(time_width - std::min(time_width, when.size()));
  paint.put(when, Ink::Faint);
  out.put("  ", lines.wall);
  if (step.left_out) {
    paint.spaces((lane - 3) / 2);
    out.put("...");
    paint.spaces(lane - 3 - (lane - 3) / 2);
    out.put(lines.wall, '\n');
    return;
  }
  // The arrow's head takes one place, on the side where it arrives.
  const size_t dashes = lane - std::min(lane, step.label.size() + 4);
  if (!step.from_client) out.put(lines.left);
  out.put(lines.line, ' ');
  paint.put(step.label, step.arrives ? Ink::Plain : Ink::Yellow);
  out.put(' ');
  for (size_t i = 0; i < dashes; ++i) out.put(lines.line);
  if (step.from_client && !step.arrives) paint.put("X", Ink::Red);
  if (step.from_client && step.arrives) out.put(lines.right);
  out.put(step.arrives ? lines.wall : " ");
  if (step.packet != 0) paint.put(text_of("  #", step.packet), Ink::Faint);
  out.put('\n');
}

void put_ladder(const Finding& finding, Painter& paint) {
  const Ladder ladder = ladder_of(finding, most_steps);
  if (ladder.steps.empty()) return;
  size_t lane = std::max<size_t>(26, ladder.client.size() + 2);
  for (const LadderStep& step : ladder.steps) lane = std::max(lane, step.label.size() + 6);
  constexpr size_t wall = 14;
  paint.line();
  paint.spaces(wall);
  paint.put(ladder.client, Ink::Strong);
  paint.spaces(lane + 1 - ladder.client.size());
  paint.put(ladder.server, Ink::Strong);
  paint.line();
  for (const LadderStep& step : ladder.steps) put_step(step, lane, lines_of(paint.style().drawing), paint);
}

void put_part(std::string_view title, std::string_view words, Painter& paint) {
  if (words.empty()) return;
  paint.spaces(margin);
  paint.put(title, Ink::Strong);
  paint.spaces(column - std::min(column - 1, margin + title.size()));
  paint.wrap(words, column, column);
}

void put_checks(const Finding& finding, Painter& paint) {
  if (finding.checks.empty()) return;
  paint.spaces(margin);
  paint.put("Check next", Ink::Strong);
  paint.line();
  for (size_t i = 0; i < finding.checks.size(); ++i) {
    const Check& check = finding.checks[i];
    const std::string number = text_of(Padded{i + 1, 3}, "  ");
    const size_t indent = margin + number.size();
    paint.spaces(margin);
    paint.put(number);
    if (check.command.empty()) {
      paint.wrap(check.note, indent, indent);
      continue;
    }
    paint.put(check.command, Ink::Green);
    if (check.note.empty()) {
      paint.line();
    } else if (indent + check.command.size() + check.note.size() + 5 <= paint.style().width) {
      paint.spaces(3);
      paint.put(text_of('(', check.note, ')'), Ink::Faint);
      paint.line();
    } else {
      paint.line();
      paint.spaces(indent + 2);
      paint.wrap(text_of('(', check.note, ')'), indent + 2, indent + 3, Ink::Faint);
    }
  }
}

void put_headline(const Finding& finding, Painter& paint) {
  static constexpr std::string_view tags[] = {" INFO   ", " WARN   ", " ERROR  "};
  const std::string_view tag = tags[static_cast<size_t>(finding.severity)];
  paint.put(tag, ink_of(finding.severity));
  const std::string sure = text_of("sure: ", word_of(finding.confidence));
  const size_t used = tag.size() + finding.what.size();
  const size_t width = paint.style().width;
  if (used + 3 + sure.size() <= width) {
    paint.put(finding.what, Ink::Strong);
    paint.spaces(width - used - sure.size());
    paint.put(sure, Ink::Faint);
    paint.line();
  } else {
    paint.wrap(finding.what, tag.size(), tag.size(), Ink::Strong);
    paint.spaces(tag.size());
    paint.put(sure, Ink::Faint);
    paint.line();
  }
}

/// A finding that follows from another one needs only its sentence and its packets.
void put_symptom(const Finding& finding, Painter& paint) {
  put_headline(finding, paint);
  put_part("Follows from", text_of(info_of(finding.root).name, " above"), paint);
  put_part("Packets", packet_list(finding.packets, most_packets), paint);
  paint.line();
}

void put_finding(const Finding& finding, Time start, Painter& paint) {
  put_headline(finding, paint);
  if (!finding.detail.empty()) {
    paint.spaces(margin);
    paint.wrap(finding.detail, margin, margin);
  }
  put_ladder(finding, paint);
  if (finding.healthy.count != 0) {
    paint.spaces(margin);
    paint.put("healthy: ", Ink::Green);
    paint.wrap(words_of(finding.healthy), margin + 9, margin + 9);
  }
  paint.line();
  put_part("Explains", symptoms_of(finding), paint);
  put_part("Why we think so", finding.why, paint);
  put_part("Time spent", words_of(finding.times), paint);
  put_part("Ruled out", finding.ruled_out, paint);
  put_part("Cannot tell", finding.cannot_tell, paint);
  put_part("Likely causes", finding.cause, paint);
  std::string where = packet_list(finding.packets, most_packets);
  if (finding.first.nanoseconds != 0)
    where += text_of(where.empty() ? "" : ", ", "from ", std::string_view{date_text(finding.first)}, " (+",
                     Fixed{(finding.first - start).seconds(), 3}, " s) on");
  put_part("Packets, time", where, paint);
  put_checks(finding, paint);
  put_part("More", text_of("wiretale diagnose --explain ", info_of(finding.kind).name), paint);
  paint.line();
}

/// The names of checks by family.
void put_checks_passed(const std::vector<Kind>& kinds, Painter& paint) {
  for (size_t i = 0; i < kinds.size();) {
    const std::string_view family = family_of(kinds[i]);
    std::string names;
    for (; i < kinds.size() && family_of(kinds[i]) == family; ++i)
      names += text_of(names.empty() ? "" : ", ", info_of(kinds[i]).name);
    put_part(family, names, paint);
  }
}

void put_title(const DiagnosisFrame& frame, Painter& paint) {
  paint.put(frame.title, Ink::Strong);
  paint.put(text_of("  ", std::string_view{counted(frame.packets, "packet", "packets")}, ", ",
                    std::string_view{size_text(static_cast<double>(frame.bytes))}, ", ",
                    std::string_view{duration_text(frame.last - frame.first)}));
  if (frame.packets != 0) paint.put(text_of(" from ", std::string_view{date_text(frame.first)}));
  paint.put(text_of("      read in ", std::string_view{duration_text(frame.took)}), Ink::Faint);
  paint.line();
  paint.line();
}

}  // namespace

void write_diagnosis_text(std::span<const Finding> findings, const DiagnosisFrame& frame,
                          const TextStyle& style, Detail detail, Text& out) {
  Painter paint(out, style);
  put_title(frame, paint);
  size_t hidden = 0;
  for (const Finding& finding : findings) {
    if (is_note(finding) && detail == Detail::Usual)
      ++hidden;
    else if (finding.root != Kind::count && detail == Detail::Usual)
      put_symptom(finding, paint);
    else
      put_finding(finding, frame.first, paint);
  }
  if (frame.evicted_flows != 0)
    out.put("note: ", frame.evicted_flows,
            " flows were judged early: more were alive at a time than the limit allows\n");
  const std::vector<Kind> passed = passed_checks(findings);
  if (findings.empty()) {
    paint.put("Nothing wrong found", Ink::Green);
    out.put(" in ", std::string_view{counted(frame.flows, "flow", "flows")},
            ". Looked for, and not there:\n");
    put_checks_passed(passed, paint);
    out.put("What a name means:  wiretale diagnose --explain NAME\n");
    return;
  }
  out.put(std::string_view{count_of_findings(findings)}, ", ", passed.size(), " checks passed");
  if (detail == Detail::Everything) {
    out.put(":\n");
    put_checks_passed(passed, paint);
  } else {
    out.put(": --all lists them");
    if (hidden != 0)
      out.put(", and shows ", std::string_view{counted(hidden, "note", "notes")}, " left out here");
    out.put(".\n");
  }
}

}  // namespace wiretale
