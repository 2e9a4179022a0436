// A case with its words at hand, for the sentences about it.
#pragma once
#include "findings/facts.h"
#include "statistics/report.h"

namespace wiretale {

struct Teller {
  const Case& known;
  const Facts& facts;
  const Healthy& healthy;
  const Sighting& sum = known.sum;
  std::string client = name(sum.ends.has_client, sum.ends.client, 0, "several clients"),
              server = name(sum.ends.has_server, sum.ends.server, sum.ends.server_port, "several servers"),
              server_host = name(sum.ends.has_server, sum.ends.server, 0, "several servers");
  std::string words = joined(2);
  std::string longest = duration_text(sum.longest);
  std::string span = duration_text(sum.last - sum.first);

  [[nodiscard]] std::string name(bool known_end, const Address& address, uint16_t port,
                                 std::string_view nobody) const;
  /// What the case is about, the first `most` words of it.
  [[nodiscard]] std::string joined(size_t most) const;
  /// "once", "12 times".
  [[nodiscard]] std::string times() const {
    return sum.amount == 1 ? "once" : text_of(std::string_view{count_text(sum.amount)}, " times");
  }

  /// One sentence in plain words: who cannot do what.
  [[nodiscard]] std::string what() const;
  /// What happened, in one or two sentences more; may be empty.
  [[nodiscard]] std::string detail() const;
  /// The evidence, counted.
  [[nodiscard]] std::string why() const;
  [[nodiscard]] std::string ruled_out() const;
  [[nodiscard]] std::string cannot_tell() const;
};

/// All parts, one behind the other.
template <class... Parts>
[[nodiscard]] std::string say(const Parts&... parts) {
  std::string all;
  ((all += parts), ...);
  return all;
}

}  // namespace wiretale
