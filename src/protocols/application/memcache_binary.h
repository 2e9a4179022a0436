// Memcached's binary protocol.
#pragma once
#include "packet/protocol.h"
#include "packet/tree.h"

namespace wiretale::memcache {

[[nodiscard]] bool is_binary(Bytes bytes);
[[nodiscard]] MessageLength binary_length(Bytes stream);
void dissect_binary(Bytes layer, FieldWriter& out);

}  // namespace wiretale::memcache
