// Multipath TCP (RFC 6824, RFC 8684): the option and its subtypes.
#include "protocols/transport/tcp_options.h"

namespace wiretale {

bool print_multipath_option(Line& line, View option, const SegmentContext&) {
  const uint8_t size = option.u8(1);
  if (size < 3) return false;
  line.put(' ', size, ' ');
  return false;
}

}  // namespace wiretale
