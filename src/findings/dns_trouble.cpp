// DNS: unanswered, repeated, failed and slow queries, and names tried with every search suffix.
#include <algorithm>
#include <set>

#include "base/letters.h"
#include "findings/watch.h"
#include "protocols/application/dns/message.h"

namespace wiretale {
namespace {

constexpr Duration slow = seconds(1);
// How long a query must have waited at the end of the capture to count as unanswered.
constexpr Duration patience = seconds(2);
constexpr size_t most_questions = 100'000;

struct Query {
  uint32_t packet;
  Time time;
  uint16_t id, port;
};

/// One question of one client to one resolver, until it is answered.
struct Question {
  std::vector<Query> queries;
  Ends ends;
};

/// A query that was answered.
struct Answered {
  Query query;
  uint32_t packet;
  Time time;
};

/// What is known of a name for the search list.
struct Lookup {
  std::string name;
  Time time;
  std::vector<uint32_t> packets;  ///< of queries and answers
  bool missing = false, found = false;
  Ends ends;
};

class DnsWatcher : public Watcher {
 public:
  void see(const Seen& seen, Facts& facts) override {
    if (has(seen.flow.events, Event::DuplicateFrame)) return;
    Bytes payload = seen.flow.payload;
    if (seen.flow.is_tcp()) {
      if (payload.size() < 2 || be16(payload.data()) + 2u != seen.flow.payload_length) return;
      payload = payload.subspan(2);
    }
    dns::Reader reader(payload);
    if (!reader.has_header() || reader.header().opcode() != 0) return;
    const auto question = reader.question();
    if (!question) return;
    const unsigned way = seen.flow.way;
    const Flow& flow = *seen.flow.flow;
    const bool response = reader.header().response();
    const unsigned asker = response ? way ^ 1u : way;
    Ends ends{.client = flow.address(asker),
              .server = flow.address(asker ^ 1u),
              .client_port = flow.port(asker),
              .server_port = flow.port(asker ^ 1u),
              .transport = flow.key.transport,
              .vni = flow.vni};
    const std::string name = lower_case(question->name.view());
    std::string key(reinterpret_cast<const char*>(ends.client.bytes.data()), 16);
    key.append(reinterpret_cast<const char*>(ends.server.bytes.data()), 16);
    key += text_of(question->type, ',', ends.vni, ',', std::string_view{name});
    if (!response)
      ask(key, seen, ends, reader.header().id, facts);
    else
      answer(key, seen, ends, reader, name, facts);
    remember(seen, ends, reader.header(), name, question->type, facts);
  }

  void finish(Facts& facts) override {
    for (auto& [key, question] : open_) give_up(question, facts.end, facts);
    judge_names(facts);
  }

 private:
  /// A client that asks the same again with the same id and port has not got the answer that passed here.
  void judge_lost_answer(const std::string& key, const Seen& seen, const Ends& ends, uint16_t id,
                         Facts& facts) {
    constexpr Duration least = milliseconds(900), most = seconds(12);
    const auto found = answered_.find(key);
    if (found == answered_.end()) return;
    const Answered& before = found->second;
    const Duration apart = seen.packet.time - before.query.time;
    if (before.query.id != id || before.query.port != ends.client_port || apart < least || apart > most)
      return;
    Sighting sighting{.kind = Kind::dns_retry,
                      .ends = ends,
                      .packets = {before.query.packet, before.packet, seen.packet.number},
                      .first = before.query.time,
                      .last = seen.packet.time,
                      .why = "the client repeats a query that was answered: the answer did not reach it",
                      .longest = apart};
    sighting.ladder = {{before.query.time, before.query.packet, 0, MarkKind::Query, true},
                       {before.time, before.packet, 0, MarkKind::Answer, false},
                       {seen.packet.time, seen.packet.number, 0, MarkKind::Query, true}};
    facts.cases.add(std::move(sighting));
  }

  void ask(const std::string& key, const Seen& seen, const Ends& ends, uint16_t id, Facts& facts) {
    judge_lost_answer(key, seen, ends, id, facts);
    const Query query{seen.packet.number, seen.packet.time, id, ends.client_port};
    const auto found = open_.find(key);
    if (found != open_.end()) {
      if (found->second.queries.size() < 64) found->second.queries.push_back(query);
      return;
    }
    if (open_.size() >= most_questions) give_up_old(seen.packet.time, facts);
    if (open_.size() >= most_questions) return;
    open_[key] = {{query}, ends};
  }

