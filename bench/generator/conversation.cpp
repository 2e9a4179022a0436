// Starts conversations of the kinds and in the proportions wanted.
#include "conversation.h"

#include <numeric>

#include "datagrams.h"
#include "dialogue.h"
#include "tcp_conversation.h"

namespace wiretale::bench {
namespace {

Kind choose_kind(World& world) {
  const auto& mix = world.options.mix;
  uint32_t ticket = world.random.below(std::accumulate(mix.begin(), mix.end(), 0u));
  size_t kind = 0;
  while (ticket >= mix[kind]) ticket -= mix[kind++];
  return static_cast<Kind>(kind);
}

Path choose_path(World& world, Kind kind) {
  const HostPair hosts = kind == Kind::Dns ? world.hosts.client_and_resolver(world.random)
                                           : world.hosts.client_and_server(world.random);
  if (kind == Kind::Vxlan) {
    const HostPair ends = world.hosts.tunnel_ends(world.random);
    return Path(hosts, 0, {ends, world.random.between(100, 107), world.ephemeral_port()});
  }
  const bool in_vlan = world.random.happens(world.options.vlan);
  const uint16_t vlan = in_vlan ? static_cast<uint16_t>(10 * world.random.between(1, 8)) : uint16_t{0};
  return Path(hosts, vlan, {});
}

}  // namespace

std::unique_ptr<Conversation> start_conversation(World& world) {
  const Kind kind = choose_kind(world);
  const Path path = choose_path(world, kind);
  switch (kind) {
    case Kind::Http: return std::make_unique<TcpConversation>(world, path, http_dialogue(world));
    case Kind::Tls: return std::make_unique<TcpConversation>(world, path, tls_dialogue(world));
    case Kind::Vxlan:
      return std::make_unique<TcpConversation>(
          world, path, world.random.below(2) == 0 ? http_dialogue(world) : tls_dialogue(world));
    case Kind::Dns: return dns_lookup(world, path);
    case Kind::Udp: return udp_reports(world, path);
    case Kind::Icmp: return icmp_echo(world, path);
  }
  return nullptr;
}

}  // namespace wiretale::bench
