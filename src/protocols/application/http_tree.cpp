// The HTTP field tree: messages with their heads; and how long a message is.
#include "protocols/application/http_tree.h"

#include <algorithm>
#include <charconv>

#include "base/inflate.h"
#include "base/letters.h"
#include "packet/field_cursor.h"
#include "packet/stream_handover.h"
#include "packet/value_text.h"
#include "protocols/application/http.h"
#include "protocols/application/http2/http2.h"
#include "protocols/application/http_content.h"
#include "protocols/application/http_exchanges.h"
#include "protocols/application/http_fields.h"
#include "protocols/catalog.h"

namespace wiretale::http {
namespace {

constexpr size_t most_open_requests = 64;

struct KnownHeader {
  std::string_view name;
  const Field* field;
};
constexpr KnownHeader known_headers[] = {{"Authorization", &field::authorization},
                                         {"Proxy-Authorization", &field::proxy_authorization},
                                         {"Proxy-Authenticate", &field::proxy_authenticate},
                                         {"WWW-Authenticate", &field::www_authenticate},
                                         {"Content-Type", &field::content_type},
                                         {"Content-Length", &field::content_length_header},
                                         {"Content-Encoding", &field::content_encoding},
                                         {"Transfer-Encoding", &field::transfer_encoding},
                                         {"Upgrade", &field::upgrade},
                                         {"User-Agent", &field::user_agent},
                                         {"Host", &field::host},
                                         {"Connection", &field::connection},
                                         {"Cookie", &field::cookie},
                                         {"Accept", &field::accept},
                                         {"Referer", &field::referer},
                                         {"Accept-Language", &field::accept_language},
                                         {"Accept-Encoding", &field::accept_encoding},
                                         {"Date", &field::date},
                                         {"Cache-Control", &field::cache_control},
                                         {"Server", &field::server},
                                         {"Location", &field::location},
                                         {"Sec-WebSocket-Accept", &field::sec_websocket_accept},
                                         {"Sec-WebSocket-Extensions", &field::sec_websocket_extensions},
                                         {"Sec-WebSocket-Key", &field::sec_websocket_key},
                                         {"Sec-WebSocket-Protocol", &field::sec_websocket_protocol},
                                         {"Sec-WebSocket-Version", &field::sec_websocket_version},
                                         {"Set-Cookie", &field::set_cookie},
                                         {"Last-Modified", &field::last_modified},
                                         {"X-Forwarded-For", &field::x_forwarded_for},
                                         {"HTTP2-Settings", &field::http2_settings}};

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && (words.front() == ' ' || words.front() == '\t')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == ' ' || words.back() == '\t' || words.back() == '\r'))
    words.remove_suffix(1);
  return words;
}

std::string_view words_in(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::string shown(std::string_view words) {
  Text text(256);
  append_label_content(text, {reinterpret_cast<const uint8_t*>(words.data()), words.size()});
  return std::string(text.view());
}

/// "user:password" of Basic authentication (RFC 7617).
std::string from_base64(std::string_view digits) {
  std::string bytes;
  uint32_t held = 0;
  unsigned bits = 0;
  for (const char c : digits) {
    const int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                      : c >= 'a' && c <= 'z' ? c - 'a' + 26
                      : c >= '0' && c <= '9' ? c - '0' + 52
                      : c == '+'             ? 62
                      : c == '/'             ? 63
                                             : -1;
    if (value < 0) break;
    held = held << 6 | static_cast<uint32_t>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 255);
  }
  return bytes;
}

/// What the head said, for what follows it.
struct HeadFacts {
  bool response = false;
  unsigned status = 0;
  std::string_view method, target, host, content_type, content_encoding;
  bool chunked = false;
};

/// A line of the layer: where it begins, its words, and with its end.
struct TextLine {
  size_t at = 0, length = 0;  ///< length with the line's end
  std::string_view words;
  bool complete = false;
};

TextLine line_at(Bytes layer, size_t at) {
  const std::string_view rest = words_in(layer.subspan(at));
  const size_t end = rest.find('\n');
  TextLine line{.at = at,
                .length = end == rest.npos ? rest.size() : end + 1,
                .words = {},
                .complete = end != rest.npos};
  line.words = rest.substr(0, end == rest.npos ? rest.size() : end);
  if (line.words.ends_with('\r')) line.words.remove_suffix(1);
  return line;
}

