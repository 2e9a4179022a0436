// Follows one stream through a capture: from the field trees of packets to the pieces of both directions.
#pragma once
#include "statistics/follow_request.h"
#include "statistics/statistic.h"

namespace wiretale {

class StreamFollower {
 public:
  /// `filter` chooses the packets; made of the request's, which for a plain stream index is not asked.
  StreamFollower(const FollowRequest& request, StatisticFilter filter, FollowedStream::Taker take);
  StreamFollower(const StreamFollower&) = delete;
  StreamFollower& operator=(const StreamFollower&) = delete;

  [[nodiscard]] StatisticNeeds needs() const;
  void add(const SeenPacket& seen);
  /// After the last packet, to be given also what waits behind a gap that nobody acknowledged; tshark leaves
  /// it out, and so does `read -z follow`.
  void finish() { stream_.finish(); }
  /// Who talks; known once the stream's first packet was seen.
  [[nodiscard]] const FollowEnd (&ends() const)[2] { return ends_; }
  [[nodiscard]] bool overflowed() const { return stream_.overflowed(); }

 private:
  /// A transport layer found in a packet's tree.
  struct Found {
    Bytes header;  ///< of the transport; empty: none
    std::optional<uint32_t> stream;
    uint32_t length = 0;  ///< of the payload on the wire
    Bytes payload;
  };
  /// The ends of the packet's innermost connection, which tshark shows as the stream's also in a tunnel.
  void find_ends(const FieldTree& tree);
  void take(const SeenPacket& seen, const Found& found);
  void take_http(const SeenPacket& seen, const Found& found, const FieldValue& message, Bytes body);
  /// The frames of the HTTP/2 stream: whole, but those with headers as lists of names and values; tshark
  /// leaves out those that continue a list.
  void take_http2(const SeenPacket& seen);
  /// Which peer sends; the first one to do so is peer 0.
  uint8_t peer_of_sender();

  FollowRequest request_;
  StatisticFilter filter_;
  FollowedStream::Taker take_;
  FollowedStream stream_;
  FollowEnd ends_[2];
  FollowEnd from_, to_;  ///< of the packet being seen
  const Field *ip_, *ipv6_, *tcp_, *udp_, *transport_, *index_, *length_, *payload_, *reset_cause_ = nullptr;
  const Field *http_ = nullptr, *http_body_ = nullptr;
  const Field *http2_ = nullptr, *http2_type_ = nullptr, *http2_stream_ = nullptr, *header_name_ = nullptr,
              *header_value_ = nullptr;
};

}  // namespace wiretale
