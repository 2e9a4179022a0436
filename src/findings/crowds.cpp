// What many attempts to connect tell together: silence, floods, scans, full queues and tables, rules by
// source.
#include <algorithm>
#include <map>
#include <set>

#include "findings/facts.h"

namespace wiretale {
namespace {

// How long a single SYN must have waited to count as unanswered.
constexpr Duration patience = seconds(3);

struct Service {
  Address server;
  uint16_t port;
  uint32_t vni;
  auto operator<=>(const Service&) const = default;
};
Service service_of(const Ends& ends) { return {ends.server, ends.server_port, ends.vni}; }

using Group = std::vector<const Attempt*>;

bool silent(const Attempt& attempt) { return attempt.outcome == Outcome::Silent; }
bool surely_silent(const Attempt& attempt, const Facts& facts) {
  return silent(attempt) && (attempt.syn_count >= 2 || facts.end - attempt.start >= patience);
}
/// ICMP errors that SYN-ACKs to made-up sources draw.
bool about_way_back(Kind kind) {
  return kind == Kind::icmp_host_unreachable || kind == Kind::icmp_admin_prohibited ||
         kind == Kind::icmp_port_unreachable || kind == Kind::routing_loop;
}
bool connected(const Attempt& attempt) { return attempt.outcome == Outcome::Connected; }

/// Came through in the end, after seconds of silence.
bool late(const Attempt& attempt) { return connected(attempt) && attempt.syn_count >= 3; }

void add_syns(Sighting& sighting, const Attempt& attempt) {
  for (size_t i = 0; i < std::min<size_t>(attempt.syn_count, attempt.syns.size()); ++i)
    if (sighting.packets.size() < Cases::most_packets) sighting.packets.push_back(attempt.syns[i]);
}

Sighting sighting_of(Kind kind, const Attempt& attempt) {
  Sighting sighting{.kind = kind, .ends = attempt.ends, .first = attempt.start, .last = attempt.last};
  for (size_t i = 0; i < std::min<size_t>(attempt.syn_count, attempt.syns.size()); ++i)
    sighting.ladder.push_back({attempt.syn_times[i], attempt.syns[i], 0, MarkKind::Syn, true});
  add_syns(sighting, attempt);
  return sighting;
}

/// Dual stack (RFC 8305): a slow IPv6 attempt is given up when IPv4 connects to the same port of a service.
class HappyEyeballs {
 public:
  explicit HappyEyeballs(const Facts& facts) {
    for (const Attempt& attempt : facts.attempts)
      if (connected(attempt) && attempt.ends.client.is_four()) four_.push_back(&attempt);
    std::sort(four_.begin(), four_.end(),
              [](const Attempt* a, const Attempt* b) { return a->start < b->start; });
  }
  [[nodiscard]] bool explain(const Attempt& attempt) const {
    if (attempt.ends.client.is_four()) return false;
    const Time from = attempt.start + milliseconds(-50), until = attempt.start + seconds(2);
    auto at = std::lower_bound(four_.begin(), four_.end(), from,
                               [](const Attempt* other, Time time) { return other->start < time; });
    for (size_t looked = 0; at != four_.end() && (*at)->start < until && looked < most_looked; ++at, ++looked)
      if ((*at)->ends.server_port == attempt.ends.server_port &&
          (attempt.client_hardware == 0 || (*at)->client_hardware == attempt.client_hardware))
        return true;
    return false;
  }

