// Reading pcap files (draft-ietf-opsawg-pcap), and the variant with longer record headers ("modified").
#include <algorithm>
#include <limits>

#include "files/file_source.h"
#include "files/pcap_format.h"
#include "files/pseudo_headers.h"

namespace wiretale {
namespace {

class PcapReader : public FileSource, private EarlierPackets {
 public:
  PcapReader(Window window, FileFacts facts, uint32_t magic)
      : FileSource(std::move(window), std::move(facts)) {
    order_.swap = facts_.big_endian;
    facts_.format = magic == pcap_magic_modified ? CaptureFormat::PcapModified : CaptureFormat::Pcap;
    record_header_ = magic == pcap_magic_modified ? 24 : 16;
    unit_ = magic == pcap_magic_nano ? 1 : 1000;
    units_per_second_ = 1'000'000'000u / unit_;
  }

  std::expected<void, Error> read_header() {
    const uint8_t* header = window_.data();
    facts_.major = order_.u16(header + 4);
    facts_.minor = order_.u16(header + 6);
    const uint32_t link_type =
        order_.u32(header + 20) & 0x03ffffff;  // above: length of the frame check sequence
    const bool dg_ux = facts_.major == 543 && facts_.minor == 0;
    if (!dg_ux && (facts_.major != 2 || facts_.minor > 4))
      return std::unexpected(
          Error{text_of(name(), ": pcap version ", facts_.major, '.', facts_.minor,
                        " is unknown; 2.0 to 2.4 exist"),
                "if the header is damaged: capture again, or mend bytes 5 to 8 of the file"});
    if (link_type > 0xffff)
      return std::unexpected(
          Error{text_of(name(), ": link type ", link_type, " does not exist (at most 65535 do)"),
                "the file header is damaged: mend bytes 21 to 24 of the file"});
    // Before version 2.3 the two lengths of a record are in the other order; 2.3 has files of both kinds.
    lengths_ = dg_ux || facts_.minor < 3 ? Lengths::Swapped
               : facts_.minor == 3       ? Lengths::Either
                                         : Lengths::Usual;
    interfaces_.push_back({.link_type = static_cast<uint16_t>(link_type),
                           .snap_length = order_.u32(header + 16),
                           .link_type_bits = order_.u32(header + 20) & ~uint32_t{0x03ffffff},
                           .units_per_second = units_per_second_});
    longest_ = longest_packet(interfaces_[0].link_type, interfaces_[0].snap_length);
    swap_inside_ = order_.swap && has_host_order_header(interfaces_[0].link_type);
    window_.pass(pcap_file_header);
    return {};
  }

  std::expected<size_t, Error> read(Batch& batch) override {
    batch.count = 0;
    notes_.clear();
    while (!stopped_) {
      const size_t wanted = take_records(batch);
      if (batch.count > 0) break;
      if (stopped_ || window_.fill(wanted)) continue;
      if (window_.size() == 0) {
        note_end();
      } else {
        add_cut(text_of("packet ", Grouped{packets_ + 1}), wanted, window_.offset(), window_.size());
      }
      stopped_ = true;
    }
    return batch.count;
  }
  [[nodiscard]] EarlierPackets* earlier() override { return window_.stream().seekable() ? this : nullptr; }

 private:
  [[nodiscard]] std::optional<uint64_t> place_of(const Packet& packet) const override {
    return window_.offset_of(packet.bytes.data()) - record_header_;
  }
  [[nodiscard]] bool read_again(uint64_t place, Part part, Packet& packet) override {
    const auto record = record_again(place, part, record_header_, [this](const uint8_t* head) -> size_t {
      const size_t captured = lengths_at(head).captured;
      return captured > longest_ ? 0 : record_header_ + captured;
    });
    if (record.empty()) return false;
    take_record(record.data(), record.size() - record_header_, packet);
    return true;
  }

  enum class Lengths : uint8_t { Usual, Swapped, Either };

