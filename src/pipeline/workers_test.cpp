// Workers: what comes out is the same for every number of them.
#include "pipeline/workers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "decode/decode.h"
#include "decode/dispatch.h"
#include "pipeline/pipeline.h"
#include "statistics/conversations.h"
#include "statistics/endpoints.h"
#include "statistics/layer_walk.h"
#include "statistics/retransmissions.h"
#include "statistics/statistic_set.h"

namespace wiretale {
namespace {

struct Kept {
  Packet packet;
  std::vector<uint8_t> bytes;
  std::vector<size_t> hosts;  ///< the last bytes but one of all addresses, those in quoted packets too
};

Kept kept_of(const Packet& packet) {
  Kept kept{packet, {packet.bytes.begin(), packet.bytes.end()}, {}};
  decode(kept.packet);
  for (const Layer& layer : kept.packet.layers) {
    const bool four = layer.protocol == ids::ipv4;
    if ((!four && layer.protocol != ids::ipv6) || layer.header < (four ? 20 : 40)) continue;
    for (const size_t at : {four ? 14u : 22u, four ? 18u : 38u}) kept.hosts.push_back(layer.offset + at);
  }
  return kept;
}

/// The packets of all captures of the cases and samples, those of several captures in turn.
const std::vector<Kept>& all_packets() {
  static const std::vector<Kept> all = [] {
    std::vector<std::vector<Kept>> captures;
    for (const char* folder : {WIRETALE_ROOT "/tests/cases", WIRETALE_ROOT "/samples"})
      for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.path().extension().string().starts_with(".pcap")) continue;
        auto source = open_capture(entry.path());
        if (!source) continue;
        const auto batch = std::make_unique<Batch>();
        auto& packets = captures.emplace_back();
        while ((*source)->read(*batch).value_or(0) > 0)
          for (const Packet& packet : batch->packets()) packets.push_back(kept_of(packet));
      }
    std::sort(captures.begin(), captures.end(),
              [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::vector<Kept> mixed;
    for (size_t i = 0, added = 1; added != 0; ++i) {
      added = 0;
      for (auto& packets : captures)
        if (i < packets.size()) {
          mixed.push_back(std::move(packets[i]));
          ++added;
        }
    }
    return mixed;
  }();
  return all;
}

/// All packets again and again, each round later and between other hosts than the one before.
class Rounds final : public Source {
 public:
  explicit Rounds(unsigned rounds) : left_(rounds) {}
  std::expected<size_t, Error> read(Batch& batch) override {
    const auto& all = all_packets();
    batch.count = 0;
    memory_ = std::make_shared<std::vector<std::vector<uint8_t>>>();
    // Batches of several sizes.
    const size_t wanted = 1 + number_ % Batch::capacity;
    while (left_ > 0 && batch.count < wanted) {
      Packet& packet = batch.all[batch.count++];
      const Kept& kept = all[at_];
      std::vector<uint8_t>& bytes = memory_->emplace_back(kept.bytes);
      for (const size_t host : kept.hosts) bytes[host] ^= static_cast<uint8_t>(left_);
      packet = kept.packet;
      packet.layers.count = 0;
      packet.bytes = bytes;
      packet.number = ++number_;
      packet.time = Time{1'700'000'000'000'000'000} + seconds(now_) + microseconds(at_ * 100);
      if (++at_ == all.size()) {
        at_ = 0;
        --left_;
        now_ += 100;
      }
    }
    return batch.count;
  }
  const std::vector<Interface>& interfaces() const override { return interfaces_; }
  const std::vector<Damage>& damage() const override { return damage_; }
  std::shared_ptr<const void> lend_memory() const override {
    // Asked before the first packets, too.
    return memory_ ? std::shared_ptr<const void>(memory_) : std::make_shared<int>(0);
  }

