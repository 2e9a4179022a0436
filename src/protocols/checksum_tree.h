// The lines of a checksum in the field tree: the value, what it should be, and its status.
#pragma once
#include "packet/tree.h"
#include "protocols/checksum.h"

namespace wiretale {

struct ChecksumFields {
  const Field &value, &status, &bad;
  ExpertSeverity severity = ExpertSeverity::Warning;
};

/// The sum over the bytes that a checksum covers, or why it cannot be verified.
struct ChecksumResult {
  bool verified = false;
  uint16_t sum = 0;  ///< as Checksum::value(): 0 when the bytes held a right checksum
  std::string_view remark = {};
};

/// Whether the last bytes of the layer may be missing because the capture kept only a part of the packet.
[[nodiscard]] inline bool cut_by_capture(const Dissection& about) {
  return about.packet.bytes.size() < about.packet.wire_length && about.layer != nullptr &&
         about.layer->end == about.packet.bytes.size();
}

/// The checksum that belongs where `carried` is, over bytes whose sum is `sum`.
[[nodiscard]] inline uint16_t checksum_for(uint16_t sum, uint16_t carried) {
  const uint32_t right = uint32_t{sum} + carried;
  return static_cast<uint16_t>((right & 0xffff) + (right >> 16));
}

/// Sums up a TCP segment or UDP datagram and its pseudo-header (RFC 9293 3.1, RFC 8200 8.1), if all of it is
/// here.
[[nodiscard]] inline ChecksumResult transport_sum(Bytes segment, uint8_t protocol, const Dissection& about) {
  if (about.quoted || cut_by_capture(about) || (about.source.size() != 4 && about.source.size() != 16))
    return {};
  Checksum sum;
  sum.add(about.source).add(about.destination);
  sum.add32(static_cast<uint32_t>(segment.size())).add32(protocol).add(segment);
  return {.verified = true, .sum = sum.value()};
}

/// Writes the lines of a checksum of 16 bits that lies at `at`.
inline void put_checksum(FieldWriter& out, const ChecksumFields& fields, size_t at, ChecksumResult result) {
  enum Status : uint8_t { bad, good, unverified };
  if (at + 2 > out.size()) return;
  const uint16_t carried = be16(&out.layer()[at]);
  Status status = unverified;
  if (!result.verified) {
    out.put(fields.value, at, 2).more(" [unverified]", result.remark);
  } else if (result.sum == 0) {
    status = good;
    out.put(fields.value, at, 2).more(" [correct]");
  } else {
    status = bad;
    const uint16_t right = checksum_for(result.sum, carried);
    out.put(fields.value, at, 2).more(" incorrect, should be 0x", Hex{right, 4}, result.remark);
    out.expert(fields.bad, fields.severity, ExpertGroup::Checksum, "Bad checksum [should be 0x",
               Hex{right, 4}, ']');
  }
  constexpr std::string_view words[] = {"Bad", "Good", "Unverified"};
  out.put(fields.status, at, 0, status).label(fields.status.label, ": ", words[status]).generated();
}

}  // namespace wiretale
