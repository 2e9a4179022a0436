// The field tree as JSON.
#include "outputs/tree_json.h"

#include <algorithm>
#include <unordered_map>

#include "base/escapes.h"
#include "outputs/json_packet.h"
#include "outputs/wireshark_types.h"
#include "packet/value_text.h"

namespace wiretale {
namespace {

using Content = TreeJsonOptions::Content;

bool is_words(const FieldValue& value) { return value.field == &line_of_words; }

/// Whether the text of a value is made of digits, letters and punctuation that JSON takes as it is.
bool is_never_escaped(Type type) {
  return type == Type::Boolean || (type >= Type::Uint8 && type <= Type::RelativeTime) ||
         (type >= Type::ByteArray && type <= Type::FrameNumber);
}

/// Protocols, and fields without a value, are just what is below them.
bool has_value(const FieldValue& value, bool has_below) {
  const Type type = value.field->value_type();
  return !has_below || (type != Type::None && type != Type::Protocol);
}

}  // namespace

void TreeJson::new_line(unsigned indent) {
  text_->append('\n');
  text_->fill(size_t{indent} * 2, ' ');
}

std::string_view TreeJson::key_of(Node node) const {
  const FieldValue& value = shown_->tree.values()[node];
  return is_words(value) ? shown_->tree.words(value) : value.field->name;
}

void TreeJson::show(Text& text, const ShownPacket& shown) {
  text_ = &text;
  shown_ = &shown;
  begin_json_packet(text, shown.packet, any_);
  any_ = true;
  first_member_ = true;
  members(0, static_cast<Node>(shown.tree.values().size()), options_.choice, 4);
  end_json_packet(text);
}

void TreeJson::members(Node from, Node to, const ProtocolChoice& choice, unsigned indent) {
  const std::span<const FieldValue> values = shown_->tree.values();
  if (options_.equal_keys == TreeJsonOptions::EqualKeys::Repeated) {
    for (Node node = from; node < to; node = end_of(values, node)) member({&node, 1}, choice, indent);
    return;
  }
  std::vector<std::vector<Node>> groups;
  std::unordered_map<std::string_view, size_t> group_of;
  for (Node node = from; node < to; node = end_of(values, node)) {
    const auto [found, is_new] = group_of.emplace(key_of(node), groups.size());
    if (is_new) groups.emplace_back();
    groups[found->second].push_back(node);
  }
  for (const std::vector<Node>& group : groups) member(group, choice, indent);
}

void TreeJson::append_key(Node node, std::string_view suffix, unsigned indent) {
  const FieldValue& value = shown_->tree.values()[node];
  if (!first_member_) text_->append(',');
  first_member_ = false;
  if (is_words(value)) {
    new_line(indent);
    value_.clear();
    value_.put(shown_->tree.words(value), suffix);
    append_json_string(*text_, value_.view());
    return text_->append(": ");
  }
  // Nothing in the name of a field has to be escaped; this is half of all lines.
  const std::string_view name = value.field->name;
  const size_t spaces = size_t{indent} * 2;
  char* at = text_->room(spaces + name.size() + suffix.size() + 5);
  const auto put = [&](std::string_view words) { at = std::copy(words.begin(), words.end(), at); };
  *at++ = '\n';
  at = std::fill_n(at, spaces, ' ');
  *at++ = '"';
  put(name);
  put(suffix);
  put("\": ");
  text_->written(at);
}

template <class Append>
void TreeJson::one_or_list(Nodes nodes, std::string_view suffix, unsigned indent, Append append) {
  append_key(nodes.front(), suffix, indent);
  if (nodes.size() == 1) return append(nodes.front(), indent);
  text_->append('[');
  for (const Node node : nodes) {
    if (node != nodes.front()) text_->append(',');
    new_line(indent + 1);
    append(node, indent + 1);
  }
  new_line(indent);
  text_->append(']');
}

void TreeJson::member(Nodes nodes, const ProtocolChoice& choice, unsigned indent) {
  const std::span<const FieldValue> values = shown_->tree.values();
  const FieldValue& first = values[nodes.front()];
  bool below = false;
  for (const Node node : nodes) below = below || has_children(values, node);
  const bool valued = has_value(first, has_children(values, nodes.front())), words = is_words(first);
  const bool with_bytes = options_.content == Content::BytesOnly ||
                          (options_.content == Content::ValuesAndBytes && first.length > 0);
  const bool is_shown = choice.shows(first.field->name);
  if (with_bytes && !words)
    one_or_list(nodes, "_raw", indent, [&](Node node, unsigned inner) { append_bytes_of(node, inner); });
  if (valued && !(words && below) && (options_.content != Content::BytesOnly || words))
    one_or_list(nodes, {}, indent, [&](Node node, unsigned) { append_value_of(node); });
  if (!below) return;
  one_or_list(nodes, valued && !words ? "_tree" : "", indent, [&](Node node, unsigned inner) {
    text_->append('{');
    if (is_shown) {
      append_object_of(node, choice.inside(), inner);
    } else {
      new_line(inner + 1);
      text_->append("\"filtered\": ");
      append_json_string(*text_, key_of(node));
    }
    new_line(inner);
    text_->append('}');
  });
}

void TreeJson::append_object_of(Node node, const ProtocolChoice& choice, unsigned indent) {
  first_member_ = true;
  members(node + 1, end_of(shown_->tree.values(), node), choice, indent + 1);
  first_member_ = false;
}

void TreeJson::append_value_of(Node node) {
  const FieldValue& value = shown_->tree.values()[node];
  if (!is_words(value) && is_never_escaped(value.field->value_type())) {
    text_->append('"');
    append_value(*text_, value);
    return text_->append('"');
  }
  value_.clear();
  if (value.field->value_type() == Type::Protocol)
    append_line_words(value_, shown_->tree, value);
  else if (!is_words(value))
    append_value(value_, value);
  append_json_string(*text_, value_.view());
}

void TreeJson::append_bytes_of(Node node, unsigned indent) {
  const FieldValue& value = shown_->tree.values()[node];
  text_->append('[');
  if (!stands_for_nothing(value)) {
    new_line(indent + 1);
    text_->append('"');
    const uint64_t mask = mask_of(*value.field);
    if (mask != 0)
      text_->append(HexUpper{value.number});
    else
      append_hex_run(*text_, bytes_of(shown_->packet, shown_->tree, value));
    text_->append("\",");
  }
  for (const uint64_t number : {uint64_t{value.offset}, uint64_t{value.length}, mask_of(*value.field)}) {
    new_line(indent + 1);
    text_->put(number, ',');
  }
  new_line(indent + 1);
  text_->append(type_number(value.field->value_type()));
  new_line(indent);
  text_->append(']');
}

}  // namespace wiretale
