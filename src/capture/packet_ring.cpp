// Opening the ring and walking through its blocks.
#include "capture/packet_ring.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "capture/kernel_filter.h"

namespace wiretale {
namespace {

template <class Value>
bool set_option(int socket, int option, const Value& value) {
  return setsockopt(socket, SOL_PACKET, option, &value, sizeof value) == 0;
}

Error failed(const std::string& device, std::string_view what) {
  const int error = errno;
  return {text_of(device, ": ", what, ": ", std::string_view{std::strerror(error)}),
          error == ENOMEM ? "take a smaller buffer, for example -B 1024" : ""};
}

}  // namespace

std::expected<PacketRing, Error> PacketRing::open(const RingOptions& options) {
  PacketRing ring;
  if (const auto ready = ring.set_up(options); !ready) return std::unexpected(ready.error());
  return ring;
}

// No protocol at first: the socket takes no packet until it is bound with one, and then the filter is there.
std::expected<void, Error> PacketRing::set_up(const RingOptions& options) {
  socket_ = socket(AF_PACKET, (options.cooked ? SOCK_DGRAM : SOCK_RAW) | SOCK_CLOEXEC, 0);
  if (socket_ < 0) return std::unexpected(failed(options.device, "cannot open a packet socket"));
  if (!set_option(socket_, PACKET_VERSION, int{TPACKET_V3}))
    return std::unexpected(failed(options.device, "the kernel has no TPACKET_V3"));
  if (!set_option(socket_, PACKET_RESERVE, ring_headroom))
    return std::unexpected(failed(options.device, "cannot reserve room for headers"));

  constexpr size_t headers = 512, page = 4096, frame = 2048;
  // libpcap's ring takes twice what is asked for, because its blocks are twice as long as its longest frame.
  // The same -B holds as many packets here; and a few blocks only would be full before they are looked at.
  const size_t wanted_buffer = std::max<size_t>(2 * options.buffer_bytes, page);
  block_bytes_ = std::max<size_t>(std::bit_ceil(size_t{options.longest_packet} + headers), 32 << 10);
  blocks_ = std::max<size_t>(wanted_buffer / block_bytes_, 16);
  tpacket_req3 request{};
  request.tp_block_size = static_cast<unsigned>(block_bytes_);
  request.tp_frame_size = frame;
  request.tp_retire_blk_tov = static_cast<unsigned>(std::max<int64_t>(options.block_timeout.count(), 1));
  for (;; blocks_ /= 2) {  // a machine without that much free memory gets a smaller ring
    request.tp_block_nr = static_cast<unsigned>(blocks_);
    request.tp_frame_nr = static_cast<unsigned>(blocks_ * (block_bytes_ / frame));
    if (set_option(socket_, PACKET_RX_RING, request)) break;
    if (errno != ENOMEM || blocks_ <= 4)
      return std::unexpected(failed(options.device, "cannot make the ring"));
  }
  void* const mapped = mmap(nullptr, block_bytes_ * blocks_, PROT_READ | PROT_WRITE, MAP_SHARED, socket_, 0);
  if (mapped == MAP_FAILED) return std::unexpected(failed(options.device, "cannot map the ring"));
  memory_ = static_cast<uint8_t*>(mapped);

  filters_ = attach_filter(socket_, options.filter);
  if (!bind_to(options.interface_index, options.promiscuous))
    return std::unexpected(failed(options.device, "cannot capture"));
  return {};
}

bool PacketRing::bind_to(int interface_index, Promiscuous promiscuous) {
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(ETH_P_ALL);
  address.sll_ifindex = interface_index;
  if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return false;
  if (promiscuous == Promiscuous::Yes && interface_index != 0) {
    packet_mreq membership{};
    membership.mr_ifindex = interface_index;
    membership.mr_type = PACKET_MR_PROMISC;
    (void)set_option(socket_, PACKET_ADD_MEMBERSHIP, membership);
  }
  return true;
}

PacketRing::PacketRing(PacketRing&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)),
      memory_(std::exchange(other.memory_, nullptr)),
      block_bytes_(other.block_bytes_),
      blocks_(other.blocks_),
      next_(other.next_),
      oldest_(other.oldest_),
      taken_(other.taken_),
      filters_(other.filters_) {}

PacketRing::~PacketRing() {
  if (memory_ != nullptr) munmap(memory_, block_bytes_ * blocks_);
  if (socket_ >= 0) close(socket_);
}

bool PacketRing::has_block() const {
  if (taken_ == blocks_) return false;
  const std::atomic_ref status(block(next_)->hdr.bh1.block_status);
  return (status.load(std::memory_order_acquire) & TP_STATUS_USER) != 0;
}

tpacket_block_desc* PacketRing::next_block() {
  if (!has_block()) return nullptr;
  tpacket_block_desc* const candidate = block(next_);
  next_ = next_ + 1 == blocks_ ? 0 : next_ + 1;
  ++taken_;
  return candidate;
}

void PacketRing::release(size_t count) {
  for (; count > 0 && taken_ > 0; --count, --taken_) {
    tpacket_hdr_v1& header = block(oldest_)->hdr.bh1;
    header.num_pkts =
        0;  // the kernel does so when it opens the block, which may be later than is_filling() asks
    std::atomic_ref(header.block_status).store(TP_STATUS_KERNEL, std::memory_order_release);
    oldest_ = oldest_ + 1 == blocks_ ? 0 : oldest_ + 1;
  }
}

bool PacketRing::is_filling() const {
  if (taken_ == blocks_) return false;
  return std::atomic_ref(block(next_)->hdr.bh1.num_pkts).load(std::memory_order_acquire) != 0;
}

int PacketRing::index_of(const std::string& name) const {
  ifreq request{};
  name.copy(request.ifr_name, IFNAMSIZ - 1);
  return ioctl(socket_, SIOCGIFINDEX, &request) == 0 ? request.ifr_ifindex : 0;
}

bool PacketRing::has_interface(int index) const {
  ifreq request{};
  request.ifr_ifindex = index;
  return ioctl(socket_, SIOCGIFNAME, &request) == 0;
}

tpacket_stats_v3 PacketRing::take_statistics() {
  tpacket_stats_v3 statistics{};
  socklen_t size = sizeof statistics;
  (void)getsockopt(socket_, SOL_PACKET, PACKET_STATISTICS, &statistics, &size);
  return statistics;
}

int PacketRing::take_error() {
  int error = 0;
  socklen_t size = sizeof error;
  (void)getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size);
  return error;
}

}  // namespace wiretale
