// Babel (RFC 8966), with HMAC authentication (RFC 7298, RFC 8967), timestamps and source-specific routes.
#include <optional>

#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::babel {
namespace {

constexpr Field magic{"babel.magic", "Magic", bytes(0, 1), Type::Uint8, Show::Hex};
constexpr Field version{"babel.version", "Version", bytes(1, 1)};
constexpr Field body_length{"babel.length", "Body Length", bytes(2, 2)};
constexpr const Field* fields[] = {&magic, &version, &body_length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 6696}, {On::UdpPort, 6697}};

constexpr size_t header_length = 4, identifier_length = 8;
constexpr uint8_t magic_value = 42;

enum Message : uint8_t {
  Pad1,
  PadN,
  AcknowledgmentRequest,
  Acknowledgment,
  Hello,
  Ihu,
  RouterId,
  NextHop,
  Update,
  RouteRequest,
  SeqnoRequest,
  Timestamp,
  Hmac,
  SourceSpecificUpdate,
  SourceSpecificRequest,
  SourceSpecificSeqnoRequest,
  Mac,
  PacketCounter,
  ChallengeRequest,
  ChallengeReply
};
constexpr Name short_names[] = {{Pad1, "pad1"},
                                {PadN, "padN"},
                                {AcknowledgmentRequest, "ack-req"},
                                {Acknowledgment, "ack"},
                                {Hello, "hello"},
                                {Ihu, "ihu"},
                                {RouterId, "router-id"},
                                {NextHop, "nh"},
                                {Update, "update"},
                                {RouteRequest, "route-request"},
                                {SeqnoRequest, "seqno-request"},
                                {Timestamp, "tspc"},
                                {Hmac, "hmac"},
                                {SourceSpecificUpdate, "ss-update"},
                                {SourceSpecificRequest, "ss-request"},
                                {SourceSpecificSeqnoRequest, "ss-seqno-request"},
                                {Mac, "mac"},
                                {PacketCounter, "pc"},
                                {ChallengeRequest, "challenge_request"},
                                {ChallengeReply, "challenge_reply"}};

enum Encoding : uint8_t { Wildcard, Four, Six, LinkLocal };

using AddressBytes = std::array<uint8_t, 16>;
constexpr AddressBytes mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr AddressBytes link_local_prefix{0xfe, 0x80};

bool is_mapped(const AddressBytes& address) {
  return std::equal(address.begin(), address.begin() + 12, mapped_prefix.begin());
}

/// A prefix as read: its bytes, its length with 96 added for IPv4, and how many bytes of the message it took.
struct Prefix {
  AddressBytes address{};
  unsigned length = 0;
  size_t taken = 0;
  Encoding encoding = Wildcard;
};

/// What was left out of the prefixes so far (RFC 8966 4.5): of IPv4 and IPv6 apart.
struct DefaultPrefixes {
  AddressBytes four{}, six{};
};

void put_address(Line& line, const AddressBytes& address) {
  if (is_mapped(address))
    line.put(Ipv4Text{&address[12]});
  else
    line.put(Ipv6Text{address.data()});
}

void put_prefix(Line& line, const Prefix& prefix) {
  if (prefix.length >= 96 && is_mapped(prefix.address)) {
    line.put(Ipv4Text{&prefix.address[12]}, '/', prefix.length - 96);
  } else {
    line.put(Ipv6Text{prefix.address.data()}, '/', prefix.length);
  }
}

void put_prefix_or_any(Line& line, const Prefix& prefix) {
  if (prefix.encoding == Wildcard)
    line.put("any");
  else
    put_prefix(line, prefix);
}

