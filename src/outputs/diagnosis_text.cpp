// A diagnosis as text for people.
#include <algorithm>

#include "outputs/diagnosis.h"
#include "protocols/application/tls.h"
#include "statistics/report.h"

namespace wiretale {
namespace {

constexpr size_t width = 100, ladder_width = 26, most_steps = 9;

/// Words broken into lines of `width`, each with the indent.
void put_wrapped(Text& out, std::string_view words, size_t indent, std::string_view first) {
  out.fill(indent - std::min(indent, first.size()), ' ');
  out.put(first);
  size_t column = indent;
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    if (column + word.size() + 1 > width && column > indent) {
      out.put('\n');
      out.fill(indent, ' ');
      column = indent;
    }
    if (column > indent) out.put(' ');
    out.put(word);
    column += word.size() + 1;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  out.put('\n');
}

/// Only what a terminal shows as it is; names and banners come from the wire.
std::string safe(std::string_view words) {
  std::string result;
  for (const char c : words) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte >= 0x20 && byte < 0x7f)
      result += c;
    else
      result += text_of("\\", Octal{byte, 3});
  }
  return result;
}

std::string label_of(const Mark& mark, size_t repeat) {
  switch (mark.kind) {
    case MarkKind::Syn: return repeat == 0 ? "SYN" : "SYN again";
    case MarkKind::SynAck: return repeat == 0 ? "SYN-ACK" : "SYN-ACK again";
    case MarkKind::Handshake: return "ACK, connected";
    case MarkKind::Request: return text_of("request, ", mark.value, " B");
    case MarkKind::Response: return text_of("answer, ", mark.value, " B");
    case MarkKind::Data: return text_of("data, ", mark.value, " B");
    case MarkKind::Again: return text_of("again, ", mark.value, " B");
    case MarkKind::Fin: return "FIN";
    case MarkKind::Rst: return "RST";
    case MarkKind::ZeroWindow: return "window 0";
    case MarkKind::WindowOpen: return "window opens";
    case MarkKind::Probe: return "probe";
    case MarkKind::ClientHello: return "ClientHello";
    case MarkKind::ServerHello: return "ServerHello";
    case MarkKind::Certificate: return "Certificate";
    case MarkKind::Alert: return text_of("alert ", find_name(tls::alert_names, mark.value));
    case MarkKind::Icmp: return text_of("ICMP error ", mark.value >> 8, '/', mark.value & 255);
    case MarkKind::Ack: return "ACK, no SYN";
    case MarkKind::Query: return repeat == 0 ? "query" : "query again";
    case MarkKind::Answer:
      return mark.value == 0 ? std::string("answer") : text_of("answer, rcode ", mark.value);
  }
  return "";
}

void put_ladder(const Finding& finding, Time start, Drawing drawing, Text& out) {
  if (finding.ladder.empty() || !finding.ends.has_client || !finding.ends.has_server) return;
  const std::string_view line = drawing == Drawing::Utf8 ? "\u2500" : "-",
                         wall = drawing == Drawing::Utf8 ? "\u2502" : "|";
  const std::string_view right = drawing == Drawing::Utf8 ? "\u25b6" : ">",
                         left = drawing == Drawing::Utf8 ? "\u25c0" : "<";
  const bool lost = finding.kind == Kind::syn_timeout || finding.kind == Kind::dns_timeout ||
                    finding.kind == Kind::selective_drop;
  const std::string client = to_string(finding.ends.client, finding.ends.client_port),
                    server = to_string(finding.ends.server, finding.ends.server_port);
  constexpr size_t margin = 14;
  out.put('\n');
  out.fill(margin, ' ');
  out.put(std::string_view{client});
  const size_t gap = ladder_width + 2 > client.size() ? ladder_width + 2 - client.size() : 2;
  out.fill(gap, ' ');
  out.put(std::string_view{server}, '\n');
  size_t counts[32] = {};
  const size_t total = finding.ladder.size();
  for (size_t i = 0; i < total; ++i) {
    const Mark& mark = finding.ladder[i];
    const size_t repeat = counts[static_cast<size_t>(mark.kind) & 31]++;
    if (total > most_steps && i >= 4 && i < total - (most_steps - 5)) {
      if (i == 4) {
        out.fill(margin, ' ');
        out.put(wall);
        out.fill(ladder_width / 2 - 1, ' ');
        out.put("...\n");
      }
      continue;
    }
    const std::string label = label_of(mark, repeat);
    const std::string when =
        mark.time.nanoseconds == 0 ? "" : text_of(Fixed{(mark.time - start).seconds(), 3}, " s");
    out.fill(margin - 2 - std::min(margin - 2, when.size()), ' ');
    out.put(std::string_view{when}, "  ", wall);
    const size_t dashes = ladder_width - std::min(ladder_width, label.size() + 3);
    if (!mark.from_client) out.put(left);
    out.put(line, ' ', std::string_view{label}, ' ');
    for (size_t d = 0; d < dashes; ++d) out.put(line);
    if (mark.from_client) out.put(lost ? std::string_view{"X"} : right);
    if (!(mark.from_client && lost)) out.put(wall);
    if (mark.packet != 0) out.put("  #", mark.packet);
    out.put('\n');
  }
  out.put('\n');
}

