// M3UA (RFC 4666): SS7's message transfer part carried in SCTP.
#include "packet/line.h"

namespace wiretale::m3ua {
namespace {

constexpr Name management_[] = {{0, "Error"}, {1, "Notify"}};
constexpr Name transfer_[] = {{1, "Data"}};
constexpr Name network_[] = {{1, "Destination Unavailable"},           {2, "Destination Available"},
                             {3, "Destination State Audit"},           {4, "Signalling Congestion"},
                             {5, "Destination User Part Unavailable"}, {6, "Destination Restricted"}};
constexpr Name state_[] = {{1, "Up"},
                           {2, "Down"},
                           {3, "Heartbeat"},
                           {4, "Up Acknowledgement"},
                           {5, "Down Acknowledgement"},
                           {6, "Heartbeat Acknowledgement"}};
constexpr Name traffic_[] = {
    {1, "Active"}, {2, "Inactive"}, {3, "Active Acknowledgement"}, {4, "Inactive Acknowledgement"}};
constexpr Name routing_[] = {{1, "Registration Request"},
                             {2, "Registration Response"},
                             {3, "Deregistration Request"},
                             {4, "Deregistration Response"}};

struct MessageClass {
  uint8_t number;
  std::string_view name;
  Names types;
};
constexpr MessageClass message_classes[] = {
    {0, "Management", management_}, {1, "Transfer", transfer_},
    {2, "SS7", network_},           {3, "ASP", state_},
    {4, "ASP", traffic_},           {9, "Routing Key Management", routing_}};

enum Parameter : uint16_t { routing_context = 0x0006, correlation_id = 0x0013, network_appearance = 0x0200 };

constexpr Name parameters_[] = {{0x0004, "INFO String"},
                                {routing_context, "Routing Context"},
                                {0x0007, "Diagnostic Info"},
                                {0x0009, "Heartbeat Data"},
                                {0x000b, "Traffic Mode Type"},
                                {0x000c, "Error Code"},
                                {0x000d, "Status"},
                                {0x0011, "ASP Identifier"},
                                {0x0012, "Affected Point Code"},
                                {correlation_id, "Correlation ID"},
                                {network_appearance, "Network Appearance"},
                                {0x0204, "User/Cause"},
                                {0x0205, "Congestion Indications"},
                                {0x0206, "Concerned Destination"},
                                {0x0207, "Routing Key"},
                                {0x0208, "Registration Result"},
                                {0x0209, "Deregistration Result"},
                                {0x020a, "Local Routing Key Identifier"},
                                {0x020b, "Destination Point Code"},
                                {0x020c, "Service Indicators"},
                                {0x020e, "Originating Point Code List"},
                                {0x0210, "Protocol Data"},
                                {0x0212, "Registration Status"},
                                {0x0213, "Deregistration Status"}};
constexpr Names parameters = parameters_;

constexpr Field version{"m3ua.version", "Version", bytes(0, 1)};
constexpr Field class_field{"m3ua.message_class", "Message class", bytes(2, 1)};
constexpr Field type_field{"m3ua.message_type", "Message type", bytes(3, 1)};
constexpr Field length_field{"m3ua.message_length", "Message length", bytes(4, 4)};
constexpr const Field* fields[] = {&version, &class_field, &type_field, &length_field};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::SctpPayload, 3}};

constexpr size_t header_length = 8, parameter_header_length = 4;

void print_parameters(Line& line, View in) {
  while (in.length() > 0) {
    if (in.length() < parameter_header_length) return line.invalid();
    const uint16_t tag = in.u16(0);
    const size_t length = in.u16(2);
    line.put("\n\t\t\t", NamedHex{parameters, tag, "Unknown Parameter (0x", ")", 4}, ": ");
    if (length < parameter_header_length) return line.invalid();
    in.need(0, length);
    if (tag == routing_context || tag == correlation_id || tag == network_appearance) {
      if (length < parameter_header_length + 4) return line.invalid();
      // tcpdump shows the parameter's tag and length here, not its value.
      line.put("0x", Hex{in.u32(0), 8});
    } else {
      line.put("(length ", length, ')');
    }
    in = in.from((length + 3) & ~size_t{3});
  }
}

void print(Line& line, View in) {
  line.protocol = "m3ua";
  if (line.options.verbose < 2) return;
  if (in.length() < header_length) return line.invalid();
  in.need(0, header_length);
  if (in.u8(0) != 1) return;
  const uint8_t number = in.u8(2);
  line.put("\n\t\t");
  const MessageClass* found = nullptr;
  for (const MessageClass& one : message_classes)
    if (one.number == number) found = &one;
  if (found == nullptr)
    line.put("Unknown message class ", number);
  else
    line.put(found->name, ' ', NamedHex{found->types, in.u8(3), "Unknown (0x", ")", 2}, " Message");
  if (in.length() != in.u32(4)) {
    line.put("\n\t\t\t@@@@@@ Corrupted length ", in.u32(4), " of message @@@@@@");
    return;
  }
  print_parameters(line, in.from(header_length));
}

}  // namespace

extern constinit const Protocol protocol{.name = "m3ua",
                                         .title = "MTP 3 User Adaptation Layer",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::m3ua
