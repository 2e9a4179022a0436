// conv,...: who talked with whom, how much in each direction, when and how long.
#include <algorithm>
#include <array>
#include <ctime>

#include "base/large_memory.h"
#include "flow/flow_key.h"
#include "statistics/tshark/address_kind.h"
#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

/// A header that names ends of the counted kind, and what is counted of its packet.
struct Sighting {
  uint64_t order;  ///< grows through the capture, and in each packet from header to header
  uint64_t hash;
  Time time;
  StreamPlace place;
  uint8_t tcp_flags = 0;
  bool segment = false;  ///< has a whole TCP header
  uint32_t sequence = 0, acknowledgment = 0;
  uint32_t wire_length;
};

/// The counted ends in the order of the first packet: the one that sent it first.
struct Row {
  StreamEnds ends;
  uint8_t first_way;         ///< which way (of `ends`) the first packet took
  uint8_t base_known = 0;    ///< TCP: bit 0 and 1 for both ways
  uint32_t base[2] = {};     ///< TCP: the first sequence number of each way
  uint32_t packets[2] = {};  ///< by way
  uint64_t bytes[2] = {};
  Time first, last;
  uint64_t order;  ///< of the first sighting

  [[nodiscard]] const Address& address(unsigned way) const { return way == 0 ? ends.low : ends.high; }
  [[nodiscard]] uint16_t port(unsigned way) const { return way == 0 ? ends.low_port : ends.high_port; }
  [[nodiscard]] uint32_t all_packets() const { return packets[0] + packets[1]; }
};

/// Whether a segment begins another connection between the same ends: a SYN with another sequence number.
bool begins_anew(Row& row, const Sighting& seen) {
  constexpr uint8_t syn = 2, ack = 16;
  if (!seen.segment) return false;
  const unsigned way = seen.place.way;
  const auto known = [&](unsigned each) { return (row.base_known >> each & 1) != 0; };
  if ((seen.tcp_flags & syn) != 0 && known(way) && seen.sequence != row.base[way]) {
    if ((seen.tcp_flags & ack) == 0) return true;
    row.base[way] = seen.sequence;
  }
  if (!known(way)) row.base[way] = (seen.tcp_flags & syn) != 0 ? seen.sequence : seen.sequence - 1;
  row.base_known |= static_cast<uint8_t>(1u << way);
  if (!known(way ^ 1u) && (seen.tcp_flags & ack) != 0) {
    row.base[way ^ 1u] = seen.acknowledgment - 1;
    row.base_known |= static_cast<uint8_t>(1u << (way ^ 1u));
  }
  return false;
}

/// The rows of some of the ends.
class Rows {
 public:
  void count(const Sighting& seen) {
    const StreamEnds& ends = seen.place.ends;
    uint32_t& number = index_.find(seen.hash, [&](uint32_t row) { return rows_[row].ends == ends; });
    const bool is_new = number == RowIndex::none;
    if (is_new) number = add_row(seen);
    if (begins_anew(rows_[number], seen) && !is_new) {
      number = add_row(seen);
      (void)begins_anew(rows_[number], seen);
    }
    Row& row = rows_[number];
    ++row.packets[seen.place.way];
    row.bytes[seen.place.way] += seen.wire_length;
    row.first = std::min(row.first, seen.time);
    row.last = std::max(row.last, seen.time);
  }
  [[nodiscard]] const LargeTable<Row>& all() const { return rows_; }

 private:
  uint32_t add_row(const Sighting& seen) {
    rows_.add({.ends = seen.place.ends,
               .first_way = seen.place.way,
               .first = seen.time,
               .last = seen.time,
               .order = seen.order});
    return static_cast<uint32_t>(rows_.size() - 1);
  }

  RowIndex index_;
  LargeTable<Row> rows_;
};

void append_amount(Text& text, uint32_t packets, uint64_t bytes) {
  static constexpr std::string_view units[] = {" bytes", " kB", " MB", " GB", " TB"};
  size_t unit = 0;
  while (bytes >= 10'000 && unit + 1 < std::size(units)) {
    bytes /= 1000;
    ++unit;
  }
  text.put("  ", Padded{packets, 6}, ' ');
  const size_t start = text.size();
  text.put(bytes, units[unit]);
  if (const size_t width = text.size() - start; width < 9) text.fill(9 - width, ' ');
}

