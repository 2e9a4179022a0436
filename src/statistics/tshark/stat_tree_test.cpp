// Trees of counters: order, shares, averages and bursts.
#include "statistics/tshark/stat_tree.h"

#include <gtest/gtest.h>

namespace wiretale {
namespace {

std::string line_of(std::string_view report, std::string_view topic) {
  const size_t at = report.find("\n" + std::string(topic) + " ");
  if (at == std::string_view::npos) return {};
  return std::string(report.substr(at + 1, report.find('\n', at + 1) - at - 1));
}

TEST(CounterTree, CountsTheBusiestTenthOfASecond) {
  CounterTree tree;
  const auto all = tree.child(CounterTree::root, "All");
  for (const int64_t millisecond : {0, 500, 560, 590, 700, 1000}) {
    tree.now(milliseconds(millisecond));
    tree.count(all);
  }
  Text text;
  tree.report(text, "Topics");
  // Six in a second; three of them between 500 and 600 ms.
  EXPECT_EQ(line_of(text.view(), "All"),
            "All    6                                                       0.0060        100%          "
            "0.0300        0.500        ");
}

TEST(CounterTree, ShowsTheMostCountedFirstAndEqualOnesBackwards) {
  CounterTree tree;
  const auto all = tree.child(CounterTree::root, "All");
  for (const std::string_view name : {"a", "b", "c", "b"}) {
    tree.now({});
    tree.count(all);
    tree.count_child(all, name);
  }
  Text text;
  tree.report(text, "T");
  const std::string_view report = text.view();
  EXPECT_LT(report.find("\n b "), report.find("\n c "));
  EXPECT_LT(report.find("\n c "), report.find("\n a "));
  EXPECT_NE(line_of(report, " b").find("50.00%"), std::string::npos);
}

TEST(CounterTree, AveragesValues) {
  CounterTree tree;
  const auto sizes = tree.child(CounterTree::root, "Sizes");
  for (const int64_t size : {60, 100, 65}) {
    tree.now({});
    tree.add_value(sizes, size);
  }
  Text text;
  tree.report(text, "T");
  EXPECT_EQ(line_of(text.view(), "Sizes").substr(0, 57),
            "Sizes  3             75.00         60            100     ");
}

}  // namespace
}  // namespace wiretale
