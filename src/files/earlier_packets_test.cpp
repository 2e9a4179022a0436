// Packets that are read again are the same as before.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "files/byte_stream.h"

namespace wiretale {
namespace {

struct Kept {
  uint64_t place;
  Time time;
  uint32_t wire_length;
  InterfaceId interface;
  uint16_t link_type;
  std::vector<uint8_t> bytes;
};

TEST(EarlierPackets, AreTheSameAsBefore) {
  size_t pcap = 0, pcapng = 0;
  for (const char* folder : {WIRETALE_ROOT "/tests/cases", WIRETALE_ROOT "/samples"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.path().extension().string().starts_with(".pcap")) continue;
      auto source = open_capture(entry.path().string());
      if (!source || (*source)->earlier() == nullptr) continue;
      EarlierPackets& earlier = *(*source)->earlier();
      std::vector<Kept> kept;
      const auto batch = std::make_unique<Batch>();
      for (auto count = (*source)->read(*batch); count && *count != 0; count = (*source)->read(*batch))
        for (const Packet& packet : batch->packets())
          if (const auto place = earlier.place_of(packet))
            kept.push_back({*place,
                            packet.time,
                            packet.wire_length,
                            packet.interface,
                            packet.link_type,
                            {packet.bytes.begin(), packet.bytes.end()}});
      for (size_t i = kept.size(); i-- > 0;) {
        const Kept& expected = kept[i];
        Packet packet;
        ASSERT_TRUE(earlier.read_again(expected.place, EarlierPackets::Part::Whole, packet)) << entry.path();
        EXPECT_EQ(packet.time, expected.time) << entry.path();
        EXPECT_EQ(packet.wire_length, expected.wire_length);
        EXPECT_EQ(packet.interface, expected.interface);
        EXPECT_EQ(packet.link_type, expected.link_type);
        EXPECT_TRUE(std::ranges::equal(packet.bytes, expected.bytes)) << entry.path();
        ASSERT_TRUE(earlier.read_again(expected.place, EarlierPackets::Part::Headers, packet));
        EXPECT_TRUE(std::ranges::equal(packet.bytes, Bytes{expected.bytes}.first(packet.bytes.size())));
        EXPECT_GE(packet.bytes.size(), std::min<size_t>(expected.bytes.size(), 200));
      }
      ((*source)->files()[0]->format == CaptureFormat::Pcapng ? pcapng : pcap) += kept.size();
    }
  EXPECT_GT(pcap, 100u);
  EXPECT_GT(pcapng, 10u);
}

TEST(EarlierPackets, AreGoneFromStandardInput) {
  const int descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC);
  ASSERT_GE(descriptor, 0);
  EXPECT_FALSE(file_stream(descriptor, AtEnd::Close)->seekable());
  EXPECT_FALSE(file_stream(STDIN_FILENO, AtEnd::Keep)->seekable());
  const uint8_t bytes[] = {1, 2, 3};
  EXPECT_TRUE(memory_stream(bytes)->seekable());
  EXPECT_FALSE(decompressed(Compression::Gzip, memory_stream(bytes))->seekable());
}

}  // namespace
}  // namespace wiretale
