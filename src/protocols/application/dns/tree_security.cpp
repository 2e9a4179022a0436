// The DNS records of keys, signatures and their like in the field tree (RFC 2535, 4034, 5155, 6698).
#include "packet/time_words.h"
#include "protocols/application/dns/tree.h"
#include "protocols/application/dns/tree_fields.h"

namespace wiretale::dns {
namespace {

void put_time(FieldCursor& in, const Field& time_field) {
  constexpr uint64_t second = 1'000'000'000;
  in.put(time_field, 4, in.number(4) * second);
}

void put_type_line(RecordTree& record, size_t at, unsigned type) {
  record.message.out().put(field::resp_type, at, 1, type).label("RR type in bit map: ", type_words(type));
}

void put_signature(RecordTree& record) {
  FieldCursor& in = record.in();
  in.put(field::rrsig_type_covered, 2);
  in.put(field::rrsig_algorithm, 1);
  in.put(field::rrsig_labels, 1);
  const uint64_t live = in.number(4);
  in.put(field::rrsig_original_ttl, 4).more(" (", time_words(live), ')');
  put_time(in, field::rrsig_signature_expiration);
  put_time(in, field::rrsig_signature_inception);
  in.put(field::rrsig_key_tag, 2);
  record.message.put_name(field::rrsig_signers_name);
  record.put_rest(field::rrsig_signature);
}

/// RFC 4034 appendix B: a sum over the data, or a part of the key of algorithm 1.
unsigned key_tag(Bytes data) {
  constexpr uint8_t rsa_md5 = 1;
  if (data.size() < 4) return 0;
  if (data[3] == rsa_md5) return be16(&data[data.size() - 3 < data.size() ? data.size() - 3 : 0]);
  uint32_t sum = 0;
  for (size_t i = 0; i < data.size(); ++i) sum += (i & 1) != 0 ? data[i] : uint32_t{data[i]} << 8;
  return (sum + (sum >> 16)) & 0xffff;
}

void put_zone_key(RecordTree& record) {
  FieldCursor& in = record.in();
  FieldWriter& out = record.message.out();
  const size_t start = in.at;
  const unsigned tag = key_tag(in.peek(record.left()));
  in.put(field::dnskey_flags, 2);
  {
    const Deeper below(out);
    out.put_in(start, field::dnskey_flags_zone_key);
    out.put_in(start, field::dnskey_flags_key_revoked);
    out.put_in(start, field::dnskey_flags_secure_entry_point);
    const unsigned flags = be16(&out.layer()[start]);
    out.put_in(start, field::dnskey_flags_reserved)
        .label(Binary{flags >> 12, 4}, ' ', Binary{flags >> 9, 3}, ". .", Binary{flags >> 4, 3}, ' ',
               Binary{flags >> 1, 3}, ". = Key Signing Key: 0x", Hex{flags & 0xfe7e, 4});
  }
  in.put(field::dnskey_protocol, 1);
  in.put(field::dnskey_algorithm, 1);
  out.put(field::dnskey_key_id, start, 0, tag).generated();
  record.put_rest(field::dnskey_public_key);
}

void put_key(RecordTree& record) {
  FieldCursor& in = record.in();
  FieldWriter& out = record.message.out();
  const size_t start = in.at;
  const unsigned tag = key_tag(in.peek(record.left()));
  in.put(field::key_flags, 2);
  {
    const Deeper below(out);
    for (const Field* flag :
         {&field::key_flags_authentication, &field::key_flags_confidentiality, &field::key_flags_required,
          &field::key_flags_associated_user, &field::key_flags_associated_named_entity,
          &field::key_flags_ipsec, &field::key_flags_mime, &field::key_flags_signatory})
      out.put_in(start, *flag);
  }
  in.put(field::key_protocol, 1);
  in.put(field::key_algorithm, 1);
  out.put(field::key_key_id, start, 0, tag).generated();
  record.put_rest(field::key_public_key);
}

void put_signer(RecordTree& record) {
  FieldCursor& in = record.in();
  in.put(field::ds_key_id, 2);
  in.put(field::ds_algorithm, 1);
  in.put(field::ds_digest_type, 1);
  in.put(field::ds_digest, record.left());
}

void put_next_secure(RecordTree& record) {
  const TreeName name = record.message.put_name(field::nsec_next_domain_name);
  record.line.more(", next domain name ", name.text);
  record.message.out().more_info(' ', name.text);
  put_type_windows(record);
}

/// NXT (RFC 2535 5.2): one run of bits.
void put_next(RecordTree& record) {
  const TreeName name = record.message.put_name(field::nxt_next_domain_name);
  record.line.more(", next domain name ", name.text);
  record.message.out().more_info(' ', name.text);
  FieldCursor& in = record.in();
  for (unsigned type = 0; record.left() != 0;) {
    const unsigned bits = static_cast<unsigned>(in.take(1));
    for (unsigned bit = 0; bit < 8; ++bit, ++type)
      if ((bits & 0x80 >> bit) != 0) put_type_line(record, in.at - 1, type);
  }
}

void put_hashed(RecordTree& record, bool with_next) {
  FieldCursor& in = record.in();
  FieldWriter& out = record.message.out();
  in.put(field::nsec3_algo, 1);
  const size_t flags = in.at;
  in.put(field::nsec3_flags, 1);
  if (with_next) {
    const Deeper below(out);
    out.put_in(flags, field::nsec3_flags_opt_out);
  }
  in.put(field::nsec3_iterations, 2);
  const size_t salt = static_cast<size_t>(in.number(1));
  in.put(field::nsec3_salt_length, 1);
  in.put(field::nsec3_salt_value, salt);
  if (!with_next) return;
  const size_t at = in.at + 1, hash_length = static_cast<size_t>(in.number(1));
  in.put(field::nsec3_hash_length, 1);
  const Bytes hash = in.take_bytes(hash_length);
  // Base 32 with the "extended hex" alphabet (RFC 4648 7), as owners of these records are named.
  std::string text;
  for (size_t bit = 0; bit + 5 <= hash.size() * 8; bit += 5) {
    const unsigned two = hash[bit / 8] << 8 | (bit / 8 + 1 < hash.size() ? hash[bit / 8 + 1] : 0);
    text += "0123456789abcdefghijklmnopqrstuv"[two >> (11 - bit % 8) & 31];
  }
  out.put_text(field::nsec3_hash_value, at, hash_length, text).generated();
  put_type_windows(record);
}

void put_gateway(RecordTree& record) {
  FieldCursor& in = record.in();
  const unsigned kind = in.peek(3)[1];
  in.put(field::ipseckey_gateway_precedence, 1);
  in.put(field::ipseckey_gateway_type, 1);
  in.put(field::ipseckey_gateway_algorithm, 1);
  if (kind == 1) in.put(field::ipseckey_gateway_ipv4, 4);
  if (kind == 2) in.put(field::ipseckey_gateway_ipv6, 16);
  if (kind == 3) (void)record.message.put_name(field::ipseckey_gateway_dns);
  record.put_rest(field::ipseckey_public_key);
}

void put_host_identity(RecordTree& record) {
  FieldCursor& in = record.in();
  const Bytes lengths = in.peek(4);
  in.put(field::hip_hit_length, 1);
  in.put(field::hip_hit_pk_algo, 1);
  in.put(field::hip_pk_length, 2);
  in.put(field::hip_hit, lengths[0]);
  in.put(field::hip_pk, be16(&lengths[2]));
  while (record.left() != 0) (void)record.message.put_name(field::hip_rendezvous_server);
}

void put_transaction_key(RecordTree& record) {
  FieldCursor& in = record.in();
  record.message.put_name(field::tkey_algo_name);
  put_time(in, field::tkey_signature_inception);
  put_time(in, field::tkey_signature_expiration);
  in.put(field::tkey_mode, 2);
  in.put(field::tkey_error, 2);
  const size_t key = static_cast<size_t>(in.number(2));
  in.put(field::tkey_key_size, 2);
  if (key != 0) in.put(field::tkey_key_data, key);
  const size_t other = static_cast<size_t>(in.number(2));
  in.put(field::tkey_other_size, 2);
  if (other != 0) in.put(field::tkey_other_data, other);
}

void put_transaction_signature(RecordTree& record) {
  constexpr uint64_t second = 1'000'000'000;
  FieldCursor& in = record.in();
  FieldWriter& out = record.message.out();
  const TreeName algorithm = record.message.put_name(field::tsig_algorithm_name);
  const uint64_t seconds = in.number(6);
  in.put(field::tsig_time_signed, 6, seconds * second);
  in.put(field::tsig_fudge, 2);
  const size_t size = static_cast<size_t>(in.number(2));
  in.put(field::tsig_mac_size, 2);
  if (size != 0) {
    in.put(field::tsig_mac, size);
    out.expert(field::tsig_noalg, ExpertSeverity::Warning, ExpertGroup::Undecoded,
               "No dissector for algorithm:", algorithm.text);
  }
  in.put(field::tsig_original_id, 2);
  in.put(field::tsig_error, 2);
  const size_t other = static_cast<size_t>(in.number(2));
  in.put(field::tsig_other_len, 2);
  if (other != 0) in.put(field::tsig_other_data, other);
}

void put_child_sync(RecordTree& record) {
  FieldCursor& in = record.in();
  FieldWriter& out = record.message.out();
  in.put(field::csync_soa, 4);
  const size_t flags = in.at;
  in.put(field::csync_flags, 2);
  {
    const Deeper below(out);
    out.put_in(flags, field::csync_flags_immediate);
    out.put_in(flags, field::csync_flags_soaminimum);
  }
  out.put(field::csync_type_bitmap, in.at, record.left());
  put_type_windows(record);
}

}  // namespace

void put_type_windows(RecordTree& record) {
  FieldCursor& in = record.in();
  while (record.left() != 0) {
    const unsigned window = static_cast<unsigned>(in.take(1));
    const unsigned size = static_cast<unsigned>(in.take(1));
    for (unsigned i = 0; i < size; ++i) {
      const unsigned bits = static_cast<unsigned>(in.take(1));
      for (unsigned bit = 0; bit < 8; ++bit)
        if ((bits & 0x80 >> bit) != 0) put_type_line(record, in.at - 1, window << 8 | i * 8 | bit);
    }
  }
}

bool put_security_data(RecordTree& record) {
  FieldCursor& in = record.in();
  switch (record.type) {
    case 24:
    case 46: put_signature(record); return true;
    case 25: put_key(record); return true;
    case 30: put_next(record); return true;
    case 37:
      in.put(field::cert_type, 2);
      in.put(field::cert_key_tag, 2);
      in.put(field::cert_algorithm, 1);
      record.put_rest(field::cert_certificate);
      return true;
    case 43:
    case 59:
    case 32769: put_signer(record); return true;
    case 44:
      in.put(field::sshfp_algorithm, 1);
      in.put(field::sshfp_fingerprint_type, 1);
      record.put_rest(field::sshfp_fingerprint);
      return true;
    case 45: put_gateway(record); return true;
    case 47: put_next_secure(record); return true;
    case 48:
    case 60: put_zone_key(record); return true;
    case 49: record.put_rest(field::dhcid_rdata); return true;
    case 50: put_hashed(record, true); return true;
    case 51: put_hashed(record, false); return true;
    case 52:
      in.put(field::tlsa_certificate_usage, 1);
      in.put(field::tlsa_selector, 1);
      in.put(field::tlsa_matching_type, 1);
      record.put_rest(field::tlsa_certificate_association_data);
      return true;
    case 55: put_host_identity(record); return true;
    case 61: record.put_rest(field::openpgpkey); return true;
    case 62: put_child_sync(record); return true;
    case 63:
      in.put(field::zonemd_serial, 4);
      in.put(field::zonemd_scheme, 1);
      in.put(field::zonemd_hash_algo, 1);
      record.put_rest(field::zonemd_digest);
      return true;
    case 249: put_transaction_key(record); return true;
    case 250: put_transaction_signature(record); return true;
    default: return false;
  }
}

}  // namespace wiretale::dns
