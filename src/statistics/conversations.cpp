// Conversations: one compact row per flow.
#include "statistics/conversations.h"

#include <algorithm>
#include <bit>
#include <memory>

#include "statistics/row_order.h"

namespace wiretale {
namespace {

using namespace tcp_flag;

constexpr size_t activity_width = 10;

Conversation::State state_of(const Flow& flow) {
  const Way &client = flow.from_client(), &server = flow.from_server();
  const bool one_way = client.packets == 0 || server.packets == 0;
  if (flow.key.transport != ip_protocol::tcp) return one_way ? Conversation::OneWay : Conversation::Ok;
  const bool asked = (client.flags & syn) != 0 && flow.syn.nanoseconds != 0;
  if (asked && server.packets == 0) {
    // Acknowledgments of bytes nobody captured: the other direction was not captured.
    return (client.flags & ack) != 0 ? Conversation::OneWay : Conversation::NoAnswer;
  }
  if (asked && (server.flags & rst) != 0 && (server.flags & syn) == 0 && server.payload == 0)
    return Conversation::Refused;
  if (flow.phase == Phase::Reset) return Conversation::Reset;
  if (one_way) return Conversation::OneWay;
  if (flow.phase == Phase::SynReceived) return Conversation::HalfOpen;
  if (flow.phase == Phase::Closed) return Conversation::Ok;
  return flow.phase == Phase::Closing ? Conversation::Closing : Conversation::Open;
}

std::string_view transport_word(uint8_t transport) {
  switch (transport) {
    case ip_protocol::tcp: return "tcp";
    case ip_protocol::udp: return "udp";
    case ip_protocol::icmp: return "icmp";
    case ip_protocol::icmp6: return "icmp6";
    default: return "ip";
  }
}

/// What rows are sorted by, the largest first.
struct SortColumn {
  std::string_view key;
  uint64_t (*value)(const Conversation& row);
};
constexpr SortColumn sort_columns[] = {
    // The first first; numbers beyond 67 million are one to the order, which then keeps that of the ends.
    {"start",
     [](const Conversation& row) {
       return uint64_t{RowOrder::exact} - std::min(row.number, RowOrder::exact);
     }},
    {"bytes", [](const Conversation& row) { return row.client_bytes + row.server_bytes; }},
    {"packets", [](const Conversation& row) { return uint64_t{row.client_packets} + row.server_packets; }},
    {"retransmissions", [](const Conversation& row) { return uint64_t{row.retransmissions}; }},
    {"duration", [](const Conversation& row) { return static_cast<uint64_t>(row.duration); }},
    {"rtt", [](const Conversation& row) { return uint64_t{row.round_trip}; }},
    {"think", [](const Conversation& row) { return uint64_t{row.think.p95}; }},
    {"bytes_out", [](const Conversation& row) { return row.client_bytes; }},
    {"bytes_in", [](const Conversation& row) { return row.server_bytes; }}};

const SortColumn* find_sort_column(std::string_view key) {
  const auto* const found = std::find_if(std::begin(sort_columns), std::end(sort_columns),
                                         [&](const SortColumn& column) { return column.key == key; });
  return found == std::end(sort_columns) ? nullptr : found;
}

}  // namespace

std::string_view state_word(Conversation::State state) {
  static constexpr std::string_view words[] = {"ok",    "open",      "refused", "no answer",
                                               "reset", "half-open", "closing", "one way"};
  return words[state];
}

void ConversationShard::see(std::span<const FlowPacket> packets) {
  for (const FlowPacket& packet : packets) {
    if (packet.flow == nullptr) continue;
    const FlowId id = packet.flow->id;
    while (id >= live_.size()) live_.add();
    Live& live = live_[id];
    live.activity.add(packet.time - packet.flow->first);
    if (packet.payload_length == 0 || packet.fragment || has(packet.events, Event::DuplicateFrame)) continue;
    if (packet.from_client()) {
      live.asked = packet.time.nanoseconds;
    } else if (live.asked != 0) {
      pool_.add(live.thinking, (packet.time.nanoseconds - live.asked) / 1000);
      live.asked = 0;
    }
  }
}

void ConversationShard::flow_ended(const Flow& flow, FlowEnd) {
  const Way &client = flow.from_client(), &server = flow.from_server();
  Conversation row{};
  row.client = flow.client_address();
  row.server = flow.server_address();
  row.client_port = flow.client_port();
  row.server_port = flow.server_port();
  row.transport = flow.key.transport;
  row.start = flow.first.nanoseconds;
  row.duration = (flow.last - flow.first).nanoseconds;
  row.client_bytes = client.bytes;
  row.server_bytes = server.bytes;
  row.client_packets = client.packets;
  row.server_packets = server.packets;
  row.retransmissions = client.retransmissions + server.retransmissions;
  row.first_packet = flow.first_packet;
  row.number = flow.number;
  row.state = state_of(flow);
  if (flow.syn.nanoseconds != 0 && flow.handshake > flow.syn)
    row.round_trip =
        static_cast<uint32_t>(std::min<int64_t>((flow.handshake - flow.syn).nanoseconds / 1000, UINT32_MAX));
  if (flow.id < live_.size()) {
    Live& live = live_[flow.id];
    row.think = pool_.finish(live.thinking);
    row.activity = live.activity.packed();
    row.activity_doublings = live.activity.doublings();
    live = {};
  }
  ended.push_back(row);
}

Report Conversations::report(std::string_view sort_by, size_t top) const {
  Report report{.schema = "wiretale/stats-conversations/1", .noun = "conversations"};
  report.columns = {{"PROTO", "protocol"},
                    {"CLIENT", "client"},
                    {"SERVER", "server"},
                    {"STATE", "state"},
                    {"PKTS", "packets", Unit::Count},
                    {"BYTES >", "bytes_out", Unit::Size},
                    {"< BYTES", "bytes_in", Unit::Size},
                    {"", "retransmissions", Unit::Count, Column::DataOnly},
                    {"RETRANS", "", Unit::Count, Column::TextOnly},
                    {"RTT", "rtt", Unit::Seconds},
                    {"THINK p50", "think_p50", Unit::Seconds},
                    {"p95", "think_p95", Unit::Seconds},
                    {"p99", "think_p99", Unit::Seconds},
                    {"DURATION", "duration", Unit::Seconds},
                    {"ACTIVITY", "activity", Unit::Levels},
                    {"FIRST", "first_packet", Unit::Count},
                    {"", "packets_out", Unit::Count, Column::DataOnly},
                    {"", "packets_in", Unit::Count, Column::DataOnly},
                    {"", "start", Unit::Instant, Column::DataOnly}};
  const SortColumn* const column = find_sort_column(sort_by);
  const SortColumn& sorted_by = column == nullptr ? *find_sort_column("bytes") : *column;
  RowOrder order(all_.size(), top, [&](uint32_t i) { return sorted_by.value(all_.at(i)); });
  report.total_rows = all_.size();
  report.rows = order.size();
  report.fill_row = [this, order = std::move(order), ends = std::make_shared<Text>(size_t{256})](size_t index,
                                                                                                 Row& cells) {
    constexpr size_t ahead = 8;
    if (index + ahead < order.size()) all_.prefetch(order[index + ahead]);
    const Conversation row = all_.at(order[index]);
    cells.resize(19);
    size_t at = 0;
    const auto set = [&](const auto& value) { cells[at++] = value; };
    const auto number = [&](uint64_t value) { set(static_cast<int64_t>(value)); };
    ends->clear();
    ends->reserve(2 * 64);  // stays where it is
    const auto set_end = [&](const Address& address, uint16_t port) {
      const size_t start = ends->size();
      append_end(*ends, address, port);
      set(ends->view().substr(start));
    };
    set(transport_word(row.transport));
    set_end(row.client, row.client_port);
    set_end(row.server, row.server_port);
    set(state_word(row.state));
    number(uint64_t{row.client_packets} + row.server_packets);
    number(row.client_bytes);
    number(row.server_bytes);
    number(row.retransmissions);
    const uint64_t packets = uint64_t{row.client_packets} + row.server_packets;
    if (row.retransmissions == 0)
      number(0);
    else
      set(text_of(Grouped{row.retransmissions}, ' ',
                  Fixed{100.0 * row.retransmissions / static_cast<double>(packets), 1}, '%'));
    const auto seconds_or_unknown = [&](uint64_t microseconds) {
      if (microseconds == 0)
        set(std::monostate{});
      else
        set(static_cast<double>(microseconds) / 1e6);
    };
    seconds_or_unknown(row.round_trip);
    for (const uint8_t quantile : {row.think.p50, row.think.p95, row.think.p99})
      seconds_or_unknown(ThinkClass::microseconds(quantile));
    set(static_cast<double>(row.duration) / 1e9);
    set(activity_digits(row.activity, row.activity_doublings, {row.start}, {row.start + row.duration}, first_,
                        last_, activity_width));
    number(row.first_packet);
    number(row.client_packets);
    number(row.server_packets);
    set(static_cast<double>(row.start) / 1e9);
  };
  return report;
}

}  // namespace wiretale
