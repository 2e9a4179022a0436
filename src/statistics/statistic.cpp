// What statistics need, and their filters.
#include "statistics/statistic.h"

#include "protocols/field_index.h"

namespace wiretale {

void StatisticNeeds::want(std::string_view name) {
  at_least(Depth::Fields);
  for (const Field* field : find_fields(name)) fields.fields.push_back(field);
}

void StatisticNeeds::unite(const StatisticNeeds& other) {
  at_least(other.depth);
  columns |= other.columns;
  fields.everything |= other.fields.everything;
  fields.labels |= other.fields.labels;
  for (const Field* field : other.fields.fields)
    if (!fields.wants(*field)) fields.fields.push_back(field);
}

std::expected<StatisticFilter, StatisticError> StatisticFilter::make(std::string_view text) {
  StatisticFilter filter;
  filter.text_ = text;
  if (text.find_first_not_of(" \t") == std::string_view::npos) return filter;
  auto compiled = compile_display_filter(text);
  if (!compiled) {
    std::string message = compiled.error().text(text);
    if (message.ends_with('\n')) message.pop_back();
    return std::unexpected(StatisticError{std::move(message)});
  }
  filter.filter_.emplace(std::move(*compiled));
  return filter;
}

void StatisticFilter::add_needs(StatisticNeeds& needs) const {
  if (!filter_) return;
  needs.at_least(StatisticNeeds::Depth::Layers);
  if (!filter_->reads_headers_only()) needs.at_least(StatisticNeeds::Depth::Fields);
  needs.fields.fields.insert(needs.fields.fields.end(), filter_->fields().begin(), filter_->fields().end());
}

bool StatisticFilter::passes(const SeenPacket& seen) {
  if (!filter_) return true;
  if (seen.tree != nullptr) return filter_->matches(*seen.tree, seen.packet);
  if (const auto answer = filter_->decide(seen.packet)) return *answer;
  return seen.trees != nullptr && filter_->matches(seen.trees->tree_of(seen.packet), seen.packet);
}

}  // namespace wiretale
