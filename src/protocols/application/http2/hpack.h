// HPACK (RFC 7541): the header fields of HTTP/2.
#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace wiretale::http2 {

/// What an encoder wrote for a header field, or an update of its table's size.
enum class Representation : uint8_t {
  Indexed,
  IncrementalIndexedName,
  IncrementalNewName,
  WithoutIndexedName,
  WithoutNewName,
  NeverIndexedName,
  NeverNewName,
  TableSize
};

struct HeaderField {
  std::string name, value;
  Representation representation = Representation::Indexed;
  uint32_t index = 0;         ///< 0: without; the new size of a TableSize
  size_t begin = 0, end = 0;  ///< in the block
};

/// The decoder of one direction of a connection, with its dynamic table.
class HeaderDecoder {
 public:
  /// Takes the field at `at` of the block and moves `at` behind it. Nothing when it is not whole or not
  /// right; then `at` stays.
  [[nodiscard]] std::optional<HeaderField> next(Bytes block, size_t& at);

 private:
  struct Entry {
    std::string name, value;
  };
  [[nodiscard]] const Entry* dynamic(uint64_t index) const;
  [[nodiscard]] bool look_up(uint64_t index, std::string& name, std::string* value) const;
  void add(std::string name, std::string value);
  void shrink();

  std::deque<Entry> entries_;  // newest first
  size_t size_ = 0, limit_ = 4096;
};

/// The text of Huffman-coded bytes (RFC 7541 5.2), or nothing when they are none.
[[nodiscard]] std::optional<std::string> huffman_text(Bytes coded);

}  // namespace wiretale::http2
