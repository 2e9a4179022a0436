// The fields of LLC and SNAP headers, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"

namespace wiretale::llc {

inline constexpr Name destination_names_[] = {{0, "NULL LSAP"},
                                              {1, "NULL LSAP"},
                                              {2, "LLC Sub-Layer Management"},
                                              {4, "SNA Path Control"},
                                              {6, "TCP/IP"},
                                              {8, "SNA"},
                                              {12, "SNA"},
                                              {14, "PROWAY (IEC955) Network Management and Initialization"},
                                              {16, "NetWare (unofficial?)"},
                                              {20, "ISO Network Layer (OSLAN 1)"},
                                              {24, "Texas Instruments"},
                                              {32, "ISO Network Layer (unofficial?)"},
                                              {52, "ISO Network Layer (unofficial?)"},
                                              {66, "Spanning Tree BPDU"},
                                              {78, "EIA RS-511 Manufacturing Message Service"},
                                              {84, "ISO Network Layer (OSLAN 2)"},
                                              {126, "ISO 8208 (X.25 over 802.2)"},
                                              {127, "ISO 802.2"},
                                              {128, "XNS"},
                                              {130, "BACnet"},
                                              {134, "Nestar"},
                                              {142, "PROWAY (IEC955) Active Station List Maintenance"},
                                              {152, "ARP"},
                                              {180, "HP JetDirect Printer"},
                                              {170, "SNAP"},
                                              {186, "Banyan Vines"},
                                              {188, "Banyan Vines"},
                                              {224, "NetWare"},
                                              {240, "NetBIOS"},
                                              {244, "IBM Net Management"},
                                              {248, "HP Extended LLC"},
                                              {250, "Ungermann-Bass"},
                                              {252, "Remote Program Load"},
                                              {254, "ISO Network Layer"},
                                              {255, "Global LSAP"}};
inline constexpr Name group_names_[] = {{1, "Group"}, {0, "Individual"}};
inline constexpr Name response_names_[] = {{1, "Response"}, {0, "Command"}};
inline constexpr Name supervisory_type_names_[] = {
    {0, "Receiver ready"}, {1, "Receiver not ready"}, {2, "Reject"}, {3, "Selective reject"}};
inline constexpr Name command_names_[] = {{0, "Unnumbered Information"},
                                          {8, "Unnumbered Poll"},
                                          {16, "Disconnect"},
                                          {24, "Unnumbered Acknowledge"},
                                          {32, "Set Normal Response Mode"},
                                          {56, "Test"},
                                          {1, "Set Initialization Mode"},
                                          {33, "Frame reject"},
                                          {49, "Configure"},
                                          {3, "Set Asynchronous Response Mode"},
                                          {11, "Set Asynchronous Balanced Mode"},
                                          {19, "Set Asynchronous Response Mode Extended"},
                                          {27, "Set Asynchronous Balanced Mode Extended"},
                                          {35, "Reset"},
                                          {43, "Exchange identification"},
                                          {51, "Set Normal Response Mode Extended"},
                                          {59, "Beacon"}};
inline constexpr Name command_response_names_[] = {{0, "Unnumbered Information"},
                                                   {8, "Unnumbered Poll"},
                                                   {16, "Request Disconnect"},
                                                   {24, "Unnumbered Acknowledge"},
                                                   {32, "Set Normal Response Mode"},
                                                   {56, "Test"},
                                                   {1, "Request Initialization Mode"},
                                                   {33, "Frame reject"},
                                                   {49, "Configure"},
                                                   {3, "Disconnected mode"},
                                                   {11, "Set Asynchronous Balanced Mode"},
                                                   {19, "Set Asynchronous Response Mode Extended"},
                                                   {27, "Set Asynchronous Balanced Mode Extended"},
                                                   {35, "Reset"},
                                                   {43, "Exchange identification"},
                                                   {51, "Set Normal Response Mode Extended"},
                                                   {59, "Beacon"}};
inline constexpr Name frame_type_names_[] = {
    {0, "Information frame"}, {1, "Supervisory frame"}, {3, "Unnumbered frame"}};
inline constexpr Name cisco_pid_names_[] = {{258, "DRIP"},
                                            {260, "PAgP"},
                                            {261, "MLS Hello"},
                                            {264, "RLQ BPDUs (request)"},
                                            {265, "RLQ BPDUs (response)"},
                                            {267, "PVSTP+"},
                                            {268, "VLAN Bridge"},
                                            {273, "UDLD"},
                                            {313, "MCP"},
                                            {8192, "CDP"},
                                            {8193, "CGMP"},
                                            {8195, "VTP"},
                                            {8196, "DTP"},
                                            {8202, "STP Uplink Fast"}};
inline constexpr Name apple_pid_names_[] = {{32923, "AppleTalk"}};
inline constexpr Field destination{"llc.dsap",  "DSAP",    bytes(0, 1),
                                   Type::Uint8, Show::Hex, destination_names_};
inline constexpr Field destination_sap{"llc.dsap.sap", "SAP", bits(0, 7), Type::Uint8};
inline constexpr Field group{"llc.dsap.ig", "IG Bit", bits(7, 1), Type::Boolean, Show::Decimal, group_names_};
inline constexpr Field source{"llc.ssap", "SSAP", bytes(1, 1), Type::Uint8, Show::Hex, destination_names_};
inline constexpr Field source_sap{"llc.ssap.sap", "SAP", bits(8, 7), Type::Uint8};
inline constexpr Field response{"llc.ssap.cr", "CR Bit",      bits(15, 1),
                                Type::Boolean, Show::Decimal, response_names_};
inline constexpr Field control{"llc.control", "Control", varies, Type::Uint16, Show::Hex};
inline constexpr Field receive_number{"llc.control.n_r", "N(R)", bits(16, 7).within(16, 16), Type::Uint16};
inline constexpr Field send_number{"llc.control.n_s", "N(S)", bits(24, 7).within(16, 16), Type::Uint16};
inline constexpr Field poll{"llc.control.p", "Poll", varies.with_mask(0x10), Type::Boolean, Show::Flag};
inline constexpr Field final{"llc.control.f", "Final", varies.with_mask(0x10), Type::Boolean, Show::Flag};
inline constexpr Field supervisory_type{
    "llc.control.s_ftype",  "Supervisory frame type", bits(28, 2).within(16, 16), Type::Uint16, Show::Hex,
    supervisory_type_names_};
inline constexpr Field unnumbered_command{"llc.control.u_modifier_cmd",
                                          "Command",
                                          bits(16, 6).with_mask(0xec),
                                          Type::Uint8,
                                          Show::Hex,
                                          command_names_};
inline constexpr Field command_response{
    "llc.control.u_modifier_resp", "Response", bits(16, 6).with_mask(0xec), Type::Uint8, Show::Hex,
    command_response_names_};
inline constexpr Field frame_type{"llc.control.ftype", "Frame type", varies,
                                  Type::Uint16,        Show::Hex,    frame_type_names_};
inline constexpr Field unnumbered_frame_type{"llc.control.ftype", "Frame type", bits(22, 2),
                                             Type::Uint8,         Show::Hex,    frame_type_names_};
inline constexpr Field organization{"llc.oui", "Organization Code", varies, Type::Uint24};
inline constexpr Field type{"llc.type", "Type", varies, Type::Uint16, Show::Hex};
inline constexpr Field protocol_id{"llc.pid", "Protocol ID", varies, Type::Uint16, Show::Hex};
inline constexpr Field cisco_pid{"llc.cisco_pid", "PID", varies, Type::Uint16, Show::Hex, cisco_pid_names_};
inline constexpr Field apple_pid{"llc.apple_atalk_pid", "PID",     varies,
                                 Type::Uint16,          Show::Hex, apple_pid_names_};
inline constexpr const Field* fields[] = {&destination,
                                          &destination_sap,
                                          &group,
                                          &source,
                                          &source_sap,
                                          &response,
                                          &control,
                                          &receive_number,
                                          &send_number,
                                          &poll,
                                          &final,
                                          &supervisory_type,
                                          &unnumbered_command,
                                          &command_response,
                                          &frame_type,
                                          &unnumbered_frame_type,
                                          &organization,
                                          &type,
                                          &protocol_id,
                                          &cisco_pid,
                                          &apple_pid};

}  // namespace wiretale::llc
