// The NTP field tree (RFC 5905): time packets, with extensions and authentication.
#include "protocols/application/ntp_tree.h"

#include <cmath>
#include <cstdio>

#include "packet/field_cursor.h"
#include "packet/value_text.h"
#include "protocols/application/ntp_fields.h"

namespace wiretale::ntp {
namespace {

constexpr unsigned control_mode = 6, private_mode = 7;

/// Seconds with six decimals, as Wireshark writes them all.
void put_seconds_line(FieldCursor& in, const Field& what, size_t length, double seconds) {
  char text[64];
  std::snprintf(text, sizeof text, ": %.6f seconds", seconds);
  in.put(what, length).label(what.label, std::string_view(text));
}

/// Times of era 0 begin in 1968, with the highest bit set; those without it belong to era 1 (RFC 4330 3).
void put_time(FieldCursor& in, const Field& what) {
  constexpr int64_t era_0 = -2'208'988'800, era_1 = 2'085'978'496, second = 1'000'000'000;
  const uint64_t stamp = in.number(8);
  const uint64_t seconds = stamp >> 32, fraction = stamp & 0xffffffff;
  if (seconds == 0) {
    in.put(what, 8, no_date);
    return;
  }
  const int64_t since_1970 = static_cast<int64_t>(seconds) + ((seconds & 0x80000000) != 0 ? era_0 : era_1);
  in.put(what, 8, static_cast<uint64_t>(since_1970 * second + static_cast<int64_t>(fraction * second >> 32)));
}

void put_reference(FieldCursor& in, unsigned stratum) {
  const Bytes id = in.peek(4);
  Item line = in.put(field::refid, 4);
  const std::string_view label = field::refid.label;
  if (be32(id.data()) == 0) {
    line.label(label, ": NULL");
  } else if (stratum > 1) {
    line.label(label, ": ", Ipv4Text{id.data()});
  } else if (const std::string_view name = find_name(field::reference_labels, be32(id.data()));
             !name.empty()) {
    line.label(label, ": ", name);
  } else {
    size_t size = 0;
    bool printable = true;
    for (; size < 4 && id[size] != 0; ++size) printable = printable && id[size] >= 0x20 && id[size] < 0x7f;
    const std::string_view text{reinterpret_cast<const char*>(id.data()), printable ? size : 0};
    line.label(label, ": Unidentified reference source '", text, '\'');
  }
}

void put_flags(FieldCursor& in) {
  FieldWriter& out = in.out;
  const unsigned flags = static_cast<unsigned>(in.number(1));
  in.put(field::flags, 1)
      .more(", Leap Indicator: ", name_or(field::flags_li_labels, flags >> 6, "Unknown"),
            ", Version number: ", name_or(field::flags_vn_labels, flags >> 3 & 7, "Unknown"),
            ", Mode: ", name_or(field::flags_mode_labels, flags & 7, "Unknown"));
  const Deeper below(out);
  out.put_in(0, field::flags_li);
  out.put_in(0, field::flags_vn);
  out.put_in(0, field::flags_mode);
}

/// Extensions (RFC 7822) are at least 16 bytes long and leave room for what authenticates the packet.
void put_extensions(FieldCursor& in) {
  constexpr size_t longest_authentication = 24, smallest = 16;
  FieldWriter& out = in.out;
  while (in.left() > longest_authentication) {
    const Bytes head = in.peek(4);
    const size_t length = be16(&head[2]);
    if (length < smallest || length > in.left()) return;
    out.put(field::ext, in.at, length);
    const Deeper below(out);
    in.put(field::ext_type, 2);
    in.put(field::ext_length, 2);
    in.put(field::ext_value, length - 4);
  }
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("NTP");
  out.info("");
  FieldCursor in(out, "NTP");
  out.root().length(layer.size());
  const unsigned flags = static_cast<unsigned>(in.number(1)), mode = flags & 7;
  const std::string_view version = name_or(field::flags_vn_labels, flags >> 3 & 7, "Unknown");
  const std::string_view mode_words = mode == control_mode   ? "control"
                                      : mode == private_mode ? "private"
                                                             : name_or(field::flags_mode_labels, mode, "");
  out.info(version, ", ", mode_words);
  out.root().more(" (", version, ", ", mode_words, ')');
  put_flags(in);
  if (mode == control_mode) return put_control(in);
  if (mode == private_mode) return;
  const unsigned stratum = static_cast<unsigned>(in.number(1));
  Item stratum_line = in.put(field::stratum, 1);
  if (find_name(field::stratum_labels, stratum).empty())
    stratum_line.label("Peer Clock Stratum: reserved (", stratum, ')');
  const unsigned poll = static_cast<unsigned>(in.number(1));
  Item poll_line = in.put(field::ppoll, 1);
  if (poll >= 4 && poll <= 17)
    poll_line.more(" (", uint64_t{1} << poll, " seconds)");
  else
    poll_line.label("Peer Polling Interval: invalid (", poll, ')');
  put_seconds_line(in, field::precision, 1, std::exp2(static_cast<int8_t>(in.number(1))));
  put_seconds_line(in, field::rootdelay, 4, static_cast<double>(in.number(4)) / 65536);
  put_seconds_line(in, field::rootdispersion, 4, static_cast<double>(in.number(4)) / 65536);
  put_reference(in, stratum);
  for (const Field* time : {&field::reftime, &field::org, &field::rec, &field::xmt}) put_time(in, *time);
  put_extensions(in);
  if (in.left() < 4) return;
  in.put(field::keyid, 4);
  if (in.left() != 0) in.put(field::mac, in.left());
}

}  // namespace wiretale::ntp
