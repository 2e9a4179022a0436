// tcpdump's command line: what is taken and what is refused.
#include "commands/dump_options.h"

#include <gtest/gtest.h>

#include "base/did_you_mean.h"

namespace wiretale {
namespace {

std::expected<DumpOptions, UsageError> parsed(std::vector<std::string> words) {
  words.insert(words.begin(), "dump");
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  return parse_dump_options(static_cast<int>(words.size()), arguments.data());
}

std::string refusal(std::vector<std::string> words) {
  const auto options = parsed(std::move(words));
  return options ? "taken" : options.error().message;
}

TEST(DumpOptions, ReadsJoinedAndSeparateForms) {
  const auto options = parsed(
      {"-nnvvXr", "x.pcap", "-c3", "--number", "--time-stamp-precision=nano", "-tttt", "tcp", "port", "80"});
  ASSERT_TRUE(options);
  EXPECT_EQ(options->read_file, "x.pcap");
  EXPECT_EQ(options->line.verbose, 2);
  EXPECT_EQ(options->frame.dump_hex_ascii, 1);
  EXPECT_EQ(options->packet_limit, 3u);
  EXPECT_TRUE(options->frame.numbers);
  EXPECT_EQ(options->frame.precision, TimePrecision::Nano);
  EXPECT_EQ(options->frame.time_stamp, TimeStampForm::DateAndTime);
  EXPECT_EQ(options->filter, "tcp port 80");
}

TEST(DumpOptions, OptionsMayFollowTheExpressionAndBeShortened) {
  const auto options = parsed({"tcp", "-r", "x", "--cou"});
  ASSERT_TRUE(options);
  EXPECT_EQ(options->filter, "tcp");
  EXPECT_TRUE(options->count_only);
  EXPECT_EQ(parsed({"-r", "x", "--", "-1"})->filter, "-1");
}

TEST(DumpOptions, FileSizes) {
  EXPECT_EQ(parsed({"-C", "2"})->rotate_bytes, 2'000'000u);
  EXPECT_EQ(parsed({"-C", "2k"})->rotate_bytes, 2048u);
  EXPECT_EQ(parsed({"-C", "3M"})->rotate_bytes, 3u << 20);
  for (const char* size : {"0", "-1", "x", "1q", "k", "", "99999999999999g"})
    EXPECT_EQ(refusal({"-C", size}), text_of("invalid file size ", std::string_view{size}));
}

TEST(DumpOptions, TakesWhatTcpdumpTakes) {
  EXPECT_EQ(parsed({"-c", "5abc"})->packet_limit, 5u);
  EXPECT_EQ(parsed({"-G", "x"})->rotate_seconds, 0u);
  EXPECT_EQ(refusal({"-Q", "IN", "-T", "VXLAN", "-s", "0x10"}), "taken");
}

TEST(DumpOptions, Refusals) {
  EXPECT_EQ(refusal({"-c", "0x5"}), "invalid packet count 0x5");
  EXPECT_EQ(refusal({"-Y"}), "invalid option -- 'Y'");
  EXPECT_EQ(refusal({"-c", "0"}), "invalid packet count 0");
  EXPECT_EQ(refusal({"-s", "262145"}), "invalid snaplen 262145 (must be >= 0 and <= 262144)");
  EXPECT_EQ(refusal({"-Q", "sideways"}), "unknown capture direction `sideways'");
  EXPECT_EQ(refusal({"-T", "nosuch"}), "unknown packet type `nosuch'");
  EXPECT_EQ(refusal({"-y", "nosuch"}), "invalid data link type nosuch");
  EXPECT_EQ(refusal({"-tttttt"}), "only -t, -tt, -ttt, -tttt and -ttttt are supported");
  EXPECT_EQ(refusal({"-r", "x", "-V", "y"}), "-V and -r are mutually exclusive.");
  EXPECT_EQ(refusal({"-r", "x", "-f"}), "-f can not be used with -V or -r");
  EXPECT_EQ(refusal({"-w"}), "option requires an argument -- 'w'");
  EXPECT_EQ(refusal({"-k"}), "invalid option -- 'k'");
  EXPECT_EQ(refusal({"--count=3"}), "option '--count' doesn't allow an argument");
  EXPECT_EQ(refusal({"--nubmer"}), "unrecognized option '--nubmer'\n  did you mean --number?");
  EXPECT_EQ(refusal({"--n"}),
            "option '--n' is ambiguous; possibilities: '--nano' '--no-optimize' '--no-promiscuous-mode' "
            "'--number'");
}

TEST(DidYouMean, OnlyNearWords) {
  constexpr std::string_view known[] = {"dump", "stats", "diagnose"};
  EXPECT_EQ(did_you_mean("dmup", known), "dump");
  EXPECT_EQ(did_you_mean("stat", known), "stats");
  EXPECT_EQ(did_you_mean("diagnoze", known), "diagnose");
  EXPECT_EQ(did_you_mean("unrelated", known), "");
  EXPECT_EQ(did_you_mean(std::string(1000, 'x'), known), "");
}

}  // namespace
}  // namespace wiretale
