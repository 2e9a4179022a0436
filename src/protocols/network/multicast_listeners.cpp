// Multicast listener discovery for IPv6, version 2 (RFC 3810).
#include "protocols/network/icmpv6_parts.h"

namespace wiretale::icmpv6 {
namespace {

constexpr std::string_view record_types[] = {"", "is_in", "is_ex", "to_in", "to_ex", "allow", "block"};

void put_sources(Line& line, View message, size_t at, size_t count) {
  if (line.options.verbose <= 1) {
    line.put(", ", count, " source(s)");
    return;
  }
  line.put(" {");
  for (size_t i = 0; i < count; ++i) line.put(' ', Ipv6Text{message.at_least(at + 16 * i, 16)});
  line.put(" }");
}

}  // namespace

void print_listener_query(Line& line, View message) {
  const size_t length = message.length();
  if (length < 28) {
    line.put(" [invalid len ", length, ']');
    return;
  }
  const bool verbose = line.options.verbose > 0;
  const uint32_t delay = message.u16(4);
  line.put(" v2");
  // RFC 3810 5.1.3 and 5.1.9: large values have an exponent and a mantissa.
  if (verbose)
    line.put(" [max resp delay=",
             delay < 32768 ? delay : ((delay & 0xfff) | 0x1000) << ((delay >> 12 & 7) + 3), ']');
  line.put(" [gaddr ", Ipv6Text{message.at_least(8, 16)});
  if (verbose) {
    const uint8_t flags = message.u8(24);
    const uint32_t interval = message.u8(25);
    if ((flags & 8) != 0) line.put(" sflag");
    if ((flags & 7) != 0) line.put(" robustness=", flags & 7);
    line.put(" qqi=", interval < 128 ? interval : ((interval & 15) | 16) << ((interval >> 4 & 7) + 3));
  }
  if (const size_t sources = message.u16(26); sources > 0) {
    if (length < 28 + sources * 16)
      line.put(" [invalid number of sources]");
    else
      put_sources(line, message, 28, sources);
  }
  line.put(']');
}

void print_listener_report(Line& line, View message) {
  const size_t length = message.length();
  if (length < 8) {
    line.put(" [invalid len ", length, ']');
    return;
  }
  const size_t records = message.u16(6);
  line.put(", ", records, " group record(s)");
  if (line.options.verbose == 0) return;
  size_t at = 8;
  for (size_t i = 0; i < records; ++i) {
    if (length < at + 20) {
      line.put(" [invalid number of groups]");
      return;
    }
    line.put(" [gaddr ", Ipv6Text{message.at_least(at + 4, 16)}, ' ');
    const uint8_t kind = message.u8(at);
    if (kind > 0 && kind < std::size(record_types))
      line.put(record_types[kind]);
    else
      line.put(" [v2-report-#", kind, ']');
    const size_t sources = message.u16(at + 2);
    if (length < at + 20 + sources * 16) {
      line.put(" [invalid number of sources ", sources, ']');
      return;
    }
    put_sources(line, message, at + 20, sources);
    line.put(']');
    at += 20 + sources * 16 + message.u8(at + 1) * size_t{4};
  }
}

}  // namespace wiretale::icmpv6
