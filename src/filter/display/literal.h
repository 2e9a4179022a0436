// Values as people write them in display filters: what a text means beside a field of some type.
#pragma once
#include <expected>

#include "filter/display/syntax.h"
#include "filter/display/value.h"

namespace wiretale::display {

/// What a literal is compared with.
struct Wanted {
  Type type = Type::None;
  const Field* field = nullptr;  ///< for its names of values and for messages; may be null
};

/// A value and the bytes that it borrows, which move with it.
struct Literal {
  Value value;
  std::string content;  ///< of texts, bytes and IPv6 addresses: the value's bytes, once it is kept
};

/// The value of a Word, Literal, String or Character node. `sign` is -1 for what stands behind a minus.
[[nodiscard]] std::expected<Literal, FilterError> read_literal(const Node& node, Wanted wanted, int sign);

/// A date and time as nanoseconds since 1970: "2011-07-04 12:34:56.5", "2011-07-04T12:34:56Z", "Nov 12, 1999
/// 08:55:44.123 UTC"; the local zone unless it names another.
[[nodiscard]] std::optional<int64_t> read_date(std::string_view text);
/// Seconds with up to nine decimals as nanoseconds.
[[nodiscard]] std::optional<int64_t> read_seconds(std::string_view text);
/// Bytes in hexadecimal, one after the other or with the same separator (: - .) between groups.
[[nodiscard]] std::optional<std::string> read_bytes(std::string_view text);

}  // namespace wiretale::display
