// TCP options: their kinds, and what the TCP header's printer needs of them.
#pragma once
#include "packet/line.h"

namespace wiretale {
namespace tcp_option {

enum Kind : uint8_t {
  end_of_list = 0,
  no_operation = 1,
  segment_size = 2,
  window_scale = 3,
  sack_permitted = 4,
  sack = 5,
  echo = 6,
  echo_reply = 7,
  timestamps = 8,
  connection_count = 11,
  connection_count_new = 12,
  connection_count_echo = 13,
  md5_signature = 19,
  scps = 20,
  user_timeout = 28,
  authentication = 29,
  multipath = 30,
  fast_open = 34,
  experiment_2 = 254
};

}  // namespace tcp_option

/// What options need to know of the segment around them.
struct SegmentContext {
  uint32_t sack_base = 0;  ///< is subtracted from the edges of selective acknowledgments
  uint8_t flags = 0;
  enum class Capture : uint8_t { Whole, Cut } capture = Capture::Whole;  ///< signatures cover the payload
  View bytes;  ///< of the segment from its header on
};

/// Prints ", options [...]"; false when the options were damaged and the line ends there.
[[nodiscard]] bool print_tcp_options(Line& line, View options, const SegmentContext& segment);

/// Multipath TCP (RFC 8684), `option` being the whole option; false when its length is wrong.
[[nodiscard]] bool print_multipath_option(Line& line, View option, const SegmentContext& segment);

}  // namespace wiretale
