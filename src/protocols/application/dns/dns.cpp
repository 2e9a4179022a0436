// DNS (RFC 1035): the fields of its header and questions.
#include "packet/tree.h"
#include "protocols/application/dns/dns_names.h"
#include "protocols/application/dns/line.h"
#include "protocols/application/dns/message.h"
#include "protocols/catalog.h"

namespace wiretale::dns {
namespace {

constexpr wiretale::Name rcodes[] = {{0, "No error"},     {1, "Format error"},    {2, "Server failure"},
                                     {3, "No such name"}, {4, "Not implemented"}, {5, "Refused"}};

constexpr Field id{"dns.id", "Transaction ID", bytes(0, 2), Type::Uint16, Show::Hex};
constexpr Field flags{"dns.flags", "Flags", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr Field response{"dns.flags.response", "Response", bits(16, 1), Type::Boolean, Show::Flag};
constexpr Field opcode{"dns.flags.opcode", "Opcode", bits(17, 4), Type::Uint16};
constexpr Field authoritative{"dns.flags.authoritative", "Authoritative", bits(21, 1), Type::Boolean,
                              Show::Flag};
constexpr Field truncated{"dns.flags.truncated", "Truncated", bits(22, 1), Type::Boolean, Show::Flag};
constexpr Field recursion_desired{"dns.flags.recdesired", "Recursion desired", bits(23, 1), Type::Boolean,
                                  Show::Flag};
constexpr Field recursion_available{"dns.flags.recavail", "Recursion available", bits(24, 1), Type::Boolean,
                                    Show::Flag};
constexpr Field reply_code{"dns.flags.rcode", "Reply code", bits(28, 4), Type::Uint16, Show::Decimal, rcodes};
constexpr Field question_count{"dns.count.queries", "Questions", bytes(4, 2)};
constexpr Field answer_count{"dns.count.answers", "Answer RRs", bytes(6, 2)};
constexpr Field authority_count{"dns.count.auth_rr", "Authority RRs", bytes(8, 2)};
constexpr Field additional_count{"dns.count.add_rr", "Additional RRs", bytes(10, 2)};
constexpr Field question_name{"dns.qry.name", "Name", varies, Type::String};
constexpr Field question_type{"dns.qry.type", "Type", varies, Type::Uint16, Show::Decimal, record_types};
constexpr Field question_class{"dns.qry.class", "Class", varies, Type::Uint16, Show::Hex};
constexpr const Field* fields[] = {&id,
                                   &flags,
                                   &response,
                                   &opcode,
                                   &authoritative,
                                   &truncated,
                                   &recursion_desired,
                                   &recursion_available,
                                   &reply_code,
                                   &question_count,
                                   &answer_count,
                                   &authority_count,
                                   &additional_count,
                                   &question_name,
                                   &question_type,
                                   &question_class};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 53}, {On::TcpPort, 53, Scope::Line}};

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void dissect(Bytes layer, FieldWriter& out) {
  Reader reader(layer);
  size_t at = header_length;
  out.deeper();
  while (const auto question = reader.question()) {
    // The name as it stands in the message; text with compression expanded needs the tree's own memory.
    const size_t length = question->name.next - at;
    out.put(question_name, at, length);
    out.put(question_type, question->name.next, 2);
    out.put(question_class, question->name.next + 2u, 2);
    at = question->name.next + 4u;
  }
  out.shallower();
}

bool recognize(Bytes first, Ports ports) {
  return (ports.source == 53 || ports.destination == 53) && looks_like_message(first);
}

void print(Line& line, View in) { print_message(line, in, Flavour::Unicast); }

}  // namespace

extern constinit const Protocol protocol{.name = "dns",
                                         .title = "Domain Name System",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .recognize = recognize,
                                         .print = print};

}  // namespace wiretale::dns
