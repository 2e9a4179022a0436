// PPP's control protocols (RFC 1661 5): LCP and those of the network layers share one packet format.
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/link/ppp.h"

namespace wiretale::ppp {
namespace {

constexpr Name code_name_table[] = {
    {1, "Conf-Request"},    {2, "Conf-Ack"},    {3, "Conf-Nack"},        {4, "Conf-Reject"},
    {5, "Term-Request"},    {6, "Term-Ack"},    {7, "Code-Reject"},      {8, "Prot-Reject"},
    {9, "Echo-Request"},    {10, "Echo-Reply"}, {11, "Discard-Request"}, {12, "Identification"},
    {13, "Time-Remaining"}, {14, "Reset-Req"},  {15, "Reset-Ack"},       {0, "Vendor-Extension"}};
constexpr Names code_names = code_name_table;

}  // namespace

void print_control(Line& line, uint16_t protocol, View in) {
  const std::string_view name = find_name(protocol_names, protocol);
  line.put(name, ", ");
  if (in.length() < 4) {
    line.put("[|", name, ']');
    return;
  }
  const uint8_t code = in.u8(0);
  const std::string_view code_name = find_name(code_names, code);
  line.put(code_name.empty() ? "Unknown Opcode" : code_name, " (0x", Hex{code, 2}, "), id ", in.u8(1),
           ", length ", in.length() + 2);
}

}  // namespace wiretale::ppp

namespace wiretale::ppp_control {
namespace {

constexpr Field code{"ppp.code", "Code", bytes(0, 1), Type::Uint8, Show::Decimal, ppp::code_names};
constexpr Field identifier{"ppp.identifier", "Identifier", bytes(1, 1)};
constexpr Field length{"ppp.length", "Length", bytes(2, 2)};
constexpr const Field* fields[] = {&code, &identifier, &length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {
    {On::PppProtocol, ppp::lcp, Scope::Decode},    {On::PppProtocol, ppp::ipcp, Scope::Decode},
    {On::PppProtocol, ppp::ipv6cp, Scope::Decode}, {On::PppProtocol, ppp::ccp, Scope::Decode},
    {On::PppProtocol, ppp::mplscp, Scope::Decode}, {On::PppProtocol, ppp::bacp, Scope::Decode},
    {On::PppProtocol, ppp::osicp, Scope::Decode}};

constexpr size_t header_length = 4;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (length.read(header) < header_length) return {.trouble = Trouble::Malformed};
  in.limit(length.read(header) - header_length);
  return {};
}

}  // namespace

extern constinit const Protocol protocol{.name = "lcp",
                                         .title = "PPP Control Protocols",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode};

}  // namespace wiretale::ppp_control
