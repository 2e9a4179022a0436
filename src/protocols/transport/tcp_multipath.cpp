// Multipath TCP (RFC 6824, RFC 8684): the option and its subtypes.
#include "protocols/transport/tcp_options.h"

namespace wiretale {
namespace {

constexpr uint8_t synchronize = 2, acknowledge = 16;

bool print_capable(Line& line, View option, size_t size, uint8_t flags) {
  const bool with_syn = (flags & synchronize) != 0 && (size == 4 || size == 12);
  const bool without = (flags & (synchronize | acknowledge)) == acknowledge && (size == 20 || size == 22);
  if (!with_syn && !without) return false;
  const uint8_t version = option.u8(2) & 15;
  if (version > 1) {
    line.put(" Unknown Version (", version, ')');
    return true;
  }
  line.put(" v", version);
  if ((option.u8(3) & 0x80) != 0) line.put(" csum");
  if (size < 12) return true;
  line.put(" {0x", Hex{option.u64(4)});
  if (size >= 20) line.put(",0x", Hex{option.u64(12)});
  line.put('}');
  return true;
}

bool print_join(Line& line, View option, size_t size, uint8_t flags) {
  const bool first = size == 12 && (flags & synchronize) != 0;
  const bool second = size == 16 && (flags & synchronize) != 0 && (flags & acknowledge) != 0;
  const bool third = size == 24 && (flags & acknowledge) != 0;
  if (!first && !second && !third) return false;
  if (third) {
    line.put(" hmac 0x");
    for (const uint8_t byte : option.bytes(4, 20)) line.put(Hex{byte, 2});
    return true;
  }
  if ((option.u8(2) & 1) != 0) line.put(" backup");
  line.put(" id ", option.u8(3));
  if (first)
    line.put(" token 0x", Hex{option.u32(4)}, " nonce 0x", Hex{option.u32(8)});
  else
    line.put(" hmac 0x", Hex{option.u64(4)}, " nonce 0x", Hex{option.u32(12)});
  return true;
}

// Data sequence signal, RFC 8684 3.3: what it holds is said by the flags, except the checksum at its end.
bool print_data_sequence(Line& line, View option, size_t size, uint8_t flags) {
  enum : uint8_t { ack_present = 1, long_ack = 2, mapping_present = 4, long_sequence = 8, data_finish = 16 };
  if ((flags & synchronize) != 0 || size < 4) return false;
  const uint8_t what = option.u8(3);
  if ((what & data_finish) != 0) line.put(" fin");
  size_t at = 4;
  if ((what & ack_present) != 0) {
    line.put(" ack ");
    const size_t width = (what & long_ack) != 0 ? 8 : 4;
    if (size < at + width) return false;
    line.put(width == 8 ? option.u64(at) : option.u32(at));
    at += width;
  }
  if ((what & mapping_present) != 0) {
    line.put(" seq ");
    const size_t width = (what & long_sequence) != 0 ? 8 : 4;
    if (size < at + width) return false;
    line.put(width == 8 ? option.u64(at) : option.u32(at));
    at += width;
    if (size < at + 4) return false;
    line.put(" subseq ", option.u32(at));
    at += 4;
    if (size < at + 2) return false;
    line.put(" len ", option.u16(at));
    at += 2;
    if (size >= at + 2) {
      line.put(" csum 0x", Hex{option.u16(at)});
      at += 2;
    }
  }
  return at == size;
}

bool print_add_address(Line& line, View option, size_t size) {
  const uint8_t version = option.u8(2) & 15;
  const bool old_form = version == 4 || version == 6;
  const bool short_form = size == 8 || size == 10 || size == 16 || size == 18;
  const bool long_form = size == 20 || size == 22 || size == 28 || size == 30;
  if (!short_form && !long_form) return false;
  if (old_form)
    line.put(version == 4 ? " v0-ip4" : " v0-ip6");
  else if (version <= 1)
    line.put(version == 0 ? " v1" : " v1-echo");
  else
    line.put(" [bad version/echo]");
  line.put(" id ", option.u8(3), ' ');
  size_t at = 4;
  if (short_form) {
    line.put(Ipv4Text{option.at_least(at, 4)});
    at += 4;
  } else {
    line.put(Ipv6Text{option.at_least(at, 16)});
    at += 16;
  }
  if ((size - at) % 8 == 2) {
    line.put(':', option.u16(at));
    at += 2;
  }
  if (size - at == 8) line.put(" hmac 0x", Hex{option.u64(at)});
  return true;
}

bool print_remove_address(Line& line, View option, size_t size) {
  if (size < 4) return false;
  line.put(" id");
  for (const uint8_t id : option.bytes(3, size - 3)) line.put(' ', id);
  return true;
}

bool print_priority(Line& line, View option, size_t size) {
  if (size != 3 && size != 4) return false;
  line.put((option.u8(2) & 1) != 0 ? " backup" : " non-backup");
  if (size == 4) line.put(" id ", option.u8(3));
  return true;
}

}  // namespace

bool print_multipath_option(Line& line, View option, const SegmentContext& segment) {
  constexpr std::string_view subtypes[] = {"capable",  "join", "dss",  "add-addr",
                                           "rem-addr", "prio", "fail", "fast-close"};
  const size_t size = option.u8(1);
  line.protocol = "mptcp";
  if (size < 3) return false;
  const uint8_t subtype = option.u8(2) >> 4;
  line.put(' ', size, ' ', subtype < std::size(subtypes) ? subtypes[subtype] : "unknown");
  switch (subtype) {
    case 0: return print_capable(line, option, size, segment.flags);
    case 1: return print_join(line, option, size, segment.flags);
    case 2: return print_data_sequence(line, option, size, segment.flags);
    case 3: return print_add_address(line, option, size);
    case 4: return print_remove_address(line, option, size);
    case 5: return print_priority(line, option, size);
    case 6:
      if (size != 12) return false;
      line.put(" seq ", option.u64(4));
      return true;
    case 7:
      if (size != 12) return false;
      line.put(" key 0x", Hex{option.u64(4)});
      return true;
    default: return true;
  }
}

}  // namespace wiretale
