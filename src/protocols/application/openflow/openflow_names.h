// Names of OpenFlow 1.0 and 1.3 (ONF TS-001 and TS-006), without their prefixes.
#pragma once
#include "packet/names.h"

namespace wiretale::openflow {

constexpr uint32_t big_switch = 0x005c16c7;

inline constexpr Name vendor_names[] = {{0x00000000, "Ethernet"},
                                        {0x00002320, "Nicira Networks"},
                                        {0x00002481, "HP"},
                                        {0x00d0f0db, "Ericsson"},
                                        {0x00748771, "Infoblox Inc"},
                                        {big_switch, "Big Switch Networks"},
                                        {0x4f4e4600, "ONF Extensions"},
                                        {0xff000001, "Budapest University of Technology and Economics"}};

// --- both versions ---

inline constexpr Name fragment_names[] = {{0, "FRAG_NORMAL"}, {1, "FRAG_DROP"}, {2, "FRAG_REASM"}};
inline constexpr Name port_reason_names[] = {{0, "ADD"}, {1, "DELETE"}, {2, "MODIFY"}};

// --- 1.0 ---

namespace v10 {

enum Type : uint8_t {
  Hello,
  Error,
  EchoRequest,
  EchoReply,
  Vendor,
  FeaturesRequest,
  FeaturesReply,
  GetConfigRequest,
  GetConfigReply,
  SetConfig,
  PacketIn,
  FlowRemoved,
  PortStatus,
  PacketOut,
  FlowMod,
  PortMod,
  StatsRequest,
  StatsReply,
  BarrierRequest,
  BarrierReply,
  QueueGetConfigRequest,
  QueueGetConfigReply
};
inline constexpr Name type_names[] = {{Hello, "HELLO"},
                                      {Error, "ERROR"},
                                      {EchoRequest, "ECHO_REQUEST"},
                                      {EchoReply, "ECHO_REPLY"},
                                      {Vendor, "VENDOR"},
                                      {FeaturesRequest, "FEATURES_REQUEST"},
                                      {FeaturesReply, "FEATURES_REPLY"},
                                      {GetConfigRequest, "GET_CONFIG_REQUEST"},
                                      {GetConfigReply, "GET_CONFIG_REPLY"},
                                      {SetConfig, "SET_CONFIG"},
                                      {PacketIn, "PACKET_IN"},
                                      {FlowRemoved, "FLOW_REMOVED"},
                                      {PortStatus, "PORT_STATUS"},
                                      {PacketOut, "PACKET_OUT"},
                                      {FlowMod, "FLOW_MOD"},
                                      {PortMod, "PORT_MOD"},
                                      {StatsRequest, "STATS_REQUEST"},
                                      {StatsReply, "STATS_REPLY"},
                                      {BarrierRequest, "BARRIER_REQUEST"},
                                      {BarrierReply, "BARRIER_REPLY"},
                                      {QueueGetConfigRequest, "QUEUE_GET_CONFIG_REQUEST"},
                                      {QueueGetConfigReply, "QUEUE_GET_CONFIG_REPLY"}};

constexpr uint16_t controller_port = 0xfffd;
inline constexpr Name port_names[] = {{0xff00, "MAX"},
                                      {0xfff8, "IN_PORT"},
                                      {0xfff9, "TABLE"},
                                      {0xfffa, "NORMAL"},
                                      {0xfffb, "FLOOD"},
                                      {0xfffc, "ALL"},
                                      {controller_port, "CONTROLLER"},
                                      {0xfffe, "LOCAL"},
                                      {0xffff, "NONE"}};
inline constexpr Name table_names[] = {{0xfe, "EMERG"}, {0xff, "ALL"}};
inline constexpr Name queue_names[] = {{0xffffffff, "ALL"}};

inline constexpr Name port_config_names[] = {{0x01, "PORT_DOWN"},   {0x02, "NO_STP"},   {0x04, "NO_RECV"},
                                             {0x08, "NO_RECV_STP"}, {0x10, "NO_FLOOD"}, {0x20, "NO_FWD"},
                                             {0x40, "NO_PACKET_IN"}};
inline constexpr Name spanning_tree_names[] = {
    {0, "STP_LISTEN"}, {0x100, "STP_LEARN"}, {0x200, "STP_FORWARD"}, {0x300, "STP_BLOCK"}};
inline constexpr Name link_feature_names[] = {{0x001, "10MB_HD"},  {0x002, "10MB_FD"}, {0x004, "100MB_HD"},
                                              {0x008, "100MB_FD"}, {0x010, "1GB_HD"},  {0x020, "1GB_FD"},
                                              {0x040, "10GB_FD"},  {0x080, "COPPER"},  {0x100, "FIBER"},
                                              {0x200, "AUTONEG"},  {0x400, "PAUSE"},   {0x800, "PAUSE_ASYM"}};
inline constexpr Name capability_names[] = {
    {0x01, "FLOW_STATS"}, {0x02, "TABLE_STATS"}, {0x04, "PORT_STATS"},  {0x08, "STP"},
    {0x10, "RESERVED"},   {0x20, "IP_REASM"},    {0x40, "QUEUE_STATS"}, {0x80, "ARP_MATCH_IP"}};

enum Action : uint16_t {
  Output,
  SetVlanVid,
  SetVlanPcp,
  StripVlan,
  SetDlSrc,
  SetDlDst,
  SetNwSrc,
  SetNwDst,
  SetNwTos,
  SetTpSrc,
  SetTpDst,
  Enqueue,
  VendorAction = 0xffff
};
inline constexpr Name action_names[] = {
    {Output, "OUTPUT"},        {SetVlanVid, "SET_VLAN_VID"}, {SetVlanPcp, "SET_VLAN_PCP"},
    {StripVlan, "STRIP_VLAN"}, {SetDlSrc, "SET_DL_SRC"},     {SetDlDst, "SET_DL_DST"},
    {SetNwSrc, "SET_NW_SRC"},  {SetNwDst, "SET_NW_DST"},     {SetNwTos, "SET_NW_TOS"},
    {SetTpSrc, "SET_TP_SRC"},  {SetTpDst, "SET_TP_DST"},     {Enqueue, "ENQUEUE"},
    {VendorAction, "VENDOR"}};
/// The same as bits of the features reply.
inline constexpr Name action_bit_names[] = {
    {1u << Output, "OUTPUT"},        {1u << SetVlanVid, "SET_VLAN_VID"}, {1u << SetVlanPcp, "SET_VLAN_PCP"},
    {1u << StripVlan, "STRIP_VLAN"}, {1u << SetDlSrc, "SET_DL_SRC"},     {1u << SetDlDst, "SET_DL_DST"},
    {1u << SetNwSrc, "SET_NW_SRC"},  {1u << SetNwDst, "SET_NW_DST"},     {1u << SetNwTos, "SET_NW_TOS"},
    {1u << SetTpSrc, "SET_TP_SRC"},  {1u << SetTpDst, "SET_TP_DST"},     {1u << Enqueue, "ENQUEUE"}};

enum Wildcard : uint32_t {
  InPort = 1u << 0,
  DlVlan = 1u << 1,
  DlSrc = 1u << 2,
  DlDst = 1u << 3,
  DlType = 1u << 4,
  NwProto = 1u << 5,
  TpSrc = 1u << 6,
  TpDst = 1u << 7,
  DlVlanPcp = 1u << 20,
  NwTos = 1u << 21
};
inline constexpr Name wildcard_names[] = {
    {InPort, "IN_PORT"},        {DlVlan, "DL_VLAN"},   {DlSrc, "DL_SRC"}, {DlDst, "DL_DST"},
    {DlType, "DL_TYPE"},        {NwProto, "NW_PROTO"}, {TpSrc, "TP_SRC"}, {TpDst, "TP_DST"},
    {DlVlanPcp, "DL_VLAN_PCP"}, {NwTos, "NW_TOS"}};

enum Command : uint16_t { Add, Modify, ModifyStrict, Delete, DeleteStrict };
inline constexpr Name command_names[] = {{Add, "ADD"},
                                         {Modify, "MODIFY"},
                                         {ModifyStrict, "MODIFY_STRICT"},
                                         {Delete, "DELETE"},
                                         {DeleteStrict, "DELETE_STRICT"}};
inline constexpr Name flow_flag_names[] = {{1, "SEND_FLOW_REM"}, {2, "CHECK_OVERLAP"}, {4, "EMERG"}};
inline constexpr Name packet_in_names[] = {{0, "NO_MATCH"}, {1, "ACTION"}};
inline constexpr Name removed_names[] = {{0, "IDLE_TIMEOUT"}, {1, "HARD_TIMEOUT"}, {2, "DELETE"}};

enum Statistics : uint16_t { Desc, Flow, Aggregate, Table, Port, Queue, VendorStatistics = 0xffff };
inline constexpr Name statistics_names[] = {
    {Desc, "DESC"}, {Flow, "FLOW"},   {Aggregate, "AGGREGATE"},    {Table, "TABLE"},
    {Port, "PORT"}, {Queue, "QUEUE"}, {VendorStatistics, "VENDOR"}};
inline constexpr Name more_names[] = {{1, "MORE"}};
inline constexpr Name property_names[] = {{0, "NONE"}, {1, "MIN_RATE"}};

inline constexpr Name error_names[] = {{0, "HELLO_FAILED"},    {1, "BAD_REQUEST"},
                                       {2, "BAD_ACTION"},      {3, "FLOW_MOD_FAILED"},
                                       {4, "PORT_MOD_FAILED"}, {5, "QUEUE_OP_FAILED"}};
inline constexpr Name hello_code_names[] = {{0, "INCOMPATIBLE"}, {1, "EPERM"}};
inline constexpr Name request_code_names[] = {{0, "BAD_VERSION"}, {1, "BAD_TYPE"},     {2, "BAD_STAT"},
                                              {3, "BAD_VENDOR"},  {4, "BAD_SUBTYPE"},  {5, "EPERM"},
                                              {6, "BAD_LEN"},     {7, "BUFFER_EMPTY"}, {8, "BUFFER_UNKNOWN"}};
inline constexpr Name action_code_names[] = {{0, "BAD_TYPE"},        {1, "BAD_LEN"},      {2, "BAD_VENDOR"},
                                             {3, "BAD_VENDOR_TYPE"}, {4, "BAD_OUT_PORT"}, {5, "BAD_ARGUMENT"},
                                             {6, "EPERM"},           {7, "TOO_MANY"},     {8, "BAD_QUEUE"}};
inline constexpr Name flow_code_names[] = {{0, "ALL_TABLES_FULL"},   {1, "OVERLAP"},     {2, "EPERM"},
                                           {3, "BAD_EMERG_TIMEOUT"}, {4, "BAD_COMMAND"}, {5, "UNSUPPORTED"}};
inline constexpr Name port_code_names[] = {{0, "BAD_PORT"}, {1, "BAD_HW_ADDR"}};
inline constexpr Name queue_code_names[] = {{0, "BAD_PORT"}, {1, "BAD_QUEUE"}, {2, "EPERM"}};
inline constexpr Names code_names[] = {hello_code_names, request_code_names, action_code_names,
                                       flow_code_names,  port_code_names,    queue_code_names};

inline constexpr Name big_switch_names[] = {{0, "SET_IP_MASK"},
                                            {1, "GET_IP_MASK_REQUEST"},
                                            {2, "GET_IP_MASK_REPLY"},
                                            {3, "SET_MIRRORING"},
                                            {4, "GET_MIRRORING_REQUEST"},
                                            {5, "GET_MIRRORING_REPLY"},
                                            {6, "SHELL_COMMAND"},
                                            {7, "SHELL_OUTPUT"},
                                            {8, "SHELL_STATUS"},
                                            {9, "GET_INTERFACES_REQUEST"},
                                            {10, "GET_INTERFACES_REPLY"},
                                            {11, "SET_PKTIN_SUPPRESSION_REQUEST"},
                                            {12, "SET_L2_TABLE_REQUEST"},
                                            {13, "GET_L2_TABLE_REQUEST"},
                                            {14, "GET_L2_TABLE_REPLY"},
                                            {15, "VIRTUAL_PORT_CREATE_REQUEST"},
                                            {16, "VIRTUAL_PORT_CREATE_REPLY"},
                                            {17, "VIRTUAL_PORT_REMOVE_REQUEST"},
                                            {18, "BW_ENABLE_SET_REQUEST"},
                                            {19, "BW_ENABLE_GET_REQUEST"},
                                            {20, "BW_ENABLE_GET_REPLY"},
                                            {21, "BW_CLEAR_DATA_REQUEST"},
                                            {22, "BW_CLEAR_DATA_REPLY"},
                                            {23, "BW_ENABLE_SET_REPLY"},
                                            {24, "SET_L2_TABLE_REPLY"},
                                            {25, "SET_PKTIN_SUPPRESSION_REPLY"},
                                            {26, "VIRTUAL_PORT_REMOVE_REPLY"},
                                            {27, "HYBRID_GET_REQUEST"},
                                            {28, "HYBRID_GET_REPLY"},
                                            {31, "PDU_TX_REQUEST"},
                                            {32, "PDU_TX_REPLY"},
                                            {33, "PDU_RX_REQUEST"},
                                            {34, "PDU_RX_REPLY"},
                                            {35, "PDU_RX_TIMEOUT"}};
inline constexpr Name big_switch_action_names[] = {{1, "MIRROR"}, {2, "SET_TUNNEL_DST"}, {4, "CHECKSUM"}};
inline constexpr Name copy_stage_names[] = {{0, "INGRESS"}, {1, "EGRESS"}};
inline constexpr Name switch_names[] = {{0, "OFF"}, {1, "ON"}};

}  // namespace v10

// --- 1.3 ---

namespace v13 {

enum Type : uint8_t {
  Hello,
  Error,
  EchoRequest,
  EchoReply,
  Experimenter,
  FeaturesRequest,
  FeaturesReply,
  GetConfigRequest,
  GetConfigReply,
  SetConfig,
  PacketIn,
  FlowRemoved,
  PortStatus,
  PacketOut,
  FlowMod,
  GroupMod,
  PortMod,
  TableMod,
  MultipartRequest,
  MultipartReply,
  BarrierRequest,
  BarrierReply,
  QueueGetConfigRequest,
  QueueGetConfigReply,
  RoleRequest,
  RoleReply,
  GetAsyncRequest,
  GetAsyncReply,
  SetAsync,
  MeterMod
};
inline constexpr Name type_names[] = {{Hello, "HELLO"},
                                      {Error, "ERROR"},
                                      {EchoRequest, "ECHO_REQUEST"},
                                      {EchoReply, "ECHO_REPLY"},
                                      {Experimenter, "EXPERIMENTER"},
                                      {FeaturesRequest, "FEATURES_REQUEST"},
                                      {FeaturesReply, "FEATURES_REPLY"},
                                      {GetConfigRequest, "GET_CONFIG_REQUEST"},
                                      {GetConfigReply, "GET_CONFIG_REPLY"},
                                      {SetConfig, "SET_CONFIG"},
                                      {PacketIn, "PACKET_IN"},
                                      {FlowRemoved, "FLOW_REMOVED"},
                                      {PortStatus, "PORT_STATUS"},
                                      {PacketOut, "PACKET_OUT"},
                                      {FlowMod, "FLOW_MOD"},
                                      {GroupMod, "GROUP_MOD"},
                                      {PortMod, "PORT_MOD"},
                                      {TableMod, "TABLE_MOD"},
                                      {MultipartRequest, "MULTIPART_REQUEST"},
                                      {MultipartReply, "MULTIPART_REPLY"},
                                      {BarrierRequest, "BARRIER_REQUEST"},
                                      {BarrierReply, "BARRIER_REPLY"},
                                      {QueueGetConfigRequest, "QUEUE_GET_CONFIG_REQUEST"},
                                      {QueueGetConfigReply, "QUEUE_GET_CONFIG_REPLY"},
                                      {RoleRequest, "ROLE_REQUEST"},
                                      {RoleReply, "ROLE_REPLY"},
                                      {GetAsyncRequest, "GET_ASYNC_REQUEST"},
                                      {GetAsyncReply, "GET_ASYNC_REPLY"},
                                      {SetAsync, "SET_ASYNC"},
                                      {MeterMod, "METER_MOD"}};

inline constexpr Name port_names[] = {
    {0xffffff00, "MAX"},        {0xfffffff8, "IN_PORT"}, {0xfffffff9, "TABLE"},
    {0xfffffffa, "NORMAL"},     {0xfffffffb, "FLOOD"},   {0xfffffffc, "ALL"},
    {0xfffffffd, "CONTROLLER"}, {0xfffffffe, "LOCAL"},   {0xffffffff, "ANY"}};
inline constexpr Name port_config_names[] = {
    {0x01, "PORT_DOWN"}, {0x04, "NO_RECV"}, {0x20, "NO_FWD"}, {0x40, "NO_PACKET_IN"}};
inline constexpr Name port_state_names[] = {{1, "LINK_DOWN"}, {2, "BLOCKED"}, {4, "LIVE"}};
inline constexpr Name link_feature_names[] = {
    {0x0001, "10MB_HD"},  {0x0002, "10MB_FD"}, {0x0004, "100MB_HD"}, {0x0008, "100MB_FD"},
    {0x0010, "1GB_HD"},   {0x0020, "1GB_FD"},  {0x0040, "10GB_FD"},  {0x0080, "40GB_FD"},
    {0x0100, "100GB_FD"}, {0x0200, "1TB_FD"},  {0x0400, "OTHER"},    {0x0800, "COPPER"},
    {0x1000, "FIBER"},    {0x2000, "AUTONEG"}, {0x4000, "PAUSE"},    {0x8000, "PAUSE_ASYM"}};
inline constexpr Name capability_names[] = {
    {0x001, "FLOW_STATS"}, {0x002, "TABLE_STATS"}, {0x004, "PORT_STATS"},  {0x008, "GROUP_STATS"},
    {0x020, "IP_REASM"},   {0x040, "QUEUE_STATS"}, {0x100, "PORT_BLOCKED"}};
inline constexpr Name miss_length_names[] = {{0xffe5, "MAX"}, {0xffff, "NO_BUFFER"}};
inline constexpr Name table_names[] = {{0xff, "ALL"}};
inline constexpr Name role_names[] = {{0, "NOCHANGE"}, {1, "EQUAL"}, {2, "MASTER"}, {3, "SLAVE"}};
inline constexpr Name element_names[] = {{1, "VERSIONBITMAP"}};
/// The reference counts the bits from 1.0; TS-006 7.5.1 from version 0.
inline constexpr Name version_bit_names[] = {{0x01, "1.0"}, {0x02, "1.1"}, {0x04, "1.2"},
                                             {0x08, "1.3"}, {0x10, "1.4"}, {0x20, "1.5"}};
inline constexpr Name packet_in_bit_names[] = {{1, "NO_MATCH"}, {2, "ACTION"}, {4, "INVALID_TTL"}};
inline constexpr Name port_status_bit_names[] = {{1, "ADD"}, {2, "DELETE"}, {4, "MODIFY"}};
inline constexpr Name error_names[] = {{0, "HELLO_FAILED"},
                                       {1, "BAD_REQUEST"},
                                       {2, "BAD_ACTION"},
                                       {3, "BAD_INSTRUCTION"},
                                       {4, "BAD_MATCH"},
                                       {5, "FLOW_MOD_FAILED"},
                                       {6, "GROUP_MOD_FAILED"},
                                       {7, "PORT_MOD_FAILED"},
                                       {8, "TABLE_MOD_FAILED"},
                                       {9, "QUEUE_OP_FAILED"},
                                       {10, "SWITCH_CONFIG_FAILED"},
                                       {11, "ROLE_REQUEST_FAILED"},
                                       {12, "METER_MOD_FAILED"},
                                       {13, "TABLE_FEATURES_FAILED"},
                                       {0xffff, "EXPERIMENTER"}};
inline constexpr Name hello_code_names[] = {{0, "INCOMPATIBLE"}, {1, "EPERM"}};
inline constexpr Name request_code_names[] = {{0, "BAD_VERSION"},    {1, "BAD_TYPE"},
                                              {2, "BAD_MULTIPART"},  {3, "BAD_EXPERIMENTER"},
                                              {4, "BAD_EXP_TYPE"},   {5, "EPERM"},
                                              {6, "BAD_LEN"},        {7, "BUFFER_EMPTY"},
                                              {8, "BUFFER_UNKNOWN"}, {9, "BAD_TABLE_ID"},
                                              {10, "IS_SLAVE"},      {11, "BAD_PORT"},
                                              {12, "BAD_PACKET"},    {13, "MULTIPART_BUFFER_OVERFLOW"}};
inline constexpr Name action_code_names[] = {{0, "BAD_TYPE"},
                                             {1, "BAD_LEN"},
                                             {2, "BAD_EXPERIMENTER"},
                                             {3, "BAD_EXP_TYPE"},
                                             {4, "BAD_OUT_PORT"},
                                             {5, "BAD_ARGUMENT"},
                                             {6, "EPERM"},
                                             {7, "TOO_MANY"},
                                             {8, "BAD_QUEUE"},
                                             {9, "BAD_OUT_GROUP"},
                                             {10, "MATCH_INCONSISTENT"},
                                             {11, "UNSUPPORTED_ORDER"},
                                             {12, "BAD_TAG"},
                                             {13, "BAD_SET_TYPE"},
                                             {14, "BAD_SET_LEN"},
                                             {15, "BAD_SET_ARGUMENT"}};
inline constexpr Name instruction_code_names[] = {{0, "UNKNOWN_INST"},
                                                  {1, "UNSUP_INST"},
                                                  {2, "BAD_TABLE_ID"},
                                                  {3, "UNSUP_METADATA"},
                                                  {4, "UNSUP_METADATA_MASK"},
                                                  {5, "BAD_EXPERIMENTER"},
                                                  {6, "BAD_EXP_TYPE"},
                                                  {7, "BAD_LEN"},
                                                  {8, "EPERM"}};
inline constexpr Name match_code_names[] = {
    {0, "BAD_TYPE"},         {1, "BAD_LEN"},       {2, "BAD_TAG"},    {3, "BAD_DL_ADDR_MASK"},
    {4, "BAD_NW_ADDR_MASK"}, {5, "BAD_WILDCARDS"}, {6, "BAD_FIELD"},  {7, "BAD_VALUE"},
    {8, "BAD_MASK"},         {9, "BAD_PREREQ"},    {10, "DUP_FIELD"}, {11, "EPERM"}};
inline constexpr Name flow_code_names[] = {{0, "UNKNOWN"},     {1, "TABLE_FULL"}, {2, "BAD_TABLE_ID"},
                                           {3, "OVERLAP"},     {4, "EPERM"},      {5, "BAD_TIMEOUT"},
                                           {6, "BAD_COMMAND"}, {7, "BAD_FLAGS"}};
inline constexpr Name group_code_names[] = {
    {0, "GROUP_EXISTS"},      {1, "INVALID_GROUP"},  {2, "WEIGHT_UNSUPPORTED"},
    {3, "OUT_OF_GROUPS"},     {4, "OUT_OF_BUCKETS"}, {5, "CHAINING_UNSUPPORTED"},
    {6, "WATCH_UNSUPPORTED"}, {7, "LOOP"},           {8, "UNKNOWN_GROUP"},
    {9, "CHAINED_GROUP"},     {10, "BAD_TYPE"},      {11, "BAD_COMMAND"},
    {12, "BAD_BUCKET"},       {13, "BAD_WATCH"},     {14, "EPERM"}};
inline constexpr Name port_code_names[] = {
    {0, "BAD_PORT"}, {1, "BAD_HW_ADDR"}, {2, "BAD_CONFIG"}, {3, "BAD_ADVERTISE"}, {4, "EPERM"}};
inline constexpr Name table_code_names[] = {{0, "BAD_TABLE"}, {1, "BAD_CONFIG"}, {2, "EPERM"}};
inline constexpr Name queue_code_names[] = {{0, "BAD_PORT"}, {1, "BAD_QUEUE"}, {2, "EPERM"}};
inline constexpr Name switch_code_names[] = {{0, "BAD_FLAGS"}, {1, "BAD_LEN"}, {2, "EPERM"}};
inline constexpr Name role_code_names[] = {{0, "STALE"}, {1, "UNSUP"}, {2, "BAD_ROLE"}};
inline constexpr Name meter_code_names[] = {
    {0, "UNKNOWN"},     {1, "METER_EXISTS"},   {2, "INVALID_METER"},  {3, "UNKNOWN_METER"},
    {4, "BAD_COMMAND"}, {5, "BAD_FLAGS"},      {6, "BAD_RATE"},       {7, "BAD_BURST"},
    {8, "BAD_BAND"},    {9, "BAD_BAND_VALUE"}, {10, "OUT_OF_METERS"}, {11, "OUT_OF_BANDS"}};
inline constexpr Name table_features_code_names[] = {{0, "BAD_TABLE"}, {1, "BAD_METADATA"}, {2, "BAD_TYPE"},
                                                     {3, "BAD_LEN"},   {4, "BAD_ARGUMENT"}, {5, "EPERM"}};
inline constexpr Names code_names[] = {
    hello_code_names,  request_code_names, action_code_names, instruction_code_names,   match_code_names,
    flow_code_names,   group_code_names,   port_code_names,   table_code_names,         queue_code_names,
    switch_code_names, role_code_names,    meter_code_names,  table_features_code_names};

}  // namespace v13
}  // namespace wiretale::openflow
