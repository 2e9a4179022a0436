// Wireshark's numbers and names of encapsulations (WTAP_ENCAP_*), which are not those of LINKTYPE_*.
#pragma once
#include "packet/names.h"

namespace wiretale {

inline constexpr Name encapsulation_names_[] = {{0, "Unknown"},
                                                {1, "Ethernet"},
                                                {2, "Token Ring"},
                                                {3, "SLIP"},
                                                {4, "PPP"},
                                                {6, "FDDI with bit-swapped MAC addresses"},
                                                {7, "Raw IP"},
                                                {8, "ARCNET"},
                                                {15, "NULL/Loopback"},
                                                {20, "IEEE 802.11 Wireless LAN"},
                                                {23, "IEEE 802.11 plus radiotap radio header"},
                                                {24, "IEEE 802.11 plus AVS radio header"},
                                                {25, "Linux cooked-mode capture v1"},
                                                {26, "Frame Relay"},
                                                {28, "Cisco HDLC"},
                                                {115, "USB packets with Linux header and padding"},
                                                {127, "IEEE 802.15.4 Wireless PAN"},
                                                {129, "Raw IPv4"},
                                                {130, "Raw IPv6"},
                                                {141, "NFLOG"},
                                                {210, "Linux cooked-mode capture v2"}};
inline constexpr Names encapsulation_names = encapsulation_names_;

/// The encapsulation of a LINKTYPE_* value; 0 when Wireshark's number is not known here.
[[nodiscard]] constexpr uint16_t encapsulation_of(uint16_t link_type) {
  constexpr struct {
    uint16_t link_type, encapsulation;
  } all[] = {{1, 1},     {6, 2},     {8, 3},     {9, 4},     {10, 6},    {101, 7},   {12, 7},   {0, 15},
             {108, 15},  {7, 8},     {104, 28},  {105, 20},  {107, 26},  {113, 25},  {127, 23}, {163, 24},
             {220, 115}, {195, 127}, {228, 129}, {229, 130}, {239, 141}, {276, 210}, {50, 4}};
  for (const auto& each : all)
    if (each.link_type == link_type) return each.encapsulation;
  return 0;
}

}  // namespace wiretale
