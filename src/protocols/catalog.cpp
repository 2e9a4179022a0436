// The catalog's entries, gathered from the protocols' own files.
#include "protocols/catalog.h"

#include <algorithm>
#include <vector>

#include "protocols/protocol_short_names.h"

namespace wiretale {

#define PROTOCOL(name)            \
  namespace name {                \
  extern const Protocol protocol; \
  }
#include "protocols/catalog.def"
#undef PROTOCOL

std::span<const Protocol* const> catalog() {
  static constexpr Protocol nothing{.name = "none", .title = ""};
  static constexpr const Protocol* all[] = {
      &nothing,
#define PROTOCOL(name) &name::protocol,
#include "protocols/catalog.def"
#undef PROTOCOL
  };
  return all;
}

const Field& own_field(ProtocolId id) {
  static const std::vector<Field> fields = [] {
    std::vector<Field> all;
    for (const Protocol* protocol : catalog())
      all.push_back({protocol->name, protocol->title, varies, Type::Protocol});
    return all;
  }();
  return fields[static_cast<size_t>(id)];
}

std::string short_name(std::string_view protocol) {
  const auto* const found =
      std::lower_bound(std::begin(protocol_short_names), std::end(protocol_short_names), protocol,
                       [](const ShortName& each, std::string_view name) { return each.protocol < name; });
  if (found != std::end(protocol_short_names) && found->protocol == protocol)
    return std::string(found->short_name);
  std::string capitals(protocol);
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return capitals;
}

ProtocolId find_protocol(std::string_view name) {
  for (size_t i = 1; i < catalog().size(); ++i)
    if (catalog()[i]->name == name) return static_cast<ProtocolId>(i);
  return ProtocolId::None;
}

}  // namespace wiretale
