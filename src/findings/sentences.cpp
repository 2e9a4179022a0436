// The first sentence of each finding, in plain words: at most 25 of them, and no term that only experts know.
#include "findings/teller.h"

namespace wiretale {
namespace {

std::string number(uint64_t n) { return count_text(n); }

/// For TLS alerts: the one who sent it has rejected the other.
bool server_rejects(const Sighting& sum) { return sum.why.starts_with("the server"); }

/// About connections and the capture; empty when the kind is none of these.
std::string about_connections(const Teller& teller) {
  const auto& [known, facts, healthy, sum, client, server, server_host, words, longest, span] = teller;
  switch (sum.kind) {
    case Kind::syn_timeout:
      return say(client, " cannot reach ", server, ": its connection requests get no answer");
    case Kind::syn_refused: return say(client, " cannot connect to ", server, ": it refuses the connection");
    case Kind::icmp_admin_prohibited:
      return say(client, " may not talk to ", server, ": a rule on ", words, " rejects it");
    case Kind::icmp_port_unreachable:
      return say(client, " finds no service at ", server, ": the answer is \"port unreachable\"");
    case Kind::icmp_host_unreachable:
      return say(client, " cannot reach ", server, ": router ", words, " knows no way there");
    case Kind::synack_then_client_rst:
      return say(client, " drops connections that ", server, " has just accepted");
    case Kind::handshake_incomplete:
      return say("connections of ", client, " are accepted by ", server, ", but never completed");
    case Kind::listen_overflow:
      return say(server, " ignores new connections: its program does not take them");
    case Kind::syn_flood:
      return say(server, " is flooded with connection requests: ", number(sum.amount), " from ",
                 number(sum.of), " sources, almost none completes");
    case Kind::port_scan: return say(client, " tries ", number(sum.of), " ports of ", server_host);
    case Kind::port_reuse:
      return say(client, " uses a port again on which ", server, " still has an older connection");
    case Kind::selective_drop: return say(server, " answers ", words, ", but stays silent for ", client);
    case Kind::intermittent_backend:
      return say(number(sum.amount), " of ", number(sum.of), " connections of ", client, " to ", server,
                 " fail");
    case Kind::conntrack_exhaustion:
      return say("new connections get no answer for a while, old ones go on: a table of connections is full");
    case Kind::rst_mid_connection:
      return say("connections of ", client, " to ", server, " break in the middle");
    case Kind::rst_after_handshake:
      return say(server, " accepts connections of ", client, " and drops them at once");
    case Kind::rst_idle_timeout:
      return say("connections of ", client, " to ", server, " are cut after ", longest, " of silence");
    case Kind::half_open: return say(server, " has forgotten an open connection of ", client);
    case Kind::rst_injected: return say("a device on the way breaks connections of ", client, " to ", server);
    case Kind::rst_out_of_window:
      return say("somebody tries to break the connection of ", client, " to ", server, ", without effect");
    case Kind::keepalive_timeout:
      return say("the ", words, " no longer answers on the idle connection of ", client, " to ", server);
    case Kind::data_unacked:
      return say("the connection of ", client, " to ", server, " went silent: the ", words,
                 " repeats its data in vain");
    case Kind::retransmission_loss:
      return say("packets are lost between ", client, " and ", server, " (", words, ")");
    case Kind::spurious_retransmission:
      return say("data between ", client, " and ", server, " is repeated without need");
    case Kind::out_of_order: return say("packets between ", client, " and ", server, " overtake each other");
    case Kind::duplicate_packets:
      return say("some packets between ", client, " and ", server_host, " are in the capture twice");
    case Kind::duplicate_capture:
      return say("the capture saw most packets between ", client, " and ", server_host, " more than once");
    case Kind::asymmetric_capture:
      return say("only what the ", words, " sends between ", client, " and ", server, " is in the capture");
    case Kind::capture_drops: return say("the capture itself lost packets between ", client, " and ", server);
    case Kind::zero_window:
      return words == "server" ? say(server, " stopped reading what ", client, " sends, for ", longest)
             : words == "client"
                 ? say(client, " stopped reading what ", server, " sends, for ", longest)
                 : say("both ", client, " and ", server, " stopped reading, for up to ", longest);
    case Kind::window_full:
      return say("the ", words, "'s receive buffer limits the transfer between ", client, " and ", server);
    case Kind::mtu_blackhole:
      return say("large packets between ", client, " and ", server, " vanish, small ones pass");
    case Kind::icmp_frag_needed:
      return say("the path between ", client, " and ", server,
                 " takes only smaller packets; the sender was told");
    case Kind::slow_server: return say(server, " takes up to ", longest, " to answer ", client);
    case Kind::high_rtt:
      return say("the path between ", client, " and ", server, " is slow: ", longest, " there and back");
    case Kind::slow_client: return say(client, " needs ", longest, " to send a request to ", server);
    case Kind::bandwidth_limited:
      return say("the transfer between ", client, " and ", server, " is held at ", words);
    case Kind::delayed_ack_stall:
      return say("small messages between ", client, " and ", server, " wait for delayed confirmations");
    default: return {};
  }
}

std::string about_names_and_encryption(const Teller& teller) {
  const auto& [known, facts, healthy, sum, client, server, server_host, words, longest, span] = teller;
  const std::string &judge = server_rejects(sum) ? server : client,
                    &judged = server_rejects(sum) ? client : server;
  switch (sum.kind) {
    case Kind::dns_timeout: return say(client, " gets no answer from its DNS resolver ", server);
    case Kind::dns_retry:
      return say("DNS resolver ", server, " answered ", client, " only after a repeat (", longest, ")");
    case Kind::dns_servfail: return say("DNS resolver ", server, " cannot look up ", words);
    case Kind::dns_nxdomain: return say(client, " asks for names that do not exist: ", words);
    case Kind::dns_refused: return say("DNS resolver ", server, " refuses to answer ", client);
    case Kind::dns_truncated:
      return say("DNS answers of ", server, " to ", client, " are incomplete: ", words);
    case Kind::dns_slow: return say("DNS resolver ", server, " takes up to ", longest, " to answer ", client);
    case Kind::dns_search_explosion:
      return say(client, " looks up ", words, " with every search suffix first");
    case Kind::tls_unknown_ca: return say(judge, " does not trust the certificate of ", judged);
    case Kind::tls_cert_expired:
      return say("the certificate of ", judged, " has expired: ", judge, " leaves");
    case Kind::tls_hostname_mismatch:
      return say("the certificate of ", server, " is for another name than ", client, " asked for");
    case Kind::tls_protocol_version: return say(client, " and ", server, " have no TLS version in common");
    case Kind::tls_no_shared_cipher:
      return say(client, " and ", server, " cannot agree on a method of encryption");
    case Kind::tls_client_cert_required:
      return say(server, " wants a certificate, and ", client, " sends none that it accepts");
    case Kind::tls_unrecognized_name:
      return say(server, " does not know the name that ", client, " asks for");
    case Kind::tls_clienthello_rst:
      return say("connections of ", client, " to ", server, " are cut when encryption begins");
    case Kind::tls_no_serverhello: return say(server, " does not answer when ", client, " begins encryption");
    case Kind::tls_client_abort:
      return say(client, " leaves when it sees the certificate of ", server, ": it probably rejects it");
    case Kind::plaintext_to_tls: return say(client, " speaks plain HTTP to ", server, ", which expects TLS");
    case Kind::tls_to_plaintext:
      return say(client, " begins encryption, but ", server, " answers in plain text");
    default: return {};
  }
}

std::string about_services_and_hosts(const Teller& teller) {
  const auto& [known, facts, healthy, sum, client, server, server_host, words, longest, span] = teller;
  switch (sum.kind) {
    case Kind::http_5xx:
      return say(number(sum.amount), " of ", number(sum.of), " answers of ", server, " to ", client,
                 " are server errors: ", words);
    case Kind::http_4xx:
      return say(number(sum.amount), " of ", number(sum.of), " answers of ", server, " to ", client,
                 " are client errors: ", words);
    case Kind::http_gateway_error: return say(server, " cannot reach its backend: ", words, " for ", client);
    case Kind::http_no_response: return say(server, " closes connections of ", client, " without an answer");
    case Kind::neighbor_unanswered:
      return say("nobody answers for ", server_host, " on the local network; ", client, " asks in vain");
    case Kind::neighbor_duplicate_ip: return say("two devices claim the address ", server_host);
    case Kind::routing_loop:
      return say("packets from ", client, " to ", server_host, " go round in a circle");
    case Kind::ip_fragment_loss:
      return say("pieces of large packets from ", client, " to ", server_host, " are missing");
    case Kind::udp_no_response: return say(client, " gets no answer from ", server, " (UDP)");
    case Kind::icmp_echo_loss:
      return say(number(sum.amount), " of ", number(sum.of), " pings of ", client, " to ", server_host,
                 " get no reply");
    case Kind::dhcp_no_offer:
      return say("a client wants an address, and no DHCP server answers (", words, ")");
    case Kind::dhcp_nak: return say("DHCP server ", server_host, " refuses the address that a client wants");
    case Kind::quic_blocked: return say("HTTP/3 (over UDP) of ", client, " to ", server, " gets no answer");
    default: return {};
  }
}

}  // namespace

std::string Teller::what() const {
  for (const auto about : {about_connections, about_names_and_encryption, about_services_and_hosts})
    if (std::string sentence = about(*this); !sentence.empty()) return sentence;
  return say(std::string(info_of(sum.kind).title), ": ", client, " to ", server);
}

}  // namespace wiretale
