// SOME/IP (AUTOSAR protocol specification, PRS_SOMEIPProtocol): remote procedure calls and events in
// vehicles.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::someip {
namespace {

constexpr Name message_type_names[] = {{0x00, "REQUEST"},
                                       {0x01, "REQUEST_NO_RETURN"},
                                       {0x02, "NOTIFICATION"},
                                       {0x20, "TP_REQUEST"},
                                       {0x21, "TP_REQUEST_NO_RETURN"},
                                       {0x22, "TP_NOTIFICATION"},
                                       {0x80, "RESPONSE"},
                                       {0x81, "ERROR"},
                                       {0xa0, "TP_RESPONSE"},
                                       {0xa1, "TP_ERROR"}};
constexpr Name return_code_names[] = {{0x00, "E_OK"},
                                      {0x01, "E_NOT_OK"},
                                      {0x02, "E_UNKNOWN_SERVICE"},
                                      {0x03, "E_UNKNOWN_METHOD"},
                                      {0x04, "E_NOT_READY"},
                                      {0x05, "E_NOT_REACHABLE"},
                                      {0x06, "E_TIMEOUT"},
                                      {0x07, "E_WRONG_PROTOCOL_VERSION"},
                                      {0x08, "E_WRONG_INTERFACE_VERSION"},
                                      {0x09, "E_MALFORMED_MESSAGE"},
                                      {0x0a, "E_WRONG_MESSAGE_TYPE"},
                                      {0x0b, "E_E2E_REPEATED"},
                                      {0x0c, "E_E2E_WRONG_SEQUENCE"},
                                      {0x0d, "E_E2E"},
                                      {0x0e, "E_E2E_NOT_AVAILABLE"},
                                      {0x0f, "E_E2E_NO_NEW_DATA"}};

constexpr Field service{"someip.serviceid", "Service ID", bytes(0, 2), Type::Uint16, Show::HexDecimal};
constexpr Field method{"someip.methodid", "Method ID", bytes(2, 2), Type::Uint16, Show::HexDecimal};
constexpr Field length{"someip.length", "Length", bytes(4, 4)};
constexpr Field client{"someip.clientid", "Client ID", bytes(8, 2), Type::Uint16, Show::HexDecimal};
constexpr Field session{"someip.sessionid", "Session ID", bytes(10, 2), Type::Uint16, Show::HexDecimal};
constexpr Field protocol_version{"someip.protoversion", "SOME/IP Version", bytes(12, 1)};
constexpr Field interface_version{"someip.interfaceversion", "Interface Version", bytes(13, 1)};
constexpr Field message_type{"someip.messagetype", "Message Type", bytes(14, 1),
                             Type::Uint8,          Show::Hex,      message_type_names};
constexpr Field return_code{"someip.returncode", "Return Code", bytes(15, 1),
                            Type::Uint8,         Show::Hex,     return_code_names};
constexpr const Field* fields[] = {
    &service,           &method,       &length,     &client, &session, &protocol_version,
    &interface_version, &message_type, &return_code};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 30490}, {On::TcpPort, 30490, Scope::Decode}};

constexpr size_t header_length = 16;
constexpr uint64_t event_bit = 0x8000;  // of the method id

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void print(Line& line, View in) {
  line.protocol = "someip";
  line.put("SOMEIP");
  if (in.length() < header_length) return line.invalid();
  const Bytes header = in.bytes(0, header_length);
  const uint64_t id = method.read(header);
  line.put(", service ", service.read(header), (id & event_bit) != 0 ? ", event " : ", method ",
           id & ~event_bit, ", len ", length.read(header), ", client ", client.read(header), ", session ",
           session.read(header), ", pver ", protocol_version.read(header), ", iver ",
           interface_version.read(header), ", msgtype ",
           name_or(message_type_names, message_type.read(header), "Unknown"), ", retcode ",
           name_or(return_code_names, return_code.read(header), "Unknown"), '\n');
}

}  // namespace

extern constinit const Protocol protocol{.name = "someip",
                                         .title = "SOME/IP Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::someip
