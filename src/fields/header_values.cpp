// Values of fields that a packet's layer table and headers tell at once.
#include "fields/header_values.h"

#include <algorithm>

#include "fields/claimed_end.h"
#include "protocols/catalog.h"
#include "protocols/transport/tcp_tree.h"

namespace wiretale {
namespace {

constexpr ProtocolId known[] = {ids::ethernet, ids::vlan, ids::ipv4, ids::ipv6,
                                ids::udp,      ids::tcp,  ids::vxlan};

/// Fields that every such header has, with the number at their place as their value.
constexpr std::string_view certain[] = {
    "eth.dst",       "eth.src",        "vlan.id",         "vlan.priority",
    "ip.version",    "ip.dsfield",     "ip.len",          "ip.id",
    "ip.flags",      "ip.flags.df",    "ip.flags.mf",     "ip.ttl",
    "ip.proto",      "ip.checksum",    "ip.src",          "ip.dst",
    "ipv6.src",      "ipv6.dst",       "ipv6.plen",       "ipv6.hlim",
    "udp.srcport",   "udp.dstport",    "udp.length",      "tcp.srcport",
    "tcp.dstport",   "tcp.flags",      "tcp.flags.syn",   "tcp.flags.ack",
    "tcp.flags.fin", "tcp.flags.push", "tcp.flags.reset", "tcp.window_size_value",
    "vxlan.vni"};

/// Fields that are two others, in the order of the tree.
struct Pair {
  ProtocolId protocol;
  std::string_view name, first, second;
};
constexpr Pair pairs[] = {{ids::ethernet, "eth.addr", "eth.dst", "eth.src"},
                          {ids::ipv4, "ip.addr", "ip.src", "ip.dst"},
                          {ids::ipv6, "ipv6.addr", "ipv6.src", "ipv6.dst"},
                          {ids::udp, "udp.port", "udp.srcport", "udp.dstport"},
                          {ids::tcp, "tcp.port", "tcp.srcport", "tcp.dstport"}};

bool is_known(ProtocolId id) { return std::find(std::begin(known), std::end(known), id) != std::end(known); }

const Field* field_of(ProtocolId protocol, std::string_view name) {
  for (const Field* field : protocol_of(protocol).fields)
    if (field->name == name) return field;
  return nullptr;
}

bool is_of(const Field& field, ProtocolId protocol) {
  const auto& fields = protocol_of(protocol).fields;
  return std::find(fields.begin(), fields.end(), &field) != fields.end();
}

/// What an error message quotes looks like a packet of its own.
bool may_quote(const Packet& packet, const Layer& layer) {
  const Bytes message = packet.bytes.subspan(layer.offset);
  if (message.empty()) return true;
  const uint8_t type = message[0];
  if (layer.protocol == ids::icmp) return type != 0 && type != 8;
  return type < 128 || type == 137;  // RFC 4443 2.1; redirects (RFC 4861 4.5) quote too
}

}  // namespace

HeaderValues::HeaderValues(std::span<const Field* const> wanted)
    : of_protocol_(catalog().size()), suffice_(!wanted.empty()) {
  for (size_t i = 0; i < wanted.size(); ++i) {
    const bool again = std::find(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(i),
                                 wanted[i]) != wanted.begin() + static_cast<std::ptrdiff_t>(i);
    if (!again && !add(*wanted[i])) suffice_ = false;
  }
  if (suffice_ && wanted.size() == 1) find_only();
}

void HeaderValues::find_only() {
  for (const ProtocolId id : known)
    for (const Wanted& wanted : of_protocol_[static_cast<size_t>(id)]) {
      const bool number = wanted.source == Source::Mark ||
                          (wanted.source == Source::Header && wanted.header->place.width <= 64);
      only_ = number ? id : ProtocolId::None;
    }
}

void HeaderValues::want(ProtocolId protocol, const Wanted& wanted) {
  of_protocol_[static_cast<size_t>(protocol)].push_back(wanted);
}

bool HeaderValues::add(const Field& field) {
  using enum Source;
  if (is_of(field, ids::frame)) {
    static constexpr std::pair<std::string_view, Source> of_frame[] = {{"frame.number", Number},
                                                                       {"frame.len", WireLength},
                                                                       {"frame.cap_len", CapturedLength},
                                                                       {"frame.time", Time},
                                                                       {"frame.time_epoch", Time}};
    for (const auto& [name, source] : of_frame)
      if (field.name == name) {
        want(ids::frame, {&field, nullptr, source});
        return true;
      }
    return false;
  }
  for (const ProtocolId id : known) {
    if (&field == &own_field(id)) {
      want(id, {&field, nullptr, Protocol});
      return true;
    }
    if (!is_of(field, id)) continue;
    if (id == ids::tcp && field.name == "tcp.len") {
      want(id, {&field, nullptr, PayloadLength});
      return true;
    }
    if (const SegmentMark marks = marks_of(field); id == ids::tcp && marks != SegmentMark::None) {
      want(id, {&field, nullptr, Mark, marks});
      return need_segments_ = true;
    }
    if (field.place.width != 0 &&
        std::find(std::begin(certain), std::end(certain), field.name) != std::end(certain)) {
      want(id, {&field, &field, Header});
      return true;
    }
    for (const Pair& pair : pairs) {
      if (pair.protocol != id || pair.name != field.name) continue;
      want(id, {&field, field_of(id, pair.first), Header});
      want(id, {&field, field_of(id, pair.second), Header});
      return true;
    }
  }
  return false;
}

bool HeaderValues::is_plain(const Packet& packet) {
  if (packet.layers.full() || packet.layers.count == 0) return false;
  const Layer& last = packet.layers.all[packet.layers.count - 1];
  for (const Layer& layer : packet.layers) {
    if (layer.trouble() != Trouble::None) return false;
    if (&layer != &last && !is_known(layer.protocol)) return false;
    if (layer.protocol == ids::ipv4) {
      constexpr uint16_t more_fragments_and_offset = 0x3fff;
      const Bytes header = packet.header(layer);
      // Options may hold more addresses, as those of a source route.
      if (header.size() != 20 || (be16(&header[6]) & more_fragments_and_offset) != 0) return false;
    } else if (layer.protocol == ids::ipv6 && layer.header < 40) {
      return false;
    }
  }
  if (is_known(last.protocol) || last.protocol == ids::arp) return true;
  if (last.protocol == ids::icmp || last.protocol == ids::icmpv6) return !may_quote(packet, last);
  if (packet.layers.count < 2) return false;
  // Behind UDP and TCP is a message.
  const ProtocolId carrier = packet.layers.all[packet.layers.count - 2].protocol;
  return carrier == ids::udp || carrier == ids::tcp;
}

const FieldTree* HeaderValues::read(const Packet& packet, const SegmentFacts* segment) {
  if (!is_plain(packet)) return nullptr;
  values_.clear();
  read_frame(packet);
  size_t network_end = 0;
  for (const Layer& layer : packet.layers) {
    if (layer.protocol == ids::ipv4 || layer.protocol == ids::ipv6) network_end = claimed_end(packet, layer);
    if (!of_protocol_[static_cast<size_t>(layer.protocol)].empty() &&
        !read_layer(packet, layer, network_end, segment))
      return nullptr;
  }
  return &values_;
}

void HeaderValues::read_frame(const Packet& packet) {
  for (const Wanted& wanted : of_protocol_[static_cast<size_t>(ids::frame)]) {
    uint64_t number = static_cast<uint64_t>(packet.time.nanoseconds);
    if (wanted.source == Source::Number) number = packet.number;
    if (wanted.source == Source::WireLength) number = packet.wire_length;
    if (wanted.source == Source::CapturedLength) number = packet.bytes.size();
    values_.add({.field = wanted.field,
                 .number = number,
                 .bytes = {},
                 .offset = 0,
                 .length = 0,
                 .protocol = ids::frame,
                 .level = 1,
                 .occurrence = 1});
  }
}

bool HeaderValues::read_layer(const Packet& packet, const Layer& layer, size_t network_end,
                              const SegmentFacts* segment) {
  uint8_t occurrence = 0;
  for (const Layer* each = packet.layers.begin(); each <= &layer; ++each)
    occurrence += each->protocol == layer.protocol;
  const Bytes header = packet.header(layer);
  for (const Wanted& wanted : of_protocol_[static_cast<size_t>(layer.protocol)]) {
    FieldValue value{.field = wanted.field,
                     .number = 0,
                     .bytes = {},
                     .offset = layer.offset,
                     .length = 0,
                     .protocol = layer.protocol,
                     .level = wanted.source == Source::Protocol ? uint8_t{0} : uint8_t{1},
                     .occurrence = occurrence};
    if (wanted.source == Source::Mark) {
      if (segment == nullptr) return false;
      if (!segment->marked(wanted.marks)) continue;
    } else if (wanted.source == Source::PayloadLength) {
      // Without IP there is no stream, and nothing tells the length.
      const size_t start = layer.offset + layer.header;
      if (network_end == 0 || layer.header < 20) return false;
      value.number = network_end > layer.offset ? (network_end > start ? network_end - start : 0)
                                                : layer.end - std::min<size_t>(layer.end, start);
    } else {
      const bool whole = wanted.source == Source::Protocol;
      const size_t first = whole ? 0 : wanted.header->place.first_byte(),
                   end = whole ? header.size() : wanted.header->place.end_byte();
      if (end > header.size()) return false;
      value.number = whole || wanted.header->place.width > 64 ? 0 : wanted.header->read(header);
      value.bytes = header.subspan(first, end - first);
      value.offset += static_cast<uint32_t>(first);
      value.length = static_cast<uint32_t>(end - first);
    }
    values_.add(value);
  }
  return true;
}

}  // namespace wiretale
