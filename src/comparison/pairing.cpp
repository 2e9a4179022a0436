// Pairing the flows of two captures.
#include "comparison/pairing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace wiretale {
namespace {

/// Both ends, the smaller first. Tunnels and VLANs do not count: one point may be inside of them.
using EndsKey = std::tuple<Address, uint16_t, Address, uint16_t, uint8_t>;
EndsKey key_of(const Ends& ends) {
  const std::tuple client{ends.client, ends.client_port}, server{ends.server, ends.server_port};
  return client < server
             ? EndsKey{ends.client, ends.client_port, ends.server, ends.server_port, ends.transport}
             : EndsKey{ends.server, ends.server_port, ends.client, ends.client_port, ends.transport};
}

bool is_tcp(const SurveyedFlow& flow) { return flow.ends.transport == ip_protocol::tcp; }

/// The same ends may serve several connections, one after the other, and files of one rotation share none.
bool same_connection(const SurveyedFlow& a, const SurveyedFlow& b, bool swapped) {
  if (!is_tcp(a)) return true;
  constexpr uint32_t near = 1u << 30;
  for (const unsigned way : {0u, 1u}) {
    const SurveyedWay &one = a.ways[way], &other = b.ways[swapped ? way ^ 1u : way];
    if (one.packets == 0 || other.packets == 0) continue;
    if (one.saw_syn && other.saw_syn) {
      if (one.first_sequence != other.first_sequence) return false;
    } else if (one.first_sequence - other.first_sequence > near &&
               other.first_sequence - one.first_sequence > near) {
      return false;
    }
  }
  return true;
}

class Pairing {
 public:
  Pairing(const Survey& first, const Survey& second) : first_(first), second_(second) {
    result_.pair_of[0].assign(first.flows.size(), FlowPairs::none);
    result_.pair_of[1].assign(second.flows.size(), FlowPairs::none);
  }

