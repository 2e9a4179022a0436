// Names in IS-IS (ISO 10589, and the RFCs of its TLV codepoints registry).
#pragma once
#include "packet/names.h"

namespace wiretale::isis {

enum PduType : uint8_t {
  level1_hello = 15,
  level2_hello = 16,
  point_to_point_hello = 17,
  level1_lsp = 18,
  level2_lsp = 20,
  level1_csnp = 24,
  level2_csnp = 25,
  level1_psnp = 26,
  level2_psnp = 27
};
inline constexpr Name pdu_type_table[] = {
    {level1_hello, "L1 Lan IIH"}, {level2_hello, "L2 Lan IIH"}, {point_to_point_hello, "p2p IIH"},
    {level1_lsp, "L1 LSP"},       {level2_lsp, "L2 LSP"},       {level1_csnp, "L1 CSNP"},
    {level2_csnp, "L2 CSNP"},     {level1_psnp, "L1 PSNP"},     {level2_psnp, "L2 PSNP"}};
inline constexpr Names pdu_types = pdu_type_table;

enum Tlv : uint8_t {
  area_addresses = 1,
  is_reachability = 2,
  es_neighbors = 3,
  partition_dis = 4,
  prefix_neighbors = 5,
  is_neighbors = 6,
  instance_id = 7,
  padding = 8,
  lsp_entries = 9,
  authentication = 10,
  checksum_tlv = 12,
  purge_originator = 13,
  lsp_buffer_size = 14,
  extended_is_reachability = 22,
  is_alias = 24,
  internal_ipv4_reachability = 128,
  protocols_supported = 129,
  external_ipv4_reachability = 130,
  interdomain_information = 131,
  ipv4_interfaces = 132,
  te_router_id = 134,
  extended_ipv4_reachability = 135,
  hostname = 137,
  shared_risk_group = 138,
  mt_port_capability = 143,
  mt_capability = 144,
  restart = 211,
  mt_is_reachability = 222,
  multi_topology = 229,
  ipv6_interfaces = 232,
  mt_ipv4_reachability = 235,
  ipv6_reachability = 236,
  mt_ipv6_reachability = 237,
  adjacency_state = 240,
  hello_sequence = 241,
  router_capability = 242,
  vendor_private = 250
};
inline constexpr Name tlv_table[] = {{area_addresses, "Area address(es)"},
                                     {is_reachability, "IS Reachability"},
                                     {es_neighbors, "ES Neighbor(s)"},
                                     {partition_dis, "Partition DIS"},
                                     {prefix_neighbors, "Prefix Neighbors"},
                                     {is_neighbors, "IS Neighbor(s)"},
                                     {instance_id, "Instance Identifier"},
                                     {padding, "Padding"},
                                     {lsp_entries, "LSP entries"},
                                     {authentication, "Authentication"},
                                     {checksum_tlv, "Checksum"},
                                     {purge_originator, "Purge Originator Identifier"},
                                     {lsp_buffer_size, "LSP Buffersize"},
                                     {extended_is_reachability, "Extended IS Reachability"},
                                     {is_alias, "IS Alias ID"},
                                     {42, "DECnet Phase IV"},
                                     {66, "Lucent Proprietary"},
                                     {internal_ipv4_reachability, "IPv4 Internal Reachability"},
                                     {protocols_supported, "Protocols supported"},
                                     {external_ipv4_reachability, "IPv4 External Reachability"},
                                     {interdomain_information, "Inter-Domain Information Type"},
                                     {ipv4_interfaces, "IPv4 Interface address(es)"},
                                     {133, "IPv4 authentication (deprecated)"},
                                     {te_router_id, "Traffic Engineering Router ID"},
                                     {extended_ipv4_reachability, "Extended IPv4 Reachability"},
                                     {hostname, "Hostname"},
                                     {shared_risk_group, "Shared Risk Link Group"},
                                     {mt_port_capability, "Multi-Topology-Aware Port Capability"},
                                     {mt_capability, "Multi-Topology Capability"},
                                     {176, "Nortel Proprietary"},
                                     {177, "Nortel Proprietary"},
                                     {restart, "Restart Signaling"},
                                     {mt_is_reachability, "Multi Topology IS Reachability"},
                                     {multi_topology, "Multi Topology"},
                                     {ipv6_interfaces, "IPv6 Interface address(es)"},
                                     {mt_ipv4_reachability, "Multi-Topology IPv4 Reachability"},
                                     {ipv6_reachability, "IPv6 reachability"},
                                     {mt_ipv6_reachability, "Multi-Topology IP6 Reachability"},
                                     {adjacency_state, "Point-to-point Adjacency State"},
                                     {hello_sequence, "Hello PDU Sequence Number"},
                                     {router_capability, "IS-IS Router Capability"},
                                     {vendor_private, "Vendor Private"}};
inline constexpr Names tlv_names = tlv_table;

/// Under Extended IS Reachability and its like (RFC 5305 and others).
inline constexpr Name link_subtlv_table[] = {{3, "Administrative groups"},
                                             {4, "Link Local/Remote Identifier"},
                                             {5, "Link Remote Identifier"},
                                             {6, "IPv4 interface address"},
                                             {8, "IPv4 neighbor address"},
                                             {9, "Maximum link bandwidth"},
                                             {10, "Reservable link bandwidth"},
                                             {11, "Unreserved bandwidth"},
                                             {12, "Bandwidth Constraints (old)"},
                                             {18, "Traffic Engineering Metric"},
                                             {19, "Link Attribute"},
                                             {20, "Link Protection Type"},
                                             {21, "Interface Switching Capability"},
                                             {22, "Bandwidth Constraints"},
                                             {29, "SPB Metric"},
                                             {32, "LAN Adjacency Segment Identifier"},
                                             {250, "Reserved for cisco specific extensions"},
                                             {251, "Reserved for cisco specific extensions"},
                                             {252, "Reserved for cisco specific extensions"},
                                             {253, "Reserved for cisco specific extensions"},
                                             {254, "Reserved for cisco specific extensions"},
                                             {255, "Reserved for future expansion"}};
inline constexpr Names link_subtlv_names = link_subtlv_table;

inline constexpr Name prefix_subtlv_table[] = {{1, "32-Bit Administrative tag"},
                                               {2, "64-Bit Administrative tag"},
                                               {3, "Prefix SID"},
                                               {117, "Management Prefix Color"}};
inline constexpr Names prefix_subtlv_names = prefix_subtlv_table;

inline constexpr Name port_subtlv_table[] = {{4, "SPB MCID"}, {5, "SPB Digest"}, {6, "SPB BVID"}};
inline constexpr Names port_subtlv_names = port_subtlv_table;

inline constexpr Name capability_subtlv_table[] = {{1, "SPB Instance"},
                                                   {3, "SPBM Service Identifier and Unicast Address"}};
inline constexpr Names capability_subtlv_names = capability_subtlv_table;

inline constexpr Name router_subtlv_table[] = {{2, "SR-Capabilities"}};
inline constexpr Names router_subtlv_names = router_subtlv_table;
inline constexpr Name router_flag_table[] = {{1, "S bit"}, {2, "D bit"}};
inline constexpr Names router_flags = router_flag_table;
inline constexpr Name segment_routing_flag_table[] = {{0x80, "ipv4"}, {0x40, "ipv6"}};
inline constexpr Names segment_routing_flags = segment_routing_flag_table;

inline constexpr Name adjacency_segment_flag_table[] = {
    {0x80, "Address family IPv6"}, {0x40, "Backup"},    {0x20, "Value"}, {0x10, "Local significance"},
    {0x08, "Set of adjacencies"},  {0x04, "Persistent"}};
inline constexpr Names adjacency_segment_flags = adjacency_segment_flag_table;
inline constexpr Name prefix_segment_flag_table[] = {{0x80, "Readvertisement"}, {0x40, "Node"},
                                                     {0x20, "No-PHP"},          {0x10, "Explicit NULL"},
                                                     {0x08, "Value"},           {0x04, "Local"}};
inline constexpr Names prefix_segment_flags = prefix_segment_flag_table;
inline constexpr Name algorithm_table[] = {{0, "SPF"}, {1, "strict-SPF"}};
inline constexpr Names algorithms = algorithm_table;

inline constexpr Name protection_table[] = {
    {0x01, "Extra Traffic"}, {0x02, "Unprotected"}, {0x04, "Shared"},   {0x08, "Dedicated 1:1"},
    {0x10, "Dedicated 1+1"}, {0x20, "Enhanced"},    {0x40, "Reserved"}, {0x80, "Reserved"}};
inline constexpr Names protections = protection_table;

inline constexpr Name topology_table[] = {{0, "IPv4 unicast"},
                                          {1, "In-Band Management"},
                                          {2, "IPv6 unicast"},
                                          {3, "Multicast"},
                                          {4095, "Development, Experimental or Proprietary"}};
inline constexpr Names topologies = topology_table;
inline constexpr Name topology_flag_table[] = {{0x4000, "ATT bit set"}, {0x8000, "Overload bit set"}};
inline constexpr Names topology_flags = topology_flag_table;

inline constexpr Name circuit_type_table[] = {
    {1, "Level 1 only"}, {2, "Level 2 only"}, {3, "Level 1, Level 2"}};
inline constexpr Names circuit_types = circuit_type_table;
inline constexpr Name is_type_table[] = {
    {0, "Unused 0x0 (invalid)"}, {1, "L1 IS"}, {2, "Unused 0x2 (invalid)"}, {3, "L2 IS"}};
inline constexpr Names is_types = is_type_table;
inline constexpr Name adjacency_state_table[] = {{0, "Up"}, {1, "Initializing"}, {2, "Down"}};
inline constexpr Names adjacency_states = adjacency_state_table;
inline constexpr Name restart_flag_table[] = {
    {1, "Restart Request"}, {2, "Restart Acknowledgement"}, {4, "Suppress adjacency advertisement"}};
inline constexpr Names restart_flags = restart_flag_table;
inline constexpr Name virtual_flag_table[] = {{0, "IsNotVirtual"}, {1, "IsVirtual"}};
inline constexpr Names virtual_flags = virtual_flag_table;
inline constexpr Name interdomain_table[] = {
    {1, "Routing-Domain Specific"}, {2, "AS number tag"}, {0, "Reserved"}};
inline constexpr Names interdomain_names = interdomain_table;
inline constexpr Name risk_group_flag_table[] = {{0, "unnumbered"}, {1, "numbered"}};
inline constexpr Names risk_group_flags = risk_group_flag_table;

}  // namespace wiretale::isis
