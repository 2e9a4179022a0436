// IPv6's extension headers in the field tree (RFC 8200, 8754): they stand below the IPv6 header.
#include "protocols/network/ipv6_tree.h"

namespace wiretale {
namespace {

using namespace ipv6_extension;

enum OptionType : uint8_t {
  pad_one = 0,
  pad_n = 1,
  tunnel_limit_option = 4,
  router_alert_option = 5,
  rpl_option = 0x63,
  old_rpl_option = 0x23,
  jumbo_option = 0xc2,
  home_address_option = 0xc9
};
constexpr bool is_experimental(uint8_t kind) { return (kind & 0x1f) == 0x1e; }

/// In bytes; the number counts 8-byte words without the first.
size_t extension_size(Bytes layer) { return std::min(layer.size(), (layer[1] + size_t{1}) * 8); }

void put_rpl(size_t at, size_t size, FieldWriter& out) {
  if (size < 4) return;
  out.put(rpl_flag, at, 1);
  {
    const Deeper below(out);
    for (const Field* field : {&rpl_down, &rpl_rank_error, &rpl_forwarding_error, &rpl_reserved})
      out.put_in(at, *field);
  }
  out.put(rpl_instance, at + 1, 1);
  out.put(rpl_rank, at + 2, 2);
}

void put_option_content(uint8_t kind, size_t at, size_t size, FieldWriter& out) {
  if (kind == pad_n) {
    out.put(padding, at, size);
  } else if (kind == tunnel_limit_option && size == 1) {
    out.put(tunnel_limit, at, 1);
  } else if (kind == router_alert_option && size == 2) {
    out.put(router_alert, at, 2);
  } else if (kind == jumbo_option && size == 4) {
    out.put(jumbo, at, 4);
  } else if (kind == home_address_option && size == 16) {
    out.put(home_address, at, 16);
  } else if (kind == rpl_option || kind == old_rpl_option) {
    put_rpl(at, size, out);
  } else if (size != 0) {
    out.put(is_experimental(kind) ? experimental : unknown_option, at, size);
  }
}

void put_options(Bytes layer, FieldWriter& out) {
  const size_t end = extension_size(layer);
  for (size_t at = 2; at < end;) {
    const uint8_t kind = layer[at];
    if (kind != pad_one && at + 1 >= end) return;
    const size_t size = kind == pad_one ? 0 : layer[at + 1], whole = kind == pad_one ? 1 : size + 2;
    if (at + whole > end) return;
    out.put(option, at, whole).label(name_or(option_type_names_, kind, "Unknown IPv6 Option"));
    const Deeper below(out);
    out.put_in(at, option_type);
    if (kind == pad_one) {
      out.put(pad1, at, 1);
      ++at;
      continue;
    }
    {
      const Deeper bits(out);
      out.put_in(at, option_action);
      out.put_in(at, option_change);
      out.put_in(at, option_rest);
    }
    out.put_in(at, option_length);
    put_option_content(kind, at + 2, size, out);
    at += whole;
  }
}

/// Next header and length, which most extension headers begin with.
void put_start(Bytes layer, FieldWriter& out, const Field& next, const Field& length, const Field& bytes) {
  out.put(next);
  out.put(length);
  const size_t size = (layer[1] + size_t{1}) * 8;
  out.put(bytes, 1, 1, size).label("Length: ", size, " bytes").generated();
}

}  // namespace

void ipv6_hop_by_hop::dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < 8) return;
  put_start(layer, out, next, length, length_bytes);
  put_options(layer, out);
}

void ipv6_destination::dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < 8) return;
  put_start(layer, out, next, length, length_bytes);
  put_options(layer, out);
}

void ipv6_routing::dissect(Bytes layer, FieldWriter& out) {
  enum Kind : uint8_t { source_route = 0, mobility = 2, segment_routing = 4 };
  if (layer.size() < 8) return;
  const size_t end = extension_size(layer);
  const uint8_t kind = layer[2];
  const std::string_view name = find_name(type_names_, kind);
  if (name.empty())
    out.root().more(" (Unknown type ", kind, ')');
  else
    out.root().more(" (", name, ')');
  put_start(layer, out, next, length, length_bytes);
  out.put(type);
  if (kind == source_route)
    out.expert(deprecated, ExpertSeverity::Note, ExpertGroup::Deprecated,
               "Routing header type is deprecated");
  out.put(segments_left);
  size_t entries = (end - 8) / 16;
  switch (kind) {
    case source_route:
    case mobility:
      out.put(kind == mobility ? mobility_reserved : source_reserved, 4, 4);
      for (size_t i = 0; i < entries; ++i) {
        const size_t at = 8 + 16 * i;
        out.put(kind == mobility ? home_address : source_address, at, 16)
            .label("Address[", i + 1, "]: ", Ipv6Text{&layer[at]});
      }
      return;
    case segment_routing:
      out.put(last_entry, 4, 1);
      out.put(flags, 5, 1);
      out.put(tag, 6, 2);
      entries = std::min(entries, layer[4] + size_t{1});
      for (size_t i = 0; i < entries; ++i) {
        const size_t at = 8 + 16 * i;
        out.put(segment, at, 16).label("Address[", i, "]: ", Ipv6Text{&layer[at]});
      }
      return;
    default:
      out.put(unknown_data, 4, end - 4);
      out.expert(undecoded, ExpertSeverity::Note, ExpertGroup::Undecoded,
                 "Undecoded IPv6 routing header field");
  }
}

void ipv6_fragment::dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < 8) return;
  const uint16_t word = be16(&layer[2]);
  const unsigned start = word & 0xfff8u;
  if (start != 0 || (word & 1) != 0) {
    out.protocol_column("IPv6");
    out.info("IPv6 fragment (off=", start, " more=", (word & 1) != 0 ? 'y' : 'n', " ident=0x",
             Hex{be32(&layer[4]), 8}, " nxt=", layer[0], ')');
  }
  out.put(next);
  out.put(reserved);
  out.put(offset).more(" (", start, start == 1 ? " byte)" : " bytes)");
  out.put(reserved_bits);
  out.put(more);
  out.put(identification);
}

}  // namespace wiretale
