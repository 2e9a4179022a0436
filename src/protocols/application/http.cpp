// HTTP/1 (RFC 9112): recognizing it and reading heads.
#include "protocols/application/http.h"

#include <algorithm>

#include "base/letters.h"
#include "packet/tree.h"
#include "protocols/application/http_fields.h"
#include "protocols/application/http_tree.h"
#include "protocols/application/text_protocol.h"
#include "protocols/catalog.h"

namespace wiretale::http {
namespace {

constexpr Field request_method{"http.request.method", "Request Method", varies, Type::String};
constexpr Field request_target{"http.request.uri", "Request URI", varies, Type::String};
constexpr Field request_version{"http.request.version", "Request Version", varies, Type::String};
constexpr Field response_version{"http.response.version", "Response Version", varies, Type::String};
constexpr Field response_code{"http.response.code", "Status Code", varies, Type::Uint16};
constexpr Field response_phrase{"http.response.phrase", "Response Phrase", varies, Type::String};
constexpr Field host_field{"http.host", "Host", varies, Type::String};
constexpr Field server_field{"http.server", "Server", varies, Type::String};
constexpr Field content_type_field{"http.content_type", "Content-Type", varies, Type::String};
constexpr Field location_field{"http.location", "Location", varies, Type::String};
constexpr Field content_length_field{"http.content_length", "Content length", varies, Type::Uint64};
constexpr const Field* fields[] = {&request_method,   &request_target,      &request_version,
                                   &response_version, &response_code,       &response_phrase,
                                   &host_field,       &server_field,        &content_type_field,
                                   &location_field,   &content_length_field};
static_assert(fields_are_distinct(fields));

constexpr std::string_view methods[] = {
    "GET ",        "POST ",        "PUT ",          "HEAD ",       "DELETE ", "OPTIONS ",
    "PATCH ",      "CONNECT ",     "TRACE ",        "PROPFIND ",   "REPORT ", "NOTIFY ",
    "M-SEARCH ",   "SUBSCRIBE ",   "UNSUBSCRIBE ",  "PROPPATCH ",  "MKCOL ",  "COPY ",
    "MOVE ",       "LOCK ",        "UNLOCK ",       "SEARCH ",     "MERGE ",  "CHECKOUT ",
    "MKACTIVITY ", "RPC_IN_DATA ", "RPC_OUT_DATA ", "RPC_CONNECT "};
/// Those whose requests tcpdump shows as text.
constexpr std::string_view line_methods[] = {
    "GET",
    "PUT",
    "COPY",
    "HEAD",
    "LOCK",
    "MOVE",
    "POLL",
    "POST",
    "BCOPY",
    "BMOVE",
    "MKCOL",
    "TRACE",
    "LABEL",
    "MERGE",
    "DELETE",
    "SEARCH",
    "UNLOCK",
    "REPORT",
    "UPDATE",
    "NOTIFY",
    "BDELETE",
    "CONNECT",
    "OPTIONS",
    "CHECKIN",
    "PROPFIND",
    "CHECKOUT",
    "CCM_POST",
    "SUBSCRIBE",
    "PROPPATCH",
    "BPROPFIND",
    "BPROPPATCH",
    "UNCHECKOUT",
    "MKACTIVITY",
    "MKWORKSPACE",
    "UNSUBSCRIBE",
    "RPC_CONNECT",
    "VERSION-CONTROL",
    "BASELINE-CONTROL",
};

constexpr Claim found_on[] = {
    {On::TcpPort, 80, Scope::Line},   {On::TcpPort, 8080, Scope::Line}, {On::TcpPort, 80, Scope::Tree},
    {On::TcpPort, 3128, Scope::Tree}, {On::TcpPort, 3132, Scope::Tree}, {On::TcpPort, 5985, Scope::Tree},
    {On::TcpPort, 8080, Scope::Tree}, {On::TcpPort, 8088, Scope::Tree}, {On::TcpPort, 11371, Scope::Tree},
    {On::TcpPort, 1900, Scope::Tree}, {On::TcpPort, 2869, Scope::Tree}, {On::TcpPort, 2710, Scope::Tree}};

constexpr size_t longest_head = 16 * 1024;

std::string_view text_in(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), longest_head)};
}

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && (words.front() == ' ' || words.front() == '\t')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == ' ' || words.back() == '\t' || words.back() == '\r'))
    words.remove_suffix(1);
  return words;
}

