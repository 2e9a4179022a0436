// -z expert: what dissectors found remarkable, counted by severity and words.
#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include "packet/value_text.h"
#include "protocols/catalog.h"
#include "protocols/field_index.h"
#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

struct Level {
  std::string_view word;   ///< in the argument
  std::string_view title;  ///< of its list
  uint64_t severity;
};
/// In the order of the report.
constexpr Level levels[] = {{"error", "Errors", static_cast<uint64_t>(ExpertSeverity::Error)},
                            {"warn", "Warns", static_cast<uint64_t>(ExpertSeverity::Warning)},
                            {"note", "Notes", static_cast<uint64_t>(ExpertSeverity::Note)},
                            {"chat", "Chats", static_cast<uint64_t>(ExpertSeverity::Chat)},
                            {"comment", "Comments", static_cast<uint64_t>(ExpertSeverity::Comment)}};
constexpr size_t level_count = std::size(levels);

class Expert final : public Statistic {
 public:
  Expert(size_t shown_levels, StatisticFilter filter)
      : shown_levels_(shown_levels), filter_(std::move(filter)) {
    const std::span<const Field* const> fields = expert_fields();
    info_ = fields[0];
    message_ = fields[1];
    severity_ = fields[2];
    group_ = fields[3];
  }

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    for (const Field* field : expert_fields()) needs.want(*field);
    filter_.add_needs(needs);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (seen.tree == nullptr) return;
    const std::span<const FieldValue> values = seen.tree->values();
    bool asked = false;
    for (size_t i = 0; i < values.size(); ++i) {
      if (values[i].field != info_ || values[i].quoted) continue;
      if (!asked && !filter_.passes(seen)) return;
      asked = true;
      count(values, i);
    }
  }

  void report(Text& text) override {
    for (size_t i = 0; i < shown_levels_; ++i) {
      const std::vector<Entry>& list = lists_[i];
      if (list.empty()) continue;
      text.put('\n', levels[i].title, " (", totals_[i], ")\n=============\n");
      text.put("   Frequency      Group           Protocol  Summary\n");
      for (const Entry& entry : list) {
        text.put(Padded{entry.count, 12}, ' ');
        append_right(text, find_name(group_->names, entry.group), 10);
        text.put(' ');
        append_right(text, short_name(entry.protocol), 18);
        text.put("  ", entry.message, '\n');
      }
    }
    if (left_out_ != 0) text.put('\n', left_out_, " more were left out: too many different ones\n");
  }

 private:
  /// Different entries that are kept; what comes beyond is only counted.
  static constexpr size_t most_entries = 200'000;

  struct Entry {
    uint64_t count, group;
    std::string_view protocol;
    std::string_view message;
  };

  static void append_right(Text& text, std::string_view words, size_t width) {
    if (words.size() < width) text.fill(width - words.size(), ' ');
    text.put(words);
  }

  void count(std::span<const FieldValue> values, size_t at) {
    const FieldValue& info = values[at];
    uint64_t severity = 0, group = 0;
    std::string_view message;
    // Of a narrow tree the lines between two of them are missing.
    for (size_t i = at + 1; i < values.size() && values[i].level > info.level && values[i].field != info_;
         ++i) {
      const FieldValue& value = values[i];
      if (value.field == severity_) severity = value.number;
      if (value.field == group_) group = value.number;
      if (value.field == message_)
        message = {reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size()};
    }
    size_t level = 0;
    while (level < level_count && levels[level].severity != severity) ++level;
    if (level >= shown_levels_) return;
    ++totals_[level];
    const std::string_view protocol = protocol_of(info.protocol).name;
    key_.clear();
    key_.put(level, ' ', group, ' ', protocol, ' ', message);
    const auto found = index_.find(key_.view());
    if (found != index_.end()) {
      ++lists_[level][found->second].count;
      return;
    }
    if (index_.size() >= most_entries) {
      ++left_out_;
      return;
    }
    const auto added = index_.emplace(std::string(key_.view()), lists_[level].size()).first;
    const std::string_view key = added->first;
    lists_[level].push_back({1, group, protocol, key.substr(key.size() - message.size())});
  }

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  size_t shown_levels_;  ///< from the worst on
  StatisticFilter filter_;
  const Field *info_, *message_, *severity_, *group_;
  std::unordered_map<std::string, size_t, Hash, std::equal_to<>> index_;  ///< into the list of the level
  std::vector<Entry> lists_[level_count];  ///< in the order of their first packets
  uint64_t totals_[level_count] = {}, left_out_ = 0;
  Text key_{256};
};

}  // namespace

MadeStatistic make_expert(const StatisticArgument& argument) {
  std::string_view rest = argument.rest;
  size_t shown = level_count;
  for (size_t i = 0; i < level_count; ++i) {
    const std::string_view word = levels[i].word;
    if (!rest.starts_with(word) || (rest.size() > word.size() && rest[word.size()] != ',')) continue;
    shown = i + 1;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    break;
  }
  auto filter = StatisticFilter::make(rest);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<Expert>(shown, std::move(*filter));
}

}  // namespace wiretale
