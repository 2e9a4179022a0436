// What -d and --disable-protocol change in who follows whom.
#include <charconv>

#include "base/did_you_mean.h"
#include "commands/read_options.h"
#include "decode/dispatch.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

struct Selector {
  std::string_view name;
  On on;
};
constexpr Selector selectors[] = {{"tcp.port", On::TcpPort},         {"udp.port", On::UdpPort},
                                  {"sctp.port", On::SctpPort},       {"ethertype", On::EtherType},
                                  {"ip.proto", On::IpProtocol},      {"llc.dsap", On::LlcSap},
                                  {"ppp.protocol", On::PppProtocol}, {"wtap_encap", On::LinkType}};

/// "80", "0x50".
std::optional<uint16_t> number_of(std::string_view word) {
  const bool hexadecimal = word.starts_with("0x");
  if (hexadecimal) word.remove_prefix(2);
  uint16_t number = 0;
  const auto [end, error] =
      std::from_chars(word.data(), word.data() + word.size(), number, hexadecimal ? 16 : 10);
  if (word.empty() || error != std::errc{} || end != word.data() + word.size()) return {};
  return number;
}

std::optional<std::string> decode_as(std::string_view rule) {
  // tcp.port==8888,http - tcp.port==8000-8010,http - tcp.port==8000:10,http; one = is taken too.
  const size_t equals = rule.find('='), comma = rule.find(',');
  if (equals == std::string_view::npos || comma == std::string_view::npos || comma < equals)
    return text_of("-d ", rule, ": a rule is written -d tcp.port==8888,http");
  const std::string_view selector = rule.substr(0, equals), protocol = rule.substr(comma + 1);
  std::string_view value = rule.substr(equals, comma - equals);
  while (value.starts_with('=')) value.remove_prefix(1);
  const Selector* found = nullptr;
  for (const Selector& each : selectors)
    if (each.name == selector) found = &each;
  if (found == nullptr) {
    std::string message = text_of("-d ", rule, ": there is no selector ", selector, "; they are");
    for (const Selector& each : selectors) message += text_of(' ', each.name);
    return message;
  }
  const ProtocolId id = find_protocol(protocol);
  if (id == ProtocolId::None) {
    std::vector<std::string_view> names;
    for (const Protocol* each : catalog().subspan(1)) names.push_back(each->name);
    const std::string_view near = did_you_mean(protocol, names);
    return text_of("-d ", rule, ": there is no protocol ", protocol, near.empty() ? "" : "; did you mean ",
                   near, near.empty() ? "" : "?");
  }
  const size_t between = value.find_first_of("-:");
  const auto first = number_of(value.substr(0, between));
  auto last = first;
  if (between != std::string_view::npos) {
    last = number_of(value.substr(between + 1));
    if (first && last && value[between] == ':') last = static_cast<uint16_t>(*first + *last - 1);
  }
  if (!first || !last || *last < *first) return text_of("-d ", rule, ": ", value, " is no number or range");
  for (uint32_t number = *first; number <= *last; ++number)
    decode_in_trees(found->on, static_cast<uint16_t>(number), id);
  return {};
}

}  // namespace

std::optional<std::string> apply_decode_options(const ReadOptions& options) {
  for (const std::string& name : options.disabled_protocols)
    if (const ProtocolId id = find_protocol(name); id != ProtocolId::None) leave_out_of_trees(id);
  for (const std::string& rule : options.decode_as)
    if (auto problem = decode_as(rule)) return problem;
  return {};
}

}  // namespace wiretale
