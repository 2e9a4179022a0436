// ATA over Ethernet (AoE r11): disks on the local network.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::aoe {
namespace {

enum Command : uint8_t { issue_ata = 0, query_configuration = 1, mac_mask_list = 2, reserve = 3 };
constexpr Name command_name_table[] = {{issue_ata, "Issue ATA Command"},
                                       {query_configuration, "Query Config Information"},
                                       {mac_mask_list, "MAC Mask List"},
                                       {reserve, "Reserve/Release"}};
constexpr Names command_names = command_name_table;
constexpr Name error_name_table[] = {{1, "Unrecognized command code"}, {2, "Bad argument parameter"},
                                     {3, "Device unavailable"},        {4, "Config string present"},
                                     {5, "Unsupported version"},       {6, "Target is reserved"}};
constexpr Names error_names = error_name_table;
constexpr Name flag_names[] = {{8, "Response"}, {4, "Error"}, {2, "MBZ-1"}, {1, "MBZ-0"}};
constexpr Name ata_flag_names[] = {{0x80, "MBZ-7"}, {0x40, "Ext48"}, {0x20, "MBZ-5"}, {0x10, "Device"},
                                   {0x08, "MBZ-3"}, {0x04, "MBZ-2"}, {0x02, "Async"}, {0x01, "Write"}};
constexpr Name configuration_command_names[] = {{0, "read config string"},
                                                {1, "test config string"},
                                                {2, "test config string prefix"},
                                                {3, "set config string"},
                                                {4, "force set config string"}};
constexpr Name mask_command_names[] = {{0, "Read Mac Mask List"}, {1, "Edit Mac Mask List"}};
constexpr Name mask_directive_names[] = {
    {0, "No Directive"}, {1, "Add mac address to mask list"}, {2, "Delete mac address from mask list"}};
constexpr Name mask_error_names[] = {
    {1, "Unspecified Error"}, {2, "Bad DCmd directive"}, {3, "Mask list full"}};
constexpr Name reserve_command_names[] = {
    {0, "Read reserve list"}, {1, "Set reserve list"}, {2, "Force set reserve list"}};

constexpr Field version{"aoe.version", "Version", bits(0, 4).with_mask(0)};
constexpr Field response{"aoe.response", "Response flag", bits(4, 1), Type::Boolean, Show::Flag};
constexpr Field error{"aoe.error", "Error", bytes(1, 1), Type::Uint8, Show::Decimal, error_names};
constexpr Field major{"aoe.major", "Major", bytes(2, 2), Type::Uint16, Show::Hex};
constexpr Field minor{"aoe.minor", "Minor", bytes(4, 1), Type::Uint8, Show::Hex};
constexpr Field command{"aoe.cmd", "Command", bytes(5, 1), Type::Uint8, Show::Decimal, command_names};
constexpr Field tag{"aoe.tag", "Tag", bytes(6, 4), Type::Uint32, Show::Hex};
constexpr const Field* fields[] = {&version, &response, &error, &major, &minor, &command, &tag};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x88a2}};

constexpr size_t header_length = 10, mac_length = 6;

