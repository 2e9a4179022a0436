// Information elements, beacons and commands of IEEE 802.15.4.
#include "protocols/link/ieee802154/ieee802154.h"
#include "protocols/link/ieee802154/ieee802154_names.h"

namespace wiretale::ieee802154 {
namespace {

/// The content of an element in hexadecimal; whether it was all there.
Next print_content(Line& line, Frame& frame, size_t length) {
  if (length == 0) {
    line.put(" []");
    return Next::GoOn;
  }
  line.put(" [ length = ", length, ", ");
  if (!frame.has(length)) {
    line.put("[ERROR: Truncated IE data]");
    return Next::Stop;
  }
  line.put("IE Data = ");
  for (const uint8_t byte : frame.in.bytes(frame.take(length), length)) line.put(Hex{byte, 2}, ' ');
  line.put(']');
  return Next::GoOn;
}

void put_element_name(Line& line, Names names, unsigned id) {
  const std::string_view name = find_name(names, id);
  if (name.empty())
    line.put("Reserved 0x", Hex{id, 2});
  else
    line.put(name);
}

Next print_payload_elements(Line& line, Frame& frame) {
  unsigned id = 0;
  do {
    if (!frame.has(2)) {
      line.put("[ERROR: Truncated header IE]");
      return Next::Stop;
    }
    const uint16_t word = frame.in.little16(frame.take(2));
    const size_t length = word & 0x7ff;
    id = word >> 11 & 0xf;
    if ((word & 0x8000) == 0) line.put("[ERROR: Payload IE with type 0] ");
    line.put("\n\t");
    put_element_name(line, payload_element_names, id);
    if (print_content(line, frame, length) == Next::Stop) return Next::Stop;
    line.put("\n\t");
  } while (id != ListTermination && frame.left() > 0);
  return Next::GoOn;
}

Next print_slots(Line& line, Frame& frame) {
  constexpr size_t slot_length = 3;
  const uint8_t specification = frame.in.u8(frame.take(1));
  const unsigned count = specification & 7;
  const int verbose = line.options.verbose;
  if (count == 0) {
    if (verbose > 0) line.put("\n\tGTS Descriptor Count = 0, ");
    return Next::GoOn;
  }
  if (!frame.has(1 + count * slot_length)) {
    line.put(" [ERROR: Truncated GTS Info List]");
    return Next::Stop;
  }
  const uint8_t directions = frame.in.u8(frame.take(1));
  if (verbose > 1)
    line.put("GTS Descriptor Count = ", count, ", GTS Directions Mask = ", Hex{directions, 2}, ", [ ");
  for (unsigned i = 0; i < count; ++i) {
    const size_t at = frame.take(slot_length);
    const uint8_t slot = frame.in.u8(at + 1);  // where the reference reads it, one byte before its place
    if (verbose > 1)
      line.put("[ ", Hex{frame.in.little16(at), 4}, ", Start slot = ", slot & 0xf, ", Length = ", slot >> 4,
               " ] ");
  }
  if (verbose > 1) line.put(']');
  return Next::GoOn;
}

Next print_pending(Line& line, Frame& frame) {
  const uint8_t specification = frame.in.u8(frame.take(1));
  const unsigned shorts = specification & 7, longs = specification >> 4 & 7;
  const int verbose = line.options.verbose;
  if (verbose > 0)
    line.put("\n\tPending address list, # short addresses = ", shorts, ", # extended addresses = ", longs);
  if (!frame.has(shorts * 2 + longs * 8)) {
    line.put(" [ERROR: Pending address list truncated]");
    return Next::Stop;
  }
  if (shorts > 0) {
    if (verbose > 1) line.put(", Short address list = [ ");
    for (unsigned i = 0; i < shorts; ++i) {
      const uint16_t address = frame.in.little16(frame.take(2));
      if (verbose > 1) line.put(Hex{address, 4}, ' ');
    }
    if (verbose > 1) line.put(']');
  }
  if (longs > 0) {
    if (verbose > 1) line.put(", Extended address list = [ ");
    for (unsigned i = 0; i < longs; ++i) {
      const size_t at = frame.take(8);
      if (verbose <= 1) continue;
      put_long_address(line, frame.in, at);
      line.put(' ');
    }
    if (verbose > 1) line.put(']');
  }
  return Next::GoOn;
}

void print_capabilities(Line& line, uint8_t bits) {
  line.put((bits & 2) != 0 ? "FFD, " : "RFD, ");
  if ((bits & 4) != 0) line.put("AC powered, ");
  if ((bits & 8) != 0) line.put("Receiver on when idle, ");
  if ((bits & 0x10) != 0) line.put("Fast association, ");
  if ((bits & 0x40) != 0) line.put("Security supported, ");
  if ((bits & 0x80) != 0) line.put("Allocate address, ");
}

void print_realignment(Line& line, Frame& frame, size_t length) {
  const size_t at = frame.take(length);
  line.put("Pan ID = 0x", Hex{frame.in.little16(at), 4},
           ", Coordinator short address = ", Hex{frame.in.little16(at + 2), 4},
           ", Channel Number = ", frame.in.u8(at + 4), ", ");
  if (length == 8) line.put("page = ", frame.in.u8(at + 7), ", ");
  line.put("Short address = ", Hex{frame.in.little16(at + 5), 4});
}

}  // namespace

Next print_elements(Line& line, Frame& frame) {
  unsigned id = 0;
  do {
    if (!frame.has(2)) {
      line.put("[ERROR: Truncated header IE]");
      return Next::Stop;
    }
    const uint16_t word = frame.in.little16(frame.take(2));
    const size_t length = word & 0x7f;
    id = word >> 7 & 0xff;
    if ((word & 0x8000) != 0) line.put("[ERROR: Header IE with type 1] ");
    line.put("\n\t");
    put_element_name(line, header_element_names, id);
    if (print_content(line, frame, length) == Next::Stop) return Next::Stop;
    line.put(' ');
  } while (id != Payload && id != Body && frame.left() > 0);
  return id == Payload ? print_payload_elements(line, frame) : Next::GoOn;
}

Next print_beacon(Line& line, Frame& frame) {
  if (!frame.has(2)) {
    line.put("[ERROR: Truncated before beacon information]");
    return Next::Stop;
  }
  const uint16_t superframe = frame.in.little16(frame.take(2));
  if (line.options.verbose > 0) {
    line.put("\n\tBeacon order = ", superframe & 0xf, ", Superframe order = ", superframe >> 4 & 0xf,
             ", Final CAP Slot = ", superframe >> 8 & 0xf);
    if ((superframe & 0x1000) != 0) line.put(", BLE enabled");
    if ((superframe & 0x4000) != 0) line.put(", PAN Coordinator");
    if ((superframe & 0x8000) != 0) line.put(", Association Permit");
  }
  if (!frame.has(1)) {
    line.put("[ERROR: Truncated before GTS info]");
    return Next::Stop;
  }
  if (print_slots(line, frame) == Next::Stop) return Next::Stop;
  if (!frame.has(1)) {
    line.put("[ERROR: Truncated before pending addresses]");
    return Next::Stop;
  }
  return print_pending(line, frame);
}

Next print_command(Line& line, Frame& frame) {
  if (!frame.has(1)) {
    line.put("[ERROR: Truncated before Command ID]");
    return Next::Stop;
  }
  const uint8_t id = frame.in.u8(frame.take(1));
  line.put("Command ID = ");
  put_element_name(line, command_names, id);
  line.put(' ');
  if (frame.left() == 0) return Next::GoOn;
  const size_t length = frame.left();
  switch (id) {
    case AssociationRequest:
      if (length != 1)
        line.put("Invalid Association request command length");
      else
        print_capabilities(line, frame.in.u8(frame.take(1)));
      break;
    case AssociationResponse:
      if (length != 3) {
        line.put("Invalid Association response command length");
      } else {
        const size_t at = frame.take(3);
        line.put("Short address = ", Hex{frame.in.little16(at), 4}, ", ",
                 NamedHex{association_names, frame.in.u8(at + 2), "Status = 0x", {}, 2});
      }
      break;
    case Disassociation:
      if (length != 1) {
        line.put("Invalid Disassociation Notification command length");
      } else {
        const std::string_view reason = find_name(disassociation_names, frame.in.u8(frame.take(1)));
        if (reason.empty()) line.truncated();
        line.put(reason);
      }
      break;
    case DataRequest:
    case PanConflict:
    case Orphan:
    case BeaconRequest: break;
    case Realignment:
      if (length < 7 || length > 8)
        line.put("Invalid Coordinator Realignment command length");
      else
        print_realignment(line, frame, length);
      break;
    case GtsRequest:
      if (length != 1) {
        line.put("Invalid GTS Request command length");
      } else {
        const uint8_t bits = frame.in.u8(frame.take(1));
        line.put("GTS Length = ", bits & 0xf, ", ", (bits & 0x10) != 0 ? "Receive-only" : "Transmit-only",
                 " GTS, ", (bits & 0x20) != 0 ? "GTS allocation" : "GTS deallocations");
      }
      break;
    default:
      line.put("Command Data = ");
      for (const uint8_t byte : frame.rest()) line.put(Hex{byte, 2}, ' ');
      break;
  }
  return Next::GoOn;
}

}  // namespace wiretale::ieee802154
