// What to follow: what stands behind "follow," in tshark's -z follow,PROTOCOL,FORM,STREAM[,RANGE].
#pragma once
#include <expected>
#include <optional>
#include <string>

#include "statistics/follow_text.h"

namespace wiretale {

struct FollowRequest {
  enum class Of : uint8_t { Tcp, Udp, Http, Http2, Tls, Dccp, Quic, Sip };
  Of of = Of::Tcp;
  std::string_view protocol;  ///< its name: "tcp"
  FollowForm form = FollowForm::Ascii;
  std::string_view form_name;             ///< "ascii"
  std::optional<uint32_t> stream;         ///< by its index
  std::optional<uint32_t> substream;      ///< of the protocols that have several in one connection
  FollowEnd ends[2];                      ///< else by its ends
  uint64_t first = 1, last = UINT64_MAX;  ///< which pieces are shown
  std::string filter;                     ///< as a display filter: "tcp.stream eq 0"
};

/// `rest`: "tcp,ascii,0". The message, as tshark has it, when it is wrong; none when there is no such
/// protocol to follow.
[[nodiscard]] std::expected<FollowRequest, std::optional<std::string>> parse_follow(std::string_view rest);

/// "10.0.0.1:80" or "[2001:db8::1]:80".
[[nodiscard]] std::optional<FollowEnd> parse_follow_end(std::string_view words);
/// The display filter of the stream between two ends.
[[nodiscard]] std::string filter_between(std::string_view transport, const FollowEnd (&ends)[2]);

}  // namespace wiretale
