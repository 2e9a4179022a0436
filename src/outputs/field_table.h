// Chosen fields, one line per packet: tshark -T fields; the same as JSON for -T json and ek with -e.
#pragma once
#include <string>
#include <vector>

#include "outputs/packet_list.h"

namespace wiretale {

struct FieldTableOptions {
  enum class Occurrence : uint8_t { All, First, Last };
  bool bom = false, header = false;
  char separator = '\t', aggregator = ',';
  char quote = 0;      ///< none
  bool escape = true;  ///< white space as \n, \t
  Occurrence occurrence = Occurrence::All;
};

/// One -e: a field of the tree, or a column of the packet list ("_ws.col.Info").
struct ChosenField {
  std::string name;
  std::vector<const Field*> fields;  ///< empty for a column
  size_t column = SIZE_MAX;          ///< of the packet list; past its end for a title it does not have
};

/// The values of each chosen field of a packet.
class ChosenValues {
 public:
  ChosenValues(std::vector<ChosenField> chosen, PacketList& list);
  [[nodiscard]] const std::vector<ChosenField>& chosen() const { return chosen_; }
  /// Calls take(which of the chosen) with each value in the packet's order.
  template <class Take>
  void each(const ShownPacket& shown, Take&& take) {
    for (const FieldValue& value : shown.tree.values())
      for (const auto& [field, which] : places_)
        if (field == value.field) take(which, value);
  }
  void append_column(Text& text, size_t which, const ShownPacket& shown) {
    if (chosen_[which].column < list_.columns().size()) list_.append_cell(text, chosen_[which].column, shown);
  }

 private:
  std::vector<ChosenField> chosen_;
  std::vector<std::pair<const Field*, size_t>> places_;
  PacketList& list_;
};

class FieldTable : public PacketOutput {
 public:
  FieldTable(ChosenValues values, FieldTableOptions options);
  void begin(Text& text) override;
  void show(Text& text, const ShownPacket& shown) override;

 private:
  ChosenValues values_;
  FieldTableOptions options_;
  std::vector<Text> cells_;
  std::vector<unsigned> counts_;
  Text value_{256};
};

/// -T json -e: {"_source": {"layers": {"ip.src": ["10.0.0.1"]}}}, and -T ek -e.
class FieldJson : public PacketOutput {
 public:
  enum class Form : uint8_t { Json, Elastic };
  FieldJson(ChosenValues values, Form form);
  void begin(Text& text) override;
  void show(Text& text, const ShownPacket& shown) override;
  void end(Text& text) override;

 private:
  ChosenValues values_;
  Form form_;
  std::vector<Text> cells_;
  Text value_{256};
  bool any_ = false;
};

}  // namespace wiretale