class TsharkConversations final : public Statistic, private ShardedWork {
 public:
  TsharkConversations(const AddressKind& kind, StatisticFilter filter, StatisticTimes times)
      : kind_(kind), filter_(std::move(filter)), times_(times) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs{.depth = StatisticNeeds::Depth::Layers};
    filter_.add_needs(needs);
    return needs;
  }
  void add(const SeenPacket& seen) override {
    if (place_ == 0) first_ = seen.packet.time;
    const uint64_t place = place_++;
    if (filter_.passes(seen))
      find(seen.packet, place, walk_, [&](const Sighting& sighting) { count(sighting); });
  }
  ShardedWork* shared() override { return filter_.empty() ? this : nullptr; }
  void report(Text& text) override;

 private:
  /// What is known of a batch.
  struct Lane {
    LayerWalk walk;
    std::array<std::vector<Sighting>, shard_count> sightings;
    std::vector<uint32_t> late;  ///< packets that need the ones before them
  };
  void set_lanes(unsigned lanes) override { lanes_.resize(lanes); }
  void read(SharedBatch& batch) override;
  void bring_into_order(SharedBatch& batch) override;
  void take(SharedBatch& batch, unsigned shard) override {
    for (const Sighting& seen : lanes_[batch.lane].sightings[shard]) shards_[shard].rows.count(seen);
  }
  template <class Take>
  void find(const Packet& packet, uint64_t place, LayerWalk& walk, Take&& take) const;
  static unsigned shard_of(const Sighting& seen) {
    return static_cast<unsigned>(seen.hash >> 40) % shard_count;
  }
  void count(const Sighting& seen) { shards_[shard_of(seen)].rows.count(seen); }

  void append_head(Text& text) const;
  void append_start(Text& text, Time start) const;
  void append_row(Text& text, const Row& row) const;

  const AddressKind& kind_;
  StatisticFilter filter_;
  StatisticTimes times_;
  /// Of all packets that are added one by one, and of the late ones.
  LayerWalk walk_;
  struct alignas(64) Apart {
    Rows rows;
  };
  std::array<Apart, shard_count> shards_;
  std::vector<Lane> lanes_;
  uint64_t place_ = 0;
  Time first_;
};

template <class Take>
void TsharkConversations::find(const Packet& packet, uint64_t place, LayerWalk& walk, Take&& take) const {
  constexpr uint64_t most_headers = 128;
  uint64_t order = place * most_headers;
  walk.over(packet, [&](const WalkedHeader& header) {
    PacketEnds ends;
    if (!kind_.is_named_by(header.protocol) || !read_ends(kind_, header, ends)) return;
    Sighting seen{
        .order = order++,
        .hash = 0,
        .time = packet.time,
        .place = stream_place(ends.source, ends.destination, ends.source_port, ends.destination_port),
        .wire_length = packet.wire_length};
    seen.hash = hash_of(seen.place.ends);
    if (kind_.protocol == ids::tcp && header.bytes.size() >= 20) {
      seen.segment = true;
      seen.sequence = be32(&header.bytes[4]);
      seen.acknowledgment = be32(&header.bytes[8]);
      seen.tcp_flags = header.bytes[13];
    }
    take(seen);
  });
}

void TsharkConversations::read(SharedBatch& batch) {
  Lane& lane = lanes_[batch.lane];
  for (auto& sightings : lane.sightings) sightings.clear();
  lane.late.clear();
  const auto packets = batch.batch.packets();
  for (uint32_t i = 0; i < packets.size(); ++i) {
    if (LayerWalk::needs_order(packets[i]))
      lane.late.push_back(i);
    else
      find(packets[i], batch.place + i, lane.walk,
           [&](const Sighting& seen) { lane.sightings[shard_of(seen)].push_back(seen); });
  }
}

void TsharkConversations::bring_into_order(SharedBatch& batch) {
  const auto packets = batch.batch.packets();
  if (batch.place == 0 && !packets.empty()) first_ = packets.front().time;
  Lane& lane = lanes_[batch.lane];
  if (lane.late.empty()) return;
  for (const uint32_t i : lane.late)
    find(packets[i], batch.place + i, walk_,
         [&](const Sighting& seen) { lane.sightings[shard_of(seen)].push_back(seen); });
  for (auto& sightings : lane.sightings)
    std::sort(sightings.begin(), sightings.end(),
              [](const Sighting& a, const Sighting& b) { return a.order < b.order; });
}

