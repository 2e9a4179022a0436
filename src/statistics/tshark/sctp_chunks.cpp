// sctp,stat: the chunks that each end of SCTP associations sent.
#include <array>

#include "statistics/tshark/address_kind.h"
#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

/// The chunk types of the columns, in their order (RFC 9260 3.2).
constexpr uint8_t types[] = {0, 3, 4, 5, 1, 2, 10, 11, 6, 9};

struct Row {
  PacketEnds ends;
  std::array<uint64_t, std::size(types)> chunks{};
};

class SctpChunks final : public Statistic {
 public:
  explicit SctpChunks(StatisticFilter filter) : filter_(std::move(filter)) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs{.depth = StatisticNeeds::Depth::Layers};
    filter_.add_needs(needs);
    return needs;
  }
  void add(const SeenPacket& seen) override {
    if (!filter_.passes(seen)) return;
    walk_.over(seen.packet, [&](const WalkedHeader& header) {
      PacketEnds ends;
      if (header.protocol != ids::sctp || !read_ends(address_kind_of("sctp"), header, ends)) return;
      ++packets_;
      count(row_of(ends), header.bytes);
    });
  }
  void report(Text& text) override;

 private:
  static void count(Row& row, Bytes packet) {
    constexpr size_t common_header = 12, chunk_header = 4;
    for (size_t at = common_header; at + chunk_header <= packet.size();) {
      for (size_t i = 0; i < std::size(types); ++i)
        if (types[i] == packet[at]) ++row.chunks[i];
      const size_t length = be16(&packet[at + 2]);
      if (length < chunk_header) return;
      at += (length + 3) / 4 * 4;
    }
  }
  Row& row_of(const PacketEnds& ends) {
    const StreamEnds key{ends.source, ends.destination, ends.source_port, ends.destination_port};
    uint32_t& number = index_.find(hash_of(key), [&](uint32_t row) {
      const PacketEnds& it = rows_[row].ends;
      return it.source == ends.source && it.destination == ends.destination &&
             it.source_port == ends.source_port && it.destination_port == ends.destination_port;
    });
    if (number == RowIndex::none) {
      number = static_cast<uint32_t>(rows_.size());
      rows_.push_back({.ends = ends});
    }
    return rows_[number];
  }

  StatisticFilter filter_;
  LayerWalk walk_;
  RowIndex index_;
  std::vector<Row> rows_;
  uint64_t packets_ = 0;
};

void SctpChunks::report(Text& text) {
  constexpr size_t width = 135, address_width = 15;
  const auto line = [&] {
    text.fill(width, '-');
    text.put('\n');
  };
  text.fill(44, '-');
  text.put(" SCTP Statistics ");
  text.fill(74, '-');
  text.put("\n|  Total packets RX/TX ", packets_, '\n');
  line();
  text.put(
      "|   Source IP   |PortA|    Dest. IP   |PortB|  DATA  |  SACK  |  HBEAT |HBEATACK|  INIT  | INITACK| "
      "COOKIE |COOKIACK| ABORT  |  ERROR |\n");
  line();
  const auto end = [&](const Address& address, uint16_t port) {
    const std::string words = to_string(address);
    text.put('|');
    text.fill(words.size() < address_width ? address_width - words.size() : 0, ' ');
    text.put(std::string_view{words}, '|', Padded{port, 5});
  };
  for (size_t i = rows_.size(); i-- > 0;) {
    end(rows_[i].ends.source, rows_[i].ends.source_port);
    end(rows_[i].ends.destination, rows_[i].ends.destination_port);
    for (const uint64_t count : rows_[i].chunks) text.put('|', Padded{count, 8});
    text.put("|\n");
  }
  line();
}

}  // namespace

MadeStatistic make_sctp_chunks(const StatisticArgument& argument) {
  auto filter = StatisticFilter::make(argument.rest);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<SctpChunks>(std::move(*filter));
}

}  // namespace wiretale
