// Novell IPX: its header, the service advertisements (SAP) and the routes (RIP) in it.
#include <algorithm>

#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"

namespace wiretale::ipx {
namespace {

enum Socket : uint16_t {
  core_protocol = 0x451,
  service_advertising = 0x452,
  routing = 0x453,
  netbios = 0x455,
  diagnostics = 0x456,
  nwlink_datagram = 0x553,
  eigrp = 0x85be
};
constexpr Name socket_name_table[] = {
    {core_protocol, "NCP"}, {service_advertising, "SAP"}, {routing, "RIP"},
    {netbios, "NetBIOS"},   {diagnostics, "Diagnostic"},  {nwlink_datagram, "NWLink datagram"}};
constexpr Names socket_names = socket_name_table;

constexpr Name packet_types[] = {{0, "Unknown"}, {1, "RIP"}, {2, "Echo"}, {3, "Error"},
                                 {4, "PEP"},     {5, "SPX"}, {17, "NCP"}, {20, "NetBIOS Broadcast"}};

constexpr Field checksum{"ipx.checksum", "Checksum", bytes(0, 2), Type::Uint16, Show::Hex};
constexpr Field length{"ipx.len", "Length", bytes(2, 2)};
constexpr Field hops{"ipx.hops", "Transport Control (Hops)", bytes(4, 1)};
constexpr Field packet_type{"ipx.packet_type", "Packet Type", bytes(5, 1),
                            Type::Uint8,       Show::Hex,     packet_types};
constexpr Field destination_network{"ipx.dst.net", "Destination Network", bytes(6, 4), Type::Uint32,
                                    Show::Hex};
constexpr Field destination_node{"ipx.dst.node", "Destination Node", bytes(10, 6), Type::Ether};
constexpr Field destination_socket{"ipx.dst.socket", "Destination Socket", bytes(16, 2), Type::Uint16,
                                   Show::Hex,        socket_names};
constexpr Field source_network{"ipx.src.net", "Source Network", bytes(18, 4), Type::Uint32, Show::Hex};
constexpr Field source_node{"ipx.src.node", "Source Node", bytes(22, 6), Type::Ether};
constexpr Field source_socket{"ipx.src.socket", "Source Socket", bytes(28, 2),
                              Type::Uint16,     Show::Hex,       socket_names};
constexpr Field any_network{"ipx.net", "Source or Destination Network", varies, Type::Uint32, Show::Hex};
constexpr Field any_node{"ipx.node", "Source or Destination Node", varies, Type::Ether};
constexpr Field any_socket{"ipx.socket", "Source or Destination Socket", varies, Type::Uint16, Show::Hex,
                           socket_names};
constexpr Field source{"ipx.src", "Source Address", varies, Type::String};
constexpr Field destination{"ipx.dst", "Destination Address", varies, Type::String};
constexpr Field any{"ipx.addr", "Src/Dst Address", varies, Type::String};
constexpr const Field* fields[] = {&checksum,
                                   &length,
                                   &hops,
                                   &packet_type,
                                   &destination_network,
                                   &destination_node,
                                   &destination_socket,
                                   &source_network,
                                   &source_node,
                                   &source_socket,
                                   &any_network,
                                   &any_node,
                                   &any_socket,
                                   &source,
                                   &destination,
                                   &any};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::LlcSap, 0xe0}};
constexpr Claim found_on_ethernet[] = {{On::EtherType, 0x8137}};

constexpr size_t header_length = 30;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const uint64_t claimed = length.read(header);
  if (claimed < header_length) return {.trouble = Trouble::Malformed};
  in.limit(claimed - header_length);
  return {};
}

/// A network number as Wireshark has it: its first byte, and all of it with large letters.
void put_network(FieldWriter& out, const Field& what, size_t at) {
  const uint32_t number = be32(&out.layer()[at]);
  Item line = out.put(what, at, 4);
  line.label(what.label, ": ", Hex{number >> 24, 2}, " (0x");
  for (unsigned shift = 32; shift > 0; shift -= 4) line.more("0123456789ABCDEF"[number >> (shift - 4) & 15]);
  line.more(')');
}

void put_end(FieldWriter& out, size_t at, const Field& network, const Field& node, const Field& socket) {
  put_network(out, network, at);
  out.put(any_network, at, 4).hidden();
  out.put(node, at + 4, 6);
  out.put(any_node, at + 4, 6).hidden();
  out.put(socket, at + 10, 2);
  out.put(any_socket, at + 10, 2).hidden();
}

void dissect(Bytes layer, FieldWriter& out) {
  constexpr size_t destination_at = 6, source_at = 18;
  out.protocol_column("IPX");
  if (layer.size() < header_length) return;
  const auto address_at = [&](size_t at) {
    Text text(24);
    text.put(Hex{be32(&layer[at]), 8}, '.');
    for (size_t i = 4; i < 10; ++i) text.put(Hex{layer[at + i], 2});
    return std::string(text.view());
  };
  const std::string from = address_at(source_at), to = address_at(destination_at);
  if (out.about.columns != nullptr) {
    out.about.columns->source.clear();
    out.about.columns->source.put(from);
    out.about.columns->destination.clear();
    out.about.columns->destination.put(to);
  }
  out.info(name_or(socket_names, be16(&layer[16]), "Unknown"), " (0x", Hex{be16(&layer[16]), 4}, ')');
  for (const auto& [field, words] : {std::pair{&source, &from}, {&destination, &to}}) {
    out.put_text(*field, 0, 0, *words).hidden();
    out.put_text(any, 0, 0, *words).hidden();
  }
  out.put(checksum);
  out.put(length).more(" bytes");
  out.put(hops).label("Transport Control: ", layer[4], layer[4] == 1 ? " hop" : " hops");
  out.put(packet_type);
  put_end(out, destination_at, destination_network, destination_node, destination_socket);
  put_end(out, source_at, source_network, source_node, source_socket);
}

