// Endpoints: how much each address sent and received.
#include "statistics/endpoints.h"

#include <algorithm>

#include "statistics/row_order.h"

namespace wiretale {

Endpoints::Endpoint& Endpoints::row_of(const Address& address) {
  if (const auto at = index_.find(address); at != index_.end()) return rows_[at->second];
  if (rows_.size() >= most_) return others_;
  index_.emplace(address, static_cast<uint32_t>(rows_.size()));
  return rows_.emplace_back(Endpoint{.address = address});
}

void EndpointShard::flow_ended(const Flow& flow, FlowEnd) {
  FlowTotals totals{};
  for (unsigned way = 0; way < 2; ++way)
    totals.ends[way] = {flow.address(way), flow.ways[way].bytes, flow.ways[way].packets,
                        flow.ways[way].retransmissions};
  totals.first_packet = flow.first_packet;
  totals.client = flow.client;
  ended.push_back(totals);
}

void Endpoints::take(const FlowTotals& flow) {
  for (unsigned way = 0; way < 2; ++way) {
    const FlowTotals::End &sent = flow.ends[way], &received = flow.ends[way ^ 1u];
    Endpoint& row = row_of(sent.address);
    row.sent_bytes += sent.bytes;
    row.sent_packets += sent.packets;
    row.received_bytes += received.bytes;
    row.received_packets += received.packets;
    row.retransmissions += sent.retransmissions;
    ++(way == flow.client ? row.asked : row.served);
    row.first_packet = std::min(row.first_packet, flow.first_packet);
  }
}

uint64_t Endpoints::value(const Endpoint& row, std::string_view column) {
  if (column == "packets") return row.sent_packets + row.received_packets;
  if (column == "sent") return row.sent_bytes;
  if (column == "received") return row.received_bytes;
  if (column == "flows") return uint64_t{row.asked} + row.served;
  if (column == "retransmissions") return row.retransmissions;
  if (column == "start") return UINT32_MAX - row.first_packet;
  return row.sent_bytes + row.received_bytes;
}

Report Endpoints::report(std::string_view sort_by, size_t top) const {
  Report report{.schema = "wiretale/stats-endpoints/1", .noun = "endpoints"};
  report.columns = {{"ADDRESS", "address"},
                    {"PKTS", "packets", Unit::Count},
                    {"BYTES", "bytes", Unit::Size},
                    {"SENT PKTS", "packets_sent", Unit::Count},
                    {"SENT", "bytes_sent", Unit::Size},
                    {"RCVD PKTS", "packets_received", Unit::Count},
                    {"RECEIVED", "bytes_received", Unit::Size},
                    {"AS CLIENT", "flows_as_client", Unit::Count},
                    {"AS SERVER", "flows_as_server", Unit::Count},
                    {"RETRANS", "retransmissions", Unit::Count},
                    {"FIRST", "first_packet", Unit::Count}};
  // Equal rows in the order of their first packets, whatever the order in which flows ended.
  auto order = largest_rows_first(rows_, top, [&](const auto& row) { return value(row, sort_by); });
  const bool with_others = others_.asked + others_.served != 0;
  report.total_rows = rows_.size() + (with_others ? 1 : 0);
  report.rows = order.size() + (with_others ? 1 : 0);
  report.fill_row = [this, order = std::move(order)](size_t i, Row& cells) {
    const bool is_others = i >= order.size();
    const Endpoint& row = is_others ? others_ : rows_[order[i]];
    cells = {Cell{is_others ? std::string("(others)") : to_string(row.address)},
             count_cell(row.sent_packets + row.received_packets),
             count_cell(row.sent_bytes + row.received_bytes),
             count_cell(row.sent_packets),
             count_cell(row.sent_bytes),
             count_cell(row.received_packets),
             count_cell(row.received_bytes),
             count_cell(row.asked),
             count_cell(row.served),
             count_cell(row.retransmissions),
             count_cell(row.first_packet)};
  };
  return report;
}

}  // namespace wiretale
