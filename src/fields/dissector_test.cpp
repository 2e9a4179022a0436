// Packets inside of packets in the field tree, and what is kept from packet to packet.
#include "fields/dissector.h"

#include <gtest/gtest.h>

#include "decode/crafted_frame.h"
#include "decode/dispatch.h"

namespace wiretale {
namespace {

constexpr uint16_t raw_link = 101, ethernet_link = 1;

/// A frame decoded as field trees want it.
class TreeFrame {
 public:
  TreeFrame(uint16_t link_type, uint32_t number, std::string_view hex) : bytes_(from_hex(hex)) {
    packet_.link_type = link_type;
    packet_.number = number;
    packet_.time = Time{int64_t{number} * 1'000'000'000};
    packet_.bytes = bytes_;
    packet_.wire_length = static_cast<uint32_t>(bytes_.size());
    decode(packet_, tree_dispatch());
  }
  [[nodiscard]] const Packet& packet() const { return packet_; }

 private:
  std::vector<uint8_t> bytes_;
  Packet packet_{};
};

std::vector<const FieldValue*> all_of(const FieldTree& tree, std::string_view name) {
  std::vector<const FieldValue*> found;
  for (const FieldValue& value : tree.values())
    if (value.field->name == name) found.push_back(&value);
  return found;
}

TEST(Dissector, AnErrorQuotesAPacketBelowItsOwnLine) {
  // "Port unreachable" about a UDP datagram of 10.0.0.1 with two bytes of data.
  const TreeFrame frame(raw_link, 1,
                        "45000000 00010000 40010000 0a000002 0a000001 03030000 00000000 "
                        "4500001e 00020000 40110000 0a000001 0a000003 9c40829a 000a0000 4142");
  Dissector dissector({}, Dissector::WithColumns::Yes);
  const FieldTree& tree = dissector.dissect(frame.packet());
  const auto sources = all_of(tree, "ip.src");
  ASSERT_EQ(sources.size(), 2u);
  EXPECT_EQ(sources[0]->level, 1);
  EXPECT_EQ(sources[1]->level, 2);
  EXPECT_EQ(sources[1]->occurrence, 2);
  const auto datagrams = all_of(tree, "udp"), contents = all_of(tree, "data");
  ASSERT_EQ(datagrams.size(), 1u);
  EXPECT_EQ(datagrams[0]->level, 1);
  // What the datagram carries stands beside the outermost protocols.
  ASSERT_EQ(contents.size(), 1u);
  EXPECT_EQ(contents[0]->level, 0);
  const auto path = all_of(tree, "frame.protocols");
  ASSERT_EQ(path.size(), 1u);
  EXPECT_EQ((std::string_view{reinterpret_cast<const char*>(path[0]->bytes.data()), path[0]->bytes.size()}),
            "raw:ip:icmp:ip:udp:data");
  EXPECT_EQ(dissector.columns().protocol.view(), "ICMP");
  EXPECT_EQ(dissector.columns().source.view(), "10.0.0.2");
}

TEST(Dissector, EchoRepliesTellTheirRequests) {
  const TreeFrame request(raw_link, 1, "45000000 00010000 40010000 0a000001 0a000002 0800e5ca 12340001");
  const TreeFrame reply(raw_link, 2, "45000000 00010000 40010000 0a000002 0a000001 0000edca 12340001");
  const TreeFrame other(raw_link, 3, "45000000 00010000 40010000 0a000002 0a000001 0000edc9 12340002");
  Dissector dissector({}, Dissector::WithColumns::No);
  EXPECT_TRUE(all_of(dissector.dissect(request.packet()), "icmp.resp_to").empty());
  const auto answered = all_of(dissector.dissect(reply.packet()), "icmp.resp_to");
  ASSERT_EQ(answered.size(), 1u);
  EXPECT_EQ(answered[0]->number, 1u);
  EXPECT_TRUE(all_of(dissector.dissect(other.packet()), "icmp.resp_to").empty());
}

TEST(Dissector, TwoHostsWithOneAddressAreTold) {
#define ARP_REPLY "ffffffffffff 020000000001 0806 0001 0800 06 04 0002 "
  const TreeFrame first(ethernet_link, 1, ARP_REPLY "020000000001 0a000001 020000000009 0a000009");
  const TreeFrame same(ethernet_link, 2, ARP_REPLY "020000000001 0a000001 020000000009 0a000009");
  const TreeFrame second(ethernet_link, 3, ARP_REPLY "020000000002 0a000001 020000000009 0a000009");
  Dissector dissector({}, Dissector::WithColumns::No);
  EXPECT_TRUE(all_of(dissector.dissect(first.packet()), "arp.duplicate-address-frame").empty());
  EXPECT_TRUE(all_of(dissector.dissect(same.packet()), "arp.duplicate-address-frame").empty());
  const auto earlier = all_of(dissector.dissect(second.packet()), "arp.duplicate-address-frame");
  ASSERT_EQ(earlier.size(), 1u);
  EXPECT_EQ(earlier[0]->number, 2u);
}

TEST(Dissector, PaddingTrailersAndChecksumsOfFramesAreApart) {
#define ARP_FRAME ARP_REPLY "020000000001 0a000001 020000000009 0a000009 "
#define PADDING "000000000000000000000000000000000000 "
  Dissector dissector({}, Dissector::WithColumns::No);
  const TreeFrame padded(ethernet_link, 1, ARP_FRAME PADDING);
  EXPECT_EQ(all_of(dissector.dissect(padded.packet()), "eth.padding").size(), 1u);
  const TreeFrame checked(ethernet_link, 2, ARP_FRAME PADDING "01020304");
  EXPECT_EQ(all_of(dissector.dissect(checked.packet()), "eth.fcs").size(), 1u);
  EXPECT_TRUE(all_of(dissector.dissect(checked.packet()), "eth.trailer").empty());
  const TreeFrame trailed(ethernet_link, 3, ARP_FRAME "616263");
  EXPECT_EQ(all_of(dissector.dissect(trailed.packet()), "eth.trailer").size(), 1u);
  EXPECT_TRUE(all_of(dissector.dissect(trailed.packet()), "eth.fcs").empty());
}

TEST(Dissector, TheSecondPassKnowsWhatAnswersARequest) {
  const TreeFrame request(raw_link, 1, "4500001c 00010000 40010000 0a000001 0a000002 0800f7f7 00070001"),
      reply(raw_link, 2, "4500001c 00010000 40010000 0a000002 0a000001 0000fff7 00070001"),
      unanswered(raw_link, 3, "4500001c 00010000 40010000 0a000001 0a000002 0800f7f6 00070002");
  Foresight foresight;
  Dissector first({}, Dissector::WithColumns::No), second({}, Dissector::WithColumns::No);
  first.learn(foresight);
  EXPECT_TRUE(all_of(first.dissect(request.packet()), "icmp.resp_in").empty());
  (void)first.dissect(reply.packet());
  EXPECT_TRUE(all_of(first.dissect(unanswered.packet()), "icmp.no_resp").empty());
  second.foresee(foresight);
  const auto answers = all_of(second.dissect(request.packet()), "icmp.resp_in");
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(answers[0]->number, 2u);
  EXPECT_TRUE(all_of(second.dissect(reply.packet()), "icmp.no_resp").empty());
  EXPECT_EQ(all_of(second.dissect(unanswered.packet()), "icmp.no_resp").size(), 1u);
}

TEST(Foresight, TheLastNoteOnAPlaceCounts) {
  constexpr Field a{"a", "A", varies, Type::Uint32}, b{"b", "B", varies, Type::Uint32};
  Foresight foresight;
  foresight.note(a, Foresight::place(1, 2), 3);
  foresight.note(a, Foresight::place(1, 2), 4);
  EXPECT_EQ(foresight.find(a, Foresight::place(1, 2)), 4u);
  EXPECT_FALSE(foresight.find(b, Foresight::place(1, 2)).has_value());
  EXPECT_FALSE(foresight.find(a, Foresight::place(2, 1)).has_value());
}

}  // namespace
}  // namespace wiretale
