// ARP, RARP and InARP (RFC 826, 903, 2390): whose hardware address is whose protocol address.
#include <algorithm>

#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/arp_tree.h"
#include "protocols/link/ethertype_names.h"

namespace wiretale::arp {
namespace {

constexpr Name hardware_name_table[] = {{1, "Ethernet"},    {6, "TokenRing"},  {7, "ArcNet"},
                                        {15, "FrameRelay"}, {19, "ATM"},       {23, "Strip"},
                                        {24, "IEEE 1394"},  {32, "InfiniBand"}};
constexpr Names hardware_names = hardware_name_table;

constexpr Name operation_name_table[] = {{request, "Request"},
                                         {reply, "Reply"},
                                         {reverse_request, "Reverse Request"},
                                         {reverse_reply, "Reverse Reply"},
                                         {inverse_request, "Inverse Request"},
                                         {inverse_reply, "Inverse Reply"},
                                         {nack, "NACK Reply"}};
constexpr Names operation_names = operation_name_table;

constexpr Claim found_on[] = {{On::EtherType, 0x0806}, {On::EtherType, 0x8035}};

constexpr uint16_t trailers_type = 0x1000;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  in.skip(2 * (hardware_size.read(header) + protocol_size.read(header)));
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  in.limit(0);  // what follows is Ethernet's padding
  return {};
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
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::arp
