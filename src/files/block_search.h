// Finding the next sound pcapng block behind a damaged one.
#pragma once
#include <optional>

#include "files/file_source.h"
#include "files/pcap_format.h"

namespace wiretale {

/// The type and length at the beginning of a block, in the order that the block itself shows.
struct BlockHead {
  static constexpr size_t size = 12;  ///< bytes that must be there to read it
  uint32_t type;
  uint32_t length;  ///< as stated
  FileOrder order;  ///< of a section header its own, of others the section's
  [[nodiscard]] size_t padded() const { return (size_t{length} + 3) & ~size_t{3}; }
};
/// Nothing for a section header without its byte-order magic.
[[nodiscard]] inline std::optional<BlockHead> block_head(const uint8_t* at, FileOrder order) {
  const uint32_t type = order.u32(at);
  if (type == block::section) {
    order.swap = le32(at + 8) != pcapng_byte_order;
    if (order.u32(at + 8) != pcapng_byte_order) return {};
  }
  return BlockHead{type, order.u32(at + 4), order};
}
/// Longest block that is kept in memory, packets with long messages apart.
inline constexpr size_t longest_block = 16 << 20;

enum class SearchFor : uint8_t { AnyBlock, SectionHeader };

/// Where the next sound block begins in `bytes`, at a multiple of four above zero. It is sound when whole
/// blocks follow one another from it to the end of the file (`to_the_end`: the bytes reach it), or for longer
/// than a packet can be - packets may contain captures themselves - or when `expected` is where the damaged
/// block said that it ends and three blocks follow.
[[nodiscard]] std::optional<size_t> find_sound_block(Bytes bytes, FileOrder order, SearchFor what,
                                                     size_t expected, bool to_the_end);
/// How far find_sound_block has to see behind a block to call it sound.
inline constexpr size_t sound_distance = 320 << 10;

}  // namespace wiretale
