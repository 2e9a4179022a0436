// The options of a pcapng block: code, length, value, each padded to four bytes.
#pragma once
#include <string>
#include <string_view>

#include "files/file_source.h"

namespace wiretale {

struct Option {
  uint16_t code;
  Bytes value;
  /// The value as text; some writers end it with a zero, which the format does not want.
  [[nodiscard]] std::string_view text() const {
    std::string_view text{reinterpret_cast<const char*>(value.data()), value.size()};
    while (text.ends_with('\0')) text.remove_suffix(1);
    return text;
  }
};

/// Walks through options; ends at opt_endofopt, at the end of the bytes, or at one that does not fit.
class OptionWalk {
 public:
  OptionWalk(Bytes options, FileOrder order) : left_(options), order_(order) {}
  /// The next option, or nothing at the end.
  std::optional<Option> next() {
    if (left_.size() < 4) return {};
    const uint16_t code = order_.u16(left_.data());
    const size_t length = order_.u16(left_.data() + 2), padded = 4 + (length + 3) / 4 * 4;
    if (code == 0 || 4 + length > left_.size()) return {};
    const Option found{code, left_.subspan(4, length)};
    left_ = left_.subspan(padded < left_.size() ? padded : left_.size());
    return found;
  }

 private:
  Bytes left_;
  FileOrder order_;
};

/// The options of a packet that a reader of pcapng noted.
[[nodiscard]] inline OptionWalk options_of(const PacketNote& note) {
  return {note.options, FileOrder{note.big_endian}};
}
/// The packet's comments, in the file's order.
[[nodiscard]] std::vector<std::string_view> comments_of(const PacketNote& note);
/// epb_flags: direction in bits 0-1 (1 inbound, 2 outbound), reception type in 2-4, link-layer errors in
/// 16-31.
[[nodiscard]] std::optional<uint32_t> flags_of(const PacketNote& note);
/// Packets lost between this one and the one before it on the same interface.
[[nodiscard]] std::optional<uint64_t> drop_count_of(const PacketNote& note);

}  // namespace wiretale
