// The engine of findings.
#include "findings/engine.h"

#include <algorithm>

#include "findings/healthy.h"
#include "findings/icmp_trouble.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

using namespace tcp_flag;

constexpr uint16_t dns_port = 53;
// A traceroute sends low TTLs on purpose; packets of normal TTL have more than a path's length left.
constexpr uint8_t longest_path = 32;

bool dhcp_ports(const Flow& flow) {
  return (flow.key.low_port == 67 || flow.key.low_port == 68) &&
         (flow.key.high_port == 67 || flow.key.high_port == 68);
}

}  // namespace

/// Frames seen more than once, by pair of ends.
struct Diagnosis::Copies {
  struct Pair {
    Sighting sighting{};
    uint64_t frames = 0, copies = 0, routed = 0, loops = 0;
    bool begun = false;
  };
  std::map<std::pair<Address, Address>, Pair> pairs;
  Pair& of(const Address& a, const Address& b) {
    static constexpr size_t most = 20'000;
    static Pair rest;
    const auto key = a < b ? std::pair{a, b} : std::pair{b, a};
    if (pairs.size() >= most && !pairs.contains(key)) return rest;
    return pairs[key];
  }
};

Diagnosis::Diagnosis()
    : dns_(watch_dns()),
      neighbors_(watch_neighbors()),
      dhcp_(watch_dhcp()),
      udp_(watch_udp()),
      fragments_(watch_fragments()),
      copies_(std::make_unique<Copies>()) {}
Diagnosis::~Diagnosis() = default;

Story& Diagnosis::story_of(const Flow& flow) {
  if (flow.id >= stories_.size()) stories_.resize(std::max<size_t>(flow.id + 1, stories_.size() * 2));
  auto& story = stories_[flow.id];
  if (!story) story = std::make_unique<Story>();
  story->active = true;
  return *story;
}

void Diagnosis::see(std::span<const FlowPacket> packets) {
  for (const FlowPacket& packet : packets) {
    if (facts_.packets == 0) facts_.start = facts_.end = packet.time;
    ++facts_.packets;
    facts_.end = std::max(facts_.end, packet.time);
    prefetch(packets, static_cast<size_t>(&packet - packets.data()));
    see_packet({*packet.packet, packet});
  }
}

/// Stories are large and met in any order: their places are asked for some packets ahead.
void Diagnosis::prefetch(std::span<const FlowPacket> flows, size_t at) const {
  constexpr size_t far = 8, near = 4, line = 64;
  const auto place = [&](size_t i) -> const std::unique_ptr<Story>* {
    if (i >= flows.size() || flows[i].flow == nullptr || !flows[i].is_tcp()) return nullptr;
    const FlowId id = flows[i].flow->id;
    return id < stories_.size() ? &stories_[id] : nullptr;
  };
  if (const auto* story = place(at + far)) __builtin_prefetch(story);
  const auto* story = place(at + near);
  if (story == nullptr || *story == nullptr) return;
  const Story& next = **story;
  for (const Side& side : next.sides)
    for (size_t i = 0; i < 3; ++i) __builtin_prefetch(reinterpret_cast<const char*>(&side) + i * line);
  __builtin_prefetch(&next.last_any);
  __builtin_prefetch(&next.turn);
  __builtin_prefetch(&next.speech);
  __builtin_prefetch(&next);
}

void Diagnosis::see_copy(const Seen& seen) {
  if (seen.flow.repeat == Repeat::None) return;
  const Flow& flow = *seen.flow.flow;
  Copies::Pair& pair = copies_->of(flow.key.low, flow.key.high);
  ++facts_.duplicate_frames;
  ++pair.copies;
  pair.routed += seen.flow.repeat == Repeat::Routed ? 1u : 0u;
  pair.loops += seen.flow.repeat == Repeat::Looping ? 1u : 0u;
  if (!pair.begun) {
    pair.begun = true;
    pair.sighting = {.kind = Kind::duplicate_capture, .ends = ends_of(flow), .first = seen.packet.time};
    if (seen.flow.from_client() ? false : flow.first_packet == seen.flow.original)
      std::swap(pair.sighting.ends.client, pair.sighting.ends.server);
    pair.sighting.ends.client_port = 0;
  }
  pair.sighting.last = seen.packet.time;
  if (pair.sighting.packets.size() < Cases::most_packets) {
    pair.sighting.packets.push_back(seen.flow.original);
    pair.sighting.packets.push_back(seen.packet.number);
  }
}

