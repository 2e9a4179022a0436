// OpenFlow: what both versions' printers share.
#pragma once
#include "packet/line.h"

namespace wiretale::openflow {

/// Thrown where a length is not what its structure needs; openflow.cpp ends the message with "(invalid)".
struct Malformed {};

/// The first `count` bytes, which `in` then no longer has. Throws Malformed when fewer are claimed.
inline View take(View& in, size_t count) {
  if (in.length() < count) throw Malformed{};
  const View part = in.limit(count);
  in = in.from(count);
  return part;
}
/// Throws Malformed unless exactly `count` bytes are claimed.
inline void expect(View in, size_t count) {
  if (in.length() != count) throw Malformed{};
}

/// Whether a value is shown in full or, with less than -vv, left out.
[[nodiscard]] inline bool detailed(const Line& line) { return line.options.verbose > 1; }

/// " (NAME, NAME)" of the bits known, and " (bogus)" where others are set.
void put_bits(Line& line, Names names, uint32_t bits, uint32_t known);
/// Text up to a NUL in a place of fixed size, in quotes.
void put_quoted(Line& line, View in);
/// A line with the count of bytes and, with -vv, the bytes.
void print_data(Line& line, View in, std::string_view indent = "\n\t ");
/// The organization of a vendor or experimenter number.
std::string_view vendor_name(uint32_t vendor);
/// "name", or "unknown (0x05)" and the like.
void put_name(Line& line, Names names, uint64_t value, std::string_view otherwise, unsigned digits);

/// Prints the body of a message behind its header.
void print_body_1_0(Line& line, uint8_t type, View in);
void print_body_1_3(Line& line, uint8_t type, View in);

/// Version 1.0's lists, which several messages have.
void print_match(Line& line, View in, std::string_view indent);
void print_actions(Line& line, View in, std::string_view indent);
void print_ports(Line& line, View in);
void print_statistics_request(Line& line, View in);
void print_statistics_reply(Line& line, View in);
/// Messages of Big Switch Networks.
void print_big_switch(Line& line, View in);

}  // namespace wiretale::openflow