/// The prefix at `at`, of which `left` bytes of the message are left; none when it does not fit.
std::optional<Prefix> read_prefix(View in, size_t at, size_t left, uint8_t encoding, unsigned bits,
                                  unsigned omitted, const AddressBytes* base) {
  Prefix prefix;
  prefix.encoding = static_cast<Encoding>(encoding);
  const size_t whole = (bits + 7) / 8;
  const auto fill = [&](size_t first, size_t most) {
    if (omitted > most || whole > most || (whole > omitted && left < whole - omitted)) return false;
    if (omitted != 0) {
      if (base == nullptr) return false;
      std::copy_n(base->begin() + static_cast<long>(first), omitted,
                  prefix.address.begin() + static_cast<long>(first));
    }
    if (whole > omitted) {
      const Bytes carried = in.bytes(at, whole - omitted);
      std::copy(carried.begin(), carried.end(), prefix.address.begin() + static_cast<long>(first + omitted));
      prefix.taken = whole - omitted;
    }
    return true;
  };
  switch (encoding) {
    case Wildcard:
      if (bits > 128) return {};
      prefix.length = bits;
      return prefix;
    case Four:
      if (bits > 32) return {};
      prefix.address = mapped_prefix;
      prefix.length = bits + 96;
      if (!fill(12, 4)) return {};
      break;
    case Six:
      if (bits > 128) return {};
      prefix.length = bits;
      if (!fill(0, 16)) return {};
      break;
    case LinkLocal:
      // Only the interface identifier is carried; the length is that of the whole address.
      if (bits > 64 && left < 8) return {};
      prefix.length = bits;
      prefix.address = link_local_prefix;
      if (bits > 64) {
        const Bytes carried = in.bytes(at, 8);
        std::copy(carried.begin(), carried.end(), prefix.address.begin() + 8);
        prefix.taken = 8;
      }
      break;
    default: return {};
  }
  return prefix;
}

struct ReadAddress {
  AddressBytes address{};
  size_t taken = 0;
};
std::optional<ReadAddress> read_address(View in, size_t at, size_t left, uint8_t encoding) {
  ReadAddress found;
  const auto copy = [&](size_t first) {
    const size_t count = 16 - first;
    if (left < count) return false;
    const Bytes carried = in.bytes(at, count);
    std::copy(carried.begin(), carried.end(), found.address.begin() + static_cast<long>(first));
    found.taken = count;
    return true;
  };
  switch (encoding) {
    case Wildcard: return found;
    case Four: found.address = mapped_prefix; return copy(12) ? std::optional(found) : std::nullopt;
    case Six: return copy(0) ? std::optional(found) : std::nullopt;
    case LinkLocal: found.address = link_local_prefix; return copy(8) ? std::optional(found) : std::nullopt;
    default: return {};
  }
}

void put_identifier(Line& line, View in, size_t at) {
  const Bytes id = in.bytes(at, identifier_length);
  for (size_t i = 0; i < id.size(); ++i) line.put(i == 0 ? "" : ":", Hex{id[i], 2});
}

void put_interval(Line& line, uint16_t centiseconds) {
  if (centiseconds == 0)
    line.put("0.0s (bogus)");
  else
    line.put(centiseconds / 100, '.', Padded{centiseconds % 100u, 2, '0'}, 's');
}
void put_route_interval(Line& line, uint16_t centiseconds) {
  if (centiseconds == 0xffff)
    line.put("infinity");
  else
    put_interval(line, centiseconds);
}
void put_timestamp(Line& line, uint32_t microseconds) {
  line.put(microseconds / 1'000'000, '.', Padded{microseconds % 1'000'000, 6, '0'}, 's');
}

/// Sub-TLVs in [at, end): RFC 8966 4.3, the diversity extension and the one for delays (RFC 9616).
void print_parts(Line& line, View in, size_t at, size_t end, uint8_t message) {
  enum Part : uint8_t { Pad1, PadN, Diversity, Timestamp };
  while (at < end) {
    const uint8_t type = in.u8(at++);
    if (type == Pad1) {
      line.put(" sub-pad1");
      continue;
    }
    constexpr uint8_t mandatory = 0x80;  // RFC 8966 4.4
    if ((type & mandatory) != 0) line.put(" (M)");
    if (at == end) return line.invalid();
    const size_t length = in.u8(at++);
    if (length > end - at) return line.invalid();
    switch (type) {
      case PadN: line.put(" sub-padn"); break;
      case Diversity: {
        line.put(" sub-diversity");
        if (length == 0) {
          line.put(" empty");
          break;
        }
        for (size_t i = 0; i < length; ++i) {
          const uint8_t channel = in.u8(at + i);
          line.put(i == 0 ? " " : "-");
          if (channel == 0)
            line.put("reserved");
          else
            line.put(channel);
        }
        if (message != Update && message != SourceSpecificUpdate) line.put(" (bogus)");
        break;
      }
      case Timestamp:
        line.put(" sub-timestamp");
        if (message == Hello) {
          if (length < 4) return line.invalid();
          line.put(' ');
          put_timestamp(line, in.u32(at));
        } else if (message == Ihu) {
          if (length < 8) return line.invalid();
          line.put(' ');
          put_timestamp(line, in.u32(at));
          line.put('|');
          put_timestamp(line, in.u32(at + 4));
        } else {
          line.put(" (bogus)");
        }
        break;
      default: line.put(" sub-unknown-0x", Hex{type, 2}); break;
    }
    at += length;
  }
}

