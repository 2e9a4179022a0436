// Retransmissions: which conversations had to send again.
#include "statistics/retransmissions.h"

#include "statistics/row_order.h"

namespace wiretale {
namespace {

constexpr Event told = Event::Retransmission | Event::Spurious | Event::OutOfOrder | Event::LateFill |
                       Event::DuplicateAck | Event::ZeroWindow;

uint64_t sent_again(uint32_t client, uint32_t server) { return uint64_t{client} + server; }

}  // namespace

void RetransmissionShard::see(std::span<const FlowPacket> packets) {
  for (const FlowPacket& packet : packets) {
    if (packet.flow == nullptr || !has(packet.events, told) || has(packet.events, Event::DuplicateFrame))
      continue;
    while (packet.flow->id >= live_.size()) live_.add();
    Resent::Counts& counts = live_[packet.flow->id];
    if (counts.first_packet == 0) counts.first_packet = packet.number;
    const auto count = [&](Event event, uint32_t& counter) { counter += has(packet.events, event) ? 1 : 0; };
    count(Event::Fast, counts.fast);
    count(Event::Spurious, counts.spurious);
    count(Event::OutOfOrder, counts.out_of_order);
    count(Event::DuplicateAck, counts.duplicate_acks);
    count(Event::ZeroWindow, counts.zero_windows);
  }
}

void RetransmissionShard::flow_ended(const Flow& flow, FlowEnd) {
  if (flow.id >= live_.size()) return;
  const Resent::Counts counts = live_[flow.id];
  live_[flow.id] = {};
  if (counts.first_packet == 0) return;
  ended.push_back({.client = flow.client_address(),
                   .server = flow.server_address(),
                   .counts = counts,
                   .client_again = flow.from_client().retransmissions,
                   .server_again = flow.from_server().retransmissions,
                   .packets = flow.ways[0].packets + flow.ways[1].packets,
                   .number = flow.number,
                   .client_port = flow.client_port(),
                   .server_port = flow.server_port()});
}

uint64_t Retransmissions::value(const Resent& record, std::string_view column) {
  const uint64_t again = sent_again(record.client_again, record.server_again);
  if (column == "percent") return again * 1'000'000 / std::max(record.packets, 1u);
  if (column == "spurious") return record.counts.spurious;
  if (column == "out_of_order") return record.counts.out_of_order;
  if (column == "zero_windows") return record.counts.zero_windows;
  return column == "start" ? 0 : again;
}

Report Retransmissions::report(std::string_view sort_by, size_t top) const {
  Report report{.schema = "wiretale/stats-retransmissions/1", .noun = "conversations"};
  report.columns = {{"CLIENT", "client"},
                    {"SERVER", "server"},
                    {"PKTS", "packets", Unit::Count},
                    {"RETRANS", "retransmissions", Unit::Count},
                    {"OF PKTS", "percent", Unit::Percent},
                    {"BY CLIENT", "by_client", Unit::Count},
                    {"BY SERVER", "by_server", Unit::Count},
                    {"FAST", "fast", Unit::Count},
                    {"SPURIOUS", "spurious", Unit::Count},
                    {"OUT OF ORDER", "out_of_order", Unit::Count},
                    {"DUP ACKS", "duplicate_acks", Unit::Count},
                    {"ZERO WINDOWS", "zero_windows", Unit::Count},
                    {"FIRST", "first_packet", Unit::Count}};
  auto order = largest_first(all_.size(), top, [&](uint32_t i) {
    const Resent record = all_.at(i);
    return std::pair{value(record, sort_by), UINT32_MAX - record.number};
  });
  report.total_rows = all_.size();
  report.rows = order.size();
  report.fill_row = [this, order = std::move(order)](size_t i, Row& cells) {
    const Resent record = all_.at(order[i]);
    const uint64_t again = sent_again(record.client_again, record.server_again);
    cells = {Cell{to_string(record.client, record.client_port)},
             Cell{to_string(record.server, record.server_port)},
             count_cell(record.packets),
             count_cell(again),
             Cell{record.packets == 0 ? 0.0 : 100.0 * static_cast<double>(again) / record.packets},
             count_cell(record.client_again),
             count_cell(record.server_again),
             count_cell(record.counts.fast),
             count_cell(record.counts.spurious),
             count_cell(record.counts.out_of_order),
             count_cell(record.counts.duplicate_acks),
             count_cell(record.counts.zero_windows),
             count_cell(record.counts.first_packet)};
  };
  return report;
}

}  // namespace wiretale