 private:
  unsigned left_;
  size_t at_ = 0;
  int64_t now_ = 0;
  uint32_t number_ = 0;
  std::shared_ptr<std::vector<std::vector<uint8_t>>> memory_;
  std::vector<Interface> interfaces_;
  std::vector<Damage> damage_;
};

std::string json_of(const Report& report) {
  std::string text;
  write_json(report, [&](std::string_view part) { text += part; });
  return text;
}

/// The tables of flows, with limits so narrow that flows end in every way.
std::string tables(Source& source, unsigned workers) {
  Conversations conversations;
  Endpoints endpoints;
  Retransmissions retransmissions;
  Pipeline pipeline({.most_flows = 4096, .idle_tcp = seconds(900), .crowd = 2048});
  pipeline.add(conversations);
  pipeline.add(endpoints);
  pipeline.add(retransmissions);
  pipeline.set_workers(workers, 1);
  EXPECT_TRUE(pipeline.run(source));
  pipeline.finish();
  const Passed passed = pipeline.passed();
  EXPECT_GT(passed.flows.evicted, 10u);
  EXPECT_GT(passed.flows.closed, 50u);
  EXPECT_GT(passed.flows.idle, 50u);
  std::string text =
      text_of(passed.packets, ' ', passed.bytes, ' ', passed.flows.created, ' ', passed.flows.evicted, ' ',
              passed.flows.closed, ' ', passed.flows.idle, ' ', passed.flows.left, ' ',
              passed.first.nanoseconds, ' ', passed.last.nanoseconds, '\n');
  for (const std::string_view column : Conversations::sort_columns)
    text += json_of(conversations.report(column, 0));
  for (const std::string_view column : Endpoints::sort_columns) text += json_of(endpoints.report(column, 0));
  for (const std::string_view column : Retransmissions::sort_columns)
    text += json_of(retransmissions.report(column, 0));
  return text;
}

constexpr const char* statistics[] = {"conv,eth", "conv,ip",  "conv,ipv6",
                                      "conv,tcp", "conv,udp", "conv,sctp"};

/// The conversations of `read -z`; 0 workers: packet by packet.
std::string conversations(Source& source, unsigned workers) {
  StatisticSet set;
  for (const char* name : statistics) EXPECT_TRUE(set.add(name, {}, "x.pcap"));
  EXPECT_TRUE(set.can_be_shared());
  if (workers > 0) {
    SharedStatistics shared(set);
    EXPECT_TRUE(Workers(shared, workers, 1).run(source));
  } else {
    const auto batch = std::make_unique<Batch>();
    while (source.read(*batch).value_or(0) > 0)
      for (Packet& packet : batch->packets()) {
        decode(packet, tree_dispatch());
        set.see({.packet = packet});
      }
  }
  Text text;
  set.report(text);
  return std::string(text.view());
}

constexpr unsigned rounds = 20;

TEST(Workers, TheCapturesHaveWhatCrossesFlows) {
  size_t fragments = 0, tunnels = 0, errors = 0, six = 0;
  for (const Kept& kept : all_packets()) {
    Packet packet = kept.packet;
    packet.bytes = kept.bytes;
    decode(packet, tree_dispatch());
    fragments += LayerWalk::needs_order(packet) ? 1 : 0;
    const Layer* error = nullptr;
    size_t networks = 0;
    for (const Layer& layer : packet.layers) {
      if (layer.protocol == ids::icmp || layer.protocol == ids::icmpv6) error = &layer;
      if (layer.protocol != ids::ipv4 && layer.protocol != ids::ipv6) continue;
      six += layer.protocol == ids::ipv6 ? 1 : 0;
      if (error == nullptr) ++networks;
    }
    tunnels += networks > 1 ? 1 : 0;
    if (error != nullptr && error->offset < packet.bytes.size()) {
      const uint8_t type = packet.bytes[error->offset];
      errors += error->protocol == ids::icmp ? type == 3 || type == 11 : type < 128;
    }
  }
  EXPECT_GT(all_packets().size(), 1000u);
  EXPECT_GT(fragments, 20u);
  EXPECT_GT(tunnels, 20u);
  EXPECT_GT(errors, 10u);
  EXPECT_GT(six, 100u);
}

TEST(Workers, TablesOfFlowsAreTheSame) {
  Rounds alone(rounds);
  const std::string expected = tables(alone, 1);
  for (const unsigned workers : {2u, 3u, 4u, 8u}) {
    Rounds source(rounds);
    EXPECT_TRUE(tables(source, workers) == expected) << workers << " workers";
  }
}

TEST(Workers, ConversationsOfReadAreTheSame) {
  Rounds one_by_one(rounds);
  const std::string expected = conversations(one_by_one, 0);
  for (const unsigned workers : {1u, 2u, 3u, 8u}) {
    Rounds source(rounds);
    EXPECT_TRUE(conversations(source, workers) == expected) << workers << " workers";
  }
}

/// A pcap file in memory, many windows long.
std::vector<uint8_t> long_file() {
  std::vector<uint8_t> file;
  const auto put = [&](uint64_t number, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i) file.push_back(static_cast<uint8_t>(number >> (8 * i)));
  };
  put(0xa1b2c3d4, 4);
  put(2, 2);
  put(4, 2);
  put(0, 8);
  put(262144, 4);
  put(1, 4);
  for (uint32_t second = 1; file.size() < 12'000'000; ++second)
    for (const Kept& kept : all_packets()) {
      if (kept.packet.link_type != 1) continue;
      put(second, 4);
      put(0, 4);
      put(kept.bytes.size(), 4);
      put(kept.packet.wire_length, 4);
      file.insert(file.end(), kept.bytes.begin(), kept.bytes.end());
    }
  return file;
}

TEST(Workers, FilesLendTheirMemory) {
  const std::vector<uint8_t> file = long_file();
  std::string expected;
  for (const unsigned workers : {1u, 2u, 4u}) {
    const auto source = open_memory(file, "long");
    ASSERT_TRUE(source);
    const std::string text = conversations(**source, workers);
    if (expected.empty()) expected = text;
    EXPECT_TRUE(text == expected) << workers << " workers";
  }
}

TEST(Workers, CountsAreFromOneToEight) {
  EXPECT_EQ(parse_workers("1"), 1u);
  EXPECT_EQ(parse_workers("8"), 8u);
  for (const char* wrong : {"0", "9", "", "-1", "2x", "two"}) EXPECT_FALSE(parse_workers(wrong)) << wrong;
}

}  // namespace
}  // namespace wiretale