void put_target(FieldWriter& out, size_t at, std::string_view target) {
  out.put(field::request_uri, at, target.size());
  const size_t mark = target.find('?');
  if (mark == target.npos) return;
  const Deeper below(out);
  out.put(field::request_uri_path, at, mark);
  out.put(field::request_uri_query, at + mark + 1, target.size() - mark - 1);
  const Deeper deeper(out);
  for (size_t start = mark + 1; start < target.size();) {
    const size_t end = std::min(target.find('&', start), target.size());
    if (end > start) out.put(field::request_uri_query_parameter, at + start, end - start);
    start = end + 1;
  }
}

void put_request_line(FieldWriter& out, const TextLine& line, HeadFacts& head) {
  const std::string_view words = line.words;
  const size_t first = std::min(words.find(' '), words.size());
  head.method = words.substr(0, first);
  out.put(field::request_method, line.at, first);
  if (first >= words.size()) return;
  const size_t target = std::min(words.find_first_not_of(' ', first), words.size());
  const size_t last = words.find(' ', target), end = last == words.npos ? words.size() : last;
  head.target = words.substr(target, end - target);
  put_target(out, line.at + target, head.target);
  if (end >= words.size()) return;
  const size_t version = std::min(words.find_first_not_of(' ', end), words.size());
  out.put(field::request_version, line.at + version, words.size() - version);
}

void put_status_line(FieldWriter& out, const TextLine& line, HeadFacts& head) {
  const std::string_view words = line.words;
  const size_t first = std::min(words.find(' '), words.size());
  out.put(field::response_version, line.at, first);
  if (first + 4 > words.size()) return;
  std::from_chars(words.data() + first + 1, words.data() + first + 4, head.status);
  out.put(field::response_code, line.at + first + 1, 3, head.status);
  if (const std::string_view known = find_name(status_labels, head.status); !known.empty())
    out.put_text(field::response_code_desc, line.at + first + 1, 3, known).generated();
  else
    out.put_text(field::response_code_desc, line.at + first + 1, 3, text_of("Unknown (", head.status, ')'))
        .generated();
  if (first + 5 <= words.size())
    out.put(field::response_phrase, line.at + first + 5, words.size() - first - 5);
}

void put_first_line(FieldWriter& out, const TextLine& line, HeadFacts& head) {
  const std::string whole = shown(words_in(out.layer().subspan(line.at, line.length)));
  out.put_words(line.at, line.length, whole);
  out.expert(field::chat, ExpertSeverity::Chat, ExpertGroup::Sequence, whole);
  const Deeper below(out);
  if (head.response)
    put_status_line(out, line, head);
  else
    put_request_line(out, line, head);
}

void put_cookie_pairs(FieldWriter& out, size_t at, std::string_view value) {
  const Deeper below(out);
  for (size_t start = 0; start < value.size();) {
    while (start < value.size() && value[start] == ' ') ++start;
    const size_t end = std::min(value.find(';', start), value.size());
    if (end > start) out.put(field::cookie_pair, at + start, end - start);
    start = end + 1;
  }
}

/// RFC 9110 5.6.2.
bool is_token_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

void put_header(FieldWriter& out, const TextLine& line, HeadFacts& head) {
  const Bytes bytes = out.layer().subspan(line.at, line.length);
  const std::string whole = shown(words_in(bytes));
  const size_t colon = line.words.find(':');
  if (colon == line.words.npos) {
    out.put_words(line.at, line.length, whole);
    return;
  }
  const std::string_view name = line.words.substr(0, colon), value = trimmed(line.words.substr(colon + 1));
  const size_t value_at =
      line.at + (value.empty() ? colon + 1 : static_cast<size_t>(value.data() - line.words.data()));
  const auto known = std::ranges::find_if(
      known_headers, [&](const KnownHeader& each) { return same_letters(each.name, name); });
  const Field* const what = known != std::end(known_headers) ? known->field : nullptr;
  if (what != nullptr) out.put_text(*what, line.at, line.length, value).label(whole);
  if (what == &field::content_length_header) {
    uint64_t length = 0;
    if (std::from_chars(value.data(), value.data() + value.size(), length).ec == std::errc{}) {
      const Deeper below(out);
      out.put(field::content_length, line.at, line.length, length).generated();
    }
  } else if (what == &field::cookie) {
    put_cookie_pairs(out, value_at, value);
  } else if ((what == &field::authorization || what == &field::proxy_authorization) &&
             value.starts_with("Basic ") && value.size() > 6) {
    const Deeper below(out);
    out.put_text(field::authbasic, value_at, value.size(), from_base64(trimmed(value.substr(6))));
  } else if (what == &field::host) {
    head.host = value;
  } else if (what == &field::content_type) {
    head.content_type = trimmed(value.substr(0, value.find(';')));
  } else if (what == &field::content_encoding) {
    head.content_encoding = value;
  } else if (what == &field::transfer_encoding) {
    head.chunked = same_letters(value, "chunked");
  }
  Item row = out.put_text(head.response ? field::response_line : field::request_line, line.at, line.length,
                          words_in(bytes));
  row.label(whole);
  if (what != nullptr) row.hidden();
  if (!std::ranges::all_of(name, is_token_character))
    out.expert(field::bad_header_name, ExpertSeverity::Warning, ExpertGroup::Protocol,
               field::bad_header_name.label);
}

