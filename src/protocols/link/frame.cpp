// The frame: what the capture itself tells about a packet, as the outermost protocol of the tree.
#include "protocols/link/frame.h"

#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/encapsulation_names.h"
#include "protocols/link/packet_flags.h"

namespace wiretale::frame {

constinit const Field protocols{"frame.protocols", "Protocols in frame", varies, Type::String};
constinit const Field comment{"frame.comment", "Comment", varies, Type::String};
constinit const Field comment_expert{"frame.comment.expert", "Formatted comment", varies, Type::None};

namespace {

constexpr Name direction_names[] = {{0, "Sent"}, {1, "Received"}};

constexpr Field section_number{"frame.section_number", "Section number", varies, Type::Uint32};
constexpr Field interface_id{"frame.interface_id", "Interface id", varies, Type::Uint32};
constexpr Field interface_name{"frame.interface_name", "Interface name", varies, Type::String};
constexpr Field interface_description{"frame.interface_description", "Interface description", varies,
                                      Type::String};
constexpr Field interface_queue{"frame.interface_queue", "Interface queue", varies, Type::Uint32};
constexpr Field packet_id{"frame.packet_id", "Packet id", varies, Type::Uint64};
constexpr Field drop_count{"frame.drop_count", "Drop Count", varies, Type::Uint64};
constexpr Field direction{"frame.p2p_dir", "Point-to-Point Direction", varies, Type::Int8, Show::Decimal,
                          direction_names};
constexpr Field encapsulation{"frame.encap_type", "Encapsulation type", varies,
                              Type::Int16,        Show::Decimal,        encapsulation_names};
constexpr Field time{"frame.time", "Arrival Time", varies, Type::AbsoluteTime};
constexpr Field shift{"frame.offset_shift", "Time shift for this packet", varies, Type::RelativeTime};
constexpr Field epoch{"frame.time_epoch", "Epoch Time", varies, Type::RelativeTime};
constexpr Field delta{"frame.time_delta", "Time delta from previous captured frame", varies,
                      Type::RelativeTime};
constexpr Field delta_displayed{"frame.time_delta_displayed", "Time delta from previous displayed frame",
                                varies, Type::RelativeTime};
constexpr Field relative{"frame.time_relative", "Time since reference or first frame", varies,
                         Type::RelativeTime};
constexpr Field number{"frame.number", "Frame Number", varies, Type::Uint32};
constexpr Field length{"frame.len", "Frame Length", varies, Type::Uint32};
// Known to Wireshark and never told when a file is read from the command line.
constexpr Field file_offset{"frame.file_off", "File Offset", varies, Type::Int64};
constexpr Field digest{"frame.md5_hash", "Frame MD5 Hash", varies, Type::String};
constexpr Field link_number{"frame.link_nr", "Link Number", varies, Type::Uint16};
constexpr Field time_reference{"frame.ref_time", "This is a Time Reference frame", varies, Type::None};
constexpr Field color_name{"frame.coloring_rule.name", "Coloring Rule Name", varies, Type::String};
constexpr Field color_rule{"frame.coloring_rule.string", "Coloring Rule String", varies, Type::String};
constexpr Field captured{"frame.cap_len", "Capture Length", varies, Type::Uint32};
constexpr Field marked{"frame.marked", "Frame is marked", varies, Type::Boolean};
constexpr Field ignored{"frame.ignored", "Frame is ignored", varies, Type::Boolean};
constexpr const Field* frame_fields[] = {
    &section_number,  &interface_id, &interface_name, &interface_description,
    &interface_queue, &packet_id,    &encapsulation,  &time,
    &shift,           &epoch,        &delta,          &delta_displayed,
    &relative,        &number,       &length,         &captured,
    &drop_count,      &marked,       &ignored,        &direction,
    &protocols,       &comment,      &comment_expert, &file_offset,
    &digest,          &link_number,  &time_reference, &color_name,
    &color_rule};
constexpr auto fields = joined_fields(frame_fields, packet_flags::fields);

uint64_t bits_of(Duration duration) { return static_cast<uint64_t>(duration.nanoseconds); }

void put_length(FieldWriter& out, const Field& field, uint64_t bytes) {
  out.put(field, 0, 0, bytes).more(bytes == 1 ? " byte (" : " bytes (", bytes * 8, " bits)");
}

/// What pcapng says about the interface.
void dissect_interface(FieldWriter& out, const FrameFacts& facts) {
  out.put(section_number, 0, 0, facts.section);
  out.put(interface_id, 0, 0, facts.interface).more(" (", facts.interface_name, ')');
  {
    const Deeper below(out);
    out.put_text(interface_name, 0, 0, facts.interface_name);
    if (!facts.interface_description.empty())
      out.put_text(interface_description, 0, 0, facts.interface_description);
  }
  if (facts.flags) packet_flags::dissect(out, *facts.flags);
  if (facts.queue) out.put(interface_queue, 0, 0, *facts.queue);
  if (facts.packet_id) out.put(packet_id, 0, 0, *facts.packet_id);
}

void dissect(Bytes layer, FieldWriter& out) {
  const Packet& packet = out.about.packet;
  const FrameTimes& times = out.about.times;
  const uint64_t wire = packet.wire_length, here = layer.size();
  out.root().label("Frame ", packet.number, ": ", wire, wire == 1 ? " byte" : " bytes", " on wire (",
                   wire * 8, " bits), ", here, here == 1 ? " byte" : " bytes", " captured (", here * 8,
                   " bits)");
  const FrameFacts* const facts = out.about.frame;
  const uint32_t way = facts != nullptr ? facts->flags.value_or(0) & 3 : 0;
  if (facts != nullptr) {
    out.root().more(" on interface ", facts->interface_name, ", id ", facts->interface);
    if (way == 1 || way == 2) out.root().more(way == 1 ? " (inbound)" : " (outbound)");
    dissect_interface(out, *facts);
  }
  out.put(encapsulation, 0, 0, encapsulation_of(packet.link_type));
  out.put(time, 0, 0, static_cast<uint64_t>(packet.time.nanoseconds));
  out.put(shift, 0, 0, 0).generated();
  out.put(epoch, 0, 0, static_cast<uint64_t>(packet.time.nanoseconds));
  out.put(delta, 0, 0, bits_of(times.since_previous)).generated();
  out.put(delta_displayed, 0, 0, bits_of(times.since_displayed)).generated();
  out.put(relative, 0, 0, bits_of(times.since_first)).generated();
  out.put(number, 0, 0, packet.number);
  put_length(out, length, wire);
  put_length(out, captured, here);
  if (facts != nullptr && facts->drop_count) out.put(drop_count, 0, 0, *facts->drop_count);
  out.put(marked, 0, 0, 0).generated();
  out.put(ignored, 0, 0, 0).generated();
  if (way == 1 || way == 2) out.put(direction, 0, 0, way == 1 ? 1 : 0);
  // Known in full only at the end: the dissector writes over it.
  out.put_text(protocols, 0, 0, std::string_view{}).generated();
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "frame", .title = "Frame", .fields = fields, .dissect = dissect, .placed = Placed::ByDissect};

}  // namespace wiretale::frame
