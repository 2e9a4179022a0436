// http2,tree: HTTP/2 frames by type.
#include "statistics/tshark/all.h"
#include "statistics/tshark/stat_tree.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {
namespace {

class Http2Frames final : public TreeStatistic {
 public:
  Http2Frames(std::string_view, StatisticFilter filter)
      : TreeStatistic("HTTP2", std::move(filter)),
        all_(tree_.child(CounterTree::root, "HTTP2")),
        types_(tree_.child(all_, "Type")) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    type_.add_to(needs);
    filter_.add_needs(needs);
    return needs;
  }

 private:
  void see(const SeenPacket& seen) override {
    if (seen.tree == nullptr) return;
    for (const FieldValue& value : seen.tree->values()) {
      if (!type_.is(value)) continue;
      counts();
      tree_.count(all_);
      tree_.count(types_);
      const std::string_view name = name_of(value);
      tree_.count_child(types_,
                        name.empty() ? text_of("Unknown type (", value.number, ')') : std::string(name));
    }
  }

  NamedField type_{"http2.type"};
  CounterTree::Node all_, types_;
};

}  // namespace

MadeStatistic make_http2_frames(const StatisticArgument& argument) {
  return make_tree<Http2Frames>(argument);
}

}  // namespace wiretale