  void answer(const std::string& key, const Seen& seen, const Ends& ends, dns::Reader& reader,
              const std::string& name, Facts& facts) {
    const auto sighting = [&](Kind kind, std::vector<uint32_t> packets) {
      return Sighting{.kind = kind,
                      .ends = ends,
                      .packets = std::move(packets),
                      .first = seen.packet.time,
                      .last = seen.packet.time,
                      .words = name};
    };
    const dns::Header header = reader.header();
    const auto found = open_.find(key);
    uint32_t asked_in = 0;
    Time asked_at;
    if (found != open_.end()) {
      auto& queries = found->second.queries;
      const auto match = std::find_if(queries.rbegin(), queries.rend(), [&](const Query& query) {
        return query.id == header.id && query.port == ends.client_port;
      });
      if (match != queries.rend()) {
        asked_in = match->packet;
        asked_at = match->time;
        const Query first = queries.front();
        // The oldest query with this id is what the answer may belong to.
        const auto oldest = std::find_if(queries.begin(), queries.end(), [&](const Query& query) {
          return query.id == header.id && query.port == ends.client_port;
        });
        const Duration waited = seen.packet.time - oldest->time, total = seen.packet.time - first.time;
        const bool late = (queries.size() > 1 && total >= slow) || waited >= slow;
        if (late && (header.rcode() == dns::NoError || header.rcode() == dns::NoSuchName)) {
          std::vector<uint32_t> packets;
          std::vector<Mark> ladder;
          for (const Query& query : queries) {
            packets.push_back(query.packet);
            ladder.push_back({query.time, query.packet, 0, MarkKind::Query, true});
          }
          packets.push_back(seen.packet.number);
          ladder.push_back({seen.packet.time, seen.packet.number, header.rcode(), MarkKind::Answer, false});
          if (queries.size() > 1 && total >= slow) {
            auto retry = sighting(Kind::dns_retry, packets);
            retry.longest = total;
            retry.ladder = ladder;
            retry.first = first.time;
            facts.cases.add(std::move(retry));
          } else {
            auto slowly = sighting(Kind::dns_slow, packets);
            slowly.longest = waited;
            slowly.times = {.client = {}, .network = {}, .server = waited};
            slowly.ladder = ladder;
            slowly.first = first.time;
            facts.cases.add(std::move(slowly));
          }
        }
        if (answered_.size() >= most_answered) answered_.clear();
        answered_[key] = {*match, seen.packet.number, seen.packet.time};
        open_.erase(found);
      }
    }
    const auto fail = [&](Kind kind) {
      std::vector<uint32_t> packets{seen.packet.number};
      if (asked_in != 0) packets.insert(packets.begin(), asked_in);
      auto failed = sighting(kind, std::move(packets));
      if (asked_in != 0) failed.ladder.push_back({asked_at, asked_in, 0, MarkKind::Query, true});
      failed.ladder.push_back(
          {seen.packet.time, seen.packet.number, header.rcode(), MarkKind::Answer, false});
      facts.cases.add(std::move(failed));
    };
    if (header.rcode() == dns::ServerFailure) fail(Kind::dns_servfail);
    if (header.rcode() == dns::Refused) fail(Kind::dns_refused);
    if (header.truncated() && !seen.flow.is_tcp()) fail(Kind::dns_truncated);
    for (int i = 0; i < 64; ++i) {
      const auto record = reader.record();
      if (!record) break;
      if (record->section != dns::Section::Answer) continue;
      if (record->type == dns::A && record->data.size() == 4)
        facts.add_name(Address::four(record->data.data()), name);
      if (record->type == dns::Aaaa && record->data.size() == 16)
        facts.add_name(Address::six(record->data.data()), name);
    }
  }

  /// Questions that nobody will answer any more.
  void give_up_old(Time now, Facts& facts) {
    constexpr Duration old = seconds(30), pause = seconds(5);
    if (swept_.nanoseconds != 0 && now - swept_ < pause) return;
    swept_ = now;
    std::erase_if(open_, [&](const auto& one) {
      const Question& question = one.second;
      if (now - question.queries.back().time < old) return false;
      give_up(question, now, facts);
      return true;
    });
  }

  static void give_up(const Question& question, Time now, Facts& facts) {
    const Query& first = question.queries.front();
    if (now - first.time < patience && question.queries.size() < 2) return;
    if (now - question.queries.back().time < milliseconds(300) && question.queries.size() < 2) return;
    Sighting sighting{.kind = Kind::dns_timeout,
                      .ends = question.ends,
                      .first = first.time,
                      .last = question.queries.back().time};
    for (const Query& query : question.queries) {
      sighting.packets.push_back(query.packet);
      sighting.ladder.push_back({query.time, query.packet, 0, MarkKind::Query, true});
      if (query.port != question.ends.client_port) sighting.ends.client_port = 0;
    }
    sighting.amount = question.queries.size();
    sighting.longest = now - first.time;
    facts.cases.add(std::move(sighting));
  }

