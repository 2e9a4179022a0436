// Settings of dissectors under Wireshark's names (tshark -o): what they may ask of Dissection::preferences.
#pragma once

namespace wiretale {

struct Preferences {
  bool ip_defragment = true;                  ///< ip.defragment
  bool ipv6_defragment = true;                ///< ipv6.defragment
  bool ip_check_checksum = false;             ///< ip.check_checksum
  bool tcp_check_checksum = false;            ///< tcp.check_checksum
  bool udp_check_checksum = false;            ///< udp.check_checksum
  bool tcp_relative_sequence_numbers = true;  ///< tcp.relative_sequence_numbers
  bool tcp_analyze_sequence_numbers = true;   ///< tcp.analyze_sequence_numbers
  bool tcp_desegment = true;                  ///< tcp.desegment_tcp_streams
  bool tcp_reassemble_out_of_order = false;   ///< tcp.reassemble_out_of_order
  bool tcp_calculate_timestamps = true;       ///< tcp.calculate_timestamps
};

}  // namespace wiretale
