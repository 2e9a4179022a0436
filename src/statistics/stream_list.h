// The TCP and UDP streams of a capture with their ends and how much each of them sent, numbered as the fields
// tcp.stream and udp.stream do.
#pragma once
#include <vector>

#include "statistics/follow_text.h"
#include "statistics/report.h"
#include "statistics/statistic.h"

namespace wiretale {

enum class StreamKind : uint8_t { Tcp, Udp };

[[nodiscard]] constexpr std::string_view word_of(StreamKind kind) {
  return kind == StreamKind::Tcp ? "tcp" : "udp";
}
[[nodiscard]] constexpr std::string_view title_of(StreamKind kind) {
  return kind == StreamKind::Tcp ? "TCP" : "UDP";
}
[[nodiscard]] inline bool same_end(const FollowEnd& a, const FollowEnd& b) {
  return a.port == b.port && a.address == b.address;
}

/// A packet of a stream.
struct StreamSighting {
  StreamKind kind = StreamKind::Tcp;
  uint32_t stream = 0;
  FollowEnd from, to;
  bool from_server = false;  ///< as far as this packet alone tells
  uint32_t length = 0;       ///< of the payload on the wire
  uint32_t captured = 0;     ///< of the payload
};

/// Finds the streams that packets belong to in their field trees.
class StreamFinder {
 public:
  StreamFinder();
  void add_needs(FieldNeeds& needs) const;
  /// The packet's streams, outermost first (a tunnel's own, then what it carries); valid until the next call.
  [[nodiscard]] std::span<const StreamSighting> find(const FieldTree& tree);
  /// The same of a plain packet (HeaderValues::is_plain) whose segment is known, from its headers alone; null
  /// when they do not tell.
  [[nodiscard]] const StreamSighting* find_in_headers(const Packet& packet, const SegmentFacts& segment);
  /// There is a stream of this kind, whichever.
  void note(StreamKind kind) {
    uint32_t& count = counts_[static_cast<size_t>(kind)];
    count = std::max(count, 1u);
  }
  /// How many streams there were so far.
  [[nodiscard]] uint32_t count(StreamKind kind) const { return counts_[static_cast<size_t>(kind)]; }

 private:
  struct Transport {
    const Field *own, *index, *length, *payload;
  };
  void begin(StreamKind kind, Bytes header);

  const Field *ip_, *ipv6_, *reset_cause_;
  Transport transports_[2];
  std::vector<StreamSighting> found_;
  uint32_t counts_[2] = {0, 0};
};

class StreamList {
 public:
  void add(const StreamSighting& sighting, uint32_t packet);
  [[nodiscard]] size_t size() const { return streams_[0].size() + streams_[1].size(); }
  /// The streams in the order of their numbers, first those of TCP; reads from this object.
  [[nodiscard]] Report report() const;

 private:
  struct Stream {
    FollowEnd client, server;
    uint64_t client_bytes = 0, server_bytes = 0;
    uint32_t packets = 0, first_packet = 0;
  };
  std::vector<Stream> streams_[2];
};

}  // namespace wiretale