/// "net.node" from the network number on.
void put_address(Line& line, View in, size_t at) {
  line.put(Hex{in.u32(at), 8}, '.', MacText{in.at_least(at + 4, 6)});
}

/// Servers that were asked for, or that answer: type, name, address and distance.
void print_service_advertising(Line& line, View in) {
  enum Command : uint16_t { request = 1, response, nearest_request, nearest_response };
  const uint16_t command = in.u16(0);
  in = in.from(2);
  if (command == request || command == nearest_request) {
    line.put(command == request ? "ipx-sap-req" : "ipx-sap-nearest-req");
    line.put(' ', Hex{in.u16(0), 4});
    return;
  }
  if (command != response && command != nearest_response) {
    line.put("ipx-sap-?", Hex{command});
    return;
  }
  line.put(command == response ? "ipx-sap-resp" : "ipx-sap-nearest-resp");
  constexpr size_t most_entries = 8, name_length = 48, entry_length = 64;
  for (size_t i = 0; i < most_entries && in.length() > 0; ++i) {
    if (in.length() < 2) line.truncated();
    line.put(' ', Hex{in.u16(0), 4}, " '");
    const size_t most = in.length() < 2 + name_length ? 0 : name_length;
    const Bytes name = in.available(2, most);
    const auto end = std::ranges::find(name, uint8_t{0});
    line.put(CaretNotation{name.first(static_cast<size_t>(end - name.begin()))});
    if (end == name.end() && name.size() < most) {
      line.truncated();
    }
    line.put('\'');
    if (in.length() < entry_length) return line.invalid();
    in.need(0, 2 + name_length + 10);
    line.put(" addr ");
    put_address(line, in, 2 + name_length);
    in.need(60, 4);
    in = in.from(entry_length);
  }
}

/// Networks, with how many hops and ticks away they are.
void print_routing(Line& line, View in) {
  enum Command : uint16_t { request = 1, response };
  const uint16_t command = in.u16(0);
  in = in.from(2);
  if (command != request && command != response) {
    line.put("ipx-rip-?", Hex{command});
    return;
  }
  line.put(command == request ? "ipx-rip-req" : "ipx-rip-resp");
  constexpr size_t entry_length = 8;
  for (size_t i = 0; i < (command == request ? 1 : in.length()) && in.length() > 0; ++i) {
    if (in.length() < entry_length) return line.invalid();
    in.need(0, entry_length);
    line.put(' ', Hex{in.u32(0), 8}, '/', in.u16(4), '.', in.u16(6));
    in = in.from(entry_length);
  }
}

void print_payload(Line& line, uint16_t socket, View in) {
  constexpr uint16_t eigrp_in_ip = 88;
  switch (socket) {
    case service_advertising: return print_service_advertising(line, in);
    case routing: return print_routing(line, in);
    case core_protocol: line.put("ipx-ncp ", in.length()); return;
    case netbios: line.put("ipx-netbios ", in.length()); return;
    case diagnostics: line.put("ipx-diags ", in.length()); return;
    case nwlink_datagram: line.put("ipx-nwlink-dgm ", in.length()); return;
    case eigrp:
      if (line.child(On::IpProtocol, eigrp_in_ip, in)) return;
      [[fallthrough]];
    default: line.put("ipx-#", Hex{socket}, ' ', in.length()); return;
  }
}

void print(Line& line, View in) {
  line.protocol = "ipx";
  if (!line.options.link_header) line.put("IPX ");
  in.need(0, header_length);
  put_address(line, in, 18);
  line.put('.', Hex{in.u16(28), 4}, " > ");
  put_address(line, in, 6);
  const uint16_t socket = in.u16(16);
  line.put('.', Hex{socket, 4}, ": ");
  const size_t claimed = in.u16(2);
  if (claimed < header_length) {
    line.put("[length ", claimed, " < ", header_length, ']');
    return line.invalid();
  }
  print_payload(line, socket, in.from(header_length).with_length(claimed - header_length));
}

void print_on_ethernet(Line& line, View in) {
  line.put("(NOV-ETHII) ");
  print(line, in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "ipx",
                                         .title = "Internetwork Packet eXchange",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::ipx

namespace wiretale::ipx_on_ethernet {

extern constinit const Protocol protocol{.name = "ipx",
                                         .title = "Internetwork Packet eXchange",
                                         .fields = ipx::fields,
                                         .found_on = ipx::found_on_ethernet,
                                         .decode = ipx::decode,
                                         .dissect = ipx::dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .print = ipx::print_on_ethernet};

}  // namespace wiretale::ipx_on_ethernet
