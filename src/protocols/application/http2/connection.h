// What is kept of an HTTP/2 connection from frame to frame.
#pragma once
#include <unordered_map>
#include <vector>

#include "packet/dissection.h"
#include "protocols/application/http2/hpack.h"

namespace wiretale::http2 {

/// One direction of one stream.
struct StreamSide {
  std::string method, path, scheme, authority, status, content_type, content_encoding, message_encoding;
  std::string body;  ///< so far
  struct Part {
    uint32_t frame;
    size_t at, length;
  };
  std::vector<Part> parts;
};

/// One direction of a connection.
struct Side {
  HeaderDecoder decoder;
  std::string unfinished;  ///< the end of a header block that goes on in the next frame
  std::unordered_map<uint32_t, StreamSide> streams;

  [[nodiscard]] StreamSide& of(uint32_t stream) {
    constexpr size_t most = 4096;
    if (streams.size() >= most) streams.clear();
    return streams[stream];
  }
};

class Connections final : public KeptState {
 public:
  /// The side that sends the packet, or the other one.
  [[nodiscard]] Side& sender(const Dissection& about) { return side(about, about.source_port); }
  [[nodiscard]] Side& receiver(const Dissection& about) { return side(about, about.destination_port); }

 private:
  Side& side(const Dissection& about, uint16_t port) {
    constexpr size_t most = 4096;
    if (sides_.size() >= most) sides_.clear();
    const uint64_t stream = about.segment != nullptr ? about.segment->stream.index : UINT32_MAX;
    return sides_[stream << 16 | port];
  }
  std::unordered_map<uint64_t, Side> sides_;
};

}  // namespace wiretale::http2
