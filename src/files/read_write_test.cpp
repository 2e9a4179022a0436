// What the writer writes the readers read: formats, byte orders, compression, time, notes; and no allocation.
#include <gtest/gtest.h>
#include <lz4frame.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <fstream>

#include "base/allocation_count.h"
#include "files/capture_bytes.h"
#include "files/options.h"
#include "files/writer.h"

namespace wiretale {
namespace {

/// A file in the test's directory that is removed at the end.
class TestFile {
 public:
  explicit TestFile(const std::string& name)
      : path_(testing::TempDir() + "wiretale-" + std::to_string(getpid()) + "-" + name) {}
  ~TestFile() { unlink(path_.c_str()); }
  TestFile(const TestFile&) = delete;
  TestFile& operator=(const TestFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::vector<uint8_t> bytes() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::string path_;
};

/// `count` packets of growing size and time.
std::vector<std::vector<uint8_t>> frames(size_t count) {
  std::vector<std::vector<uint8_t>> all;
  for (size_t i = 0; i < count; ++i) all.emplace_back(i % 97, static_cast<uint8_t>(i));
  return all;
}

constexpr Time start{1'700'000'000'123'456'789};

std::vector<uint8_t> written(WriteFormat format, size_t count) {
  const TestFile file("written");
  auto writer = Writer::create(
      file.path(), {.format = format, .interfaces = {{.link_type = 1, .units_per_second = 1'000'000'000}}});
  const auto all = frames(count);
  for (size_t i = 0; i < count; ++i) {
    Packet packet{};
    packet.time = start + milliseconds(static_cast<int64_t>(i));
    packet.link_type = 1;
    packet.wire_length = static_cast<uint32_t>(all[i].size() + i % 3);
    packet.bytes = all[i];
    EXPECT_TRUE((*writer)->write(packet));
  }
  EXPECT_TRUE((*writer)->finish());
  return file.bytes();
}

void expect_frames(Bytes file, size_t count, int64_t precision) {
  auto source = open_memory(file, "x");
  ASSERT_TRUE(source) << source.error().what;
  const auto all = frames(count);
  const auto batch = std::make_unique<Batch>();
  size_t i = 0;
  while (*(*source)->read(*batch) > 0) {
    for (const Packet& packet : batch->packets()) {
      ASSERT_LT(i, count);
      ASSERT_TRUE(std::ranges::equal(packet.bytes, all[i])) << i;
      const int64_t time = (start + milliseconds(static_cast<int64_t>(i))).nanoseconds;
      ASSERT_EQ(packet.time.nanoseconds, time / precision * precision);
      ASSERT_EQ(packet.wire_length, all[i].size() + i % 3);
      ASSERT_EQ(packet.number, ++i);
    }
  }
  EXPECT_EQ(i, count);
  EXPECT_TRUE((*source)->damage().empty());
}

std::vector<uint8_t> gzip(Bytes plain) {
  std::vector<uint8_t> packed(plain.size() + 1000);
  z_stream state{};
  EXPECT_EQ(deflateInit2(&state, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::vector<uint8_t> from(plain.begin(), plain.end());
  state.next_in = from.data();
  state.avail_in = static_cast<uInt>(from.size());
  state.next_out = packed.data();
  state.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&state, Z_FINISH), Z_STREAM_END);
  packed.resize(state.total_out);
  deflateEnd(&state);
  return packed;
}
std::vector<uint8_t> zstd(Bytes plain) {
  std::vector<uint8_t> packed(ZSTD_compressBound(plain.size()));
  packed.resize(ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), 1));
  return packed;
}
std::vector<uint8_t> lz4(Bytes plain) {
  std::vector<uint8_t> packed(LZ4F_compressFrameBound(plain.size(), nullptr));
  packed.resize(LZ4F_compressFrame(packed.data(), packed.size(), plain.data(), plain.size(), nullptr));
  return packed;
}

constexpr size_t many = 30'000;  // several times the reader's window

TEST(ReadWrite, EveryFormatComesBack) {
  expect_frames(written(WriteFormat::PcapMicro, many), many, 1000);
  expect_frames(written(WriteFormat::PcapNano, many), many, 1);
  expect_frames(written(WriteFormat::Pcapng, many), many, 1);
}

TEST(ReadWrite, EveryCompressionComesBack) {
  for (const WriteFormat format : {WriteFormat::PcapNano, WriteFormat::Pcapng}) {
    const auto plain = written(format, many);
    const Bytes first = Bytes(plain).first(plain.size() / 2), second = Bytes(plain).subspan(plain.size() / 2);
    for (const auto pack : {gzip, zstd, lz4}) {
      expect_frames(pack(plain), many, 1);
      std::vector<uint8_t> two = pack(first);  // two members or frames in one file
      const auto rest = pack(second);
      two.insert(two.end(), rest.begin(), rest.end());
      expect_frames(two, many, 1);
    }
  }
}

TEST(ReadWrite, CutCompressionDeliversWhatItCanAndSaysSo) {
  const auto plain = written(WriteFormat::Pcapng, many);
  for (const auto pack : {gzip, zstd, lz4}) {
    auto packed = pack(plain);
    packed.resize(packed.size() * 2 / 3);
    auto source = open_memory(packed, "x");
    ASSERT_TRUE(source);
    const auto batch = std::make_unique<Batch>();
    size_t count = 0;
    while (const size_t got = *(*source)->read(*batch)) count += got;
    EXPECT_GT(count, many / 4);
    ASSERT_EQ((*source)->damage().size(), 1u);
    EXPECT_NE((*source)->damage()[0].what.find("cut short"), std::string::npos);
    EXPECT_EQ((*source)->damage()[0].packets_before, count);
  }
}

TEST(ReadWrite, BothByteOrdersSayTheSame) {
  for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
    for (const uint32_t magic : {0xa1b2c3d4u, 0xa1b23c4du, 0xa1b2cd34u}) {
      CaptureBytes file(order);
      file.pcap_header(magic, 1, 100).pcap_record(magic, 5, 6, {1, 2, 3}, 9);
      auto source = open_memory(file.bytes(), "x");
      ASSERT_TRUE(source);
      const auto batch = std::make_unique<Batch>();
      ASSERT_EQ(*(*source)->read(*batch), 1u);
      EXPECT_EQ(batch->all[0].time.nanoseconds, 5'000'000'000 + (magic == 0xa1b23c4d ? 6 : 6000));
      EXPECT_EQ(batch->all[0].wire_length, 9u);
      EXPECT_TRUE(std::ranges::equal(batch->all[0].bytes, std::array{1, 2, 3}));
      EXPECT_EQ((*source)->interfaces()[0].snap_length, 100u);
      EXPECT_EQ((*source)->files()[0]->big_endian, order == ByteOrder::Big);
    }
  }
}

TEST(ReadWrite, PcapngSectionsOfBothOrdersAndUnitsOfTime) {
  CaptureBytes file(ByteOrder::Big);
  file.section("one").interface(1, {9, 1, 9}).packet(0, 1'500'000'000'000'000'001u, {1});  // nanoseconds
  file.turn(ByteOrder::Little);
  file.section("two").interface(101, {9, 1, 0x8a}).interface(113, {14, 8, 10, 0, 0, 0, 0, 0, 0, 0});
  file.packet(0, 1536, {2}).packet(1, 1'000'000, {3});
  auto source = open_memory(file.bytes(), "x");
  ASSERT_TRUE(source);
  const auto batch = std::make_unique<Batch>();
  ASSERT_EQ(*(*source)->read(*batch), 3u);
  EXPECT_EQ(batch->all[0].time.nanoseconds, 1'500'000'000'000'000'001);
  EXPECT_EQ(batch->all[1].time.nanoseconds, 1'500'000'000);   // 1536 / 2^10 s
  EXPECT_EQ(batch->all[2].time.nanoseconds, 11'000'000'000);  // 1 s and an offset of 10 s
  EXPECT_EQ(batch->all[1].link_type, 101);
  EXPECT_EQ(batch->all[2].interface, 2);
  ASSERT_EQ((*source)->files()[0]->sections.size(), 2u);
  EXPECT_EQ((*source)->files()[0]->sections[1].application, "two");
}

TEST(ReadWrite, TimesBeyondNanosecondsKeepTheirRawForm) {
  CaptureBytes file(ByteOrder::Little);
  file.pcap_header(0xa1b2c3d4, 1, 100).pcap_record(0xa1b2c3d4, 1, 0xffffffff, {7}, 1);
  auto source = open_memory(file.bytes(), "x");
  const auto batch = std::make_unique<Batch>();
  ASSERT_EQ(*(*source)->read(*batch), 1u);
  const PacketNote* note = find_note(**source, 1);
  ASSERT_NE(note, nullptr);
  const TestFile copy("copy");
  auto writer =
      Writer::create(copy.path(), {.format = WriteFormat::PcapMicro, .interfaces = (*source)->interfaces()});
  EXPECT_TRUE((*writer)->write(batch->all[0], note));
  EXPECT_TRUE((*writer)->finish());
  EXPECT_TRUE(std::ranges::equal(copy.bytes(), file.bytes()));
}

TEST(ReadWrite, CommentsFlagsNamesSecretsAndStatisticsComeBack) {
  const TestFile file("notes");
  const TestFile again("again");
  const uint8_t options[] = {0, 1, 0, 2, 'h', 'i', 0, 0,
                             0, 2, 0, 4, 0,   0,   0, 2};  // big-endian: comment, flags
  {
    auto writer = Writer::create(file.path(), {.interfaces = {{.name = "eth0", .filter = "tcp"}}});
    Packet packet{};
    const PacketNote note{.number = 1, .big_endian = true, .options = options};
    EXPECT_TRUE((*writer)->write_secrets({Secrets::tls_key_log, {'k', 'e', 'y'}}));
    EXPECT_TRUE((*writer)->write_names(std::vector<HostName>{{{10, 0, 0, 1}, "a.example"}}));
    EXPECT_TRUE((*writer)->write(packet, &note));
    (*writer)->set_statistics(0, 17, 3);
    EXPECT_TRUE((*writer)->finish());
  }
  auto source = open_capture(file.path());
  ASSERT_TRUE(source);
  const auto batch = std::make_unique<Batch>();
  ASSERT_EQ(*(*source)->read(*batch), 1u);
  const PacketNote* note = find_note(**source, 1);
  ASSERT_NE(note, nullptr);
  EXPECT_EQ(comments_of(*note), std::vector<std::string_view>{"hi"});
  EXPECT_EQ(flags_of(*note), 2u);
  EXPECT_EQ(*(*source)->read(*batch), 0u);
  const FileFacts& facts = *(*source)->files()[0];
  ASSERT_EQ(facts.names.size(), 1u);
  EXPECT_EQ(facts.names[0].name, "a.example");
  ASSERT_EQ(facts.secrets.size(), 1u);
  EXPECT_EQ(facts.secrets[0].data, (std::vector<uint8_t>{'k', 'e', 'y'}));
  const Interface& interface = (*source)->interfaces()[0];
  EXPECT_EQ(interface.name + interface.filter, "eth0tcp");
  EXPECT_EQ(interface.received, 17u);
  EXPECT_EQ(interface.dropped, 3u);
}

TEST(ReadWrite, OldAndSimplePacketBlocks) {
  CaptureBytes file(ByteOrder::Little);
  file.section("x").interface(1, {});
  file.block(2, {0, 0, 4, 0, 0, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 0xaa, 0, 0, 0});
  file.block(3, {2, 0, 0, 0, 0xbb, 0xcc, 0, 0});
  file.block(0xbad, {1, 0, 0, 0}).block(0x777, {});
  auto source = open_memory(file.bytes(), "x");
  const auto batch = std::make_unique<Batch>();
  ASSERT_EQ(*(*source)->read(*batch), 2u);
  EXPECT_EQ(batch->all[0].time.nanoseconds, 9000);
  EXPECT_EQ(drop_count_of(*find_note(**source, 1)), 4u);
  EXPECT_EQ(batch->all[1].bytes.size(), 2u);
  EXPECT_FALSE(find_note(**source, 2)->has_time);
  EXPECT_EQ(*(*source)->read(*batch), 0u);
  EXPECT_EQ((*source)->files()[0]->custom_blocks, 1u);
  EXPECT_EQ((*source)->files()[0]->unknown_blocks, 1u);
}

TEST(ReadWrite, ReadingAllocatesNothingPerPacket) {
  for (const WriteFormat format : {WriteFormat::PcapMicro, WriteFormat::Pcapng}) {
    const auto file = written(format, many);
    auto source = open_memory(file, "x");
    const auto batch = std::make_unique<Batch>();
    ASSERT_GT(*(*source)->read(*batch), 0u);
    const uint64_t before = allocation_count();
    size_t count = 0;
    while (const size_t got = *(*source)->read(*batch)) count += got;
    EXPECT_EQ(allocation_count() - before, 0u);
    EXPECT_GT(count, many - 300);
  }
}

TEST(ReadWrite, MergesByTimeThenByOrderOfThePaths) {
  const TestFile one("one"), two("two");
  const std::string paths[] = {one.path(), two.path()};
  constexpr int64_t count = 2000;
  for (size_t f = 0; f < 2; ++f) {
    auto writer = Writer::create(paths[f], {.interfaces = {{.link_type = static_cast<uint16_t>(f)}}});
    for (int64_t i = 0; i < count; ++i) {
      const uint8_t who[] = {static_cast<uint8_t>(f)};
      Packet packet{};
      packet.time = start + microseconds(f == 0 ? i * 3 : i * 2);
      packet.bytes = who;
      EXPECT_TRUE((*writer)->write(packet));
    }
    EXPECT_TRUE((*writer)->finish());
  }
  auto source = open_captures(paths);
  ASSERT_TRUE(source);
  const auto batch = std::make_unique<Batch>();
  Time last{};
  uint32_t number = 0, last_file = 0;
  while (*(*source)->read(*batch) > 0) {
    for (const Packet& packet : batch->packets()) {
      ASSERT_EQ(packet.number, ++number);
      ASSERT_GE(packet.time, last);
      ASSERT_EQ(packet.link_type, packet.bytes[0]);
      ASSERT_EQ(packet.interface, packet.bytes[0]);
      ASSERT_TRUE(packet.time > last || packet.bytes[0] > last_file);
      last = packet.time;
      last_file = packet.bytes[0];
    }
  }
  EXPECT_EQ(number, 2 * count);
}

TEST(ReadWrite, WritingReportsAFullDisk) {
  auto writer = Writer::create("/dev/full", {.interfaces = {{}}});
  ASSERT_TRUE(writer);
  const auto done = (*writer)->finish();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, "writing to /dev/full failed after 0 bytes: No space left on device");
  EXPECT_FALSE((*writer)->write(Packet{}));
}

TEST(ReadWrite, AnExistingFileSurvivesUntilPacketsAreWritten) {
  const TestFile file("kept");
  std::ofstream(file.path()) << "precious";
  {
    auto writer =
        Writer::create(file.path(), {.format = WriteFormat::PcapMicro, .interfaces = {{}, {.link_type = 7}}});
  }
  EXPECT_EQ(file.bytes().size(), 8u);
}

}  // namespace
}  // namespace wiretale
