// From the segments of TCP streams to the messages in them: which protocol a stream carries, and which
// messages a packet completes.
#pragma once
#include "flow/pending_message.h"
#include "flow/stream_table.h"
#include "packet/tree.h"

namespace wiretale {

/// What a segment's payload is made of.
struct SegmentPlan {
  /// To be dissected, in the order of the stream.
  struct Part {
    ProtocolId protocol;
    size_t at, length;  ///< in the segment's payload, or in `message`
  };
  std::vector<Part> reassembled, direct;
  /// Bytes of the payload that belong to messages which span segments.
  struct Held {
    size_t at, length;
    bool repeated = false;  ///< they came before
  };
  std::vector<Held> held;
  std::vector<uint8_t> message;               ///< complete now; empty when no message was
  std::vector<PendingMessage::Piece> pieces;  ///< of which segments
  bool waits = false;                         ///< a message is still incomplete
  bool only_begun = false;                    ///< and `direct` holds nothing but its beginning
  /// The segment lies over a message that is complete already.
  enum class Over : uint8_t { Nothing, Within, Beyond } over = Over::Nothing;

  void clear() {
    reassembled.clear();
    direct.clear();
    held.clear();
    message.clear();
    pieces.clear();
    waits = only_begun = false;
    over = Over::Nothing;
  }
};

class StreamMessages {
 public:
  /// What read() returned last, to be put aside.
  [[nodiscard]] SegmentPlan& plan() { return plan_; }
  /// Reads the payload of the TCP segment being dissected; `way` is which direction of its stream. The plan
  /// is valid until the next call.
  const SegmentPlan& read(Dissection& about, uint8_t way, Bytes segment, Bytes payload);
  /// Whether read() needs to know the stream's earlier segments, and later ones need to know this one.
  [[nodiscard]] static bool depends_on_stream(const SegmentFacts& facts, uint8_t flags);
  /// The protocol that the stream's ports claim; None when they claim none.
  [[nodiscard]] static ProtocolId protocol_by_port(uint16_t one, uint16_t other);
  /// How many messages were given up for want of room.
  [[nodiscard]] uint64_t dropped() const { return budget_->dropped; }

 private:
  struct Stream {
    ProtocolId protocol = ProtocolId::None;
    /// Messages that wait for their rest, by direction: more than one when segments are missing.
    std::vector<std::unique_ptr<PendingMessage>> pending[2];
    /// Of each direction, the last message that came in several segments.
    struct Done {
      uint32_t first;
      uint32_t length;
    } done[2] = {};
  };
  static constexpr size_t most_pending = 8;
  [[nodiscard]] ProtocolId choose(Dissection& about, Bytes payload) const;
  /// The protocol whose messages the bytes look like.
  [[nodiscard]] ProtocolId recognized(const Dissection& about, Bytes payload) const;
  void take_pending(Dissection& about, Stream& stream, uint8_t way, uint32_t& sequence, size_t& at,
                    Bytes payload);
  /// Shows a message that is complete.
  void show_whole(PendingMessage& pending);
  void hold(std::vector<std::unique_ptr<PendingMessage>>& list, std::unique_ptr<PendingMessage> message);
  /// Finds whole messages in `bytes`; returns what is left behind them and how long its message is.
  struct Rest {
    size_t at;
    size_t wanted;
  };
  [[nodiscard]] Rest split(Dissection& about, Stream& stream, Bytes bytes,
                           std::vector<SegmentPlan::Part>& parts) const;

  // Before the streams, whose messages give their bytes back to it when they end.
  std::unique_ptr<PendingBudget> budget_ = std::make_unique<PendingBudget>();
  PerStream<std::unique_ptr<Stream>> streams_;
  SegmentPlan plan_;
};

}  // namespace wiretale
