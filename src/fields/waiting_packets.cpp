// The dissector's packets that wait: what is put off, and when it is made up for.
#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "decode/decode.h"
#include "decode/dispatch.h"
#include "fields/conversation_state.h"
#include "fields/dissector.h"
#include "fields/header_values.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

/// A conversation of which so many packets made us read earlier ones again is followed packet by packet.
constexpr uint32_t most_visits = 3;

/// The group of a conversation: the same for both directions. Those of others in it do no harm.
uint32_t group_of(Bytes source, Bytes destination, uint16_t source_port, uint16_t destination_port) {
  const HashKey& key = process_hash_key();
  const auto end = [&](Bytes address, uint16_t port) {
    if (address.size() == 16)
      return mixed(load<uint64_t>(address.data()) ^ key.low, load<uint64_t>(&address[8]) ^ key.high ^ port);
    const uint64_t low = address.size() >= 4 ? load<uint32_t>(address.data()) : 0;
    const uint64_t high = address.size() == 6 ? load<uint16_t>(&address[4]) : 0;
    return mixed((low << 16 | port) ^ key.low, high ^ key.high);
  };
  const uint64_t sum = end(source, source_port) + end(destination, destination_port);
  return static_cast<uint32_t>(mixed(sum, key.low) >> 32) % Backlog::groups;
}

/// Whether what streams without a claimed port may turn out to carry is kept by conversation.
bool recognized_by_conversation() {
  static const bool all = [] {
    for (size_t i = 1; i < catalog().size(); ++i) {
      const Protocol& protocol = *catalog()[i];
      if (protocol.recognize != nullptr && protocol.frame != nullptr &&
          shared_state_of(static_cast<ProtocolId>(i)) == Shared::WithAll)
        return false;
    }
    return true;
  }();
  return all;
}

/// Whether a protocol's conversations are between ports; others lie in IP itself.
bool has_ports(ProtocolId id) {
  return std::ranges::none_of(protocol_of(id).found_on,
                              [](const Claim& claim) { return claim.on == On::IpProtocol; });
}

/// What a plain packet that nobody is shown leaves behind.
struct Leaves {
  enum class What : uint8_t {
    Nothing,
    State,        ///< that packets anywhere may show
    Conversation  ///< what only packets of its conversation show
  };
  What what = What::Nothing;
  uint32_t group = 0;
  const Layer* tcp = nullptr;
};

Leaves left_by(const Packet& packet) {
  using enum Leaves::What;
  Leaves leaves;
  const Layer* network = nullptr;
  uint16_t source_port = 0, destination_port = 0;
  for (const Layer& layer : packet.layers) {
    if (layer.protocol == ids::ipv4 || layer.protocol == ids::ipv6) {
      network = &layer;
      continue;
    }
    const bool tcp = layer.protocol == ids::tcp;
    if (tcp || layer.protocol == ids::udp) {
      const Bytes header = packet.header(layer);
      if (network == nullptr || header.size() < (tcp ? 20 : 8)) return {.what = State};
      source_port = be16(&header[0]);
      destination_port = be16(&header[2]);
    }
    if (tcp) {
      const ProtocolId carried = StreamMessages::protocol_by_port(source_port, destination_port);
      const bool known = carried != ProtocolId::None ? shared_state_of(carried) != Shared::WithAll
                                                     : recognized_by_conversation();
      leaves.what = known ? Conversation : State;
      leaves.tcp = &layer;
      break;
    }
    const Shared shared = shared_state_of(layer.protocol);
    if (shared == Shared::WithAll || (shared == Shared::WithinConversation && network == nullptr))
      return {.what = State};
    if (shared == Shared::WithinConversation) {
      leaves.what = Conversation;
      if (!has_ports(layer.protocol)) source_port = destination_port = 0;
    }
  }
  if (leaves.what != Conversation) return leaves;
  const bool four = network->protocol == ids::ipv4;
  const size_t size = four ? 4 : 16, first = four ? 12 : 8;
  const Bytes header = packet.bytes.subspan(network->offset);
  if (header.size() < first + 2 * size) return {.what = State};
  leaves.group = group_of(header.subspan(first, size), header.subspan(first + size, size), source_port,
                          destination_port);
  return leaves;
}

/// Whether trees show numbers or times of streams.
bool shows_streams(const FieldNeeds& needs) {
  if (needs.everything) return true;
  for (const Field* field : needs.fields)
    for (const ProtocolId id : {ids::tcp, ids::udp})
      for (const Field* own : protocol_of(id).fields)
        if (own == field && !HeaderValues({&field, 1}).suffice()) return true;
  return false;
}

}  // namespace

struct Dissector::Aside {
  bool following = false;
  FieldTree* written = nullptr;
  uint32_t judged = 0;
  std::vector<Postponed> postponed;
  StreamPlace place{};
  SegmentFacts segment;
  StreamFacts datagram;
  std::vector<uint8_t> occurrences;
  std::vector<std::string_view> path;
  SegmentPlan plan;
  FieldTree tree = no_fields();  ///< of the packets that are followed meanwhile
};

