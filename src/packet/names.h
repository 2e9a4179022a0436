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

/// The text of `value`, or `otherwise`.
[[nodiscard]] constexpr std::string_view name_or(Names names, std::uint64_t value,
                                                 std::string_view otherwise) {
  const std::string_view name = find_name(names, value);
  return name.empty() ? otherwise : name;
}

}  // namespace wiretale
