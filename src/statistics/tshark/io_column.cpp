// One column of io,stat.
#include "statistics/tshark/io_column.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "protocols/field_index.h"

namespace wiretale {
namespace {

using What = IoColumn::What;

struct Calculation {
  std::string_view name;
  What what;
};
constexpr Calculation calculations[] = {
    {"FRAMES", What::Frames}, {"BYTES", What::Octets}, {"COUNT", What::Count}, {"SUM", What::Sum},
    {"MIN", What::Least},     {"MAX", What::Most},     {"AVG", What::Average}, {"LOAD", What::Load}};

constexpr int calculation_error = 10;  // tshark's status

bool is_number(Type type) {
  return (type >= Type::Uint8 && type <= Type::Double) || type == Type::RelativeTime;
}
bool is_signed(Type type) { return type >= Type::Int8 && type <= Type::Int64; }

size_t digits_of(uint64_t number) {
  size_t digits = 1;
  for (; number >= 10; number /= 10) ++digits;
  return digits;
}

void append_right(Text& text, std::string_view words, size_t width) {
  if (words.size() < width) text.fill(width - words.size(), ' ');
  text.put(words);
}

}  // namespace

std::expected<IoColumn, StatisticError> IoColumn::make(std::string_view text) {
  IoColumn column;
  column.text_ = text;
  std::string_view filter_text = text;
  for (const Calculation& each : calculations) {
    if (!text.starts_with(each.name)) continue;
    const std::string_view behind = text.substr(each.name.size());
    const bool plain = behind.empty() && (each.what == What::Frames || each.what == What::Octets);
    if (!plain && !behind.starts_with('(')) continue;
    const size_t close = behind.find(')');
    if (!plain && close == std::string_view::npos)
      return std::unexpected(StatisticError{"the closing parenthesis is missing", calculation_error});
    column.what_ = each.what;
    const std::string_view name = plain ? std::string_view{} : behind.substr(1, close - 1);
    filter_text = plain ? std::string_view{} : behind.substr(close + 1);
    if (each.what == What::Frames || each.what == What::Octets) break;
    if (name.empty())
      return std::unexpected(StatisticError{text_of(each.name, "() wants a field"), calculation_error});
    const auto found = find_fields(name);
    if (found.empty())
      return std::unexpected(StatisticError{text_of("there is no field ", name), calculation_error});
    column.fields_.assign(found.begin(), found.end());
    const Type type = found.front()->value_type();
    if (each.what == What::Load && type != Type::RelativeTime)
      return std::unexpected(
          StatisticError{text_of("LOAD() takes spans of time, and ", name, " is none"), calculation_error});
    if (each.what != What::Count && !is_number(type))
      return std::unexpected(
          StatisticError{text_of(each.name, "() takes numbers, and ", name, " is none"), calculation_error});
    column.floating_ = type == Type::Double || type == Type::Float;
    if (each.what != What::Count && (type == Type::RelativeTime || column.floating_))
      column.unit_ = Unit::Seconds;
    break;
  }
  auto filter = StatisticFilter::make(filter_text);
  if (!filter) return std::unexpected(std::move(filter.error()));
  column.filter_ = std::move(*filter);
  return column;
}

void IoColumn::add_needs(StatisticNeeds& needs) const {
  filter_.add_needs(needs);
  for (const Field* field : fields_) needs.want(*field);
}

bool IoColumn::filter_reads(const std::vector<const Field*>& fields) const {
  StatisticNeeds needs;
  filter_.add_needs(needs);
  return std::any_of(fields.begin(), fields.end(),
                     [&](const Field* field) { return needs.fields.wants(*field); });
}

void IoColumn::add(const SeenPacket& seen, size_t index, uint64_t interval) {
  if (!filter_.passes(seen)) return;
  Cell& here = cell(index);
  ++here.frames;
  here.bytes += seen.packet.wire_length;
  switch (what_) {
    case What::FramesAndBytes:
      greatest_ = std::max(greatest_, here.frames);
      greatest_bytes_ = std::max(greatest_bytes_, here.bytes);
      return;
    case What::Frames: greatest_ = std::max(greatest_, here.frames); return;
    case What::Octets: greatest_ = std::max(greatest_, here.bytes); return;
    default: break;
  }
  if (!counts_ || seen.tree == nullptr) return;
  for (const FieldValue& value : seen.tree->values()) {
    if (std::find(fields_.begin(), fields_.end(), value.field) == fields_.end()) continue;
    if (what_ == What::Load)
      add_load(index, interval, value);
    else
      add_sample(cell(index), value);
  }
  const int64_t shown = shown_value(cell(index));
  const int64_t whole =
      unit_ == Unit::Whole ? shown : (std::abs(shown) + (floating_ ? 0 : 500'000'000)) / 1'000'000'000;
  greatest_ = std::max(greatest_, static_cast<uint64_t>(std::abs(whole)));
}

void IoColumn::add_sample(Cell& cell, const FieldValue& value) {
  const Type type = value.field->value_type();
  int64_t number = static_cast<int64_t>(value.number);
  if (floating_) number = static_cast<int64_t>(std::bit_cast<double>(value.number) * 1e9);
  if (is_signed(type))
    number = static_cast<int32_t>(number) == number ? number : static_cast<int64_t>(value.number);
  const bool first = cell.samples++ == 0;
  switch (what_) {
    case What::Count: cell.value = static_cast<int64_t>(cell.samples); return;
    case What::Least: cell.value = first ? number : std::min(cell.value, number); return;
    case What::Most: cell.value = first ? number : std::max(cell.value, number); return;
    default: cell.value += number; return;
  }
}

/// A span that ends in an interval loads the whole intervals before it, and this one with the rest: so tshark
/// has it, wherever in its interval the packet lies.
void IoColumn::add_load(size_t index, uint64_t interval, const FieldValue& value) {
  const auto span = static_cast<int64_t>(value.number);
  if (span < 0) return;
  interval_ = interval;
  if (interval == 0) {
    cell(index).value += span;
    return;
  }
  const auto whole = static_cast<int64_t>(interval) * 1000;
  cell(index).value += span % whole;
  for (int64_t before = span / whole; before > 0 && index > 0; --before) cell(--index).value += whole;
}

int64_t IoColumn::shown_value(const Cell& cell) const {
  if (what_ == What::Average) return cell.samples == 0 ? 0 : cell.value / static_cast<int64_t>(cell.samples);
  return cell.value;
}

uint64_t IoColumn::greatest_load() const {
  int64_t greatest = 0;
  for (const Cell& cell : cells_) greatest = std::max(greatest, cell.value);
  return interval_ == 0 ? 0 : static_cast<uint64_t>(greatest) / 1000 / interval_;
}

std::string_view IoColumn::title() const {
  for (const Calculation& each : calculations)
    if (each.what == what_) return each.name;
  return "Frames";
}

size_t IoColumn::width() const {
  size_t digits = digits_of(greatest_);
  if (what_ == What::Load) return std::max<size_t>(8, digits_of(greatest_load()) + 7);
  if (unit_ == Unit::Seconds) digits += 7;
  return std::max(digits, title().size());
}
size_t IoColumn::bytes_width() const { return std::max<size_t>(digits_of(greatest_bytes_), 5); }

void IoColumn::append_value(Text& text, size_t index, uint64_t length, size_t width) const {
  const Cell here = at(index);
  std::string words;
  switch (what_) {
    case What::FramesAndBytes:
    case What::Frames: words = text_of(here.frames); break;
    case What::Octets: words = text_of(here.bytes); break;
    case What::Load: {
      const uint64_t millionths =
          length == 0 ? 0 : static_cast<uint64_t>(here.value) / 1000 * 1'000'000 / length;
      words = text_of(millionths / 1'000'000, '.', Padded{millionths % 1'000'000, 6, '0'});
      break;
    }
    default: {
      const int64_t value = shown_value(here);
      if (unit_ == Unit::Whole) {
        words = text_of(value);
        break;
      }
      const auto millionths = static_cast<uint64_t>((std::abs(value) + 500) / 1000);
      words =
          text_of(value < 0 ? "-" : "", millionths / 1'000'000, '.', Padded{millionths % 1'000'000, 6, '0'});
    }
  }
  append_right(text, words, width);
}

void IoColumn::append_bytes(Text& text, size_t index, size_t width) const {
  append_right(text, text_of(at(index).bytes), width);
}

}  // namespace wiretale
