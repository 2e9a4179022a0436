// The index of fields: from a filter name ("ip.ttl", "tcp") to every declaration of that name.
#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "packet/field.h"

namespace wiretale {

/// All declarations of a name: fields of protocols (several protocols may declare the same name), protocols
/// themselves (Type::Protocol), expert information. Old names that Wireshark still takes ("bootp.option",
/// "ssl") give the fields of the new ones. Empty when nothing has the name.
[[nodiscard]] std::span<const Field* const> find_fields(std::string_view name);

/// All fields, sorted by name.
[[nodiscard]] std::span<const Field* const> all_fields();

/// The known name nearest to a mistyped one, or empty.
[[nodiscard]] std::string_view nearest_field_name(std::string_view name);

/// Whether Wireshark has a protocol of this name that is not decoded here, so that a filter may ask for it
/// but never finds it.
[[nodiscard]] bool is_protocol_not_decoded(std::string_view name);

/// The type of a field that Wireshark has of a protocol decoded here, and that is not written; nothing for
/// other names. The list has the protocols of ordinary traffic.
[[nodiscard]] std::optional<Type> type_of_field_not_decoded(std::string_view name);

/// The protocol that is not decoded and whose field this would be ("smb2" of "smb2.cmd"), or empty.
[[nodiscard]] std::string_view protocol_not_decoded_of(std::string_view name);

}  // namespace wiretale
