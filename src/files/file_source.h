// What the readers of all file formats share: the window, the facts, the damage and its wording.
#pragma once
#include <algorithm>

#include "base/text.h"
#include "files/source.h"
#include "files/window.h"

namespace wiretale {

/// A file's numbers in its own byte order.
struct FileOrder {
  bool swap = false;  ///< the file is big-endian
  [[nodiscard]] uint16_t u16(const uint8_t* at) const { return swap ? be16(at) : le16(at); }
  [[nodiscard]] uint32_t u32(const uint8_t* at) const { return swap ? be32(at) : le32(at); }
  [[nodiscard]] uint64_t u64(const uint8_t* at) const { return swap ? be64(at) : le64(at); }
};

/// The longest packet that a reader believes in; beyond it a length is taken for damage. Like libpcap and
/// Wireshark: 256 KiB, and 128 MiB for link types whose messages are that long. A file may declare more.
[[nodiscard]] size_t longest_packet(uint16_t link_type, uint32_t snap_length);

class FileSource : public Source {
 public:
  FileSource(Window window, FileFacts facts) : window_(std::move(window)), facts_(std::move(facts)) {
    notes_.reserve(Batch::capacity);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  [[nodiscard]] const std::vector<Interface>& interfaces() const override { return interfaces_; }
  [[nodiscard]] const std::vector<Damage>& damage() const override { return damage_; }
  [[nodiscard]] std::span<const PacketNote> notes() const override { return notes_; }
  [[nodiscard]] std::shared_ptr<const void> lend_memory() const override { return window_.memory(); }
  [[nodiscard]] std::span<const FileFacts* const> files() const override { return {&facts_address_, 1}; }

 protected:
  /// "x.pcap", or "standard input".
  [[nodiscard]] std::string name() const { return facts_.path == "-" ? "standard input" : facts_.path; }
  /// Remembers a damage; the list stays short, its last entry stands for all further ones.
  void add_damage(Damage damage);
  /// The file ends, or cannot be read on, inside a record at `offset` that needs `wanted` bytes; `there`
  /// exist.
  void add_cut(std::string_view record, uint64_t wanted, uint64_t offset, uint64_t there);
  /// The bytes end between two records: a damage only if the stream failed.
  void note_end();
  /// Whether `size` more bytes of texts may be kept in memory; counts those that may not.
  [[nodiscard]] bool may_keep(size_t size);

  /// The record at `place` once more, or its beginning when only headers are wanted: `length_of` tells its
  /// whole length from its `fixed` first bytes, 0 for none. Empty when it is not there any more.
  template <class LengthOf>
  [[nodiscard]] std::span<uint8_t> record_again(uint64_t place, EarlierPackets::Part part, size_t fixed,
                                                const LengthOf& length_of) {
    constexpr size_t of_headers = 256, usual = 1536;  // bytes to ask for before the length is known
    again_.resize(std::max(again_.size(), usual));
    const size_t first = part == EarlierPackets::Part::Headers ? of_headers : usual;
    size_t there = window_.stream().read_at(place, std::span(again_).first(first));
    const size_t wanted = there < fixed ? 0 : length_of(again_.data());
    if (wanted == 0) return {};
    if (part == EarlierPackets::Part::Whole && there < wanted) {
      again_.resize(std::max(again_.size(), wanted));
      there += window_.stream().read_at(place + there, std::span(again_).subspan(there, wanted - there));
      if (there < wanted) return {};
    }
    return std::span(again_).first(std::min(there, wanted));
  }

  Window window_;
  FileFacts facts_;
  std::vector<Interface> interfaces_;
  std::vector<PacketNote> notes_;
  uint32_t packets_ = 0;

 private:
  const FileFacts* facts_address_ = &facts_;
  std::vector<Damage> damage_;
  size_t kept_ = 0;
  std::vector<uint8_t> again_;  ///< the record that was read again last
};

/// The reader for each format; the window stands at the file's first byte and holds its magic number.
[[nodiscard]] std::expected<std::unique_ptr<Source>, Error> read_pcap(Window window, FileFacts facts);
[[nodiscard]] std::expected<std::unique_ptr<Source>, Error> read_pcapng(Window window, FileFacts facts);
[[nodiscard]] bool is_pcap(Bytes begin);
[[nodiscard]] bool is_pcapng(Bytes begin);

}  // namespace wiretale
