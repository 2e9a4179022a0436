// Names of exported objects never leave their folder.
#include "outputs/object_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/text.h"

namespace wiretale {
namespace {

TEST(SafeFileName, KeepsTheLastPart) {
  EXPECT_EQ(safe_file_name("/a/b.txt"), "b.txt");
  EXPECT_EQ(safe_file_name("/upload/"), "upload");
  EXPECT_EQ(safe_file_name("plain"), "plain");
}

TEST(SafeFileName, WritesWhatIsUnsafeAsHexadecimal) {
  EXPECT_EQ(safe_file_name("/"), "%2f");
  EXPECT_EQ(safe_file_name("/orders?id=1"), "orders%3fid=1");
  EXPECT_EQ(safe_file_name(R"(..\..\win.ini)"), "..%5c..%5cwin.ini");
  EXPECT_EQ(safe_file_name(std::string_view("a\0b\x1b", 4)), "a%00b%1b");
}

TEST(SafeFileName, RefusesTheNamesOfFolders) {
  EXPECT_EQ(safe_file_name("/a/.."), "");
  EXPECT_EQ(safe_file_name("."), "");
  EXPECT_EQ(safe_file_name(""), "");
}

class ObjectFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/wiretale-objects-XXXXXX";
    ASSERT_NE(mkdtemp(name), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string folder_;
};

TEST_F(ObjectFilesTest, WritesPrivateFilesAndOverwritesNone) {
  auto files = ObjectFiles::open(folder_ + "/new");
  ASSERT_TRUE(files);
  const Bytes content{reinterpret_cast<const uint8_t*>("one"), 3};
  ASSERT_TRUE(files->write("/x.txt", 1, content));
  ASSERT_TRUE(files->write("/x.txt", 2, content.first(2)));
  ASSERT_TRUE(files->write("/../..", 3, content));
  EXPECT_EQ(std::filesystem::file_size(folder_ + "/new/x.txt"), 3u);
  EXPECT_EQ(std::filesystem::file_size(folder_ + "/new/x(1).txt"), 2u);
  EXPECT_EQ(std::filesystem::file_size(folder_ + "/new/object3"), 3u);
  struct stat facts {};
  ASSERT_EQ(stat((folder_ + "/new/x.txt").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777u, 0600u);
}

TEST_F(ObjectFilesTest, DoesNotFollowLinks) {
  std::filesystem::create_symlink(folder_ + "/target", folder_ + "/x");
  auto files = ObjectFiles::open(folder_);
  ASSERT_TRUE(files);
  ASSERT_TRUE(files->write("x", 1, {}));
  EXPECT_FALSE(std::filesystem::exists(folder_ + "/target"));
  EXPECT_TRUE(std::filesystem::exists(folder_ + "/x(1)"));
}

TEST_F(ObjectFilesTest, CutsLongNamesBeforeTheirExtension) {
  auto files = ObjectFiles::open(folder_);
  ASSERT_TRUE(files);
  ASSERT_TRUE(files->write(std::string(400, 'n') + ".txt", 1, {}));
  EXPECT_TRUE(std::filesystem::exists(folder_ + "/" + std::string(251, 'n') + ".txt"));
}

TEST_F(ObjectFilesTest, SaysWhatIsWrongWithAFolder) {
  std::ofstream(folder_ + "/file");
  EXPECT_FALSE(ObjectFiles::open(folder_ + "/file"));
  EXPECT_FALSE(ObjectFiles::open(folder_ + "/not/there"));
}

}  // namespace
}  // namespace wiretale
