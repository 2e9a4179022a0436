// RTSP (RFC 2326).
#include "protocols/application/text_protocol.h"
#include "protocols/catalog.h"

namespace wiretale::rtsp {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 554, Scope::Line}, {On::TcpPort, 8554, Scope::Line}};

constexpr std::string_view methods[] = {
    "OPTIONS", "DESCRIBE", "ANNOUNCE", "GET_PARAMETER", "PAUSE",    "PLAY",
    "RECORD",  "REDIRECT", "SETUP",    "SET_PARAMETER", "TEARDOWN",
};

void print(Line& line, View in) {
  print_text_protocol(line, in, {"RTSP", "rtsp", methods, TextProtocol::Code::Second});
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "rtsp", .title = "Real Time Streaming Protocol", .found_on = found_on, .print = print};

}  // namespace wiretale::rtsp
