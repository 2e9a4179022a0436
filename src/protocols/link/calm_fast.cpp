// CALM FAST (ISO 29281): networking of vehicles without IP.
#include "packet/line.h"

namespace wiretale::calm_fast {
namespace {

constexpr Field source_reference{"calm_fast.src_nwref", "Source network reference", bytes(0, 1)};
constexpr Field destination_reference{"calm_fast.dst_nwref", "Destination network reference", bytes(1, 1)};
constexpr const Field* fields[] = {&source_reference, &destination_reference};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x1111}};

constexpr size_t header_length = 2;

void print(Line& line, View in) {
  line.protocol = "calm_fast";
  line.put("CALM FAST");
  if (line.link.source != nullptr) line.put(" src:", MacText{line.link.source});
  line.put("; ");
  if (in.length() < header_length) {
    line.put(" (length ", in.length(), " < ", header_length, ')');
    line.invalid();
    return in.need(0, in.length());
  }
  line.put("SrcNwref:", in.u8(0), "; ");
  line.put("DstNwref:", in.u8(1), "; ");
  if (line.options.verbose == 0) return;
  line.dump(in.from(header_length));
  in.need(0, in.length());
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "calm_fast", .title = "CALM FAST", .fields = fields, .found_on = found_on, .print = print};

}  // namespace wiretale::calm_fast
