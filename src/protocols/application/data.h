// Payload that no protocol claims, within a layer of another.
#pragma once
#include "packet/tree.h"

namespace wiretale::data {

/// The data protocol beside the layer that writes it, for `size` bytes at `at`.
void put_beside(FieldWriter& out, size_t at, size_t size);
/// The same for bytes that are not in the frame as they read.
void put_beside(FieldWriter& out, size_t at, size_t size, Bytes bytes);

}  // namespace wiretale::data
