// What the two sides of a TCP connection say: HTTP/1.1 and TLS 1.3.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "frame.h"
#include "world.h"

namespace wiretale::bench {

// The bytes of a message: a head of its own and a body borrowed from the world.
struct Message {
  std::string head;
  std::string_view body;

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(head.size() + body.size()); }
  void copy(uint32_t offset, uint32_t length, uint8_t* to) const;
};

struct Turn {
  Side speaker = Side::Client;
  uint32_t wait = 0;  // microseconds of thinking before it
  Message message;
};

class Dialogue {
 public:
  virtual ~Dialogue() = default;
  [[nodiscard]] virtual uint16_t server_port() const = 0;
  // Nothing when all is said.
  virtual std::optional<Turn> next(Random& random) = 0;
};

[[nodiscard]] std::unique_ptr<Dialogue> http_dialogue(World& world);
[[nodiscard]] std::unique_ptr<Dialogue> tls_dialogue(World& world);

// "shop17.example.com"
[[nodiscard]] std::string host_name(Random& random);

}  // namespace wiretale::bench
