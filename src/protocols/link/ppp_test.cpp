// PPP, PPPoE and STP: layers of small crafted frames.
#include <gtest/gtest.h>

#include "decode/crafted_frame.h"

namespace wiretale {
namespace {

constexpr uint16_t ppp_link = 9, ethernet_link = 1;
using Ids = std::vector<ProtocolId>;

TEST(Ppp, AddressAndProtocolMayBeCompressed) {
  const struct {
    const char* hex;
    unsigned header;
  } cases[] = {{"ff03 0021 45", 4}, {"ff03 21 45", 3}, {"0021 45", 2}, {"21 45", 1}};
  for (const auto& each : cases) {
    const CraftedFrame frame(ppp_link, each.hex);
    EXPECT_EQ(frame.protocols(), (Ids{ids::ppp, ids::ipv4})) << each.hex;
    EXPECT_EQ(frame.packet().layers.all[0].header, each.header) << each.hex;
    EXPECT_EQ(frame.number("ppp.protocol"), 0x21u) << each.hex;
  }
  EXPECT_EQ(CraftedFrame(ppp_link, "ff03").trouble(), Trouble::Truncated);
  EXPECT_EQ(CraftedFrame(ppp_link, "ff03 c0").trouble(), Trouble::Truncated);
}

TEST(Pppoe, TheLengthFramesThePayload) {
  const CraftedFrame frame(ethernet_link, "020000000001 020000000002 8864 1100 0017 0006 c021 09010004 eeee");
  EXPECT_EQ(frame.protocols(), (Ids{ids::ethernet, ids::pppoe, ids::ppp, ids::ppp_control}));
  EXPECT_EQ(frame.packet().layers.all[1].end, 26u);
  EXPECT_EQ(frame.number("pppoe.session_id"), 0x17u);
}

TEST(Pppoe, DiscoveryTagsEndWithTheFrame) {
  const CraftedFrame frame(ethernet_link, "020000000001 020000000002 8863 1109 0000 0006 0101 ffff 6162");
  EXPECT_EQ(frame.protocols(), (Ids{ids::ethernet, ids::pppoe_discovery}));
  EXPECT_EQ(frame.number("pppoed.tag_length"), 0xffffu);
  EXPECT_EQ(frame.number("pppoed.tag.unknown_data"), std::nullopt);
}

TEST(Stp, BridgesAreReadBehindLlc) {
  const CraftedFrame frame(ethernet_link,
                           "0180c2000000 020000000002 0026 424203 0000 00 00 01 8005020000000001 00000013 "
                           "8001020000000002 8003 0100 1400 0200 0f00");
  EXPECT_EQ(frame.protocols(), (Ids{ids::ethernet, ids::llc, ids::stp}));
  EXPECT_EQ(frame.trouble(), Trouble::None);
  EXPECT_EQ(frame.number("stp.root.prio"), 0x8000u);
  EXPECT_EQ(frame.number("stp.root.ext"), 5u);
  EXPECT_EQ(frame.number("stp.port"), 0x8003u);
  EXPECT_EQ(CraftedFrame(ethernet_link, "0180c2000000 020000000002 0007 424203 0000 0000").trouble(),
            Trouble::Truncated);
}

}  // namespace
}  // namespace wiretale
