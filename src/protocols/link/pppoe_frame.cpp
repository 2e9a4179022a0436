// The line of PPPoE frames.
#include "protocols/link/pppoe_frame.h"

#include <algorithm>

#include "protocols/catalog.h"

namespace wiretale::pppoe_frame {
namespace {

void print_value(Line& line, Bytes value) {
  const bool text = std::ranges::all_of(value, [](uint8_t byte) { return byte >= 0x20 && byte < 0x7f; });
  if (text) {
    line.put('"', Escaped{value}, '"');
    return;
  }
  line.put("0x");
  for (const uint8_t byte : value) line.put(HexUpper{byte, 2});
}

void print_tags(Line& line, View tags) {
  while (tags.length() > 0) {
    const uint16_t type = tags.u16(0);
    const size_t size = tags.u16(2);
    const Bytes value = tags.bytes(4, size);
    line.put(" [", NamedHex{tag_names, type, "TAG-0x"});
    if (size > 0) {
      line.put(' ');
      print_value(line, value);
    }
    line.put(']');
    if (type == 0) return;
    tags = tags.from(4 + size);
  }
}

}  // namespace

void print(Line& line, View in) {
  line.protocol = "pppoe";
  if (line.outermost()) line.link_header_length = header_length;
  if (in.length() < header_length) {
    line.put(" (length ", in.length(), " < ", header_length, ") (invalid)");
    return;
  }
  in.need(0, header_length);
  const uint8_t version = in.u8(0) >> 4, type = in.u8(0) & 15, code = in.u8(1);
  const uint16_t session = in.u16(2);
  const size_t claimed = in.u16(4);
  if (version != 1) line.put(" [ver ", version, ']');
  if (type != 1) line.put(" [type ", type, ']');
  const bool has_name = std::ranges::any_of(code_names, [&](const Name& name) { return name.value == code; });
  line.put("PPPoE ");
  if (has_name)
    line.put(find_name(code_names, code));
  else
    line.put("PAD-", Hex{code});
  View payload = in.from(header_length);
  if (claimed > payload.length()) line.put(" [len ", claimed, " > ", payload.length(), "!]");
  payload = payload.with_length(std::min(claimed, payload.length()));
  if (session != 0) line.put(" [ses 0x", Hex{session}, ']');
  if (code == session_data) {
    line.put(' ');
    line.print(ids::ppp, payload);
  } else {
    print_tags(line, payload);
  }
}

}  // namespace wiretale::pppoe_frame
