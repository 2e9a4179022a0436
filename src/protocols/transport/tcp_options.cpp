// TCP options (RFC 9293, 7323, 2018, 5925, 7413, 6994).
#include "protocols/transport/tcp_options.h"

#include <algorithm>

#include "protocols/transport/tcp_signature.h"

namespace wiretale {

using namespace tcp_option;

namespace {

constexpr Name kinds_[] = {
    {end_of_list, "eol"},
    {no_operation, "nop"},
    {segment_size, "mss"},
    {window_scale, "wscale"},
    {sack_permitted, "sackOK"},
    {sack, "sack"},
    {echo, "echo"},
    {echo_reply, "echoreply"},
    {timestamps, "TS"},
    {connection_count, "cc"},
    {connection_count_new, "ccnew"},
    {md5_signature, "md5"},
    {scps, "scps"},
    {user_timeout, "uto"},
    {authentication, "tcp-ao"},
    {multipath, "mptcp"},
    {fast_open, "tfo"},
    {experiment_2, "exp"},
};
constexpr Names kinds = kinds_;

constexpr uint16_t fast_open_experiment = 0xf989;
constexpr size_t md5_size = 16;

/// Whether an option was printed whole, contradicts itself, or was cut off by the capture.
enum class Outcome : uint8_t { Whole, Bad, Cut };

/// `size` bytes in hexadecimal, as far as they were captured.
Outcome put_hex(Line& line, View option, size_t at, size_t size) {
  const Bytes there = option.available(at, size);
  for (const uint8_t byte : there) line.append(Hex{byte, 2});
  return there.size() == size ? Outcome::Whole : Outcome::Cut;
}

void print_fast_open(Line& line, View option, size_t at, size_t size) {
  if (size == 0)
    line.put(" cookiereq");
  else if (size % 2 != 0 || size < 4 || size > 16)
    line.invalid();
  else {
    line.put(" cookie ");
    (void)put_hex(line, option, at, size);
  }
}

Outcome print_authentication(Line& line, View option, size_t size) {
  // RFC 5925 2.2: at least 4 bytes with kind and length.
  if (size < 2) {
    line.invalid();
    return Outcome::Whole;
  }
  if (!option.has(2, 1)) return Outcome::Cut;
  line.put(" keyid ", option.u8(2));
  if (!option.has(3, 1)) return Outcome::Cut;
  line.put(" rnextkeyid ", option.u8(3));
  if (size == 2) return Outcome::Whole;
  line.put(" mac 0x");
  return put_hex(line, option, 4, size - 2);
}

Outcome print_selective(Line& line, View option, size_t size, uint32_t base) {
  if (size % 8 != 0) {
    line.put(" invalid sack");
    return Outcome::Whole;
  }
  line.put(' ', size / 8, ' ');
  for (size_t at = 2; at < size + 2; at += 8) {
    if (!option.has(at, 8)) return Outcome::Cut;
    line.put('{', option.u32(at) - base, ':', option.u32(at + 4) - base, '}');
  }
  return Outcome::Whole;
}

/// How many bytes of data an option has: 0 for those without, its own claim for those that vary.
size_t data_size(uint8_t kind, size_t claimed) {
  switch (kind) {
    case segment_size:
    case scps:
    case user_timeout: return 2;
    case window_scale: return 1;
    case echo:
    case echo_reply:
    case connection_count:
    case connection_count_new:
    case connection_count_echo: return 4;
    case timestamps: return 8;
    case md5_signature: return md5_size;
    case end_of_list:
    case no_operation:
    case sack_permitted: return 0;
    default: return claimed;
  }
}

/// Says whether a signature is what the secret of -M makes it.
Outcome print_signature(Line& line, View option, View segment) {
  const std::optional<TcpDigest> digest = tcp_digest(line.network, segment, line.options.tcp_md5_secret);
  line.put(' ');
  if (!digest) {
    line.put("can't check - ");
    return put_hex(line, option, 2, md5_size);
  }
  const Bytes claimed = option.bytes(2, md5_size);
  if (std::ranges::equal(claimed, *digest))
    line.put("valid");
  else
    line.invalid();
  return Outcome::Whole;
}

/// The data of one option. Those of a fixed size are there.
Outcome print_option_data(Line& line, uint8_t kind, View option, size_t size, const SegmentContext& segment) {
  switch (kind) {
    case segment_size: line.put(' ', option.u16(2)); return Outcome::Whole;
    case window_scale: line.put(' ', option.u8(2)); return Outcome::Whole;
    case sack: return print_selective(line, option, size, segment.sack_base);
    case echo:
    case echo_reply:
    case connection_count:
    case connection_count_new:
    case connection_count_echo: line.put(' ', option.u32(2)); return Outcome::Whole;
    case timestamps: line.put(" val ", option.u32(2), " ecr ", option.u32(6)); return Outcome::Whole;
    case md5_signature:
      if (segment.capture == SegmentContext::Capture::Whole && !line.options.tcp_md5_secret.empty())
        return print_signature(line, option, segment.bytes);
      line.put(segment.capture == SegmentContext::Capture::Whole ? " shared secret not supplied with -M"
                                                                 : " snaplen too short",
               ", can't check - ");
      return put_hex(line, option, 2, md5_size);
    case scps: line.put(" cap ", Hex{option.u8(2), 2}, " id ", option.u8(3)); return Outcome::Whole;
    case user_timeout: {
      const uint16_t value = option.u16(2);
      line.put(" 0x", Hex{value}, ' ', (value & 1) != 0 ? (value >> 1) * 60u : value >> 1);
      return Outcome::Whole;
    }
    case authentication: return print_authentication(line, option, size);
    case multipath: return print_multipath_option(line, option, segment) ? Outcome::Whole : Outcome::Bad;
    case fast_open:
      line.put(' ');
      print_fast_open(line, option, 2, size);
      return Outcome::Whole;
    case experiment_2: {
      if (size < 2) return Outcome::Bad;
      const uint16_t experiment_id = option.u16(2);
      line.put('-');
      if (experiment_id == fast_open_experiment) {
        line.put("tfo");
        print_fast_open(line, option, 4, size - 2);
      } else {
        line.put(Hex{experiment_id, 4});
      }
      return Outcome::Whole;
    }
    case end_of_list:
    case no_operation:
    case sack_permitted: return Outcome::Whole;
    default:
      if (size > 0) line.put(" 0x");
      return put_hex(line, option, 2, size);
  }
}

/// Whether what was captured of an option's data is shown although there should be more.
bool shown_in_part(uint8_t kind) {
  return kind == sack || kind == authentication ||
         (find_name(kinds, kind).empty() && kind != connection_count_echo);
}

bool cut_option(Line& line, bool first) {
  line.put(" [|", line.protocol, ']');
  if (!first) line.put('>');
  return false;
}

bool bad_option(Line& line, bool first) {
  line.put("[bad opt]");
  if (!first) line.put(']');
  return false;
}

}  // namespace

bool print_tcp_options(Line& line, View options, const SegmentContext& segment) {
  line.append(", options [");
  size_t left = options.length();
  bool first = true;
  while (left > 0) {
    if (!first) line.append(',');
    const uint8_t kind = options.u8(0);
    if (kind == no_operation) {
      line.append("nop");
      first = false;
      options = options.from(1);
      --left;
      continue;
    }
    if (kind == end_of_list) {
      line.append("eol");
      break;
    }
    // The length byte may lie behind the options: the first byte of the payload then.
    const size_t size = options.u8(1);
    if (size < 2 || size > left) return bad_option(line, first);
    if (kind == timestamps && size == 10 && options.has(0, 10)) [[likely]] {
      line.put("TS val ", options.u32(2), " ecr ", options.u32(6));
    } else {
      if (kind != connection_count_echo) line.append(Named{kinds, kind, "unknown-"});
      const size_t data = data_size(kind, size - 2);
      if (data > left - 2) return bad_option(line, first);
      if (!options.has(2, data) && !shown_in_part(kind)) return cut_option(line, first);
      const Outcome outcome = print_option_data(line, kind, options, data, segment);
      if (outcome == Outcome::Bad) return bad_option(line, first);
      if (outcome == Outcome::Cut) return cut_option(line, first);
      if (data + 2 != size) line.put("[len ", size, ']');
      first = false;
      options = options.from(data + 2);
      left -= data + 2;
      continue;
    }
    first = false;
    options = options.from(size);
    left -= size;
  }
  line.append(']');
  return true;
}

}  // namespace wiretale
