// The fields of IGMP, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"
#include "protocols/checksum_labels.h"

namespace wiretale::igmp_field {

inline constexpr Name type_names_[] = {{1, "Create Group Request"},  {2, "Create Group Reply"},
                                       {3, "Join Group Request"},    {4, "Join Group Reply"},
                                       {5, "Leave Group Request"},   {6, "Leave Group Reply"},
                                       {7, "Confirm Group Request"}, {8, "Confirm Group Reply"},
                                       {17, "Membership Query"},     {18, "Membership Report"},
                                       {19, "DVMRP Protocol"},       {20, "PIM Routing Message"},
                                       {22, "Membership Report"},    {23, "Leave Group"},
                                       {30, "Traceroute Response"},  {31, "Traceroute Query or Request"},
                                       {34, "Membership Report"}};
inline constexpr Name suppress_names_[] = {{1, "SUPPRESS router side processing"},
                                           {0, "Do not suppress router side processing"}};
inline constexpr Name record_type_names_[] = {{1, "Mode Is Include"},        {2, "Mode Is Exclude"},
                                              {3, "Change To Include Mode"}, {4, "Change To Exclude Mode"},
                                              {5, "Allow New Sources"},      {6, "Block Old Sources"}};
inline constexpr Field type{"igmp.type", "Type", bytes(0, 1), Type::Uint8, Show::Hex, type_names_};
inline constexpr Field version{"igmp.version", "IGMP Version", varies, Type::Uint8};
inline constexpr Field reserved{"igmp.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field response_time{"igmp.max_resp", "Max Resp Time", bytes(1, 1), Type::Uint8};
inline constexpr Field response_exponent{"igmp.max_resp.exp", "Exponent", bits(9, 3), Type::Uint8, Show::Hex};
inline constexpr Field response_mantissa{"igmp.max_resp.mant", "Mantissa", bits(12, 4), Type::Uint8,
                                         Show::Hex};
inline constexpr Field checksum{"igmp.checksum", "Checksum", bytes(2, 2), Type::Uint16, Show::Hex};
inline constexpr Field checksum_status{"igmp.checksum.status", "Checksum Status",     varies, Type::Uint8,
                                       Show::Decimal,          checksum_status_labels};
inline constexpr Field bad_checksum{"igmp.bad_checksum", "Bad checksum", varies, Type::None};
inline constexpr Field group{"igmp.maddr", "Multicast Address", varies, Type::Ipv4};
inline constexpr Field suppress{"igmp.s", "S", bits(68, 1), Type::Boolean, Show::Decimal, suppress_names_};
inline constexpr Field robustness{"igmp.qrv", "QRV", bits(69, 3), Type::Uint8};
inline constexpr Field interval{"igmp.qqic", "QQIC", varies, Type::Uint8};
inline constexpr Field source_count{"igmp.num_src", "Num Src", varies, Type::Uint16};
inline constexpr Field source{"igmp.saddr", "Source Address", varies, Type::Ipv4};
inline constexpr Field record_count{"igmp.num_grp_recs", "Num Group Records", varies, Type::Uint16};
inline constexpr Field record_type{"igmp.record_type", "Record Type", varies,
                                   Type::Uint8,        Show::Decimal, record_type_names_};
inline constexpr Field auxiliary_length{"igmp.aux_data_len", "Aux Data Len", varies, Type::Uint8};
inline constexpr Field auxiliary{"igmp.aux_data", "Aux Data", varies, Type::ByteArray};
inline constexpr const Field* fields[] = {
    &type,     &version,         &reserved,     &response_time, &response_exponent, &response_mantissa,
    &checksum, &checksum_status, &bad_checksum, &group,         &suppress,          &robustness,
    &interval, &source_count,    &source,       &record_count,  &record_type,       &auxiliary_length,
    &auxiliary};

}  // namespace wiretale::igmp_field
