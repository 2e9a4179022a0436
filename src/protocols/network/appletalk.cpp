// AppleTalk ("Inside AppleTalk", second edition): datagrams (DDP), names (NBP) and transactions (ATP) over
// EtherTalk and LocalTalk.
#include "protocols/network/appletalk.h"

#include "protocols/catalog.h"

namespace wiretale {
namespace appletalk {
namespace {

enum DatagramType : uint8_t {
  routing = 1,
  name_binding,
  transaction,
  echo,
  routing_request,
  zone_information
};
constexpr Name type_name_table[] = {{routing, "at-rtmp"}, {echo, "at-echo"}, {routing_request, "at-rtmpReq"}};
constexpr Names type_names = type_name_table;

constexpr Field length{"ddp.len", "Datagram length", bits(6, 10)};
constexpr Field checksum{"ddp.checksum", "Checksum", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr Field destination_network{"ddp.dst.net", "Destination Net", bytes(4, 2)};
constexpr Field source_network{"ddp.src.net", "Source Net", bytes(6, 2)};
constexpr Field destination_node{"ddp.dst.node", "Destination Node", bytes(8, 1)};
constexpr Field source_node{"ddp.src.node", "Source Node", bytes(9, 1)};
constexpr Field destination_socket{"ddp.dst.socket", "Destination Socket", bytes(10, 1)};
constexpr Field source_socket{"ddp.src.socket", "Source Socket", bytes(11, 1)};
constexpr Field type{"ddp.type", "Protocol type", bytes(12, 1)};
constexpr const Field* fields[] = {&length,
                                   &checksum,
                                   &destination_network,
                                   &source_network,
                                   &destination_node,
                                   &source_node,
                                   &destination_socket,
                                   &source_socket,
                                   &type};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x809b}};
constexpr size_t header_length = 13, short_header_length = 5;

Step decode(Cursor& in, Context&) {
  in.take(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

/// A string of NBP: a length and at most 32 characters.
View print_string(Line& line, View in) {
  constexpr size_t longest = 32;
  const size_t size = in.u8(0);
  in = in.from(1);
  if (size > longest) {
    line.put("[len=", size, ']');
    return in.with_length(0);
  }
  line.put(CaretNotation{in.available(0, size)});
  in.need(0, size);
  return in.from(size);
}

/// One name and whose it is: the entity's address, its enumerator and "name:type@zone".
View print_name(Line& line, View in, bool is_reply) {
  const View tuple = in;
  in.need(0, 5);
  line.put(" \"");
  View text = in.from(5);
  for (const std::string_view after : {":", "@", "\""}) {
    const size_t before = text.length();
    text = print_string(line, text);
    if (before != 0 && text.length() == 0 && tuple.u8(5) > 32) break;
    line.put(after);
  }
  if (is_reply) {
    line.put(' ', tuple.u8(3));
    if (tuple.u8(4) != 1) line.put(" [enum=", tuple.u8(4), ']');
  }
  return text;
}

void print_names(Line& line, View in, uint16_t network, uint8_t node, uint8_t socket) {
  constexpr size_t header = 2, shortest = 8;
  if (in.length() < shortest) {
    line.put(" truncated-nbp ", in.length());
    return;
  }
  enum Control : uint8_t { broadcast_request = 1, lookup, lookup_reply };
  const uint8_t first = in.u8(0), control = first >> 4, count = first & 0xf;
  View tuple = in.from(header);
  const size_t rest = tuple.length();
  if (control == broadcast_request || control == lookup) {
    line.put(control == lookup ? " nbp-lkup" : " nbp-brRq", ' ', in.u8(1), ':');
    (void)print_name(line, tuple, false);
    if (count != 1) line.put(" [ntup=", count, ']');
    if (tuple.u8(4) != 0) line.put(" [enum=", tuple.u8(4), ']');
    // The enumerator and the address are remarkable only where they differ from the sender's.
    if (tuple.u16(0) != network || tuple.u8(2) != node || tuple.u8(3) != socket)
      line.put(" [addr=", tuple.u16(0), '.', tuple.u8(2), '.', tuple.u8(3), ']');
    return;
  }
  if (control == lookup_reply) {
    line.put(" nbp-reply ", in.u8(1), ':');
    for (uint8_t i = 0; i < count && tuple.length() > 0; ++i) {
      const View this_one = tuple;
      tuple = print_name(line, tuple, true);
      if (this_one.u16(0) != network || this_one.u8(2) != node)
        line.put(" [addr=", this_one.u16(0), '.', this_one.u8(2), ']');
    }
    return;
  }
  line.put(" nbp-0x", Hex{first}, "  ", in.u8(1), " (", rest, ')');
}

/// Which responses a request asks for, or a release has had: a bitmap as runs.
void print_bitmap(Line& line, uint8_t bitmap) {
  if ((bitmap & (bitmap + 1)) == 0) {
    unsigned last = 0;
    while ((bitmap >> (last + 1)) != 0) ++last;
    line.put("<0-", last, '>');
    return;
  }
  char separator = '<';
  for (unsigned i = 0; i < 8; ++i) {
    if ((bitmap >> i & 1) == 0) continue;
    line.put(separator, i);
    separator = ',';
  }
  line.put('>');
}

void print_transaction(Line& line, View in) {
  constexpr size_t header = 8;
  if (in.length() < header) line.truncated();
  enum Control : uint8_t { request = 0x40, response = 0x80, release = 0xc0 };
  constexpr uint8_t exactly_once = 0x20, end_of_message = 0x10, send_status = 0x08;
  const uint8_t control = in.u8(0), bitmap = in.u8(1);
  const uint16_t id = in.u16(2);
  const size_t rest = in.length() - header;
  const auto flags = [&](std::string_view before, uint8_t shown) {
    constexpr Name names[] = {{exactly_once, "XO"}, {end_of_message, "EOM"}, {send_status, "STS"}};
    if ((control & shown) == 0) return;
    line.put(before, '[', NamedBits{names, static_cast<uint64_t>(control & shown), "", ","}, ']');
  };
  switch (control & 0xc0) {
    case request:
      line.put(" atp-req", (control & exactly_once) != 0 ? " " : "*", ' ', id);
      print_bitmap(line, bitmap);
      if (rest != 0) line.put(" [len=", rest, ']');
      flags(" ", end_of_message | send_status);
      break;
    case response:
      line.put(" atp-resp", (control & end_of_message) != 0 ? "*" : " ", id, ':', bitmap, " (", rest, ')');
      flags(" ", exactly_once | send_status);
      break;
    case release:
      line.put(" atp-rel  ", id);
      print_bitmap(line, bitmap);
      if (rest != 0) line.put(" [len=", rest, ']');
      flags("", exactly_once | end_of_message | send_status);
      break;
    default: line.put(" atp-0x", Hex{control}, "  ", id, " (", rest, ')'); break;
  }
  if (const uint32_t user = in.u32(4); user != 0) line.put(" 0x", Hex{user});
}

void print_payload(Line& line, View in, uint8_t of_type, uint16_t network, uint8_t node, uint8_t socket) {
  switch (of_type) {
    case name_binding: return print_names(line, in, network, node, socket);
    case transaction: return print_transaction(line, in);
    default: line.put(' ', Named{type_names, of_type, "at-#"}, ' ', in.length()); return;
  }
}

void print_extended(Line& line, View in) {
  line.put(in.u16(6), '.', in.u8(9), '.', in.u8(11), " > ", in.u16(4), '.', in.u8(8), '.', in.u8(10), ':');
}

void print(Line& line, View in) { print_appletalk(line, in); }

}  // namespace

extern constinit const Protocol protocol{.name = "ddp",
                                         .title = "Datagram Delivery Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace appletalk

void print_appletalk(Line& line, View in) {
  line.protocol = "atalk";
  if (line.options.verbose > 0) line.put("et1 ");
  if (!line.options.link_header) line.put("AT ");
  if (in.length() < appletalk::header_length) {
    line.put(" [|ddp ", in.length(), ']');
    return;
  }
  line.protocol = "ddp";
  in.need(0, appletalk::header_length);
  appletalk::print_extended(line, in);
  line.put(' ');
  line.protocol = "atalk";
  appletalk::print_payload(line, in.from(appletalk::header_length), in.u8(12), in.u16(6), in.u8(9),
                           in.u8(11));
}

namespace localtalk {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 114}};

/// The LocalTalk link access protocol: destination, source and type; a short or an extended datagram header.
void print(Line& line, View in) {
  line.protocol = "llap";
  constexpr size_t header = 3;
  constexpr uint8_t short_header = 1, extended_header = 2;
  if (line.outermost()) line.link_header_length = header;
  if (in.length() < header) {
    line.put(" [|llap ", in.length(), ']');
    return;
  }
  in.need(0, header);
  const uint8_t destination = in.u8(0), source = in.u8(1), type = in.u8(2);
  in = in.from(header);
  if (type == short_header) {
    if (in.length() < appletalk::short_header_length) {
      line.put(" [|sddp ", in.length(), ']');
      return;
    }
    in.need(0, appletalk::short_header_length);
    line.put("0.", source, '.', in.u8(3), " > 0.", destination, '.', in.u8(2), ':');
    appletalk::print_payload(line, in.from(appletalk::short_header_length), in.u8(4), 0, source, in.u8(3));
    return;
  }
  if (type == extended_header) {
    if (in.length() < appletalk::header_length) {
      line.put(" [|ddp ", in.length(), ']');
      return;
    }
    in.need(0, appletalk::header_length);
    appletalk::print_extended(line, in);
    appletalk::print_payload(line, in.from(appletalk::header_length), in.u8(12), in.u16(6), in.u8(9),
                             in.u8(11));
    return;
  }
  line.put(source, " > ", destination, " at-lap#", type, ' ', in.length());
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "llap", .title = "LocalTalk Link Access Protocol", .found_on = found_on, .print = print};

}  // namespace localtalk

namespace appletalk_arp {
namespace {

constexpr Field operation{"aarp.opcode", "Opcode", bytes(6, 2)};
constexpr const Field* fields[] = {&operation};

constexpr Claim found_on[] = {{On::EtherType, 0x80f3}};
constexpr size_t message_length = 28;

void put_address(Line& line, View in, size_t at) { line.put(in.u16(at), '.', in.u8(at + 2)); }

void print(Line& line, View in) {
  line.protocol = "aarp";
  enum Operation : uint16_t { request = 1, response, probe };
  line.put("aarp ");
  in.need(0, message_length);
  const uint16_t what = in.u16(6);
  // Ethernet and AppleTalk, with addresses of 6 and 4 bytes; the first byte of the latter is unused.
  const bool usual = in.u16(0) == 1 && in.u16(2) == 0x809b && in.u8(4) == 6 && in.u8(5) == 4;
  if (usual && (what == request || what == probe)) {
    line.put(what == request ? "who-has " : "probe ");
    put_address(line, in, 25);
    line.put(" tell ");
    return put_address(line, in, 15);
  }
  if (usual && what == response) {
    line.put("reply ");
    put_address(line, in, 15);
    line.put(" is-at ", MacText{in.at_least(8, 6)});
    return;
  }
  line.put("len ", in.length(), " op ", what, " htype ", in.u16(0), " ptype 0x", Hex{in.u16(2)}, " halen ",
           in.u8(4), " palen ", in.u8(5));
}

}  // namespace

extern constinit const Protocol protocol{.name = "aarp",
                                         .title = "AppleTalk Address Resolution Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace appletalk_arp
}  // namespace wiretale
