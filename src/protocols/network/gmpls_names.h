// Names of GMPLS numbers (RFC 3471, RFC 4203), shared by OSPF, IS-IS, RSVP and LMP.
#pragma once
#include "packet/names.h"

namespace wiretale {

inline constexpr Name gmpls_protection_table[] = {{0x01, "Extra"},         {0x02, "Unprotected"},
                                                  {0x04, "Shared"},        {0x08, "Dedicated 1:1"},
                                                  {0x10, "Dedicated 1+1"}, {0x20, "Enhanced"}};
inline constexpr Names gmpls_protections = gmpls_protection_table;
inline constexpr Name gmpls_switching_table[] = {
    {1, "Packet-Switch Capable-1"}, {2, "Packet-Switch Capable-2"}, {3, "Packet-Switch Capable-3"},
    {4, "Packet-Switch Capable-4"}, {51, "Layer-2 Switch Capable"}, {100, "Time-Division-Multiplex"},
    {150, "Lambda-Switch Capable"}, {200, "Fiber-Switch Capable"}};
inline constexpr Names gmpls_switchings = gmpls_switching_table;
inline constexpr Name gmpls_encoding_table[] = {{1, "Packet"},
                                                {2, "Ethernet V2/DIX"},
                                                {3, "ANSI/ETSI PDH"},
                                                {4, "Reserved"},
                                                {5, "SDH ITU-T G.707/SONET ANSI T1.105"},
                                                {6, "Reserved"},
                                                {7, "Digital Wrapper"},
                                                {8, "Lambda (photonic)"},
                                                {9, "Fiber"},
                                                {10, "Reserved"},
                                                {11, "FiberChannel"}};
inline constexpr Names gmpls_encodings = gmpls_encoding_table;
inline constexpr Name bandwidth_model_table[] = {{0, "Russian dolls"}, {1, "Maximum allocation"}};
inline constexpr Names bandwidth_models = bandwidth_model_table;

}  // namespace wiretale
