// DHCPv6's field tree.
#pragma once
#include "packet/field_cursor.h"

namespace wiretale::dhcp6 {

constexpr std::string_view tree_name = "DHCPv6";

void dissect(Bytes layer, FieldWriter& out);
/// The options up to the cursor's end; `message_type` is that of the message they belong to.
struct OptionPlace {
  unsigned message_type = 0, depth = 0;
  unsigned hop_count = 0;
};
void put_options(FieldCursor& in, const OptionPlace& place);
/// A message, also one that a relay's option holds.
void put_message(FieldCursor& in, const OptionPlace& place);

}  // namespace wiretale::dhcp6
