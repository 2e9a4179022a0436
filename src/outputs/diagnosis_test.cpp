// Reports from made-up findings: hostile words stay words, nothing points outside of the page.
#include "outputs/diagnosis.h"

#include <gtest/gtest.h>

#include "outputs/ladder.h"
#include "outputs/wrapped_text.h"

namespace wiretale {
namespace {

Finding hostile() {
  Finding finding{.kind = Kind::dns_timeout, .severity = Severity::Error};
  finding.what = "<script>alert(1)</script> \033[2J \"quoted\" & 'more'";
  finding.why = "</td><img src=http://evil.example/x>";
  finding.ends.client_port = 5000;
  finding.packets = {3, 8};
  finding.first = finding.last = {1'700'000'000'000'000'000};
  finding.checks = {{"dig @192.0.2.1 '<b>'", "from <i>"}};
  finding.ladder = {{finding.first, 3, 0, MarkKind::Query, true},
                    {finding.first + seconds(1), 8, 0, MarkKind::Query, true}};
  return finding;
}

TEST(DiagnosisHtml, HostileWordsAreEscapedAndNothingIsFetched) {
  const Finding findings[] = {hostile()};
  Text text;
  write_diagnosis_html(findings, {.title = "<x>.pcap"}, text);
  const std::string_view page = text.view();
  for (const std::string_view never :
       {"<script", "<img", "<b>", "<i>", "<x>", "\033", "src=\"", "@import", "url("})
    EXPECT_EQ(page.find(never), page.npos) << never;
  EXPECT_NE(page.find("&lt;script&gt;"), page.npos);
  EXPECT_NE(page.find("<svg"), page.npos);
  EXPECT_NE(page.find("prefers-color-scheme: dark"), page.npos);
}

TEST(DiagnosisText, HostileWordsDoNotReachTheTerminal) {
  const Finding findings[] = {hostile()};
  Text text;
  write_diagnosis_text(findings, {.title = "x\033.pcap"}, {}, Detail::Usual, text);
  EXPECT_EQ(text.view().find('\033'), std::string_view::npos);
  EXPECT_NE(text.view().find("\\033[2J"), std::string_view::npos);
}

TEST(DiagnosisText, ColoursAndWidth) {
  const Finding findings[] = {hostile()};
  Text plain, coloured;
  write_diagnosis_text(findings, {}, {.width = 60}, Detail::Usual, plain);
  write_diagnosis_text(findings, {}, {.colour = Colour::Yes}, Detail::Usual, coloured);
  EXPECT_NE(coloured.view().find("\033[1;31m"), std::string_view::npos);
  size_t at = 0;
  while (at < plain.size()) {
    const size_t end = plain.view().find('\n', at);
    const std::string_view line = plain.view().substr(at, end - at);
    // Only commands and single words may be longer.
    EXPECT_TRUE(line.size() <= 60 || line.find("dig ") != line.npos) << line;
    at = end + 1;
  }
}

TEST(Ladder, StepsInTheMiddleAreLeftOut) {
  Finding finding = hostile();
  for (uint32_t i = 0; i < 20; ++i)
    finding.ladder.push_back({finding.first, 10 + i, 0, MarkKind::Query, true});
  const Ladder ladder = ladder_of(finding, 9);
  ASSERT_EQ(ladder.steps.size(), 9u);
  EXPECT_TRUE(ladder.steps[4].left_out);
  EXPECT_EQ(ladder.steps.back().packet, 29u);
  EXPECT_FALSE(ladder.steps[0].arrives);
  finding.ends.has_client = false;
  EXPECT_TRUE(ladder_of(finding, 9).steps.empty());
}

}  // namespace
}  // namespace wiretale
