// RADIUS (RFC 2865).
#include <array>

#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/application/radius/attributes.h"
#include "protocols/catalog.h"

namespace wiretale::radius {
namespace {

constexpr Field code{"radius.code", "Code", bytes(0, 1), Type::Uint8, Show::Decimal, commands};
constexpr Field id{"radius.id", "Identifier", bytes(1, 1), Type::Uint8};
constexpr Field length{"radius.length", "Length", bytes(2, 2)};
constexpr Field authenticator{"radius.authenticator", "Authenticator", bytes(4, 16), Type::ByteArray};
constexpr const Field* fields[] = {&code, &id, &length, &authenticator};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 1645, Scope::Line}, {On::UdpPort, 1646, Scope::Line},
                              {On::UdpPort, 1700, Scope::Line}, {On::UdpPort, 1812, Scope::Line},
                              {On::UdpPort, 1813, Scope::Line}, {On::UdpPort, 3799, Scope::Line}};

constexpr size_t header_length = 20;

const Attribute* find_attribute(uint8_t type) {
  static constexpr auto index = [] {
    std::array<const Attribute*, 256> all{};
    for (const Attribute& attribute : attributes) all[attribute.type] = &attribute;
    return all;
  }();
  return index[type];
}

constexpr bool is_textual(Form form) {
  return form == PlainText || form == Eap || form == TaggedText || form == TaggedPassword ||
         form == VlanName || form == OperatorName || form == LocationInformation || form == LocationData ||
         form == PolicyRules;
}

/// Text that was cut off is marked on its own; with -vv it is dumped as well.
void print_attribute_data(Line& line, const Attribute* attribute, View value) {
  if (attribute != nullptr) {
    if (!is_textual(attribute->form)) value.need(0, value.length());
    if (value.has(0, value.length()))
      print_value(line, *attribute, value);
    else
      line.put(" [|radius]");
  }
  if (line.options.verbose > 1) {
    append_hex(line, value.available(0, value.length()), "\n\t    ");
    value.need(0, value.length());
  }
}

void print_attributes(Line& line, View in) {
  while (in.length() > 0) {
    if (in.length() < 2) line.truncated();
    const uint8_t type = in.u8(0), size = in.u8(1);
    const Attribute* const attribute = find_attribute(type);
    line.put("\n\t  ", attribute != nullptr ? attribute->name : "Unknown", " Attribute (", type,
             "), length: ", size);
    if (size < 2) {
      line.put(" (bogus, must be >= 2)");
      return;
    }
    if (size > in.length()) {
      line.put(" (bogus, goes past end of packet)");
      return;
    }
    line.put(", Value: ");
    if (size > 2) print_attribute_data(line, attribute, in.part(2, size - 2u));
    in = in.from(size);
  }
}

void print(Line& line, View in) {
  line.protocol = "radius";
  in.need(0, header_length);
  const uint16_t claimed = in.u16(2);
  if (claimed < header_length) line.truncated();
  const size_t size = std::min<size_t>(claimed, in.length());
  const std::string_view name = find_name(commands, in.u8(0));
  const auto put_command = [&] {
    line.put(name.empty() ? "Unknown Command" : name, " (", in.u8(0), "), id: 0x", Hex{in.u8(1), 2});
  };
  line.put("RADIUS, ");
  if (line.options.verbose == 0) {
    put_command();
    line.put(" length: ", size);
    return;
  }
  line.put("length: ", size, "\n\t");
  put_command();
  line.put(", Authenticator: ");
  for (const uint8_t byte : in.bytes(4, 16)) line.put(Hex{byte, 2});
  if (size > header_length) print_attributes(line, in.from(header_length).with_length(size - header_length));
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "radius", .title = "RADIUS Protocol", .fields = fields, .found_on = found_on, .print = print};

}  // namespace wiretale::radius
