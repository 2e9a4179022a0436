// What a protocol tells about itself: its fields, where it is found, how it is decoded and shown.
#pragma once
#include <span>
#include <string_view>

#include "base/cursor.h"
#include "packet/dispatch.h"
#include "packet/field.h"
#include "packet/layer.h"

namespace wiretale {

class FieldWriter;
class Line;
class View;

/// What a tier 1 decoder returns: the protocol of the payload, or None when it is data or unknown.
struct Step {
  ProtocolId next = ProtocolId::None;
  Trouble trouble = Trouble::None;
};

struct Ports {
  uint16_t source = 0, destination = 0;
};

/// What a tier 1 decoder may ask beside its own bytes.
struct Context {
  const Dispatch& dispatch;
  Ports ports = {};  ///< of the nearest TCP, UDP or SCTP header so far

  [[nodiscard]] ProtocolId find(On on, uint64_t number) const {
    return dispatch.find(on, static_cast<uint16_t>(number));
  }
};

/// Who writes the fields that have a place into the tree.
enum class Placed : uint8_t {
  First,     ///< the caller, in the order of the declaration, before dissect()
  ByDissect  ///< dissect() itself, which therefore chooses order, nesting and words
};

/// Where the protocol's line stands in the tree.
enum class Nested : uint8_t {
  No,        ///< beside its carrier's
  InCarrier  ///< below its carrier's, as IPv6's extension headers
};

/// Whether a layer has bytes of its own behind its payload.
enum class Behind : uint8_t {
  Nothing,
  Trailer  ///< padding and trailers up to its carrier's end, outside of the length that the header claims
};

/// Whose the bytes behind the header are when no other protocol claims them.
enum class Rest : uint8_t {
  Own,  ///< the protocol's: a message, or its parts
  Data  ///< nobody's: shown as data
};

struct Dissection;

/// How far the message reaches with which a stream's bytes begin.
struct MessageLength {
  enum class Kind : uint8_t {
    Known,    ///< `bytes` long, of which maybe not all are here yet
    More,     ///< not to be told from these bytes: asked again when the next segment's are there too
    ToEnd,    ///< until the sender closes its direction
    Foreign,  ///< not a message of this protocol: these bytes are dissected as they lie in the segment
    Unshown,  ///< the protocol's, but nothing of them stands in the tree
  };
  Kind kind = Kind::Foreign;
  size_t bytes = 0;

  [[nodiscard]] static constexpr MessageLength known(size_t bytes) { return {Kind::Known, bytes}; }
  [[nodiscard]] static constexpr MessageLength more() { return {Kind::More, 0}; }
  [[nodiscard]] static constexpr MessageLength to_end() { return {Kind::ToEnd, 0}; }
  [[nodiscard]] static constexpr MessageLength unshown() { return {Kind::Unshown, 0}; }
};

/// How messages become layers of the field tree.
enum class Messages : uint8_t {
  Each,      ///< every message is a layer of its own (HTTP)
  Sized,     ///< the same, and TCP tells the sizes of messages, which have a length in front (DNS, databases)
  Together,  ///< whole messages that lie together are one layer, and dissect() finds them in it (TLS records)
  Begun      ///< the same, and the layer holds the beginning of a message too of which more has to come
};

/// Whether dissect() may keep something from packet to packet (Dissection::kept); then it is called for
/// packets that nobody is shown, too. Carriers of every packet say that they keep nothing.
enum class Keeps : uint8_t { State, Nothing };

struct Protocol {
  std::string_view name;   ///< Wireshark's filter name: "vxlan"
  std::string_view title;  ///< "Virtual eXtensible Local Area Network"
  std::span<const Field* const> fields = {};
  std::span<const Claim> found_on = {};

  /// Tier 1. Takes exactly the header from the cursor (whose end is the parent's end), may limit() it to the
  /// length that the header claims, and says what follows. Allocates nothing.
  Step (*decode)(Cursor& in, Context& context) = nullptr;
  /// Tier 2. Writes the fields whose place varies (options, records), or all of them (`placed`). `layer` is
  /// the header and all that follows it up to the layer's end.
  void (*dissect)(Bytes layer, FieldWriter& out) = nullptr;
  Placed placed = Placed::First;
  Rest rest = Rest::Own;
  Nested nested = Nested::No;
  Keeps keeps = Keeps::State;
  /// For messages over TCP: how long the message at the beginning of `stream` (never empty) is, its header
  /// included. With it dissect() gets whole messages only, reassembled in the packet that brings their last
  /// byte; without it each segment's payload is a message. `about` tells the stream (`segment`), the ports
  /// and what is kept from packet to packet; it is asked again for the same bytes when more of them came.
  MessageLength (*frame)(Bytes stream, Dissection& about) = nullptr;
  Messages messages = Messages::Each;
  Behind behind = Behind::Nothing;
  /// Whether a flow's first payload bytes look like this protocol; asked once per flow and direction.
  bool (*recognize)(Bytes first, Ports ports) = nullptr;
  /// The protocol's part of the one-line output (tcpdump's form), its payload's part included.
  void (*print)(Line& line, View in) = nullptr;
  /// For printers found by a port that others use too: whether these bytes are the protocol's. Without it all
  /// are.
  bool (*accepts)(const Line& line, View in) = nullptr;
};

/// No two fields of a protocol share a name, nor a place: for static_assert beside each list of fields.
[[nodiscard]] constexpr bool fields_are_distinct(std::span<const Field* const> fields) {
  for (size_t i = 0; i < fields.size(); ++i)
    for (size_t j = i + 1; j < fields.size(); ++j) {
      const Field &a = *fields[i], &b = *fields[j];
      if (a.name == b.name) return false;
      if (a.place.width != 0 && a.place.bit == b.place.bit && a.place.width == b.place.width) return false;
    }
  return true;
}

/// The same for names alone: for lists that hold several names of one place ("ip.src" and "ip.addr").
[[nodiscard]] constexpr bool names_are_distinct(std::span<const Field* const> fields) {
  for (size_t i = 0; i < fields.size(); ++i)
    for (size_t j = i + 1; j < fields.size(); ++j)
      if (fields[i]->name == fields[j]->name) return false;
  return true;
}

}  // namespace wiretale
