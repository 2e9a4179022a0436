// -z flow: the packets as arrows between the ends that they go between.
#include <algorithm>
#include <unordered_map>
#include <vector>

#include "protocols/catalog.h"
#include "protocols/transport/tcp_fields.h"
#include "statistics/tshark/all.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {
namespace {

constexpr size_t column_width = 20;

/// One line of cells, each a character of UTF-8, that later words are written over.
class CellLine {
 public:
  explicit CellLine(size_t width) : cells_(width, " ") {}
  void put(size_t at, std::string_view words, size_t most = SIZE_MAX) {
    for (size_t i = 0; i < words.size() && most > 0; --most) {
      size_t size = 1;
      while (i + size < words.size() && (static_cast<uint8_t>(words[i + size]) & 0xc0) == 0x80) ++size;
      if (at >= cells_.size()) return;
      cells_[at++] = words.substr(i, size);
      i += size;
    }
  }
  void append_to(Text& text, size_t most = SIZE_MAX) const {
    for (size_t i = 0; i < cells_.size() && i < most; ++i) text.put(cells_[i]);
  }

 private:
  std::vector<std::string_view> cells_;
};

class FlowGraph final : public Statistic {
 public:
  enum class Kind : uint8_t { Any, Tcp, Icmp, Icmpv6 };
  FlowGraph(Kind kind, StatisticFilter filter)
      : kind_(kind),
        filter_(std::move(filter)),
        request_of_reply_(kind == Kind::Icmpv6 ? "icmpv6.resp_to" : "icmp.resp_to") {
    protocol_ = kind == Kind::Tcp      ? &own_field(ids::tcp)
                : kind == Kind::Icmp   ? &own_field(ids::icmp)
                : kind == Kind::Icmpv6 ? &own_field(ids::icmpv6)
                                       : nullptr;
  }

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    needs.at_least(StatisticNeeds::Depth::Fields);
    needs.columns = true;
    // The info column of TCP has what the analysis found; ICMP's type stands for its port.
    for (const ProtocolId id : {ids::tcp, ids::udp, ids::sctp, ids::icmp, ids::icmpv6})
      needs.want(own_field(id));
    request_of_reply_.add_to(needs);
    for (const Field* field : {&tcp::stream, &tcp::flags, &tcp::segment_length, &tcp::relative_sequence,
                               &tcp::relative_acknowledgment})
      needs.want(*field);
    filter_.add_needs(needs);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (seen.tree == nullptr || seen.columns == nullptr) return;
    Found found;
    if (!find(*seen.tree, found) || !filter_.passes(seen)) return;
    const Columns& columns = *seen.columns;
    Row row{.time = seen.since_first,
            .from = node(columns.source.view()),
            .to = node(columns.destination.view()),
            .from_port = columns.source_port,
            .to_port = columns.destination_port,
            .conversation = found.stream,
            .words = static_cast<uint32_t>(words_.size()),
            .decimals = seen.decimals};
    if (found.type_and_code) {
      row.from_port = 0;
      row.to_port = kind_ == Kind::Any ? uint16_t{0} : *found.type_and_code;
    }
    if (found.quoted.size() >= 4) {
      row.from_port = be16(found.quoted.data());
      row.to_port = be16(&found.quoted[2]);
    }
    if (kind_ == Kind::Tcp) {
      put_flags(found);
      row.label_size = static_cast<uint32_t>(words_.size() - row.words);
      words_.put("Seq = ", found.sequence);
      if ((found.flags & 0x10) != 0) words_.put(" Ack = ", found.acknowledgment);
    } else {
      words_.put(columns.info.view());
      row.label_size = static_cast<uint32_t>(words_.size() - row.words);
      words_.put(columns.protocol.view(), ": ", columns.info.view());
    }
    row.words_end = words_.size();
    rows_.push_back(row);
  }

