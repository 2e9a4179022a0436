// ForCES (RFC 5810): how a network element's control plane programs its forwarding planes, over SCTP.
#include <algorithm>

#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/application/forces_names.h"

namespace wiretale::forces {
namespace {

constexpr Field version_field{"forces.version", "Version", bits(0, 4)};
constexpr Field type_field{"forces.messagetype", "Message Type", bytes(1, 1),
                           Type::Uint8,          Show::Decimal,  message_names};
constexpr Field length_field{"forces.length", "Header Length", bytes(2, 2)};
constexpr Field source_field{"forces.sid", "Source ID", bytes(4, 4), Type::Uint32, Show::Hex};
constexpr Field destination_field{"forces.did", "Destination ID", bytes(8, 4), Type::Uint32, Show::Hex};
constexpr Field correlator_field{"forces.correlator", "Correlator", bytes(12, 8)};
constexpr Field flags_field{"forces.flags", "Flags", bytes(20, 4), Type::Uint32, Show::Hex};
constexpr const Field* fields[] = {&version_field,     &type_field,       &length_field, &source_field,
                                   &destination_field, &correlator_field, &flags_field};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::SctpPayload, 21}, {On::SctpPayload, 22}, {On::SctpPayload, 23},
                              {On::SctpPort, 6704},  {On::SctpPort, 6705},  {On::SctpPort, 6706}};

constexpr size_t header_length = 24, tlv_header_length = 4;
/// Deeper nesting than this is not followed.
constexpr unsigned max_nesting = 16;

/// Thrown where a length does not fit; the words are already written. The whole message is then dumped.
struct Malformed {};

struct Tlv {
  uint16_t type = 0;
  size_t length = 0;  ///< its header included, without the padding to whole words
};

/// The TLV at the front, or Malformed.
Tlv tlv_at(Line& line, View in, size_t least) {
  const Tlv tlv{in.u16(0), in.u16(2)};
  if (tlv.length < std::max(least, tlv_header_length)) {
    line.put("xLV too short TLV type 0x", Hex{tlv.type}, " len ", tlv.length, '\n');
    throw Malformed{};
  }
  if (tlv.length > in.length()) {
    line.put("xLV too long TLV type 0x", Hex{tlv.type}, " len ", tlv.length, '\n');
    throw Malformed{};
  }
  return tlv;
}

/// What follows a TLV of `length` and its padding.
View behind(View in, size_t length) { return in.from(std::min<size_t>((length + 3) / 4 * 4, in.length())); }

/// A line break and `count` spaces, for hex dumps.
struct Indent {
  explicit Indent(unsigned count) : size(std::min<size_t>(count, sizeof text - 2)) {
    text[0] = '\n';
    std::fill_n(text + 1, size, ' ');
  }
  [[nodiscard]] std::string_view line() const { return {text, size + 1}; }
  [[nodiscard]] std::string_view spaces() const { return {text + 1, size}; }
  char text[64];
  size_t size;
};

void print_bytes(Line& line, View data, unsigned indent) {
  const Indent start(indent);
  line.put(start.spaces(), '[');
  append_hex(line, data.available(0, data.length()), start.line());
  data.need(0, data.length());
  line.put('\n', start.spaces(), ']');
}

void print_path(Line& line, View in, unsigned indent, unsigned nesting);

/// Data in full, in its sparse form, results and keys, below a path.
void print_path_content(Line& line, View in, unsigned indent, unsigned nesting) {
  const Tlv tlv = tlv_at(line, in, tlv_header_length);
  const View content = in.part(tlv_header_length, tlv.length - tlv_header_length);
  const Indent start(indent);
  const auto put_head = [&](std::string_view name) {
    line.put(start.spaces(), name, " TLV (Length ", tlv.length, " DataLen ", content.length(), " Bytes)\n");
  };
  switch (tlv.type) {
    case PathData:
      line.put(start.spaces(), "PATH-DATA TLV, length ", tlv.length, " (data encapsulated ", content.length(),
               " Bytes)\n");
      return print_path(line, content, indent + 1, nesting + 1);
    case FullData: put_head("FULLDATA"); return print_bytes(line, content, indent + 1);
    case SparseData: put_head("SPARSEDATA"); return print_bytes(line, content, indent + 1);
    case Result:
      put_head("RESULT");
      if (content.length() != 4) {
        line.put("illegal RESULT-TLV: ", content.length(), " bytes!\n");
        throw Malformed{};
      }
      line.put(Indent(indent + 2).spaces(), "Result: ", Named{result_names, content.u8(0), "Reserved", {}},
               " (code 0x", Hex{content.u8(0)}, ")\n");
      return;
    default:
      line.put("Invalid path data content type 0x", Hex{tlv.type}, " len ", tlv.length, '\n',
               "Bad Data val\n\t  [");
      append_hex(line, in.available(0, in.length()), "");
      line.put("]\n");
      return;
  }
}

