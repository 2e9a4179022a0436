// IPv4 options (RFC 791, RFC 2113, RFC 1108).
#include "protocols/network/ipv4_options.h"

namespace wiretale {

using namespace ipv4_option;

namespace {

bool print_route(Line& line, View option, size_t size) {
  if (size < 3) {
    line.put(" [bad length ", size, ']');
    return true;
  }
  if ((size + 1) % 4 != 0) line.put(" [bad length ", size, ']');
  const uint8_t next = option.u8(2);
  if (next < 4 || next % 4 != 0) line.put(" [bad ptr ", next, ']');
  for (size_t at = 3; at < size; at += 4) {
    if (!option.has(at, 4)) return false;
    line.put(' ', Ipv4Text{option.at_least(at, 4)});
    if (next > at + 1) line.put(',');
  }
  return true;
}

bool print_timestamps(Line& line, View option, size_t size) {
  if (size < 4) {
    line.put("[bad length ", size, ']');
    return true;
  }
  line.put(" TS{");
  const uint8_t next = option.u8(2), flags = option.u8(3), kind = flags & 15;
  const size_t entry = kind != 0 ? 8 : 4;
  if ((size - 4) % entry != 0) line.put("[bad length ", size, ']');
  if (next < 5 || (next - 5u) % entry != 0 || next > size + 1) line.put("[bad ptr ", next, ']');
  size_t at = 0;
  if (kind == 0 || kind == 1 || kind == 3) {
    line.put(kind == 0 ? "TSONLY" : kind == 1 ? "TS+ADDR" : "PRESPEC");
    for (at = 4; at < size; at += entry) {
      if (!option.has(at, entry)) return false;
      line.put(next == at + 1 ? " ^ " : " ", option.u32(at + entry - 4), '@');
      if (entry == 8) line.put(Ipv4Text{option.at_least(at, 4)});
    }
  } else {
    line.put("[bad ts type ", kind, ']');
  }
  if (next == at + 1) line.put(" ^ ");
  if (flags >> 4 != 0)
    line.put(" [", flags >> 4, " hops not recorded]} ");
  else
    line.put('}');
  return true;
}

bool print_option(Line& line, uint8_t kind, View option, size_t size) {
  switch (kind) {
    case timestamp: return print_timestamps(line, option, size);
    case record_route:
    case strict_source_route:
    case loose_source_route: return print_route(line, option, size);
    case router_alert:
      if (size < 4)
        line.put(" [bad length ", size, ']');
      else if (option.u16(2) != 0)
        line.put(" value ", option.u16(2));
      return true;
    default: return true;
  }
}

}  // namespace

bool print_ipv4_options(Line& line, View options) {
  size_t left = options.length();
  for (bool first = true; left > 0; first = false) {
    if (!first) line.put(',');
    const uint8_t kind = options.u8(0);
    line.put(Named{kinds, kind, "unknown "});
    if (kind == end_of_list) return true;
    if (kind == no_operation) {
      options = options.from(1);
      --left;
      continue;
    }
    // The length byte may lie behind the options: the first byte of the payload then.
    const uint8_t size = options.u8(1);
    if (size < 2 || size > left) {
      line.put(" [bad length ", size, ']');
      return true;
    }
    if (!options.has(0, size)) return false;
    if (!print_option(line, kind, options, size)) return false;
    options = options.from(size);
    left -= size;
  }
  return true;
}

const uint8_t* ipv4_final_destination(const NetworkHeader& network) {
  if (!network.header.has(0, 20)) return network.destination;
  const Bytes header = network.header.available(0, (network.header.u8(0) & 15) * size_t{4});
  for (size_t at = 20; at + 1 < header.size() && header[at] != end_of_list;) {
    if (header[at] == no_operation) {
      ++at;
      continue;
    }
    const size_t size = header[at + 1];
    if (size < 2 || size > header.size() - at) break;
    if ((header[at] == strict_source_route || header[at] == loose_source_route) && size >= 7)
      return &header[at + size - 4];
    at += size;
  }
  return network.destination;
}

}  // namespace wiretale
