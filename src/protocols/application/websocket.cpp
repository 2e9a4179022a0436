// WebSocket (RFC 6455): frames behind HTTP's upgrade.
#include <string>
#include <unordered_map>

#include "packet/tree.h"
#include "protocols/application/data.h"
#include "protocols/application/http_content.h"
#include "protocols/application/websocket_fields.h"
#include "protocols/catalog.h"

namespace wiretale::websocket {
namespace {

enum Opcode : uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

/// The fixed part of a frame.
struct Head {
  size_t size = 0;  ///< with the masking key; 0 while it is not whole
  uint64_t payload = 0;
};

Head read_head(Bytes bytes) {
  if (bytes.size() < 2) return {};
  const unsigned first_length = bytes[1] & 0x7fu;
  const size_t extended = first_length == 126 ? 2 : first_length == 127 ? 8 : 0;
  Head head{2 + extended + ((bytes[1] & 0x80) != 0 ? 4u : 0u), first_length};
  if (bytes.size() < head.size) return {};
  if (extended != 0) head.payload = 0;
  for (size_t i = 0; i < extended; ++i) head.payload = head.payload << 8 | bytes[2 + i];
  return head;
}

/// Messages in several frames, which are put together.
class Messages final : public KeptState {
 public:
  struct Message {
    uint8_t opcode = 0;
    std::string content;
  };
  /// The one that a side of a stream sends.
  [[nodiscard]] Message& of(const Dissection& about) {
    constexpr size_t most = 1 << 14;
    if (messages_.size() >= most) messages_.clear();
    const uint64_t stream = about.segment != nullptr ? about.segment->stream.index : UINT32_MAX;
    return messages_[stream << 17 | uint64_t{about.source_port} << 1];
  }

 private:
  std::unordered_map<uint64_t, Message> messages_;
};

void put_close(FieldWriter& out, size_t at, Bytes content) {
  out.put_text(field::payload_close, at, content.size(), content).label("Close");
  const Deeper below(out);
  if (content.size() < 2) return;
  out.put(field::payload_close_status_code, at, 2, be16(content.data()));
  if (content.size() > 2)
    out.put_text(field::payload_close_reason, at + 2, content.size() - 2, content.subspan(2));
}

/// What the frame carries, without its mask; `told` is what of it lies at `at`.
void put_payload(FieldWriter& out, uint8_t opcode, size_t at, size_t length, Bytes content) {
  switch (opcode) {
    case continuation: out.put_text(field::payload_continue, at, length, content); return;
    case text: out.put_text(field::payload_text, at, length, content); return;
    case close: put_close(out, at, content); return;
    case ping: out.put_text(field::payload_ping, at, length, content); return;
    case pong: out.put_text(field::payload_pong, at, length, content); return;
    case binary: return;
    default:
      out.put_text(field::payload_unknown, at, length, content);
      out.expert(field::payload_unknown_expert, ExpertSeverity::Note, ExpertGroup::Undecoded,
                 "Dissector for Websocket Opcode (", opcode,
                 ") code not implemented, Contact Wireshark developers if you want this supported");
  }
}

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  const Head head = read_head(layer);
  if (head.size == 0) return;
  const uint8_t opcode = layer[0] & 15;
  const bool final = (layer[0] & 0x80) != 0, masked = (layer[1] & 0x80) != 0;
  out.protocol_column("WebSocket");
  out.more_info(out.about.columns != nullptr && out.about.columns->info.view().starts_with("WebSocket") ? " "
                                                                                                        : "");
  const std::string_view name = find_name(field::opcode_labels, opcode);
  out.info("WebSocket ", name.empty() ? "Unknown Opcode" : name, final ? " [FIN]" : "[FRAGMENT] ",
           masked ? " [MASKED]" : " ");
  out.put_in(0, field::fin);
  out.put_in(0, field::rsv);
  out.put_in(0, field::opcode);
  out.put_in(1, field::mask);
  const unsigned first_length = layer[1] & 0x7fu;
  Item item = out.put_in(1, field::payload_length);
  if (first_length == 126) {
    item.more(" Extended Payload Length (16 bits)");
    out.put(field::payload_length_ext_16, 2, 2);
  } else if (first_length == 127) {
    item.more(" Extended Payload Length (64 bits)");
    out.put(field::payload_length_ext_64, 2, 8);
  }
  if (masked) out.put(field::masking_key, head.size - 4, 4);
  const size_t length = std::min<uint64_t>(head.payload, layer.size() - head.size);
  if (length == 0) return;
  std::string content(reinterpret_cast<const char*>(layer.data()) + head.size, length);
  if (masked) {
    out.put(field::masked_payload, head.size, length);
    for (size_t i = 0; i < length; ++i)
      content[i] = static_cast<char>(static_cast<uint8_t>(content[i]) ^ layer[head.size - 4 + i % 4]);
  }
  Messages::Message& message = out.about.kept.get<Messages>().of(out.about);
  uint8_t type = opcode;
  bool shown = true;
  if (opcode < close) {
    constexpr size_t longest = 1 << 20;
    if (opcode != continuation) message = {opcode, {}};
    if (!final) {
      if (message.content.size() + length <= longest) message.content += content;
      shown = false;
    } else if (opcode == continuation) {
      content.insert(0, message.content);
      type = message.opcode;
      message = {};
    }
  }
  const Bytes bytes{reinterpret_cast<const uint8_t*>(content.data()), content.size()};
  out.put_text(field::payload, head.size, length, bytes);
  if (!shown) return;
  {
    const Deeper below(out);
    put_payload(out, type, head.size, length, bytes);
  }
  if (type == text) http::put_text_lines(out, head.size, length, bytes);
  if (type == binary) data::put_beside(out, head.size, length, bytes);
}

MessageLength frame(Bytes stream, Dissection&) {
  const Head head = read_head(stream);
  if (head.size == 0) return MessageLength::more();
  constexpr uint64_t longest = 1 << 30;
  if (head.payload > longest) return {};
  return MessageLength::known(head.size + head.payload);
}

}  // namespace

extern constinit const Protocol protocol{.name = "websocket",
                                         .title = "WebSocket",
                                         .fields = field::all,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame};

}  // namespace wiretale::websocket
