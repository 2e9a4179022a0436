// ES-IS (ISO 9542): how OSI end systems and routers find each other.
#include "protocols/catalog.h"
#include "protocols/network/osi/osi.h"
#include "protocols/network/osi/osi_checksum.h"
#include "protocols/network/osi/osi_names.h"
#include "protocols/network/osi_address.h"

namespace wiretale::esis {
namespace {

enum PduType : uint8_t { end_system_hello = 2, router_hello = 4, redirect = 6 };
constexpr Name type_name_table[] = {{redirect, "redirect"}, {end_system_hello, "ESH"}, {router_hello, "ISH"}};
constexpr Names type_names = type_name_table;

constexpr Field header_length_field{"esis.length", "PDU Length", bytes(1, 1)};
constexpr Field version{"esis.ver", "Version", bytes(2, 1)};
constexpr Field reserved{"esis.res", "Reserved(==0)", bytes(3, 1)};
constexpr Field type{"esis.type", "PDU Type", bits(4 * 8 + 3, 5), Type::Uint8, Show::Decimal, type_names};
constexpr Field holding_time{"esis.htime", "Holding Time", bytes(5, 2)};
constexpr Field checksum{"esis.checksum", "Checksum", bytes(7, 2), Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&header_length_field, &version, &reserved, &type,
                                   &holding_time,        &checksum};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::NetworkLayerId, 0x82}};

constexpr size_t fixed_length = 9, checksum_offset = 7;
constexpr Name option_names[] = {{129, "Protocols supported"},
                                 {195, "QoS Maintenance"},
                                 {197, "Security"},
                                 {198, "ES Configuration Time"},
                                 {205, "Priority"}};

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {};
}

/// What is left of the header, as its length indicator counts it.
struct Rest {
  View in;
  size_t left;
  void pass(size_t count) {
    in = in.from(count);
    left -= count;
  }
};

/// Reads a length byte and as many bytes behind it; false where the header is too small for them.
bool take_address(Line& line, Rest& rest, Bytes& address) {
  rest.in.need(0, 1);
  if (rest.left < 1) {
    line.put(", bad opts/li");
    return false;
  }
  const size_t size = rest.in.u8(0);
  rest.pass(1);
  rest.in.need(0, size);
  if (rest.left < size) {
    line.put(", bad opts/li");
    return false;
  }
  address = rest.in.bytes(0, size);
  rest.pass(size);
  return true;
}

/// Who may be reached better by whom (ISO 9542 7.5); false where the header ends too early.
bool print_redirect(Line& line, Rest& rest) {
  Bytes destination, link_address, router;
  if (!take_address(line, rest, destination)) return false;
  line.put("\n\t  ");
  put_nsap(line, destination);
  if (!take_address(line, rest, link_address)) return false;
  line.put("\n\t  SNPA (length: ", link_address.size(), "): ");
  if (link_address.empty())
    line.put("<empty>");
  else
    line.put(LinkAddressText{link_address});
  rest.in.need(0, 1);
  if (rest.left < 1) {
    line.put(", bad opts/li");
    return false;
  }
  // tcpdump does not count this length byte as a part of the header.
  const size_t size = rest.in.u8(0);
  rest.in = rest.in.from(1);
  if (size != 0) {
    rest.in.need(0, size);
    if (rest.left < size) {
      line.put(", bad opts/li");
      return false;
    }
    router = rest.in.bytes(0, size);
    rest.pass(size);
    line.put("\n\t  NET (length: ", router.size(), ") ");
    put_nsap(line, router);
  }
  return true;
}

bool print_end_system_hello(Line& line, Rest& rest) {
  rest.in.need(0, 1);
  if (rest.left < 1) {
    line.put(", bad opts/li");
    return false;
  }
  unsigned count = rest.in.u8(0);
  rest.pass(1);
  line.put("\n\t  Number of Source Addresses: ", count);
  for (; count > 0; --count) {
    Bytes address;
    if (!take_address(line, rest, address)) return false;
    line.put("\n\t  NET (length: ", address.size(), "): ");
    put_nsap(line, address);
  }
  return true;
}

