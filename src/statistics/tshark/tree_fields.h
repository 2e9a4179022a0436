// The declarations of one field name, to recognise its values in trees.
#pragma once
#include <algorithm>

#include "protocols/field_index.h"
#include "statistics/statistic.h"

namespace wiretale {

class NamedField {
 public:
  explicit NamedField(std::string_view name) {
    const auto found = find_fields(name);
    fields_.assign(found.begin(), found.end());
  }
  void add_to(StatisticNeeds& needs) const {
    for (const Field* field : fields_) needs.want(*field);
  }
  [[nodiscard]] bool is(const FieldValue& value) const {
    return std::find(fields_.begin(), fields_.end(), value.field) != fields_.end();
  }
  /// The name of a number of this field, or an empty one.
  [[nodiscard]] std::string_view name_of(uint64_t number) const {
    return fields_.empty() ? std::string_view{} : find_name(fields_.front()->names, number);
  }

 private:
  std::vector<const Field*> fields_;
};

[[nodiscard]] inline std::string_view words_of(const FieldValue& value) {
  return {reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size()};
}

/// The name of a number, or an empty one.
[[nodiscard]] inline std::string_view name_of(const FieldValue& value) {
  return find_name(value.field->names, value.number);
}

}  // namespace wiretale
