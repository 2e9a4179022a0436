// The parts of the OSPF printers.
#pragma once
#include <bit>

#include "packet/line.h"

namespace wiretale::ospf {

inline std::string_view or_else(std::string_view name, std::string_view otherwise) {
  return name.empty() ? otherwise : name;
}

/// The LSA header of version 2; its length, the header's own 20 bytes included.
size_t print_lsa_header(Line& line, View in);
/// A whole LSA of version 2 (RFC 2328 12.4); its length, or 0 when nothing can be read after it.
size_t print_lsa(Line& line, View in);
/// The body of opaque LSAs: traffic engineering (RFC 3630; false when it is invalid), graceful restart (RFC
/// 3623), router information (RFC 7770).
[[nodiscard]] bool print_traffic_engineering(Line& line, View in, size_t length);
void print_grace(Line& line, View in, size_t length);
void print_router_information(Line& line, View in, size_t length);

/// A 32-bit floating point number of bytes per second.
inline void put_bandwidth(Line& line, View in, size_t at) {
  line.put(Fixed{static_cast<double>(std::bit_cast<float>(in.u32(at))) * 8 / 1000000, 3}, " Mbps");
}

}  // namespace wiretale::ospf
