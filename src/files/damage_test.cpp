// Damaged captures: cut at every length and changed at every byte. Never a crash, never a packet that was not
// there, always a word about what happened.
#include <gtest/gtest.h>

#include <algorithm>

#include "files/capture_bytes.h"
#include "files/source.h"

namespace wiretale {
namespace {

/// What a reader made of a file.
struct Outcome {
  std::string error;  ///< of opening
  std::vector<std::vector<uint8_t>> packets;
  std::vector<Damage> damage;
};
Outcome outcome_of(Bytes file) {
  const std::vector<uint8_t> exact(file.begin(),
                                   file.end());  // its own memory, so that sanitizers see its end
  Outcome outcome;
  auto source = open_memory(exact, "x");
  if (!source) {
    outcome.error = source.error().what;
    return outcome;
  }
  const auto batch = std::make_unique<Batch>();
  while (true) {
    const size_t damages = (*source)->damage().size();
    const auto count = (*source)->read(*batch);
    if (!count || *count == 0) break;
    for (const Packet& packet : batch->packets()) {
      EXPECT_GE(packet.number, 1u);
      outcome.packets.emplace_back(packet.bytes.begin(), packet.bytes.end());
      for (const Damage& damage : std::span((*source)->damage()).subspan(damages))
        EXPECT_LT(damage.packets_before, packet.number);  // the batch comes after it
    }
  }
  outcome.damage = (*source)->damage();
  EXPECT_EQ((*source)->read(*batch).value_or(9), 0u);  // the end stays the end
  EXPECT_EQ((*source)->damage().size(), outcome.damage.size());
  return outcome;
}

constexpr size_t packets = 6;
constexpr uint32_t block_of_names = 4;
/// Each packet tells its number and fills itself with it, so that one that lies is seen.
std::vector<uint8_t> content(size_t i) {
  return std::vector<uint8_t>(5 + i * 7, static_cast<uint8_t>(0x41 + i));
}

/// A file and where each of its packets begins and ends.
struct Sample {
  std::vector<uint8_t> bytes;
  std::vector<size_t> ends;
};
Sample pcap(ByteOrder order) {
  CaptureBytes file(order);
  file.pcap_header(0xa1b2c3d4, 1, 262144);
  Sample sample;
  for (size_t i = 0; i < packets; ++i) {
    file.pcap_record(0xa1b2c3d4, 1000, 5, content(i), 100);
    sample.ends.push_back(file.bytes().size());
  }
  sample.bytes = file.bytes();
  return sample;
}
Sample pcapng(ByteOrder order) {
  CaptureBytes file(order);
  file.section("test").interface(1, {9, 1, 9});
  Sample sample;
  for (size_t i = 0; i < packets; ++i) {
    file.packet(0, 1'000'000'000, content(i));
    sample.ends.push_back(file.bytes().size());
  }
  sample.bytes = file.bytes();
  return sample;
}

void cut_everywhere(const Sample& sample) {
  for (size_t size = 0; size < sample.bytes.size(); ++size) {
    const Outcome outcome = outcome_of(Bytes(sample.bytes).first(size));
    const auto whole = std::ranges::count_if(sample.ends, [&](size_t end) { return end <= size; });
    ASSERT_EQ(outcome.packets.size(), static_cast<size_t>(whole)) << size;
    for (size_t i = 0; i < outcome.packets.size(); ++i) ASSERT_EQ(outcome.packets[i], content(i)) << size;
    const bool at_a_boundary = std::ranges::count(sample.ends, size) > 0;
    if (!outcome.error.empty() || at_a_boundary) continue;
    if (outcome.damage.empty()) {  // only the place behind the headers, before the first packet, is whole
      ASSERT_EQ(whole, 0) << size;
      continue;
    }
    ASSERT_EQ(outcome.damage.size(), 1u) << size;
    ASSERT_EQ(outcome.damage[0].kind, Damage::Kind::Cut) << size;
    ASSERT_EQ(outcome.damage[0].packets_before, static_cast<uint64_t>(whole));
    ASSERT_EQ(outcome.damage[0].offset + outcome.damage[0].bytes_unused, size);
  }
}

TEST(Damage, PcapCutAtEveryLength) {
  cut_everywhere(pcap(ByteOrder::Little));
  cut_everywhere(pcap(ByteOrder::Big));
}
TEST(Damage, PcapngCutAtEveryLength) {
  cut_everywhere(pcapng(ByteOrder::Little));
  cut_everywhere(pcapng(ByteOrder::Big));
}

/// Changes every byte in several ways. Packets before it must be as they were; every one delivered must be a
/// run of bytes of the file.
void flip_everywhere(const Sample& sample) {
  for (size_t at = 0; at < sample.bytes.size(); ++at) {
    for (const uint8_t change : {0x01, 0x80, 0xff, 0x10}) {
      auto bytes = sample.bytes;
      bytes[at] ^= change;
      const Outcome outcome = outcome_of(bytes);
      if (!outcome.error.empty()) {
        ASSERT_TRUE(outcome.packets.empty());
        continue;
      }
      const auto before =
          static_cast<size_t>(std::ranges::count_if(sample.ends, [&](size_t end) { return end <= at; }));
      if (outcome.damage.empty() && outcome.packets.size() < packets) {
        // Only a changed block type takes a packet away silently: an unknown block is nobody's damage.
        ASSERT_EQ(outcome.packets.size(), packets - 1) << at;
      }
      ASSERT_GE(outcome.packets.size(), before) << at;
      for (size_t i = 0; i < outcome.packets.size(); ++i) {
        const auto& packet = outcome.packets[i];
        ASSERT_TRUE(i >= before || packet == content(i)) << at;
        ASSERT_TRUE(packet.empty() ||
                    std::search(bytes.begin(), bytes.end(), packet.begin(), packet.end()) != bytes.end())
            << at;
      }
    }
  }
}

TEST(Damage, PcapWithEveryByteChanged) {
  flip_everywhere(pcap(ByteOrder::Little));
  flip_everywhere(pcap(ByteOrder::Big));
}
TEST(Damage, PcapngWithEveryByteChanged) {
  flip_everywhere(pcapng(ByteOrder::Little));
  flip_everywhere(pcapng(ByteOrder::Big));
}

TEST(Damage, PcapngGoesOnBehindADamagedBlock) {
  const Sample sample = pcapng(ByteOrder::Little);
  for (const size_t part : {4u, 5u, 20u}) {  // the length, and the length of the packet
    auto bytes = sample.bytes;
    bytes[sample.ends[1] + part] ^= 0x80;  // the third packet's
    const Outcome outcome = outcome_of(bytes);
    ASSERT_EQ(outcome.packets.size(), packets - 1);
    EXPECT_EQ(outcome.packets[1], content(1));
    EXPECT_EQ(outcome.packets[2], content(3));
    ASSERT_EQ(outcome.damage.size(), 1u);
    EXPECT_EQ(outcome.damage[0].bytes_unused, sample.ends[2] - sample.ends[1]);
    EXPECT_EQ(outcome.damage[0].packets_before, 2u);
  }
}

TEST(Damage, ACaptureInsideADamagedPacketIsNotTakenForPackets) {
  CaptureBytes inner(ByteOrder::Little);
  for (int i = 0; i < 50; ++i) inner.packet(0, 7, {0xee, 0xee});
  CaptureBytes file(ByteOrder::Little);
  file.section("outer").interface(1, {});
  const size_t damaged = file.bytes().size();
  file.packet(0, 1, inner.bytes());
  for (uint8_t i = 0; i < 4; ++i) file.packet(0, 2, {i});
  auto bytes = file.bytes();
  bytes[damaged + 5] ^= 0x40;  // its length
  const Outcome outcome = outcome_of(bytes);
  ASSERT_EQ(outcome.packets.size(), 4u);
  EXPECT_EQ(outcome.packets[0], std::vector<uint8_t>{0});
}

TEST(Damage, ALostInterfaceMakesTheRestOfItsSectionUnknown) {
  CaptureBytes file(ByteOrder::Little);
  file.section("one");
  const size_t damaged = file.bytes().size();
  file.interface(1, {}).interface(101, {}).packet(0, 1, {1}).packet(1, 1, {2});
  file.section("two").interface(1, {}).packet(0, 1, {3});
  auto bytes = file.bytes();
  bytes[damaged + 4] ^= 0x40;
  const Outcome outcome = outcome_of(bytes);
  ASSERT_EQ(outcome.packets.size(), 1u);
  EXPECT_EQ(outcome.packets[0], std::vector<uint8_t>{3});
}

TEST(Damage, ABlockThatClaimsMoreThanMemoryEndsTheFile) {
  CaptureBytes file(ByteOrder::Little);
  file.section("x").interface(1, {});
  const size_t damaged = file.bytes().size();
  file.block(block_of_names, {0, 0, 0, 0});
  auto bytes = file.bytes();
  bytes[damaged + 7] = 0x7f;
  const Outcome outcome = outcome_of(bytes);
  ASSERT_EQ(outcome.damage.size(), 1u);
  EXPECT_EQ(outcome.damage[0].bytes_unused, bytes.size() - damaged);
}

TEST(Damage, SaysWhereWhatAndHowMuch) {
  const Sample sample = pcap(ByteOrder::Little);
  const Outcome cut = outcome_of(Bytes(sample.bytes).first(sample.ends[2] - 3));
  EXPECT_EQ(cut.damage[0].what,
            "x ends in the middle of packet 3 at byte 73 (wanted 35 bytes, 32 are there)");
  auto bytes = sample.bytes;
  bytes[sample.ends[1] + 10] = 0x7f;  // captured length
  const Outcome wrong = outcome_of(bytes);
  EXPECT_EQ(wrong.damage[0].what,
            "x: packet 3 at byte 73 claims 8,323,091 captured bytes, more than a packet can have (262,144); "
            "nothing "
            "behind it can be trusted");
  EXPECT_EQ(wrong.damage[0].bytes_unused, bytes.size() - 73);
}

TEST(Damage, TheListOfDamagesStaysShort) {
  CaptureBytes file(ByteOrder::Little);
  file.section("x").interface(1, {});
  for (int i = 0; i < 1000; ++i) file.packet(5, 1, {1});  // an interface that does not exist
  const Outcome outcome = outcome_of(file.bytes());
  EXPECT_EQ(outcome.damage.size(), 32u);
  uint64_t unused = 0;
  for (const Damage& damage : outcome.damage) unused += damage.bytes_unused;
  EXPECT_EQ(unused, 36'000u);
}

}  // namespace
}  // namespace wiretale
