// Memcached's binary protocol: a header of 24 bytes, then extras, key and value.
#include "protocols/application/memcache_binary.h"

#include "packet/field_cursor.h"
#include "protocols/application/memcache_fields.h"

namespace wiretale::memcache {
namespace {

constexpr uint8_t request_magic = 0x80, response_magic = 0x81;
constexpr size_t header_length = 24;

enum Opcode : uint8_t {
  get,
  set,
  add,
  replace,
  remove,
  increment,
  decrement,
  quit,
  flush,
  get_quietly,
  no_op,
  version,
  get_key,
  get_key_quietly,
  append,
  prepend,
  statistics,
  set_quietly,
  add_quietly,
  replace_quietly,
  delete_quietly,
  increment_quietly,
  decrement_quietly,
  quit_quietly,
  flush_quietly,
  append_quietly,
  prepend_quietly
};

enum class Need : uint8_t { May, Must, MustNot };
struct Needs {
  Need extras, key, value;
};

bool stores(uint8_t opcode) {
  return (opcode >= set && opcode <= replace) || (opcode >= set_quietly && opcode <= replace_quietly);
}
bool counts(uint8_t opcode) {
  return opcode == increment || opcode == decrement || opcode == increment_quietly ||
         opcode == decrement_quietly;
}
bool gets(uint8_t opcode) {
  return opcode == get || opcode == get_quietly || opcode == get_key || opcode == get_key_quietly;
}
bool flushes(uint8_t opcode) { return opcode == flush || opcode == flush_quietly; }

/// What requests have, by memcached's own description of its protocol.
Needs request_needs(uint8_t opcode) {
  using enum Need;
  if (gets(opcode)) return {MustNot, Must, MustNot};
  if (stores(opcode)) return {Must, Must, May};
  if (counts(opcode)) return {Must, Must, MustNot};
  if (opcode == remove || opcode == delete_quietly) return {MustNot, Must, MustNot};
  if (flushes(opcode)) return {May, MustNot, MustNot};
  if (opcode == append || opcode == prepend || opcode == append_quietly || opcode == prepend_quietly)
    return {MustNot, Must, Must};
  if (opcode == statistics) return {MustNot, May, MustNot};
  if (opcode > prepend_quietly) return {May, May, May};
  return {MustNot, MustNot, MustNot};
}

struct Message {
  bool request;
  uint8_t opcode;
  uint16_t status;
  size_t extras, key, value;
  std::string_view name;
};

void complain(FieldWriter& out, const Field& field, const Message& message, std::string_view words) {
  out.expert(field, ExpertSeverity::Warning, ExpertGroup::Undecoded, message.name,
             message.request ? " Request " : " Response ", words);
}

void put_missing(FieldWriter& out, const Field& field, const Message& message, std::string_view words,
                 size_t at) {
  out.put_words(at, 0, message.name, message.request ? " Request " : " Response ", words);
  complain(out, field, message, words);
}

void put_extras(FieldWriter& out, const Message& message) {
  constexpr size_t at = header_length;
  if (message.extras == 0) {
    if (message.request && request_needs(message.opcode).extras == Need::Must)
      put_missing(out, field::extras_missing, message, "must have Extras", at);
    return;
  }
  out.put(field::extras, at, message.extras);
  const Deeper below(out);
  size_t used = 0;
  const auto put = [&](const Field& field, size_t size) {
    if (used + size > message.extras) throw LayerTooShort{"MEMCACHE"};
    out.put(field, at + used, size);
    used += size;
  };
  if (message.request && stores(message.opcode)) {
    put(field::extras_flags, 4);
    put(field::extras_expiration, 4);
  } else if (message.request && counts(message.opcode)) {
    put(field::extras_delta, 8);
    put(field::extras_initial, 8);
    put(field::extras_expiration, 4);
  } else if (message.request && flushes(message.opcode)) {
    put(field::extras_expiration, 4);
  } else if (!message.request && gets(message.opcode)) {
    put(field::extras_flags, 4);
  }
  if (used == message.extras) return;
  out.put(field::extras_unknown, at + used, message.extras - used);
  complain(out, field::extras_notexpected, message, "shall not have Extras");
}

void put_key(FieldWriter& out, const Message& message) {
  const size_t at = header_length + message.extras;
  const Need need = message.request ? request_needs(message.opcode).key : Need::May;
  if (message.key != 0) {
    out.put(field::key, at, message.key);
    if (need == Need::MustNot) complain(out, field::key_notexpected, message, "shall not have Key");
  } else if (need == Need::Must) {
    put_missing(out, field::key_missing, message, "must have Key", at);
  }
}

void put_value(FieldWriter& out, const Message& message) {
  const size_t at = header_length + message.extras + message.key;
  const Need need = message.request ? request_needs(message.opcode).value : Need::May;
  if (message.value == 0) {
    if (need == Need::Must) put_missing(out, field::value_missing, message, "must have Value", at);
    return;
  }
  if (!message.request && counts(message.opcode) && message.status == 0) {
    if (message.value != 8) throw LayerTooShort{"MEMCACHE"};
    out.put(field::extras_response, at, 8);
    return;
  }
  out.put(field::value, at, message.value);
  if (need == Need::MustNot) complain(out, field::value_notexpected, message, "shall not have Value");
}

}  // namespace

bool is_binary(Bytes bytes) {
  return !bytes.empty() && (bytes[0] == request_magic || bytes[0] == response_magic);
}

MessageLength binary_length(Bytes stream) {
  if (stream.size() < header_length) return MessageLength::more();
  return MessageLength::known(header_length + be32(&stream[8]));
}

void dissect_binary(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) throw LayerTooShort{"MEMCACHE"};
  const size_t body = std::min<size_t>(be32(&layer[8]), layer.size() - header_length);
  Message message{layer[0] == request_magic, layer[1], be16(&layer[6]), layer[4], be16(&layer[2]), 0, {}};
  message.extras = std::min(message.extras, body);
  message.key = std::min(message.key, body - message.extras);
  message.value = body - message.extras - message.key;
  const std::string_view known = find_name(field::opcode_labels, message.opcode);
  const std::string unknown =
      known.empty() ? text_of("Unknown opcode (", message.opcode, ')') : std::string{};
  message.name = known.empty() ? std::string_view(unknown) : known;
  const std::string_view kind = message.request ? " Request" : " Response";
  out.root().label("Memcache Protocol, ", message.name, kind);
  out.info(message.name, kind);
  out.put(field::magic, 0, 1);
  out.put(field::opcode, 1, 1);
  if (known.empty())
    out.expert(field::opcode_unknown, ExpertSeverity::Warning, ExpertGroup::Undecoded,
               "Unknown opcode: ", message.opcode);
  out.put(field::key_length, 2, 2);
  out.put(field::extras_length, 4, 1);
  out.put(field::data_type, 5, 1);
  if (message.request) {
    out.put(field::reserved, 6, 2);
  } else {
    out.put(field::status, 6, 2);
    if (message.status != 0) {
      const std::string_view status = name_or(field::status_labels, message.status, "Unknown");
      out.more_info(" (", status, ')');
      out.expert(field::status_response, ExpertSeverity::Note, ExpertGroup::Response, message.name, ": ",
                 status);
    }
  }
  out.put(field::value_length, 8, 0, message.value).generated();
  out.put(field::total_body_length, 8, 4);
  out.put(field::opaque, 12, 4);
  out.put(field::cas, 16, 8);
  put_extras(out, message);
  put_key(out, message);
  put_value(out, message);
}

}  // namespace wiretale::memcache