void Diagnosis::judge_copies() {
  for (auto& [key, pair] : copies_->pairs) {
    if (!pair.begun) continue;
    Sighting sighting = std::move(pair.sighting);
    sighting.amount = pair.copies;
    pair.frames += pair.copies;
    sighting.of = pair.frames;
    if (pair.loops >= 1) {
      sighting.kind = Kind::routing_loop;
      sighting.ends.client_port = sighting.ends.server_port = 0;
      sighting.ends.transport = 0;
      sighting.why = text_of("the same packet passed ", pair.copies, " times, each time with a lower TTL");
      facts_.cases.add(std::move(sighting));
      continue;
    }
    const bool most = pair.copies * 5 >= pair.frames;
    if (pair.copies < 3) continue;
    sighting.kind = most ? Kind::duplicate_capture : Kind::duplicate_packets;
    facts_.cases.add(std::move(sighting));
  }
}

void Diagnosis::see_icmp(const Seen& seen) {
  const Bytes message =
      seen.packet.bytes.subspan(std::min<size_t>(seen.flow.transport_at, seen.packet.bytes.size()));
  const auto error = read_icmp_error(message, seen.flow.transport, seen.flow.flow->key.tunnel);
  if (!error || has(seen.flow.events, Event::DuplicateFrame)) return;
  Kind kind = kind_of(*error);
  if (kind == Kind::count) return;
  // The flow it is about, when it is alive in the table.
  const Flow* quoted = table_ != nullptr ? table_->find(error->quoted) : nullptr;
  const bool sender_is_client = quoted == nullptr || quoted->address(quoted->client) == error->sender();
  Ends ends{.client = error->sender(),
            .server = error->receiver(),
            .client_port = error->sender_port(),
            .server_port = error->receiver_port(),
            .transport = error->quoted_transport};
  if (error->quoted_transport == ip_protocol::icmp || error->quoted_transport == ip_protocol::icmp6)
    ends.client_port = ends.server_port = 0;
  if (!sender_is_client) {
    std::swap(ends.client, ends.server);
    std::swap(ends.client_port, ends.server_port);
  }
  if (quoted != nullptr && quoted->key.transport == ip_protocol::tcp) {
    Story& story = story_of(*quoted);
    ++story.icmp_errors;
    story.icmp_type = error->type;
    story.icmp_code = error->code;
    story.mark({seen.packet.time, seen.packet.number, uint32_t{error->type} << 8 | error->code,
                MarkKind::Icmp, false});
  }
  const bool udp = error->quoted_transport == ip_protocol::udp;
  if (kind == Kind::icmp_port_unreachable && udp) {
    // Answers to a traceroute are wanted; an answer that came too late for its client is no fault of the
    // server.
    const bool traceroute = error->receiver_port() >= 33434 && error->receiver_port() <= 33600;
    const bool low = error->quoted_time_to_live != 0 && error->quoted_time_to_live <= longest_path;
    if (traceroute || low || !sender_is_client || error->sender_port() == dns_port) return;
  }
  if (kind == Kind::routing_loop) {
    uint8_t time_to_live = 64;
    // What was sent in front of the capture may have been a traceroute.
    if (quoted == nullptr && seen.packet.time - facts_.start < seconds(2)) return;
    if (quoted != nullptr)
      time_to_live = quoted->ways[quoted->address(0) == error->sender() ? 0 : 1].time_to_live;
    const bool traceroute = udp && error->receiver_port() >= 33434 && error->receiver_port() <= 33600;
    if (traceroute || (time_to_live != 0 && time_to_live <= longest_path)) return;
    ends.client_port = ends.server_port = 0;
    ends.transport = 0;
  }
  Sighting sighting{.kind = kind,
                    .ends = ends,
                    .packets = {seen.packet.number},
                    .first = seen.packet.time,
                    .last = seen.packet.time};
  if (kind == Kind::ip_fragment_loss) {
    sighting.ends.client_port = sighting.ends.server_port = 0;
    sighting.ends.transport = 0;
  }
  const Address& router = seen.flow.flow->address(seen.flow.way);
  sighting.words = to_string(router);
  if (error->next_hop_mtu != 0 && kind == Kind::icmp_frag_needed)
    sighting.why = text_of("the next hop's MTU is ", error->next_hop_mtu);
  if (quoted != nullptr && quoted->key.transport == ip_protocol::tcp)
    sighting.ladder = story_of(*quoted).ladder();
  facts_.cases.add(std::move(sighting));
}

