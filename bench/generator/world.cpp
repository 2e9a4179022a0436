// What all conversations of a made capture share: the options, the random numbers, the hosts, bytes to send.
#include "world.h"

#include <array>

namespace wiretale::bench {
namespace {

constexpr std::array<std::string_view, 24> words = {
    "packet", "network", "the",    "of",   "request", "answer", "slow",   "route",
    "and",    "server",  "window", "is",   "measure", "link",   "to",     "frame",
    "story",  "a",       "client", "with", "loss",    "cable",  "switch", "in"};

std::string make_text(Random& random) {
  std::string text;
  uint32_t line = 0;
  while (text.size() < 2 * World::largest_body) {
    const std::string_view word = words[random.below(words.size())];
    text += word;
    line += static_cast<uint32_t>(word.size()) + 1;
    text += line > 72 ? '\n' : ' ';
    if (line > 72) line = 0;
  }
  return text;
}

std::string make_noise(Random& random) {
  std::string noise(2 * World::largest_body, '\0');
  for (char& byte : noise) byte = static_cast<char>(random.below(256));
  return noise;
}

}  // namespace

World::World(const Options& wanted)
    : options(wanted),
      random(wanted.seed),
      hosts({wanted.hosts, wanted.ipv6, wanted.private_network}),
      text_(make_text(random)),
      noise_(make_noise(random)) {}

std::string_view World::text(uint32_t size) {
  return std::string_view(text_).substr(random.below(largest_body), size);
}

std::string_view World::noise(uint32_t size) {
  return std::string_view(noise_).substr(random.below(largest_body), size);
}

uint16_t World::ephemeral_port() { return static_cast<uint16_t>(49152 + ports_used_++ % 16384); }

}  // namespace wiretale::bench
