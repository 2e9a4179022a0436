// Names of numbers: the tables that serve the line, the tree, filters and the UI alike.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace wiretale {

struct Name {
  std::uint64_t value;
  std::string_view text;
};
/// A table of names in any order; the first entry with a value wins.
using Names = std::span<const Name>;

/// The text of `value`, or empty.
[[nodiscard]] constexpr std::string_view find_name(Names names, std::uint64_t value) {
  for (const Name& name : names)
    if (name.value == value) return name.text;
  return {};
}

}  // namespace wiretale