std::string full_target(const HeadFacts& head) {
  if (head.target.starts_with("http://") || head.target.starts_with("https://") || head.method == "CONNECT")
    return std::string(head.target);
  return head.host.empty() ? std::string{} : text_of("http://", head.host, head.target);
}

uint64_t connection_of(const Dissection& about) {
  return about.segment != nullptr ? about.segment->stream.index : UINT32_MAX;
}

/// "1/5": which of how many so far, or of all when the first of two passes counted them.
Item put_number(FieldWriter& out, const Field& number, std::string_view words, uint32_t which,
                uint32_t so_far) {
  Dissection& about = out.about;
  about.foretell(field::request_number, connection_of(about), so_far);
  const uint64_t all = about.foretold(field::request_number, connection_of(about)).value_or(so_far);
  return out.put(number, 0, 0, which).label(words, which, '/', all).generated();
}

/// Frames that the first of two passes saw: of request or response `number` in this connection.
void put_later(FieldWriter& out, const Field& shown, const Field& noted, uint32_t number) {
  if (const auto frame = out.about.foretold(noted, Foresight::place(connection_of(out.about), number)))
    out.put(shown, 0, 0, *frame).generated();
}

void put_request_facts(FieldWriter& out, const HeadFacts& head) {
  Exchange& exchange = out.about.kept.get<Exchanges>().of(out.about);
  const std::string target = full_target(head);
  if (!target.empty()) out.put_text(field::request_full_uri, 0, 0, target).generated();
  ++exchange.requests;
  out.put(field::request, 0, 0, 1).hidden();
  put_number(out, field::request_number, "HTTP request ", exchange.requests, exchange.requests);
  if (exchange.last_request != 0) out.put(field::prev_request_in, 0, 0, exchange.last_request).generated();
  const uint32_t number = exchange.requests;
  out.about.foretell(field::request_in, Foresight::place(connection_of(out.about), number),
                     out.about.packet.number);
  put_later(out, field::response_in, field::response_in, number);
  put_later(out, field::next_request_in, field::request_in, number + 1);
  if (exchange.open.size() >= most_open_requests) exchange.open.pop_front();
  exchange.open.push_back({out.about.packet.number, exchange.last_request, number, out.about.packet.time,
                           std::string(head.method), target});
  exchange.last_request = out.about.packet.number;
}

void put_response_facts(FieldWriter& out, const HeadFacts& head) {
  Exchange& exchange = out.about.kept.get<Exchanges>().of(out.about);
  ++exchange.responses;
  if (exchange.open.empty()) ++exchange.requests;  // one that was not seen counts
  out.put(field::response, 0, 0, 1).hidden();
  put_number(out, field::response_number, "HTTP response ", exchange.responses,
             std::max(exchange.responses, exchange.requests));
  const uint32_t number = exchange.open.empty() ? exchange.requests : exchange.open.front().number;
  out.about.foretell(field::response_in, Foresight::place(connection_of(out.about), number),
                     out.about.packet.number);
  if (!exchange.open.empty()) {
    const Request& request = exchange.open.front();
    out.put(field::time, 0, 0, static_cast<uint64_t>((out.about.packet.time - request.time).nanoseconds))
        .generated();
    if (request.previous != 0) out.put(field::prev_request_in, 0, 0, request.previous).generated();
    if (exchange.last_response != 0)
      out.put(field::prev_response_in, 0, 0, exchange.last_response).generated();
    out.put(field::request_in, 0, 0, request.frame).generated();
    put_later(out, field::next_request_in, field::request_in, number + 1);
    put_later(out, field::next_response_in, field::response_in, number + 1);
    if (!request.full_target.empty())
      out.put_text(field::response_for_uri, 0, 0, request.full_target).generated();
    if (head.status >= 200) exchange.open.pop_front();
  } else {
    put_later(out, field::next_request_in, field::request_in, number + 1);
    put_later(out, field::next_response_in, field::response_in, number + 1);
  }
  exchange.last_response = out.about.packet.number;
  constexpr unsigned switching_protocols = 101;
  exchange.upgraded = exchange.upgraded || head.status == switching_protocols;
}

