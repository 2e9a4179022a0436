// EAP over LANs (IEEE 802.1X): how a station authenticates to its port.
#include "packet/line.h"
#include "protocols/application/eap_message.h"
#include "protocols/catalog.h"

namespace wiretale::eapol {
namespace {

constexpr uint8_t eap_packet = 0;
constexpr Name kind_name_table[] = {{eap_packet, "EAP packet"},
                                    {1, "EAPOL start"},
                                    {2, "EAPOL logoff"},
                                    {3, "EAPOL key"},
                                    {4, "Encapsulated ASF alert"}};
constexpr Names kind_names = kind_name_table;

constexpr Field version{"eapol.version", "Version", bytes(0, 1)};
constexpr Field kind{"eapol.type", "Type", bytes(1, 1), Type::Uint8, Show::Decimal, kind_names};
constexpr Field length{"eapol.len", "Length", bytes(2, 2)};
constexpr const Field* fields[] = {&version, &kind, &length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x888e}, {On::EtherType, 0x88c7, Scope::Decode}};

constexpr size_t header_length = 4;

Step decode(Cursor& in, Context&) {
  in.take(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void print(Line& line, View in) {
  line.protocol = "eap";
  if (in.length() < header_length) line.truncated();
  in.need(0, header_length);
  const uint8_t what = in.u8(1);
  const std::string_view name = find_name(kind_names, what);
  line.put(name.empty() ? "unknown" : name, " (", what, ") v", in.u8(0), ", len ", in.u16(2));
  if (line.options.verbose == 0 || what != eap_packet) return;
  const View message = in.from(header_length);
  if (message.length() == 0 || in.u16(2) == 0) line.truncated();
  line.put(", ");
  // Short frames are padded: what EAPOL claims counts.
  print_eap_message(line, message.with_length(in.u16(2)));
}

}  // namespace

extern constinit const Protocol protocol{.name = "eapol",
                                         .title = "802.1X Authentication",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::eapol
