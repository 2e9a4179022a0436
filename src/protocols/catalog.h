// The catalog: every protocol that Wiretale knows, by id. Add a protocol in catalog.def.
#pragma once
#include <span>
#include <string>

#include "packet/protocol.h"

namespace wiretale {

namespace catalog_order {
enum Order : uint16_t {
  none,
#define PROTOCOL(name) name,
#include "protocols/catalog.def"
#undef PROTOCOL
  count
};
}  // namespace catalog_order

/// The id of each protocol: ids::vxlan.
namespace ids {
#define PROTOCOL(name) inline constexpr ProtocolId name{catalog_order::name};
#include "protocols/catalog.def"
#undef PROTOCOL
}  // namespace ids

/// All protocols, indexed by id; entry 0 is an empty one that stands for "none".
[[nodiscard]] std::span<const Protocol* const> catalog();

[[nodiscard]] inline const Protocol& protocol_of(ProtocolId id) {
  return *catalog()[static_cast<size_t>(id)];
}

/// The field that stands for a protocol itself: its name, its title, Type::Protocol.
[[nodiscard]] const Field& own_field(ProtocolId id);

/// Wireshark's short name of a protocol, by its filter name: "TCP" of "tcp".
[[nodiscard]] std::string short_name(std::string_view protocol);

/// The protocol of a Wireshark filter name ("vxlan"), or None.
[[nodiscard]] ProtocolId find_protocol(std::string_view name);

}  // namespace wiretale
