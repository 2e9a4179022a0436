// SMTP (RFC 5321).
#include "protocols/application/mail_tree.h"
#include "protocols/application/smtp_fields.h"
#include "protocols/application/text_protocol.h"
#include "protocols/catalog.h"

namespace wiretale::smtp {
namespace {

constexpr Claim found_on[] = {
    {On::TcpPort, 25, Scope::Line}, {On::TcpPort, 25, Scope::Tree}, {On::TcpPort, 587, Scope::Tree}};

void print(Line& line, View in) { print_text_protocol(line, in, {"SMTP", "smtp"}); }

}  // namespace

extern constinit const Protocol protocol{.name = "smtp",
                                         .title = "Simple Mail Transfer Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame,
                                         .print = print};

}  // namespace wiretale::smtp
