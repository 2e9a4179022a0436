// DHCP (RFC 2131): discovery without offer, and refused addresses.
#include "findings/watch.h"

namespace wiretale {
namespace {

constexpr size_t fixed = 240;  // up to and with the magic cookie

class DhcpWatcher : public Watcher {
 public:
  void see(const Seen& seen, Facts& facts) override {
    const Bytes message = seen.flow.payload;
    if (message.size() < fixed + 3 || be32(&message[236]) != 0x63825363 ||
        has(seen.flow.events, Event::DuplicateFrame))
      return;
    uint8_t type = 0;
    for (size_t at = fixed; at + 2 < message.size() && message[at] != 255;) {
      if (message[at] == 0) {
        ++at;
        continue;
      }
      if (message[at] == 53 && message[at + 1] == 1) type = message[at + 2];
      at += 2u + message[at + 1];
    }
    const uint64_t hardware = be64(&message[28]) >> 16;
    if (clients_.size() >= 50'000 && !clients_.contains(hardware)) return;
    Client& client = clients_[hardware];
    constexpr uint8_t discover = 1, offer = 2, request = 3, acknowledged = 5, refused = 6;
    if (type == discover) {
      if (client.discovers.empty()) client.first = seen.packet.time;
      client.last = seen.packet.time;
      client.discovers.push_back(seen.packet.number);
      if (client.discovers.size() > 64) client.discovers.resize(64);
    } else if (type == offer || type == acknowledged || type == request) {
      client.discovers.clear();
      client.offered = true;
    }
    if (type == refused) {
      const Flow& flow = *seen.flow.flow;
      const unsigned server = flow.port(seen.flow.way) == 67 ? seen.flow.way : seen.flow.way ^ 1u;
      Sighting sighting{.kind = Kind::dhcp_nak,
                        .ends = {.server = flow.address(server),
                                 .server_port = 67,
                                 .transport = ip_protocol::udp,
                                 .has_client = false},
                        .packets = {seen.packet.number},
                        .first = seen.packet.time,
                        .last = seen.packet.time};
      facts.cases.add(std::move(sighting));
    }
  }

  void finish(Facts& facts) override {
    for (const auto& [hardware, client] : clients_) {
      if (client.discovers.size() < 2) continue;
      static constexpr uint8_t everyone[4] = {255, 255, 255, 255};
      Sighting sighting{.kind = Kind::dhcp_no_offer,
                        .ends = {.server = Address::four(everyone),
                                 .server_port = 67,
                                 .transport = ip_protocol::udp,
                                 .has_client = false},
                        .packets = client.discovers,
                        .first = client.first,
                        .last = client.last,
                        .amount = client.discovers.size()};
      sighting.words = text_of("client ", Hex{hardware, 12});
      facts.cases.add(std::move(sighting));
    }
  }

 private:
  struct Client {
    std::vector<uint32_t> discovers;
    Time first, last;
    bool offered = false;
  };
  std::map<uint64_t, Client> clients_;
};

}  // namespace

std::unique_ptr<Watcher> watch_dhcp() { return std::make_unique<DhcpWatcher>(); }

}  // namespace wiretale
