// The field tree as JSON: tshark -T json, with -x, and jsonraw.
#pragma once
#include "outputs/packet_output.h"
#include "outputs/tree_walk.h"

namespace wiretale {

struct TreeJsonOptions {
  enum class Content : uint8_t { Values, ValuesAndBytes, BytesOnly };  ///< -T json, with -x, -T jsonraw
  enum class EqualKeys : uint8_t { Repeated, Merged };                 ///< Merged: --no-duplicate-keys
  Content content = Content::Values;
  EqualKeys equal_keys = EqualKeys::Repeated;
  ProtocolChoice choice;
};

class TreeJson : public PacketOutput {
 public:
  explicit TreeJson(TreeJsonOptions options) : options_(std::move(options)) {}
  void begin(Text& text) override { text.append('['); }
  void show(Text& text, const ShownPacket& shown) override;
  void end(Text& text) override { text.append(any_ ? "\n]\n" : "]\n"); }

 private:
  using Nodes = std::span<const Node>;
  /// The lines [from, to) below one parent, as members of an object.
  void members(Node from, Node to, const ProtocolChoice& choice, unsigned indent);
  /// Lines of one key.
  void member(Nodes nodes, const ProtocolChoice& choice, unsigned indent);
  /// What stands in front of a member's value: the line break, the key and the colon.
  void append_key(Node node, std::string_view suffix, unsigned indent);
  template <class Append>
  void one_or_list(Nodes nodes, std::string_view suffix, unsigned indent, Append append);
  void append_bytes_of(Node node, unsigned indent);
  void append_value_of(Node node);
  void append_object_of(Node node, const ProtocolChoice& choice, unsigned indent);
  void new_line(unsigned indent);
  /// The words of a line without a field, or the field's name.
  [[nodiscard]] std::string_view key_of(Node node) const;

  TreeJsonOptions options_;
  bool any_ = false, first_member_ = true;
  Text value_{256};
  Text* text_ = nullptr;  ///< while a packet is shown
  const ShownPacket* shown_ = nullptr;
};

}  // namespace wiretale
