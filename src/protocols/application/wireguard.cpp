// WireGuard: handshakes and what they protect, which stays encrypted.
#include <unordered_map>

#include "packet/tree.h"
#include "protocols/application/wireguard_fields.h"
#include "protocols/catalog.h"

namespace wiretale::wireguard {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 51820, Scope::Tree}};

enum Type : uint8_t { initiation = 1, response = 2, cookie = 3, transport = 4 };

constexpr size_t key_size = 32, tag_size = 16;

uint32_t little_endian(Bytes bytes, size_t at) {
  return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | uint32_t{bytes[at + 3]} << 24;
}

/// Sessions by the numbers that the two sides chose for themselves.
class Sessions final : public KeptState {
 public:
  struct Session {
    uint32_t index = 0, initiated = 0;  ///< initiated: the frame that began it
  };
  Session begin(uint32_t sender, uint32_t frame) {
    constexpr size_t most = 1 << 16;
    if (sessions_.size() >= most) sessions_.clear();
    const auto [place, added] = sessions_.try_emplace(sender, Session{count_, frame});
    if (added) ++count_;
    return place->second;
  }
  const Session* find(uint32_t receiver) const {
    const auto found = sessions_.find(receiver);
    return found == sessions_.end() ? nullptr : &found->second;
  }
  void join(uint32_t sender, const Session& session) { sessions_[sender] = session; }

 private:
  uint32_t count_ = 0;
  std::unordered_map<uint32_t, Session> sessions_;
};

/// RFC 4648 4.
std::string base64(Bytes bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    const size_t count = std::min<size_t>(3, bytes.size() - i);
    for (size_t j = 0; j < 3; ++j) group = group << 8 | (j < count ? bytes[i + j] : 0u);
    for (size_t j = 0; j < 4; ++j) text += j <= count ? letters[group >> (18 - 6 * j) & 63] : '=';
  }
  return text;
}

void put_number(FieldWriter& out, const Field& field, size_t at) {
  out.put(field, at, 4, little_endian(out.layer(), at));
}

void put_ephemeral(FieldWriter& out, size_t at) {
  const std::string text = base64(out.layer().subspan(at, key_size));
  out.put_text(field::ephemeral, at, key_size, text);
  const Deeper below(out);
  out.put(field::ephemeral_known_privkey, at, 0, 0).generated();
}

void put_macs(FieldWriter& out, size_t at) {
  out.put(field::mac1, at, 16);
  out.put(field::mac2, at + 16, 16);
}

void put_stream(FieldWriter& out, const Sessions::Session& session) {
  out.put(field::stream, 0, 0, session.index).generated();
}

void put_initiation(Bytes layer, FieldWriter& out) {
  const uint32_t sender = little_endian(layer, 4);
  out.info("Handshake Initiation, sender=0x", HexUpper{sender, 8});
  put_number(out, field::sender, 4);
  put_ephemeral(out, 8);
  out.put(field::encrypted_static, 40, key_size + tag_size);
  out.put(field::encrypted_timestamp, 88, 12 + tag_size);
  put_macs(out, 116);
  put_stream(out, out.about.kept.get<Sessions>().begin(sender, out.about.packet.number));
}

void put_response(Bytes layer, FieldWriter& out) {
  const uint32_t sender = little_endian(layer, 4), receiver = little_endian(layer, 8);
  out.info("Handshake Response, sender=0x", HexUpper{sender, 8}, ", receiver=0x", HexUpper{receiver, 8});
  put_number(out, field::sender, 4);
  put_number(out, field::receiver, 8);
  put_ephemeral(out, 12);
  out.put(field::encrypted_empty, 44, tag_size);
  put_macs(out, 60);
  Sessions& sessions = out.about.kept.get<Sessions>();
  const Sessions::Session* found = sessions.find(receiver);
  if (found == nullptr) return;
  const Sessions::Session session = *found;
  sessions.join(sender, session);
  put_stream(out, session);
  out.put(field::response_to, 0, 0, session.initiated).generated();
}

void put_cookie(Bytes layer, FieldWriter& out) {
  const uint32_t receiver = little_endian(layer, 4);
  out.info("Cookie Reply, receiver=0x", HexUpper{receiver, 8});
  put_number(out, field::receiver, 4);
  out.put(field::nonce, 8, 24);
  out.put(field::encrypted_cookie, 32, 16 + tag_size);
  const Sessions::Session* session = out.about.kept.get<Sessions>().find(receiver);
  if (session == nullptr) return;
  put_stream(out, *session);
  out.put(field::response_to, 0, 0, session->initiated).generated();
}

void put_transport(Bytes layer, FieldWriter& out) {
  constexpr size_t header = 16;
  const uint32_t receiver = little_endian(layer, 4);
  const uint64_t counter = little_endian(layer, 8) | uint64_t{little_endian(layer, 12)} << 32;
  const size_t length = layer.size() - header;
  const bool alive = length == tag_size;
  out.info(alive ? "Keepalive" : "Transport Data", ", receiver=0x", HexUpper{receiver, 8},
           ", counter=", counter);
  if (!alive) out.more_info(", datalen=", length - tag_size);
  put_number(out, field::receiver, 4);
  out.put(field::counter, 8, 8, counter);
  out.put(field::encrypted_packet, header, length);
  if (alive)
    out.expert(field::keepalive, ExpertSeverity::Chat, ExpertGroup::Sequence, field::keepalive.label);
  if (const Sessions::Session* session = out.about.kept.get<Sessions>().find(receiver))
    put_stream(out, *session);
}

Step decode(Cursor& in, Context&) {
  in.skip(4);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  if (layer.size() < 4) return;
  out.protocol_column("WireGuard");
  out.put(field::type, 0, 1);
  out.put(field::reserved, 1, 3);
  const std::string_view name = find_name(field::type_labels, layer[0]);
  out.info(name.empty() ? "Unknown" : name);
  constexpr size_t sizes[] = {0, 148, 92, 64, 32};
  if (layer[0] == 0 || layer[0] > transport || layer.size() < sizes[layer[0]]) return;
  switch (layer[0]) {
    case initiation: return put_initiation(layer, out);
    case response: return put_response(layer, out);
    case cookie: return put_cookie(layer, out);
    default: return put_transport(layer, out);
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "wg",
                                         .title = "WireGuard Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect};

}  // namespace wiretale::wireguard
