// Telnet (RFC 854): its commands between the text.
#include "packet/line.h"
#include "protocols/application/telnet_names.h"
#include "protocols/catalog.h"

namespace wiretale::telnet {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 23, Scope::Line}};

enum Byte : uint8_t { first_command = 236, se = 240, sb = 250, will = 251, dont = 254, iac = 255 };
enum Option : uint8_t { authentication = 37, encryption = 38 };

void put_number(Line& line, uint8_t number) {
  if (number == 0)
    line.put('0');
  else
    line.put("0x", Hex{number});
}
void put_name(Line& line, Names names, uint8_t number) {
  if (const std::string_view name = find_name(names, number); !name.empty())
    line.put(name);
  else
    put_number(line, number);
}

/// What an option negotiates, [at, end).
void print_subnegotiation(Line& line, View in, uint8_t option, size_t at, size_t end) {
  const bool authenticates = option == authentication, encrypts = option == encryption;
  const Names verbs = authenticates ? Names(authentication_commands)
                      : encrypts    ? Names(encryption_commands)
                                    : Names(commands_of_options);
  if (at < end) {
    line.put(' ');
    put_name(line, verbs, in.u8(at++));
  }
  if (at < end && (authenticates || encrypts)) {
    line.put(' ');
    put_name(line, authenticates ? Names(authentication_types) : Names(encryption_types), in.u8(at++));
  }
  while (at < end) {
    line.put(' ');
    put_number(line, in.u8(at++));
  }
  line.put(" SE");
}

/// Where the command at `at` ends; 0 when there is none, or not all of it in this segment.
size_t command_end(View in, size_t at) {
  if (in.u8(at) != iac || at + 1 >= in.length()) return 0;
  const uint8_t command = in.u8(at + 1);
  if (command < first_command) return 0;
  if (command < sb || command == iac) return at + 2;
  if (at + 2 >= in.length()) return 0;
  in.need(at + 2, 1);
  if (command != sb) return at + 3;
  size_t end = at + 3;
  while (in.u8(end) != iac || in.u8(end + 1) != se) ++end;
  return end + 2 <= in.length() ? end + 2 : 0;
}

void print_command(Line& line, View in, size_t at, size_t end) {
  const uint8_t command = in.u8(at + 1);
  if (command == iac) {
    line.put("IAC IAC");
    return;
  }
  line.put(find_name(commands, command));
  if (command < sb) return;
  line.put(' ');
  put_name(line, options, in.u8(at + 2));
  if (command == sb) print_subnegotiation(line, in, in.u8(at + 2), at + 3, end - 2);
}

void print(Line& line, View in) {
  line.protocol = "telnet";
  bool first = true;
  for (size_t at = 0; at < in.length();) {
    const size_t end = command_end(in, at);
    if (end == 0) break;
    line.put(first ? " [telnet " : ", ");
    first = false;
    print_command(line, in, at, end);
    at = end;
  }
  if (!first) line.put(']');
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "telnet", .title = "Telnet", .found_on = found_on, .print = print};

}  // namespace wiretale::telnet
