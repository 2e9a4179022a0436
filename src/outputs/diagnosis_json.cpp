// A diagnosis as JSON.
#include "base/escapes.h"
#include "outputs/diagnosis.h"
#include "outputs/ladder.h"
#include "statistics/report.h"

namespace wiretale {
namespace {

std::string_view protocol_word(uint8_t transport) {
  switch (transport) {
    case 6: return "tcp";
    case 17: return "udp";
    case 1: return "icmp";
    case 58: return "icmp6";
    case 255: return "arp";
    default: return "ip";
  }
}

void put_member(Text& out, std::string_view key, std::string_view words) {
  if (words.empty()) return;
  out.put(",\"", key, "\":");
  append_json_string(out, words);
}

void write_flow(const Ends& ends, Text& out) {
  out.put("\"flow\":{\"proto\":\"", protocol_word(ends.transport), '"');
  if (ends.has_client && !ends.client.unspecified())
    put_member(out, "client", to_string(ends.client, ends.client_port));
  if (ends.has_server && !ends.server.unspecified())
    put_member(out, "server", to_string(ends.server, ends.server_port));
  if (ends.vni != 0) out.put(",\"overlay\":{\"vni\":", ends.vni, '}');
  out.put('}');
}

void write_symptoms(const Finding& finding, Text& out) {
  if (finding.explains.empty()) return;
  out.put(",\"explains\":[");
  for (const Symptom& symptom : finding.explains) {
    out.put(&symptom == finding.explains.data() ? "" : ",", "{\"kind\":\"", info_of(symptom.kind).name,
            "\",\"count\":", symptom.count, ',');
    write_flow(symptom.ends, out);
    out.put('}');
  }
  out.put(']');
}

void write_ladder(const Finding& finding, Text& out) {
  const Ladder ladder = ladder_of(finding, finding.ladder.size());
  if (ladder.steps.empty()) return;
  out.put(",\"ladder\":[");
  for (const LadderStep& step : ladder.steps) {
    if (&step != ladder.steps.data()) out.put(',');
    out.put("{\"from\":\"", step.from_client ? "client" : "server", "\",\"packet\":", step.packet);
    if (step.timed) out.put(",\"at\":", Fixed{step.at.seconds(), 6});
    put_member(out, "what", step.label);
    out.put('}');
  }
  out.put(']');
}

}  // namespace

void write_diagnosis_json(std::span<const Finding> findings, const DiagnosisFrame& frame, Text& out) {
  out.put("{\"schema\":\"wiretale/diagnose/1\",\"version\":1,\"capture\":{\"file\":");
  append_json_string(out, frame.title);
  out.put(",\"packets\":", frame.packets, ",\"bytes\":", frame.bytes,
          ",\"seconds\":", Fixed{(frame.last - frame.first).seconds(), 6}, ",\"flows\":", frame.flows,
          ",\"evicted_flows\":", frame.evicted_flows, "},\"findings\":[");
  bool first = true;
  for (const Finding& finding : findings) {
    out.put(first ? "\n{" : ",\n{", "\"kind\":\"", info_of(finding.kind).name, "\",\"severity\":\"",
            word_of(finding.severity), "\",\"confidence\":\"", word_of(finding.confidence), "\",");
    first = false;
    write_flow(finding.ends, out);
    out.put(",\"packets\":[");
    for (size_t i = 0; i < finding.packets.size(); ++i) out.put(i == 0 ? "" : ",", finding.packets[i]);
    out.put("],\"count\":", finding.count);
    if (finding.first.nanoseconds != 0)
      out.put(",\"first\":", Fixed{(finding.first - frame.first).seconds(), 6},
              ",\"last\":", Fixed{(finding.last - frame.first).seconds(), 6});
    put_member(out, "summary", finding.what);
    put_member(out, "detail", finding.detail);
    put_member(out, "why", finding.why);
    put_member(out, "ruled_out", finding.ruled_out);
    put_member(out, "cannot_tell", finding.cannot_tell);
    put_member(out, "cause", finding.cause);
    out.put(",\"flows\":", finding.flows);
    if (finding.root != Kind::count) put_member(out, "follows_from", info_of(finding.root).name);
    if (finding.times.known())
      out.put(",\"time\":{\"client\":", Fixed{finding.times.client.seconds(), 6},
              ",\"network\":", Fixed{finding.times.network.seconds(), 6},
              ",\"server\":", Fixed{finding.times.server.seconds(), 6}, '}');
    write_symptoms(finding, out);
    if (finding.healthy.count != 0) {
      out.put(",\"healthy\":{\"connections\":", finding.healthy.count, ",\"packet\":", finding.healthy.packet,
              ',');
      write_flow(finding.healthy.ends, out);
      out.put('}');
    }
    write_ladder(finding, out);
    out.put(",\"checks\":[");
    for (size_t i = 0; i < finding.checks.size(); ++i) {
      if (i != 0) out.put(',');
      const Check& check = finding.checks[i];
      const std::string_view between = check.command.empty() || check.note.empty() ? "" : "   # ";
      append_json_string(out,
                         text_of(std::string_view{check.command}, between, std::string_view{check.note}));
    }
    out.put("]}");
  }
  out.put("\n]}\n");
}

}  // namespace wiretale
