// What opaque LSAs of OSPFv2 carry, in type-length-value form.
#include "packet/hex_dump.h"
#include "protocols/network/gmpls_names.h"
#include "protocols/network/ospf/ospf.h"
#include "protocols/network/ospf/ospf_names.h"

namespace wiretale::ospf {
namespace {

size_t padded(size_t length) { return (length + 3) & ~size_t{3}; }

/// Thrown at a subTLV with a wrong length, which ends the LSA.
struct Invalid {};

/// False, with the words, when a subTLV has a wrong length.
bool has_length(Line& line, size_t length, size_t right) {
  if (length == right) return true;
  line.put(" != ", right);
  line.invalid();
  throw Invalid{};
}
bool has_at_least(Line& line, size_t length, size_t least) {
  if (length >= least) return true;
  line.put(" < ", least);
  line.invalid();
  throw Invalid{};
}

void print_link_parameter(Line& line, View value, uint16_t type, size_t length) {
  switch (type) {
    case 1:
      if (has_length(line, length, 1))
        line.put(", ", or_else(find_name(te_link_names, value.u8(0)), "unknown"), " (", value.u8(0), ')');
      break;
    case 2:
    case 11:
      if (!has_at_least(line, length, 4)) break;
      line.put(", ", Ipv4Text{value.at_least(0, 4)}, " (0x", Hex{value.u32(0), 8}, ')');
      if (length == 8) line.put(", ", Ipv4Text{value.at_least(4, 4)}, " (0x", Hex{value.u32(4), 8}, ')');
      break;
    case 3:
    case 4:
      if (has_length(line, length, 4)) line.put(", ", Ipv4Text{value.at_least(0, 4)});
      break;
    case 5:
      if (has_length(line, length, 4)) line.put(", Metric ", value.u32(0));
      break;
    case 6:
    case 7:
      if (!has_length(line, length, 4)) break;
      line.put(", ");
      put_bandwidth(line, value, 0);
      break;
    case 8:
      if (!has_length(line, length, 32)) break;
      for (size_t i = 0; i < 8; ++i) {
        line.put("\n\t\tTE-Class ", i, ": ");
        put_bandwidth(line, value, i * 4);
      }
      break;
    case 9:
      if (has_length(line, length, 4)) line.put(", 0x", Hex{value.u32(0), 8});
      break;
    case 14:
      if (has_length(line, length, 4)) line.put(", ", NamedBits{gmpls_protections, value.u8(0)});
      break;
    case 15:
      if (!has_at_least(line, length, 36)) break;
      line.put("\n\t\tInterface Switching Capability: ",
               or_else(find_name(gmpls_switchings, value.u8(0)), "Unknown"),
               "\n\t\tLSP Encoding: ", or_else(find_name(gmpls_encodings, value.u8(1)), "Unknown"),
               "\n\t\tMax LSP Bandwidth:");
      for (size_t i = 0; i < 8; ++i) {
        line.put("\n\t\t  priority level ", i, ": ");
        put_bandwidth(line, value, 4 + i * 4);
      }
      break;
    case 16:
      if (!has_at_least(line, length, 4)) break;
      line.put("\n\t\t  Shared risk group");
      for (size_t at = 0; at + 4 <= length; at += 4) line.put(at == 0 ? ": " : ", ", value.u32(at));
      break;
    case 17:
      if (!has_at_least(line, length, 4)) break;
      line.put("\n\t\tBandwidth Constraints Model ID: ",
               or_else(find_name(bandwidth_models, value.u8(0)), "unknown"), " (", value.u8(0), ')');
      for (size_t i = 0; i < length / 4 - 1 && i < 8; ++i) {
        line.put("\n\t\t  Bandwidth constraint CT", i, ": ");
        put_bandwidth(line, value, 4 + i * 4);
      }
      break;
    default:
      if (line.options.verbose <= 1) append_hex(line, value.available(0, length), "\n\t\t");
      break;
  }
}

void print_link(Line& line, View in, size_t length) {
  for (size_t at = 0; at < length;) {
    if (length - at < 4) {
      line.put("\n\t    Remaining TLV length < 4");
      line.truncated();
    }
    const uint16_t type = in.u16(at), size = in.u16(at + 2);
    at += 4;
    line.put("\n\t      ", or_else(find_name(te_names, type), "unknown"), " subTLV (", type,
             "), length: ", size);
    if (size > length - at) {
      line.put(" > ", length - at);
      line.invalid();
      throw Invalid{};
    }
    in.need(at, size);
    print_link_parameter(line, in.from(at), type, size);
    at += padded(size);
  }
}

}  // namespace

bool print_traffic_engineering(Line& line, View in, size_t length) {
  for (size_t at = 0; at < length;) {
    if (length - at < 4) {
      line.put("\n\t    Remaining LS length ", length - at, " < 4");
      line.truncated();
    }
    const uint16_t type = in.u16(at), size = in.u16(at + 2);
    at += 4;
    line.put("\n\t    ",
             type == 1   ? "Router Address"
             : type == 2 ? "Link"
                         : "unknown",
             " TLV (", type, "), length: ", size);
    if (size > length - at) {
      line.put("\n\t    Bogus length ", size, " > remaining LS length ", length - at);
      line.truncated();
    }
    const View value = in.from(at);
    if (type == 1) {
      if (size < 4) {
        line.put("\n\t      TLV length ", size, " < 4");
        line.truncated();
      }
      line.put(", ", Ipv4Text{value.at_least(0, 4)});
    } else if (type == 2) {
      try {
        print_link(line, value, size);
      } catch (const Invalid&) {
        return false;
      }
    } else if (line.options.verbose <= 1) {
      append_hex(line, value.available(0, size), "\n\t      ");
    }
    at += padded(size);
  }
  return true;
}

void print_grace(Line& line, View in, size_t length) {
  for (size_t at = 0; at < length;) {
    if (length - at < 4) {
      line.put("\n\t    Remaining LS length ", length - at, " < 4");
      line.truncated();
    }
    const uint16_t type = in.u16(at), size = in.u16(at + 2);
    at += 4;
    line.put("\n\t    ", or_else(find_name(grace_names, type), "unknown"), " TLV (", type, "), length ", size,
             ", value: ");
    if (size > length - at) {
      line.put("\n\t    Bogus length ", size, " > remaining LS length ", length - at);
      line.truncated();
    }
    const View value = in.from(at);
    value.need(0, size);
    const size_t right = type == 2 ? 1 : 4;
    if (type >= 1 && type <= 3 && size != right) {
      line.put("\n\t    Bogus length ", size, " != ", right);
      line.truncated();
    }
    switch (type) {
      case 1: line.put(value.u32(0), 's'); break;
      case 2:
        line.put(or_else(find_name(grace_reasons, value.u8(0)), "Unknown"), " (", value.u8(0), ')');
        break;
      case 3: line.put(Ipv4Text{value.at_least(0, 4)}); break;
      default:
        if (line.options.verbose <= 1) append_hex(line, value.available(0, size), "\n\t      ");
        break;
    }
    at += padded(size);
  }
}

void print_router_information(Line& line, View in, size_t length) {
  for (size_t at = 0; at < length;) {
    if (length - at < 4) {
      line.put("\n\t    Remaining LS length ", length - at, " < 4");
      line.truncated();
    }
    const uint16_t type = in.u16(at), size = in.u16(at + 2);
    at += 4;
    line.put("\n\t    ", type == 1 ? "Router Capabilities" : "unknown", " TLV (", type, "), length: ", size,
             ", value: ");
    if (size > length - at) {
      line.put("\n\t    Bogus length ", size, " > remaining LS length ", length - at);
      line.truncated();
    }
    const View value = in.from(at);
    value.need(0, size);
    if (type == 1) {
      if (size != 4) {
        line.put("\n\t    Bogus length ", size, " != 4");
        line.truncated();
      }
      line.put("Capabilities: ", NamedBits{router_capabilities, value.u32(0), "Unknown"});
    } else if (line.options.verbose <= 1) {
      append_hex(line, value.available(0, size), "\n\t      ");
    }
    at += padded(size);
  }
}

}  // namespace wiretale::ospf
