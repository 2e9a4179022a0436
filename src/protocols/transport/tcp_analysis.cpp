// TCP in the field tree: what the connection's other segments tell of this one.
#include "packet/segment.h"
#include "protocols/transport/tcp_fields.h"
#include "protocols/transport/tcp_tree.h"

namespace wiretale {

using namespace tcp;

namespace {

using enum SegmentMark;

/// How each mark is told, in the order of the tree.
struct Mark {
  SegmentMark mark;
  const Field& field;
  ExpertSeverity severity;
  std::string_view prefix;  ///< in front of the info column
};
constexpr auto note = ExpertSeverity::Note, warning = ExpertSeverity::Warning, chat = ExpertSeverity::Chat;
constexpr Mark reused[] = {{ReusedPorts, reused_ports, note, "[TCP Port numbers reused] "}};
constexpr Mark others[] = {
    {OutOfOrder, out_of_order, warning, "[TCP Out-Of-Order] "},
    {LostSegment, lost_segment, warning, "[TCP Previous segment not captured] "},
    {AckLostSegment, ack_lost_segment, warning, "[TCP ACKed unseen segment] "},
    {WindowUpdate, window_update, chat, "[TCP Window Update] "},
    {WindowFull, window_full, warning, "[TCP Window Full] "},
    {KeepAlive, keep_alive, note, "[TCP Keep-Alive] "},
    {KeepAliveAck, keep_alive_ack, note, "[TCP Keep-Alive ACK] "},
};
constexpr Mark zero_windows[] = {
    {ZeroWindowProbe, zero_window_probe, note, "[TCP ZeroWindowProbe] "},
    {ZeroWindow, zero_window, warning, "[TCP ZeroWindow] "},
    {ZeroWindowProbeAck, zero_window_probe_ack, note, "[TCP ZeroWindowProbeAck] "},
};

void put_marks(const SegmentFacts& facts, std::span<const Mark> marks, FieldWriter& out) {
  for (const Mark& each : marks) {
    if (!facts.marked(each.mark)) continue;
    out.expert(each.field, each.severity, ExpertGroup::Sequence, each.field.label);
    out.info_prefix(each.prefix);
  }
}

uint64_t bits_of(Duration duration) { return static_cast<uint64_t>(duration.nanoseconds); }

void put_repeat(const SegmentFacts& facts, FieldWriter& out) {
  const auto put = [&](const Field& field) { out.expert(field, note, ExpertGroup::Sequence, field.label); };
  if (facts.marked(Retransmission)) {
    put(retransmission);
    out.info_prefix("[TCP Retransmission] ");
    const Deeper below(out);
    if (facts.retransmission_delay_frame != 0) {
      out.put(retransmission_delay, 0, 0, bits_of(facts.retransmission_delay)).generated();
      out.put(retransmission_delay_frame, 0, 0, facts.retransmission_delay_frame).generated();
    }
  } else if (facts.marked(FastRetransmission)) {
    put(fast_retransmission);
    put(retransmission);
    out.info_prefix("[TCP Fast Retransmission] ");
  } else if (facts.marked(SpuriousRetransmission)) {
    put(spurious_retransmission);
    put(retransmission);
    out.info_prefix("[TCP Spurious Retransmission] ");
  }
}

void put_duplicate(const SegmentFacts& facts, FieldWriter& out) {
  {
    const Deeper below(out);
    out.put(duplicate_ack, 0, 0, 0).label("This is a TCP duplicate ack").generated();
  }
  out.put(duplicate_number, 0, 0, facts.duplicate_number).generated();
  out.put(duplicate_frame, 0, 0, facts.duplicate_of_frame).generated();
  out.expert(duplicate_ack, note, ExpertGroup::Sequence, "Duplicate ACK (#", facts.duplicate_number, ')');
  out.info_prefix("[TCP Dup ACK ", facts.duplicate_of_frame, '#', facts.duplicate_number, "] ");
}

}  // namespace

SegmentMark marks_of(const Field& field) {
  if (&field == &retransmission) return Retransmission | FastRetransmission | SpuriousRetransmission;
  if (&field == &fast_retransmission) return FastRetransmission;
  if (&field == &spurious_retransmission) return SpuriousRetransmission;
  for (const std::span<const Mark> marks :
       {std::span<const Mark>(reused), std::span<const Mark>(others), std::span<const Mark>(zero_windows)})
    for (const Mark& each : marks)
      if (&each.field == &field) return each.mark;
  return None;
}

void dissect_tcp_analysis(FieldWriter& out) {
  const SegmentFacts* const facts = out.about.segment;
  if (facts == nullptr || !facts->has_analysis) return;
  out.put(analysis, 0, 0, 0).generated();
  const Deeper below(out);
  if (facts->acknowledged_frame != 0) {
    out.put(acknowledged_frame, 0, 0, facts->acknowledged_frame).generated();
    out.put(acknowledged_after, 0, 0, bits_of(facts->acknowledged_after)).generated();
  }
  if (facts->initial_round_trip != Duration{})
    out.put(initial_round_trip, 0, 0, bits_of(facts->initial_round_trip)).generated();
  if (facts->bytes_in_flight != 0) out.put(bytes_in_flight, 0, 0, facts->bytes_in_flight).generated();
  if (facts->bytes_since_push != 0) out.put(bytes_since_push, 0, 0, facts->bytes_since_push).generated();
  if (facts->marks == None) return;
  out.put(analysis_flags, 0, 0, 0).generated();
  put_marks(*facts, reused, out);
  put_repeat(*facts, out);
  put_marks(*facts, others, out);
  if (facts->marked(DuplicateAck)) put_duplicate(*facts, out);
  put_marks(*facts, zero_windows, out);
}

}  // namespace wiretale