/// Prints one message with -v; `in` begins at its type and is framed to it. False when it is invalid.
class MessagePrinter {
 public:
  MessagePrinter(Line& line, DefaultPrefixes& prefixes) : line_(line), prefixes_(prefixes) {}

  bool print(uint8_t type, size_t length, View in);

 private:
  bool print_update(size_t length, View in);
  bool print_route_request(size_t length, View in);
  bool print_seqno_request(size_t length, View in);
  bool print_source_specific(uint8_t type, size_t length, View in);
  bool print_neighbour(size_t length, View in);
  bool print_digest(size_t length, View in);

  Line& line_;
  DefaultPrefixes& prefixes_;
};

constexpr uint8_t sets_prefix = 0x80, sets_identifier = 0x40, unknown_flags = 0x3f;

void put_update_flags(Line& line, uint8_t flags) {
  line.put((flags & sets_prefix) != 0 ? "/prefix" : "", (flags & sets_identifier) != 0 ? "/id" : "",
           (flags & unknown_flags) != 0 ? "/unknown" : "");
}

bool MessagePrinter::print_update(size_t length, View in) {
  line_.put("Update");
  if (length < 10) return false;
  const uint8_t encoding = in.u8(2), flags = in.u8(3), bits = in.u8(4), omitted = in.u8(5);
  const AddressBytes& base = encoding == Four ? prefixes_.four : prefixes_.six;
  const auto prefix = read_prefix(in, 12, length - 10, encoding, bits, omitted, &base);
  if (!prefix) return false;
  put_update_flags(line_, flags);
  line_.put(' ');
  put_prefix_or_any(line_, *prefix);
  line_.put(" metric ", in.u16(10), " seqno ", in.u16(8), " interval ");
  put_route_interval(line_, in.u16(6));
  if ((flags & sets_prefix) != 0) (encoding == Four ? prefixes_.four : prefixes_.six) = prefix->address;
  print_parts(line_, in, 12 + prefix->taken, 2 + length, Update);
  return true;
}

bool MessagePrinter::print_route_request(size_t length, View in) {
  line_.put("Route Request ");
  if (length < 2) return false;
  const auto prefix = read_prefix(in, 4, length - 2, in.u8(2), in.u8(3), 0, nullptr);
  if (!prefix) return false;
  line_.put("for ");
  put_prefix_or_any(line_, *prefix);
  return true;
}

void put_specific_prefix(Line& line, uint8_t encoding, const Prefix& prefix) {
  if (encoding == Wildcard)
    line.put("invalid AE 0");
  else
    put_prefix(line, prefix);
}

bool MessagePrinter::print_seqno_request(size_t length, View in) {
  line_.put("Seqno Request ");
  if (length < 14) return false;
  const uint8_t encoding = in.u8(2);
  const auto prefix = read_prefix(in, 16, length - 14, encoding, in.u8(3), 0, nullptr);
  if (!prefix) return false;
  line_.put('(', in.u8(6), " hops) for ");
  put_specific_prefix(line_, encoding, *prefix);
  line_.put(" seqno ", in.u16(4), " id ");
  put_identifier(line_, in, 8);
  return true;
}