  FlowPairs run() {
    by_ends();
    by_sequence();
    by_content();
    for (FlowPair& pair : result_.pairs) find_client_side(pair);
    settle_sides();
    set_clocks();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool open(int file, uint32_t flow) const {
    return result_.pair_of[file][flow] == FlowPairs::none;
  }
  [[nodiscard]] const SurveyedFlow& in_first(const FlowPair& pair) const {
    return first_.flows[pair.flows[0]];
  }
  [[nodiscard]] const SurveyedFlow& in_second(const FlowPair& pair) const {
    return second_.flows[pair.flows[1]];
  }

  void take(uint32_t a, uint32_t b, bool swapped) {
    FlowPair pair{.flows = {a, b}, .swapped = swapped};
    const SurveyedFlow &one = first_.flows[a], &other = second_.flows[b];
    pair.translated = key_of(one.ends) != key_of(other.ends);
    for (const unsigned way : {0u, 1u}) {
      const SurveyedWay &from = one.ways[way], &to = other.ways[pair.way_in_second(way)];
      if (from.saw_syn && to.saw_syn) pair.shift[way] = to.first_sequence - from.first_sequence;
    }
    result_.pair_of[0][a] = result_.pair_of[1][b] = static_cast<uint32_t>(result_.pairs.size());
    result_.pairs.push_back(pair);
  }

  void by_ends() {
    std::multimap<EndsKey, uint32_t> index;
    for (uint32_t b = 0; b < second_.flows.size(); ++b)
      if (second_.flows[b].used) index.emplace(key_of(second_.flows[b].ends), b);
    for (uint32_t a = 0; a < first_.flows.size(); ++a) {
      const SurveyedFlow& flow = first_.flows[a];
      if (!flow.used) continue;
      const auto [from, to] = index.equal_range(key_of(flow.ends));
      for (auto at = from; at != to; ++at) {
        const SurveyedFlow& other = second_.flows[at->second];
        const bool swapped =
            flow.ends.client != other.ends.client || flow.ends.client_port != other.ends.client_port;
        if (!open(1, at->second) || !same_connection(flow, other, swapped)) continue;
        take(a, at->second, swapped);
        break;
      }
    }
  }

  /// NAT changes addresses and ports; the first sequence numbers stay, 32 random bits from each side.
  void by_sequence() {
    std::multimap<uint32_t, uint32_t> index;
    for (uint32_t b = 0; b < second_.flows.size(); ++b)
      if (second_.flows[b].used && is_tcp(second_.flows[b]) && second_.flows[b].ways[0].saw_syn && open(1, b))
        index.emplace(second_.flows[b].ways[0].first_sequence, b);
    for (uint32_t a = 0; a < first_.flows.size(); ++a) {
      const SurveyedFlow& flow = first_.flows[a];
      if (!flow.used || !is_tcp(flow) || !flow.ways[0].saw_syn || !open(0, a)) continue;
      const auto [from, to] = index.equal_range(flow.ways[0].first_sequence);
      for (auto at = from; at != to; ++at) {
        const SurveyedFlow& other = second_.flows[at->second];
        const uint32_t stamp = flow.ways[0].first_stamp, other_stamp = other.ways[0].first_stamp;
        const bool stamps_agree = stamp == 0 || other_stamp == 0 || stamp == other_stamp;
        if (!open(1, at->second) || !stamps_agree || !same_connection(flow, other, false)) continue;
        take(a, at->second, false);
        break;
      }
    }
  }

  /// What tells a flow by its content: for UDP the first datagram of the client; for TCP, whose sequence
  /// numbers a firewall may replace too, with the time stamp of the same packet.
  using Content = std::tuple<uint8_t, uint32_t, uint32_t, uint32_t>;
  static std::optional<Content> content_of(const SurveyedFlow& flow) {
    const SurveyedWay& way = flow.ways[0];
    if (!flow.used || way.data_print == 0) return std::nullopt;
    if (is_tcp(flow) && way.first_stamp == 0) return std::nullopt;
    return Content{flow.ends.transport, way.data_print, way.data_length, is_tcp(flow) ? way.first_stamp : 0};
  }
  void by_content() {
    std::map<Content, uint32_t> index;
    std::map<Content, int> ambiguous;
    for (uint32_t a = 0; a < first_.flows.size(); ++a)
      if (const auto content = content_of(first_.flows[a]); content && open(0, a)) ++ambiguous[*content];
    for (uint32_t b = 0; b < second_.flows.size(); ++b)
      if (const auto content = content_of(second_.flows[b]); content && open(1, b)) {
        const auto [at, fresh] = index.emplace(*content, b);
        if (!fresh) ambiguous[*content] += 2;
      }
    for (uint32_t a = 0; a < first_.flows.size(); ++a) {
      const auto content = content_of(first_.flows[a]);
      if (!content || !open(0, a) || ambiguous[*content] > 1) continue;
      const auto found = index.find(*content);
      if (found != index.end()) take(a, found->second, false);
    }
  }

  /// Packets lose TTL on the way, and the round trip is longer where the client is.
  void find_client_side(FlowPair& pair) const {
    const SurveyedFlow &one = in_first(pair), &other = in_second(pair);
    int votes = 0;  // for the first capture
    for (const unsigned way : {0u, 1u}) {
      const int a = one.ways[way].time_to_live, b = other.ways[pair.way_in_second(way)].time_to_live;
      if (a != 0 && b != 0 && a != b) votes += (a > b) == (way == 0) ? 2 : -2;
    }
    if (votes == 0 && one.syn.nanoseconds != 0 && one.syn_ack.nanoseconds != 0 &&
        other.syn.nanoseconds != 0 && other.syn_ack.nanoseconds != 0 && !pair.swapped) {
      constexpr Duration clear = microseconds(3);
      const Duration more = (one.syn_ack - one.syn) - (other.syn_ack - other.syn);
      if (more > clear) votes = 1;
      if (more < Duration{-clear.nanoseconds}) votes = -1;
    }
    pair.client_side = votes > 0 ? 0 : votes < 0 ? 1 : 2;
  }

  /// Pairs that do not tell themselves follow the majority.
  void settle_sides() {
    size_t counts[3] = {};
    for (const FlowPair& pair : result_.pairs) ++counts[pair.client_side];
    if (counts[0] + counts[1] != 0) result_.client_side = counts[0] >= counts[1] ? 0 : 1;
    for (FlowPair& pair : result_.pairs)
      if (pair.client_side == 2) pair.client_side = result_.client_side == 1 ? 1 : 0;
  }

  void set_clocks() {
    ClockComparison clocks;
    for (const FlowPair& pair : result_.pairs) {
      const SurveyedFlow &one = in_first(pair), &other = in_second(pair);
      const bool forward = pair.client_side == 0;
      if (one.syn.nanoseconds != 0 && other.syn.nanoseconds != 0) clocks.add(one.syn, other.syn, forward);
      if (one.syn_ack.nanoseconds != 0 && other.syn_ack.nanoseconds != 0)
        clocks.add(one.syn_ack, other.syn_ack, !forward);
      for (const unsigned way : {0u, 1u}) {
        const SurveyedWay &from = one.ways[way], &to = other.ways[pair.way_in_second(way)];
        const bool same = from.data_print != 0 && from.data_print == to.data_print &&
                          from.data_length == to.data_length &&
                          (!is_tcp(one) || to.data_sequence - from.data_sequence == pair.shift[way]);
        if (same) clocks.add(from.data_time, to.data_time, forward == (way == 0));
      }
    }
    result_.clocks = clocks.estimate();
    result_.clocks.drift = 0;
    if (result_.clocks.samples == 0) clocks_by_stamps();
  }

  /// Both captures begin in mid-connection, at different times: the sender's own time stamps link them.
  void clocks_by_stamps() {
    for (const FlowPair& pair : result_.pairs)
      for (const unsigned way : {0u, 1u}) {
        const SurveyedWay &from = in_first(pair).ways[way],
                          &to = in_second(pair).ways[pair.way_in_second(way)];
        const int64_t ticks = static_cast<int32_t>(from.last_stamp - from.first_stamp);
        const int64_t passed = (from.last_stamp_time - from.first_stamp_time).nanoseconds;
        if (from.first_stamp == 0 || to.first_stamp == 0 || ticks < 100 || passed <= 0) continue;
        const int64_t later = static_cast<int32_t>(to.first_stamp - from.first_stamp);
        const auto gap = static_cast<int64_t>(static_cast<double>(passed) / static_cast<double>(ticks) *
                                              static_cast<double>(later));
        result_.clocks.offset = to.first_stamp_time - (from.first_stamp_time + Duration{gap});
        result_.clocks.samples = 1;
        return;
      }
  }

  const Survey &first_, &second_;
  FlowPairs result_;
};

}  // namespace

FlowPairs pair_flows(const Survey& first, const Survey& second) { return Pairing(first, second).run(); }

}  // namespace wiretale
