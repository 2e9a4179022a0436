// Display filters decided from a packet's layer table, without dissecting it.
//
// For headers that the table knows for certain (Ethernet, VLAN tags, IPv4, UDP) presence and the fields with
// a fixed place can be read at once. Packets that may hold more such headers than the table says are left to
// the tree: errors quote packets, fragments are put together.
#include <algorithm>

#include "filter/display_filter.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

constexpr ProtocolId known[] = {ids::ethernet, ids::vlan, ids::ipv4, ids::udp, ids::tcp};

/// Fields that every such header has, with the number at their place as their value.
constexpr std::string_view certain[] = {
    "eth.dst",       "eth.src",        "vlan.id",         "vlan.priority",
    "ip.version",    "ip.dsfield",     "ip.len",          "ip.id",
    "ip.flags",      "ip.flags.df",    "ip.flags.mf",     "ip.ttl",
    "ip.proto",      "ip.checksum",    "ip.src",          "ip.dst",
    "udp.srcport",   "udp.dstport",    "udp.length",      "tcp.srcport",
    "tcp.dstport",   "tcp.flags",      "tcp.flags.syn",   "tcp.flags.ack",
    "tcp.flags.fin", "tcp.flags.push", "tcp.flags.reset", "tcp.window_size_value"};

bool is_known(ProtocolId id) { return std::ranges::find(known, id) != std::end(known); }

bool is_certain(const Field* field) {
  for (const ProtocolId id : known) {
    if (field == &own_field(id)) return true;
    const auto& fields = protocol_of(id).fields;
    if (field->place.width != 0 && field->place.width <= 64 &&
        std::ranges::find(fields, field) != fields.end() &&
        std::ranges::find(certain, field->name) != std::end(certain))
      return true;
  }
  return false;
}

/// Whether the tree of a packet cannot have more of the known headers than the table.
bool is_plain(const Packet& packet) {
  if (packet.layers.full() || packet.layers.count == 0) return false;
  for (const Layer& layer : packet.layers) {
    if (layer.trouble() != Trouble::None) return false;
    if (!is_known(layer.protocol) && &layer + 1 != packet.layers.end()) return false;
    if (layer.protocol == ids::ipv4) {
      constexpr uint16_t more_fragments_and_offset = 0x3fff;
      const Bytes header = packet.header(layer);
      if (header.size() < 20 || (be16(&header[6]) & more_fragments_and_offset) != 0) return false;
    }
  }
  // Behind UDP and TCP is a message; behind IP may be an error that quotes a packet.
  const Layer& last = packet.layers.all[packet.layers.count - 1];
  if (is_known(last.protocol)) return true;
  if (packet.layers.count < 2) return false;
  const ProtocolId carrier = packet.layers.all[packet.layers.count - 2].protocol;
  return carrier == ids::udp || carrier == ids::tcp;
}

}  // namespace

bool DisplayFilter::reads_headers_only() const {
  return !program_.fields.empty() && std::ranges::all_of(program_.fields, is_certain);
}

std::optional<bool> DisplayFilter::decide(const Packet& packet) {
  if (!headers_only_ || !is_plain(packet)) return {};
  header_values_.clear();
  for (const Layer& layer : packet.layers) {
    if (!is_known(layer.protocol)) continue;
    uint8_t occurrence = 0;
    for (const Layer* each = packet.layers.begin(); each <= &layer; ++each)
      occurrence += each->protocol == layer.protocol;
    const Bytes header = packet.header(layer);
    const auto& fields = protocol_of(layer.protocol).fields;
    for (const Field* field : program_.fields) {
      const bool own = field == &own_field(layer.protocol);
      if (!own && std::ranges::find(fields, field) == fields.end()) continue;
      const size_t first = own ? 0 : field->place.first_byte(),
                   end = own ? header.size() : field->place.end_byte();
      if (end > header.size()) return {};
      header_values_.add({.field = field,
                          .number = own ? 0 : field->read(header),
                          .bytes = header.subspan(first, end - first),
                          .offset = static_cast<uint32_t>(layer.offset + first),
                          .length = static_cast<uint32_t>(end - first),
                          .protocol = layer.protocol,
                          .level = own ? uint8_t{0} : uint8_t{1},
                          .occurrence = occurrence});
    }
  }
  return matches(header_values_, packet);
}

}  // namespace wiretale
