// The field tree of SCTP: the common header and its chunks (RFC 9260 3).
#include "protocols/transport/sctp_tree.h"

#include <unordered_map>

#include "protocols/application/data.h"
#include "protocols/transport/sctp_fields.h"

namespace wiretale::sctp {
namespace {

constexpr size_t header_length = 12, chunk_head = 4;

enum Chunk : uint8_t {
  data = 0,
  initiation = 1,
  initiation_acknowledgment = 2,
  selective_acknowledgment = 3,
  heartbeat = 4,
  heartbeat_acknowledgment = 5,
  abort_association = 6,
  shutdown = 7,
  shutdown_acknowledgment = 8,
  error = 9,
  cookie_echo = 10,
  cookie_acknowledgment = 11,
  congestion_echo = 12,
  window_reduced = 13,
  shutdown_complete = 14,
  forward_tsn = 192
};

constexpr Name payload_labels[] = {
    {0, "not specified"},
    {1, "IUA"},
    {2, "M2UA"},
    {3, "M3UA"},
    {4, "SUA"},
    {5, "M2PA"},
    {6, "V5UA"},
    {7, "H.248/MEGACO"},
    {8, "BICC/Q.2150.3"},
    {9, "TALI"},
    {10, "DUA"},
    {11, "ASAP"},
    {12, "ENRP"},
    {13, "H.323"},
    {14, "Q.IPC/Q.2150.3"},
    {15, "SIMCO"},
    {16, "DDP Segment Chunk"},
    {17, "DDP Stream Session Control"},
    {18, "S1 Application Protocol (S1AP)"},
    {19, "RUA"},
    {20, "HNBAP"},
    {21, "ForCES-HP"},
    {22, "ForCES-MP"},
    {23, "ForCES-LP"},
    {24, "SBc-AP"},
    {25, "NBAP"},
    {26, "Unassigned"},
    {27, "X2AP"},
    {28, "IRCP"},
    {29, "LCS-AP"},
    {30, "MPICH2"},
    {31, "SABP"},
    {32, "Fractal Generator Protocol"},
    {33, "Ping Pong Protocol"},
    {34, "CalcApp Protocol"},
    {35, "Scripting Service Protocol"},
    {36, "NetPerfMeter Control"},
    {37, "NetPerfMeter Data"},
    {38, "Echo"},
    {39, "Discard"},
    {40, "Daytime"},
    {41, "Character Generator"},
    {42, "3GPP RNA"},
    {43, "3GPP M2AP"},
    {44, "3GPP M3AP"},
    {45, "SSH"},
    {46, "DIAMETER"},
    {47, "DIAMETER over DTLS"},
    {48, "R14P"},
    {49, "Generic Data Transfer Protocol (GDT)"},
    {50, "WebRTC Control"},
    {51, "WebRTC String"},
    {52, "WebRTC Binary Partial (Deprecated)"},
    {53, "WebRTC Binary"},
    {54, "WebRTC String Partial (Deprecated)"},
    {55, "3GPP PUA"},
    {56, "WebRTC String Empty"},
    {57, "WebRTC Binary Empty"},
    {58, "XwAP"},
    {59, "Xw - Control Plane"},
    {60, "NGAP"},
    {61, "XnAP"},
    {62, "F1 AP"},
    {65, "ELE2 Lawful Interception"},
    {66, "NGAP over DTLS"},
    {67, "XnAP over DTLS"},
    {68, "F1AP over DTLS"},
    {69, "E1AP over DTLS"},
    {70, "E2-CP"},
    {71, "E2-UP"},
    {72, "E2-DU"},
    {73, "W1AP"},
};

/// One direction of an association: the sequence numbers of its DATA.
struct Direction {
  bool known = false;
  uint32_t first = 0;  ///< the first TSN, which is number 0
  struct Sent {
    uint32_t frame;
    Time time;
  };
  std::unordered_map<uint32_t, Sent> sent;
};

/// Directions by the verification tag that their packets carry, and their ports.
class Associations final : public KeptState {
 public:
  [[nodiscard]] Direction& of(uint16_t source, uint16_t destination, uint32_t tag) {
    constexpr size_t most = 4096;
    if (directions_.size() >= most) directions_.clear();
    return directions_[{uint32_t{source} << 16 | destination, tag}];
  }
  /// The tag that the peer of the packets with this one expects.
  void pair(uint32_t a, uint32_t b) {
    constexpr size_t most = 1 << 16;
    if (peers_.size() >= most) peers_.clear();
    peers_[a] = b;
    peers_[b] = a;
  }
  [[nodiscard]] uint32_t peer(uint32_t tag) const {
    const auto found = peers_.find(tag);
    return found == peers_.end() ? 0 : found->second;
  }

