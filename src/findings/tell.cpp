// The sentences of findings.
#include <algorithm>

#include "findings/engine.h"
#include "statistics/report.h"

namespace wiretale {
namespace {

struct Teller {
  const Case& known;
  const Facts& facts;
  const Sighting& sum = known.sum;
  std::string client = name(sum.ends.client, 0), server = name(sum.ends.server, sum.ends.server_port),
              server_host = name(sum.ends.server, 0);
  std::string words = joined();
  std::string times = sum.amount == 1 ? "once" : text_of(std::string_view{count_text(sum.amount)}, " times");
  std::string longest = duration_text(sum.longest);
  std::string span = duration_text(sum.last - sum.first);

  [[nodiscard]] std::string name(const Address& address, uint16_t port) const {
    const std::string known_name = facts.name_of(address);
    const std::string plain = to_string(address, port);
    return known_name.empty() ? plain
                              : text_of(std::string_view{known_name}, " (", std::string_view{plain}, ")");
  }
  [[nodiscard]] std::string joined() const {
    std::string all;
    for (const std::string& word : known.words) all += (all.empty() ? "" : ", ") + word;
    return all;
  }
  [[nodiscard]] std::string what() const;
  [[nodiscard]] std::string detail() const;
};

template <class... Parts>
std::string say(const Parts&... parts) {
  std::string all;
  ((all += parts), ...);
  return all;
}

std::string number(uint64_t n) { return count_text(n); }

std::string Teller::what() const {
  switch (sum.kind) {
    case Kind::syn_timeout:
      return say(client, " cannot reach ", server, ": its connection requests get no answer");
    case Kind::syn_refused: return say(client, " cannot connect to ", server, ": the port refuses");
    case Kind::icmp_admin_prohibited:
      return say(client, " may not talk to ", server, ": ", words,
                 " rejects it (administratively prohibited)");
    case Kind::icmp_port_unreachable: return say(client, " gets \"port unreachable\" for ", server);
    case Kind::icmp_host_unreachable:
      return say(client, " cannot reach ", server, ": ", words, " says the host or network is unreachable");
    case Kind::synack_then_client_rst:
      return say(client, " resets connections that ", server, " has just accepted");
    case Kind::handshake_incomplete:
      return say("connections of ", client, " to ", server, " are never completed");
    case Kind::listen_overflow: return say(server, " ignores new connections: its accept queue is full");
    case Kind::syn_flood:
      return say(server, " gets a flood of SYNs: ", number(sum.amount), " from ", number(sum.of),
                 " sources, almost none completes");
    case Kind::port_scan: return say(client, " tries ", number(sum.of), " ports of ", server_host);
    case Kind::port_reuse:
      return say(client, " uses a port again that ", server, " still has a connection on");
    case Kind::selective_drop: return say(server, " answers ", words, ", but is silent for ", client);
    case Kind::intermittent_backend:
      return say(number(sum.amount), " of ", number(sum.of), " connections of ", client, " to ", server,
                 " fail");
    case Kind::conntrack_exhaustion:
      return say(
          "new connections get no answer for a while, established ones go on: a connection table is full");
    case Kind::rst_mid_connection:
      return say("connections of ", client, " to ", server, " break in the middle");
    case Kind::rst_after_handshake:
      return say(server, " accepts connections of ", client, " and resets them at once");
    case Kind::rst_idle_timeout:
      return say("connections of ", client, " to ", server, " are cut after ", longest, " of silence");
    case Kind::half_open: return say(server, " does not know the connection of ", client, " any more");
    case Kind::rst_injected: return say("a device on the way resets connections of ", client, " to ", server);
    case Kind::rst_out_of_window:
      return say("RSTs between ", client, " and ", server, " are ignored: outside of the window");
    case Kind::keepalive_timeout:
      return say("keepalive probes between ", client, " and ", server, " get no answer from the ", words);
    case Kind::data_unacked:
      return say("the connection of ", client, " to ", server, " went silent: the ", words,
                 " repeats its data in vain");
    case Kind::retransmission_loss:
      return say("segments are lost between ", client, " and ", server, " (", words, ")");
    case Kind::spurious_retransmission:
      return say("data between ", client, " and ", server, " is repeated without need");
    case Kind::out_of_order: return say("segments between ", client, " and ", server, " overtake each other");
    case Kind::duplicate_packets:
      return say("some frames between ", client, " and ", server_host, " are in the capture twice");
    case Kind::duplicate_capture:
      return say("the capture saw most packets between ", client, " and ", server_host, " more than once");
    case Kind::asymmetric_capture:
      return say("only the ", words, "'s direction between ", client, " and ", server, " is in the capture");
    case Kind::capture_drops: return say("the capture lost packets between ", client, " and ", server);
    case Kind::zero_window:
      return say("the ", words, " of ", client, " to ", server, " stopped reading for ", longest);
    case Kind::window_full:
      return say("the ", words, "'s receive window limits the transfer between ", client, " and ", server);
    case Kind::mtu_blackhole:
      return say("large packets between ", client, " and ", server, " vanish, small ones pass");
    case Kind::icmp_frag_needed:
      return say("the path between ", client, " and ", server, " has a smaller MTU; the sender was told");
    case Kind::slow_server: return say(server, " takes up to ", longest, " to answer ", client);
    case Kind::high_rtt:
      return say("the path between ", client, " and ", server, " is slow: round trip ", longest);
    case Kind::slow_client: return say(client, " needs ", longest, " to send a request to ", server);
    case Kind::bandwidth_limited:
      return say("the transfer between ", client, " and ", server, " runs flat at ", words);
    case Kind::delayed_ack_stall:
      return say("small writes between ", client, " and ", server, " wait for delayed ACKs");
    case Kind::dns_timeout: return say(client, " gets no answer from its resolver ", server);
    case Kind::dns_retry:
      return say("resolver ", server, " answered ", client, " only after a repeat (", longest, ")");
    case Kind::dns_servfail: return say("resolver ", server, " fails (SERVFAIL) for ", words);
    case Kind::dns_nxdomain: return say(client, " asks for names that do not exist: ", words);
    case Kind::dns_refused: return say("resolver ", server, " refuses ", client);
    case Kind::dns_truncated:
      return say("answers of resolver ", server, " to ", client, " are truncated: ", words);
    case Kind::dns_slow: return say("resolver ", server, " takes up to ", longest, " to answer ", client);
    case Kind::dns_search_explosion:
      return say(client, " asks for ", words, " with every search suffix first");
    case Kind::http_5xx:
      return say(number(sum.amount), " of ", number(sum.of), " answers of ", server, " to ", client,
                 " are server errors: ", words);
    case Kind::http_4xx:
      return say(number(sum.amount), " of ", number(sum.of), " answers of ", server, " to ", client,
                 " are client errors: ", words);
    case Kind::http_gateway_error: return say(server, " cannot reach its backend: ", words, " for ", client);
    case Kind::http_no_response:
      return say(server, " ends connections of ", client, " without an answer to the request");
    case Kind::neighbor_unanswered:
      return say("nobody answers for ", server_host, " on the local network; ", client, " asks in vain");
    case Kind::neighbor_duplicate_ip: return say("two devices claim ", server_host);
    case Kind::routing_loop:
      return say("packets from ", client, " to ", server_host, " go round in a circle");
    case Kind::ip_fragment_loss: return say("fragments from ", client, " to ", server_host, " are missing");
    case Kind::udp_no_response: return say(client, " gets no answer from ", server, " (UDP)");
    case Kind::icmp_echo_loss:
      return say(number(sum.amount), " of ", number(sum.of), " pings of ", client, " to ", server_host,
                 " get no reply");
    case Kind::dhcp_no_offer: return say("no DHCP server answers (", words, ")");
    case Kind::dhcp_nak: return say("DHCP server ", server_host, " refuses an address");
    case Kind::quic_blocked: return say("QUIC of ", client, " to ", server, " gets no answer");
    default: break;
  }
  return say(std::string(info_of(sum.kind).title), ": ", client, " to ", server);
}

std::string Teller::detail() const {
  switch (sum.kind) {
    case Kind::syn_timeout:
      return say(
          "It asked ", number(sum.amount), " times (", number(known.sightings),
          known.sightings == 1 ? " connection" : " connections", ") in ", span,
          ". Nothing came back: no accept, no refusal. Something on the way drops the packets silently.");
    case Kind::syn_refused:
      return say("It tried ", times, "; each SYN was answered with RST. The host is up, the port is closed.");
    case Kind::listen_overflow:
      return say("The port is open and accepted ", number(sum.of), " connections, then ", number(sum.amount),
                 " handshakes were ignored: the application does not take them.");
    case Kind::retransmission_loss: {
      const double percent =
          sum.of == 0 ? 0 : 100.0 * static_cast<double>(sum.amount) / static_cast<double>(sum.of);
      return text_of(sum.amount, " of ", sum.of, " segments were sent again (", Fixed{percent, 1},
                     "%); the longest repair took ", std::string_view{longest}, ".");
    }
    case Kind::rst_mid_connection:
      return say("The ", words, " sent RST while something was outstanding (", times, ").");
    case Kind::zero_window:
      return say("Its receive window was 0 in ", number(sum.amount),
                 " packets. The application behind it does not read.");
    case Kind::dns_timeout: return say(number(sum.amount), " queries were never answered.");
    case Kind::slow_server:
      return say("The request was there and acknowledged; ", number(sum.amount),
                 sum.amount == 1 ? " answer began" : " answers began",
                 " late. This is the application's time, not the network's.");
    case Kind::selective_drop:
      return say(
          "The same port answers others in the same minutes. Evidence for a rule that depends on the "
          "source.");
    default: break;
  }
  return known.sightings > 1
             ? say(std::string(info_of(sum.kind).meaning), " Seen ", number(known.sightings), " times.")
             : std::string(info_of(sum.kind).meaning);
}

std::string ruled_out(Kind kind) {
  switch (kind) {
    case Kind::syn_timeout: return "port closed (that would be a refusal); open rejection (no ICMP came)";
    case Kind::syn_refused: return "a silent firewall; host down; route missing (an answer came back)";
    case Kind::slow_server: return "the network (the request was acknowledged quickly)";
    case Kind::zero_window: return "loss (the sender waits because it is told to)";
    case Kind::capture_drops: return "loss on the network (the receiver acknowledged the bytes)";
    case Kind::duplicate_capture: return "repeats by the sender (same IP ID, within milliseconds)";
    case Kind::high_rtt: return "a slow server (it answers at once)";
    case Kind::half_open: return "a middlebox (the RST has the host's TTL)";
    case Kind::mtu_blackhole: return "a dead peer (small segments are acknowledged)";
    case Kind::dns_servfail:
    case Kind::dns_nxdomain:
    case Kind::dns_refused: return "the network (the resolver answers)";
    default: return "";
  }
}

std::string cannot_tell(Kind kind) {
  switch (kind) {
    case Kind::syn_timeout:
    case Kind::selective_drop: return "where the packets are dropped: that takes a capture on the other side";
    case Kind::data_unacked:
    case Kind::keepalive_timeout:
    case Kind::mtu_blackhole: return "which hop drops: one capture point only";
    case Kind::retransmission_loss: return "which hop loses: capture at both ends";
    case Kind::rst_idle_timeout: return "whose timer it is: host, load balancer or firewall";
    case Kind::tls_client_abort: return "why the client left: its alert is encrypted";
    default: return "";
  }
}

}  // namespace

Finding tell(const Case& known, const Facts& facts) {
  const Sighting& sum = known.sum;
  const KindInfo& info = info_of(sum.kind);
  const Teller teller{known, facts};
  Finding finding{.kind = sum.kind,
                  .severity = sum.severity_given ? sum.severity : info.severity,
                  .confidence = sum.confidence,
                  .ends = sum.ends};
  finding.packets = sum.packets;
  std::sort(finding.packets.begin(), finding.packets.end());
  finding.packets.erase(std::unique(finding.packets.begin(), finding.packets.end()), finding.packets.end());
  std::erase(finding.packets, 0u);
  finding.count = std::max<uint64_t>(known.sightings, 1);
  if (sum.kind == Kind::syn_timeout || sum.kind == Kind::http_4xx || sum.kind == Kind::http_5xx ||
      sum.kind == Kind::http_gateway_error)
    finding.count = sum.amount;
  finding.first = sum.first;
  finding.last = sum.last;
  finding.what = teller.what();
  finding.detail = teller.detail();
  finding.why = sum.why;
  if (sum.kind >= Kind::tls_unknown_ca && sum.kind <= Kind::tls_to_plaintext && !teller.words.empty())
    finding.why += (finding.why.empty() ? "" : "; ") + teller.words;
  finding.ruled_out = ruled_out(sum.kind);
  finding.cannot_tell = cannot_tell(sum.kind);
  finding.cause = info.causes;
  for (std::string_view rest = info.checks; !rest.empty();) {
    const size_t end = rest.find(';');
    std::string_view check = rest.substr(0, end);
    // "; " joins parts of one check.
    size_t at = end;
    while (at != rest.npos && at + 1 < rest.size() && rest[at + 1] == ' ') {
      at = rest.find(';', at + 1);
      check = rest.substr(0, at);
    }
    finding.checks.emplace_back(check);
    rest = at == rest.npos ? std::string_view{} : rest.substr(at + 1);
  }
  finding.ladder = sum.ladder;
  finding.flows = std::max<uint64_t>(known.sightings, 1);
  finding.times = sum.times;
  return finding;
}

}  // namespace wiretale
