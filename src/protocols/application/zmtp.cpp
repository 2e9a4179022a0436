// ZeroMQ's message transport 1.0 (https://rfc.zeromq.org/spec/13/): frames in TCP, or in PGM behind an
// offset.
#include "protocols/application/zmtp.h"

#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::zmtp {
namespace {

constexpr Field length{"zmtp.length", "Length", varies, Type::Uint64};
constexpr Field flags{"zmtp.flags", "Flags", varies, Type::Uint8, Show::Hex};
constexpr const Field* fields[] = {&length, &flags};
static_assert(fields_are_distinct(fields));

constexpr uint8_t long_length = 0xff;
constexpr size_t long_header = 8;
constexpr uint8_t more = 0x01;
constexpr size_t shown_body = 128;  // without -vv

/// One frame at `at`; where the next begins.
size_t print_frame(Line& line, View in, size_t at) {
  line.put("\n\t");
  const size_t left = in.captured() - at;
  uint64_t body_and_flags = 0;
  size_t header = 1;
  if (in.u8(at) != long_length) {
    body_and_flags = in.u8(at);
    line.put(" frame flags+body  (8-bit) length ", body_and_flags);
  } else {
    line.put(" frame flags+body (64-bit) length");
    if (left < 1 + long_header + 1) line.truncated();
    header = 1 + long_header;
    body_and_flags = in.u64(at + 1);
    line.put(' ', body_and_flags);
  }
  if (body_and_flags == 0) line.truncated();
  in.need(at + header, 1);
  const uint64_t captured = std::min<uint64_t>(body_and_flags, in.captured() - at - header);
  if (captured < body_and_flags) line.put(" (", captured, " captured)");
  const uint8_t flag_byte = in.u8(at + header);
  line.put(", flags 0x", Hex{flag_byte, 2});
  if (line.options.verbose != 0) {
    line.put(" (");
    for (unsigned bit = 7; bit > 0; --bit) line.put((flag_byte >> bit & 1) != 0 ? "MBZ" : "-", '|');
    line.put((flag_byte & more) != 0 ? "MORE" : "-", ')');
    const uint64_t body = body_and_flags - 1;
    if (body != 0) {
      uint64_t shown = std::min<uint64_t>(body, captured - 1);
      if (line.options.verbose == 1) shown = std::min<uint64_t>(shown, shown_body);
      line.put(", first ", shown, " byte(s) of body:");
      append_hex_and_ascii(line, in.bytes(at + header + 1, shown), "\n\t ");
    }
  }
  if (body_and_flags > in.captured() - at - header) line.truncated();
  return at + header + body_and_flags;
}

void print(Line& line, View in) {
  line.protocol = "zmtp1";
  line.put(": ZMTP/1.0");
  size_t at = 0;
  while (at < in.captured()) at = print_frame(line, in, at);
}

Step decode(Cursor&, Context&) { return {}; }

}  // namespace

void print_datagram(Line& line, View in) {
  line.protocol = "zmtp1";
  constexpr uint16_t no_frame_begins = 0xffff;
  in.need(0, 2);
  const uint16_t offset = in.u16(0);
  line.put("\n\t frame offset 0x", Hex{offset, 4});
  const size_t left = in.captured() - 2;
  if (offset != 0) {
    // The end of a frame that began earlier, or its middle.
    const size_t claimed =
        offset == no_frame_begins ? in.length() - 2 : std::min<size_t>(in.length() - 2, offset);
    const size_t part = std::min(claimed, left);
    line.put("\n\t frame intermediate part, ", claimed, " bytes");
    if (part < claimed) line.put(" (", part, " captured)");
    if (line.options.verbose != 0) {
      const size_t shown = line.options.verbose == 1 ? std::min(part, shown_body) : part;
      line.put(", first ", shown, " byte(s):");
      append_hex_and_ascii(line, in.bytes(2, shown), "\n\t ");
    }
    if (offset == no_frame_begins) return;
  }
  size_t at = 2 + size_t{offset};
  while (at < in.captured()) at = print_frame(line, in, at);
}

extern constinit const Protocol protocol{.name = "zmtp",
                                         .title = "ZeroMQ Message Transport Protocol",
                                         .fields = fields,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::zmtp
