// The makers of all statistics of `read -z`, for the catalog.
#pragma once
#include "statistics/catalog.h"

namespace wiretale {

[[nodiscard]] MadeStatistic make_conversations(const StatisticArgument& argument);  ///< conv,...
[[nodiscard]] MadeStatistic make_endpoints(const StatisticArgument& argument);      ///< endpoints,...
[[nodiscard]] MadeStatistic make_packet_lengths(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_ip_tree(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_protocol_hierarchy(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_io_statistic(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_column_info(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_icmp_echo(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_dhcp_messages(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_http_counts(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_http_tree(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_http_requests(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_http_servers(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_http_sequences(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_http2_frames(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_dns_tree(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_sctp_chunks(const StatisticArgument& argument);

[[nodiscard]] MadeStatistic make_credentials(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_expert(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_flow(const StatisticArgument& argument);  ///< flow,...
[[nodiscard]] MadeStatistic make_follow(const StatisticArgument& argument);
[[nodiscard]] MadeStatistic make_hosts(const StatisticArgument& argument);

}  // namespace wiretale
