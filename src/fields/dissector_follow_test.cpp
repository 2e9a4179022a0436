// Packets that are only followed leave the same state as packets that are dissected.
#include <gtest/gtest.h>

#include <filesystem>

#include "decode/decode.h"
#include "decode/dispatch.h"
#include "fields/conversation_state.h"
#include "fields/dissector.h"
#include "fields/header_values.h"
#include "files/source.h"
#include "packet/value_text.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

/// All lines of a tree and the columns, as text.
std::string shown(const FieldTree& tree, const Columns& columns) {
  Text text;
  for (const FieldValue& value : tree.values())
    text.put(std::string(value.level, ' '), value.field->name, ' ', value.number, ' ', tree.words(value),
             '\n');
  text.put(columns.source.view(), ' ', columns.destination.view(), ' ', columns.protocol.view(), ' ',
           columns.info.view());
  return std::string(text.view());
}

std::vector<std::filesystem::path> captures() {
  std::vector<std::filesystem::path> paths;
  for (const char* folder : {WIRETALE_ROOT "/tests/cases", WIRETALE_ROOT "/samples"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
      if (entry.path().extension() == ".pcap") paths.push_back(entry.path());
  return paths;
}

/// Dissects one packet of `step` and lets the others wait; compares it with a dissector that has seen all.
void compare_waiting(const std::filesystem::path& path, uint32_t step, const FieldNeeds& needs,
                     Dissector::Segments segments, size_t most_waiting, size_t& compared) {
  auto source = open_capture(path.string());
  if (!source || (*source)->earlier() == nullptr) return;
  Dissector all(needs, Dissector::WithColumns::Yes), some(needs, Dissector::WithColumns::Yes);
  some.reread(*(*source)->earlier(), segments, most_waiting);
  const auto batch = std::make_unique<Batch>();
  for (auto count = (*source)->read(*batch); count && *count != 0; count = (*source)->read(*batch))
    for (Packet& packet : batch->packets()) {
      decode(packet, tree_dispatch());
      const std::string expected = shown(all.dissect(packet), all.columns());
      const bool plain = HeaderValues::is_plain(packet);
      if (plain && segments == Dissector::Segments::Judged) (void)some.judge(packet);
      if (plain && packet.number % step != 0) {
        some.follow_later(packet);
        continue;
      }
      ASSERT_EQ(shown(some.dissect(packet), some.columns()), expected)
          << path << " packet " << packet.number << ", one of " << step;
      ++compared;
    }
  EXPECT_EQ(some.lost(), 0u);
}

TEST(DissectorFollow, WaitingPacketsLeaveTheSameState) {
  const FieldNeeds everything, columns_only{.everything = false, .labels = false, .fields = {}};
  for (const uint32_t step : {2u, 5u, 13u})
    for (const size_t most_waiting : {Backlog::most, size_t{9}}) {
      size_t compared = 0;
      for (const std::filesystem::path& path : captures())
        for (const auto segments : {Dissector::Segments::Judged, Dissector::Segments::Unjudged})
          for (const FieldNeeds& needs : {everything, columns_only})
            compare_waiting(path, step, needs, segments, most_waiting, compared);
      EXPECT_GT(compared, 100u);
    }
}

/// What other protocols than those of a conversation show must not be kept only for it.
TEST(DissectorFollow, StreamsWithoutAPortAreKeptByConversation) {
  for (size_t i = 1; i < catalog().size(); ++i) {
    const Protocol& protocol = *catalog()[i];
    if (protocol.recognize != nullptr && protocol.frame != nullptr) {
      EXPECT_NE(shared_state_of(static_cast<ProtocolId>(i)), Shared::WithAll) << protocol.name;
    }
  }
}

TEST(DissectorFollow, LeavesTheSameState) {
  size_t compared = 0, followed = 0;
  for (const std::filesystem::path& path : captures()) {
    auto source = open_capture(path.string());
    if (!source) continue;
    Dissector all({}, Dissector::WithColumns::Yes), some({}, Dissector::WithColumns::Yes);
    const auto batch = std::make_unique<Batch>();
    for (auto count = (*source)->read(*batch); count && *count != 0; count = (*source)->read(*batch))
      for (Packet& packet : batch->packets()) {
        decode(packet, tree_dispatch());
        const FieldTree& tree = all.dissect(packet);
        if (packet.number % 4 != 0 && HeaderValues::is_plain(packet)) {
          if (packet.number % 3 == 0) (void)some.judge(packet);
          some.follow(packet);
          ++followed;
          continue;
        }
        const std::string expected = shown(tree, all.columns());
        if (packet.number % 3 == 0 && HeaderValues::is_plain(packet)) (void)some.judge(packet);
        ASSERT_EQ(shown(some.dissect(packet), some.columns()), expected)
            << path << " packet " << packet.number;
        ++compared;
      }
  }
  EXPECT_GT(compared, 100u);
  EXPECT_GT(followed, 300u);
}

}  // namespace
}  // namespace wiretale
