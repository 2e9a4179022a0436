// The data of DNS records in the field tree (RFC 1035 and others).
#include <cstdio>

#include "packet/time_words.h"
#include "protocols/application/dns/tree.h"
#include "protocols/application/dns/tree_fields.h"

namespace wiretale::dns {
namespace {

/// A string with its length in front (RFC 1035 3.3).
std::string_view put_string(RecordTree& record, const Field& length_field, const Field& text_field) {
  FieldCursor& in = record.in();
  const size_t length = static_cast<size_t>(in.number(1));
  in.put(length_field, 1);
  const Bytes text = in.peek(length);
  in.put(text_field, length);
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

void put_seconds(FieldCursor& in, const Field& time_field) {
  const uint64_t seconds = in.number(4);
  in.put(time_field, 4).more(" (", time_words(seconds), ')');
}

/// A name alone, told on the record's line as well.
void put_told_name(RecordTree& record, const Field& name_field, std::string_view before) {
  const TreeName name = record.message.put_name(name_field);
  record.line.more(", ", before, name.text);
  record.message.out().more_info(' ', name.text);
}

void put_address4(RecordTree& record) {
  const Bytes address = record.in().peek(4);
  record.line.more(", addr ", Ipv4Text{address.data()});
  record.message.out().more_info(' ', Ipv4Text{address.data()});
  record.in().put(field::a, 4);
}

void put_address6(RecordTree& record) {
  const Bytes address = record.in().peek(16);
  record.line.more(", addr ", Ipv6Text{address.data()});
  record.message.out().more_info(' ', Ipv6Text{address.data()});
  record.in().put(field::aaaa, 16);
}

void put_authority(RecordTree& record) {
  put_told_name(record, field::soa_mname, "mname ");
  record.message.put_name(field::soa_rname);
  record.in().put(field::soa_serial_number, 4);
  for (const Field* time : {&field::soa_refresh_interval, &field::soa_retry_interval,
                            &field::soa_expire_limit, &field::soa_minimum_ttl})
    put_seconds(record.in(), *time);
}

void put_well_known(RecordTree& record) {
  FieldCursor& in = record.in();
  const Bytes address = in.peek(4);
  record.line.more(", addr ", Ipv4Text{address.data()});
  record.message.out().more_info(' ', Ipv4Text{address.data()});
  in.put(field::wks_address, 4);
  in.put(field::wks_protocol, 1);
  for (unsigned first = 0; record.left() != 0; first += 8) {
    const unsigned bits = static_cast<unsigned>(in.number(1));
    if (bits == 0) {
      in.skip(1);
      continue;
    }
    Item line = in.put(field::wks_bits, 1);
    std::string_view between = " (";
    for (unsigned bit = 0; bit < 8; ++bit)
      if ((bits & 0x80 >> bit) != 0) {
        line.more(between, first + bit);
        between = ", ";
      }
    line.more(')');
  }
}

void put_host_information(RecordTree& record) {
  const std::string_view machine = put_string(record, field::hinfo_cpu_length, field::hinfo_cpu);
  const std::string_view system = put_string(record, field::hinfo_os_length, field::hinfo_os);
  record.line.more(", CPU ", machine, ", OS ", system);
  record.message.out().more_info(' ', machine, ' ', system);
}

void put_strings(RecordTree& record, const Field& length_field, const Field& text_field) {
  while (record.left() != 0) (void)put_string(record, length_field, text_field);
}

/// A preference and a name (MX, KX).
void put_preferred(RecordTree& record, const Field& number_field, const Field& name_field,
                   std::string_view before) {
  const uint64_t preference = record.in().number(2);
  record.in().put(number_field, 2);
  const TreeName name = record.message.put_name(name_field);
  record.line.more(", preference ", preference, before, name.text);
  record.message.out().more_info(' ', preference, ' ', name.text);
}

void put_service(RecordTree& record) {
  FieldCursor& in = record.in();
  const Bytes numbers = in.peek(6);
  in.put(field::srv_priority, 2);
  in.put(field::srv_weight, 2);
  in.put(field::srv_port, 2);
  const TreeName target = record.message.put_name(field::srv_target);
  const unsigned priority = be16(&numbers[0]), weight = be16(&numbers[2]), port = be16(&numbers[4]);
  record.line.more(", priority ", priority, ", weight ", weight, ", port ", port, ", target ", target.text);
  record.message.out().more_info(' ', priority, ' ', weight, ' ', port, ' ', target.text);
}

void put_naming_authority(RecordTree& record) {
  FieldCursor& in = record.in();
  const uint64_t order = in.number(2);
  in.put(field::naptr_order, 2);
  const uint64_t preference = in.number(2);
  in.put(field::naptr_preference, 2);
  const std::string_view flags = put_string(record, field::naptr_flags_length, field::naptr_flags);
  (void)put_string(record, field::naptr_service_length, field::naptr_service);
  (void)put_string(record, field::naptr_regex_length, field::naptr_regex);
  const TreeName name = record.message.name();
  FieldWriter& out = record.message.out();
  out.put(field::naptr_replacement_length, name.at, 0, name.text.size()).generated();
  out.put_text(field::naptr_replacement, name.at, name.length, name.text);
  record.line.more(", order ", order, ", preference ", preference, ", flags ", flags);
  out.more_info(' ', order, ' ', preference, ' ', flags);
}

void put_numbered_address(RecordTree& record) {
  FieldCursor& in = record.in();
  const unsigned prefix = static_cast<unsigned>(in.number(1));
  in.put(field::a6_prefix_len, 1);
  const size_t held = prefix <= 128 ? (128 - prefix + 7) / 8 : 0, at = in.at;
  const Bytes suffix = in.take_bytes(held);
  uint8_t address[16] = {};
  std::memcpy(address + 16 - held, suffix.data(), held);
  record.message.out().put_text(field::a6_address_suffix, at, held, Bytes{address});
  const TreeName name = prefix != 0 ? record.message.put_name(field::a6_prefix_name) : TreeName{};
  record.line.more(", addr ", prefix, ' ', Ipv6Text{address}, ' ', name.text);
  record.message.out().more_info(' ', prefix, ' ', Ipv6Text{address}, ' ', name.text);
}

/// Sizes of LOC: a digit and a power of ten, in centimetres (RFC 1876 2).
void put_location_size(FieldCursor& in, const Field& size_field) {
  const unsigned number = static_cast<unsigned>(in.number(1));
  double meters = number >> 4;
  for (unsigned i = 0; i < (number & 15); ++i) meters *= 10;
  char text[32];
  std::snprintf(text, sizeof text, " (%g m)", meters / 100);
  in.put(size_field, 1).more(std::string_view(text));
}

void put_angle(FieldCursor& in, const Field& angle_field, char positive, char negative) {
  constexpr int64_t equator = int64_t{1} << 31;
  const int64_t thousandths = static_cast<int64_t>(in.number(4)) - equator;
  const uint64_t size = static_cast<uint64_t>(thousandths < 0 ? -thousandths : thousandths);
  in.put(angle_field, 4)
      .more(" (", size / 3'600'000, " deg ", size / 60'000 % 60, " min ", size / 1000 % 60, '.',
            Padded{size % 1000, 3, '0'}, " sec ", thousandths < 0 ? negative : positive, ')');
}

void put_location(RecordTree& record) {
  FieldCursor& in = record.in();
  const bool known = in.number(1) == 0;
  in.put(field::loc_version, 1);
  if (!known) return record.put_rest(field::loc_unknown_data);
  put_location_size(in, field::loc_size);
  put_location_size(in, field::loc_horizontal_precision);
  put_location_size(in, field::loc_vertical_precision);
  put_angle(in, field::loc_latitude, 'N', 'S');
  put_angle(in, field::loc_longitude, 'E', 'W');
  const double meters = (static_cast<double>(in.number(4)) - 10'000'000) / 100;
  char text[32];
  std::snprintf(text, sizeof text, " (%g m)", meters);
  in.put(field::loc_altitude, 4).more(std::string_view(text));
}

void put_prefixes(RecordTree& record) {
  FieldCursor& in = record.in();
  FieldWriter& out = record.message.out();
  while (record.left() != 0) {
    const unsigned family = static_cast<unsigned>(in.number(2));
    in.put(field::apl_address_family, 2);
    in.put(field::apl_coded_prefix, 1);
    const size_t held = static_cast<size_t>(in.number(1)) & 0x7f;
    out.put_in(in.at, field::apl_negation);
    out.put_in(in.at, field::apl_afdlength);
    in.skip(1);
    const size_t at = in.at;
    const Bytes part = in.take_bytes(held);
    uint8_t address[16] = {};
    std::memcpy(address, part.data(), std::min<size_t>(held, 16));
    if (family == 1)
      out.put_text(field::apl_afdpart_ipv4, at, held, Bytes{address, 4});
    else if (family == 2)
      out.put_text(field::apl_afdpart_ipv6, at, held, Bytes{address});
    else
      out.put(field::apl_afdpart_data, at, held);
  }
}

void put_isdn(RecordTree& record) {
  (void)put_string(record, field::idsn_length, field::idsn_address);
  if (record.left() > 1) (void)put_string(record, field::idsn_sa_length, field::idsn_sa_address);
}

void put_authorization(RecordTree& record) {
  FieldCursor& in = record.in();
  FieldWriter& out = record.message.out();
  const size_t flags = in.at;
  in.put(field::caa_flags, 1);
  {
    const Deeper below(out);
    out.put_in(flags, field::caa_flags_issuer_critical);
  }
  const size_t start = in.at, tag_length = static_cast<size_t>(in.take(1));
  const Bytes tag_bytes = in.take_bytes(tag_length);
  const std::string_view tag{reinterpret_cast<const char*>(tag_bytes.data()), tag_bytes.size()};
  const size_t value = in.at, value_length = record.left();
  (void)in.peek(value_length);
  out.put(tag == "issue"       ? field::caa_issue
          : tag == "issuewild" ? field::caa_issuewild
          : tag == "iodef"     ? field::caa_iodef
                               : field::caa_unknown,
          value, value_length);
  const Deeper below(out);
  out.put(field::caa_tag_length, start, 1);
  out.put(field::caa_tag, start + 1, tag_length);
  out.put(field::caa_value, value, value_length);
}

void put_windows_names(RecordTree& record, bool reverse) {
  FieldCursor& in = record.in();
  record.message.out().put_in(in.at, reverse ? field::winsr_local_flag : field::wins_local_flag);
  in.skip(4);
  in.put(reverse ? field::winsr_lookup_timeout : field::wins_lookup_timeout, 4);
  in.put(reverse ? field::winsr_cache_timeout : field::wins_cache_timeout, 4);
  if (reverse) return put_told_name(record, field::winsr_name_result_domain, "name result domain ");
  in.put(field::wins_nb_wins_servers, 4);
  while (record.left() >= 4) in.put(field::wins_wins_server, 4);
}

/// Records whose data are one number and one name.
void put_pair(RecordTree& record, const Field& number, const Field& name) {
  record.in().put(number, 2);
  record.message.put_name(name);
}

void put_unknown(RecordTree& record) {
  FieldWriter& out = record.message.out();
  out.shallower();
  out.expert(field::undecoded_type, ExpertSeverity::Note, ExpertGroup::Undecoded, "Dissector for DNS Type (",
             record.type, ") code not implemented, Contact Wireshark developers if you want this supported");
  out.deeper();
  record.put_rest(field::data);
}

/// The types whose owner is told again in the info column, having nothing else to tell.
constexpr uint16_t telling_owner[] = {3,  4,  7,  8,  9,  10, 14, 17, 18, 19, 20,
                                      21, 22, 23, 26, 27, 42, 49, 51, 52, 55};

}  // namespace

void put_record_data(RecordTree& record) {
  for (const uint16_t type : telling_owner)
    if (type == record.type) record.message.out().more_info(' ', record.owner);
  Message& message = record.message;
  FieldCursor& in = record.in();
  switch (record.type) {
    case 1: return put_address4(record);
    case 2: return put_told_name(record, field::ns, "ns ");
    case 3: (void)message.put_name(field::md); return;
    case 4: (void)message.put_name(field::mf); return;
    case 5: return put_told_name(record, field::cname, "cname ");
    case 6: return put_authority(record);
    case 7: (void)message.put_name(field::mb); return;
    case 8: (void)message.put_name(field::mg); return;
    case 9: (void)message.put_name(field::mr); return;
    case 10: return record.put_rest(field::null);
    case 11: return put_well_known(record);
    case 12: return put_told_name(record, field::ptr_domain_name, "");
    case 13: return put_host_information(record);
    case 14:
      message.put_name(field::minfo_r);
      message.put_name(field::minfo_e);
      return;
    case 15: return put_preferred(record, field::mx_preference, field::mx_mail_exchange, ", mx ");
    case 16: return put_strings(record, field::txt_length, field::txt);
    case 17:
      message.put_name(field::rp_mailbox);
      message.put_name(field::rp_txt_rr);
      return;
    case 18: return put_pair(record, field::afsdb_subtype, field::afsdb_hostname);
    case 19: (void)put_string(record, field::x25_length, field::x25_psdn_address); return;
    case 20: return put_isdn(record);
    case 21: return put_pair(record, field::rt_subtype, field::rt_intermediate_host);
    case 22: return record.put_rest(field::nsap_rdata);
    case 23: (void)message.put_name(field::nsap_ptr_owner); return;
    case 26:
      put_pair(record, field::px_preference, field::px_map822);
      message.put_name(field::px_map400);
      return;
    case 27:
      (void)put_string(record, field::gpos_longitude_length, field::gpos_longitude);
      (void)put_string(record, field::gpos_latitude_length, field::gpos_latitude);
      (void)put_string(record, field::gpos_altitude_length, field::gpos_altitude);
      return;
    case 28: return put_address6(record);
    case 29: return put_location(record);
    case 33: return put_service(record);
    case 35: return put_naming_authority(record);
    case 36: return put_preferred(record, field::kx_preference, field::kx_key_exchange, ", kx ");
    case 38: return put_numbered_address(record);
    case 39: return put_told_name(record, field::dname, "dname ");
    case 41: return put_options(record);
    case 42: return put_prefixes(record);
    case 64:
    case 65: return put_service_binding(record);
    case 99: return put_strings(record, field::spf_length, field::spf);
    case 104: in.put(field::ilnp_nid_preference, 2); return record.put_rest(field::ilnp_nid);
    case 105:
      in.put(field::ilnp_l32_preference, 2);
      in.put(field::ilnp_l32, 4);
      return;
    case 106: in.put(field::ilnp_l64_preference, 2); return record.put_rest(field::ilnp_l64);
    case 107: return put_pair(record, field::ilnp_lp_preference, field::ilnp_lp);
    case 108: in.put(field::eui48, 6); return;
    case 109:
      in.put(field::eui64, 8)
          .label("EUI64 Address: ", LinkAddressText{message.out().layer().subspan(in.at - 8, 8)}, " (",
                 LinkAddressText{message.out().layer().subspan(in.at - 8, 8)}, ')');
      return;
    case 257: return put_authorization(record);
    case 65281: return put_windows_names(record, false);
    case 65282: return put_windows_names(record, true);
    default: break;
  }
  if (!put_security_data(record)) put_unknown(record);
}

}  // namespace wiretale::dns
