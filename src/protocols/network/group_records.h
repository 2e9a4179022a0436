// Group records and sources of multicast membership reports: IGMPv3 (RFC 3376 4.2) and MLDv2 (RFC 3810 5.2),
// which differ in the size of an address.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// " {A B}", or only how many with less than -vv. AddressText is Ipv4Text or Ipv6Text.
template <class AddressText, size_t address_size>
void put_sources(Line& line, View message, size_t at, size_t count) {
  if (line.options.verbose <= 1) {
    line.put(", ", count, " source(s)");
    return;
  }
  line.put(" {");
  for (size_t i = 0; i < count; ++i)
    line.put(' ', AddressText{message.at_least(at + address_size * i, address_size)});
  line.put(" }");
}

/// The records of a report; `unknown` is written before the number of a record type without a name.
template <class AddressText, size_t address_size>
void print_group_records(Line& line, View message, std::string_view unknown) {
  static constexpr std::string_view record_types[] = {"",      "is_in", "is_ex", "to_in",
                                                      "to_ex", "allow", "block"};
  constexpr size_t record_header = 4 + address_size;
  const size_t length = message.length();
  const size_t records = message.u16(6);
  line.put(", ", records, " group record(s)");
  if (line.options.verbose == 0) return;
  size_t at = 8;
  for (size_t i = 0; i < records; ++i) {
    if (length < at + record_header) {
      line.put(" [invalid number of groups]");
      return;
    }
    line.put(" [gaddr ", AddressText{message.at_least(at + 4, address_size)}, ' ');
    const uint8_t kind = message.u8(at);
    if (kind > 0 && kind < std::size(record_types))
      line.put(record_types[kind]);
    else
      line.put(" [", unknown, kind, ']');
    const size_t sources = message.u16(at + 2);
    if (length < at + record_header + sources * address_size) {
      line.put(" [invalid number of sources ", sources, ']');
      return;
    }
    put_sources<AddressText, address_size>(line, message, at + record_header, sources);
    line.put(']');
    at += record_header + sources * address_size + message.u8(at + 1) * size_t{4};
  }
}

}  // namespace wiretale
