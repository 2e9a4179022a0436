// Every frame of every capture at hand, cut at each length and with bytes flipped: layers stay nested and
// ordered, nothing reads out of bounds (under ASan), and tier 1 allocates nothing.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <vector>

#include "base/allocation_count.h"
#include "decode/decode.h"
#include "decode/dispatch.h"
#include "files/source.h"
#include "outputs/frame_line.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

struct Frame {
  uint16_t link_type;
  std::vector<uint8_t> bytes;
};

Frame frame_of(std::initializer_list<int> bytes) {
  Frame frame{1, std::vector<uint8_t>(12, 2)};
  for (const int byte : bytes) frame.bytes.push_back(static_cast<uint8_t>(byte));
  return frame;
}

/// Frames that are there even where no capture is: IPv4 with options and TCP with options; IPv6 with
/// extension headers, ICMPv6 and UDP; ICMP that quotes; addresses of IPv6 are left to be whatever the padding
/// says.
std::vector<Frame> crafted_frames() {
  std::vector<Frame> frames{
      frame_of({8,    0,    0x47, 0, 0, 60, 0, 1, 0, 0,    64, 6,  0,  0, 10, 0, 0, 1, 10, 0, 0,
                2,    7,    7,    4, 1, 2,  3, 4, 0, 0x10, 0,  0,  80, 0, 0,  0, 1, 0, 0,  0, 2,
                0x80, 0x18, 1,    0, 0, 0,  0, 0, 1, 1,    8,  10, 0,  0, 0,  1, 0, 0, 0,  2}),
      frame_of({8, 0, 0x45, 0, 0, 56, 0,  1, 0, 0, 64,   1,  0, 0,  10, 0,  0, 1, 10, 0,
                0, 2, 3,    3, 0, 0,  0,  0, 0, 0, 0x45, 0,  0, 40, 0,  1,  0, 0, 1,  17,
                0, 0, 10,   0, 0, 2,  10, 0, 0, 1, 0,    53, 0, 53, 0,  20, 0, 0}),
      frame_of({8,  0, 0x45, 0, 0, 68, 0,  1, 0, 0,  64, 4, 0, 0,  10, 0, 0, 1, 10, 0, 0, 2, 0x45, 0, 0,
                48, 0, 1,    0, 0, 64, 50, 0, 0, 10, 0,  0, 1, 10, 0,  0, 2, 0, 0,  0, 5, 0, 0,    0, 1})};
  for (const int next : {0, 43, 44, 50, 51, 58, 60, 62, 108, 135}) {
    Frame frame = frame_of({0x86, 0xdd, 0x60, 0, 0, 0, 0, 64, next, 64});
    frame.bytes.resize(54, 0xfe);
    for (int i = 0; i < 64; ++i)
      frame.bytes.push_back(static_cast<uint8_t>(i % 8 == 0 ? 17 : i % 8 == 1 ? 0 : i));
    frames.push_back(frame);
  }
  for (int type = 0; type < 256; ++type) {
    Frame frame = frame_of({0x86, 0xdd, 0x60, 0, 0, 0, 0, 64, 58, 64});
    frame.bytes.resize(54, 0xfe);
    frame.bytes.push_back(static_cast<uint8_t>(type));
    for (int i = 1; i < 64; ++i) frame.bytes.push_back(static_cast<uint8_t>(i % 3));
    frames.push_back(frame);
  }
  return frames;
}

/// Some frames of each capture: the first ones, as they differ most.
std::vector<Frame> all_frames() {
  constexpr size_t frames_per_capture = 12;
  std::vector<Frame> frames = crafted_frames();
  std::vector<std::filesystem::path> folders{WIRETALE_ROOT "/tests/cases", WIRETALE_ROOT "/samples"};
  if (const char* corpus = std::getenv("WIRETALE_CORPUS")) folders.emplace_back(corpus);
  const auto batch = std::make_unique<Batch>();
  for (const auto& folder : folders) {
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file() || !entry.path().extension().string().starts_with(".pcap")) continue;
      auto source = open_capture(entry.path());
      if (!source) continue;
      if (const auto count = (*source)->read(*batch); !count) continue;
      for (size_t i = 0; i < std::min(batch->count, frames_per_capture); ++i)
        frames.push_back({batch->all[i].link_type, {batch->all[i].bytes.begin(), batch->all[i].bytes.end()}});
    }
  }
  return frames;
}

