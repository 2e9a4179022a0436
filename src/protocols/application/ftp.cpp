// FTP (RFC 959), its control connection.
#include "protocols/application/ftp_fields.h"
#include "protocols/application/mail_tree.h"
#include "protocols/application/text_protocol.h"
#include "protocols/catalog.h"

namespace wiretale::ftp {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 21, Scope::Line}, {On::TcpPort, 21, Scope::Tree}};

void print(Line& line, View in) { print_text_protocol(line, in, {"FTP", "ftp"}); }

}  // namespace

extern constinit const Protocol protocol{.name = "ftp",
                                         .title = "File Transfer Protocol (FTP)",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame,
                                         .print = print};

}  // namespace wiretale::ftp
