// Names of OSPF's numbers, versions 2 and 3 (RFC 2328, RFC 5340, IANA: OSPF parameters).
#pragma once
#include "packet/names.h"

namespace wiretale::ospf {

enum Message : uint8_t { hello = 1, database_description, request, update, acknowledgment };
inline constexpr Name message_name_table[] = {{hello, "Hello"},
                                              {database_description, "Database Description"},
                                              {request, "LS-Request"},
                                              {update, "LS-Update"},
                                              {acknowledgment, "LS-Ack"}};
inline constexpr Names message_names = message_name_table;
enum Authentication : uint16_t { no_authentication, simple_authentication, md5_authentication };
inline constexpr Name authentication_name_table[] = {
    {no_authentication, "none"}, {simple_authentication, "simple"}, {md5_authentication, "MD5"}};
inline constexpr Names authentication_names = authentication_name_table;
inline constexpr Name option_name_table[] = {
    {0x01, "MultiTopology"}, {0x02, "External"},       {0x04, "Multicast"}, {0x08, "NSSA"},
    {0x10, "LLS"},           {0x20, "Demand Circuit"}, {0x40, "Opaque"},    {0x80, "Up/Down"}};
inline constexpr Names option_names = option_name_table;
inline constexpr Name option6_name_table[] = {
    {0x01, "V6"},          {0x02, "External"}, {0x04, "Deprecated"},
    {0x08, "NSSA"},        {0x10, "Router"},   {0x20, "Demand Circuit"},
    {0x100, "AF-capable"}, {0x200, "L-bit"},   {0x400, "Authentication Trailer"}};
inline constexpr Names option6_names = option6_name_table;
inline constexpr Name exchange_flag_table[] = {
    {0x04, "Init"}, {0x02, "More"}, {0x01, "Master"}, {0x08, "OOBResync"}};
inline constexpr Names exchange_flags = exchange_flag_table;

enum Lsa : uint8_t {
  router_lsa = 1,
  network_lsa,
  summary_lsa,
  asbr_summary_lsa,
  external_lsa,
  group_lsa,
  nssa_lsa,
  link_opaque_lsa = 9,
  area_opaque_lsa,
  domain_opaque_lsa
};
inline constexpr Name lsa_name_table[] = {{router_lsa, "Router"},
                                          {network_lsa, "Network"},
                                          {summary_lsa, "Summary"},
                                          {asbr_summary_lsa, "ASBR Summary"},
                                          {external_lsa, "External"},
                                          {group_lsa, "Multicast Group"},
                                          {nssa_lsa, "NSSA"},
                                          {link_opaque_lsa, "Link Local Opaque"},
                                          {area_opaque_lsa, "Area Local Opaque"},
                                          {domain_opaque_lsa, "Domain Wide Opaque"}};
inline constexpr Names lsa_names = lsa_name_table;
enum Opaque : uint8_t { traffic_engineering = 1, graceful_restart = 3, router_information = 4 };
inline constexpr Name opaque_name_table[] = {{traffic_engineering, "Traffic Engineering"},
                                             {graceful_restart, "Graceful restart"},
                                             {router_information, "Router Information"}};
inline constexpr Names opaque_names = opaque_name_table;
inline constexpr Name router_flag_table[] = {
    {0x01, "ABR"}, {0x02, "ASBR"}, {0x04, "Virtual"}, {0x08, "W"}, {0x10, "Nt"}};
inline constexpr Names router_flags = router_flag_table;
enum Link : uint8_t { point_to_point = 1, transit, stub, virtual_link };
inline constexpr Name topology_name_table[] = {{0, "default"}, {1, "multicast"}, {2, "management"}};
inline constexpr Names topology_names = topology_name_table;

enum Lsa6 : uint16_t {
  router6_lsa = 0x2001,
  network6_lsa = 0x2002,
  area_prefix_lsa = 0x2003,
  area_router_lsa = 0x2004,
  external6_lsa = 0x4005,
  link_lsa = 0x0008,
  intra_prefix_lsa = 0x2009
};
inline constexpr Name lsa6_name_table[] = {{1, "Router"},
                                           {2, "Network"},
                                           {3, "Inter-Area Prefix"},
                                           {4, "Inter-Area Router"},
                                           {5, "External"},
                                           {6, "Deprecated"},
                                           {7, "NSSA"},
                                           {8, "Link"},
                                           {9, "Intra-Area Prefix"}};
inline constexpr Names lsa6_names = lsa6_name_table;
inline constexpr Name scope_name_table[] = {
    {0x0000, "Link Local"}, {0x2000, "Area Local"}, {0x4000, "Domain Wide"}};
inline constexpr Names scope_names = scope_name_table;
inline constexpr Name prefix_option_table[] = {
    {0x01, "No Unicast"}, {0x02, "Local address"}, {0x04, "Deprecated"}, {0x08, "Propagate"}, {0x10, "Down"}};
inline constexpr Names prefix_options = prefix_option_table;
inline constexpr Name external_flag_table[] = {{0x04, "Type 2"}, {0x02, "Forwarding"}, {0x01, "Tag"}};
inline constexpr Names external_flags = external_flag_table;

inline constexpr Name grace_name_table[] = {
    {1, "Grace Period"}, {2, "Graceful restart Reason"}, {3, "IPv4 interface address"}};
inline constexpr Names grace_names = grace_name_table;
inline constexpr Name grace_reason_table[] = {
    {0, "Unknown"}, {1, "Software Restart"}, {2, "Software Reload/Upgrade"}, {3, "Control Processor Switch"}};
inline constexpr Names grace_reasons = grace_reason_table;
inline constexpr Name capability_table[] = {{0x01, "Reserved"},
                                            {0x02, "Reserved"},
                                            {0x04, "Reserved"},
                                            {0x08, "Reserved"},
                                            {0x10, "graceful restart capable"},
                                            {0x20, "graceful restart helper"},
                                            {0x40, "Stub router support"},
                                            {0x80, "Traffic engineering"},
                                            {0x100, "p2p over LAN"},
                                            {0x200, "path computation server"}};
inline constexpr Names router_capabilities = capability_table;
inline constexpr Name extended_option_table[] = {{0x01, "LSDB resync"}, {0x02, "Restart"}};
inline constexpr Names extended_options = extended_option_table;

inline constexpr Name te_link_name_table[] = {{1, "Point-to-point"}, {2, "Multi-Access"}};
inline constexpr Names te_link_names = te_link_name_table;
inline constexpr Name te_name_table[] = {{1, "Link Type"},
                                         {2, "Link ID"},
                                         {3, "Local Interface IP address"},
                                         {4, "Remote Interface IP address"},
                                         {5, "Traffic Engineering Metric"},
                                         {6, "Maximum Bandwidth"},
                                         {7, "Maximum Reservable Bandwidth"},
                                         {8, "Unreserved Bandwidth"},
                                         {9, "Administrative Group"},
                                         {11, "Link Local/Remote Identifier"},
                                         {14, "Link Protection Type"},
                                         {15, "Interface Switching Capability"},
                                         {16, "Shared Risk Link Group"},
                                         {17, "Bandwidth Constraints"}};
inline constexpr Names te_names = te_name_table;

}  // namespace wiretale::ospf
