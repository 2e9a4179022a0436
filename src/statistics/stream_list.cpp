// The TCP and UDP streams of a capture.
#include "statistics/stream_list.h"

#include "protocols/catalog.h"
#include "protocols/field_index.h"

namespace wiretale {
namespace {

constexpr uint8_t synchronize = 2, acknowledge = 16;
constexpr uint16_t first_user_port = 1024;  // RFC 6335 6
constexpr size_t udp_header = 8;

const Field* field_named(std::string_view name) {
  const std::span<const Field* const> found = find_fields(name);
  return found.empty() ? nullptr : found.front();
}

void set_addresses(StreamSighting& sighting, Bytes header) {
  if (header.size() >= 40 && header[0] >> 4 == 6) {
    sighting.from.address = Address::six(&header[8]);
    sighting.to.address = Address::six(&header[24]);
  } else if (header.size() >= 20) {
    sighting.from.address = Address::four(&header[12]);
    sighting.to.address = Address::four(&header[16]);
  } else {
    return;
  }
  sighting.from.known = sighting.to.known = true;
}

/// A TCP handshake tells who serves; without one, the end with the lower port does.
bool sent_by_server(const StreamSighting& sighting, Bytes header) {
  if (sighting.kind == StreamKind::Tcp && header.size() >= 20 && (header[13] & synchronize) != 0)
    return (header[13] & acknowledge) != 0;
  return sighting.from.port < first_user_port && sighting.to.port >= first_user_port;
}

}  // namespace

StreamFinder::StreamFinder()
    : ip_(field_named("ip")),
      ipv6_(field_named("ipv6")),
      reset_cause_(field_named("tcp.reset_cause")),
      transports_{
          {field_named("tcp"), field_named("tcp.stream"), field_named("tcp.len"), field_named("tcp.payload")},
          {field_named("udp"), field_named("udp.stream"), field_named("udp.length"),
           field_named("udp.payload")}} {}

void StreamFinder::add_needs(FieldNeeds& needs) const {
  const auto want = [&](const Field* field) {
    if (field != nullptr) needs.fields.push_back(field);
  };
  want(ip_);
  want(ipv6_);
  want(reset_cause_);
  for (const Transport& transport : transports_)
    for (const Field* field : {transport.own, transport.index, transport.length, transport.payload})
      want(field);
}

std::span<const StreamSighting> StreamFinder::find(const FieldTree& tree) {
  found_.clear();
  StreamSighting next;      // with the addresses of the IP header read last
  bool open = false;        // found_.back() is the transport that the following fields belong to
  const auto close = [&] {  // one whose stream nobody numbered is none
    if (open && found_.back().stream == UINT32_MAX) found_.pop_back();
    open = false;
  };
  for (const FieldValue& value : tree.values()) {
    const Field* const field = value.field;
    if (field == ip_ || field == ipv6_) {
      if (value.level == 0) set_addresses(next, value.bytes);
      continue;
    }
    for (const StreamKind kind : {StreamKind::Tcp, StreamKind::Udp}) {
      const Transport& transport = transports_[static_cast<size_t>(kind)];
      if (field == transport.own) {
        close();
        if (value.level != 0 || value.bytes.size() < udp_header) continue;  // quoted in an error message
        open = true;
        StreamSighting& sighting = found_.emplace_back(next);
        sighting.kind = kind;
        sighting.stream = UINT32_MAX;
        sighting.from.port = be16(&value.bytes[0]);
        sighting.to.port = be16(&value.bytes[2]);
        sighting.from_server = sent_by_server(sighting, value.bytes);
      } else if (!open || found_.back().kind != kind) {
        continue;
      } else if (field == transport.index) {
        found_.back().stream = static_cast<uint32_t>(value.number);
      } else if (field == transport.length) {
        const auto length = static_cast<uint32_t>(value.number);
        found_.back().length =
            kind == StreamKind::Tcp ? length : length - std::min<uint32_t>(length, udp_header);
      } else if (field == transport.payload || (kind == StreamKind::Tcp && field == reset_cause_)) {
        found_.back().captured = static_cast<uint32_t>(value.bytes.size());
      }
    }
  }
  close();
  for (const StreamSighting& sighting : found_) {
    uint32_t& count = counts_[static_cast<size_t>(sighting.kind)];
    count = std::max(count, sighting.stream + 1);
  }
  return found_;
}

const StreamSighting* StreamFinder::find_in_headers(const Packet& packet, const SegmentFacts& segment) {
  found_.clear();
  StreamSighting& sighting = found_.emplace_back();
  const Layer* tcp = nullptr;
  for (const Layer& layer : packet.layers) {
    if (layer.protocol == ids::ipv4 || layer.protocol == ids::ipv6)
      set_addresses(sighting, packet.header(layer));
    if (layer.protocol == ids::tcp) tcp = &layer;
  }
  if (tcp == nullptr || !sighting.from.known || tcp->header < 20) return nullptr;
  const Bytes header = packet.header(*tcp);
  sighting.stream = segment.stream.index;
  sighting.from.port = be16(&header[0]);
  sighting.to.port = be16(&header[2]);
  sighting.from_server = sent_by_server(sighting, header);
  sighting.length = segment.length;
  sighting.captured = std::min<uint32_t>(segment.length, tcp->end - tcp->offset - tcp->header);
  uint32_t& count = counts_[static_cast<size_t>(StreamKind::Tcp)];
  count = std::max(count, sighting.stream + 1);
  return &sighting;
}

void StreamList::add(const StreamSighting& sighting, uint32_t packet) {
  std::vector<Stream>& streams = streams_[static_cast<size_t>(sighting.kind)];
  while (streams.size() <= sighting.stream) streams.emplace_back();
  Stream& stream = streams[sighting.stream];
  if (stream.packets == 0) {
    stream.client = sighting.from_server ? sighting.to : sighting.from;
    stream.server = sighting.from_server ? sighting.from : sighting.to;
    stream.first_packet = packet;
  }
  ++stream.packets;
  (same_end(sighting.from, stream.client) ? stream.client_bytes : stream.server_bytes) += sighting.length;
}

Report StreamList::report() const {
  Report report{.schema = "wiretale/follow-streams/1", .noun = "streams"};
  report.columns = {{"PROTO", "protocol"},
                    {"", "stream", Unit::Count, Column::DataOnly},
                    {"STREAM", "", Unit::Text, Column::TextOnly},  // without commas, for --stream
                    {"CLIENT", "client"},
                    {"SERVER", "server"},
                    {"BYTES >", "bytes_out", Unit::Size},
                    {"< BYTES", "bytes_in", Unit::Size},
                    {"PKTS", "packets", Unit::Count},
                    {"FIRST", "first_packet", Unit::Count}};
  report.total_rows = report.rows = size();
  report.fill_row = [this](size_t row, Row& cells) {
    const bool tcp = row < streams_[0].size();
    const size_t number = tcp ? row : row - streams_[0].size();
    const Stream& stream = streams_[tcp ? 0 : 1][number];
    const auto count = [](uint64_t value) { return Cell{static_cast<int64_t>(value)}; };
    cells = {Cell{std::string(word_of(tcp ? StreamKind::Tcp : StreamKind::Udp))},
             count(number),
             Cell{std::to_string(number)},
             Cell{to_string(stream.client.address, stream.client.port)},
             Cell{to_string(stream.server.address, stream.server.port)},
             count(stream.client_bytes),
             count(stream.server_bytes),
             count(stream.packets),
             count(stream.first_packet)};
  };
  return report;
}

}  // namespace wiretale
