// Reading pcapng files (draft-ietf-opsawg-pcapng).
#include <algorithm>
#include <limits>

#include "files/block_search.h"
#include "files/pcapng_metadata.h"
#include "files/pseudo_headers.h"
#include "files/tick_clock.h"

namespace wiretale {
namespace {

constexpr size_t packet_fixed = 20;  // bytes of an (old or enhanced) packet block's body before the data
constexpr size_t longest_options = 1 << 20;
constexpr std::string_view too_long = "its packet is longer than a packet can be";

class PcapngReader : public FileSource, private EarlierPackets {
 public:
  using FileSource::FileSource;

  /// Reads the first block, which must be a section header.
  std::expected<void, Error> read_first_section() {
    if (!window_.fill(28)) return std::unexpected(cut_in_header());
    const auto head = block_head(window_.data(), order_);
    if (!head)
      return std::unexpected(Error{text_of(name(), ": the pcapng section header has no byte-order magic"),
                                   "the first 12 bytes of the file are damaged; get the file again"});
    if (head->length < 28 || head->length > longest_block)
      return std::unexpected(Error{
          text_of(name(), ": the pcapng section header claims a length of ", Grouped{head->length}, " bytes"),
          "the first 12 bytes of the file are damaged; get the file again"});
    if (!window_.fill(head->padded())) return std::unexpected(cut_in_header());
    if (head->order.u32(window_.data() + head->padded() - 4) != head->length)
      return std::unexpected(Error{text_of(name(), ": the two lengths of the pcapng section header differ"),
                                   "the beginning of the file is damaged; get the file again"});
    if (!begin_section(*head))
      return std::unexpected(Error{text_of(name(), ": pcapng version ", facts_.major, '.', facts_.minor,
                                           " is unknown; 1.0 and 1.2 exist"),
                                   "if the header is damaged, get the file again"});
    window_.pass(head->padded());
    return {};
  }

  std::expected<size_t, Error> read(Batch& batch) override {
    batch.count = 0;
    notes_.clear();
    while (!stopped_) {
      const Next next = take_blocks(batch);
      if (batch.count > 0) break;
      switch (next.what) {
        case Next::More:
          if (window_.fill(next.wanted)) break;
          if (window_.size() == 0) {
            note_end();
            stopped_ = true;
          } else {
            recover(next);
          }
          break;
        case Next::Damaged: recover(next); break;
        case Next::SkipLong: skip_long_block(next); break;
        case Next::BatchFull: break;
      }
    }
    return batch.count;
  }
  [[nodiscard]] EarlierPackets* earlier() override { return window_.stream().seekable() ? this : nullptr; }

 private:
  static constexpr size_t before_data = 8 + packet_fixed;  ///< of a packet's block

  [[nodiscard]] std::optional<uint64_t> place_of(const Packet& packet) const override {
    // A Simple Packet Block begins elsewhere, and nobody knows its time.
    if (const PacketNote* note = find_note(*this, packet.number); note != nullptr && !note->has_time)
      return std::nullopt;
    return window_.offset_of(packet.bytes.data()) - before_data;
  }
  [[nodiscard]] bool read_again(uint64_t place, Part part, Packet& packet) override {
    const auto behind = std::ranges::upper_bound(starts_, place, {}, &SectionStart::offset);
    if (behind == starts_.begin()) return false;
    const SectionStart& section = behind[-1];
    const Capture* capture = nullptr;
    size_t id = 0;
    const auto block = record_again(place, part, before_data, [&](const uint8_t* head) -> size_t {
      const uint32_t type = section.order.u32(head);
      id = section.first_interface +
           (type == block::packet ? section.order.u32(head + 8) : section.order.u16(head + 8));
      const size_t captured = section.order.u32(head + 20);
      if ((type != block::packet && type != block::old_packet) || id >= captures_.size()) return 0;
      capture = &captures_[id];
      return captured > capture->longest ? 0 : before_data + captured;
    });
    if (block.empty()) return false;
    const uint8_t* const head = block.data();
    packet.time =
        capture->clock.read(uint64_t{section.order.u32(head + 12)} << 32 | section.order.u32(head + 16)).time;
    packet.interface = static_cast<InterfaceId>(id);
    take_bytes(*capture, section.order.u32(head + 24), block.subspan(before_data), packet);
    return true;
  }