void put_finding(const Finding& finding, Time start, Drawing drawing, Text& out) {
  static constexpr std::string_view tags[] = {" INFO   ", " WARN   ", " ERROR  "};
  static constexpr std::string_view confidences[] = {"low", "medium", "high"};
  put_wrapped(out,
              text_of(std::string_view{safe(finding.what)}, "   [", info_of(finding.kind).name,
                      ", sure: ", confidences[static_cast<size_t>(finding.confidence)], ']'),
              8, tags[static_cast<size_t>(finding.severity)]);
  put_wrapped(out, safe(finding.detail), 10, "");
  put_ladder(finding, start, drawing, out);
  std::string packets;
  const size_t shown = std::min<size_t>(finding.packets.size(), 8);
  for (size_t i = 0; i < shown; ++i) packets += text_of(i == 0 ? "#" : " #", finding.packets[i]);
  if (shown < finding.packets.size()) packets += text_of(" and ", finding.packets.size() - shown, " more");
  constexpr size_t column = 24;
  if (!packets.empty()) put_wrapped(out, packets, column, "Packets             ");
  if (!finding.why.empty()) put_wrapped(out, safe(finding.why), column, "Why we think so     ");
  if (!finding.ruled_out.empty()) put_wrapped(out, finding.ruled_out, column, "Ruled out           ");
  if (!finding.cannot_tell.empty()) put_wrapped(out, finding.cannot_tell, column, "Cannot tell         ");
  if (!finding.cause.empty()) put_wrapped(out, finding.cause, column, "Likely causes       ");
  for (size_t i = 0; i < finding.checks.size(); ++i)
    put_wrapped(out, finding.checks[i], column, i == 0 ? "Check next          " : "");
  out.put('\n');
}

}  // namespace

void write_diagnosis_text(std::span<const Finding> findings, const DiagnosisFrame& frame, Drawing drawing,
                          Detail detail, Text& out) {
  out.put(std::string_view{safe(frame.title)}, "  ", std::string_view{count_text(frame.packets)},
          " packets, ", std::string_view{size_text(static_cast<double>(frame.bytes))}, ", ",
          std::string_view{duration_text(frame.last - frame.first)}, "      read in ",
          std::string_view{duration_text(frame.took)}, "\n\n");
  size_t counts[3] = {}, hidden = 0;
  for (const Finding& finding : findings) {
    ++counts[static_cast<size_t>(finding.severity)];
    if (finding.severity == Severity::Info && detail == Detail::Usual &&
        finding.severity < info_of(finding.kind).severity) {
      ++hidden;
      continue;
    }
    put_finding(finding, frame.first, drawing, out);
  }
  if (frame.evicted_flows != 0)
    out.put("note: ", frame.evicted_flows,
            " flows were judged early: more were alive at a time than the limit allows\n");
  const size_t checks = all_kinds().size();
  if (findings.empty()) {
    out.put("Nothing wrong found. ", checks, " kinds of faults were looked for in ",
            std::string_view{count_text(frame.flows)}, " flows:\n");
    std::string names;
    for (const KindInfo& info : all_kinds()) names += text_of(names.empty() ? "" : ", ", info.name);
    put_wrapped(out, names, 2, "");
    return;
  }
  std::vector<Kind> seen;
  for (const Finding& finding : findings)
    if (std::find(seen.begin(), seen.end(), finding.kind) == seen.end()) seen.push_back(finding.kind);
  out.put(findings.size(), findings.size() == 1 ? " finding (" : " findings (", counts[2], " error, ",
          counts[1], " warning, ", counts[0], " info), ", checks - seen.size(), " checks passed",
          hidden != 0 ? "; not shown: " : "");
  if (hidden != 0) out.put(hidden);
  if (detail == Detail::Everything) {
    out.put(":\n");
    std::string names;
    for (size_t i = 0; i < checks; ++i)
      if (std::find(seen.begin(), seen.end(), static_cast<Kind>(i)) == seen.end())
        names += text_of(names.empty() ? "" : ", ", all_kinds()[i].name);
    put_wrapped(out, names, 2, "");
  } else {
    out.put(": --all lists them.\n");
  }
}

}  // namespace wiretale
