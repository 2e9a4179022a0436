// OCSP responses (RFC 6960 4.2): who answers, what about which certificates, and the answer's signature.
#include "protocols/application/x509/ocsp.h"

#include "protocols/application/certificate.h"
#include "protocols/application/x509/ocsp_fields.h"
#include "protocols/application/x509/x509.h"
#include "protocols/application/x509/x509_fields.h"

namespace wiretale::ocsp {
namespace {

using namespace x509;
using Found = std::optional<Element>;

void put_time(FieldWriter& out, const Field& field, const Element& time) {
  const Bytes text = out.layer().subspan(time.content, time.content_size());
  const Time at = certificate::read_time(time.tag, text);
  out.put(field, time.content, text.size(), static_cast<uint64_t>(at.nanoseconds));
}

void put_responder(FieldWriter& out, const Element& responder) {
  constexpr unsigned name_form = 1, key_form = 2;
  const unsigned form = responder.tag & 0x1f;
  out.put(field::responder_id, responder.content, responder.content_size(), form);
  const Deeper below(out);
  const Found inner = Elements(out.layer(), responder).next();
  if (!inner) return;
  if (form == name_form) (void)put_name(out, field::by_name, x509::field::rdn_sequence, *inner);
  if (form == key_form) put_content(out, field::by_key, *inner);
}

void put_certificate_id(FieldWriter& out, const Element& id) {
  put_whole(out, field::certificate_id, id);
  const Deeper below(out);
  Elements parts(out.layer(), id);
  if (const Found algorithm = parts.next(Sequence)) put_algorithm(out, field::hash_algorithm, *algorithm);
  if (const Found name = parts.next(OctetString)) put_content(out, field::issuer_name_hash, *name);
  if (const Found key = parts.next(OctetString)) put_content(out, field::issuer_key_hash, *key);
  if (const Found serial = parts.next(Integer)) put_long_number(out, field::serial_number, *serial);
}

void put_status(FieldWriter& out, const Element& status) {
  constexpr unsigned good = 0, revoked = 1, unknown = 2;
  const unsigned form = status.tag & 0x1f;
  out.put(field::certificate_status, status.content, status.content_size(), form);
  const Deeper below(out);
  if (form == good) put_content(out, field::good, status);
  if (form == unknown) put_content(out, field::unknown, status);
  if (form != revoked) return;
  put_content(out, field::revoked, status);
  const Deeper deeper(out);
  if (const Found time = Elements(out.layer(), status).next(GeneralizedTime))
    put_time(out, field::revocation_time, *time);
}

void put_single(FieldWriter& out, const Element& single) {
  put_whole(out, field::single_response, single);
  const Deeper below(out);
  Elements parts(out.layer(), single);
  if (const Found id = parts.next(Sequence)) put_certificate_id(out, *id);
  if (const Found status = parts.next()) put_status(out, *status);
  if (const Found time = parts.next(GeneralizedTime)) put_time(out, field::this_update, *time);
  if (const Found outer = parts.next(part(0)))
    if (const Found time = Elements(out.layer(), *outer).next(GeneralizedTime))
      put_time(out, field::next_update, *time);
}

void put_data(FieldWriter& out, const Element& data) {
  put_whole(out, field::response_data, data);
  const Deeper below(out);
  Elements parts(out.layer(), data);
  if (const Found outer = parts.next(part(0)))
    if (const Found version = Elements(out.layer(), *outer).next(Integer))
      put_integer(out, field::version, *version);
  if (const Found responder = parts.next()) put_responder(out, *responder);
  if (const Found time = parts.next(GeneralizedTime)) put_time(out, field::produced_at, *time);
  if (const Found list = parts.next(Sequence)) {
    put_list(out, field::responses, *list);
    const Deeper deeper(out);
    Elements singles(out.layer(), *list);
    while (const Found single = singles.next(Sequence)) put_single(out, *single);
  }
  if (const Found outer = parts.next(part(1)))
    if (const Found list = Elements(out.layer(), *outer).next(Sequence)) {
      put_list(out, field::response_extensions, *list);
      out.path("ocsp");
    }
}

void put_basic(FieldWriter& out, const Element& basic) {
  out.path("ocsp");
  put_whole(out, field::basic_response, basic);
  const Deeper below(out);
  Elements parts(out.layer(), basic);
  if (const Found data = parts.next(Sequence)) put_data(out, *data);
  if (const Found algorithm = parts.next(Sequence))
    put_algorithm(out, field::signature_algorithm, *algorithm);
  if (const Found signature = parts.next(BitString)) put_bits(out, field::signature, *signature);
  const Found outer = parts.next(part(0));
  const Found list = outer ? Elements(out.layer(), *outer).next(Sequence) : std::nullopt;
  if (!list) return;
  put_list(out, field::certificates, *list);
  const Deeper deeper(out);
  Elements certificates(out.layer(), *list);
  while (const Found certificate = certificates.next(Sequence)) {
    Item line = put_whole(out, field::certificate, *certificate);
    put_certificate(out, certificate->start, certificate->end, line, field::certificate.label.size());
  }
}

}  // namespace

void put_response(FieldWriter& out, size_t at, size_t end) {
  out.put(field::response, at, end - at);
  const Deeper below(out);
  const Found whole = Elements(out.layer(), at, end).next(Sequence);
  if (!whole) return;
  Elements parts(out.layer(), *whole);
  constexpr uint8_t enumerated = 10;
  if (const Found status = parts.next(enumerated)) put_integer(out, field::response_status, *status);
  const Found outer = parts.next(part(0));
  const Found bytes = outer ? Elements(out.layer(), *outer).next(Sequence) : std::nullopt;
  if (!bytes) return;
  put_whole(out, field::response_bytes, *bytes);
  const Deeper deeper(out);
  Elements inner(out.layer(), *bytes);
  const Found type = inner.next(ObjectId), content = inner.next(OctetString);
  if (!type) return;
  const std::string oid = dotted(inner.bytes(*type));
  out.put_text(field::response_type_id, type->content, type->content_size(), oid)
      .more(" (", oid_name(oid), ')');
  if (oid != "1.3.6.1.5.5.7.48.1.1" || !content) return;
  if (const Found basic = Elements(out.layer(), *content).next(Sequence)) put_basic(out, *basic);
}

}  // namespace wiretale::ocsp