  /// Why the blocks in memory could not be taken any further.
  struct Next {
    enum What : uint8_t { BatchFull, More, Damaged, SkipLong } what;
    size_t wanted = 0;          ///< More: bytes the block needs; Damaged: its length when that is certain
    std::string_view why = {};  ///< Damaged
  };
  /// What a packet needs of its interface, close together.
  struct Capture {
    TickClock clock;
    uint32_t snap_length;
    uint16_t link_type;
    bool swap_inside;
    size_t longest;
  };

  Error cut_in_header() {
    return {text_of(name(), " ends in the middle of the pcapng section header (", window_.size(),
                    " bytes are there", window_.problem().empty() ? "" : "; ", window_.problem(), ")"),
            "the capture was stopped before anything was written: capture again"};
  }

  Next take_blocks(Batch& batch) {
    while (batch.count < Batch::capacity) {
      uint8_t* const at = window_.data();
      const size_t there = window_.size();
      if (there < BlockHead::size) return {Next::More, there == 0 ? 1 : BlockHead::size};
      const auto head = block_head(at, order_);
      if (!head) return {Next::Damaged, 0, "its byte-order magic is unknown"};
      if (head->length < BlockHead::size) return {Next::Damaged, 0, "its length is below 12"};
      const size_t length = head->padded();
      if (head->type == block::packet || head->type == block::old_packet) {
        if (length < 12 + packet_fixed) return {Next::Damaged, 0, "it is too short for a packet"};
        if (there < 8 + packet_fixed) return {Next::More, 8 + packet_fixed};
        const uint32_t captured = order_.u32(at + 20);
        if (captured > length - 12 - packet_fixed)
          return {Next::Damaged, 0, "its packet is longer than itself"};
        if (length - captured > longest_options) return {Next::Damaged, 0, "it is too long for its packet"};
      } else if (length > longest_block) {
        if (!is_skipped(head->type)) return {Next::Damaged, 0, "it is too long"};
        return {Next::SkipLong, length};
      }
      if (there < length)
        return is_too_long(*head, at) ? Next{Next::Damaged, 0, too_long} : Next{Next::More, length};
      if (head->order.u32(at + length - 4) != head->length)
        return {Next::Damaged, 0, "the lengths at its two ends differ"};
      if (const Next next = take_block(*head, {at + 8, length - 12}, batch); next.what == Next::Damaged)
        return {Next::Damaged, length, next.why};
      window_.pass(length);
    }
    return {Next::BatchFull};
  }

  /// Asked before memory grows for a packet.
  [[nodiscard]] bool is_too_long(const BlockHead& head, const uint8_t* at) const {
    if (head.type != block::packet && head.type != block::old_packet) return false;
    const uint32_t id = head.type == block::packet ? order_.u32(at + 8) : order_.u16(at + 8);
    return order_.u32(at + 20) >
           (has_interface(id) ? captures_[section_begin_ + id].longest : longest_packet(1, 0));
  }

  Next take_block(const BlockHead& head, std::span<uint8_t> body, Batch& batch) {
    const KeepTexts keep = [this](size_t size) { return may_keep(size); };
    switch (head.type) {
      case block::packet: return take_packet(order_.u32(body.data()), body, batch);
      case block::old_packet: {
        const Next next = take_packet(order_.u16(body.data()), body, batch);
        const uint16_t drops = order_.u16(body.data() + 2);
        if (next.what != Next::Damaged && drops != 0 && drops != 0xffff)
          note_of_last(batch).drop_count = drops;
        return next;
      }
      case block::simple_packet: return take_simple_packet(body, batch);
      case block::section:
        if (body.size() < 16) return {Next::Damaged, 0, "it is too short for a section header"};
        if (!begin_section(head)) return {Next::Damaged, 0, "its version is unknown"};
        break;
      case block::interface: {
        auto interface = read_interface(body, order_, keep);
        if (!interface) return {Next::Damaged, 0, "it describes no possible interface"};
        if (interfaces_.size() > std::numeric_limits<InterfaceId>::max())
          return {Next::Damaged, 0, "it is one of more than 65,536 interfaces"};
        add_interface(std::move(*interface));
        break;
      }
      case block::statistics:
        if (body.size() < 12 || !has_interface(order_.u32(body.data()))) {
          count_skipped(head.type);
          break;
        }
        read_statistics(body, order_, interfaces_[section_begin_ + order_.u32(body.data())]);
        break;
      case block::names:
        ++facts_.name_blocks;
        read_names(body, order_, keep, facts_.names);
        break;
      case block::secrets:
        ++facts_.secret_blocks;
        if (auto secrets = read_secrets(body, order_, keep)) facts_.secrets.push_back(std::move(*secrets));
        break;
      default: count_skipped(head.type);
    }
    return {Next::More};
  }

