// Tests of the display filter language on made-up trees: tokens, ranks, types, literals, errors and answers.
#include <gtest/gtest.h>

#include "decode/decode.h"
#include "fields/dissector.h"
#include "filter/display/literal.h"
#include "filter/display_filter.h"

namespace wiretale {
namespace {

using display::parse;
using display::Syntax;

/// Two IPv4 headers, one in the other (10.0.0.1 > 10.0.0.2 carries 10.1.0.1 > 10.1.0.2, 4 bytes of data).
constexpr uint8_t frame[] = {2,    0,   0,   0,  0, 1, 2,    0, 0,  0,   0, 2, 8,  0,                     //
                             0x45, 0,   0,   44, 0, 1, 0x40, 0, 64, 4,   0, 0, 10, 0, 0, 1, 10, 0, 0, 2,  //
                             0x45, 0,   0,   24, 0, 2, 0,    0, 7,  253, 0, 0, 10, 1, 0, 1, 10, 1, 0, 2,
                             'G',  'E', 'T', '!'};

bool passes(std::string_view text) {
  auto filter = compile_display_filter(text);
  EXPECT_TRUE(filter.has_value()) << text << "\n" << (filter ? "" : filter.error().text(text));
  if (!filter) return false;
  Packet packet{};
  packet.number = 7;
  packet.link_type = 1;
  packet.bytes = frame;
  packet.wire_length = sizeof frame;
  decode(packet);
  Dissector dissector({}, Dissector::WithColumns::No);
  const FieldTree& tree = dissector.dissect(packet);
  return filter->matches(tree, packet);
}

/// The part of the text that an error marks, and its first words.
std::string marked(std::string_view text) {
  const auto filter = compile_display_filter(text);
  if (filter) return "no error";
  return std::string(text.substr(filter.error().where.first, filter.error().where.length));
}

TEST(DisplayFilter, EmptyFilterPasses) {
  EXPECT_TRUE(passes(""));
  EXPECT_TRUE(passes("  "));
}

TEST(DisplayFilter, PresenceOfProtocolsAndFields) {
  EXPECT_TRUE(passes("eth"));
  EXPECT_TRUE(passes("ip.ttl"));
  EXPECT_FALSE(passes("tcp"));
  EXPECT_TRUE(passes("not tcp"));
  EXPECT_TRUE(passes("!tcp && ip"));
}

TEST(DisplayFilter, AndBindsCloserThanOrAndNotCloserThanAnd) {
  EXPECT_TRUE(passes("ip or eth and tcp"));
  EXPECT_FALSE(passes("(ip or eth) and tcp"));
  EXPECT_FALSE(passes("not ip and tcp"));
  EXPECT_TRUE(passes("not (ip and tcp)"));
  EXPECT_TRUE(passes("not ip.ttl == 1"));
  EXPECT_FALSE(passes("ip xor eth"));
  EXPECT_TRUE(passes("ip ^^ eth ^^ frame"));
  EXPECT_TRUE(passes("ip xor eth and tcp"));
}

TEST(DisplayFilter, ComparisonsAreOfAnyValueButNotEqualIsOfAll) {
  EXPECT_TRUE(passes("ip.ttl == 64"));
  EXPECT_TRUE(passes("ip.ttl == 7"));
  EXPECT_FALSE(passes("ip.ttl != 7"));
  EXPECT_TRUE(passes("ip.ttl != 8"));
  EXPECT_TRUE(passes("ip.ttl !== 7"));
  EXPECT_TRUE(passes("ip.ttl ~= 7"));
  EXPECT_FALSE(passes("ip.ttl === 7"));
  EXPECT_TRUE(passes("ip.version === 4"));
  EXPECT_FALSE(passes("all ip.ttl > 7"));
  EXPECT_TRUE(passes("all ip.ttl >= 7"));
  EXPECT_TRUE(passes("any ip.ttl != 7"));
  EXPECT_FALSE(passes("tcp.srcport != 80"));  // without a value nothing holds
}

TEST(DisplayFilter, ChainsOfComparisons) {
  EXPECT_TRUE(passes("ip.ttl#2 < ip.proto#2 <= ip.proto"));
  EXPECT_FALSE(passes("ip.ttl#2 < ip.proto#2 < ip.ttl"));
}

TEST(DisplayFilter, LayersPickOneOfSeveralHeaders) {
  EXPECT_TRUE(passes("ip.src#1 == 10.0.0.1"));
  EXPECT_TRUE(passes("ip.src#2 == 10.1.0.1"));
  EXPECT_FALSE(passes("ip.src#3"));
  EXPECT_TRUE(passes("ip.src#[-1] == 10.1.0.1"));
  EXPECT_TRUE(passes("count(ip.addr#[1-2]) == 4"));
}

TEST(DisplayFilter, AddressesWithPrefixes) {
  EXPECT_TRUE(passes("ip.src == 10.0.0.0/24"));
  EXPECT_FALSE(passes("ip.src == 10.0.1.0/24"));
  EXPECT_TRUE(passes("ip.src == 10.0.1.0/23"));
  EXPECT_TRUE(passes("ip.addr in {192.0.2.1, 10.1.0.0/31}"));
  EXPECT_TRUE(passes("ip.dst in {10.0.0.2 .. 10.0.0.9}"));
  EXPECT_EQ(marked("ip.src == 10.0.0.0/33"), "10.0.0.0/33");
}

TEST(DisplayFilter, SlicesOfBytes) {
  EXPECT_TRUE(passes("eth.src[0:3] == 02:00:00"));
  EXPECT_TRUE(passes("eth.src[-1] == 2"));
  EXPECT_TRUE(passes("eth.src[4-5] == 00:02"));
  EXPECT_TRUE(passes("eth.src[:2] == 0200"));
  EXPECT_TRUE(passes("frame[-4:] == \"GET!\""));
  EXPECT_TRUE(passes("frame[0,12-13] == 02:08:00"));
  EXPECT_FALSE(passes("eth.src[6]"));
  EXPECT_FALSE(passes("eth.src[4:3]"));
  EXPECT_TRUE(passes("eth.src[4:3] != 00"));
  EXPECT_TRUE(passes("ip.src[1] == 01"));
  EXPECT_TRUE(passes("frame[0:6] == eth.dst"));
  EXPECT_TRUE(passes("eth.src[0:3] > ff:ff"));  // the longer run is the greater one
  EXPECT_FALSE(passes("eth.src[0:2] > ff:ff"));
}

TEST(DisplayFilter, ContainsAndMatches) {
  EXPECT_TRUE(passes("frame contains \"GET\""));
  EXPECT_FALSE(passes("frame contains \"get\""));
  EXPECT_TRUE(passes("frame matches \"get\""));  // without regard to case
  EXPECT_FALSE(passes("frame matches \"(?-i)get\""));
  EXPECT_TRUE(passes(R"(frame matches r"\x47ET!$")"));
  EXPECT_TRUE(passes("ip contains 47:45:54"));
  EXPECT_EQ(marked("frame matches \"(\""), "\"(\"");
  EXPECT_EQ(marked("ip.ttl contains 1"), "ip.ttl");
  EXPECT_EQ(marked("frame matches GET"), "GET");
}

TEST(DisplayFilter, Arithmetic) {
  EXPECT_TRUE(passes("ip.len + 14 == frame.len"));
  EXPECT_TRUE(passes("ip.ttl#1 == {ip.len#1 - 12} * 2"));
  EXPECT_TRUE(passes("ip.ttl - 100 < 0"));
  EXPECT_TRUE(passes("ip.ttl & 7 == 7"));
  EXPECT_FALSE(passes("ip.ttl#1 & 7"));
  EXPECT_FALSE(passes("ip.ttl / 0 == 1"));
  EXPECT_FALSE(passes("ip.ttl % 0"));
  EXPECT_TRUE(passes("ip.ttl / 0 != 1"));
  EXPECT_FALSE(passes("udp.length / 0 != 1"));
  EXPECT_TRUE(passes("-ip.ttl == -7"));
  EXPECT_TRUE(passes("ip.src & 255.0.0.0 == 10.0.0.0"));
  EXPECT_TRUE(passes("eth.dst[0] & 2 == 2"));
  EXPECT_EQ(marked("1 + ip.ttl == 2"), "1");
  EXPECT_EQ(marked("ip.src + 1"), "ip.src");
}

TEST(DisplayFilter, Functions) {
  EXPECT_TRUE(passes("len(frame) == 58"));
  EXPECT_TRUE(passes("count(ip.ttl) == 2"));
  EXPECT_FALSE(passes("count(tcp) == 0"));
  EXPECT_TRUE(passes("max(ip.ttl, ip.proto) == 253"));
  EXPECT_TRUE(passes("min(ip.ttl) == 4 or min(ip.ttl) == 7"));
  EXPECT_TRUE(passes("abs(ip.ttl - 100) == 36"));
  EXPECT_TRUE(passes("string(ip.src) matches \"^10\\\\.1\""));
  EXPECT_TRUE(passes("upper(ip.host) == \"10.0.0.1\""));
  EXPECT_EQ(marked("upper(ip.ttl) == \"A\""), "ip.ttl");
  EXPECT_EQ(marked("nothing(ip.ttl) == 1"), "nothing");
  EXPECT_EQ(marked("len()"), "len()");
  EXPECT_EQ(marked("max(ip.ttl, ip.src) == 1"), "ip.src");
}

TEST(DisplayFilter, NamesOfValues) {
  EXPECT_TRUE(passes("ip.flags.df == \"Set\""));
  EXPECT_TRUE(passes("ip.flags.df == True"));
  EXPECT_TRUE(passes("eth.type == ipv4"));
  EXPECT_EQ(marked("ip.flags.df == maybe"), "maybe");
  EXPECT_EQ(marked("eth.type == \"No such\""), "\"No such\"");
}

TEST(DisplayFilter, NumbersInAllBasesAndWithinTheType) {
  EXPECT_TRUE(passes("ip.ttl == 0x40"));
  EXPECT_TRUE(passes("ip.ttl == 0100"));
  EXPECT_TRUE(passes("ip.ttl == 0b1000000"));
  EXPECT_TRUE(passes("ip.ttl == '@'"));
  EXPECT_EQ(marked("ip.ttl == 256"), "256");
  EXPECT_EQ(marked("ip.ttl == 08"), "08");
  EXPECT_EQ(marked("ip.ttl == 1.5"), "1.5");
  EXPECT_FALSE(passes("ip.ttl == -1"));
}

TEST(DisplayFilter, Sets) {
  EXPECT_TRUE(passes("ip.ttl in {1, 60..64}"));
  EXPECT_TRUE(passes("ip.ttl not in {1, 2}"));
  EXPECT_FALSE(passes("all ip.ttl in {60..64}"));
  EXPECT_TRUE(passes("all ip.ttl in {60..64, 7}"));
  EXPECT_EQ(marked("ip.ttl in {1 2}"), "2");
  EXPECT_EQ(marked("ip.ttl in {}"), "}");
  EXPECT_EQ(marked("ip.ttl in 5"), "5");
}

TEST(DisplayFilter, ErrorsMarkTheirPlace) {
  EXPECT_EQ(marked("ip and ip.tttl == 5"), "ip.tttl");
  EXPECT_EQ(marked("ip.ttl = 5"), "=");
  EXPECT_EQ(marked("ip ^ eth"), "^");
  EXPECT_EQ(marked("(ip"), "(");
  EXPECT_EQ(marked("ip)"), ")");
  EXPECT_EQ(marked("ip.ttl =="), "");
  EXPECT_EQ(marked("5 == ip.ttl"), "5");
  EXPECT_EQ(marked("frame contains \"a"), "\"a");
  EXPECT_EQ(marked("frame contains \"\\q\""), "\\q");
  EXPECT_EQ(marked("ip.ttl == ip.src"), "ip.src");
  const std::string_view typo = "ip and ip.tttl == 5";
  EXPECT_EQ(compile_display_filter(typo).error().text(typo),
            "\"ip.tttl\" is neither a field nor a protocol\n"
            "  ip and ip.tttl == 5\n"
            "         ^~~~~~~\n"
            "did you mean ip.ttl?\n");
}

TEST(DisplayFilter, FieldsThatAreNotDecodedAreNoTypos) {
  const auto filter = compile_display_filter("ip.geoip.country == \"US\" or ip.geoip.asnum > 5");
  ASSERT_TRUE(filter);
  ASSERT_EQ(filter->notes().size(), 2u);
  EXPECT_EQ(filter->notes()[0], "ip.geoip.country is not decoded here, so it is in no packet");
  EXPECT_FALSE(compile_display_filter("ip.geoip.asnum == \"US\""));
  const std::string_view field = "dicom.pdu.type == 4";
  EXPECT_EQ(compile_display_filter(field).error().text(field),
            "\"dicom.pdu.type\" is no field here: dicom is not decoded\n"
            "  dicom.pdu.type == 4\n"
            "  ^~~~~~~~~~~~~~\n"
            "\"dicom\" alone is taken, and is in no packet\n");
}

TEST(DisplayFilter, NestingIsBounded) {
  for (const char* part : {"(", "!", "{", "-", "len("}) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += part;
    EXPECT_FALSE(compile_display_filter(deep + "ip").has_value()) << part;
  }
  std::string wide = "ip.ttl";
  for (int i = 0; i < 100'000; ++i) wide += "+ 1";
  EXPECT_FALSE(compile_display_filter(wide).has_value());
  std::string flat = "ip";
  for (int i = 0; i < 10'000; ++i) flat += " or ip";
  EXPECT_TRUE(passes(flat));
}

TEST(DisplayFilter, ProtocolsThatAreNotDecodedAreNeverThere) {
  const auto filter = compile_display_filter("mac-lte");
  ASSERT_TRUE(filter.has_value());
  EXPECT_EQ(filter->notes().size(), 1u);
  EXPECT_TRUE(passes("!mac-lte"));
}

TEST(DisplayFilter, OldNamesOfProtocols) { EXPECT_TRUE(passes("!bootp && !ssl")); }

TEST(DisplayFilterParser, RanksOfOperators) {
  const auto node = parse("a & b + c * -d == e");
  ASSERT_TRUE(node.has_value());
  EXPECT_EQ(node->kind, Syntax::Relation);
  const auto& bits = node->children[0];
  EXPECT_EQ(bits.operation, display::TokenKind::BitAnd);
  EXPECT_EQ(bits.children[1].operation, display::TokenKind::Plus);
  EXPECT_EQ(bits.children[1].children[1].operation, display::TokenKind::Times);
  EXPECT_EQ(bits.children[1].children[1].children[1].kind, Syntax::Negate);
}

TEST(DisplayFilterLiterals, Dates) {
  using display::read_date;
  constexpr int64_t second = 1'000'000'000;
  EXPECT_EQ(read_date("2002-12-31 13:55:31.3 UTC"), 1041342931 * second + second / 10 * 3);
  EXPECT_EQ(read_date("2002-12-31T13:55:31Z"), 1041342931 * second);
  EXPECT_EQ(read_date("2002-12-31T14:55:31+01:00"), 1041342931 * second);
  EXPECT_EQ(read_date("Dec 31, 2002 13:55:31 UTC"), 1041342931 * second);
  for (const char* wrong : {"yesterday", "2002-12-31 13:55.3", "2002-02-30", "2002-12-31 25:00:00",
                            "mrt 1, 2000 00:00:00", "Dec 31, 2002 13:56:31.3 WET", ""})
    EXPECT_FALSE(read_date(wrong).has_value()) << wrong;
}

TEST(DisplayFilterLiterals, Seconds) {
  using display::read_seconds;
  EXPECT_EQ(read_seconds("0.7"), 700'000'000);
  EXPECT_EQ(read_seconds("12"), 12'000'000'000);
  EXPECT_FALSE(read_seconds("1e9").has_value());
  EXPECT_FALSE(read_seconds("99999999999999999999").has_value());
}

TEST(DisplayFilterLiterals, Bytes) {
  using display::read_bytes;
  EXPECT_EQ(read_bytes("00:1a"), std::string("\0\x1a", 2));
  EXPECT_EQ(read_bytes("001a"), std::string("\0\x1a", 2));
  EXPECT_EQ(read_bytes("0009.6b88"), std::string("\0\x09\x6b\x88", 4));
  EXPECT_EQ(read_bytes("00-1a"), std::string("\0\x1a", 2));
  EXPECT_EQ(read_bytes("6"), "\6");
  EXPECT_EQ(read_bytes("1.2"), "\1\2");
  EXPECT_EQ(read_bytes("abc"), "\xab\x0c");
  EXPECT_EQ(read_bytes("0x06"), "\6");
  for (const char* wrong : {"0x6", "0x0006", "aa.bb.hh", "aa:bb-cc", "aabbcc:dd", ":", "aa:", ""})
    EXPECT_FALSE(read_bytes(wrong).has_value()) << wrong;
}

}  // namespace
}  // namespace wiretale
