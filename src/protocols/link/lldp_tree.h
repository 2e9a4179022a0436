// LLDP's field tree.
#pragma once
#include "packet/field_cursor.h"
#include "protocols/link/lldp_tree_fields.h"

namespace wiretale::lldp {

constexpr std::string_view tree_name = "LLDP";

void dissect(Bytes layer, FieldWriter& out);
/// What follows the organization's code, by organization: IEEE 802.1, IEEE 802.3, LLDP-MED (ANSI/TIA-1057).
void put_8021(FieldCursor& in, unsigned subtype);
void put_8023(FieldCursor& in, unsigned subtype);
void put_media(FieldCursor& in, unsigned subtype);

}  // namespace wiretale::lldp