 private:
  struct Key {
    uint32_t ports, tag;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const {
      return std::hash<uint64_t>{}(uint64_t{key.ports} << 32 | key.tag);
    }
  };
  std::unordered_map<Key, Direction, KeyHash> directions_;
  std::unordered_map<uint32_t, uint32_t> peers_;
};

struct PacketFacts {
  uint16_t source, destination;
  uint32_t tag;
};

/// One chunk, which the layer holds as far as `end`.
struct ChunkFacts {
  size_t at, end;
  uint8_t type, flags;
  [[nodiscard]] size_t value() const { return at + chunk_head; }
  [[nodiscard]] size_t length() const { return end - value(); }
};

/// DATA of the other direction of an association, for what acknowledges it.
Direction* acknowledged(Associations& all, const PacketFacts& packet) {
  const uint32_t peer = all.peer(packet.tag);
  Direction& direction = all.of(packet.destination, packet.source, peer);
  return direction.known ? &direction : nullptr;
}

void put_flags(FieldWriter& out, const ChunkFacts& chunk) {
  out.put(field::chunk_flags, chunk.at + 1, 1);
  const Deeper below(out);
  const size_t at = chunk.at + 1;
  switch (chunk.type) {
    case data:
      for (const Field* field :
           {&field::data_i_bit, &field::data_u_bit, &field::data_b_bit, &field::data_e_bit})
        out.put_in(at, *field);
      return;
    case selective_acknowledgment: out.put_in(at, field::sack_nounce_sum); return;
    case abort_association: out.put_in(at, field::abort_t_bit); return;
    case shutdown_complete: out.put_in(at, field::shutdown_complete_t_bit); return;
    default: return;
  }
}

void put_head(FieldWriter& out, const ChunkFacts& chunk) {
  out.put(field::chunk_type, chunk.at, 1);
  {
    const Deeper below(out);
    out.put_in(chunk.at, field::chunk_bit_1);
    out.put_in(chunk.at, field::chunk_bit_2);
  }
  put_flags(out, chunk);
  out.put(field::chunk_length, chunk.at + 2, 2);
}

void put_retransmission(FieldWriter& out, const Direction::Sent& before, size_t at) {
  const Deeper below(out);
  out.put(field::retransmission, at, 0, before.frame).generated();
  out.expert(field::retransmission_expert, ExpertSeverity::Note, ExpertGroup::Sequence,
             field::retransmission_expert.label);
  const Deeper deeper(out);
  out.put(field::retransmission_time, at, 0,
          static_cast<uint64_t>((out.about.packet.time - before.time).nanoseconds))
      .generated();
}

/// What the DATA chunk carries, when it is a whole message.
struct Payload {
  size_t at = 0, length = 0;
};

Payload put_data(FieldWriter& out, const ChunkFacts& chunk, const PacketFacts& packet, Item& line) {
  const Bytes layer = out.layer();
  const size_t at = chunk.value();
  if (chunk.length() < 12) return {};
  const uint32_t tsn = be32(&layer[at]), carried = be32(&layer[at + 8]);
  Direction& direction = out.about.kept.get<Associations>().of(packet.source, packet.destination, packet.tag);
  if (!direction.known) {
    direction.known = true;
    direction.first = tsn;
  }
  const uint32_t relative = tsn - direction.first;
  const size_t length = chunk.length() - 12;
  constexpr std::string_view places[] = {"middle", "last", "first", "complete"};
  const unsigned place = chunk.flags & 3u;
  line.more(" (", (chunk.flags & 4) != 0 ? "unordered" : "ordered", ", ", places[place],
            " segment, TSN: ", relative, ", SID: ", be16(&layer[at + 4]), ", SSN: ", be16(&layer[at + 6]),
            ", PPID: ", carried, ", payload length: ", length, length == 1 ? " byte)" : " bytes)");
  out.put(field::data_tsn, at, 4, relative).label("Transmission sequence number (relative): ", relative);
  constexpr size_t most_kept = 1 << 16;
  if (direction.sent.size() >= most_kept) direction.sent.clear();
  const auto [before, fresh] =
      direction.sent.try_emplace(tsn, Direction::Sent{out.about.packet.number, out.about.packet.time});
  if (!fresh) put_retransmission(out, before->second, at);
  out.put(field::data_tsn_raw, at, 4).label("Transmission sequence number (absolute): ", tsn);
  out.put(field::data_sid, at + 4, 2);
  out.put(field::data_ssn, at + 6, 2);
  out.put(field::data_payload_proto_id, at + 8, 4)
      .label("Payload protocol identifier: ", name_or(payload_labels, carried, "Unknown"), " (", carried,
             ')');
  out.more_info("(TSN=", relative, ") ");
  if (!fresh) {
    out.more_info("(retransmission) ");
    return {};
  }
  if (place == 3) return {at + 12, length};
  out.more_info("(Message Fragment) ");
  return {};
}

void put_initiation(FieldWriter& out, const ChunkFacts& chunk, const PacketFacts& packet, Item& line) {
  const Bytes layer = out.layer();
  const size_t at = chunk.value();
  if (chunk.length() < 16) return;
  const bool first = chunk.type == initiation;
  const uint32_t tag = be32(&layer[at]);
  line.more(" (Outbound streams: ", be16(&layer[at + 8]), ", inbound streams: ", be16(&layer[at + 10]), ')');
  out.put(first ? field::init_initiate_tag : field::initack_initiate_tag, at, 4);
  out.put(field::initiate_tag, at, 4).hidden();
  out.put(first ? field::init_credit : field::initack_credit, at + 4, 4);
  out.put(first ? field::init_nr_out_streams : field::initack_nr_out_streams, at + 8, 2);
  out.put(first ? field::init_nr_in_streams : field::initack_nr_in_streams, at + 10, 2);
  out.put(first ? field::init_initial_tsn : field::initack_initial_tsn, at + 12, 4);
  Associations& all = out.about.kept.get<Associations>();
  if (!first) {
    all.pair(packet.tag, tag);
    // Both sides' packets carry the tag that the other one chose.
    Direction& answer = all.of(packet.source, packet.destination, packet.tag);
    answer = {true, be32(&layer[at + 12]), {}};
    const Direction& asked = all.of(packet.destination, packet.source, 0);
    if (asked.known) {
      const uint32_t begins = asked.first;
      all.of(packet.destination, packet.source, tag) = {true, begins, {}};
    }
  } else {
    all.of(packet.source, packet.destination, 0) = {true, be32(&layer[at + 12]), {}};
  }
  put_parameters(out, at + 16, chunk.end);
}

void put_gaps(FieldWriter& out, size_t at, unsigned gaps, size_t end, uint32_t base) {
  unsigned count = 0;
  for (unsigned i = 0; i < gaps && at + 4 <= end; ++i, at += 4) {
    const unsigned start = be16(&out.layer()[at]), stop = be16(&out.layer()[at + 2]);
    out.put_words(at, 4, "Gap Acknowledgement for TSN ", base + start, " to ", base + stop);
    const Deeper below(out);
    const auto put = [&](const Field& block, const Field& tsn, size_t place, unsigned offset) {
      out.put(block, place, 2);
      const Deeper computed(out);
      out.put(tsn, place, 0, base + offset).generated();
    };
    put(field::sack_gap_block_start, field::sack_gap_block_start_tsn, at, start);
    put(field::sack_gap_block_end, field::sack_gap_block_end_tsn, at + 2, stop);
    if (stop >= start) count += stop - start + 1;
  }
  if (gaps > 0) out.put(field::sack_number_of_tsns_gap_acked, at, 0, count).generated();
}

void put_acknowledgment(FieldWriter& out, const ChunkFacts& chunk, const PacketFacts& packet, Item& line) {
  const Bytes layer = out.layer();
  const size_t at = chunk.value();
  if (chunk.length() < 12) return;
  const uint32_t cumulative = be32(&layer[at]), credit = be32(&layer[at + 4]);
  const unsigned gaps = be16(&layer[at + 8]), duplicates = be16(&layer[at + 10]);
  const Direction* sent = acknowledged(out.about.kept.get<Associations>(), packet);
  const uint32_t relative = sent != nullptr ? cumulative - sent->first : cumulative;
  line.more(" (Cumulative TSN: ", cumulative, ", a_rwnd: ", credit, ", gaps: ", gaps,
            ", duplicate TSNs: ", duplicates, ')');
  out.put(field::sack_cumulative_tsn_ack, at, 4, relative).label("Cumulative TSN ACK (relative): ", relative);
  out.put(field::sack_cumulative_tsn_ack_raw, at, 4).label("Cumulative TSN ACK (absolute): ", cumulative);
  out.put(field::sack_a_rwnd, at + 4, 4);
  if (credit == 0)
    out.expert(field::sack_a_rwnd_expert, ExpertSeverity::Note, ExpertGroup::Sequence,
               field::sack_a_rwnd_expert.label);
  out.put(field::sack_number_of_gap_blocks, at + 8, 2);
  out.put(field::sack_number_of_duplicated_tsns, at + 10, 2);
  put_gaps(out, at + 12, gaps, chunk.end, relative);
  for (size_t i = at + 12 + gaps * size_t{4}, n = 0; n < duplicates && i + 4 <= chunk.end; i += 4, ++n)
    out.put(field::sack_duplicate_tsn, i, 4);
  out.more_info("(Ack=", relative);
  if (gaps > 0 && at + 12 + gaps * size_t{4} <= chunk.end)
    out.more_info('+', be16(&layer[at + 12 + (gaps - 1) * size_t{4} + 2]));
  out.more_info(", Arwnd=", credit, ") ");
}

Payload put_chunk(FieldWriter& out, const ChunkFacts& chunk, const PacketFacts& packet) {
  const std::string_view name = find_name(field::chunk_type_labels, chunk.type);
  const size_t at = chunk.value(), length = chunk.length();
  const Bytes layer = out.layer();
  const std::string_view shown = name.empty() ? "RESERVED" : name;
  Item line = out.put_words(chunk.at, (chunk.end - chunk.at + 3) & ~size_t{3}, shown, " chunk");
  out.more_info(shown, ' ');
  const Deeper below(out);
  put_head(out, chunk);
  Payload payload;
  const auto put_one = [&](const Field& field, std::string_view words) {
    if (length < 4) return;
    line.more(words, be32(&layer[at]), ')');
    out.put(field, at, 4);
  };
  const auto bytes = [](size_t count) { return count == 1 ? std::string_view(" byte)") : " bytes)"; };
  switch (chunk.type) {
    case data: payload = put_data(out, chunk, packet, line); break;
    case initiation:
    case initiation_acknowledgment: put_initiation(out, chunk, packet, line); break;
    case selective_acknowledgment: put_acknowledgment(out, chunk, packet, line); break;
    case heartbeat:
    case heartbeat_acknowledgment:
      line.more(" (Information: ", length, bytes(length));
      put_parameters(out, at, chunk.end);
      break;
    case abort_association:
    case error: put_causes(out, at, chunk.end); break;
    case shutdown: put_one(field::shutdown_cumulative_tsn_ack, " (Cumulative TSN ack: "); break;
    case cookie_echo:
      line.more(" (Cookie length: ", length, bytes(length));
      if (length > 0) out.put(field::cookie, at, length);
      break;
    case congestion_echo: put_one(field::ecne_lowest_tsn, " (Lowest TSN: "); break;
    case window_reduced: put_one(field::cwr_lowest_tsn, " (Lowest TSN: "); break;
    case forward_tsn:
      put_one(field::forward_tsn_tsn, "(Cumulative TSN: ");
      for (size_t i = at + 4; i + 4 <= chunk.end; i += 4) {
        out.put(field::forward_tsn_sid, i, 2);
        out.put(field::forward_tsn_ssn, i + 2, 2);
      }
      break;
    default:
      if (name.empty()) line.more(" (Type: ", chunk.type, ", value length: ", length, bytes(length));
      if (length > 0) out.put(field::chunk_value, at, length);
  }
  const size_t padding = (4 - (chunk.end - chunk.at) % 4) % 4;
  if (padding > 0 && chunk.end + padding <= layer.size()) out.put(field::chunk_padding, chunk.end, padding);
  return payload;
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const PacketFacts packet{be16(&layer[0]), be16(&layer[2]), be32(&layer[4])};
  out.about.source_port = packet.source;
  out.about.destination_port = packet.destination;
  out.root()
      .length(layer.size())
      .more(", Src Port: ", packet.source, " (", packet.source, "), Dst Port: ", packet.destination, " (",
            packet.destination, ')');
  out.protocol_column("SCTP");
  out.info("");
  out.put(field::srcport, 0, 2);
  out.put(field::dstport, 2, 2);
  out.put(field::port, 0, 2).hidden();
  out.put(field::port, 2, 2).hidden();
  out.put(field::verification_tag, 4, 4);
  out.put(field::assoc_index, 0, 0, UINT16_MAX)
      .label("Association index: disabled (enable in preferences)")
      .generated();
  out.put(field::checksum, 8, 4).more(" [unverified]");
  constexpr uint64_t unverified = 2;
  out.put(field::checksum_status, 8, 0, unverified).label("Checksum Status: Unverified").generated();
  for (size_t at = header_length; at + chunk_head <= layer.size();) {
    const size_t length = std::max<size_t>(be16(&layer[at + 2]), chunk_head);
    const size_t end = std::min(at + length, layer.size());
    const Payload payload = put_chunk(out, {at, end, layer[at], layer[at + 1]}, packet);
    if (payload.length > 0) data::put_beside(out, payload.at, payload.length);
    at += (length + 3) & ~size_t{3};
  }
}

}  // namespace wiretale::sctp
