// Bytes in a row: from a file, from memory, or decompressed on the way.
#pragma once
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "files/source.h"

namespace wiretale {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Reads 1 to into.size() bytes; 0 at the end. The error says why no more bytes come.
  virtual std::expected<size_t, std::string> read(std::span<uint8_t> into) = 0;
  /// Whether read_at() works: the bytes stay where they are.
  [[nodiscard]] virtual bool seekable() const { return false; }
  /// Reads from `offset`, counted from the stream's first byte, without moving read() on; returns how many
  /// bytes there were, fewer than asked for only at the end or after an error.
  [[nodiscard]] virtual size_t read_at(uint64_t offset, std::span<uint8_t> into) const {
    (void)offset, (void)into;
    return 0;
  }
};

/// Reads an open file; `Close` closes it at the end, `Keep` leaves it open (standard input).
enum class AtEnd : uint8_t { Close, Keep };
[[nodiscard]] std::unique_ptr<ByteStream> file_stream(int descriptor, AtEnd at_end);
/// Reads bytes that outlive the stream.
[[nodiscard]] std::unique_ptr<ByteStream> memory_stream(Bytes bytes);
/// First `begin`, then the rest: puts back what was read to look at it.
[[nodiscard]] std::unique_ptr<ByteStream> rejoined(std::vector<uint8_t> begin,
                                                   std::unique_ptr<ByteStream> rest);
/// Decompresses `packed`; every frame or member of it, one after the other. Compression::None hands it back.
[[nodiscard]] std::unique_ptr<ByteStream> decompressed(Compression kind, std::unique_ptr<ByteStream> packed);

/// Which compression begins with these bytes.
[[nodiscard]] Compression compression_of(Bytes begin);

}  // namespace wiretale
