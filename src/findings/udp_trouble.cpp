// UDP requests without answer, QUIC that is blocked, and pings without reply.
#include <algorithm>

#include "findings/watch.h"

namespace wiretale {
namespace {

/// Ports whose protocol answers each request.
bool answers_by_design(uint16_t port) {
  switch (port) {
    case 69:    // TFTP
    case 88:    // Kerberos
    case 123:   // NTP
    case 161:   // SNMP
    case 389:   // CLDAP
    case 464:   // kpasswd
    case 500:   // IKE
    case 623:   // IPMI
    case 1194:  // OpenVPN
    case 1645:
    case 1646:
    case 1812:
    case 1813:   // RADIUS
    case 3478:   // STUN
    case 4500:   // IKE
    case 5060:   // SIP
    case 51820:  // WireGuard
      return true;
    default: return false;
  }
}

/// One-way telemetry by design, and what is judged elsewhere.
bool not_asked(uint16_t port) {
  switch (port) {
    case 53:
    case 67:
    case 68:
    case 137:
    case 138:
    case 162:
    case 514:
    case 546:
    case 547:
    case 1900:
    case 2055:
    case 3702:
    case 3784:  // BFD: each side sends on a flow of its own
    case 3785:
    case 4784:
    case 6784:
    case 4739:
    case 4789:
    case 5353:
    case 5355:
    case 6081:
    case 6343:
    case 6514:
    case 8125:
    case 8472:
    case 9995:
    case 9996:
    case 12201:
    case 25826: return true;
    default: return false;
  }
}

struct Exchange {
  uint32_t answers = 0, requests = 0;
  uint64_t last_hash = 0;
  uint32_t repeats = 0;           ///< same request again since the last answer
  uint32_t open = 0;              ///< requests since the last answer
  std::vector<uint32_t> packets;  ///< of them
  Time first_open, last;
  Duration shortest_wait = seconds(1000), longest_wait;
  bool quic = false;
  Ends ends;
  // ping
  std::vector<std::pair<uint32_t, uint32_t>> pings;  ///< sequence, packet; still open
  std::vector<Time> ping_times;
};

/// An Ethernet frame to a group, such as a broadcast to the own network's last address.
bool to_everybody(const Packet& packet) {
  constexpr uint16_t ethernet = 1;
  return packet.link_type == ethernet && !packet.bytes.empty() && (packet.bytes[0] & 1) != 0;
}

uint64_t content_hash(Bytes bytes) {
  uint64_t hash = bytes.size() + 1;
  for (size_t i = 0; i < std::min<size_t>(bytes.size(), 256); ++i) hash = (hash ^ bytes[i]) * 0x100000001b3u;
  return hash;
}

/// Long header, version 1 or 2 or a draft, type Initial (RFC 9000 17.2.2, 9369).
bool is_quic_initial(Bytes bytes, uint32_t length) {
  constexpr uint32_t least_length = 1200;  // RFC 9000 14.1
  if (length < least_length || bytes.size() < 5 || (bytes[0] & 0xc0) != 0xc0) return false;
  const uint32_t version = be32(&bytes[1]);
  const unsigned type = bytes[0] >> 4 & 3;
  return (version == 1 && type == 0) || (version == 0x6b3343cf && type == 1) ||
         (version >> 8 == 0xff0000 && type == 0);
}

class UdpWatcher : public Watcher {
 public:
  void see(const Seen& seen, Facts& facts) override {
    if (has(seen.flow.events, Event::DuplicateFrame) || seen.flow.fragment) return;
    const Flow& flow = *seen.flow.flow;
    if (flow.server_address().multicast() || flow.server_address().broadcast() ||
        flow.client_address().multicast() || to_everybody(seen.packet))
      return;
    // A host that talks to itself from a port to the same port: nobody can tell questions from answers.
    if (flow.key.low == flow.key.high && flow.key.low_port == flow.key.high_port && flow.key.low_port != 0)
      return;
    if (exchanges_.size() >= most_exchanges && !exchanges_.contains(flow.number)) {
      judge_old(seen.packet.time, facts);
      if (exchanges_.size() >= most_exchanges) return;
    }
    if (seen.flow.transport == ip_protocol::udp)
      see_udp(seen, flow);
    else
      see_ping(seen, flow);
  }

  void finish(Facts& facts) override {
    for (const auto& [number, exchange] : exchanges_) {
      judge_pings(exchange, facts);
      judge_requests(exchange, facts);
    }
  }

 private:
  static constexpr size_t most_exchanges = 100'000;

  /// Tells of exchanges that have ended, so that an endless stream does not fill the table.
  void judge_old(Time now, Facts& facts) {
    constexpr Duration old = seconds(30), pause = seconds(5);
    if (swept_.nanoseconds != 0 && now - swept_ < pause) return;
    swept_ = now;
    std::erase_if(exchanges_, [&](const auto& one) {
      const Exchange& exchange = one.second;
      const Time last =
          exchange.ping_times.empty() ? exchange.last : std::max(exchange.last, exchange.ping_times.back());
      if (now - last < old) return false;
      judge_pings(exchange, facts);
      judge_requests(exchange, facts);
      return true;
    });
  }

