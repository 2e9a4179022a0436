// MD5 (RFC 1321), for fingerprints that are defined by it.
#pragma once
#include <array>
#include <string_view>

#include "base/bytes.h"

namespace wiretale {

[[nodiscard]] std::array<uint8_t, 16> md5(std::string_view message);

}  // namespace wiretale
