// Which protocols keep their state by conversation: only packets between the same two ends (addresses and
// ports) show what was kept of others. What they keep may wait until such a packet is shown.
#pragma once
#include <vector>

#include "packet/protocol.h"
#include "protocols/catalog.h"

namespace wiretale {

/// Each of them keys what it keeps by the TCP stream or by both ends. A protocol that is not here and keeps
/// something is followed packet by packet: the safe default.
inline constexpr ProtocolId kept_by_conversation[] = {
    ids::amqp,  ids::dns,  ids::ftp,   ids::http,  ids::http2, ids::icmp, ids::icmpv6, ids::imap,
    ids::llmnr, ids::mdns, ids::mysql, ids::pgsql, ids::smtp,  ids::ssh,  ids::tls,    ids::websocket};

/// Whom packets may show what a protocol kept of earlier ones.
enum class Shared : uint8_t { WithNobody, WithinConversation, WithAll };

[[nodiscard]] inline Shared shared_state_of(ProtocolId id) {
  static const std::vector<Shared> table = [] {
    std::vector<Shared> by_id(catalog().size(), Shared::WithAll);
    for (size_t i = 1; i < by_id.size(); ++i)
      if (catalog()[i]->keeps == Keeps::Nothing) by_id[i] = Shared::WithNobody;
    for (const ProtocolId each : kept_by_conversation)
      by_id[static_cast<size_t>(each)] = Shared::WithinConversation;
    return by_id;
  }();
  return table[static_cast<size_t>(id)];
}

}  // namespace wiretale
