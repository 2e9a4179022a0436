// The list of all statistics of `read -z`.
#include "statistics/catalog.h"

#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

// clang-format off: one statistic, one line
constexpr StatisticEntry entries[] = {
    {"conv,eth", make_conversations},     {"conv,ip", make_conversations},
    {"conv,ipv6", make_conversations},    {"conv,sctp", make_conversations},
    {"conv,tcp", make_conversations},     {"conv,udp", make_conversations},
    {"dests,tree", make_ip_tree},         {"dhcp,stat", make_dhcp_messages},
    {"dns,tree", make_dns_tree},          {"endpoints,eth", make_endpoints},
    {"endpoints,ip", make_endpoints},     {"endpoints,ipv6", make_endpoints},
    {"endpoints,sctp", make_endpoints},   {"endpoints,tcp", make_endpoints},
    {"endpoints,udp", make_endpoints},    {"http,stat", make_http_counts},
    {"http,tree", make_http_tree},        {"http_req,tree", make_http_requests},
    {"http_srv,tree", make_http_servers}, {"icmp,srt", make_icmp_echo},
    {"icmpv6,srt", make_icmp_echo},       {"io,phs", make_protocol_hierarchy},
    {"io,stat", make_io_statistic},       {"ip_hosts,tree", make_ip_tree},
    {"ip_srcdst,tree", make_ip_tree},     {"ipv6_dests,tree", make_ip_tree},
    {"ipv6_hosts,tree", make_ip_tree},    {"ipv6_ptype,tree", make_ip_tree},
    {"ipv6_srcdst,tree", make_ip_tree},   {"plen,tree", make_packet_lengths},
    {"proto,colinfo", make_column_info},  {"ptype,tree", make_ip_tree},
    {"sctp,stat", make_sctp_chunks},
    {"credentials", make_credentials},    {"expert", make_expert},
    {"flow,any", make_flow},              {"flow,icmp", make_flow},
    {"flow,icmpv6", make_flow},           {"flow,tcp", make_flow},
    {"follow", make_follow},              {"hosts", make_hosts},
};
// clang-format on

}  // namespace

std::span<const StatisticEntry> statistic_catalog() { return entries; }

MadeStatistic make_statistic(std::string_view argument, StatisticTimes times, std::string_view file) {
  const StatisticEntry* found = nullptr;
  for (const StatisticEntry& entry : entries)
    if (argument.starts_with(entry.name) && (found == nullptr || entry.name.size() > found->name.size()))
      found = &entry;
  if (found == nullptr) {
    Text names;
    append_statistic_names(names);
    return std::unexpected(
        StatisticError{text_of("-z ", argument, ": there is no such statistic; there are\n", names.view())});
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
