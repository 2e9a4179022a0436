// VAT, the Visual Audio Tool of LBL: audio conferencing on the multicast backbone, before RTP.
#include "packet/line.h"

namespace wiretale::vat {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 3456, Scope::Line}};

void print(Line& line, View in) {
  line.protocol = "vat";
  if (in.length() < 2) {
    line.put("udp/va/vat, length ", in.length(), " < 2");
    return;
  }
  const unsigned first = in.u16(0);
  // The older header has no fixed version; some bits are 0 only in the newer one.
  if ((first & 0xf060) != 0) {
    line.put("udp/vt ", in.length(), ' ', first & 0x3ffu, " / ", first >> 10);
    return;
  }
  constexpr size_t header_length = 8;
  if (in.length() < header_length) {
    line.put("udp/vat, length ", in.length(), " < ", header_length);
    return;
  }
  const uint32_t flags = in.u32(0);
  line.put("udp/vat ", in.length() - header_length, " c", flags & 0xffffu, ' ', in.u32(4));
  if ((flags & 0x800000) != 0) line.put('*');
  if ((flags & 0x3f0000) != 0) line.put(" f", flags >> 16 & 0x3fu);
  if ((flags & 0x1f000000) != 0) line.put(" s", flags >> 24 & 0x1fu);
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "vat", .title = "Visual Audio Tool", .found_on = found_on, .print = print};

}  // namespace wiretale::vat
