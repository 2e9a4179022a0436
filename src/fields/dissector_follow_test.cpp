// Packets that are only followed leave the same state as packets that are dissected.
#include <gtest/gtest.h>

#include <filesystem>

#include "decode/decode.h"
#include "decode/dispatch.h"
#include "fields/dissector.h"
#include "fields/header_values.h"
#include "files/source.h"
#include "packet/value_text.h"

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

TEST(DissectorFollow, LeavesTheSameState) {
  size_t compared = 0, followed = 0;
  std::vector<std::filesystem::path> paths;
  for (const char* folder : {WIRETALE_ROOT "/tests/cases", WIRETALE_ROOT "/samples"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
      if (entry.path().extension() == ".pcap") paths.push_back(entry.path());
  for (const std::filesystem::path& path : paths) {
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
