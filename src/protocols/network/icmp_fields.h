// The fields of ICMP, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"
#include "protocols/checksum_labels.h"

namespace wiretale::icmp {

inline constexpr Name object_class_names_[] = {{1, "MPLS Label Stack Class"},
                                               {2, "Interface Information Object"},
                                               {3, "Interface Identification Object"}};
inline constexpr Name interface_role_names_[] = {
    {0, "IP interface upon which datagram arrived"},
    {1, "sub-IP component of an IP interface upon which datagram arrived"},
    {2, "IP interface through which datagram would be forwarded"},
    {3, "IP next-hop to which datagram would be forwarded"}};
inline constexpr Name interface_address_flag_names_[] = {{1, "Present"}, {0, "Not Present"}};
inline constexpr Name interface_name_flag_names_[] = {{1, "Present"}, {0, "Not Present"}};
inline constexpr Name interface_mtu_flag_names_[] = {{1, "Present"}, {0, "Not Present"}};
inline constexpr Name extended_state_names_[] = {{0, "Reserved"}, {1, "Incomplete"}, {2, "Reachable"},
                                                 {3, "Stale"},    {4, "Delay"},      {5, "Probe"},
                                                 {6, "Failed"}};
inline constexpr Field type{"icmp.type", "Type", bytes(0, 1), Type::Uint8};
inline constexpr Field code{"icmp.code", "Code", bytes(1, 1), Type::Uint8};
inline constexpr Field checksum{"icmp.checksum", "Checksum", bytes(2, 2), Type::Uint16, Show::Hex};
inline constexpr Field checksum_status{"icmp.checksum.status", "Checksum Status",     varies, Type::Uint8,
                                       Show::Decimal,          checksum_status_labels};
inline constexpr Field unused{"icmp.unused", "Unused", varies, Type::ByteArray};
inline constexpr Field reserved{"icmp.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field identifier{"icmp.ident", "Identifier (BE)", varies, Type::Uint16, Show::DecimalHex};
inline constexpr Field identifier_little{"icmp.ident_le", "Identifier (LE)", varies, Type::Uint16,
                                         Show::DecimalHex};
inline constexpr Field sequence{"icmp.seq", "Sequence Number (BE)", varies, Type::Uint16, Show::DecimalHex};
inline constexpr Field sequence_little{"icmp.seq_le", "Sequence Number (LE)", varies, Type::Uint16,
                                       Show::DecimalHex};
inline constexpr Field next_mtu{"icmp.mtu", "MTU of next hop", varies, Type::Uint16};
inline constexpr Field address_count{"icmp.num_addrs", "Number of addresses", varies, Type::Uint8};
inline constexpr Field address_size{"icmp.addr_entry_size", "Address entry size", varies, Type::Uint8};
inline constexpr Field lifetime{"icmp.lifetime", "Lifetime", varies, Type::Uint16};
inline constexpr Field pointer{"icmp.pointer", "Pointer", varies, Type::Uint32};
inline constexpr Field router_address{"icmp.router_address", "Router address", varies, Type::Ipv4};
inline constexpr Field preference{"icmp.pref_level", "Preference level", varies, Type::Int32};
inline constexpr Field originate_time{"icmp.originate_timestamp", "Originate Timestamp", varies,
                                      Type::Uint32};
inline constexpr Field receive_time{"icmp.receive_timestamp", "Receive Timestamp", varies, Type::Uint32};
inline constexpr Field transmit_time{"icmp.transmit_timestamp", "Transmit Timestamp", varies, Type::Uint32};
inline constexpr Field address_mask{"icmp.address_mask", "Address Mask", varies, Type::Ipv4};
inline constexpr Field gateway{"icmp.redir_gw", "Gateway Address", varies, Type::Ipv4};
inline constexpr Field extensions{"icmp.ext", "ICMP Extensions", varies, Type::None};
inline constexpr Field extension_version{"icmp.ext.version", "Version", varies, Type::Uint8};
inline constexpr Field extension_reserved{"icmp.ext.res", "Reserved", varies.with_mask(0xfff), Type::Uint16,
                                          Show::Hex};
inline constexpr Field extension_checksum{"icmp.ext.checksum", "Checksum", varies, Type::Uint16, Show::Hex};
inline constexpr Field extension_status{
    "icmp.ext.checksum.status", "Checksum Status", varies, Type::Uint8, Show::Decimal,
    checksum_status_labels};
inline constexpr Field object_length{"icmp.ext.length", "Length", varies, Type::Uint16};
inline constexpr Field object_class{"icmp.ext.class", "Class",       varies,
                                    Type::Uint8,      Show::Decimal, object_class_names_};
inline constexpr Field object_type{"icmp.ext.ctype", "C-Type", varies, Type::Uint8};
inline constexpr Field object_data{"icmp.ext.data", "Data", varies, Type::ByteArray};
inline constexpr Field mpls_label{"icmp.mpls.label", "Label", bits(0, 20), Type::Uint24};
inline constexpr Field mpls_experimental{"icmp.mpls.exp", "Experimental", bits(20, 3).within(0, 24),
                                         Type::Uint24};
inline constexpr Field mpls_bottom{"icmp.mpls.s", "Stack bit", bits(23, 1).within(0, 24), Type::Boolean,
                                   Show::Flag};
inline constexpr Field mpls_ttl{"icmp.mpls.ttl", "Time to live", bytes(3, 1), Type::Uint8};
inline constexpr Field response_in{"icmp.resp_in", "Response frame", varies, Type::FrameNumber};
inline constexpr Field no_response{"icmp.no_resp", "No response seen", varies, Type::None};
inline constexpr Field response_to{"icmp.resp_to", "Request frame", varies, Type::FrameNumber};
inline constexpr Field response_time{"icmp.resptime", "Response time", varies, Type::Double};
inline constexpr Field data_time{"icmp.data_time", "Timestamp from icmp data", varies, Type::AbsoluteTime};
inline constexpr Field data_time_relative{"icmp.data_time_relative", "Timestamp from icmp data (relative)",
                                          varies, Type::RelativeTime};
inline constexpr Field original_length{"icmp.length", "Length", varies, Type::Uint8};
inline constexpr Field original_datagram{"icmp.length.original_datagram", "Length of original datagram",
                                         varies, Type::Uint8};
inline constexpr Field interface_role{"icmp.int_info.role", "Interface Role", bits(0, 2),
                                      Type::Uint8,          Show::Decimal,    interface_role_names_};
inline constexpr Field interface_reserved{"icmp.int_info.reserved", "Reserved", bits(2, 2), Type::Uint8};
inline constexpr Field interface_index_flag{"icmp.int_info.ifindex", "ifIndex", bits(4, 1), Type::Boolean};
inline constexpr Field interface_address_flag{
    "icmp.int_info.ipaddr", "IP Address",  bits(5, 1),
    Type::Boolean,          Show::Decimal, interface_address_flag_names_};
inline constexpr Field interface_name_flag{
    "icmp.int_info.name_present", "Interface Name", bits(6, 1), Type::Boolean, Show::Decimal,
    interface_name_flag_names_};
inline constexpr Field interface_mtu_flag{
    "icmp.int_info.mtu_present", "MTU", bits(7, 1), Type::Boolean, Show::Decimal, interface_mtu_flag_names_};
inline constexpr Field interface_index{"icmp.int_info.index", "Interface Index", varies, Type::Uint32};
inline constexpr Field interface_family{"icmp.int_info.afi", "Address Family Identifier", varies,
                                        Type::Uint16};
inline constexpr Field interface_ipv4{"icmp.int_info.ipv4", "Source", varies, Type::Ipv4};
inline constexpr Field interface_ipv6{"icmp.int_info.ipv6", "Source", varies, Type::Ipv6};
inline constexpr Field interface_name_length{"icmp.int_info.name_length", "Name Length", varies, Type::Uint8};
inline constexpr Field interface_name{"icmp.int_info.name", "Name", varies, Type::String};
inline constexpr Field interface_mtu{"icmp.int_info.mtu", "Maximum Transmission Unit", varies, Type::Uint32};
inline constexpr Field extended_sequence{"icmp.ext.echo.seq", "Sequence Number", varies, Type::Uint8,
                                         Show::DecimalHex};
inline constexpr Field extended_request_reserved{"icmp.ext.echo.req.res", "Reserved", bits(56, 7),
                                                 Type::Uint8, Show::Hex};
inline constexpr Field extended_local{"icmp.ext.echo.req.local", "Local bit", bits(63, 1), Type::Boolean,
                                      Show::Flag};
inline constexpr Field extended_state{
    "icmp.ext.echo.rsp.state", "State", bits(56, 3), Type::Uint8, Show::Decimal, extended_state_names_};
inline constexpr Field extended_reply_reserved{"icmp.ext.echo.rsp.res", "Reserved", bits(59, 2), Type::Uint8,
                                               Show::Hex};
inline constexpr Field extended_active{"icmp.ext.echo.rsp.active", "Active bit", bits(61, 1), Type::Boolean,
                                       Show::Flag};
inline constexpr Field extended_ipv4{"icmp.ext.echo.rsp.ipv4", "IPv4 bit", bits(62, 1), Type::Boolean,
                                     Show::Flag};
inline constexpr Field extended_ipv6{"icmp.ext.echo.rsp.ipv6", "IPv6 bit", bits(63, 1), Type::Boolean,
                                     Show::Flag};
inline constexpr Field bad_checksum{"icmp.checksum_bad", "Bad checksum", varies, Type::None};
inline constexpr Field response_not_found{"icmp.resp_not_found", "Response not found", varies, Type::None};
inline constexpr const Field* fields[] = {&type,
                                          &code,
                                          &checksum,
                                          &checksum_status,
                                          &unused,
                                          &reserved,
                                          &identifier,
                                          &identifier_little,
                                          &sequence,
                                          &sequence_little,
                                          &next_mtu,
                                          &address_count,
                                          &address_size,
                                          &lifetime,
                                          &pointer,
                                          &router_address,
                                          &preference,
                                          &originate_time,
                                          &receive_time,
                                          &transmit_time,
                                          &address_mask,
                                          &gateway,
                                          &extensions,
                                          &extension_version,
                                          &extension_reserved,
                                          &extension_checksum,
                                          &extension_status,
                                          &object_length,
                                          &object_class,
                                          &object_type,
                                          &object_data,
                                          &mpls_label,
                                          &mpls_experimental,
                                          &mpls_bottom,
                                          &mpls_ttl,
                                          &response_in,
                                          &no_response,
                                          &response_to,
                                          &response_time,
                                          &data_time,
                                          &data_time_relative,
                                          &original_length,
                                          &original_datagram,
                                          &interface_role,
                                          &interface_reserved,
                                          &interface_index_flag,
                                          &interface_address_flag,
                                          &interface_name_flag,
                                          &interface_mtu_flag,
                                          &interface_index,
                                          &interface_family,
                                          &interface_ipv4,
                                          &interface_ipv6,
                                          &interface_name_length,
                                          &interface_name,
                                          &interface_mtu,
                                          &extended_sequence,
                                          &extended_request_reserved,
                                          &extended_local,
                                          &extended_state,
                                          &extended_reply_reserved,
                                          &extended_active,
                                          &extended_ipv4,
                                          &extended_ipv6,
                                          &bad_checksum,
                                          &response_not_found};

}  // namespace wiretale::icmp
