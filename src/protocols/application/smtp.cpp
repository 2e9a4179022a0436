// SMTP (RFC 5321).
#include "protocols/application/text_protocol.h"
#include "protocols/catalog.h"

namespace wiretale::smtp {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 25, Scope::Line}};

void print(Line& line, View in) { print_text_protocol(line, in, {"SMTP", "smtp"}); }

}  // namespace

extern constinit const Protocol protocol{
    .name = "smtp", .title = "Simple Mail Transfer Protocol", .found_on = found_on, .print = print};

}  // namespace wiretale::smtp
