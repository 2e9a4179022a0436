// Juniper's captures: before each frame a header of its own, and a cookie by the kind of card that captured
// it.
#include "protocols/catalog.h"
#include "protocols/link/atm.h"
#include "protocols/link/juniper_names.h"

namespace wiretale::juniper {
namespace {

/// A kind of card. `name` is empty where frames have no cookie.
struct Card {
  std::string_view name, protocol;
  uint8_t cookie_length = 0;
};

/// What the header says; `payload` is behind it and the cookie.
struct Frame {
  View payload;
  View cookie;
  size_t header_length = 0;
};

constexpr uint32_t magic = 0x4d4743;
enum Flag : uint8_t { incoming = 0x01, without_link_layer = 0x02, extended = 0x80 };
constexpr Name flag_name_table[] = {
    {extended, "Ext"}, {0x40, "Filter"}, {0x04, "IIF"}, {without_link_layer, "no-L2"}, {incoming, "In"}};

/// One extension's number, in little-endian order.
uint32_t little_number(View in, size_t length) {
  uint32_t number = 0;
  for (size_t i = length; i > 0; --i) number = number << 8 | in.u8(i - 1);
  return number;
}

void print_extension(Line& line, View in, uint8_t type, uint8_t length) {
  enum Type : uint8_t {
    name = 2,
    media = 3,
    encapsulation = 6,
    derived_media = 7,
    derived_encapsulation = 8
  };
  line.put("\n\t  ", name_or(extension_name_table, type, "Unknown"), " Extension TLV #", type, ", length ",
           length, ", value ");
  if (type == name || length == 0 || length > 4) return;
  const uint32_t number = little_number(in, length);
  switch (type) {
    case media:
    case derived_media: line.put(name_or(media_name_table, number, "Unknown"), " (", number, ')'); return;
    case encapsulation:
    case derived_encapsulation:
      line.put(name_or(encapsulation_name_table, number, "Unknown"), " (", number, ')');
      return;
    default: line.put(number); return;
  }
}

/// False when their lengths do not add up, which is said then.
bool print_extensions(Line& line, View in, size_t left) {
  constexpr size_t overhead = 2;
  const bool verbose = line.options.verbose > 1;
  if (verbose) line.put(", PCAP Extension(s) total length ", left);
  in.need(0, left);
  while (left > overhead) {
    const uint8_t type = in.u8(0), length = in.u8(1);
    if (type == 0 || length == 0) break;
    if (left < length + overhead) {
      line.put(" [extension_length ", left, " < ", length + overhead, ']');
      line.invalid();
      return false;
    }
    if (verbose) print_extension(line, in.from(overhead), type, length);
    in = in.from(length + overhead);
    left -= length + overhead;
  }
  if (verbose) line.put("\n\t-----original packet-----\n\t");
  return true;
}

/// Whether the bytes look like an IP packet; prints it if so.
bool print_if_ip(Line& line, View in) {
  const uint8_t first = in.u8(0);
  if (first >= 0x45 && first <= 0x4f) return line.print(ids::ipv4, in);
  if (first >= 0x60 && first <= 0x6f) return line.print(ids::ipv6, in);
  return false;
}

/// The header; false when nothing remains to be printed.
bool read_header(Line& line, View in, const Card& card, Frame& frame) {
  line.protocol = card.protocol;
  constexpr size_t fixed_length = 4;
  if (in.captured() < fixed_length || in.length() < fixed_length) line.truncated();
  if (in.u24(0) != magic) {
    line.put("no magic-number found!");
    return false;
  }
  const uint8_t flags = in.u8(3);
  if (line.options.link_header) line.put((flags & incoming) != 0 ? " In " : "Out ");
  if (line.options.verbose > 1) line.put("\n\tJuniper PCAP Flags [", NamedBits{flag_name_table, flags}, ']');
  size_t length = fixed_length;
  if ((flags & extended) != 0) {
    const size_t extensions = in.u16(length);
    if (!print_extensions(line, in.from(length + 2), extensions)) return false;
    length += 2 + extensions;
  }
  if (line.outermost()) line.link_header_length = length;
  if ((flags & without_link_layer) != 0) {
    if (line.options.link_header) line.put("no-L2-hdr, ");
    constexpr size_t family = 4;
    if (!print_if_ip(line, in.from(length + family))) line.put("no IP-hdr found!");
    return false;
  }
  uint16_t proto = 0;
  if (!card.name.empty()) {
    constexpr uint8_t service_cookie = 'T', adaptive_service_cookie = 'G';
    const uint8_t first = in.u8(length);
    const size_t cookie = first == adaptive_service_cookie ? 8u
                          : first == service_cookie        ? card.cookie_length + 2u
                                                           : card.cookie_length;
    if (line.options.link_header) line.put(card.name, "-PIC, cookie-len ", cookie);
    if (cookie > 8) {
      line.invalid();
      return false;
    }
    frame.cookie = in.part(length, cookie);
    if (cookie > 0) {
      in.need(length, cookie);
      if (line.options.link_header) {
        line.put(", cookie 0x");
        for (size_t i = 0; i < cookie; ++i) line.put(Hex{in.u8(length + i), 2});
      }
    }
    if (line.options.link_header) line.put(": ");
    length += cookie;
    proto = in.u16(length);
  }
  frame.payload = in.from(length);
  frame.header_length = length;
  if (line.outermost()) line.link_header_length = length;
  constexpr uint8_t cell_bundle_mask = 0x70;
  if (card.name == "ATM2" && (frame.cookie.u8(7) & cell_bundle_mask) != 0 && line.options.link_header)
    line.put("control-word 0x", Hex{frame.payload.u32(0), 8}, ' ');
  if (line.options.link_header) line.put("hlen ", length, ", proto 0x", Hex{proto, 4}, ", ");
  return true;
}

/// LLC, OSI's network layer identifiers, or bare IP.
bool print_atm_payload(Line& line, View in) {
  constexpr uint32_t osi_header = 0xfefe03, snap_header = 0xaaaa03;
  constexpr uint8_t unnumbered_information = 3;
  constexpr uint16_t osi_sap = 0xfe;
  in.need(0, 3);
  if (const uint32_t first = in.u24(0); first == osi_header || first == snap_header) {
    atm::print_llc(line, in);
    return true;
  }
  if (in.u8(0) == unnumbered_information) return line.child(On::LlcSap, osi_sap, in.from(1));
  return print_if_ip(line, in);
}

constexpr Card atm1{"ATM1", "juniper_atm1", 4}, atm2{"ATM2", "juniper_atm2", 8},
    encryption{"ES", "juniper_es", 0}, monitor{"MONITOR", "juniper_monitor", 8},
    services{"AS", "juniper_services", 8}, pppoe{"PPPoE", "juniper_pppoe", 0},
    ethernet{"", "juniper_ether", 0}, ppp{"", "juniper_ppp", 0}, frame_relay{"", "juniper_frelay", 0},
    hdlc{"", "juniper_chdlc", 0};

void print_atm1(Line& line, View in) {
  Frame frame;
  if (!read_header(line, in, atm1, frame)) return;
  constexpr uint8_t operations = 0x80;
  if (frame.cookie.u8(0) == operations) return atm::print_operations(line, frame.payload, 0);
  (void)print_atm_payload(line, frame.payload);
}

void print_atm2(Line& line, View in) {
  Frame frame;
  if (!read_header(line, in, atm2, frame)) return;
  constexpr uint8_t packet_type = 0x70;
  if ((frame.cookie.u8(7) & packet_type) != 0) return atm::print_operations(line, frame.payload, 0);
  frame.payload.need(0, 3);
  constexpr uint16_t ppp_ip = 0x21;
  if (frame.payload.u16(0) == ppp_ip) {
    (void)line.print(ids::ppp, frame.payload);
    return;
  }
  (void)print_atm_payload(line, frame.payload);
}

/// IPsec's cards: which association, then the packet.
void print_encryption(Line& line, View in) {
  constexpr Name type_names[] = {
      {1, "ESP ENCR-AUTH"}, {2, "ESP ENCR-AH AUTH"}, {3, "ESP AUTH"}, {4, "ESP AH-AUTH"}, {5, "AH AUTH"}};
  Frame frame;
  if (!read_header(line, in, encryption, frame)) return;
  const View association = frame.payload;
  association.need(0, 6);
  const uint8_t type = association.u8(3);
  const std::string_view name = find_name(type_names, type);
  if (name.empty()) {
    line.put("ES Invalid type ", type, ", length ", association.length());
    return;
  }
  constexpr size_t encrypted_header = 6, clear_header = 16;
  const bool clear = type > 2;
  const View packet = association.from(clear ? clear_header : encrypted_header);
  if (line.options.link_header) {
    line.put("ES SA, index ", association.u16(0), ", ttl ", association.u8(2), " type ", name, " (", type,
             ')');
    if (clear)
      line.put(", spi ", association.u32(4), ", Tunnel ", Ipv4Text{association.at_least(8, 4)}, " > ",
               Ipv4Text{association.at_least(12, 4)}, ", length ", packet.length(), '\n');
    else
      line.put(", length ", association.length(), '\n');
  }
  (void)line.print(ids::ipv4, packet);
}

void print_monitor(Line& line, View in) {
  Frame frame;
  if (!read_header(line, in, monitor, frame)) return;
  frame.payload.need(0, 8);
  if (line.options.link_header)
    line.put("service-id ", frame.payload.u32(4), ", iif ", frame.payload.u16(2), ", pkt-type ",
             frame.payload.u8(0), ": ");
  (void)print_if_ip(line, frame.payload);
}

void print_services(Line& line, View in) {
  Frame frame;
  if (!read_header(line, in, services, frame)) return;
  frame.payload.need(0, 8);
  if (line.options.link_header)
    line.put("service-id ", frame.payload.u8(0), " flags 0x", Hex{frame.payload.u8(1), 2},
             " service-set-id 0x", Hex{frame.payload.u16(2), 4}, " iif ", frame.payload.u24(5), ": ");
  (void)print_if_ip(line, frame.payload);
}

template <const Card& card>
void print_as(Line& line, View in, ProtocolId id) {
  Frame frame;
  if (read_header(line, in, card, frame)) (void)line.print(id, frame.payload);
}
void print_ethernet(Line& line, View in) { print_as<ethernet>(line, in, ids::ethernet); }
void print_pppoe(Line& line, View in) { print_as<pppoe>(line, in, ids::ethernet); }
void print_ppp(Line& line, View in) { print_as<ppp>(line, in, ids::ppp); }
void print_frame_relay(Line& line, View in) { print_as<frame_relay>(line, in, ids::frame_relay); }
void print_hdlc(Line& line, View in) { print_as<hdlc>(line, in, ids::cisco_hdlc); }

}  // namespace
}  // namespace wiretale::juniper

/// One protocol per link type: they differ only in where they are found and in their printers.
#define JUNIPER_LINK(space, link_type, printer)                                                \
  namespace wiretale::space {                                                                  \
  namespace {                                                                                  \
  constexpr Claim found_on[] = {{On::LinkType, link_type}};                                    \
  }                                                                                            \
  extern constinit const Protocol protocol{                                                    \
      .name = "juniper", .title = "Juniper", .found_on = found_on, .print = juniper::printer}; \
  }

JUNIPER_LINK(juniper_atm1, 137, print_atm1)
JUNIPER_LINK(juniper_atm2, 135, print_atm2)
JUNIPER_LINK(juniper_es, 132, print_encryption)
JUNIPER_LINK(juniper_services, 136, print_services)
JUNIPER_LINK(juniper_monitor, 164, print_monitor)
JUNIPER_LINK(juniper_ethernet, 178, print_ethernet)
JUNIPER_LINK(juniper_ppp, 179, print_ppp)
JUNIPER_LINK(juniper_frame_relay, 180, print_frame_relay)
JUNIPER_LINK(juniper_hdlc, 181, print_hdlc)
JUNIPER_LINK(juniper_pppoe, 167, print_pppoe)
#undef JUNIPER_LINK
