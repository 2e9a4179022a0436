// Tests of the order in which ports are asked for their protocol.
#include "protocols/transport/port_turns.h"

#include <gtest/gtest.h>

#include "decode/dispatch.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

ProtocolId found(On on, uint16_t source, uint16_t destination) {
  const LineOptions options;
  const Line line(options, line_dispatch(), catalog());
  return find_by_ports(line, on, {source, destination});
}

TEST(PortTurns, TheEarlierProtocolWinsOnEitherSide) {
  EXPECT_EQ(found(On::UdpPort, 53, 500), ids::dns);
  EXPECT_EQ(found(On::UdpPort, 500, 53), ids::dns);
  EXPECT_EQ(found(On::TcpPort, 179, 80), ids::bgp);
  EXPECT_EQ(found(On::TcpPort, 80, 179), ids::bgp);
}

TEST(PortTurns, OneKnownPortIsEnough) {
  EXPECT_EQ(found(On::UdpPort, 4789, 40000), ids::vxlan);
  EXPECT_EQ(found(On::UdpPort, 40000, 4789), ids::vxlan);
  EXPECT_EQ(found(On::UdpPort, 40000, 40001), ProtocolId::None);
}

TEST(PortTurns, SomePortsCountOnOneSideOnly) {
  EXPECT_EQ(found(On::UdpPort, 40000, 1985), ids::hsrp);
  EXPECT_EQ(found(On::UdpPort, 1985, 40000), ProtocolId::None);
  EXPECT_EQ(found(On::UdpPort, 49152, 40000), ids::broadcom_li);
  EXPECT_EQ(found(On::UdpPort, 40000, 49152), ProtocolId::None);
}

}  // namespace
}  // namespace wiretale
