// What all conversations of a made capture share: the options, the random numbers, the hosts, bytes to send.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "hosts.h"
#include "options.h"
#include "random.h"

namespace wiretale::bench {

class World {
 public:
  static constexpr uint32_t largest_body = 1 << 17;

  explicit World(const Options& options);

  // `size` bytes, at most largest_body, that stay where they are.
  [[nodiscard]] std::string_view text(uint32_t size);
  [[nodiscard]] std::string_view noise(uint32_t size);
  // Each conversation gets another port out of the ephemeral range (RFC 6335 6) until they are used up.
  [[nodiscard]] uint16_t ephemeral_port();

  Options options;
  Random random;
  Hosts hosts;

 private:
  std::string text_;
  std::string noise_;
  uint32_t ports_used_ = 0;
};

}  // namespace wiretale::bench
