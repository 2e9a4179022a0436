// The table of live flows: linear probing over (tag, flow) slots, flows in chunks that never move.
//
// Recency is kept lazily, so that a packet of a known flow writes nothing outside of the flow: flows stand in
// a queue; make_room() looks at its front, and a flow that was active since it was queued goes to the back
// again (the clock algorithm, an approximation of least recently used). There are two queues, so that a flood
// does not push conversations out: newcomers stand in the one; those that turn out to be conversations go
// over to the other when they come to the front, and have to leave only when there are few newcomers.
#include "flow/flow_table.h"

#include <algorithm>

namespace wiretale {

FlowTable::FlowTable(const FlowLimits& limits)
    : limits_(limits), secret_(process_hash_key()), slots_(4096, Slot{0, 0}), mask_(slots_.size() - 1) {
  limits_.most_flows = std::max<uint32_t>(limits_.most_flows, 512);
  flows_.add();
}

FlowId FlowTable::allocate() {
  if (!free_.empty()) {
    const FlowId id = free_.back();
    free_.pop_back();
    return id;
  }
  flows_.add();
  return static_cast<FlowId>(flows_.size() - 1);
}

void FlowTable::grow() {
  std::vector<Slot> old(slots_.size() * 2, Slot{0, 0});
  old.swap(slots_);
  mask_ = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.flow == 0) continue;
    uint64_t i = at(slot.flow).hash & mask_;
    while (slots_[i].flow != 0) i = (i + 1) & mask_;
    slots_[i] = slot;
  }
}

FlowTable::Found FlowTable::find_or_add(const FlowKey& key, uint64_t hash, Time now, uint32_t packet) {
  const auto tag = static_cast<uint32_t>(hash >> 32);
  uint64_t i = hash & mask_;
  for (; slots_[i].flow != 0; i = (i + 1) & mask_) {
    if (slots_[i].tag != tag) continue;
    Flow& flow = at(slots_[i].flow);
    if (flow.key == key) return {&flow, false};
  }
  const FlowId id = allocate();
  Flow& flow = at(id);
  flow = {};
  flow.key = key;
  flow.id = id;
  flow.hash = hash;
  flow.number = static_cast<uint32_t>(created_++);
  flow.first_packet = packet;
  flow.first = flow.last = flow.queued = now;
  slots_[i] = {tag, id};
  append(newcomers_, flow);
  ++live_;
  if (++indexed_ * 2 > slots_.size()) grow();
  return {&flow, true};
}

Flow* FlowTable::find(const FlowKey& key) {
  const uint64_t hash = hash_of(key, secret_);
  for (uint64_t i = hash & mask_; slots_[i].flow != 0; i = (i + 1) & mask_)
    if (slots_[i].tag == static_cast<uint32_t>(hash >> 32) && at(slots_[i].flow).key == key)
      return &at(slots_[i].flow);
  return nullptr;
}

void FlowTable::erase(const Flow& flow) {
  uint64_t i = flow.hash & mask_;
  while (slots_[i].flow != flow.id) {
    if (slots_[i].flow == 0) return;
    i = (i + 1) & mask_;
  }
  // Close the gap, so that no probe ends too early: move back what may stand here.
  for (uint64_t j = (i + 1) & mask_; slots_[j].flow != 0; j = (j + 1) & mask_) {
    const uint64_t home = at(slots_[j].flow).hash & mask_;
    if (((j - home) & mask_) >= ((j - i) & mask_)) {
      slots_[i] = slots_[j];
      i = j;
    }
  }
  slots_[i] = {0, 0};
  --indexed_;
}

void FlowTable::detach(Flow& flow) {
  if (flow.detached) return;
  erase(flow);
  flow.detached = true;
}

void FlowTable::end(Flow& flow, FlowEnd cause, FlowListener& listener) {
  listener.flow_ended(flow, cause);
  if (!flow.detached) erase(flow);
  ++ended_[static_cast<size_t>(cause)];
  --live_;
  free_.push_back(flow.id);
}

namespace {

bool is_closed(const Flow& flow) { return flow.phase == Phase::Closed || flow.phase == Phase::Reset; }

/// Somebody answers, or somebody goes on: what one packet of a flood does not make.
bool is_conversation(const Flow& flow) {
  constexpr uint32_t many = 2;
  const uint32_t low = flow.ways[0].packets, high = flow.ways[1].packets;
  return (low != 0 && high != 0) || low + high >= many;
}

/// Nothing more is expected: the connection is closed, or the datagram was answered (or nobody did for long).
bool is_settled(const Flow& flow, Duration idle) {
  constexpr Duration nobody_answers = seconds(5);
  if (flow.key.transport == ip_protocol::tcp) return is_closed(flow);
  return (flow.ways[0].packets != 0 && flow.ways[1].packets != 0) || idle > nobody_answers;
}

}  // namespace

