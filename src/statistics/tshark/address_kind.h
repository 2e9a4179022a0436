// The kinds of ends that conversations and endpoints are counted for.
#pragma once
#include "flow/stream_table.h"
#include "statistics/layer_walk.h"

namespace wiretale {

/// What "tcp" of "conv,tcp" stands for.
struct AddressKind {
  std::string_view name, title;
  ProtocolId protocol;
  /// Sender: of a header that does not say who receives the packet.
  enum class Ends : uint8_t { Link, Network, Ports, Sender } ends;
  /// Whether ports are shown; those of DCCP tell conversations apart without being shown, as with tshark.
  [[nodiscard]] bool has_ports() const { return ends == Ends::Ports && protocol != ids::dccp; }
  /// Whether a header of this protocol names ends of the kind.
  [[nodiscard]] bool is_named_by(ProtocolId header) const {
    return header == protocol || (ends == Ends::Sender && header == ids::linux_cooked_v2);
  }
};

/// The kind of a statistic's name: "conv,tcp", "endpoints,tcp".
[[nodiscard]] const AddressKind& address_kind_of(std::string_view statistic_name);

/// Who sent a packet to whom.
struct PacketEnds {
  Address source, destination;
  uint16_t source_port = 0, destination_port = 0;
};
/// Stands for whoever receives a packet of which only the sender is known.
inline constexpr Address nobody{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}};

/// The ends that a header of the kind's protocol names; nothing when it is too short.
[[nodiscard]] inline bool read_ends(const AddressKind& kind, const WalkedHeader& header, PacketEnds& ends) {
  switch (kind.ends) {
    case AddressKind::Ends::Link:
      if (header.bytes.size() < 12) return false;
      std::memcpy(ends.source.bytes.data(), &header.bytes[6], 6);
      std::memcpy(ends.destination.bytes.data(), header.bytes.data(), 6);
      return true;
    case AddressKind::Ends::Sender: {
      // The length of the address, and the address (LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2).
      const bool first = header.protocol == ids::linux_cooked_v1;
      const size_t length_at = first ? 5 : 11, address_at = first ? 6 : 12;
      if (header.bytes.size() < (first ? 16u : 20u)) return false;
      ends.source = nobody;
      if (header.bytes[length_at] == 6) {
        ends.source = {};
        std::memcpy(ends.source.bytes.data(), &header.bytes[address_at], 6);
      }
      ends.destination = nobody;
      return true;
    }
    case AddressKind::Ends::Network:
      ends.source = header.source;
      ends.destination = header.destination;
      return true;
    case AddressKind::Ends::Ports:
      if (header.bytes.size() < 4 || header.network.empty()) return false;
      ends = {header.source, header.destination, be16(header.bytes.data()), be16(&header.bytes[2])};
      return true;
  }
  return false;
}

/// An end's address as the kind writes it.
void append_address(Text& text, const AddressKind& kind, const Address& address);

/// Rows found by key: the key's hash to the row's number, open addressing; the rows are the user's.
class RowIndex {
 public:
  static constexpr uint32_t none = UINT32_MAX;
  /// The number of the row that `is_it(number)` accepts, or the place for a new one: set it.
  template <class IsIt>
  [[nodiscard]] uint32_t& find(uint64_t hash, IsIt&& is_it) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    const size_t mask = slots_.size() - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
      Slot& slot = slots_[at];
      if (slot.row == none) {
        slot.hash = static_cast<uint32_t>(hash);
        ++used_;
        return slot.row;
      }
      if (slot.hash == static_cast<uint32_t>(hash) && is_it(slot.row)) return slot.row;
    }
  }

 private:
  struct Slot {
    uint32_t hash = 0, row = none;
  };
  void grow();
  std::vector<Slot> slots_;
  size_t used_ = 0;
};

/// With the process's secret, since the ends come from the wire.
[[nodiscard]] uint64_t hash_of(const StreamEnds& ends);

}  // namespace wiretale
