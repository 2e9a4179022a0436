// A network interface, or all of them, captured on through a packet ring.
#pragma once
#include <utility>

#include "capture/device.h"
#include "capture/packet_ring.h"
#include "filter/capture_filter.h"

namespace wiretale {

/// What RingDevice needs to know beyond the options.
struct RingPlan {
  int interface_index = 0;  ///< 0 for all
  uint16_t link_type = 1;
  std::vector<BpfInstruction> program;  ///< as libpcap compiled it for this device
};

class RingDevice final : public Device {
 public:
  [[nodiscard]] static std::expected<std::unique_ptr<Device>, Error> open(const CaptureOptions& options,
                                                                          const RingPlan& plan);
  [[nodiscard]] std::expected<void, Error> take(Batch& batch) override;
  [[nodiscard]] int descriptor() const override { return ring_.descriptor(); }
  [[nodiscard]] std::expected<void, Error> look_after() override;
  [[nodiscard]] std::string take_news() override { return std::exchange(news_, {}); }
  void stop() override;
  [[nodiscard]] bool drained() override;
  [[nodiscard]] CaptureCounts counts() override;
  [[nodiscard]] const Interface& interface() const override { return interface_; }

 private:
  RingDevice(const CaptureOptions& options, const RingPlan& plan, PacketRing ring);
  /// Whether the packet is wanted; fills it then.
  bool fill(Packet& packet, tpacket3_hdr& header);
  /// The frame with the tag that the kernel took out of it and keeps beside it.
  [[nodiscard]] std::span<uint8_t> with_vlan_tag(std::span<uint8_t> frame, const tpacket3_hdr& header) const;
  [[nodiscard]] bool is_unwanted(const sockaddr_ll& from) const;

  /// Captures again when an interface of our name is there again.
  void come_back();

  PacketRing ring_;
  Interface interface_;
  int index_;
  Promiscuous promiscuous_;
  bool awaits_return_;
  bool vanished_ = false;
  std::string news_;
  Direction direction_;
  int loopback_index_;
  size_t vlan_place_;  ///< where a tag belongs in a frame; 0 for nowhere
  std::optional<CaptureFilter> own_filter_;
  std::chrono::steady_clock::time_point stopped_at_{};

  tpacket3_hdr* next_packet_ = nullptr;
  uint32_t packets_in_block_ = 0;  ///< still to be taken
  size_t finished_blocks_ = 0;
  CaptureCounts counts_;
};

}  // namespace wiretale