Duration FlowTable::idle_limit(const Flow& flow) const {
  if (flow.key.transport != ip_protocol::tcp) return limits_.idle_other;
  return is_closed(flow) ? limits_.idle_closed : limits_.idle_tcp;
}

void FlowTable::append(Queue& queue, Flow& flow) {
  if (queue.oldest == 0)
    queue.oldest = flow.id;
  else
    at(queue.newest).next_in_queue = flow.id;
  queue.newest = flow.id;
  ++queue.size;
}

Flow& FlowTable::take_oldest(Queue& queue) {
  Flow& flow = at(queue.oldest);
  queue.oldest = flow.next_in_queue;
  if (queue.oldest == 0) queue.newest = 0;
  flow.next_in_queue = 0;
  --queue.size;
  return flow;
}

void FlowTable::look_through(Queue& queue, Time now, uint32_t coming, uint32_t added,
                             FlowListener& listener) {
  // Each call looks at a few flows only: twice the number of flows that a batch can add keeps pace, and in a
  // crowd twice the number that was added.
  for (uint32_t looked = 0; queue.oldest != 0 && looked < 2 * coming; ++looked) {
    Flow& flow = at(queue.oldest);
    const bool full = live_ + coming > limits_.most_flows;
    const bool crowded = live_ > limits_.crowd && looked < 2 * added + 8;
    const Duration idle = now - flow.last;
    const bool expired = idle > idle_limit(flow);
    const bool settled = crowded && idle > limits_.settled && is_settled(flow, idle);
    const bool active = flow.last > flow.queued && looked < coming;
    const bool promoted = &queue == &newcomers_ && is_conversation(flow);
    if (!flow.detached && !expired && !full && !crowded && now - flow.queued < limits_.idle_closed) break;
    take_oldest(queue);
    if (flow.detached) {
      end(flow, FlowEnd::Replaced, listener);
    } else if (settled || expired) {
      end(flow, settled || is_closed(flow) ? FlowEnd::Closed : FlowEnd::Idle, listener);
    } else if (full && !active && !promoted) {
      end(flow, FlowEnd::Cap, listener);
    } else {
      flow.queued = now;
      append(promoted ? conversations_ : queue, flow);
    }
  }
}

void FlowTable::make_room(Time now, uint32_t coming, FlowListener& listener) {
  const auto added = static_cast<uint32_t>(created_ - created_before_);
  created_before_ = created_;
  // What belongs to no conversation goes first, as long as there is much of it.
  const bool newcomers_first = newcomers_.size > limits_.most_flows / 8;
  look_through(newcomers_first ? newcomers_ : conversations_, now, coming, added, listener);
  look_through(newcomers_first ? conversations_ : newcomers_, now, coming, added, listener);
}

std::vector<FlowId> FlowTable::in_order() const {
  std::vector<FlowId> order;
  order.reserve(live_);
  for (const Queue* queue : {&newcomers_, &conversations_})
    for (FlowId id = queue->oldest; id != 0; id = at(id).next_in_queue) order.push_back(id);
  std::sort(order.begin(), order.end(), [&](FlowId a, FlowId b) { return at(a).number < at(b).number; });
  return order;
}

void FlowTable::clear() {
  for (const Queue* queue : {&newcomers_, &conversations_})
    for (FlowId id = queue->oldest; id != 0; id = at(id).next_in_queue) free_.push_back(id);
  ended_[static_cast<size_t>(FlowEnd::Finished)] += live_;
  std::fill(slots_.begin(), slots_.end(), Slot{0, 0});
  live_ = indexed_ = 0;
  newcomers_ = conversations_ = {};
}

void FlowTable::finish(FlowListener& listener) {
  const std::vector<FlowId> order = in_order();
  constexpr size_t ahead = 8;
  for (size_t i = 0; i < order.size(); ++i) {
    if (i + ahead < order.size()) fetch(order[i + ahead]);
    listener.flow_ended(at(order[i]), FlowEnd::Finished);
  }
  clear();
}

}  // namespace wiretale
