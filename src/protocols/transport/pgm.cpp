// Pragmatic General Multicast (RFC 3208), by its own IP protocol or in UDP (-T pgm).
#include "packet/line.h"
#include "protocols/application/zmtp.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale::pgm {
namespace {

constexpr Name type_names[] = {{0x00, "SPM"},   {0x01, "POLL"}, {0x02, "POLR"}, {0x04, "ODATA"},
                               {0x05, "RDATA"}, {0x08, "NAK"},  {0x09, "NNAK"}, {0x0a, "NCF"},
                               {0x0b, "ACK"},   {0x0c, "SPMR"}};

constexpr Field source_port{"pgm.hdr.sport", "Source Port", bytes(0, 2)};
constexpr Field destination_port{"pgm.hdr.dport", "Destination Port", bytes(2, 2)};
constexpr Field type{"pgm.hdr.type", "Type", bytes(4, 1), Type::Uint8, Show::Hex, type_names};
constexpr Field options{"pgm.hdr.opts", "Options", bytes(5, 1), Type::Uint8, Show::Hex};
constexpr Field checksum{"pgm.hdr.cksum", "Checksum", bytes(6, 2), Type::Uint16, Show::Hex};
constexpr Field source_id{"pgm.hdr.gsi", "Global Source Identifier", bytes(8, 6), Type::ByteArray};
constexpr Field data_length{"pgm.hdr.tsdulen", "Transport Service Data Unit Length", bytes(14, 2)};
constexpr const Field* fields[] = {&source_port, &destination_port, &type,       &options,
                                   &checksum,    &source_id,        &data_length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, 113}};

constexpr size_t header_length = 16;

enum PacketType : uint8_t {
  SourcePath = 0x00,
  Poll = 0x01,
  PollResponse = 0x02,
  Data = 0x04,
  Repair = 0x05,
  Nak = 0x08,
  NullNak = 0x09,
  NakConfirmation = 0x0a,
  Ack = 0x0b,
  SourcePathRequest = 0x0c
};
constexpr uint8_t options_present = 0x01;

enum Family : uint16_t { Four = 1, Six = 2 };
constexpr size_t address_size(uint16_t family) { return family == Four ? 4 : family == Six ? 16 : 0; }

/// Throws Truncated for an unknown family, as for an address that is cut off.
size_t required_address_size(Line& line, uint16_t family) {
  const size_t size = address_size(family);
  if (size == 0) line.truncated();
  return size;
}

size_t put_address(Line& line, View in, size_t at, uint16_t family) {
  const size_t size = required_address_size(line, family);
  const uint8_t* address = in.at_least(at, size);
  if (family == Four)
    line.put(Ipv4Text{address});
  else
    line.put(Ipv6Text{address});
  return size;
}

enum Option : uint8_t {
  Length,
  Fragment = 0x01,
  NakList = 0x02,
  Join = 0x03,
  BackoffInterval = 0x04,
  BackoffRange = 0x05,
  Redirect = 0x07,
  ParityParameters = 0x08,
  ParityGroup = 0x09,
  GroupSize = 0x0a,
  Unreachable = 0x0b,
  PathAddress = 0x0c,
  Syn = 0x0d,
  Fin = 0x0e,
  Rst = 0x0f,
  Correction = 0x10,
  CorrectionRequest = 0x11,
  CongestionData = 0x12,
  CongestionFeedback = 0x13
};
/// Options of a fixed length: how they are called when it is wrong, and what it is.
struct FixedLength {
  uint8_t option;
  std::string_view name;
  uint8_t length;
};
constexpr FixedLength fixed_lengths[] = {{Length, "OPT_LENGTH", 4},
                                         {Fragment, "OPT_FRAGMENT", 16},
                                         {Join, "OPT_JOIN", 8},
                                         {BackoffInterval, "OPT_NAK_BO_IVL", 12},
                                         {BackoffRange, "OPT_NAK_BO_RNG", 12},
                                         {ParityParameters, "OPT_PARITY_PRM", 8},
                                         {ParityGroup, "OPT_PARITY_GRP", 8},
                                         {GroupSize, "OPT_CURR_TGSIZE", 8},
                                         {Unreachable, "OPT_NBR_UNREACH", 4},
                                         {Syn, "OPT_SYN", 4},
                                         {Fin, "OPT_FIN", 4},
                                         {Rst, "OPT_RST", 4},
                                         {CorrectionRequest, "OPT_CRQST", 4}};

constexpr std::string_view no_room = "[Total option length leaves no room for final option]";

