// The packet list: columns, one line per packet; also as PSML.
#pragma once
#include <expected>
#include <string>
#include <vector>

#include "outputs/address_names.h"
#include "outputs/column_time.h"
#include "outputs/packet_output.h"

namespace wiretale {

enum class ColumnKind : uint8_t {
  Number,
  Time,
  Source,
  Destination,
  SourcePort,
  DestinationPort,
  Protocol,
  Length,
  Info,
  CumulativeBytes,
  Custom,  ///< a field's values
  Empty,   ///< known to tshark, without content here
};

struct ListColumn {
  std::string title;
  ColumnKind kind = ColumnKind::Empty;
  ColumnTimeFormat time = {};
  bool time_as_chosen = false;            ///< -t says which
  std::vector<const Field*> fields = {};  ///< of Custom
  unsigned occurrence = 0;                ///< of Custom: 0 all, else the n-th
  bool in_numbers = false;                ///< an address is never a name
};

/// No., Time, Source, Destination, Protocol, Length, Info.
[[nodiscard]] std::vector<ListColumn> default_columns();
/// Reads gui.column.format: "Title","%m","Title","%Cus:field:occurrence".
[[nodiscard]] std::expected<std::vector<ListColumn>, std::string> parse_columns(std::string_view format);

/// The codes and what they stand for, one a line.
void append_column_codes(Text& text);

/// Fills cells from packets.
class PacketList {
 public:
  PacketList(std::vector<ListColumn> columns, ColumnTimeFormat chosen, SecondsForm seconds);
  [[nodiscard]] const std::vector<ListColumn>& columns() const { return columns_; }
  /// Shows addresses by their names; `names` outlives this.
  void show_names(AddressNames& names) { names_ = &names; }
  /// The content of one column.
  void append_cell(Text& text, size_t column, const ShownPacket& shown);
  /// All columns on one line, without its end. `separator` is ' ' or a tab.
  void append_line(Text& text, const ShownPacket& shown, char separator);
  /// The column of a title, or the count of columns.
  [[nodiscard]] size_t find(std::string_view title) const;

 private:
  void append_time(Text& text, ColumnTimeFormat format, const ShownPacket& shown) const;
  void append_address(Text& text, const ListColumn& column, std::string_view address);

  std::vector<ListColumn> columns_;
  ColumnTimeFormat chosen_;
  SecondsForm seconds_;
  AddressNames* names_ = nullptr;
  Text cell_{256};
};

/// -T psml.
class PsmlOutput : public PacketOutput {
 public:
  explicit PsmlOutput(PacketList& list) : list_(list) {}
  void begin(Text& text) override;
  void show(Text& text, const ShownPacket& shown) override;
  void end(Text& text) override;

 private:
  PacketList& list_;
  Text cell_{256};
};

}  // namespace wiretale
