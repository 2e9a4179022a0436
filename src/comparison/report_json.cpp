// A comparison as JSON.
#include "base/escapes.h"
#include "comparison/report.h"

namespace wiretale {
namespace {

void put_member(std::string_view key, std::string_view words, Text& out) {
  out.put(",\"", key, "\":");
  append_json_string(out, words);
}

void put_ends(std::string_view key, const Ends& ends, Text& out) {
  out.put(",\"", key, "\":{\"client\":");
  append_json_string(out, to_string(ends.client, ends.client_port));
  put_member("server", to_string(ends.server, ends.server_port), out);
  out.put('}');
}

void put_numbers(std::string_view key, const Numbers& numbers, Text& out) {
  if (numbers.count == 0) return;
  out.put(",\"", key, "\":{\"count\":", numbers.count, ",\"packets\":[");
  for (size_t i = 0; i < std::min<size_t>(numbers.count, numbers.first.size()) && numbers.first[i] != 0; ++i)
    out.put(i == 0 ? "" : ",", numbers.first[i]);
  out.put("]}");
}

void put_way(std::string_view key, const ComparedFlow& flow, unsigned way, Text& out) {
  const PassageFacts& facts = flow.ways[way];
  out.put(",\"", key, "\":{\"sent\":", facts.sent, ",\"arrived\":", facts.arrived,
          ",\"matched\":", facts.matched, ",\"lost_bytes\":", facts.lost_bytes);
  put_numbers("lost", facts.lost, out);
  put_numbers("lost_syn", facts.lost_syn, out);
  put_numbers("lost_reset", facts.lost_reset, out);
  put_numbers("lost_acknowledgments", facts.lost_bare, out);
  put_numbers("appeared", facts.appeared, out);
  put_numbers("appeared_reset", facts.appeared_reset, out);
  put_numbers("not_captured", facts.not_captured, out);
  put_numbers("unsure", facts.unsure_sent, out);
  if (facts.duplicates_arrived != 0 || facts.duplicates_sent != 0)
    out.put(",\"copies_sent\":", facts.duplicates_sent, ",\"copies_arrived\":", facts.duplicates_arrived);
  if (facts.timed != 0)
    out.put(",\"delay\":{\"least\":", Fixed{flow.delays_least[way].seconds(), 9},
            ",\"mean\":", Fixed{flow.delays_mean[way].seconds(), 9},
            ",\"most\":", Fixed{flow.delays_most[way].seconds(), 9}, '}');
  if (flow.hops[way] >= 0) out.put(",\"hops\":", flow.hops[way]);
  if (flow.segment_limit_sent[way] != 0)
    out.put(",\"mss\":{\"sent\":", flow.segment_limit_sent[way],
            ",\"arrived\":", flow.segment_limit_arrived[way], '}');
  if (flow.scaling_stripped[way]) out.put(",\"window_scaling\":\"stripped\"");
  out.put('}');
}

void put_file(std::string_view role, const CaptureFacts& file, Text& out) {
  out.put(",\"", role, "\":{\"file\":");
  append_json_string(out, file.name);
  out.put(",\"packets\":", file.packets, ",\"bytes\":", file.bytes,
          ",\"seconds\":", Fixed{(file.last - file.first).seconds(), 6}, '}');
}

std::string_view word_of_transport(uint8_t transport) {
  return transport == 6    ? "tcp"
         : transport == 17 ? "udp"
         : transport == 1  ? "icmp"
         : transport == 58 ? "icmp6"
                           : "ip";
}

}  // namespace

void write_comparison_json(const Comparison& comparison, std::span<const Finding> findings, Text& out) {
  out.put("{\"schema\":\"wiretale/compare/1\"");
  put_file("client_side", comparison.client_file(), out);
  put_file("server_side", comparison.server_file(), out);
  const ClockOffset& clocks = comparison.clocks;
  // Told as the server side's clock against the client side's, whatever the order of the files.
  const double sign = comparison.client_side == 0 ? 1 : -1;
  out.put(",\"sides_known\":", comparison.sides_known ? "true" : "false",
          ",\"clocks\":{\"samples\":", clocks.samples,
          ",\"server_minus_client\":", Fixed{clocks.offset.seconds() * sign, 9},
          ",\"doubt\":", Fixed{clocks.doubt.seconds(), 9},
          ",\"both_ways\":", clocks.both_ways ? "true" : "false",
          ",\"drift_ppm\":", Fixed{clocks.drift * 1e6 * sign, 3},
          "},\"common_seconds\":", Fixed{std::max((comparison.until - comparison.from).seconds(), 0.0), 6},
          ",\"paired\":", comparison.paired,
          ",\"only_at_client_side\":", comparison.only_in[comparison.client_side],
          ",\"only_at_server_side\":", comparison.only_in[comparison.client_side ^ 1u],
          ",\"left_out\":", comparison.left_out + comparison.overflows, ",\"flows\":[");
  bool first = true;
  for (const ComparedFlow& flow : comparison.flows) {
    out.put(first ? "\n{" : ",\n{", "\"fate\":\"", word_of(flow.fate), "\",\"proto\":\"",
            word_of_transport(flow.ends.transport), '"');
    first = false;
    put_ends("at_client_side", flow.ends, out);
    if (flow.translated) put_ends("at_server_side", flow.server_side_ends, out);
    put_member("summary", flow.what, out);
    put_member("evidence", flow.evidence, out);
    put_member("confidence", word_of(flow.confidence), out);
    put_way("to_server", flow, 0, out);
    put_way("to_client", flow, 1, out);
    if (flow.sequence_changed) out.put(",\"sequence_numbers\":\"replaced\"");
    out.put('}');
  }
  out.put("\n],\"findings\":[");
  first = true;
  for (const Finding& finding : findings) {
    out.put(first ? "\n{" : ",\n{", "\"kind\":\"", info_of(finding.kind).name, "\",\"severity\":\"",
            word_of(finding.severity), "\"");
    first = false;
    put_ends("flow", finding.ends, out);
    put_member("summary", finding.what, out);
    if (!finding.between.empty()) put_member("between", finding.between, out);
    out.put('}');
  }
  out.put("\n]}\n");
}

}  // namespace wiretale