  void see_udp(const Seen& seen, const Flow& flow) {
    const uint16_t port = flow.server_port();
    if (not_asked(port) || not_asked(flow.client_port())) return;
    Exchange& exchange = exchanges_[flow.number];
    if (exchange.requests + exchange.answers == 0) exchange.ends = ends_of(flow);
    if (!seen.flow.from_client()) {
      ++exchange.answers;
      exchange.open = exchange.repeats = 0;
      exchange.packets.clear();
      return;
    }
    const Bytes payload = seen.flow.payload;
    const uint64_t hash = content_hash(payload);
    if (exchange.requests == 0) exchange.quic = is_quic_initial(payload, seen.flow.payload_length);
    ++exchange.requests;
    const Duration wait = seen.packet.time - exchange.last;
    if (exchange.open != 0) {
      exchange.shortest_wait = std::min(exchange.shortest_wait, wait);
      exchange.longest_wait = std::max(exchange.longest_wait, wait);
      if (hash == exchange.last_hash) ++exchange.repeats;
    } else {
      exchange.first_open = seen.packet.time;
    }
    ++exchange.open;
    if (exchange.packets.size() < 64) exchange.packets.push_back(seen.packet.number);
    exchange.last_hash = hash;
    exchange.last = seen.packet.time;
  }

  void see_ping(const Seen& seen, const Flow& flow) {
    const Bytes message =
        seen.packet.bytes.subspan(std::min<size_t>(seen.flow.transport_at, seen.packet.bytes.size()));
    if (message.size() < 8) return;
    const bool request = message[0] == 8 || message[0] == 128, reply = message[0] == 0 || message[0] == 129;
    if (!request && !reply) return;
    Exchange& exchange = exchanges_[flow.number];
    const uint32_t sequence = be16(&message[6]);
    if (request) {
      // A traceroute's echo requests are meant to die on the way; packets of a ping have more left than a
      // path is long.
      constexpr uint8_t longest_path = 32;
      if (seen.flow.time_to_live != 0 && seen.flow.time_to_live <= longest_path) return;
      if (exchange.requests++ == 0) {
        exchange.ends = ends_of(flow);
        exchange.ends.client = flow.address(seen.flow.way);
        exchange.ends.server = flow.address(seen.flow.way ^ 1u);
        exchange.ends.client_port = exchange.ends.server_port = 0;
      }
      if (exchange.pings.size() < 256) {
        exchange.pings.emplace_back(sequence, seen.packet.number);
        exchange.ping_times.push_back(seen.packet.time);
      }
      return;
    }
    ++exchange.answers;
    for (size_t i = exchange.pings.size(); i-- > 0;) {
      if (exchange.pings[i].first != sequence) continue;
      exchange.pings.erase(exchange.pings.begin() + static_cast<std::ptrdiff_t>(i));
      exchange.ping_times.erase(exchange.ping_times.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  }

  static void judge_pings(const Exchange& exchange, Facts& facts) {
    if (exchange.pings.size() < 2) return;
    Sighting sighting{.kind = Kind::icmp_echo_loss,
                      .ends = exchange.ends,
                      .first = exchange.ping_times.front(),
                      .last = exchange.ping_times.back()};
    for (size_t i = 0; i < exchange.pings.size(); ++i)
      if (facts.end - exchange.ping_times[i] >= milliseconds(900) ||
          (i + 1 < exchange.pings.size() &&
           exchange.ping_times.back() - exchange.ping_times[i] >= milliseconds(500)))
        sighting.packets.push_back(exchange.pings[i].second);
    if (sighting.packets.size() < 2) return;
    sighting.amount = sighting.packets.size();
    sighting.of = exchange.requests;
    facts.cases.add(std::move(sighting));
  }

  static void judge_requests(const Exchange& exchange, Facts& facts) {
    if (exchange.open < 2 || exchange.ends.transport != ip_protocol::udp) return;
    const Duration span = exchange.last - exchange.first_open;
    Sighting sighting{.kind = Kind::udp_no_response,
                      .ends = exchange.ends,
                      .packets = exchange.packets,
                      .first = exchange.first_open,
                      .last = exchange.last,
                      .longest = span,
                      .amount = exchange.open};
    if (exchange.quic && exchange.answers == 0) {
      sighting.kind = Kind::quic_blocked;
      facts.cases.add(std::move(sighting));
      return;
    }
    if (span < milliseconds(400)) return;
    // A retry waits; telemetry that happens to repeat itself does not back off and goes on and on.
    const bool retries = exchange.repeats >= 2 && exchange.repeats + 1 == exchange.open &&
                         exchange.shortest_wait >= milliseconds(300) && exchange.open <= 12;
    const bool knows_answers = exchange.answers != 0 && exchange.longest_wait >= milliseconds(300);
    const bool by_design = answers_by_design(exchange.ends.server_port);
    if (!retries && !knows_answers && !by_design) return;
    facts.cases.add(std::move(sighting));
  }

  std::unordered_map<uint32_t, Exchange> exchanges_;  ///< by flow number
  Time swept_;
};

}  // namespace

std::unique_ptr<Watcher> watch_udp() { return std::make_unique<UdpWatcher>(); }

}  // namespace wiretale
