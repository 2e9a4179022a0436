// What a capture file says about a packet.
#include "outputs/frame_facts.h"

#include "files/options.h"

namespace wiretale {
namespace {

constexpr uint16_t packet_id_option = 5, queue_option = 6;  // draft-ietf-opsawg-pcapng 4.3

void read_options(const PacketNote& note, FrameFacts& facts) {
  const FileOrder order{note.big_endian};
  facts.comments = comments_of(note);
  facts.flags = flags_of(note);
  facts.drop_count = drop_count_of(note);
  for (OptionWalk walk = options_of(note); const auto found = walk.next();) {
    if (found->code == packet_id_option && found->value.size() == 8)
      facts.packet_id = order.u64(found->value.data());
    if (found->code == queue_option && found->value.size() == 4) facts.queue = order.u32(found->value.data());
  }
}

}  // namespace

const FrameFacts* frame_facts(const Source& source, const Packet& packet) {
  const auto files = source.files();
  if (files.empty() || files.front()->format != CaptureFormat::Pcapng) return nullptr;
  thread_local FrameFacts facts;
  const Interface& interface = source.interfaces()[packet.interface];
  facts.section = interface.section + 1;
  // Interfaces are counted within their section.
  uint32_t first = packet.interface;
  while (first > 0 && source.interfaces()[first - 1].section == interface.section) --first;
  facts.interface = packet.interface - first;
  facts.interface_name =
      interface.name.empty() ? std::string_view{"unknown"} : std::string_view{interface.name};
  facts.interface_description = interface.description;
  facts.comments.clear();
  facts.flags.reset();
  facts.queue.reset();
  facts.packet_id.reset();
  facts.drop_count.reset();
  if (const PacketNote* const note = find_note(source, packet.number)) read_options(*note, facts);
  return &facts;
}

}  // namespace wiretale
