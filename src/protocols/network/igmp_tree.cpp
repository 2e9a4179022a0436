// IGMP in the field tree (RFC 1112, 2236, 3376).
#include "protocols/network/igmp_tree.h"

#include "protocols/checksum_tree.h"
#include "protocols/network/igmp_fields.h"

namespace wiretale::igmp {
namespace {

using namespace igmp_field;

enum MessageType : uint8_t {
  query = 0x11,
  report_v1 = 0x12,
  report_v2 = 0x16,
  leave = 0x17,
  report_v3 = 0x22
};
enum RecordType : uint8_t {
  include = 1,
  exclude,
  change_to_include,
  change_to_exclude,
  allow_new,
  block_old
};

constexpr size_t header_length = 8, query_v3_length = 12;
constexpr ChecksumFields checksum_fields{checksum, checksum_status, bad_checksum, ExpertSeverity::Error};

unsigned version_of(Bytes layer) {
  switch (layer[0]) {
    case query:
      if (layer.size() >= query_v3_length) return 3;
      return layer[1] == 0 ? 1 : 2;
    case report_v1: return 1;
    case report_v2:
    case leave: return 2;
    case report_v3: return 3;
    default: return 0;
  }
}

void put_sum(Bytes layer, FieldWriter& out) {
  ChecksumResult result;
  if (!out.about.quoted && !cut_by_capture(out.about)) result = {true, Checksum().add(layer).value(), {}};
  put_checksum(out, checksum_fields, 2, result);
}

/// RFC 3376 4.1.1: tenths of a second, large values with exponent and mantissa.
void put_response_time(Bytes layer, FieldWriter& out, unsigned version_number) {
  const uint8_t code = layer[1];
  if (version_number == 1) {
    out.put(reserved, 1, 1);
    return;
  }
  const bool floating = version_number == 3 && code >= 128;
  const unsigned tenths = floating ? ((code & 15u) | 16u) << ((code >> 4 & 7) + 3) : code;
  out.put(response_time)
      .label("Max Resp Time: ", tenths / 10, '.', tenths % 10, " sec (0x", Hex{code, 2}, ')');
  if (!floating) return;
  const Deeper below(out);
  out.put(response_exponent);
  out.put(response_mantissa);
}

/// " {10.9.9.9, 10.9.9.8}", as many as are there.
void append_sources(Text& text, Bytes layer, size_t at, size_t count) {
  text.append('{');
  for (size_t i = 0; i < count && at + 4 * i + 4 <= layer.size(); ++i)
    text.put(i == 0 ? "" : ", ", Ipv4Text{&layer[at + 4 * i]});
  text.append('}');
}

void write_query(Bytes layer, FieldWriter& out, unsigned version_number) {
  out.put(group, 4, 4);
  const bool general = be32(&layer[4]) == 0;
  if (version_number == 1) return;
  if (general)
    out.more_info(", general");
  else
    out.more_info(", specific for group ", Ipv4Text{&layer[4]});
  if (version_number < 3) return;
  const size_t count = be16(&layer[10]);
  if (count > 0 && out.wants_columns()) {
    out.more_info(count == 1 ? ", source " : ", sources ");
    append_sources(out.about.columns->info, layer, query_v3_length, count);
  }
  out.put(suppress);
  out.put(robustness);
  out.put(interval, 9, 1);
  out.put(source_count, 10, 2);
  for (size_t i = 0, at = query_v3_length; i < count && at + 4 <= layer.size(); ++i, at += 4)
    out.put(source, at, 4);
}

/// What a group record asks for, in the info column.
void append_record(Text& text, Bytes layer, size_t at, size_t count) {
  const uint8_t kind = layer[at];
  const Ipv4Text address{&layer[at + 4]};
  const auto sources = [&] { append_sources(text, layer, at + 8, count); };
  text.append(" / ");
  switch (kind) {
    case include:
    case change_to_include:
      if (count == 0) {
        text.put("Leave group ", address);
        return;
      }
      text.put("Join group ", address, count == 1 ? " for source " : " for sources in ");
      return sources();
    case exclude:
    case change_to_exclude:
      text.put("Join group ", address);
      if (count == 0) return text.append(" for any sources");
      text.append(count == 1 ? ", for source not " : ", for sources not in ");
      return sources();
    case allow_new:
    case block_old:
      text.put("Group ", address, ", ");
      if (count == 0) {
        text.append(kind == allow_new ? "ALLOW_NEW_SOURCES" : "BLOCK_OLD_SOURCES");
        text.append(" but no source specified (?)");
        return;
      }
      text.put(kind == allow_new ? "new source" : "block source", count == 1 ? " " : "s ");
      return sources();
    default:
      text.put("Group ", address, ", unknown record type (?)");
      if (count == 0) return;
      text.append(", sources ");
      sources();
  }
}

void write_report(Bytes layer, FieldWriter& out) {
  out.put(reserved, 4, 2);
  out.put(record_count, 6, 2);
  size_t left = be16(&layer[6]);
  if (left == 0) out.more_info(" - General query");
  for (size_t at = 8; left > 0 && at + 8 <= layer.size(); --left) {
    const size_t count = be16(&layer[at + 2]), extra = layer[at + 1] * size_t{4};
    const size_t size = 8 + count * 4 + extra;
    if (out.wants_columns()) append_record(out.about.columns->info, layer, at, count);
    out.put_words(at, std::min(size, layer.size() - at), "Group Record : ", Ipv4Text{&layer[at + 4]}, "  ",
                  name_or(record_type_names_, layer[at], "Unknown"));
    const Deeper below(out);
    out.put(record_type, at, 1);
    out.put(auxiliary_length, at + 1, 1);
    out.put(source_count, at + 2, 2);
    out.put(group, at + 4, 4);
    for (size_t i = 0; i < count && at + 12 + 4 * i <= layer.size(); ++i) out.put(source, at + 8 + 4 * i, 4);
    if (extra != 0) out.put(auxiliary, at + 8 + count * 4, extra);
    at += size;
  }
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const unsigned version_number = version_of(layer);
  out.root().length(layer.size());
  if (version_number == 0)
    out.protocol_column("IGMP");
  else
    out.protocol_column("IGMPv", version_number);
  const std::string_view name = find_name(type_names_, layer[0]);
  if (name.empty())
    out.info("Unknown Type:0x", Hex{layer[0], 2});
  else
    out.info(name);
  // Wireshark counts the version in use as a protocol of the same name.
  if (version_number != 0) out.path("igmp");
  if (version_number != 0) out.put(igmp_field::version, 0, 0, version_number).generated();
  out.put(type);
  if (layer[0] == report_v3)
    out.put(reserved, 1, 1);
  else
    put_response_time(layer, out, version_number);
  put_sum(layer, out);
  switch (layer[0]) {
    case query: return write_query(layer, out, version_number);
    case report_v3: return write_report(layer, out);
    case report_v1: out.put(group, 4, 4); return;
    default:
      out.put(group, 4, 4);
      if (version_number == 2) out.more_info(layer[0] == report_v2 ? " group " : " ", Ipv4Text{&layer[4]});
  }
}

}  // namespace wiretale::igmp
