// IEEE 802.15.4: frames of low-rate wireless networks.
#include "protocols/link/ieee802154/ieee802154.h"

#include <algorithm>
#include <array>

#include "packet/hex_dump.h"
#include "protocols/link/ieee802154/ieee802154_names.h"

namespace wiretale::ieee802154 {
namespace {

// Of the frame control field, which is little-endian: of its first byte, then of its second.
constexpr Field security_field{"wpan.security", "Security Enabled", bits(4, 1), Type::Boolean, Show::Flag};
constexpr Field pending_field{"wpan.pending", "Frame Pending", bits(3, 1), Type::Boolean, Show::Flag};
constexpr Field frame_type_field{"wpan.frame_type", "Frame Type",  bits(5, 3),
                                 Type::Uint8,       Show::Decimal, frame_type_names};
constexpr Field version_field{"wpan.version", "Frame Version", bits(10, 2)};
constexpr Field sequence_field{"wpan.seq_no", "Sequence Number", bytes(2, 1)};
constexpr const Field* fields[] = {&security_field, &pending_field, &frame_type_field, &version_field,
                                   &sequence_field};
static_assert(fields_are_distinct(fields));

// 195 keeps the FCS and 230 does not; tcpdump tells both by looking.
constexpr Claim found_on[] = {{On::LinkType, 195}, {On::LinkType, 230}};
constexpr Claim tap_found_on[] = {{On::LinkType, 283}};

enum AddressMode : uint8_t { NoAddress, InvalidMode, Short, Long };

/// The frame control field, of ordinary and of multipurpose frames.
struct Control {
  uint8_t type = 0, version = 0;
  bool security = false, pending = false, acknowledge = false, compressed = false, no_sequence = false,
       elements = false, has_version = true;
  uint8_t destination = 0, source = 0;
};

/// Whether the two PAN identifiers are there.
struct PanIds {
  bool destination = false, source = false;
};

/// IEEE 802.15.4-2015 table 7-2; before version 2 compression means that the source's is left out.
PanIds pan_ids(const Control& control) {
  const bool to = control.destination != NoAddress, from = control.source != NoAddress;
  if (control.version < 2) return {.destination = to, .source = from && !control.compressed};
  if (!to && !from) return {.destination = control.compressed, .source = false};
  if (to != from) return {.destination = to && !control.compressed, .source = from && !control.compressed};
  if (control.destination == Long && control.source == Long)
    return {.destination = !control.compressed, .source = false};
  // The reference leaves it out for a short destination and a long source, too.
  const bool mixed = control.destination == Short && control.source == Long;
  return {.destination = true, .source = !control.compressed && !mixed};
}

void put_flags(Line& line, const Control& control) {
  if (control.security) line.put("Security Enabled, ");
  if (control.pending) line.put("Frame Pending, ");
  if (control.acknowledge) line.put("AR, ");
  if (control.compressed) line.put("PAN ID Compression, ");
  if (control.no_sequence) line.put("Sequence Number Suppression, ");
  if (control.elements) line.put("IE present, ");
}

enum class PanId : uint8_t { Absent, Present };

/// A PAN identifier and an address; whether both were there.
Next print_address(Line& line, Frame& frame, PanId pan, uint8_t mode) {
  if (pan == PanId::Present) {
    if (!frame.has(2)) {
      line.put("[ERROR: Truncated before dst_pan]");
      return Next::Stop;
    }
    line.put(Hex{frame.in.little16(frame.take(2)), 4}, ':');
  } else {
    line.put("-:");
  }
  if (mode == NoAddress) {
    line.put("none");
    return Next::GoOn;
  }
  const size_t size = mode == Short ? 2 : 8;
  if (!frame.has(size)) {
    line.put("[ERROR: Truncated before dst_addr]");
    return Next::Stop;
  }
  const size_t at = frame.take(size);
  if (mode == Short)
    line.put(Hex{frame.in.little16(at), 4});
  else
    put_long_address(line, frame.in, at);
  return Next::GoOn;
}

/// The auxiliary security header (9.4); `check_size` becomes the size of the frame's integrity code.
Next print_security(Line& line, Frame& frame, size_t& check_size) {
  constexpr std::array<uint8_t, 8> check_sizes{0, 4, 8, 16, 0, 4, 8, 16};
  if (!frame.has(1)) {
    line.put("[ERROR: Truncated before Aux Security Header]");
    return Next::Stop;
  }
  const uint8_t control = frame.in.u8(frame.take(1));
  const unsigned level = control & 7, key_mode = control >> 3 & 3;
  const bool has_counter = (control & 0x20) == 0;
  const int verbose = line.options.verbose;
  check_size = check_sizes[level];
  if (verbose > 0) line.put("\n\tSecurity Level ", level, ", Key Id Mode ", key_mode, ", ");
  if (has_counter) {
    if (!frame.has(4)) {
      line.put("[ERROR: Truncated before Frame Counter]");
      return Next::Stop;
    }
    const uint32_t counter = frame.in.little32(frame.take(4));
    if (verbose > 1) line.put("Frame Counter 0x", Hex{counter, 8}, ' ');
  }
  const size_t source_size = key_mode == 2 ? 4 : key_mode == 3 ? 8 : 0;
  if (source_size > 0) {
    if (!frame.has(source_size)) {
      line.put("[ERROR: Truncated before Key Source]");
      return Next::Stop;
    }
    // The reference goes on behind the fourth byte of a long one, too.
    const size_t at = frame.take(4);
    if (verbose > 1) {
      line.put("KeySource 0x");
      if (source_size == 4) {
        line.put(Hex{frame.in.little16(at), 4}, ':', Hex{frame.in.little16(at + 2), 4}, "4x");
      } else {
        line.shorten(line.size() - 2);
        put_long_address(line, frame.in, at);
      }
      line.put(", ");
    }
  }
  if (key_mode == 0) {
    if (verbose > 1) line.put("Implicit");
    return Next::GoOn;
  }
  if (!frame.has(1)) {
    line.put("[ERROR: Truncated before Key Index]");
    return Next::Stop;
  }
  const uint8_t index = frame.in.u8(frame.take(1));
  if (verbose > 1) line.put("KeyIndex 0x", Hex{index, 2}, ", ");
  return Next::GoOn;
}

/// CRC-16 of ITU-T, the lowest bit first (7.2.11).
uint16_t crc16(Bytes bytes) {
  unsigned crc = 0;
  for (const uint8_t byte : bytes) {
    crc ^= byte;
    for (unsigned bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? crc >> 1 ^ 0x8408u : crc >> 1;
  }
  return static_cast<uint16_t>(crc);
}

/// Whether the frame ends with its FCS is told by computing it.
void print_check(Line& line, Frame& frame) {
  constexpr size_t size = 2;
  const Bytes all = frame.in.all();
  unsigned stored = 0, computed = 0;
  if (all.size() > 3) {
    stored = le16(&all[all.size() - size]);
    computed = crc16(all.first(all.size() - size));
  }
  if (stored != computed) {
    line.put("wrong FCS ", Hex{stored}, " vs ", Hex{computed}, " (assume no FCS stored) ");
    return;
  }
  line.put("FCS ", Hex{stored}, ' ');
  frame.end -= std::min(size, frame.left());
}

/// What follows the frame control field, up to the frame's end.
Next print_body(Line& line, Frame& frame, const Control& control) {
  const int verbose = line.options.verbose;
  if (control.has_version) line.put('v', control.version, ' ');
  if (verbose > 2) put_flags(line, control);
  if (control.no_sequence) {
    if (control.version < 2 && control.type != Multipurpose)
      line.put("[ERROR: Sequence number suppressed on frames where version < 2]");
    if (verbose > 0) line.put("seq suppressed ");
  } else {
    const uint8_t sequence = frame.in.u8(frame.take(1));
    if (verbose > 0) line.put("seq ", Hex{sequence, 2}, ' ');
  }
  if (control.destination == InvalidMode || control.source == InvalidMode) {
    line.put("[ERROR: Invalid ", control.source == InvalidMode ? "src" : "dst", " address mode]");
    return Next::Stop;
  }
  PanIds ids = pan_ids(control);
  if (control.type == Multipurpose) {
    ids = {.destination = control.compressed, .source = false};
  } else if (control.compressed && control.version < 2 &&
             (control.destination == NoAddress || control.source == NoAddress)) {
    line.put("[ERROR: PAN ID Compression != 0, and only one address with frame version < 2]");
  }
  const auto present = [](bool there) { return there ? PanId::Present : PanId::Absent; };
  if (print_address(line, frame, present(ids.destination), control.destination) == Next::Stop)
    return Next::Stop;
  line.put(control.type == Multipurpose ? " <  " : " < ");
  if (print_address(line, frame, present(ids.source), control.source) == Next::Stop) return Next::Stop;
  line.put(' ');

  size_t check_size = 0;
  if (control.security && print_security(line, frame, check_size) == Next::Stop) return Next::Stop;
  if (check_size > 0) {
    if (!frame.has(check_size)) {
      line.put("[ERROR: Truncated before MIC]");
      return Next::Stop;
    }
    frame.end -= check_size;
  }
  const size_t integrity_at = frame.end;
  if (control.elements && print_elements(line, frame) == Next::Stop) return Next::Stop;
  if (check_size > 0 && verbose > 2) {
    line.put("\n\tMIC ");
    for (const uint8_t byte : frame.in.bytes(integrity_at, check_size)) line.put(Hex{byte, 2});
    line.put(' ');
  }
  if (verbose > 2) print_check(line, frame);
  // From version 2 on beacons have all in information elements.
  if (control.type == Beacon && control.version < 2) return print_beacon(line, frame);
  if (control.type == Command) return print_command(line, frame);
  return Next::GoOn;
}

Control ordinary_control(uint16_t word) {
  const auto has = [word](unsigned bit) { return (word >> bit & 1) != 0; };
  return {.type = static_cast<uint8_t>(word & 7),
          .version = static_cast<uint8_t>(word >> 12 & 3),
          .security = has(3),
          .pending = has(4),
          .acknowledge = has(5),
          .compressed = has(6),
          .no_sequence = has(8),
          .elements = has(9),
          .destination = static_cast<uint8_t>(word >> 10 & 3),
          .source = static_cast<uint8_t>(word >> 14 & 3)};
}

/// Of multipurpose frames, which may do with one byte (7.3.5).
Control multipurpose_control(View in, size_t& size) {
  const uint8_t first = in.u8(0);
  Control control{.type = Multipurpose,
                  .has_version = false,
                  .destination = static_cast<uint8_t>(first >> 4 & 3),
                  .source = static_cast<uint8_t>(first >> 6 & 3)};
  size = 1;
  if ((first & 8) == 0) return control;
  size = 2;
  const uint8_t second = in.u8(1);
  control.has_version = true;
  control.compressed = (second & 1) != 0;
  control.security = (second & 2) != 0;
  control.no_sequence = (second & 4) != 0;
  control.pending = (second & 8) != 0;
  control.version = second >> 4 & 3;
  control.acknowledge = (second & 0x40) != 0;
  control.elements = (second & 0x80) != 0;
  return control;
}

void print_frame(Line& line, View in) {
  line.protocol = "802.15.4";
  const uint8_t type = in.little16(0) & 7;
  line.put("IEEE 802.15.4 ", find_name(frame_type_names, type), " packet ");
  if (type == Reserved || type > Multipurpose) return;
  size_t size = 2;
  const Control control =
      type == Multipurpose ? multipurpose_control(in, size) : ordinary_control(in.little16(0));
  Frame frame{.in = in, .at = size, .end = in.captured()};
  if (print_body(line, frame, control) == Next::Stop) return;
  if (!frame.rest().empty() && !line.options.quiet && line.options.dump_hex == 0)
    append_hex_and_ascii(line, frame.rest());
}

void print(Line& line, View in) { print_frame(line, in); }

/// The tap header: version, reserved, length; then type-length-value elements.
void print_tap(Line& line, View in) {
  line.protocol = "802.15.4_tap";
  constexpr size_t header_length = 4;
  in.need(0, header_length);
  const size_t length = in.little16(2);
  if (in.u8(0) != 0 || length < header_length) return line.invalid();
  in.need(0, length);
  print_frame(line, in.from(length));
  line.link_header_length += length;
}

}  // namespace

void put_long_address(Line& line, View in, size_t at) {
  const Bytes wire = in.bytes(at, 8);
  std::array<uint8_t, 8> address{};
  std::reverse_copy(wire.begin(), wire.end(), address.begin());
  line.put(LinkAddressText{address});
}

extern constinit const Protocol protocol{.name = "wpan",
                                         .title = "IEEE 802.15.4 Low-Rate Wireless PAN",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::ieee802154

namespace wiretale::ieee802154_tap {

extern constinit const Protocol protocol{.name = "wpan-tap",
                                         .title = "IEEE 802.15.4 Low-Rate Wireless PAN TAP",
                                         .found_on = ieee802154::tap_found_on,
                                         .print = ieee802154::print_tap};

}  // namespace wiretale::ieee802154_tap
