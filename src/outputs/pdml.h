// The field tree as XML: tshark -T pdml.
#pragma once
#include <string>

#include "outputs/field_table.h"
#include "outputs/packet_output.h"
#include "outputs/tree_walk.h"

namespace wiretale {

class PdmlOutput : public PacketOutput {
 public:
  PdmlOutput(ProtocolChoice choice, std::string capture_file)
      : choice_(std::move(choice)), capture_file_(std::move(capture_file)) {}
  void begin(Text& text) override;
  void show(Text& text, const ShownPacket& shown) override;
  void end(Text& text) override { text.append("</pdml>\n"); }

 private:
  void append_lines(Node from, Node to, const ProtocolChoice& choice, unsigned indent);
  void append_line_of(Node node, const ProtocolChoice& choice, unsigned indent);
  void append_value_of(const FieldValue& value);

  ProtocolChoice choice_;
  std::string capture_file_;
  Text words_{256};
  Text* text_ = nullptr;
  const ShownPacket* shown_ = nullptr;
};

/// -T pdml -e: only the chosen fields, without the tree.
class PdmlFields : public PacketOutput {
 public:
  PdmlFields(ChosenValues values, std::string capture_file);
  void begin(Text& text) override;
  void show(Text& text, const ShownPacket& shown) override;
  void end(Text& text) override { text.append("</pdml>\n"); }

 private:
  ChosenValues values_;
  std::string capture_file_;
  std::vector<Text> cells_;
  Text value_{256};
};

}  // namespace wiretale
