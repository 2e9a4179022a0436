// Streams that change their protocol on the way: HTTP's upgrades, a client's preface on a port of another.
#pragma once
#include <unordered_map>

#include "packet/dissection.h"
#include "packet/layer.h"

namespace wiretale {

/// Which protocol a stream's bytes belong to behind the message that was framed last.
class StreamHandover final : public KeptState {
 public:
  /// The stream of `about` goes on as `protocol`.
  void set(const Dissection& about, ProtocolId protocol) {
    constexpr size_t most = 1 << 16;
    if (about.segment == nullptr) return;
    if (protocols_.size() >= most) protocols_.clear();
    protocols_[about.segment->stream.index] = protocol;
  }
  /// None when it has not changed.
  [[nodiscard]] ProtocolId of(uint32_t stream) const {
    if (protocols_.empty()) return ProtocolId::None;
    const auto found = protocols_.find(stream);
    return found == protocols_.end() ? ProtocolId::None : found->second;
  }

 private:
  std::unordered_map<uint32_t, ProtocolId> protocols_;
};

}  // namespace wiretale
