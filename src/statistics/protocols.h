// Protocols: which protocols the packets are made of, as a tree of what carries what.
#pragma once
#include <vector>

#include "flow/consumer.h"
#include "statistics/report.h"

namespace wiretale {

class Protocols : public LayerConsumer {
 public:
  static constexpr std::string_view sort_columns[] = {"bytes", "packets", "start"};

  Protocols() { nodes_.emplace_back(); }
  void see(std::span<const Packet> packets) override;
  /// A tree: what a protocol carries stands below it, the largest first. With `top`, the largest ones of all.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  /// A chain of protocols from the link on.
  struct Node {
    ProtocolId protocol = ProtocolId::None;
    uint32_t parent = 0, depth = 0;
    uint32_t first_child = 0, next_sibling = 0;  ///< 0: none
    uint64_t packets = 0, bytes = 0;
    uint64_t ends = 0;  ///< packets that end here
    uint64_t troubled = 0;
  };
  [[nodiscard]] uint32_t child(uint32_t parent, ProtocolId protocol);
  void append_children(uint32_t parent, const std::vector<uint32_t>& rank, const std::vector<bool>& shown,
                       std::vector<uint32_t>& order) const;

  std::vector<Node> nodes_;  ///< 0: all packets
};

}  // namespace wiretale
