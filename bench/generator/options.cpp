// What a made capture shall contain, as the command line says it.
#include "options.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace wiretale::bench {

const std::string_view usage =
    R"(usage: make_capture --out FILE|- [options]
Writes a capture of made-up traffic. The same options give the same bytes on every machine.

  --out FILE|-        where to write; - is standard output
  --packets N         packets to write (1000000)
  --flood N           SYNs in between, each from another client to 192.0.2.1, which answers none; the other
                      packets are the same as without (0)
  --seed N            start of the random numbers (1)
  --hosts N           distinct addresses, 2 to 16000000 (1000)
  --flows N           conversations alive at a time (2000); one that ends is replaced by a new one
  --mix KIND=WEIGHT,..  what the conversations are (http=30,tls=35,dns=15,vxlan=10,udp=5,icmp=5)
  --loss PERCENT      lost TCP segments and DNS packets, sent again later (0.5)
  --ipv6 PERCENT      hosts with an IPv6 address (10)
  --vlan PERCENT      conversations in a VLAN (10)
  --private PERCENT   IPv4 hosts in 10.0.0.0/8; the others have public addresses (50)
  --format FORMAT     pcap, pcap-nano or pcapng (pcap)
  --snaplen N         bytes kept of each packet (262144)
)";

namespace {

template <typename Number>
std::optional<Number> number_in(std::string_view text, Number first, Number last) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (!(value >= first && value <= last)) return std::nullopt;
  return value;
}

template <typename Number>
bool set(Number& option, std::string_view text, Number first, Number last) {
  const std::optional<Number> value = number_in(text, first, last);
  if (value) option = *value;
  return value.has_value();
}

bool set_share(Share& option, std::string_view text) {
  const std::optional<double> percent = number_in(text, 0.0, 100.0);
  if (percent) option.per_million = static_cast<uint32_t>(*percent * 10'000 + 0.5);
  return percent.has_value();
}

bool set_format(Format& option, std::string_view text) {
  if (text == "pcap") {
    option = Format::Pcap;
  } else if (text == "pcap-nano") {
    option = Format::PcapNanoseconds;
  } else if (text == "pcapng") {
    option = Format::Pcapng;
  } else {
    return false;
  }
  return true;
}

// "http=3,dns=1": kinds not named get no share; a kind without a weight gets 1.
bool set_mix(std::array<uint32_t, 6>& mix, std::string_view text) {
  mix.fill(0);
  uint32_t total = 0;
  while (!text.empty()) {
    const std::string_view item = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), item.size() + 1));
    const std::string_view name = item.substr(0, item.find('='));
    const auto kind = std::ranges::find(kind_names, name);
    if (kind == kind_names.end()) return false;
    uint32_t weight = 1;
    if (name.size() < item.size() && !set(weight, item.substr(name.size() + 1), 0u, 1'000'000u)) return false;
    mix[static_cast<size_t>(kind - kind_names.begin())] = weight;
    total += weight;
  }
  return total > 0;
}

bool set_option(Options& options, std::string_view name, std::string_view value) {
  if (name == "--out") {
    options.out = value;
    return !value.empty();
  }
  if (name == "--packets") return set(options.packets, value, uint64_t{1}, uint64_t{1} << 40);
  if (name == "--flood") return set(options.flood, value, uint64_t{0}, uint64_t{1} << 40);
  if (name == "--seed") return set(options.seed, value, uint64_t{0}, UINT64_MAX);
  if (name == "--hosts") return set(options.hosts, value, 2u, 16'000'000u);
  if (name == "--flows") return set(options.flows, value, 1u, 10'000'000u);
  if (name == "--mix") return set_mix(options.mix, value);
  if (name == "--loss") return set_share(options.loss, value);
  if (name == "--ipv6") return set_share(options.ipv6, value);
  if (name == "--vlan") return set_share(options.vlan, value);
  if (name == "--private") return set_share(options.private_network, value);
  if (name == "--format") return set_format(options.format, value);
  if (name == "--snaplen") return set(options.snapshot_length, value, 1u, 262'144u);
  return false;
}

}  // namespace

std::expected<Options, std::string> read_options(std::span<char* const> arguments) {
  Options options;
  for (size_t i = 0; i < arguments.size(); i += 2) {
    const std::string_view name = arguments[i];
    if (name == "-h" || name == "--help") {
      options.wants_help = true;
      return options;
    }
    if (i + 1 == arguments.size()) return std::unexpected(std::string(name) + ": not an option, or no value");
    const std::string_view value = arguments[i + 1];
    if (!set_option(options, name, value)) {
      return std::unexpected(std::string(name) + " " + std::string(value) +
                             ": not an option, or a bad value");
    }
  }
  if (options.out.empty()) return std::unexpected("--out is missing: where to write");
  return options;
}

}  // namespace wiretale::bench
