// OSI addresses: how NSAPs and system identifiers are written.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// "49.0001.1921.6800": the first byte, then pairs.
inline void put_nsap(Line& line, Bytes address) {
  if (address.empty() || address.size() > 20) {
    line.put("isonsap_string: illegal length");
    return;
  }
  for (size_t i = 0; i < address.size(); ++i) {
    line.put(Hex{address[i], 2});
    if (i % 2 == 0 && i + 1 != address.size()) line.put('.');
  }
}

/// "1921.6800.1001", with ".00" for a pseudonode and "-00" for a fragment behind it.
inline void put_system_id(Line& line, Bytes id) {
  const size_t digits = id.size() < 6 ? id.size() : 6;
  for (size_t i = 0; i < digits; ++i) {
    line.put(Hex{id[i], 2});
    if (i == 1 || i == 3) line.put('.');
  }
  if (id.size() >= 7) line.put('.', Hex{id[6], 2});
  if (id.size() == 8) line.put('-', Hex{id[7], 2});
}

}  // namespace wiretale