  /// Hands out the whole records in memory; returns how many bytes the next one needs.
  size_t take_records(Batch& batch) {
    uint8_t* at = window_.data();
    const uint8_t* const end = at + window_.size();
    size_t wanted = record_header_;
    uint32_t impossible = 0;
    while (batch.count < Batch::capacity && static_cast<size_t>(end - at) >= record_header_) {
      const uint32_t captured = lengths_at(at).captured;
      if (captured > longest_) [[unlikely]] {
        impossible = captured;
        break;
      }
      wanted = record_header_ + captured;
      if (static_cast<size_t>(end - at) < wanted) break;
      Packet& packet = batch.all[batch.count++];
      take_record(at, captured, packet);
      packet.number = ++packets_;
      if (const uint32_t fraction = order_.u32(at + 4); fraction >= units_per_second_) [[unlikely]]
        notes_.push_back({.number = packets_, .odd_time = RawTime{order_.u32(at), fraction}});
      at += wanted;
      wanted = record_header_;
    }
    window_.pass(static_cast<size_t>(at - window_.data()));
    if (impossible > 0 && batch.count == 0) stop_at(impossible);
    return wanted;
  }

  struct RecordLengths {
    uint32_t captured, on_wire;
  };
  [[nodiscard]] RecordLengths lengths_at(const uint8_t* record) const {
    RecordLengths found{order_.u32(record + 8), order_.u32(record + 12)};
    if (lengths_ != Lengths::Usual && (lengths_ == Lengths::Swapped || found.captured > found.on_wire))
      std::swap(found.captured, found.on_wire);
    return found;
  }
  /// All of a packet but its number; `there` of its bytes follow the record's header.
  void take_record(uint8_t* record, size_t there, Packet& packet) const {
    packet.time = {int64_t{order_.u32(record)} * 1'000'000'000 + int64_t{order_.u32(record + 4)} * unit_};
    packet.wire_length = lengths_at(record).on_wire;
    packet.interface = 0;
    packet.link_type = interfaces_[0].link_type;
    packet.flow = 0;
    packet.bytes = {record + record_header_, there};
    packet.layers.count = 0;
    if (swap_inside_) [[unlikely]]
      to_host_order(packet.link_type, {record + record_header_, there});
  }

  /// pcap has nothing to find the next record by: after a record that cannot be true, nothing is certain.
  void stop_at(uint32_t captured) {
    const uint64_t offset = window_.offset();
    const uint64_t unused = window_.skip(std::numeric_limits<uint64_t>::max());
    add_damage(
        {.what = text_of(name(), ": packet ", Grouped{packets_ + 1}, " at byte ", Grouped{offset}, " claims ",
                         Grouped{captured}, " captured bytes, more than a packet can have (",
                         Grouped{longest_}, "); nothing behind it can be trusted"),
         .packets_before = packets_,
         .bytes_unused = unused,
         .offset = offset,
         .kind = Damage::Kind::Invalid});
    stopped_ = true;
  }

  FileOrder order_;
  size_t record_header_;
  uint32_t unit_, units_per_second_;
  Lengths lengths_ = Lengths::Usual;
  size_t longest_ = 0;
  bool swap_inside_ = false, stopped_ = false;
};

}  // namespace

bool is_pcap(Bytes begin) {
  if (begin.size() < 4) return false;
  for (const uint32_t magic : {le32(begin.data()), be32(begin.data())})
    if (magic == pcap_magic_micro || magic == pcap_magic_nano || magic == pcap_magic_modified) return true;
  return false;
}

std::expected<std::unique_ptr<Source>, Error> read_pcap(Window window, FileFacts facts) {
  if (!window.fill(pcap_file_header)) {
    const std::string why = window.problem().empty() ? "" : " (" + window.problem() + ")";
    return std::unexpected(
        Error{text_of(facts.path, " ends in the middle of the pcap file header (wanted 24 bytes, ",
                      window.size(), " are there)", why),
              "the capture was stopped before anything was written: capture again"});
  }
  const uint32_t magic = le32(window.data());
  facts.big_endian = magic != pcap_magic_micro && magic != pcap_magic_nano && magic != pcap_magic_modified;
  auto reader = std::make_unique<PcapReader>(std::move(window), std::move(facts),
                                             facts.big_endian ? swapped(magic) : magic);
  if (const auto header = reader->read_header(); !header) return std::unexpected(header.error());
  return reader;
}

}  // namespace wiretale
