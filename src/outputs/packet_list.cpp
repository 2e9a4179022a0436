// The packet list: what its columns hold and how a line is made of them.
#include "outputs/packet_list.h"

#include <charconv>

#include "base/escapes.h"
#include "packet/value_text.h"
#include "protocols/field_index.h"

namespace wiretale {
namespace {

constexpr unsigned number_width = 5, time_width = 10, address_width = 12;

struct ColumnCode {
  std::string_view code, meaning;
  ColumnKind kind;
  ColumnTimeFormat time = {};
};
using enum ColumnTime;
constexpr ColumnCode codes[] = {
    {"%m", "Number", ColumnKind::Number},
    {"%Rt", "Relative time", ColumnKind::Time, {SinceFirst}},
    {"%Tt", "Delta time", ColumnKind::Time, {SincePrevious}},
    {"%Gt", "Delta time displayed", ColumnKind::Time, {SinceDisplayed}},
    {"%At", "Absolute time", ColumnKind::Time, {TimeOfDay}},
    {"%Yt", "Absolute date, as YYYY-MM-DD, and time", ColumnKind::Time, {Date}},
    {"%YDOYt", "Absolute date, as YYYY/DOY, and time", ColumnKind::Time, {DayOfYear}},
    {"%Aut", "UTC time", ColumnKind::Time, {TimeOfDay, TimeZone::Utc}},
    {"%Yut", "UTC date, as YYYY-MM-DD, and time", ColumnKind::Time, {Date, TimeZone::Utc}},
    {"%YDOYut", "UTC date, as YYYY/DOY, and time", ColumnKind::Time, {DayOfYear, TimeZone::Utc}},
    {"%s", "Source address", ColumnKind::Source},
    {"%rs", "Src addr (resolved)", ColumnKind::Source},
    {"%us", "Src addr (unresolved)", ColumnKind::Source},
    {"%d", "Destination address", ColumnKind::Destination},
    {"%rd", "Dest addr (resolved)", ColumnKind::Destination},
    {"%ud", "Dest addr (unresolved)", ColumnKind::Destination},
    {"%S", "Source port", ColumnKind::SourcePort},
    {"%rS", "Src port (resolved)", ColumnKind::SourcePort},
    {"%uS", "Src port (unresolved)", ColumnKind::SourcePort},
    {"%D", "Destination port", ColumnKind::DestinationPort},
    {"%rD", "Dest port (resolved)", ColumnKind::DestinationPort},
    {"%uD", "Dest port (unresolved)", ColumnKind::DestinationPort},
    {"%p", "Protocol", ColumnKind::Protocol},
    {"%L", "Packet length (bytes)", ColumnKind::Length},
    {"%i", "Information", ColumnKind::Info},
    {"%B", "Cumulative Bytes", ColumnKind::CumulativeBytes},
    // Known to tshark; of protocols and places that are not told here.
    {"%q", "802.1Q VLAN id", ColumnKind::Empty},
    {"%V", "Cisco VSAN", ColumnKind::Empty},
    {"%y", "DCE/RPC call (cn_call_id / dg_seqnum)", ColumnKind::Empty},
    {"%a", "Expert Info Severity", ColumnKind::Empty},
    {"%I", "FW-1 monitor if/direction", ColumnKind::Empty},
    {"%F", "Frequency/Channel", ColumnKind::Empty},
    {"%hd", "Hardware dest addr", ColumnKind::Empty},
    {"%hs", "Hardware src addr", ColumnKind::Empty},
    {"%rhd", "Hw dest addr (resolved)", ColumnKind::Empty},
    {"%uhd", "Hw dest addr (unresolved)", ColumnKind::Empty},
    {"%rhs", "Hw src addr (resolved)", ColumnKind::Empty},
    {"%uhs", "Hw src addr (unresolved)", ColumnKind::Empty},
    {"%e", "IEEE 802.11 RSSI", ColumnKind::Empty},
    {"%x", "IEEE 802.11 TX rate", ColumnKind::Empty},
    {"%f", "IP DSCP Value", ColumnKind::Empty},
    {"%rnd", "Net dest addr (resolved)", ColumnKind::Empty},
    {"%und", "Net dest addr (unresolved)", ColumnKind::Empty},
    {"%rns", "Net src addr (resolved)", ColumnKind::Empty},
    {"%uns", "Net src addr (unresolved)", ColumnKind::Empty},
    {"%nd", "Network dest addr", ColumnKind::Empty},
    {"%ns", "Network src addr", ColumnKind::Empty},
    {"%E", "TEI", ColumnKind::Empty},
};

/// "Cus:ip.src:1:R" or "Cus:dns.a or dns.aaaa".
std::expected<void, std::string> read_custom(std::string_view code, ListColumn& column) {
  column.kind = ColumnKind::Custom;
  std::string_view names = code.substr(0, code.find(':'));
  if (names.size() < code.size()) {
    const std::string_view count = code.substr(names.size() + 1);
    std::from_chars(count.data(), count.data() + count.size(), column.occurrence);
  }
  constexpr std::string_view between = " or ";
  while (!names.empty()) {
    size_t end = names.find(between), next = end + between.size();
    if (const size_t bars = names.find("||"); bars < end) end = bars, next = bars + 2;
    std::string_view name = names.substr(0, end);
    names = end == std::string_view::npos ? std::string_view{} : names.substr(next);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    const std::span<const Field* const> found = find_fields(name);
    if (found.empty()) return std::unexpected(text_of("there is no field ", name));
    column.fields.insert(column.fields.end(), found.begin(), found.end());
  }
  return {};
}

/// The words between commas, with or without quotes.
std::vector<std::string> listed_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    while (text.starts_with(' ') || text.starts_with(',') || text.starts_with('\n')) text.remove_prefix(1);
    if (text.empty()) break;
    if (text.starts_with('"')) {
      std::string word;
      size_t i = 1;
      for (; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        word += text[i];
      }
      words.push_back(std::move(word));
      text.remove_prefix(std::min(i + 1, text.size()));
    } else {
      const size_t end = std::min(text.find(','), text.size());
      words.emplace_back(text.substr(0, end));
      text.remove_prefix(end);
    }
  }
  return words;
}

