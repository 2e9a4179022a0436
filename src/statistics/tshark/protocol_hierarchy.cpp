// io,phs: which protocols follow which, with frames and bytes.
#include <utility>

#include "protocols/catalog.h"
#include "statistics/tshark/all.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {
namespace {

class ProtocolHierarchy final : public Statistic {
 public:
  explicit ProtocolHierarchy(StatisticFilter filter) : filter_(std::move(filter)) { nodes_.emplace_back(); }

  StatisticNeeds needs() const override {
    // Only the protocols' own lines; the frame's is not shown.
    StatisticNeeds needs;
    needs.at_least(StatisticNeeds::Depth::Fields);
    for (size_t id = 1; id < catalog().size(); ++id)
      needs.fields.fields.push_back(&own_field(static_cast<ProtocolId>(id)));
    segments_.add_to(needs);
    filter_.add_needs(needs);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (seen.tree == nullptr || !filter_.passes(seen)) return;
    uint32_t node = 0;
    const FieldValue* segments = nullptr;
    const auto count = [&](const FieldValue& value) {
      node = child(node, value.field->name);
      ++nodes_[node].frames;
      nodes_[node].bytes += seen.packet.wire_length;
    };
    for (const FieldValue& value : seen.tree->values()) {
      if (value.level != 0 || value.field->name == "frame" || value.field == &line_of_words) continue;
      // The segments of a message follow the protocols of the message.
      if (segments != nullptr && value.source == 0) count(*std::exchange(segments, nullptr));
      if (segments_.is(value))
        segments = &value;
      else
        count(value);
    }
    if (segments != nullptr) count(*segments);
  }

  void report(Text& text) override {
    text.put('\n');
    text.fill(67, '=');
    text.put("\nProtocol Hierarchy Statistics\nFilter: ", std::string_view{filter_.text()}, "\n\n");
    append_children(text, 0, 0);
    text.fill(67, '=');
    text.put('\n');
  }

 private:
  struct Node {
    std::string_view name;
    uint64_t frames = 0, bytes = 0;
    std::vector<uint32_t> children;
  };

  uint32_t child(uint32_t parent, std::string_view name) {
    for (const uint32_t each : nodes_[parent].children)
      if (nodes_[each].name == name) return each;
    const auto made = static_cast<uint32_t>(nodes_.size());
    nodes_.push_back({.name = name, .children = {}});
    nodes_[parent].children.push_back(made);
    return made;
  }

  void append_children(Text& text, uint32_t parent, size_t indent) const {
    constexpr size_t name_end = 41;
    for (const uint32_t each : nodes_[parent].children) {
      const Node& node = nodes_[each];
      text.fill(indent, ' ');
      text.put(node.name);
      const size_t used = indent + node.name.size();
      text.fill(used < name_end - 1 ? name_end - used : 1, ' ');
      text.put("frames:", node.frames, " bytes:", node.bytes, '\n');
      append_children(text, each, indent + 2);
    }
  }

  NamedField segments_{"tcp.segments"};
  StatisticFilter filter_;
  std::vector<Node> nodes_;
};

}  // namespace

MadeStatistic make_protocol_hierarchy(const StatisticArgument& argument) {
  auto filter = StatisticFilter::make(argument.rest);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<ProtocolHierarchy>(std::move(*filter));
}

}  // namespace wiretale
