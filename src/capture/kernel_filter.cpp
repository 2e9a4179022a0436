// Fitting filter programs to packet sockets.
#include "capture/kernel_filter.h"

#include <linux/filter.h>
#include <sys/socket.h>

#include "capture/cooked_header.h"

namespace wiretale {
namespace {

constexpr uint16_t class_of(uint16_t code) { return code & 0x07; }
constexpr uint16_t mode_of(uint16_t code) { return code & 0xe0; }

uint32_t ancillary(int what) { return static_cast<uint32_t>(SKF_AD_OFF + what); }

/// Where the kernel keeps what stands at a place of the header, if it does.
std::optional<uint32_t> place_in_kernel(uint32_t place, uint16_t link_type) {
  // Negative places are questions to the kernel already.
  if (static_cast<int32_t>(place) < 0) return place;
  const uint32_t header = cooked_header_size(link_type);
  if (place >= header) return place - header;
  if (link_type == linux_sll2) {
    switch (place) {
      case 0: return ancillary(SKF_AD_PROTOCOL);
      case 4: return ancillary(SKF_AD_IFINDEX);
      case 8: return ancillary(SKF_AD_HATYPE);
      case 10: return ancillary(SKF_AD_PKTTYPE);
      default: return {};
    }
  }
  switch (place) {
    case 0: return ancillary(SKF_AD_PKTTYPE);
    case 14: return ancillary(SKF_AD_PROTOCOL);
    default: return {};
  }
}

}  // namespace

std::optional<std::vector<BpfInstruction>> for_cooked_socket(std::span<const BpfInstruction> program,
                                                             uint16_t link_type) {
  std::vector<BpfInstruction> fitted(program.begin(), program.end());
  for (BpfInstruction& in : fitted) {
    const bool loads = class_of(in.code) == BPF_LD || class_of(in.code) == BPF_LDX;
    const bool reads_packet =
        mode_of(in.code) == BPF_ABS || mode_of(in.code) == BPF_IND || mode_of(in.code) == BPF_MSH;
    if (!loads || !reads_packet) continue;
    const auto place = place_in_kernel(in.operand, link_type);
    if (!place) return {};
    in.operand = *place;
  }
  return fitted;
}

bool attach_filter(int socket, std::span<const BpfInstruction> program) {
  if (program.size() > BPF_MAXINSNS) return false;
  std::vector<sock_filter> code;
  for (const BpfInstruction& in : program) code.push_back({in.code, in.jump_true, in.jump_false, in.operand});
  const sock_fprog whole{static_cast<unsigned short>(code.size()), code.data()};
  return setsockopt(socket, SOL_SOCKET, SO_ATTACH_FILTER, &whole, sizeof whole) == 0;
}

void reject_everything(int socket) {
  const BpfInstruction reject[] = {{BPF_RET | BPF_K, 0, 0, 0}};
  (void)attach_filter(socket, reject);
}

}  // namespace wiretale
