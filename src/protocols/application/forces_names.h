// Names of ForCES (RFC 5810): messages, TLVs, operations and results.
#pragma once
#include "packet/names.h"

namespace wiretale::forces {

enum Message : uint8_t {
  AssociationSetup = 1,
  AssociationTeardown = 2,
  Configuration = 3,
  Query = 4,
  Event = 5,
  Redirect = 6,
  Heartbeat = 15,
  AssociationResponse = 17,
  ConfigurationResponse = 19,
  QueryResponse = 20
};
inline constexpr Name message_names[] = {{AssociationSetup, "Association Setup"},
                                         {AssociationTeardown, "Association TearDown"},
                                         {Configuration, "Config"},
                                         {Query, "Query"},
                                         {Event, "Event Notification"},
                                         {Redirect, "Packet Redirect"},
                                         {Heartbeat, "HeartBeat"},
                                         {AssociationResponse, "Association Response"},
                                         {ConfigurationResponse, "Config Response"},
                                         {QueryResponse, "Query Response"}};
/// Whether a message without any TLV says nothing.
constexpr bool needs_content(uint8_t type) { return type != AssociationSetup && type != Heartbeat; }

enum Top : uint16_t {
  RedirectData = 0x0001,
  AssociationResult = 0x0010,
  TeardownReason = 0x0011,
  LfbSelection = 0x1000
};
inline constexpr Name top_names[] = {
    {AssociationResult, "ASResult"}, {TeardownReason, "ASTreason"}, {LfbSelection, "LFBselect"}};

enum PathContent : uint16_t {
  PathData = 0x110,
  KeyInformation = 0x111,
  FullData = 0x112,
  SparseData = 0x113,
  Result = 0x114
};

enum Operation : uint16_t {
  Set = 1,
  SetProperty = 2,
  SetResponse = 3,
  SetPropertyResponse = 4,
  Delete = 5,
  DeleteResponse = 6,
  Get = 7,
  GetProperty = 8,
  GetResponse = 9,
  GetPropertyResponse = 10,
  Report = 11,
  Commit = 12,
  CommitResponse = 13,
  Complete = 14
};
inline constexpr Name operation_names[] = {{Set, "Set"},
                                           {SetProperty, "SetProp"},
                                           {SetResponse, "SetResp"},
                                           {SetPropertyResponse, "SetPropResp"},
                                           {Delete, "Del"},
                                           {DeleteResponse, "DelResp"},
                                           {Get, "Get"},
                                           {GetProperty, "GetProp"},
                                           {GetResponse, "GetResp"},
                                           {GetPropertyResponse, "GetPropResp"},
                                           {Report, "Report"},
                                           {Commit, "Commit"},
                                           {CommitResponse, "RCommit"},
                                           {Complete, "RTRCOMP"}};

inline constexpr Name class_names[] = {{0, "Invalid TLV"}, {1, "FEObj LFB"}, {2, "FEProto LFB"}};

inline constexpr Name result_names[] = {{0x00, "SUCCESS"},
                                        {0x01, "INVALID HEADER"},
                                        {0x02, "LENGTH MISMATCH"},
                                        {0x03, "VERSION MISMATCH"},
                                        {0x04, "INVALID DESTINATION PID"},
                                        {0x05, "LFB UNKNOWN"},
                                        {0x06, "LFB NOT FOUND"},
                                        {0x07, "LFB INSTANCE ID NOT FOUND"},
                                        {0x08, "INVALID PATH"},
                                        {0x09, "COMPONENT DOES NOT EXIST"},
                                        {0x0a, "EXISTS ALREADY"},
                                        {0x0b, "NOT FOUND"},
                                        {0x0c, "READ ONLY"},
                                        {0x0d, "INVALID ARRAY CREATION"},
                                        {0x0e, "VALUE OUT OF RANGE"},
                                        {0x0f, "CONTENTS TOO LONG"},
                                        {0x10, "INVALID PARAMETERS"},
                                        {0x11, "INVALID MESSAGE TYPE"},
                                        {0x12, "INVALID FLAGS"},
                                        {0x13, "INVALID TLV"},
                                        {0x14, "EVENT ERROR"},
                                        {0x15, "NOT SUPPORTED"},
                                        {0x16, "MEMORY ERROR"},
                                        {0x17, "INTERNAL ERROR"},
                                        {0xff, "UNSPECIFIED ERROR"}};
inline constexpr Name association_names[] = {{0, "Success"}, {1, "FE ID invalid"}, {2, "permission denied"}};
inline constexpr Name teardown_names[] = {{0, "Normal Teardown"},   {1, "Loss of Heartbeats"},
                                          {2, "Out of bandwidth"},  {3, "Out of Memory"},
                                          {4, "Application Crash"}, {255, "Unknown/unspecified"}};

inline constexpr Name acknowledge_names[] = {
    {0, "NoACK"}, {1, "SuccessACK"}, {2, "FailureACK"}, {3, "AlwaysACK"}};
inline constexpr Name mode_names[] = {{0, "EMReserved"},
                                      {1, "execute-all-or-none"},
                                      {2, "execute-until-failure"},
                                      {3, "continue-execute-on-failure"}};
inline constexpr Name phase_names[] = {
    {0, "StartofTransaction"}, {1, "MiddleofTransaction"}, {2, "EndofTransaction"}, {3, "abort"}};

}  // namespace wiretale::forces
