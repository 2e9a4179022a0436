// A TCP connection as seen on the way: handshake, messages in segments, losses and their repair, the close.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "conversation.h"
#include "dialogue.h"

namespace wiretale::bench {

class TcpConversation : public Conversation {
 public:
  TcpConversation(World& world, const Path& path, std::unique_ptr<Dialogue> dialogue);

  std::optional<uint32_t> send(uint64_t now, Frame& frame) override;

 private:
  // Sequence numbers count from the sender's initial one.
  struct Segment {
    Side sender;
    uint8_t flags;
    uint32_t wait;  // microseconds after the segment before it
    uint32_t sequence;
    uint32_t acknowledgement;
    uint32_t length = 0;
    uint32_t window = usual_window;
    uint32_t sack_begin = 0;  // an empty range = no SACK option
    uint32_t sack_end = 0;
  };

  struct End {
    uint16_t port = 0;
    uint32_t initial = 0;          // sequence number of the SYN
    uint32_t next = 0;             // relative number of the next byte
    uint32_t timestamp_start = 0;  // of its clock for the timestamp option
    uint32_t timestamp_sent = 0;
  };

  static constexpr uint32_t usual_window = 502;  // times 2^7
  static constexpr uint32_t window_shift = 7;

  void plan_more();
  void plan_handshake();
  void plan_close();
  void plan_message(Turn turn);
  void plan_data(uint32_t sequence, uint32_t length, uint32_t wait);
  void plan_acknowledgement(uint32_t position, uint32_t sack_end = 0, uint32_t sack_begin = 0);
  // These three plan what becomes of the data at `position` and return the position behind it.
  [[nodiscard]] uint32_t plan_loss(uint32_t position, uint32_t message_end, uint32_t wait);
  [[nodiscard]] uint32_t plan_reordering(uint32_t position, uint32_t message_end, uint32_t wait);
  void plan_closed_window(uint32_t position);
  void plan(Segment segment) { plan_.push_back(segment); }

  void write(const Segment& segment, uint64_t now, Frame& frame);
  void write_options(const Segment& segment, uint8_t* place);
  [[nodiscard]] static uint32_t options_size(const Segment& segment);

  End& end_of(Side side) { return ends_[static_cast<size_t>(side)]; }
  [[nodiscard]] uint32_t length_at(uint32_t position, uint32_t message_end) const;

  World& world_;
  Path path_;
  std::unique_ptr<Dialogue> dialogue_;
  std::array<End, 2> ends_;
  uint32_t round_trip_;  // microseconds
  uint32_t largest_segment_;
  std::vector<Segment> plan_;
  size_t planned_next_ = 0;
  Message message_;  // the one being sent
  Side speaker_ = Side::Client;
  uint32_t message_begin_ = 0;
  bool is_closed_ = false;
};

}  // namespace wiretale::bench
