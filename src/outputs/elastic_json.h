// The field tree as documents for Elasticsearch: tshark -T ek.
#pragma once
#include "outputs/packet_output.h"
#include "outputs/tree_walk.h"

namespace wiretale {

class ElasticJson : public PacketOutput {
 public:
  enum class WithBytes : bool { No, Yes };
  ElasticJson(ProtocolChoice choice, WithBytes bytes) : choice_(std::move(choice)), bytes_(bytes) {}
  void show(Text& text, const ShownPacket& shown) override;

 private:
  void add_children(Node from, Node to);
  /// The lines pool_[from, to) as members of one object; what is below them comes right after each.
  void members(size_t from, size_t to, const ProtocolChoice& choice);
  void member(std::span<const Node> nodes, const ProtocolChoice& choice);
  void append_key(const FieldValue& value, std::string_view suffix);
  void append_value_of(Node node);
  void append_bytes_of(Node node);
  void append_filtered(const FieldValue& value);

  ProtocolChoice choice_;
  WithBytes bytes_;
  bool first_member_ = true;
  std::vector<Node> pool_;
  Text value_{256};
  Text* text_ = nullptr;
  const ShownPacket* shown_ = nullptr;
};

}  // namespace wiretale
