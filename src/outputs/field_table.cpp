// Chosen fields, one line per packet.
#include "outputs/field_table.h"

#include "base/escapes.h"
#include "outputs/json_packet.h"
#include "packet/value_text.h"

namespace wiretale {

ChosenValues::ChosenValues(std::vector<ChosenField> chosen, PacketList& list)
    : chosen_(std::move(chosen)), list_(list) {
  for (size_t which = 0; which < chosen_.size(); ++which)
    for (const Field* field : chosen_[which].fields) places_.emplace_back(field, which);
}

FieldTable::FieldTable(ChosenValues values, FieldTableOptions options)
    : values_(std::move(values)), options_(options), counts_(values_.chosen().size()) {
  for (size_t i = 0; i < values_.chosen().size(); ++i) cells_.emplace_back(size_t{128});
}

void FieldTable::begin(Text& text) {
  if (options_.bom) text.append("\xef\xbb\xbf");
  if (!options_.header) return;
  for (const ChosenField& field : values_.chosen())
    text.put(field.name, &field == &values_.chosen().back() ? '\n' : options_.separator);
}

void FieldTable::show(Text& text, const ShownPacket& shown) {
  using Occurrence = FieldTableOptions::Occurrence;
  for (Text& cell : cells_) cell.clear();
  counts_.assign(counts_.size(), 0);
  values_.each(shown, [&](size_t which, const FieldValue& value) {
    if (++counts_[which] > 1) {
      if (options_.occurrence == Occurrence::First) return;
      if (options_.occurrence == Occurrence::Last)
        cells_[which].clear();
      else
        cells_[which].append(options_.aggregator);
    }
    value_.clear();
    append_table_value(value_, shown.tree, value);
    if (options_.escape)
      append_escaped_spaces(cells_[which], value_.view());
    else
      cells_[which].append(value_.view());
  });
  for (size_t i = 0; i < cells_.size(); ++i) {
    if (i != 0) text.append(options_.separator);
    const bool is_column = values_.chosen()[i].fields.empty();
    if (is_column) {
      value_.clear();
      values_.append_column(value_, i, shown);
      append_escaped_spaces(cells_[i], value_.view());
    }
    const bool present = is_column ? !cells_[i].empty() : counts_[i] != 0;
    if (!present) continue;
    if (options_.quote != 0) text.append(options_.quote);
    text.append(cells_[i].view());
    if (options_.quote != 0) text.append(options_.quote);
  }
  text.append('\n');
}

FieldJson::FieldJson(ChosenValues values, Form form) : values_(std::move(values)), form_(form) {
  for (size_t i = 0; i < values_.chosen().size(); ++i) cells_.emplace_back(size_t{128});
}

void FieldJson::begin(Text& text) {
  if (form_ == Form::Json) text.append('[');
}

void FieldJson::show(Text& text, const ShownPacket& shown) {
  const bool json = form_ == Form::Json;
  for (Text& cell : cells_) cell.clear();
  const auto add = [&](size_t which) {
    Text& cell = cells_[which];
    if (!cell.empty()) cell.append(',');
    if (json) cell.append("\n          ");
    append_json_string(cell, value_.view());
  };
  values_.each(shown, [&](size_t which, const FieldValue& value) {
    value_.clear();
    append_table_value(value_, shown.tree, value);
    add(which);
  });
  if (json)
    begin_json_packet(text, shown.packet, any_);
  else
    begin_elastic_packet(text, shown.packet);
  any_ = true;
  bool first = true;
  for (size_t i = 0; i < cells_.size(); ++i) {
    if (values_.chosen()[i].fields.empty()) {
      value_.clear();
      values_.append_column(value_, i, shown);
      if (!value_.empty()) add(i);
    }
    if (cells_[i].empty()) continue;
    if (!first) text.append(',');
    first = false;
    if (json) text.append("\n        ");
    std::string name = values_.chosen()[i].name;
    if (!json)
      for (char& c : name)
        if (c == '.') c = '_';
    append_json_string(text, name);
    text.put(json ? ": [" : ":[", cells_[i].view(), json ? "\n        ]" : "]");
  }
  if (json)
    end_json_packet(text);
  else
    text.append("}}\n");
}

void FieldJson::end(Text& text) {
  if (form_ == Form::Json) text.append(any_ ? "\n]\n" : "]\n");
}

}  // namespace wiretale
