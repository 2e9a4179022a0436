// The fields of TCP options.
#pragma once
#include "packet/field.h"
#include "protocols/transport/tcp_option_labels.h"

namespace wiretale::tcp_option {

inline constexpr Field list{"tcp.options", "TCP Options", varies, Type::ByteArray};
inline constexpr Field kind{"tcp.option_kind", "Kind", varies, Type::Uint8, Show::Decimal, kind_labels};
inline constexpr Field length{"tcp.option_len", "Length", varies, Type::Uint8};

// Each option is a line of its own.
inline constexpr Field end_line{"tcp.options.eol", "TCP Option - End of Option List (EOL)", varies,
                                Type::ByteArray};
inline constexpr Field no_operation_line{"tcp.options.nop", "TCP Option - No-Operation (NOP)", varies,
                                         Type::ByteArray};
inline constexpr Field segment_size_line{"tcp.options.mss", "TCP Option - Maximum segment size", varies,
                                         Type::ByteArray};
inline constexpr Field scale_line{"tcp.options.wscale", "TCP Option - Window scale", varies, Type::ByteArray};
inline constexpr Field permitted_line{"tcp.options.sack_perm", "TCP Option - SACK permitted", varies,
                                      Type::ByteArray};
inline constexpr Field sack_line{"tcp.options.sack", "TCP Option - SACK", varies, Type::ByteArray};
inline constexpr Field echo_line{"tcp.options.echo", "TCP Option - Echo", varies, Type::ByteArray};
inline constexpr Field echo_reply_line{"tcp.options.echoreply", "TCP Option - Echo reply", varies,
                                       Type::ByteArray};
inline constexpr Field timestamps_line{"tcp.options.timestamp", "TCP Option - Timestamps", varies,
                                       Type::ByteArray};
inline constexpr Field count_line{"tcp.options.cc", "TCP Option - CC", varies, Type::ByteArray};
inline constexpr Field md5_line{"tcp.options.md5", "TCP Option - TCP MD5 signature", varies, Type::ByteArray};
inline constexpr Field scps_line{"tcp.options.scps", "TCP Option - SCPS capabilities", varies,
                                 Type::ByteArray};
inline constexpr Field timeout_line{"tcp.options.user_to", "TCP Option - User Timeout", varies,
                                    Type::ByteArray};
inline constexpr Field authentication_line{"tcp.options.ao", "TCP Option - TCP AO", varies, Type::ByteArray};
inline constexpr Field multipath_line{"tcp.options.mptcp", "TCP Option - Multipath TCP", varies,
                                      Type::ByteArray};
inline constexpr Field fast_open_line{"tcp.options.tfo", "TCP Option - TCP Fast Open", varies,
                                      Type::ByteArray};
inline constexpr Field experiment_line{"tcp.options.experimental", "TCP Option - Experimental", varies,
                                       Type::ByteArray};
inline constexpr Field unknown_line{"tcp.options.unknown", "TCP Option - Unknown", varies, Type::ByteArray};

inline constexpr Field mss{"tcp.options.mss_val", "MSS Value", varies, Type::Uint16};
inline constexpr Field shift{"tcp.options.wscale.shift", "Shift count", varies, Type::Uint8};
inline constexpr Field multiplier{"tcp.options.wscale.multiplier", "Multiplier", varies, Type::Uint16};
inline constexpr Field sack_left{"tcp.options.sack_le", "TCP SACK Left Edge", varies, Type::Uint32};
inline constexpr Field sack_right{"tcp.options.sack_re", "TCP SACK Right Edge", varies, Type::Uint32};
inline constexpr Field sack_count{"tcp.options.sack.count", "TCP SACK Count", varies, Type::Uint8};
inline constexpr Field repeated_left{"tcp.options.sack.dsack_le", "TCP D-SACK Left Edge", varies,
                                     Type::Uint32};
inline constexpr Field repeated_right{"tcp.options.sack.dsack_re", "TCP D-SACK Right Edge", varies,
                                      Type::Uint32};
inline constexpr Field repeated{"tcp.options.sack.dsack", "D-SACK Sequence", varies, Type::None};
inline constexpr Field echo_value{"tcp.options.echo_value", "TCP Echo Option", varies, Type::Uint32};
inline constexpr Field timestamp{"tcp.options.timestamp.tsval", "Timestamp value", varies, Type::Uint32};
inline constexpr Field timestamp_echo{"tcp.options.timestamp.tsecr", "Timestamp echo reply", varies,
                                      Type::Uint32};
inline constexpr Field count_value{"tcp.options.cc_value", "TCP CC Option", varies, Type::Uint32};
inline constexpr Field md5_digest{"tcp.options.md5.digest", "MD5 digest", varies, Type::ByteArray};
inline constexpr Field scps_vector{"tcp.options.scps.vector", "TCP SCPS Capabilities Vector", varies,
                                   Type::Uint8, Show::Hex};
inline constexpr Field scps_binding{"tcp.options.scps.binding", "Connection ID", varies, Type::Uint8};
inline constexpr Field ao_key{"tcp.options.ao.keyid", "AO KeyID", varies, Type::Uint8};
inline constexpr Field ao_next_key{"tcp.options.ao.rnextkeyid", "AO RNextKeyID", varies, Type::Uint8};
inline constexpr Field ao_mac{"tcp.options.ao.mac", "AO MAC", varies, Type::ByteArray};
inline constexpr Field timeout_unit{"tcp.options.user_to_granularity",
                                    "Granularity",
                                    bits(16, 1).within(16, 16),
                                    Type::Boolean,
                                    Show::Flag,
                                    timeout_units};
inline constexpr Field timeout{"tcp.options.user_to_val", "User Timeout", bits(17, 15), Type::Uint16};
inline constexpr Field cookie_request{"tcp.options.tfo.request", "Fast Open Cookie Request", varies,
                                      Type::None};
inline constexpr Field cookie{"tcp.options.tfo.cookie", "Fast Open Cookie", varies, Type::ByteArray};
inline constexpr Field fast_open_syn{"tcp.analysis.tfo_syn", "TCP SYN with TFO Cookie", varies, Type::None};
inline constexpr Field experiment{"tcp.options.experimental.exid",
                                  "Experiment Identifier",
                                  varies,
                                  Type::Uint16,
                                  Show::Hex,
                                  experiment_labels};
inline constexpr Field experiment_data{"tcp.options.experimental.data", "Data", varies, Type::ByteArray};
inline constexpr Field multipath_subtype{"tcp.options.mptcp.subtype",
                                         "Multipath TCP subtype",
                                         bits(16, 4),
                                         Type::Uint8,
                                         Show::Decimal,
                                         multipath_labels};
inline constexpr Field multipath_version{"tcp.options.mptcp.version", "Multipath TCP version", bits(20, 4),
                                         Type::Uint8};
inline constexpr Field sender_key{"tcp.options.mptcp.sendkey", "Sender's Key", varies, Type::Uint64};
inline constexpr Field receiver_key{"tcp.options.mptcp.recvkey", "Receiver's Key", varies, Type::Uint64};
inline constexpr Field receiver_token{"tcp.options.mptcp.recvtok", "Receiver's Token", varies, Type::Uint32};
inline constexpr Field address_id{"tcp.options.mptcp.addrid", "Address ID", varies, Type::Uint8};
inline constexpr Field unknown_payload{"tcp.options.unknown.payload", "Payload", varies, Type::ByteArray};

// What an expert finds in them.
inline constexpr Field invalid_length{"tcp.option.len.invalid", "Invalid length for option", varies,
                                      Type::None};
inline constexpr Field shift_invalid{"tcp.options.wscale.shift.invalid", "Window scale shift exceeds 14",
                                     varies, Type::None};
inline constexpr Field mss_absent{"tcp.options.mss.absent", "The SYN packet does not contain a MSS option",
                                  varies, Type::None};
inline constexpr Field mss_present{"tcp.options.mss.present", "The non-SYN packet does contain a MSS option",
                                   varies, Type::None};
inline constexpr Field four_nops{"tcp.nop", "4 NOP in a row - a router may have removed some options", varies,
                                 Type::None};

inline constexpr const Field* fields[] = {&list,
                                          &kind,
                                          &length,
                                          &end_line,
                                          &no_operation_line,
                                          &segment_size_line,
                                          &scale_line,
                                          &permitted_line,
                                          &sack_line,
                                          &echo_line,
                                          &echo_reply_line,
                                          &timestamps_line,
                                          &count_line,
                                          &md5_line,
                                          &scps_line,
                                          &timeout_line,
                                          &authentication_line,
                                          &multipath_line,
                                          &fast_open_line,
                                          &experiment_line,
                                          &unknown_line,
                                          &mss,
                                          &shift,
                                          &multiplier,
                                          &sack_left,
                                          &sack_right,
                                          &sack_count,
                                          &repeated_left,
                                          &repeated_right,
                                          &repeated,
                                          &echo_value,
                                          &timestamp,
                                          &timestamp_echo,
                                          &count_value,
                                          &md5_digest,
                                          &scps_vector,
                                          &scps_binding,
                                          &ao_key,
                                          &ao_next_key,
                                          &ao_mac,
                                          &timeout_unit,
                                          &timeout,
                                          &cookie_request,
                                          &cookie,
                                          &fast_open_syn,
                                          &experiment,
                                          &experiment_data,
                                          &multipath_subtype,
                                          &multipath_version,
                                          &sender_key,
                                          &receiver_key,
                                          &receiver_token,
                                          &address_id,
                                          &unknown_payload,
                                          &invalid_length,
                                          &shift_invalid,
                                          &mss_absent,
                                          &mss_present,
                                          &four_nops};

}  // namespace wiretale::tcp_option
