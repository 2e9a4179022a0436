// HTTP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/http_labels.h"

namespace wiretale::http::field {

// One field on each line.
// clang-format off
inline constexpr Field notification{"http.notification", "Notification", varies, Type::Boolean};
inline constexpr Field response{"http.response", "Response", varies, Type::Boolean};
inline constexpr Field request{"http.request", "Request", varies, Type::Boolean};
inline constexpr Field response_number{"http.response_number", "Response number", varies, Type::Uint32};
inline constexpr Field request_number{"http.request_number", "Request number", varies, Type::Uint32};
inline constexpr Field authbasic{"http.authbasic", "Credentials", varies, Type::String};
inline constexpr Field response_line{"http.response.line", "Response line", varies, Type::String};
inline constexpr Field request_line{"http.request.line", "Request line", varies, Type::String};
inline constexpr Field request_method{"http.request.method", "Request Method", varies, Type::String};
inline constexpr Field request_uri{"http.request.uri", "Request URI", varies, Type::String};
inline constexpr Field request_uri_path{"http.request.uri.path", "Request URI Path", varies, Type::String};
inline constexpr Field request_uri_query{"http.request.uri.query", "Request URI Query", varies, Type::String};
inline constexpr Field request_uri_query_parameter{"http.request.uri.query.parameter", "Request URI Query Parameter", varies, Type::String};
inline constexpr Field request_version{"http.request.version", "Request Version", varies, Type::String};
inline constexpr Field response_version{"http.response.version", "Response Version", varies, Type::String};
inline constexpr Field request_full_uri{"http.request.full_uri", "Full request URI", varies, Type::String};
inline constexpr Field response_code{"http.response.code", "Status Code", varies, Type::Uint16};
inline constexpr Field response_code_desc{"http.response.code.desc", "Status Code Description", varies, Type::String};
inline constexpr Field response_for_uri{"http.response_for.uri", "Request URI", varies, Type::String};
inline constexpr Field response_phrase{"http.response.phrase", "Response Phrase", varies, Type::String};
inline constexpr Field authorization{"http.authorization", "Authorization", varies, Type::String};
inline constexpr Field proxy_authenticate{"http.proxy_authenticate", "Proxy-Authenticate", varies, Type::String};
inline constexpr Field proxy_authorization{"http.proxy_authorization", "Proxy-Authorization", varies, Type::String};
inline constexpr Field proxy_connect_host{"http.proxy_connect_host", "Proxy-Connect-Hostname", varies, Type::String};
inline constexpr Field proxy_connect_port{"http.proxy_connect_port", "Proxy-Connect-Port", varies, Type::Uint16};
inline constexpr Field www_authenticate{"http.www_authenticate", "WWW-Authenticate", varies, Type::String};
inline constexpr Field content_type{"http.content_type", "Content-Type", varies, Type::String};
inline constexpr Field content_length_header{"http.content_length_header", "Content-Length", varies, Type::String};
inline constexpr Field content_length{"http.content_length", "Content length", varies, Type::Uint64};
inline constexpr Field content_encoding{"http.content_encoding", "Content-Encoding", varies, Type::String};
inline constexpr Field transfer_encoding{"http.transfer_encoding", "Transfer-Encoding", varies, Type::String};
inline constexpr Field upgrade{"http.upgrade", "Upgrade", varies, Type::String};
inline constexpr Field user_agent{"http.user_agent", "User-Agent", varies, Type::String};
inline constexpr Field host{"http.host", "Host", varies, Type::String};
inline constexpr Field connection{"http.connection", "Connection", varies, Type::String};
inline constexpr Field cookie{"http.cookie", "Cookie", varies, Type::String};
inline constexpr Field cookie_pair{"http.cookie_pair", "Cookie pair", varies, Type::String};
inline constexpr Field accept{"http.accept", "Accept", varies, Type::String};
inline constexpr Field referer{"http.referer", "Referer", varies, Type::String};
inline constexpr Field accept_language{"http.accept_language", "Accept-Language", varies, Type::String};
inline constexpr Field accept_encoding{"http.accept_encoding", "Accept Encoding", varies, Type::String};
inline constexpr Field date{"http.date", "Date", varies, Type::String};
inline constexpr Field cache_control{"http.cache_control", "Cache-Control", varies, Type::String};
inline constexpr Field server{"http.server", "Server", varies, Type::String};
inline constexpr Field location{"http.location", "Location", varies, Type::String};
inline constexpr Field sec_websocket_accept{"http.sec_websocket_accept", "Sec-WebSocket-Accept", varies, Type::String};
inline constexpr Field sec_websocket_extensions{"http.sec_websocket_extensions", "Sec-WebSocket-Extensions", varies, Type::String};
inline constexpr Field sec_websocket_key{"http.sec_websocket_key", "Sec-WebSocket-Key", varies, Type::String};
inline constexpr Field sec_websocket_protocol{"http.sec_websocket_protocol", "Sec-WebSocket-Protocol", varies, Type::String};
inline constexpr Field sec_websocket_version{"http.sec_websocket_version", "Sec-WebSocket-Version", varies, Type::String};
inline constexpr Field set_cookie{"http.set_cookie", "Set-Cookie", varies, Type::String};
inline constexpr Field last_modified{"http.last_modified", "Last-Modified", varies, Type::String};
inline constexpr Field x_forwarded_for{"http.x_forwarded_for", "X-Forwarded-For", varies, Type::String};
inline constexpr Field http2_settings{"http.http2_settings", "HTTP2-Settings", varies, Type::String};
inline constexpr Field request_in{"http.request_in", "Request in frame", varies, Type::FrameNumber};
inline constexpr Field response_in{"http.response_in", "Response in frame", varies, Type::FrameNumber};
inline constexpr Field next_request_in{"http.next_request_in", "Next request in frame", varies, Type::FrameNumber};
inline constexpr Field next_response_in{"http.next_response_in", "Next response in frame", varies, Type::FrameNumber};
inline constexpr Field prev_request_in{"http.prev_request_in", "Prev request in frame", varies, Type::FrameNumber};
inline constexpr Field prev_response_in{"http.prev_response_in", "Prev response in frame", varies, Type::FrameNumber};
inline constexpr Field time{"http.time", "Time since request", varies, Type::RelativeTime};
inline constexpr Field chunked_trailer_part{"http.chunked_trailer_part", "trailer-part", varies, Type::String};
inline constexpr Field chunk_boundary{"http.chunk_boundary", "Chunk boundary", varies, Type::ByteArray};
inline constexpr Field chunk_size{"http.chunk_size", "Chunk size", varies, Type::Uint32};
inline constexpr Field chunk_data{"http.chunk_data", "Chunk data", varies, Type::ByteArray};
inline constexpr Field file_data{"http.file_data", "File Data", varies, Type::String};
inline constexpr Field unknown_header{"http.unknown_header", "Unknown header", varies, Type::String};
inline constexpr Field http2_settings_uri{"http.http2_settings_uri", "HTTP2 Settings URI", varies, Type::ByteArray};
inline constexpr Field tls_port{"http.tls_port", "Unencrypted HTTP protocol detected over encrypted port, could indicate a dangerous misconfiguration.", varies, Type::None};
inline constexpr Field bad_header_name{"http.bad_header_name", "Illegal characters found in header name", varies, Type::None};
inline constexpr Field chat{"http.chat", "Formatted text", varies, Type::None};
inline constexpr Field te_and_length{"http.te_and_length", "The Content-Length and Transfer-Encoding header must not be set together", varies, Type::None};
inline constexpr Field te_unknown{"http.te_unknown", "Unknown transfer coding name in Transfer-Encoding header", varies, Type::None};
inline constexpr Field subdissector_failed{"http.subdissector_failed", "HTTP body subdissector failed, trying heuristic subdissector", varies, Type::None};
inline constexpr Field leading_crlf{"http.leading_crlf", "Leading CRLF previous message in the stream may have extra CRLF", varies, Type::None};
inline constexpr Field decompression_failed{"http.decompression_failed", "Decompression failed", varies, Type::None};
inline constexpr Field decompression_disabled{"http.decompression_disabled", "Decompression disabled", varies, Type::None};

inline constexpr const Field* all[] = {&notification, &response, &request, &response_number,
    &request_number, &authbasic, &response_line, &request_line, &request_method, &request_uri,
    &request_uri_path, &request_uri_query, &request_uri_query_parameter, &request_version,
    &response_version, &request_full_uri, &response_code, &response_code_desc, &response_for_uri,
    &response_phrase, &authorization, &proxy_authenticate, &proxy_authorization, &proxy_connect_host,
    &proxy_connect_port, &www_authenticate, &content_type, &content_length_header, &content_length,
    &content_encoding, &transfer_encoding, &upgrade, &user_agent, &host, &connection, &cookie, &cookie_pair,
    &accept, &referer, &accept_language, &accept_encoding, &date, &cache_control, &server, &location,
    &sec_websocket_accept, &sec_websocket_extensions, &sec_websocket_key, &sec_websocket_protocol,
    &sec_websocket_version, &set_cookie, &last_modified, &x_forwarded_for, &http2_settings, &request_in,
    &response_in, &next_request_in, &next_response_in, &prev_request_in, &prev_response_in, &time,
    &chunked_trailer_part, &chunk_boundary, &chunk_size, &chunk_data, &file_data, &unknown_header,
    &http2_settings_uri, &chat, &tls_port, &te_and_length, &te_unknown, &subdissector_failed, &leading_crlf,
    &bad_header_name, &decompression_failed, &decompression_disabled};
// clang-format on

}  // namespace wiretale::http::field
