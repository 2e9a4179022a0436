// Protocols: which protocols the packets are made of.
#include "statistics/protocols.h"

#include <algorithm>

#include "protocols/catalog.h"
#include "statistics/row_order.h"

namespace wiretale {

// The number of chains is bounded by what captures can nest: 16 layers; a hostile capture is held to this.
constexpr size_t most_nodes = 100'000;

uint32_t Protocols::child(uint32_t parent, ProtocolId protocol) {
  uint32_t* link = &nodes_[parent].first_child;
  while (*link != 0) {
    if (nodes_[*link].protocol == protocol) return *link;
    link = &nodes_[*link].next_sibling;
  }
  if (nodes_.size() == most_nodes) return parent;
  const auto made = static_cast<uint32_t>(nodes_.size());
  *link = made;
  nodes_.push_back({.protocol = protocol, .parent = parent, .depth = nodes_[parent].depth + 1});
  return made;
}

void Protocols::see(std::span<const Packet> packets) {
  for (const Packet& packet : packets) {
    uint32_t node = 0;
    ++nodes_[0].packets;
    nodes_[0].bytes += packet.wire_length;
    for (const Layer& layer : packet.layers) {
      const uint32_t next = child(node, layer.protocol);
      if (next == node) break;
      node = next;
      ++nodes_[node].packets;
      nodes_[node].bytes += packet.wire_length;
      if (layer.trouble() != Trouble::None) ++nodes_[node].troubled;
    }
    ++nodes_[node].ends;
  }
}

void Protocols::append_children(uint32_t parent, const std::vector<uint32_t>& rank,
                                const std::vector<bool>& shown, std::vector<uint32_t>& order) const {
  std::vector<uint32_t> children;
  for (uint32_t each = nodes_[parent].first_child; each != 0; each = nodes_[each].next_sibling)
    if (shown[each]) children.push_back(each);
  std::sort(children.begin(), children.end(), [&](uint32_t a, uint32_t b) { return rank[a] < rank[b]; });
  for (const uint32_t each : children) {
    order.push_back(each);
    append_children(each, rank, shown, order);  // at most 16 deep: a packet has no more layers
  }
}

Report Protocols::report(std::string_view sort_by, size_t top) const {
  Report report{.schema = "wiretale/stats-protocols/1", .noun = "protocols"};
  report.columns = {
      {"PROTOCOL", "", Unit::Text, Column::TextOnly}, {"", "protocol", Unit::Text, Column::DataOnly},
      {"", "path", Unit::Text, Column::DataOnly},     {"PKTS", "packets", Unit::Count},
      {"OF ALL", "packets_percent", Unit::Percent},   {"BYTES", "bytes", Unit::Size},
      {"OF ALL", "bytes_percent", Unit::Percent},     {"END HERE", "packets_ending", Unit::Count},
      {"BROKEN", "packets_broken", Unit::Count},      {"", "title", Unit::Text, Column::DataOnly}};
  // No child is larger than its parent and none was seen before it, so the largest ones hang together.
  const auto by_rank = largest_first(nodes_.size() - 1, 0, [&](uint32_t i) {
    const Node& node = nodes_[i + 1];
    return sort_by == "start" ? uint64_t{0} : sort_by == "packets" ? node.packets : node.bytes;
  });
  std::vector<uint32_t> rank(nodes_.size());
  std::vector<bool> shown(nodes_.size());
  for (uint32_t i = 0; i < by_rank.size(); ++i) {
    rank[by_rank[i] + 1] = i;
    shown[by_rank[i] + 1] = top == 0 || i < top;
  }
  std::vector<uint32_t> order;
  append_children(0, rank, shown, order);
  report.total_rows = nodes_.size() - 1;
  report.rows = order.size();
  report.fill_row = [this, order = std::move(order)](size_t i, Row& cells) {
    const Node& node = nodes_[order[i]];
    const Protocol& protocol = protocol_of(node.protocol);
    std::string path;
    for (const Node* each = &node; each->depth != 0; each = &nodes_[each->parent])
      path = text_of(protocol_of(each->protocol).name, path.empty() ? "" : ":", path);
    const auto percent = [](uint64_t part, uint64_t all) {
      return Cell{all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all)};
    };
    cells = {Cell{std::string((node.depth - 1) * 2, ' ') + std::string(protocol.name)},
             Cell{std::string(protocol.name)},
             Cell{std::move(path)},
             count_cell(node.packets),
             percent(node.packets, nodes_[0].packets),
             count_cell(node.bytes),
             percent(node.bytes, nodes_[0].bytes),
             count_cell(node.ends),
             count_cell(node.troubled),
             Cell{std::string(protocol.title)}};
  };
  return report;
}

}  // namespace wiretale