/// A chunk's size and where its data begin; nothing at the end of what is here.
struct Chunk {
  size_t size = 0, data = 0;
  bool here = false, broken = false;
};

Chunk chunk_at(Bytes stream, size_t at) {
  const TextLine line = line_at(stream, at);
  if (!line.complete) return {};
  Chunk chunk{.data = at + line.length, .here = true};
  const auto read = std::from_chars(line.words.data(), line.words.data() + line.words.size(), chunk.size, 16);
  chunk.broken = read.ec != std::errc{} || chunk.size > UINT32_MAX;
  return chunk;
}

/// The body in chunks (RFC 9112 7.1). Returns its content put together.
std::vector<uint8_t> put_chunks(FieldWriter& out, size_t at, bool response) {
  const Bytes layer = out.layer();
  std::vector<uint8_t> content;
  out.put_words(at, layer.size() - at, response ? "HTTP chunked response" : "HTTP chunked request");
  const Deeper below(out);
  while (at < layer.size()) {
    const Chunk chunk = chunk_at(layer, at);
    if (!chunk.here || chunk.broken) return content;
    const size_t held = std::min(chunk.size, layer.size() - chunk.data), end = chunk.data + held;
    const size_t boundary = std::min<size_t>(2, layer.size() - end);
    if (chunk.size == 0)
      out.put_words(at, chunk.data - at, "End of chunked encoding");
    else
      out.put_words(at, end + boundary - at, "Data chunk (", chunk.size, " octets)");
    {
      const Deeper in_chunk(out);
      out.put(field::chunk_size, at, chunk.data - at, chunk.size)
          .label("Chunk size: ", chunk.size, " octets");
      if (chunk.size != 0) {
        out.put(field::chunk_data, chunk.data, held);
        if (boundary == 2) out.put(field::chunk_boundary, end, 2);
      }
    }
    if (chunk.size == 0) {
      for (at = chunk.data; at < layer.size();) {
        const TextLine line = line_at(layer, at);
        if (line.words.empty())
          out.put_words(at, line.length, shown(words_in(layer.subspan(at, line.length))));
        else
          out.put(field::chunked_trailer_part, at, line.length);
        at += line.length;
      }
      return content;
    }
    content.insert(content.end(), layer.begin() + static_cast<ptrdiff_t>(chunk.data),
                   layer.begin() + static_cast<ptrdiff_t>(end));
    at = end + boundary;
  }
  return content;
}

/// Whether content that is a protocol of its own was found in it.
bool put_plain_body(FieldWriter& out, size_t at, const HeadFacts& head, bool readable) {
  const Bytes content = out.layer().subspan(at);
  out.put(field::file_data, at, content.size()).label("File Data: ", content.size(), " bytes");
  if (readable && put_content(out, at, content.size(), content, head.content_type)) return true;
  if (&out.layer()[at] >= out.about.packet.bytes.data() && head.content_type.empty())
    out.inside(ids::data, at, content.size());
  return false;
}

bool put_encoded_body(FieldWriter& out, size_t at, const HeadFacts& head) {
  const Bytes content = out.layer().subspan(at);
  if (head.content_encoding.empty()) return put_plain_body(out, at, head, true);
  if (const auto unpacked = inflated(content)) {
    out.put_words(at, content.size(), "Content-encoded entity body (", head.content_encoding,
                  "): ", content.size(), " bytes -> ", unpacked->size(), " bytes");
    if (unpacked->empty()) return false;
    OtherBytes plain(out, "Uncompressed entity body", *unpacked);
    return put_plain_body(plain.writer, 0, head, true);
  }
  out.put_words(at, content.size(), "Content-encoded entity body (", head.content_encoding,
                "): ", content.size(), content.size() == 1 ? " byte" : " bytes");
  return put_plain_body(out, at, head, false);
}

void put_body(FieldWriter& out, size_t at, const HeadFacts& head) {
  if (out.size() == at) return;
  bool own = false;
  if (head.chunked) {
    const std::vector<uint8_t> joined = put_chunks(out, at, head.response);
    if (joined.empty()) return;
    OtherBytes body(out, "De-chunked entity body", joined);
    own = put_encoded_body(body.writer, 0, head);
  } else {
    own = put_encoded_body(out, at, head);
  }
  // What is a protocol of its own is no part of HTTP's line.
  if (own) out.root().length(at);
}

