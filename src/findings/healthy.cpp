// Healthy twins, from the attempts to connect.
#include "findings/healthy.h"

namespace wiretale {
namespace {

/// Kinds that are about the capture or about all clients of a service have no twin.
bool can_have_twin(Kind kind) {
  switch (kind) {
    case Kind::syn_flood:
    case Kind::port_scan:
    case Kind::intermittent_backend:
    case Kind::duplicate_packets:
    case Kind::duplicate_capture:
    case Kind::asymmetric_capture:
    case Kind::capture_drops: return false;
    default: return true;
  }
}

}  // namespace

HealthyTwins::HealthyTwins(std::span<const Attempt> attempts) {
  for (const Attempt& attempt : attempts) {
    if (attempt.outcome != Outcome::Connected) continue;
    const Ends& ends = attempt.ends;
    Client& client = services_[{ends.server, ends.vni, ends.server_port}][ends.client];
    const auto count = [&](Healthy& twin) {
      if (twin.count++ != 0) return;
      twin.ends = ends;
      twin.packet = attempt.syns[0];
    };
    count(client.connected);
    if (!attempt.faulty && !attempt.unserved) count(client.healthy);
  }
}

Healthy HealthyTwins::of(Kind kind, const Ends& ends) const {
  if (!can_have_twin(kind) || ends.transport != ip_protocol::tcp || !ends.has_server || ends.server_port == 0)
    return {};
  const auto service = services_.find({ends.server, ends.vni, ends.server_port});
  if (service == services_.end()) return {};
  // Who could not connect differs from all who could; other faults come later.
  const bool about_connecting = kind < Kind::rst_mid_connection;
  Healthy best;
  for (const auto& [address, client] : service->second) {
    const Healthy& twin = about_connecting ? client.connected : client.healthy;
    if (twin.count == 0) continue;
    const bool other = address != ends.client, best_is_other = best.ends.client != ends.client;
    if (best.count == 0 || (other != best_is_other ? other : twin.count > best.count)) best = twin;
  }
  return best;
}

}  // namespace wiretale
