// The TCP MD5 signature option (RFC 2385).
#pragma once
#include <array>
#include <optional>

#include "packet/line.h"

namespace wiretale {

using TcpDigest = std::array<uint8_t, 16>;

/// The digest of a whole segment under a secret; nothing where the segment or its addresses are not there.
[[nodiscard]] std::optional<TcpDigest> tcp_digest(const NetworkHeader& network, View segment,
                                                  std::string_view secret);

}  // namespace wiretale
