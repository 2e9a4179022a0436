// Section header, interface, statistics, name and secrets blocks (draft-ietf-opsawg-pcapng section 4).
#include "files/pcapng_metadata.h"

#include "files/options.h"
#include "files/pcap_format.h"

namespace wiretale {
namespace {

void keep_text(const Option& from, const KeepTexts& keep, std::string& to) {
  if (to.empty() && keep(from.value.size())) to = from.text();
}
void keep_text(const Option& from, const KeepTexts& keep, std::vector<std::string>& to) {
  if (keep(from.value.size() + sizeof(std::string))) to.emplace_back(from.text());
}

/// if_tsresol: a negative power of 10, or of 2 when the highest bit is set. 0 when no 64-bit number holds it.
uint64_t units_of_resolution(uint8_t resolution) {
  const unsigned exponent = resolution & 0x7f;
  if ((resolution & 0x80) != 0) return exponent < 64 ? uint64_t{1} << exponent : 0;
  if (exponent > 19) return 0;
  uint64_t units = 1;
  for (unsigned i = 0; i < exponent; ++i) units *= 10;
  return units;
}

}  // namespace

Section read_section(Bytes body, FileOrder order, const KeepTexts& keep) {
  Section section;
  for (OptionWalk walk(body.subspan(16), order); const auto found = walk.next();) {
    if (found->code == option::comment) keep_text(*found, keep, section.comments);
    if (found->code == option::section_hardware) keep_text(*found, keep, section.hardware);
    if (found->code == option::section_os) keep_text(*found, keep, section.operating_system);
    if (found->code == option::section_application) keep_text(*found, keep, section.application);
  }
  return section;
}

std::optional<Interface> read_interface(Bytes body, FileOrder order, const KeepTexts& keep) {
  if (body.size() < 8) return {};
  Interface interface { .link_type = order.u16(body.data()), .snap_length = order.u32(body.data() + 4) };
  for (OptionWalk walk(body.subspan(8), order); const auto found = walk.next();) {
    const Bytes value = found->value;
    switch (found->code) {
      case option::comment: keep_text(*found, keep, interface.comments); break;
      case option::interface_name: keep_text(*found, keep, interface.name); break;
      case option::interface_description: keep_text(*found, keep, interface.description); break;
      case option::interface_os: keep_text(*found, keep, interface.operating_system); break;
      case option::interface_hardware: keep_text(*found, keep, interface.hardware); break;
      case option::interface_speed:
        if (value.size() == 8) interface.speed = order.u64(value.data());
        break;
      case option::interface_resolution:
        if (value.size() == 1) interface.units_per_second = units_of_resolution(value[0]);
        break;
      case option::interface_offset:
        if (value.size() == 8) interface.offset_seconds = static_cast<int64_t>(order.u64(value.data()));
        break;
      case option::interface_filter:  // the first byte tells the language: 0 is libpcap's
        if (value.size() > 1 && value[0] == 0 && !found->text().empty() && keep(value.size()))
          interface.filter = found->text().substr(1);
        break;
      default: break;
    }
  }
  if (interface.units_per_second == 0) return {};
  return interface;
}

void read_statistics(Bytes body, FileOrder order, Interface& interface) {
  ++interface.statistics_blocks;
  for (OptionWalk walk(body.subspan(12), order); const auto found = walk.next();) {
    if (found->value.size() != 8) continue;
    const uint64_t number = order.u64(found->value.data());
    if (found->code == option::statistics_received) interface.received = number;
    if (found->code == option::statistics_dropped) interface.dropped = number;
  }
}

void read_names(Bytes body, FileOrder order, const KeepTexts& keep, std::vector<HostName>& names) {
  while (body.size() >= 4) {
    const uint16_t type = order.u16(body.data());
    const size_t length = order.u16(body.data() + 2), address = type == 1 ? 4 : type == 2 ? 16 : 0;
    if (type == 0 || 4 + length > body.size()) return;
    const Bytes record = body.subspan(4, length);
    if (address > 0 && record.size() >= address) {
      Option all{0, record.subspan(address)};
      for (std::string_view rest = all.text(); !rest.empty();) {  // names, each ended by a zero
        const std::string_view name = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(std::min(rest.size(), name.size() + 1));
        if (!name.empty() && keep(name.size() + sizeof(HostName) + address))
          names.push_back(
              {{record.begin(), record.begin() + static_cast<std::ptrdiff_t>(address)}, std::string(name)});
      }
    }
    const size_t padded = 4 + (length + 3) / 4 * 4;
    body = body.subspan(std::min(padded, body.size()));
  }
}

std::optional<Secrets> read_secrets(Bytes body, FileOrder order, const KeepTexts& keep) {
  if (body.size() < 8) return {};
  const size_t length = order.u32(body.data() + 4);
  if (length > body.size() - 8 || !keep(length + sizeof(Secrets))) return {};
  const Bytes data = body.subspan(8, length);
  return Secrets{order.u32(body.data()), {data.begin(), data.end()}};
}

}  // namespace wiretale
