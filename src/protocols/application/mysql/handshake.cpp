// The field tree of MySQL's connection phase: greeting and login.
#include "protocols/application/mysql/mysql.h"
#include "protocols/application/mysql/mysql_fields.h"

namespace wiretale::mysql {
namespace {

constexpr const Field* capability_bits[] = {
    &field::caps_lp, &field::caps_fr, &field::caps_lf, &field::caps_cd, &field::caps_ns, &field::caps_cp,
    &field::caps_ob, &field::caps_li, &field::caps_is, &field::caps_cu, &field::caps_ia, &field::caps_sl,
    &field::caps_ii, &field::caps_ta, &field::caps_rs, &field::caps_sc};
/// Wireshark gives it the name of the flag for plugins too.
constexpr Field lenenc_data{"mysql.caps.pa", "Plugin Auth LENENC Client Data", bits(10, 1).within(0, 16),
                            Type::Boolean, Show::Flag};

constexpr const Field* extended_bits[] = {&field::caps_ms,
                                          &field::caps_mr,
                                          &field::caps_pm,
                                          &field::caps_pa,
                                          &field::caps_ca,
                                          &lenenc_data,
                                          &field::caps_ep,
                                          &field::caps_session_track,
                                          &field::caps_deprecate_eof,
                                          &field::caps_optional_metadata,
                                          &field::caps_compress_zsd,
                                          &field::caps_query_attrs,
                                          &field::caps_mf_auth,
                                          &field::caps_cap_ext,
                                          &field::caps_unused};
constexpr const Field* status_bits[] = {&field::stat_it,
                                        &field::stat_ac,
                                        &field::stat_mu,
                                        &field::stat_mr,
                                        &field::stat_bi,
                                        &field::stat_ni,
                                        &field::stat_cr,
                                        &field::stat_lr,
                                        &field::stat_dr,
                                        &field::stat_bs,
                                        &field::stat_mc,
                                        &field::stat_query_was_slow,
                                        &field::stat_ps_out_params,
                                        &field::stat_trans_readonly,
                                        &field::stat_session_state_changed};

/// Two bytes of flags, lowest first, with a line for each.
uint32_t put_bits(FieldCursor& in, const Field& whole, std::span<const Field* const> bits) {
  const uint64_t value = little(in.peek(2));
  in.put(whole, 2, value);
  const Deeper below(in.out);
  for (const Field* bit : bits) {
    const unsigned shift = 16u - bit->place.bit - bit->place.width;
    in.out.put(*bit, in.at - 2, 2, value >> shift & ((1u << bit->place.width) - 1));
  }
  return static_cast<uint32_t>(value);
}

void put_attributes(FieldCursor& in) {
  const Encoded whole = put_encoded(in);
  const size_t end =
      std::min(in.end, in.at + static_cast<size_t>(std::min<uint64_t>(whole.value, in.left())));
  in.out.put(field::connattrs, in.at, end - in.at);
  const Deeper below(in.out);
  in.out.put(field::connattrs_length, whole.at, whole.size, whole.value);
  while (in.at < end) {
    const size_t begin = in.at;
    Item line = in.out.put(field::connattrs_attr, begin, 0);
    const Deeper attribute(in.out);
    const auto put = [&](const Field& length, const Field& text) {
      const Encoded size = put_encoded(in);
      in.out.put(length, size.at, size.size, size.value);
      const Bytes bytes = in.peek(static_cast<size_t>(std::min<uint64_t>(size.value, SIZE_MAX / 2)));
      in.put(text, bytes.size());
      return std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    };
    const std::string_view name = put(field::connattrs_name_length, field::connattrs_name);
    const std::string_view value = put(field::connattrs_value_length, field::connattrs_value);
    line.length(in.at - begin).more(" - ", name, ": ", value);
  }
}

}  // namespace

uint64_t little(Bytes bytes) {
  uint64_t value = 0;
  for (size_t i = bytes.size(); i-- > 0;) value = value << 8 | bytes[i];
  return value;
}

std::string_view take_string(FieldCursor& in, const Field& field) {
  const Bytes rest = in.peek(in.left());
  const std::string_view all{reinterpret_cast<const char*>(rest.data()), rest.size()};
  const size_t end = std::min(all.find('\0'), all.size());
  const size_t whole = std::min(end + 1, all.size());
  in.out.put_text(field, in.at, whole, all.substr(0, end));
  in.skip(whole);
  return all.substr(0, end);
}

void put_status(FieldCursor& in) { (void)put_bits(in, field::server_status, status_bits); }

void put_greeting(FieldCursor& in) {
  FieldWriter& out = in.out;
  out.put(field::server_greeting, in.at, in.left());
  const Deeper below(out);
  const uint64_t protocol = in.number(1);
  in.put(field::protocol, 1);
  const std::string_view version = take_string(in, field::version);
  out.info("Server Greeting  proto=", protocol, " version=", version, ' ');
  in.put(field::thread_id, 4, little(in.peek(4)));
  if (protocol <= 9) return;
  (void)take_string(in, field::salt);
  if (in.left() == 0) return;
  (void)put_bits(in, field::caps_server, capability_bits);
  if (in.left() == 0) return;
  in.put(field::server_language, 1);
  put_status(in);
  const uint32_t extended = put_bits(in, field::extcaps_server, extended_bits);
  in.put(field::auth_plugin_length, 1);
  constexpr size_t reserved = 10;
  in.put(field::unused, reserved);
  if (in.left() > 0) (void)take_string(in, field::salt2);
  if ((extended << 16 & plugin_authentication) != 0 && in.left() > 0)
    (void)take_string(in, field::auth_plugin);
}

void put_login(FieldCursor& in, Connection& connection) {
  FieldWriter& out = in.out;
  out.put(field::login_request, in.at, in.left());
  const Deeper below(out);
  connection.capabilities = put_bits(in, field::caps_client, capability_bits);
  out.info("Login Request ");
  if ((connection.capabilities & speaks_41) != 0) {
    connection.capabilities |= put_bits(in, field::extcaps_client, extended_bits) << 16;
    in.put(field::max_packet, 4, little(in.peek(4)));
    in.put(field::charset, 1);
    constexpr size_t reserved = 23;
    in.put(field::unused, reserved);
  } else {
    in.put(field::max_packet, 3, little(in.peek(3)));
  }
  if (in.left() == 0) return;  // TLS follows
  const std::string_view user = take_string(in, field::user);
  out.info("Login Request user=", user, ' ');
  if (in.left() > 0) {
    size_t length = 0;
    if ((connection.capabilities & secure_connection) != 0) {
      length = in.take(1);
      if (length > 0) in.put(field::passwd, length);
    } else {
      (void)take_string(in, field::passwd);
    }
  }
  if ((connection.capabilities & connect_with_database) != 0 && in.left() > 0) {
    const std::string_view schema = take_string(in, field::schema);
    if (!schema.empty()) out.more_info("db=", schema, ' ');
  }
  if ((connection.capabilities & plugin_authentication) != 0 && in.left() > 0)
    (void)take_string(in, field::client_auth_plugin);
  if ((connection.capabilities & connection_attributes) != 0 && in.left() > 0) put_attributes(in);
}

}  // namespace wiretale::mysql
