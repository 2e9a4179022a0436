// Why a finding is believed: what happened, the evidence, what was ruled out, what this capture cannot show.
#include "findings/teller.h"

namespace wiretale {
namespace {

std::string counted(uint64_t n, std::string_view one, std::string_view many) {
  return text_of(std::string_view{count_text(n)}, ' ', n == 1 ? one : many);
}

void join(std::string& all, std::string_view part, std::string_view between = "; ") {
  if (part.empty()) return;
  if (!all.empty()) all += between;
  all += part;
}

/// The rule's own evidence in numbers.
std::string counts_of(const Teller& teller) {
  const Sighting& sum = teller.sum;
  switch (sum.kind) {
    case Kind::syn_timeout:
      return say(counted(sum.amount, "request (SYN)", "requests (SYN)"), " in ", teller.span,
                 ", 0 answers, 0 refusals, 0 ICMP errors");
    case Kind::syn_refused: return say("each request (SYN) was answered at once by a reset (RST)");
    case Kind::listen_overflow:
      return say(counted(sum.amount, "handshake was", "handshakes were"), " ignored; the port accepted ",
                 count_text(sum.of), " others");
    case Kind::retransmission_loss: {
      const double percent =
          sum.of == 0 ? 0 : 100.0 * static_cast<double>(sum.amount) / static_cast<double>(sum.of);
      return text_of(sum.amount, " of ", sum.of, " segments were sent again (", Fixed{percent, 1},
                     " %); the longest repair took ", std::string_view{teller.longest});
    }
    case Kind::rst_mid_connection:
      return say("the ", teller.words, " sent a reset (RST) while something was outstanding, ",
                 teller.times());
    case Kind::zero_window:
      return say("it announced a full buffer (window 0) in ", counted(sum.amount, "packet", "packets"));
    case Kind::dns_timeout: return say(counted(sum.amount, "query was", "queries were"), " never answered");
    case Kind::slow_server:
      return say("the request was there and acknowledged; ", counted(sum.amount, "answer", "answers"),
                 " began more than 1 s later");
    case Kind::selective_drop:
      return say("in the same minutes the port answered ", teller.words, " and not ", teller.client);
    default: break;
  }
  return std::string(info_of(sum.kind).meaning);
}

}  // namespace

std::string Teller::detail() const {
  switch (sum.kind) {
    case Kind::syn_timeout:
      return say(
          "It asked ", times(),
          known.sightings > 1 ? say(" for ", count_text(known.sightings), " connections") : "", " in ", span,
          ". Nothing came back: no accept, no refusal. Something on the way drops the packets silently.");
    case Kind::syn_refused:
      return say("It tried ", times(),
                 ". The host is up; the port is closed, or a firewall refuses in its name.");
    case Kind::listen_overflow: return "The port is open, and the program behind it is too busy or stuck.";
    case Kind::retransmission_loss: return "The data was sent again and arrived; the transfer was slower.";
    case Kind::zero_window:
      return "The network is fine: the program behind that address does not take its data.";
    case Kind::slow_server: return "This is the time of the application, not of the network.";
    case Kind::selective_drop:
      return "A rule that depends on the source is likely: same port, same minutes, other client.";
    case Kind::intermittent_backend: return "One of several machines behind that address is likely down.";
    case Kind::duplicate_capture: return "This is an artefact of capturing. It is not counted as loss.";
    case Kind::capture_drops: return "The packets did arrive; only this capture lacks them.";
    default: return {};
  }
}

std::string Teller::why() const {
  std::string all = counts_of(*this);
  // A sentence among parts that are none.
  if (!all.empty() && all.back() == '.') all.pop_back();
  join(all, sum.why);
  if (sum.kind >= Kind::tls_unknown_ca && sum.kind <= Kind::tls_to_plaintext) join(all, joined(8));
  if (known.sightings > 1 && sum.kind != Kind::syn_timeout)
    join(all, say("seen ", count_text(known.sightings), " times"));
  return all;
}

std::string Teller::ruled_out() const {
  std::string all;
  switch (sum.kind) {
    case Kind::syn_timeout:
      all = "port closed (that would be a refusal), open rejection (no ICMP came)";
      break;
    case Kind::syn_refused: all = "a silent firewall, host down, route missing (an answer came back)"; break;
    case Kind::slow_server: all = "the network (the request was acknowledged quickly)"; break;
    case Kind::zero_window: all = "loss (the sender waits because it is told to)"; break;
    case Kind::capture_drops: all = "loss on the network (the receiver acknowledged the bytes)"; break;
    case Kind::duplicate_capture: all = "repeats by the sender (same IP ID, within milliseconds)"; break;
    case Kind::high_rtt: all = "a slow server (it answers at once)"; break;
    case Kind::half_open: all = "a device on the way (the reset has the host's TTL)"; break;
    case Kind::mtu_blackhole: all = "a dead peer (small packets are acknowledged)"; break;
    case Kind::rst_after_handshake:
    case Kind::rst_mid_connection: all = "a silent firewall, host down (it answered before)"; break;
    case Kind::dns_servfail:
    case Kind::dns_nxdomain:
    case Kind::dns_refused: all = "the network (the resolver answers)"; break;
    case Kind::http_4xx:
    case Kind::http_5xx:
    case Kind::http_gateway_error: all = "the network up to this server (complete answers came)"; break;
    default: break;
  }
  if (sum.kind >= Kind::tls_unknown_ca && sum.kind <= Kind::tls_client_abort &&
      sum.kind != Kind::tls_clienthello_rst && sum.kind != Kind::tls_no_serverhello)
    all = "the network (both sides talked until one left)";
  const bool unreachable = sum.kind == Kind::syn_timeout || sum.kind == Kind::selective_drop ||
                           sum.kind == Kind::data_unacked || sum.kind == Kind::keepalive_timeout;
  if (unreachable && healthy.count != 0) join(all, "server down (it answers other connections)", ", ");
  if (sum.ends.has_server && !facts.name_of(sum.ends.server).empty() && sum.kind < Kind::dns_timeout)
    join(all, say("DNS (", facts.name_of(sum.ends.server), " was resolved)"), ", ");
  return all;
}

std::string Teller::cannot_tell() const {
  switch (sum.kind) {
    case Kind::syn_timeout:
    case Kind::selective_drop: return "where the packets are dropped: that takes a capture on the other side";
    case Kind::data_unacked:
    case Kind::keepalive_timeout:
    case Kind::mtu_blackhole: return "which hop drops: there is one capture point only";
    case Kind::retransmission_loss: return "which hop loses: that takes a capture at both ends";
    case Kind::rst_idle_timeout: return "whose timer it is: the host's, a load balancer's or a firewall's";
    case Kind::syn_refused: return "whether the host itself refuses or a firewall in its name";
    case Kind::tls_client_abort: return "why the client left: its alert is encrypted";
    case Kind::rst_mid_connection: return "why that side gave up: only its logs know";
    default: return {};
  }
}

}  // namespace wiretale
