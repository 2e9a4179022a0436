// Putting IP fragments together (RFC 791 3.2, 815, 8200 4.5), bounded and safe against overlaps.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "flow/flow_key.h"
#include "packet/segment.h"

namespace wiretale {

/// A datagram that was put together: what follows its IP header.
struct Datagram {
  std::vector<uint8_t> bytes;
  std::vector<uint32_t> packets;
  uint8_t protocol;                 ///< IP protocol number of the bytes
  std::vector<MessagePiece> parts;  ///< what each fragment brought, sorted
};

/// A datagram of which not all fragments came.
struct IncompleteDatagram {
  Address source, destination;
  uint8_t protocol;
  bool first_seen, last_seen;
  std::vector<uint32_t> packets;
  Time first, last;
};

class Fragments {
 public:
  static constexpr size_t most_datagrams = 1024, most_pieces = 128, longest = 65535;
  static constexpr Duration timeout = seconds(30);  // RFC 791 and Linux; IPv6 says 60

  /// Adds a fragment; returns the datagram when it completes one. Bytes received once are kept (a later
  /// overlap changes nothing); overlapping IPv6 fragments drop the datagram (RFC 5722).
  [[nodiscard]] std::optional<Datagram> add(const Packet& packet, const FlowPlace& place);
  /// Those that timed out or were pushed out since the last call; with `everything` all that are left.
  enum class Which : uint8_t { TimedOut, Everything };
  [[nodiscard]] std::vector<IncompleteDatagram> take_incomplete(Which which, Time now);
  [[nodiscard]] uint64_t pushed_out() const { return pushed_out_; }

 private:
  struct Key {
    Address source, destination;
    uint32_t identification, tunnel;
    uint8_t protocol;
    auto operator<=>(const Key&) const = default;
  };
  struct Piece {
    uint32_t start, end;
  };
  struct Building {
    std::vector<uint8_t> bytes;
    std::vector<Piece> pieces;  ///< sorted, apart
    std::vector<uint32_t> packets;
    std::vector<MessagePiece> parts;
    uint32_t total = 0;  ///< 0 until the last fragment came
    bool first_seen = false;
    uint8_t protocol = 0;
    Time first, last;
  };
  void push_out(std::map<Key, Building>::iterator at);
  std::map<Key, Building> building_;
  std::vector<IncompleteDatagram> incomplete_;
  uint64_t pushed_out_ = 0;
};

}  // namespace wiretale
