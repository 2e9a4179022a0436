// What Wireshark's exports say about fields beside their values: numbers of types, names of owners.
#pragma once
#include <string_view>

#include "packet/tree.h"

namespace wiretale {

/// The number of a type (FT_*) in Wireshark 4.0.
[[nodiscard]] unsigned type_number(Type type);

/// Whether a line has no place in any packet: expert information.
[[nodiscard]] bool stands_for_nothing(const FieldValue& value);

/// The name of a field in Elasticsearch documents: "tcp_tcp_srcport", the owner in front.
[[nodiscard]] std::string_view elastic_name(const FieldValue& value);

}  // namespace wiretale
