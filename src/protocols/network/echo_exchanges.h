// Echo requests that wait for their replies, for ICMP and ICMPv6.
#pragma once
#include <array>
#include <bit>
#include <map>
#include <optional>

#include "packet/tree.h"

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

/// The fields that join a request and its reply.
struct EchoFields {
  const Field &response_in, &response_to, &response_time, &no_response, &response_not_found;
  std::string_view nothing_seen;         ///< "No response seen to ICMP request"
  std::string_view response_time_label;  ///< "Response time: "
};

/// Notes a request, or tells which one a reply answers.
inline void match_echo(const EchoExchanges::Key& key, bool request, const EchoFields& field,
                       FieldWriter& out) {
  Dissection& about = out.about;
  EchoExchanges& exchanges = about.kept.get<EchoExchanges>();
  if (request) {
    exchanges.add(key, about.packet);
    if (const auto reply = about.foretold(field.response_in, about.packet.number)) {
      out.put(field.response_in, 0, 0, *reply).generated();
      out.more_info(" (reply in ", *reply, ')');
    } else if (about.ahead != nullptr) {
      out.put(field.no_response, 0, 0, 0).generated();
      out.expert(field.response_not_found, ExpertSeverity::Warning, ExpertGroup::Sequence,
                 field.nothing_seen);
      out.more_info(" (no response found!)");
    }
    return;
  }
  const auto found = exchanges.find(key);
  if (!found) return;
  about.foretell(field.response_in, found->frame, about.packet.number);
  out.put(field.response_to, 0, 0, found->frame).generated();
  const double milliseconds = static_cast<double>((about.packet.time - found->time).nanoseconds) / 1e6;
  out.put(field.response_time, 0, 0, std::bit_cast<uint64_t>(milliseconds))
      .label(field.response_time_label, Fixed{milliseconds, 3}, " ms")
      .generated();
  out.more_info(" (request in ", found->frame, ')');
}

}  // namespace wiretale