/// The path's identifiers and what lies there.
void print_path(Line& line, View in, unsigned indent, unsigned nesting) {
  if (nesting > max_nesting) throw Malformed{};
  const uint16_t flags = in.u16(0), count = in.u16(2);
  const Indent start(indent);
  line.put(start.spaces(), "Pathdata: Flags 0x", Hex{flags}, " ID count ", count, '\n');
  in = in.from(4);
  if (in.length() < count * size_t{4}) {
    line.put("\t\t\ttruncated IDs expected ", count * 4, "B got ", in.length(), "B\n\t\t\tID Data[");
    append_hex(line, in.available(0, in.length()), "");
    line.put("]\n");
    return;
  }
  for (unsigned i = 0; i < count; ++i)
    line.put(start.spaces(), "ID#", Padded{i + 1, 2, '0'}, ": ", in.u32(4 * i), '\n');
  in = in.from(count * size_t{4});
  if (in.length() > 0) print_path_content(line, in, indent + 2, nesting);
}

void print_paths(Line& line, View in, unsigned indent) {
  const Indent start(indent);
  while (in.length() >= tlv_header_length) {
    const Tlv tlv = tlv_at(line, in, tlv_header_length + 4);
    line.put(start.spaces(), "PATH-DATA TLV, length ", tlv.length, " (data encapsulated ",
             tlv.length - tlv_header_length, " Bytes)\n");
    print_path(line, in.part(tlv_header_length, tlv.length - tlv_header_length), indent + 1, 0);
    in = behind(in, tlv.length);
  }
}

/// Whether an operation may stand in a message (RFC 5810 7.6).
bool fits(uint8_t message, uint16_t operation) {
  switch (message) {
    case Configuration:
      return operation == Set || operation == SetProperty || operation == Delete || operation == Commit ||
             operation == Complete;
    case ConfigurationResponse:
      return operation == SetResponse || operation == SetPropertyResponse || operation == DeleteResponse ||
             operation == CommitResponse;
    case Query: return operation == Get || operation == GetProperty;
    case QueryResponse: return operation == GetResponse || operation == GetPropertyResponse;
    case Event: return operation == Report;
    default: return false;
  }
}

void print_operations(Line& line, View in, uint8_t message) {
  constexpr unsigned indent = 10;
  while (in.length() >= tlv_header_length) {
    const Tlv tlv = tlv_at(line, in, tlv_header_length);
    const Indent start(indent);
    if (!fits(message, tlv.type)) {
      line.put("\t\tINValid oper-TLV type 0x", Hex{tlv.type}, " length ", tlv.length,
               " for this ForCES message\n");
      const Indent outer(indent - 1);
      line.put(outer.spaces(), "Data[");
      append_hex(line, in.available(0, tlv.length), outer.line());
      line.put('\n', outer.spaces(), "]\n");
      return;
    }
    line.put(start.spaces(), "Oper TLV  ", find_name(operation_names, tlv.type), "(0x", Hex{tlv.type},
             ") length ", tlv.length, '\n');
    if (tlv.type != Commit && tlv.type != CommitResponse && tlv.type != Complete)
      print_paths(line, in.part(tlv_header_length, tlv.length - tlv_header_length), indent + 1);
    in = behind(in, tlv.length);
  }
}

void print_missing(Line& line, size_t bytes) {
  line.put("\t\ttruncated lfb selector: ", bytes, " bytes missing! ");
  throw Malformed{};
}

void print_selection(Line& line, View in, uint8_t message) {
  constexpr size_t selector_length = 8, least = 12;
  if (in.length() < least) print_missing(line, least - in.length());
  const uint32_t class_id = in.u32(0);
  line.put("         ");
  const std::string_view name = find_name(class_names, class_id);
  if (name.empty())
    line.put('#', class_id);
  else
    line.put(name);
  line.put("(Classid ", class_id, ") instance ", in.u32(4), '\n');
  print_operations(line, in.from(selector_length), message);
}

