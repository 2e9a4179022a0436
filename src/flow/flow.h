// A flow: two ends that talk, and what is known about each direction.
#pragma once
#include "base/time.h"
#include "flow/flow_key.h"
#include "packet/packet.h"

namespace wiretale {

namespace tcp_flag {
inline constexpr uint8_t fin = 1, syn = 2, rst = 4, psh = 8, ack = 16, urg = 32;
}

/// What the analysis says about one TCP segment (or duplicate frame); a set of bits.
enum class Event : uint16_t {
  None = 0,
  Retransmission = 1 << 0,  ///< data or SYN/FIN seen before, sent again, not yet acknowledged
  Spurious = 1 << 1,        ///< sent again although its acknowledgment was seen
  OutOfOrder = 1 << 2,      ///< fills a hole, and was sent in front of what overtook it
  LateFill = 1 << 3,        ///< fills a hole by a repeat: the original was lost before the capture point
  Hole = 1 << 4,            ///< begins behind the next expected byte
  AckedUnseen = 1 << 5,     ///< acknowledges bytes that are not in the capture
  DuplicateAck = 1 << 6,
  ZeroWindow = 1 << 7,
  WindowProbe = 1 << 8,  ///< to a peer whose window is closed
  KeepAlive = 1 << 9,
  KeepAliveAck = 1 << 10,
  WindowFull = 1 << 11,
  WindowUpdate = 1 << 12,
  DuplicateFrame = 1 << 13,  ///< the capture saw this frame before: not counted, not analysed
  Fast = 1 << 14,            ///< with Retransmission: after two or more duplicate ACKs
};
[[nodiscard]] constexpr Event operator|(Event a, Event b) {
  return static_cast<Event>(static_cast<uint16_t>(a) | static_cast<uint16_t>(b));
}
constexpr Event& operator|=(Event& a, Event b) { return a = a | b; }
/// Whether any of the bits is set.
[[nodiscard]] constexpr bool has(Event set, Event any) {
  return (static_cast<uint16_t>(set) & static_cast<uint16_t>(any)) != 0;
}

/// How a frame repeats an earlier one of the last milliseconds: the same, the same behind a router (its TTL
/// is one or two lower), or the same going round in a circle.
enum class Repeat : uint8_t { None, Same, Routed, Looping };

/// One direction of a flow.
struct Way {
  uint64_t bytes = 0;    ///< on the wire, frames
  uint64_t payload = 0;  ///< of the transport, repeats included
  uint32_t packets = 0;
  uint32_t retransmissions = 0;
  // TCP. Sequence numbers are raw and compare modulo 2^32.
  uint32_t next_sequence = 0;   ///< highest seen + 1
  uint32_t first_sequence = 0;  ///< ISN or the first seen
  uint32_t acknowledged = 0;    ///< highest ACK sent by this side
  uint32_t holes = 0;           ///< index + 1 into the analysis's list of holes, 0: none
  Time advanced;                ///< when next_sequence last moved
  Time last;                    ///< of the last packet
  uint16_t window = 0;          ///< raw, of the last segment
  uint16_t segment_limit = 0;   ///< MSS option of the SYN, 0 unknown
  int8_t scale = -1;            ///< window shift; -1 unknown (no SYN seen), -2 not used
  uint8_t flags = 0;            ///< all TCP flags seen
  uint8_t duplicate_acks = 0;   ///< in a row
  uint8_t time_to_live = 0;     ///< of the first packet that is not a RST
  bool sequence_known = false, ack_known = false, keep_alive_last = false;
};

/// How a TCP connection stands, from what was seen.
enum class Phase : uint8_t { None, SynSent, SynReceived, Established, Closing, Closed, Reset };

struct Flow {
  FlowKey key;
  FlowId id = 0;
  uint32_t number = 0;  ///< grows in the order of the flows' first packets; no two have the same
  uint32_t first_packet = 0, last_packet = 0;
  uint32_t vni = 0;
  uint32_t next_in_queue = 0;
  Time first, last, queued;
  Time syn, syn_ack, handshake;  ///< of the first SYN, the first SYN-ACK and the ACK that completes; 0 unseen
  Phase phase = Phase::None;
  uint8_t client = 0;       ///< the way (0 or 1) of the end that asks
  bool after_live = false;  ///< a SYN cut off an earlier connection of the same ends that was still open
  bool detached = false;    ///< no longer found by its key
  uint64_t hash = 0;
  Way ways[2];  ///< 0: sent by key.low

