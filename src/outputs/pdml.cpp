// The field tree as XML.
#include "outputs/pdml.h"

#include <ctime>

#include "outputs/column_time.h"
#include "outputs/escapes.h"
#include "packet/value_text.h"

namespace wiretale {

void PdmlOutput::begin(Text& text) {
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
  append_xml(text, capture_file_);
  text.append("\">\n");
}

void PdmlOutput::append_general(const ShownPacket& shown) {
  const Packet& packet = shown.packet;
  const uint64_t captured = packet.bytes.size();
  const auto field = [&](std::string_view name, std::string_view label, const auto& show, const auto& value) {
    text_->put("    <field name=\"", name, "\" pos=\"0\" show=\"", show, "\" showname=\"", label,
               "\" value=\"", value, "\" size=\"", captured, "\"/>\n");
  };
  text_->put("<packet>\n  <proto name=\"geninfo\" pos=\"0\" showname=\"General information\" size=\"",
             captured, "\">\n");
  field("num", "Number", packet.number, Hex{packet.number});
  field("len", "Frame Length", packet.wire_length, Hex{packet.wire_length});
  field("caplen", "Captured Length", captured, Hex{captured});
  constexpr Field moment{"", "", varies, Type::AbsoluteTime};
  FieldValue time{};
  time.field = &moment;
  time.number = static_cast<uint64_t>(packet.time.nanoseconds);
  words_.clear();
  append_value(words_, time);
  const size_t end_of_date = words_.size();
  append_moment(words_, packet.time, 9, {ColumnTime::Epoch});
  field("timestamp", "Captured Time", words_.view().substr(0, end_of_date),
        words_.view().substr(end_of_date));
  text_->append("  </proto>\n");
}

void PdmlOutput::show(Text& text, const ShownPacket& shown) {
  text_ = &text;
  shown_ = &shown;
  append_general(shown);
  append_lines(0, static_cast<Node>(shown.tree.values().size()), choice_, 1);
  text.append("</packet>\n\n\n");
}

void PdmlOutput::append_lines(Node from, Node to, const ProtocolChoice& choice, unsigned indent) {
  for (Node node = from; node < to; node = end_of(shown_->tree.values(), node))
    append_line_of(node, choice, indent);
}

void PdmlOutput::append_value_of(const FieldValue& value) {
  const Bytes bytes = bytes_of(shown_->packet, value);
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
  const bool top = type == Type::Protocol && field.name != "_ws.expert", below = has_children(values, node),
             words = &field == &line_of_words;
  const bool data = top && field.name == "data";
  words_.clear();
  append_line_words(words_, shown_->tree, value);
  if (data) {  // which PDML shows as a field in a protocol without a name
    text_->put("  <proto name=\"fake-field-wrapper\">\n    <field name=\"data\" value=\"");
    append_hex_run(*text_, bytes_of(shown_->packet, value));
  } else if (words) {
    text_->fill(size_t{indent} * 2, ' ');
    text_->append("<field name=\"\" show=\"");
    append_xml(*text_, words_.view());
    text_->put("\" size=\"", value.length, "\" pos=\"", value.offset);
    if (value.length > 0) {
      text_->append("\" value=\"");
      append_hex_run(*text_, bytes_of(shown_->packet, value));
    }
  } else {
    text_->fill(size_t{indent} * 2, ' ');
    text_->put(top ? "<proto name=\"" : "<field name=\"", field.name, "\" showname=\"");
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
  if (!below && !top) return text_->append("\"/>\n");
  text_->append("\">\n");
  const unsigned inner = indent + 1 + (data ? 1 : 0);
  if (below && choice.shows(field.name)) {
    append_lines(node + 1, end_of(values, node), choice.inside(), inner);
  } else if (below) {
    text_->fill(size_t{inner} * 2, ' ');
    text_->put("<field name=\"filtered\" value=\"", field.name, "\" />\n");
  }
  if (data) return text_->append("  </field>\n  </proto>\n");
  text_->fill(size_t{indent} * 2, ' ');
  text_->append(top ? "</proto>\n" : "</field>\n");
}

}  // namespace wiretale
