// A diagnosis as one HTML page: no script, no request, readable in the dark and on paper.
#include <algorithm>

#include "base/escapes.h"
#include "findings/checks.h"
#include "outputs/diagnosis.h"
#include "outputs/ladder.h"
#include "statistics/report.h"

namespace wiretale {
namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="wiretale diagnose">
<style>
:root { --page: #f6f7f9; --card: #fff; --text: #1a1d21; --soft: #555d68; --line: #d5dae1; --code: #eef1f5;
  --error: #b3141d; --warn: #8a5200; --info: #1a5fb4; --good: #1b6e38; }
@media (prefers-color-scheme: dark) {
  :root { --page: #14171b; --card: #1d2127; --text: #e8eaed; --soft: #a5adb8; --line: #3a414b; --code: #272d35;
    --error: #ff8a8a; --warn: #f3b95f; --info: #8ab8ff; --good: #7fd69a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 0 0 .3rem; line-height: 1.35; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: .3rem 0; }
.soft { color: var(--soft); }
section { background: var(--card); border: 1px solid var(--line); border-left-width: .4rem; border-radius: .5rem;
  padding: 1rem 1.2rem; margin: 1.2rem 0; }
section.error { border-left-color: var(--error); } section.warn { border-left-color: var(--warn); }
section.info { border-left-color: var(--info); } section.good { border-left-color: var(--good); }
.tag { font-weight: 700; text-transform: uppercase; font-size: .8rem; letter-spacing: .05em; margin-right: .6em; }
.error .tag, td.error { color: var(--error); } .warn .tag, td.warn { color: var(--warn); }
.info .tag, td.info { color: var(--info); } .good .tag { color: var(--good); }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; background: var(--card); }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border: 1px solid var(--line);
  overflow-wrap: anywhere; }
th { font-weight: 600; white-space: nowrap; }
section table { margin: .8rem 0 0; } section table th { width: 11rem; }
code { font: .875rem/1.45 ui-monospace, monospace; }
ol { padding-left: 1.5rem; margin: .3rem 0; } li { margin: .5rem 0; }
li code { display: block; background: var(--code); border-radius: .3rem; padding: .4rem .6rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
figure { margin: 1rem 0 0; overflow-x: auto; }
figcaption { color: var(--good); margin-top: .4rem; }
svg { display: block; max-width: 44rem; width: 100%; min-width: 30rem; height: auto; }
svg text { fill: var(--text); font: 13px ui-monospace, monospace; }
svg .faint { fill: var(--soft); } svg .end { font-weight: 700; }
svg line, svg path { stroke: var(--text); stroke-width: 1.3; fill: none; }
svg .wall { stroke: var(--line); stroke-width: 2; } svg .lost { stroke: var(--error); }
a { color: var(--info); }
@media print { :root { --page: #fff; --card: #fff; --text: #000; --soft: #333; --line: #999; --code: #f2f2f2;
  --error: #900; --warn: #640; --info: #036; --good: #050; } body { font-size: 10.5pt; } section { break-inside: avoid; }
  main { max-width: none; padding: 0; } svg { min-width: 0; } }
</style>
)";

/// Words from anywhere: control characters, bytes beyond ASCII and markup are made harmless.
void put_words(Text& out, std::string_view words) {
  append_xml(out, text_of(Escaped{{reinterpret_cast<const uint8_t*>(words.data()), words.size()}}));
}

void put_row(Text& out, std::string_view title, std::string_view words) {
  if (words.empty()) return;
  out.put("<tr><th scope=\"row\">", title, "</th><td>");
  put_words(out, words);
  out.put("</td></tr>\n");
}

std::string_view tag_of(Severity severity) {
  return severity == Severity::Error ? "error" : severity == Severity::Warn ? "warning" : "note";
}

// The picture's measures, in its own units.
constexpr size_t picture_width = 700, left_wall = 120, right_wall = 560, top = 44, step_height = 30;

void put_arrow(const LadderStep& step, size_t y, Text& out) {
  const size_t middle = (left_wall + right_wall) / 2;
  if (step.left_out) {
    out.put("<text x=\"", middle, "\" y=\"", y - 2, "\" text-anchor=\"middle\">...</text>\n");
    return;
  }
  const size_t end = step.arrives ? right_wall : right_wall - 70;
  if (step.timed)
    out.put("<text class=\"faint\" x=\"", left_wall - 10, "\" y=\"", y + 4, "\" text-anchor=\"end\">",
            Fixed{step.at.seconds(), 3}, " s</text>");
  out.put("<text x=\"", middle, "\" y=\"", y - 5, "\" text-anchor=\"middle\">");
  put_words(out, step.label);
  out.put("</text><line x1=\"", left_wall, "\" y1=\"", y, "\" x2=\"", end, "\" y2=\"", y, "\"/>");
  if (!step.arrives)
    out.put("<path class=\"lost\" d=\"M", end - 6, ' ', y - 6, "l12 12m0 -12l-12 12\"/>");
  else if (step.from_client)
    out.put("<path d=\"M", end - 9, ' ', y - 5, "l9 5l-9 5\"/>");
  else
    out.put("<path d=\"M", left_wall + 9, ' ', y - 5, "l-9 5l9 5\"/>");
  if (step.packet != 0)
    out.put("<text class=\"faint\" x=\"", right_wall + 12, "\" y=\"", y + 4, "\">#", step.packet, "</text>");
  out.put('\n');
}

/// The ladder for those who do not see it.
std::string words_of(const Ladder& ladder) {
  std::string words = text_of("Ladder between ", std::string_view{ladder.client}, " and ",
                              std::string_view{ladder.server}, ':');
  for (const LadderStep& step : ladder.steps) {
    if (step.left_out) {
      words += " steps left out;";
      continue;
    }
    words += text_of(step.from_client ? " client: " : " server: ", std::string_view{step.label});
    if (step.packet != 0) words += text_of(" (packet ", step.packet, ')');
    words += step.arrives ? ";" : ", not answered;";
  }
  words.back() = '.';
  return words;
}

void put_ladder(const Finding& finding, Text& out) {
  constexpr size_t most_steps = 16;
  const Ladder ladder = ladder_of(finding, most_steps);
  if (ladder.steps.empty()) return;
  const size_t height = top + ladder.steps.size() * step_height + 10;
  out.put("<figure>\n<svg viewBox=\"0 0 ", picture_width, ' ', height, "\" role=\"img\" aria-label=\"");
  put_words(out, words_of(ladder));
  out.put("\">\n<text class=\"end\" x=\"", left_wall, "\" y=\"16\" text-anchor=\"middle\">");
  put_words(out, ladder.client);
  out.put("</text><text class=\"end\" x=\"", right_wall, "\" y=\"16\" text-anchor=\"middle\">");
  put_words(out, ladder.server);
  out.put("</text>\n");
  for (const size_t x : {left_wall, right_wall})
    out.put("<line class=\"wall\" x1=\"", x, "\" y1=\"24\" x2=\"", x, "\" y2=\"", height - 4, "\"/>\n");
  for (size_t i = 0; i < ladder.steps.size(); ++i)
    put_arrow(ladder.steps[i], top + i * step_height + 12, out);
  out.put("</svg>\n");
  if (finding.healthy.count != 0) {
    out.put("<figcaption>healthy: ");
    put_words(out, words_of(finding.healthy));
    out.put("</figcaption>\n");
  }
  out.put("</figure>\n");
}

void put_checks(const Finding& finding, Text& out) {
  if (finding.checks.empty()) return;
  out.put("<h3>Check next</h3>\n<ol>\n");
  for (const Check& check : finding.checks) {
    out.put("<li>");
    put_words(out, check.note);
    if (!check.command.empty()) {
      out.put("<code>");
      put_words(out, check.command);
      out.put("</code>");
    }
    out.put("</li>\n");
  }
  out.put("</ol>\n");
}

void put_finding(const Finding& finding, size_t number, const DiagnosisFrame& frame, Text& out) {
  const std::string_view level = word_of(finding.severity);
  out.put("<section class=\"", level, "\" id=\"f", number, "\" aria-labelledby=\"h", number,
          "\">\n<h2 id=\"h", number, "\"><span class=\"tag\">", tag_of(finding.severity), "</span>");
  put_words(out, finding.what);
  out.put("</h2>\n<p class=\"soft\">sure: ", word_of(finding.confidence), " &middot; kind: <code>",
          info_of(finding.kind).name, "</code></p>\n");
  if (!finding.detail.empty()) {
    out.put("<p>");
    put_words(out, finding.detail);
    out.put("</p>\n");
  }
  put_ladder(finding, out);
  out.put("<table>\n");
  if (finding.root != Kind::count) put_row(out, "Follows from", info_of(finding.root).name);
  put_row(out, "Explains", symptoms_of(finding));
  put_row(out, "Why we think so", finding.why);
  put_row(out, "Time spent", words_of(finding.times));
  put_row(out, "Ruled out", finding.ruled_out);
  put_row(out, "Cannot tell", finding.cannot_tell);
  put_row(out, "Likely causes", finding.cause);
  put_row(out, "Packets", packet_list(finding.packets, 24));
  if (finding.first.nanoseconds != 0)
    put_row(out, "Time",
            text_of(std::string_view{date_text(finding.first)}, ", ",
                    Fixed{(finding.first - frame.first).seconds(), 3}, " s to ",
                    Fixed{(finding.last - frame.first).seconds(), 3}, " s of the capture"));
  out.put("</table>\n");
  put_checks(finding, out);
  out.put("</section>\n");
}

void put_overview(std::span<const Finding> findings, Text& out) {
  out.put("<table>\n<caption>", std::string_view{count_of_findings(findings)},
          "</caption>\n<thead><tr><th scope=\"col\">Severity</th><th scope=\"col\">What is wrong</th>"
          "<th scope=\"col\">Sure</th></tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    out.put("<tr><td class=\"", word_of(finding.severity), "\">", tag_of(finding.severity),
            "</td><td><a href=\"#f", i + 1, "\">");
    put_words(out, finding.what);
    out.put("</a></td><td>", word_of(finding.confidence), "</td></tr>\n");
  }
  out.put("</tbody>\n</table>\n");
}

void put_passed(std::span<const Finding> findings, Text& out) {
  const std::vector<Kind> passed = passed_checks(findings);
  out.put("<section class=\"good\" aria-labelledby=\"passed\">\n<h2 id=\"passed\">", passed.size(),
          " checks passed</h2>\n<p class=\"soft\">Looked for, and not there.</p>\n<table>\n");
  for (size_t i = 0; i < passed.size();) {
    const std::string_view family = family_of(passed[i]);
    out.put("<tr><th scope=\"row\">", family, "</th><td>");
    for (const size_t first = i; i < passed.size() && family_of(passed[i]) == family; ++i)
      out.put(i == first ? "" : ", ", "<span title=\"", info_of(passed[i]).title, "\">",
              info_of(passed[i]).name, "</span>");
    out.put("</td></tr>\n");
  }
  out.put("</table>\n</section>\n");
}

}  // namespace

void write_diagnosis_html(std::span<const Finding> findings, const DiagnosisFrame& frame, Text& out) {
  out.put(head, "<title>Diagnosis of ");
  put_words(out, frame.title);
  out.put("</title>\n</head>\n<body>\n<main>\n<h1>");
  put_words(out, frame.title);
  out.put("</h1>\n<p class=\"soft\">", std::string_view{counted(frame.packets, "packet", "packets")}, ", ",
          std::string_view{counted(frame.flows, "flow", "flows")}, ", ",
          std::string_view{size_text(static_cast<double>(frame.bytes))}, ", ",
          std::string_view{duration_text(frame.last - frame.first)});
  if (frame.packets != 0) out.put(" from ", std::string_view{date_text(frame.first)});
  out.put("</p>\n");
  if (frame.evicted_flows != 0)
    out.put("<p>", frame.evicted_flows,
            " flows were judged early: more were alive at a time than the limit allows.</p>\n");
  if (findings.empty())
    out.put(
        "<section class=\"good\"><h2><span class=\"tag\">good</span>Nothing wrong found</h2></section>\n");
  else
    put_overview(findings, out);
  for (size_t i = 0; i < findings.size(); ++i) put_finding(findings[i], i + 1, frame, out);
  put_passed(findings, out);
  out.put(
      "<p class=\"soft\">What a kind means: <code>wiretale diagnose --explain KIND</code></p>\n"
      "</main>\n</body>\n</html>\n");
}

}  // namespace wiretale