Step decode(Cursor& in, Context&) {
  in.take(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

/// What tcpdump does with a packet that contradicts itself: it wants all of it to be there.
void give_up(Line& line, View in) {
  line.invalid();
  in.need(0, in.length());
}

void print_ata(Line& line, View in) {
  constexpr size_t registers_length = 12;
  if (in.length() < registers_length) return give_up(line, in);
  line.put("\n\tAFlags: [", NamedBits{ata_flag_names, in.u8(0)}, ']');
  line.put(", Err/Feature: ", in.u8(1));
  line.put(", Sector Count: ", in.u8(2));
  line.put(", Cmd/Status: ", in.u8(3));
  line.put("\n\tlba0: ", in.u8(4));
  for (unsigned i = 1; i < 6; ++i) line.put(", lba", i, ": ", in.u8(4 + i));
  in.need(10, 2);
  in = in.from(registers_length);
  if (in.length() > 0) line.put("\n\tData: ", in.length(), " bytes");
}

void print_configuration(Line& line, View in) {
  constexpr size_t fixed = 8, longest = 1024;
  if (in.length() < fixed) return give_up(line, in);
  line.put("\n\tBuffer Count: ", in.u16(0));
  line.put(", Firmware Version: ", in.u16(2));
  line.put(", Sector Count: ", in.u8(4));
  line.put(", AoE: ", in.u8(5) >> 4, ", CCmd: ");
  const std::string_view name = find_name(configuration_command_names, in.u8(5) & 15u);
  line.put(name.empty() ? "Unknown (0x02x)" : name);
  const size_t size = in.u16(6);
  in = in.from(fixed);
  if (size > longest || size > in.length()) return give_up(line, in);
  if (size > 0) {
    line.put("\n\tConfig String (length ", size, "): ", CaretNotation{in.available(0, size)});
    in.need(0, size);
  }
}

void print_mask_list(Line& line, View in) {
  constexpr size_t fixed = 4, directive_length = 8;
  if (in.length() < fixed) return give_up(line, in);
  line.put("\n\tMCmd: ", NamedHex{mask_command_names, in.u8(1), "Unknown (0x", ")", 2});
  line.put(", MError: ", NamedHex{mask_error_names, in.u8(2), "Unknown (0x", ")", 2});
  const size_t count = in.u8(3);
  line.put(", Dir Count: ", count);
  in = in.from(fixed);
  if (count * directive_length > in.length()) return give_up(line, in);
  for (size_t i = 0; i < count; ++i, in = in.from(directive_length)) {
    line.put("\n\t DCmd: ", NamedHex{mask_directive_names, in.u8(1), "Unknown (0x", ")", 2});
    line.put(", Ethernet Address: ", MacText{in.at_least(2, mac_length)});
  }
}

void print_reservation(Line& line, View in) {
  constexpr size_t fixed = 2;
  if (in.length() < fixed || (in.length() - fixed) % mac_length != 0) return give_up(line, in);
  line.put("\n\tRCmd: ", NamedHex{reserve_command_names, in.u8(0), "Unknown (0x", ")", 2});
  const size_t count = in.u8(1);
  line.put(", NMacs: ", count);
  in = in.from(fixed);
  if (count * mac_length != in.length()) return give_up(line, in);
  for (size_t i = 0; i < count; ++i)
    line.put("\n\tEthernet Address ", i, ": ", MacText{in.at_least(i * mac_length, mac_length)});
}

void print(Line& line, View in) {
  line.protocol = "aoe";
  line.put("AoE length ", in.length());
  if (in.length() < 1) return give_up(line, in);
  const uint8_t first = in.u8(0);
  line.put(", Ver ", first >> 4);
  if (first >> 4 != 1) return;
  if (in.length() < header_length) return give_up(line, in);
  line.put(", Flags: [", NamedBits{flag_names, first & 15u}, ']');
  if (line.options.verbose == 0) return;
  if ((first & 4) != 0) line.put("\n\tError: ", Named{error_names, in.u8(1), "Invalid (", ")"});
  line.put("\n\tMajor: 0x", Hex{in.u16(2), 4});
  line.put(", Minor: 0x", Hex{in.u8(4), 2});
  const uint8_t what = in.u8(5);
  line.put(", Command: ", NamedHex{command_names, what, "Unknown (0x", ")", 2});
  line.put(", Tag: 0x", Hex{in.u32(6), 8});
  const View body = in.from(header_length);
  switch (what) {
    case issue_ata: return print_ata(line, body);
    case query_configuration: return print_configuration(line, body);
    case mac_mask_list: return print_mask_list(line, body);
    case reserve: return print_reservation(line, body);
    default: return;
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "aoe",
                                         .title = "ATAoverEthernet",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::aoe
