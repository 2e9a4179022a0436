// BGP-4 (RFC 4271): messages between routers; Open with capabilities (RFC 5492), Notification, Route Refresh.
#include "protocols/application/bgp/bgp.h"

#include "packet/hex_dump.h"
#include "protocols/application/bgp/bgp_names.h"
#include "protocols/application/bgp/bgp_tree.h"
#include "protocols/catalog.h"
#include "protocols/network/address_family_names.h"

namespace wiretale::bgp {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 179}};

constexpr size_t header_length = 19, marker_length = 16, open_length = 29;

/// Where the Open message's own fields lie.
constexpr Field version{"bgp.open.version", "Version", bytes(19, 1)};
constexpr Field my_as{"bgp.open.myas", "My AS", bytes(20, 2)};
constexpr Field hold_time{"bgp.open.holdtime", "Hold Time", bytes(22, 2)};
constexpr Field identifier{"bgp.open.identifier", "BGP Identifier", bytes(24, 4), Type::Ipv4};
constexpr Field parameters_length{"bgp.open.opt.len", "Optional Parameters Length", bytes(28, 1)};

std::string_view known(std::string_view name) { return name.empty() ? std::string_view("Unknown") : name; }

void put_family(Line& line, uint16_t family, uint8_t subsequent) {
  line.put("AFI ", known(find_name(address_family_names, family)), " (", family, "), SAFI ",
           known(find_name(safi_names, subsequent)), " (", subsequent, ')');
}

void print_capability(Line& line, uint8_t code, View value) {
  const size_t length = value.length();
  const auto too_short = [&](size_t least) {
    if (length < least) line.put(" (too short, < ", least, ')');
    return length < least;
  };
  switch (code) {
    case multiprotocol:
      if (too_short(4)) return;
      line.put("\n\t\t");
      put_family(line, value.u16(0), value.u8(3));
      break;
    case graceful_restart: {
      if (too_short(2)) return;
      const uint16_t flags_and_time = value.u16(0);
      line.put("\n\t\tRestart Flags: [", (flags_and_time & 0x8000) != 0 ? "R" : "none", "], Restart Time ",
               flags_and_time & 0x0fffu, 's');
      for (size_t at = 2; at + 4 <= length; at += 4) {
        line.put("\n\t\t  ");
        put_family(line, value.u16(at), value.u8(at + 2));
        line.put(", Forwarding state preserved: ", (value.u8(at + 3) & 0x80) != 0 ? "yes" : "no");
      }
      break;
    }
    case refresh:
    case cisco_refresh:
    case long_lived_restart: break;
    case four_octet_as:
      if (too_short(4)) return;
      line.put("\n\t\t 4 Byte AS ");
      put_as(line, value.u32(0));
      break;
    case multiple_labels:
      for (size_t at = 0; at + 4 <= length; at += 4) {
        line.put("\n\t\t");
        put_family(line, value.u16(at), value.u8(at + 2));
        line.put(", Count: ", value.u8(at + 3));
      }
      break;
    case add_path:
      if (length == 0) {
        line.put(" (bogus)");
        break;
      }
      for (size_t at = 0; at < length; at += 4) {
        if (length - at < 4) {
          line.invalid();
          break;
        }
        line.put("\n\t\t");
        put_family(line, value.u16(at), value.u8(at + 2));
        line.put(", Send/Receive: ", NamedHex{send_receive_names, value.u8(at + 3), "Bogus (0x", ")", 2});
      }
      break;
    default:
      line.put("\n\t\tno decoder for Capability ", code);
      if (line.options.verbose <= 1) append_hex(line, value.available(0, length), "\n\t\t");
      break;
  }
  if (line.options.verbose > 1 && length > 0) append_hex(line, value.available(0, length), "\n\t\t");
}

void print_capabilities(Line& line, View in, size_t length) {
  for (size_t at = 0; at < length;) {
    const uint8_t code = in.u8(at), size = in.u8(at + 1);
    line.put("\n\t      ", known(find_name(capability_names, code)), " (", code, "), length: ", size);
    in.need(at + 2, size);
    const size_t written = line.size();
    print_capability(line, code, in.part(at + 2, size).with_length(size));
    // A capability too short for its kind ends the list.
    if (line.view().substr(written).starts_with(" (too short")) return;
    at += 2u + size;
  }
}

