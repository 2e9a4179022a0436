// Finding the next sound pcapng block.
#include "files/block_search.h"

namespace wiretale {
namespace {

/// The end of the block at `at`, if its two lengths agree and it lies within the bytes.
std::optional<size_t> end_of_whole_block(Bytes bytes, size_t at, FileOrder& order) {
  if (bytes.size() - at < BlockHead::size) return {};
  const auto head = block_head(&bytes[at], order);
  if (!head || head->length < BlockHead::size || head->length % 4 != 0) return {};
  if (head->length > bytes.size() - at) return {};
  if (head->order.u32(&bytes[at + head->length - 4]) != head->length) return {};
  order = head->order;
  return at + head->length;
}

bool is_known_type(uint32_t type) {
  return (type >= block::interface && type <= block::packet) || type == block::secrets ||
         type == block::section || type == block::custom || type == block::custom_no_copy;
}

}  // namespace

std::optional<size_t> find_sound_block(Bytes bytes, FileOrder order, SearchFor what, size_t expected,
                                       bool to_the_end) {
  std::vector<bool> leads_nowhere(bytes.size() / 4 + 1);  // each place is looked at once: linear time
  for (size_t candidate = 4; candidate + BlockHead::size <= bytes.size(); candidate += 4) {
    const auto head = block_head(&bytes[candidate], order);
    if (!head || !is_known_type(head->type)) continue;
    if (what == SearchFor::SectionHeader && head->type != block::section) continue;
    FileOrder own_order = order;
    size_t at = candidate, blocks = 0;
    while (!leads_nowhere[at / 4]) {
      if (at == bytes.size() && to_the_end) return candidate;
      if (at - candidate >= sound_distance || (candidate == expected && blocks >= 3)) return candidate;
      const auto end = end_of_whole_block(bytes, at, own_order);
      leads_nowhere[at / 4] = true;
      if (!end) break;
      at = *end;
      ++blocks;
    }
  }
  return {};
}

}  // namespace wiretale
