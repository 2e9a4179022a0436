// DHCP options: RFC 2132, 3004 (user class), 3046 (relay agent), 3442 (routes), 4702 (full name).
#include "protocols/application/dhcp/options.h"

#include <array>

#include "packet/hex_dump.h"
#include "protocols/application/dhcp/option_names.h"

namespace wiretale::dhcp {
namespace {

constexpr uint8_t pad = 0, end = 255;
constexpr auto no_option = static_cast<uint8_t>(std::size(options));

constexpr auto option_index = [] {
  std::array<uint8_t, 256> index{};
  index.fill(no_option);
  for (size_t i = 0; i < std::size(options); ++i) index[options[i].code] = static_cast<uint8_t>(i);
  return index;
}();

std::string_view option_name(uint8_t code) {
  const uint8_t index = option_index[code];
  return index == no_option ? "Unknown" : options[index].name;
}
Form option_form(uint8_t code) {
  const uint8_t index = option_index[code];
  return index == no_option ? ByLength : options[index].form;
}

/// Values of one size with `between` them; returns how many bytes were written.
template <class Print>
size_t print_list(Line& line, size_t length, size_t size, std::string_view between, Print print) {
  size_t at = 0;
  for (; length - at >= size; at += size) {
    if (at != 0) line.put(between);
    print(at);
  }
  return at;
}

void print_error(Line& line, size_t least) { line.put("[ERROR: length < ", least, " bytes]"); }

void print_client_id(Line& line, View data) {
  if (data.length() < 1) return print_error(line, 1);
  const uint8_t type = data.u8(0);
  if (type == 0) {
    line.put('"', CaretNotation{data.bytes(1, data.length() - 1)}, '"');
    return;
  }
  line.put(Named{hardware_types, type, "hardware-type ", ","}, ' ');
  for (size_t i = 1; i < data.length(); ++i) line.put(i == 1 ? "" : ":", Hex{data.u8(i), 2});
}

void print_parameter_list(Line& line, View data) {
  for (size_t i = 0; i < data.length(); ++i) {
    line.put(i % 4 == 0 ? "\n\t      " : ", ", option_name(data.u8(i)), " (", data.u8(i), ')');
  }
}

void print_user_classes(Line& line, View data) {
  if (data.length() < 2) return print_error(line, 2);
  unsigned count = 0;
  for (size_t at = 0; at < data.length();) {
    line.put("\n\t      instance#", ++count, ": ");
    const uint8_t size = data.u8(at++);
    if (size == 0) {
      line.put("[ERROR: suboption length must be non-zero]");
      return;
    }
    if (size > data.length() - at) {
      line.put("[ERROR: invalid option]");
      return;
    }
    line.put('"', CaretNotation{data.bytes(at, size)}, "\", length ", size);
    at += size;
  }
}

void print_full_name(Line& line, View data) {
  if (data.length() < 3) return print_error(line, 3);
  const uint8_t flags = data.u8(0);
  if ((flags & 0xf0) != 0) line.put("[ERROR: MBZ nibble 0x", Hex{uint64_t{flags} >> 4}, " != 0] ");
  if ((flags & 0x0f) != 0) {
    line.put('[');
    for (unsigned bit = 0; bit < 4; ++bit)
      if ((flags >> bit & 1) != 0) line.put("SOEN"[bit]);
    line.put("] ");
  }
  if (data.u8(1) != 0 || data.u8(2) != 0) line.put(data.u8(1), '/', data.u8(2), ' ');
  line.put('"', CaretNotation{data.bytes(3, data.length() - 3)}, '"');
}

/// Returns how many bytes made whole suboptions.
size_t print_agent_information(Line& line, View data) {
  size_t at = 0;
  while (data.length() - at >= 2) {
    const uint8_t code = data.u8(at), size = data.u8(at + 1);
    at += 2;
    const std::string_view name = find_name(agent_suboptions, code);
    line.put("\n\t      ", name.empty() ? "Unknown" : name, " SubOption ", code, ", length ", size, ": ");
    if (size > data.length() - at) {
      line.put("length goes past end of option");
      return data.length();
    }
    if (!name.empty())
      line.put(CaretNotation{data.bytes(at, size)});
    else
      append_hex(line, data.bytes(at, size), "\n\t\t");
    at += size;
  }
  return at;
}

void print_classless_routes(Line& line, View data) {
  if (data.length() < 5) return print_error(line, 5);
  for (size_t at = 0; at < data.length();) {
    if (at != 0) line.put(',');
    const uint8_t width = data.u8(at++);
    if (width > 32) {
      line.put("[ERROR: Mask width (", width, ") > 32]");
      return;
    }
    const size_t given = (width + 7u) / 8, left = data.length() - at;
    if (left < given + 4) {
      line.put("[ERROR: Remaining length (", left, ") < ", given + 4, " bytes]");
      return;
    }
    line.put('(');
    if (width == 0) {
      line.put("default");
    } else {
      for (size_t i = 0; i < given; ++i) line.put(i == 0 ? "" : ".", data.u8(at + i));
      for (size_t i = given; i < 4; ++i) line.put(".0");
      line.put('/', width);
    }
    at += given;
    line.put(':', Ipv4Text{data.at_least(at, 4)}, ')');
    at += 4;
  }
}

/// Returns how many bytes it made sense of.
size_t print_data(Line& line, Form form, View data) {
  const size_t length = data.length();
  const auto bytes = [&](size_t at) { line.put(data.u8(at)); };
  switch (form) {
    case ByLength:
      if (length % 4 == 0) return print_data(line, Numbers32, data);
      return print_data(line, length % 2 == 0 ? Numbers16 : DottedBytes, data);
    case Addresses:
      return print_list(line, length, 4, ",", [&](size_t at) { line.put(Ipv4Text{data.at_least(at, 4)}); });
    case AddressPairs:
      return print_list(line, length, 8, ",", [&](size_t at) {
        line.put('(', Ipv4Text{data.at_least(at, 4)}, ':', Ipv4Text{data.at_least(at + 4, 4)}, ')');
      });
    case DottedBytes: return print_list(line, length, 1, ".", bytes);
    case Numbers16: return print_list(line, length, 2, ",", [&](size_t at) { line.put(data.u16(at)); });
    case Numbers32: return print_list(line, length, 4, ",", [&](size_t at) { line.put(data.u32(at)); });
    case SignedNumbers32: return print_list(line, length, 4, ",", [&](size_t at) { line.put(data.s32(at)); });
    case Booleans:
      return print_list(line, length, 1, ",", [&](size_t at) {
        const uint8_t value = data.u8(at);
        if (value > 1)
          line.put(value, '?');
        else
          line.put(value == 1 ? 'Y' : 'N');
      });
    case QuotedText: line.put('"', CaretNotation{data.bytes(0, length)}, '"'); return length;
    case NetbiosNode:
    case Overload:
      if (length == 0) return 0;
      line.put(Named{form == NetbiosNode ? Names(netbios_nodes) : Names(overloads), data.u8(0)});
      return 1;
    case MessageType:
      if (length != 1) return print_data(line, DottedBytes, data);
      line.put(Named{message_types, data.u8(0), "Unknown (", ")"});
      return 1;
    case ParameterList: print_parameter_list(line, data); return length;
    case ClientId: print_client_id(line, data); return length;
    case UserClass: print_user_classes(line, data); return length;
    case FullName: print_full_name(line, data); return length;
    case AgentInformation: return print_agent_information(line, data);
    case ClasslessRoutes: print_classless_routes(line, data); return length;
  }
  return length;
}

}  // namespace

void print_options(Line& line, View in) {
  const bool show_all = line.options.verbose > 2;
  for (size_t at = 0; in.has(at, 1);) {
    const uint8_t code = in.u8(at++);
    if (code == pad && !show_all) continue;
    if (code == end && !show_all) return;
    const bool bare = code == pad || code == end;
    const uint8_t length = bare ? uint8_t{0} : in.u8(at++);
    line.put("\n\t    ", option_name(code), " (", code, "), length ", length);
    if (length > 0) line.put(": ");
    if (code == end) continue;
    if (code == pad) {
      unsigned count = 1;
      for (; in.has(at, 1) && in.u8(at) == pad; ++at) ++count;
      if (count > 1) line.put(", occurs ", count);
      continue;
    }
    in.need(at, length);
    const size_t done = print_data(line, option_form(code), in.part(at, length));
    if (done < length) line.put("\n\t  trailing data length ", length - done);
    at += length;
  }
}

}  // namespace wiretale::dhcp
