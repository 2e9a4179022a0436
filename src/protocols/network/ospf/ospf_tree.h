// OSPF's field tree.
#pragma once
#include "packet/field_cursor.h"
#include "protocols/network/ospf/ospf_tree_fields.h"

namespace wiretale::ospf {

constexpr std::string_view tree_name = "OSPF";
constexpr size_t lsa_header_size = 20;

/// The options of version 2 (RFC 2328 A.2) and of version 3 (RFC 5340 A.2) at `at`.
enum class Instead : bool { No, PropagateOfNssa };
void put_options2(FieldWriter& out, size_t at, Instead instead);
void put_options3(FieldWriter& out, size_t at);

/// The LSA at the cursor, of which only the header when `Parts::Header`; it moves behind it.
enum class Parts : uint8_t { Header, Whole };
void put_lsa2(FieldCursor& in, Parts parts);
void put_lsa3(FieldCursor& in, Parts parts);
/// The end of an LSA's header, which both versions share, and what `put_body` makes of the rest of its
/// `length` bytes from `first` on; the cursor moves behind it.
template <class PutBody>
void put_lsa_rest(FieldCursor& in, size_t first, size_t length, Parts parts, PutBody&& put_body) {
  in.put(field::advrouter, 4);
  in.put(field::lsa_seqnum, 4);
  in.put(field::lsa_chksum, 2);
  in.put(field::lsa_length, 2);
  if (parts == Parts::Header) return;
  if (length < lsa_header_size) {
    in.at = in.end;
    return;
  }
  FieldCursor body(in.out, tree_name, in.at, std::min(first + length, in.end));
  put_body(body);
  in.at = std::min(first + length, in.end);
}
/// LS type of version 3 with its bits.
void put_lsa3_type(FieldCursor& in);

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::ospf
