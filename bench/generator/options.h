// What a made capture shall contain, as the command line says it.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "capture_writer.h"
#include "random.h"

namespace wiretale::bench {

enum class Kind : uint8_t { Http, Tls, Dns, Vxlan, Udp, Icmp };

constexpr std::array<std::string_view, 6> kind_names = {"http", "tls", "dns", "vxlan", "udp", "icmp"};

struct Options {
  uint64_t packets = 1'000'000;
  uint64_t flood = 0;  // SYNs in addition, each of another client
  uint64_t seed = 1;
  uint32_t hosts = 1000;
  uint32_t flows = 2000;                                 // live at a time
  std::array<uint32_t, 6> mix = {30, 35, 15, 10, 5, 5};  // weights by Kind, counted in conversations
  Share loss{5'000};                                     // of TCP segments and of DNS packets
  Share ipv6{100'000};                                   // of hosts
  Share vlan{100'000};                                   // of conversations
  Share private_network{500'000};                        // of IPv4 hosts
  Format format = Format::Pcap;
  uint32_t snapshot_length = 262'144;
  std::string out;
  bool wants_help = false;
};

extern const std::string_view usage;

// An error names the option and what it takes.
[[nodiscard]] std::expected<Options, std::string> read_options(std::span<char* const> arguments);

}  // namespace wiretale::bench
