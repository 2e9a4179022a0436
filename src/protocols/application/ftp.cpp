// FTP (RFC 959), its control connection.
#include "protocols/application/text_protocol.h"
#include "protocols/catalog.h"

namespace wiretale::ftp {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 21, Scope::Line}};

void print(Line& line, View in) { print_text_protocol(line, in, {"FTP", "ftp"}); }

}  // namespace

extern constinit const Protocol protocol{
    .name = "ftp", .title = "File Transfer Protocol (FTP)", .found_on = found_on, .print = print};

}  // namespace wiretale::ftp
