// For tests: a frame written as hexadecimal text, and the layers and fields that decoding finds in it.
#pragma once
#include <cctype>
#include <optional>
#include <string_view>
#include <vector>

#include "decode/decode.h"
#include "protocols/catalog.h"

namespace wiretale {

/// "45 00 001c" as bytes; spaces do not count.
[[nodiscard]] inline std::vector<uint8_t> from_hex(std::string_view text) {
  std::vector<uint8_t> bytes;
  unsigned value = 0, digits = 0;
  for (const char c : text) {
    if (c == ' ') continue;
    const unsigned digit = static_cast<unsigned>(c <= '9' ? c - '0' : std::tolower(c) - 'a' + 10);
    value = value << 4 | digit;
    if (++digits % 2 == 0) bytes.push_back(static_cast<uint8_t>(value));
  }
  return bytes;
}

class CraftedFrame {
 public:
  CraftedFrame(uint16_t link_type, std::string_view hex) : bytes_(from_hex(hex)) {
    packet_.link_type = link_type;
    packet_.bytes = bytes_;
    packet_.wire_length = static_cast<uint32_t>(bytes_.size());
    decode(packet_);
  }
  CraftedFrame(const CraftedFrame&) = delete;
  CraftedFrame& operator=(const CraftedFrame&) = delete;

  [[nodiscard]] const Packet& packet() const { return packet_; }
  [[nodiscard]] std::vector<ProtocolId> protocols() const {
    std::vector<ProtocolId> all;
    for (const Layer& layer : packet_.layers) all.push_back(layer.protocol);
    return all;
  }
  /// The trouble of the innermost layer.
  [[nodiscard]] Trouble trouble() const {
    return packet_.layers.count == 0 ? Trouble::None
                                     : packet_.layers.all[packet_.layers.count - 1u].trouble();
  }
  /// The first number of a field, if the frame has it.
  [[nodiscard]] std::optional<uint64_t> number(std::string_view field) const {
    FieldTree tree;
    dissect(packet_, tree);
    for (const FieldValue& value : tree.values())
      if (value.field->name == field) return value.number;
    return std::nullopt;
  }

 private:
  std::vector<uint8_t> bytes_;
  Packet packet_{};
};

}  // namespace wiretale
