// DNS (RFC 1035).
#include "packet/tree.h"
#include "protocols/application/dns/line.h"
#include "protocols/application/dns/message.h"
#include "protocols/application/dns/tree.h"
#include "protocols/application/dns/tree_fields.h"
#include "protocols/catalog.h"

namespace wiretale::dns {
namespace {

static_assert(names_are_distinct(field::all));

constexpr Claim found_on[] = {
    {On::UdpPort, 53}, {On::TcpPort, 53, Scope::Line}, {On::TcpPort, 53, Scope::Tree}};

constexpr size_t length_size = 2;  // in front of a message over TCP (RFC 1035 4.2.2)

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void dissect(Bytes, FieldWriter& out) {
  const bool over_tcp = out.about.segment != nullptr && out.about.datagram == nullptr;
  dissect_message(out, Flavour::Unicast, over_tcp ? length_size : 0);
}

MessageLength frame(Bytes stream, Dissection&) {
  if (stream.size() < length_size) return MessageLength::more();
  return MessageLength::known(length_size + be16(stream.data()));
}

bool recognize(Bytes first, Ports ports) {
  return (ports.source == 53 || ports.destination == 53) && looks_like_message(first);
}

void print(Line& line, View in) { print_message(line, in, Flavour::Unicast); }

}  // namespace

extern constinit const Protocol protocol{.name = "dns",
                                         .title = "Domain Name System",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame,
                                         .messages = Messages::Sized,
                                         .recognize = recognize,
                                         .print = print};

}  // namespace wiretale::dns
