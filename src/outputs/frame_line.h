// A packet as tcpdump shows it: time stamp, the printers' line, and the hex or ASCII dump.
#pragma once
#include "outputs/time_stamp.h"
#include "packet/line.h"
#include "packet/packet.h"

namespace wiretale {

/// The options beside LineOptions that shape a packet's lines.
struct FrameLineOptions {
  TimeStampForm time_stamp = TimeStampForm::TimeOfDay;
  TimePrecision precision = TimePrecision::Micro;
  bool numbers = false;    ///< -#
  int dump_hex = 0;        ///< -x; twice with the link header
  int dump_hex_ascii = 0;  ///< -X
  int dump_ascii = 0;      ///< -A
};

/// Appends the printers' part of one packet to the line, with "[|protocol]" where it was cut short.
void print_frame(Line& line, const Packet& packet);

/// Writes whole packets: everything from the number to the last line end.
class FrameLines {
 public:
  explicit FrameLines(const FrameLineOptions& options)
      : options_(options), time_stamps_(options.time_stamp, options.precision) {}
  /// `time` is the packet's, split with the precision of the options.
  void append(Line& line, const Packet& packet, SplitTime time);

 private:
  void append_dump(Line& line, Bytes bytes) const;
  FrameLineOptions options_;
  TimeStamps time_stamps_;
  uint32_t shown_ = 0;
};

}  // namespace wiretale
