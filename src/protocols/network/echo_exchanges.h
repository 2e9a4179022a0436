// Echo requests that wait for their replies, for ICMP and ICMPv6.
#pragma once
#include <array>
#include <map>
#include <optional>

#include "packet/dissection.h"

namespace wiretale {

class EchoExchanges : public KeptState {
 public:
  struct Key {
    std::array<uint8_t, 16> requester{}, responder{};
    uint16_t identifier = 0, sequence = 0;
    uint16_t checksum = 0;  ///< of the request, which the reply's tells too: the payloads are the same
    uint16_t protocol = 0;
    auto operator<=>(const Key&) const = default;
  };
  struct Request {
    uint32_t frame = 0;
    Time time;
  };

  static Key key(Bytes requester, Bytes responder) {
    Key key;
    std::memcpy(key.requester.data(), requester.data(), std::min<size_t>(requester.size(), 16));
    std::memcpy(key.responder.data(), responder.data(), std::min<size_t>(responder.size(), 16));
    return key;
  }
  void add(const Key& key, const Packet& packet) {
    constexpr size_t most = 65536;
    if (requests_.size() >= most) requests_.clear();
    requests_[key] = {packet.number, packet.time};
  }
  [[nodiscard]] std::optional<Request> find(const Key& key) const {
    const auto found = requests_.find(key);
    if (found == requests_.end()) return std::nullopt;
    return found->second;
  }
  /// The checksum of the request whose reply's type number is smaller or larger by `difference` in the high
  /// byte (one's complement arithmetic).
  static uint16_t of_request(uint16_t reply_checksum, uint16_t difference) {
    const uint32_t sum = reply_checksum + uint32_t{difference};
    return static_cast<uint16_t>((sum & 0xffff) + (sum >> 16));
  }

 private:
  std::map<Key, Request> requests_;
};

}  // namespace wiretale
