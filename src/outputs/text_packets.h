// Packets as text: summary lines, trees and bytes in tshark's arrangement.
#pragma once
#include <string>
#include <vector>

#include "outputs/frame_bytes.h"
#include "outputs/packet_list.h"

namespace wiretale {

struct TextPacketsOptions {
  bool tree = false;              ///< -V
  std::vector<std::string> only;  ///< -O
  bool bytes = false;             ///< -x
  HexdumpText characters = HexdumpText::Plain;
  bool summary = true;
  char column_separator = ' ';
  std::string separator;  ///< -S
};

class TextPackets : public PacketOutput {
 public:
  TextPackets(PacketList& list, TextPacketsOptions options) : list_(list), options_(std::move(options)) {}
  void show(Text& text, const ShownPacket& shown) override;

 private:
  PacketList& list_;
  TextPacketsOptions options_;
};

}  // namespace wiretale
