// The settings of -o: those that have an effect here, by Wireshark's names.
#include <algorithm>
#include <cstdio>

#include "base/did_you_mean.h"
#include "base/letters.h"
#include "commands/read_options.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

struct Setting {
  std::string_view name;
  bool Preferences::*value;
};
constexpr Setting settings[] = {
    {"ip.defragment", &Preferences::ip_defragment},
    {"ipv6.defragment", &Preferences::ipv6_defragment},
    {"ip.check_checksum", &Preferences::ip_check_checksum},
    {"tcp.check_checksum", &Preferences::tcp_check_checksum},
    {"udp.check_checksum", &Preferences::udp_check_checksum},
    {"tcp.relative_sequence_numbers", &Preferences::tcp_relative_sequence_numbers},
    {"tcp.analyze_sequence_numbers", &Preferences::tcp_analyze_sequence_numbers},
    {"tcp.desegment_tcp_streams", &Preferences::tcp_desegment},
    {"tcp.reassemble_out_of_order", &Preferences::tcp_reassemble_out_of_order},
    {"tcp.calculate_timestamps", &Preferences::tcp_calculate_timestamps},
};

/// Preferences of the program, not of protocols; what they change is not part of this program's output.
constexpr std::string_view modules[] = {
    "gui",  "capture", "nameres", "protocols", "statistics",        "print",
    "taps", "console", "extcap",  "uat",       "filter_expressions"};

std::optional<bool> truth_of(std::string_view word) {
  const std::string lower = lower_case(word);
  if (lower == "true" || lower == "1") return true;
  if (lower == "false" || lower == "0") return false;
  return {};
}

}  // namespace

std::optional<std::string> apply_preference(ReadOptions& options, std::string_view setting) {
  const size_t colon = setting.find(':');
  if (colon == std::string_view::npos)
    return text_of("-o ", setting,
                   ": a setting is written name:value, for example -o tcp.relative_sequence_numbers:FALSE");
  const std::string_view name = setting.substr(0, colon);
  std::string_view value = setting.substr(colon + 1);
  while (value.starts_with(' ')) value.remove_prefix(1);
  if (name == "gui.column.format") {
    auto columns = parse_columns(value);
    if (!columns) return columns.error();
    options.columns = std::move(*columns);
    return {};
  }
  for (const Setting& each : settings) {
    if (each.name != name) continue;
    const auto truth = truth_of(value);
    if (!truth) return text_of("-o ", setting, ": the value is TRUE or FALSE");
    options.preferences.*each.value = *truth;
    return {};
  }
  if (name.ends_with(".udp.port") || name.ends_with(".tcp.port"))
    if (const std::string_view protocol = name.substr(0, name.size() - 9);
        find_protocol(protocol) != ProtocolId::None) {
      // "vxlan.udp.port:4789,8472-8474" is as good as -d.
      for (std::string_view rest = value; !rest.empty();) {
        const std::string_view ports = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(ports.size() + 1, rest.size()));
        if (!ports.empty())
          options.decode_as.push_back(text_of(name.substr(name.size() - 8), "==", ports, ',', protocol));
      }
      return {};
    }
  std::vector<std::string_view> names{"gui.column.format"};
  for (const Setting& each : settings) names.push_back(each.name);
  const std::string_view near = did_you_mean(name, names);
  const std::string_view module = name.substr(0, name.find('.'));
  if (near.empty() && module.size() < name.size() &&
      (std::ranges::find(modules, module) != std::end(modules) ||
       find_protocol(module) != ProtocolId::None)) {
    std::fputs(text_of("wiretale read: -o ", name, " has no effect here\n").c_str(), stderr);
    return {};
  }
  return text_of("-o ", setting, ": there is no preference ", name, near.empty() ? "" : "; did you mean ",
                 near, near.empty() ? "" : "?");
}

}  // namespace wiretale
