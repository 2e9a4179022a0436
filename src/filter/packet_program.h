// Packet programs: classic BPF (McCanne and Jacobson 1993) decoded once into fused instructions and run fast.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/bytes.h"

namespace wiretale {

/// One classic BPF instruction, as libpcap's compiler writes it.
struct BpfInstruction {
  uint16_t code;
  uint8_t jump_true, jump_false;
  uint32_t operand;
};

/// A program ready to run. Same results as libpcap's bpf_filter() for every packet: a load outside the
/// captured bytes or a division by zero rejects the packet.
class PacketProgram {
 public:
  /// Nothing for a program that could leave its own bounds: a jump or memory cell outside, an unknown code, a
  /// last instruction that goes on.
  [[nodiscard]] static std::optional<PacketProgram> from(std::span<const BpfInstruction> program);

  /// The program's answer: 0 rejects. `wire_length` is what "len" means.
  [[nodiscard]] uint32_t run(Bytes captured, uint32_t wire_length) const {
    return captured.size() >= reach_ ? run_unchecked(captured, wire_length)
                                     : run_checked(captured, wire_length);
  }
  /// Whether every packet passes, so that nobody needs to ask.
  [[nodiscard]] bool accepts_everything() const { return accepts_everything_; }

 private:
  struct Step {
    uint8_t operation;
    uint16_t on_true, on_false;  ///< indices of the next step
    uint32_t operand;
    uint32_t offset;          ///< of a fused load
    uint32_t mask;            ///< of a fused load
    uint32_t unused[3] = {};  ///< 32 bytes in all: the place of a step is a shift of its index
  };
  PacketProgram() = default;
  void fuse();
  template <bool CheckedLoads>
  [[nodiscard]] uint32_t run_steps(Bytes captured, uint32_t wire_length) const;
  [[nodiscard]] uint32_t run_checked(Bytes captured, uint32_t wire_length) const;
  [[nodiscard]] uint32_t run_unchecked(Bytes captured, uint32_t wire_length) const;

  std::vector<Step> steps_;
  size_t reach_ = 0;  ///< with this many bytes no load at a fixed place is outside
  bool accepts_everything_ = false;
};

}  // namespace wiretale
