// From the segments of TCP streams to the messages in them.
#include "fields/stream_messages.h"

#include <algorithm>

#include "decode/dispatch.h"
#include "packet/stream_handover.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

constexpr uint8_t finish = 1, reset = 4;

bool shown_in_tree(ProtocolId id) {
  if (id == ProtocolId::None) return false;
  const Protocol& protocol = protocol_of(id);
  return protocol.dissect != nullptr || protocol.decode != nullptr;
}

}  // namespace

ProtocolId StreamMessages::protocol_by_port(uint16_t one, uint16_t other) {
  for (const uint16_t port : {std::min(one, other), std::max(one, other)})
    if (const ProtocolId id = tree_dispatch().find(On::TcpPort, port); shown_in_tree(id)) return id;
  return ProtocolId::None;
}

bool StreamMessages::depends_on_stream(const SegmentFacts& facts, uint8_t flags) {
  using enum SegmentMark;
  if ((flags & reset) != 0 || facts.marked(Retransmission | SpuriousRetransmission | KeepAlive)) return false;
  return facts.length != 0 || (flags & finish) != 0;
}

ProtocolId StreamMessages::choose(Dissection& about, Bytes payload) const {
  if (const ProtocolId id = protocol_by_port(about.source_port, about.destination_port);
      id != ProtocolId::None)
    return id;
  return recognized(about, payload);
}

ProtocolId StreamMessages::recognized(const Dissection& about, Bytes payload) const {
  const Ports ports{about.source_port, about.destination_port};
  for (size_t i = 1; i < catalog().size(); ++i) {
    const Protocol& protocol = *catalog()[i];
    if (protocol.recognize != nullptr && !is_left_out_of_trees(static_cast<ProtocolId>(i)) &&
        protocol.frame != nullptr && protocol.recognize(payload, ports))
      return static_cast<ProtocolId>(i);
  }
  return ProtocolId::None;
}

StreamMessages::Rest StreamMessages::split(Dissection& about, Stream& stream, Bytes bytes,
                                           std::vector<SegmentPlan::Part>& parts) const {
  const Handover& handover = about.kept.get<StreamHandover>().of(about);
  size_t at = 0;
  while (at < bytes.size()) {
    using enum MessageLength::Kind;
    const size_t left = bytes.size() - at;
    if (const ProtocolId next = handover.next; next != ProtocolId::None) stream.protocol = next;
    const ProtocolId id = stream.protocol;
    if (id == ProtocolId::None || protocol_of(id).frame == nullptr) {
      parts.push_back({id == ProtocolId::None ? ids::data : id, at, left});
      return {bytes.size(), 0};
    }
    const Protocol& protocol = protocol_of(id);
    const MessageLength found = protocol.frame(bytes.subspan(at), about);
    if (found.kind == Foreign && handover.next != ProtocolId::None && handover.next != id) continue;
    if (found.kind == Unshown) return {bytes.size(), 0};
    if (found.kind == Foreign) {
      // Ports are habits: HTTP on a port of TLS is still HTTP.
      const ProtocolId other = recognized(about, bytes.subspan(at));
      if (other != ProtocolId::None && other != id &&
          protocol_of(other).frame(bytes.subspan(at), about).kind != Foreign) {
        stream.protocol = other;
        continue;
      }
    }
    if (found.kind == Foreign || (found.kind == Known && found.bytes == 0)) {
      parts.push_back({ids::data, at, left});
      return {bytes.size(), 0};
    }
    if (found.kind != Known || found.bytes > left) {
      if (protocol.messages == Messages::Begun) {
        if (parts.empty() || parts.back().protocol != id) parts.push_back({id, at, 0});
        parts.back().length += left;
      }
      return {at, found.kind == Known  ? found.bytes
                  : found.kind == More ? size_t{0}
                                       : PendingBudget::longest_message};
    }
    if (protocol.messages >= Messages::Together && !parts.empty() && parts.back().protocol == id)
      parts.back().length += found.bytes;
    else
      parts.push_back({id, at, found.bytes});
    at += found.bytes;
  }
  return {at, 0};
}

void StreamMessages::hold(std::vector<std::unique_ptr<PendingMessage>>& list,
                          std::unique_ptr<PendingMessage> message) {
  if (list.size() >= most_pending) list.erase(list.begin());
  list.push_back(std::move(message));
}

void StreamMessages::show_whole(PendingMessage& pending) {
  plan_.waits = false;
  plan_.message.assign(pending.bytes().begin(), pending.bytes().end());
  plan_.pieces = pending.pieces();
}

