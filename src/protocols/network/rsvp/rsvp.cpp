// RSVP (RFC 2205), by which resources and, in MPLS, label switched paths are reserved.
#include "packet/hex_dump.h"
#include "protocols/catalog.h"
#include "protocols/network/rsvp/rsvp_names.h"
#include "protocols/network/rsvp/rsvp_parts.h"

namespace wiretale::rsvp {
namespace {

constexpr Field version{"rsvp.version", "RSVP Version", bits(0, 4)};
constexpr Field flags{"rsvp.flags", "Flags", bits(4, 4), Type::Uint8, Show::Hex};
constexpr Field type{"rsvp.msg", "Message Type", bytes(1, 1), Type::Uint8, Show::Decimal, messages};
constexpr Field checksum{"rsvp.checksum", "Message Checksum", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr Field time_to_live{"rsvp.sending_ttl", "Sending TTL", bytes(4, 1)};
constexpr Field message_length{"rsvp.message_length", "Message length", bytes(6, 2)};
constexpr const Field* fields[] = {&version, &flags, &type, &checksum, &time_to_live, &message_length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, 46}};

constexpr size_t header_length = 8, object_header_length = 4;
constexpr uint8_t bundle = 12;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.trouble = version.read(header) == 1 ? Trouble::None : Trouble::Malformed};
}

/// What a receiver that does not know the class should do (RFC 2205 3.10).
std::string_view when_unknown(uint8_t object) {
  return (object & 0x80) == 0 ? "reject" : (object & 0x40) == 0 ? "ignore silently" : "ignore and forward";
}

/// The objects of a message; false where the rest of the packet cannot be read.
bool print_objects(Line& line, View in, size_t left, std::string_view row) {
  while (left != 0) {
    in.need(0, object_header_length);
    const size_t length = in.u16(0);
    const uint8_t object = in.u8(2), class_number = in.u8(3);
    if (length % 4 != 0) {
      line.put(row, "ERROR: object header size ", length, " not a multiple of 4");
      return false;
    }
    if (length < object_header_length) {
      line.put(row, "ERROR: object header too short ", length, " < ", object_header_length);
      return false;
    }
    line.put(row, name_or(classes, object, "Unknown"), " Object (", object, ") Flags: [",
             when_unknown(object), " if unknown], Class-Type: ",
             name_or(class_types, static_cast<uint64_t>(object) << 8 | class_number, "Unknown"), " (",
             class_number, "), length: ", length);
    if (left < length) {
      line.put(row, "ERROR: object goes past end of objects TLV");
      return false;
    }
    in.need(0, length);
    const View value = in.from(object_header_length);
    const size_t size = length - object_header_length;
    const std::string_view inner = row == "\n\t  " ? "\n\t    " : "\n\t      ";
    bool is_known = false;
    try {
      is_known = print_object(line, object, class_number, value, size, row);
    } catch (const TooShort&) {
      line.put(row, "ERROR: object is too short");
      return false;
    }
    if (line.options.verbose > 1 || !is_known) append_hex(line, value.available(0, size), inner);
    in = in.from(length);
    left -= length;
  }
  return true;
}

void print_header(Line& line, Bytes header, std::string_view row) {
  constexpr Name flag_names[] = {{1, "Refresh reduction capable"}};
  line.put(row, "RSVPv1 ", Named{messages, type.read(header), "unknown, type: ", ""}, " Message (",
           type.read(header), "), Flags: [", NamedBits{flag_names, flags.read(header)},
           "], length: ", message_length.read(header), ", ttl: ", time_to_live.read(header), ", checksum: 0x",
           Hex{checksum.read(header), 4});
}

bool has_right_version(Line& line, Bytes header) {
  if (version.read(header) == 1) return true;
  line.put("ERROR: RSVP version ", version.read(header), " packet not supported");
  return false;
}

/// The messages in a bundle (RFC 2961 3.1), each with a header of its own.
void print_bundle(Line& line, View in, size_t left) {
  while (left > 0) {
    const Bytes header = in.bytes(0, header_length);
    if (!has_right_version(line, header)) return;
    print_header(line, header, "\n\t  ");
    const size_t length = message_length.read(header);
    if (length < header_length) {
      line.put("ERROR: common header too short ", length, " < ", header_length);
      return;
    }
    if (left < length) {
      line.put("ERROR: message goes past end of bundle");
      return;
    }
    if (!print_objects(line, in.from(header_length), length - header_length, "\n\t    ")) return;
    in = in.from(length);
    left -= length;
  }
}

void print(Line& line, View in) {
  line.protocol = "rsvp";
  const Bytes header = in.bytes(0, header_length);
  if (!has_right_version(line, header)) return;
  const size_t length = message_length.read(header);
  if (line.options.verbose < 1) {
    line.put("RSVPv1 ", Named{messages, type.read(header), "unknown, type: ", ""},
             " Message, length: ", in.length());
    return;
  }
  print_header(line, header, "\n\t");
  if (length < header_length) {
    line.put("ERROR: common header too short ", length, " < ", header_length);
    return;
  }
  try {
    if (find_name(messages, type.read(header)).empty())
      append_hex(line, in.available(header_length, length - header_length), "\n\t    ");
    else if (type.read(header) == bundle)
      print_bundle(line, in.from(header_length), length - header_length);
    else
      print_objects(line, in.from(header_length), length - header_length, "\n\t  ");
  } catch (const Invalid&) {
    line.invalid();
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "rsvp",
                                         .title = "Resource ReserVation Protocol (RSVP)",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::rsvp