/// An option with an address of `fixed` bytes before it; false when its length is wrong.
bool print_with_address(Line& line, View in, size_t at, size_t length, size_t fixed, std::string_view name,
                        std::string_view shown, bool numbered) {
  if (length < fixed) {
    line.put("[Bad ", name, " option, length ", length, " < ", fixed, ']');
    return false;
  }
  const size_t family_at = numbered ? at + 8 : at + 4;
  const uint16_t family = in.u16(family_at);
  const size_t size = address_size(family);
  if (size == 0) line.truncated();
  if (length != fixed + size) {
    line.put("[Bad ", name.starts_with("PGM_") ? name.substr(4) : name, " option, length ", length,
             " != ", fixed, " + address size]");
    return false;
  }
  const uint8_t* address = in.at_least(family_at + 4, size);
  line.put(' ', shown, ' ');
  if (numbered) line.put(in.u32(at + 4), ' ');
  if (family == Four)
    line.put(Ipv4Text{address});
  else
    line.put(Ipv6Text{address});
  return true;
}

/// One option of `length` bytes at `at`; false when it ends the line.
bool print_option(Line& line, View in, size_t at, uint8_t option, size_t length) {
  for (const FixedLength& fixed : fixed_lengths)
    if (fixed.option == (option & 0x7f) && fixed.length != length) {
      line.put("[Bad ", fixed.name, " option, length ", length, " != ", fixed.length, ']');
      return false;
    }
  switch (option & 0x7f) {
    case Length: line.put(" OPTS LEN (extra?) ", in.u16(at + 2)); break;
    case Fragment:
      line.put(" FRAG seq ", in.u32(at + 4), " off ", in.u32(at + 8), " len ", in.u32(at + 12));
      break;
    case NakList: {
      line.put(" NAK LIST");
      size_t left = length - 4, next = at + 4;
      for (; left >= 4; left -= 4, next += 4) line.put(' ', in.u32(next));
      if (left != 0) {
        line.put("[Option length not a multiple of 4]");
        return false;
      }
      break;
    }
    case Join: line.put(" JOIN ", in.u32(at + 4)); break;
    case BackoffInterval: line.put(" BACKOFF ivl ", in.u32(at + 4), " ivlseq ", in.u32(at + 8)); break;
    case BackoffRange: line.put(" BACKOFF max ", in.u32(at + 4), " min ", in.u32(at + 8)); break;
    case Redirect: return print_with_address(line, in, at, length, 8, "OPT_REDIRECT", "REDIRECT", false);
    case ParityParameters: line.put(" PARITY MAXTGS ", in.u32(at + 4)); break;
    case ParityGroup: line.put(" PARITY GROUP ", in.u32(at + 4)); break;
    case GroupSize: line.put(" PARITY ATGS ", in.u32(at + 4)); break;
    case Unreachable: line.put(" NBR_UNREACH"); break;
    case PathAddress: line.put(" PATH_NLA [", length, ']'); break;
    case Syn: line.put(" SYN"); break;
    case Fin: line.put(" FIN"); break;
    case Rst: line.put(" RST"); break;
    case Correction: line.put(" CR"); break;
    case CorrectionRequest: line.put(" CRQST"); break;
    case CongestionData:
      return print_with_address(line, in, at, length, 12, "OPT_PGMCC_DATA", "PGMCC DATA", true);
    case CongestionFeedback:
      return print_with_address(line, in, at, length, 12, "PGM_OPT_PGMCC_FEEDBACK", "PGMCC FEEDBACK", true);
    default: line.put(" OPT_", HexUpper{option, 2}, " [", length, "] "); break;
  }
  return true;
}

bool is_skipped(uint8_t option) {
  return option == PathAddress || option == Correction || option == 0x06 || option > CongestionFeedback;
}

/// The options from `at` on; moves behind them. False when they end the line.
bool print_options(Line& line, View in, size_t& at) {
  in.need(at, 2);
  if (in.u8(at) != Length) {
    line.put("[First option bad, should be PGM_OPT_LENGTH, is ", in.u8(at) & 0x7fu, ']');
    return false;
  }
  if (in.u8(at + 1) != 4) {
    line.put("[Bad OPT_LENGTH option, length ", in.u8(at + 1), " != 4]");
    return false;
  }
  const size_t total = in.u16(at + 2);
  if (total < 4) {
    line.put("[Bad total option length ", total, " < 4]");
    return false;
  }
  line.put(" OPTS LEN ", total);
  at += 4;
  size_t left = total - 4;
  while (left != 0) {
    if (left < 4) {
      line.put(no_room);
      return false;
    }
    in.need(at, 2);
    const uint8_t option = in.u8(at);
    const size_t length = in.u8(at + 1);
    if (length < 4) {
      line.put("[Bad option, length ", length, " < 4]");
      break;
    }
    if (left < length) {
      line.put(no_room);
      return false;
    }
    in.need(at, length);
    if (!print_option(line, in, at, option, length)) return false;
    constexpr uint8_t last = 0x80;
    if ((option & last) != 0) break;
    // tcpdump goes two bytes too far behind options that it does not read, and counts no list.
    at += length + (is_skipped(option & 0x7f) ? 2 : 0);
    if ((option & 0x7f) != NakList) left -= length;
  }
  return true;
}