/// tshark pads all times but the deltas that a column asks for itself.
bool is_padded(const ListColumn& column) {
  return column.time_as_chosen || (column.time.form != SincePrevious && column.time.form != SinceDisplayed);
}

}  // namespace

void append_column_codes(Text& text) {
  for (const ColumnCode& each : codes)
    if (each.kind != ColumnKind::Empty) text.put(each.code, '\t', each.meaning, '\n');
  text.put("%t\tTime (as -t says)\n%Cus:FIELD\tthe values of a field\n");
}

std::vector<ListColumn> default_columns() {
  return {{"No.", ColumnKind::Number},        {"Time", ColumnKind::Time, {}, true},
          {"Source", ColumnKind::Source},     {"Destination", ColumnKind::Destination},
          {"Protocol", ColumnKind::Protocol}, {"Length", ColumnKind::Length},
          {"Info", ColumnKind::Info}};
}

std::expected<std::vector<ListColumn>, std::string> parse_columns(std::string_view format) {
  const std::vector<std::string> words = listed_words(format);
  if (words.empty() || words.size() % 2 != 0)
    return std::unexpected("gui.column.format wants pairs of a title and a code: \"No.\",\"%m\"");
  std::vector<ListColumn> columns;
  for (size_t i = 0; i < words.size(); i += 2) {
    ListColumn column{.title = words[i]};
    std::string_view code = words[i + 1];
    if (code.starts_with("%Cus:")) {
      if (auto read = read_custom(code.substr(5), column); !read) return std::unexpected(read.error());
    } else if (code == "%t") {
      column.kind = ColumnKind::Time;
      column.time_as_chosen = true;
    } else {
      const ColumnCode* found = nullptr;
      for (const ColumnCode& each : codes)
        if (each.code == code) found = &each;
      if (found == nullptr)
        return std::unexpected(text_of("gui.column.format: there is no column ", code,
                                       "; wiretale read -G column-formats lists them"));
      column.kind = found->kind;
      column.time = found->time;
      column.in_numbers = code.starts_with("%u");
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

PacketList::PacketList(std::vector<ListColumn> columns, ColumnTimeFormat chosen, SecondsForm seconds)
    : columns_(std::move(columns)), chosen_(chosen), seconds_(seconds) {}

size_t PacketList::find(std::string_view title) const {
  for (size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i].title == title) return i;
  return columns_.size();
}

void PacketList::append_time(Text& text, ColumnTimeFormat format, const ShownPacket& shown) const {
  switch (format.form) {
    case SinceFirst: return append_span(text, shown.times.since_first, shown.decimals, seconds_);
    case SincePrevious: return append_span(text, shown.times.since_previous, shown.decimals, seconds_);
    case SinceDisplayed: return append_span(text, shown.times.since_displayed, shown.decimals, seconds_);
    default: append_moment(text, shown.packet.time, shown.decimals, format);
  }
}

void PacketList::append_address(Text& text, const ListColumn& column, std::string_view address) {
  text.append(names_ != nullptr && !column.in_numbers ? names_->name_of(address) : address);
}

void PacketList::append_cell(Text& text, size_t index, const ShownPacket& shown) {
  const ListColumn& column = columns_[index];
  switch (column.kind) {
    case ColumnKind::Number: text.append(shown.packet.number); return;
    case ColumnKind::Time: append_time(text, column.time_as_chosen ? chosen_ : column.time, shown); return;
    case ColumnKind::Source: append_address(text, column, shown.columns.source.view()); return;
    case ColumnKind::Destination: append_address(text, column, shown.columns.destination.view()); return;
    case ColumnKind::SourcePort:
      if (shown.columns.source_port != 0) text.append(shown.columns.source_port);
      return;
    case ColumnKind::DestinationPort:
      if (shown.columns.destination_port != 0) text.append(shown.columns.destination_port);
      return;
    case ColumnKind::Protocol: text.append(shown.columns.protocol.view()); return;
    case ColumnKind::Length: text.append(shown.packet.wire_length); return;
    case ColumnKind::Info: text.append(shown.columns.info.view()); return;
    case ColumnKind::CumulativeBytes: text.append(shown.bytes_so_far); return;
    case ColumnKind::Empty: return;
    case ColumnKind::Custom: break;
  }
  unsigned count = 0;
  for (const Field* field : column.fields)
    for (const FieldValue& value : shown.tree.values()) {
      if (value.field != field) continue;
      ++count;
      if (column.occurrence != 0 && column.occurrence != count) continue;
      if (count > 1 && column.occurrence == 0) text.append(',');
      append_column_value(text, shown.tree, value);
    }
}

void PacketList::append_line(Text& text, const ShownPacket& shown, char separator) {
  for (size_t i = 0; i < columns_.size(); ++i) {
    const ColumnKind kind = columns_[i].kind;
    cell_.clear();
    append_cell(cell_, i, shown);
    const std::string_view cell = cell_.view();
    const unsigned right = kind == ColumnKind::Number                           ? number_width
                           : kind == ColumnKind::Time && is_padded(columns_[i]) ? time_width
                           : kind == ColumnKind::Source                         ? address_width
                                                                                : 0;
    if (cell.size() < right) text.fill(right - cell.size(), ' ');
    text.append(cell);
    if (kind == ColumnKind::Destination && cell.size() < address_width)
      text.fill(address_width - cell.size(), ' ');
    if (i + 1 == columns_.size()) break;
    const ColumnKind next = columns_[i + 1].kind;
    text.append(separator);
    if (kind == ColumnKind::Source && next == ColumnKind::Destination)
      text.put("→", separator);
    else if (kind == ColumnKind::Destination && next == ColumnKind::Source)
      text.put("←", separator);
  }
}

void PsmlOutput::begin(Text& text) {
  text.put(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<psml version=\"0\" "
      "creator=\"wireshark/4.0.17\">\n<structure>\n");
  for (const ListColumn& column : list_.columns()) {
    text.append("<section>");
    append_xml(text, column.title);
    text.append("</section>\n");
  }
  text.append("</structure>\n\n");
}

void PsmlOutput::show(Text& text, const ShownPacket& shown) {
  text.append("<packet>\n");
  for (size_t i = 0; i < list_.columns().size(); ++i) {
    cell_.clear();
    list_.append_cell(cell_, i, shown);
    text.append("<section>");
    append_xml(text, cell_.view());
    text.append("</section>\n");
  }
  text.append("</packet>\n\n");
}

void PsmlOutput::end(Text& text) { text.append("</psml>\n"); }

}  // namespace wiretale
