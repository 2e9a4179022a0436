// The writer's pcapng side: one section, little-endian.
#include <algorithm>
#include <bit>

#include "base/text.h"
#include "files/block_builder.h"
#include "files/options.h"
#include "files/pcap_format.h"
#include "files/writer.h"

namespace wiretale {
namespace {

/// if_tsresol for a number of units per second, if there is one.
std::optional<uint8_t> resolution_of(uint64_t units_per_second) {
  uint64_t power = 1;
  for (uint8_t exponent = 0; exponent <= 19; ++exponent) {
    if (power == units_per_second) return exponent;
    if (exponent < 19) power *= 10;
  }
  if (std::has_single_bit(units_per_second))
    return static_cast<uint8_t>(0x80 | std::countr_zero(units_per_second));
  return {};
}

/// The nearest count of units at or before `time`, counted from the interface's offset.
uint64_t ticks_of(Time time, const Interface& interface) {
  const uint64_t per_second = interface.units_per_second;
  if (interface.offset_seconds == 0 && time.nanoseconds >= 0 && 1'000'000'000 % per_second == 0)
    return static_cast<uint64_t>(time.nanoseconds) / (1'000'000'000 / per_second);
  __extension__ using Wide = __int128;
  const Wide nanoseconds = Wide{time.nanoseconds} - Wide{interface.offset_seconds} * 1'000'000'000;
  const Wide units = per_second;
  // Nanoseconds were cut off when a finer or binary unit was read: the next whole unit is the one that was
  // read.
  const Wide rounding = 1'000'000'000 % units == 0 ? 0 : 999'999'999;
  return static_cast<uint64_t>((nanoseconds * units + rounding) / 1'000'000'000);
}

/// Options of a packet in this machine's byte order.
void copy_options(const PacketNote& note, BlockBuilder& to) {
  for (OptionWalk walk = options_of(note); const auto found = walk.next();) {
    std::vector<uint8_t> value(found->value.begin(), found->value.end());
    const bool is_number = found->code == option::packet_flags || (found->code >= 4 && found->code <= 6);
    if (note.big_endian && is_number) std::ranges::reverse(value);
    to.option(found->code, value);
  }
}

}  // namespace

void Writer::write_block(uint32_t type, Bytes body) {
  const size_t size = body.size() + 12;
  uint8_t* const at = room(size);
  if (at == nullptr) return;
  const uint32_t head[] = {type, static_cast<uint32_t>(size)};
  std::memcpy(at, head, sizeof head);
  std::ranges::copy(body, at + 8);
  std::memcpy(at + size - 4, &head[1], 4);
}

void Writer::write_section() {
  BlockBuilder section;
  section.put(pcapng_byte_order).put(uint16_t{1}).put(uint16_t{0}).put(~uint64_t{0});
  for (const std::string& comment : section_.comments) section.text(option::comment, comment);
  section.text(option::section_hardware, section_.hardware)
      .text(option::section_os, section_.operating_system)
      .text(option::section_application, section_.application.empty() ? "wiretale" : section_.application)
      .end_options();
  write_block(block::section, section.body());
}

void Writer::declare(const Interface& interface) {
  interfaces_.push_back({.interface = interface});
  Interface& declared = interfaces_.back().interface;
  // Units that no if_tsresol can say become nanoseconds, the unit of Time.
  const auto resolution = resolution_of(declared.units_per_second);
  if (!resolution) declared.units_per_second = 1'000'000'000;
  const uint8_t resolution_byte = resolution.value_or(9);
  BlockBuilder block;
  block.put(interface.link_type).put(uint16_t{0}).put(interface.snap_length);
  for (const std::string& comment : interface.comments) block.text(option::comment, comment);
  block.text(option::interface_name, interface.name)
      .text(option::interface_description, interface.description);
  if (interface.speed != 0) block.option(option::interface_speed, interface.speed);
  block.option(option::interface_resolution, Bytes{&resolution_byte, 1});
  if (!interface.filter.empty())
    block.text(option::interface_filter, std::string(1, '\0') + interface.filter);  // 0: libpcap's language
  block.text(option::interface_os, interface.operating_system);
  if (interface.offset_seconds != 0)
    block.option(option::interface_offset, static_cast<uint64_t>(interface.offset_seconds));
  block.text(option::interface_hardware, interface.hardware).end_options();
  write_block(block::interface, block.body());
}

std::expected<void, Error> Writer::add_interface(const Interface& interface) {
  if (format_ == WriteFormat::Pcapng) declare(interface);
  return status();
}

std::expected<void, Error> Writer::write_pcapng(const Packet& packet, const PacketNote* note) {
  if (packet.interface >= interfaces_.size())
    return std::unexpected(Error{text_of("packet ", Grouped{packet.number}, " is of interface ",
                                         packet.interface, ", which was not declared to ", name()),
                                 ""});
  Declared& from = interfaces_[packet.interface];
  BlockBuilder options;
  if (note != nullptr && (!note->options.empty() || note->drop_count)) {
    copy_options(*note, options);
    if (note->drop_count) options.option(option::packet_drop_count, uint64_t{*note->drop_count});
    if (!options.body().empty()) options.end_options();
  }
  uint64_t ticks = ticks_of(packet.time, from.interface);
  if (note != nullptr && note->odd_time)
    ticks = static_cast<uint64_t>(note->odd_time->seconds - from.interface.offset_seconds) *
                from.interface.units_per_second +
            note->odd_time->fraction;
  const size_t padded = (packet.bytes.size() + 3) & ~size_t{3}, size = 32 + padded + options.body().size();
  uint8_t* const at = room(size);
  if (at == nullptr) return status();
  const uint32_t words[] = {block::packet,
                            static_cast<uint32_t>(size),
                            packet.interface,
                            static_cast<uint32_t>(ticks >> 32),
                            static_cast<uint32_t>(ticks),
                            static_cast<uint32_t>(packet.bytes.size()),
                            packet.wire_length};
  std::memcpy(at, words, sizeof words);
  uint8_t* const data = at + sizeof words;
  if (!packet.bytes.empty()) std::memcpy(data, packet.bytes.data(), packet.bytes.size());
  std::fill(data + packet.bytes.size(), data + padded, uint8_t{0});
  std::ranges::copy(options.body(), data + padded);
  std::memcpy(at + size - 4, &words[1], 4);
  if (from.packets++ == 0) from.first = packet.time;
  from.last = packet.time;
  ++packets_;
  return {};
}

void Writer::set_statistics(size_t interface, std::optional<uint64_t> received,
                            std::optional<uint64_t> dropped) {
  if (interface >= interfaces_.size()) return;
  interfaces_[interface].interface.received = received;
  interfaces_[interface].interface.dropped = dropped;
}

void Writer::write_statistics(size_t interface) {
  const Declared& from = interfaces_[interface];
  const auto put_time = [&](BlockBuilder& block, uint16_t code, Time time) {
    const uint64_t ticks = ticks_of(time, from.interface);
    block.option(code, ticks >> 32 | ticks << 32);  // the high half comes first
  };
  BlockBuilder block;
  const uint64_t now = from.packets > 0 ? ticks_of(from.last, from.interface) : 0;
  block.put(static_cast<uint32_t>(interface))
      .put(static_cast<uint32_t>(now >> 32))
      .put(static_cast<uint32_t>(now));
  if (from.packets > 0) {
    put_time(block, option::statistics_start, from.first);
    put_time(block, option::statistics_end, from.last);
  }
  if (from.interface.received) block.option(option::statistics_received, *from.interface.received);
  if (from.interface.dropped) block.option(option::statistics_dropped, *from.interface.dropped);
  block.end_options();
  write_block(block::statistics, block.body());
}

std::expected<void, Error> Writer::write_secrets(const Secrets& secrets) {
  if (format_ != WriteFormat::Pcapng) return status();
  BlockBuilder block;
  block.put(secrets.type).put(static_cast<uint32_t>(secrets.data.size())).put_padded(secrets.data);
  write_block(block::secrets, block.body());
  return status();
}

std::expected<void, Error> Writer::write_names(std::span<const HostName> names) {
  if (format_ != WriteFormat::Pcapng || names.empty()) return status();
  BlockBuilder block;
  for (const HostName& name : names) {
    std::vector<uint8_t> record = name.address;
    record.insert(record.end(), name.name.begin(), name.name.end());
    record.push_back(0);
    if (record.size() <= 0xffff) block.option(name.address.size() == 4 ? 1 : 2, record);
  }
  block.end_options();
  write_block(block::names, block.body());
  return status();
}

}  // namespace wiretale
