// ARP, RARP and InARP (RFC 826, 903, 2390): whose hardware address is whose protocol address.
#include <algorithm>

#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/ethertype_names.h"

namespace wiretale::arp {
namespace {

constexpr Name hardware_name_table[] = {{1, "Ethernet"},    {6, "TokenRing"},  {7, "ArcNet"},
                                        {15, "FrameRelay"}, {19, "ATM"},       {23, "Strip"},
                                        {24, "IEEE 1394"},  {32, "InfiniBand"}};
constexpr Names hardware_names = hardware_name_table;

enum Operation : uint16_t {
  request = 1,
  reply,
  reverse_request,
  reverse_reply,
  inverse_request = 8,
  inverse_reply,
  nack
};
constexpr Name operation_name_table[] = {{request, "Request"},
                                         {reply, "Reply"},
                                         {reverse_request, "Reverse Request"},
                                         {reverse_reply, "Reverse Reply"},
                                         {inverse_request, "Inverse Request"},
                                         {inverse_reply, "Inverse Reply"},
                                         {nack, "NACK Reply"}};
constexpr Names operation_names = operation_name_table;

constexpr Field hardware_type{"arp.hw.type", "Hardware type", bytes(0, 2),
                              Type::Uint16,  Show::Decimal,   hardware_names};
constexpr Field protocol_type{"arp.proto.type", "Protocol type", bytes(2, 2),
                              Type::Uint16,     Show::Hex,       ethertype_names};
constexpr Field hardware_size{"arp.hw.size", "Hardware size", bytes(4, 1)};
constexpr Field protocol_size{"arp.proto.size", "Protocol size", bytes(5, 1)};
constexpr Field operation{"arp.opcode", "Opcode", bytes(6, 2), Type::Uint16, Show::Decimal, operation_names};
constexpr Field sender_mac{"arp.src.hw_mac", "Sender MAC address", varies, Type::Ether};
constexpr Field sender_ip{"arp.src.proto_ipv4", "Sender IP address", varies, Type::Ipv4};
constexpr Field target_mac{"arp.dst.hw_mac", "Target MAC address", varies, Type::Ether};
constexpr Field target_ip{"arp.dst.proto_ipv4", "Target IP address", varies, Type::Ipv4};
constexpr Field sender_hardware{"arp.src.hw", "Sender hardware address", varies, Type::ByteArray};
constexpr Field sender_protocol{"arp.src.proto", "Sender protocol address", varies, Type::ByteArray};
constexpr Field target_hardware{"arp.dst.hw", "Target hardware address", varies, Type::ByteArray};
constexpr Field target_protocol{"arp.dst.proto", "Target protocol address", varies, Type::ByteArray};
constexpr Field gratuitous{"arp.isgratuitous", "Is gratuitous", varies, Type::Boolean};
constexpr const Field* fields[] = {&hardware_type,   &protocol_type,   &hardware_size,   &protocol_size,
                                   &operation,       &sender_mac,      &sender_ip,       &target_mac,
                                   &target_ip,       &sender_hardware, &sender_protocol, &target_hardware,
                                   &target_protocol, &gratuitous};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x0806}, {On::EtherType, 0x8035}};

constexpr size_t fixed_length = 8;
constexpr uint16_t ethernet_hardware = 1, ieee_802_hardware = 6, frame_relay_hardware = 15;
constexpr uint16_t ipv4_type = 0x0800, trailers_type = 0x1000;