  void report(Text& text) override {
    // tshark numbers the conversations only where there are several.
    if (rows_.empty()) return;
    bool tcp = false;
    for (const Row& row : rows_) tcp |= kind_ == Kind::Tcp && row.conversation != rows_.front().conversation;
    const std::string_view margin = tcp ? "     " : "";
    put_head(text, margin);
    std::optional<uint32_t> conversation;
    const size_t columns = nodes_.size();
    for (const Row& row : rows_) {
      if (tcp && conversation && *conversation != row.conversation) {
        text.fill(margin.size() + columns * column_width + 12, '-');
        text.put('\n');
      }
      conversation = row.conversation;
      if (tcp) put_padded(text, text_of(row.conversation), 5);
      text.put('|');
      put_padded(text, text_of(Fixed{row.time.seconds(), row.decimals}), 9);
      put_row(text, margin, row, columns);
    }
  }

 private:
  struct Row {
    Duration time;
    uint32_t from, to;
    uint16_t from_port, to_port;
    uint32_t conversation;
    size_t words;
    size_t words_end = 0;
    uint32_t label_size = 0;
    int decimals = 6;
  };
  struct Found {
    std::optional<uint16_t> type_and_code;  ///< of an ICMP message
    bool exchange = false;                  ///< an echo request, or a reply whose request is there
    Bytes quoted;                           ///< the transport header that an ICMP error quotes
    uint32_t stream = 0, sequence = 0, acknowledgment = 0, length = 0;
    uint16_t flags = 0;
  };

  static void put_padded(Text& text, std::string_view words, size_t width) {
    text.put(words);
    if (words.size() < width) text.fill(width - words.size(), ' ');
  }

  /// Whether the packet is of the kind that is shown.
  bool find(const FieldTree& tree, Found& found) const {
    bool wanted = protocol_ == nullptr;
    for (const FieldValue& value : tree.values()) {
      if (value.field == protocol_ && value.level == 0) wanted = true;
      if (found.type_and_code && value.level != 0 && is_transport(value.field)) found.quoted = value.bytes;
      if (value.quoted) continue;
      if ((value.field == &own_field(ids::icmp) || value.field == &own_field(ids::icmpv6)) &&
          value.bytes.size() >= 2 && value.level == 0) {
        found.type_and_code = be16(value.bytes.data());
        found.exchange = value.bytes[0] == echo_request || value.bytes[0] == echo_request_6;
      }
      if (request_of_reply_.is(value)) found.exchange = true;
      const auto number = static_cast<uint32_t>(value.number);
      if (value.field == &tcp::stream) found.stream = number;
      if (value.field == &tcp::flags) found.flags = static_cast<uint16_t>(number);
      if (value.field == &tcp::segment_length) found.length = number;
      if (value.field == &tcp::relative_sequence) found.sequence = number;
      if (value.field == &tcp::relative_acknowledgment) found.acknowledgment = number;
    }
    // Of ICMP alone tshark shows echo exchanges.
    return wanted && (kind_ == Kind::Any || kind_ == Kind::Tcp || found.exchange);
  }

  static bool is_transport(const Field* field) {
    return field == &own_field(ids::tcp) || field == &own_field(ids::udp) || field == &own_field(ids::sctp);
  }

