// What other captures put in front of an 802.11 frame: Prism and AVS headers.
#include "packet/line.h"
#include "protocols/link/ieee80211.h"

namespace wiretale::prism {
namespace {

constexpr Claim found_on[] = {{On::LinkType, 119}};
constexpr Claim avs_found_on[] = {{On::LinkType, 163}};

constexpr size_t prism_length = 144;
constexpr uint32_t avs_magic = 0x80211000, avs_mask = 0xfffff000;

void print_behind(Line& line, View in, size_t length) {
  line.link_header_length += length + ieee80211::print_frame(line, in.from(length), {});
}

void print_avs(Line& line, View in) {
  line.protocol = "802.11_radio_avs";
  constexpr size_t fixed_length = 8;
  if (!in.has(0, fixed_length)) line.truncated();
  const size_t length = in.u32(4);
  if (!in.has(0, length)) line.truncated();
  print_behind(line, in, length);
}

void print(Line& line, View in) {
  line.protocol = "prism";
  if (!in.has(0, 4)) line.truncated();
  // Some drivers write AVS headers under the same link type.
  if ((in.u32(0) & avs_mask) == avs_magic) return print_avs(line, in);
  if (!in.has(0, prism_length)) line.truncated();
  print_behind(line, in, prism_length);
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "prism", .title = "Prism capture header", .found_on = found_on, .print = print};

}  // namespace wiretale::prism

namespace wiretale::avs {

extern constinit const Protocol protocol{.name = "wlancap",
                                         .title = "AVS WLAN Capture header",
                                         .found_on = prism::avs_found_on,
                                         .print = prism::print_avs};

}  // namespace wiretale::avs
