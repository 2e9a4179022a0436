// The list of all statistics of `read -z`.
#include "statistics/catalog.h"

#include <vector>

#include "base/did_you_mean.h"
#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

// clang-format off: one statistic, one line
constexpr StatisticEntry entries[] = {
    {"conv,dccp", make_conversations},
    {"conv,eth", make_conversations},
    {"conv,ip", make_conversations},
    {"conv,ipv6", make_conversations},
    {"conv,sctp", make_conversations},
    {"conv,sll", make_conversations},
    {"conv,tcp", make_conversations},
    {"conv,udp", make_conversations},
    {"credentials", make_credentials},
    {"dests,tree", make_ip_tree},
    {"dhcp,stat", make_dhcp_messages},
    {"dns,tree", make_dns_tree},
    {"endpoints,dccp", make_endpoints},
    {"endpoints,eth", make_endpoints},
    {"endpoints,ip", make_endpoints},
    {"endpoints,ipv6", make_endpoints},
    {"endpoints,sctp", make_endpoints},
    {"endpoints,sll", make_endpoints},
    {"endpoints,tcp", make_endpoints},
    {"endpoints,udp", make_endpoints},
    {"expert", make_expert},
    {"flow,any", make_flow},
    {"flow,icmp", make_flow},
    {"flow,icmpv6", make_flow},
    {"flow,tcp", make_flow},
    {"follow", make_follow},
    {"hosts", make_hosts},
    {"http,stat", make_http_counts},
    {"http,tree", make_http_tree},
    {"http2,tree", make_http2_frames},
    {"http_req,tree", make_http_requests},
    {"http_seq,tree", make_http_sequences},
    {"http_srv,tree", make_http_servers},
    {"icmp,srt", make_icmp_echo},
    {"icmpv6,srt", make_icmp_echo},
    {"io,phs", make_protocol_hierarchy},
    {"io,stat", make_io_statistic},
    {"ip_hosts,tree", make_ip_tree},
    {"ip_srcdst,tree", make_ip_tree},
    {"ipv6_dests,tree", make_ip_tree},
    {"ipv6_hosts,tree", make_ip_tree},
    {"ipv6_ptype,tree", make_ip_tree},
    {"ipv6_srcdst,tree", make_ip_tree},
    {"plen,tree", make_packet_lengths},
    {"proto,colinfo", make_column_info},
    {"ptype,tree", make_ip_tree},
    {"sctp,stat", make_sctp_chunks},
};
// clang-format on

/// As tshark says it, with what is near at the end, where it is seen.
std::string unknown(std::string_view argument) {
  Text message;
  message.put("Invalid -z argument \"", argument, "\"; it must be one of:\n");
  append_statistic_names(message);
  std::vector<std::string_view> names;
  for (const StatisticEntry& entry : entries) names.push_back(entry.name);
  const std::string_view near = did_you_mean(argument, names);
  if (!near.empty()) message.put("  did you mean  -z ", near, "?\n");
  std::string text(message.view());
  text.pop_back();
  return text;
}

}  // namespace

std::span<const StatisticEntry> statistic_catalog() { return entries; }

MadeStatistic make_statistic(std::string_view argument, StatisticTimes times, std::string_view file) {
  const StatisticEntry* found = nullptr;
  for (const StatisticEntry& entry : entries)
    if (argument.starts_with(entry.name) && (found == nullptr || entry.name.size() > found->name.size()))
      found = &entry;
  if (found == nullptr) {
    return std::unexpected(StatisticError{unknown(argument)});
  }
  std::string_view rest = argument.substr(found->name.size());
  const size_t comma = rest.find(',');
  rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  auto made = found->make({.name = found->name, .rest = rest, .times = times, .file = file});
  if (!made) made.error().message = text_of("-z ", argument, ": ", made.error().message);
  return made;
}

void append_statistic_names(Text& text) {
  for (const StatisticEntry& entry : entries) text.put("     ", entry.name, '\n');
}

}  // namespace wiretale
