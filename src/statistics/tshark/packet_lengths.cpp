// plen,tree: how long the packets are.
#include "statistics/tshark/all.h"
#include "statistics/tshark/stat_tree.h"

namespace wiretale {
namespace {

constexpr std::pair<uint32_t, uint32_t> ranges[] = {
    {0, 19}, {20, 39}, {40, 79}, {80, 159}, {160, 319}, {320, 639}, {640, 1279}, {1280, 2559}, {2560, 5119}};

class PacketLengths final : public TreeStatistic {
 public:
  PacketLengths(std::string_view, StatisticFilter filter)
      : TreeStatistic("Packet Lengths", std::move(filter)),
        all_(tree_.child(CounterTree::root, "Packet Lengths")) {
    tree_.add_ranges(all_, ranges, last_);
    for (const auto& [first, end] : ranges) children_.push_back(tree_.child(all_, text_of(first, '-', end)));
    children_.push_back(tree_.child(all_, last_));
  }

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    filter_.add_needs(needs);
    return needs;
  }

 private:
  static constexpr std::string_view last_ = "5120 and greater";
  void see(const SeenPacket& seen) override {
    counts();
    const uint32_t length = seen.packet.wire_length;
    tree_.add_value(all_, int64_t{length});
    size_t range = 0;
    while (range < std::size(ranges) && length > ranges[range].second) ++range;
    tree_.add_value(children_[range], int64_t{length});
  }

  CounterTree::Node all_;
  std::vector<CounterTree::Node> children_;
};

}  // namespace

MadeStatistic make_packet_lengths(const StatisticArgument& argument) {
  return make_tree<PacketLengths>(argument);
}

}  // namespace wiretale
