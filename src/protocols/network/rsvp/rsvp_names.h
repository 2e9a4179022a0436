// Names in RSVP (RFC 2205, 3209, 3473 and the IANA registry of RSVP parameters).
#pragma once
#include "packet/names.h"

namespace wiretale::rsvp {

inline constexpr Name message_table[] = {{1, "Path"},         {2, "Resv"},     {3, "PathErr"},
                                         {4, "ResvErr"},      {5, "PathTear"}, {6, "ResvTear"},
                                         {7, "ResvConf"},     {12, "Bundle"},  {13, "Acknowledgement"},
                                         {14, "Hello (Old)"}, {15, "Refresh"}, {20, "Hello"}};
inline constexpr Names messages = message_table;

enum Class : uint8_t {
  session = 1,
  hop = 3,
  integrity = 4,
  time_values = 5,
  error_spec = 6,
  style = 8,
  flowspec = 9,
  filter_spec = 10,
  sender_template = 11,
  sender_tspec = 12,
  adspec = 13,
  confirm = 15,
  label = 16,
  label_request = 19,
  explicit_route = 20,
  record_route = 21,
  hello = 22,
  message_id = 23,
  message_id_ack = 24,
  message_id_list = 25,
  recovery_label = 34,
  upstream_label = 35,
  label_set = 36,
  sub_lsp = 50,
  detour = 63,
  class_type = 66,
  class_type_old = 125,
  suggested_label = 129,
  restart_capability = 131,
  capability = 134,
  notify_request = 195,
  admin_status = 196,
  properties = 204,
  fast_reroute = 205,
  session_attribute = 207,
  user_network = 229
};
inline constexpr Name class_table[] = {{session, "Session"},
                                       {hop, "RSVP Hop"},
                                       {integrity, "Integrity"},
                                       {time_values, "Time Values"},
                                       {error_spec, "Error Spec"},
                                       {7, "Scope"},
                                       {style, "Style"},
                                       {flowspec, "Flowspec"},
                                       {filter_spec, "FilterSpec"},
                                       {sender_template, "Sender Template"},
                                       {sender_tspec, "Sender TSpec"},
                                       {adspec, "Adspec"},
                                       {14, "Policy Data"},
                                       {confirm, "Confirm"},
                                       {label, "Label"},
                                       {label_request, "Label Request"},
                                       {explicit_route, "ERO"},
                                       {record_route, "RRO"},
                                       {hello, "Hello"},
                                       {message_id, "Message ID"},
                                       {message_id_ack, "Message ID Ack"},
                                       {message_id_list, "Message ID List"},
                                       {recovery_label, "Recovery Label"},
                                       {upstream_label, "Upstream Label"},
                                       {label_set, "Label Set"},
                                       {37, "Protection"},
                                       {sub_lsp, "Sub-LSP to LSP"},
                                       {detour, "Detour"},
                                       {class_type, "Class Type"},
                                       {class_type_old, "Class Type (old)"},
                                       {suggested_label, "Suggested Label"},
                                       {130, "Acceptable Label Set"},
                                       {restart_capability, "Restart Capability"},
                                       {capability, "Capability"},
                                       {notify_request, "Notify Request"},
                                       {admin_status, "Administrative Status"},
                                       {properties, "Properties"},
                                       {fast_reroute, "Fast Re-Route"},
                                       {session_attribute, "Session Attribute"},
                                       {user_network, "Generalized UNI"},
                                       {230, "Call-ID"},
                                       {236, "Call Capability"}};
inline constexpr Names classes = class_table;

enum ClassType : uint8_t { ipv4 = 1, ipv6 = 2, ipv6_flow = 3, tunnel_ipv4 = 7, uni_ipv4 = 11 };
/// Class << 8 | type.
inline constexpr Name class_type_table[] = {{session << 8 | 1, "IPv4"},
                                            {session << 8 | 2, "IPv6"},
                                            {session << 8 | 7, "Tunnel IPv4"},
                                            {session << 8 | 11, "UNI IPv4"},
                                            {session << 8 | 13, "IPv4 P2MP LSP Tunnel"},
                                            {session << 8 | 14, "IPv6 P2MP LSP Tunnel"},
                                            {hop << 8 | 1, "IPv4"},
                                            {hop << 8 | 2, "IPv6"},
                                            {hop << 8 | 3, "IPv4 plus opt. TLVs"},
                                            {hop << 8 | 4, "IPv6 plus opt. TLVs"},
                                            {time_values << 8 | 1, "1"},
                                            {error_spec << 8 | 1, "IPv4"},
                                            {error_spec << 8 | 2, "IPv6"},
                                            {error_spec << 8 | 3, "IPv4 plus opt. TLVs"},
                                            {error_spec << 8 | 4, "IPv6 plus opt. TLVs"},
                                            {style << 8 | 1, "1"},
                                            {flowspec << 8 | 1, "obsolete"},
                                            {flowspec << 8 | 2, "IntServ"},
                                            {filter_spec << 8 | 1, "IPv4"},
                                            {filter_spec << 8 | 2, "IPv6"},
                                            {filter_spec << 8 | 3, "IPv6 Flow-label"},
                                            {filter_spec << 8 | 7, "Tunnel IPv4"},
                                            {filter_spec << 8 | 12, "IPv4 P2MP LSP Tunnel"},
                                            {filter_spec << 8 | 13, "IPv6 P2MP LSP Tunnel"},
                                            {sender_template << 8 | 1, "IPv4"},
                                            {sender_template << 8 | 2, "IPv6"},
                                            {sender_template << 8 | 7, "Tunnel IPv4"},
                                            {sender_template << 8 | 12, "IPv4 P2MP LSP Tunnel"},
                                            {sender_template << 8 | 13, "IPv6 P2MP LSP Tunnel"},
                                            {sender_tspec << 8 | 2, "IntServ"},
                                            {adspec << 8 | 2, "IntServ"},
                                            {confirm << 8 | 1, "IPv4"},
                                            {confirm << 8 | 2, "IPv6"},
                                            {label << 8 | 1, "Label"},
                                            {label << 8 | 2, "Generalized Label"},
                                            {label << 8 | 3, "Waveband Switching"},
                                            {label_request << 8 | 1, "without label range"},
                                            {label_request << 8 | 2, "with ATM label range"},
                                            {label_request << 8 | 3, "with FR label range"},
                                            {label_request << 8 | 4, "Generalized Label"},
                                            {explicit_route << 8 | 1, "IPv4"},
                                            {record_route << 8 | 1, "IPv4"},
                                            {hello << 8 | 1, "Hello Request"},
                                            {hello << 8 | 2, "Hello Ack"},
                                            {message_id << 8 | 1, "1"},
                                            {message_id_ack << 8 | 1, "Message id ack"},
                                            {message_id_ack << 8 | 2, "Message id nack"},
                                            {message_id_list << 8 | 1, "1"},
                                            {recovery_label << 8 | 1, "Label"},
                                            {recovery_label << 8 | 2, "Generalized Label"},
                                            {recovery_label << 8 | 3, "Waveband Switching"},
                                            {upstream_label << 8 | 1, "Label"},
                                            {upstream_label << 8 | 2, "Generalized Label"},
                                            {upstream_label << 8 | 3, "Waveband Switching"},
                                            {suggested_label << 8 | 1, "Label"},
                                            {suggested_label << 8 | 2, "Generalized Label"},
                                            {suggested_label << 8 | 3, "Waveband Switching"},
                                            {label_set << 8 | 1, "1"},
                                            {sub_lsp << 8 | 1, "IPv4 sub-LSP"},
                                            {sub_lsp << 8 | 2, "IPv6 sub-LSP"},
                                            {detour << 8 | 7, "Tunnel IPv4"},
                                            {class_type << 8 | 1, "1"},
                                            {class_type_old << 8 | 1, "1"},
                                            {restart_capability << 8 | 1, "IPv4"},
                                            {capability << 8 | 1, "1"},
                                            {notify_request << 8 | 1, "IPv4"},
                                            {notify_request << 8 | 2, "IPv6"},
                                            {admin_status << 8 | 1, "1"},
                                            {properties << 8 | 1, "1"},
                                            {fast_reroute << 8 | 1, "1"},
                                            {fast_reroute << 8 | 7, "Tunnel IPv4"},
                                            {session_attribute << 8 | 7, "Tunnel IPv4"},
                                            {user_network << 8 | 1, "1"}};
inline constexpr Names class_types = class_type_table;

inline constexpr Name error_table[] = {
    {24, "Routing Problem"}, {25, "Notify Error"}, {28, "Diffserv TE Error"}};
inline constexpr Names errors = error_table;
inline constexpr Name routing_error_table[] = {{1, "Bad EXPLICIT_ROUTE object"},
                                               {2, "Bad strict node"},
                                               {3, "Bad loose node"},
                                               {4, "Bad initial subobject"},
                                               {5, "No route available toward destination"},
                                               {6, "Unacceptable label value"},
                                               {7, "RRO indicated routing loops"},
                                               {8, "non-RSVP-capable router in the path"},
                                               {9, "MPLS label allocation failure"},
                                               {10, "Unsupported L3PID"}};
inline constexpr Names routing_errors = routing_error_table;
inline constexpr Name diffserv_error_table[] = {
    {1, "Unexpected CT object"},
    {2, "Unsupported CT"},
    {3, "Invalid CT value"},
    {4, "CT/setup priority do not form a configured TE-Class"},
    {5, "CT/holding priority do not form a configured TE-Class"},
    {6, "CT/setup priority and CT/holding priority do not form a configured TE-Class"},
    {7, "Inconsistency between signaled PSC and signaled CT"},
    {8, "Inconsistency between signaled PHBs and signaled CT"}};
inline constexpr Names diffserv_errors = diffserv_error_table;

inline constexpr Name style_table[] = {
    {10, "Fixed Filter"}, {17, "Wildcard Filter"}, {18, "Shared Explicit"}};
inline constexpr Names styles = style_table;
inline constexpr Name hop_kind_table[] = {
    {1, "IPv4 prefix"}, {2, "IPv6 prefix"}, {3, "Label"}, {32, "Autonomous system number"}};
inline constexpr Names hop_kinds = hop_kind_table;
inline constexpr Name hop_flag_table[] = {{1, "Local protection available"},
                                          {2, "Local protection in-use"},
                                          {4, "Bandwidth protection"},
                                          {8, "Node protection"}};
inline constexpr Names hop_flags = hop_flag_table;
inline constexpr Name admin_flag_table[] = {
    {0x80000000, "Reflect"}, {4, "Testing"}, {2, "Admin-down"}, {1, "Delete-in-progress"}};
inline constexpr Names admin_flags = admin_flag_table;
inline constexpr Name capability_table[] = {
    {4, "RecoveryPath Transmit Enabled"}, {2, "RecoveryPath Desired"}, {1, "RecoveryPath Srefresh Capable"}};
inline constexpr Names capabilities = capability_table;
inline constexpr Name session_flag_table[] = {{1, "Local Protection"},
                                              {2, "Label Recording"},
                                              {4, "SE Style"},
                                              {8, "Bandwidth protection desired"},
                                              {16, "Node protection desired"}};
inline constexpr Names session_flags = session_flag_table;
inline constexpr Name label_action_table[] = {
    {0, "Inclusive list"}, {1, "Exclusive list"}, {2, "Inclusive range"}, {3, "Exclusive range"}};
inline constexpr Names label_actions = label_action_table;
inline constexpr Name service_table[] = {
    {1, "Default/Global Information"}, {2, "Guaranteed Rate"}, {5, "Controlled Load"}};
inline constexpr Names services = service_table;
inline constexpr Name parameter_table[] = {{4, "IS hop cnt"},
                                           {6, "Path b/w estimate"},
                                           {8, "Minimum path latency"},
                                           {10, "Composed MTU"},
                                           {127, "Token Bucket TSpec"},
                                           {130, "Guaranteed Service RSpec"},
                                           {133, "End-to-end composed value for C"},
                                           {134, "End-to-end composed value for D"},
                                           {135, "Since-last-reshaping point composed C"},
                                           {136, "Since-last-reshaping point composed D"}};
inline constexpr Names parameters = parameter_table;
inline constexpr Name user_network_table[] = {{1, "Source TNA address"},
                                              {2, "Destination TNA address"},
                                              {3, "Diversity"},
                                              {4, "Egress label"},
                                              {5, "Service level"}};
inline constexpr Names user_network_kinds = user_network_table;

}  // namespace wiretale::rsvp
