// Ethernet, VLAN tags, LLC and the other plain link headers: layers of small crafted frames.
#include <gtest/gtest.h>

#include "decode/crafted_frame.h"

namespace wiretale {
namespace {

constexpr uint16_t ethernet_link = 1, sll_link = 113, sll2_link = 276, raw_link = 101, null_link = 0;
#define ADDRESSES "020000000001 020000000002 "

using Ids = std::vector<ProtocolId>;

TEST(Ethernet, ATypeNamesThePayload) {
  const CraftedFrame arp(ethernet_link,
                         ADDRESSES "0806 0001 0800 0604 0001 020000000002 0a000001 000000000000 0a000002");
  EXPECT_EQ(arp.protocols(), (Ids{ids::ethernet, ids::arp}));
  EXPECT_EQ(arp.trouble(), Trouble::None);
  EXPECT_EQ(arp.number("arp.dst.proto_ipv4"), 0x0a000002u);
}

TEST(Ethernet, EachVlanTagIsALayer) {
  const CraftedFrame tagged(ethernet_link, ADDRESSES "88a8 0007 8100 a005 0806 0001");
  EXPECT_EQ(tagged.protocols(), (Ids{ids::ethernet, ids::provider_vlan, ids::vlan, ids::arp}));
  EXPECT_EQ(tagged.packet().layers.all[2].offset, 18u);
  EXPECT_EQ(tagged.trouble(), Trouble::Truncated);
}

TEST(Ethernet, UpTo1500TheTypeIsALengthThatFramesTheLlc) {
  const CraftedFrame length(ethernet_link, ADDRESSES "0004 8080 0309 eeee");
  EXPECT_EQ(length.protocols(), (Ids{ids::ethernet, ids::llc}));
  EXPECT_EQ(length.packet().layers.all[1].end, 18u);

  EXPECT_EQ(CraftedFrame(ethernet_link, ADDRESSES "05dc 808003").protocols(), (Ids{ids::ethernet, ids::llc}));
  EXPECT_EQ(CraftedFrame(ethernet_link, ADDRESSES "05dd 808003").protocols(), Ids{ids::ethernet});
}

TEST(Ethernet, SnapCarriesEtherTypesInUnnumberedInformation) {
  EXPECT_EQ(CraftedFrame(ethernet_link, ADDRESSES "000a aaaa03 000000 0806 0001").protocols(),
            (Ids{ids::ethernet, ids::llc, ids::arp}));
  EXPECT_EQ(CraftedFrame(ethernet_link, ADDRESSES "000a aaaae3 000000 0806 0001").protocols(),
            (Ids{ids::ethernet, ids::llc}));
}

TEST(Ethernet, AShortHeaderIsTruncated) {
  const CraftedFrame short_frame(ethernet_link, ADDRESSES "08");
  EXPECT_EQ(short_frame.protocols(), Ids{ids::ethernet});
  EXPECT_EQ(short_frame.trouble(), Trouble::Truncated);
}

TEST(LinuxCooked, TheProtocolTypeNamesThePayload) {
  EXPECT_EQ(CraftedFrame(sll_link, "0000 0001 0006 020000000001 0000 0806 0001").protocols(),
            (Ids{ids::linux_cooked_v1, ids::arp}));
  EXPECT_EQ(CraftedFrame(sll2_link, "0004 0000 00000001 0001 0006 020000000001 0000 808003").protocols(),
            (Ids{ids::linux_cooked_v2, ids::llc}));
}

TEST(RawIp, TheVersionNamesThePayload) {
  EXPECT_EQ(CraftedFrame(raw_link, "4500").protocols(), (Ids{ids::raw_ip, ids::ipv4}));
  EXPECT_EQ(CraftedFrame(raw_link, "6000").protocols(), (Ids{ids::raw_ip, ids::ipv6}));
  EXPECT_EQ(CraftedFrame(raw_link, "7000").trouble(), Trouble::Malformed);
}

TEST(BsdLoopback, TheFamilyMayHaveEitherByteOrder) {
  EXPECT_EQ(CraftedFrame(null_link, "02000000 45").protocols(), (Ids{ids::bsd_loopback, ids::ipv4}));
  EXPECT_EQ(CraftedFrame(null_link, "0000001e 60").protocols(), (Ids{ids::bsd_loopback, ids::ipv6}));
}

TEST(Vlan, TheTagsFieldsAreRead) {
  const CraftedFrame tagged(ethernet_link, ADDRESSES "8100 b005 9999 01");
  EXPECT_EQ(tagged.number("vlan.id"), 5u);
  EXPECT_EQ(tagged.number("vlan.priority"), 5u);
  EXPECT_EQ(tagged.number("vlan.dei"), 1u);
  EXPECT_EQ(tagged.number("vlan.etype"), 0x9999u);
  EXPECT_EQ(tagged.number("vlan.len"), std::nullopt);
}

}  // namespace
}  // namespace wiretale