MessageLength length_of(Bytes stream, Dissection& about) {
  constexpr size_t longest_head = 65536;
  const auto head = read_head(stream);
  if (!head) {
    if (http2::begins_connection(stream)) about.kept.get<StreamHandover>().of(about).next = ids::http2;
    // Behind messages seen whole, what is none continues one.
    const Exchange& exchange = about.kept.get<Exchanges>().of(about);
    const bool begun = exchange.requests != 0 && !exchange.upgraded;
    return begun ? MessageLength::known(stream.size()) : MessageLength{};
  }
  if (!head->complete) return stream.size() < longest_head ? MessageLength::more() : MessageLength{};
  size_t at = head->length;
  if (head->response) {
    const Exchange& exchange = about.kept.get<Exchanges>().of(about);
    const bool to_head = !exchange.open.empty() && exchange.open.front().method == "HEAD";
    if (head->status == 101 && head->upgrade == "websocket")
      about.kept.get<StreamHandover>().of(about).next = ids::websocket;
    if (head->status == 101 && head->upgrade == "h2c")
      about.kept.get<StreamHandover>().of(about).next = ids::http2;
    if (head->status < 200 || head->status == 204 || head->status == 304 || to_head)
      return MessageLength::known(at);
  }
  if (!head->chunked) {
    if (head->content_length) return MessageLength::known(at + static_cast<size_t>(*head->content_length));
    return head->response ? MessageLength::to_end() : MessageLength::known(at);
  }
  while (at < stream.size()) {
    const Chunk chunk = chunk_at(stream, at);
    if (!chunk.here) return MessageLength::more();
    if (chunk.broken) return MessageLength::known(stream.size());
    at = chunk.data + chunk.size + (chunk.size != 0 ? 2 : 0);
    if (chunk.size != 0) continue;
    for (;;) {  // trailers, up to an empty line
      if (at >= stream.size()) return MessageLength::more();
      const TextLine line = line_at(stream, at);
      if (!line.complete) return MessageLength::more();
      at += line.length;
      if (line.words.empty()) return MessageLength::known(at);
    }
  }
  return MessageLength::more();
}

}  // namespace

MessageLength message_length(Bytes stream, Dissection& about) {
  using enum MessageLength::Kind;
  const MessageLength length = length_of(stream, about);
  const bool unfinished =
      length.kind == More || length.kind == ToEnd || (length.kind == Known && length.bytes > stream.size());
  // The packet list shows what has begun, as long as nobody knows where it ends.
  if (const TextLine first = line_at(stream, 0);
      unfinished && first.complete && about.columns != nullptr && about.ahead == nullptr) {
    about.columns->info.shorten(about.columns->info_kept);
    about.columns->info.put(shown(first.words), ' ');
  }
  return length;
}

void dissect_message(Bytes layer, FieldWriter& out) {
  out.protocol_column("HTTP");
  out.info("");
  out.root().length(layer.size());
  constexpr uint16_t tls_port = 443;
  if (out.about.source_port == tls_port || out.about.destination_port == tls_port) {
    out.shallower();
    out.expert(field::tls_port, ExpertSeverity::Warning, ExpertGroup::Security, field::tls_port.label);
    out.deeper();
  }
  HeadFacts head{.response = looks_like_response(layer)};
  const bool cut = out.about.packet.bytes.size() < out.about.packet.wire_length;
  if ((!head.response && !looks_like_request(layer)) || (cut && !line_at(layer, 0).complete)) {
    out.info("Continuation");
    if (cut) throw LayerTooShort{"HTTP"};
    out.put(field::file_data, 0, layer.size()).label("File Data: ", layer.size(), " bytes");
    out.inside(ids::data, 0, layer.size());
    return;
  }
  size_t at = 0;
  bool ended = false;
  for (bool first = true; at < layer.size() && !ended; first = false) {
    const TextLine line = line_at(layer, at);
    if (first) {
      put_first_line(out, line, head);
      out.info(shown(line.words), ' ');
    } else if (line.words.empty() && line.complete) {
      out.put_words(at, line.length, shown(words_in(layer.subspan(at, line.length))));
      ended = true;
    } else {
      put_header(out, line, head);
    }
    at += line.length;
  }
  if (head.response)
    put_response_facts(out, head);
  else
    put_request_facts(out, head);
  if (!ended && cut) throw LayerTooShort{"HTTP"};
  if (ended) put_body(out, at, head);
}

}  // namespace wiretale::http
