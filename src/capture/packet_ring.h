// A ring of blocks that the kernel fills with packets (AF_PACKET, TPACKET_V3) and we read in place.
#pragma once
#include <linux/if_packet.h>

#include <chrono>
#include <expected>
#include <span>
#include <string>
#include <utility>

#include "base/error.h"
#include "filter/packet_program.h"

namespace wiretale {

/// Whether the interface also takes packets that are for others.
enum class Promiscuous : bool { No, Yes };

struct RingOptions {
  std::string device;       ///< for messages
  int interface_index = 0;  ///< 0 for all interfaces
  bool cooked = false;      ///< packets without link header
  Promiscuous promiscuous = Promiscuous::No;
  uint32_t longest_packet = 0;  ///< bytes that a packet may take; a block holds at least one
  uint64_t buffer_bytes = 0;
  std::chrono::milliseconds
      block_timeout{};  ///< a block with packets is handed over after that time at the latest
  std::span<const BpfInstruction> filter;  ///< in force before the first packet
};

/// Before each packet's bytes the kernel leaves this much room, for a cooked header and a VLAN tag.
inline constexpr unsigned ring_headroom = 48;

class PacketRing {
 public:
  /// Opens the socket and begins to capture.
  [[nodiscard]] static std::expected<PacketRing, Error> open(const RingOptions& options);
  ~PacketRing();
  PacketRing(PacketRing&& other) noexcept;
  PacketRing& operator=(PacketRing&&) = delete;

  /// The next block that the kernel has handed over and that was not taken yet, or null.
  [[nodiscard]] tpacket_block_desc* next_block();
  /// Whether next_block() has one.
  [[nodiscard]] bool has_block() const;
  /// Gives the oldest `count` taken blocks back to the kernel.
  void release(size_t count);
  /// Whether the kernel holds packets in the block it is filling.
  [[nodiscard]] bool is_filling() const;

  /// Takes the packets of this interface from now on (0: of all).
  [[nodiscard]] bool bind_to(int interface_index, Promiscuous promiscuous);

  /// The interface of a name in the namespace of the socket, or 0; and whether there is one of an index.
  [[nodiscard]] int index_of(const std::string& name) const;
  [[nodiscard]] bool has_interface(int index) const;

  [[nodiscard]] int descriptor() const { return socket_; }
  /// Packets and drops since the last call; the kernel counts anew then.
  [[nodiscard]] tpacket_stats_v3 take_statistics();
  /// The error that ended poll(2), and clears it: ENETDOWN when the interface went down.
  [[nodiscard]] int take_error();
  /// Whether the kernel still runs our filter; else each packet has to be asked again.
  [[nodiscard]] bool filters() const { return filters_; }

 private:
  PacketRing() = default;
  std::expected<void, Error> set_up(const RingOptions& options);
  [[nodiscard]] tpacket_block_desc* block(size_t index) const {
    return reinterpret_cast<tpacket_block_desc*>(memory_ + index * block_bytes_);
  }

  int socket_ = -1;
  uint8_t* memory_ = nullptr;
  size_t block_bytes_ = 0, blocks_ = 0;
  size_t next_ = 0, oldest_ = 0, taken_ = 0;
  bool filters_ = false;
};

}  // namespace wiretale
