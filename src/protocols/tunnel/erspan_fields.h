// The fields of ERSPAN, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"

namespace wiretale::erspan {

inline constexpr Name version_names_[] = {{1, "Type II"}, {2, "Type III"}};
inline constexpr Name encapsulation_names_[] = {{0, "Originally without VLAN tag"},
                                                {1, "Originally ISL encapsulated"},
                                                {2, "Originally 802.1Q encapsulated"},
                                                {3, "VLAN tag preserved in frame"}};
inline constexpr Name bad_short_oversized_names_[] = {{0, "Good or unknown integrity"},
                                                      {1, "Short frame"},
                                                      {2, "Oversized frame"},
                                                      {3, "CRC or alignment error"}};
inline constexpr Name truncated_names_[] = {{0, "Not truncated"}, {1, "Truncated"}};
inline constexpr Name frame_type_names_[] = {{0, "Ethernet"}, {2, "IP"}};
inline constexpr Name granularity_names_[] = {
    {0, "100 microseconds"}, {1, "100 nanoseconds"}, {2, "IEEE 1588"}, {3, "Custom granularity"}};
inline constexpr Name direction_names_[] = {{1, "Egress"}, {0, "Ingress"}};
inline constexpr Field version{"erspan.version", "Version",     bits(0, 4).within(0, 16),
                               Type::Uint16,     Show::Decimal, version_names_};
inline constexpr Field vlan{"erspan.vlan", "Vlan", bits(4, 12), Type::Uint16};
inline constexpr Field class_of_service{"erspan.cos", "COS", bits(16, 3).within(16, 16), Type::Uint16};
inline constexpr Field encapsulation{"erspan.encap", "Encap",       bits(19, 2).within(16, 16),
                                     Type::Uint16,   Show::Decimal, encapsulation_names_};
inline constexpr Field bad_short_oversized{"erspan.bso", "Bad/Short/Oversized", bits(19, 2).within(16, 16),
                                           Type::Uint16, Show::Decimal,         bad_short_oversized_names_};
inline constexpr Field truncated{"erspan.truncated", "Truncated",   bits(21, 1).within(16, 16),
                                 Type::Uint16,       Show::Decimal, truncated_names_};
inline constexpr Field session{"erspan.spanid", "SpanID", bits(22, 10), Type::Uint16};
inline constexpr Field reserved{"erspan.reserved", "Reserved", bits(32, 12).within(32, 32), Type::Uint32};
inline constexpr Field index{"erspan.index", "Index", bits(44, 20).within(32, 32), Type::Uint32};
inline constexpr Field timestamp{"erspan.timestamp", "Timestamp", bytes(4, 4), Type::Uint32};
inline constexpr Field group_tag{"erspan.sgt", "Security Group Tag", bytes(8, 2), Type::Uint16};
inline constexpr Field has_pdu{"erspan.p", "Has Ethernet PDU", bits(80, 1).within(80, 16), Type::Uint16};
inline constexpr Field frame_type{"erspan.ft",  "Frame Type",  bits(81, 5).within(80, 16),
                                  Type::Uint16, Show::Decimal, frame_type_names_};
inline constexpr Field hardware{"erspan.hw", "Hardware ID", bits(86, 6), Type::Uint16};
inline constexpr Field granularity{"erspan.gra", "Timestamp granularity", bits(93, 2).within(80, 16),
                                   Type::Uint16, Show::Decimal,           granularity_names_};
inline constexpr Field direction{"erspan.direction", "Direction",   bits(92, 1).within(80, 16),
                                 Type::Boolean,      Show::Decimal, direction_names_};
inline constexpr Field optional{"erspan.o", "Optional Sub headers", bits(95, 1).within(80, 16), Type::Uint16};
inline constexpr const Field* fields[] = {
    &version,   &vlan,    &class_of_service, &encapsulation, &bad_short_oversized,
    &truncated, &session, &reserved,         &index,         &timestamp,
    &group_tag, &has_pdu, &frame_type,       &hardware,      &granularity,
    &direction, &optional};

}  // namespace wiretale::erspan
