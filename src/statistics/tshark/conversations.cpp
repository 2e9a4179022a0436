// conv,...: who talked with whom, how much in each direction, when and how long.
#include <algorithm>
#include <ctime>

#include "statistics/tshark/address_kind.h"
#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

/// The counted ends in the order of the first packet: the one that sent it first.
struct Row {
  StreamEnds ends;
  uint8_t first_way;         ///< which way (of `ends`) the first packet took
  uint8_t base_known = 0;    ///< TCP: bit 0 and 1 for both ways
  uint32_t base[2] = {};     ///< TCP: the first sequence number of each way
  uint32_t packets[2] = {};  ///< by way
  uint64_t bytes[2] = {};
  Time first, last;

  [[nodiscard]] const Address& address(unsigned way) const { return way == 0 ? ends.low : ends.high; }
  [[nodiscard]] uint16_t port(unsigned way) const { return way == 0 ? ends.low_port : ends.high_port; }
  [[nodiscard]] uint32_t all_packets() const { return packets[0] + packets[1]; }
};

/// Whether a segment begins another connection between the same ends: a SYN with another sequence number.
bool begins_anew(Row& row, unsigned way, Bytes segment) {
  constexpr uint8_t syn = 2, ack = 16;
  if (segment.size() < 20) return false;
  const uint32_t sequence = be32(&segment[4]);
  const uint8_t flags = segment[13];
  const auto known = [&](unsigned each) { return (row.base_known >> each & 1) != 0; };
  if ((flags & syn) != 0 && known(way) && sequence != row.base[way]) {
    if ((flags & ack) == 0) return true;
    row.base[way] = sequence;
  }
  if (!known(way)) row.base[way] = (flags & syn) != 0 ? sequence : sequence - 1;
  row.base_known |= static_cast<uint8_t>(1u << way);
  if (!known(way ^ 1u) && (flags & ack) != 0) {
    row.base[way ^ 1u] = be32(&segment[8]) - 1;
    row.base_known |= static_cast<uint8_t>(1u << (way ^ 1u));
  }
  return false;
}

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

class TsharkConversations final : public Statistic {
 public:
  TsharkConversations(const AddressKind& kind, StatisticFilter filter, StatisticTimes times)
      : kind_(kind), filter_(std::move(filter)), times_(times) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs{.depth = StatisticNeeds::Depth::Layers};
    filter_.add_needs(needs);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (!begun_) first_ = seen.packet.time;
    begun_ = true;
    if (!filter_.passes(seen)) return;
    walk_.over(seen.packet, [&](const WalkedHeader& header) {
      if (header.protocol != kind_.protocol) return;
      PacketEnds ends;
      if (read_ends(kind_, header, ends)) count(seen.packet, header.bytes, ends);
    });
  }

  void report(Text& text) override;

 private:
  void count(const Packet& packet, Bytes header, const PacketEnds& ends) {
    const StreamPlace place =
        stream_place(ends.source, ends.destination, ends.source_port, ends.destination_port);
    uint32_t& number =
        index_.find(hash_of(place.ends), [&](uint32_t row) { return rows_[row].ends == place.ends; });
    const bool is_new = number == RowIndex::none;
    if (is_new) number = add_row(packet, place);
    if (kind_.protocol == ids::tcp && begins_anew(rows_[number], place.way, header) && !is_new) {
      number = add_row(packet, place);
      (void)begins_anew(rows_[number], place.way, header);
    }
    Row& row = rows_[number];
    ++row.packets[place.way];
    row.bytes[place.way] += packet.wire_length;
    row.first = std::min(row.first, packet.time);
    row.last = std::max(row.last, packet.time);
  }
  uint32_t add_row(const Packet& packet, const StreamPlace& place) {
    rows_.push_back({.ends = place.ends, .first_way = place.way, .first = packet.time, .last = packet.time});
    return static_cast<uint32_t>(rows_.size() - 1);
  }
  void append_head(Text& text) const;
  void append_start(Text& text, Time start) const;
  void append_row(Text& text, const Row& row) const;

  const AddressKind& kind_;
  StatisticFilter filter_;
  StatisticTimes times_;
  LayerWalk walk_;
  RowIndex index_;
  std::vector<Row> rows_;
  Time first_;
  bool begun_ = false;
};

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
  order.reserve(rows_.size());
  for (const Row& row : rows_) order.push_back(&row);
  std::stable_sort(order.begin(), order.end(),
                   [](const Row* a, const Row* b) { return a->all_packets() > b->all_packets(); });
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
