// The kinds of ends that conversations and endpoints are counted for.
#include "statistics/tshark/address_kind.h"

#include <algorithm>

namespace wiretale {
namespace {

using Ends = AddressKind::Ends;
constexpr AddressKind kinds[] = {
    {"dccp", "DCCP", ids::dccp, Ends::Ports}, {"eth", "Ethernet", ids::ethernet, Ends::Link},
    {"ip", "IPv4", ids::ipv4, Ends::Network}, {"ipv6", "IPv6", ids::ipv6, Ends::Network},
    {"sctp", "SCTP", ids::sctp, Ends::Ports}, {"sll", "SLL", ids::linux_cooked_v1, Ends::Sender},
    {"tcp", "TCP", ids::tcp, Ends::Ports},    {"udp", "UDP", ids::udp, Ends::Ports},
};

}  // namespace

const AddressKind& address_kind_of(std::string_view statistic_name) {
  const std::string_view name = statistic_name.substr(statistic_name.find(',') + 1);
  return *std::find_if(std::begin(kinds), std::end(kinds) - 1,
                       [&](const AddressKind& kind) { return kind.name == name; });
}

void append_address(Text& text, const AddressKind& kind, const Address& address) {
  if (kind.ends == Ends::Sender && address == nobody)
    text.put("NONE");
  else if (kind.ends == Ends::Link || kind.ends == Ends::Sender)
    text.put(MacText{address.bytes.data()});
  else if (address.is_four() && kind.protocol != ids::ipv6)
    text.put(Ipv4Text{&address.bytes[12]});
  else
    text.put(Ipv6Text{address.bytes.data()});
}

void RowIndex::grow() {
  std::vector<Slot> old = std::move(slots_);
  slots_.assign(std::max<size_t>(1024, old.size() * 2), Slot{});
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.row == none) continue;
    size_t at = slot.hash & mask;
    while (slots_[at].row != none) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

uint64_t hash_of(const StreamEnds& ends) {
  const HashKey& secret = process_hash_key();
  uint64_t hash = mixed(ends.low.high() ^ secret.low, ends.low.low() ^ secret.high);
  hash = mixed(hash ^ ends.high.high(), ends.high.low() ^ secret.low);
  return mixed(hash ^ (uint64_t{ends.low_port} << 16 | ends.high_port), secret.high);
}

}  // namespace wiretale
