// SIP (RFC 3261).
#include "protocols/application/text_protocol.h"
#include "protocols/catalog.h"

namespace wiretale::sip {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 5060, Scope::Line}};

constexpr std::string_view methods[] = {
    "ACK",     "BYE",   "CANCEL",  "DO",    "INFO",     "INVITE",    "MESSAGE", "NOTIFY",
    "OPTIONS", "PRACK", "PUBLISH", "REFER", "REGISTER", "SUBSCRIBE", "UPDATE",
};

void print(Line& line, View in) {
  print_text_protocol(line, in, {"SIP", "sip", methods, TextProtocol::Code::Second});
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "sip", .title = "Session Initiation Protocol", .found_on = found_on, .print = print};

}  // namespace wiretale::sip