void print_open(Line& line, View message, size_t length) {
  message.need(0, open_length);
  if (length < open_length) throw MessageCut{};
  const Bytes header = message.bytes(0, open_length);
  const size_t total = parameters_length.read(header);
  line.put("\n\t  Version ", version.read(header), ", my AS ", my_as.read(header), ", Holdtime ",
           hold_time.read(header), "s, ID ", Ipv4Text{identifier.bytes_in(header).data()},
           "\n\t  Optional parameters, length: ", total);
  const View in = message.from(open_length);
  for (size_t at = 0; at < total;) {
    const uint8_t kind = in.u8(at), size = in.u8(at + 1);
    if (at + 2 + size > total) {
      line.put("\n\t     Option ", kind, ", length: ", size, ", goes past the end of the options");
      return;
    }
    line.put("\n\t    Option ", known(find_name(parameter_names, kind)), " (", kind, "), length: ", size);
    if (kind == capabilities) {
      try {
        print_capabilities(line, in.from(at + 2), size);
      } catch (const Truncated&) {
        line.put(" [|bgp]");
      }
    } else {
      line.put("\n\t      no decoder for option ", kind);
    }
    at += 2u + size;
  }
}

void print_shutdown(Line& line, View data, size_t length) {
  const size_t size = data.u8(0);
  size_t shown = 0;
  if (size == 0) {
    line.put(", empty Shutdown Communication");
    shown = 1;
  } else if (size + 1 > length) {
    line.put(", invalid Shutdown Communication length");
  } else {
    line.put(", Shutdown Communication (length: ", size, "): \"", Escaped{data.bytes(1, size)}, '"');
    shown = size + 1;
  }
  if (shown < length) {
    line.put(", Data: (length: ", length - shown, ')');
    append_hex(line, data.available(shown, length - shown), "\n\t\t");
  }
}

void print_notification(Line& line, View message, size_t length) {
  message.need(0, 21);
  if (length < 21) throw MessageCut{};
  const uint8_t error = message.u8(19), subcode = message.u8(20);
  const std::string_view name = find_name(error_names, error);
  line.put(", ", name.empty() ? std::string_view("Unknown Error") : name, " (", error, ')');
  const Names subcodes = subcode_names(error);
  if (subcodes.empty()) return;
  const std::string_view subcode_name = find_name(subcodes, subcode);
  line.put(error == state_machine || error == capability_message ? " subcode " : ", subcode ",
           subcode_name.empty() ? std::string_view("Unknown") : subcode_name, " (", subcode, ')');
  if (error != cease) return;
  // RFC 4486: the family and the limit that was passed. RFC 9003: why the session was shut down.
  if (subcode == too_many_prefixes && length >= 28) {
    message.need(21, 7);
    line.put(", ");
    put_family(line, message.u16(21), message.u8(23));
    line.put(", Max Prefixes: ", message.u32(24));
  }
  if ((subcode == shutdown || subcode == reset) && length >= 22)
    print_shutdown(line, message.from(21), length - 21);
}

void print_route_refresh(Line& line, View message, size_t length) {
  message.need(0, 23);
  if (length < 23) return;
  line.put("\n\t  ");
  put_family(line, message.u16(19), message.u8(22));
}

void print_update(Line& line, View message, size_t length) {
  message.need(0, length);
  size_t at = header_length;
  const auto left = [&] { return length - at; };
  const auto take_length = [&] {
    if (left() < 2) throw MessageCut{};
    const size_t value = message.u16(at);
    at += 2;
    return value;
  };
  const size_t withdrawn = take_length();
  if (withdrawn != 0) {
    if (left() < withdrawn) throw MessageCut{};
    line.put("\n\t  Withdrawn routes:");
    at += print_ipv4_routes(line, message.from(at), withdrawn);
  }
  const size_t attributes = take_length();
  if (attributes == 0 && left() == 0) {
    line.put("\n\t  End-of-Rib Marker (empty NLRI)");
    return;
  }
  if (attributes != 0) {
    if (left() < attributes) throw MessageCut{};
    print_attributes(line, message.from(at), attributes);
    at += attributes;
  }
  if (left() != 0) {
    line.put("\n\t  Updated routes:");
    print_ipv4_routes(line, message.from(at), left());
  }
}

