// The field tree as documents for Elasticsearch.
#include "outputs/elastic_json.h"

#include <algorithm>

#include "base/escapes.h"
#include "outputs/json_packet.h"
#include "outputs/wireshark_types.h"
#include "packet/value_text.h"

namespace wiretale {

void ElasticJson::show(Text& text, const ShownPacket& shown) {
  text_ = &text;
  shown_ = &shown;
  begin_elastic_packet(text, shown.packet);
  first_member_ = true;
  pool_.clear();
  add_children(0, static_cast<Node>(shown.tree.values().size()));
  members(0, pool_.size(), choice_);
  text.append("}}\n");
}

void ElasticJson::add_children(Node from, Node to) {
  for (Node node = from; node < to; node = end_of(shown_->tree.values(), node)) pool_.push_back(node);
}

void ElasticJson::members(size_t from, size_t to, const ProtocolChoice& choice) {
  const std::span<const FieldValue> values = shown_->tree.values();
  // Equal names together, in the order of their first lines.
  std::vector<std::pair<const Field*, std::vector<Node>>> groups;
  for (size_t i = from; i < to; ++i) {
    const Field* const field = values[pool_[i]].field;
    const auto same = [&](const auto& group) {
      return group.first == field || group.first->name == field->name;
    };
    if (const auto found = std::ranges::find_if(groups, same); found != groups.end())
      found->second.push_back(pool_[i]);
    else
      groups.emplace_back(field, std::vector<Node>{pool_[i]});
  }
  for (const auto& [field, nodes] : groups) member(nodes, choice);
}

void ElasticJson::append_key(const FieldValue& value, std::string_view suffix) {
  if (!first_member_) text_->append(',');
  first_member_ = false;
  text_->put('"', elastic_name(value), suffix, "\":");
}

void ElasticJson::append_filtered(const FieldValue& value) {
  text_->append("{\"filtered\":");
  append_json_string(*text_, value.field->name);
  text_->append('}');
}

void ElasticJson::member(std::span<const Node> nodes, const ProtocolChoice& choice) {
  const std::span<const FieldValue> values = shown_->tree.values();
  const FieldValue& first = values[nodes.front()];
  const auto each = [&](auto append) {
    if (nodes.size() > 1) text_->append('[');
    for (const Node node : nodes) {
      if (node != nodes.front()) text_->append(',');
      append(node);
    }
    if (nodes.size() > 1) text_->append(']');
  };
  if (!choice.shows(first.field->name)) {
    append_key(first, {});
    each([&](Node node) { append_filtered(values[node]); });
    return;
  }
  const ProtocolChoice& inside = choice.inside();
  if (bytes_ == WithBytes::Yes && first.length > 0 && first.field != &line_of_words) {
    append_key(first, "_raw");
    each([&](Node node) { append_bytes_of(node); });
  }
  append_key(first, {});
  const size_t start = pool_.size();
  if (first.field->value_type() == Type::Protocol) {
    each([&](Node node) {
      text_->append('{');
      first_member_ = true;
      add_children(node + 1, end_of(values, node));
      members(start, pool_.size(), inside);
      pool_.resize(start);
      first_member_ = false;
      text_->append('}');
    });
    return;
  }
  each([&](Node node) { append_value_of(node); });
  for (const Node node : nodes) add_children(node + 1, end_of(values, node));
  members(start, pool_.size(), inside);
  pool_.resize(start);
}

void ElasticJson::append_value_of(Node node) {
  const FieldValue& value = shown_->tree.values()[node];
  if (value.field == &line_of_words) return append_json_string(*text_, shown_->tree.words(value));
  switch (value.field->value_type()) {
    case Type::None: text_->append("null"); return;
    case Type::Boolean: text_->append(value.number != 0 ? "true" : "false"); return;
    case Type::AbsoluteTime:
      text_->append('"');
      append_iso_time(*text_, Time{static_cast<int64_t>(value.number)});
      text_->append('"');
      return;
    default: break;
  }
  value_.clear();
  append_value(value_, value);
  append_json_string(*text_, value_.view());
}

void ElasticJson::append_bytes_of(Node node) {
  const FieldValue& value = shown_->tree.values()[node];
  text_->append('"');
  if (mask_of(*value.field) != 0)
    text_->append(HexUpper{value.number});
  else
    append_hex_run(*text_, bytes_of(shown_->packet, shown_->tree, value));
  text_->append('"');
}

}  // namespace wiretale
