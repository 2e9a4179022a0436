// One column of io,stat: what is counted, and its values by interval.
#pragma once
#include <vector>

#include "statistics/statistic.h"

namespace wiretale {

class IoColumn {
 public:
  enum class What : uint8_t { FramesAndBytes, Frames, Octets, Count, Sum, Least, Most, Average, Load };
  enum class Unit : uint8_t { Whole, Seconds };  ///< how values are shown; seconds with six decimals

  /// A part of the argument: "", "FRAMES", a filter, or "SUM(field)filter".
  [[nodiscard]] static std::expected<IoColumn, StatisticError> make(std::string_view text);

  void add_needs(StatisticNeeds& needs) const;
  /// Whether its filter reads one of the fields; tshark knows the values of such fields only.
  [[nodiscard]] bool filter_reads(const std::vector<const Field*>& fields) const;
  [[nodiscard]] const std::vector<const Field*>& fields() const { return fields_; }
  void count_nothing() { counts_ = false; }

  /// `interval`: the length of all intervals in microseconds; 0: there is one.
  void add(const SeenPacket& seen, size_t index, uint64_t interval);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] What what() const { return what_; }
  [[nodiscard]] std::string_view title() const;
  /// The characters a value needs. FramesAndBytes has two values.
  [[nodiscard]] size_t width() const;
  [[nodiscard]] size_t bytes_width() const;
  /// The value of an interval, right-aligned; `length` of the interval in microseconds.
  void append_value(Text& text, size_t index, uint64_t length, size_t width) const;
  void append_bytes(Text& text, size_t index, size_t width) const;

 private:
  struct Cell {
    uint64_t frames = 0, bytes = 0;
    uint64_t samples = 0;
    int64_t value = 0;  ///< a whole number, or nanoseconds
    double real = 0;
  };
  [[nodiscard]] Cell& cell(size_t index) {
    if (index >= cells_.size()) cells_.resize(std::max<size_t>(index + 1, cells_.size() + cells_.size() / 2));
    return cells_[index];
  }
  [[nodiscard]] Cell at(size_t index) const { return index < cells_.size() ? cells_[index] : Cell{}; }
  void add_sample(Cell& cell, const FieldValue& value);
  void add_load(size_t index, uint64_t interval, const FieldValue& value);
  [[nodiscard]] int64_t shown_value(const Cell& cell) const;
  /// In whole units.
  [[nodiscard]] uint64_t greatest_load() const;

  std::string text_;
  What what_ = What::FramesAndBytes;
  Unit unit_ = Unit::Whole;
  bool floating_ = false;
  bool counts_ = true;
  StatisticFilter filter_;
  std::vector<const Field*> fields_;
  std::vector<Cell> cells_;
  uint64_t interval_ = 0;                       ///< that loads are of
  uint64_t greatest_ = 0, greatest_bytes_ = 0;  ///< of all values on the way, for the width
};

}  // namespace wiretale
