// OSPF's field tree.
#pragma once
#include "packet/field_cursor.h"
#include "protocols/network/ospf/ospf_tree_fields.h"

namespace wiretale::ospf {

constexpr std::string_view tree_name = "OSPF";

/// The options of version 2 (RFC 2328 A.2) and of version 3 (RFC 5340 A.2) at `at`.
enum class Instead : bool { No, PropagateOfNssa };
void put_options2(FieldWriter& out, size_t at, Instead instead);
void put_options3(FieldWriter& out, size_t at);

/// The LSA at the cursor, of which only the header when `Parts::Header`; it moves behind it.
enum class Parts : uint8_t { Header, Whole };
void put_lsa2(FieldCursor& in, Parts parts);
void put_lsa3(FieldCursor& in, Parts parts);
/// LS type of version 3 with its bits.
void put_lsa3_type(FieldCursor& in);

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::ospf