/// draft-boutier-babel-source-specific-01, 5.
bool MessagePrinter::print_source_specific(uint8_t type, size_t length, View in) {
  line_.put(type == SourceSpecificUpdate    ? "SS-Update"
            : type == SourceSpecificRequest ? "SS-Request "
                                            : "SS-Seqno Request ");
  const size_t fixed = type == SourceSpecificUpdate ? 10 : type == SourceSpecificRequest ? 3 : 14;
  if (length < fixed) return false;
  const uint8_t encoding = in.u8(2);
  const unsigned first = in.u8(3);
  unsigned bits = first, source_bits = in.u8(4), omitted = 0;
  const AddressBytes* base = nullptr;
  if (type == SourceSpecificUpdate) {
    source_bits = first;
    bits = in.u8(4);
    omitted = in.u8(5);
    base = encoding == Four ? &prefixes_.four : &prefixes_.six;
  } else if (type == SourceSpecificSeqnoRequest) {
    source_bits = in.u8(7);
  }
  size_t at = 2 + fixed;
  const auto prefix = read_prefix(in, at, 2 + length - at, encoding, bits, omitted, base);
  if (!prefix) return false;
  at += prefix->taken;
  if (encoding == Wildcard && type == SourceSpecificRequest) {
    line_.put("for any");
    return true;
  }
  const auto source = read_prefix(in, at, 2 + length - at, encoding, source_bits, 0, nullptr);
  if (!source) return false;
  at += source->taken;
  if (type == SourceSpecificUpdate) {
    line_.put(' ');
    put_prefix(line_, *prefix);
    line_.put(" from ");
    put_prefix(line_, *source);
    line_.put(" metric ", in.u16(10), " seqno ", in.u16(8), " interval ");
    put_route_interval(line_, in.u16(6));
    print_parts(line_, in, at, 2 + length, type);
  } else {
    if (type == SourceSpecificSeqnoRequest) line_.put('(', in.u8(6), " hops) ");
    line_.put("for (");
    put_prefix(line_, *prefix);
    line_.put(", ");
    put_prefix(line_, *source);
    line_.put(')');
    if (type == SourceSpecificSeqnoRequest) {
      line_.put(" seqno ", in.u16(4), " id ");
      put_identifier(line_, in, 8);
    }
  }
  return true;
}

bool MessagePrinter::print_neighbour(size_t length, View in) {
  line_.put("IHU ");
  if (length < 6) return false;
  const uint8_t encoding = in.u8(2);
  const auto address = read_address(in, 8, length - 6, encoding);
  if (!address) {
    line_.put(" [|babel]");
    return true;
  }
  if (encoding == Wildcard)
    line_.put("any");
  else
    put_address(line_, address->address);
  line_.put(" rxcost ", in.u16(4), " interval ");
  put_interval(line_, in.u16(6));
  print_parts(line_, in, 8 + address->taken, 2 + length, Ihu);
  return true;
}

bool MessagePrinter::print_digest(size_t length, View in) {
  constexpr size_t least = 18;  // a key id and a digest of 16 bytes
  line_.put("HMAC ");
  if (length < least) return false;
  line_.put("key-id ", in.u16(2), " digest-", length - 2, ' ');
  for (size_t i = 0; i < length - 2; ++i) line_.put(HexUpper{in.u8(4 + i), 2});
  return true;
}

