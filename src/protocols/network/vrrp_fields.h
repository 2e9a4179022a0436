// The fields of VRRP, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"
#include "protocols/checksum_labels.h"

namespace wiretale::vrrp {

inline constexpr Name type_names_[] = {{1, "Advertisement"}};
inline constexpr Name authentication_names_[] = {
    {0, "No Authentication"},
    {1, "Simple Text Authentication [RFC 2338] / Reserved [RFC 3768]"},
    {2, "IP Authentication Header [RFC 2338] / Reserved [RFC 3768]"},
    {254, "Cisco VRRP MD5 authentication"}};
inline constexpr Field version_and_type{"vrrp.typever", "VRRP message version and type", bytes(0, 1),
                                        Type::Uint8};
inline constexpr Field version{"vrrp.version", "VRRP protocol version", bits(0, 4), Type::Uint8};
inline constexpr Field type{"vrrp.type", "VRRP packet type", bits(4, 4),
                            Type::Uint8, Show::Decimal,      type_names_};
inline constexpr Field router{"vrrp.virt_rtr_id", "Virtual Rtr ID", bytes(1, 1), Type::Uint8};
inline constexpr Field priority{"vrrp.prio", "Priority", bytes(2, 1), Type::Uint8};
inline constexpr Field address_count{"vrrp.addr_count", "Addr Count", bytes(3, 1), Type::Uint8};
inline constexpr Field authentication{"vrrp.auth_type", "Auth Type",   bytes(4, 1),
                                      Type::Uint8,      Show::Decimal, authentication_names_};
inline constexpr Field interval{"vrrp.adver_int", "Adver Int", bytes(5, 1), Type::Uint8};
inline constexpr Field reserved{"vrrp.reserved_mbz", "Reserved", bits(32, 4), Type::Uint8};
inline constexpr Field short_interval{"vrrp.short_adver_int", "Adver Int", bits(36, 12), Type::Uint16};
inline constexpr Field checksum{"vrrp.checksum", "Checksum", bytes(6, 2), Type::Uint16, Show::Hex};
inline constexpr Field checksum_status{"vrrp.checksum.status", "Checksum Status",     varies, Type::Uint8,
                                       Show::Decimal,          checksum_status_labels};
inline constexpr Field bad_checksum{"vrrp.checksum_bad.expert", "Bad checksum", varies, Type::None};
inline constexpr Field address{"vrrp.ip_addr", "IP Address", varies, Type::Ipv4};
inline constexpr Field address6{"vrrp.ipv6_addr", "IPv6 Address", varies, Type::Ipv6};
inline constexpr Field password{"vrrp.auth_string", "Authentication String", varies, Type::String};
inline constexpr const Field* fields[] = {
    &version_and_type, &version,  &type,     &router,         &priority, &address_count,
    &authentication,   &interval, &reserved, &short_interval, &checksum, &checksum_status,
    &bad_checksum,     &address,  &address6, &password};

}  // namespace wiretale::vrrp
