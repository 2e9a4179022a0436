// The fields of IPv6's fixed header, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"
#include "protocols/network/ip_protocol_labels.h"
#include "protocols/network/service_class_labels.h"

namespace wiretale::ipv6 {

inline constexpr Field version{"ipv6.version", "Version", bits(0, 4).with_mask(0)};
inline constexpr Field traffic_class{"ipv6.tclass", "Traffic Class", bits(4, 8).within(0, 32), Type::Uint32,
                                     Show::Hex};
inline constexpr Field codepoint{"ipv6.tclass.dscp",
                                 "Differentiated Services Codepoint",
                                 bits(4, 6).within(0, 32),
                                 Type::Uint32,
                                 Show::Decimal,
                                 codepoint_labels};
inline constexpr Field congestion{"ipv6.tclass.ecn",
                                  "Explicit Congestion Notification",
                                  bits(10, 2).within(0, 32),
                                  Type::Uint32,
                                  Show::Decimal,
                                  congestion_labels};
inline constexpr Field payload_length{"ipv6.plen", "Payload Length", bytes(4, 2), Type::Uint16};
inline constexpr Field next_header{"ipv6.nxt",  "Next Header", bytes(6, 1),
                                   Type::Uint8, Show::Decimal, ip_protocol_labels};
inline constexpr Field flow_label{"ipv6.flow", "Flow Label", bits(12, 20), Type::Uint24, Show::Hex};
inline constexpr Field hop_limit{"ipv6.hlim", "Hop Limit", bytes(7, 1), Type::Uint8};
inline constexpr Field source{"ipv6.src", "Source Address", bytes(8, 16), Type::Ipv6};
inline constexpr Field source_host{"ipv6.src_host", "Source Host", varies, Type::String};
inline constexpr Field source_slaac_mac{"ipv6.src_slaac_mac", "Source SLAAC MAC", varies, Type::Ether};
inline constexpr Field source_isatap{"ipv6.src_isatap_ipv4", "Source ISATAP IPv4", varies, Type::Ipv4};
inline constexpr Field source_6to4_gateway{"ipv6.src_6to4_gw_ipv4", "Source 6to4 Gateway IPv4", varies,
                                           Type::Ipv4};
inline constexpr Field source_6to4_sla{"ipv6.src_6to4_sla_id", "Source 6to4 SLA ID", varies, Type::Uint16};
inline constexpr Field source_teredo_server{"ipv6.src_ts_ipv4", "Source Teredo Server IPv4", varies,
                                            Type::Ipv4};
inline constexpr Field source_teredo_port{"ipv6.src_tc_port", "Source Teredo Port", varies, Type::Uint16};
inline constexpr Field source_teredo_client{"ipv6.src_tc_ipv4", "Source Teredo Client IPv4", varies,
                                            Type::Ipv4};
inline constexpr Field destination{"ipv6.dst", "Destination Address", bytes(24, 16), Type::Ipv6};
inline constexpr Field destination_host{"ipv6.dst_host", "Destination Host", varies, Type::String};
inline constexpr Field destination_slaac_mac{"ipv6.dst_slaac_mac", "Destination SLAAC MAC", varies,
                                             Type::Ether};
inline constexpr Field destination_isatap{"ipv6.dst_isatap_ipv4", "Destination ISATAP IPv4", varies,
                                          Type::Ipv4};
inline constexpr Field destination_6to4_gateway{"ipv6.dst_6to4_gw_ipv4", "Destination 6to4 Gateway IPv4",
                                                varies, Type::Ipv4};
inline constexpr Field destination_6to4_sla{"ipv6.dst_6to4_sla_id", "Destination 6to4 SLA ID", varies,
                                            Type::Uint16};
inline constexpr Field destination_teredo_server{"ipv6.dst_ts_ipv4", "Destination Teredo Server IPv4", varies,
                                                 Type::Ipv4};
inline constexpr Field destination_teredo_port{"ipv6.dst_tc_port", "Destination Teredo Port", varies,
                                               Type::Uint16};
inline constexpr Field destination_teredo_client{"ipv6.dst_tc_ipv4", "Destination Teredo Client IPv4", varies,
                                                 Type::Ipv4};
inline constexpr Field any_address{"ipv6.addr", "Source or Destination Address", varies, Type::Ipv6};
inline constexpr Field any_host{"ipv6.host", "Source or Destination Host", varies, Type::String};
inline constexpr Field any_slaac_mac{"ipv6.slaac_mac", "SLAAC MAC", varies, Type::Ether};
inline constexpr Field any_isatap{"ipv6.isatap_ipv4", "ISATAP IPv4", varies, Type::Ipv4};
inline constexpr Field any_6to4_gateway{"ipv6.6to4_gw_ipv4", "6to4 Gateway IPv4", varies, Type::Ipv4};
inline constexpr Field any_6to4_sla{"ipv6.6to4_sla_id", "6to4 SLA ID", varies, Type::Uint16};
inline constexpr Field any_teredo_server{"ipv6.ts_ipv4", "Teredo Server IPv4", varies, Type::Ipv4};
inline constexpr Field any_teredo_port{"ipv6.tc_port", "Teredo Port", varies, Type::Uint16};
inline constexpr Field any_teredo_client{"ipv6.tc_ipv4", "Teredo Client IPv4", varies, Type::Ipv4};
inline constexpr Field zero_length{
    "ipv6.plen_zero", "IPv6 payload length equals 0 (maybe because of \"TCP segmentation offload\" (TSO))",
    varies, Type::None};
inline constexpr Field length_mismatch{"ipv6.plen_exceeds_framing",
                                       "IPv6 payload length does not match expected framing length", varies,
                                       Type::None};
/// IPv4's field, hidden, so that filters on "ip.version" find both.
inline constexpr Field any_version{"ip.version", "Version", bits(0, 4)};
inline constexpr Field bogus_version{"ipv6.bogus_ipv6_version", "Bogus IP version", varies, Type::None};
inline constexpr Field source_embedded{"ipv6.src_embed_ipv4", "Source Embedded IPv4", varies, Type::Ipv4};
inline constexpr Field destination_embedded{"ipv6.dst_embed_ipv4", "Destination Embedded IPv4", varies,
                                            Type::Ipv4};
inline constexpr Field any_embedded{"ipv6.embed_ipv4", "Embedded IPv4", varies, Type::Ipv4};
inline constexpr Field embedded_prefix{"ipv6.embed_ipv4_prefix", "Embedded IPv4 Prefix", varies,
                                       Type::ByteArray};
inline constexpr Field embedded_reserved{"ipv6.embed_ipv4_u", "Embedded IPv4 u field", varies,
                                         Type::ByteArray};
inline constexpr Field embedded_suffix{"ipv6.embed_ipv4_suffix", "Embedded IPv4 Suffix", varies,
                                       Type::ByteArray};
inline constexpr const Field* fields[] = {&source_embedded,
                                          &destination_embedded,
                                          &any_embedded,
                                          &embedded_prefix,
                                          &embedded_reserved,
                                          &embedded_suffix,
                                          &version,
                                          &traffic_class,
                                          &codepoint,
                                          &congestion,
                                          &flow_label,
                                          &payload_length,
                                          &next_header,
                                          &hop_limit,
                                          &source,
                                          &source_host,
                                          &source_slaac_mac,
                                          &source_isatap,
                                          &source_6to4_gateway,
                                          &source_6to4_sla,
                                          &source_teredo_server,
                                          &source_teredo_port,
                                          &source_teredo_client,
                                          &destination,
                                          &destination_host,
                                          &destination_slaac_mac,
                                          &destination_isatap,
                                          &destination_6to4_gateway,
                                          &destination_6to4_sla,
                                          &destination_teredo_server,
                                          &destination_teredo_port,
                                          &destination_teredo_client,
                                          &any_address,
                                          &any_host,
                                          &any_slaac_mac,
                                          &any_isatap,
                                          &any_6to4_gateway,
                                          &any_6to4_sla,
                                          &any_teredo_server,
                                          &any_teredo_port,
                                          &any_teredo_client,
                                          &zero_length,
                                          &length_mismatch,
                                          &bogus_version,
                                          &any_version};

}  // namespace wiretale::ipv6