void TsharkConversations::append_head(Text& text) const {
  using Form = StatisticTimes::Form;
  const size_t width = kind_.has_ports() ? 59 : 47;
  const bool absolute = times_.form != Form::SinceFirst && times_.form != Form::Epoch;
  text.put(kind_.title, " Conversations\nFilter:",
           filter_.text().empty() ? std::string_view{"<No Filter>"} : std::string_view{filter_.text()}, '\n');
  text.fill(width, ' ');
  text.put("|       <-      | |       ->      | |     Total     |",
           times_.form == Form::SinceFirst  ? "    Relative    "
           : times_.form == Form::Epoch     ? "       Relative       "
           : times_.form == Form::TimeOfDay ? " Absolute Time  "
                                            : " Absolute Date  ",
           "|   Duration   |\n");
  text.fill(width, ' ');
  for (const char* const gap : {" ", " ", ""})
    text.put(absolute ? "| Frames  Size  |" : "| Frames  Bytes |", gap);
  text.put(times_.form == Form::SinceFirst  ? "      Start     "
           : times_.form == Form::Epoch     ? "         Start        "
           : times_.form == Form::TimeOfDay ? "      Start     "
                                            : "     Start      ",
           "|              |\n");
}

void TsharkConversations::append_start(Text& text, Time start) const {
  using Form = StatisticTimes::Form;
  if (times_.form == Form::SinceFirst || times_.form == Form::Epoch) {
    const double seconds = times_.form == Form::Epoch
                               ? static_cast<double>(start.nanoseconds / 1'000'000'000) +
                                     static_cast<double>(start.nanoseconds % 1'000'000'000) / 1e9
                               : (start - first_).seconds();
    const std::string words = text_of(Fixed{seconds, 9});
    text.fill(words.size() < 14 ? 14 - words.size() : 0, ' ');
    text.put(std::string_view{words});
    return;
  }
  const time_t whole = static_cast<time_t>(start.nanoseconds / 1'000'000'000);
  tm parts{};
  if (times_.utc)
    gmtime_r(&whole, &parts);
  else
    localtime_r(&whole, &parts);
  const auto two = [](int number) { return Padded{static_cast<uint64_t>(number), 2, '0'}; };
  if (times_.form == Form::Date)
    text.put(1900 + parts.tm_year, '-', two(parts.tm_mon + 1), '-', two(parts.tm_mday), ' ');
  if (times_.form == Form::DayOfYear)
    text.put(1900 + parts.tm_year, '/', Padded{static_cast<uint64_t>(parts.tm_yday) + 1, 3, '0'}, ' ');
  text.put(two(parts.tm_hour), ':', two(parts.tm_min), ':', two(parts.tm_sec));
}

void TsharkConversations::append_row(Text& text, const Row& row) const {
  const size_t width = kind_.has_ports() ? 26 : 20;
  for (unsigned side = 0; side < 2; ++side) {
    const unsigned way = row.first_way ^ side;
    const size_t start = text.size();
    append_address(text, kind_, row.address(way));
    if (kind_.has_ports()) text.put(':', row.port(way));
    if (const size_t used = text.size() - start; used < width) text.fill(width - used, ' ');
    if (side == 0) text.put(" <-> ");
  }
  const unsigned there = row.first_way, back = there ^ 1u;
  append_amount(text, row.packets[back], row.bytes[back]);
  append_amount(text, row.packets[there], row.bytes[there]);
  append_amount(text, row.all_packets(), row.bytes[0] + row.bytes[1]);
  text.put("  ");
  append_start(text, row.first);
  const std::string duration =
      text_of(Fixed{(row.last - first_).seconds() - (row.first - first_).seconds(), 4});
  text.fill(3 + (duration.size() < 12 ? 12 - duration.size() : 0), ' ');
  text.put(std::string_view{duration}, '\n');
}

void TsharkConversations::report(Text& text) {
  std::vector<const Row*> order;
  for (const Apart& shard : shards_)
    for (size_t i = 0; i < shard.rows.all().size(); ++i) order.push_back(&shard.rows.all()[i]);
  std::sort(order.begin(), order.end(), [](const Row* a, const Row* b) {
    return a->all_packets() != b->all_packets() ? a->all_packets() > b->all_packets() : a->order < b->order;
  });
  text.fill(80, '=');
  text.put('\n');
  append_head(text);
  for (const Row* row : order) append_row(text, *row);
  text.fill(80, '=');
  text.put('\n');
}

}  // namespace

MadeStatistic make_conversations(const StatisticArgument& argument) {
  auto filter = StatisticFilter::make(argument.rest);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<TsharkConversations>(address_kind_of(argument.name), std::move(*filter),
                                               argument.times);
}

}  // namespace wiretale