  void put_flags(const Found& found) {
    constexpr std::string_view names[] = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};
    bool any = false;
    for (size_t i = 0; i < std::size(names); ++i)
      if ((found.flags >> i & 1) != 0) {
        words_.put(any ? ", " : "", names[i]);
        any = true;
      }
    if (!any) words_.put("<None>");
    if (found.length > 0) words_.put(" - Len: ", found.length);
  }

  uint32_t node(std::string_view address) {
    const auto [at, is_new] =
        numbers_.try_emplace(std::string(address), static_cast<uint32_t>(nodes_.size()));
    if (is_new) nodes_.push_back(at->first);
    return at->second;
  }

  void put_head(Text& text, std::string_view margin) const {
    text.put(margin.empty() ? "|Time     " : "Conv.| Time    ");
    for (size_t i = 0; i < nodes_.size(); i += 2) {
      text.put("| ");
      put_padded(text, nodes_[i], 2 * column_width - 2);
    }
    text.put("|\n", margin, "|         |");
    text.fill(column_width - 1, ' ');
    for (size_t i = 1; i < nodes_.size(); i += 2) {
      text.put("| ");
      // A long name is written over the line at its right.
      const bool is_long = nodes_[i].size() > column_width - 2;
      put_padded(text, nodes_[i], is_long ? 2 * column_width - 2 : column_width - 2);
      if (is_long) continue;
      text.put('|');
      text.fill(column_width - 1, ' ');
    }
    text.put('\n');
  }

  /// "(443)", in nine places.
  static std::string port_words(uint16_t number) {
    std::string shown = text_of('(', number, ')');
    shown.resize(std::max<size_t>(shown.size(), 9), ' ');
    return shown;
  }

  /// An arrow from the last node to itself leaves the picture at its right.
  void put_row_to_itself(Text& text, std::string_view margin, const Row& row, size_t node) const {
    const std::string_view words = words_.view().substr(row.words, row.words_end - row.words);
    const std::string_view label = words.substr(0, row.label_size);
    CellLine lines(node * column_width), label_cells(column_width);
    for (size_t i = 0; i < node; ++i) lines.put(i * column_width, "|");
    label_cells.put(0, label);
    const size_t length = std::min(length_of(label), column_width), room = column_width / 2;
    lines.append_to(text);
    text.put("|         ");
    label_cells.append_to(text, length);
    text.fill(length <= room ? room - length : room, ' ');
    text.put('|', words.substr(row.label_size), '\n', margin, "|         ");
    lines.append_to(text);
    const std::string to = port_words(row.to_port);
    text.put('|', port_words(row.from_port), "------------------>  ", to.substr(0, to.size() - 1), "|\n");
  }
  static size_t length_of(std::string_view words) {
    return static_cast<size_t>(std::count_if(
        words.begin(), words.end(), [](char byte) { return (static_cast<uint8_t>(byte) & 0xc0) != 0x80; }));
  }

  void put_row(Text& text, std::string_view margin, const Row& row, size_t columns) const {
    size_t left = std::min(row.from, row.to), right = std::max(row.from, row.to);
    if (left == right && left + 1 == columns) return put_row_to_itself(text, margin, row, left);
    if (left == right) ++right;
    const bool rightward = row.from <= row.to;
    const size_t width = columns * column_width, span = (right - left) * column_width;
    const std::string_view words = words_.view().substr(row.words, row.words_end - row.words);
    CellLine label(width), arrow(width);
    for (size_t i = 0; i < columns; ++i) {
      label.put(i * column_width, "|");
      arrow.put(i * column_width, "|");
    }
    label.put(left * column_width + 10, words.substr(0, row.label_size), span);
    label.append_to(text);
    text.put('|', words.substr(row.label_size), '\n');

    const std::string dashes(span - 2, '-'), line = rightward ? dashes + '>' : '<' + dashes;
    const std::string left_port = port_words(rightward ? row.from_port : row.to_port),
                      right_port = port_words(rightward ? row.to_port : row.from_port);
    arrow.put(left * column_width + 1, left_port);
    arrow.put(left * column_width + 10, line);
    arrow.put(right * column_width + 9, "  ");
    arrow.put(right * column_width + 11, right_port);
    text.put(margin, "|         ");
    arrow.append_to(text);
    text.put("|\n");
  }

  static constexpr uint8_t echo_request = 8, echo_request_6 = 128;

  Kind kind_;
  StatisticFilter filter_;
  NamedField request_of_reply_;
  const Field* protocol_;
  std::unordered_map<std::string, uint32_t> numbers_;
  std::vector<std::string_view> nodes_;  ///< the addresses by number
  std::vector<Row> rows_;
  Text words_;
};

}  // namespace

MadeStatistic make_flow(const StatisticArgument& argument) {
  std::string_view rest = argument.rest;
  const size_t comma = std::min(rest.find(','), rest.size());
  const std::string_view ends = rest.substr(0, comma);
  if (ends != "network" && ends != "standard")
    return std::unexpected(StatisticError{"flow - Invalid address type; it is network or standard."});
  rest.remove_prefix(std::min(comma + 1, rest.size()));
  auto filter = StatisticFilter::make(rest);
  if (!filter) return std::unexpected(std::move(filter.error()));
  using Kind = FlowGraph::Kind;
  const Kind kind = argument.name == "flow,tcp"      ? Kind::Tcp
                    : argument.name == "flow,icmp"   ? Kind::Icmp
                    : argument.name == "flow,icmpv6" ? Kind::Icmpv6
                                                     : Kind::Any;
  return std::make_unique<FlowGraph>(kind, std::move(*filter));
}

}  // namespace wiretale