void print_tlvs(Line& line, View in, uint8_t message) {
  while (in.length() >= tlv_header_length) {
    const Tlv tlv = tlv_at(line, in, tlv_header_length);
    const View content = in.part(tlv_header_length, tlv.length - tlv_header_length);
    const std::string_view name = find_name(top_names, tlv.type);
    if (name.empty() || (tlv.type == AssociationResult) != (message == AssociationResponse)) {
      line.put("\n\tInvalid ForCES Top TLV type=0x", Hex{tlv.type});
      throw Malformed{};
    }
    line.put('\t', name, " TLV, length ", tlv.length, " (data length ", content.length(), " Bytes)");
    switch (tlv.type) {
      case LfbSelection:
        line.put('\n');
        print_selection(line, content, message);
        break;
      case AssociationResult: {
        const uint32_t result = content.u32(0);
        line.put("\n         ", Named{association_names, result, "Unknown", {}}, " (", result,
                 ")\n         ");
        break;
      }
      case TeardownReason: {
        const uint32_t reason = content.u32(0);
        line.put("Teardown reason:\n         ", Named{teardown_names, reason, "Unknown", {}}, '(', reason,
                 ")\n         ");
        break;
      }
      default: break;
    }
    in = behind(in, tlv.length);
  }
}

void print_flags(Line& line, uint32_t flags) {
  const uint32_t acknowledge = flags >> 30, mode = flags >> 22 & 3, transaction = flags >> 21 & 1,
                 phase = flags >> 19 & 3;
  line.put("\n\tForCES flags:\n\t  ", find_name(acknowledge_names, acknowledge), "(0x", Hex{acknowledge},
           "), prio=", flags >> 27 & 7, ", ", find_name(mode_names, mode), "(0x", Hex{mode}, "),\n\t  ",
           transaction != 0 ? "2PCtransaction" : "Standalone", "(0x", Hex{transaction}, "), ",
           find_name(phase_names, phase), "(0x", Hex{phase}, ")\n\t  Extra flags: rsv(b5-7) 0x",
           Hex{flags >> 24 & 7}, " rsv(b13-31) 0x", Hex{flags & 0x7ffff}, '\n');
}

std::string_view element_name(uint32_t id) {
  constexpr std::string_view names[] = {"FE", "CE", "AllMulticast", "AllBroadcast"};
  return names[id >> 30];
}

void dump_message(Line& line, View in) {
  line.put("\n\t[");
  append_hex(line, in.available(0, in.length()), "\n\t[");
  line.put("\n\t]");
}

void print_message(Line& line, View in) {
  const Bytes header = in.bytes(0, header_length);
  const auto type = static_cast<uint8_t>(type_field.read(header));
  const std::string_view name = find_name(message_names, type);
  const int verbose = line.options.verbose;
  if (name.empty()) {
    line.put("Invalid ForCES message type ", type, '\n');
    throw Malformed{};
  }
  line.put("\n\tForCES ", name, ' ');
  const size_t length = length_field.read(header) * 4;
  if (length < header_length || length != in.length()) {
    line.put("Illegal ForCES pkt len - min ", header_length, ", total recvd ", in.length(), ", advertised ",
             length, ' ');
    throw Malformed{};
  }
  if (needs_content(type) && length == header_length) line.put("\tTop level TLV Data missing!\n");
  if (verbose == 0) return;
  const auto source = static_cast<uint32_t>(source_field.read(header)),
             destination = static_cast<uint32_t>(destination_field.read(header));
  const auto flags = static_cast<uint32_t>(flags_field.read(header));
  line.put("\n\tForCES Version ", version_field.read(header), " len ", length, "B flags 0x", Hex{flags, 8},
           " \n\tSrcID 0x", Hex{source}, '(', element_name(source), ") DstID 0x", Hex{destination}, '(',
           element_name(destination), ") Correlator 0x", Hex{correlator_field.read(header)});
  if (verbose < 2) return;
  print_flags(line, flags);
  if (verbose > 2) print_tlvs(line, in.from(header_length), type);
  if (verbose < 4) return;
  line.put("\n\t  Raw ForCES message\n\t [");
  append_hex(line, in.available(0, length), "\n\t ");
  in.need(0, length);
  line.put("\n\t ]");
}

void print(Line& line, View in) {
  line.protocol = "forces";
  if (in.length() < header_length) in.need(0, header_length);
  try {
    print_message(line, in);
  } catch (const Malformed&) {
    dump_message(line, in);
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "forces",
                                         .title = "Forwarding and Control Element Separation Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::forces
