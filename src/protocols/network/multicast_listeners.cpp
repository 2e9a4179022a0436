// Multicast listener discovery for IPv6, version 2 (RFC 3810).
#include "protocols/network/group_records.h"
#include "protocols/network/icmpv6_parts.h"

namespace wiretale::icmpv6 {
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
      put_sources<Ipv6Text, 16>(line, message, 28, sources);
  }
  line.put(']');
}

void print_listener_report(Line& line, View message) {
  if (message.length() < 8)
    line.put(" [invalid len ", message.length(), ']');
  else
    print_group_records<Ipv6Text, 16>(line, message, "v2-report-#");
}

}  // namespace wiretale::icmpv6
