// IPv4 options, as the IPv4 header and the checksums of its payloads need them.
#pragma once
#include "packet/line.h"
#include "packet/tree.h"

namespace wiretale {
namespace ipv4_option {

enum Kind : uint8_t {
  end_of_list = 0,
  no_operation = 1,
  record_route = 7,
  timestamp = 68,
  security = 130,
  loose_source_route = 131,
  strict_source_route = 137,
  router_alert = 148
};

inline constexpr Name kinds_[] = {
    {end_of_list, "EOL"},         {no_operation, "NOP"}, {timestamp, "timestamp"},
    {security, "security"},       {record_route, "RR"},  {strict_source_route, "SSRR"},
    {loose_source_route, "LSRR"}, {router_alert, "RA"},  {205, "RFC1393"},
};
inline constexpr Names kinds = kinds_;

inline constexpr Name copy_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name class__names_[] = {{0, "Control"},
                                         {1, "Reserved for future use"},
                                         {2, "Debugging and measurement"},
                                         {3, "Reserved for future use"}};
inline constexpr Name number_names_[] = {{0, "End of Option List (EOL)"},
                                         {1, "No-Operation (NOP)"},
                                         {2, "Security"},
                                         {3, "Loose source route"},
                                         {4, "Time stamp"},
                                         {5, "Extended security"},
                                         {6, "Commercial IP security option"},
                                         {7, "Record route"},
                                         {8, "Stream identifier"},
                                         {9, "Strict source route"},
                                         {10, "Experimental Measurement"},
                                         {11, "MTU probe"},
                                         {12, "MTU Reply"},
                                         {13, "Experimental Flow Control"},
                                         {14, "Experimental Access Control"},
                                         {15, "Ask Estrin"},
                                         {16, "IMI Traffic Descriptor"},
                                         {17, "Extended Internet Protocol"},
                                         {18, "Traceroute"},
                                         {19, "Address Extension"},
                                         {20, "Router Alert"},
                                         {21, "Selective Directed Broadcast"},
                                         {22, "Unassigned"},
                                         {23, "Dynamic Packet State"},
                                         {24, "Upstream Multicast Packet"},
                                         {25, "Quick-Start"},
                                         {30, "RFC 3692-style experiment"}};
inline constexpr Name flag_names_[] = {
    {0, "Time stamps only"}, {1, "Time stamp and address"}, {3, "Time stamps for prespecified addresses"}};
inline constexpr Field type{"ip.opt.type", "Type", bytes(0, 1), Type::Uint8};
inline constexpr Field copy{"ip.opt.type.copy", "Copy on fragmentation", bits(0, 1),
                            Type::Boolean,      Show::Decimal,           copy_names_};
inline constexpr Field class_{"ip.opt.type.class", "Class",       bits(1, 2),
                              Type::Uint8,         Show::Decimal, class__names_};
inline constexpr Field number{"ip.opt.type.number", "Number",      bits(3, 5),
                              Type::Uint8,          Show::Decimal, number_names_};
inline constexpr Field length{"ip.opt.len", "Length", bytes(1, 1), Type::Uint8};
inline constexpr Field pointer{"ip.opt.ptr", "Pointer", varies, Type::Uint8};
inline constexpr Field stream{"ip.opt.sid", "Stream Identifier", varies, Type::Uint16};
inline constexpr Field alert{"ip.opt.ra", "Router Alert", varies, Type::Uint16};
inline constexpr Field overflow{"ip.opt.overflow", "Overflow", bits(24, 4), Type::Uint8};
inline constexpr Field flag{"ip.opt.flag", "Flag", bits(28, 4), Type::Uint8, Show::Hex, flag_names_};
inline constexpr Field time_stamp{"ip.opt.time_stamp", "Time stamp", varies, Type::Uint32};
inline constexpr Field time_stamp_address{"ip.opt.time_stamp_addr", "Address", varies, Type::Ipv4};
inline constexpr Field recorded_route{"ip.rec_rt", "Recorded Route", varies, Type::Ipv4};
inline constexpr Field empty_route{"ip.empty_rt", "Empty Route", varies, Type::Ipv4};
inline constexpr Field source_route{"ip.src_rt", "Source Route", varies, Type::Ipv4};
inline constexpr Field bad_length{"ip.opt.len.invalid", "Invalid length for option", varies, Type::None};
inline constexpr const Field* fields[] = {&type,           &copy,        &class_,       &number,
                                          &length,         &pointer,     &stream,       &alert,
                                          &overflow,       &flag,        &time_stamp,   &time_stamp_address,
                                          &recorded_route, &empty_route, &source_route, &bad_length};
}  // namespace ipv4_option

/// Prints the options (without parentheses); false when an option's data were not captured.
[[nodiscard]] bool print_ipv4_options(Line& line, View options);

/// Writes the fields of options that begin at `at` in the header.
void dissect_ipv4_options(Bytes header, size_t at, FieldWriter& out);

/// Where a source route (RFC 791 3.1) ends, or the header's destination: what checksums of payloads cover.
[[nodiscard]] const uint8_t* ipv4_final_destination(const NetworkHeader& network);

}  // namespace wiretale
