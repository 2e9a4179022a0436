// The dissector: from packets in the order of a capture to their field trees and columns, with what is kept
// from packet to packet.
#pragma once
#include "fields/backlog.h"
#include "fields/stream_messages.h"
#include "flow/fragments.h"
#include "flow/segment_analysis.h"
#include "packet/earlier_packets.h"
#include "packet/tree.h"

namespace wiretale {

class Dissector final : private Nesting {
 public:
  /// `columns`: whether the columns of the packet list are wanted.
  enum class WithColumns : bool { No, Yes };
  Dissector(FieldNeeds needs, WithColumns columns);
  ~Dissector();

  /// Dissects the next packet of the capture, which is decoded (tier 1). What it returns is valid until the
  /// next call.
  /// `facts`: what the file says about it, or null.
  const FieldTree& dissect(const Packet& packet, const FrameFacts* facts = nullptr);
  /// The same for a packet that nobody shows: streams and exchanges take note of it, times do not.
  void pass_over(const Packet& packet);
  /// The same for a packet that nobody is shown and that is plain (HeaderValues::is_plain): only what later
  /// packets depend on is done.
  void follow(const Packet& packet);
  /// The same, but put off until it matters: until a packet of the same conversation is shown that depends on
  /// it. For that, reread() was called before.
  void follow_later(const Packet& packet);
  /// Where packets that wait are found again. `Judged`: every plain packet is given to judge() before.
  enum class Segments : bool { Unjudged, Judged };
  void reread(EarlierPackets& earlier, Segments segments, size_t most_waiting = Backlog::most);
  /// How many packets were not there any more when they were wanted.
  [[nodiscard]] uint64_t lost() const { return lost_; }
  /// Packets of which the plain ones are given to judge() next, in this order: their streams are found ahead.
  void expect(std::span<const Packet> packets);
  /// The TCP segment of a plain packet, judged before the packet is dissected or followed; null without one.
  const SegmentFacts* judge(const Packet& packet);
  /// The columns of the packet dissected last.
  [[nodiscard]] const Columns& columns() const { return columns_; }
  /// For what is put behind the info column of the packet dissected last.
  [[nodiscard]] Text& info_column() { return columns_.info; }
  [[nodiscard]] const FrameTimes& times() const { return times_; }
  /// Says that the packet dissected last is shown, for the time since the previous one shown.
  void displayed() {
    displayed_ = current_;
    any_displayed_ = true;
  }
  void set(const Preferences& preferences) { preferences_ = preferences; }
  /// This is the first of two passes, which writes down what the second one has to know.
  void learn(Foresight& foresight) { learns_ = &foresight; }
  /// This is the second of two passes over the same packets.
  void foresee(const Foresight& foresight) { ahead_ = &foresight; }

 private:
  void begin();
  void note_time(Time time);
  void follow_layers(const Packet& packet, FieldTree& tree);
  void dissect_layers(Dissection& about, uint8_t level, size_t first = 0);
  void dissect_postponed();
  void dissect_one(Dissection& about, const Layer& layer, uint8_t level);
  void dissect_inside(Dissection& outer, ProtocolId first, size_t at, size_t end, uint8_t level) override;
  void follow_stream(Dissection& about, const Layer& layer);
  /// The lines that end a layer which holds less than it claims.
  void end_short(Dissection& about, std::string_view protocol, size_t at, uint8_t level);
  void dissect_stream(Dissection& about, const Layer& layer, uint8_t level);
  [[nodiscard]] bool dissect_fragment(Dissection& about, const Layer& network, const Layer& layer,
                                      uint8_t level);
  void dissect_part(Dissection& outer, ProtocolId protocol, const Packet& source, size_t at, size_t length,
                    uint8_t level);
  void write_path();

  /// How much of the earlier packets of a conversation has to be done.
  enum class CatchUp : uint8_t { Segments, All };
  void catch_up(const Dissection& about, ProtocolId protocol, CatchUp depth);
  void catch_up_with_all();
  void replay(WaitingPacket& waiting, CatchUp depth);
  [[nodiscard]] bool fetch(const WaitingPacket& waiting, EarlierPackets::Part part, Packet& packet);
  void count_streams(const Packet& packet);
  void take_segment(const Segment& segment, Dissection& about);
  const SegmentFacts* judge_expected(const Packet& packet, size_t index);
  /// What is being worked on, put aside while earlier packets are followed.
  struct Aside;
  void put_aside(Aside& aside);

  /// What a quoted UDP datagram carries: it stands behind the lines of all outer protocols.
  struct Postponed {
    Packet packet;
    uint8_t first;  ///< the first of its layers that is left
    Bytes source, destination;
    uint16_t source_port, destination_port;
  };

  FieldTree tree_;
  bool following_ = false;  ///< nothing is written, only kept
  static FieldTree no_fields() { return FieldTree({.everything = false, .labels = false, .fields = {}}); }
  FieldTree nothing_ = no_fields();
  FieldTree* written_ = &tree_;
  uint32_t judged_ = 0;  ///< the number of the packet whose segment is known already
  std::vector<Postponed> postponed_;
  EarlierPackets* earlier_ = nullptr;  ///< where packets that wait are found again
  std::unique_ptr<Backlog> backlog_;   ///< what waits
  std::unique_ptr<Aside> aside_;
  bool judges_all_ = false;                  ///< segments and streams are known before packets wait
  bool counts_streams_ = false;              ///< somebody is shown numbers and times of streams
  const WaitingPacket* replayed_ = nullptr;  ///< which is followed now
  uint64_t lost_ = 0;
  struct Expected {
    const Layer* tcp;  ///< null: nothing is known of this packet
    size_t claimed_end;
    ExpectedSegment segment;
  };
  std::array<Expected, Batch::capacity> expected_;
  uint32_t first_expected_ = 0, expected_count_ = 0;  ///< packet numbers
  WithColumns with_columns_;
  Columns columns_;
  KeptStates kept_;
  SegmentAnalysis segments_;
  DatagramStreams datagrams_;
  StreamMessages messages_;
  Fragments fragments_;
  StreamPlace place_{};        ///< of the TCP layer dissected last
  SegmentFacts segment_;       ///< of the TCP layer dissected last
  uint8_t segment_flags_ = 0;  ///< of the TCP layer judged last
  StreamFacts datagram_;       ///< of the UDP layer dissected last
  Preferences preferences_;
  Foresight* learns_ = nullptr;
  const Foresight* ahead_ = nullptr;
  FrameTimes times_;
  std::vector<uint8_t> occurrences_;    ///< of each protocol in this packet
  std::vector<std::string_view> path_;  ///< the names of this packet's protocols, outermost first
  Text path_text_{128};
  Time first_, previous_, displayed_, current_;
  bool reference_known_ = false, begun_ = false, any_displayed_ = false;
};

}  // namespace wiretale