std::optional<uint64_t> number_in(std::string_view words) {
  if (words.empty() || words.size() > 18) return std::nullopt;
  uint64_t value = 0;
  for (const char c : words) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<uint64_t>(c - '0');
  }
  return value;
}

void read_field(Head& head, std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string_view name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
  if (same_letters(name, "host")) head.host = value;
  if (same_letters(name, "server")) head.server = value;
  if (same_letters(name, "content-type")) head.content_type = value;
  if (same_letters(name, "upgrade")) head.upgrade = value;
  if (same_letters(name, "location")) head.location = value;
  if (same_letters(name, "content-length")) head.content_length = number_in(value);
  if (same_letters(name, "connection")) head.close = same_letters(value, "close");
  if (same_letters(name, "transfer-encoding"))
    head.chunked = value.size() >= 7 && same_letters(value.substr(value.size() - 7), "chunked");
}

void read_first_line(Head& head, std::string_view line) {
  const size_t first = line.find(' ');
  const std::string_view start = line.substr(0, first),
                         rest = first == line.npos ? "" : line.substr(first + 1);
  const size_t second = rest.find(' ');
  if (head.response) {
    head.version = start;
    head.status = static_cast<unsigned>(
        number_in(trimmed(rest.substr(0, std::min<size_t>(3, rest.size())))).value_or(0));
    if (second != rest.npos) head.reason = rest.substr(second + 1);
  } else {
    head.method = start;
    const size_t last = rest.rfind(' ');
    head.target = rest.substr(0, last);
    if (last != rest.npos) head.version = rest.substr(last + 1);
  }
}

void print(Line& line, View in) {
  print_text_protocol(line, in, {"HTTP", "http", line_methods, TextProtocol::Code::Second});
}

bool recognize(Bytes first, Ports) { return looks_like_request(first) || looks_like_response(first); }

void dissect(Bytes layer, FieldWriter& out) { dissect_message(layer, out); }

Step decode(Cursor&, Context&) { return {}; }

}  // namespace

bool looks_like_request(Bytes bytes) {
  const std::string_view text = text_in(bytes);
  return std::any_of(std::begin(methods), std::end(methods),
                     [&](std::string_view method) { return text.starts_with(method); });
}

bool looks_like_response(Bytes bytes) {
  const std::string_view text = text_in(bytes);
  return text.size() >= 12 && text.starts_with("HTTP/1.") && text[8] == ' ' &&
         number_in(text.substr(9, 3)).has_value();
}

std::optional<Head> read_head(Bytes bytes) {
  Head head;
  head.response = looks_like_response(bytes);
  if (!head.response && !looks_like_request(bytes)) return std::nullopt;
  const std::string_view text = text_in(bytes);
  for (size_t at = 0, line = 0; at < text.size(); ++line) {
    const size_t end = text.find('\n', at);
    std::string_view words = text.substr(at, end == text.npos ? text.npos : end - at);
    if (words.ends_with('\r')) words.remove_suffix(1);
    at = end == text.npos ? text.size() : end + 1;
    head.length = at;
    if (line == 0) {
      read_first_line(head, words);
    } else if (words.empty() && end != text.npos) {
      head.complete = true;
      break;
    } else if (end != text.npos) {
      read_field(head, words);
    }
  }
  return head;
}

extern constinit const Protocol protocol{.name = "http",
                                         .title = "Hypertext Transfer Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = message_length,
                                         .recognize = recognize,
                                         .print = print};

}  // namespace wiretale::http
