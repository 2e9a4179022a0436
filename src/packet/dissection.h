// What dissect() may ask beside its layer's bytes: the packet, its times and flow, the columns, and what is
// kept from packet to packet.
#pragma once
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "packet/foresight.h"
#include "packet/packet.h"
#include "packet/preferences.h"
#include "packet/segment.h"

namespace wiretale {

/// The columns of a packet list. Each protocol writes over what its carrier wrote.
struct Columns {
  Text source{64}, destination{64};
  Text protocol{32};
  Text info{256};
  size_t info_kept = 0;                            ///< so much of the front of `info` is not replaced
  uint16_t source_port = 0, destination_port = 0;  ///< of the innermost transport; 0 without

  void clear() {
    info_kept = 0;
    source_port = destination_port = 0;
    source.clear();
    destination.clear();
    protocol.clear();
    info.clear();
  }
};

/// What dissectors keep from packet to packet: one object per type and run. Each bounds its own memory.
struct KeptState {
  virtual ~KeptState() = default;
};
class KeptStates {
 public:
  template <class State>
  State& get() {
    static const size_t slot = next_slot_++;
    if (slot >= states_.size()) states_.resize(slot + 1);
    if (!states_[slot]) states_[slot] = std::make_unique<State>();
    return static_cast<State&>(*states_[slot]);
  }

 private:
  static inline size_t next_slot_ = 0;
  std::vector<std::unique_ptr<KeptState>> states_;
};

/// The packet among the others of its capture.
struct FrameTimes {
  Duration since_previous, since_displayed, since_first;
};

struct Dissection;

/// Dissects packets that lie within a layer, as ICMP errors quote them.
class Nesting {
 public:
  /// The bytes of the packet in [at, end), which begin with protocol `first`, `level` deep in the tree.
  virtual void dissect_inside(Dissection& outer, ProtocolId first, size_t at, size_t end, uint8_t level) = 0;

 protected:
  ~Nesting() = default;
};

/// What the capture file says about a packet beside its bytes (pcapng).
struct FrameFacts {
  uint32_t section = 0;    ///< from 1
  uint32_t interface = 0;  ///< within the section
  std::string_view interface_name, interface_description;
  std::vector<std::string_view> comments;
  std::optional<uint32_t> flags, queue;
  std::optional<uint64_t> packet_id, drop_count;
};

struct Dissection {
  const Packet& packet;
  const Layer* layer =
      nullptr;  ///< the one being dissected; one of the packet's, or a pseudo-layer of its own
  const Layer* next = nullptr;  ///< the packet's layer inside of it, or null
  KeptStates& kept;
  FrameTimes times;
  const FrameFacts* frame = nullptr;  ///< null when the file says nothing
  Preferences preferences = {};
  const SegmentFacts* segment = nullptr;  ///< of the TCP layer; null when nobody asked for streams
  const StreamFacts* datagram = nullptr;  ///< the same of the UDP layer
  /// Where the innermost IP packet ends as its header claims, in its source; maybe behind the captured bytes.
  size_t claimed_end = 0;
  Columns* columns = nullptr;  ///< null when nobody reads them
  std::vector<std::string_view>* path =
      nullptr;  ///< names of the protocols so far, as frame.protocols lists them
  /// The innermost addresses and ports so far, for protocols above them.
  Bytes source, destination;  ///< 4, 16 or 6 bytes
  uint8_t hop_limit = 0;      ///< of the innermost IPv6 header
  uint16_t source_port = 0, destination_port = 0;
  Nesting* nesting = nullptr;   ///< null when only single layers are dissected
  bool fragmented = false;  ///< the innermost IP packet is a fragment that nobody puts together
  bool quoted = false;          ///< within a packet that an error message quotes, which is often cut short
  uint8_t byte_source = 0;      ///< 0: the packet's bytes; otherwise which of the tree's sources they are
  bool payload_done = false;    ///< the layer has dissected what is inside of it
  Foresight* learns = nullptr;  ///< in the first of two passes
  const Foresight* ahead = nullptr;  ///< in the second of two passes

  /// Notes for the second pass what the first one found out about an earlier place of the capture.
  void foretell(const Field& field, uint64_t place, uint64_t value) {
    if (learns != nullptr) learns->note(field, place, value);
  }
  /// What the first pass noted; nothing when there was none.
  [[nodiscard]] std::optional<uint64_t> foretold(const Field& field, uint64_t place) const {
    if (ahead == nullptr) return std::nullopt;
    return ahead->find(field, place);
  }
};

}  // namespace wiretale