void StreamMessages::take_pending(Dissection& about, Stream& stream, uint8_t way, uint32_t& sequence,
                                  size_t& at, Bytes payload) {
  auto& list = stream.pending[way];
  size_t taken = 0;
  const auto found = std::ranges::find_if(list, [&](const auto& each) {
    taken = each->takes(sequence, payload.size());
    return taken != 0;
  });
  if (found == list.end()) return;
  PendingMessage& pending = **found;
  plan_.held.push_back({0, taken});
  if (!pending.add(sequence, payload.first(taken), about.packet.number)) {
    list.erase(found);
  } else {
    plan_.waits = true;
    if (pending.complete() && about.segment->marked(SegmentMark::OutOfOrder)) {
      show_whole(pending);
      list.erase(found);
    } else if (pending.complete()) {
      const Rest rest = split(about, stream, pending.bytes(), plan_.reassembled);
      if (rest.at == 0) {
        plan_.reassembled.clear();
        if (rest.wanted > pending.bytes().size()) pending.want(rest.wanted);
      } else {
        plan_.waits = rest.at < pending.bytes().size();
        stream.done[way] = {pending.first_sequence(), static_cast<uint32_t>(rest.at)};
        plan_.message.assign(pending.bytes().begin(), pending.bytes().end());
        plan_.pieces = pending.pieces();
        std::unique_ptr<PendingMessage> next;
        if (plan_.waits) {
          // What is left came with the last segment, or else its messages would have been whole before.
          const Bytes left = pending.bytes().subspan(rest.at);
          const uint32_t first = pending.first_sequence() + static_cast<uint32_t>(rest.at);
          next = std::make_unique<PendingMessage>(*budget_, first, rest.wanted);
          if (!next->add(first, left, about.packet.number)) next.reset();
        }
        list.erase(found);
        if (next) hold(list, std::move(next));
      }
    }
  }
  sequence += static_cast<uint32_t>(taken);
  at += taken;
}

const SegmentPlan& StreamMessages::read(Dissection& about, uint8_t way, Bytes segment, Bytes payload) {
  plan_.clear();
  const SegmentFacts& facts = *about.segment;
  std::unique_ptr<Stream>& known = streams_.of(facts.stream);
  if (!known) known = std::make_unique<Stream>();
  Stream& stream = *known;
  auto& pending = stream.pending[way];
  const uint8_t flags = segment[13];
  if ((flags & reset) != 0) return plan_;
  if (facts.marked(SegmentMark::Retransmission)) {
    if (!payload.empty()) plan_.held.push_back({0, payload.size(), true});
    return plan_;
  }
  if (facts.marked(SegmentMark::KeepAlive)) {
    // Its byte was sent before, and is no part of what follows.
    if (!payload.empty()) plan_.direct.push_back({ids::data, 0, payload.size()});
    return plan_;
  }
  const bool late = facts.marked(SegmentMark::OutOfOrder);
  if (const auto& done = stream.done[way]; done.length != 0 && !payload.empty()) {
    const uint32_t first = be32(&segment[4]) - done.first;
    if (first < done.length) {
      using enum SegmentPlan::Over;
      plan_.over = payload.size() <= done.length - first ? Within : Beyond;
      return plan_;
    }
  }
  if (facts.marked(SegmentMark::SpuriousRetransmission)) return plan_;
  if (stream.protocol == ProtocolId::None && !payload.empty()) stream.protocol = choose(about, payload);
  uint32_t sequence = be32(&segment[4]) + ((flags & 2) != 0 ? 1 : 0);
  size_t at = 0;
  if (payload.size() < facts.length || !about.preferences.tcp_desegment) {
    // Bytes that were not captured, or messages that nobody wants whole: what is there is dissected as it
    // lies.
    pending.clear();
    if (!payload.empty() && !late)
      plan_.direct.push_back(
          {stream.protocol == ProtocolId::None ? ids::data : stream.protocol, 0, payload.size()});
    return plan_;
  }
  if (!pending.empty() && !payload.empty()) take_pending(about, stream, way, sequence, at, payload);
  if (at < payload.size() && !late) {
    const size_t before = plan_.direct.size();
    const Rest rest = split(about, stream, payload.subspan(at), plan_.direct);
    for (size_t i = before; i < plan_.direct.size(); ++i) plan_.direct[i].at += at;
    const size_t left_at = at + rest.at;
    if (left_at < payload.size() && !about.preferences.tcp_desegment) {
      const bool shown =
          !plan_.direct.empty() && plan_.direct.back().at + plan_.direct.back().length > left_at;
      if (!shown) plan_.direct.push_back({stream.protocol, left_at, payload.size() - left_at});
    } else if (left_at < payload.size()) {
      const Bytes left = payload.subspan(left_at);
      const uint32_t first = sequence + static_cast<uint32_t>(rest.at);
      plan_.held.push_back({left_at, left.size()});
      auto message = std::make_unique<PendingMessage>(*budget_, first, rest.wanted);
      if (message->add(first, left, about.packet.number)) hold(pending, std::move(message));
      plan_.waits = true;
      plan_.only_begun = rest.at == 0 && before == 0;
    }
  }
  if ((flags & finish) != 0 && plan_.message.empty()) {
    // The sender closes: a message without a length of its own ends here.
    const auto last = std::ranges::find_if(pending, [](const auto& each) { return each->until_end(); });
    if (last == pending.end()) return plan_;
    show_whole(**last);
    plan_.reassembled.push_back({stream.protocol, 0, plan_.message.size()});
    pending.erase(last);
  }
  return plan_;
}

}  // namespace wiretale
