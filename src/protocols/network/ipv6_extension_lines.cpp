// IPv6 extension headers as tcpdump shows them.
#include "protocols/network/ipv6_extensions.h"

namespace wiretale {
namespace {

enum Option : uint8_t { pad_1 = 0, pad_n = 1, router_alert = 5, jumbo_payload = 0xc2, home_address = 0xc9 };
constexpr size_t home_address_size = 18;

enum class OptionsOf : uint8_t { HopByHop, Destination };

/// What follows the address of a home address option, up to `end`; false when it leaves the option.
bool print_suboptions(Line& line, View in, size_t at, size_t end) {
  while (at < end) {
    const uint8_t kind = in.u8(at);
    const size_t size = kind == pad_1 ? 1 : at + 1 < end ? in.u8(at + 1) + size_t{2} : end + 1;
    if (size > end - at) return false;
    if (kind == pad_1)
      line.put(", pad1");
    else if (kind == pad_n)
      line.put(", padn");
    else
      line.put(", sopt_type 0x", Hex{kind, 2}, ": len=", size - 2);
    at += size;
  }
  return true;
}

/// A home address option; false when it is damaged.
bool print_home_address(Line& line, View in, size_t at, size_t size, size_t end) {
  if (end - at < home_address_size) {
    line.put("(homeaddr: trunc)");
    return false;
  }
  if (size < home_address_size) {
    line.put("(homeaddr: invalid len ", size - 2, ')');
    return false;
  }
  if (line.options.verbose == 0) return true;
  line.put("(homeaddr: ", Ipv6Text{in.at_least(at + 2, 16)});
  if (!print_suboptions(line, in, at + home_address_size, at + size)) return false;
  line.put(')');
  return true;
}

/// A jumbo payload option (RFC 2675); false when it is damaged.
bool print_jumbo(Line& line, View in, size_t at, size_t size, OptionsOf header, uint16_t payload_length,
                 uint32_t& found) {
  if (size != 6) {
    line.put("(jumbo: invalid len ", size - 2, ')');
    return false;
  }
  const uint32_t length = in.u32(at + 2);
  std::string_view objection;
  if (header != OptionsOf::HopByHop)
    objection = " - not a hop-by-hop option";
  else if (found != 0)
    objection = " - already seen";
  else if (payload_length != 0)
    objection = " - payload len != 0";
  else if (length < 65536)
    objection = " - < 65536";
  else
    found = length;
  if (line.options.verbose > 0) line.put("(jumbo: ", length, objection, ") ");
  return true;
}

/// The options from 2 to `end`. False when they are damaged; only what is wrong is said without -v.
bool print_options(Line& line, View in, size_t end, OptionsOf header, uint16_t payload_length,
                   uint32_t& jumbo) {
  const bool verbose = line.options.verbose > 0;
  for (size_t at = 2; at < end;) {
    const uint8_t kind = in.u8(at);
    const size_t size = kind == pad_1 ? 1 : at + 1 < end ? in.u8(at + 1) + size_t{2} : end + 1;
    if (size > end - at) return false;
    switch (kind) {
      case pad_1:
        if (verbose) line.put("(pad1)");
        break;
      case pad_n:
        if (verbose) line.put("(padn)");
        break;
      case router_alert:
        if (size != 4) {
          line.put("(rtalert: invalid len ", size - 2, ')');
          return false;
        }
        if (verbose) line.put("(rtalert: 0x", Hex{in.u16(at + 2), 4}, ") ");
        break;
      case jumbo_payload:
        if (!print_jumbo(line, in, at, size, header, payload_length, jumbo)) return false;
        break;
      case home_address:
        if (!print_home_address(line, in, at, size, end)) return false;
        break;
      default:
        if (verbose) line.put("(opt_type 0x", Hex{kind, 2}, ": len=", size - 2, ')');
    }
    at += size;
  }
  if (verbose) line.put(' ');
  return true;
}

ExtensionResult print_option_header(Line& line, View in, OptionsOf header, uint16_t payload_length) {
  ExtensionResult result;
  const size_t size = (in.u8(1) + size_t{1}) * 8;
  in.need(0, size);
  line.put(header == OptionsOf::HopByHop ? "HBH " : "DSTOPT ");
  // tcpdump looks at destination options only with -v.
  const bool looks = header == OptionsOf::HopByHop || line.options.verbose > 0;
  if (looks && !print_options(line, in, size, header, payload_length, result.jumbo_length)) line.truncated();
  result.size = size;
  return result;
}

}  // namespace

ExtensionResult print_hop_by_hop(Line& line, View in, uint16_t payload_length) {
  line.protocol = "hbhopt";
  return print_option_header(line, in, OptionsOf::HopByHop, payload_length);
}

ExtensionResult print_destination_options(Line& line, View in, uint16_t payload_length) {
  line.protocol = "dstopt";
  return print_option_header(line, in, OptionsOf::Destination, payload_length);
}

ExtensionResult print_routing(Line& line, View in) {
  line.protocol = "rt6";
  const bool verbose = line.options.verbose > 0;
  line.put("RT6");
  in.need(0, 4);
  const uint8_t words = in.u8(1), kind = in.u8(2);
  line.put(" (len=", words, ", type=", kind);
  if (kind == 0) line.put(" [Deprecated]");
  line.put(", segleft=", in.u8(3));
  if (kind == 0 || kind == 2) {
    if (const uint32_t reserved = in.u32(4); reserved != 0 || verbose) line.put(", rsv=0x", Hex{reserved});
  } else if (kind == 4) {
    line.put(", last-entry=", in.u8(4));
    if (const uint8_t flags = in.u8(5); flags != 0 || verbose) line.put(", flags=0x", Hex{flags});
    line.put(", tag=", Hex{in.u16(6)});
  } else {
    line.put(" (unknown type)");
    line.invalid();
    return {};
  }
  if (words % 2 != 0) {
    line.put(" (invalid length ", words, ')');
    line.invalid();
    return {};
  }
  for (size_t i = 0; i < words / 2u; ++i) line.put(", [", i, ']', Ipv6Text{in.at_least(8 + 16 * i, 16)});
  line.put(") ");
  return {(words + size_t{1}) * 8};
}

ExtensionResult print_fragment(Line& line, View in, size_t bytes) {
  line.protocol = "frag6";
  in.need(0, 8);
  const uint16_t offset = in.u16(2) & 0xfff8;
  line.put("frag (");
  if (line.options.verbose > 0) line.put("0x", Hex{in.u32(4), 8}, ':');
  line.put(offset, '|', bytes - 8, ')');
  if (offset != 0) return {};
  line.put(' ');
  return {8};
}

namespace {

constexpr std::string_view mobility_names[] = {"BRR", "HoTI", "CoTI", "HoT", "CoT", "BU", "BA", "BE"};
constexpr size_t mobility_sizes[] = {8, 16, 16, 24, 24, 12, 12, 24};

bool print_mobility_options(Line& line, View in, size_t at, size_t end) {
  while (at < end) {
    const uint8_t kind = in.u8(at);
    const size_t size = kind == pad_1  ? 1
                        : at + 1 < end ? in.u8(at + 1) + size_t{2}
                                       : end + 1,
                 left = end - at;
    // tcpdump wants to see one byte more than the option has.
    if (size > left || !in.has(at, size + 1)) return false;
    const auto cut_short = [&](size_t needed, std::string_view name) {
      if (left >= needed) return false;
      line.put('(', name, ": trunc)");
      return true;
    };
    switch (kind) {
      case 0: line.put("(pad1)"); break;
      case 1:
        if (cut_short(2, "padn")) return false;
        line.put("(padn)");
        break;
      case 2:
        if (cut_short(4, "refresh")) return false;
        line.put("(refresh: ", in.u16(at + 2) * 4u, ')');
        break;
      case 3:
        if (cut_short(18, "altcoa")) return false;
        line.put("(alt-CoA: ", Ipv6Text{in.at_least(at + 2, 16)}, ')');
        break;
      case 4:
        if (cut_short(6, "ni")) return false;
        line.put("(ni: ho=0x", Hex{in.u16(at + 2), 4}, " co=0x", Hex{in.u16(at + 4), 4}, ')');
        break;
      case 5:
        if (cut_short(12, "auth")) return false;
        line.put("(auth)");
        break;
      default: line.put("(type-0x", Hex{kind, 2}, ": len=", size - 2, ')');
    }
    at += size;
  }
  return true;
}

void put_cookie(Line& line, View in, std::string_view name, size_t at) {
  line.put(' ', name, '=', Hex{in.u32(at), 8}, ':', Hex{in.u32(at + 4), 8});
}

}  // namespace

void print_mobility(Line& line, View in) {
  line.protocol = "mobility";
  const size_t size = (in.u8(1) + size_t{1}) * 8;
  const uint8_t kind = in.u8(2);
  if (kind < std::size(mobility_sizes) && size < mobility_sizes[kind]) {
    line.put("(header length ", size, " is too small for type ", kind, ')');
    line.truncated();
  }
  line.put("mobility: ");
  if (kind >= std::size(mobility_names)) {
    line.put("type-#", kind, " len=", in.u8(1));
    return;
  }
  line.put(mobility_names[kind]);
  const bool verbose = line.options.verbose > 0;
  switch (kind) {
    case 1:
      if (verbose) put_cookie(line, in, "Home Init Cookie", 8);
      break;
    case 2:
      if (verbose) put_cookie(line, in, "Care-of Init Cookie", 8);
      break;
    case 3:
      line.put(" nonce id=0x", Hex{in.u16(6)});
      if (!verbose) break;
      put_cookie(line, in, "Home Init Cookie", 8);
      put_cookie(line, in, "Home Keygen Token", 16);
      break;
    case 4:
      line.put(" nonce id=0x", Hex{in.u16(6)});
      if (!verbose) break;
      put_cookie(line, in, "Care-of Init Cookie", 8);
      put_cookie(line, in, "Care-of Keygen Token", 16);
      break;
    case 5: {
      line.put(" seq#=", in.u16(6));
      const uint8_t flags = in.u8(8);
      if ((flags & 0xf0) != 0) line.put(' ');
      if ((flags & 0x80) != 0) line.put('A');
      if ((flags & 0x40) != 0) line.put('H');
      if ((flags & 0x20) != 0) line.put('L');
      if ((flags & 0x10) != 0) line.put('K');
      line.put(" lifetime=", in.u16(10) * 4u);
      break;
    }
    case 6:
      line.put(" status=", in.u8(6));
      if ((in.u8(7) & 0x80) != 0) line.put(" K");
      line.put(" seq#=", in.u16(8), " lifetime=", in.u16(10) * 4u);
      break;
    case 7: line.put(" status=", in.u8(6), " homeaddr ", Ipv6Text{in.at_least(8, 16)}); break;
    default: break;
  }
  if (verbose && !print_mobility_options(line, in, mobility_sizes[kind], size)) line.truncated();
}

}  // namespace wiretale
