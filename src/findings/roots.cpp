// From symptoms to the root cause: which findings follow from which.
#include <algorithm>

#include "findings/facts.h"

namespace wiretale {
namespace {

/// How a root and what follows from it belong together.
enum class Tie : uint8_t {
  Pair,       ///< the same client and server
  Service,    ///< the same server and port
  Server,     ///< the same server address
  Behind,     ///< the root is on a proxy's own way to its backend: the symptom's server is the root's client
  AnyMoment,  ///< anything in the same window of time
};

struct Rule {
  Kind root, symptom;
  Tie tie;
};

constexpr Rule rules[] = {
    {Kind::conntrack_exhaustion, Kind::syn_timeout, Tie::AnyMoment},
    {Kind::conntrack_exhaustion, Kind::intermittent_backend, Tie::AnyMoment},
    {Kind::selective_drop, Kind::syn_timeout, Tie::Pair},
    {Kind::intermittent_backend, Kind::syn_timeout, Tie::Pair},
    {Kind::intermittent_backend, Kind::syn_refused, Tie::Pair},
    {Kind::syn_flood, Kind::listen_overflow, Tie::Service},
    {Kind::syn_flood, Kind::handshake_incomplete, Tie::Service},
    {Kind::syn_flood, Kind::syn_timeout, Tie::Service},
    {Kind::port_scan, Kind::syn_refused, Tie::Pair},
    {Kind::port_scan, Kind::syn_timeout, Tie::Pair},
    {Kind::listen_overflow, Kind::handshake_incomplete, Tie::Service},
    {Kind::listen_overflow, Kind::syn_timeout, Tie::Service},
    {Kind::listen_overflow, Kind::data_unacked, Tie::Service},
    {Kind::listen_overflow, Kind::http_no_response, Tie::Service},
    {Kind::listen_overflow, Kind::retransmission_loss, Tie::Service},
    {Kind::listen_overflow, Kind::slow_server, Tie::Service},
    {Kind::routing_loop, Kind::syn_timeout, Tie::Server},
    {Kind::routing_loop, Kind::icmp_echo_loss, Tie::Server},
    {Kind::neighbor_unanswered, Kind::icmp_host_unreachable, Tie::Server},
    {Kind::neighbor_unanswered, Kind::syn_timeout, Tie::Server},
    {Kind::neighbor_unanswered, Kind::icmp_echo_loss, Tie::Server},
    {Kind::neighbor_unanswered, Kind::data_unacked, Tie::Server},
    {Kind::neighbor_duplicate_ip, Kind::syn_timeout, Tie::Server},
    {Kind::neighbor_duplicate_ip, Kind::rst_mid_connection, Tie::Server},
    {Kind::icmp_host_unreachable, Kind::syn_timeout, Tie::Pair},
    {Kind::icmp_host_unreachable, Kind::data_unacked, Tie::Pair},
    {Kind::icmp_admin_prohibited, Kind::syn_timeout, Tie::Pair},
    {Kind::icmp_admin_prohibited, Kind::udp_no_response, Tie::Pair},
    {Kind::icmp_port_unreachable, Kind::syn_timeout, Tie::Pair},
    {Kind::icmp_port_unreachable, Kind::dns_timeout, Tie::Pair},
    {Kind::icmp_port_unreachable, Kind::udp_no_response, Tie::Pair},
    {Kind::ip_fragment_loss, Kind::udp_no_response, Tie::Pair},
    {Kind::ip_fragment_loss, Kind::dns_timeout, Tie::Pair},
    {Kind::mtu_blackhole, Kind::data_unacked, Tie::Pair},
    {Kind::mtu_blackhole, Kind::http_no_response, Tie::Pair},
    {Kind::mtu_blackhole, Kind::tls_no_serverhello, Tie::Pair},
    {Kind::mtu_blackhole, Kind::retransmission_loss, Tie::Pair},
    {Kind::rst_injected, Kind::rst_mid_connection, Tie::Pair},
    {Kind::rst_injected, Kind::tls_clienthello_rst, Tie::Pair},
    {Kind::data_unacked, Kind::retransmission_loss, Tie::Pair},
    {Kind::zero_window, Kind::slow_server, Tie::Pair},
    {Kind::zero_window, Kind::window_full, Tie::Pair},
    {Kind::bandwidth_limited, Kind::retransmission_loss, Tie::Pair},
    {Kind::bandwidth_limited, Kind::high_rtt, Tie::Pair},
    {Kind::high_rtt, Kind::window_full, Tie::Pair},
    {Kind::dns_timeout, Kind::dns_retry, Tie::Pair},
    {Kind::dns_search_explosion, Kind::dns_nxdomain, Tie::Pair},
    {Kind::plaintext_to_tls, Kind::http_4xx, Tie::Pair},
    {Kind::syn_refused, Kind::http_gateway_error, Tie::Behind},
    {Kind::syn_timeout, Kind::http_gateway_error, Tie::Behind},
    {Kind::rst_mid_connection, Kind::http_gateway_error, Tie::Behind},
    {Kind::rst_after_handshake, Kind::http_gateway_error, Tie::Behind},
    {Kind::http_no_response, Kind::http_gateway_error, Tie::Behind},
    {Kind::slow_server, Kind::http_gateway_error, Tie::Behind},
    {Kind::slow_server, Kind::slow_server, Tie::Behind},
};

bool tied(const Finding& root, const Finding& symptom, Tie tie) {
  const Ends &a = root.ends, &b = symptom.ends;
  const bool server = a.has_server && b.has_server && a.server == b.server;
  const bool client = !a.has_client || !b.has_client || a.client == b.client;
  constexpr Duration near = seconds(5);
  const bool moment = symptom.first - root.last < near && root.first - symptom.last < near;
  const bool port = a.server_port == 0 || b.server_port == 0 || a.server_port == b.server_port;
  switch (tie) {
    case Tie::Pair: return server && client && port;
    case Tie::Service: return server && port;
    case Tie::Server: return server;
    case Tie::Behind:
      return a.has_client && b.has_server && a.client == b.server && a.server != b.server && moment;
    case Tie::AnyMoment: return moment;
  }
  return false;
}

}  // namespace

void find_roots(std::vector<Finding>& findings) {
  constexpr size_t most = 500;  // pairs are compared: a report of more is not read by people
  const size_t looked = std::min(findings.size(), most);
  std::vector<size_t> root_of(findings.size(), findings.size());
  for (size_t s = 0; s < looked; ++s)
    for (const Rule& rule : rules) {
      if (rule.symptom != findings[s].kind || root_of[s] != findings.size()) continue;
      for (size_t r = 0; r < looked; ++r)
        if (r != s && findings[r].kind == rule.root && tied(findings[r], findings[s], rule.tie)) {
          root_of[s] = r;
          break;
        }
    }
  // A symptom of a symptom belongs to the first cause.
  for (size_t s = 0; s < looked; ++s)
    for (int steps = 0; steps < 4 && root_of[s] != findings.size() &&
                        root_of[root_of[s]] != findings.size() && root_of[root_of[s]] != s;
         ++steps)
      root_of[s] = root_of[root_of[s]];
  // Where two explain each other, the first in order is the cause.
  for (size_t s = 0; s < looked; ++s)
    if (root_of[s] != findings.size() && root_of[root_of[s]] != findings.size()) root_of[s] = findings.size();
  std::vector<Finding> ordered;
  ordered.reserve(findings.size());
  for (size_t s = 0; s < looked; ++s) {
    if (root_of[s] == findings.size()) continue;
    Finding& root = findings[root_of[s]];
    findings[s].root = root.kind;
    root.explains.push_back({findings[s].kind, findings[s].ends, findings[s].count});
  }
  // What follows from a finding stands directly behind it.
  for (size_t i = 0; i < findings.size(); ++i) {
    if (root_of[i] != findings.size()) continue;
    ordered.push_back(std::move(findings[i]));
    for (size_t s = 0; s < looked; ++s)
      if (root_of[s] == i) ordered.push_back(std::move(findings[s]));
  }
  findings = std::move(ordered);
}

}  // namespace wiretale