  void remember(const Seen& seen, const Ends& ends, const dns::Header& header, const std::string& name,
                uint16_t type, Facts& facts) {
    if (type == dns::Ptr || name.ends_with(".arpa")) return;
    if (asked_.size() >= most_questions) {
      judge_names(facts);
      asked_.clear();
    }
    std::string key(reinterpret_cast<const char*>(ends.client.bytes.data()), 16);
    key.append(reinterpret_cast<const char*>(ends.server.bytes.data()), 16);
    key += name;
    auto [at, fresh] = asked_.try_emplace(std::move(key));
    Lookup& lookup = at->second;
    if (fresh) {
      lookup.name = name;
      lookup.time = seen.packet.time;
      lookup.ends = ends;
    }
    if (lookup.packets.size() < 16) lookup.packets.push_back(seen.packet.number);
    if (header.response() && header.rcode() == dns::NoSuchName) lookup.missing = true;
    if (header.response() && header.rcode() == dns::NoError) lookup.found = true;
    if (header.response() && header.rcode() == dns::NoSuchName) lookup.ends = ends;
  }

  /// Names that do not exist, and which of them are a known name with a search suffix behind it.
  void judge_names(Facts& facts) {
    if (std::none_of(asked_.begin(), asked_.end(), [](const auto& one) { return one.second.missing; }))
      return;
    std::map<std::string, Lookup> lookups(std::make_move_iterator(asked_.begin()),
                                          std::make_move_iterator(asked_.end()));
    asked_.clear();
    struct Base {
      std::vector<const Lookup*> tries;
    };
    std::map<std::string, Base> bases;  // client, server and base name
    std::set<const Lookup*> expansions;
    constexpr size_t prefix = 32;
    // Bases that were not asked by themselves: the longest common front of several missing names.
    for (const auto& [key, lookup] : lookups) {
      if (!lookup.missing || lookup.found) continue;
      for (size_t dot = lookup.name.find('.'); dot != std::string::npos;
           dot = lookup.name.find('.', dot + 1)) {
        const std::string base_key = key.substr(0, prefix) + lookup.name.substr(0, dot);
        const auto base = lookups.find(base_key);
        if (base == lookups.end() ||
            std::abs((base->second.time - lookup.time).nanoseconds) > seconds(10).nanoseconds)
          continue;
        bases[base_key].tries.push_back(&lookup);
        expansions.insert(&lookup);
      }
    }
    // In a cluster a short name is found with its first suffix; the tries in front of a hit share its
    // beginning.
    for (const auto& [key, lookup] : lookups) {
      if (!lookup.found) continue;
      const size_t dot = lookup.name.find('.');
      if (dot == std::string::npos) continue;
      for (auto other = lookups.lower_bound(key.substr(0, prefix + dot + 1));
           other != lookups.end() && other->first.starts_with(key.substr(0, prefix + dot + 1)); ++other) {
        const Lookup& tried = other->second;
        const Duration apart = lookup.time - tried.time;
        if (&tried == &lookup || !tried.missing || tried.found || apart < Duration{} || apart > seconds(2))
          continue;
        // The same first label under another suffix, asked directly before.
        if (tried.name.substr(dot).find("cluster.local") != std::string::npos ||
            lookup.name.substr(dot).find("cluster.local") != std::string::npos)
          expansions.insert(&tried);
      }
    }
    for (const auto& [key, base] : bases) {
      const Lookup& right = lookups.at(key);
      if (base.tries.size() < 2 || (right.missing && !right.found)) continue;
      Sighting sighting{.kind = Kind::dns_search_explosion,
                        .ends = right.ends,
                        .first = base.tries.front()->time,
                        .last = right.time,
                        .words = right.name};
      for (const Lookup* lookup : base.tries)
        for (const uint32_t packet : lookup->packets) sighting.packets.push_back(packet);
      for (const uint32_t packet : right.packets) sighting.packets.push_back(packet);
      sighting.amount = base.tries.size();
      facts.cases.add(std::move(sighting));
    }
    for (const auto& [key, lookup] : lookups) {
      if (!lookup.missing || lookup.found || expansions.contains(&lookup)) continue;
      if (lookup.name == "wpad" || lookup.name.starts_with("wpad.") || lookup.name.starts_with("_")) continue;
      Sighting sighting{.kind = Kind::dns_nxdomain,
                        .ends = lookup.ends,
                        .packets = lookup.packets,
                        .first = lookup.time,
                        .last = lookup.time,
                        .words = lookup.name};
      facts.cases.add(std::move(sighting));
    }
  }

  std::unordered_map<std::string, Question> open_;
  Time swept_;
  static constexpr size_t most_answered = 20'000;
  std::unordered_map<std::string, Answered> answered_;  ///< the latest, by the same key
  std::unordered_map<std::string, Lookup> asked_;       ///< by client, server and name
};

}  // namespace

std::unique_ptr<Watcher> watch_dns() { return std::make_unique<DnsWatcher>(); }

}  // namespace wiretale
