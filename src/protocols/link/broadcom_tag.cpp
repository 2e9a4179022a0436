// Broadcom's tags in frames between a switch chip and its processor: LINKTYPE_DSA_TAG_BRCM and ..._PREPEND.
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/ethernet.h"

namespace wiretale {
namespace {

constexpr size_t tag_length = 4;
constexpr uint8_t ingress_opcode = 0x20;

constexpr Name reason_names[] = {{0x01, "mirror"},    {0x02, "MAC learning"}, {0x04, "switching"},
                                 {0x08, "prot term"}, {0x10, "prot snoop"},   {0x20, "exception"}};
constexpr Name enforcement_names[] = {{0, "None"}, {1, "Untag"}, {2, "Header"}, {3, "Reserved"}};

/// The opcode says who made the tag: 0 the chip (for frames that come in), 1 the processor.
void print_broadcom_tag(Line& line, View tag) {
  const Bytes bytes = tag.bytes(0, tag_length);
  line.put("BRCM tag OP: ", bytes[0] != 0 ? "IG" : "EG", ", ");
  if ((bytes[0] & ingress_opcode) != 0)
    line.put("TC: ", (bytes[1] >> 2) & 7, ", TE: ", Named{enforcement_names, bytes[1] & 3u},
             ", TS: ", bytes[1] >> 7, ", DST map: 0x", Hex{be16(&bytes[2]) & 0x1ffu, 4}, ", ");
  else
    line.put("CID: ", bytes[1], ", RC: ",
             find_name(reason_names, bytes[2]).empty() ? std::string_view("reserved")
                                                       : find_name(reason_names, bytes[2]),
             ", TC: ", bytes[3] >> 5, ", port: ", bytes[3] & 0x1f, ", ");
}

}  // namespace

namespace broadcom_tag {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 281}};

constexpr size_t addresses_length = 12;

Step decode(Cursor& in, Context& context) {
  in.skip(addresses_length + tag_length);
  const uint16_t type = in.u16();
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = context.find(On::EtherType, type)};
}

void print(Line& line, View in) {
  ethernet::print_frame(line, in,
                        {.length = tag_length, .protocol = "brcm-tag", .print = print_broadcom_tag});
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "brcm_tag", .title = "Broadcom tag", .found_on = found_on, .decode = decode, .print = print};

}  // namespace broadcom_tag

namespace broadcom_tag_first {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 282}};

Step decode(Cursor& in, Context&) {
  in.skip(tag_length);
  return {.next = ids::ethernet, .trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void print(Line& line, View in) {
  line.protocol = "brcm-tag-prepend";
  if (in.length() < tag_length) line.truncated();
  in.need(0, tag_length);
  if (line.options.link_header) print_broadcom_tag(line, in);
  const bool outermost = line.outermost();
  ethernet::print_frame(line, in.from(tag_length));
  if (outermost) line.link_header_length += tag_length;
}

}  // namespace

extern constinit const Protocol protocol{.name = "brcm_tag_prepend",
                                         .title = "Broadcom tag before the frame",
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace broadcom_tag_first
}  // namespace wiretale