Dissector::Dissector(FieldNeeds needs, WithColumns columns)
    : tree_(std::move(needs)), with_columns_(columns) {}
Dissector::~Dissector() = default;

void Dissector::put_aside(Aside& aside) {
  std::swap(following_, aside.following);
  std::swap(written_, aside.written);
  std::swap(judged_, aside.judged);
  std::swap(postponed_, aside.postponed);
  std::swap(place_, aside.place);
  std::swap(segment_, aside.segment);
  std::swap(datagram_, aside.datagram);
  std::swap(occurrences_, aside.occurrences);
  std::swap(path_, aside.path);
  std::swap(messages_.plan(), aside.plan);
}

void Dissector::reread(EarlierPackets& earlier, Segments segments, size_t most_waiting) {
  earlier_ = &earlier;
  backlog_ = std::make_unique<Backlog>(most_waiting);
  aside_ = std::make_unique<Aside>();
  counts_streams_ = shows_streams(tree_.needs());
  if (!counts_streams_) segments_.only_marks();
  judges_all_ = counts_streams_ || segments == Segments::Judged;
}

void Dissector::follow_later(const Packet& packet) {
  if (judged_ == packet.number && !counts_streams_ &&
      !StreamMessages::depends_on_stream(segment_, segment_flags_))
    return note_time(packet.time);
  const Leaves leaves = left_by(packet);
  if (leaves.what == Leaves::What::State) return follow(packet);
  if (leaves.what == Leaves::What::Nothing && !counts_streams_) return note_time(packet.time);
  if (leaves.what == Leaves::What::Conversation && backlog_->is_lively(leaves.group)) return follow(packet);
  const auto place = earlier_->place_of(packet);
  if (!place || *place >= WaitingPacket::most_places) return follow(packet);
  note_time(packet.time);
  if (counts_streams_) count_streams(packet);
  if (leaves.what == Leaves::What::Nothing) return;
  uint32_t marks = 0;
  if (leaves.tcp != nullptr && !judges_all_) {
    marks = WaitingPacket::not_judged;
  } else if (leaves.tcp != nullptr) {
    const SegmentFacts* const segment = judged_ == packet.number ? &segment_ : judge(packet);
    if (segment == nullptr || !StreamMessages::depends_on_stream(*segment, segment_flags_)) return;
    marks = static_cast<uint32_t>(segment->marks);
  }
  if (backlog_->full()) catch_up_with_all();
  backlog_->add(leaves.group, *place, packet.number, marks);
}

void Dissector::catch_up(const Dissection& about, ProtocolId protocol, CatchUp depth) {
  if (!backlog_ || replayed_ != nullptr || about.quoted || about.source.empty()) return;
  const bool ports = protocol == ids::tcp || has_ports(protocol);
  const uint32_t group = group_of(about.source, about.destination, ports ? about.source_port : uint16_t{0},
                                  ports ? about.destination_port : uint16_t{0});
  if (!backlog_->any(group)) return;
  // Whoever asks again is likely to ask for more.
  if (backlog_->visits(group) > 0) depth = CatchUp::All;
  backlog_->visit(group);
  if (backlog_->visits(group) >= most_visits) backlog_->make_lively(group);
  put_aside(*aside_);
  for (const uint32_t index : backlog_->of(group)) {
    replay((*backlog_)[index], depth);
    if (depth == CatchUp::All) (*backlog_)[index].finish();
  }
  if (depth == CatchUp::All) backlog_->empty(group);
  put_aside(*aside_);
}

void Dissector::catch_up_with_all() {
  put_aside(*aside_);
  for (uint32_t index = 0; index < backlog_->size(); ++index)
    if (!(*backlog_)[index].finished()) replay((*backlog_)[index], CatchUp::All);
  backlog_->clear();
  put_aside(*aside_);
}

/// The packet that waits, decoded; nothing when it is not there any more.
bool Dissector::fetch(const WaitingPacket& waiting, EarlierPackets::Part part, Packet& packet) {
  if (!earlier_->read_again(waiting.place(), part, packet)) return false;
  packet.number = waiting.number;
  decode(packet, tree_dispatch());
  return true;
}

void Dissector::replay(WaitingPacket& waiting, CatchUp depth) {
  if (depth == CatchUp::Segments && waiting.judged()) return;
  Packet packet;
  const bool headers_only = depth == CatchUp::Segments;
  if (!fetch(waiting, headers_only ? EarlierPackets::Part::Headers : EarlierPackets::Part::Whole, packet)) {
    ++lost_;
    return;
  }
  replayed_ = &waiting;
  if (headers_only) {
    const SegmentFacts* const segment = judge(packet);
    waiting.judge(segment != nullptr ? segment->marks : SegmentMark::None);
  } else {
    const FrameTimes times = std::exchange(times_, {});
    follow_layers(packet, aside_->tree);
    times_ = times;
  }
  replayed_ = nullptr;
}

}  // namespace wiretale