void Diagnosis::see_packet(const Seen& seen) {
  const FlowPacket& packet = seen.flow;
  if (packet.flow == nullptr) {
    neighbors_->see(seen, facts_);
    return;
  }
  ++facts_.flow_packets;
  see_copy(seen);
  const Flow& flow = *packet.flow;
  if (packet.is_tcp()) {
    if (packet.fragment) return fragments_->see(seen, facts_);
    Story& story = story_of(flow);
    if (packet.new_flow && seen.packet.link_type == 1 && seen.packet.bytes.size() >= 12)
      story.client_hardware = be64(seen.packet.bytes.data() + 4) & 0xffffffffffff;
    add_segment(story, seen.packet, packet);
    if (flow.key.low_port == dns_port || flow.key.high_port == dns_port) dns_->see(seen, facts_);
    if (story.tls.server_hello) facts_.tls_ports.insert(flow.server_port());
    return;
  }
  const Bytes ip = seen.packet.bytes.subspan(packet.network);
  const bool fragmented =
      packet.fragment || (ip.size() >= 8 && ip[0] >> 4 == 4 && (be16(&ip[6]) & 0x2000) != 0) ||
      (ip.size() >= 48 && ip[0] >> 4 == 6 && packet.transport_at - packet.network >= 48 && ip[6] == 44);
  if (fragmented) fragments_->see(seen, facts_);
  if (packet.fragment) return;
  if (packet.transport == ip_protocol::udp) {
    if (flow.key.low_port == dns_port || flow.key.high_port == dns_port)
      dns_->see(seen, facts_);
    else if (dhcp_ports(flow))
      dhcp_->see(seen, facts_);
    else
      udp_->see(seen, facts_);
  } else if (packet.transport == ip_protocol::icmp || packet.transport == ip_protocol::icmp6) {
    const uint8_t type = packet.payload.empty() ? 0 : packet.payload[0];
    if (packet.transport == ip_protocol::icmp6 && (type == 135 || type == 136))
      neighbors_->see(seen, facts_);
    else
      udp_->see(seen, facts_);
    see_icmp(seen);
  }
}

void Diagnosis::flow_ended(const Flow& flow, FlowEnd) {
  if (!copies_->pairs.empty())
    copies_->of(flow.key.low, flow.key.high).frames += flow.ways[0].packets + flow.ways[1].packets;
  if (flow.id >= stories_.size() || !stories_[flow.id] || !stories_[flow.id]->active) return;
  Story& story = *stories_[flow.id];
  ++facts_.tcp_flows;
  const Ended ended{story, flow, facts_, ends_of(flow), facts_.end - flow.last};
  const uint64_t sightings = facts_.cases.sightings();
  for (const ConnectionRule rule : connection_rules()) rule(ended, facts_.cases);
  if (story.answers != 0 && facts_.answers.size() < Facts::most_conversations)
    facts_.answers[{ended.ends.client, ended.ends.server, ended.ends.vni, ended.ends.server_port}] +=
        story.answers;
  if (story.saw_syn) {
    Attempt attempt{.ends = ended.ends,
                    .start = story.first_syn,
                    .last = story.last_syn,
                    .end = flow.last,
                    .outcome = outcome_of(story)};
    attempt.syn_count = static_cast<uint8_t>(std::min<uint32_t>(story.syns.count, 255));
    for (size_t i = 0; i < std::min<size_t>(story.syns.count, attempt.syns.size()); ++i)
      attempt.syns[i] = story.syns[i];
    // The SYNs are among the first things that happen.
    for (const Mark& mark :
         std::span(story.first_marks).first(std::min<size_t>(story.marks, story.first_marks.size())))
      for (size_t i = 0; i < attempt.syns.size(); ++i)
        if (mark.kind == MarkKind::Syn && mark.packet == attempt.syns[i]) attempt.syn_times[i] = mark.time;
    attempt.faulty = facts_.cases.sightings() != sightings;
    attempt.repeated_after_ack = story.syn_acks_after_ack != 0 && story.server().new_bytes == 0;
    const Side &client = story.client(), &server = story.server();
    const bool open = server.fin_packet == 0 && server.rsts.count == 0;
    attempt.unserved = client.new_bytes != 0 && server.new_bytes == 0 && open;
    attempt.ignored_data =
        attempt.unserved && client.tail_repeats.count >= 2 && server.packets == story.syn_acks.count;
    attempt.client_hardware = story.client_hardware;
    // An endless stream: what so many attempts tell together is told, and a new chapter begins.
    if (facts_.attempts.size() >= Facts::most_attempts) {
      judge_crowds(facts_);
      facts_.attempts.clear();
    }
    facts_.add_attempt(attempt);
  }
  // In place: a story is too large to be built beside and moved.
  std::destroy_at(&story);
  std::construct_at(&story);
}

void Diagnosis::finish() {
  for (Watcher* watcher : {dns_.get(), neighbors_.get(), dhcp_.get(), udp_.get(), fragments_.get()})
    watcher->finish(facts_);
  judge_copies();
  for (const CaptureRule rule : capture_rules()) rule(facts_);
  const HealthyTwins twins(facts_.attempts);
  for (const Case& known : facts_.cases.all())
    if (!known.dropped) findings_.push_back(tell(known, facts_, twins.of(known.sum.kind, known.sum.ends)));
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    return a.severity != b.severity ? a.severity > b.severity : a.first < b.first;
  });
  find_roots(findings_);
}

}  // namespace wiretale
