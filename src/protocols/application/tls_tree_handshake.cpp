// The bodies of TLS handshake messages in the field tree (RFC 8446 4, RFC 5246 7.4).
#include "base/md5.h"
#include "packet/time_words.h"
#include "protocols/application/tls_fields.h"
#include "protocols/application/tls_tree.h"
#include "protocols/application/x509/ocsp.h"
#include "protocols/application/x509/x509.h"

namespace wiretale::tls {
namespace {

constexpr uint64_t second = 1'000'000'000;

void append_number(std::string& list, unsigned number) {
  if (!list.empty()) list += '-';
  list += text_of(number);
}

/// Reserved values that keep servers flexible (RFC 8701) are no part of fingerprints.
bool is_grease(unsigned number) { return (number & 0x0f0f) == 0x0a0a && number >> 8 == (number & 255); }

void put_fingerprint(FieldWriter& out, size_t at, const Field& words, const Field& digest,
                     const std::string& text) {
  if (!out.wants(words) && !out.wants(digest)) return;
  std::string hex;
  for (const uint8_t byte : md5(text)) hex += text_of(Hex{byte, 2});
  out.put_text(words, at, 0, text).generated();
  out.put_text(digest, at, 0, hex).generated();
}

void put_random(FieldCursor& in, bool with_time) {
  FieldWriter& out = in.out;
  const size_t at = in.at;
  in.put(field::handshake_random, 32);
  if (!with_time) return;
  const Deeper below(out);
  out.put(field::handshake_random_time, at, 4, uint64_t{be32(&out.layer()[at])} * second);
  out.put(field::handshake_random_bytes, at + 4, 28);
}

void put_session_id(FieldCursor& in) {
  const size_t length = static_cast<size_t>(in.number(1));
  in.put(field::handshake_session_id_length, 1);
  if (length != 0) in.put(field::handshake_session_id, length);
}

void put_client_hello(FieldCursor& in, size_t end, Session& session) {
  FieldWriter& out = in.out;
  const size_t start = in.at;
  Fingerprint print;
  const unsigned version = static_cast<unsigned>(in.number(2));
  in.put(field::handshake_version, 2);
  put_random(in, true);
  put_session_id(in);
  const size_t ciphers = static_cast<size_t>(in.number(2));
  in.put(field::handshake_cipher_suites_length, 2);
  (void)in.peek(ciphers);
  out.put(field::handshake_ciphersuites, in.at, ciphers)
      .label("Cipher Suites (", ciphers / 2, ciphers == 2 ? " suite)" : " suites)");
  {
    const Deeper below(out);
    for (size_t i = 0; i + 1 < ciphers; i += 2) {
      const unsigned cipher = static_cast<unsigned>(in.number(2));
      if (!is_grease(cipher)) append_number(print.ciphers, cipher);
      in.put(field::handshake_ciphersuite, 2);
    }
  }
  const size_t methods = static_cast<size_t>(in.number(1));
  in.put(field::handshake_comp_methods_length, 1);
  out.put(field::handshake_comp_methods, in.at, methods)
      .label("Compression Methods (", methods, methods == 1 ? " method)" : " methods)");
  {
    const Deeper below(out);
    for (size_t i = 0; i < methods; ++i) in.put(field::handshake_comp_method, 1);
  }
  if (in.at + 2 <= end) put_extensions(in, 1, end, session, print);
  put_fingerprint(
      out, start, field::handshake_ja3_full, field::handshake_ja3,
      text_of(version, ',', print.ciphers, ',', print.extensions, ',', print.groups, ',', print.formats));
}

/// The version in supported_versions, which is the true one of TLS 1.3.
unsigned chosen_version(Bytes body) {
  constexpr unsigned supported_versions = 43;
  if (body.size() < 38) return 0;
  const unsigned version = be16(body.data());
  size_t at = 34;
  at += 1u + body[at] + 3;
  if (version >> 8 == 0x7f) return version;
  for (at += 2; at + 4 <= body.size(); at += 4u + be16(&body[at + 2]))
    if (be16(&body[at]) == supported_versions && be16(&body[at + 2]) == 2 && at + 6 <= body.size())
      return be16(&body[at + 4]);
  return version;
}

void put_server_hello(FieldCursor& in, size_t end, Session& session) {
  FieldWriter& out = in.out;
  const size_t start = in.at;
  Fingerprint print;
  session.version = static_cast<uint16_t>(chosen_version(in.peek(end - in.at)));
  const unsigned version = static_cast<unsigned>(in.number(2));
  in.put(field::handshake_version, 2);
  put_random(in, !session.is_tls_1_3());
  const bool draft = version >> 8 == 0x7f && version < 0x7f16;  // without a session ID
  if (!draft) put_session_id(in);
  const unsigned cipher = static_cast<unsigned>(in.number(2));
  session.cipher = static_cast<uint16_t>(cipher);
  in.put(field::handshake_ciphersuite, 2);
  if (!draft) in.put(field::handshake_comp_method, 1);
  if (in.at + 2 <= end) put_extensions(in, 2, end, session, print);
  put_fingerprint(out, start, field::handshake_ja3s_full, field::handshake_ja3s,
                  text_of(version, ',', cipher, ',', print.extensions));
}

void put_ticket(FieldCursor& in, size_t end, Session& session) {
  FieldWriter& out = in.out;
  out.put_words(in.at, end - in.at, "TLS Session Ticket");
  const Deeper below(out);
  const uint64_t hint = in.number(4);
  in.put(field::handshake_session_ticket_lifetime_hint, 4).more(" seconds (", time_words(hint), ')');
  if (session.is_tls_1_3()) {
    in.put(field::handshake_session_ticket_age_add, 4);
    const size_t nonce = static_cast<size_t>(in.number(1));
    in.put(field::handshake_session_ticket_nonce_length, 1);
    in.put(field::handshake_session_ticket_nonce, nonce);
  }
  const size_t length = static_cast<size_t>(in.number(2));
  in.put(field::handshake_session_ticket_length, 2);
  in.put(field::handshake_session_ticket, length);
}

void put_certificates(FieldCursor& in, size_t end) {
  FieldWriter& out = in.out;
  const size_t length = static_cast<size_t>(in.number(3));
  in.put(field::handshake_certificates_length, 3);
  if (length == 0) return;
  (void)in.peek(length);
  out.put(field::handshake_certificates, in.at, length).label("Certificates (", length, " bytes)");
  const Deeper below(out);
  for (const size_t all_end = std::min(in.at + length, end); in.at + 3 <= all_end;) {
    const size_t size = static_cast<size_t>(in.number(3));
    in.put(field::handshake_certificate_length, 3);
    const size_t at = in.at;
    Item line = in.put(field::handshake_certificate, size);
    // "Certificate: " and 36 bytes in hexadecimal.
    constexpr size_t label_size = 13 + 72 + std::string_view("…").size();
    x509::put_certificate(out, at, in.at, line, label_size);
  }
}

/// RFC 6066 8.
void put_certificate_status(FieldCursor& in) {
  constexpr unsigned ocsp_status = 1;
  const uint64_t type = in.number(1);
  in.put(field::handshake_extensions_status_request_type, 1);
  if (type != ocsp_status) return;
  const size_t length = static_cast<size_t>(in.number(3));
  in.put(field::handshake_ocsp_response_len, 3);
  const size_t at = in.at;
  in.skip(length);
  if (x509::are_wanted(in.out)) ocsp::put_response(in.out, at, in.at);
}

/// Elliptic curve parameters (RFC 8422 5.4); others are not told apart.
void put_server_key(FieldCursor& in, size_t end, const Session& session) {
  constexpr unsigned named_curve = 3;
  FieldWriter& out = in.out;
  const std::string_view cipher = find_name(field::handshake_ciphersuite_labels, session.cipher);
  if (cipher.find("_ECDHE_") == cipher.npos && cipher.find("_ECDH_") == cipher.npos) return;
  out.put_words(in.at, end - in.at, "EC Diffie-Hellman Server Params");
  const Deeper below(out);
  const unsigned curve_type = static_cast<unsigned>(in.number(1));
  in.put(field::handshake_server_curve_type, 1);
  if (curve_type != named_curve) return;
  in.put(field::handshake_server_named_curve, 2);
  const size_t point = static_cast<size_t>(in.number(1));
  in.put(field::handshake_server_point_len, 1);
  in.put(field::handshake_server_point, point);
  if (in.at >= end) return;
  if (session.version == 0x0303) put_signature_algorithm(in);
  const size_t signature = static_cast<size_t>(in.number(2));
  in.put(field::handshake_sig_len, 2);
  in.put(field::handshake_sig, signature);
}

void put_client_key(FieldCursor& in, size_t end, const Session& session) {
  FieldWriter& out = in.out;
  const std::string_view cipher = find_name(field::handshake_ciphersuite_labels, session.cipher);
  if (cipher.find("_ECDH") != cipher.npos) {
    out.put_words(in.at, end - in.at, "EC Diffie-Hellman Client Params");
    const Deeper below(out);
    const size_t point = static_cast<size_t>(in.number(1));
    in.put(field::handshake_client_point_len, 1);
    in.put(field::handshake_client_point, point);
  } else if (cipher.starts_with("TLS_RSA_WITH")) {
    out.put_words(in.at, end - in.at, "RSA Encrypted PreMaster Secret");
    const Deeper below(out);
    const size_t length = static_cast<size_t>(in.number(2));
    in.put(field::handshake_epms_len, 2);
    in.put(field::handshake_epms, length);
  } else if (cipher.find("_DHE_") != cipher.npos || cipher.find("_DH_") != cipher.npos) {
    out.put_words(in.at, end - in.at, "Diffie-Hellman Client Params");
    const Deeper below(out);
    const size_t length = static_cast<size_t>(in.number(2));
    in.put(field::handshake_yc_len, 2);
    in.put(field::handshake_yc, length);
  }
}

}  // namespace

void put_signature_algorithm(FieldCursor& in) {
  FieldWriter& out = in.out;
  const size_t at = in.at;
  const unsigned number = static_cast<unsigned>(in.number(2));
  Item line = in.put(field::handshake_sig_hash_alg, 2);
  if (find_name(field::handshake_sig_hash_alg_labels, number).empty())
    line.label(
        "Signature Algorithm: ", name_or(field::handshake_sig_hash_hash_labels, number >> 8, "Unknown"), ' ',
        name_or(field::handshake_sig_hash_sig_labels, number & 255, "Unknown"), " (0x", Hex{number, 4}, ')');
  const Deeper below(out);
  out.put(field::handshake_sig_hash_hash, at, 1);
  out.put(field::handshake_sig_hash_sig, at + 1, 1);
}

void put_signature_algorithms(FieldCursor& in, size_t end) {
  FieldWriter& out = in.out;
  const size_t length = static_cast<size_t>(in.number(2));
  in.put(field::handshake_sig_hash_alg_len, 2);
  (void)in.peek(length);
  out.put(field::handshake_sig_hash_algs, in.at, length)
      .label("Signature Hash Algorithms (", length / 2, length == 2 ? " algorithm)" : " algorithms)");
  const Deeper below(out);
  for (const size_t all_end = std::min(in.at + length, end); in.at + 2 <= all_end;)
    put_signature_algorithm(in);
}

void put_handshake_body(FieldCursor& in, unsigned type, size_t end, Session& session) {
  switch (type) {
    case 1: return put_client_hello(in, end, session);
    case 2: return put_server_hello(in, end, session);
    case 4: return put_ticket(in, end, session);
    case 11: return put_certificates(in, end);
    case 12: return put_server_key(in, end, session);
    case 13: {
      const size_t count = static_cast<size_t>(in.number(1));
      in.put(field::handshake_cert_types_count, 1);
      in.out.put(field::handshake_cert_types, in.at, count)
          .label("Certificate types (", count, count == 1 ? " type)" : " types)");
      {
        const Deeper below(in.out);
        for (size_t i = 0; i < count; ++i) in.put(field::handshake_cert_type, 1);
      }
      if (session.version == 0x0303) put_signature_algorithms(in, end);
      in.put(field::handshake_dnames_len, 2);
      return;
    }
    case 15:
      if (session.version == 0x0303) put_signature_algorithm(in);
      {
        const size_t length = static_cast<size_t>(in.number(2));
        in.put(field::handshake_client_cert_vrfy_sig_len, 2);
        in.put(field::handshake_client_cert_vrfy_sig, length);
      }
      return;
    case 16: return put_client_key(in, end, session);
    case 22: return put_certificate_status(in);
    default: return;
  }
}

namespace {

/// A list of numbers of two bytes with its length in two bytes in front.
void put_groups(FieldCursor& in, Fingerprint& print) {
  FieldWriter& out = in.out;
  const size_t length = static_cast<size_t>(in.number(2));
  in.put(field::handshake_extensions_supported_groups_length, 2);
  (void)in.peek(length);
  out.put(field::handshake_extensions_supported_groups, in.at, length)
      .label("Supported Groups (", length / 2, length == 2 ? " group)" : " groups)");
  const Deeper below(out);
  for (size_t i = 0; i + 1 < length; i += 2) {
    const unsigned group = static_cast<unsigned>(in.number(2));
    if (!is_grease(group)) append_number(print.groups, group);
    in.put(field::handshake_extensions_supported_group, 2);
  }
}

void put_formats(FieldCursor& in, Fingerprint& print) {
  FieldWriter& out = in.out;
  const size_t length = static_cast<size_t>(in.number(1));
  in.put(field::handshake_extensions_ec_point_formats_length, 1);
  (void)in.peek(length);
  out.put(field::handshake_extensions_ec_point_formats, in.at, length)
      .label("Elliptic curves point formats (", length, ')');
  const Deeper below(out);
  for (size_t i = 0; i < length; ++i) {
    append_number(print.formats, static_cast<unsigned>(in.number(1)));
    in.put(field::handshake_extensions_ec_point_format, 1);
  }
}

void put_server_names(FieldCursor& in, size_t end) {
  FieldWriter& out = in.out;
  out.put_words(in.at, end - in.at, "Server Name Indication extension");
  const Deeper below(out);
  in.put(field::handshake_extensions_server_name_list_len, 2);
  while (in.at + 3 <= end) {
    in.put(field::handshake_extensions_server_name_type, 1);
    const size_t length = static_cast<size_t>(in.number(2));
    in.put(field::handshake_extensions_server_name_len, 2);
    in.put(field::handshake_extensions_server_name, length);
  }
}

void put_application_protocols(FieldCursor& in, unsigned message, size_t end, Session& session) {
  FieldWriter& out = in.out;
  in.put(field::handshake_extensions_alpn_len, 2);
  out.put(field::handshake_extensions_alpn_list, in.at, end - in.at);
  const Deeper below(out);
  while (in.at < end) {
    const size_t length = static_cast<size_t>(in.number(1));
    in.put(field::handshake_extensions_alpn_str_len, 1);
    const Bytes name = in.peek(length);
    if (message == 2) session.application.assign(reinterpret_cast<const char*>(name.data()), length);
    in.put(field::handshake_extensions_alpn_str, length);
  }
}

void put_key_share(FieldCursor& in, unsigned message, size_t end) {
  FieldWriter& out = in.out;
  out.put_words(in.at, end - in.at, "Key Share extension");
  const Deeper below(out);
  if (message == 2 && end - in.at == 2) {
    in.put(field::handshake_extensions_key_share_selected_group, 2);
    return;
  }
  if (message == 1) in.put(field::handshake_extensions_key_share_client_length, 2);
  while (in.at + 4 <= end) {
    const Bytes head = in.peek(4);
    const unsigned group = be16(&head[0]);
    const size_t length = be16(&head[2]);
    const std::string_view name = find_name(field::handshake_extensions_supported_group_labels, group);
    Item line = out.put_words(in.at, 4 + length, "Key Share Entry: Group: ");
    if (name.empty())
      line.more("Unknown (", group, ')');
    else
      line.more(name);
    line.more(", Key Exchange length: ", length);
    const Deeper entry(out);
    in.put(field::handshake_extensions_key_share_group, 2);
    in.put(field::handshake_extensions_key_share_key_exchange_length, 2);
    in.put(field::handshake_extensions_key_share_key_exchange, length);
  }
}

void put_pre_shared_keys(FieldCursor& in, unsigned message, size_t end) {
  FieldWriter& out = in.out;
  out.put_words(in.at, end - in.at, "Pre-Shared Key extension");
  const Deeper below(out);
  if (message == 2) {
    in.put(field::handshake_extensions_psk_identity_selected, 2);
    return;
  }
  const size_t all = static_cast<size_t>(in.number(2));
  in.put(field::handshake_extensions_psk_identities_length, 2);
  for (const size_t all_end = std::min(in.at + all, end); in.at + 2 <= all_end;) {
    const size_t length = static_cast<size_t>(in.number(2));
    out.put_words(in.at, length + 6, "PSK Identity (length: ", length, ')');
    const Deeper identity(out);
    in.put(field::handshake_extensions_psk_identity_identity_length, 2);
    in.put(field::handshake_extensions_psk_identity_identity, length);
    in.put(field::handshake_extensions_psk_identity_obfuscated_ticket_age, 4);
  }
  in.put(field::handshake_extensions_psk_binders_len, 2);
  if (end > in.at) in.put(field::handshake_extensions_psk_binders, end - in.at);
}

void put_extension(FieldCursor& in, unsigned message, unsigned type, size_t end, Session& session,
                   Fingerprint& print) {
  FieldWriter& out = in.out;
  const size_t length = end - in.at;
  switch (type) {
    case 0:
      if (length != 0) put_server_names(in, end);
      return;
    case 5:
      if (length == 0) return;
      in.put(field::handshake_extensions_status_request_type, 1);
      in.put(field::handshake_extensions_status_request_responder_ids_len, 2);
      in.put(field::handshake_extensions_status_request_exts_len, 2);
      return;
    case 10: return put_groups(in, print);
    case 11: return put_formats(in, print);
    case 13:
    case 50: return put_signature_algorithms(in, end);
    case 16: return put_application_protocols(in, message, end, session);
    case 18:
    case 22:
    case 23:
    case 42: return;
    case 21: in.put(field::handshake_extensions_padding_data, length); return;
    case 35:
      if (length == 0)
        out.put_text(field::handshake_extension_data, in.at, 0, "").label("Data (0 bytes)");
      else
        in.put(field::handshake_extension_data, length).label("Data (", length, " bytes)");
      return;
    case 41: return put_pre_shared_keys(in, message, end);
    case 43:
      if (message == 1) in.put(field::handshake_extensions_supported_versions_len, 1);
      while (in.at + 2 <= end) in.put(field::handshake_extensions_supported_version, 2);
      return;
    case 45: {
      const size_t modes = static_cast<size_t>(in.number(1));
      in.put(field::extension_psk_ke_modes_length, 1);
      for (size_t i = 0; i < modes; ++i) in.put(field::extension_psk_ke_mode, 1);
      return;
    }
    case 44: {
      const size_t size = static_cast<size_t>(in.number(2));
      in.put(field::handshake_extensions_cookie_len, 2);
      in.put(field::handshake_extensions_cookie, size);
      return;
    }
    case 40:
    case 51: return put_key_share(in, message, end);
    case 65281: {
      out.put_words(in.at, length, "Renegotiation Info extension");
      const Deeper below(out);
      const size_t size = static_cast<size_t>(in.number(1));
      in.put(field::handshake_extensions_reneg_info_len, 1);
      if (size != 0) in.put(field::handshake_extensions_reneg_info, size);
      return;
    }
    default: in.put(field::handshake_extension_data, length);
  }
}

}  // namespace

void put_extensions(FieldCursor& in, unsigned message, size_t end, Session& session, Fingerprint& print) {
  FieldWriter& out = in.out;
  in.put(field::handshake_extensions_length, 2);
  while (in.at + 4 <= end) {
    const Bytes head = in.peek(4);
    const unsigned type = be16(&head[0]);
    const size_t length = be16(&head[2]), next = in.at + 4 + length;
    (void)in.peek(4 + length);
    if (!is_grease(type)) append_number(print.extensions, type);
    const std::string_view name = find_name(field::handshake_extension_type_labels, type);
    Item line = out.put_words(in.at, 4 + length, "Extension: ");
    if (name.empty())
      line.more("Unknown type ", type);
    else
      line.more(name);
    line.more(" (len=", length, ')');
    const Deeper below(out);
    in.put(field::handshake_extension_type, 2);
    in.put(field::handshake_extension_len, 2);
    put_extension(in, message, type, next, session, print);
    in.at = next;
  }
}

}  // namespace wiretale::tls
