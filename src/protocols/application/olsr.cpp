// OLSR (RFC 3626): the link-state routing protocol of ad hoc wireless networks, with olsrd's additions.
#include <cmath>

#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::olsr {
namespace {

constexpr Field packet_length{"olsr.packet_len", "Packet Length", bytes(0, 2)};
constexpr Field packet_sequence{"olsr.packet_seq_num", "Packet Sequence Number", bytes(2, 2)};
constexpr const Field* fields[] = {&packet_length, &packet_sequence};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 698}};

enum Message : uint8_t {
  hello = 1,
  topology = 2,
  interfaces = 3,
  networks = 4,
  power = 128,
  name_service = 130,
  hello_quality = 201,
  topology_quality = 202
};
constexpr Name message_names[] = {{hello, "Hello"},
                                  {topology, "TC"},
                                  {interfaces, "MID"},
                                  {networks, "HNA"},
                                  {power, "Powerinfo"},
                                  {name_service, "Nameservice"},
                                  {hello_quality, "Hello-LQ"},
                                  {topology_quality, "TC-LQ"}};
constexpr Name link_names[] = {{0, "Unspecified"}, {1, "Asymmetric"}, {2, "Symmetric"}, {3, "Lost"}};
constexpr Name neighbor_names[] = {{0, "Not-Neighbor"}, {1, "Symmetric"}, {2, "Symmetric-MPR"}};

constexpr size_t packet_header = 4;

/// Thrown where a message contradicts itself; " (invalid)" ends the line.
struct Invalid {};

/// IPv4 or IPv6, whatever carries the packet.
struct Family {
  size_t size;
  void put(Line& line, View in, size_t at) const {
    if (size == 4)
      line.put(Ipv4Text{in.at_least(at, 4)});
    else
      line.put(Ipv6Text{in.at_least(at, 16)});
  }
};

/// RFC 3626 18.3: seconds as a mantissa and an exponent in one byte, in sixteenths.
void put_seconds(Line& line, uint8_t coded) {
  const double seconds = (1 + (coded >> 4) / 16.0) * std::ldexp(1.0, coded & 15) / 16;
  line.put(Fixed{seconds, 3}, 's');
}

