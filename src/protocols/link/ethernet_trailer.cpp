// Padding, trailers and checksums behind an Ethernet frame's payload (IEEE 802.3 3.2.8).
#include "protocols/link/ethernet_trailer.h"

#include <algorithm>

namespace wiretale::ethernet {

size_t payload_end(const FieldWriter& out) {
  if (out.about.next == nullptr || out.about.next->trouble() != Trouble::None) return out.size();
  return out.about.next->end - out.about.layer->offset;
}

void put_trailer(FieldWriter& out, size_t start, size_t before, const Field& rest, Ends ends) {
  constexpr size_t shortest = 60, check_length = 4;
  constexpr uint64_t unverified = 2;
  if (start >= out.size()) return;
  const size_t whole = out.size() + before;
  const auto all_zero = [&](size_t from, size_t count) {
    return std::ranges::all_of(out.layer().subspan(from, count), [](uint8_t byte) { return byte == 0; });
  };
  bool odd = false;
  if (start + before < shortest && whole >= shortest) {
    const size_t count = shortest - start - before;
    if (all_zero(start, count)) {
      out.put(padding, start, count);
      start += count;
    } else {
      odd = true;
    }
  }
  size_t left = out.size() - start;
  const bool checked = ends == Ends::MaybeWithChecksum && whole >= shortest + check_length &&
                       left >= check_length && !odd &&
                       out.about.packet.bytes.size() == out.about.packet.wire_length;
  if (checked) left -= check_length;
  if (left > 0) {
    out.put(rest, start, left);
    if (odd && ends == Ends::MaybeWithChecksum)
      out.expert(odd_padding, ExpertSeverity::Note, ExpertGroup::Protocol,
                 "Didn't find padding of zeros, and an undecoded trailer exists. There may be padding of "
                 "non-zeros.");
  }
  if (!checked) return;
  out.put(frame_check, out.size() - check_length, check_length).more(" [unverified]");
  out.put(frame_check_status, out.size() - check_length, 0, unverified)
      .label("FCS Status: Unverified")
      .generated();
}

}  // namespace wiretale::ethernet
