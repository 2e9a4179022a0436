// endpoints,...: how much each end sent and received.
#include <algorithm>

#include "statistics/tshark/address_kind.h"
#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

struct Row {
  Address address;
  uint16_t port;
  uint64_t sent_packets = 0, sent_bytes = 0, received_packets = 0, received_bytes = 0;

  [[nodiscard]] uint64_t packets() const { return sent_packets + received_packets; }
};

class Endpoints final : public Statistic {
 public:
  Endpoints(const AddressKind& kind, StatisticFilter filter) : kind_(kind), filter_(std::move(filter)) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs{.depth = StatisticNeeds::Depth::Layers};
    filter_.add_needs(needs);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (!filter_.passes(seen)) return;
    walk_.over(seen.packet, [&](const WalkedHeader& header) {
      PacketEnds ends;
      if (!kind_.is_named_by(header.protocol) || !read_ends(kind_, header, ends)) return;
      Row& source = row_of(ends.source, ends.source_port);
      ++source.sent_packets;
      source.sent_bytes += seen.packet.wire_length;
      if (kind_.ends == AddressKind::Ends::Sender) return;
      Row& destination = row_of(ends.destination, ends.destination_port);
      ++destination.received_packets;
      destination.received_bytes += seen.packet.wire_length;
    });
  }

  void report(Text& text) override;

 private:
  Row& row_of(const Address& address, uint16_t port) {
    const StreamEnds key{.low = address, .high = {}, .low_port = port, .high_port = 0};
    uint32_t& number = index_.find(
        hash_of(key), [&](uint32_t row) { return rows_[row].address == address && rows_[row].port == port; });
    if (number == RowIndex::none) {
      number = static_cast<uint32_t>(rows_.size());
      rows_.push_back({.address = address, .port = port});
    }
    return rows_[number];
  }

  const AddressKind& kind_;
  StatisticFilter filter_;
  LayerWalk walk_;
  RowIndex index_;
  std::vector<Row> rows_;
};

void Endpoints::report(Text& text) {
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const Row& a, const Row& b) { return a.packets() > b.packets(); });
  text.fill(80, '=');
  text.put('\n', kind_.title, " Endpoints\nFilter:",
           filter_.text().empty() ? std::string_view{"<No Filter>"} : std::string_view{filter_.text()}, '\n');
  text.fill(23, ' ');
  text.put(kind_.has_ports() ? "|  Port  |" : "",
           "|  Packets  | |  Bytes  | | Tx Packets | | Tx Bytes | | Rx Packets | | Rx Bytes |\n");
  for (const Row& row : rows_) {
    const size_t start = text.size();
    append_address(text, kind_, row.address);
    if (const size_t used = text.size() - start; used < 20) text.fill(20 - used, ' ');
    text.put("      ");
    if (kind_.has_ports()) text.put(Padded{row.port, 5}, "     ");
    text.put(Padded{row.packets(), 6}, "     ", Padded{row.sent_bytes + row.received_bytes, 9}, "     ",
             Padded{row.sent_packets, 6}, "       ", Padded{row.sent_bytes, 9}, "      ",
             Padded{row.received_packets, 6}, "       ", Padded{row.received_bytes, 9}, "   \n");
  }
  text.fill(80, '=');
  text.put('\n');
  index_ = {};  // the rows are in another order now
}

}  // namespace

MadeStatistic make_endpoints(const StatisticArgument& argument) {
  auto filter = StatisticFilter::make(argument.rest);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<Endpoints>(address_kind_of(argument.name), std::move(*filter));
}

}  // namespace wiretale
