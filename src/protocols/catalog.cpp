// The catalog's entries, gathered from the protocols' own files.
#include "protocols/catalog.h"

#include <vector>

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

ProtocolId find_protocol(std::string_view name) {
  for (size_t i = 1; i < catalog().size(); ++i)
    if (catalog()[i]->name == name) return static_cast<ProtocolId>(i);
  return ProtocolId::None;
}

}  // namespace wiretale
