// The field tree of SSH (RFC 4253): version lines, the key exchange, and encrypted packets as they are.
#include "protocols/application/ssh_tree.h"

#include "base/md5.h"
#include "packet/field_cursor.h"
#include "packet/stream_states.h"
#include "protocols/application/ssh_fields.h"

namespace wiretale::ssh {
namespace {

constexpr uint16_t server_port = 22;
constexpr size_t longest_packet = 1 << 18;

enum MessageCode : uint8_t {
  disconnect = 1,
  kex_init = 20,
  new_keys = 21,
  kex_first = 30,
  kex_second = 31,
  group_init = 32,
  group_reply = 33,
  group_request = 34
};

/// A connection; sides: from the client, from the server.
struct Connection {
  bool versions[2] = {false, false}, encrypted[2] = {false, false};
  uint32_t packets[2] = {0, 0};
  std::string methods[2];  ///< of key exchange, in the order of preference
};
using Connections = StreamStates<Connection>;

unsigned side_of(const Dissection& about) { return about.destination_port == server_port ? 0 : 1; }

bool begins_with_version(Bytes stream) {
  return stream.size() >= 4 && std::string_view(reinterpret_cast<const char*>(stream.data()), 4) == "SSH-";
}

std::string_view text_in(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// The first method of the client that the server has too (RFC 4253 7.1).
std::string_view chosen_method(const Connection& connection) {
  std::string_view client = connection.methods[0];
  const std::string server = ',' + connection.methods[1] + ',';
  while (!client.empty()) {
    const size_t comma = client.find(',');
    const std::string_view name = client.substr(0, comma);
    if (server.find(text_of(',', name, ',')) != server.npos) return name;
    client = comma == client.npos ? std::string_view{} : client.substr(comma + 1);
  }
  return {};
}

/// A list of names with its length in front (RFC 4251 5).
std::string_view put_names(FieldCursor& in, const Field& length, const Field& names) {
  const auto size = static_cast<size_t>(in.number(4));
  in.put(length, 4);
  const std::string_view text = text_in(in.peek(size));
  in.put(names, size);
  return text;
}

void put_fingerprint(FieldWriter& out, unsigned side, const std::string& algorithms, size_t at) {
  const Field& list = side == 0 ? field::kex_hassh_algorithms : field::kex_hasshserver_algorithms;
  const Field& hash = side == 0 ? field::kex_hassh : field::kex_hasshserver;
  if (!out.wants(list) && !out.wants(hash) && !out.wants_labels()) return;
  out.put_text(list, at, 0, algorithms).generated();
  std::string digits;
  for (const uint8_t byte : md5(algorithms)) digits += text_of(Hex{byte, 2});
  out.put_text(hash, at, 0, digits).generated();
}

void put_kex_init(FieldCursor& in, Connection& connection, unsigned side) {
  using namespace field;
  FieldWriter& out = in.out;
  const size_t begin = in.at;
  out.put_words(begin, in.left(), "Algorithms");
  const Deeper below(out);
  constexpr size_t cookie_size = 16, longest_list = 4096;
  in.put(cookie, cookie_size);
  const std::string_view methods = put_names(in, kex_algorithms_length, kex_algorithms);
  connection.methods[side] = methods.substr(0, longest_list);
  (void)put_names(in, server_host_key_algorithms_length, server_host_key_algorithms);
  const std::string_view ciphers[] = {
      put_names(in, encryption_algorithms_client_to_server_length, encryption_algorithms_client_to_server),
      put_names(in, encryption_algorithms_server_to_client_length, encryption_algorithms_server_to_client)};
  const std::string_view macs[] = {
      put_names(in, mac_algorithms_client_to_server_length, mac_algorithms_client_to_server),
      put_names(in, mac_algorithms_server_to_client_length, mac_algorithms_server_to_client)};
  const std::string_view compression[] = {
      put_names(in, compression_algorithms_client_to_server_length, compression_algorithms_client_to_server),
      put_names(in, compression_algorithms_server_to_client_length, compression_algorithms_server_to_client)};
  (void)put_names(in, languages_client_to_server_length, languages_client_to_server);
  (void)put_names(in, languages_server_to_client_length, languages_server_to_client);
  in.put(first_kex_packet_follows, 1);
  in.put(kex_reserved, 4);
  put_fingerprint(out, side, text_of(methods, ';', ciphers[side], ';', macs[side], ';', compression[side]),
                  begin);
}

void put_number(FieldCursor& in, const Field& field) {
  const auto size = static_cast<size_t>(in.number(4));
  in.put(field::mpint_length, 4);
  in.put(field, size);
}

void put_sized(FieldCursor& in, const Field& length, const Field& field) {
  const auto size = static_cast<size_t>(in.number(4));
  in.put(length, 4);
  in.put(field, size);
}

void put_host_key(FieldCursor& in) {
  FieldWriter& out = in.out;
  const auto size = static_cast<size_t>(in.number(4));
  const Bytes key = in.peek(size + 4).subspan(4);
  const size_t name_size = key.size() >= 4 ? be32(key.data()) : 0;
  if (name_size + 4 > key.size()) in.too_short();
  const std::string_view name = text_in(key.subspan(4, name_size));
  out.put_words(in.at, size + 4, "KEX host key (type: ", name, ')');
  const Deeper below(out);
  in.put(field::host_key_length, 4);
  in.put(field::host_key_type_length, 4);
  in.put(field::host_key_type, name_size);
  const size_t end = in.at + size - 4 - name_size;
  if (name == "ssh-rsa") {
    put_number(in, field::host_key_rsa_e);
    put_number(in, field::host_key_rsa_n);
  } else if (name == "ssh-dss") {
    for (const Field* part :
         {&field::host_key_dsa_p, &field::host_key_dsa_q, &field::host_key_dsa_g, &field::host_key_dsa_y})
      put_number(in, *part);
  } else if (name.starts_with("ecdsa-sha2-")) {
    put_sized(in, field::host_key_ecdsa_id_length, field::host_key_ecdsa_id);
    put_sized(in, field::host_key_ecdsa_q_length, field::host_key_ecdsa_q);
  } else if (name.starts_with("ssh-ed")) {
    put_sized(in, field::host_key_eddsa_key_length, field::host_key_eddsa_key);
  } else if (end > in.at) {
    in.put(field::host_key_data, end - in.at);
  }
  in.at = std::max(in.at, end);
}

void put_signature(FieldCursor& in) {
  FieldWriter& out = in.out;
  const auto size = static_cast<size_t>(in.number(4));
  const Bytes whole = in.peek(size + 4).subspan(4);
  const size_t name_size = whole.size() >= 4 ? be32(whole.data()) : 0;
  if (name_size + 4 > whole.size()) in.too_short();
  const std::string_view name = text_in(whole.subspan(4, name_size));
  out.put_words(in.at, size + 4, "KEX host signature (type: ", name, ')');
  const Deeper below(out);
  in.put(field::host_sig_length, 4);
  in.put(field::host_sig_type_length, 4);
  in.put(field::host_sig_type, name_size);
  const size_t left = size - 4 - name_size;
  if (name == "ssh-rsa" && left >= 4)
    put_number(in, field::host_sig_rsa);
  else if (left > 0)
    in.put(field::host_sig_data, left);
}

/// Messages 30 and up mean what the chosen method says (RFC 4253 8, RFC 4419, RFC 5656).
std::string_view exchange_name(std::string_view method, uint8_t code) {
  const bool curves = method.starts_with("ecdh-") || method.starts_with("curve"),
             groups = method.starts_with("diffie-hellman-group-exchange-");
  if (groups) switch (code) {
      case kex_second: return "Diffie-Hellman Group Exchange Group";
      case group_init: return "Diffie-Hellman Group Exchange Init";
      case group_reply: return "Diffie-Hellman Group Exchange Reply";
      case group_request: return "Diffie-Hellman Group Exchange Request";
      default: return {};
    }
  if (code == kex_first)
    return curves ? "Elliptic Curve Diffie-Hellman Key Exchange Init" : "Diffie-Hellman Key Exchange Init";
  if (code == kex_second)
    return curves ? "Elliptic Curve Diffie-Hellman Key Exchange Reply" : "Diffie-Hellman Key Exchange Reply";
  return {};
}

void put_exchange(FieldCursor& in, std::string_view method, uint8_t code) {
  const bool curves = method.starts_with("ecdh-") || method.starts_with("curve"),
             groups = method.starts_with("diffie-hellman-group-exchange-");
  if (groups && code == kex_second) {
    put_number(in, field::dh_gex_p);
    put_number(in, field::dh_gex_g);
  } else if (code == group_request) {
    for (const Field* part : {&field::dh_gex_min, &field::dh_gex_nbits, &field::dh_gex_max}) in.put(*part, 4);
  } else if (code == (groups ? group_init : kex_first)) {
    if (curves)
      put_sized(in, field::ecdh_q_c_length, field::ecdh_q_c);
    else
      put_number(in, field::dh_e);
  } else if (code == (groups ? group_reply : kex_second)) {
    put_host_key(in);
    if (curves)
      put_sized(in, field::ecdh_q_s_length, field::ecdh_q_s);
    else
      put_number(in, field::dh_f);
    put_signature(in);
  }
}

void put_plain(FieldWriter& out, size_t at, size_t end, Connection& connection, unsigned side) {
  FieldCursor in(out, "SSH", at, end);
  const auto length = static_cast<size_t>(in.number(4));
  in.put(field::packet_length, 4);
  const auto padding = static_cast<size_t>(in.number(1));
  in.put(field::padding_length, 1);
  if (length < padding + 2 || length > longest_packet) return;
  const size_t payload_end = std::min(in.end, in.at + length - 1 - padding);
  const auto code = static_cast<uint8_t>(in.number(1));
  const std::string_view method = chosen_method(connection);
  const bool exchanges = code >= kex_init && code < 50;
  std::string_view name = exchanges && code >= kex_first ? exchange_name(method, code) : std::string_view{};
  if (name.empty()) name = name_or(field::message_code_labels, code, "Unknown");
  out.more_info(name);
  if (exchanges && !method.empty() && code != kex_init)
    out.put_words(in.at, payload_end - in.at, "Key Exchange (method:", method, ')');
  else if (exchanges)
    out.put_words(in.at, payload_end - in.at, "Key Exchange");
  else
    out.put_words(in.at, payload_end - in.at, "Message");
  {
    const Deeper below(out);
    in.put(field::message_code, 1).label("Message Code: ", name, " (", code, ')');
    FieldCursor body(out, "SSH", in.at, payload_end);
    if (code == kex_init)
      put_kex_init(body, connection, side);
    else if (code >= kex_first && code <= group_request)
      put_exchange(body, method, code);
    else if (body.left() > 0)
      body.put(field::payload, body.left());
  }
  if (code == new_keys) connection.encrypted[side] = true;
  in.at = payload_end;
  if (padding > 0) in.put(field::padding_string, std::min(padding, in.left()));
  const uint32_t sequence = connection.packets[side]++;
  out.put(field::seq_num, at, 0, sequence);
}

void put_direction(FieldWriter& out, unsigned side) {
  out.put(field::direction, 0, 0, side)
      .label("Direction: ", side == 0 ? "client-to-server" : "server-to-client")
      .generated();
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  Connection& connection = out.about.kept.get<Connections>().of(out.about);
  const unsigned side = side_of(out.about);
  const std::string_view who = side == 0 ? "Client" : "Server";
  const bool more = out.about.columns != nullptr && out.about.columns->protocol.view().starts_with("SSH");
  if (more)
    out.more_info(", ");
  else
    out.info(who, ": ");
  if (begins_with_version(layer)) {
    out.protocol_column("SSH");
    std::string_view line = text_in(layer);
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    out.more_info("Protocol (", line, ')');
    out.put(field::protocol, 0, line.size());
    connection.versions[side] = true;
    return put_direction(out, side);
  }
  out.protocol_column("SSHv2");
  out.put_words(0, layer.size(), "SSH Version 2");
  {
    const Deeper below(out);
    if (connection.encrypted[side]) {
      constexpr size_t length_size = 4;
      out.more_info("Encrypted packet (len=", layer.size(), ')');
      if (layer.size() > length_size) {
        out.put(field::packet_length_encrypted, 0, length_size);
        out.put(field::encrypted_packet, length_size, layer.size() - length_size);
      } else {
        out.put(field::encrypted_packet, 0, layer.size());
      }
    } else {
      put_plain(out, 0, layer.size(), connection, side);
    }
  }
  put_direction(out, side);
}

MessageLength frame(Bytes stream, Dissection& about) {
  const Connection& connection = about.kept.get<Connections>().of(about);
  if (begins_with_version(stream)) {
    const size_t end = text_in(stream).find('\n');
    constexpr size_t longest_line = 255;
    if (end == std::string_view::npos)
      return stream.size() < longest_line ? MessageLength::more() : MessageLength{};
    return MessageLength::known(end + 1);
  }
  if (connection.encrypted[side_of(about)]) return MessageLength::known(stream.size());
  if (stream.size() < 4) return MessageLength::more();
  const size_t length = be32(stream.data());
  // Lengths of encrypted packets mean nothing: a capture that begins later.
  if (length > longest_packet || length < 5) return MessageLength::known(stream.size());
  return MessageLength::known(4 + length);
}

}  // namespace wiretale::ssh
