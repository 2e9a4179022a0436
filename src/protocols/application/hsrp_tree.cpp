// HSRP version 0 in the field tree (RFC 2281), with Cisco's advertisements and digests behind it.
#include "protocols/application/hsrp_tree.h"

namespace wiretale::hsrp {
namespace {

constexpr size_t header_length = 20, password_length = 8, digest_length = 28;
constexpr uint8_t advertise = 3, digest_element = 4;
constexpr std::string_view default_password = "cisco";

std::string_view time_words(uint8_t seconds, uint8_t usual) {
  return seconds == usual ? "Default" : "Non-Default";
}

void put_advertisement(FieldWriter& out) {
  out.put(advertisement_type, 2, 2);
  out.put(advertisement_length, 4, 2);
  out.put(advertisement_state, 6, 1);
  out.put(advertisement_reserved1, 7, 1);
  out.put(advertisement_active, 8, 2);
  out.put(advertisement_passive, 10, 2);
  out.put(advertisement_reserved2, 12, 4);
}

void put_digest(Bytes layer, FieldWriter& out) {
  const size_t at = header_length;
  const unsigned size = layer[at + 1];
  out.put_words(at, size + 2, "MD5 Authentication TLV: Type=", digest_element, " Len=", size);
  if (size < digest_length || at + 2 + digest_length > layer.size()) return;
  const Deeper below(out);
  const uint8_t algorithm = layer[at + 2];
  out.put_words(at + 2, 1, "MD5 Algorithm: ", algorithm == 1 ? "MD5" : "Unknown", " (", algorithm, ')');
  out.put_words(at + 3, 1, "Padding: 0x", Hex{layer[at + 3], 2});
  out.put_words(at + 4, 2, "MD5 Flags: ", be16(&layer[at + 4]));
  out.put(digest_address, at + 6, 4);
  out.put_words(at + 10, 4, "MD5 Key ID: ", be32(&layer[at + 10]));
  Item item = out.put_words(at + 14, 16, "MD5 Authentication Data: ");
  for (size_t i = 0; i < 16; ++i) item.more(Hex{layer[at + 14 + i], 2});
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  constexpr uint8_t usual_hello = 3, usual_hold = 10;
  if (layer.size() < 2) return;
  const std::string_view what = name_or(operation.names, layer[1], "Unknown");
  out.root().length(layer.size());
  out.protocol_column("HSRP");
  out.info(what);
  if (layer[0] != 0) return;
  out.put(version);
  out.put(operation);
  if (layer[1] == advertise) {
    if (layer.size() >= 16) put_advertisement(out);
    return;
  }
  if (layer.size() < header_length) return;
  out.more_info(" (state ", name_or(state.names, layer[2], "Unknown"), ')');
  out.put(state);
  out.put(hello_time).label("Hellotime: ", time_words(layer[3], usual_hello), " (", layer[3], ')');
  out.put(hold_time).label("Holdtime: ", time_words(layer[4], usual_hold), " (", layer[4], ')');
  out.put(priority);
  out.put(group);
  out.put(reserved);
  size_t letters = 0;
  while (letters < password_length && layer[8 + letters] != 0) ++letters;
  const std::string_view word{reinterpret_cast<const char*>(&layer[8]), letters};
  out.put_text(password, 8, password_length, word)
      .label("Authentication Data: ", word == default_password ? "Default" : "Non-Default", " (",
             Escaped{layer.subspan(8, letters)}, ')');
  out.put(address);
  if (layer.size() >= header_length + 2 && layer[header_length] == digest_element) put_digest(layer, out);
}

}  // namespace wiretale::hsrp
