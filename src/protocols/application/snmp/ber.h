// BER (ITU-T X.690) as far as SNMP uses it (RFC 2578 7, RFC 3416): elements and how their values are written.
#pragma once
#include <optional>

#include "packet/line.h"

namespace wiretale::snmp {

/// What is left of an element's contents while its parts are read from the front.
struct Remaining {
  View in;        ///< begins with the next element
  size_t length;  ///< of what is left, as claimed

  void skip(size_t count) {
    in = in.from(count);
    length -= count;
  }
};

enum class Kind : uint8_t {
  Integer,
  Unsigned,
  Unsigned64,
  String,
  Octets,  ///< of types that SNMP does not use
  Null,
  ObjectId,
  Sequence,
  Address,
  NoSuchObject,
  NoSuchInstance,
  EndOfMibView,
  ProtocolData,
  Other
};

struct Element {
  Kind kind = Kind::Other;
  uint8_t number = 0;  ///< the tag's
  size_t whole = 0;    ///< with its header
  Remaining contents;
  int64_t integer = 0;  ///< also Unsigned's
  [[nodiscard]] size_t length() const { return contents.length; }
};

/// The kinds of protocol data (RFC 3416 3), by their tags' numbers.
enum ProtocolDataKind : uint8_t {
  get_request,
  get_next_request,
  get_response,
  set_request,
  trap,
  get_bulk,
  inform,
  v2_trap,
  report
};

/// Reads the next element. Says what is wrong on the line, and returns nothing, where none is to be had.
[[nodiscard]] std::optional<Element> read(Line& line, Remaining remaining);
/// Writes an element's value.
void print_value(Line& line, const Element& element);
/// "_80_00_1f": bytes that are no text.
void print_octets(Line& line, const Element& element);

}  // namespace wiretale::snmp
