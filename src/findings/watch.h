// Watchers: what findings need beyond TCP connections, one per family, each with bounded memory.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "findings/facts.h"
#include "flow/stage.h"

namespace wiretale {

/// One packet with its flow, for watchers. `flow` is null for packets without IP.
struct Seen {
  const Packet& packet;
  const FlowPacket& flow;
};

class Watcher {
 public:
  virtual ~Watcher() = default;
  virtual void see(const Seen& seen, Facts& facts) = 0;
  /// At the end of the capture.
  virtual void finish(Facts& facts) = 0;
};

/// Which packets a watcher is asked about, so that most packets ask nobody.
enum class Interest : uint8_t { Dns, Icmp, Neighbor, Dhcp, Udp, Fragment };

[[nodiscard]] std::unique_ptr<Watcher> watch_dns();
[[nodiscard]] std::unique_ptr<Watcher> watch_neighbors();
[[nodiscard]] std::unique_ptr<Watcher> watch_dhcp();
[[nodiscard]] std::unique_ptr<Watcher> watch_udp();
[[nodiscard]] std::unique_ptr<Watcher> watch_fragments();

}  // namespace wiretale
