// From packets to field trees.
#include "fields/dissector.h"

#include <algorithm>

#include "decode/decode.h"
#include "decode/dispatch.h"
#include "fields/claimed_end.h"
#include "fields/conversation_state.h"
#include "packet/field_cursor.h"
#include "protocols/application/malformed.h"
#include "protocols/catalog.h"
#include "protocols/link/frame.h"
#include "protocols/network/ip_fragments_tree.h"
#include "protocols/transport/tcp_tree.h"

namespace wiretale {
namespace {

/// A pseudo-layer over a part of the frame.
Layer layer_over(ProtocolId protocol, size_t offset, size_t header, size_t end) {
  return {.protocol = protocol,
          .header = static_cast<uint16_t>(std::min<size_t>(header, UINT16_MAX)),
          .offset = static_cast<uint32_t>(offset),
          .end = static_cast<uint32_t>(end) & 0xfffffffu,
          .trouble_ = 0};
}

/// Notes the addresses of an IP layer for what is above it.
void take_addresses(Dissection& about, const Layer& layer) {
  if (layer.protocol != ids::ipv4 && layer.protocol != ids::ipv6) return;
  about.claimed_end = claimed_end(about.packet, layer);
  const bool four = layer.protocol == ids::ipv4;
  const size_t size = four ? 4 : 16, first = four ? 12 : 8;
  const Bytes header = about.packet.bytes.subspan(layer.offset);
  if (header.size() < first + 2 * size) return;
  about.source = header.subspan(first, size);
  about.destination = header.subspan(first + size, size);
  if (!four) about.hop_limit = header[7];
}

Address address_of(Bytes bytes) {
  if (bytes.size() == 4) return Address::four(bytes.data());
  if (bytes.size() == 16) return Address::six(bytes.data());
  Address address;  // of the link: TCP without IP does not exist, but captures may say so
  std::copy_n(bytes.begin(), std::min<size_t>(bytes.size(), 16), address.bytes.begin());
  return address;
}

/// The segment at the beginning of `header`, which is at least 20 bytes; `claimed`: of the TCP header and its
/// payload, as IP tells.
Segment segment_of(const Packet& packet, Bytes header, size_t claimed, const StreamPlace& place) {
  const size_t header_size = (header[12] >> 4) * size_t{4};
  const bool from_low = place.way == 0;
  return {.source = from_low ? place.ends.low : place.ends.high,
          .destination = from_low ? place.ends.high : place.ends.low,
          .source_port = be16(&header[0]),
          .destination_port = be16(&header[2]),
          .frame = packet.number,
          .time = packet.time,
          .sequence = be32(&header[4]),
          .acknowledgment = be32(&header[8]),
          .length = static_cast<uint32_t>(claimed > header_size ? claimed - header_size : 0),
          .window = be16(&header[14]),
          .flags = header[13],
          .options = header.subspan(20, std::min(header_size, header.size()) - 20)};
}

}  // namespace

void Dissector::begin() {
  path_.clear();
  occurrences_.assign(catalog().size(), 0);
}

void Dissector::note_time(Time time) {
  if (!reference_known_) first_ = time;
  if (!begun_) previous_ = displayed_ = time;
  reference_known_ = begun_ = true;
  current_ = time;
  times_ = {time - previous_, any_displayed_ ? time - displayed_ : Duration{}, time - first_};
  previous_ = time;
}

void Dissector::follow(const Packet& packet) {
  note_time(packet.time);
  follow_layers(packet, nothing_);
}

void Dissector::follow_layers(const Packet& packet, FieldTree& tree) {
  begin();
  tree.clear();
  written_ = &tree;
  following_ = true;
  Dissection about{.packet = packet,
                   .kept = kept_,
                   .times = times_,
                   .preferences = preferences_,
                   .learns = learns_,
                   .ahead = ahead_};
  about.nesting = this;
  dissect_layers(about, 0);
  dissect_postponed();
  following_ = false;
  written_ = &tree_;
}

const SegmentFacts* Dissector::judge(const Packet& packet) {
  if (const uint32_t index = packet.number - first_expected_;
      replayed_ == nullptr && index < expected_count_ && expected_[index].tcp != nullptr)
    return judge_expected(packet, index);
  Dissection about{.packet = packet, .kept = kept_, .preferences = preferences_};
  for (const Layer& layer : packet.layers) {
    take_addresses(about, layer);
    if (layer.protocol != ids::tcp) continue;
    follow_stream(about, layer);
    if (about.segment != nullptr) judged_ = packet.number;
    return about.segment;
  }
  return nullptr;
}

void Dissector::expect(std::span<const Packet> packets) {
  first_expected_ = packets.front().number;
  expected_count_ = 0;
  for (const Packet& packet : packets) {
    Expected& expected = expected_[expected_count_++];
    expected.tcp = nullptr;
    const Layer* network = nullptr;
    for (const Layer& layer : packet.layers) {
      if (layer.protocol == ids::ipv4 || layer.protocol == ids::ipv6) network = &layer;
      if (layer.protocol != ids::tcp || layer.header < 20 || network == nullptr ||
          network->header < (network->protocol == ids::ipv4 ? 20 : 40))
        continue;
      const bool four = network->protocol == ids::ipv4;
      const uint8_t* const addresses = packet.bytes.data() + network->offset + (four ? 12 : 8);
      const uint8_t* const ports = packet.bytes.data() + layer.offset;
      const Address source = four ? Address::four(addresses) : Address::six(addresses),
                    destination = four ? Address::four(addresses + 4) : Address::six(addresses + 16);
      expected.tcp = &layer;
      expected.claimed_end = claimed_end(packet, *network);
      expected.segment = segments_.place(stream_place(source, destination, be16(ports), be16(ports + 2)));
      break;
    }
  }
}

const SegmentFacts* Dissector::judge_expected(const Packet& packet, size_t index) {
  constexpr size_t places_ahead = 24, states_ahead = 12;
  const auto ahead = [&](size_t by) -> const ExpectedSegment* {
    const bool known = index + by < expected_count_ && expected_[index + by].tcp != nullptr;
    return known ? &expected_[index + by].segment : nullptr;
  };
  if (const ExpectedSegment* const later = ahead(places_ahead)) segments_.prefetch_place(*later);
  if (const ExpectedSegment* const soon = ahead(states_ahead)) segments_.prefetch_state(*soon);
  const Expected& expected = expected_[index];
  const Layer& layer = *expected.tcp;
  const Bytes header = packet.bytes.subspan(layer.offset, layer.end - layer.offset);
  const size_t claimed =
      expected.claimed_end > layer.offset ? expected.claimed_end - layer.offset : header.size();
  place_ = expected.segment.place;
  Segment segment = segment_of(packet, header, claimed, place_);
  segment.expected = &expected.segment;
  Dissection about{.packet = packet, .kept = kept_, .preferences = preferences_};
  take_segment(segment, about);
  judged_ = packet.number;
  return &segment_;
}

void Dissector::count_streams(const Packet& packet) {
  Dissection about{.packet = packet, .kept = kept_, .preferences = preferences_};
  for (const Layer& layer : packet.layers) {
    take_addresses(about, layer);
    if (layer.protocol == ids::udp) follow_stream(about, layer);
  }
}

const FieldTree& Dissector::dissect(const Packet& packet, const FrameFacts* facts) {
  begin();
  note_time(packet.time);
  tree_.clear();
  Dissection about{.packet = packet,
                   .kept = kept_,
                   .times = times_,
                   .frame = facts,
                   .preferences = preferences_,
                   .learns = learns_,
                   .ahead = ahead_};
  if (with_columns_ == WithColumns::Yes) {
    columns_.clear();
    about.columns = &columns_;
  }
  if (facts != nullptr && !facts->comments.empty())
    dissect_one(about, layer_over(ids::packet_comments, 0, 0, 0), 0);
  dissect_one(about, layer_over(ids::frame, 0, packet.bytes.size(), packet.bytes.size()), 0);
  about.path = &path_;
  about.nesting = this;
  dissect_layers(about, 0);
  dissect_postponed();
  columns_.source_port = about.source_port;
  columns_.destination_port = about.destination_port;
  write_path();
  return tree_;
}

void Dissector::pass_over(const Packet& packet) {
  // The time reference is the first packet of the capture, shown or not.
  const Time previous = previous_, displayed = displayed_, current = current_;
  const bool begun = begun_;
  (void)dissect(packet);
  previous_ = previous;
  displayed_ = displayed;
  current_ = current;
  begun_ = begun;
}

void Dissector::dissect_layers(Dissection& about, uint8_t level, size_t first) {
  const Packet& packet = about.packet;
  const Layer* network = nullptr;
  for (size_t i = first; i < packet.layers.count; ++i) {
    const Layer& layer = packet.layers.all[i];
    dissect_one(about, layer, level);
    if (about.payload_done) return;
    if (layer.protocol == ids::ipv4 || layer.protocol == ids::ipv6) network = &layer;
    if (network != nullptr && layer.trouble() == Trouble::None && !about.quoted &&
        dissect_fragment(about, *network, layer, level))
      return;
    // What a stream carries is found over its segments.
    if (layer.protocol == ids::tcp && about.segment != nullptr && layer.trouble() == Trouble::None)
      return dissect_stream(about, layer, level);
    if (level == 0 || layer.protocol != ids::udp || layer.trouble() != Trouble::None) continue;
    postponed_.push_back({packet, static_cast<uint8_t>(i + 1), about.source, about.destination,
                          about.source_port, about.destination_port});
    return;
  }
  if (packet.layers.count == 0) return;
  const Layer& last = packet.layers.all[packet.layers.count - 1];
  const size_t start = last.offset + last.header;
  if (last.trouble() == Trouble::None && start < last.end && protocol_of(last.protocol).rest == Rest::Data)
    dissect_one(about, layer_over(ids::data, start, last.end - start, last.end), level);
}

void Dissector::dissect_postponed() {
  for (size_t i = 0; i < postponed_.size(); ++i) {
    const Postponed later = postponed_[i];
    Dissection about{.packet = later.packet,
                     .kept = kept_,
                     .preferences = preferences_,
                     .path = &path_,
                     .source = later.source,
                     .destination = later.destination,
                     .source_port = later.source_port,
                     .destination_port = later.destination_port,
                     .nesting = this,
                     .quoted = true,
                     .learns = learns_,
                     .ahead = ahead_};
    dissect_layers(about, 0, later.first);
  }
  postponed_.clear();
}

void Dissector::dissect_inside(Dissection& outer, ProtocolId first, size_t at, size_t end, uint8_t level) {
  constexpr uint8_t deepest = 12;
  if (level > deepest || at >= end) return;
  Packet packet = outer.packet;
  packet.bytes = packet.bytes.first(end);
  decode_from(first, packet, at, tree_dispatch());
  if (packet.layers.count == 0) packet.layers.push(layer_over(first, at, end - at, end));
  Dissection about{.packet = packet,
                   .kept = kept_,
                   .times = outer.times,
                   .preferences = preferences_,
                   .path = outer.path,
                   .source = outer.source,
                   .destination = outer.destination,
                   .nesting = this,
                   .quoted = true,
                   .learns = learns_,
                   .ahead = ahead_};
  dissect_layers(about, level);
  outer.source_port = about.source_port;
  outer.destination_port = about.destination_port;
}

void Dissector::dissect_one(Dissection& about, const Layer& layer, uint8_t level) {
  const Protocol& protocol = protocol_of(layer.protocol);
  const bool again = protocol.messages == Messages::Sized && !path_.empty() && path_.back() == protocol.name;
  if (about.path != nullptr && !again) path_.push_back(protocol.name);
  take_addresses(about, layer);
  if (layer.protocol == ids::tcp || layer.protocol == ids::udp) follow_stream(about, layer);
  if (following_ && protocol.keeps == Keeps::Nothing) return;
  if (backlog_ && shared_state_of(layer.protocol) == Shared::WithinConversation)
    catch_up(about, layer.protocol, CatchUp::All);
  try {
    dissect_layer(about, layer, ++occurrences_[static_cast<size_t>(layer.protocol)], *written_, level);
  } catch (const LayerTooShort& found) {
    end_short(about, found.protocol, layer.offset, level);
  }
}

void Dissector::end_short(Dissection& about, std::string_view protocol, size_t at, uint8_t level) {
  about.payload_done = true;
  if (about.quoted) return;  // an error quotes the beginning alone
  const size_t here = about.packet.bytes.size();
  const bool cut = here < about.packet.wire_length && (about.claimed_end == 0 || about.claimed_end > here);
  const ProtocolId id = cut ? ids::cut_short : ids::malformed;
  FieldWriter out(*written_, about, id, {}, static_cast<uint32_t>(at),
                  ++occurrences_[static_cast<size_t>(id)], level);
  Item line = out.begin(own_field(id), 0);
  if (cut)
    line.label("[Packet size limited during capture: ", protocol, " truncated]");
  else
    line.label("[Malformed Packet: ", protocol, ']');
  protocol_of(id).dissect({}, out);
}

void Dissector::follow_stream(Dissection& about, const Layer& layer) {
  const Bytes header = about.packet.bytes.subspan(layer.offset, layer.end - layer.offset);
  const bool is_tcp = layer.protocol == ids::tcp;
  if (is_tcp) about.segment = nullptr;
  if (about.quoted && header.size() >= 4) {
    about.source_port = be16(&header[0]);
    about.destination_port = be16(&header[2]);
  }
  if (is_tcp && about.quoted) return;  // what is quoted was not sent here
  if (header.size() < (is_tcp ? 20 : 8) || about.source.empty()) return;
  const Address source = address_of(about.source), destination = address_of(about.destination);
  const uint16_t source_port = be16(&header[0]), destination_port = be16(&header[2]);
  about.source_port = source_port;
  about.destination_port = destination_port;
  place_ = stream_place(source, destination, source_port, destination_port);
  if (is_tcp && replayed_ == nullptr && judged_ == about.packet.number &&
      occurrences_[static_cast<size_t>(ids::tcp)] == 0) {
    about.segment = &segment_;
    return;
  }
  if (is_tcp && !judges_all_) catch_up(about, ids::tcp, CatchUp::Segments);
  if (!is_tcp) {
    // Streams are counted in the order of the capture, or nobody is shown the numbers.
    if (replayed_ == nullptr) datagram_ = datagrams_.see(place_.ends, about.packet.time);
    about.datagram = &datagram_;
    return;
  }
  if (header[12] >> 4 < 5) return;
  const size_t claimed = about.claimed_end > layer.offset ? about.claimed_end - layer.offset : header.size();
  const Segment segment = segment_of(about.packet, header, claimed, place_);
  if (replayed_ != nullptr && replayed_->judged()) {
    const auto known = segments_.recall(segment, static_cast<SegmentMark>(replayed_->marks()));
    about.payload_done = !known;  // nobody will ask for a stream that is gone
    if (!known) return;
    segment_ = *known;
    about.segment = &segment_;
    return;
  }
  take_segment(segment, about);
}

void Dissector::take_segment(const Segment& segment, Dissection& about) {
  segment_ = segments_.see(segment);
  segment_flags_ = segment.flags;
  if (!about.preferences.tcp_analyze_sequence_numbers) {
    segment_.marks = SegmentMark::None;
    segment_.has_analysis = false;
  }
  if (!about.preferences.tcp_analyze_sequence_numbers || !about.preferences.tcp_relative_sequence_numbers)
    segment_.sequence_base = segment_.acknowledgment_base = 0;
  look_ahead(about, segment_);
  about.segment = &segment_;
}

void Dissector::dissect_stream(Dissection& about, const Layer& layer, uint8_t level) {
  const Bytes segment = about.packet.bytes.subspan(layer.offset, layer.end - layer.offset);
  const Bytes payload = segment.subspan(layer.header);
  if (segment.size() > 13 && StreamMessages::depends_on_stream(*about.segment, segment[13]))
    catch_up(about, ids::tcp, CatchUp::All);
  const SegmentPlan& plan = messages_.read(about, place_.way, segment, payload);
  const uint8_t occurrence = occurrences_[static_cast<size_t>(ids::tcp)];
  const size_t start = layer.offset + layer.header;
  FieldWriter out(*written_, about, ids::tcp, payload, static_cast<uint32_t>(start), occurrence,
                  static_cast<uint8_t>(level + 1));
  for (const auto* const parts : {&plan.reassembled, &plan.direct})
    for (const SegmentPlan::Part& part : *parts)
      if (protocol_of(part.protocol).messages == Messages::Sized)
        put_message_size(out, parts == &plan.direct ? part.at : out.size(), part.length);
  note_pieces(about, plan.pieces);
  if (plan.over != SegmentPlan::Over::Nothing) {
    FieldWriter error(*written_, about, ids::malformed, {}, layer.offset,
                      ++occurrences_[static_cast<size_t>(ids::malformed)], level);
    put_reassembly_error(error, "TCP",
                         plan.over == SegmentPlan::Over::Within
                             ? "New fragment overlaps old data (retransmission?)"
                             : "New fragment past old data limits");
    return;
  }
  if (plan.waits) put_reassembled_in(out);
  for (const SegmentPlan::Held& held : plan.held)
    if (held.repeated)
      put_repeated_part(out, held.at, held.length);
    else
      put_message_part(out, held.at, held.length);
  if (!plan.message.empty()) {
    Packet source = about.packet;
    source.bytes = plan.message;
    const uint8_t before = about.byte_source;
    about.byte_source = written_->add_source("Reassembled TCP", written_->keep(plan.message));
    source.bytes = written_->sources()[about.byte_source - 1u].bytes;
    FieldWriter pieces(*written_, about, ids::tcp, source.bytes, 0, occurrence, level);
    put_message_pieces(pieces, plan.pieces);
    for (const SegmentPlan::Part& part : plan.reassembled)
      dissect_part(about, part.protocol, source, part.at, part.length, level);
    about.byte_source = before;
  }
  for (const SegmentPlan::Part& part : plan.direct)
    dissect_part(about, part.protocol, about.packet, start + part.at, part.length, level);
  if (plan.waits && (plan.direct.empty() || plan.only_begun) && plan.reassembled.empty())
    out.more_info(" [TCP segment of a reassembled PDU]");
}

bool Dissector::dissect_fragment(Dissection& about, const Layer& network, const Layer& layer, uint8_t level) {
  static const ProtocolId fragment_header = find_protocol("ipv6.fraghdr");
  const Packet& packet = about.packet;
  const Bytes header = packet.bytes.subspan(layer.offset, layer.header);
  const bool four = layer.protocol == ids::ipv4;
  if (four) {
    if (header.size() < 20 || (be16(&header[6]) & 0x3fff) == 0) return false;
  } else if (layer.protocol != fragment_header || header.size() < 8 || (be16(&header[2]) & 0xfff9) == 0) {
    return false;
  }
  if (!(four ? about.preferences.ip_defragment : about.preferences.ipv6_defragment)) {
    // Each fragment by itself: the first has the inner header, the others none.
    about.fragmented = true;
    if ((be16(&header[four ? 6 : 2]) & (four ? 0x1fff : 0xfff8)) == 0) return false;
    const size_t rest = layer.offset + layer.header;
    if (rest < layer.end) dissect_one(about, layer_over(ids::data, rest, layer.end - rest, layer.end), level);
    return true;
  }
  const IpVersion version = four ? IpVersion::Four : IpVersion::Six;
  const size_t start = layer.offset + layer.header;
  const StreamPlace ends = stream_place(address_of(about.source), address_of(about.destination), 0, 0);
  FlowPlace place{};
  place.key.low = ends.ends.low;
  place.key.high = ends.ends.high;
  place.from_low = ends.way == 0 ? 1 : 0;
  place.network = network.offset;
  place.transport = static_cast<uint32_t>(start);
  place.wire_length = static_cast<uint32_t>(about.claimed_end > start ? about.claimed_end - start : 0);
  const auto datagram = fragments_.add(packet, place);
  if (!datagram) {
    FieldWriter out(tree_, about, network.protocol, {}, static_cast<uint32_t>(start),
                    occurrences_[static_cast<size_t>(network.protocol)], static_cast<uint8_t>(level + 1));
    put_reassembled_in(out, version);
    if (start < layer.end)
      dissect_one(about, layer_over(ids::data, start, layer.end - start, layer.end), level);
    return true;
  }
  Packet whole = packet;
  whole.bytes = written_->keep(datagram->bytes);
  whole.wire_length = static_cast<uint32_t>(whole.bytes.size());
  const uint8_t before = about.byte_source;
  about.byte_source = written_->add_source(four ? "Reassembled IPv4" : "Reassembled IPv6", whole.bytes);
  FieldWriter pieces(*written_, about, network.protocol, whole.bytes, 0,
                     occurrences_[static_cast<size_t>(network.protocol)], static_cast<uint8_t>(level + 1));
  note_fragments(about, version, datagram->parts);
  put_fragments(pieces, version, datagram->parts);
  const ProtocolId next = tree_dispatch().find(On::IpProtocol, datagram->protocol);
  about.claimed_end = whole.bytes.size();
  dissect_part(about, next == ProtocolId::None ? ids::data : next, whole, 0, whole.bytes.size(), level);
  about.byte_source = before;
  return true;
}

void Dissector::dissect_part(Dissection& outer, ProtocolId id, const Packet& source, size_t at, size_t length,
                             uint8_t level) {
  Packet packet = source;
  packet.bytes = packet.bytes.first(at + length);
  packet.layers.count = 0;
  if (protocol_of(id).decode != nullptr) decode_from(id, packet, at, tree_dispatch());
  if (packet.layers.count == 0) packet.layers.push(layer_over(id, at, length, at + length));
  Dissection about{.packet = packet,
                   .kept = kept_,
                   .times = outer.times,
                   .preferences = outer.preferences,
                   .segment = outer.segment,
                   .claimed_end = outer.claimed_end,
                   .columns = outer.columns,
                   .path = outer.path,
                   .source = outer.source,
                   .destination = outer.destination,
                   .hop_limit = outer.hop_limit,
                   .source_port = outer.source_port,
                   .destination_port = outer.destination_port,
                   .nesting = this,
                   .quoted = outer.quoted,
                   .byte_source = outer.byte_source,
                   .learns = learns_,
                   .ahead = ahead_};
  dissect_layers(about, level);
}

void Dissector::write_path() {
  if (!tree_.needs().wants(frame::protocols)) return;
  path_text_.clear();
  for (const std::string_view name : path_) {
    if (!path_text_.empty()) path_text_.append(':');
    path_text_.append(name);
  }
  const std::string_view text = path_text_.view();
  for (size_t i = 0; i < tree_.values().size(); ++i)
    if (FieldValue& value = tree_.at(static_cast<uint32_t>(i)); value.field == &frame::protocols) {
      value.bytes = written_->keep({reinterpret_cast<const uint8_t*>(text.data()), text.size()});
      return;
    }
}

}  // namespace wiretale
