// The frame: what the capture itself tells about a packet, as the outermost protocol of the tree.
#include "protocols/link/frame.h"

#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/encapsulation_names.h"

namespace wiretale::frame {

constinit const Field protocols{"frame.protocols", "Protocols in frame", varies, Type::String};

namespace {

constexpr Field interface_id{"frame.interface_id", "Interface id", varies, Type::Uint32};
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
constexpr Field captured{"frame.cap_len", "Capture Length", varies, Type::Uint32};
constexpr Field marked{"frame.marked", "Frame is marked", varies, Type::Boolean};
constexpr Field ignored{"frame.ignored", "Frame is ignored", varies, Type::Boolean};
constexpr const Field* fields[] = {&interface_id, &encapsulation,   &time,     &shift,    &epoch,
                                   &delta,        &delta_displayed, &relative, &number,   &length,
                                   &captured,     &marked,          &ignored,  &protocols};

uint64_t bits_of(Duration duration) { return static_cast<uint64_t>(duration.nanoseconds); }

void put_length(FieldWriter& out, const Field& field, uint64_t bytes) {
  out.put(field, 0, 0, bytes).more(bytes == 1 ? " byte (" : " bytes (", bytes * 8, " bits)");
}

void dissect(Bytes layer, FieldWriter& out) {
  const Packet& packet = out.about.packet;
  const FrameTimes& times = out.about.times;
  const uint64_t wire = packet.wire_length, here = layer.size();
  out.root().label("Frame ", packet.number, ": ", wire, wire == 1 ? " byte" : " bytes", " on wire (",
                   wire * 8, " bits), ", here, here == 1 ? " byte" : " bytes", " captured (", here * 8,
                   " bits)");
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
  out.put(marked, 0, 0, 0).generated();
  out.put(ignored, 0, 0, 0).generated();
  // Known in full only at the end: the dissector writes over it.
  out.put_text(protocols, 0, 0, std::string_view{}).generated();
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "frame", .title = "Frame", .fields = fields, .dissect = dissect, .placed = Placed::ByDissect};

}  // namespace wiretale::frame
