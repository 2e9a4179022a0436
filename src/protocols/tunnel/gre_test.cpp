// GRE and what it carries: the header's length by its flags, and the layers behind it.
#include <gtest/gtest.h>

#include "decode/crafted_frame.h"

namespace wiretale {
namespace {

constexpr uint16_t raw_link = 101;
// An IPv4 header of protocol 47 without total length, so that the frame's end frames the payload.
#define IP_GRE "45000000 00010000 402f0000 0a000001 0a000002 "

using Ids = std::vector<ProtocolId>;

TEST(Gre, EachFlagAddsItsWord) {
  struct Case {
    const char* hex;
    unsigned header;
  };
  constexpr Case cases[] = {
      {IP_GRE "0000 9999 ffffffff ffffffff ffffffff ffffffff", 4},
      {IP_GRE "8000 9999 ffffffff ffffffff ffffffff ffffffff", 8},
      {IP_GRE "2000 9999 ffffffff ffffffff ffffffff ffffffff", 8},
      {IP_GRE "3000 9999 ffffffff ffffffff ffffffff ffffffff", 12},
      {IP_GRE "b000 9999 ffffffff ffffffff ffffffff ffffffff", 16},
      {IP_GRE "3081 880b ffffffff ffffffff ffffffff ffffffff",
       16},  // version 1: key, sequence, acknowledgment
      {IP_GRE "0080 9999 ffffffff ffffffff ffffffff ffffffff", 4},  // version 0 has no acknowledgment
  };
  for (const Case& each : cases) {
    const CraftedFrame frame(raw_link, each.hex);
    const Layer* gre = frame.packet().layers.last(ids::gre);
    ASSERT_NE(gre, nullptr) << each.hex;
    EXPECT_EQ(gre->header, each.header) << each.hex;
  }
}

TEST(Gre, SourceRoutesEndAtTheEmptyEntry) {
  const CraftedFrame frame(raw_link, IP_GRE "4000 0800 00000000 08000404 01020304 00000000 45");
  EXPECT_EQ(frame.packet().layers.last(ids::gre)->header, 20u);
  EXPECT_EQ(frame.packet().layers.last(ids::gre)->trouble(), Trouble::None);
  EXPECT_EQ(CraftedFrame(raw_link, IP_GRE "4000 0800 00000000 080004ff 01020304").trouble(),
            Trouble::Truncated);
}

TEST(Gre, VersionsBeyond1AreMalformed) {
  EXPECT_EQ(CraftedFrame(raw_link, IP_GRE "0002 0800 45").trouble(), Trouble::Malformed);
}

TEST(Gre, ErspanTypeIIsABareFrameAndTypeIIHasItsHeader) {
  const Ids bare = CraftedFrame(raw_link, IP_GRE "0000 88be 020000000001 020000000002 9999").protocols();
  EXPECT_EQ(bare, (Ids{ids::raw_ip, ids::ipv4, ids::gre, ids::ethernet}));
  const CraftedFrame headed(raw_link,
                            IP_GRE "1000 88be 00000001 1005 080a 00000001 020000000001 020000000002 9999");
  EXPECT_EQ(headed.protocols(), (Ids{ids::raw_ip, ids::ipv4, ids::gre, ids::erspan, ids::ethernet}));
  EXPECT_EQ(headed.number("erspan.vlan"), 5u);
  EXPECT_EQ(headed.number("erspan.spanid"), 10u);
}

TEST(Gre, NvgreHasAKeyAndCarriesEthernet) {
  const CraftedFrame frame(raw_link, IP_GRE "2000 6558 00002a05 020000000001 020000000002 9999");
  EXPECT_EQ(frame.protocols(), (Ids{ids::raw_ip, ids::ipv4, ids::gre, ids::ethernet}));
  EXPECT_EQ(frame.number("gre.key"), 0x2a05u);
}

TEST(Mpls, EachLabelIsALayerAndTheLastOneTellsThePayload) {
  constexpr uint16_t ethernet_link = 1;
  const CraftedFrame by_nibble(ethernet_link, "020000000001 020000000002 8847 00064040 000c8bff 45");
  EXPECT_EQ(by_nibble.protocols(), (Ids{ids::ethernet, ids::mpls, ids::mpls, ids::ipv4}));
  EXPECT_EQ(by_nibble.number("mpls.label"), 100u);
  EXPECT_EQ(CraftedFrame(ethernet_link, "020000000001 020000000002 8847 00002140 60").protocols(),
            (Ids{ids::ethernet, ids::mpls, ids::ipv6}));
  EXPECT_EQ(CraftedFrame(ethernet_link, "020000000001 020000000002 8847 00064140 00").protocols(),
            (Ids{ids::ethernet, ids::mpls}));
}

TEST(Geneve, OptionsBelongToTheHeader) {
#define IP_UDP_6081 "45000000 00010000 40110000 0a000001 0a000002 04d2 17c1 0000 0000 "
  const CraftedFrame frame(raw_link, IP_UDP_6081
                           "0240 6558 00000b00 01020301 00000011 "
                           "020000000001 020000000002 9999");
  EXPECT_EQ(frame.protocols(), (Ids{ids::raw_ip, ids::ipv4, ids::udp, ids::geneve, ids::ethernet}));
  EXPECT_EQ(frame.packet().layers.last(ids::geneve)->header, 16u);
  EXPECT_EQ(frame.number("geneve.vni"), 11u);
  EXPECT_EQ(frame.number("geneve.option.class"), 0x102u);
  EXPECT_EQ(CraftedFrame(raw_link, IP_UDP_6081 "3f00 6558 00000b00 01020301").trouble(), Trouble::Truncated);
}

}  // namespace
}  // namespace wiretale