Step decode(Cursor& in, Context&) {
  in.skip(packet_header);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void put_percent(Line& line, uint8_t quality) { line.put(Fixed{quality / 2.55, 2}, '%'); }

/// Neighbors with the quality of the link in both directions.
void print_qualities(Line& line, View in, size_t left, Family family) {
  for (; left >= family.size + 4; left -= family.size + 4) {
    in.need(0, family.size + 4);
    line.put("\n\t      neighbor ");
    family.put(line, in, 0);
    line.put(", link-quality ");
    put_percent(line, in.u8(family.size));
    line.put(", neighbor-link-quality ");
    put_percent(line, in.u8(family.size + 1));
    in = in.from(family.size + 4);
  }
}

/// Neighbors, four in a line.
void print_neighbors(Line& line, View in, size_t left, Family family) {
  line.put("\n\t      neighbor\n\t\t");
  for (size_t count = 0; left >= family.size; ++count) {
    in.need(0, family.size);
    family.put(line, in, 0);
    line.put((count + 1) % 4 != 0 ? " " : "\n\t\t");
    in = in.from(family.size);
    left -= family.size;
  }
}

void print_hello(Line& line, View in, size_t left, Family family, bool with_quality) {
  if (left < 4) line.truncated();
  in.need(0, 4);
  line.put("\n\t  hello-time ");
  put_seconds(line, in.u8(2));
  line.put(", MPR willingness ", in.u8(3));
  in = in.from(4);
  left -= 4;
  while (left > 0) {
    if (left < 4) line.truncated();
    in.need(0, 4);
    const uint8_t code = in.u8(0);
    const size_t length = in.u16(2);
    line.put("\n\t    link-type ", name_or(link_names, code & 3u, "Unknown"), ", neighbor-type ",
             name_or(neighbor_names, code >> 2, "Unknown"), ", len ", length);
    if (length <= 4 || length > left) throw Invalid{};
    in = in.from(4);
    in.need(0, length - 4);
    if (with_quality)
      print_qualities(line, in, length - 4, family);
    else
      print_neighbors(line, in, length - 4, family);
    in = in.from(length - 4);
    left -= length;
  }
}

void print_topology(Line& line, View in, size_t left, Family family, bool with_quality) {
  if (left < 4) line.truncated();
  in.need(0, 4);
  line.put("\n\t    advertised neighbor seq 0x", Hex{in.u16(0), 4});
  in = in.from(4);
  left -= 4;
  if (with_quality)
    print_qualities(line, in, left, family);
  else
    print_neighbors(line, in, left, family);
}

/// olsrd's gateways say what they offer in the mask of the default route.
void print_gateway(Line& line, View mask) {
  constexpr std::string_view names[] = {" LINKSPEED", " IPV4", " IPV4-NAT", " IPV6", " IPv6-PREFIX"};
  const uint8_t flags = mask.u8(1);
  line.put("Smart-Gateway:");
  for (unsigned bit = 0; bit < 5; ++bit)
    if ((flags >> bit & 1) != 0) line.put(names[bit]);
  const auto speed = [](uint8_t coded) {
    if (coded == 0) return 0u;
    unsigned value = (coded >> 3) + 1u;
    for (unsigned exponent = coded & 7; exponent > 0; --exponent) value *= 10;
    return value;
  };
  line.put(' ', speed(mask.u8(2)), '/', speed(mask.u8(3)));
}

void print_networks(Line& line, View in, size_t left, Family family) {
  const size_t entry = 2 * family.size;
  line.put("\n\t  Advertised networks (total ", left / entry, ')');
  for (unsigned column = 0; left >= entry; ++column) {
    in.need(0, entry);
    line.put(column % 4 == 0 ? "\n\t    " : ", ");
    const View mask = in.from(family.size);
    if (family.size == 4) {
      const uint32_t network = in.u32(0), bits = mask.u32(0);
      const int length = std::countl_one(bits);
      const bool is_contiguous = length == 32 || bits << length == 0;
      if (network == 0 && bits != 0 && bits >> 24 == 0) {
        print_gateway(line, mask);
      } else {
        line.put(Ipv4Text{in.at_least(0, 4)}, '/');
        if (is_contiguous)
          line.put(length);
        else
          line.put(uint32_t{0xffffffff});
      }
    } else {
      unsigned length = 0;
      for (const uint8_t byte : mask.bytes(0, 16)) {
        length += static_cast<unsigned>(std::countl_one(byte));
        if (byte != 0xff) break;
      }
      line.put(Ipv6Text{in.at_least(0, 16)}, '/', length);
    }
    in = in.from(entry);
    left -= entry;
  }
}

void print_names(Line& line, View in, size_t left, Family family) {
  if (left < 4) line.truncated();
  in.need(0, 4);
  const uint16_t count = in.u16(2);
  line.put("\n\t  Version ", in.u16(0), ", Entries ", count);
  const bool is_alarming = count != 0 && (4 + family.size) * count > left - 4;
  if (is_alarming) throw Invalid{};
  in = in.from(4);
  left -= 4;
  for (unsigned i = 0; i < count; ++i) {
    if (left < 4) break;
    in.need(0, 4);
    const uint16_t type = in.u16(0);
    const size_t length = in.u16(2), padded = (length + 3) & ~size_t{3};
    in = in.from(4);
    left -= 4;
    line.put("\n\t    #", i, ": type ");
    if (type == 0)
      line.put("000000");
    else
      line.put("0x", Hex{type, 4});
    line.put(", length ", length);
    if (length == 0 || left < family.size + length) throw Invalid{};
    left -= family.size;
    line.put(", address ");
    family.put(line, in, 0);
    in = in.from(family.size);
    line.put(", name \"", CaretNotation{in.bytes(0, length)}, '"');
    in = in.from(padded);
    left -= std::min(left, padded);
  }
}

void print_message(Line& line, uint8_t message, View in, size_t left, Family family) {
  switch (message) {
    case hello:
    case hello_quality: print_hello(line, in, left, family, message == hello_quality); break;
    case topology:
    case topology_quality: print_topology(line, in, left, family, message == topology_quality); break;
    case interfaces:
      for (; left >= family.size; left -= family.size) {
        in.need(0, family.size);
        line.put("\n\t  interface address ");
        family.put(line, in, 0);
        in = in.from(family.size);
      }
      break;
    case networks: print_networks(line, in, left, family); break;
    case name_service: print_names(line, in, left, family); break;
    default: append_hex(line, in.available(0, left), "\n\t    "); break;
  }
}

void print(Line& line, View in) {
  line.protocol = "olsr";
  const Family family{line.network.version == NetworkHeader::Six ? 16u : 4u};
  line.put("OLSRv", family.size == 4 ? '4' : '6');
  if (in.length() < packet_header) line.truncated();
  in.need(0, packet_header);
  const size_t length = std::min<size_t>(in.length(), in.u16(0));
  line.put(", seq 0x", Hex{in.u16(2), 4}, ", length ", length);
  if (line.options.verbose < 1) return;
  const size_t message_header = 8 + family.size;
  try {
    for (size_t at = packet_header; at < length;) {
      const View message = in.from(at);
      message.need(0, message_header);
      const uint8_t type = message.u8(0);
      const size_t claimed = message.u16(2);
      line.put("\n\t", name_or(message_names, type, "Unknown"), " Message (0x", Hex{type, 2},
               "), originator ");
      family.put(line, message, 4);
      line.put(", ttl ", message.u8(4 + family.size), ", hop ", message.u8(5 + family.size), "\n\t  vtime ");
      put_seconds(line, message.u8(1));
      line.put(", msg-seq 0x", Hex{message.u16(6 + family.size), 4}, ", length ", claimed);
      if (claimed < message_header || claimed > in.length() - at) throw Invalid{};
      print_message(line, type, message.from(message_header), claimed - message_header, family);
      at += claimed;
    }
  } catch (const Invalid&) {
    line.invalid();
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "olsr",
                                         .title = "Optimized Link State Routing Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::olsr
