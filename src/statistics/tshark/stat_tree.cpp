// Trees of counters: counting and showing.
#include "statistics/tshark/stat_tree.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"

namespace wiretale {
namespace {

constexpr double bucket_length = 5, burst_window = 100;  // milliseconds
constexpr int64_t buckets_in_window = 20;

void append_cell(Text& text, std::string_view words, size_t width = 14) {
  text.put(words);
  if (words.size() < width) text.fill(width - words.size(), ' ');
}

}  // namespace

size_t CounterTree::KeyHash::operator()(const Key& key) const {
  const HashKey& secret = process_hash_key();
  uint64_t hash = mixed(secret.low ^ key.parent, secret.high ^ key.name.size());
  std::string_view rest = key.name;
  while (!rest.empty()) {
    uint64_t word = 0;
    const size_t taken = std::min(rest.size(), sizeof word);
    std::memcpy(&word, rest.data(), taken);
    rest.remove_prefix(taken);
    hash = mixed(hash ^ word, secret.high);
  }
  return hash;
}

void CounterTree::now(Duration since_first) {
  now_ = since_first.seconds() * 1000;
  if (!begun_) first_ = now_;
  begun_ = true;
  last_ = now_;
}

CounterTree::Node CounterTree::child(Node parent, std::string_view name, Order order) {
  if (const auto found = by_name_.find({parent, name}); found != by_name_.end()) return found->second;
  const Node made = static_cast<Node>(nodes_.size());
  Entry& entry = nodes_.emplace_back();
  entry.name = name;
  entry.parent = parent;
  entry.order = order;
  // The first window begins with the capture.
  entry.burst.buckets.push_back({0, 0, 0});
  nodes_[parent].children.push_back(made);
  by_name_.emplace(Key{parent, entry.name}, made);
  return made;
}

void CounterTree::add_ranges(Node parent, std::span<const std::pair<uint32_t, uint32_t>> ranges,
                             std::string_view last) {
  nodes_[parent].order = Order::AsMade;
  for (const auto& [first, end] : ranges)
    nodes_[child(parent, text_of(first, '-', end))].values = Values::Integers;
  nodes_[child(parent, last)].values = Values::Integers;
}

void CounterTree::add_burst(Burst& burst, uint64_t times) const {
  const auto number = static_cast<int64_t>(std::floor(now_ / bucket_length));
  if (number > burst.buckets.back().number) {
    burst.buckets.push_back({number, 0, now_});
    while (burst.buckets.front().number + buckets_in_window <= number) {
      burst.count -= burst.buckets.front().count;
      burst.buckets.pop_front();
    }
  }
  // A clock that went back: within the window it counts where it was, before that it does not count.
  auto bucket = burst.buckets.end() - 1;
  while (bucket->number > number && bucket != burst.buckets.begin()) --bucket;
  if (bucket->number > number) {
    if (burst.buckets.back().number - number >= buckets_in_window) return;
    bucket = burst.buckets.insert(bucket, {number, 0, now_});
  } else if (bucket->number < number) {
    bucket = burst.buckets.insert(bucket + 1, {number, 0, now_});
  }
  bucket->count += times;
  burst.count += times;
  if (burst.count > burst.most) {
    burst.most = burst.count;
    burst.most_start = burst.buckets.front().start;
  }
}

void CounterTree::count(Node node, uint64_t times) {
  Entry& entry = nodes_[node];
  entry.count += times;
  add_burst(entry.burst, times);
}

void CounterTree::add_number(Entry& entry, double value, Values kind) {
  const bool first = entry.count == 0;
  entry.values = kind;
  entry.total += value;
  entry.least = first ? value : std::min(entry.least, value);
  entry.most = first ? value : std::max(entry.most, value);
}

void CounterTree::add_value(Node node, int64_t value) {
  add_number(nodes_[node], static_cast<double>(value), Values::Integers);
  count(node);
}

void CounterTree::add_value(Node node, double value) {
  add_number(nodes_[node], value, Values::Floats);
  count(node);
}

size_t CounterTree::longest_name(Node node, size_t indent) const {
  size_t longest = 0;
  for (const Node each : nodes_[node].children)
    longest = std::max({longest, indent + nodes_[each].name.size(), longest_name(each, indent + 1)});
  return longest;
}

std::vector<CounterTree::Node> CounterTree::shown_children(Node node) const {
  std::vector<Node> children = nodes_[node].children;
  if (node == root || nodes_[node].order == Order::AsMade) return children;
  std::stable_sort(children.begin(), children.end(), [&](Node a, Node b) {
    const Entry &first = nodes_[a], &second = nodes_[b];
    return first.count != second.count ? first.count > second.count : first.name > second.name;
  });
  return children;
}

void CounterTree::append_node(Text& text, Node node, size_t indent, size_t width) const {
  const Entry& entry = nodes_[node];
  text.fill(indent, ' ');
  append_cell(text, entry.name, width - indent);
  append_cell(text, text_of(entry.count));
  if (entry.values == Values::None) {
    text.fill(42, ' ');
  } else if (entry.count == 0) {
    for (int i = 0; i < 3; ++i) append_cell(text, "-");
  } else {
    const int decimals = entry.values == Values::Integers ? 0 : 6;
    append_cell(text, text_of(Fixed{entry.total / static_cast<double>(entry.count), 2}));
    append_cell(text, text_of(Fixed{entry.least, decimals}));
    append_cell(text, text_of(Fixed{entry.most, decimals}));
  }
  const double elapsed = last_ - first_;
  append_cell(text, elapsed > 0 ? text_of(Fixed{static_cast<double>(entry.count) / elapsed, 4}) : "");
  const uint64_t whole = nodes_[entry.parent].count;
  append_cell(
      text,
      entry.parent == root ? "100%"
      : whole == 0
          ? ""
          : text_of(Fixed{static_cast<double>(entry.count) * 100 / static_cast<double>(whole), 2}, '%'));
  if (entry.burst.most == 0) {
    append_cell(text, "-");
    append_cell(text, "-", 13);
  } else {
    append_cell(text, text_of(Fixed{static_cast<double>(entry.burst.most) / burst_window, 4}));
    const double start = entry.burst.most_start / 1000;
    const bool small = start < 0 && start > -0.0005;
    append_cell(text, text_of(small ? "-" : "", Fixed{small ? 0 : start, 3}), 13);
  }
  text.put('\n');
  for (const Node each : shown_children(node)) append_node(text, each, indent + 1, width);
}

void CounterTree::report(Text& text, std::string_view title) const {
  const std::string_view topic = title.substr(title.rfind('/') + 1);
  const size_t width = std::max(longest_name(root, 0), topic.size() - 1) + 2;
  const size_t line = width + 7 * 14 + 13;
  text.put('\n');
  text.fill(line, '=');
  text.put('\n', title, ":\n");
  append_cell(text, "Topic / Item", width - 1);
  text.put(' ');
  for (const std::string_view head :
       {"Count", "Average", "Min Val", "Max Val", "Rate (ms)", "Percent", "Burst Rate"})
    append_cell(text, head);
  append_cell(text, "Burst Start", 13);
  text.put('\n');
  text.fill(line, '-');
  text.put('\n');
  for (const Node each : shown_children(root)) append_node(text, each, 0, width);
  text.put('\n');
  text.fill(line, '-');
  text.put('\n');
}

std::expected<StatisticFilter, StatisticError> tree_filter(const StatisticArgument& argument) {
  auto filter = StatisticFilter::make(argument.rest);
  if (!filter) filter.error().exit_status = 0;
  return filter;
}

}  // namespace wiretale