  Next take_packet(uint32_t interface, std::span<uint8_t> body, Batch& batch) {
    if (!has_interface(interface)) return {Next::Damaged, 0, "its interface was not declared"};
    const size_t id = section_begin_ + interface;
    const Capture& capture = captures_[id];
    const uint32_t captured = order_.u32(body.data() + 12);
    if (captured > capture.longest) return {Next::Damaged, 0, too_long};
    const uint64_t ticks = uint64_t{order_.u32(body.data() + 4)} << 32 | order_.u32(body.data() + 8);
    const TickClock::Reading when = capture.clock.read(ticks);
    add_packet(batch, id, when.time, order_.u32(body.data() + 16), body.subspan(packet_fixed, captured));
    const size_t options = packet_fixed + ((size_t{captured} + 3) & ~size_t{3});
    if (options + 4 <= body.size() || when.odd) {
      PacketNote& note = note_of_last(batch);
      note.options = Bytes{body}.subspan(std::min(options, body.size()));
      note.odd_time = when.odd;
    }
    return {Next::More};
  }

  /// A Simple Packet Block has no time and belongs to the section's first interface.
  Next take_simple_packet(std::span<uint8_t> body, Batch& batch) {
    if (body.size() < 4 || !has_interface(0)) return {Next::Damaged, 0, "its interface was not declared"};
    const Capture& capture = captures_[section_begin_];
    const uint32_t on_wire = order_.u32(body.data());
    const size_t most = capture.snap_length == 0 ? on_wire : std::min(on_wire, capture.snap_length);
    const size_t captured = std::min(most, body.size() - 4);
    if (captured > capture.longest) return {Next::Damaged, 0, too_long};
    add_packet(batch, section_begin_, {}, on_wire, body.subspan(4, captured));
    note_of_last(batch).has_time = false;
    return {Next::More};
  }

  void add_packet(Batch& batch, size_t interface, Time time, uint32_t on_wire, std::span<uint8_t> bytes) {
    const Capture& capture = captures_[interface];
    Packet& packet = batch.all[batch.count++];
    packet.time = time;
    packet.number = ++packets_;
    packet.interface = static_cast<InterfaceId>(interface);
    take_bytes(capture, on_wire, bytes, packet);
  }
  static void take_bytes(const Capture& capture, uint32_t on_wire, std::span<uint8_t> bytes, Packet& packet) {
    packet.wire_length = on_wire;
    packet.link_type = capture.link_type;
    packet.flow = 0;
    packet.bytes = bytes;
    packet.layers.count = 0;
    if (capture.swap_inside) [[unlikely]]
      to_host_order(capture.link_type, bytes);
  }
  PacketNote& note_of_last(const Batch& batch) {
    const uint32_t number = batch.all[batch.count - 1].number;
    if (notes_.empty() || notes_.back().number != number)
      notes_.push_back({.number = number, .big_endian = order_.swap});
    return notes_.back();
  }

  /// False when its version is unknown. The block lies at the window's beginning.
  bool begin_section(const BlockHead& head) {
    const Bytes body{window_.data() + 8, head.padded() - 12};
    facts_.major = head.order.u16(body.data() + 4);
    facts_.minor = head.order.u16(body.data() + 6);
    if (facts_.major != 1 || (facts_.minor != 0 && facts_.minor != 2)) return false;
    order_ = head.order;
    facts_.format = CaptureFormat::Pcapng;
    facts_.big_endian = order_.swap;
    section_begin_ = interfaces_.size();
    starts_.push_back({window_.offset(), section_begin_, order_});
    Section section = read_section(body, order_, [this](size_t size) { return may_keep(size); });
    if (facts_.sections.empty() || may_keep(sizeof(Section))) facts_.sections.push_back(std::move(section));
    return true;
  }
  void add_interface(Interface interface) {
    interface.section = static_cast<uint32_t>(facts_.sections.size() - 1);
    captures_.push_back({.clock = TickClock(interface.units_per_second, interface.offset_seconds),
                         .snap_length = interface.snap_length,
                         .link_type = interface.link_type,
                         .swap_inside = order_.swap && has_host_order_header(interface.link_type),
                         .longest = longest_packet(interface.link_type, interface.snap_length)});
    interfaces_.push_back(std::move(interface));
  }
  [[nodiscard]] bool has_interface(uint32_t id) const { return id < interfaces_.size() - section_begin_; }

