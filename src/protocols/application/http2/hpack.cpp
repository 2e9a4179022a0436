// HPACK (RFC 7541).
#include "protocols/application/http2/hpack.h"

#include <array>

namespace wiretale::http2 {
namespace {

struct StaticEntry {
  std::string_view name, value;
};
/// RFC 7541 Appendix A, from index 1.
constexpr StaticEntry static_table[] = {
    {":authority", ""},
    {":method", "GET"},
    {":method", "POST"},
    {":path", "/"},
    {":path", "/index.html"},
    {":scheme", "http"},
    {":scheme", "https"},
    {":status", "200"},
    {":status", "204"},
    {":status", "206"},
    {":status", "304"},
    {":status", "400"},
    {":status", "404"},
    {":status", "500"},
    {"accept-charset", ""},
    {"accept-encoding", "gzip, deflate"},
    {"accept-language", ""},
    {"accept-ranges", ""},
    {"accept", ""},
    {"access-control-allow-origin", ""},
    {"age", ""},
    {"allow", ""},
    {"authorization", ""},
    {"cache-control", ""},
    {"content-disposition", ""},
    {"content-encoding", ""},
    {"content-language", ""},
    {"content-length", ""},
    {"content-location", ""},
    {"content-range", ""},
    {"content-type", ""},
    {"cookie", ""},
    {"date", ""},
    {"etag", ""},
    {"expect", ""},
    {"expires", ""},
    {"from", ""},
    {"host", ""},
    {"if-match", ""},
    {"if-modified-since", ""},
    {"if-none-match", ""},
    {"if-range", ""},
    {"if-unmodified-since", ""},
    {"last-modified", ""},
    {"link", ""},
    {"location", ""},
    {"max-forwards", ""},
    {"proxy-authenticate", ""},
    {"proxy-authorization", ""},
    {"range", ""},
    {"referer", ""},
    {"refresh", ""},
    {"retry-after", ""},
    {"server", ""},
    {"set-cookie", ""},
    {"strict-transport-security", ""},
    {"transfer-encoding", ""},
    {"user-agent", ""},
    {"vary", ""},
    {"via", ""},
    {"www-authenticate", ""},
};

/// How many bits the code of each byte has (RFC 7541 Appendix B). The codes are canonical: shorter ones come
/// first, those of one length in the order of the bytes.
constexpr uint8_t code_lengths[256] = {
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 6,  10, 10, 12, 13, 6,  8,  11, 10, 10, 8,  11, 8,  6,  6,  6,  5,  5,  5,  6,
    6,  6,  6,  6,  6,  6,  7,  8,  15, 6,  12, 10, 13, 6,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,
    7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  8,  7,  8,  13, 19, 13, 14, 6,  15, 5,  6,  5,  6,  5,  6,  6,
    6,  5,  7,  7,  6,  6,  6,  5,  6,  7,  6,  5,  5,  6,  7,  7,  7,  7,  7,  15, 11, 14, 13, 28, 20, 22,
    20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23,
    22, 23, 23, 24, 22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22,
    23, 23, 20, 22, 22, 22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25,
    19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22,
    25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
};
constexpr unsigned longest_code = 30;

/// The bytes in the order of their codes, and for each length its first code and where its bytes begin.
struct Codes {
  std::array<uint8_t, 256> bytes{};
  std::array<uint32_t, longest_code + 2> first{};
  std::array<uint16_t, longest_code + 2> begin{}, count{};
};

constexpr Codes make_codes() {
  Codes codes;
  uint16_t next = 0;
  uint32_t code = 0;
  for (unsigned length = 1; length <= longest_code; ++length) {
    code <<= 1;
    codes.first[length] = code;
    codes.begin[length] = next;
    for (unsigned byte = 0; byte < 256; ++byte)
      if (code_lengths[byte] == length) codes.bytes[next++] = static_cast<uint8_t>(byte);
    codes.count[length] = static_cast<uint16_t>(next - codes.begin[length]);
    code += codes.count[length];
  }
  return codes;
}
constexpr Codes codes = make_codes();

constexpr size_t entry_overhead = 32;      // RFC 7541 4.1
constexpr size_t largest_table = 1 << 16;  // ours: what a connection may keep

/// RFC 7541 5.1: an integer with a prefix of some bits.
std::optional<uint64_t> read_integer(Bytes block, size_t& at, unsigned prefix) {
  if (at >= block.size()) return std::nullopt;
  const uint64_t most = (1u << prefix) - 1;
  uint64_t value = block[at++] & most;
  if (value < most) return value;
  for (unsigned shift = 0; shift < 56; shift += 7) {
    if (at >= block.size()) return std::nullopt;
    const uint8_t byte = block[at++];
    value += uint64_t{byte & 0x7fu} << shift;
    if ((byte & 0x80) == 0) return value;
  }
  return std::nullopt;
}

/// RFC 7541 5.2: a string, maybe Huffman-coded.
std::optional<std::string> read_string(Bytes block, size_t& at) {
  if (at >= block.size()) return std::nullopt;
  const bool coded = (block[at] & 0x80) != 0;
  const auto length = read_integer(block, at, 7);
  if (!length || *length > block.size() - at) return std::nullopt;
  const Bytes bytes = block.subspan(at, *length);
  at += *length;
  if (coded) return huffman_text(bytes);
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

}  // namespace

std::optional<std::string> huffman_text(Bytes coded) {
  std::string text;
  uint32_t code = 0;
  unsigned length = 0;
  for (const uint8_t byte : coded)
    for (unsigned bit = 8; bit-- > 0;) {
      code = code << 1 | (byte >> bit & 1u);
      if (++length > longest_code) return std::nullopt;
      const uint32_t offset = code - codes.first[length];
      if (code < codes.first[length] || offset >= codes.count[length]) continue;
      text += static_cast<char>(codes.bytes[codes.begin[length] + offset]);
      code = 0;
      length = 0;
    }
  return text;
}

const HeaderDecoder::Entry* HeaderDecoder::dynamic(uint64_t index) const {
  const size_t first = std::size(static_table) + 1;
  return index < first || index - first >= entries_.size() ? nullptr : &entries_[index - first];
}

bool HeaderDecoder::look_up(uint64_t index, std::string& name, std::string* value) const {
  if (index == 0) return false;
  if (index <= std::size(static_table)) {
    name = static_table[index - 1].name;
    if (value != nullptr) *value = static_table[index - 1].value;
    return true;
  }
  const Entry* entry = dynamic(index);
  if (entry == nullptr) {
    // The capture began later than the connection.
    name = "<unknown>";
    if (value != nullptr) *value = "<unknown>";
    return true;
  }
  name = entry->name;
  if (value != nullptr) *value = entry->value;
  return true;
}

void HeaderDecoder::shrink() {
  while (size_ > limit_ && !entries_.empty()) {
    size_ -= entries_.back().name.size() + entries_.back().value.size() + entry_overhead;
    entries_.pop_back();
  }
}

void HeaderDecoder::add(std::string name, std::string value) {
  size_ += name.size() + value.size() + entry_overhead;
  entries_.push_front({std::move(name), std::move(value)});
  shrink();
}

std::optional<HeaderField> HeaderDecoder::next(Bytes block, size_t& at) {
  if (at >= block.size()) return std::nullopt;
  HeaderField field;
  field.begin = at;
  size_t here = at;
  const uint8_t first = block[at];
  if ((first & 0x80) != 0) {
    const auto index = read_integer(block, here, 7);
    if (!index || !look_up(*index, field.name, &field.value)) return std::nullopt;
    field.index = static_cast<uint32_t>(*index);
  } else if ((first & 0xe0) == 0x20) {
    const auto size = read_integer(block, here, 5);
    if (!size) return std::nullopt;
    limit_ = std::min<size_t>(*size, largest_table);
    shrink();
    field.representation = Representation::TableSize;
    field.index = static_cast<uint32_t>(*size);
  } else {
    const bool incremental = (first & 0x40) != 0;
    const auto index = read_integer(block, here, incremental ? 6 : 4);
    if (!index) return std::nullopt;
    if (*index != 0) {
      if (!look_up(*index, field.name, nullptr)) return std::nullopt;
      field.index = static_cast<uint32_t>(*index);
    } else {
      auto name = read_string(block, here);
      if (!name) return std::nullopt;
      field.name = std::move(*name);
    }
    auto value = read_string(block, here);
    if (!value) return std::nullopt;
    field.value = std::move(*value);
    using enum Representation;
    const bool named = *index != 0;
    if (incremental) {
      field.representation = named ? IncrementalIndexedName : IncrementalNewName;
      add(field.name, field.value);
    } else if ((first & 0x10) != 0) {
      field.representation = named ? NeverIndexedName : NeverNewName;
    } else {
      field.representation = named ? WithoutIndexedName : WithoutNewName;
    }
  }
  at = field.end = here;
  return field;
}

}  // namespace wiretale::http2
