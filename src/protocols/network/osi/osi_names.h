// Network layer protocol identifiers (ISO/IEC TR 9577), shared by CLNP, ES-IS and IS-IS.
#pragma once
#include "packet/names.h"

namespace wiretale {

inline constexpr Name network_layer_id_table[] = {
    {0x00, "NULL"},   {0x08, "Q.933"},  {0x09, "LMI"},      {0x80, "SNAP"},  {0x81, "CLNP"}, {0x82, "ES-IS"},
    {0x83, "IS-IS"},  {0x84, "CONS"},   {0x85, "IDRP"},     {0x8a, "ES-IS"}, {0x8e, "IPv6"}, {0xb0, "FRF.12"},
    {0xb1, "FRF.15"}, {0xb2, "FRF.16"}, {0xc1, "ISIS_SPB"}, {0xcc, "IPv4"},  {0xcf, "PPP"}};
inline constexpr Names network_layer_ids = network_layer_id_table;

}  // namespace wiretale
