// Comparing two captures: a survey of each, then both once more in step.
#include "comparison/comparison.h"

#include <algorithm>

#include "comparison/fates.h"
#include "decode/decode.h"
#include "pipeline/pipeline.h"

namespace wiretale {
namespace {

using namespace tcp_flag;

// Near the ends of what both captures cover a partner may be missing because it was not captured any more.
constexpr Duration margin = milliseconds(200);
// Both readings have to end flows at the same packets, so that flows keep their numbers.
constexpr FlowLimits limits{.most_flows = 100'000};

struct Passing {
  PassingPacket packet;
  uint32_t pair;
  uint8_t way;  ///< of the first capture: 0 from its client
  bool duplicate;
};

/// One capture, read for the second time, a batch at a time.
class Feed : private FlowConsumer {
 public:
  Feed(unsigned file, const FlowPairs& pairs, const Survey& survey, std::unique_ptr<Source> source)
      : file_(file), pairs_(pairs), survey_(survey), source_(std::move(source)), stage_(limits) {
    stage_.add(*this);
  }
  /// The next packet that has a partner flow, or null at the end.
  Passing* next() {
    while (at_ == items_.size()) {
      items_.clear();
      at_ = 0;
      const auto count = source_->read(*batch_);
      if (!count || *count == 0) return nullptr;
      for (Packet& packet : batch_->packets()) decode(packet);
      stage_.see(*batch_);
    }
    return &items_[at_];
  }
  void take() { ++at_; }

 private:
  void see(std::span<const FlowPacket> packets) override {
    for (const FlowPacket& packet : packets) add(packet);
  }

  void add(const FlowPacket& seen) {
    if (!is_compared(seen)) return;
    const std::vector<uint32_t>& pair_of = pairs_.pair_of[file_];
    const uint32_t number = survey_.find(seen.flow->number);
    if (number == Survey::none || pair_of[number] == FlowPairs::none) return;
    const FlowPair& pair = pairs_.pairs[pair_of[number]];
    unsigned way = seen.way == survey_.flows[number].client_way ? 0 : 1;
    if (file_ == 1) way = pair.way_in_second(way);
    PassingPacket passing{.time = seen.time,
                          .number = seen.number,
                          .sequence = seen.sequence,
                          .length = seen.payload_length,
                          .stamp = seen.time_stamp,
                          .acknowledgment = seen.acknowledgment,
                          .identification = seen.identification,
                          .flags = seen.tcp_flags,
                          .tcp = seen.is_tcp(),
                          .acknowledges = seen.is_tcp() && seen.flag(ack)};
    if (file_ == 1) {
      passing.sequence -= pair.shift[way];
      passing.acknowledgment -= passing.acknowledges ? pair.shift[way ^ 1u] : 0;
    }
    passing.common = file_ == 0 ? seen.time : seen.time - pairs_.clocks.offset;
    passing.identity = identity_of(passing, seen);
    items_.push_back(
        {passing, pair_of[number], static_cast<uint8_t>(way), has(seen.events, Event::DuplicateFrame)});
  }

  /// What stays the same on the way, of packets that are matched one by one.
  static uint32_t identity_of(const PassingPacket& passing, const FlowPacket& seen) {
    uint64_t mixed_bits = 0;
    if (passing.tcp) {
      const uint64_t acknowledgment = passing.acknowledges ? passing.acknowledgment : 0;
      mixed_bits =
          mixed(uint64_t{passing.sequence} << 32 | acknowledgment,
                0x9e3779b97f4a7c15 ^ static_cast<uint64_t>(passing.flags & (syn | fin | rst | ack)) << 32 ^
                    passing.stamp);
    } else {
      mixed_bits = mixed(uint64_t{print_of(seen)} << 32 | passing.length, 0x9e3779b97f4a7c15);
    }
    return static_cast<uint32_t>(mixed_bits ^ mixed_bits >> 32);
  }

  unsigned file_;
  const FlowPairs& pairs_;
  const Survey& survey_;
  std::unique_ptr<Source> source_;
  FlowStage stage_;
  std::unique_ptr<Batch> batch_ = std::make_unique<Batch>();
  std::vector<Passing> items_;
  size_t at_ = 0;
};

struct PairState {
  std::unique_ptr<Passage> ways[2];
};

class Comparer {
 public:
  Comparer(const Survey& first, const Survey& second, Comparison& result)
      : surveys_{&first, &second},
        result_(result),
        pairs_(pair_flows(first, second)),
        states_(pairs_.pairs.size()) {}

  std::expected<void, Error> run(const Opener (&open)[2]) {
    result_.sides_known = pairs_.client_side != 2;
    result_.client_side =
        pairs_.client_side == 1 || (pairs_.client_side == 2 && clients_are_at_second()) ? 1 : 0;
    set_common_time();
    auto first = open[0](), second = open[1]();
    if (!first) return std::unexpected(first.error());
    if (!second) return std::unexpected(second.error());
    Feed one(0, pairs_, *surveys_[0], std::move(*first)), other(1, pairs_, *surveys_[1], std::move(*second));
    while (true) {
      Passing *a = one.next(), *b = other.next();
      if (a == nullptr && b == nullptr) break;
      const bool take_first = b == nullptr || (a != nullptr && a->packet.common <= b->packet.common);
      see(take_first ? *a : *b, take_first ? 0 : 1);
      (take_first ? one : other).take();
    }
    for (PairState& state : states_)
      for (const auto& way : state.ways)
        if (way) way->finish();
    result_.clocks = precise_.estimate();
    if (result_.clocks.samples == 0) result_.clocks = pairs_.clocks;
    tell();
    return {};
  }

 private:
  /// Hosts set a TTL of 64, 128 or 255: with it a packet was captured where it was sent.
  [[nodiscard]] bool clients_are_at_second() const {
    uint64_t fresh[2] = {};
    for (const unsigned file : {0u, 1u})
      for (const SurveyedFlow& flow : surveys_[file]->flows) {
        const uint8_t time_to_live = flow.ways[0].time_to_live;
        fresh[file] += time_to_live == 64 || time_to_live == 128 || time_to_live == 255 ? 1u : 0u;
      }
    return fresh[1] > fresh[0];
  }

  void set_common_time() {
    const Duration offset = pairs_.clocks.offset;
    const Survey &one = *surveys_[0], &other = *surveys_[1];
    result_.from = std::max(one.first, other.first - offset);
    result_.until = std::min(one.last, other.last - offset);
  }

  void see(Passing& passing, unsigned file) {
    const FlowPair& pair = pairs_.pairs[passing.pair];
    // The sender of the client's packets is at the client's side, that of the server's at the other one.
    const unsigned sender_file = passing.way == 0 ? pair.client_side : pair.client_side ^ 1u;
    auto& way = states_[passing.pair].ways[passing.way];
    if (!way) way = std::make_unique<Passage>();
    PassingPacket& packet = passing.packet;
    packet.judged = packet.common >= result_.from - margin && packet.common + margin <= result_.until;
    if (file == sender_file) {
      if (passing.duplicate) return way->duplicate_sent();
      // What the sender of this way acknowledges has arrived where its acknowledgment was sent.
      auto& back = states_[passing.pair].ways[passing.way ^ 1u];
      if (packet.acknowledges && (packet.flags & rst) == 0 && back) back->acknowledged(packet.acknowledgment);
      const Time other = way->sent(packet);
      if (other.nanoseconds != 0) add_sample(packet.time, other, file);
    } else {
      if (passing.duplicate) return way->duplicate_arrived();
      const Time other = way->arrived(packet);
      if (other.nanoseconds != 0) add_sample(other, packet.time, file ^ 1u);
    }
  }
  /// The same packet where it was sent and where it arrived.
  void add_sample(Time sent, Time arrived, unsigned sender_file) {
    if (sender_file == 0)
      precise_.add(sent, arrived, true);
    else
      precise_.add(arrived, sent, false);
  }

  void tell() {
    result_.paired = pairs_.pairs.size();
    for (size_t i = 0; i < pairs_.pairs.size(); ++i) {
      ComparedFlow flow = compared(pairs_.pairs[i], states_[i]);
      judge(flow, result_);
      result_.flows.push_back(std::move(flow));
    }
    for (const unsigned file : {0u, 1u}) tell_alone(file);
    std::stable_sort(result_.flows.begin(), result_.flows.end(),
                     [](const ComparedFlow& a, const ComparedFlow& b) { return a.fate < b.fate; });
  }

  [[nodiscard]] ComparedFlow compared(const FlowPair& pair, const PairState& state) {
    const SurveyedFlow* seen[2] = {&surveys_[0]->flows[pair.flows[0]], &surveys_[1]->flows[pair.flows[1]]};
    const unsigned near = pair.client_side, far = near ^ 1u;
    ComparedFlow flow{.ends = seen[near]->ends, .server_side_ends = seen[far]->ends};
    if (pair.swapped) {
      Ends& ends = near == 1 ? flow.ends : flow.server_side_ends;
      std::swap(ends.client, ends.server);
      std::swap(ends.client_port, ends.server_port);
    }
    flow.flow = pair.flows[near];
    flow.translated = pair.translated;
    flow.sequence_changed = pair.shift[0] != 0 || pair.shift[1] != 0;
    for (const unsigned way : {0u, 1u}) {
      if (state.ways[way]) flow.ways[way] = state.ways[way]->facts();
      result_.overflows += flow.ways[way].overflows;
      set_delays(flow, way, way == 0 ? near : far);
      const unsigned sender = way == 0 ? near : far;
      const auto way_at = [&](unsigned file) -> const SurveyedWay& {
        return seen[file]->ways[file == 1 ? pair.way_in_second(way) : way];
      };
      const SurveyedWay &sent = way_at(sender), &arrived = way_at(sender ^ 1u);
      if (sent.time_to_live != 0 && arrived.time_to_live != 0 && sent.time_to_live >= arrived.time_to_live)
        flow.hops[way] = sent.time_to_live - arrived.time_to_live;
      if (sent.segment_limit != 0 && arrived.segment_limit != 0 &&
          sent.segment_limit != arrived.segment_limit) {
        flow.segment_limit_sent[way] = sent.segment_limit;
        flow.segment_limit_arrived[way] = arrived.segment_limit;
      }
      flow.scaling_stripped[way] = sent.saw_syn && arrived.saw_syn && sent.scale >= 0 && arrived.scale == -2;
    }
    return flow;
  }

  void set_delays(ComparedFlow& flow, unsigned way, unsigned sender_file) const {
    const PassageFacts& facts = flow.ways[way];
    if (facts.timed == 0) return;
    const Time at = sender_file == 0 ? facts.most_at : facts.most_at - result_.clocks.offset;
    const int64_t offset = result_.clocks.at(at).nanoseconds * (sender_file == 0 ? 1 : -1);
    flow.delays_least[way] = Duration{facts.least - offset};
    flow.delays_most[way] = Duration{facts.most - offset};
    flow.delays_mean[way] =
        Duration{static_cast<int64_t>(facts.sum / static_cast<double>(facts.timed)) - offset};
  }

  /// Flows of one capture that the other one lacks.
  void tell_alone(unsigned file) {
    const Survey &here = *surveys_[file], &there = *surveys_[file ^ 1u];
    for (uint32_t number = 0; number < here.flows.size(); ++number) {
      const SurveyedFlow& seen = here.flows[number];
      if (!seen.used || pairs_.pair_of[file][number] != FlowPairs::none) continue;
      const bool client_known = there.addresses.contains(seen.ends.client),
                 server_known = there.addresses.contains(seen.ends.server);
      // With nothing in common at all, what leaves one point and is nowhere at the other is all there is to
      // see.
      const bool nothing_common = pairs_.pairs.empty();
      if (seen.ends.server.multicast() || seen.ends.server.broadcast() ||
          !(client_known || server_known || nothing_common)) {
        ++result_.only_in[file];
        continue;
      }
      ComparedFlow flow{.ends = seen.ends, .server_side_ends = seen.ends, .flow = number};
      flow.at_client_side = file == result_.client_side;
      flow.at_server_side = !flow.at_client_side;
      for (const unsigned way : {0u, 1u})
        (way == 0 ? flow.ways[0].sent : flow.ways[1].sent) = seen.ways[way].packets;
      const Duration shift = file == 0 ? Duration{} : pairs_.clocks.offset;
      const bool covered = seen.first - shift >= result_.from - margin && seen.first - shift <= result_.until;
      judge_alone(flow, seen, covered, nothing_common, result_);
      if (flow.fate == Fate::Fine)
        ++result_.only_in[file];
      else
        result_.flows.push_back(std::move(flow));
    }
  }

  const Survey* surveys_[2];
  Comparison& result_;
  FlowPairs pairs_;
  std::vector<PairState> states_;
  ClockComparison precise_;
};

}  // namespace

std::string_view word_of(Fate fate) {
  static constexpr std::string_view words[] = {
      "requests-lost", "answers-lost", "answered-between", "reset-injected", "reset-lost",     "large-lost",
      "silenced",      "lost",         "duplicated",       "delayed",        "not-comparable", "fine"};
  return words[static_cast<size_t>(fate)];
}

namespace {

/// The first reading of a capture.
std::expected<CaptureFacts, Error> read_survey(const Opener& open, FlowConsumer* consumer, Survey& survey) {
  auto source = open();
  if (!source) return std::unexpected(source.error());
  Pipeline pipeline(limits);
  pipeline.add(survey);
  if (consumer != nullptr) pipeline.add(*consumer);
  CaptureFacts facts;
  if (const auto done = pipeline.run(**source); !done) facts.damage.push_back(done.error().what);
  pipeline.finish();
  for (const Damage& damage : (*source)->damage()) facts.damage.push_back(damage.what);
  const Passed passed = pipeline.passed();
  facts.packets = passed.packets;
  facts.bytes = passed.bytes;
  facts.first = passed.first;
  facts.last = passed.last;
  return facts;
}

}  // namespace

std::expected<Comparison, Error> compare(const std::string (&names)[2], const Opener (&open)[2],
                                         FlowConsumer* const (&consumers)[2]) {
  Comparison result;
  Survey surveys[2];
  for (const unsigned file : {0u, 1u}) {
    auto facts = read_survey(open[file], consumers[file], surveys[file]);
    if (!facts) return std::unexpected(facts.error());
    result.files[file] = std::move(*facts);
    result.files[file].name = names[file];
    result.left_out += surveys[file].left_out;
  }
  Comparer comparer(surveys[0], surveys[1], result);
  if (const auto done = comparer.run(open); !done) return std::unexpected(done.error());
  return result;
}

bool show_same_connections(const Opener (&open)[2]) {
  Survey surveys[2];
  for (const unsigned file : {0u, 1u})
    if (!read_survey(open[file], nullptr, surveys[file])) return false;
  const FlowPairs pairs = pair_flows(surveys[0], surveys[1]);
  // A rotation cuts a connection into two files; its SYN is in one of them only.
  return std::any_of(pairs.pairs.begin(), pairs.pairs.end(), [&](const FlowPair& pair) {
    return surveys[0].flows[pair.flows[0]].syn.nanoseconds != 0 &&
           surveys[1].flows[pair.flows[1]].syn.nanoseconds != 0;
  });
}

}  // namespace wiretale
