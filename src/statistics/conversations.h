// Conversations: who talked with whom, how it went, and how much.
#pragma once
#include <vector>

#include "statistics/activity.h"
#include "statistics/ended_flows.h"
#include "statistics/record_store.h"
#include "statistics/report.h"
#include "statistics/think_times.h"

namespace wiretale {

/// What is kept of one conversation when it has ended.
struct Conversation {
  Address client, server;
  int64_t start;     ///< nanoseconds since 1970
  int64_t duration;  ///< nanoseconds
  uint64_t client_bytes, server_bytes;
  uint32_t client_packets, server_packets;
  uint32_t retransmissions;
  uint32_t round_trip;  ///< microseconds; 0 unknown
  uint32_t first_packet;
  uint32_t number;
  uint16_t client_port, server_port;
  uint8_t transport;
  enum State : uint8_t { Ok, Open, Refused, NoAnswer, Reset, HalfOpen, Closing, OneWay } state;
  ThinkQuantiles think;  ///< request to answer
  uint8_t activity_doublings;
  uint64_t activity;  ///< an Activity's, from the start on
};
static_assert(sizeof(Conversation) <= 112);

[[nodiscard]] std::string_view state_word(Conversation::State state);

class ConversationShard final : public FlowShard<Conversation> {
 public:
  void see(std::span<const FlowPacket> packets) override;
  void flow_ended(const Flow& flow, FlowEnd cause) override;

 private:
  struct Live {
    int64_t asked = 0;
    ThinkTimes thinking;
    Activity activity;
  };
  static_assert(sizeof(Live) <= 56);

  LargeTable<Live> live_;  ///< by flow id
  ThinkPool pool_;
};

class Conversations : public EndedFlows<ConversationShard, Conversation> {
 public:
  static constexpr std::string_view sort_columns[] = {
      "bytes", "start", "packets", "retransmissions", "duration", "rtt", "think", "bytes_out", "bytes_in"};
  /// The `top` rows by a column's key ("bytes", "packets", "start", "retransmissions" ...); 0 means all.
  /// Reads from this object as long as it is used.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  void take(const Conversation& row) override {
    all_.add(row);
    first_ = std::min(first_, Time{row.start});
    last_ = std::max(last_, Time{row.start + row.duration});
  }

  RecordStore<Conversation> all_;
  Time first_{INT64_MAX}, last_{INT64_MIN};  ///< of all conversations
};

}  // namespace wiretale