  static bool is_skipped(uint32_t type) {
    return type == 0 || (type > block::packet && type != block::secrets && type != block::section);
  }
  void count_skipped(uint32_t type) {
    if (type == block::custom || type == block::custom_no_copy) {
      ++facts_.custom_blocks;
    } else {
      ++facts_.unknown_blocks;
    }
  }
  /// A block of no interest that is too long to be kept in memory.
  void skip_long_block(const Next& next) {
    const BlockHead head = *block_head(window_.data(), order_);
    const uint64_t offset = window_.offset();
    const uint64_t skipped = window_.skip(next.wanted - 4);
    if (window_.fill(4) && order_.u32(window_.data()) == head.length) {
      window_.pass(4);
      count_skipped(head.type);
      return;
    }
    add_damage(
        {.what = text_of(name(), ": the block at byte ", Grouped{offset}, " claims ", Grouped{next.wanted},
                         " bytes, which is not true; nothing behind it was read"),
         .packets_before = packets_,
         .bytes_unused = skipped + window_.skip(std::numeric_limits<uint64_t>::max()),
         .offset = offset,
         .kind = Damage::Kind::Invalid});
    stopped_ = true;
  }

  /// Notes the damaged or cut block at the window's beginning and goes on behind it where that is sound.
  void recover(const Next& damaged) {
    const uint64_t offset = window_.offset();
    const size_t there = window_.size();
    const uint32_t type = there >= 4 ? order_.u32(window_.data()) : 0;
    const std::string record =
        is_packet(type) ? text_of("packet ", Grouped{packets_ + 1}) : text_of("a block of type ", type);
    // Without an interface or a section header nobody knows whose packets follow.
    const SearchFor search =
        type == block::interface || type == block::section ? SearchFor::SectionHeader : SearchFor::AnyBlock;
    const bool is_framed =
        damaged.what == Next::Damaged && damaged.wanted > 0 && search == SearchFor::AnyBlock;
    if (is_framed) window_.pass(damaged.wanted);
    const bool goes_on = is_framed || find_next_block(search);
    if (!goes_on && damaged.what == Next::More) return add_cut(record, damaged.wanted, offset, there);
    add_damage({.what = text_of(name(), ": ", record, " at byte ", Grouped{offset}, " is damaged: ",
                                damaged.what == Next::More ? "it claims more than the file has" : damaged.why,
                                goes_on ? "" : "; nothing sound follows"),
                .packets_before = packets_,
                .bytes_unused = window_.offset() - offset,
                .offset = offset,
                .kind = Damage::Kind::Invalid});
  }
  /// Passes to the next sound block, or to the end and stops.
  bool find_next_block(SearchFor search) {
    const size_t there = window_.size();
    const auto head = there >= BlockHead::size ? block_head(window_.data(), order_) : std::nullopt;
    uint64_t expected = head ? head->padded() : 0;
    while (true) {
      const bool more = window_.fill(search_window);
      const size_t size = window_.size();
      const bool to_the_end = !more && window_.problem().empty();
      if (const auto found = find_sound_block({window_.data(), size}, order_, search, expected, to_the_end)) {
        window_.pass(*found);
        return true;
      }
      if (!more) {
        window_.pass(size);
        stopped_ = true;
        return false;
      }
      const size_t step = size - sound_distance - 4;
      window_.pass(step / 4 * 4);
      expected = 0;
    }
  }
  static bool is_packet(uint32_t type) {
    return type == block::packet || type == block::old_packet || type == block::simple_packet;
  }
  static constexpr size_t search_window = 512 << 10;

  FileOrder order_;
  size_t section_begin_ = 0;
  /// For packets that are read again.
  struct SectionStart {
    uint64_t offset;
    size_t first_interface;
    FileOrder order;
  };
  std::vector<SectionStart> starts_;  ///< in the order of the file
  std::vector<Capture> captures_;
  bool stopped_ = false;
};

}  // namespace

bool is_pcapng(Bytes begin) { return begin.size() >= 4 && le32(begin.data()) == block::section; }

std::expected<std::unique_ptr<Source>, Error> read_pcapng(Window window, FileFacts facts) {
  auto reader = std::make_unique<PcapngReader>(std::move(window), std::move(facts));
  if (const auto section = reader->read_first_section(); !section) return std::unexpected(section.error());
  return reader;
}

}  // namespace wiretale
