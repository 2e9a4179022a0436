// Linux cooked frames in the field tree.
#include "protocols/link/linux_cooked_tree.h"

#include "protocols/link/ethernet.h"
#include "protocols/link/ethertype_labels.h"

namespace wiretale::linux_cooked {

void dissect_source(FieldWriter& out, size_t at, size_t size) {
  constexpr size_t room = 8, mac_length = 6, ipv4_length = 4;
  const size_t given = std::min(size, room);
  if (size == mac_length) {
    out.put(source, at, mac_length);
    out.addresses(out.layer().subspan(at, mac_length), {});
  } else if (size == ipv4_length) {
    out.put(source_ipv4, at, ipv4_length);
    out.addresses(out.layer().subspan(at, ipv4_length), {});
  } else if (size > 0) {
    out.put(source_other, at, given);
  }
  if (given < room) out.put(unused, at + given, room - given);
}

void dissect_type(FieldWriter& out, size_t at, uint16_t type_number, uint16_t hardware_number) {
  constexpr uint16_t gre_hardware = 778;
  out.protocol_column("SLL");
  if (hardware_number == gre_hardware) {
    out.put(gre_type, at, 2)
        .label("Protocol: ", name_or(ethertype_labels, type_number, "Unknown"), " (0x", Hex{type_number, 4},
               ')');
  } else if (type_number <= ethernet::largest_8023_length) {
    out.put(linux_type, at, 2);
  } else {
    const std::string_view name = name_or(ethertype_labels, type_number, "Unknown");
    out.put(type, at, 2).label("Protocol: ", name, " (0x", Hex{type_number, 4}, ')');
    out.path("ethertype");
    out.info(name);
  }
}

}  // namespace wiretale::linux_cooked
