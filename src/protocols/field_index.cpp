// The index of fields, built at its first use.
#include "protocols/field_index.h"

#include <algorithm>
#include <string>

#include "base/did_you_mean.h"
#include "packet/value_text.h"
#include "protocols/catalog.h"
#include "protocols/other_field_names.h"
#include "protocols/other_protocol_names.h"

namespace wiretale {
namespace {

constexpr auto by_name = [](const Field* field) { return field->name; };

std::vector<const Field*> gather() {
  std::vector<const Field*> all;
  for (size_t id = 1; id < catalog().size(); ++id) {
    all.push_back(&own_field(static_cast<ProtocolId>(id)));
    all.insert(all.end(), catalog()[id]->fields.begin(), catalog()[id]->fields.end());
  }
  all.insert(all.end(), expert_fields().begin(), expert_fields().end());
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::ranges::stable_sort(all, {}, by_name);
  return all;
}

/// Wireshark's old names of protocols.
struct Renamed {
  std::string_view old_name, name;
};
constexpr Renamed renamed[] = {{"bootp", "dhcp"}, {"ssl", "tls"}};

/// The name that took the place of an old one, or empty.
std::string new_name(std::string_view name) {
  for (const Renamed& each : renamed)
    if (name.starts_with(each.old_name) &&
        (name.size() == each.old_name.size() || name[each.old_name.size()] == '.'))
      return std::string(each.name).append(name.substr(each.old_name.size()));
  return {};
}

}  // namespace

std::span<const Field* const> all_fields() {
  static const std::vector<const Field*> all = gather();
  return all;
}

std::span<const Field* const> find_fields(std::string_view name) {
  const std::span<const Field* const> all = all_fields();
  const auto first = std::ranges::lower_bound(all, name, {}, by_name);
  const auto end = std::ranges::upper_bound(all, name, {}, by_name);
  if (first != end) return {first, end};
  const std::string now = new_name(name);
  return now.empty() ? std::span<const Field* const>{} : find_fields(now);
}

std::string_view nearest_field_name(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Field* field : all_fields()) names.push_back(field->name);
  return did_you_mean(name, names);
}

std::optional<Type> type_of_field_not_decoded(std::string_view name) {
  const auto found = std::ranges::lower_bound(other_fields, name, {}, &OtherField::name);
  if (found == std::end(other_fields) || found->name != name) return {};
  return found->type;
}

std::string_view protocol_not_decoded_of(std::string_view name) {
  for (size_t dot = name.rfind('.'); dot != std::string_view::npos; dot = name.rfind('.')) {
    name = name.substr(0, dot);
    if (!find_fields(name).empty()) return {};
    if (is_protocol_not_decoded(name)) return name;
  }
  return {};
}

bool is_protocol_not_decoded(std::string_view name) {
  return std::ranges::binary_search(other_protocol_names, name);
}

}  // namespace wiretale