/// Where the four addresses lie, and where they end.
struct Places {
  size_t sender_hardware, sender_protocol, target_hardware, target_protocol, end;
  Places(size_t hardware, size_t protocol)
      : sender_hardware(fixed_length),
        sender_protocol(sender_hardware + hardware),
        target_hardware(sender_protocol + protocol),
        target_protocol(target_hardware + hardware),
        end(target_protocol + protocol) {}
};

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  in.skip(2 * (hardware_size.read(header) + protocol_size.read(header)));
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  in.limit(0);  // what follows is Ethernet's padding
  return {};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < fixed_length) return;
  const size_t hardware = hardware_size.read(layer), protocol = protocol_size.read(layer);
  const Places at(hardware, protocol);
  if (layer.size() < at.end) return;
  const uint64_t kind = hardware_type.read(layer);
  const bool mac = hardware == 6 && (kind == ethernet_hardware || kind == ieee_802_hardware);
  const bool ip = protocol == 4 && protocol_type.read(layer) == ipv4_type;
  out.put(mac ? sender_mac : sender_hardware, at.sender_hardware, hardware);
  out.put(ip ? sender_ip : sender_protocol, at.sender_protocol, protocol);
  out.put(mac ? target_mac : target_hardware, at.target_hardware, hardware);
  out.put(ip ? target_ip : target_protocol, at.target_protocol, protocol);
  if (ip && std::memcmp(&layer[at.sender_protocol], &layer[at.target_protocol], 4) == 0)
    out.put(gratuitous, at.sender_protocol, 0, 1);
}

/// A protocol address when it has the form of IPv4, else what is wrong with it.
void print_protocol_address(Line& line, View in, size_t at) {
  const uint16_t kind = in.u16(2);
  if (kind != ipv4_type && kind != trailers_type)
    line.put("<wrong proto type>");
  else if (in.u8(5) != 4)
    line.put("<wrong len>");
  else
    line.put(Ipv4Text{in.at_least(at, 4)});
}

void print_hardware_address(Line& line, View in, size_t at) {
  const size_t size = in.u8(4);
  if (size == 0)
    line.put("<empty>");
  else
    line.put(LinkAddressText{in.bytes(at, size)});
}

bool all_zero(Bytes bytes) {
  return std::ranges::all_of(bytes, [](uint8_t byte) { return byte == 0; });
}

void print(Line& line, View in) {
  line.protocol = "arp";
  const Bytes header = in.bytes(0, fixed_length);
  const size_t hardware = hardware_size.read(header), protocol = protocol_size.read(header);
  const Places at(hardware, protocol);
  in.need(0, at.end);
  if (!line.options.link_header) line.put("ARP, ");
  const uint64_t kind = protocol_type.read(header);
  const bool usual = (kind == ipv4_type || kind == trailers_type) && protocol == 4 && hardware != 0;
  if (!usual || line.options.verbose > 0)
    line.put(Named{hardware_names, hardware_type.read(header), "Unknown Hardware (", ")"}, " (len ", hardware,
             "), ", NamedHex{ethertype_names, kind, "Unknown Protocol (0x", ")", 4}, " (len ", protocol, ')');
  if (!usual && line.options.verbose == 0) {
    line.put(", length ", in.length());
    return;
  }
  if (line.options.verbose > 0) line.put(", ");
  const uint64_t what = operation.read(header);
  line.put(Named{operation_names, what, "Unknown (", ")"}, ' ');
  switch (what) {
    case request:
      line.put("who-has ");
      print_protocol_address(line, in, at.target_protocol);
      if (hardware != 0 && !all_zero(in.bytes(at.target_hardware, hardware))) {
        line.put(" (");
        print_hardware_address(line, in, at.target_hardware);
        line.put(')');
      }
      line.put(" tell ");
      print_protocol_address(line, in, at.sender_protocol);
      break;
    case reply:
      print_protocol_address(line, in, at.sender_protocol);
      line.put(" is-at ");
      print_hardware_address(line, in, at.sender_hardware);
      break;
    case reverse_request:
    case inverse_request:
      line.put("who-is ");
      print_hardware_address(line, in, at.target_hardware);
      line.put(" tell ");
      print_hardware_address(line, in, at.sender_hardware);
      break;
    case reverse_reply:
      print_hardware_address(line, in, at.target_hardware);
      line.put(" at ");
      print_protocol_address(line, in, at.target_protocol);
      break;
    case inverse_reply:
      print_hardware_address(line, in, at.sender_hardware);
      line.put(" at ");
      print_protocol_address(line, in, at.sender_protocol);
      break;
    default: line.dump(in); return;
  }
  line.put(", length ", in.length());
}

}  // namespace

extern constinit const Protocol protocol{.name = "arp",
                                         .title = "Address Resolution Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .print = print};

}  // namespace wiretale::arp
