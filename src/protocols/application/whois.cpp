// WHOIS (RFC 3912).
#include "protocols/application/text_protocol.h"
#include "protocols/catalog.h"

namespace wiretale::whois {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 43, Scope::Line}};

void print(Line& line, View in) { print_text_protocol(line, in, {"WHOIS", "whois"}); }

}  // namespace

extern constinit const Protocol protocol{
    .name = "whois", .title = "whois query", .found_on = found_on, .print = print};

}  // namespace wiretale::whois
