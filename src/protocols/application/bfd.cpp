// BFD (RFC 5880, 5881, 5883, 7130): whether the path to a neighbour still forwards.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::bfd {
namespace {

constexpr Name diagnostic_name_table[] = {{0, "No Diagnostic"},
                                          {1, "Control Detection Time Expired"},
                                          {2, "Echo Function Failed"},
                                          {3, "Neighbor Signaled Session Down"},
                                          {4, "Forwarding Plane Reset"},
                                          {5, "Path Down"},
                                          {6, "Concatenated Path Down"},
                                          {7, "Administratively Down"},
                                          {8, "Reverse Concatenated Path Down"}};
constexpr Names diagnostic_names = diagnostic_name_table;
constexpr Name state_name_table[] = {{0, "AdminDown"}, {1, "Down"}, {2, "Init"}, {3, "Up"}};
constexpr Names state_names = state_name_table;
constexpr Name flag_name_table[] = {{0x20, "Poll"},
                                    {0x10, "Final"},
                                    {0x08, "Control Plane Independent"},
                                    {0x04, "Authentication Present"},
                                    {0x02, "Demand"},
                                    {0x01, "Multipoint"}};
constexpr Names flag_names = flag_name_table;
/// draft-katz-ward-bfd-01.
constexpr Name old_flag_name_table[] = {{0x80, "I Hear You"},
                                        {0x40, "Demand"},
                                        {0x20, "Poll"},
                                        {0x10, "Final"},
                                        {0x08, "Control Plane Independent"},
                                        {0x04, "Authentication Present"},
                                        {0x02, "Reserved"},
                                        {0x01, "Reserved"}};
constexpr Names old_flag_names = old_flag_name_table;
enum Authentication : uint8_t { password = 1, md5, meticulous_md5, sha1, meticulous_sha1 };
constexpr Name authentication_name_table[] = {{password, "Simple Password"},
                                              {md5, "Keyed MD5"},
                                              {meticulous_md5, "Meticulous Keyed MD5"},
                                              {sha1, "Keyed SHA1"},
                                              {meticulous_sha1, "Meticulous Keyed SHA1"}};
constexpr Names authentication_names = authentication_name_table;

constexpr Field version{"bfd.version", "Protocol Version", bits(0, 3)};
constexpr Field diagnostic{"bfd.diag",  "Diagnostic Code", bits(3, 5),
                           Type::Uint8, Show::Hex,         diagnostic_names};
constexpr Field state{"bfd.sta", "Session State", bits(8, 2), Type::Uint8, Show::Hex, state_names};
constexpr Field flags{"bfd.flags", "Message Flags", bytes(1, 1), Type::Uint8, Show::Hex};
constexpr Field multiplier{"bfd.detect_time_multiplier", "Detect Time Multiplier", bytes(2, 1)};
constexpr Field message_length{"bfd.message_length", "Message Length", bytes(3, 1)};
constexpr Field my_discriminator{"bfd.my_discriminator", "My Discriminator", bytes(4, 4), Type::Uint32,
                                 Show::Hex};
constexpr Field your_discriminator{"bfd.your_discriminator", "Your Discriminator", bytes(8, 4), Type::Uint32,
                                   Show::Hex};
constexpr Field transmit{"bfd.desired_min_tx_interval", "Desired Min TX Interval", bytes(12, 4)};
constexpr Field receive{"bfd.required_min_rx_interval", "Required Min RX Interval", bytes(16, 4)};
constexpr Field echo{"bfd.required_min_echo_interval", "Required Min Echo Interval", bytes(20, 4)};
constexpr const Field* fields[] = {
    &version,          &diagnostic,         &state,    &flags,   &multiplier, &message_length,
    &my_discriminator, &your_discriminator, &transmit, &receive, &echo};
static_assert(fields_are_distinct(fields));

constexpr uint16_t control_port = 3784, echo_port = 3785, multihop_port = 4784, lag_port = 6784;
constexpr Claim found_on[] = {{On::UdpPort, control_port},
                              {On::UdpPort, echo_port},
                              {On::UdpPort, multihop_port},
                              {On::UdpPort, lag_port}};
constexpr Name port_name_table[] = {
    {control_port, "Control"}, {multihop_port, "Multihop"}, {lag_port, "Lag"}};
constexpr Names port_names = port_name_table;
constexpr size_t header_length = 24;

void put_hex(Line& line, View in, size_t at, size_t count) {
  for (size_t i = 0; i < count; ++i) line.put(Hex{in.u8(at + i), 2});
}

void print_authentication(Line& line, View in) {
  const uint8_t type = in.u8(0), length = in.u8(1);
  const std::string_view name = find_name(authentication_names, type);
  line.put("\n\tAuthentication: ", name.empty() ? std::string_view("Unknown") : name, " (", type,
           "), length: ", length, "\n\t  Auth Key ID: ", in.u8(2));
  const auto invalid_length = [&] { line.put("[invalid length ", length, ']'); };
  switch (type) {
    case password:
      if (length < 4 || length > 19) return invalid_length();
      line.put(", Password: ");
      for (size_t i = 3; i < length; ++i) line.put(Escaped{in.bytes(i, 1)});
      break;
    case md5:
    case meticulous_md5:
      if (length != 24) return invalid_length();
      line.put(", Sequence Number: 0x", Hex{in.u32(4), 8}, "\n\t  Digest: ");
      put_hex(line, in, 8, 16);
      break;
    case sha1:
    case meticulous_sha1:
      if (length != 28) return invalid_length();
      line.put(", Sequence Number: 0x", Hex{in.u32(4), 8}, "\n\t  Hash: ");
      put_hex(line, in, 8, 20);
      break;
    default: break;
  }
}

void print_control(Line& line, View in, std::string_view kind) {
  const uint8_t first = in.u8(0);
  const unsigned of_version = first >> 5;
  if (of_version > 1) {
    line.put("BFDv", of_version, ", ", kind, ", length: ", in.length());
    if (line.options.verbose > 0) append_hex(line, in.available(0, in.length()));
    return;
  }
  const uint8_t flag_byte = in.u8(1);
  const auto put_state = [&] {
    line.put(kind, ", ");
    if (of_version == 1)
      line.put("State ", find_name(state_names, flag_byte >> 6), ", Flags: [",
               NamedBits{flag_names, flag_byte & 0x3fu});
    else
      line.put("Flags: [", NamedBits{old_flag_names, flag_byte});
    line.put(']');
  };
  line.put("BFDv", of_version, ", ");
  if (line.options.verbose == 0) {
    put_state();
    line.put(", length: ", in.length());
    return;
  }
  const Bytes header = in.bytes(0, header_length);
  line.put("length: ", in.length(), "\n\t");
  put_state();
  line.put(", Diagnostic: ",
           find_name(diagnostic_names, first & 0x1f).empty() ? std::string_view("unknown")
                                                             : find_name(diagnostic_names, first & 0x1f),
           " (0x", Hex{first & 0x1fu, 2}, ")\n\tDetection Timer Multiplier: ", multiplier.read(header), " (",
           multiplier.read(header) * transmit.read(header) / 1000,
           " ms Detection time), BFD Length: ", message_length.read(header), "\n\tMy Discriminator: 0x",
           Hex{my_discriminator.read(header), 8}, ", Your Discriminator: 0x",
           Hex{your_discriminator.read(header), 8},
           "\n\t  Desired min Tx Interval:    ", Padded{transmit.read(header) / 1000, 4},
           " ms\n\t  Required min Rx Interval:   ", Padded{receive.read(header) / 1000, 4},
           " ms\n\t  Required min Echo Interval: ", Padded{echo.read(header) / 1000, 4}, " ms");
  if ((flag_byte & 0x04) != 0) print_authentication(line, in.from(header_length));
}

void print(Line& line, View in) {
  line.protocol = "bfd";
  const auto claimed = [&](uint16_t port) {
    return line.ports.destination == port || line.ports.source == port;
  };
  if (line.ports.destination == echo_port ||
      (claimed(echo_port) && find_name(port_names, line.ports.destination).empty())) {
    line.put("BFD, Echo, length: ", in.length());
    if (line.options.verbose > 0) append_hex(line, in.available(0, in.length()));
    return;
  }
  for (const uint16_t port : {line.ports.destination, line.ports.source})
    if (const std::string_view kind = find_name(port_names, port); !kind.empty())
      return print_control(line, in, kind);
}

}  // namespace

extern constinit const Protocol protocol{.name = "bfd",
                                         .title = "Bidirectional Forwarding Detection Control Message",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::bfd
