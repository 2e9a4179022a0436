// Building the body of a pcapng block in this machine's byte order.
#pragma once
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace wiretale {

class BlockBuilder {
 public:
  template <class Number>
  BlockBuilder& put(Number value) {
    const auto* from = reinterpret_cast<const uint8_t*>(&value);
    body_.insert(body_.end(), from, from + sizeof value);
    return *this;
  }
  /// Bytes, padded with zeros to a multiple of four.
  BlockBuilder& put_padded(Bytes bytes) {
    body_.insert(body_.end(), bytes.begin(), bytes.end());
    body_.resize((body_.size() + 3) & ~size_t{3});
    return *this;
  }
  BlockBuilder& option(uint16_t code, Bytes value) {
    value = value.first(std::min<size_t>(value.size(), 0xffff));
    return put(code).put(static_cast<uint16_t>(value.size())).put_padded(value);
  }
  BlockBuilder& option(uint16_t code, uint64_t value) {
    return option(code, {reinterpret_cast<const uint8_t*>(&value), sizeof value});
  }
  /// A text option; an empty text is left out.
  BlockBuilder& text(uint16_t code, std::string_view text) {
    if (!text.empty()) option(code, {reinterpret_cast<const uint8_t*>(text.data()), text.size()});
    return *this;
  }
  BlockBuilder& end_options() { return put(uint32_t{0}); }
  [[nodiscard]] Bytes body() const { return body_; }

 private:
  std::vector<uint8_t> body_;
};

}  // namespace wiretale
