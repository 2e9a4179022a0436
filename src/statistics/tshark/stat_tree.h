// Trees of counters, as the ...,tree statistics show them: counts, averages, rates and bursts by topic.
#pragma once
#include <deque>
#include <unordered_map>

#include "statistics/statistic.h"

namespace wiretale {

class CounterTree {
 public:
  using Node = uint32_t;
  static constexpr Node root = 0;
  /// How a node's children are shown: the most counted first, or in the order they were made.
  enum class Order : uint8_t { ByCount, AsMade };

  CounterTree() { nodes_.emplace_back(); }

  /// The moment of what is counted next, since the capture's first packet.
  void now(Duration since_first);
  /// The child of a name, made when there is none.
  Node child(Node parent, std::string_view name, Order order = Order::ByCount);
  /// Children for ranges of numbers; `last` is the name of what is above them.
  void add_ranges(Node parent, std::span<const std::pair<uint32_t, uint32_t>> ranges, std::string_view last);

  void count(Node node, uint64_t times = 1);
  /// Counts the node and takes a value into its average, least and most.
  void add_value(Node node, int64_t value);
  void add_value(Node node, double value);
  /// Counts the node and its child of a name, which is returned.
  Node count_child(Node node, std::string_view name) {
    const Node found = child(node, name);
    count(found);
    return found;
  }

  void report(Text& text, std::string_view title) const;

 private:
  struct Bucket {
    int64_t number;
    uint64_t count;
    double start;
  };
  /// The most that was counted within a tenth of a second, in steps of 5 ms.
  struct Burst {
    std::deque<Bucket> buckets;
    uint64_t count = 0, most = 0;
    double most_start = 0;
  };
  enum class Values : uint8_t { None, Integers, Floats };
  struct Entry {
    std::string name;
    Node parent = 0;
    Order order = Order::ByCount;
    Values values = Values::None;
    uint64_t count = 0;
    double total = 0, least = 0, most = 0;
    std::vector<Node> children;
    Burst burst;
  };
  struct Key {
    Node parent;
    std::string_view name;  ///< of the entry, which stays where it is
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const;
  };

  void add_burst(Burst& burst, uint64_t times) const;
  void add_number(Entry& entry, double value, Values kind);
  [[nodiscard]] size_t longest_name(Node node, size_t indent) const;
  [[nodiscard]] std::vector<Node> shown_children(Node node) const;
  void append_node(Text& text, Node node, size_t indent, size_t width) const;

  std::deque<Entry> nodes_;
  std::unordered_map<Key, Node, KeyHash> by_name_;
  double now_ = 0, first_ = 0, last_ = 0;  ///< in milliseconds
  bool begun_ = false;
};

/// A statistic that is one such tree.
class TreeStatistic : public Statistic {
 public:
  TreeStatistic(std::string_view title, StatisticFilter filter) : title_(title), filter_(std::move(filter)) {}
  void add(const SeenPacket& seen) final {
    if (!filter_.passes(seen)) return;
    since_first_ = seen.since_first;
    see(seen);
  }
  void report(Text& text) final { tree_.report(text, title_); }

 protected:
  virtual void see(const SeenPacket& seen) = 0;
  /// To be called before a packet is counted.
  void counts() { tree_.now(since_first_); }

  std::string_view title_;
  StatisticFilter filter_;
  CounterTree tree_;
  Duration since_first_;
};

/// The filter of a tree statistic; tshark's status for a wrong one is 0.
[[nodiscard]] std::expected<StatisticFilter, StatisticError> tree_filter(const StatisticArgument& argument);

template <class Tree>
[[nodiscard]] MadeStatistic make_tree(const StatisticArgument& argument) {
  auto filter = tree_filter(argument);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<Tree>(argument.name, std::move(*filter));
}

}  // namespace wiretale