bool MessagePrinter::print(uint8_t type, size_t length, View in) {
  line_.new_line();
  switch (type) {
    case PadN: line_.put("Pad ", length + 2); return true;
    case AcknowledgmentRequest:
      line_.put("Acknowledgment Request ");
      if (length < 6) return false;
      line_.put(Hex{in.u16(4), 4}, ' ');
      put_interval(line_, in.u16(6));
      return true;
    case Acknowledgment:
      line_.put("Acknowledgment ");
      if (length < 2) return false;
      line_.put(Hex{in.u16(2), 4});
      return true;
    case Hello: {
      line_.put("Hello ");
      if (length < 6) return false;
      constexpr uint16_t unicast = 0x8000;
      if ((in.u16(2) & unicast) != 0) line_.put("(Unicast) ");
      line_.put("seqno ", in.u16(4), ' ');
      if (in.u16(6) != 0) {
        line_.put("interval ");
        put_interval(line_, in.u16(6));
      } else {
        line_.put("unscheduled");
      }
      print_parts(line_, in, 8, 2 + length, type);
      return true;
    }
    case Ihu: return print_neighbour(length, in);
    case RouterId:
      line_.put("Router Id");
      if (length < 10) return false;
      line_.put(' ');
      put_identifier(line_, in, 4);
      return true;
    case NextHop: {
      line_.put("Next Hop");
      if (length < 2) return false;
      const uint8_t encoding = in.u8(2);
      const auto address = read_address(in, 4, length - 2, encoding);
      if (!address) return false;
      line_.put(' ');
      if (encoding == Wildcard)
        line_.put("invalid AE 0");
      else
        put_address(line_, address->address);
      return true;
    }
    case Update: return print_update(length, in);
    case RouteRequest: return print_route_request(length, in);
    case SeqnoRequest: return print_seqno_request(length, in);
    case Timestamp:
      line_.put("TS/PC ");
      if (length < 6) return false;
      line_.put("timestamp ", in.u32(4), " packetcounter ", in.u16(2));
      return true;
    case Hmac: return print_digest(length, in);
    case SourceSpecificUpdate:
    case SourceSpecificRequest:
    case SourceSpecificSeqnoRequest: return print_source_specific(type, length, in);
    case Mac: line_.put("MAC len ", length); return true;
    case PacketCounter:
      line_.put("PC");
      if (length < 4) return false;
      line_.put(" value ", in.u32(2), " index len ", length - 4);
      return true;
    case ChallengeRequest: line_.put("Challenge Request len ", length); return true;
    case ChallengeReply: line_.put("Challenge Reply len ", length); return true;
    default: line_.put("Unknown message type ", type); return true;
  }
}

/// The messages in [at, end), where `end` may lie behind the datagram's; false when one is invalid.
bool print_messages(Line& line, View in, size_t at, size_t end, DefaultPrefixes& prefixes) {
  const auto fits = [&](size_t count) { return count <= end - at && at + count <= in.length(); };
  MessagePrinter verbose(line, prefixes);
  while (at < end) {
    if (!fits(1)) return false;
    const uint8_t type = in.u8(at);
    if (type == Pad1) {
      if (line.options.verbose == 0) {
        line.put(" pad1");
      } else {
        line.new_line();
        line.put("Pad 1");
      }
      ++at;
      continue;
    }
    if (!fits(2)) return false;
    const size_t length = in.u8(at + 1);
    in.need(at, 2);
    if (!fits(2 + length)) return false;
    const View message = in.from(at);
    if (line.options.verbose != 0) {
      in.need(at, 2 + length);
      if (!verbose.print(type, length, message)) return false;
    } else {
      in.need(at, 2 + length);
      line.put(' ', name_or(short_names, type, "unknown"));
      if (type == Update && length >= 1) put_update_flags(line, message.u8(3));
    }
    at += 2 + length;
  }
  return true;
}

void print_version_2(Line& line, View in) {
  DefaultPrefixes prefixes;
  prefixes.four = mapped_prefix;
  const size_t end = header_length + in.u16(2);
  line.put(" (", in.u16(2), ')');
  if (end > in.length()) return line.invalid();
  if (!print_messages(line, in, header_length, end, prefixes)) return line.invalid();
  if (end >= in.length()) return;
  // The trailer, where authentication lives (RFC 8967).
  if (line.options.verbose == 0) {
    line.put(" |");
  } else {
    line.new_line();
    line.put("----");
  }
  if (!print_messages(line, in, end, in.length(), prefixes)) line.invalid();
}

void print(Line& line, View in) {
  line.protocol = "babel";
  line.put("babel");
  in.need(0, header_length);
  if (in.u8(0) != magic_value) {
    line.put(" invalid header");
    return;
  }
  if (in.length() < header_length) line.truncated();
  line.put(' ', in.u8(1));
  if (in.u8(1) == 2)
    print_version_2(line, in);
  else
    line.put(" unknown version");
}

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

extern constinit const Protocol protocol{.name = "babel",
                                         .title = "Babel Routing Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::babel