bool print_router_hello(Line& line, Rest& rest) {
  Bytes address;
  if (!take_address(line, rest, address)) return false;
  line.put("\n\t  NET (length: ", address.size(), "): ");
  put_nsap(line, address);
  return true;
}

void print_options(Line& line, Rest& rest) {
  while (rest.left != 0) {
    if (rest.left < 2) {
      line.put(", bad opts/li");
      return;
    }
    const uint8_t option = rest.in.u8(0);
    const size_t length = rest.in.u8(1);
    rest.pass(2);
    if (length > rest.left) {
      line.put(", opt (", option, ") too long");
      return;
    }
    line.put("\n\t  ", name_or(option_names, option, "Unknown"), " Option #", option, ", length ", length,
             ", value: ");
    if (option == 198) {
      if (length == 2)
        line.put(rest.in.u16(0), 's');
      else
        line.put("(bad length)");
    } else if (option == 129) {
      for (size_t i = 0; i < length; ++i) {
        const uint8_t id = rest.in.u8(i);
        line.put(name_or(network_layer_ids, id, "unknown"), " (0x", Hex{id, 2}, ')',
                 i + 1 < length ? ", " : "");
      }
    } else {
      show_bytes(line, rest.in, 0, length, "\n\t  ");
    }
    if (line.options.verbose > 1 && option != 129) show_bytes(line, rest.in, 0, length, "\n\t  ");
    rest.pass(length);
  }
}

void print(Line& line, View in) {
  line.protocol = "esis";
  const bool link_header = line.options.link_header;
  if (!link_header) line.put("ES-IS");
  if (in.length() <= 2) {
    line.put(" bad pkt! ");
    return;
  }
  const Bytes header = in.bytes(0, fixed_length);
  const size_t claimed = header_length_field.read(header);
  if (claimed > in.length()) {
    line.put(" length indicator(", claimed, ") > PDU size (", in.length(), ")!");
    return;
  }
  if (claimed < fixed_length + 2) {
    line.put(" length indicator ", claimed, " < min PDU size:");
    for (const uint8_t byte : in.all()) line.put(HexUpper{byte, 2});
    return;
  }
  const uint64_t type_number = type.read(header);
  if (version.read(header) != 1) {
    line.put(" version ", version.read(header), " packet not supported");
    return;
  }
  const auto lone_type = Named{type_names, type_number, "unknown type (", ")"};
  if (line.options.verbose < 1) {
    line.put(link_header ? "" : ", ", lone_type, ", length ", in.length());
    return;
  }
  line.put(link_header ? "" : ", ", "length ", in.length(), "\n\t",
           Named{type_names, type_number, "unknown type: ", ""}, " (", type_number, ')',
           ", v: ", version.read(header), ", checksum: 0x", Hex{checksum.read(header), 4});
  put_osi_verdict(line, in, static_cast<uint16_t>(checksum.read(header)), checksum_offset, claimed);
  line.put(", holding time: ", holding_time.read(header), "s, length indicator: ", claimed);
  if (line.options.verbose > 1) show_bytes(line, in, 0, fixed_length, "\n\t");
  Rest rest{in.from(fixed_length), claimed - fixed_length};
  switch (type_number) {
    case redirect:
      if (!print_redirect(line, rest)) return;
      break;
    case end_system_hello:
      if (!print_end_system_hello(line, rest)) return;
      break;
    case router_hello:
      if (!print_router_hello(line, rest)) return;
      break;
    default:
      if (line.options.verbose <= 1) show_bytes(line, rest.in, 0, rest.left, "\n\t  ");
      return;
  }
  print_options(line, rest);
}

}  // namespace

extern constinit const Protocol protocol{.name = "esis",
                                         .title = "ISO 9542 ESIS Routeing Information Exchange Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::esis