/// The part between the header and the options; moves behind it.
void print_body(Line& line, View in, uint8_t packet_type, size_t& at) {
  switch (packet_type) {
    case SourcePath: {
      in.need(at, 16);
      in.need(at + 16, required_address_size(line, in.u16(at + 12)));
      line.put("SPM seq ", in.u32(at), " trail ", in.u32(at + 4), " lead ", in.u32(at + 8), " nla ");
      at += 16 + put_address(line, in, at + 16, in.u16(at + 12));
      break;
    }
    case Poll: {
      in.need(at, 12);
      in.need(at + 12, required_address_size(line, in.u16(at + 8)) + 12);
      line.put("POLL seq ", in.u32(at), " round ", in.u16(at + 4), " nla ");
      at += 12 + put_address(line, in, at + 12, in.u16(at + 8));
      line.put(" ivl ", in.u32(at), " rnd 0x", Hex{in.u32(at + 4), 8}, " mask 0x", Hex{in.u32(at + 8), 8});
      at += 12;
      break;
    }
    case PollResponse:
      in.need(at, 8);
      line.put("POLR seq ", in.u32(at), " round ", in.u16(at + 4));
      at += 8;
      break;
    case Data:
    case Repair:
      in.need(at, 8);
      line.put(packet_type == Data ? "ODATA" : "RDATA", " trail ", in.u32(at + 4), " seq ", in.u32(at));
      at += 8;
      break;
    case Nak:
    case NullNak:
    case NakConfirmation: {
      const uint32_t sequence = in.u32(at);
      const size_t source = required_address_size(line, in.u16(at + 4));
      // tcpdump takes the group's family from its address.
      const uint16_t group_family = in.u16(at + 12 + source);
      in.need(at + 12 + source, required_address_size(line, group_family));
      line.put(find_name(type_names, packet_type), " (");
      at += 8 + put_address(line, in, at + 8, in.u16(at + 4));
      line.put(" -> ");
      at += 4 + put_address(line, in, at + 4, group_family);
      line.put("), seq ", sequence);
      break;
    }
    case Ack:
      in.need(at, 8);
      line.put("ACK seq ", in.u32(at));
      at += 8;
      break;
    // tcpdump looks for these packets' options at their first byte.
    case SourcePathRequest:
      line.put("SPMR");
      at = 0;
      break;
    default:
      at = 0;
      line.put("UNKNOWN type 0x", Hex{packet_type, 2});
      break;
  }
}

void print(Line& line, View in) {
  line.protocol = "pgm";
  // In UDP the addresses are there already.
  const bool over_ip = line.network.protocol != ip_protocol::udp;
  const auto put_ports = [&](uint16_t from, uint16_t to) {
    if (over_ip && line.network.version == NetworkHeader::Four)
      line.put(Ipv4Text{line.network.source}, '.', from, " > ", Ipv4Text{line.network.destination}, '.', to,
               ": ");
    else if (over_ip && line.network.version == NetworkHeader::Six)
      line.put(Ipv6Text{line.network.source}, '.', from, " > ", Ipv6Text{line.network.destination}, '.', to,
               ": ");
    else
      line.put(from, " > ", to, ": ");
  };
  if (!in.has(0, 4)) {
    if (over_ip && line.network.version == NetworkHeader::Six)
      line.put(Ipv6Text{line.network.source}, " > ", Ipv6Text{line.network.destination}, ':');
    else if (line.network.version == NetworkHeader::Four)
      line.put(Ipv4Text{line.network.source}, " > ", Ipv4Text{line.network.destination}, ':');
    line.truncated();
  }
  const uint16_t from = in.u16(0), to = in.u16(2);
  put_ports(from, to);
  in.need(0, header_length);
  const Bytes header = in.bytes(0, header_length);
  line.put("PGM, length ", data_length.read(header));
  const auto packet_type = static_cast<uint8_t>(type.read(header));
  if (line.options.verbose == 0) return;
  line.put(" 0x");
  for (const uint8_t byte : source_id.bytes_in(header)) line.put(Hex{byte, 2});
  line.put(' ');
  size_t at = header_length;
  print_body(line, in, packet_type, at);
  if ((options.read(header) & options_present) != 0 && !print_options(line, in, at)) return;
  line.put(" [", in.length(), ']');
  if (line.options.packet_type == ids::pgm_zmtp && (packet_type == Data || packet_type == Repair))
    zmtp::print_datagram(line, in.from(at));
}

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  context.ports = {be16(&header[0]), be16(&header[2])};
  return {};
}

}  // namespace

extern constinit const Protocol protocol{.name = "pgm",
                                         .title = "Pragmatic General Multicast",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::pgm

/// What -T pgm_zmtp1 asks for: PGM whose data is ZMTP.
namespace wiretale::pgm_zmtp {
extern constinit const Protocol protocol{
    .name = "pgm_zmtp1", .title = "ZeroMQ Message Transport Protocol in PGM", .print = pgm::print};
}  // namespace wiretale::pgm_zmtp