void print_message(Line& line, View message, size_t length) {
  const uint8_t kind = message.u8(18);
  const std::string_view name = find_name(message_names, kind);
  line.put("\n\t", name.empty() ? std::string_view("Unknown") : name, " Message (", kind,
           "), length: ", length);
  try {
    switch (kind) {
      case open: print_open(line, message, length); break;
      case update: print_update(line, message, length); break;
      case notification: print_notification(line, message, length); break;
      case keepalive: break;
      case route_refresh: print_route_refresh(line, message, length); break;
      default:
        message.need(0, length);
        line.put("\n\t  no Message ", kind, " decoder");
        append_hex(line, message.available(0, length), "\n\t  ");
        break;
    }
  } catch (const MessageCut&) {
    line.put(" [|bgp]");
  } catch (const Truncated&) {
    line.put(" [|bgp]");
  }
}

bool is_marker(Bytes found) {
  for (const uint8_t byte : found)
    if (byte != 0xff) return false;
  return true;
}

void print(Line& line, View in) {
  line.protocol = "bgp";
  line.put(": BGP");
  if (line.options.verbose < 1) return;
  const size_t end = std::min(in.length(), in.captured());
  size_t at = 0, start = 0;
  while (at < end) {
    if (in.u8(at) != 0xff) {
      ++at;
      continue;
    }
    if (!in.has(at, marker_length)) break;
    if (!is_marker(in.bytes(at, marker_length))) {
      ++at;
      continue;
    }
    in.need(at, header_length);
    if (start != at) line.put(" [|bgp]");
    const size_t length = in.u16(at + marker_length);
    if (length < header_length) {
      line.put("\nmessage length ", length, " < ", header_length);
      line.invalid();
      return;
    }
    if (!in.has(at, length)) {
      const std::string_view name = find_name(message_names, in.u8(at + 18));
      line.put("\n[|BGP ", name.empty() ? std::string_view("Unknown Message Type") : name, ']');
      return;
    }
    print_message(line, in.from(at), length);
    at += length;
    start = at;
  }
}

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (!is_marker(header.first(marker_length)) || be16(&header[marker_length]) < header_length)
    return {.trouble = Trouble::Malformed};
  return {};
}

MessageLength frame(Bytes stream, Dissection&) {
  // What begins without a marker continues a message that was not seen from its beginning.
  if (!is_marker(stream.first(std::min(stream.size(), marker_length))))
    return MessageLength::known(stream.size());
  if (stream.size() < header_length) return MessageLength::more();
  const size_t length = be16(&stream[marker_length]);
  if (length < header_length) return {};
  return MessageLength::known(length);
}

}  // namespace

void put_as(Line& line, uint32_t number) {
  if (line.options.as_dot && number > 0xffff)
    line.put(number >> 16, '.', number & 0xffffu);
  else
    line.put(number);
}

void put_route_distinguisher(Line& line, View in) {
  switch (in.u16(0)) {
    case 0: line.put(in.u16(2), ':', in.u32(4), " (= ", Ipv4Text{in.at_least(4, 4)}, ')'); break;
    case 1: line.put(Ipv4Text{in.at_least(2, 4)}, ':', in.u16(6)); break;
    case 2:
      put_as(line, in.u32(2));
      line.put(':', in.u16(6), " (", Ipv4Text{in.at_least(2, 4)}, ':', in.u16(6), ')');
      break;
    default: line.put("unknown RD format"); break;
  }
}

extern constinit const Protocol protocol{.name = "bgp",
                                         .title = "Border Gateway Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .keeps = Keeps::Nothing,
                                         .frame = frame,
                                         .messages = Messages::Together,
                                         .print = print};

}  // namespace wiretale::bgp
