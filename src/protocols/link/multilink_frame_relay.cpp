// Multilink frame relay (FRF.16.1): frames in fragments over a bundle of links; LINKTYPE_MFR.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::multilink_frame_relay {
namespace {

constexpr Name flag_names[] = {{0x80, "Begin"}, {0x40, "End"}, {0x20, "Control"}};
constexpr Name message_names[] = {{1, "Add Link"},  {2, "Add Link ACK"}, {3, "Add Link Reject"}, {4, "Hello"},
                                  {5, "Hello ACK"}, {6, "Remove Link"},  {7, "Remove Link ACK"}};
enum Element : uint8_t { bundle = 1, link = 2, magic = 3, time_stamp = 5 };
constexpr Name element_names[] = {{bundle, "Bundle ID"},     {link, "Link ID"},       {magic, "Magic Number"},
                                  {time_stamp, "Timestamp"}, {6, "Vendor Extension"}, {7, "Cause"}};

constexpr Field flags{"mfr.bec", "Fragmentation bits", bits(0, 3), Type::Uint8, Show::Hex};
constexpr const Field* fields[] = {&flags};

constexpr Claim found_on[] = {{On::LinkType, 182}};

constexpr uint8_t begin = 0x80, control = 0x20, flag_mask = 0xe0;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(2);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if ((header[0] & (begin | control)) == begin) return {.next = ids::frame_relay};
  return {};
}

void print_element(Line& line, uint8_t kind, View value) {
  switch (kind) {
    case bundle:
    case link:
      for (size_t i = 0; i < value.length() && value.u8(i) != 0; ++i)
        line.put(CaretNotation{value.bytes(i, 1)});
      break;
    case magic:
      if (value.length() == 4) {
        line.put("0x", Hex{value.u32(0), 8});
      } else {
        line.put("[IE data length ", value.length(), " != 4]");
        line.invalid();
      }
      break;
    default:
      if (line.options.verbose <= 1) append_hex(line, value.all(), "\n\t  ");
  }
  if (line.options.verbose > 1) append_hex(line, value.all(), "\n\t  ");
}

void print_control(Line& line, View in) {
  constexpr size_t header_length = 3, element_header = 2;
  const uint8_t kind = in.u8(2);
  line.put("FRF.16 Control, Flags [", NamedBits{flag_names, uint64_t{in.u8(0)} & flag_mask}, "], ",
           NamedHex{message_names, kind, "Unknown Message (0x", ")", 2}, ", length ", in.length());
  if (line.options.verbose == 0) return;
  // As tcpdump, which takes the header to be a byte longer when it counts what is left.
  size_t left = in.length() - header_length - 1;
  in = in.from(header_length);
  while (left >= element_header) {
    in.need(0, element_header);
    const uint8_t element = in.u8(0);
    const size_t size = in.u8(1);
    line.put("\n\tIE ", name_or(element_names, element, "Unknown"), " (", element, "), length ", size, ": ");
    if (size <= element_header) return;
    in.need(element_header, size - element_header);
    print_element(line, element,
                  in.part(element_header, size - element_header).with_length(size - element_header));
    in = in.from(size);
    left -= std::min(left, size);
  }
}

void print(Line& line, View in) {
  line.protocol = "mfr";
  in.need(0, 2);
  if (in.length() < 4) {
    line.put("[length ", in.length(), " < 4]");
    line.invalid();
    return;
  }
  in.need(0, 4);
  const uint8_t first = in.u8(0), set = first & flag_mask;
  if (set == flag_mask) return print_control(line, in);
  const unsigned sequence = (first & 0x1eu) << 7 | in.u8(1);
  line.put("FRF.16 Frag, seq ", sequence, ", Flags [", NamedBits{flag_names, set}, ']');
  if ((first & begin) == 0) {
    append_hex(line, in.all());
    return;
  }
  line.put(", ");
  line.print(ids::frame_relay, in.from(2));
}

}  // namespace

extern constinit const Protocol protocol{.name = "mfr",
                                         .title = "Multilink Frame Relay",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::multilink_frame_relay
