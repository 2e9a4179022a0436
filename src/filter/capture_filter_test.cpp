// Capture filters: link types, listings, and the words for mistakes.
#include "filter/capture_filter.h"

#include <gtest/gtest.h>

#include "filter/capture_filter_advice.h"

namespace wiretale {
namespace {

std::string refused(const std::string& expression) {
  const auto filter = CaptureFilter::compile(expression, {});
  return filter ? "accepted" : described(filter.error(), expression);
}

TEST(CaptureFilter, PointsAtTheMistakeAndMendsIt) {
  EXPECT_EQ(refused("tcp and tcp.port == 80"),
            "this is no capture filter\n"
            "  tcp and tcp.port == 80\n"
            "          ^^^^^^^^\n"
            "  tcp.port is a field of a display filter, which wiretale read understands: wiretale read -Y");
  EXPECT_EQ(refused("udp tcp port 53"),
            "this is no capture filter\n"
            "  udp tcp port 53\n"
            "      ^^^\n"
            "  up to here it could be one; wiretale help filters shows the language");
  EXPECT_EQ(refused("net 10.0.1.50/24"),
            "non-network bits set in \"10.0.1.50/24\"\n"
            "  net 10.0.1.50/24\n"
            "      ^^^^^^^^^^^^\n"
            "  the network is net 10.0.1.0/24; the address alone is host 10.0.1.50");
}

TEST(CaptureFilter, KnowsCommonMistakes) {
  const auto advice = [](const char* expression) {
    const auto filter = CaptureFilter::compile(expression, {});
    return filter ? std::string{"accepted"} : filter.error().advice;
  };
  EXPECT_EQ(advice("host 10.0.0.0/8"), "a network is asked for with net: net 10.0.0.0/8");
  EXPECT_EQ(advice("tcp port 80,443"), "name each port: port 80 or port 443");
  EXPECT_EQ(advice("port = 80"), "without a sign: port 80");
  EXPECT_EQ(advice("port 80-90"), "a range of ports: portrange 80-90");
  EXPECT_EQ(advice("host 10.0.0.1:80"), "address and port are two conditions: host 10.0.0.1 and port 80");
  EXPECT_EQ(advice("tcp AND udp"), "in lower case: and");
  EXPECT_EQ(advice("tcp[13] & 2"), "a number alone is no condition; compare it: tcp[13] & 2 != 0");
  EXPECT_EQ(advice("tcp[13] = syn"), "a flag of TCP: tcp[tcpflags] & tcp-syn != 0");
  EXPECT_EQ(advice("(tcp"), "a closing parenthesis is missing");
  EXPECT_EQ(advice("tcp and"), "something is missing at the end");
  EXPECT_NE(advice("udp[10] & 0x0f").find("udp[11] & 0xf = 3"), std::string::npos);
  EXPECT_NE(advice("tcp[tcp[12]>>2&0x3C==16]").find("behind the closing bracket"), std::string::npos);
}

TEST(CaptureFilter, WarnsOfWhatCompilesButMisleads) {
  EXPECT_NE(warning_about("port 80 or udp and host 10.0.0.1"), "");
  EXPECT_EQ(warning_about("(port 80 or udp) and host 10.0.0.1"), "");
  EXPECT_EQ(warning_about("port 80 or (udp and host 10.0.0.1)"), "");
  EXPECT_NE(warning_about("udp port 53 and udp[10] & 0xf != 0"), "");
  EXPECT_EQ(warning_about("udp port 53 and udp[11] & 0xf != 0"), "");
}

TEST(CaptureFilter, ListsProgramsInThreeForms) {
  const auto filter = CaptureFilter::compile("arp", {.snap_length = 96});
  ASSERT_TRUE(filter);
  EXPECT_EQ(listing(filter->instructions(), ProgramForm::Assembler),
            "(000) ldh      [12]\n(001) jeq      #0x806           jt 2\tjf 3\n(002) ret      #96\n(003) ret  "
            "    #0\n");
  EXPECT_EQ(listing(filter->instructions(), ProgramForm::CStructures),
            "{ 0x28, 0, 0, 0x0000000c },\n{ 0x15, 0, 1, 0x00000806 },\n{ 0x6, 0, 0, 0x00000060 },\n"
            "{ 0x6, 0, 0, 0x00000000 },\n");
  EXPECT_EQ(listing(filter->instructions(), ProgramForm::Numbers),
            "4\n40 0 0 12\n21 0 1 2054\n6 0 0 96\n6 0 0 0\n");
}

TEST(CaptureFilter, MapsLinkTypes) {
  EXPECT_EQ(name_of_link_type(1).name, "EN10MB");
  EXPECT_EQ(name_of_link_type(101).name, "RAW");  // LINKTYPE_RAW is DLT_RAW 12
  EXPECT_EQ(name_of_link_type(101).dlt, 12);
  EXPECT_EQ(name_of_link_type(160).name, "");
  EXPECT_EQ(link_type_of_name("EN10MB"), 1);
  EXPECT_EQ(link_type_of_name("no such"), -1);
}

// In BSD loopback captures the family is in the order of the machine that captured.
TEST(CaptureFilter, FollowsTheFilesByteOrder) {
  const std::vector<uint8_t> little{2, 0, 0, 0, 0x45}, big{0, 0, 0, 2, 0x45};
  const auto same = CaptureFilter::compile("ip", {.link_type = 0});
  const auto swapped_file = CaptureFilter::compile("ip", {.link_type = 0, .swapped_file = true});
  ASSERT_TRUE(same && swapped_file);
  EXPECT_TRUE(same->matches(little, 5));
  EXPECT_FALSE(same->matches(big, 5));
  EXPECT_TRUE(swapped_file->matches(big, 5));
}

}  // namespace
}  // namespace wiretale
