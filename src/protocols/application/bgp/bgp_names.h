// Names of BGP-4's numbers (IANA: BGP Parameters, BGP Extended Communities, SAFI).
#pragma once
#include "packet/names.h"

namespace wiretale::bgp {

enum Message : uint8_t { open = 1, update, notification, keepalive, route_refresh };
inline constexpr Name message_name_table[] = {{open, "Open"},
                                              {update, "Update"},
                                              {notification, "Notification"},
                                              {keepalive, "Keepalive"},
                                              {route_refresh, "Route Refresh"}};
inline constexpr Names message_names = message_name_table;

enum Parameter : uint8_t { authentication = 1, capabilities = 2 };
inline constexpr Name parameter_name_table[] = {{authentication, "Authentication Information"},
                                                {capabilities, "Capabilities Advertisement"}};
inline constexpr Names parameter_names = parameter_name_table;

enum Capability : uint8_t {
  multiprotocol = 1,
  refresh = 2,
  multiple_labels = 8,
  graceful_restart = 64,
  four_octet_as = 65,
  add_path = 69,
  long_lived_restart = 71,
  cisco_refresh = 128
};
inline constexpr Name capability_name_table[] = {{multiprotocol, "Multiprotocol Extensions"},
                                                 {refresh, "Route Refresh"},
                                                 {3, "Cooperative Route Filtering"},
                                                 {4, "Multiple Routes to a Destination"},
                                                 {5, "Extended Next Hop Encoding"},
                                                 {multiple_labels, "Multiple Labels"},
                                                 {graceful_restart, "Graceful Restart"},
                                                 {four_octet_as, "32-Bit AS Number"},
                                                 {67, "Dynamic Capability"},
                                                 {68, "Multisession BGP"},
                                                 {add_path, "Multiple Paths"},
                                                 {70, "Enhanced Route Refresh"},
                                                 {long_lived_restart, "Long-lived Graceful Restart"},
                                                 {cisco_refresh, "Route Refresh (Cisco)"}};
inline constexpr Names capability_names = capability_name_table;
inline constexpr Name send_receive_name_table[] = {{1, "Receive"}, {2, "Send"}, {3, "Both"}};
inline constexpr Names send_receive_names = send_receive_name_table;

enum Error : uint8_t {
  message_header = 1,
  open_message,
  update_message,
  hold_timer,
  state_machine,
  cease,
  capability_message
};
inline constexpr Name error_name_table[] = {
    {message_header, "Message Header Error"},        {open_message, "OPEN Message Error"},
    {update_message, "UPDATE Message Error"},        {hold_timer, "Hold Timer Expired"},
    {state_machine, "Finite State Machine Error"},   {cease, "Cease"},
    {capability_message, "Capability Message Error"}};
inline constexpr Names error_names = error_name_table;
inline constexpr Name header_error_table[] = {
    {1, "Connection Not Synchronized"}, {2, "Bad Message Length"}, {3, "Bad Message Type"}};
inline constexpr Name open_error_table[] = {
    {1, "Unsupported Version Number"}, {2, "Bad Peer AS"},
    {3, "Bad BGP Identifier"},         {4, "Unsupported Optional Parameter"},
    {5, "Authentication Failure"},     {6, "Unacceptable Hold Time"},
    {7, "Capability Message Error"}};
inline constexpr Name update_error_table[] = {{1, "Malformed Attribute List"},
                                              {2, "Unrecognized Well-known Attribute"},
                                              {3, "Missing Well-known Attribute"},
                                              {4, "Attribute Flags Error"},
                                              {5, "Attribute Length Error"},
                                              {6, "Invalid ORIGIN Attribute"},
                                              {7, "AS Routing Loop"},
                                              {8, "Invalid NEXT_HOP Attribute"},
                                              {9, "Optional Attribute Error"},
                                              {10, "Invalid Network Field"},
                                              {11, "Malformed AS_PATH"}};
inline constexpr Name state_error_table[] = {{0, "Unspecified Error"},
                                             {1, "In OpenSent State"},
                                             {2, "In OpenConfirm State"},
                                             {3, "In Established State"}};
enum Ceased : uint8_t { too_many_prefixes = 1, shutdown = 2, reset = 4 };
inline constexpr Name cease_table[] = {{too_many_prefixes, "Maximum Number of Prefixes Reached"},
                                       {shutdown, "Administrative Shutdown"},
                                       {3, "Peer Unconfigured"},
                                       {reset, "Administrative Reset"},
                                       {5, "Connection Rejected"},
                                       {6, "Other Configuration Change"},
                                       {7, "Connection Collision Resolution"}};
inline constexpr Name capability_error_table[] = {{1, "Invalid Action Value"},
                                                  {2, "Invalid Capability Length"},
                                                  {3, "Malformed Capability Value"},
                                                  {4, "Unsupported Capability Code"}};
[[nodiscard]] constexpr Names subcode_names(uint8_t error) {
  switch (error) {
    case message_header: return header_error_table;
    case open_message: return open_error_table;
    case update_message: return update_error_table;
    case state_machine: return state_error_table;
    case cease: return cease_table;
    case capability_message: return capability_error_table;
    default: return {};
  }
}

enum Attribute : uint8_t {
  origin = 1,
  as_path,
  next_hop,
  multi_exit_discriminator,
  local_preference,
  atomic_aggregate,
  aggregator,
  community,
  originator_id,
  cluster_list,
  mp_reach = 14,
  mp_unreach,
  extended_community,
  as4_path,
  as4_aggregator,
  pmsi_tunnel = 22,
  aigp = 26,
  large_community = 32,
  attribute_set = 128
};
inline constexpr Name attribute_name_table[] = {{origin, "Origin"},
                                                {as_path, "AS Path"},
                                                {next_hop, "Next Hop"},
                                                {multi_exit_discriminator, "Multi Exit Discriminator"},
                                                {local_preference, "Local Preference"},
                                                {atomic_aggregate, "Atomic Aggregate"},
                                                {aggregator, "Aggregator"},
                                                {community, "Community"},
                                                {originator_id, "Originator ID"},
                                                {cluster_list, "Cluster List"},
                                                {11, "DPA"},
                                                {12, "Advertisers"},
                                                {13, "RCID Path / Cluster ID"},
                                                {mp_reach, "Multi-Protocol Reach NLRI"},
                                                {mp_unreach, "Multi-Protocol Unreach NLRI"},
                                                {extended_community, "Extended Community"},
                                                {as4_path, "AS4 Path"},
                                                {as4_aggregator, "Aggregator4"},
                                                {pmsi_tunnel, "PMSI Tunnel"},
                                                {23, "Tunnel Encapsulation"},
                                                {24, "Traffic Engineering"},
                                                {25, "IPv6 Extended Community"},
                                                {aigp, "Accumulated IGP Metric"},
                                                {large_community, "Large Community"},
                                                {attribute_set, "Attribute Set"},
                                                {255, "Reserved for development"}};
inline constexpr Names attribute_names = attribute_name_table;
inline constexpr Name origin_name_table[] = {{0, "IGP"}, {1, "EGP"}, {2, "Incomplete"}};
inline constexpr Names origin_names = origin_name_table;
inline constexpr Name well_known_community_table[] = {
    {0xffffff01, " NO_EXPORT"}, {0xffffff02, " NO_ADVERTISE"}, {0xffffff03, " NO_EXPORT_SUBCONFED"}};
inline constexpr Names well_known_communities = well_known_community_table;

namespace safi {
enum Number : uint8_t {
  unicast = 1,
  multicast = 2,
  unicast_multicast = 3,
  labeled_unicast = 4,
  multicast_vpn = 5,
  vpls = 65,
  mdt = 66,
  vpn_unicast = 128,
  vpn_multicast = 129,
  vpn_unicast_multicast = 130,
  route_target = 132
};
}  // namespace safi
inline constexpr Name safi_name_table[] = {{0, "Reserved"},
                                           {safi::unicast, "Unicast"},
                                           {safi::multicast, "Multicast"},
                                           {safi::unicast_multicast, "Unicast+Multicast"},
                                           {safi::labeled_unicast, "labeled Unicast"},
                                           {safi::multicast_vpn, "Multicast VPN"},
                                           {64, "Tunnel"},
                                           {safi::vpls, "VPLS"},
                                           {safi::mdt, "MDT"},
                                           {70, "EVPN"},
                                           {safi::vpn_unicast, "labeled VPN Unicast"},
                                           {safi::vpn_multicast, "labeled VPN Multicast"},
                                           {safi::vpn_unicast_multicast, "labeled VPN Unicast+Multicast"},
                                           {safi::route_target, "Route Target Routing Information"}};
inline constexpr Names safi_names = safi_name_table;

namespace extended {
enum Type : uint16_t {
  target_as = 0x0002,
  origin_as = 0x0003,
  ospf_domain_as = 0x0005,
  source_as = 0x0009,
  l2vpn_id = 0x000a,
  target_ip = 0x0102,
  origin_ip = 0x0103,
  ospf_domain_ip = 0x0105,
  ospf_router_id = 0x0107,
  vrf_route_import = 0x010b,
  target_as4 = 0x0202,
  origin_as4 = 0x0203,
  ospf_domain_as4 = 0x0205,
  ospf_route_type = 0x0306,
  encapsulation = 0x030c,
  link_bandwidth = 0x4004,
  cisco_ospf_route_type = 0x8000,
  cisco_ospf_router_id = 0x8001,
  cisco_ospf_domain = 0x8005,
  layer2_info = 0x800a
};
}  // namespace extended
inline constexpr Name extended_name_table[] = {{extended::target_as, "target"},
                                               {extended::origin_as, "origin"},
                                               {extended::ospf_domain_as, "ospf-domain"},
                                               {extended::source_as, "source-AS"},
                                               {extended::l2vpn_id, "l2vpn-id"},
                                               {extended::target_ip, "target"},
                                               {extended::origin_ip, "origin"},
                                               {extended::ospf_domain_ip, "ospf-domain"},
                                               {extended::ospf_router_id, "ospf-router-id"},
                                               {extended::vrf_route_import, "vrf-route-import"},
                                               {extended::target_as4, "target"},
                                               {extended::origin_as4, "origin"},
                                               {extended::ospf_domain_as4, "ospf-domain"},
                                               {extended::ospf_route_type, "ospf-route-type"},
                                               {extended::encapsulation, "encapsulation"},
                                               {extended::link_bandwidth, "link-BW"},
                                               {extended::cisco_ospf_route_type, "ospf-route-type"},
                                               {extended::cisco_ospf_router_id, "ospf-router-id"},
                                               {extended::cisco_ospf_domain, "ospf-domain"},
                                               {extended::layer2_info, "layer2-info"}};
inline constexpr Names extended_names = extended_name_table;
inline constexpr Name extended_flag_table[] = {{0x8000, "vendor-specific"}, {0x4000, "non-transitive"}};
inline constexpr Names extended_flags = extended_flag_table;
inline constexpr Name ospf_route_name_table[] = {{1, "Router"},        {2, "Network"},
                                                 {3, "Summary"},       {5, "External"},
                                                 {7, "NSSA External"}, {129, "MPLS-VPN Sham"}};
inline constexpr Names ospf_route_names = ospf_route_name_table;
inline constexpr Name tunnel_name_table[] = {{1, "L2TPv3 over IP"},
                                             {2, "GRE"},
                                             {3, "Transmit Tunnel"},
                                             {4, "IPsec"},
                                             {5, "IP in IP with IPsec"},
                                             {6, "MPLS in IP with IPsec"},
                                             {7, "IP in IP"},
                                             {8, "VXLAN"},
                                             {9, "NVGRE"},
                                             {10, "MPLS"},
                                             {11, "MPLS in GRE"},
                                             {12, "VXLAN GPE"},
                                             {13, "MPLS in UDP"},
                                             {14, "IPv6"},
                                             {15, "SR TE"},
                                             {16, "Bare"},
                                             {17, "SR"}};
inline constexpr Names tunnel_names = tunnel_name_table;

inline constexpr Name pmsi_name_table[] = {
    {1, "RSVP-TE P2MP LSP"}, {2, "LDP P2MP LSP"},        {3, "PIM-SSM Tree"}, {4, "PIM-SM Tree"},
    {5, "PIM-Bidir Tree"},   {6, "Ingress Replication"}, {7, "LDP MP2MP LSP"}};
inline constexpr Names pmsi_names = pmsi_name_table;
inline constexpr Name pmsi_flag_table[] = {{1, "Leaf Information required"}};
inline constexpr Names pmsi_flags = pmsi_flag_table;

inline constexpr Name multicast_route_table[] = {
    {1, "Intra-AS I-PMSI"}, {2, "Inter-AS I-PMSI"},  {3, "S-PMSI"},          {4, "Intra-AS Segment-Leaf"},
    {5, "Source-Active"},   {6, "Shared Tree Join"}, {7, "Source Tree Join"}};
inline constexpr Names multicast_routes = multicast_route_table;

}  // namespace wiretale::bgp