void expect_nested(const Packet& packet) {
  size_t parent_start = 0, parent_end = packet.bytes.size();
  for (const Layer& layer : packet.layers) {
    ASSERT_LE(parent_start, layer.offset);
    ASSERT_LE(layer.offset + layer.header, layer.end);
    ASSERT_LE(layer.end, parent_end);
    parent_start = layer.offset + layer.header;
    parent_end = layer.end;
  }
}

/// Decodes, dissects and prints the first `length` bytes, held in memory of exactly that size.
void examine(Line& line, FieldTree& tree, const Frame& frame, std::span<const uint8_t> bytes) {
  const std::vector<uint8_t> exact(bytes.begin(), bytes.end());
  Packet packet{};
  packet.link_type = frame.link_type;
  packet.wire_length = static_cast<uint32_t>(frame.bytes.size());
  packet.bytes = exact;
  const uint64_t before = allocation_count();
  decode(packet);
  EXPECT_EQ(allocation_count(), before) << "tier 1 allocates";
  expect_nested(packet);
  dissect(packet, tree);
  line.clear();
  print_frame(line, packet);
}

TEST(EveryLength, LayersNestAndNothingLeavesTheFrame) {
  LineOptions options;
  options.verbose = 3;
  options.link_header = true;
  Line line(options, line_dispatch(), catalog());
  FieldTree tree;
  (void)decode_dispatch();
  for (const Frame& frame : all_frames()) {
    const size_t size = frame.bytes.size();
    for (size_t length = 0; length <= size; length += length < 256 ? 1 : 97)
      examine(line, tree, frame, std::span(frame.bytes).first(length));
    std::vector<uint8_t> flipped = frame.bytes;
    for (size_t at = 0; at < std::min<size_t>(size, 256); ++at) {
      for (const uint8_t mask : {0xff, 0x01, 0x80}) {
        flipped[at] ^= mask;
        examine(line, tree, frame, flipped);
        flipped[at] = frame.bytes[at];
      }
    }
    if (HasFatalFailure()) return;
  }
}

TEST(Catalog, OrdinaryProtocolsAreFound) {
  for (const Dispatch* dispatch : {&decode_dispatch(), &line_dispatch()}) {
    EXPECT_EQ(dispatch->find(On::LinkType, 1), ids::ethernet);
    EXPECT_EQ(dispatch->find(On::EtherType, 0x0800), ids::ipv4);
    EXPECT_EQ(dispatch->find(On::EtherType, 0x86dd), ids::ipv6);
    EXPECT_EQ(dispatch->find(On::IpProtocol, 1), ids::icmp);
    EXPECT_EQ(dispatch->find(On::IpProtocol, 2), ids::igmp);
    EXPECT_EQ(dispatch->find(On::IpProtocol, 6), ids::tcp);
    EXPECT_EQ(dispatch->find(On::IpProtocol, 17), ids::udp);
    EXPECT_EQ(dispatch->find(On::IpProtocol, 58), ids::icmpv6);
  }
}

TEST(Catalog, NoTwoProtocolsClaimTheSameNumber) {
  for (const Scope scope : {Scope::Decode, Scope::Line}) {
    std::set<std::pair<On, uint16_t>> taken;
    for (const Protocol* protocol : catalog())
      for (const Claim& claim : protocol->found_on) {
        if (claim.scope == Scope::Both || claim.scope == scope) {
          EXPECT_TRUE(taken.emplace(claim.on, claim.number).second)
              << protocol->name << " claims a taken number: " << claim.number << " of space "
              << static_cast<int>(claim.on);
        }
      }
  }
}

}  // namespace
}  // namespace wiretale
