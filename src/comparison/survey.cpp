// Surveying a capture.
#include "comparison/survey.h"

#include <algorithm>

namespace wiretale {

using namespace tcp_flag;

uint32_t print_of(const FlowPacket& packet) {
  constexpr size_t hashed = 32;  // little enough for short snap lengths
  const size_t wanted = std::min<size_t>(packet.payload_length, hashed);
  if (wanted == 0 || packet.payload.size() < wanted) return 0;
  // FNV-1a (draft-eastlake-fnv); who prepares collisions confuses nobody but the one who compares.
  uint32_t hash = 0x811c9dc5;
  for (size_t i = 0; i < wanted; ++i) hash = (hash ^ packet.payload[i]) * 0x01000193;
  return hash | 1;
}

bool is_compared(const FlowPacket& packet) {
  return packet.flow != nullptr && !packet.fragment &&
         (packet.is_tcp() || packet.transport == ip_protocol::udp || packet.transport == ip_protocol::icmp ||
          packet.transport == ip_protocol::icmp6);
}

void Survey::see(std::span<const FlowPacket> all) {
  for (const FlowPacket& part : all) {
    if (packets++ == 0) first = last = part.time;
    first = std::min(first, part.time);
    last = std::max(last, part.time);
    if (part.flow == nullptr || has(part.events, Event::DuplicateFrame)) continue;
    const Flow& flow = *part.flow;
    if (part.new_flow && addresses.size() < most_addresses) addresses.insert({flow.key.low, flow.key.high});
    if (!is_compared(part)) continue;
    auto at = index_.find(flow.number);
    if (at == index_.end()) {
      if (flows.size() >= most_flows) {
        ++left_out;
        continue;
      }
      at = index_.emplace(flow.number, static_cast<uint32_t>(flows.size())).first;
      flows.emplace_back();
    }
    SurveyedFlow& known = flows[at->second];
    if (!known.used) {
      known.used = true;
      known.first = part.time;
      known.first_packet = part.number;
    }
    known.last = std::max(known.last, part.time);
    // By the key's ends until the flow has ended: who the client is may turn out later.
    SurveyedWay& way = known.ways[part.way];
    ++way.packets;
    if (way.data_print == 0 && part.payload_length != 0) {
      way.data_print = print_of(part);
      way.data_sequence = part.sequence;
      way.data_length = part.payload_length;
      way.data_time = part.time;
    }
    if (part.time_stamp != 0) {
      if (way.first_stamp == 0) {
        way.first_stamp = part.time_stamp;
        way.first_stamp_time = part.time;
      }
      way.last_stamp = part.time_stamp;
      way.last_stamp_time = part.time;
    }
  }
}

void Survey::flow_ended(const Flow& flow, FlowEnd) {
  const uint32_t index = find(flow.number);
  if (index == none) return;
  SurveyedFlow& known = flows[index];
  known.client_way = flow.client;
  known.syn = flow.syn;
  known.syn_ack = flow.syn_ack;
  known.ends = {.client = flow.client_address(),
                .server = flow.server_address(),
                .client_port = flow.client_port(),
                .server_port = flow.server_port(),
                .transport = flow.key.transport,
                .vni = flow.vni};
  for (const unsigned way : {0u, 1u}) {
    known.ways[way].segment_limit = flow.ways[way].segment_limit;
    known.ways[way].scale = flow.ways[way].scale;
    known.ways[way].time_to_live = flow.ways[way].time_to_live;
    known.ways[way].first_sequence = flow.ways[way].first_sequence;
    known.ways[way].saw_syn = (flow.ways[way].flags & syn) != 0;
  }
  if (flow.client != 0) std::swap(known.ways[0], known.ways[1]);
}

}  // namespace wiretale
