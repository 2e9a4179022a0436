// Latency: where the time of a server's users goes, apart for network, server and client.
#include "statistics/latency.h"

#include <memory>

#include "statistics/row_order.h"

namespace wiretale {
namespace {

/// Of the half of a TCP handshake towards the server (from the capture point), and towards the client.
Duration way_to_server(const Flow& flow) {
  const bool seen = flow.syn.nanoseconds != 0 && flow.syn_ack > flow.syn;
  return seen ? flow.syn_ack - flow.syn : Duration{};
}
Duration way_to_client(const Flow& flow) {
  const bool seen = flow.syn_ack.nanoseconds != 0 && flow.handshake > flow.syn_ack;
  return seen ? flow.handshake - flow.syn_ack : Duration{};
}

Cell seconds_cell(const QuantileSketch& times, double part) {
  if (times.count() == 0) return std::monostate{};
  return times.quantile(part).seconds();
}

}  // namespace

uint32_t LatencyShard::number_of(const Server& server) {
  const auto [at, is_new] = index_.try_emplace(server, static_cast<uint32_t>(rows_.size()));
  if (is_new && rows_.size() >= most && server != Server{}) {
    index_.erase(at);
    return number_of({});  // all others together
  }
  if (is_new) rows_.push_back({.server = server});
  return at->second;
}

LatencyShard::Times& LatencyShard::row_of(const Server& server) { return rows_[number_of(server)]; }

void LatencyShard::see(std::span<const FlowPacket> packets) {
  for (const FlowPacket& packet : packets) {
    if (packet.flow == nullptr || packet.payload_length == 0 || packet.fragment ||
        has(packet.events, Event::DuplicateFrame | Event::KeepAlive | Event::Retransmission))
      continue;
    const Flow& flow = *packet.flow;
    if (flow.key.transport != ip_protocol::tcp && flow.key.transport != ip_protocol::udp) continue;
    while (flow.id >= live_.size()) live_.add();
    Live& live = live_[flow.id];
    const int64_t now = packet.time.nanoseconds;
    const auto row = [&]() -> Times& {
      if (live.row == none)
        live.row = number_of({flow.server_address(), flow.server_port(), flow.key.transport});
      return rows_[live.row];
    };
    // A side's time is what is left when the way to it and back is taken off.
    if (packet.from_client()) {
      if (live.answered != 0)
        row().pausing.add({std::max<int64_t>(now - live.answered - way_to_client(flow).nanoseconds, 0)});
      live.answered = 0;
      live.asked = now;
    } else {
      if (live.asked != 0) {
        Times& times = row();
        times.thinking.add({std::max<int64_t>(now - live.asked - way_to_server(flow).nanoseconds, 0)});
        ++times.exchanges;
      }
      live.asked = 0;
      live.answered = now;
    }
  }
}

void LatencyShard::flow_ended(const Flow& flow, FlowEnd) {
  if (flow.id < live_.size()) live_[flow.id] = {};
  const bool tcp = flow.key.transport == ip_protocol::tcp;
  if (!tcp && flow.key.transport != ip_protocol::udp) return;
  Times& times = row_of({flow.server_address(), flow.server_port(), flow.key.transport});
  ++times.flows;
  times.first_packet = std::min(times.first_packet, flow.first_packet);
  if (flow.from_server().packets == 0) ++times.unanswered;
  const Duration to_server = way_to_server(flow), to_client = way_to_client(flow);
  if (to_server.nanoseconds != 0) times.to_server.add(to_server);
  if (to_client.nanoseconds != 0) times.to_client.add(to_client);
  if (to_server.nanoseconds != 0 && to_client.nanoseconds != 0)
    times.network.add({to_server.nanoseconds + to_client.nanoseconds});
}

void LatencyShard::merge(const LatencyShard& other) {
  for (const Times& from : other.rows_) {
    Times& to = row_of(from.server);
    to.flows += from.flows;
    to.unanswered += from.unanswered;
    to.exchanges += from.exchanges;
    to.first_packet = std::min(to.first_packet, from.first_packet);
    to.to_client.merge(from.to_client);
    to.to_server.merge(from.to_server);
    to.network.merge(from.network);
    to.thinking.merge(from.thinking);
    to.pausing.merge(from.pausing);
  }
}

uint64_t LatencyShard::value(const Times& row, std::string_view column) {
  const auto time = [](const QuantileSketch& times, double part) {
    return static_cast<uint64_t>(times.quantile(part).nanoseconds);
  };
  if (column == "server") return time(row.thinking, 0.95);
  if (column == "server_p99") return time(row.thinking, 0.99);
  if (column == "network") return time(row.network, 0.5);
  if (column == "client") return time(row.pausing, 0.5);
  if (column == "flows") return row.flows;
  if (column == "no_answer") return row.unanswered;
  return row.exchanges;
}

Report LatencyShard::report(std::string_view sort_by, size_t top) const {
  Report report{.schema = "wiretale/stats-latency/1", .noun = "servers"};
  report.columns = {{"PROTO", "protocol"},
                    {"SERVER", "server"},
                    {"FLOWS", "flows", Unit::Count},
                    {"NO ANSWER", "no_answer", Unit::Count},
                    {"EXCHANGES", "exchanges", Unit::Count},
                    {"NET CLIENT", "network_client_p50", Unit::Seconds},
                    {"NET SERVER", "network_server_p50", Unit::Seconds},
                    {"NET p95", "network_p95", Unit::Seconds},
                    {"SERVER p50", "server_p50", Unit::Seconds},
                    {"p95", "server_p95", Unit::Seconds},
                    {"p99", "server_p99", Unit::Seconds},
                    {"CLIENT p50", "client_p50", Unit::Seconds},
                    {"FIRST", "first_packet", Unit::Count},
                    {"", "network_p50", Unit::Seconds, Column::DataOnly},
                    {"", "network_p99", Unit::Seconds, Column::DataOnly},
                    {"", "server_max", Unit::Seconds, Column::DataOnly},
                    {"", "client_p95", Unit::Seconds, Column::DataOnly}};
  // Equal rows in the order of their first packets, whatever the order in which flows ended.
  auto order = largest_rows_first(rows_, top, [&](const auto& row) { return value(row, sort_by); });
  report.total_rows = rows_.size();
  report.rows = order.size();
  report.fill_row = [this, order = std::move(order)](size_t i, Row& cells) {
    const Times& row = rows_[order[i]];
    const bool others = row.server == Server{};
    cells = {Cell{others                                     ? std::string_view{}
                  : row.server.transport == ip_protocol::tcp ? std::string_view{"tcp"}
                                                             : std::string_view{"udp"}},
             Cell{others ? std::string("(others)") : to_string(row.server.address, row.server.port)},
             count_cell(row.flows),
             count_cell(row.unanswered),
             count_cell(row.exchanges),
             seconds_cell(row.to_client, 0.5),
             seconds_cell(row.to_server, 0.5),
             seconds_cell(row.network, 0.95),
             seconds_cell(row.thinking, 0.5),
             seconds_cell(row.thinking, 0.95),
             seconds_cell(row.thinking, 0.99),
             seconds_cell(row.pausing, 0.5),
             count_cell(row.first_packet),
             seconds_cell(row.network, 0.5),
             seconds_cell(row.network, 0.99),
             seconds_cell(row.thinking, 1),
             seconds_cell(row.pausing, 0.95)};
  };
  return report;
}

Report Latency::report(std::string_view sort_by, size_t top) const {
  const auto all = std::make_shared<LatencyShard>();
  for (const LatencyShard& shard : shards_) all->merge(shard);
  Report report = all->report(sort_by, top);
  report.fill_row = [all, fill = std::move(report.fill_row)](size_t row, Row& cells) { fill(row, cells); };
  return report;
}

}  // namespace wiretale
