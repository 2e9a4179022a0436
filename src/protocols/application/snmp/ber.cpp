// BER elements and their values.
#include "protocols/application/snmp/ber.h"

#include <algorithm>

namespace wiretale::snmp {
namespace {

enum Class : uint8_t { Universal, Application, ContextSpecific, Private };

constexpr std::string_view universal_names[] = {
    "U-0", "Boolean", "Integer", "Bitstring", "String", "Null", "ObjID", "ObjectDes", "U-8",
    "U-9", "U-10",    "U-11",    "U-12",      "U-13",   "U-14", "U-15",  "Sequence",  "Set"};
constexpr std::string_view application_names[] = {"IpAddress", "Counter", "Gauge",    "TimeTicks",
                                                  "Opaque",    "C-5",     "Counter64"};
constexpr std::string_view protocol_data_names[] = {"GetRequest", "GetNextRequest", "GetResponse",
                                                    "SetRequest", "Trap",           "GetBulk",
                                                    "Inform",     "V2Trap",         "Report"};
constexpr std::string_view private_names[] = {"P-0"};

constexpr std::span<const std::string_view> names_of(Class of) {
  switch (of) {
    case Universal: return universal_names;
    case Application: return application_names;
    case ContextSpecific: return protocol_data_names;
    default: return private_names;
  }
}

enum UniversalTag : uint8_t {
  integer_tag = 2,
  string_tag = 4,
  null_tag = 5,
  object_id_tag = 6,
  sequence_tag = 16
};
enum ApplicationTag : uint8_t {
  address_tag,
  counter_tag,
  gauge_tag,
  time_ticks_tag,
  opaque_tag,
  nsap_tag,
  counter64_tag
};

int64_t read_signed(View in, size_t length) {
  uint32_t value = (in.u8(0) & 0x80) != 0 ? 0xffffffff : 0;
  for (size_t i = 0; i < length; ++i) value = value << 8 | in.u8(i);
  return static_cast<int32_t>(value);
}
uint64_t read_unsigned(View in, size_t length) {
  uint64_t value = 0;
  for (size_t i = 0; i < length; ++i) value = value << 8 | in.u8(i);
  return value;
}

struct Tag {
  Class of;
  bool constructed;
  uint8_t number;
};

/// False when nothing but its name can be said of a primitive.
bool read_primitive(Element& element, Tag tag) {
  const View in = element.contents.in;
  const size_t length = element.contents.length;
  if (tag.of == Universal) switch (tag.number) {
      case string_tag: element.kind = Kind::String; return true;
      case integer_tag:
        element.kind = Kind::Integer;
        element.integer = length == 0 ? 0 : read_signed(in, length);
        return true;
      case object_id_tag: element.kind = Kind::ObjectId; return true;
      case null_tag: element.kind = Kind::Null; return true;
      default: return false;
    }
  if (tag.of == Application) switch (tag.number) {
      case address_tag: element.kind = Kind::Address; return true;
      case counter_tag:
      case gauge_tag:
      case time_ticks_tag:
        element.kind = Kind::Unsigned;
        element.integer = static_cast<uint32_t>(read_unsigned(in, length));
        return true;
      case counter64_tag:
        element.kind = Kind::Unsigned64;
        element.integer = static_cast<int64_t>(read_unsigned(in, length));
        return true;
      default: return false;
    }
  if (tag.of != ContextSpecific) return false;
  constexpr Kind exceptions[] = {Kind::NoSuchObject, Kind::NoSuchInstance, Kind::EndOfMibView};
  element.kind = tag.number < std::size(exceptions) ? exceptions[tag.number] : Kind::Other;
  return true;
}

void print_text(Line& line, const Element& element) {
  const Bytes bytes = element.contents.in.bytes(0, element.length());
  const bool printable = std::ranges::all_of(bytes, [](uint8_t byte) { return byte >= 0x20 && byte < 0x7f; });
  if (printable) {
    line.put('"', CaretNotation{bytes}, '"');
    return;
  }
  for (size_t i = 0; i < bytes.size(); ++i) line.put(i == 0 ? "" : "_", Hex{bytes[i], 2});
}

/// The first octet holds the first two numbers (X.690 8.19.4).
void print_object_id(Line& line, const Element& element) {
  const View in = element.contents.in;
  uint32_t number = 0;
  bool first = true;
  for (size_t i = 0; i < element.length(); ++i) {
    const uint8_t byte = in.u8(i);
    number = number << 7 | (byte & 0x7fu);
    if ((byte & 0x80) != 0) continue;
    if (first) {
      const uint32_t root = std::min(number / 40, 2u);
      line.put('.', root);
      number -= root * 40;
      first = false;
    }
    line.put('.', number);
    number = 0;
  }
}

void print_address(Line& line, const Element& element) {
  if (element.length() != 4) line.put("[inetaddr len!=4]");
  const Bytes bytes = element.contents.in.bytes(0, element.length());
  for (size_t i = 0; i < bytes.size(); ++i) line.put(i == 0 ? "" : ".", bytes[i]);
}

}  // namespace

std::optional<Element> read(Line& line, Remaining remaining) {
  View in = remaining.in;
  size_t left = remaining.length, at = 0;
  if (left == 0) {
    line.put("[nothing to parse]");
    return std::nullopt;
  }
  const uint8_t first = in.u8(at++);
  --left;
  Tag tag{static_cast<Class>(first >> 6), (first & 0x20) != 0, static_cast<uint8_t>(first & 0x1f)};
  if (tag.number == 0x1f) {
    tag.number = 0;
    for (bool more = true; more;) {
      if (left == 0) {
        line.put("[Xtagfield?]");
        return std::nullopt;
      }
      const uint8_t byte = in.u8(at++);
      --left;
      tag.number = static_cast<uint8_t>(tag.number << 7 | (byte & 0x7f));
      more = (byte & 0x80) != 0;
    }
  }
  if (left == 0) {
    line.put("[no asnlen]");
    return std::nullopt;
  }
  uint32_t length = in.u8(at++);
  --left;
  if ((length & 0x80) != 0) {
    const size_t octets = length & 0x7f;
    if (left < octets) {
      line.put("[asnlen? ", left, '<', octets, ']');
      return std::nullopt;
    }
    length = 0;
    for (size_t i = 0; i < octets; ++i) length = length << 8 | in.u8(at++);
    left -= octets;
  }
  if (left < length) {
    line.put("[len", left, "<asnlen", length, ']');
    return std::nullopt;
  }
  in.need(at, length);
  const std::string_view form = tag.constructed ? "C" : "P";
  if (tag.number >= names_of(tag.of).size()) {
    line.put("[id?", form, "/x/", tag.number, ']');
    return std::nullopt;
  }
  Element element;
  element.number = tag.number;
  element.whole = at + length;
  element.contents = {in.from(at), length};
  if (tag.constructed) {
    if (tag.of == Universal && tag.number == sequence_tag) {
      element.kind = Kind::Sequence;
    } else if (tag.of == ContextSpecific) {
      element.kind = Kind::ProtocolData;
    } else {
      element.kind = Kind::Octets;
      line.put("C/", tag.of == Universal ? "U" : "x", '/', names_of(tag.of)[tag.number]);
    }
    return element;
  }
  if (tag.of == Universal && tag.number == integer_tag && length == 0) {
    line.put("[asnlen=0]");
    return std::nullopt;
  }
  if (!read_primitive(element, tag)) {
    element.kind = Kind::Octets;
    constexpr std::string_view class_names[] = {"U", "A", "C", "x"};
    line.put("[P/", class_names[tag.of], '/', names_of(tag.of)[tag.number], ']');
  }
  return element;
}

void print_octets(Line& line, const Element& element) {
  for (size_t i = 0; i < element.length(); ++i) line.put('_', Hex{element.contents.in.u8(i), 2});
}

void print_value(Line& line, const Element& element) {
  switch (element.kind) {
    case Kind::Octets: return print_octets(line, element);
    case Kind::Null: return;
    case Kind::ObjectId: return print_object_id(line, element);
    case Kind::Integer: line.put(element.integer); return;
    case Kind::Unsigned:
    case Kind::Unsigned64: line.put(static_cast<uint64_t>(element.integer)); return;
    case Kind::String: return print_text(line, element);
    case Kind::Sequence: line.put("Seq(", element.length(), ')'); return;
    case Kind::Address: return print_address(line, element);
    case Kind::NoSuchObject: line.put("[noSuchObject]"); return;
    case Kind::NoSuchInstance: line.put("[noSuchInstance]"); return;
    case Kind::EndOfMibView: line.put("[endOfMibView]"); return;
    case Kind::ProtocolData:
      line.put(protocol_data_names[element.number], '(', element.length(), ')');
      return;
    case Kind::Other: line.put("[BE_ANY!?]"); return;
  }
}

}  // namespace wiretale::snmp
