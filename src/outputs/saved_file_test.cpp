// Files that a command was asked to write: never a link, never over another file unasked.
#include "outputs/saved_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace wiretale {
namespace {

class SavedFileTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "saved_file_XXXXXX";
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] std::string path(std::string_view name) const { return folder_ / name; }
  void put(std::string_view name, std::string_view words) const { std::ofstream(path(name)) << words; }
  [[nodiscard]] std::string content(std::string_view name) const {
    std::stringstream words;
    words << std::ifstream(path(name)).rdbuf();
    return words.str();
  }

  static constexpr uint8_t words_[] = {'n', 'e', 'w'};
  std::filesystem::path folder_;
};

using IfThere = SavedFile::IfThere;

TEST_F(SavedFileTest, OnlyTheOwnerReadsANewFile) {
  auto file = SavedFile::open(path("a"), IfThere::Refuse, path("x.pcap"));
  ASSERT_TRUE(file);
  file->write(words_);
  EXPECT_TRUE(file->finish());
  EXPECT_EQ(content("a"), "new");
  struct stat status {};
  ASSERT_EQ(::stat(path("a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(SavedFileTest, OverwritesOnlyWhenAsked) {
  put("a", "something old");
  EXPECT_FALSE(SavedFile::open(path("a"), IfThere::Refuse, path("x.pcap")));
  EXPECT_EQ(content("a"), "something old");
  auto file = SavedFile::open(path("a"), IfThere::Overwrite, path("x.pcap"));
  ASSERT_TRUE(file);
  EXPECT_EQ(content("a"), "something old") << "until there is something to write";
  file->write(words_);
  EXPECT_TRUE(file->finish());
  EXPECT_EQ(content("a"), "new");
}

TEST_F(SavedFileTest, FollowsNoLink) {
  put("target", "precious");
  std::filesystem::create_symlink(path("target"), path("link"));
  std::filesystem::create_symlink(path("nothing"), path("dangling"));
  for (const IfThere if_there : {IfThere::Refuse, IfThere::Overwrite}) {
    EXPECT_FALSE(SavedFile::open(path("link"), if_there, path("x.pcap")));
    EXPECT_FALSE(SavedFile::open(path("dangling"), if_there, path("x.pcap")));
  }
  EXPECT_EQ(content("target"), "precious");
  EXPECT_FALSE(std::filesystem::exists(path("nothing")));
}

TEST_F(SavedFileTest, LeavesTheCaptureAlone) {
  put("x.pcap", "packets");
  EXPECT_FALSE(SavedFile::open(path("x.pcap"), IfThere::Overwrite, path("x.pcap")));
  EXPECT_EQ(content("x.pcap"), "packets");
}

TEST_F(SavedFileTest, AbandonedLeavesThingsAsTheyWere) {
  put("old", "old");
  auto made = SavedFile::open(path("made"), IfThere::Refuse, path("x.pcap"));
  auto old = SavedFile::open(path("old"), IfThere::Overwrite, path("x.pcap"));
  ASSERT_TRUE(made && old);
  made->abandon();
  old->abandon();
  EXPECT_FALSE(std::filesystem::exists(path("made")));
  EXPECT_EQ(content("old"), "old");
}

}  // namespace
}  // namespace wiretale