  [[nodiscard]] const Address& address(unsigned way) const { return way == 0 ? key.low : key.high; }
  [[nodiscard]] uint16_t port(unsigned way) const { return way == 0 ? key.low_port : key.high_port; }
  [[nodiscard]] const Address& client_address() const { return address(client); }
  [[nodiscard]] const Address& server_address() const { return address(client ^ 1u); }
  [[nodiscard]] uint16_t client_port() const { return port(client); }
  [[nodiscard]] uint16_t server_port() const { return port(client ^ 1u); }
  [[nodiscard]] const Way& from_client() const { return ways[client]; }
  [[nodiscard]] const Way& from_server() const { return ways[client ^ 1u]; }
};

/// What a SYN's options say (RFC 9293 3.2, 7323 2).
struct SynOptions {
  uint16_t segment_limit = 0;
  int8_t scale = -2;
};

/// A packet on its way through the flow stage: first what it says itself, which read_flow_packet() fills in,
/// then what it means in its flow.
struct FlowPacket {
  Flow* flow = nullptr;  ///< null: no IP header
  uint64_t hash = 0;     ///< of the key, with the process's secret
  uint64_t frame_hash = 0;
  FlowKey key;
  uint32_t frame_place = 0;  ///< where the memory of duplicates looks for the frame
  Time time;
  uint32_t place = 0;        ///< counts all packets of the run, from 0
  uint32_t number = 0;       ///< in its file, from 1
  uint32_t wire_length = 0;  ///< of the frame
  uint32_t vni = 0;
  uint32_t sequence = 0, acknowledgment = 0;
  uint32_t time_stamp = 0, time_echo = 0;  ///< TCP time stamps (RFC 7323 3), 0 without
  uint32_t window = 0;                     ///< in bytes, scaled as far as known
  uint32_t payload_length = 0;             ///< on the wire
  uint16_t identification = 0;
  InterfaceId interface = 0;
  Event events = Event::None;
  SynOptions syn_options;
  uint8_t way = 0;
  uint8_t transport = 0;
  uint8_t tcp_flags = 0;
  uint8_t time_to_live = 0;
  bool internet = false;         ///< has an IP header
  bool segment = false;          ///< has a whole TCP header
  bool fragment = false;         ///< a later fragment: no ports
  bool new_flow = false;         ///< the first packet of its flow
  Repeat repeat = Repeat::None;  ///< whether and how the capture saw the frame before
  uint32_t original = 0;         ///< the number of the frame that it repeats
  uint32_t network = 0;          ///< offset of the IP header in the frame
  uint32_t transport_at = 0;     ///< offset of the transport header
  const Packet* packet = nullptr;
  Bytes payload;        ///< of the transport, what was captured
  Duration since_flow;  ///< since the flow's packet before
  Duration since_way;   ///< since the packet before in this direction

  [[nodiscard]] bool from_client() const { return way == flow->client; }
  [[nodiscard]] bool is_tcp() const { return transport == ip_protocol::tcp; }
  [[nodiscard]] bool flag(uint8_t bit) const { return (tcp_flags & bit) != 0; }
};

/// a < b, modulo 2^32 (RFC 9293 3.4).
[[nodiscard]] constexpr bool before(uint32_t a, uint32_t b) { return static_cast<int32_t>(a - b) < 0; }

}  // namespace wiretale
