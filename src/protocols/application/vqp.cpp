// VQP: how Cisco switches ask which VLAN a host belongs to.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::vqp {
namespace {

constexpr Name message_name_table[] = {
    {1, "Request, Join Port"}, {2, "Response, VLAN"}, {3, "Request, Reconfirm"}, {4, "Response, Reconfirm"}};
constexpr Names message_names = message_name_table;
constexpr Name error_name_table[] = {
    {0, "No error"}, {3, "Access denied"}, {4, "Shutdown port"}, {5, "Wrong VTP domain"}};
constexpr Names error_names = error_name_table;

constexpr Field version{"vqp.ver", "Version", bytes(0, 1)};
constexpr Field type{"vqp.opcode", "Opcode", bytes(1, 1), Type::Uint8, Show::Decimal, message_names};
constexpr Field error{"vqp.code", "Response code", bytes(2, 1), Type::Uint8, Show::Decimal, error_names};
constexpr Field items{"vqp.flags", "Data Count", bytes(3, 1)};
constexpr Field sequence{"vqp.seq", "Sequence Number", bytes(4, 4), Type::Uint32, Show::Hex};
constexpr const Field* fields[] = {&version, &type, &error, &items, &sequence};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 1589}};

constexpr size_t header_length = 8, object_header_length = 6;
enum Object : uint32_t {
  client_address = 0x0c01,
  port_name,
  vlan_name,
  domain,
  ethernet_frame,
  null_mac,
  mac = 0x0c08
};
constexpr Name object_names[] = {{client_address, "Client IP Address"},
                                 {port_name, "Port Name"},
                                 {vlan_name, "VLAN Name"},
                                 {domain, "VTP Domain"},
                                 {ethernet_frame, "Ethernet Packet"},
                                 {null_mac, "MAC Null"},
                                 {mac, "MAC Address"}};

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

/// False where the object has a wrong length.
bool print_object(Line& line, uint32_t object, View value, size_t length) {
  switch (object) {
    case client_address:
      if (length != 4) return false;
      line.put(Ipv4Text{value.at_least(0, 4)}, " (0x", Hex{value.u32(0), 8}, ')');
      return true;
    case port_name:
    case vlan_name:
    case domain:
    case ethernet_frame: {
      const Bytes text = value.bytes(0, length);
      size_t end = 0;
      while (end < text.size() && text[end] != 0) ++end;
      line.put(CaretNotation{text.first(end)});
      return true;
    }
    case null_mac:
    case mac:
      if (length != 6) return false;
      line.put(MacText{value.at_least(0, 6)});
      return true;
    default:
      if (line.options.verbose <= 1) append_hex(line, value.available(0, length), "\n\t    ");
      return true;
  }
}

void print(Line& line, View in) {
  line.protocol = "vqp";
  if (in.length() < header_length) line.truncated();
  const Bytes header = in.bytes(0, header_length);
  if (version.read(header) != 1) {
    line.put("VQP version ", version.read(header), " packet not supported");
    return;
  }
  if (line.options.verbose < 1) {
    line.put("VQPv1 ", Named{message_names, type.read(header), "unknown (", ")"}, " Message, error-code ",
             name_or(error_names, error.read(header), "unknown"), " (", error.read(header), "), length ",
             in.length());
    return;
  }
  size_t count = items.read(header);
  line.put("\n\tVQPv1, ", Named{message_names, type.read(header), "unknown (", ")"}, " Message, error-code ",
           name_or(error_names, error.read(header), "unknown"), " (", error.read(header), "), seq 0x",
           Hex{sequence.read(header), 8}, ", items ", count, ", length ", in.length());
  in = in.from(header_length);
  size_t left = in.length();
  for (; left != 0 && count != 0; --count) {
    if (left < object_header_length) line.truncated();
    const uint32_t object = in.u32(0);
    const size_t length = in.u16(4);
    line.put("\n\t  ", name_or(object_names, object, "Unknown"), " Object (0x", Hex{object, 8}, "), length ",
             length, ", value: ");
    if (length == 0) return;
    const View value = in.from(object_header_length);
    left -= object_header_length;
    if (left < length) line.truncated();
    value.need(0, length);
    if (!print_object(line, object, value, length)) {
      line.invalid();
      return;
    }
    if (line.options.verbose > 1) append_hex(line, value.available(0, length), "\n\t    ");
    in = value.from(length);
    left -= length;
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "vqp",
                                         .title = "Cisco VMPS Query Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::vqp
