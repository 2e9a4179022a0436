// What both versions of Linux cooked frames write into the field tree.
#pragma once
#include "packet/tree.h"
#include "protocols/link/linux_cooked_fields.h"

namespace wiretale::linux_cooked {

/// The sender's address of `size` bytes in the eight bytes at `at`, and what is left of them.
void dissect_source(FieldWriter& out, size_t at, size_t size);

/// The protocol type at `at`: an EtherType, or one of Linux' small numbers.
void dissect_type(FieldWriter& out, size_t at, uint16_t type_number, uint16_t hardware_number);

}  // namespace wiretale::linux_cooked
