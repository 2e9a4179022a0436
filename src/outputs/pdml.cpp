// The field tree as XML.
#include "outputs/pdml.h"

#include <ctime>

#include "base/escapes.h"
#include "outputs/column_time.h"
#include "packet/value_text.h"

namespace wiretale {

namespace {

constexpr std::string_view wrapper = "  <proto name=\"fake-field-wrapper\">\n";

void append_head(Text& text, std::string_view capture_file) {
  const time_t now = std::time(nullptr);
  char date[64];
  tm local{};
  localtime_r(&now, &local);
  const size_t size = std::strftime(date, sizeof date, "%a %b %e %H:%M:%S %Y", &local);
  text.put(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<?xml-stylesheet type=\"text/xsl\" href=\"pdml2html.xsl\"?>\n"
      "<!-- You can find pdml2html.xsl in /usr/share/wireshark or at "
      "https://gitlab.com/wireshark/wireshark/-/raw/master/pdml2html.xsl. -->\n"
      "<pdml version=\"0\" creator=\"wireshark/4.0.17\" time=\"",
      std::string_view{date, size}, "\" capture_file=\"");
  append_xml(text, capture_file);
  text.append("\">\n");
}

/// What is said of every packet; `words` is room to write in.
void append_general(Text& text, const Packet& packet, Text& words) {
  const uint64_t captured = packet.bytes.size();
  const auto field = [&](std::string_view name, std::string_view label, const auto& show, const auto& value) {
    text.put("    <field name=\"", name, "\" pos=\"0\" show=\"", show, "\" showname=\"", label, "\" value=\"",
             value, "\" size=\"", captured, "\"/>\n");
  };
  text.put("<packet>\n  <proto name=\"geninfo\" pos=\"0\" showname=\"General information\" size=\"", captured,
           "\">\n");
  field("num", "Number", packet.number, Hex{packet.number});
  field("len", "Frame Length", packet.wire_length, Hex{packet.wire_length});
  field("caplen", "Captured Length", captured, Hex{captured});
  constexpr Field moment{"", "", varies, Type::AbsoluteTime};
  FieldValue time{};
  time.field = &moment;
  time.number = static_cast<uint64_t>(packet.time.nanoseconds);
  words.clear();
  append_value(words, time);
  const size_t end_of_date = words.size();
  append_moment(words, packet.time, 9, {ColumnTime::Epoch});
  field("timestamp", "Captured Time", words.view().substr(0, end_of_date), words.view().substr(end_of_date));
  text.append("  </proto>\n");
}

}  // namespace

void PdmlOutput::begin(Text& text) { append_head(text, capture_file_); }

void PdmlOutput::show(Text& text, const ShownPacket& shown) {
  text_ = &text;
  shown_ = &shown;
  append_general(text, shown.packet, words_);
  append_lines(0, static_cast<Node>(shown.tree.values().size()), choice_, 1);
  text.append("</packet>\n\n\n");
}

void PdmlOutput::append_lines(Node from, Node to, const ProtocolChoice& choice, unsigned indent) {
  for (Node node = from; node < to; node = end_of(shown_->tree.values(), node))
    append_line_of(node, choice, indent);
}

void PdmlOutput::append_value_of(const FieldValue& value) {
  const Bytes bytes = bytes_of(shown_->packet, shown_->tree, value);
  text_->append("\" value=\"");
  if (mask_of(*value.field) != 0) {
    text_->put(HexUpper{value.number}, "\" unmaskedvalue=\"");
    append_hex_run(*text_, bytes);
  } else {
    append_hex_run(*text_, bytes);
  }
}

void PdmlOutput::append_line_of(Node node, const ProtocolChoice& choice, unsigned indent) {
  const std::span<const FieldValue> values = shown_->tree.values();
  const FieldValue& value = values[node];
  const Field& field = *value.field;
  const Type type = field.value_type();
  const bool protocol = type == Type::Protocol && field.name != "_ws.expert" && field.name != "data";
  const bool below = has_children(values, node), words = &field == &line_of_words;
  // Below a packet there are protocols alone; other lines get a protocol without a name around them.
  const bool wrapped = value.level == 0 && !protocol;
  if (wrapped) {
    text_->append(wrapper);
    indent = 2;
  }
  words_.clear();
  append_line_words(words_, shown_->tree, value);
  text_->fill(size_t{indent} * 2, ' ');
  if (field.name == "data") {
    text_->append("<field name=\"data\" value=\"");
    append_hex_run(*text_, bytes_of(shown_->packet, shown_->tree, value));
  } else if (words) {
    text_->append("<field name=\"\" show=\"");
    append_xml(*text_, words_.view());
    text_->put("\" size=\"", value.length, "\" pos=\"", value.offset);
    if (value.length > 0) {
      text_->append("\" value=\"");
      append_hex_run(*text_, bytes_of(shown_->packet, shown_->tree, value));
    }
  } else {
    text_->put(protocol ? "<proto name=\"" : "<field name=\"", field.name, "\" showname=\"");
    append_xml(*text_, words_.view());
    if (value.hidden) text_->append("\" hide=\"yes");
    text_->put("\" size=\"", value.length, "\" pos=\"", value.offset);
    if (type == Type::None) {
      text_->append("\" show=\"\" value=\"");
    } else if (type != Type::Protocol) {
      words_.clear();
      append_value(words_, value);
      text_->append("\" show=\"");
      append_xml(*text_, words_.view());
      if (value.length > 0) append_value_of(value);
    }
  }
  if (below) {
    text_->append("\">\n");
    if (choice.shows(field.name)) {
      append_lines(node + 1, end_of(values, node), choice.inside(), indent + 1);
    } else {
      text_->fill(size_t{indent + 1} * 2, ' ');
      text_->put("<field name=\"filtered\" value=\"", field.name, "\" />\n");
    }
    text_->fill(wrapped ? 2 : size_t{indent} * 2, ' ');
    text_->append(protocol ? "</proto>\n" : "</field>\n");
  } else {
    text_->append("\"/>\n");
  }
  if (wrapped) text_->append("  </proto>\n");
}

PdmlFields::PdmlFields(ChosenValues values, std::string capture_file)
    : values_(std::move(values)), capture_file_(std::move(capture_file)) {
  for (size_t i = 0; i < values_.chosen().size(); ++i) cells_.emplace_back(size_t{128});
}

void PdmlFields::begin(Text& text) { append_head(text, capture_file_); }

void PdmlFields::show(Text& text, const ShownPacket& shown) {
  append_general(text, shown.packet, value_);
  for (Text& cell : cells_) cell.clear();
  const auto add = [&](size_t which) {
    cells_[which].put("  <field name=\"", values_.chosen()[which].name, "\" value=\"");
    append_xml(cells_[which], value_.view());
    cells_[which].append("\"/>\n");
  };
  values_.each(shown, [&](size_t which, const FieldValue& value) {
    value_.clear();
    append_table_value(value_, shown.tree, value);
    add(which);
  });
  for (size_t i = 0; i < cells_.size(); ++i) {
    if (values_.chosen()[i].fields.empty()) {
      value_.clear();
      values_.append_column(value_, i, shown);
      if (!value_.empty()) add(i);
    }
    text.append(cells_[i].view());
  }
  text.append("</packet>\n\n\n");
}

}  // namespace wiretale