 private:
  static constexpr size_t most_looked = 1000;
  std::vector<const Attempt*> four_;  ///< connected over IPv4, by time
};

/// Very many sources, one port. Returns whether it was found.
bool judge_flood(const Group& group, Facts& facts) {
  constexpr size_t many_sources = 100;
  if (group.size() < many_sources) return false;
  std::set<Address> sources;
  size_t completed = 0;
  for (const Attempt* attempt : group) {
    sources.insert(attempt->ends.client);
    completed += connected(*attempt) ? 1u : 0u;
  }
  if (sources.size() < many_sources || completed * 5 > group.size()) return false;
  Sighting sighting = sighting_of(Kind::syn_flood, *group.front());
  sighting.ends.has_client = false;
  sighting.ends.client = {};
  sighting.ends.client_port = 0;
  sighting.amount = 0;
  sighting.of = sources.size();
  for (const Attempt* attempt : group) {
    if (connected(*attempt)) continue;
    add_syns(sighting, *attempt);
    sighting.last = std::max(sighting.last, attempt->last);
    ++sighting.amount;
  }
  facts.cases.add(std::move(sighting));
  return true;
}

/// An open port that ignores handshakes.
bool judge_overflow(const Group& group, Facts& facts) {
  size_t ignored_acks = 0, ignored_data = 0, unserved = 0, ignored_syns = 0, good = 0;
  for (const Attempt* attempt : group) {
    ignored_acks += attempt->repeated_after_ack ? 1u : 0u;
    const bool is_silent = surely_silent(*attempt, facts);
    ignored_syns += is_silent ? 1u : 0u;
    good += connected(*attempt) ? 1u : 0u;
    ignored_data += attempt->ignored_data ? 1u : 0u;
    unserved += attempt->unserved ? 1u : 0u;
  }
  // A full queue shows in SYN-ACKs repeated behind the ACK, in first data that is ignored on several
  // connections at once, or in connections that the kernel took and nobody serves; with new SYNs that stay
  // unanswered.
  const bool several = ignored_acks + ignored_data + ignored_syns >= 2;
  const bool ignores = ignored_acks >= 1 || (ignored_data + unserved >= 2 && ignored_syns >= 1);
  if (!several || !ignores) return false;
  Sighting sighting{
      .kind = Kind::listen_overflow, .ends = group.front()->ends, .first = group.front()->start};
  sighting.ends.client_port = 0;
  std::set<Address> clients;
  sighting.amount = 0;
  sighting.of = good;
  for (const Attempt* attempt : group) {
    if (!attempt->repeated_after_ack && !attempt->ignored_data && !surely_silent(*attempt, facts)) continue;
    if (sighting.amount++ == 0) sighting.ladder = sighting_of(Kind::listen_overflow, *attempt).ladder;
    clients.insert(attempt->ends.client);
    sighting.ends.client = attempt->ends.client;
    add_syns(sighting, *attempt);
    sighting.last = std::max(sighting.last, attempt->end);
  }
  if (clients.size() > 1) {
    sighting.ends.has_client = false;
    sighting.ends.client = {};
  }
  facts.cases.add(std::move(sighting));
  return true;
}

/// One client, very many ports.
std::set<std::pair<Address, Address>> judge_scans(Facts& facts) {
  constexpr size_t many_ports = 50;
  using Pair = std::pair<Address, Address>;
  std::vector<std::pair<Pair, const Attempt*>> by_pair;
  by_pair.reserve(facts.attempts.size());
  for (const Attempt& attempt : facts.attempts)
    by_pair.push_back({{attempt.ends.client, attempt.ends.server}, &attempt});
  std::sort(by_pair.begin(), by_pair.end());
  std::set<Pair> scans;
  for (size_t from = 0, to = 0; from < by_pair.size(); from = to) {
    const Pair pair = by_pair[from].first;
    while (to < by_pair.size() && by_pair[to].first == pair) ++to;
    if (to - from < many_ports) continue;
    struct {
      std::set<uint16_t> ports;
      size_t good = 0, all = 0;
    } tried;
    for (size_t i = from; i < to; ++i) {
      tried.ports.insert(by_pair[i].second->ends.server_port);
      ++tried.all;
      tried.good += connected(*by_pair[i].second) ? 1u : 0u;
    }
    if (tried.ports.size() < many_ports || tried.good * 2 > tried.all) continue;
    scans.insert(pair);
    bool begun = false;
    Sighting sighting{.kind = Kind::port_scan, .ends = {}};
    for (const Attempt& attempt : facts.attempts) {
      if (attempt.ends.client != pair.first || attempt.ends.server != pair.second) continue;
      if (!begun) sighting = sighting_of(Kind::port_scan, attempt);
      begun = true;
      if (attempt.outcome != Outcome::Connected) add_syns(sighting, attempt);
      sighting.last = std::max(sighting.last, attempt.last);
    }
    sighting.ends.client_port = sighting.ends.server_port = 0;
    sighting.amount = tried.all;
    sighting.of = tried.ports.size();
    facts.cases.add(std::move(sighting));
  }
  return scans;
}

/// Whether two spans of time touch, give or take some seconds.
bool same_time(const Attempt& a, const Attempt& b) {
  constexpr Duration near = seconds(30);
  return a.start - b.end < near && b.start - a.end < near;
}

/// New connections to several services or by several clients die in a window in which old ones go on.
bool judge_table_full(const std::vector<const Attempt*>& all_silent, Facts& facts) {
  if (all_silent.size() < 3) return false;
  std::set<Service> services;
  std::set<Address> clients;
  Time from = all_silent.front()->start, until = from;
  for (const Attempt* attempt : all_silent) {
    services.insert(service_of(attempt->ends));
    clients.insert(attempt->ends.client);
    from = std::min(from, attempt->start);
    until = std::max(until, attempt->start);
  }
  if (services.size() < 2 && clients.size() < 2) return false;
  // All of them used to answer, or answer again; few succeed in the window; a burst came before.
  size_t good_before = 0, good_inside = 0, burst = 0, live = 0;
  std::set<Service> answered;
  for (const Attempt& attempt : facts.attempts) {
    if (!connected(attempt) || late(attempt)) continue;
    if (services.contains(service_of(attempt.ends))) answered.insert(service_of(attempt.ends));
    good_before += attempt.start < from ? 1u : 0u;
    good_inside += attempt.start > from && attempt.start < until ? 1u : 0u;
    burst += attempt.start < from && from - attempt.start < seconds(5) ? 1u : 0u;
    live += attempt.start < from && attempt.end > from + milliseconds(300) ? 1u : 0u;
  }
  if (burst < 10 || live == 0 || good_inside * 4 > all_silent.size() + 4 || answered.size() < services.size())
    return false;
  Sighting sighting = sighting_of(Kind::conntrack_exhaustion, *all_silent.front());
  sighting.ends.client_port = 0;
  sighting.amount = 0;
  sighting.of = burst;
  sighting.confidence = Confidence::Medium;
  for (const Attempt* attempt : all_silent) {
    add_syns(sighting, *attempt);
    ++sighting.amount;
    sighting.last = std::max(sighting.last, attempt->last);
    if (attempt->ends.server_port != sighting.ends.server_port) sighting.ends.server_port = 0;
  }
  if (clients.size() > 1) {
    sighting.ends.has_client = false;
    sighting.ends.client = {};
  }
  std::set<Address> servers;
  for (const Service& service : services) servers.insert(service.server);
  if (servers.size() > 1 && clients.size() == 1) {
    sighting.ends.has_server = false;
    sighting.ends.server = {};
  }
  if (sighting.ends.has_client || sighting.ends.has_server) facts.cases.add(std::move(sighting));
  return true;
}

/// The attempts to each service in order of time, without the services that nobody had trouble with.
std::vector<std::pair<Service, Group>> troubled_services(const Facts& facts) {
  std::vector<std::pair<Service, const Attempt*>> all;
  all.reserve(facts.attempts.size());
  for (const Attempt& attempt : facts.attempts) all.push_back({service_of(attempt.ends), &attempt});
  // Attempts lie in one vector in order of their ends, so that the pointer keeps that order.
  std::sort(all.begin(), all.end());
  std::vector<std::pair<Service, Group>> services;
  for (size_t from = 0, to = 0; from < all.size(); from = to) {
    const Service service = all[from].first;
    bool trouble = false;
    for (; to < all.size() && all[to].first == service; ++to) {
      const Attempt& attempt = *all[to].second;
      trouble = trouble || !connected(attempt) || attempt.repeated_after_ack || attempt.ignored_data ||
                attempt.unserved;
    }
    if (!trouble) continue;
    services.push_back({service, {}});
    for (size_t i = from; i < to; ++i) services.back().second.push_back(all[i].second);
  }
  return services;
}

}  // namespace

void judge_crowds(Facts& facts) {
  const auto services = troubled_services(facts);
  const HappyEyeballs happy_eyeballs(facts);
  const auto scans = judge_scans(facts);

  // Port scans explain their own refusals and silences.
  for (Case& known : facts.cases.all())
    if ((known.sum.kind == Kind::syn_refused || known.sum.kind == Kind::synack_then_client_rst) &&
        scans.contains({known.sum.ends.client, known.sum.ends.server}))
      known.dropped = true;

  std::vector<const Attempt*> unexplained;
  for (const auto& [service, group] : services) {
    if (judge_flood(group, facts)) {
      for (Case& known : facts.cases.all())
        if ((known.sum.kind == Kind::handshake_incomplete || about_way_back(known.sum.kind)) &&
            service_of(known.sum.ends) == service)
          known.dropped = true;
      continue;
    }
    const bool overflow = judge_overflow(group, facts);
    if (overflow) {
      for (Case& known : facts.cases.all())
        if ((known.sum.kind == Kind::handshake_incomplete || known.sum.kind == Kind::data_unacked) &&
            service_of(known.sum.ends) == service)
          known.dropped = true;
    }
    std::map<Address, Group> clients;
    for (const Attempt* attempt : group) clients[attempt->ends.client].push_back(attempt);
    for (const auto& [client, attempts] : clients) {
      if (scans.contains({client, service.server})) continue;
      size_t good = 0, refused = 0;
      Group bad;
      for (const Attempt* attempt : attempts) {
        good += connected(*attempt) ? 1u : 0u;
        refused += attempt->outcome == Outcome::Refused ? 1u : 0u;
        const bool several = attempts.size() >= 2;
        if ((attempt->syn_count >= 2 && silent(*attempt)) || (several && surely_silent(*attempt, facts)))
          if (!happy_eyeballs.explain(*attempt)) bad.push_back(attempt);
      }
      const bool any_repeated =
          std::any_of(bad.begin(), bad.end(), [](const Attempt* a) { return a->syn_count >= 2; });
      if (bad.empty() || (!any_repeated && bad.size() < 2) || overflow) continue;
      for (const Attempt* attempt : bad) {
        Sighting sighting = sighting_of(Kind::syn_timeout, *attempt);
        sighting.amount = attempt->syn_count;
        sighting.longest = std::max(facts.end - attempt->start, Duration{});
        facts.cases.add(std::move(sighting));
        unexplained.push_back(attempt);
      }
      // The same port answers others at the same time, and never this one.
      const Attempt* other = nullptr;
      for (const Attempt* candidate : group) {
        if (!connected(*candidate) || candidate->ends.client == client ||
            !same_time(*candidate, *bad.front()))
          continue;
        other = candidate;
        break;
      }
      if (good == 0 && refused == 0 && other != nullptr) {
        Sighting sighting = sighting_of(Kind::selective_drop, *bad.front());
        sighting.amount = 0;
        for (const Attempt* attempt : bad) {
          ++sighting.amount;
          if (attempt != bad.front()) add_syns(sighting, *attempt);
        }
        if (bad.size() > 1) sighting.ends.client_port = 0;
        sighting.words = to_string(other->ends.client);
        facts.cases.add(std::move(sighting));
      }
    }
  }
  for (const Attempt& attempt : facts.attempts)
    if (late(attempt)) unexplained.push_back(&attempt);
  if (judge_table_full(unexplained, facts)) {
    for (Case& known : facts.cases.all())
      if (known.sum.kind == Kind::selective_drop) known.dropped = true;
  }
  // Some attempts of one client to one service fail, others work, mixed.
  for (const auto& [service, group] : services) {
    std::map<Address, Group> clients;
    for (const Attempt* attempt : group) clients[attempt->ends.client].push_back(attempt);
    for (const auto& [client, attempts] : clients) {
      if (scans.contains({client, service.server})) continue;
      Group bad;
      size_t good = 0, changes = 0;
      int before = -1;
      for (const Attempt* attempt : attempts) {
        const bool failed =
            attempt->outcome == Outcome::Refused || (silent(*attempt) && attempt->syn_count >= 2);
        if (!failed && !connected(*attempt)) continue;
        changes += before >= 0 && before != (failed ? 1 : 0) ? 1u : 0u;
        before = failed ? 1 : 0;
        failed ? bad.push_back(attempt) : static_cast<void>(++good);
      }
      if (bad.size() < 2 || good < 2 || changes < 3) continue;
      Sighting sighting = sighting_of(Kind::intermittent_backend, *bad.front());
      sighting.amount = bad.size();
      sighting.of = bad.size() + good;
      for (const Attempt* attempt : bad)
        if (attempt != bad.front()) add_syns(sighting, *attempt);
      sighting.ends.client_port = 0;
      bool seen = false;
      for (const Case& known : facts.cases.all())
        seen = seen ||
               (!known.dropped &&
                (known.sum.kind == Kind::listen_overflow || known.sum.kind == Kind::conntrack_exhaustion) &&
                known.sum.ends.server == service.server);
      if (!seen) {
        facts.cases.add(std::move(sighting));
        for (Case& known : facts.cases.all())
          if (known.sum.kind == Kind::syn_refused && service_of(known.sum.ends) == service &&
              known.sum.ends.client == client)
            known.dropped = true;
      }
    }
  }
}

}  // namespace wiretale
