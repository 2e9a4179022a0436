// The flow stage: find, prefetch, analyse.
#include "flow/stage.h"

#include <algorithm>

namespace wiretale {
namespace {

using namespace tcp_flag;

constexpr size_t tcp_header = 20, udp_header = 8;
// Ports from here on are given to clients (RFC 6335 dynamic ports begin at 49152, Linux uses 32768).
constexpr uint16_t first_client_port = 32768;

/// Who asked, when no SYN tells: 1 when the sender of this packet is taken for the client.
bool sender_asks(uint16_t sender_port, uint16_t receiver_port) {
  if (sender_port == receiver_port) return true;
  const bool low_sender = sender_port < 1024, low_receiver = receiver_port < 1024;
  if (low_sender != low_receiver) return low_receiver;
  const bool high_sender = sender_port >= first_client_port,
             high_receiver = receiver_port >= first_client_port;
  if (high_sender != high_receiver) return high_sender;
  return true;
}

}  // namespace

void FlowStage::flow_ended(const Flow& flow, FlowEnd cause) {
  for (FlowConsumer* consumer : consumers_) consumer->flow_ended(flow, cause);
  tcp_.forget(flow);
}

void FlowStage::see_tcp(Packet& packet, const FlowPlace& place, uint64_t hash, FlowPacket& out) {
  const uint8_t* const header = packet.bytes.data() + place.transport;
  const size_t captured = packet.bytes.size() - place.transport;
  out.sequence = be32(header + 4);
  out.acknowledgment = be32(header + 8);
  out.tcp_flags = header[13];
  out.window = be16(header + 14);
  const size_t length = std::max<size_t>((header[12] >> 4) * 4u, tcp_header);
  out.payload_length = place.wire_length > length ? static_cast<uint32_t>(place.wire_length - length) : 0;
  if (captured > length)
    out.payload = packet.bytes.subspan(place.transport + length,
                                       std::min<size_t>(captured - length, out.payload_length));
  // Nearly all stacks put the time stamps first, behind two NOPs (RFC 7323 appendix A).
  if (captured >= tcp_header + 12 && length >= tcp_header + 12 && be32(header + tcp_header) == 0x0101080a) {
    out.time_stamp = be32(header + tcp_header + 4);
    out.time_echo = be32(header + tcp_header + 8);
  }
  Flow* flow = out.flow;
  const bool opens = out.flag(syn) && !out.flag(ack | rst);
  if (opens && !out.new_flow && !has(out.events, Event::DuplicateFrame)) {
    const Way& way = flow->ways[out.way];
    const bool same = way.sequence_known && way.first_sequence == out.sequence && (way.flags & syn) != 0;
    if (!same && (way.sequence_known || flow->ways[out.way ^ 1u].sequence_known) &&
        flow->phase != Phase::SynSent) {
      // The same ports again: another connection (RFC 6191).
      const bool was_live = flow->phase == Phase::Established || flow->phase == Phase::Closing;
      const uint32_t vni = flow->vni;
      table_.detach(*flow);
      flow = table_.find_or_add(place.key, hash, packet.time, packet.number).flow;
      flow->after_live = was_live;
      flow->vni = vni;
      out.flow = flow;
      out.new_flow = true;
    }
  }
  if (out.new_flow) {
    const unsigned sender = out.way;
    if (opens)
      flow->client = static_cast<uint8_t>(sender);
    else if (out.flag(syn))
      flow->client = static_cast<uint8_t>(sender ^ 1u);
    else
      flow->client = static_cast<uint8_t>(
          sender_asks(flow->port(sender), flow->port(sender ^ 1u)) ? sender : sender ^ 1u);
  } else if (opens && flow->phase == Phase::None) {
    flow->client = out.way;
  }
  if (has(out.events, Event::DuplicateFrame)) return;
  const size_t options = std::min(captured, length);
  tcp_.see(*flow, out, packet.time, packet.bytes.subspan(place.transport + tcp_header, options - tcp_header));
}

void FlowStage::see_packet(Packet& packet, const FlowPlace& place, uint64_t hash, uint64_t frame_hash,
                           FlowPacket& out) {
  const auto found = table_.find_or_add(place.key, hash, packet.time, packet.number);
  out.flow = found.flow;
  out.new_flow = found.is_new;
  out.way = place.from_low != 0 ? 0 : 1;
  out.transport = place.key.transport;
  out.time_to_live = place.time_to_live;
  out.identification = place.identification;
  out.fragment = place.fragment;
  out.network = place.network;
  out.transport_at = place.transport;
  if (found.is_new) found.flow->vni = place.vni;
  out.repeat = duplicates_.see(place, frame_hash, packet);
  if (out.repeat != Repeat::None) {
    out.events |= Event::DuplicateFrame;
    out.original = duplicates_.original();
  }
  const size_t captured = packet.bytes.size() > place.transport ? packet.bytes.size() - place.transport : 0;
  if (out.is_tcp() && !place.fragment && captured >= tcp_header) {
    see_tcp(packet, place, hash, out);
  } else {
    const size_t header = place.key.transport == ip_protocol::udp && !place.fragment ? udp_header : 0;
    out.payload_length = place.wire_length > header ? static_cast<uint32_t>(place.wire_length - header) : 0;
    if (captured > header)
      out.payload = packet.bytes.subspan(place.transport + header,
                                         std::min<size_t>(captured - header, out.payload_length));
    if (found.is_new)
      out.flow->client = static_cast<uint8_t>(
          sender_asks(out.flow->port(out.way), out.flow->port(out.way ^ 1u)) ? out.way : out.way ^ 1u);
  }
  Flow& flow = *out.flow;
  packet.flow = flow.id;
  Way& way = flow.ways[out.way];
  out.since_flow = out.new_flow ? Duration{} : packet.time - flow.last;
  out.since_way = way.packets == 0 ? Duration{} : packet.time - way.last;
  if (has(out.events, Event::DuplicateFrame)) return;
  if (way.time_to_live == 0 && !out.flag(rst)) way.time_to_live = out.time_to_live;
  ++way.packets;
  way.bytes += packet.wire_length;
  way.payload += out.payload_length;
  way.last = packet.time;
  if (packet.time > flow.last) flow.last = packet.time;
  flow.last_packet = packet.number;
}

void FlowStage::see(Batch& batch) {
  const auto packets = batch.packets();
  if (packets.empty()) return;
  now_ = std::max(now_, packets.front().time);
  table_.make_room(now_, Batch::capacity, *this);
  for (size_t i = 0; i < packets.size(); ++i) {
    found_[i] = find_flow(packets[i], places_[i]);
    if (!found_[i]) continue;
    hashes_[i] = table_.hash(places_[i].key);
    table_.prefetch(hashes_[i]);
    frame_hashes_[i] = Duplicates::hash(places_[i], hashes_[i], packets[i].bytes.subspan(places_[i].network));
    duplicates_.prefetch(frame_hashes_[i]);
  }
  constexpr size_t ahead = 8;
  for (size_t i = 0; i < packets.size(); ++i) {
    if (i + ahead < packets.size() && found_[i + ahead]) table_.prefetch_flow(hashes_[i + ahead]);
    results_[i] = {};
    packets[i].flow = 0;
    if (found_[i]) see_packet(packets[i], places_[i], hashes_[i], frame_hashes_[i], results_[i]);
  }
  for (FlowConsumer* consumer : consumers_) consumer->see(packets, {results_.data(), packets.size()});
}

void FlowStage::finish() {
  table_.finish(*this);
  for (FlowConsumer* consumer : consumers_) consumer->finish();
}

}  // namespace wiretale
