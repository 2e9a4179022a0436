// The pages of `wiretale help TOPIC`.
#pragma once
#include <string>
#include <string_view>

namespace wiretale {

/// The page of a topic that is no command, or nothing.
[[nodiscard]] std::string help_topic(std::string_view name);

}  // namespace wiretale
