// Extensions of certificates (RFC 5280 4.2), and those of Netscape's.
#include <algorithm>

#include "protocols/application/x509/x509.h"
#include "protocols/application/x509/x509_fields.h"

namespace wiretale::x509 {
namespace {

/// Names bits of a bit string: those of its first byte, and one in the second.
void put_flags(FieldWriter& out, const Element& bits, std::span<const Field* const> first,
               const Field* ninth = nullptr) {
  if (bits.content_size() == 0) return;
  const Deeper below(out);
  for (const Field* flag : first) out.put_in(bits.content, *flag);
  if (ninth == nullptr) return;
  const bool set = bits.content_size() > 1 && (out.layer()[bits.content + 1] & 0x80) != 0;
  out.put(*ninth, bits.content + (bits.content_size() > 1 ? 1 : 0), 1, set ? 1 : 0);
}

constexpr const Field* usages[] = {&field::key_usage_digital_signature, &field::key_usage_content_commitment,
                                   &field::key_usage_key_encipherment,  &field::key_usage_data_encipherment,
                                   &field::key_usage_key_agreement,     &field::key_usage_key_cert_sign,
                                   &field::key_usage_crl_sign,          &field::key_usage_encipher_only};
constexpr const Field* reasons[] = {
    &field::reason_flags_unused,           &field::reason_flags_key_compromise,
    &field::reason_flags_ca_compromise,    &field::reason_flags_affiliation_changed,
    &field::reason_flags_superseded,       &field::reason_flags_cessation_of_operation,
    &field::reason_flags_certificate_hold, &field::reason_flags_privilege_withdrawn};
constexpr const Field* netscape_types[] = {&field::netscape_cert_type_ssl_client,
                                           &field::netscape_cert_type_ssl_server,
                                           &field::netscape_cert_type_smime,
                                           &field::netscape_cert_type_object_signing,
                                           &field::netscape_cert_type_reserved_for_future_use,
                                           &field::netscape_cert_type_ssl_ca,
                                           &field::netscape_cert_type_smime_ca,
                                           &field::netscape_cert_type_object_signing_ca};

void put_key_usage(FieldWriter& out, const Element& value) {
  if (value.tag == BitString)
    put_flags(out, put_bits(out, field::key_usage, value), usages, &field::key_usage_decipher_only);
}

void put_netscape_type(FieldWriter& out, const Element& value) {
  if (value.tag == BitString) put_flags(out, put_bits(out, field::netscape_cert_type, value), netscape_types);
}

void put_basic_constraints(FieldWriter& out, const Element& value) {
  Item line = put_whole(out, field::basic_constraints_syntax, value);
  if (value.content_size() == 0) line.more(" [0 length]");
  const Deeper below(out);
  Elements parts(out.layer(), value);
  if (const std::optional<Element> ca = parts.next(Boolean); ca && ca->content_size() == 1)
    out.put(field::ca, ca->content, 1, out.layer()[ca->content] != 0 ? 1 : 0);
  if (const std::optional<Element> length = parts.next(Integer))
    put_integer(out, field::path_len_constraint, *length);
}

void put_authority_key(FieldWriter& out, const Element& value) {
  put_whole(out, field::authority_key_identifier, value);
  const Deeper below(out);
  Elements parts(out.layer(), value);
  if (const std::optional<Element> id = parts.next(primitive_part(0)))
    put_content(out, field::key_identifier, *id);
  if (const std::optional<Element> issuer = parts.next(part(1)))
    put_general_names(out, field::authority_cert_issuer, *issuer);
  if (const std::optional<Element> serial = parts.next(primitive_part(2)))
    put_long_number(out, field::authority_cert_serial_number, *serial);
}

void put_subject_key(FieldWriter& out, const Element& value) {
  put_content(out, field::subject_key_identifier, value);
}

void put_purposes(FieldWriter& out, const Element& value) {
  put_list(out, field::key_purpose_ids, value);
  const Deeper below(out);
  Elements purposes(out.layer(), value);
  while (const std::optional<Element> purpose = purposes.next(ObjectId))
    put_oid(out, field::key_purpose_id, *purpose);
}

void put_names(FieldWriter& out, const Element& value) {
  put_general_names(out, field::general_names, value);
}

void put_distribution_points(FieldWriter& out, const Element& value) {
  put_list(out, field::crl_dist_points_syntax, value);
  const Deeper below(out);
  Elements points(out.layer(), value);
  while (const std::optional<Element> point = points.next(Sequence)) {
    put_whole(out, field::distribution_point, *point);
    const Deeper deeper(out);
    Elements parts(out.layer(), *point);
    if (const std::optional<Element> outer = parts.next(part(0)))
      if (const std::optional<Element> name = Elements(out.layer(), *outer).next()) {
        out.put(field::distribution_point_name, name->content, name->content_size(), name->tag & 0x1fu);
        const Deeper deepest(out);
        if (name->tag == part(0)) put_general_names(out, field::full_name, *name);
      }
    if (const std::optional<Element> why = parts.next(primitive_part(1)))
      put_flags(out, put_bits(out, field::reasons, *why), reasons, &field::reason_flags_aa_compromise);
    if (const std::optional<Element> issuer = parts.next(part(2)))
      put_general_names(out, field::crl_issuer, *issuer);
  }
}

/// Text to show to people (RFC 5280 4.2.1.4, DisplayText).
void put_display_text(FieldWriter& out, const Field& line, const Element& text) {
  struct Form {
    uint8_t tag;
    unsigned number;
    const Field* field;
  };
  constexpr Form forms[] = {{Ia5String, 0, &field::pkix_ia5_string},
                            {VisibleString, 1, &field::pkix_visible_string},
                            {BmpString, 2, &field::pkix_choice_bmp},
                            {Utf8String, 3, &field::pkix_utf8_string}};
  for (const Form& form : forms) {
    if (form.tag != text.tag) continue;
    out.put(line, text.start, text.size(), form.number);
    const Deeper below(out);
    put_content(out, *form.field, text);
  }
}

void put_notice(FieldWriter& out, const Element& notice) {
  put_whole(out, field::pkix_user_notice, notice);
  const Deeper below(out);
  Elements parts(out.layer(), notice);
  if (const std::optional<Element> reference = parts.next(Sequence)) {
    put_whole(out, field::pkix_notice_ref, *reference);
    const Deeper deeper(out);
    Elements inner(out.layer(), *reference);
    if (const std::optional<Element> name = inner.next())
      put_display_text(out, field::pkix_organization, *name);
    if (const std::optional<Element> list = inner.next(Sequence)) {
      put_list(out, field::pkix_notice_numbers, *list);
      const Deeper deepest(out);
      Elements numbers(out.layer(), *list);
      while (const std::optional<Element> number = numbers.next(Integer))
        put_integer(out, field::pkix_notice_numbers_item, *number);
    }
  }
  if (const std::optional<Element> text = parts.next())
    put_display_text(out, field::pkix_explicit_text, *text);
}

void put_qualifiers(FieldWriter& out, const Element& list) {
  put_list(out, field::policy_qualifiers, list);
  const Deeper below(out);
  Elements qualifiers(out.layer(), list);
  while (const std::optional<Element> qualifier = qualifiers.next(Sequence)) {
    put_whole(out, field::policy_qualifier_info, *qualifier);
    const Deeper deeper(out);
    Elements parts(out.layer(), *qualifier);
    const std::optional<Element> id = parts.next(ObjectId);
    if (!id) continue;
    put_oid(out, field::qualifier_id, *id);
    const std::optional<Element> value = parts.next();
    const std::string oid = dotted(parts.bytes(*id));
    if (!value) continue;
    if (oid == "1.3.6.1.5.5.7.2.1") {
      out.path("pkix1explicit");
      put_content(out, field::pkix_directory_string, *value);
    } else if (oid == "1.3.6.1.5.5.7.2.2") {
      out.path("pkix1implicit");
      put_notice(out, *value);
    }
  }
}

void put_policies(FieldWriter& out, const Element& value) {
  put_list(out, field::certificate_policies_syntax, value);
  const Deeper below(out);
  Elements policies(out.layer(), value);
  while (const std::optional<Element> policy = policies.next(Sequence)) {
    put_whole(out, field::policy_information, *policy);
    const Deeper deeper(out);
    Elements parts(out.layer(), *policy);
    if (const std::optional<Element> id = parts.next(ObjectId)) put_oid(out, field::policy_identifier, *id);
    if (const std::optional<Element> list = parts.next(Sequence)) put_qualifiers(out, *list);
  }
}

void put_access(FieldWriter& out, const Element& value) {
  put_list(out, field::pkix_authority_info_access_syntax, value);
  const Deeper below(out);
  Elements descriptions(out.layer(), value);
  while (const std::optional<Element> description = descriptions.next(Sequence)) {
    put_whole(out, field::pkix_access_description, *description);
    const Deeper deeper(out);
    Elements parts(out.layer(), *description);
    if (const std::optional<Element> method = parts.next(ObjectId))
      put_oid(out, field::pkix_access_method, *method);
    if (const std::optional<Element> location = parts.next())
      put_general_name(out, field::pkix_access_location, *location);
  }
}

void put_subtrees(FieldWriter& out, const Field& line, const Element& list) {
  put_list(out, line, list);
  const Deeper below(out);
  Elements subtrees(out.layer(), list);
  while (const std::optional<Element> subtree = subtrees.next(Sequence)) {
    put_whole(out, field::general_subtree, *subtree);
    const Deeper deeper(out);
    if (const std::optional<Element> base = Elements(out.layer(), *subtree).next())
      put_general_name(out, field::base, *base);
  }
}

void put_name_constraints(FieldWriter& out, const Element& value) {
  put_whole(out, field::name_constraints_syntax, value);
  const Deeper below(out);
  Elements parts(out.layer(), value);
  if (const std::optional<Element> list = parts.next(part(0)))
    put_subtrees(out, field::permitted_subtrees, *list);
  if (const std::optional<Element> list = parts.next(part(1)))
    put_subtrees(out, field::excluded_subtrees, *list);
}

void put_policy_constraints(FieldWriter& out, const Element& value) {
  put_whole(out, field::policy_constraints_syntax, value);
  const Deeper below(out);
  Elements parts(out.layer(), value);
  if (const std::optional<Element> number = parts.next(primitive_part(0)))
    put_integer(out, field::require_explicit_policy, *number);
  if (const std::optional<Element> number = parts.next(primitive_part(1)))
    put_integer(out, field::inhibit_policy_mapping, *number);
}

void put_skipped(FieldWriter& out, const Element& value) { put_integer(out, field::skip_certs, value); }

void put_features(FieldWriter& out, const Element& value) {
  put_list(out, field::pkix_features, value);
  const Deeper below(out);
  Elements features(out.layer(), value);
  while (const std::optional<Element> feature = features.next(Integer))
    put_integer(out, field::pkix_features_item, *feature);
}

void put_no_check(FieldWriter& out, const Element& value) { out.put(field::ocsp_null, value.end, 0); }

template <const Field& content>
void put_text_value(FieldWriter& out, const Element& value) {
  put_content(out, content, value);
}

struct Extension {
  std::string_view oid, path;
  void (*put)(FieldWriter& out, const Element& value);
};
constexpr Extension known[] = {
    {"2.5.29.14", "x509ce", put_subject_key},
    {"2.5.29.15", "x509ce", put_key_usage},
    {"2.5.29.17", "x509ce", put_names},
    {"2.5.29.18", "x509ce", put_names},
    {"2.5.29.19", "x509ce", put_basic_constraints},
    {"2.5.29.30", "x509ce", put_name_constraints},
    {"2.5.29.31", "x509ce", put_distribution_points},
    {"2.5.29.32", "x509ce", put_policies},
    {"2.5.29.35", "x509ce", put_authority_key},
    {"2.5.29.36", "x509ce", put_policy_constraints},
    {"2.5.29.37", "x509ce", put_purposes},
    {"2.5.29.46", "x509ce", put_distribution_points},
    {"2.5.29.54", "x509ce", put_skipped},
    {"1.3.6.1.5.5.7.1.1", "pkix1implicit", put_access},
    {"1.3.6.1.5.5.7.1.24", "pkix1explicit", put_features},
    {"1.3.6.1.5.5.7.48.1.5", "ocsp", put_no_check},
    {"2.16.840.1.113730.1.1", "ns_cert_exts", put_netscape_type},
    {"2.16.840.1.113730.1.2", "ns_cert_exts", put_text_value<field::netscape_base_url>},
    {"2.16.840.1.113730.1.3", "ns_cert_exts", put_text_value<field::netscape_revocation_url>},
    {"2.16.840.1.113730.1.4", "ns_cert_exts", put_text_value<field::netscape_ca_revocation_url>},
    {"2.16.840.1.113730.1.7", "ns_cert_exts", put_text_value<field::netscape_cert_renewal_url>},
    {"2.16.840.1.113730.1.8", "ns_cert_exts", put_text_value<field::netscape_ca_policy_url>},
    {"2.16.840.1.113730.1.12", "ns_cert_exts", put_text_value<field::netscape_ssl_server_name>},
    {"2.16.840.1.113730.1.13", "ns_cert_exts", put_text_value<field::netscape_comment>}};

}  // namespace

void put_extension_value(FieldWriter& out, std::string_view oid, size_t at, size_t end) {
  const Extension* found = std::find_if(std::begin(known), std::end(known),
                                        [&](const Extension& each) { return each.oid == oid; });
  if (found == std::end(known)) {
    // Signed certificate timestamps are decoded by Wireshark, but not here.
    if (oid != "1.3.6.1.4.1.11129.2.4.2") put_unknown(out);
    return;
  }
  out.path(found->path);
  if (const std::optional<Element> value = Elements(out.layer(), at, end).next()) found->put(out, *value);
}

}  // namespace wiretale::x509
