// icmp,srt and icmpv6,srt: how long echo replies take.
#include <bit>
#include <cmath>

#include "protocols/catalog.h"
#include "statistics/tshark/all.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {
namespace {

struct Kind {
  std::string_view title, type, time;
  uint64_t request;  ///< the message's type
};
constexpr Kind four{"ICMP", "icmp.type", "icmp.resptime", 8};
constexpr Kind six{"ICMPv6", "icmpv6.type", "icmpv6.resptime", 128};

class EchoTimes final : public Statistic {
 public:
  EchoTimes(const Kind& kind, StatisticFilter filter)
      : kind_(kind), type_(kind.type), time_(kind.time), filter_(std::move(filter)) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    type_.add_to(needs);
    time_.add_to(needs);
    filter_.add_needs(needs);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (seen.tree == nullptr || !filter_.passes(seen)) return;
    for (const FieldValue& value : seen.tree->values()) {
      // A message that an error quotes lies deeper.
      if (value.level == 1 && type_.is(value) && value.number == kind_.request) ++requests_;
      if (value.level == 1 && time_.is(value))
        add_time(std::bit_cast<double>(value.number), seen.packet.number);
    }
  }

  void report(Text& text) override;

 private:
  void add_time(double time, uint32_t frame) {
    if (times_.empty() || time < least_) {
      least_ = time;
      least_frame_ = frame;
    }
    if (times_.empty() || time > most_) {
      most_ = time;
      most_frame_ = frame;
    }
    times_.push_back(time);
  }

  const Kind& kind_;
  NamedField type_, time_;
  StatisticFilter filter_;
  uint64_t requests_ = 0;
  std::vector<double> times_;
  double least_ = 0, most_ = 0;
  uint32_t least_frame_ = 0, most_frame_ = 0;
};

void EchoTimes::report(Text& text) {
  const auto column = [&](std::string_view words) { text.put(Left{words, 10}); };
  const auto count = static_cast<double>(times_.size());
  double mean = 0, deviation = 0, median = 0;
  if (!times_.empty()) {
    for (const double time : times_) mean += time / count;
    for (const double time : times_) deviation += (time - mean) * (time - mean);
    deviation = times_.size() < 2 ? 0 : std::sqrt(deviation / (count - 1));
    std::sort(times_.begin(), times_.end());
    const size_t middle = times_.size() / 2;
    median = times_.size() % 2 != 0 ? times_[middle] : (times_[middle - 1] + times_[middle]) / 2;
  }
  const int64_t lost = static_cast<int64_t>(requests_) - static_cast<int64_t>(times_.size());
  text.put('\n');
  text.fill(74, '=');
  text.put('\n', kind_.title, " Service Response Time (SRT) Statistics (all times in ms):\nFilter: ",
           filter_.text().empty() ? std::string_view{"<none>"} : std::string_view{filter_.text()},
           "\n\nRequests  Replies   Lost      % Loss\n");
  column(text_of(requests_));
  column(text_of(times_.size()));
  column(text_of(lost));
  const std::string part = text_of(
      Fixed{requests_ == 0 ? 0 : 100 * static_cast<double>(lost) / static_cast<double>(requests_), 1});
  text.fill(part.size() < 5 ? 5 - part.size() : 0, ' ');
  text.put(std::string_view{part},
           "%\n\nMinimum   Maximum   Mean      Median    SDeviation     Min Frame Max Frame\n");
  for (const double number : {least_, most_, mean, median, deviation}) column(text_of(Fixed{number, 3}));
  text.put("     ", Left{text_of(least_frame_), 10});
  if (requests_ == 0)
    text.put(most_frame_, '\n');
  else
    text.put(Left{text_of(most_frame_), 10}, '\n');
  text.fill(74, '=');
  text.put('\n');
}

}  // namespace

MadeStatistic make_icmp_echo(const StatisticArgument& argument) {
  auto filter = StatisticFilter::make(argument.rest);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<EchoTimes>(argument.name == "icmp,srt" ? four : six, std::move(*filter));
}

}  // namespace wiretale
