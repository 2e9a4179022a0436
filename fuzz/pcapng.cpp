// Fuzzes the readers of capture files (pcap, pcapng, compressed): any bytes are read to the end, and what is
// delivered is touched, so that a sanitizer sees a bad pointer.
#include <cstdlib>

#include "files/options.h"
#include "files/source.h"

namespace {

/// A property that must hold whatever the bytes.
void require(const bool holds) {
  if (!holds) std::abort();
}

void touch(const wiretale::Source& source, const wiretale::Packet& packet, uint64_t& sum) {
  require(packet.interface < source.interfaces().size());
  require(packet.link_type == source.interfaces()[packet.interface].link_type);
  for (const uint8_t byte : packet.bytes) sum += byte;
  const wiretale::PacketNote* note = wiretale::find_note(source, packet.number);
  if (note == nullptr) return;
  for (const std::string_view comment : comments_of(*note))
    for (const char c : comment) sum += static_cast<unsigned char>(c);
  sum += flags_of(*note).value_or(0) + drop_count_of(*note).value_or(0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace wiretale;
  auto source = open_memory({data, size}, "fuzz");
  if (!source) {
    require(!source.error().what.empty());
    return 0;
  }
  static Batch batch;
  uint64_t sum = 0;
  uint32_t number = 0;
  while (true) {
    const auto count = (*source)->read(batch);
    require(count.has_value() && *count == batch.count);
    if (*count == 0) break;
    for (const Packet& packet : batch.packets()) {
      require(packet.number == ++number);
      touch(**source, packet, sum);
    }
  }
  for (const Damage& damage : (*source)->damage())
    require(!damage.what.empty() && damage.packets_before <= number);
  static volatile uint64_t result;
  result = sum;
  (void)result;
  return 0;
}
