// The fields of ICMPv6, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"
#include "protocols/checksum_labels.h"

namespace wiretale::icmpv6_field {

inline constexpr Name type_names_[] = {{1, "Destination Unreachable"},
                                       {2, "Packet Too Big"},
                                       {3, "Time Exceeded"},
                                       {4, "Parameter Problem"},
                                       {100, "Private experimentation"},
                                       {101, "Private experimentation"},
                                       {127, "Reserved for expansion of ICMPv6 error messages"},
                                       {128, "Echo (ping) request"},
                                       {129, "Echo (ping) reply"},
                                       {130, "Multicast Listener Query"},
                                       {131, "Multicast Listener Report"},
                                       {132, "Multicast Listener Done"},
                                       {133, "Router Solicitation"},
                                       {134, "Router Advertisement"},
                                       {135, "Neighbor Solicitation"},
                                       {136, "Neighbor Advertisement"},
                                       {137, "Redirect"},
                                       {138, "Router Renumbering"},
                                       {139, "Node Information Query"},
                                       {140, "Node Information Reply"},
                                       {141, "Inverse Neighbor Discovery Solicitation"},
                                       {142, "Inverse Neighbor Discovery Advertisement"},
                                       {143, "Multicast Listener Report Message v2"},
                                       {144, "Home Agent Address Discovery Request"},
                                       {145, "Home Agent Address Discovery Reply"},
                                       {146, "Mobile Prefix Solicitation"},
                                       {147, "Mobile Prefix Advertisement"},
                                       {148, "Certification Path Solicitation"},
                                       {149, "Certification Path Advertisement"},
                                       {150, "Experimental Mobility"},
                                       {151, "Multicast Router Advertisement"},
                                       {152, "Multicast Router Solicitation"},
                                       {153, "Multicast Router Termination"},
                                       {154, "FMIPv6"},
                                       {155, "RPL Control"},
                                       {156, "Locator Update"},
                                       {157, "Duplicate Address Request"},
                                       {158, "Duplicate Address Confirmation"},
                                       {159, "MPL Control Message"},
                                       {160, "Extended Echo request"},
                                       {161, "Extended Echo reply"},
                                       {200, "Private experimentation"},
                                       {201, "Private experimentation"},
                                       {255, "Reserved for expansion of ICMPv6 informational messages"}};
inline constexpr Name router_preference_names_[] = {{0, "Medium"}, {1, "High"}, {2, "Reserved"}, {3, "Low"}};
inline constexpr Name record_type_names_[] = {
    {1, "Include"},           {2, "Exclude"},          {3, "Changed to include"}, {4, "Changed to exclude"},
    {5, "Allow new sources"}, {6, "Block old sources"}};
inline constexpr Name option_type_names_[] = {{1, "Source link-layer address"},
                                              {2, "Target link-layer address"},
                                              {3, "Prefix information"},
                                              {4, "Redirected header"},
                                              {5, "MTU"},
                                              {6, "NBMA Shortcut Limit Option"},
                                              {7, "Advertisement Interval"},
                                              {8, "Home Agent Information"},
                                              {9, "Source Address List"},
                                              {10, "Target Address List"},
                                              {11, "CGA"},
                                              {12, "RSA Signature"},
                                              {13, "Timestamp"},
                                              {14, "Nonce"},
                                              {15, "Trust Anchor"},
                                              {16, "Certificate"},
                                              {17, "IP Address/Prefix Option"},
                                              {18, "New Router Prefix Information"},
                                              {19, "Link-layer Address"},
                                              {20, "Neighbor Advertisement Acknowledgment"},
                                              {23, "MAP"},
                                              {24, "Route Information"},
                                              {25, "Recursive DNS Server"},
                                              {26, "RA Flags Extension"},
                                              {27, "Handover Key Request"},
                                              {28, "Handover Key Reply"},
                                              {29, "Handover Assist Information"},
                                              {30, "Mobile Node Identifier Option"},
                                              {31, "DNS Search List Option"},
                                              {32, "Proxy Signature (PS)"},
                                              {33, "Address Registration Option"},
                                              {34, "6LoWPAN Context Option"},
                                              {35, "Authoritative Border Router"},
                                              {36, "6LoWPAN Capability Indication Option"},
                                              {37, "DHCP Captive-Portal"},
                                              {38, "PREF64 Option"},
                                              {138, "CARD Request"},
                                              {139, "CARD Reply"},
                                              {253, "RFC3692-style Experiment 1"},
                                              {254, "RFC3692-style Experiment 2"}};
inline constexpr Name valid_lifetime_names_[] = {{4294967295, "Infinity"}};
inline constexpr Name servers_lifetime_names_[] = {{0, "RDNSS address MUST no longer be used"},
                                                   {4294967295, "Infinity"}};
inline constexpr Name search_lifetime_names_[] = {{0, "DNSSL domain name MUST no longer be used"},
                                                  {4294967295, "Infinity"}};
inline constexpr Field type{"icmpv6.type", "Type", bytes(0, 1), Type::Uint8, Show::Decimal, type_names_};
inline constexpr Field code{"icmpv6.code", "Code", bytes(1, 1), Type::Uint8};
inline constexpr Field checksum{"icmpv6.checksum", "Checksum", bytes(2, 2), Type::Uint16, Show::Hex};
inline constexpr Field checksum_status{
    "icmpv6.checksum.status", "Checksum Status", varies, Type::Uint8, Show::Decimal, checksum_status_labels};
inline constexpr Field bad_checksum{"icmpv6.checksum_bad.expert", "Bad checksum", varies, Type::None};
inline constexpr Field reserved{"icmpv6.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field data{"icmpv6.data", "Data", varies, Type::ByteArray};
inline constexpr Field mtu{"icmpv6.mtu", "MTU", varies, Type::Uint32};
inline constexpr Field pointer{"icmpv6.pointer", "Pointer", varies, Type::Uint32};
inline constexpr Field original_length{"icmpv6.length", "Length of original datagram", varies, Type::Uint8};
inline constexpr Field identifier{"icmpv6.echo.identifier", "Identifier", varies, Type::Uint16, Show::Hex};
inline constexpr Field sequence{"icmpv6.echo.sequence_number", "Sequence", varies, Type::Uint16};
inline constexpr Field response_in{"icmpv6.resp_in", "Response In", varies, Type::FrameNumber};
inline constexpr Field response_not_found{"icmpv6.resp_not_found", "Response not found", varies, Type::None};
inline constexpr Field no_response{"icmpv6.no_resp", "No response seen", varies, Type::None};
inline constexpr Field response_to{"icmpv6.resp_to", "Response To", varies, Type::FrameNumber};
inline constexpr Field response_time{"icmpv6.resptime", "Response Time", varies, Type::Double};
inline constexpr Field hop_limit{"icmpv6.nd.ra.cur_hop_limit", "Cur hop limit", varies, Type::Uint8};
inline constexpr Field router_flags{"icmpv6.nd.ra.flag", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field router_managed{"icmpv6.nd.ra.flag.m", "Managed address configuration", bits(40, 1),
                                      Type::Boolean, Show::Flag};
inline constexpr Field router_other{"icmpv6.nd.ra.flag.o", "Other configuration", bits(41, 1), Type::Boolean,
                                    Show::Flag};
inline constexpr Field router_home_agent{"icmpv6.nd.ra.flag.h", "Home Agent", bits(42, 1), Type::Boolean,
                                         Show::Flag};
inline constexpr Field router_preference{
    "icmpv6.nd.ra.flag.prf", "Prf (Default Router Preference)", bits(43, 2), Type::Uint8,
    Show::Decimal,           router_preference_names_};
inline constexpr Field router_proxy{"icmpv6.nd.ra.flag.p", "Proxy", bits(45, 1), Type::Boolean, Show::Flag};
inline constexpr Field router_reserved{"icmpv6.nd.ra.flag.rsv", "Reserved", bits(46, 2), Type::Uint8};
inline constexpr Field router_lifetime{"icmpv6.nd.ra.router_lifetime", "Router lifetime (s)", varies,
                                       Type::Uint16};
inline constexpr Field reachable_time{"icmpv6.nd.ra.reachable_time", "Reachable time (ms)", varies,
                                      Type::Uint32};
inline constexpr Field retransmit_timer{"icmpv6.nd.ra.retrans_timer", "Retrans timer (ms)", varies,
                                        Type::Uint32};
inline constexpr Field solicited_target{"icmpv6.nd.ns.target_address", "Target Address", varies, Type::Ipv6};
inline constexpr Field advertised_flags{"icmpv6.nd.na.flag", "Flags", varies, Type::Uint32, Show::Hex};
inline constexpr Field flag_router{"icmpv6.nd.na.flag.r", "Router", bits(32, 1).within(32, 32), Type::Boolean,
                                   Show::Flag};
inline constexpr Field flag_solicited{"icmpv6.nd.na.flag.s", "Solicited", bits(33, 1).within(32, 32),
                                      Type::Boolean, Show::Flag};
inline constexpr Field flag_override{"icmpv6.nd.na.flag.o", "Override", bits(34, 1).within(32, 32),
                                     Type::Boolean, Show::Flag};
inline constexpr Field flag_reserved{"icmpv6.nd.na.flag.rsv", "Reserved", bits(35, 29), Type::Uint32};
inline constexpr Field advertised_target{"icmpv6.nd.na.target_address", "Target Address", varies, Type::Ipv6};
inline constexpr Field redirect_target{"icmpv6.nd.rd.target_address", "Target Address", varies, Type::Ipv6};
inline constexpr Field redirect_destination{"icmpv6.rd.na.destination_address", "Destination Address", varies,
                                            Type::Ipv6};
inline constexpr Field response_delay{"icmpv6.mld.maximum_response_delay", "Maximum Response Delay [ms]",
                                      varies, Type::Uint16};
inline constexpr Field response_code{"icmpv6.mld.maximum_response_code", "Maximum Response Code", varies,
                                     Type::Uint16};
inline constexpr Field listener_address{"icmpv6.mld.multicast_address", "Multicast Address", varies,
                                        Type::Ipv6};
inline constexpr Field listener_flags{"icmpv6.mld.flag", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field listener_suppress{"icmpv6.mld.flag.s", "Suppress Router-Side Processing", bits(196, 1),
                                         Type::Boolean};
inline constexpr Field listener_robustness{"icmpv6.mld.flag.qrv", "QRV (Querier's Robustness Variable)",
                                           bits(197, 3), Type::Uint8};
inline constexpr Field listener_reserved{"icmpv6.mld.flag.reserved", "Reserved", bits(192, 4), Type::Uint8};
inline constexpr Field listener_interval{"icmpv6.mld.qqi", "QQIC (Querier's Query Interval Code)", varies,
                                         Type::Uint8};
inline constexpr Field listener_sources{"icmpv6.mld.nb_sources", "Number of Sources", varies, Type::Uint16};
inline constexpr Field listener_source{"icmpv6.mld.source_address", "Source Address", varies, Type::Ipv6};
inline constexpr Field record_count{"icmpv6.mldr.nb_mcast_records", "Number of Multicast Address Records",
                                    varies, Type::Uint16};
inline constexpr Field record{"icmpv6.mldr.mar", "Multicast Address Record", varies, Type::None};
inline constexpr Field record_type{
    "icmpv6.mldr.mar.record_type", "Record Type", varies, Type::Uint8, Show::Decimal, record_type_names_};
inline constexpr Field record_auxiliary_length{"icmpv6.mldr.mar.aux_data_len", "Aux Data Len", varies,
                                               Type::Uint8};
inline constexpr Field record_sources{"icmpv6.mldr.mar.nb_sources", "Number of Sources", varies,
                                      Type::Uint16};
inline constexpr Field record_address{"icmpv6.mldr.mar.multicast_address", "Multicast Address", varies,
                                      Type::Ipv6};
inline constexpr Field record_source{"icmpv6.mldr.mar.source_address", "Source Address", varies, Type::Ipv6};
inline constexpr Field record_auxiliary{"icmpv6.mldr.mar.auxiliary_data", "Auxiliary Data", varies,
                                        Type::ByteArray};
inline constexpr Field option{"icmpv6.opt", "ICMPv6 Option", varies, Type::None};
inline constexpr Field option_type{"icmpv6.opt.type", "Type",        bytes(0, 1),
                                   Type::Uint8,       Show::Decimal, option_type_names_};
inline constexpr Field option_length{"icmpv6.opt.length", "Length", bytes(1, 1), Type::Uint8};
inline constexpr Field option_reserved{"icmpv6.opt.reserved", "Reserved", varies, Type::None};
inline constexpr Field option_padding{"icmpv6.opt.padding", "Padding", varies, Type::None};
inline constexpr Field link_address{"icmpv6.opt.linkaddr", "Link-layer address", varies, Type::Ether};
inline constexpr Field source_link_address{"icmpv6.opt.src_linkaddr", "Source Link-layer address", varies,
                                           Type::Ether};
inline constexpr Field target_link_address{"icmpv6.opt.target_linkaddr", "Target Link-layer address", varies,
                                           Type::Ether};
inline constexpr Field prefix_length{"icmpv6.opt.prefix.length", "Prefix Length", varies, Type::Uint8};
inline constexpr Field prefix_flags{"icmpv6.opt.prefix.flag", "Flag", varies, Type::Uint8, Show::Hex};
inline constexpr Field prefix_on_link{"icmpv6.opt.prefix.flag.l", "On-link flag(L)", bits(24, 1),
                                      Type::Boolean, Show::Flag};
inline constexpr Field prefix_autonomous{"icmpv6.opt.prefix.flag.a",
                                         "Autonomous address-configuration flag(A)", bits(25, 1),
                                         Type::Boolean, Show::Flag};
inline constexpr Field prefix_router{"icmpv6.opt.prefix.flag.r", "Router address flag(R)", bits(26, 1),
                                     Type::Boolean, Show::Flag};
inline constexpr Field prefix_reserved{"icmpv6.opt.prefix.flag.reserved", "Reserved", bits(27, 5),
                                       Type::Uint8};
inline constexpr Field valid_lifetime{"icmpv6.opt.prefix.valid_lifetime",
                                      "Valid Lifetime",
                                      varies,
                                      Type::Uint32,
                                      Show::Decimal,
                                      valid_lifetime_names_};
inline constexpr Field preferred_lifetime{"icmpv6.opt.prefix.preferred_lifetime",
                                          "Preferred Lifetime",
                                          varies,
                                          Type::Uint32,
                                          Show::Decimal,
                                          valid_lifetime_names_};
inline constexpr Field prefix{"icmpv6.opt.prefix", "Prefix", varies, Type::Ipv6};
inline constexpr Field redirected_packet{"icmpv6.opt.redirected_packet", "Redirected Packet", varies,
                                         Type::None};
inline constexpr Field link_mtu{"icmpv6.opt.mtu", "MTU", varies, Type::Uint32};
inline constexpr Field advertisement_interval{"icmpv6.opt.advertisement_interval", "Advertisement Interval",
                                              varies, Type::Uint32};
inline constexpr Field home_agent_preference{"icmpv6.opt.home_agent_preference", "Home Agent Preference",
                                             varies, Type::Uint16};
inline constexpr Field home_agent_lifetime{"icmpv6.opt.home_agent_lifetime", "Home Agent Preference", varies,
                                           Type::Uint16};
inline constexpr Field nonce{"icmpv6.opt.nonce", "Nonce", varies, Type::ByteArray};
inline constexpr Field route_flags{"icmpv6.opt.route_info.flag", "Flag", varies, Type::Uint8, Show::Hex};
inline constexpr Field route_preference{"icmpv6.opt.route_info.flag.route_preference",
                                        "Route Preference",
                                        bits(27, 2),
                                        Type::Uint8,
                                        Show::Decimal,
                                        router_preference_names_};
inline constexpr Field route_reserved{"icmpv6.opt.route_info.flag.reserved", "Reserved", bits(24, 8),
                                      Type::Uint8};
inline constexpr Field route_lifetime{
    "icmpv6.opt.route_lifetime", "Route Lifetime", varies, Type::Uint32, Show::Decimal,
    valid_lifetime_names_};
inline constexpr Field servers_lifetime{
    "icmpv6.opt.rdnss.lifetime", "Lifetime", varies, Type::Uint32, Show::Decimal, servers_lifetime_names_};
inline constexpr Field server{"icmpv6.opt.rdnss", "Recursive DNS Servers", varies, Type::Ipv6};
inline constexpr Field search_lifetime{
    "icmpv6.opt.dnssl.lifetime", "Lifetime", varies, Type::Uint32, Show::Decimal, search_lifetime_names_};
inline constexpr Field search_domain{"icmpv6.opt.dnssl", "Domain Names", varies, Type::String};
inline constexpr Field captive_portal{"icmpv6.opt.captive_portal", "Captive Portal", varies, Type::String};
inline constexpr Field undecoded_option{"icmpv6.undecoded.option", "Undecoded option", varies, Type::None};
inline constexpr const Field* fields[] = {&type,
                                          &code,
                                          &checksum,
                                          &checksum_status,
                                          &bad_checksum,
                                          &reserved,
                                          &data,
                                          &mtu,
                                          &pointer,
                                          &original_length,
                                          &identifier,
                                          &sequence,
                                          &response_in,
                                          &no_response,
                                          &response_not_found,
                                          &response_to,
                                          &response_time,
                                          &hop_limit,
                                          &router_flags,
                                          &router_managed,
                                          &router_other,
                                          &router_home_agent,
                                          &router_preference,
                                          &router_proxy,
                                          &router_reserved,
                                          &router_lifetime,
                                          &reachable_time,
                                          &retransmit_timer,
                                          &solicited_target,
                                          &advertised_flags,
                                          &flag_router,
                                          &flag_solicited,
                                          &flag_override,
                                          &flag_reserved,
                                          &advertised_target,
                                          &redirect_target,
                                          &redirect_destination,
                                          &response_delay,
                                          &response_code,
                                          &listener_address,
                                          &listener_flags,
                                          &listener_suppress,
                                          &listener_robustness,
                                          &listener_reserved,
                                          &listener_interval,
                                          &listener_sources,
                                          &listener_source,
                                          &record_count,
                                          &record,
                                          &record_type,
                                          &record_auxiliary_length,
                                          &record_sources,
                                          &record_address,
                                          &record_source,
                                          &record_auxiliary,
                                          &option,
                                          &option_type,
                                          &option_length,
                                          &option_reserved,
                                          &option_padding,
                                          &link_address,
                                          &source_link_address,
                                          &target_link_address,
                                          &prefix_length,
                                          &prefix_flags,
                                          &prefix_on_link,
                                          &prefix_autonomous,
                                          &prefix_router,
                                          &prefix_reserved,
                                          &valid_lifetime,
                                          &preferred_lifetime,
                                          &prefix,
                                          &redirected_packet,
                                          &link_mtu,
                                          &advertisement_interval,
                                          &home_agent_preference,
                                          &home_agent_lifetime,
                                          &nonce,
                                          &route_flags,
                                          &route_preference,
                                          &route_reserved,
                                          &route_lifetime,
                                          &servers_lifetime,
                                          &server,
                                          &search_lifetime,
                                          &search_domain,
                                          &captive_portal,
                                          &undecoded_option};

}  // namespace wiretale::icmpv6_field
