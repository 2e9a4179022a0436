// What a packet's pcapng options say.
#include "files/options.h"

#include <algorithm>

#include "files/pcap_format.h"

namespace wiretale {

std::vector<std::string_view> comments_of(const PacketNote& note) {
  std::vector<std::string_view> comments;
  for (OptionWalk walk = options_of(note); const auto found = walk.next();)
    if (found->code == option::comment) comments.push_back(found->text());
  return comments;
}

std::optional<uint32_t> flags_of(const PacketNote& note) {
  for (OptionWalk walk = options_of(note); const auto found = walk.next();)
    if (found->code == option::packet_flags && found->value.size() == 4)
      return FileOrder{note.big_endian}.u32(found->value.data());
  return {};
}

std::optional<uint64_t> drop_count_of(const PacketNote& note) {
  if (note.drop_count) return note.drop_count;
  for (OptionWalk walk = options_of(note); const auto found = walk.next();)
    if (found->code == option::packet_drop_count && found->value.size() == 8)
      return FileOrder{note.big_endian}.u64(found->value.data());
  return {};
}

const PacketNote* find_note(const Source& source, uint32_t packet_number) {
  const std::span<const PacketNote> notes = source.notes();
  const auto found = std::ranges::lower_bound(notes, packet_number, {}, &PacketNote::number);
  return found != notes.end() && found->number == packet_number ? &*found : nullptr;
}

}  // namespace wiretale
