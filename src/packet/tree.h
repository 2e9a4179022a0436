// The field tree of tier 2: typed values of fields, made on demand, flat in one buffer.
#pragma once
#include <vector>

#include "packet/field.h"
#include "packet/layer.h"

namespace wiretale {

/// One value of a field. Numbers and addresses of up to 8 bytes are in `number`; everything that has bytes in
/// the frame says where.
struct FieldValue {
  const Field* field;
  ProtocolId protocol;
  uint16_t level;   ///< depth below the protocol's own line
  uint32_t offset;  ///< from the packet's first byte (or the message's, for reassembled bytes)
  uint32_t length;  ///< in bytes; 0 for computed fields
  uint64_t number;  ///< the number, or nanoseconds for times
  Bytes bytes;      ///< the bytes, for strings, addresses and byte runs
};

/// All values of one packet in the order of the bytes; cleared and refilled, so it allocates only while it
/// grows.
class FieldTree {
 public:
  void clear() { values_.clear(); }
  void add(const FieldValue& value) { values_.push_back(value); }
  [[nodiscard]] std::span<const FieldValue> values() const { return values_; }
  /// The first value of a field, or null.
  [[nodiscard]] const FieldValue* find(const Field& field) const {
    for (const FieldValue& value : values_)
      if (value.field == &field) return &value;
    return nullptr;
  }

 private:
  std::vector<FieldValue> values_;
};

/// Given to Protocol::dissect to write the fields whose place varies.
class FieldWriter {
 public:
  FieldWriter(FieldTree& tree, ProtocolId protocol, Bytes layer, uint32_t offset)
      : tree_(tree), protocol_(protocol), layer_(layer), offset_(offset) {}

  /// A field that lies in `length` bytes at `at` from the layer's first byte; its number is read from them
  /// when there are at most
  /// 8. Outside of the layer it is left out.
  void put(const Field& field, size_t at, size_t length) {
    if (at > layer_.size() || length > layer_.size() - at) return;
    uint64_t number = 0;
    const Bytes bytes = layer_.subspan(at, length);
    if (length <= 8)
      for (const uint8_t byte : bytes) number = number << 8 | byte;
    put(field, at, length, number);
  }
  /// The same with the number given, for masked or computed values.
  void put(const Field& field, size_t at, size_t length, uint64_t number) {
    if (at > layer_.size() || length > layer_.size() - at) return;
    tree_.add({&field, protocol_, level_, static_cast<uint32_t>(offset_ + at), static_cast<uint32_t>(length),
               number, layer_.subspan(at, length)});
  }
  /// A string that is not in the frame as it reads (a DNS name); `text` must live as long as the tree's
  /// packet.
  void put_text(const Field& field, size_t at, size_t length, Bytes text) {
    if (at > layer_.size() || length > layer_.size() - at) return;
    tree_.add({&field, protocol_, level_, static_cast<uint32_t>(offset_ + at), static_cast<uint32_t>(length),
               0, text});
  }
  void deeper() { ++level_; }
  void shallower() { --level_; }

 private:
  FieldTree& tree_;
  ProtocolId protocol_;
  Bytes layer_;
  uint32_t offset_;
  uint16_t level_ = 1;
};

}  // namespace wiretale
