// The flow stage: find, prefetch, analyse.
#include "flow/stage.h"

#include <algorithm>

namespace wiretale {
namespace {

using namespace tcp_flag;

constexpr size_t tcp_header = 20, udp_header = 8;
/// The table makes room after so many packets, wherever batches end.
constexpr uint32_t packets_between_rooms = 256;
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

void read_segment(const Packet& packet, const FlowPlace& place, FlowPacket& out) {
  const uint8_t* const header = packet.bytes.data() + place.transport;
  const size_t captured = packet.bytes.size() - place.transport;
  out.segment = true;
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
  if (out.flag(syn))
    out.syn_options = read_syn_options(
        packet.bytes.subspan(place.transport + tcp_header, std::min(captured, length) - tcp_header));
}

}  // namespace

void read_flow_packet(const Packet& packet, uint32_t place, const FlowPlace* place_found,
                      const HashKey& secret, FlowPacket& out) {
  out.packet = &packet;
  out.time = packet.time;
  out.place = place;
  out.number = packet.number;
  out.wire_length = packet.wire_length;
  out.interface = packet.interface;
  if (place_found == nullptr) return;
  const FlowPlace& found = *place_found;
  out.internet = true;
  out.key = found.key;
  out.hash = hash_of(found.key, secret);
  const Duplicates::Name name = Duplicates::name(found, out.hash, packet.bytes.subspan(found.network));
  out.frame_hash = name.hash;
  out.frame_place = name.place;
  out.vni = found.vni;
  out.way = found.from_low != 0 ? 0 : 1;
  out.transport = found.key.transport;
  out.time_to_live = found.time_to_live;
  out.identification = found.identification;
  out.fragment = found.fragment;
  out.network = found.network;
  out.transport_at = found.transport;
  const size_t captured = packet.bytes.size() > found.transport ? packet.bytes.size() - found.transport : 0;
  if (out.is_tcp() && !found.fragment && captured >= tcp_header) return read_segment(packet, found, out);
  const size_t header = out.transport == ip_protocol::udp && !found.fragment ? udp_header : 0;
  out.payload_length = found.wire_length > header ? static_cast<uint32_t>(found.wire_length - header) : 0;
  if (captured > header)
    out.payload = packet.bytes.subspan(found.transport + header,
                                       std::min<size_t>(captured - header, out.payload_length));
}

void FlowStage::flow_ended(const Flow& flow, FlowEnd cause) {
  for (FlowConsumer* consumer : consumers_) consumer->flow_ended(flow, cause);
  tcp_.forget(flow);
}

void FlowStage::see_tcp(FlowPacket& packet) {
  Flow* flow = packet.flow;
  const bool opens = packet.flag(syn) && !packet.flag(ack | rst);
  if (opens && !packet.new_flow && !has(packet.events, Event::DuplicateFrame)) {
    const Way& way = flow->ways[packet.way];
    const bool same = way.sequence_known && way.first_sequence == packet.sequence && (way.flags & syn) != 0;
    if (!same && (way.sequence_known || flow->ways[packet.way ^ 1u].sequence_known) &&
        flow->phase != Phase::SynSent) {
      // The same ports again: another connection (RFC 6191).
      const bool was_live = flow->phase == Phase::Established || flow->phase == Phase::Closing;
      const uint32_t vni = flow->vni;
      table_.detach(*flow);
      flow = table_.find_or_add(packet.key, packet.hash, packet.time, packet.number).flow;
      flow->number = packet.place;
      flow->after_live = was_live;
      flow->vni = vni;
      packet.flow = flow;
      packet.new_flow = true;
    }
  }
  if (packet.new_flow) {
    const unsigned sender = packet.way;
    if (opens)
      flow->client = static_cast<uint8_t>(sender);
    else if (packet.flag(syn))
      flow->client = static_cast<uint8_t>(sender ^ 1u);
    else
      flow->client = static_cast<uint8_t>(
          sender_asks(flow->port(sender), flow->port(sender ^ 1u)) ? sender : sender ^ 1u);
  } else if (opens && flow->phase == Phase::None) {
    flow->client = packet.way;
  }
  if (!has(packet.events, Event::DuplicateFrame)) tcp_.see(*flow, packet, packet.time);
}

void FlowStage::see_packet(FlowPacket& packet) {
  const auto found = table_.find_or_add(packet.key, packet.hash, packet.time, packet.number);
  packet.flow = found.flow;
  packet.new_flow = found.is_new;
  if (found.is_new) {
    found.flow->number = packet.place;
    found.flow->vni = packet.vni;
  }
  packet.repeat = duplicates_.see(packet);
  if (packet.repeat != Repeat::None) {
    packet.events |= Event::DuplicateFrame;
    packet.original = duplicates_.original();
  }
  if (packet.segment)
    see_tcp(packet);
  else if (found.is_new)
    packet.flow->client = static_cast<uint8_t>(
        sender_asks(packet.flow->port(packet.way), packet.flow->port(packet.way ^ 1u)) ? packet.way
                                                                                       : packet.way ^ 1u);
  Flow& flow = *packet.flow;
  Way& way = flow.ways[packet.way];
  packet.since_flow = packet.new_flow ? Duration{} : packet.time - flow.last;
  packet.since_way = way.packets == 0 ? Duration{} : packet.time - way.last;
  if (has(packet.events, Event::DuplicateFrame)) return;
  if (way.time_to_live == 0 && !packet.flag(rst)) way.time_to_live = packet.time_to_live;
  ++way.packets;
  way.bytes += packet.wire_length;
  way.payload += packet.payload_length;
  way.last = packet.time;
  if (packet.time > flow.last) flow.last = packet.time;
  flow.last_packet = packet.number;
}

void FlowStage::see_some(std::span<FlowPacket> packets) {
  // A shard has some thirty packets of a batch: all of them are fetched before the first is looked at.
  constexpr size_t ahead = 8;
  for (const FlowPacket& packet : packets) {
    table_.prefetch(packet.hash);
    duplicates_.prefetch(packet);
  }
  for (const FlowPacket& packet : packets.first(std::min(ahead, packets.size())))
    table_.prefetch_flow(packet.hash);
  for (size_t i = 0; i < packets.size(); ++i) {
    if (i + ahead < packets.size()) table_.prefetch_flow(packets[i + ahead].hash);
    if (packets[i].internet) see_packet(packets[i]);
  }
  for (FlowConsumer* consumer : consumers_) consumer->see(packets);
}

void FlowStage::see(std::span<FlowPacket> packets) {
  while (!packets.empty()) {
    now_ = std::max(now_, packets.front().time);
    if (until_room_ == 0) {
      table_.make_room(now_, packets_between_rooms, *this);
      until_room_ = packets_between_rooms;
    }
    const size_t count = std::min<size_t>(packets.size(), until_room_);
    until_room_ -= static_cast<uint32_t>(count);
    see_some(packets.first(count));
    packets = packets.subspan(count);
  }
}

void FlowStage::see(Batch& batch) {
  batch_.clear();
  const auto packets = batch.packets();
  for (const Packet& packet : packets) {
    FlowPlace found;
    const bool is_found = find_flow(packet, found);
    read_flow_packet(packet, places_++, is_found ? &found : nullptr, process_hash_key(),
                     batch_.emplace_back());
  }
  see(batch_);
  for (size_t i = 0; i < packets.size(); ++i)
    packets[i].flow = batch_[i].flow == nullptr ? 0 : batch_[i].flow->id;
}

void FlowStage::finish() {
  table_.finish(*this);
  for (FlowConsumer* consumer : consumers_) consumer->finish();
}

}  // namespace wiretale
