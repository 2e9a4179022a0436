// Followed TCP streams: order, repeats, gaps.
#include "flow/followed_stream.h"

#include <gtest/gtest.h>

#include <string>

namespace wiretale {
namespace {

/// Writes down what is shown: "0:abc" or "0:-6" for a gap of six bytes.
class Follower {
 public:
  Follower& data(uint8_t peer, uint32_t sequence, uint32_t acknowledgment, std::string_view payload,
                 uint32_t length = 0) {
    stream_.add({.peer = peer,
                 .begins = false,
                 .sequence = sequence,
                 .acknowledgment = acknowledgment,
                 .length = length,
                 .payload = {reinterpret_cast<const uint8_t*>(payload.data()), payload.size()},
                 .packet = ++packet_,
                 .time = {}});
    return *this;
  }
  Follower& syn(uint8_t peer, uint32_t sequence) {
    stream_.add({.peer = peer,
                 .begins = true,
                 .sequence = sequence,
                 .acknowledgment = 0,
                 .length = 0,
                 .payload = {},
                 .packet = ++packet_,
                 .time = {}});
    return *this;
  }
  Follower& finish() {
    stream_.finish();
    return *this;
  }
  [[nodiscard]] const std::string& shown() const { return shown_; }
  [[nodiscard]] bool overflowed() const { return stream_.overflowed(); }

 private:
  std::string shown_;
  uint32_t packet_ = 0;
  FollowedStream stream_{[this](const FollowedPiece& piece) {
    shown_ += std::to_string(piece.peer) + ':';
    if (piece.missing != 0)
      shown_ += '-' + std::to_string(piece.missing);
    else
      shown_.append(piece.bytes.begin(), piece.bytes.end());
    shown_ += ' ';
  }};
};

TEST(FollowedStream, PutsSegmentsInOrder) {
  Follower follower;
  follower.syn(0, 99).data(0, 104, 500, "4567").data(0, 100, 500, "0123").data(1, 500, 108, "ok");
  EXPECT_EQ(follower.shown(), "0:0123 0:4567 1:ok ");
}

TEST(FollowedStream, ShowsBytesOnce) {
  Follower follower;
  follower.data(0, 100, 500, "0123")
      .data(0, 100, 500, "XXXX")
      .data(0, 102, 500, "YYYY")
      .data(0, 99, 500, "k");
  EXPECT_EQ(follower.shown(), "0:0123 0:YY ");
}

TEST(FollowedStream, TellsAGapOnceWhatIsBehindItIsAcknowledged) {
  Follower follower;
  follower.data(0, 100, 500, "0123").data(0, 110, 500, "abcd").data(1, 500, 110, "not yet");
  EXPECT_EQ(follower.shown(), "0:0123 1:not yet ");
  follower.data(1, 507, 111, "now");
  EXPECT_EQ(follower.shown(), "0:0123 1:not yet 0:-6 0:abcd 1:now ");
}

TEST(FollowedStream, ShowsAtTheEndWhatNobodyAcknowledged) {
  Follower follower;
  follower.data(0, 100, 500, "0123").data(0, 120, 500, "efgh").data(0, 110, 500, "abcd");
  EXPECT_EQ(follower.finish().shown(), "0:0123 0:-6 0:abcd 0:-6 0:efgh ");
}

TEST(FollowedStream, GoesOnAcrossTheEndOfSequenceNumbers) {
  Follower follower;
  follower.syn(0, 0xfffffffc).data(0, 0xfffffffd, 0, "0123456").data(0, 4, 0, "78");
  EXPECT_EQ(follower.shown(), "0:0123456 0:78 ");
}

TEST(FollowedStream, CountsBytesThatWereNotCaptured) {
  Follower follower;
  follower.data(0, 100, 500, "0123", 10).data(0, 110, 500, "abc");
  EXPECT_EQ(follower.shown(), "0:0123 0:abc ");
}

TEST(FollowedStream, HoldsABoundedAmount) {
  Follower follower;
  follower.data(0, 100, 0, "0");
  for (uint32_t i = 0; i <= FollowedStream::most_held_pieces; ++i) follower.data(0, 200 + 2 * i, 0, "x");
  EXPECT_TRUE(follower.overflowed());
  EXPECT_TRUE(follower.shown().starts_with("0:0 0:-99 0:x ")) << follower.shown();
}

}  // namespace
}  // namespace wiretale
