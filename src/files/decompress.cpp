// Decompression on the way: gzip (RFC 1952), Zstandard (RFC 8878) and LZ4 frames.
#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>

#include "files/byte_stream.h"

namespace wiretale {
namespace {

/// Keeps a piece of the packed bytes and refills it.
class Decompressor : public ByteStream {
 public:
  explicit Decompressor(std::unique_ptr<ByteStream> packed) : packed_(std::move(packed)) {}

  std::expected<size_t, std::string> read(std::span<uint8_t> into) override {
    while (true) {
      if (next_ == end_ && !ended_) {
        const auto got = packed_->read(piece_);
        if (!got) return got;
        next_ = 0;
        end_ = *got;
        ended_ = end_ == 0;
      }
      if (ended_ && between_frames_) return 0;
      const auto made = unpack(into);
      if (!made || *made > 0) return made;
      if (ended_ && !between_frames_) return std::unexpected("the compressed data is cut short");
    }
  }

 protected:
  /// Turns packed bytes into at most into.size() bytes; 0 asks for more packed bytes.
  virtual std::expected<size_t, std::string> unpack(std::span<uint8_t> into) = 0;
  [[nodiscard]] Bytes waiting() const { return Bytes{piece_}.subspan(next_, end_ - next_); }
  void used(size_t size) { next_ += size; }
  bool between_frames_ = true;

 private:
  std::unique_ptr<ByteStream> packed_;
  std::vector<uint8_t> piece_ = std::vector<uint8_t>(1 << 17);
  size_t next_ = 0, end_ = 0;
  bool ended_ = false;
};

class Gzip : public Decompressor {
 public:
  explicit Gzip(std::unique_ptr<ByteStream> packed) : Decompressor(std::move(packed)) {
    ready_ = inflateInit2(&state_, 15 + 16) == Z_OK;  // 16: gzip's header and checksum
  }
  ~Gzip() override { inflateEnd(&state_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

 protected:
  std::expected<size_t, std::string> unpack(std::span<uint8_t> into) override {
    if (!ready_) return std::unexpected("no memory to decompress");
    const Bytes from = waiting();
    if (between_frames_ && members_ > 0 && (from.empty() || from[0] != 0x1f)) {
      used(from.size());  // padding after the last member, as gzip(1) ignores it
      return 0;
    }
    between_frames_ = false;
    state_.next_in = const_cast<uint8_t*>(from.data());
    state_.avail_in = static_cast<uInt>(from.size());
    state_.next_out = into.data();
    state_.avail_out = static_cast<uInt>(std::min<size_t>(into.size(), 1 << 30));
    const uInt room = state_.avail_out;
    const int result = inflate(&state_, Z_NO_FLUSH);
    used(from.size() - state_.avail_in);
    const size_t made = room - state_.avail_out;
    if (result == Z_STREAM_END) {
      between_frames_ = true;
      ++members_;
      inflateReset(&state_);
    } else if (result != Z_OK && result != Z_BUF_ERROR && made == 0) {
      return std::unexpected(std::string("the gzip data is damaged") +
                             (state_.msg != nullptr ? std::string(" (") + state_.msg + ")" : ""));
    }
    return made;
  }

 private:
  z_stream state_{};
  uint64_t members_ = 0;
  bool ready_ = false;
};

class Zstd : public Decompressor {
 public:
  using Decompressor::Decompressor;

 protected:
  std::expected<size_t, std::string> unpack(std::span<uint8_t> into) override {
    const Bytes from = waiting();
    ZSTD_inBuffer in{from.data(), from.size(), 0};
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    const size_t result = ZSTD_decompressStream(state_.get(), &out, &in);
    used(in.pos);
    if (ZSTD_isError(result)) {
      if (out.pos > 0) return out.pos;
      return std::unexpected(std::string("the zstd data is damaged (") + ZSTD_getErrorName(result) + ")");
    }
    between_frames_ = result == 0;
    return out.pos;
  }

 private:
  std::unique_ptr<ZSTD_DStream, decltype([](ZSTD_DStream* s) { ZSTD_freeDStream(s); })> state_{
      ZSTD_createDStream()};
};

class Lz4 : public Decompressor {
 public:
  explicit Lz4(std::unique_ptr<ByteStream> packed) : Decompressor(std::move(packed)) {
    LZ4F_dctx* state = nullptr;
    if (!LZ4F_isError(LZ4F_createDecompressionContext(&state, LZ4F_VERSION))) state_.reset(state);
  }

 protected:
  std::expected<size_t, std::string> unpack(std::span<uint8_t> into) override {
    if (!state_) return std::unexpected("no memory to decompress");
    const Bytes from = waiting();
    size_t in = from.size(), out = into.size();
    const size_t result = LZ4F_decompress(state_.get(), into.data(), &out, from.data(), &in, nullptr);
    if (LZ4F_isError(result))
      return std::unexpected(std::string("the lz4 data is damaged (") + LZ4F_getErrorName(result) + ")");
    used(in);
    between_frames_ = result == 0;
    return out;
  }

 private:
  std::unique_ptr<LZ4F_dctx, decltype([](LZ4F_dctx* s) { LZ4F_freeDecompressionContext(s); })> state_;
};

}  // namespace

Compression compression_of(Bytes begin) {
  if (begin.size() >= 2 && begin[0] == 0x1f && begin[1] == 0x8b) return Compression::Gzip;
  if (begin.size() < 4) return Compression::None;
  const uint32_t magic = le32(begin.data());
  if (magic == 0xfd2fb528 || (magic & 0xfffffff0) == 0x184d2a50) return Compression::Zstd;  // or skippable
  return magic == 0x184d2204 ? Compression::Lz4 : Compression::None;
}

std::unique_ptr<ByteStream> decompressed(Compression kind, std::unique_ptr<ByteStream> packed) {
  switch (kind) {
    case Compression::None: break;
    case Compression::Gzip: return std::make_unique<Gzip>(std::move(packed));
    case Compression::Zstd: return std::make_unique<Zstd>(std::move(packed));
    case Compression::Lz4: return std::make_unique<Lz4>(std::move(packed));
  }
  return packed;
}

}  // namespace wiretale
