// Packets in place, from the kernel's blocks into batches.
#include "capture/ring_device.h"

#include <linux/if_ether.h>
#include <net/if.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "base/text.h"
#include "capture/cooked_header.h"
#include "capture/kernel_filter.h"

namespace wiretale {
namespace {

using namespace std::chrono_literals;

constexpr size_t vlan_tag = 4;
/// After the filter was changed, a packet on its way through another processor may still pass the old one.
constexpr auto settling_time = 5ms;

size_t vlan_place_of(uint16_t link_type) {
  constexpr uint16_t ethernet = 1;
  if (link_type == ethernet) return 2 * ETH_ALEN;
  // SLL: the tag's type takes the place of the protocol, which moves behind it.
  return link_type == linux_sll ? cooked_header_size(linux_sll) - 2 : 0;
}

/// The longest packet that can arrive: segmentation offload hands over many at once.
uint32_t longest_packet_of(const CaptureOptions& options, int index) {
  const auto number_in = [&](std::string_view name) {
    std::ifstream file(text_of("/sys/class/net/", options.device, '/', name));
    uint32_t number = 0;
    file >> number;
    return number;
  };
  constexpr uint32_t usual = 65'536 + 64;
  uint32_t longest = usual;
  if (index != 0)
    for (const std::string_view name : {"mtu", "gso_max_size", "gro_max_size"})
      longest = std::max(longest, number_in(name) + 64);
  return std::min(options.snap_length, longest);
}

std::string operating_system() {
  utsname name{};
  if (uname(&name) != 0) return "Linux";
  return text_of(std::string_view{name.sysname}, ' ', std::string_view{name.release});
}

/// Packets that the driver lost: those that libpcap counts.
uint64_t lost_by_interface(const std::string& device) {
  uint64_t sum = 0;
  for (const std::string_view name : {"rx_missed_errors", "rx_fifo_errors"}) {
    std::ifstream file(text_of("/sys/class/net/", device, "/statistics/", name));
    uint64_t number = 0;
    if (file >> number) sum += number;
  }
  return sum;
}

}  // namespace

std::expected<std::unique_ptr<Device>, Error> RingDevice::open(const CaptureOptions& options,
                                                               const RingPlan& plan) {
  const bool cooked = is_cooked(plan.link_type);
  std::vector<BpfInstruction> program = plan.program;
  std::optional<CaptureFilter> own_filter;
  bool kernel_filters = true;
  if (cooked) {
    auto fitted = for_cooked_socket(program, plan.link_type);
    kernel_filters = fitted.has_value();
    if (fitted) program = std::move(*fitted);
  }
  if (!kernel_filters) program = {{0x06, 0, 0, options.snap_length}};  // takes every packet
  auto ring = PacketRing::open(
      {.device = options.device,
       .interface_index = plan.interface_index,
       .cooked = cooked,
       .promiscuous = Promiscuous{options.promiscuous},
       .longest_packet = longest_packet_of(options, plan.interface_index),
       .buffer_bytes = options.buffer_bytes != 0 ? options.buffer_bytes : CaptureOptions::default_buffer,
       .block_timeout = options.immediate ? 1ms : 60ms,
       .filter = program});
  if (!ring) return std::unexpected(ring.error());
  kernel_filters = kernel_filters && ring->filters();
  std::unique_ptr<RingDevice> device(new RingDevice(options, plan, std::move(*ring)));
  if (!kernel_filters && !options.filter.empty()) {
    auto filter = CaptureFilter::compile(options.filter,
                                         {.link_type = plan.link_type, .snap_length = options.snap_length});
    if (!filter) return std::unexpected(Error{described(filter.error(), options.filter), ""});
    device->own_filter_.emplace(std::move(*filter));
  }
  return device;
}

RingDevice::RingDevice(const CaptureOptions& options, const RingPlan& plan, PacketRing ring)
    : ring_(std::move(ring)),
      index_(plan.interface_index),
      promiscuous_{options.promiscuous},
      awaits_return_(options.awaits_return),
      direction_(options.direction),
      loopback_index_(static_cast<int>(if_nametoindex("lo"))),
      vlan_place_(vlan_place_of(plan.link_type)) {
  interface_.link_type = plan.link_type;
  interface_.snap_length = options.snap_length;
  interface_.name = options.device;
  interface_.filter = options.filter;
  interface_.operating_system = operating_system();
  interface_.units_per_second = 1'000'000'000;
  counts_.dropped_by_interface = lost_by_interface(options.device);
}

std::expected<void, Error> RingDevice::take(Batch& batch) {
  ring_.release(finished_blocks_);
  finished_blocks_ = 0;
  while (batch.count < Batch::capacity) {
    if (packets_in_block_ == 0) {
      tpacket_block_desc* const block = ring_.next_block();
      if (block == nullptr) break;
      packets_in_block_ = block->hdr.bh1.num_pkts;
      if (packets_in_block_ == 0) {
        ++finished_blocks_;
        continue;
      }
      auto* const begin = reinterpret_cast<uint8_t*>(block);
      next_packet_ = reinterpret_cast<tpacket3_hdr*>(begin + block->hdr.bh1.offset_to_first_pkt);
    }
    tpacket3_hdr& header = *next_packet_;
    auto* const next = reinterpret_cast<uint8_t*>(next_packet_) + header.tp_next_offset;
    __builtin_prefetch(next);
    __builtin_prefetch(next + 64);
    if (fill(batch.all[batch.count], header)) {
      ++batch.count;
      ++counts_.delivered;
    } else {
      ++counts_.rejected;
    }
    next_packet_ = reinterpret_cast<tpacket3_hdr*>(next);
    if (--packets_in_block_ == 0) ++finished_blocks_;
  }
  return {};
}

bool RingDevice::is_unwanted(const sockaddr_ll& from) const {
  if (from.sll_pkttype == PACKET_OUTGOING)
    // The loopback interface shows each packet a second time, as an incoming one.
    return direction_ == Direction::In || from.sll_ifindex == loopback_index_;
  return direction_ == Direction::Out;
}

bool RingDevice::fill(Packet& packet, tpacket3_hdr& header) {
  auto* const begin = reinterpret_cast<uint8_t*>(&header);
  const auto& from = *reinterpret_cast<const sockaddr_ll*>(begin + TPACKET_ALIGN(sizeof(tpacket3_hdr)));
  if (is_unwanted(from)) return false;
  std::span<uint8_t> frame{begin + header.tp_mac, header.tp_snaplen};
  size_t wire_length = header.tp_len;
  if (is_cooked(interface_.link_type)) {
    const size_t size = cooked_header_size(interface_.link_type);
    frame = {frame.data() - size, frame.size() + size};
    wire_length += size;
    write_cooked_header(interface_.link_type, from, frame.data());
  }
  if ((header.tp_status & TP_STATUS_VLAN_VALID) != 0 && vlan_place_ != 0 && frame.size() >= vlan_place_) {
    frame = with_vlan_tag(frame, header);
    wire_length += vlan_tag;
  }
  packet.bytes = frame.first(std::min<size_t>(frame.size(), interface_.snap_length));
  packet.wire_length = static_cast<uint32_t>(wire_length);
  if (own_filter_ && !own_filter_->matches(packet.bytes, packet.wire_length)) return false;
  packet.time = {int64_t{header.tp_sec} * 1'000'000'000 + header.tp_nsec};
  packet.link_type = interface_.link_type;
  packet.flow = 0;
  packet.layers.count = 0;
  return true;
}

std::span<uint8_t> RingDevice::with_vlan_tag(std::span<uint8_t> frame, const tpacket3_hdr& header) const {
  uint8_t* const moved = frame.data() - vlan_tag;
  std::memmove(moved, frame.data(), vlan_place_);
  const bool has_type = (header.tp_status & TP_STATUS_VLAN_TPID_VALID) != 0;
  const uint16_t type = has_type ? header.hv1.tp_vlan_tpid : uint16_t{ETH_P_8021Q};
  const uint16_t words[2] = {swapped(type), swapped(static_cast<uint16_t>(header.hv1.tp_vlan_tci))};
  std::memcpy(moved + vlan_place_, words, sizeof words);
  return {moved, frame.size() + vlan_tag};
}

std::expected<void, Error> RingDevice::look_after() {
  if (vanished_) {
    come_back();
    return {};
  }
  const int error = ring_.take_error();
  if (error == 0) return {};
  const std::string& name = interface_.name;
  if (error != ENETDOWN)
    return std::unexpected(Error{text_of(name, ": ", std::string_view{std::strerror(error)}), ""});
  // An interface that is only down, or has another name now, goes on by itself.
  if (ring_.has_interface(index_)) {
    news_ = text_of(name, " went down");
    return {};
  }
  if (!awaits_return_) return std::unexpected(Error{text_of(name, ": The interface disappeared"), ""});
  vanished_ = true;
  news_ = text_of(name, " vanished; waiting for it");
  return {};
}

void RingDevice::come_back() {
  const int index = ring_.index_of(interface_.name);
  if (index == 0 || !ring_.bind_to(index, promiscuous_)) return;
  index_ = index;
  vanished_ = false;
  news_ = text_of(interface_.name, " is back");
}

void RingDevice::stop() {
  if (stopped_at_ != std::chrono::steady_clock::time_point{}) return;
  reject_everything(ring_.descriptor());
  stopped_at_ = std::chrono::steady_clock::now();
}

bool RingDevice::drained() {
  return packets_in_block_ == 0 && std::chrono::steady_clock::now() - stopped_at_ >= settling_time &&
         !ring_.has_block() && !ring_.is_filling();
}

CaptureCounts RingDevice::counts() {
  const tpacket_stats_v3 news = ring_.take_statistics();
  counts_.received += news.tp_packets;
  counts_.dropped += news.tp_drops;
  counts_.freezes += news.tp_freeze_q_cnt;
  CaptureCounts now = counts_;
  now.dropped_by_interface = lost_by_interface(interface_.name) - counts_.dropped_by_interface;
  return now;
}

}  // namespace wiretale
