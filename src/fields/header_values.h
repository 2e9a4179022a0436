// Values of fields that a packet's layer table and headers tell at once, without a dissector.
//
// For headers that the table knows for certain (Ethernet, VLAN tags, IP, UDP, TCP, VXLAN) presence and the
// fields with a fixed place can be read where they lie. Packets that may hold more such headers than the
// table says are left to the dissector: errors quote packets, fragments are put together.
#pragma once
#include "packet/tree.h"

namespace wiretale {

class HeaderValues {
 public:
  explicit HeaderValues(std::span<const Field* const> wanted);

  /// Whether all wanted fields can be read from headers.
  [[nodiscard]] bool suffice() const { return suffice_; }
  /// Whether read() must be told what the TCP segments of packets mean.
  [[nodiscard]] bool need_segments() const { return need_segments_; }
  /// The wanted fields of a decoded packet; null when it takes a dissector to know them. Valid until the next
  /// call. `segment`: of a plain packet with TCP, when segments are needed.
  [[nodiscard]] const FieldTree* read(const Packet& packet, const SegmentFacts* segment = nullptr);
  /// Whether `test` is true for the number of any value of the only wanted field, as read() would list those
  /// of a plain packet; the shortest way to that answer.
  template <class Test>
  [[nodiscard]] std::optional<bool> any(const Packet& packet, const SegmentFacts* segment,
                                        const Test& test) const {
    for (const Layer& layer : packet.layers) {
      if (layer.protocol != only_) continue;
      for (const Wanted& wanted : of_protocol_[static_cast<size_t>(only_)]) {
        if (wanted.source == Source::Mark) {
          if (segment == nullptr) return {};
          if (segment->marked(wanted.marks) && test(uint64_t{0})) return true;
          continue;
        }
        const Bytes header = packet.header(layer);
        if (wanted.header->place.end_byte() > header.size()) return {};
        if (test(wanted.header->read(header))) return true;
      }
    }
    return false;
  }
  /// Whether any() has answers: one field is wanted, a number in a header or a mark of segments.
  [[nodiscard]] bool one_number() const { return only_ != ProtocolId::None; }
  /// Whether the packet's tree cannot have more of the known headers than its layer table.
  [[nodiscard]] static bool is_plain(const Packet& packet);

 private:
  /// How a value is had.
  enum class Source : uint8_t {
    Protocol,
    Header,
    PayloadLength,
    Mark,
    Number,
    WireLength,
    CapturedLength,
    Time
  };
  struct Wanted {
    const Field* field;   ///< whose value it becomes
    const Field* header;  ///< whose place is read
    Source source;
    SegmentMark marks = SegmentMark::None;  ///< with which the field is there
  };
  [[nodiscard]] bool add(const Field& field);
  void want(ProtocolId protocol, const Wanted& wanted);
  void find_only();
  void read_frame(const Packet& packet);
  bool read_layer(const Packet& packet, const Layer& layer, size_t network_end, const SegmentFacts* segment);

  std::vector<std::vector<Wanted>> of_protocol_;  ///< by protocol id; empty where nothing is wanted
  ProtocolId only_ = ProtocolId::None;            ///< whose header has the only wanted field
  bool suffice_, need_segments_ = false;
  FieldTree values_;
};

}  // namespace wiretale
