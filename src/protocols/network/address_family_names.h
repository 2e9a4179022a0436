// Address family numbers (IANA) as routing protocols carry them.
#pragma once
#include "packet/names.h"

namespace wiretale {

namespace address_family {
enum Number : uint16_t {
  reserved = 0,
  ipv4 = 1,
  ipv6 = 2,
  nsap = 3,
  ieee_802 = 6,
  e164 = 8,
  vpls = 25,
  l2vpn = 196
};
}  // namespace address_family

inline constexpr Name address_family_name_table[] = {{address_family::reserved, "Reserved"},
                                                     {address_family::ipv4, "IPv4"},
                                                     {address_family::ipv6, "IPv6"},
                                                     {address_family::nsap, "NSAP"},
                                                     {4, "HDLC"},
                                                     {5, "BBN 1822"},
                                                     {address_family::ieee_802, "802"},
                                                     {7, "E.163"},
                                                     {address_family::e164, "E.164"},
                                                     {9, "F.69"},
                                                     {10, "X.121"},
                                                     {11, "Novell IPX"},
                                                     {12, "Appletalk"},
                                                     {13, "Decnet IV"},
                                                     {14, "Banyan Vines"},
                                                     {15, "E.164 with NSAP subaddress"},
                                                     {address_family::vpls, "VPLS"},
                                                     {address_family::l2vpn, "Layer-2 VPN"}};
inline constexpr Names address_family_names = address_family_name_table;

}  // namespace wiretale
