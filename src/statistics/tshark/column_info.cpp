// proto,colinfo: the values of a field behind the info column of the packets that have it.
#include "packet/value_text.h"
#include "statistics/tshark/all.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {
namespace {

class ColumnInfo final : public Statistic {
 public:
  ColumnInfo(std::string_view field, StatisticFilter filter)
      : name_(field), field_(field), filter_(std::move(filter)) {
    // tshark has the values of those fields only that a filter reads.
    StatisticNeeds read, wanted;
    filter_.add_needs(read);
    field_.add_to(wanted);
    shown_ = std::any_of(wanted.fields.fields.begin(), wanted.fields.fields.end(),
                         [&](const Field* each) { return read.fields.wants(*each); });
  }

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    needs.columns = true;
    field_.add_to(needs);
    filter_.add_needs(needs);
    return needs;
  }
  void add(const SeenPacket&) override {}
  void annotate(const SeenPacket& seen, Text& info) override {
    if (!shown_ || seen.tree == nullptr || !filter_.passes(seen)) return;
    for (const FieldValue& value : seen.tree->values()) {
      if (!field_.is(value)) continue;
      info.put("  ", std::string_view{name_});
      const Type type = value.field->value_type();
      if (type == Type::Protocol || type == Type::None) continue;
      const std::string_view quote = type == Type::String ? "\"" : "";
      info.put(" == ", quote);
      append_value(info, value);
      info.put(quote);
    }
  }
  void report(Text&) override {}

 private:
  std::string name_;
  NamedField field_;
  StatisticFilter filter_;
  bool shown_ = false;
};

}  // namespace

MadeStatistic make_column_info(const StatisticArgument& argument) {
  // The filter may have commas of its own ({1,2}), a field has none.
  const size_t comma = argument.rest.rfind(',');
  if (comma == std::string_view::npos)
    return std::unexpected(
        StatisticError{"proto,colinfo wants a filter and a field: proto,colinfo,ip.ttl,ip.ttl"});
  const std::string_view field = argument.rest.substr(comma + 1);
  if (find_fields(field).empty())
    return std::unexpected(StatisticError{text_of("there is no field ", field)});
  auto filter = StatisticFilter::make(argument.rest.substr(0, comma));
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<ColumnInfo>(field, std::move(*filter));
}

}  // namespace wiretale
