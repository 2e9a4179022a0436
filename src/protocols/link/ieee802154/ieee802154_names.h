// The names of IEEE 802.15.4: frames, commands and information elements.
#pragma once
#include "packet/names.h"

namespace wiretale::ieee802154 {

enum FrameType : uint8_t {
  Beacon,
  Data,
  Acknowledgment,
  Command,
  Reserved,
  Multipurpose,
  Fragment,
  Extended
};
inline constexpr Name frame_type_names[] = {{Beacon, "Beacon"},      {Data, "Data"},
                                            {Acknowledgment, "ACK"}, {Command, "Command"},
                                            {Reserved, "Reserved"},  {Multipurpose, "Multipurpose"},
                                            {Fragment, "Fragment"},  {Extended, "Extended"}};

enum CommandId : uint8_t {
  AssociationRequest = 1,
  AssociationResponse = 2,
  Disassociation = 3,
  DataRequest = 4,
  PanConflict = 5,
  Orphan = 6,
  BeaconRequest = 7,
  Realignment = 8,
  GtsRequest = 9
};
inline constexpr Name command_names[] = {{AssociationRequest, "Association Request command"},
                                         {AssociationResponse, "Association Response command"},
                                         {Disassociation, "Disassociation Notification command"},
                                         {DataRequest, "Data Request command"},
                                         {PanConflict, "PAN ID Conflict Notification command"},
                                         {Orphan, "Orphan Notification command"},
                                         {BeaconRequest, "Beacon Request command"},
                                         {Realignment, "Coordinator realignment command"},
                                         {GtsRequest, "GTS request command"},
                                         {10, "TRLE Management Request command"},
                                         {11, "TRLE Management Response command"},
                                         {19, "DSME Association Request command"},
                                         {20, "DSME Association Response command"},
                                         {21, "DSME GTS Request command"},
                                         {22, "DSME GTS Response command"},
                                         {23, "DSME GTS Notify command"},
                                         {24, "DSME Information Request command"},
                                         {25, "DSME Information Response command"},
                                         {26, "DSME Beacon Allocation Notification command"},
                                         {27, "DSME Beacon Collision Notification command"},
                                         {28, "DSME Link Report command"},
                                         {32, "RIT Data Request command"},
                                         {33, "DBS Request command"},
                                         {34, "DBS Response command"},
                                         {35, "RIT Data Response command"},
                                         {36, "Vendor Specific command"}};

/// Statuses of an association response.
inline constexpr Name association_names[] = {{0, "Association successful"},
                                             {1, "PAN at capacity"},
                                             {2, "PAN access denied"},
                                             {3, "Hooping sequence offset duplication"},
                                             {0x80, "Fast association successful"}};

/// Reasons of a disassociation.
inline constexpr Name disassociation_names[] = {
    {0, "Reserved"},
    {1, "Reason = The coordinator wishes the device to leave PAN"},
    {2, "Reason = The device wishes to leave the PAN"}};

/// Elements of the header that end it.
enum Termination : uint8_t { Payload = 0x7e, Body = 0x7f };
inline constexpr Name header_element_names[] = {{0x00, "Vendor Specific Header IE"},
                                                {0x1a, "LE CSL IE"},
                                                {0x1b, "LE RIT IE"},
                                                {0x1c, "DSME PAN descriptor IE"},
                                                {0x1d, "Rendezvous Time IE"},
                                                {0x1e, "Time Correction IE"},
                                                {0x21, "Extended DSME PAN descriptor IE"},
                                                {0x22, "Fragment Sequence Context Description IE"},
                                                {0x23, "Simplified Superframe Specification IE"},
                                                {0x24, "Simplified GTS Specification IE"},
                                                {0x25, "LECIM Capabilities IE"},
                                                {0x26, "TRLE Descriptor IE"},
                                                {0x27, "RCC Capabilities IE"},
                                                {0x28, "RCCN Descriptor IE"},
                                                {0x29, "Global Time IE"},
                                                {0x2a, "Omnibus Header IE"},
                                                {0x2b, "DA IE"},
                                                {Payload, "Header Termination 1 IE"},
                                                {Body, "Header Termination 2 IE"}};

enum PayloadGroup : uint8_t { ListTermination = 15 };
inline constexpr Name payload_element_names[] = {{0, "ESDU IE"},
                                                 {1, "MLME IE"},
                                                 {2, "Vendor Specific Nested IE"},
                                                 {3, "Multiplexed IE (802.15.9)"},
                                                 {4, "Omnibus Payload Group IE"},
                                                 {5, "IETF IE"},
                                                 {ListTermination, "List termination"}};

}  // namespace wiretale::ieee802154
