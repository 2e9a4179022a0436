// NTP control messages (mode 6; RFC 9327) in the field tree.
#include <algorithm>

#include "protocols/application/ntp_control_fields.h"
#include "protocols/application/ntp_tree.h"

namespace wiretale::ntp {
namespace {

enum Opcode : uint8_t { read_status = 1, read_variables, write_variables, read_clock, write_clock };

/// A word and its parts: the line names the values that have names, and the flags that are set.
void put_parts(FieldCursor& in, const Field& all, size_t length, std::span<const Field* const> parts) {
  FieldWriter& out = in.out;
  const size_t at = in.at;
  const Bytes bytes = in.peek(length);
  Item line = in.put(all, length);
  for (const Field* part : parts) {
    const uint64_t value = part->read(bytes);
    if (part->value_type() == Type::Boolean) {
      if (value != 0) line.more(", ", part->label);
    } else if (!part->names.empty()) {
      line.more(", ", part->label, ": ", name_or(part->names, value, "Unknown"));
    }
  }
  const Deeper below(out);
  for (const Field* part : parts) out.put_in(at, *part);
}

void put_peer_status(FieldCursor& in) {
  static constexpr const Field* parts[] = {
      &field::ctrl_peer_status_config,    &field::ctrl_peer_status_authenable,
      &field::ctrl_peer_status_authentic, &field::ctrl_peer_status_reach,
      &field::ctrl_peer_status_bcast,     &field::ctrl_peer_status_selection,
      &field::ctrl_peer_status_count,     &field::ctrl_peer_status_code};
  put_parts(in, field::ctrl_status, 2, parts);
}

void put_status(FieldCursor& in, unsigned flags) {
  static constexpr const Field* of_system[] = {&field::ctrl_sys_status_li, &field::ctrl_sys_status_clksrc,
                                               &field::ctrl_sys_status_count, &field::ctrl_sys_status_code};
  static constexpr const Field* of_clock[] = {&field::ctrl_clock_status_status,
                                              &field::ctrl_clock_status_code};
  static constexpr const Field* of_error[] = {&field::ctrl_err_status};
  constexpr unsigned response = 0x80, error = 0x40, opcode_mask = 0x1f;
  const bool of_peer = be16(&in.peek(4)[2]) != 0;
  if ((flags & response) == 0) {
    in.put(field::ctrl_status, 2);
    return;
  }
  if ((flags & error) != 0) return put_parts(in, field::ctrl_status, 2, of_error);
  switch (flags & opcode_mask) {
    case read_status:
    case read_variables:
    case write_variables:
      if (of_peer) return put_peer_status(in);
      return put_parts(in, field::ctrl_status, 2, of_system);
    case read_clock:
    case write_clock: return put_parts(in, field::ctrl_status, 2, of_clock);
    default: in.put(field::ctrl_status, 2);
  }
}

/// Association identifiers with their status, or text, whose items are put apart by commas.
void put_data(FieldCursor& in, unsigned flags) {
  constexpr unsigned response = 0x80, opcode_mask = 0x1f;
  FieldWriter& out = in.out;
  out.put(field::ctrl_data, in.at, in.left());
  const Deeper below(out);
  if ((flags & opcode_mask) == read_status && (flags & response) != 0) {
    FieldCursor states = in;
    for (; in.left() >= 4; in.skip(2)) {
      out.put_words(in.at, 4, "Item");
      const Deeper item(out);
      in.put(field::ctrl_associd, 2);
    }
    // Their states stand beside the data.
    out.shallower();
    while (states.left() >= 4) {
      states.skip(2);
      put_peer_status(states);
    }
    out.deeper();
    return;
  }
  const Bytes bytes = in.peek(in.left());
  std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  for (size_t at = in.at; !text.empty();) {
    bool quoted = false;
    size_t end = 0;
    for (; end < text.size() && (quoted || text[end] != ','); ++end) quoted ^= text[end] == '"';
    const size_t behind = std::min(end + 1, text.size());
    std::string_view item = text.substr(0, end);
    size_t skipped = 0;
    while (!item.empty() && (item.front() == ' ' || item.front() == '\r' || item.front() == '\n')) {
      item.remove_prefix(1);
      ++skipped;
    }
    while (!item.empty() && (item.back() == '\r' || item.back() == '\n')) item.remove_suffix(1);
    if (!item.empty()) out.put_words(at + skipped, item.size(), item);
    text.remove_prefix(behind);
    at += behind;
  }
}

}  // namespace

void put_control(FieldCursor& in) {
  static constexpr const Field* flags2[] = {&field::ctrl_flags2_r, &field::ctrl_flags2_error,
                                            &field::ctrl_flags2_more, &field::ctrl_flags2_opcode};
  const auto flags = static_cast<unsigned>(in.number(1));
  put_parts(in, field::ctrl_flags2, 1, flags2);
  in.put(field::ctrl_sequence, 2);
  put_status(in, flags);
  in.put(field::ctrl_associd, 2);
  in.put(field::ctrl_offset, 2);
  const auto count = static_cast<size_t>(in.number(2));
  in.put(field::ctrl_count, 2);
  if (count == 0) return;
  FieldCursor data(in.out, in.name(), in.at, in.at + std::min(count, in.left()));
  put_data(data, flags);
  if (count > in.left()) in.too_short();
}

}  // namespace wiretale::ntp
