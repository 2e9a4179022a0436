// Extensions at the end of ICMP errors (RFC 4884): MPLS labels (RFC 4950), interfaces (RFC 5837).
#include "protocols/network/icmp_extensions.h"

#include "packet/hex_dump.h"
#include "protocols/checksum.h"

namespace wiretale {
namespace {

// RFC 4884 5.5: without a length, the quoted packet takes 128 bytes.
constexpr size_t place = 8 + 128, header_length = 4;

constexpr Name classes_[] = {{1, "MPLS Stack Entry"}, {2, "Interface Identification"}};
constexpr Names classes = classes_;

void print_object(Line& line, View object, size_t size, unsigned class_number, unsigned class_type) {
  if (class_number != 1 || class_type != 1) {
    append_hex(line, object.available(0, size), "\n\t    ");
    return;
  }
  const uint32_t entry = object.u32(0);
  line.put("\n\t    label ", entry >> 12, ", tc ", entry >> 9 & 7);
  if ((entry >> 8 & 1) != 0) line.put(", [S]");
  line.put(", ttl ", entry & 255);
}

}  // namespace

void print_icmp_extensions(Line& line, View message) {
  if (message.length() <= place) return;
  message.need(place, header_length + 1);
  View extension = message.from(place);
  // Senders older than RFC 4884 have no length field; then only a right checksum tells an extension from
  // quoted bytes (RFC 4884 5.5).
  const size_t whole = message.length() - place;
  const bool says_length = message.u8(5) != 0;
  if (!says_length && extension.has(0, whole) && Checksum().add(extension.bytes(0, whole)).value() != 0)
    return;
  const uint8_t version = extension.u8(0) >> 4;
  line.put("\n\tICMP Multi-Part extension v", version);
  if (version != 2) {
    line.put(" packet not supported");
    return;
  }
  size_t left = message.length() - place;
  if (extension.has(0, left)) {
    const bool right = Checksum().add(extension.bytes(0, left)).value() == 0;
    line.put(", checksum 0x", Hex{extension.u16(2), 4}, right ? " (correct)" : " (incorrect)", ", length ",
             left);
  }
  extension = extension.from(header_length);
  left -= header_length;
  while (left > header_length) {
    const size_t size = extension.u16(0);
    const uint8_t class_number = extension.u8(2), class_type = extension.u8(3);
    line.put("\n\t  ",
             find_name(classes, class_number).empty() ? "unknown" : find_name(classes, class_number),
             " Object (", class_number, "), Class-Type: ", class_type, ", length ", size);
    left -= header_length;
    if (class_number == 0 || size < header_length) return;
    const size_t data = size - header_length;
    print_object(line, extension.from(header_length), data, class_number, class_type);
    if (left < data) return;
    left -= data;
    extension = extension.from(size);
  }
}

}  // namespace wiretale
