// The hosts of a made capture: their addresses, and who talks to whom.
#include "hosts.h"

#include <algorithm>

namespace wiretale::bench {
namespace {

// First bytes of public IPv4 networks, as a service on the Internet sees its visitors.
constexpr std::array<uint8_t, 32> public_networks = {3,   13,  18,  20,  23,  31,  34,  35,  40,  44, 46,
                                                     52,  54,  62,  64,  72,  77,  81,  85,  91,  93, 104,
                                                     128, 130, 142, 151, 162, 185, 193, 203, 209, 217};

// Odd multipliers permute the numbers below 2^24 and 2^32: scattered addresses, none of them twice.
constexpr uint32_t scatter = 0x9e3779b1;

void put_mac(Host& host, uint32_t number) {
  host.mac = {0x02,
              0x42,
              static_cast<uint8_t>(number >> 24),
              static_cast<uint8_t>(number >> 16),
              static_cast<uint8_t>(number >> 8),
              static_cast<uint8_t>(number)};
}

Host ipv4_host(uint32_t number, bool is_private) {
  const uint32_t low = (number * scatter) & 0xffffff;
  Host host;
  put_mac(host, number);
  host.address[0] = is_private ? 10 : public_networks[number % public_networks.size()];
  host.address[1] = static_cast<uint8_t>(low >> 16);
  host.address[2] = static_cast<uint8_t>(low >> 8);
  host.address[3] = static_cast<uint8_t>(low);
  return host;
}

Host ipv6_host(uint32_t number) {
  const uint32_t low = number * scatter;
  Host host;
  put_mac(host, number | 0x80000000);
  host.address_size = 16;
  host.address = {0x20, 0x01, 0x0d, 0xb8, 0, static_cast<uint8_t>(number % 8), 0, 0};
  for (uint32_t i = 0; i < 4; ++i) host.address[12 + i] = static_cast<uint8_t>(low >> (24 - 8 * i));
  return host;
}

uint32_t part_of(uint32_t count, Share share) {
  return static_cast<uint32_t>(uint64_t{count} * share.per_million / 1'000'000);
}

}  // namespace

Hosts::Hosts(const Plan& plan) {
  const uint32_t wanted_ipv6 = part_of(plan.count, plan.ipv6);
  const uint32_t most_ipv6 = plan.count - 2;  // tunnels need two IPv4 hosts
  const uint32_t ipv6_count = wanted_ipv6 < 2 ? 0 : std::min(wanted_ipv6, most_ipv6);
  Random random(plan.count);
  for (uint32_t number = 1; number <= plan.count - ipv6_count; ++number) {
    ipv4_.hosts.push_back(ipv4_host(number, random.happens(plan.private_network)));
  }
  for (uint32_t number = 1; number <= ipv6_count; ++number) ipv6_.hosts.push_back(ipv6_host(number));
}

HostPair Hosts::client_and_server(Random& random) {
  Family& family = choose_family(random);
  const uint32_t count = static_cast<uint32_t>(family.hosts.size());
  const uint32_t popular = std::max(1u, count / 20);
  HostPair pair;
  pair.client = family.next();
  pair.server =
      random.below(2) == 0 ? family.one_of_first(random.between(1, popular), random) : family.next();
  if (pair.server == pair.client) pair.server = family.next();
  return pair;
}

HostPair Hosts::client_and_resolver(Random& random) {
  Family& family = choose_family(random);
  HostPair pair{family.next(), family.one_of_first(3, random)};
  if (pair.server == pair.client) pair.client = family.next();
  return pair;
}

HostPair Hosts::tunnel_ends(Random& random) const {
  const uint32_t count = std::min<uint32_t>(8, static_cast<uint32_t>(ipv4_.hosts.size()));
  const uint32_t client = random.below(count);
  const uint32_t server = (client + 1 + random.below(count - 1)) % count;
  return {&ipv4_.hosts[client], &ipv4_.hosts[server]};
}

const Host* Hosts::Family::one_of_first(uint32_t count, Random& random) const {
  return &hosts[random.below(std::min<uint32_t>(count, static_cast<uint32_t>(hosts.size())))];
}

Hosts::Family& Hosts::choose_family(Random& random) {
  const uint32_t ipv6_count = static_cast<uint32_t>(ipv6_.hosts.size());
  const uint32_t all = ipv6_count + static_cast<uint32_t>(ipv4_.hosts.size());
  return random.below(all) < ipv6_count ? ipv6_ : ipv4_;
}

}  // namespace wiretale::bench
