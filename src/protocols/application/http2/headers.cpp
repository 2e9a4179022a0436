// Header blocks of HTTP/2 in the field tree (RFC 9113 6.10, 8.3).
#include "protocols/application/http2/headers.h"

#include "protocols/application/http2/connection.h"
#include "protocols/application/http2/http2_fields.h"
#include "protocols/application/http_labels.h"

namespace wiretale::http2 {
namespace {

constexpr std::string_view representation_words[] = {
    "Indexed Header Field",
    "Literal Header Field with Incremental Indexing - Indexed Name",
    "Literal Header Field with Incremental Indexing - New Name",
    "Literal Header Field without Indexing - Indexed Name",
    "Literal Header Field without Indexing - New Name",
    "Literal Header Field Never Indexed - Indexed Name",
    "Literal Header Field Never Indexed - New Name",
    ""};

/// The field of a header that has one of its own: their labels are the headers' names.
const Field* own_header_field(std::string_view name) {
  for (const Field* field : field::all)
    if (field->name.starts_with("http2.headers.") && field->label == name) return field;
  return nullptr;
}

std::string_view reason(std::string_view status) {
  uint64_t code = 0;
  for (const char c : status) code = code * 10 + static_cast<uint64_t>(c - '0');
  return status.size() == 3 ? find_name(http::status_labels, code) : std::string_view{};
}

void remember(StreamSide& side, const HeaderField& field) {
  struct Known {
    std::string_view name;
    std::string StreamSide::*place;
  };
  static constexpr Known known[] = {{":method", &StreamSide::method},
                                    {":path", &StreamSide::path},
                                    {":scheme", &StreamSide::scheme},
                                    {":authority", &StreamSide::authority},
                                    {":status", &StreamSide::status},
                                    {"content-type", &StreamSide::content_type},
                                    {"content-encoding", &StreamSide::content_encoding},
                                    {"grpc-encoding", &StreamSide::message_encoding}};
  constexpr size_t longest = 4096;
  for (const Known& each : known)
    if (field.name == each.name) side.*each.place = field.value.substr(0, longest);
}

void put_field(FieldWriter& out, const HeaderField& header, size_t at, size_t length) {
  Item item = out.put(field::header, at, length);
  item.label("Header: ", header.name, ": ", header.value);
  if (header.name == ":status") item.more(' ', reason(header.value));
  const Deeper below(out);
  out.put(field::header_name_length, at, length, header.name.size());
  out.put_text(field::header_name, at, length, header.name);
  out.put(field::header_value_length, at, length, header.value.size());
  out.put_text(field::header_value, at, length, header.value);
  if (const Field* own = own_header_field(header.name)) {
    uint64_t number = 0;
    if (own->value_type() != Type::String)
      for (const char c : header.value)
        if (c >= '0' && c <= '9') number = number * 10 + static_cast<uint64_t>(c - '0');
    if (own->value_type() == Type::String)
      out.put_text(*own, at, length, header.value);
    else
      out.put(*own, at, length, number);
  }
  out.put_text(field::header_unescaped, at, length, header.value).generated();
  out.put_text(field::header_repr, at, length,
               representation_words[static_cast<size_t>(header.representation)]);
  if (header.index != 0) out.put(field::header_index, at, length, header.index);
}

}  // namespace

HeaderSummary put_header_block(FieldWriter& out, size_t at, size_t length, uint32_t stream, bool last) {
  Side& connection = out.about.kept.get<Connections>().sender(out.about);
  StreamSide& side = connection.of(stream);
  const size_t before = connection.unfinished.size();
  std::string block = std::move(connection.unfinished);
  connection.unfinished.clear();
  block.append(reinterpret_cast<const char*>(out.layer().data()) + at, length);
  const Bytes bytes{reinterpret_cast<const uint8_t*>(block.data()), block.size()};
  std::vector<HeaderField> fields;
  constexpr size_t most_fields = 200, largest = 256 * 1024;
  size_t next = 0, size = 0;
  while (fields.size() < most_fields && size < largest) {
    auto field = connection.decoder.next(bytes, next);
    if (!field) break;
    size += field->name.size() + field->value.size();
    remember(side, *field);
    fields.push_back(std::move(*field));
  }
  constexpr size_t longest_rest = 64 * 1024;
  if (!last && next < block.size() && block.size() - next <= longest_rest)
    connection.unfinished = block.substr(next);
  size_t headers = 0, header_bytes = 0;
  for (const HeaderField& field : fields) {
    if (field.representation == Representation::TableSize) continue;
    ++headers;
    header_bytes += field.name.size() + field.value.size() + 8;
  }
  out.put(field::header_length, at, 0, header_bytes).generated();
  out.put(field::header_count, at, 0, headers).generated();
  bool request = false, response = false;
  for (const HeaderField& field : fields) {
    const size_t begin = field.begin > before ? field.begin - before : 0,
                 end = field.end > before ? field.end - before : 0;
    if (field.representation == Representation::TableSize) {
      out.put(field::header_table_size_update, at + begin, end - begin);
      const Deeper below(out);
      out.put(field::header_table_size_update_header_table_size, at + begin, end - begin, field.index);
      continue;
    }
    request |= field.name == ":path";
    response |= field.name == ":status";
    put_field(out, field, at + begin, end - begin);
  }
  HeaderSummary summary;
  if (request && !side.method.empty()) {
    summary.first = side.method + ' ' + side.path;
    if (!side.scheme.empty() && !side.authority.empty()) {
      const std::string target = side.scheme + "://" + side.authority + side.path;
      out.put_text(field::request_full_uri, at, 0, target).generated();
    }
  } else if (response) {
    summary.first = text_of(side.status, ' ', reason(side.status));
  }
  return summary;
}

}  // namespace wiretale::http2
