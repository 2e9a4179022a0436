// Follows one stream through a capture.
#include "statistics/stream_follower.h"

#include "protocols/catalog.h"
#include "protocols/field_index.h"

namespace wiretale {
namespace {

using Of = FollowRequest::Of;
constexpr uint8_t synchronize = 2;

const Field* field_named(std::string_view name) {
  const std::span<const Field* const> found = find_fields(name);
  return found.empty() ? nullptr : found.front();
}

Bytes source_of(const SeenPacket& seen, const FieldValue& value) {
  const Bytes whole = value.source == 0 ? seen.packet.bytes : seen.tree->sources()[value.source - 1u].bytes;
  if (value.offset > whole.size()) return {};
  return whole.subspan(value.offset, std::min<size_t>(value.length, whole.size() - value.offset));
}

void set_addresses(FollowEnd& from, FollowEnd& to, Bytes header) {
  if (header.size() >= 40 && header[0] >> 4 == 6) {
    from = {true, Address::six(&header[8]), from.port};
    to = {true, Address::six(&header[24]), to.port};
  } else if (header.size() >= 20) {
    from = {true, Address::four(&header[12]), from.port};
    to = {true, Address::four(&header[16]), to.port};
  }
}

/// How many of a message's first bytes are its head, with the empty line.
size_t head_length(Bytes message) {
  const std::string_view words{reinterpret_cast<const char*>(message.data()), message.size()};
  for (size_t at = 0;;) {
    const size_t end = words.find('\n', at);
    if (end == words.npos) return words.size();
    if (end == at || (end == at + 1 && words[at] == '\r')) return end + 1;
    at = end + 1;
  }
}

}  // namespace

StreamFollower::StreamFollower(const FollowRequest& request, StatisticFilter filter,
                               FollowedStream::Taker take)
    : request_(request), filter_(std::move(filter)), take_(take), stream_(std::move(take)) {
  const bool udp = request_.of == Of::Udp || request_.of == Of::Quic;
  ip_ = field_named("ip");
  ipv6_ = field_named("ipv6");
  tcp_ = field_named("tcp");
  udp_ = field_named("udp");
  transport_ = udp ? udp_ : tcp_;
  index_ = field_named(udp ? "udp.stream" : "tcp.stream");
  length_ = field_named(udp ? "udp.length" : "tcp.len");
  payload_ = field_named(udp ? "udp.payload" : "tcp.payload");
  if (!udp) reset_cause_ = field_named("tcp.reset_cause");
  if (request_.of == Of::Http2) {
    http2_ = field_named("http2");
    http2_type_ = field_named("http2.type");
    http2_stream_ = field_named("http2.streamid");
    header_name_ = field_named("http2.header.name");
    header_value_ = field_named("http2.header.value");
  }
  if (request_.of != Of::Http) return;
  http_ = field_named("http");
  http_body_ = field_named("http.file_data");
}

StatisticNeeds StreamFollower::needs() const {
  StatisticNeeds needs;
  for (const Field* field : {ip_, ipv6_, tcp_, udp_, index_, length_, payload_, reset_cause_, http_,
                             http_body_, http2_, http2_type_, http2_stream_, header_name_, header_value_})
    if (field != nullptr) needs.want(*field);
  filter_.add_needs(needs);
  return needs;
}

void StreamFollower::find_ends(const FieldTree& tree) {
  from_ = to_ = {};
  for (const FieldValue& value : tree.values()) {
    if (value.level != 0) continue;
    if (value.field == ip_ || value.field == ipv6_) set_addresses(from_, to_, value.bytes);
    if ((value.field != tcp_ && value.field != udp_) || value.bytes.size() < 4) continue;
    from_.port = be16(&value.bytes[0]);
    to_.port = be16(&value.bytes[2]);
  }
}

uint8_t StreamFollower::peer_of_sender() {
  if (!ends_[0].known) {
    ends_[0] = from_;
    ends_[1] = to_;
  }
  return from_.port == ends_[0].port && from_.address == ends_[0].address ? 0 : 1;
}

void StreamFollower::take(const SeenPacket& seen, const Found& found) {
  if (found.header.empty()) return;
  if (request_.stream && found.stream != request_.stream) return;
  if (request_.of == Of::Udp) {
    if (!found.payload.empty())
      take_({peer_of_sender(), seen.packet.number, seen.packet.time, found.payload});
  } else if (request_.of == Of::Tcp && found.header.size() >= 20) {
    stream_.add({.peer = peer_of_sender(),
                 .begins = (found.header[13] & synchronize) != 0,
                 .sequence = be32(&found.header[4]),
                 .acknowledgment = be32(&found.header[8]),
                 .length = found.length,
                 .payload = found.payload,
                 .packet = seen.packet.number,
                 .time = seen.packet.time});
  }
}

void StreamFollower::take_http(const SeenPacket& seen, const Found& found, const FieldValue& message,
                               Bytes body) {
  if (found.header.empty() || (request_.stream && found.stream != request_.stream)) return;
  const Bytes whole = source_of(seen, message);
  const uint8_t peer = peer_of_sender();
  const Bytes head = whole.first(head_length(whole));
  if (!head.empty()) take_({peer, seen.packet.number, seen.packet.time, head});
  if (!body.empty()) take_({peer, seen.packet.number, seen.packet.time, body});
}

void StreamFollower::take_http2(const SeenPacket& seen) {
  std::optional<uint32_t> connection, stream;
  uint64_t type = 0;
  Bytes frame;
  std::vector<uint8_t> headers;
  const auto add = [&](Bytes words) {
    const auto length = static_cast<uint32_t>(words.size());
    for (int shift = 24; shift >= 0; shift -= 8) headers.push_back(static_cast<uint8_t>(length >> shift));
    headers.insert(headers.end(), words.begin(), words.end());
  };
  const auto finish = [&] {
    constexpr uint64_t continuation = 9;
    const bool wanted = stream && type != continuation &&
                        (!request_.stream || connection == request_.stream) &&
                        (!request_.substream || stream == request_.substream);
    const Bytes piece = headers.empty() ? frame : Bytes{headers};
    if (wanted && !piece.empty()) take_({peer_of_sender(), seen.packet.number, seen.packet.time, piece});
    stream.reset();
    headers.clear();
  };
  for (const FieldValue& value : seen.tree->values()) {
    if (value.field == index_) connection = static_cast<uint32_t>(value.number);
    if (value.field == http2_) {
      finish();
      frame = source_of(seen, value);
    }
    if (value.field == http2_type_) type = value.number;
    if (value.field == http2_stream_) stream = static_cast<uint32_t>(value.number);
    if (value.field == header_name_ || value.field == header_value_) add(value.bytes);
  }
  finish();
}

void StreamFollower::add(const SeenPacket& seen) {
  if (seen.tree == nullptr) return;
  if (!request_.stream && !filter_.passes(seen)) return;
  find_ends(*seen.tree);
  if (request_.of == Of::Http2) return take_http2(seen);
  Found found;
  const FieldValue* message = nullptr;
  Bytes body;
  const auto finish_message = [&] {
    if (message != nullptr) take_http(seen, found, *message, body);
    message = nullptr;
    body = {};
  };
  for (const FieldValue& value : seen.tree->values()) {
    const Field* const field = value.field;
    if (field == transport_) {
      finish_message();
      take(seen, found);
      found = {};
      if (value.level != 0 || value.bytes.size() < 8) continue;  // quoted in an error message
      found.header = value.bytes;
    } else if (field == index_) {
      found.stream = static_cast<uint32_t>(value.number);
    } else if (field == length_) {
      found.length = static_cast<uint32_t>(value.number);
    } else if (field == payload_ || (field == reset_cause_ && field != nullptr)) {
      found.payload = value.bytes;
    } else if (field == http_ && http_ != nullptr) {
      finish_message();
      message = &value;
    } else if (field == http_body_ && http_body_ != nullptr) {
      body = value.bytes;
    }
  }
  finish_message();
  take(seen, found);
}

}  // namespace wiretale
