// Parameters and error causes of SCTP's chunks in the field tree.
#include "protocols/transport/sctp_fields.h"
#include "protocols/transport/sctp_tree.h"

namespace wiretale::sctp {
namespace {

constexpr size_t head = 4;
constexpr unsigned deepest = 8;

size_t padded(size_t length) { return (length + 3) & ~size_t{3}; }

/// Where a parameter or cause at `at` ends, with and without what pads it to whole words.
struct Extent {
  size_t end, padded_end;
};

Extent extent_of(Bytes layer, size_t at, size_t end) {
  const size_t length = std::max<size_t>(be16(&layer[at + 2]), head);
  return {std::min(at + length, end), std::min(at + padded(length), end)};
}

/// "IPv4, IPv6" behind the line of a list of numbers, each `size` bytes.
void put_list(FieldWriter& out, Item& line, const Field& field, size_t at, size_t end, size_t size,
              std::string_view title, std::string_view cut) {
  line.more(" (", title, ": ");
  for (size_t i = at; i + size <= end; i += size) {
    const unsigned number = size == 1 ? out.layer()[i] : be16(&out.layer()[i]);
    std::string_view name = name_or(field.names, number, "Unknown");
    if (name.ends_with(cut)) name.remove_suffix(cut.size());
    line.more(i == at ? "" : ", ", name);
  }
  line.more(')');
}

void put_parameter(FieldWriter& out, size_t at, Extent extent, unsigned depth);

void put_parameters_below(FieldWriter& out, size_t at, size_t end, unsigned depth) {
  while (at + head <= end) {
    const Extent extent = extent_of(out.layer(), at, end);
    put_parameter(out, at, extent, depth);
    at = extent.padded_end;
  }
}

void put_value(FieldWriter& out, Item& line, unsigned type, size_t at, size_t end, unsigned depth) {
  const Bytes layer = out.layer();
  const size_t length = end - at;
  const auto put_all = [&](const Field& field, size_t size) {
    for (size_t i = at; i + size <= end; i += size) out.put(field, i, size);
  };
  switch (type) {
    case 1:
      line.more(" (Information: ", length, length == 1 ? " byte)" : " bytes)");
      if (length > 0) out.put(field::parameter_heartbeat_information, at, length);
      return;
    case 5:
      if (length < 4) return;
      line.more(" (Address: ", Ipv4Text{&layer[at]}, ')');
      out.put(field::parameter_ipv4_address, at, 4);
      return;
    case 6:
      if (length < 16) return;
      line.more(" (Address: ", Ipv6Text{&layer[at]}, ')');
      out.put(field::parameter_ipv6_address, at, 16);
      return;
    case 7:
      line.more(" (Cookie length: ", length, length == 1 ? " byte)" : " bytes)");
      if (length > 0) out.put(field::parameter_state_cookie, at, length);
      return;
    case 8:
      if (depth < deepest) put_parameters_below(out, at, end, depth + 1);
      return;
    case 9:
      if (length < 4) return;
      line.more(" (Increment :", be32(&layer[at]), " msec)");
      out.put(field::parameter_cookie_preservative_incr, at, 4);
      return;
    case 11: {
      size_t letters = 0;
      while (letters < length && layer[at + letters] != 0) ++letters;
      const std::string_view name{reinterpret_cast<const char*>(layer.data()) + at, letters};
      line.more(" (Hostname: ", name, ')');
      out.put_text(field::parameter_hostname, at, length, name);
      return;
    }
    case 12:
      put_list(out, line, field::parameter_supported_address_type, at, end, 2, "Supported types", " address");
      return put_all(field::parameter_supported_address_type, 2);
    case 0x8002:
      if (length > 0) out.put(field::random_number, at, length);
      return;
    case 0x8003:
      put_list(out, line, field::chunk_type_to_auth, at, end, 1, "Chunk types to be authenticated", "\n");
      return put_all(field::chunk_type_to_auth, 1);
    case 0x8004:
      put_list(out, line, field::hmac_id, at, end, 2, "Supported HMACs", "\n");
      return put_all(field::hmac_id, 2);
    case 0x8008:
      put_list(out, line, field::supported_chunk_type, at, end, 1, "Supported types", "\n");
      return put_all(field::supported_chunk_type, 1);
    case 0xc006:
      if (length < 4) return;
      line.more(" (Indication: ", be32(&layer[at]), ')');
      out.put(field::adaptation_layer_indication, at, 4);
      return;
    case 13:
      if (length < 12) return;
      out.put(field::parameter_reconfig_request_sequence_number, at, 4);
      out.put(field::parameter_reconfig_response_sequence_number, at + 4, 4);
      out.put(field::parameter_senders_last_assigned_tsn, at + 8, 4);
      for (size_t i = at + 12; i + 2 <= end; i += 2) out.put(field::parameter_reconfig_sid, i, 2);
      return;
    case 14:
      if (length < 4) return;
      out.put(field::parameter_reconfig_request_sequence_number, at, 4);
      for (size_t i = at + 4; i + 2 <= end; i += 2) out.put(field::parameter_reconfig_sid, i, 2);
      return;
    case 15:
      if (length >= 4) out.put(field::parameter_reconfig_request_sequence_number, at, 4);
      return;
    case 16:
      if (length < 8) return;
      out.put(field::parameter_reconfig_response_sequence_number, at, 4);
      out.put(field::parameter_reconfig_response_result, at + 4, 4);
      return;
    case 0x8000:
    case 0xc000: return;
    default:
      if (length > 0) out.put(field::parameter_value, at, length);
  }
}

void put_parameter(FieldWriter& out, size_t at, Extent extent, unsigned depth) {
  const unsigned type = be16(&out.layer()[at]);
  const std::string_view name = find_name(field::parameter_type_labels, type);
  Item line;
  const size_t length = extent.end - at - head;
  if (name.empty())
    line = out.put_words(at, extent.padded_end - at, "Unknown parameter (Type ", type,
                         ", value length: ", length, length == 1 ? " byte)" : " bytes)");
  else
    line = out.put_words(at, extent.padded_end - at, name, " parameter");
  // RFC 9260 3.2: a chunk's length does not count what pads its last parameter.
  if (extent.padded_end > extent.end && extent.padded_end == out.size() && type == 1)
    out.expert(field::parameter_padding_expert, ExpertSeverity::Note, ExpertGroup::Malformed,
               field::parameter_padding_expert.label);
  const Deeper below(out);
  out.put(field::parameter_type, at, 2);
  {
    const Deeper bits(out);
    out.put_in(at, field::parameter_bit_1);
    out.put_in(at, field::parameter_bit_2);
  }
  out.put(field::parameter_length, at + 2, 2);
  put_value(out, line, type, at + head, extent.end, depth);
  if (extent.padded_end > extent.end)
    out.put(field::parameter_padding, extent.end, extent.padded_end - extent.end);
}

void put_cause(FieldWriter& out, size_t at, Extent extent) {
  const Bytes layer = out.layer();
  const unsigned code = be16(&layer[at]);
  const size_t value = at + head, length = extent.end - value;
  Item line =
      out.put_words(at, extent.padded_end - at, name_or(field::cause_code_labels, code, "Unknown"), " cause");
  const Deeper below(out);
  out.put(field::cause_code, at, 2);
  out.put(field::cause_length, at + 2, 2);
  switch (code) {
    case 1:
      if (length < 4) break;
      line.more(" (SID: ", be16(&layer[value]), ')');
      out.put(field::cause_stream_identifier, value, 2);
      out.put(field::cause_reserved, value + 2, 2);
      break;
    case 2:
      if (length < 4) break;
      out.put(field::cause_nr_of_missing_parameters, value, 4);
      for (size_t i = value + 4; i + 2 <= extent.end; i += 2)
        out.put(field::cause_missing_parameter_type, i, 2);
      break;
    case 3:
      if (length < 4) break;
      line.more(" (Measure: ", be32(&layer[value]), " usec)");
      out.put(field::cause_measure_of_staleness, value, 4);
      break;
    case 4:
    case 7:
    case 10: break;
    case 5:
    case 8:
    case 11: put_parameters(out, value, extent.end); break;
    case 9:
      if (length < 4) break;
      line.more(" (TSN: ", be32(&layer[value]), ')');
      out.put(field::cause_tsn, value, 4);
      break;
    default:
      if (length > 0) out.put(field::cause_information, value, length);
  }
  if (extent.padded_end > extent.end)
    out.put(field::cause_padding, extent.end, extent.padded_end - extent.end);
}

}  // namespace

void put_parameters(FieldWriter& out, size_t at, size_t end) { put_parameters_below(out, at, end, 0); }

void put_causes(FieldWriter& out, size_t at, size_t end) {
  while (at + head <= end) {
    const Extent extent = extent_of(out.layer(), at, end);
    put_cause(out, at, extent);
    at = extent.padded_end;
  }
}

}  // namespace wiretale::sctp
