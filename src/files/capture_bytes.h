// Builds small captures byte by byte in either byte order, for tests.
#pragma once
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace wiretale {

enum class ByteOrder : uint8_t { Little, Big };

class CaptureBytes {
 public:
  explicit CaptureBytes(ByteOrder order) : order_(order) {}
  /// The order of what follows.
  void turn(ByteOrder order) { order_ = order; }
  [[nodiscard]] const std::vector<uint8_t>& bytes() const { return bytes_; }

  CaptureBytes& pcap_header(uint32_t magic, uint32_t link_type, uint32_t snap_length) {
    return u32(magic).u16(2).u16(4).u32(0).u32(0).u32(snap_length).u32(link_type);
  }
  CaptureBytes& pcap_record(uint32_t magic, uint32_t second, uint32_t fraction,
                            const std::vector<uint8_t>& data, uint32_t on_wire) {
    u32(second).u32(fraction).u32(static_cast<uint32_t>(data.size())).u32(on_wire);
    if (magic == 0xa1b2cd34) u32(0).u32(0);
    return raw(data);
  }

  CaptureBytes& block(uint32_t type, const std::vector<uint8_t>& body) {
    const auto size = static_cast<uint32_t>(12 + (body.size() + 3) / 4 * 4);
    u32(type).u32(size).raw(body);
    bytes_.resize((bytes_.size() + 3) / 4 * 4);
    return u32(size);
  }
  CaptureBytes& section(std::string_view application) {
    CaptureBytes body(order_);
    body.u32(0x1a2b3c4d).u16(1).u16(0).u32(0xffffffff).u32(0xffffffff);
    body.u16(4).u16(static_cast<uint16_t>(application.size())).raw({application.begin(), application.end()});
    return block(0x0a0d0d0a, body.bytes());
  }
  /// `option`: code, length, value bytes in little-endian order of a number; or empty.
  CaptureBytes& interface(uint16_t link_type, std::vector<uint8_t> option) {
    CaptureBytes body(order_);
    body.u16(link_type).u16(0).u32(0);
    if (!option.empty()) {
      body.u16(option[0]).u16(option[1]);
      std::vector<uint8_t> value(option.begin() + 2, option.end());
      if (order_ == ByteOrder::Big) value.assign(value.rbegin(), value.rend());
      body.raw(value);
    }
    return block(1, body.bytes());
  }
  CaptureBytes& packet(uint32_t interface, uint64_t ticks, const std::vector<uint8_t>& data) {
    CaptureBytes body(order_);
    const auto size = static_cast<uint32_t>(data.size());
    body.u32(interface).u32(static_cast<uint32_t>(ticks >> 32)).u32(static_cast<uint32_t>(ticks));
    body.u32(size).u32(size).raw(data);
    return block(6, body.bytes());
  }

 private:
  CaptureBytes& u16(uint16_t value) { return number(order_ == ByteOrder::Big ? swapped(value) : value); }
  CaptureBytes& u32(uint32_t value) { return number(order_ == ByteOrder::Big ? swapped(value) : value); }
  template <class Number>
  CaptureBytes& number(Number value) {
    uint8_t bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    bytes_.insert(bytes_.end(), bytes, bytes + sizeof value);
    return *this;
  }
  CaptureBytes& raw(const std::vector<uint8_t>& bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return *this;
  }

  ByteOrder order_;
  std::vector<uint8_t> bytes_;
};

}  // namespace wiretale
