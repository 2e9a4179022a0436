// The DNS field tree: header, questions, and what all records share.
#include "protocols/application/dns/tree.h"

#include "packet/time_words.h"
#include "protocols/application/dns/transactions.h"
#include "protocols/application/dns/tree_fields.h"

namespace wiretale::dns {
namespace {

constexpr size_t header_size = 12;
constexpr unsigned authentic = 0x0020;  // in a query: answers may be authentic (RFC 6840 5.7)
constexpr unsigned update = 5, address_type = 1, options_type = 41, service_type = 33;

/// How each flavour names itself: in the protocol column, and where it is malformed.
struct Words {
  std::string_view column, short_name;
};
constexpr Words words_of(Flavour flavour) {
  switch (flavour) {
    case Flavour::Multicast: return {"MDNS", "mDNS"};
    case Flavour::LinkLocal: return {"LLMNR", "LLMNR"};
    default: return {"DNS", "DNS"};
  }
}

std::string opcode_words(unsigned opcode) {
  const std::string_view name = find_name(field::flags_opcode_labels, opcode);
  return name.empty() ? text_of("Unknown operation (", opcode, ')') : std::string(name);
}

std::string reply_words(unsigned code) {
  const std::string_view name = find_name(field::flags_rcode_labels, code);
  return name.empty() ? text_of("Unknown error (", code, ')') : std::string(name);
}

std::string class_words(unsigned number) {
  const std::string_view name = find_name(field::qry_class_labels, number);
  return name.empty() ? text_of("Unknown (0x", Hex{number, 4}, ')') : std::string(name);
}

void put_flags(Message& message, unsigned flags) {
  FieldWriter& out = message.out();
  const bool response = (flags & 0x8000) != 0, local = message.flavour == Flavour::LinkLocal;
  const unsigned opcode = flags >> 11 & 15, code = flags & 15;
  const size_t start = message.begin;
  Item line = message.in.put(field::flags, 2);
  line.more(' ', name_or(field::flags_opcode_labels, opcode, "Unknown operation"));
  if (response) line.more(" response, ", name_or(field::flags_rcode_labels, code, "Unknown error"));
  const Deeper below(out);
  out.put_in(start, field::flags_response);
  Item opcode_line = out.put_in(start, field::flags_opcode);
  if (find_name(field::flags_opcode_labels, opcode).empty())
    opcode_line.label('.', Binary{opcode >> 1, 3}, ' ', Binary{opcode, 1},
                      "... .... .... = Opcode: Unknown (", opcode, ')');
  if (local) {
    Item conflict = out.put_in(start, field::flags_conflict);
    if (response)
      conflict.label(".... .", Binary{flags >> 10, 1}, ".. .... .... = Conflict: The name is ",
                     (flags & 0x0400) != 0 ? "not considered unique" : "considered unique");
    out.put_in(start, field::flags_truncated);
    out.put_in(start, field::flags_tentative);
    if (response) out.put_in(start, field::flags_rcode);
    return;
  }
  if (response) out.put_in(start, field::flags_authoritative);
  out.put_in(start, field::flags_truncated);
  out.put_in(start, field::flags_recdesired);
  if (response) out.put_in(start, field::flags_recavail);
  out.put_in(start, field::flags_z);
  if (response)
    out.put_in(start, field::flags_authenticated);
  else if ((flags & authentic) != 0)
    out.put_in(start, field::flags_authenticated).label(".... .... ..1. .... = AD bit: Set");
  out.put_in(start, field::flags_checkdisable);
  if (response) out.put_in(start, field::flags_rcode);
}

void put_class(Message& message, const Field& class_field, const Field& bit_field) {
  FieldCursor& in = message.in;
  const unsigned number = static_cast<unsigned>(in.number(2));
  if (message.flavour != Flavour::Multicast) {
    in.put(class_field, 2);
    return;
  }
  const unsigned plain = number & 0x7fff;
  message.out()
      .put(class_field, in.at, 2, plain)
      .label('.', Binary{plain >> 12, 3}, ' ', Binary{plain >> 8, 4}, ' ', Binary{plain >> 4, 4}, ' ',
             Binary{plain, 4}, " = Class: ", name_or(field::qry_class_labels, plain, "Unknown"), " (0x",
             Hex{plain, 4}, ')');
  message.out().put_in(in.at, bit_field);
  in.skip(2);
}

void put_question(Message& message) {
  FieldWriter& out = message.out();
  FieldCursor& in = message.in;
  const size_t start = in.at;
  const TreeName name = message.name();
  const unsigned type = static_cast<unsigned>(in.peek(4)[0] << 8 | in.peek(4)[1]);
  unsigned class_number = static_cast<unsigned>(in.peek(4)[2] << 8 | in.peek(4)[3]);
  const bool multicast = message.flavour == Flavour::Multicast, top = (class_number & 0x8000) != 0;
  if (multicast) class_number &= 0x7fff;
  Item line = out.put_words(start, in.at + 4 - start, name.text, ": type ", type_name(type), ", class ",
                            class_words(class_number));
  const std::string_view how = !multicast ? "" : top ? ", \"QU\" question" : ", \"QM\" question";
  line.more(how);
  out.more_info(' ', type_name(type), ' ', name.text, how);
  const Deeper below(out);
  out.put_text(field::qry_name, name.at, name.length, name.text);
  out.put(field::qry_name_len, name.at, name.length, name.text.size()).generated();
  out.put(field::count_labels, name.at, name.length, name.labels).generated();
  Item type_line = in.put(field::qry_type, 2);
  if (find_name(field::qry_type_labels, type).empty()) type_line.label("Type: Unknown (", type, ')');
  put_class(message, field::qry_class, field::qry_qu);
}

/// The name of a service's record (RFC 2782): "_http._tcp.example.com".
void put_service_name(FieldWriter& out, const TreeName& name) {
  const std::string_view text = name.text;
  const size_t first = text.find('.');
  const size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
  out.put_text(field::srv_service, name.at, name.length, text.substr(0, first));
  if (first == std::string_view::npos) return;
  out.put_text(field::srv_proto, name.at, name.length, text.substr(first + 1, second - first - 1));
  if (second == std::string_view::npos) return;
  out.put_text(field::srv_name, name.at, name.length, text.substr(second + 1));
}

/// What stands in the places of class and time to live in OPT (RFC 6891 6.1.3).
void put_options_header(Message& message) {
  FieldWriter& out = message.out();
  FieldCursor& in = message.in;
  const unsigned size = static_cast<unsigned>(in.number(2));
  if (message.flavour == Flavour::Multicast) {
    const unsigned plain = size & 0x7fff;
    out.put_in(in.at, field::rr_udp_payload_size)
        .label('.', Binary{plain >> 12, 3}, ' ', Binary{plain >> 8, 4}, ' ', Binary{plain >> 4, 4}, ' ',
               Binary{plain, 4}, " = UDP payload size: 0x", Hex{plain, 4});
    out.put_in(in.at, field::resp_cache_flush);
    in.skip(2);
  } else {
    in.put(field::rr_udp_payload_size, 2).label("UDP payload size: ", size);
  }
  in.put(field::resp_ext_rcode, 1);
  in.put(field::resp_edns0_version, 1);
  const size_t flags = in.at;
  in.put(field::resp_z, 2);
  const Deeper below(out);
  out.put_in(flags, field::resp_z_do);
  out.put_in(flags, field::resp_z_reserved);
}

void put_record(Message& message) {
  FieldWriter& out = message.out();
  FieldCursor& in = message.in;
  const size_t start = in.at;
  const TreeName name = message.name();
  const Bytes fixed = in.peek(10);
  const unsigned type = be16(&fixed[0]), raw_class = be16(&fixed[2]), data_length = be16(&fixed[8]);
  const uint32_t live = be32(&fixed[4]);
  const bool multicast = message.flavour == Flavour::Multicast;
  RecordTree record{
      message,
      out.put_words(start, in.at + 10 + data_length - start, name.text, ": type ", type_name(type)),
      name.text,
      static_cast<uint16_t>(type),
      in.at + 10 + data_length,
      multicast && (raw_class & 0x8000) != 0};
  if (type != options_type)
    record.line.more(", class ", class_words(multicast ? raw_class & 0x7fff : raw_class));
  if (record.cache_flush) record.line.more(", cache flush");
  out.more_info(' ', type_name(type), record.cache_flush ? ", cache flush" : "");
  const Deeper below(out);
  if (type == service_type)
    put_service_name(out, name);
  else
    out.put_text(field::resp_name, name.at, name.length, name.text);
  Item type_line = in.put(field::resp_type, 2);
  if (find_name(field::qry_type_labels, type).empty()) type_line.label("Type: Unknown (", type, ')');
  if (type == options_type) {
    put_options_header(message);
  } else {
    put_class(message, field::resp_class, field::resp_cache_flush);
    in.put(field::resp_ttl, 4).more(" (", time_words(live), ')');
    if ((live & 0x80000000) != 0)
      out.expert(field::ttl_high_bit_set, ExpertSeverity::Warning, ExpertGroup::Protocol,
                 "The uppermost bit of the TTL is set (RFC 2181, section 8)");
  }
  in.put(field::resp_len, 2);
  if (data_length != 0) put_record_data(record);
  in.at = record.end;
}

void put_section(Message& message, unsigned count, std::string_view title, void (*put_one)(Message&)) {
  if (count == 0) return;
  const size_t start = message.in.at;
  Item line = message.out().put_words(start, 0, title);
  const Deeper below(message.out());
  for (unsigned i = 0; i < count; ++i) put_one(message);
  line.length(std::min(message.in.at, message.in.end) - start);
}

void put_turn(FieldWriter& out, const Turn& turn, uint16_t id, bool response) {
  if (turn.repeated != 0) {
    out.put(response ? field::retransmit_response_in : field::retransmit_request_in, 0, 0, turn.repeated)
        .generated();
    out.put(field::retransmission, 0, 0, 1).generated();
  } else if (turn.query != 0) {
    out.about.foretell(field::response_in, Foresight::place(turn.query, id), out.about.packet.number);
    out.put(field::response_to, 0, 0, turn.query).generated();
    out.put(field::time, 0, 0, static_cast<uint64_t>(turn.time.nanoseconds)).generated();
  } else if (turn.unsolicited) {
    out.put(field::unsolicited, 0, 0, 1).generated();
  } else if (!response && !out.about.quoted) {
    if (const auto answer =
            out.about.foretold(field::response_in, Foresight::place(out.about.packet.number, id)))
      out.put(field::response_in, 0, 0, *answer).generated();
  }
}

}  // namespace

std::string type_words(unsigned type) {
  const std::string_view name = find_name(field::qry_type_labels, type);
  return name.empty() ? text_of("Unknown (", type, ')') : std::string(name);
}

std::string type_name(unsigned type) {
  constexpr unsigned null_type = 10, any_type = 255;
  if (type == null_type) return "NULL";
  if (type == any_type) return "ANY";
  const std::string_view name = find_name(field::qry_type_labels, type);
  return name.empty() ? text_of("Unknown (", type, ')') : std::string(name.substr(0, name.find(" (")));
}

TreeName Message::name() {
  constexpr size_t longest_text = 1023;
  const Bytes layer = in.out.layer();
  TreeName name{.text = {}, .at = in.at};
  size_t at = in.at, hops = 0;
  bool jumped = false;
  for (;;) {
    if (at >= layer.size()) in.too_short();
    const uint8_t length = layer[at];
    if (length == 0 || (length & 0xc0) == 0xc0) {
      const size_t size = length == 0 ? 1 : 2;
      if (size > layer.size() - at) in.too_short();
      if (!jumped) in.at = at + size;
      if (length == 0) break;
      jumped = true;
      at = begin + ((length & 0x3fu) << 8 | layer[at + 1]);
      if (++hops > layer.size() / 2) {
        name.text = "<Name contains a pointer that loops>";
        break;
      }
      continue;
    }
    if ((length & 0xc0) != 0 || length >= layer.size() - at) in.too_short();
    if (!name.text.empty()) name.text += '.';
    name.text.append(reinterpret_cast<const char*>(&layer[at + 1]), length);
    ++name.labels;
    at += 1u + length;
    if (name.text.size() > longest_text) {
      name.text = "<Name too long>";
      if (!jumped) in.at = at;
      break;
    }
  }
  name.length = in.at - name.at;
  if (name.text.empty()) {
    name.text = "<Root>";
    name.labels = 1;
  }
  return name;
}

TreeName Message::put_name(const Field& name_field) {
  TreeName read = name();
  in.out.put_text(name_field, read.at, read.length, read.text);
  return read;
}

void dissect_message(FieldWriter& out, Flavour flavour, size_t begin) {
  const Words words = words_of(flavour);
  out.protocol_column(words.column);
  out.info("");
  Message message{FieldCursor(out, words.short_name, begin), begin, flavour};
  FieldCursor& in = message.in;
  if (begin != 0) out.put(field::length, 0, begin);
  const Bytes header = in.peek(header_size);
  const uint16_t id = be16(&header[0]);
  const unsigned flags = be16(&header[2]), opcode = flags >> 11 & 15, code = flags & 15;
  const bool response = (flags & 0x8000) != 0, updates = opcode == update;
  out.root().length(out.size()).more(response ? " (response)" : " (query)");
  out.info(opcode_words(opcode), response ? " response" : "", " 0x", Hex{id, 4});
  if (response && code != 0) out.more_info(' ', reply_words(code));
  // What an error quotes was not sent again.
  const Turn turn =
      out.about.quoted ? Turn{} : out.about.kept.get<Transactions>().next(out.about, id, response);
  in.put(field::id, 2);
  if (turn.repeated != 0) {
    if (response)
      out.expert(field::retransmit_response, ExpertSeverity::Warning, ExpertGroup::Protocol,
                 "DNS response retransmission. Original response in frame ", turn.repeated);
    else
      out.expert(field::retransmit_request, ExpertSeverity::Warning, ExpertGroup::Protocol,
                 "DNS query retransmission. Original request in frame ", turn.repeated);
  }
  put_flags(message, flags);
  in.put(updates ? field::count_zones : field::count_queries, 2);
  in.put(updates ? field::count_prerequisites : field::count_answers, 2);
  in.put(updates ? field::count_updates : field::count_auth_rr, 2);
  in.put(field::count_add_rr, 2);
  put_section(message, be16(&header[4]), updates ? "Zone" : "Queries", put_question);
  put_section(message, be16(&header[6]), updates ? "Prerequisites" : "Answers", put_record);
  put_section(message, be16(&header[8]), updates ? "Updates" : "Authoritative nameservers", put_record);
  put_section(message, be16(&header[10]), "Additional records", put_record);
  put_turn(out, turn, id, response);
  if (const size_t extra = in.left(); extra != 0) {
    out.put_words(in.at, extra, "Extraneous Data (", extra, " bytes)");
    const Deeper below(out);
    const size_t at = in.at;
    in.put(field::extraneous_data, extra);
    out.put(field::extraneous_length, at, 0, extra).generated();
  }
}

}  // namespace wiretale::dns
