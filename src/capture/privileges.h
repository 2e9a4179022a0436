// Giving up the rights that a capture needed only to begin.
#pragma once
#include <expected>

#include "base/error.h"

namespace wiretale {

/// Gives up all capabilities for good (except one that writing files of others needs, for root) and the way
/// to get new ones (no_new_privs). Devices and files that are open stay open.
[[nodiscard]] std::expected<void, Error> drop_privileges();

}  // namespace wiretale
