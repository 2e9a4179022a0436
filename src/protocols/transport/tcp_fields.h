// The fields of the TCP header and of what is computed over its connection.
#pragma once
#include "packet/field.h"
#include "protocols/checksum_labels.h"

namespace wiretale::tcp {

inline constexpr Field source_port{"tcp.srcport", "Source Port", bytes(0, 2)};
inline constexpr Field destination_port{"tcp.dstport", "Destination Port", bytes(2, 2)};
inline constexpr Field any_port{"tcp.port", "Source or Destination Port", varies, Type::Uint16};
inline constexpr Field stream{"tcp.stream", "Stream index", varies, Type::Uint32};
inline constexpr Field completeness_field{"tcp.completeness", "Conversation completeness", varies,
                                          Type::Uint8};
inline constexpr Field segment_length{"tcp.len", "TCP Segment Len", varies, Type::Uint32};
inline constexpr Field relative_sequence{"tcp.seq", "Sequence Number", varies, Type::Uint32};
inline constexpr Field sequence{"tcp.seq_raw", "Sequence Number (raw)", bytes(4, 4)};
inline constexpr Field next_sequence{"tcp.nxtseq", "Next Sequence Number", varies, Type::Uint32};
inline constexpr Field relative_acknowledgment{"tcp.ack", "Acknowledgment Number", varies, Type::Uint32};
inline constexpr Field acknowledgment{"tcp.ack_raw", "Acknowledgment number (raw)", bytes(8, 4)};
inline constexpr Field header_length{"tcp.hdr_len", "Header Length", varies, Type::Uint8};
inline constexpr Field flags{"tcp.flags", "Flags", bits(100, 12), Type::Uint16, Show::Hex};
inline constexpr Field flag_reserved{"tcp.flags.res", "Reserved", bits(100, 3).within(100, 12), Type::Boolean,
                                     Show::Flag};
inline constexpr Field flag_accurate{"tcp.flags.ae", "Accurate ECN", bits(103, 1).within(100, 12),
                                     Type::Boolean, Show::Flag};
inline constexpr Field flag_reduced{"tcp.flags.cwr", "Congestion Window Reduced",
                                    bits(104, 1).within(100, 12), Type::Boolean, Show::Flag};
inline constexpr Field flag_echo{"tcp.flags.ece", "ECN-Echo", bits(105, 1).within(100, 12), Type::Boolean,
                                 Show::Flag};
inline constexpr Field flag_urgent{"tcp.flags.urg", "Urgent", bits(106, 1).within(100, 12), Type::Boolean,
                                   Show::Flag};
inline constexpr Field flag_acknowledgment{"tcp.flags.ack", "Acknowledgment", bits(107, 1).within(100, 12),
                                           Type::Boolean, Show::Flag};
inline constexpr Field flag_push{"tcp.flags.push", "Push", bits(108, 1).within(100, 12), Type::Boolean,
                                 Show::Flag};
inline constexpr Field flag_reset{"tcp.flags.reset", "Reset", bits(109, 1).within(100, 12), Type::Boolean,
                                  Show::Flag};
inline constexpr Field flag_synchronize{"tcp.flags.syn", "Syn", bits(110, 1).within(100, 12), Type::Boolean,
                                        Show::Flag};
inline constexpr Field flag_finish{"tcp.flags.fin", "Fin", bits(111, 1).within(100, 12), Type::Boolean,
                                   Show::Flag};
inline constexpr Field flag_letters{"tcp.flags.str", "TCP Flags", varies, Type::String};
inline constexpr Field window{"tcp.window_size_value", "Window", bytes(14, 2)};
inline constexpr Field window_size{"tcp.window_size", "Calculated window size", varies, Type::Uint32};
inline constexpr Field window_factor{"tcp.window_size_scalefactor", "Window size scaling factor", varies,
                                     Type::Int32};
inline constexpr Field checksum{"tcp.checksum", "Checksum", bytes(16, 2), Type::Uint16, Show::Hex};
inline constexpr Field checksum_status{"tcp.checksum.status", "Checksum Status", varies,
                                       Type::Uint8,           Show::Decimal,     checksum_status_labels};
inline constexpr Field checksum_calculated{"tcp.checksum_calculated", "Calculated Checksum", varies,
                                           Type::Uint16, Show::Hex};
inline constexpr Field checksum_bad{"tcp.checksum_bad.expert", "Bad checksum", varies, Type::None};
inline constexpr Field urgent_pointer{"tcp.urgent_pointer", "Urgent Pointer", bytes(18, 2)};
inline constexpr Field since_first{"tcp.time_relative", "Time since first frame in this TCP stream", varies,
                                   Type::RelativeTime};
inline constexpr Field since_previous{"tcp.time_delta", "Time since previous frame in this TCP stream",
                                      varies, Type::RelativeTime};
inline constexpr Field payload_field{"tcp.payload", "TCP payload", varies, Type::ByteArray};
inline constexpr Field segment_data{"tcp.segment_data", "TCP segment data", varies, Type::ByteArray};
inline constexpr Field message_size{"tcp.pdu.size", "PDU Size", varies, Type::Uint32};
inline constexpr Field message_last_frame{"tcp.pdu.last_frame", "Last frame of this PDU", varies,
                                          Type::FrameNumber};
inline constexpr Field message_time{"tcp.pdu.time", "Time until the last segment of this PDU", varies,
                                    Type::RelativeTime};
inline constexpr Field continuation_to{"tcp.continuation_to", "This is a continuation to the PDU in frame",
                                       varies, Type::FrameNumber};
inline constexpr Field reset_cause{"tcp.reset_cause", "Reset cause", varies, Type::String};
inline constexpr Field fin_repeats{"tcp.fin_retransmission", "Retransmission of FIN from frame", varies,
                                   Type::FrameNumber};

// Messages that span segments.
inline constexpr Field segments{"tcp.segments", "Reassembled TCP Segments", varies, Type::None};
inline constexpr Field segment{"tcp.segment", "TCP Segment", varies, Type::FrameNumber};
inline constexpr Field segment_overlap{"tcp.segment.overlap", "Segment overlap", varies, Type::Boolean};
inline constexpr Field segment_conflict{"tcp.segment.overlap.conflict", "Conflicting data in segment overlap",
                                        varies, Type::Boolean};
inline constexpr Field segment_tails{"tcp.segment.multipletails", "Multiple tail segments found", varies,
                                     Type::Boolean};
inline constexpr Field segment_too_long{"tcp.segment.toolongfragment", "Segment too long", varies,
                                        Type::Boolean};
inline constexpr Field segment_error{"tcp.segment.error", "Reassembling error", varies, Type::FrameNumber};
inline constexpr Field segment_count{"tcp.segment.count", "Segment count", varies, Type::Uint32};
inline constexpr Field reassembled_in{"tcp.reassembled_in", "Reassembled PDU in frame", varies,
                                      Type::FrameNumber};
inline constexpr Field reassembled_length{"tcp.reassembled.length", "Reassembled TCP length", varies,
                                          Type::Uint32};
inline constexpr Field reassembled_data{"tcp.reassembled.data", "Reassembled TCP Data", varies,
                                        Type::ByteArray};

// What the order of segments shows.
inline constexpr Field analysis{"tcp.analysis", "SEQ/ACK analysis", varies, Type::None};
inline constexpr Field analysis_flags{"tcp.analysis.flags", "TCP Analysis Flags", varies, Type::None};
inline constexpr Field acknowledged_frame{"tcp.analysis.acks_frame", "This is an ACK to the segment in frame",
                                          varies, Type::FrameNumber};
inline constexpr Field acknowledged_after{"tcp.analysis.ack_rtt", "The RTT to ACK the segment was", varies,
                                          Type::RelativeTime};
inline constexpr Field initial_round_trip{"tcp.analysis.initial_rtt", "iRTT", varies, Type::RelativeTime};
inline constexpr Field bytes_in_flight{"tcp.analysis.bytes_in_flight", "Bytes in flight", varies,
                                       Type::Uint32};
inline constexpr Field bytes_since_push{"tcp.analysis.push_bytes_sent", "Bytes sent since last PSH flag",
                                        varies, Type::Uint32};
inline constexpr Field retransmission_delay{"tcp.analysis.rto", "The RTO for this segment was", varies,
                                            Type::RelativeTime};
inline constexpr Field retransmission_delay_frame{"tcp.analysis.rto_frame", "RTO based on delta from frame",
                                                  varies, Type::FrameNumber};
inline constexpr Field duplicate_number{"tcp.analysis.duplicate_ack_num", "Duplicate ACK #", varies,
                                        Type::Uint32};
inline constexpr Field duplicate_frame{"tcp.analysis.duplicate_ack_frame", "Duplicate to the ACK in frame",
                                       varies, Type::FrameNumber};
inline constexpr Field retransmission{"tcp.analysis.retransmission",
                                      "This frame is a (suspected) retransmission", varies, Type::None};
inline constexpr Field fast_retransmission{"tcp.analysis.fast_retransmission",
                                           "This frame is a (suspected) fast retransmission", varies,
                                           Type::None};
inline constexpr Field spurious_retransmission{"tcp.analysis.spurious_retransmission",
                                               "This frame is a (suspected) spurious retransmission", varies,
                                               Type::None};
inline constexpr Field out_of_order{"tcp.analysis.out_of_order",
                                    "This frame is a (suspected) out-of-order segment", varies, Type::None};
inline constexpr Field reused_ports{
    "tcp.analysis.reused_ports",
    "A new tcp session is started with the same ports as an earlier session in this trace", varies,
    Type::None};
inline constexpr Field lost_segment{"tcp.analysis.lost_segment",
                                    "Previous segment(s) not captured (common at capture start)", varies,
                                    Type::None};
inline constexpr Field ack_lost_segment{"tcp.analysis.ack_lost_segment",
                                        "ACKed segment that wasn't captured (common at capture start)",
                                        varies, Type::None};
inline constexpr Field window_update{"tcp.analysis.window_update", "TCP window update", varies, Type::None};
inline constexpr Field window_full{"tcp.analysis.window_full",
                                   "TCP window specified by the receiver is now completely full", varies,
                                   Type::None};
inline constexpr Field keep_alive{"tcp.analysis.keep_alive", "TCP keep-alive segment", varies, Type::None};
inline constexpr Field keep_alive_ack{"tcp.analysis.keep_alive_ack", "ACK to a TCP keep-alive segment",
                                      varies, Type::None};
inline constexpr Field duplicate_ack{"tcp.analysis.duplicate_ack", "Duplicate ACK", varies, Type::None};
inline constexpr Field zero_window{"tcp.analysis.zero_window", "TCP Zero Window segment", varies, Type::None};
inline constexpr Field zero_window_probe{"tcp.analysis.zero_window_probe", "TCP Zero Window Probe", varies,
                                         Type::None};
inline constexpr Field zero_window_probe_ack{"tcp.analysis.zero_window_probe_ack",
                                             "ACK to a TCP Zero Window Probe", varies, Type::None};
inline constexpr Field fast_open_accepted{"tcp.analysis.tfo_ack", "TCP SYN-ACK accepting TFO data", varies,
                                          Type::None};
inline constexpr Field fast_open_ignored{"tcp.analysis.tfo_ignored", "TCP SYN-ACK ignoring TFO data", varies,
                                         Type::None};

// What an expert finds in the header.
inline constexpr Field syn_seen{"tcp.connection.syn", "Connection establish request (SYN)", varies,
                                Type::None};
inline constexpr Field syn_ack_seen{"tcp.connection.synack", "Connection establish acknowledge (SYN+ACK)",
                                    varies, Type::None};
inline constexpr Field fin_seen{"tcp.connection.fin", "Connection finish (FIN)", varies, Type::None};
inline constexpr Field fin_active{"tcp.connection.fin_active", "This frame initiates the connection closing",
                                  varies, Type::None};
inline constexpr Field fin_passive{"tcp.connection.fin_passive",
                                   "This frame undergoes the connection closing", varies, Type::None};
inline constexpr Field reset_seen{"tcp.connection.rst", "Connection reset (RST)", varies, Type::None};
inline constexpr Field ack_nonzero{"tcp.ack.nonzero",
                                   "The acknowledgment number field is nonzero while the ACK flag is not set",
                                   varies, Type::None};
inline constexpr Field urgent_nonzero{"tcp.urgent_pointer.non_zero",
                                      "The urgent pointer field is nonzero while the URG flag is not set",
                                      varies, Type::None};
inline constexpr Field bogus_header_length{"tcp.bogus_header_length", "Bogus TCP Header length", varies,
                                           Type::None};

inline constexpr const Field* header_fields[] = {&source_port,
                                                 &destination_port,
                                                 &any_port,
                                                 &stream,
                                                 &completeness_field,
                                                 &segment_length,
                                                 &relative_sequence,
                                                 &sequence,
                                                 &next_sequence,
                                                 &relative_acknowledgment,
                                                 &acknowledgment,
                                                 &header_length,
                                                 &flags,
                                                 &flag_reserved,
                                                 &flag_accurate,
                                                 &flag_reduced,
                                                 &flag_echo,
                                                 &flag_urgent,
                                                 &flag_acknowledgment,
                                                 &flag_push,
                                                 &flag_reset,
                                                 &flag_synchronize,
                                                 &flag_finish,
                                                 &flag_letters,
                                                 &window,
                                                 &window_size,
                                                 &window_factor,
                                                 &checksum,
                                                 &checksum_status,
                                                 &checksum_calculated,
                                                 &checksum_bad,
                                                 &urgent_pointer,
                                                 &since_first,
                                                 &since_previous,
                                                 &payload_field,
                                                 &segment_data,
                                                 &message_size,
                                                 &message_last_frame,
                                                 &message_time,
                                                 &continuation_to,
                                                 &reset_cause,
                                                 &fin_repeats,
                                                 &segments,
                                                 &segment,
                                                 &segment_overlap,
                                                 &segment_conflict,
                                                 &segment_tails,
                                                 &segment_too_long,
                                                 &segment_error,
                                                 &segment_count,
                                                 &reassembled_in,
                                                 &reassembled_length,
                                                 &reassembled_data};
inline constexpr const Field* analysis_fields[] = {&analysis,
                                                   &analysis_flags,
                                                   &acknowledged_frame,
                                                   &acknowledged_after,
                                                   &initial_round_trip,
                                                   &bytes_in_flight,
                                                   &bytes_since_push,
                                                   &retransmission_delay,
                                                   &retransmission_delay_frame,
                                                   &duplicate_number,
                                                   &duplicate_frame,
                                                   &retransmission,
                                                   &fast_retransmission,
                                                   &spurious_retransmission,
                                                   &out_of_order,
                                                   &reused_ports,
                                                   &lost_segment,
                                                   &ack_lost_segment,
                                                   &window_update,
                                                   &window_full,
                                                   &keep_alive,
                                                   &keep_alive_ack,
                                                   &duplicate_ack,
                                                   &zero_window,
                                                   &zero_window_probe,
                                                   &zero_window_probe_ack,
                                                   &fast_open_accepted,
                                                   &fast_open_ignored,
                                                   &syn_seen,
                                                   &syn_ack_seen,
                                                   &fin_seen,
                                                   &fin_active,
                                                   &fin_passive,
                                                   &reset_seen,
                                                   &ack_nonzero,
                                                   &urgent_nonzero,
                                                   &bogus_header_length};

}  // namespace wiretale::tcp
