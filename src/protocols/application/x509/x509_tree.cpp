// Certificates in the field tree: what is signed, the keys and the signature (RFC 5280 4.1).
#include <algorithm>

#include "protocols/application/certificate.h"
#include "protocols/application/x509/ocsp_fields.h"
#include "protocols/application/x509/x509.h"
#include "protocols/application/x509/x509_fields.h"

namespace wiretale::x509 {

bool are_wanted(FieldWriter& out) {
  if (out.tree().needs().everything || out.about.path != nullptr) return true;
  const auto is_in = [](const auto& list, const Field* field) {
    return std::find(std::begin(list), std::end(list), field) != std::end(list);
  };
  for (const Field* field : out.tree().needs().fields)
    if (is_in(field::all, field) || is_in(ocsp::field::all, field)) return true;
  return false;
}

Item put_content(FieldWriter& out, const Field& field, const Element& value) {
  return out.put(field, value.content, value.content_size());
}

Item put_whole(FieldWriter& out, const Field& field, const Element& value) {
  return out.put(field, value.start, value.size());
}

Item put_integer(FieldWriter& out, const Field& field, const Element& value) {
  const Bytes bytes = out.layer().subspan(value.content, value.content_size());
  if (bytes.empty() || bytes.size() > 8) return put_long_number(out, field::ber_64bit_uint_as_bytes, value);
  uint64_t number = (bytes[0] & 0x80) != 0 ? UINT64_MAX : 0;
  for (const uint8_t byte : bytes) number = number << 8 | byte;
  return out.put(field, value.content, value.content_size(), number);
}

namespace {

Item put_long(FieldWriter& out, const Field& field, const Element& value, std::string_view label) {
  constexpr size_t shown = 36;
  Item line = put_content(out, field, value);
  if (!line.has_label()) return line;
  const Bytes bytes = out.layer().subspan(value.content, value.content_size());
  line.label(label, ": 0x");
  for (const uint8_t byte : bytes.first(std::min(bytes.size(), shown))) line.more(Hex{byte, 2});
  if (bytes.size() > shown) line.more("…");
  return line;
}

}  // namespace

Item put_long_number(FieldWriter& out, const Field& field, const Element& value) {
  return put_long(out, field, value, field.label);
}

Item put_list(FieldWriter& out, const Field& field, const Element& list) {
  const size_t count = Elements(out.layer(), list).count();
  Item line = out.put(field, list.content, list.content_size(), count);
  line.more(count == 1 ? " item" : " items");
  return line;
}

Element put_bits(FieldWriter& out, const Field& field, const Element& value) {
  Element bits = value;
  if (value.content_size() == 0) return bits;
  out.put(field::ber_bitstring_padding, value.content, 1);
  ++bits.content;
  put_content(out, field, bits);
  return bits;
}

void append_in_parentheses(Item& line, size_t used, std::string_view words) {
  constexpr size_t longest_line = 239;
  const std::string text = text_of(" (", words, ')');
  line.more(std::string_view(text).substr(0, longest_line - std::min(used, longest_line)));
}

void put_unknown(FieldWriter& out) {
  constexpr std::string_view words =
      "BER: Dissector for OID not implemented. Contact Wireshark developers if you want this supported";
  out.put_words(0, 0, words);
  out.expert(field::ber_error_oid_not_implemented, ExpertSeverity::Warning, ExpertGroup::Undecoded, words);
}

namespace {

/// The hash functions of RSA-PSS (RFC 4055 3.1).
void put_pss(FieldWriter& out, const Element& parameters) {
  put_whole(out, field::pkcs1_rsassa_pss_params, parameters);
  const Deeper below(out);
  Elements parts(out.layer(), parameters);
  const auto inner = [&](unsigned number) -> std::optional<Element> {
    const std::optional<Element> outer = parts.next(part(number));
    return outer ? Elements(out.layer(), *outer).next() : std::nullopt;
  };
  if (const std::optional<Element> hash = inner(0)) put_algorithm(out, field::pkcs1_hash_algorithm, *hash);
  if (const std::optional<Element> mask = inner(1))
    put_algorithm(out, field::pkcs1_mask_gen_algorithm, *mask);
  if (const std::optional<Element> salt = inner(2)) put_integer(out, field::pkcs1_salt_length, *salt);
  if (const std::optional<Element> trailer = inner(3)) put_integer(out, field::pkcs1_trailer_field, *trailer);
}

/// A curve that is written out instead of named (RFC 3279 2.3.5).
void put_curve(FieldWriter& out, const Element& parameters) {
  put_whole(out, field::pkcs1_specified_curve, parameters);
  const Deeper below(out);
  Elements parts(out.layer(), parameters);
  if (const std::optional<Element> version = parts.next(Integer))
    put_integer(out, field::pkcs1_version, *version);
  if (const std::optional<Element> id = parts.next(Sequence)) {
    put_whole(out, field::pkcs1_field_id, *id);
    const Deeper deeper(out);
    Elements inner(out.layer(), *id);
    if (const std::optional<Element> type = inner.next(ObjectId))
      put_oid(out, field::pkcs1_field_type, *type);
    if (const std::optional<Element> prime = inner.next(Integer)) {
      out.path("pkcs-1");
      put_long(out, field::ber_64bit_uint_as_bytes, *prime, "Prime-p");
    }
  }
  if (const std::optional<Element> curve = parts.next(Sequence)) {
    put_whole(out, field::pkcs1_curve, *curve);
    const Deeper deeper(out);
    Elements inner(out.layer(), *curve);
    if (const std::optional<Element> a = inner.next(OctetString)) put_content(out, field::pkcs1_a, *a);
    if (const std::optional<Element> b = inner.next(OctetString)) put_content(out, field::pkcs1_b, *b);
    if (const std::optional<Element> seed = inner.next(BitString)) put_bits(out, field::pkcs1_seed, *seed);
  }
  if (const std::optional<Element> base = parts.next(OctetString)) put_content(out, field::pkcs1_base, *base);
  if (const std::optional<Element> order = parts.next(Integer))
    put_long(out, field::ber_64bit_uint_as_bytes, *order, "order");
  if (const std::optional<Element> cofactor = parts.next(Integer))
    put_integer(out, field::pkcs1_cofactor, *cofactor);
}

void put_parameters(FieldWriter& out, std::string_view oid, const Element& parameters) {
  if (oid == "1.2.840.10045.2.1") {
    out.path("pkcs-1");
    const bool named = parameters.tag == ObjectId;
    if (!named && parameters.tag != Sequence) return;
    out.put(field::pkcs1_ec_parameters, parameters.start, parameters.size(), named ? 1 : 0);
    const Deeper below(out);
    if (named)
      put_oid(out, field::pkcs1_named_curve, parameters);
    else
      put_curve(out, parameters);
  } else if (oid == "1.2.840.113549.1.1.10" && parameters.tag == Sequence) {
    out.path("pkcs-1");
    put_pss(out, parameters);
  }
}

}  // namespace

void put_algorithm(FieldWriter& out, const Field& line, const Element& algorithm) {
  Item item = put_whole(out, line, algorithm);
  const Deeper below(out);
  Elements parts(out.layer(), algorithm);
  const std::optional<Element> id = parts.next(ObjectId);
  if (!id) return;
  const std::string oid = dotted(parts.bytes(*id));
  if (item.has_label()) item.more(" (", oid_name(oid), ')');
  put_oid(out, field::algorithm_id, *id);
  const std::optional<Element> parameters = parts.next();
  if (!parameters) return;
  if (&line == &field::pkcs1_mask_gen_algorithm) {
    if (oid != "1.2.840.113549.1.1.8" || parameters->tag != Sequence) return;
    out.path("pkcs-1");
    put_algorithm(out, field::pkcs1_mask_hash_algorithm, *parameters);
  } else if (&line != &field::pkcs1_hash_algorithm && &line != &field::pkcs1_mask_hash_algorithm) {
    put_parameters(out, oid, *parameters);
  }
}

namespace {

void put_time(FieldWriter& out, const Field& line, const Element& time) {
  const bool general = time.tag == GeneralizedTime;
  out.put(line, time.start, time.size(), general ? 1 : 0);
  const Deeper below(out);
  const Bytes text = out.layer().subspan(time.content, time.content_size());
  if (general) {
    const Time at = certificate::read_time(time.tag, text);
    out.put(field::generalized_time, time.content, text.size(), static_cast<uint64_t>(at.nanoseconds));
    return;
  }
  const auto pair = [&](size_t i) {
    return std::string_view{reinterpret_cast<const char*>(&text[2 * i]), 2};
  };
  const bool seconds = text.size() >= 12 && text[10] != 'Z';
  if (text.size() < 10) return;
  out.put_text(field::utc_time, time.content, text.size(),
               text_of(pair(0) < "50" ? "20" : "19", pair(0), '-', pair(1), '-', pair(2), ' ', pair(3), ':',
                       pair(4), ':', seconds ? pair(5) : "00", " (UTC)"));
}

void put_public_key(FieldWriter& out, const Element& info) {
  put_whole(out, field::subject_public_key_info, info);
  const Deeper below(out);
  Elements parts(out.layer(), info);
  const std::optional<Element> algorithm = parts.next(Sequence);
  if (!algorithm) return;
  put_algorithm(out, field::key_algorithm, *algorithm);
  Elements inner(out.layer(), *algorithm);
  const std::optional<Element> id = inner.next(ObjectId), key = parts.next(BitString);
  if (!id || !key || key->content_size() == 0) return;
  if (dotted(inner.bytes(*id)) != "1.2.840.113549.1.1.1") {
    put_bits(out, field::subject_public_key, *key);
    return;
  }
  out.put(field::subject_public_key, key->content + 1, key->content_size() - 1);
  const Deeper deeper(out);
  const std::optional<Element> rsa = Elements(out.layer(), key->content + 1, key->end).next(Sequence);
  if (!rsa) return;
  Elements numbers(out.layer(), *rsa);
  if (const std::optional<Element> modulus = numbers.next(Integer))
    put_long_number(out, field::pkcs1_modulus, *modulus);
  if (const std::optional<Element> exponent = numbers.next(Integer))
    put_integer(out, field::pkcs1_public_exponent, *exponent);
}

void put_extensions(FieldWriter& out, const Element& list) {
  put_list(out, field::extensions, list);
  const Deeper below(out);
  Elements extensions(out.layer(), list);
  while (const std::optional<Element> extension = extensions.next(Sequence)) {
    Item line = put_whole(out, field::extension, *extension);
    const Deeper deeper(out);
    Elements parts(out.layer(), *extension);
    const std::optional<Element> id = parts.next(ObjectId);
    if (!id) continue;
    const std::string oid = dotted(parts.bytes(*id));
    if (line.has_label()) line.more(" (", oid_name(oid), ')');
    put_oid(out, field::extension_id, *id);
    if (const std::optional<Element> critical = parts.next(Boolean);
        critical && critical->content_size() == 1)
      out.put(field::critical, critical->content, 1, out.layer()[critical->content] != 0 ? 1 : 0);
    if (const std::optional<Element> value = parts.next(OctetString))
      put_extension_value(out, oid, value->content, value->end);
  }
}

/// What the issuer has signed. Returns the subject's name.
std::string put_signed(FieldWriter& out, const Element& body) {
  put_whole(out, field::signed_certificate, body);
  const Deeper below(out);
  Elements parts(out.layer(), body);
  if (const std::optional<Element> outer = parts.next(part(0)))
    if (const std::optional<Element> version = Elements(out.layer(), *outer).next(Integer))
      put_integer(out, field::version, *version);
  if (const std::optional<Element> serial = parts.next(Integer))
    put_long_number(out, field::serial_number, *serial);
  if (const std::optional<Element> algorithm = parts.next(Sequence))
    put_algorithm(out, field::signature, *algorithm);
  if (const std::optional<Element> issuer = parts.next(Sequence))
    (void)put_name(out, field::issuer, field::rdn_sequence, *issuer);
  if (const std::optional<Element> validity = parts.next(Sequence)) {
    put_whole(out, field::validity, *validity);
    const Deeper deeper(out);
    Elements times(out.layer(), *validity);
    if (const std::optional<Element> from = times.next()) put_time(out, field::not_before, *from);
    if (const std::optional<Element> to = times.next()) put_time(out, field::not_after, *to);
  }
  std::string name;
  if (const std::optional<Element> subject = parts.next(Sequence))
    name = put_name(out, field::subject, field::subject_rdn_sequence, *subject);
  if (const std::optional<Element> key = parts.next(Sequence)) put_public_key(out, *key);
  if (const std::optional<Element> id = parts.next(primitive_part(1)))
    put_bits(out, field::issuer_unique_identifier, *id);
  if (const std::optional<Element> id = parts.next(primitive_part(2)))
    put_bits(out, field::subject_unique_identifier, *id);
  if (const std::optional<Element> outer = parts.next(part(3)))
    if (const std::optional<Element> list = Elements(out.layer(), *outer).next(Sequence))
      put_extensions(out, *list);
  return name;
}

}  // namespace

void put_certificate(FieldWriter& out, size_t at, size_t end, Item line, size_t used) {
  if (!are_wanted(out)) return;
  const std::optional<Element> whole = Elements(out.layer(), at, end).next(Sequence);
  if (!whole) return;
  std::string subject;
  {
    const Deeper below(out);
    Elements parts(out.layer(), *whole);
    if (const std::optional<Element> body = parts.next(Sequence)) subject = put_signed(out, *body);
    if (const std::optional<Element> algorithm = parts.next(Sequence))
      put_algorithm(out, field::algorithm_identifier, *algorithm);
    if (const std::optional<Element> signature = parts.next(BitString))
      put_bits(out, field::encrypted, *signature);
  }
  if (!subject.empty()) append_in_parentheses(line, used, subject);
}

}  // namespace wiretale::x509
