// Words in a stream: inside a piece, across pieces, overlapping, and not across a gap.
#include "outputs/stream_search.h"

#include <gtest/gtest.h>

#include <vector>

namespace wiretale {
namespace {

class StreamSearchTest : public testing::Test {
 protected:
  void add(uint8_t side, std::string_view words) {
    search_.add(side, {reinterpret_cast<const uint8_t*>(words.data()), words.size()},
                [&](const StreamSearch::Hit& hit) {
                  found_.emplace_back(hit.side, hit.offset);
                  around_.assign(hit.around.begin(), hit.around.end());
                });
  }
  StreamSearch search_{"abab"};
  std::vector<std::pair<unsigned, uint64_t>> found_;
  std::string around_;
};
using Found = std::vector<std::pair<unsigned, uint64_t>>;

TEST_F(StreamSearchTest, FindsThemAcrossPieces) {
  add(0, "xxa");
  add(1, "ba");
  add(0, "b");
  add(0, "aby");
  EXPECT_EQ(found_, (Found{{0, 2}}));
  EXPECT_EQ(around_, "xxababy");
}

TEST_F(StreamSearchTest, FindsThemOnce) {
  add(0, "abababab");
  add(0, "ab");
  add(0, "ab");
  EXPECT_EQ(found_, (Found{{0, 0}, {0, 4}, {0, 8}}));
}

TEST_F(StreamSearchTest, CountsOffsetsBehindLongPieces) {
  add(1, std::string(1000, 'z'));
  add(1, "..abab");
  EXPECT_EQ(found_, (Found{{1, 1002}}));
}

TEST_F(StreamSearchTest, DoesNotLookAcrossAGap) {
  add(0, "ab");
  search_.interrupt(0);
  add(0, "ab");
  EXPECT_TRUE(found_.empty());
  add(0, "ab");
  EXPECT_EQ(found_, (Found{{0, 2}}));
}

}  // namespace
}  // namespace wiretale
