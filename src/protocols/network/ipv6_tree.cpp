// IPv6 in the field tree (RFC 8200): the fixed header, and what is known of special addresses.
#include "protocols/network/ipv6_tree.h"

#include <array>

#include "protocols/catalog.h"
#include "protocols/network/ip_protocol_names.h"

namespace wiretale::ipv6 {
namespace {

constexpr uint8_t no_next_header = 59;

/// The fields of what an address embeds, of one end and of either.
struct Embedded {
  const Field &slaac_mac, &isatap, &gateway, &sla, &teredo_server, &teredo_port, &teredo_client;
};
constexpr Embedded of_source{source_slaac_mac,     source_isatap,      source_6to4_gateway, source_6to4_sla,
                             source_teredo_server, source_teredo_port, source_teredo_client};
constexpr Embedded of_destination{
    destination_slaac_mac,     destination_isatap,      destination_6to4_gateway, destination_6to4_sla,
    destination_teredo_server, destination_teredo_port, destination_teredo_client};
constexpr Embedded of_any{any_slaac_mac,     any_isatap,      any_6to4_gateway, any_6to4_sla,
                          any_teredo_server, any_teredo_port, any_teredo_client};

void put_both(FieldWriter& out, const Field& own, const Field& either, size_t at, size_t length) {
  out.put(own, at, length).generated();
  out.put(either, at, length).generated().hidden();
}

void put_content(FieldWriter& out, const Field& own, const Field& either, size_t at, Bytes content) {
  out.put_text(own, at, content.size(), content).generated();
  out.put_text(either, at, content.size(), content).generated().hidden();
}

/// 6to4 (RFC 3056) and Teredo (RFC 4380): what the prefix tells.
void put_prefix(FieldWriter& out, size_t at, const Embedded& own) {
  const Bytes address = out.layer().subspan(at, 16);
  if (be16(&address[0]) == 0x2002) {
    put_both(out, own.gateway, of_any.gateway, at + 2, 4);
    put_both(out, own.sla, of_any.sla, at + 6, 2);
  } else if (be32(&address[0]) == 0x20010000) {
    put_both(out, own.teredo_server, of_any.teredo_server, at + 4, 4);
    const uint64_t port = be16(&address[10]) ^ 0xffffu;
    out.put(own.teredo_port, at + 10, 2, port).generated();
    out.put(of_any.teredo_port, at + 10, 2, port).generated().hidden();
    std::array<uint8_t, 4> client;
    for (size_t i = 0; i < client.size(); ++i) client[i] = static_cast<uint8_t>(~address[12 + i]);
    put_content(out, own.teredo_client, of_any.teredo_client, at + 12, client);
  }
}

/// Interface identifiers made from a MAC address (RFC 4291 appendix A) or an IPv4 address (RFC 5214).
void put_interface(FieldWriter& out, size_t at, const Embedded& own) {
  const Bytes id = out.layer().subspan(at + 8, 8);
  if (be32(&id[0]) == 0x00005efe || be32(&id[0]) == 0x02005efe) {
    put_both(out, own.isatap, of_any.isatap, at + 12, 4);
  } else if ((id[0] & 2) != 0 && id[3] == 0xff && id[4] == 0xfe) {
    const std::array<uint8_t, 6> mac{static_cast<uint8_t>(id[0] ^ 2), id[1], id[2], id[5], id[6], id[7]};
    if (!out.wants(own.slaac_mac) && !out.wants(of_any.slaac_mac)) return;
    out.put_text(own.slaac_mac, at + 8, 8, mac).generated();
    out.put_text(of_any.slaac_mac, at + 8, 8, mac).generated().hidden();
  }
}

/// The well-known prefix 64:ff9b::/96 of translators (RFC 6052).
void put_embedded(FieldWriter& out, size_t at, const Field& own) {
  constexpr size_t prefix_length = 12;
  const Bytes address = out.layer().subspan(at, 16);
  if (be32(&address[0]) != 0x0064ff9b || be64(&address[4]) != 0) return;
  out.put(embedded_prefix, at, prefix_length).generated();
  out.put(own, at + prefix_length, 4).generated();
  out.put(any_embedded, at + prefix_length, 4).generated();
}

void put_address(FieldWriter& out, const Field& own, const Field& host) {
  const size_t at = own.place.first_byte();
  out.put(own);
  out.put(any_address, at, 16).hidden();
  if (!out.wants(host) && !out.wants(any_host)) return;
  const std::string text = text_of(Ipv6Text{out.layer().data() + at});
  out.put_text(host, at, 16, text).hidden();
  out.put_text(any_host, at, 16, text).hidden();
}

void put_payload_length(Bytes layer, FieldWriter& out) {
  const size_t claimed = payload_length.read(layer);
  const Layer& own = *out.about.layer;
  const size_t there = out.about.packet.wire_length > own.offset + header_length
                           ? out.about.packet.wire_length - own.offset - header_length
                           : 0;
  const uint8_t next = layer[6];
  Item item = out.put(payload_length);
  if (claimed == 0 && next == ip_protocol::hop_by_hop) {
    item.more(" (Jumbogram)");
  } else if (claimed == 0 && next != no_next_header) {
    out.expert(zero_length, ExpertSeverity::Chat, ExpertGroup::Protocol,
               "IPv6 payload length equals 0 (maybe because of \"TCP segmentation offload\" (TSO))");
  } else if (claimed > there && !out.about.quoted) {
    out.expert(length_mismatch, ExpertSeverity::Warning, ExpertGroup::Protocol,
               "IPv6 payload length exceeds framing length (", there, " bytes)");
  }
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const uint32_t first = be32(layer.data());
  const uint8_t next = layer[6];
  out.addresses(layer.subspan(8, 16), layer.subspan(24, 16));
  out.protocol_column("IPv6");
  if (next == no_next_header)
    out.info("IPv6 no next header");
  else
    out.info(name_or(ip_protocol_labels, next, "Unknown"), " (", next, ')');
  out.root().more(", Src: ", Ipv6Text{&layer[8]}, ", Dst: ", Ipv6Text{&layer[24]});
  out.put(version);
  out.put(any_version).more(" [This field makes the filter match on \"ip.version == 6\" possible]").hidden();
  const unsigned service = first >> 20 & 0xff;
  out.put(traffic_class)
      .label(".... ", Binary{service >> 4, 4}, ' ', Binary{service & 15, 4},
             " .... .... .... .... .... = ", "Traffic Class: 0x", Hex{service, 2},
             " (DSCP: ", name_or(codepoint_words, service >> 2, "Unknown"),
             ", ECN: ", find_name(congestion_words, service & 3), ')');
  {
    const Deeper below(out);
    out.put(codepoint);
    out.put(congestion);
  }
  out.put(flow_label);
  put_payload_length(layer, out);
  out.put(next_header);
  out.put(hop_limit);
  put_address(out, source, source_host);
  put_address(out, destination, destination_host);
  put_prefix(out, 8, of_source);
  put_interface(out, 8, of_source);
  put_embedded(out, 8, source_embedded);
  put_prefix(out, 24, of_destination);
  put_interface(out, 24, of_destination);
  put_embedded(out, 24, destination_embedded);
}

}  // namespace wiretale::ipv6
