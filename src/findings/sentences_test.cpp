// Reading test: the first sentence of every kind is short and needs no expert; checks can be copied safely.
#include <gtest/gtest.h>

#include <sstream>

#include "findings/checks.h"
#include "findings/engine.h"
#include "findings/facts.h"

namespace wiretale {
namespace {

constexpr size_t most_words = 25;

Address address(uint8_t last) {
  const uint8_t bytes[] = {192, 0, 2, last};
  return Address::four(bytes);
}

/// A made-up case of a kind, with the words that its rule uses.
Case made_up(Kind kind) {
  Case known{.sum = {.kind = kind, .ends = {}}, .sightings = 3};
  known.sum.ends = {.client = address(1), .server = address(2), .client_port = 40000, .server_port = 443};
  known.sum.packets = {4, 8};
  known.sum.first = {1'700'000'000'000'000'000};
  known.sum.last = known.sum.first + seconds(3);
  known.sum.longest = milliseconds(1200);
  known.sum.amount = 4;
  known.sum.of = 10;
  switch (kind) {
    case Kind::retransmission_loss: known.words = {"server to client", "client to server"}; break;
    case Kind::http_5xx: known.words = {"500 Internal Server Error", "501 Not Implemented", "505 X"}; break;
    case Kind::http_4xx: known.words = {"401 Unauthorized", "404 Not Found", "429 Too Many Requests"}; break;
    case Kind::http_gateway_error: known.words = {"502 Bad Gateway", "504 Gateway Timeout"}; break;
    case Kind::bandwidth_limited: known.words = {"666 kbit/s"}; break;
    case Kind::dhcp_no_offer: known.words = {"client 020000000001"}; break;
    case Kind::icmp_admin_prohibited:
    case Kind::icmp_host_unreachable:
    case Kind::selective_drop: known.words = {"192.0.2.9"}; break;
    default: known.words = {kind >= Kind::dns_timeout ? "shop.example.test" : "server"}; break;
  }
  return known;
}

std::vector<std::string> words_of(std::string sentence) {
  for (char& c : sentence)
    if (std::string_view(":;,()\"").find(c) != std::string_view::npos && c != ':') c = ' ';
  std::istringstream in(sentence);
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    while (!word.empty() && (word.back() == ':' || word.back() == '.')) word.pop_back();
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

/// Names of protocols that everybody who runs services knows.
bool is_known_name(const std::string& word) {
  for (const std::string_view name : {"DNS", "HTTP", "HTTP/3", "TLS", "UDP", "DHCP"})
    if (word == name) return true;
  return false;
}

bool is_jargon(const std::string& word) {
  static constexpr std::string_view jargon[] = {
      "segment", "segments", "retransmission", "retransmissions", "handshake", "handshakes",
      "window",  "alert",    "half-open",      "probe",           "probes",    "keepalive",
      "cipher",  "fragment", "fragments",      "upstream",        "ephemeral"};
  for (const std::string_view term : jargon)
    if (word == term) return true;
  size_t capitals = 0;
  for (const char c : word) capitals += c >= 'A' && c <= 'Z' ? 1u : 0u;
  return capitals >= 2 && !is_known_name(word);
}

class EveryKind : public testing::TestWithParam<size_t> {};
INSTANTIATE_TEST_SUITE_P(Findings, EveryKind, testing::Range<size_t>(0, static_cast<size_t>(Kind::count)),
                         [](const auto& kind) {
                           std::string name(all_kinds()[kind.param].name);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST_P(EveryKind, FirstSentenceIsShortAndPlain) {
  Facts facts;
  facts.add_name(address(2), "shop.example.test");
  const Finding finding = tell(made_up(static_cast<Kind>(GetParam())), facts, {});
  const auto words = words_of(finding.what);
  EXPECT_LE(words.size(), most_words) << finding.what;
  EXPECT_GE(words.size(), 4u) << finding.what;
  for (const std::string& word : words) EXPECT_FALSE(is_jargon(word)) << word << " in: " << finding.what;
  EXPECT_EQ(finding.what.find("  "), std::string::npos) << finding.what;
}

TEST_P(EveryKind, ChecksAreFilledIn) {
  Facts facts;
  facts.file = "my capture.pcap";
  const Finding finding = tell(made_up(static_cast<Kind>(GetParam())), facts, {});
  ASSERT_FALSE(finding.checks.empty());
  ASSERT_FALSE(finding.why.empty());
  for (const Check& check : finding.checks) {
    for (const std::string& text : {check.command, check.note}) {
      size_t at = 0;
      while ((at = text.find('{', at)) != std::string::npos) {
        // curl's own %{time_connect} stays.
        EXPECT_TRUE(at > 0 && text[at - 1] == '%') << text;
        ++at;
      }
      EXPECT_EQ(text.find("SERVER"), std::string::npos) << text;
      EXPECT_EQ(text.find("CLIENT"), std::string::npos) << text;
    }
    EXPECT_FALSE(check.command.empty() && check.note.empty());
  }
}

TEST_P(EveryKind, HasItsPage) {
  const KindInfo& info = all_kinds()[GetParam()];
  for (const std::string_view words :
       {info.title, info.meaning, info.causes, info.evidence, info.confused_with})
    EXPECT_GT(words.size(), 10u) << info.name;
  EXPECT_EQ(find_kind(info.name), static_cast<Kind>(GetParam()));
  EXPECT_FALSE(family_of(static_cast<Kind>(GetParam())).empty());
}

TEST(Sentences, TheTestKnowsJargon) {
  EXPECT_TRUE(is_jargon("SYN"));
  EXPECT_TRUE(is_jargon("ClientHello"));
  EXPECT_TRUE(is_jargon("window"));
  EXPECT_FALSE(is_jargon("DNS"));
  EXPECT_FALSE(is_jargon("connection"));
}

TEST(Checks, NamesFromTheWireCannotRunCommands) {
  EXPECT_EQ(quoted_for_shell("shop.example.test"), "shop.example.test");
  EXPECT_EQ(quoted_for_shell("a b"), "'a b'");
  EXPECT_EQ(quoted_for_shell("$(reboot)"), "'$(reboot)'");
  EXPECT_EQ(quoted_for_shell("x'; reboot; '"), "'x'\\''; reboot; '\\'''");
  EXPECT_EQ(quoted_for_shell("a\nreboot\033[2J"), "'areboot[2J'");
  EXPECT_EQ(quoted_for_shell("-f"), "'./-f'");
  EXPECT_EQ(quoted_for_shell(""), "''");
}

TEST(Checks, FiltersFitTheAddressFamily) {
  const uint8_t six[16] = {0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  Finding finding{.kind = Kind::http_no_response, .severity = Severity::Error};
  finding.ends = {.client = Address::six(six), .server = Address::six(six), .server_port = 80};
  const auto checks = checks_of(finding, "", "x.pcap");
  EXPECT_EQ(
      checks.back().command,
      "wiretale read -r x.pcap -Y 'ipv6.addr == 2001:db8::1 && ipv6.addr == 2001:db8::1 && tcp.port == 80'");
}

}  // namespace
}  // namespace wiretale
