// Conversations in datagrams: DNS lookups, reports over UDP, ICMP echo.
#pragma once

#include <memory>

#include "conversation.h"

namespace wiretale::bench {

// A and AAAA asked for at once, as a resolver library does; some names do not exist.
[[nodiscard]] std::unique_ptr<Conversation> dns_lookup(World& world, const Path& path);
// Plain text from the client to port 8125, never answered.
[[nodiscard]] std::unique_ptr<Conversation> udp_reports(World& world, const Path& path);
[[nodiscard]] std::unique_ptr<Conversation> icmp_echo(World& world, const Path& path);

}  // namespace wiretale::bench
