// The kinds of findings and what is to be said about each, as data.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace wiretale {

enum class Severity : uint8_t { Info, Warn, Error };
[[nodiscard]] std::string_view word_of(Severity severity);

enum class Kind : uint8_t {
#define KIND(id, name, severity, title, meaning, causes, checks) id,
#include "findings/kinds.def"
#undef KIND
  count
};

struct KindInfo {
  std::string_view name;     ///< "syn-timeout"
  Severity severity;         ///< the usual one
  std::string_view title;    ///< "connection requests get no answer"
  std::string_view meaning;  ///< one sentence
  std::string_view causes;   ///< apart by "; "
  std::string_view checks;   ///< one a line; see checks.h
  std::string_view evidence;
  std::string_view confused_with;
};
[[nodiscard]] const KindInfo& info_of(Kind kind);
[[nodiscard]] std::span<const KindInfo> all_kinds();
/// "Connecting", "DNS": kinds of one family stand together.
[[nodiscard]] std::string_view family_of(Kind kind);
/// The kind of a name such as "syn-timeout", or Kind::count.
[[nodiscard]] Kind find_kind(std::string_view name);

}  // namespace wiretale
