// Whose turn it is when both ports of a packet are known.
#include "protocols/transport/port_turns.h"

#include <array>

namespace wiretale {
namespace {

/// On which side of a packet tcpdump looks for a port.
enum class Side : uint8_t { Either, Source, Destination };

struct Turn {
  uint16_t port;
  Side side = Side::Either;
};

// Found by asking tcpdump 4.99.3 about packets between all pairs of ports that it knows.
constexpr Turn udp_turns[] = {
    {53},
    {5353},
    {525},
    {69},
    {67},
    {68},
    {520},
    {654},
    {500},
    {7500},
    {8500},
    {4500},
    {161},
    {162},
    {123},
    {88},
    {750},
    {1701},
    {3456, Side::Destination},
    {2103},
    {2104},
    {7000},
    {7001},
    {7002},
    {7003},
    {7004},
    {7005},
    {7006},
    {7007},
    {7008},
    {7009},
    {521},
    {546},
    {547},
    {5359},
    {6696},
    {6697},
    {8231},
    {4567, Side::Destination},
    {496},
    {1645},
    {1646},
    {1700},
    {1812},
    {1813},
    {3799},
    {1985, Side::Destination},
    {921},
    {646},
    {698},
    {3503},
    {49152, Side::Source},
    {3784, Side::Destination},
    {3785, Side::Destination},
    {4784, Side::Destination},
    {6784, Side::Destination},
    {701},
    {1589},
    {6343},
    {12223},
    {12222},
    {5060},
    {514},
    {8472},
    {4789},
    {6081},
    {4342},
    {4790},
    {17754},
    {6635},
    {319},
    {320},
    {30490},
};
constexpr Turn tcp_turns[] = {
    {23},   {25},  {43},   {179}, {1723}, {6379}, {22},  {10288}, {6633}, {6653}, {21},  {80},
    {8080}, {554}, {8554}, {53},  {639},  {323},  {646}, {2049},  {137},  {139},  {445},
};

/// For each port its place in the order (from 1; 0 when tcpdump does not know it) and the side.
struct Rank {
  uint8_t order = 0;
  Side side = Side::Either;
};
using Ranks = std::array<Rank, 65536>;

template <size_t Count>
Ranks ranks_of(const Turn (&turns)[Count]) {
  static_assert(Count < 255);
  Ranks ranks{};
  uint8_t order = 0;
  for (const Turn& turn : turns) ranks[turn.port] = {++order, turn.side};
  return ranks;
}

const Ranks& ranks(On on) {
  static const Ranks udp = ranks_of(udp_turns), tcp = ranks_of(tcp_turns);
  return on == On::UdpPort ? udp : tcp;
}

}  // namespace

ProtocolId find_by_ports(const Line& line, On on, Ports ports) {
  ProtocolId source = line.find(on, ports.source), destination = line.find(on, ports.destination);
  if (source == ProtocolId::None && destination == ProtocolId::None) return ProtocolId::None;
  const Ranks& table = ranks(on);
  const Rank of_source = table[ports.source], of_destination = table[ports.destination];
  if (of_source.side == Side::Destination) source = ProtocolId::None;
  if (of_destination.side == Side::Source) destination = ProtocolId::None;
  if (source == ProtocolId::None) return destination;
  if (destination == ProtocolId::None) return source;
  const bool source_first =
      of_source.order != 0 && (of_destination.order == 0 || of_source.order < of_destination.order);
  return source_first ? source : destination;
}

}  // namespace wiretale
