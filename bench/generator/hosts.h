// The hosts of a made capture: their addresses, and who talks to whom.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "random.h"

namespace wiretale::bench {

struct Host {
  std::array<uint8_t, 6> mac{};
  std::array<uint8_t, 16> address{};
  uint8_t address_size = 4;  // 4 or 16 bytes are used
};

struct HostPair {
  const Host* client = nullptr;
  const Host* server = nullptr;
};

class Hosts {
 public:
  struct Plan {
    uint32_t count;         // distinct addresses, at least 2
    Share ipv6;             // of all hosts
    Share private_network;  // of the IPv4 hosts: in 10.0.0.0/8; the others have public addresses
  };

  explicit Hosts(const Plan& plan);

  // Clients take turns, so that every host is seen; half of the servers are the few popular ones.
  [[nodiscard]] HostPair client_and_server(Random& random);
  [[nodiscard]] HostPair client_and_resolver(Random& random);
  // The two ends of a tunnel: always IPv4, always among the first few hosts.
  [[nodiscard]] HostPair tunnel_ends(Random& random) const;

 private:
  struct Family {
    std::vector<Host> hosts;
    uint32_t turn = 0;

    const Host* next() { return &hosts[turn++ % hosts.size()]; }
    const Host* one_of_first(uint32_t count, Random& random) const;
  };

  Family& choose_family(Random& random);

  Family ipv4_;
  Family ipv6_;
};

}  // namespace wiretale::bench
