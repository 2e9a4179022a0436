// Values as text: as fields, JSON and filters show them, and as lines of the tree.
#pragma once
#include "packet/tree.h"

namespace wiretale {

/// The bare value: "64", "0x0800", "10.0.0.1", "1.000000000", "02:04:05:b4".
void append_value(Text& text, const FieldValue& value);

/// The line of the tree as the declaration says it: ".1.. .... = Don't fragment: Set", "Time to Live: 64".
/// Without the brackets of generated lines.
void append_line(Text& text, const FieldValue& value);

/// The line with its own words if it has any; generated ones in brackets.
void append_tree_line(Text& text, const FieldTree& tree, const FieldValue& value);

/// The same words without brackets, for exports.
void append_line_words(Text& text, const FieldTree& tree, const FieldValue& value);

/// As tshark -T fields has it: bytes without colons, 1 for what has no value, the words of lines and
/// protocols.
void append_table_value(Text& text, const FieldTree& tree, const FieldValue& value);

/// As columns of fields have it: names instead of numbers and truth values.
void append_column_value(Text& text, const FieldTree& tree, const FieldValue& value);

/// Content as labels show it: control characters as \n, \r, \t ... or octal.
void append_label_content(Text& text, Bytes content);

/// The number of a date field that holds none, shown as NULL.
inline constexpr uint64_t no_date = uint64_t{1} << 63;

/// The fields of _ws.expert.
[[nodiscard]] std::span<const Field* const> expert_fields();

}  // namespace wiretale
