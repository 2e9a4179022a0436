// A field of flags in the field tree: its line names those that are set, and each has a line of its own
// below.
#pragma once
#include "packet/tree.h"

namespace wiretale {

/// `flags` have places within the `length` bytes at `at`.
inline void put_flags(FieldWriter& out, size_t at, size_t length, const Field& all,
                      std::span<const Field* const> flags) {
  if (at + length > out.size()) return;
  Item line = out.put(all, at, length);
  const Bytes bytes = out.layer().subspan(at, length);
  if (line.has_label())
    for (const Field* flag : flags)
      if (flag->read(bytes) != 0) line.more(", ", flag->label);
  const Deeper below(out);
  for (const Field* flag : flags) out.put_in(at, *flag);
}

}  // namespace wiretale
