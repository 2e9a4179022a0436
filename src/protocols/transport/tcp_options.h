// TCP options: their fields, and what the TCP header's printer needs of them.
#pragma once
#include "packet/line.h"
#include "packet/tree.h"

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

inline constexpr Field list{"tcp.options", "TCP Options", varies, Type::ByteArray};
inline constexpr Field kind{"tcp.option_kind", "Kind", varies, Type::Uint8};
inline constexpr Field length{"tcp.option_len", "Length", varies, Type::Uint8};
inline constexpr Field mss{"tcp.options.mss_val", "MSS Value", varies, Type::Uint16};
inline constexpr Field shift{"tcp.options.wscale.shift", "Shift count", varies, Type::Uint8};
inline constexpr Field multiplier{"tcp.options.wscale.multiplier", "Multiplier", varies, Type::Uint16};
inline constexpr Field sack_left{"tcp.options.sack_le", "TCP SACK Left Edge", varies, Type::Uint32};
inline constexpr Field sack_right{"tcp.options.sack_re", "TCP SACK Right Edge", varies, Type::Uint32};
inline constexpr Field sack_count{"tcp.options.sack.count", "TCP SACK Count", varies, Type::Uint8};
inline constexpr Field echo_value{"tcp.options.echo_value", "TCP Echo Option", varies, Type::Uint32};
inline constexpr Field timestamp{"tcp.options.timestamp.tsval", "Timestamp value", varies, Type::Uint32};
inline constexpr Field timestamp_echo{"tcp.options.timestamp.tsecr", "Timestamp echo reply", varies,
                                      Type::Uint32};
inline constexpr Field md5_digest{"tcp.options.md5.digest", "MD5 digest", varies, Type::ByteArray};
inline constexpr Field ao_key{"tcp.options.ao.keyid", "AO KeyID", varies, Type::Uint8};
inline constexpr Field ao_next_key{"tcp.options.ao.rnextkeyid", "AO RNextKeyID", varies, Type::Uint8};
inline constexpr Field ao_mac{"tcp.options.ao.mac", "AO MAC", varies, Type::ByteArray};
inline constexpr Field timeout_unit{"tcp.options.user_to_granularity", "Granularity", varies, Type::Boolean,
                                    Show::Flag};
inline constexpr Field timeout{"tcp.options.user_to_val", "User Timeout", varies, Type::Uint16};
inline constexpr Field cookie_request{"tcp.options.tfo.request", "Fast Open Cookie Request", varies,
                                      Type::None};
inline constexpr Field cookie{"tcp.options.tfo.cookie", "Fast Open Cookie", varies, Type::ByteArray};
inline constexpr Field experiment{"tcp.options.experimental.exid", "Experiment Identifier", varies,
                                  Type::Uint16, Show::Hex};
inline constexpr Field experiment_data{"tcp.options.experimental.data", "Data", varies, Type::ByteArray};
inline constexpr Field multipath_subtype{"tcp.options.mptcp.subtype", "Multipath TCP subtype", varies,
                                         Type::Uint8};
inline constexpr Field multipath_version{"tcp.options.mptcp.version", "Multipath TCP version", varies,
                                         Type::Uint8};
inline constexpr Field sender_key{"tcp.options.mptcp.sendkey", "Sender's Key", varies, Type::Uint64};
inline constexpr Field receiver_key{"tcp.options.mptcp.recvkey", "Receiver's Key", varies, Type::Uint64};
inline constexpr Field receiver_token{"tcp.options.mptcp.recvtok", "Receiver's Token", varies, Type::Uint32};
inline constexpr Field address_id{"tcp.options.mptcp.addrid", "Address ID", varies, Type::Uint8};
inline constexpr Field unknown_payload{"tcp.options.unknown.payload", "Payload", varies, Type::ByteArray};
inline constexpr const Field* fields[] = {&list,
                                          &kind,
                                          &length,
                                          &mss,
                                          &shift,
                                          &multiplier,
                                          &sack_left,
                                          &sack_right,
                                          &sack_count,
                                          &echo_value,
                                          &timestamp,
                                          &timestamp_echo,
                                          &md5_digest,
                                          &ao_key,
                                          &ao_next_key,
                                          &ao_mac,
                                          &timeout_unit,
                                          &timeout,
                                          &cookie_request,
                                          &cookie,
                                          &experiment,
                                          &experiment_data,
                                          &multipath_subtype,
                                          &multipath_version,
                                          &sender_key,
                                          &receiver_key,
                                          &receiver_token,
                                          &address_id,
                                          &unknown_payload};

}  // namespace tcp_option

/// What options need to know of the segment around them.
struct SegmentContext {
  uint32_t sack_base = 0;  ///< is subtracted from the edges of selective acknowledgments
  uint8_t flags = 0;
  enum class Capture : uint8_t { Whole, Cut } capture = Capture::Whole;  ///< signatures cover the payload
};

/// Prints ", options [...]"; false when the options were damaged and the line ends there.
[[nodiscard]] bool print_tcp_options(Line& line, View options, const SegmentContext& segment);

/// Multipath TCP (RFC 8684), `option` being the whole option; false when its length is wrong.
[[nodiscard]] bool print_multipath_option(Line& line, View option, const SegmentContext& segment);

/// Writes the fields of the options between `at` and the end of the header.
void dissect_tcp_options(Bytes header, size_t at, FieldWriter& out);

}  // namespace wiretale
