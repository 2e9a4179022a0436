// ip_hosts, ip_srcdst, ptype and dests, and the same for IPv6: addresses, protocols and ports of IP packets.
#include "statistics/layer_walk.h"
#include "statistics/tshark/all.h"
#include "statistics/tshark/stat_tree.h"

namespace wiretale {
namespace {

enum class Topic : uint8_t { Hosts, Ends, Protocols, Destinations };

struct Kind {
  std::string_view name;
  Topic topic;
  bool six;
  std::string_view title;
  std::string_view first, second = {};
};
constexpr Kind kinds[] = {
    {"ip_hosts,tree", Topic::Hosts, false, "IPv4 Statistics/All Addresses", "All Addresses"},
    {"ipv6_hosts,tree", Topic::Hosts, true, "IPv6 Statistics/All Addresses", "All Addresses"},
    {"ip_srcdst,tree", Topic::Ends, false, "IPv4 Statistics/Source and Destination Addresses",
     "Source IPv4 Addresses", "Destination IPv4 Addresses"},
    {"ipv6_srcdst,tree", Topic::Ends, true, "IPv6 Statistics/Source and Destination Addresses",
     "Source IPv6 Addresses", "Destination IPv6 Addresses"},
    {"ptype,tree", Topic::Protocols, false, "IPv4 Statistics/IP Protocol Types", "IP Protocol Types"},
    {"ipv6_ptype,tree", Topic::Protocols, true, "IPv6 Statistics/IP Protocol Types", "IP Protocol Types"},
    {"dests,tree", Topic::Destinations, false, "IPv4 Statistics/Destinations and Ports",
     "Destinations and Ports"},
    {"ipv6_dests,tree", Topic::Destinations, true, "IPv6 Statistics/Destinations and Ports",
     "Destinations and Ports"},
};

const Kind& kind_of(std::string_view name) {
  for (const Kind& kind : kinds)
    if (kind.name == name) return kind;
  return kinds[0];
}

class IpTree final : public TreeStatistic {
 public:
  IpTree(std::string_view name, StatisticFilter filter)
      : TreeStatistic(kind_of(name).title, std::move(filter)),
        kind_(kind_of(name)),
        first_(tree_.child(CounterTree::root, kind_.first)),
        second_(kind_.second.empty() ? first_ : tree_.child(CounterTree::root, kind_.second)) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs{.depth = StatisticNeeds::Depth::Layers};
    filter_.add_needs(needs);
    return needs;
  }

 private:
  void see(const SeenPacket& seen) override {
    // Each header counts, and all of a packet's with the ends that its innermost one names.
    size_t headers = 0;
    walk_.over(seen.packet, [&](const WalkedHeader& header) {
      headers += header.protocol == (kind_.six ? ids::ipv6 : ids::ipv4);
    });
    if (headers == 0) return;
    counts();
    const auto& [source, destination] = walk_.innermost();
    for (; headers > 0; --headers) count(source, destination);
  }

  void count(const Address& source, const Address& destination) {
    tree_.count(first_);
    switch (kind_.topic) {
      case Topic::Hosts:
        tree_.count_child(first_, words(source));
        tree_.count_child(first_, words(destination));
        break;
      case Topic::Ends:
        tree_.count_child(first_, words(source));
        tree_.count(second_);
        tree_.count_child(second_, words(destination));
        break;
      case Topic::Protocols: tree_.count_child(first_, transport_name()); break;
      case Topic::Destinations: {
        const CounterTree::Node address = tree_.count_child(first_, words(destination));
        const CounterTree::Node transport = tree_.count_child(address, transport_name());
        tree_.count_child(transport, text_of(walk_.ports().destination));
        break;
      }
    }
  }

  std::string_view words(const Address& address) {
    words_.clear();
    if (!address.is_four())
      words_.put(Ipv6Text{address.bytes.data()});
    else
      words_.put(Ipv4Text{&address.bytes[12]});
    return words_.view();
  }
  [[nodiscard]] std::string_view transport_name() const {
    const ProtocolId transport = walk_.ports().transport;
    return transport == ids::tcp    ? "TCP"
           : transport == ids::udp  ? "UDP"
           : transport == ids::sctp ? "SCTP"
           : transport == ids::dccp ? "DCCP"
                                    : "NONE";
  }

  const Kind& kind_;
  CounterTree::Node first_, second_;
  LayerWalk walk_;
  Text words_{64};
};

}  // namespace

MadeStatistic make_ip_tree(const StatisticArgument& argument) { return make_tree<IpTree>(argument); }

}  // namespace wiretale
