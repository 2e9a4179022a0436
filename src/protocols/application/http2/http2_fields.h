// HTTP/2: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::http2::field {

inline constexpr Name type_labels[] = {
    {0, "DATA"},         {1, "HEADERS"},  {2, "PRIORITY"}, {3, "RST_STREAM"},      {4, "SETTINGS"},
    {5, "PUSH_PROMISE"}, {6, "PING"},     {7, "GOAWAY"},   {8, "WINDOW_UPDATE"},   {9, "CONTINUATION"},
    {10, "ALTSVC"},      {11, "BLOCKED"}, {12, "ORIGIN"},  {16, "PRIORITY_UPDATE"}};
inline constexpr Name rst_stream_error_labels[] = {{0, "NO_ERROR"},
                                                   {1, "PROTOCOL_ERROR"},
                                                   {2, "INTERNAL_ERROR"},
                                                   {3, "FLOW_CONTROL_ERROR"},
                                                   {4, "SETTINGS_TIMEOUT"},
                                                   {5, "STREAM_CLOSED"},
                                                   {6, "FRAME_SIZE_ERROR"},
                                                   {7, "REFUSED_STREAM"},
                                                   {8, "CANCEL"},
                                                   {9, "COMPRESSION_ERROR"},
                                                   {10, "CONNECT_ERROR"},
                                                   {11, "ENHANCE_YOUR_CALM"},
                                                   {12, "INADEQUATE_SECURITY"},
                                                   {13, "HTTP_1_1_REQUIRED"}};
inline constexpr Name settings_id_labels[] = {{1, "Header table size"},      {2, "Enable PUSH"},
                                              {3, "Max concurrent streams"}, {4, "Initial Windows size"},
                                              {5, "Max frame size"},         {6, "Max header list size"},
                                              {8, "Extended CONNECT"}};

// One field on each line.
// clang-format off
inline constexpr Field stream{"http2.stream", "Stream", varies, Type::None};
inline constexpr Field length{"http2.length", "Length", varies, Type::Uint24};
inline constexpr Field type{"http2.type", "Type", varies, Type::Uint8, Show::Decimal, type_labels};
inline constexpr Field r{"http2.r", "Reserved", bits(0, 1).within(0, 32), Type::Uint32, Show::Hex};
inline constexpr Field headers_weight{"http2.headers.weight", "Weight", varies, Type::Uint8};
inline constexpr Field headers_weight_real{"http2.headers.weight_real", "Weight real", varies, Type::Uint8};
inline constexpr Field streamid{"http2.streamid", "Stream Identifier", bits(1, 31).within(0, 32), Type::Uint32};
inline constexpr Field magic{"http2.magic", "Magic", varies, Type::String};
inline constexpr Field unknown{"http2.unknown", "Unknown", varies, Type::ByteArray};
inline constexpr Field flags{"http2.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field flags_end_stream{"http2.flags.end_stream", "End Stream", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field flags_eh{"http2.flags.eh", "End Headers", bits(5, 1).within(0, 8), Type::Boolean};
inline constexpr Field flags_padded{"http2.flags.padded", "Padded", bits(4, 1).within(0, 8), Type::Boolean};
inline constexpr Field flags_priority{"http2.flags.priority", "Priority", bits(2, 1).within(0, 8), Type::Boolean};
inline constexpr Field flags_ack_ping{"http2.flags.ack.ping", "ACK", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field flags_unused{"http2.flags.unused", "Unused", bits(0, 8).within(0, 8), Type::Uint8, Show::Hex};
inline constexpr Field flags_unused_settings{"http2.flags.unused_settings", "Unused", bits(0, 7).within(0, 8), Type::Uint8, Show::Hex};
inline constexpr Field flags_unused_ping{"http2.flags.unused_ping", "Unused", bits(0, 7).within(0, 8), Type::Uint8, Show::Hex};
inline constexpr Field flags_unused_continuation{"http2.flags.unused_continuation", "Unused", bits(0, 8).within(0, 8), Type::Uint8, Show::Hex};
inline constexpr Field flags_unused_push_promise{"http2.flags.unused_push_promise", "Unused", bits(0, 8).within(0, 8), Type::Uint8, Show::Hex};
inline constexpr Field flags_unused_data{"http2.flags.unused_data", "Unused", bits(0, 7).within(0, 8), Type::Uint8, Show::Hex};
inline constexpr Field flags_unused_headers{"http2.flags.unused_headers", "Unused", bits(0, 7).within(0, 8), Type::Uint8, Show::Hex};
inline constexpr Field flags_ack_settings{"http2.flags.ack.settings", "ACK", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field padding{"http2.padding", "Pad Length", varies, Type::Uint8, Show::Hex};
inline constexpr Field pad_length{"http2.pad_length", "Pad Length", varies, Type::Uint16};
inline constexpr Field exclusive{"http2.exclusive", "Exclusive", bits(0, 1).within(0, 32), Type::Boolean};
inline constexpr Field stream_dependency{"http2.stream_dependency", "Stream Dependency", bits(1, 31).within(0, 32), Type::Uint32};
inline constexpr Field data_segment{"http2.data.segment", "DATA segment", varies, Type::ByteArray};
inline constexpr Field data_data{"http2.data.data", "Data", varies, Type::ByteArray};
inline constexpr Field data_padding{"http2.data.padding", "Padding", varies, Type::ByteArray};
inline constexpr Field body_fragments{"http2.body.fragments", "Body fragments", varies, Type::None};
inline constexpr Field body_fragment{"http2.body.fragment", "Body fragment", varies, Type::FrameNumber};
inline constexpr Field body_fragment_overlap{"http2.body.fragment.overlap", "Body fragment overlap", varies, Type::Boolean};
inline constexpr Field body_fragment_overlap_conflicts{"http2.body.fragment.overlap.conflicts", "Body fragment overlapping with conflicting data", varies, Type::Boolean};
inline constexpr Field body_fragment_multiple_tails{"http2.body.fragment.multiple_tails", "Body has multiple tail fragments", varies, Type::Boolean};
inline constexpr Field body_fragment_too_long_fragment{"http2.body.fragment.too_long_fragment", "Body fragment too long", varies, Type::Boolean};
inline constexpr Field body_fragment_error{"http2.body.fragment.error", "Body defragment error", varies, Type::FrameNumber};
inline constexpr Field body_fragment_count{"http2.body.fragment.count", "Body fragment count", varies, Type::Uint32};
inline constexpr Field body_reassembled_in{"http2.body.reassembled.in", "Reassembled body in frame", varies, Type::FrameNumber};
inline constexpr Field body_reassembled_length{"http2.body.reassembled.length", "Reassembled body length", varies, Type::Uint32};
inline constexpr Field body_reassembled_data{"http2.body.reassembled.data", "Reassembled body data", varies, Type::ByteArray};
inline constexpr Field headers{"http2.headers", "Header Block Fragment", varies, Type::ByteArray};
inline constexpr Field headers_padding{"http2.headers.padding", "Padding", varies, Type::ByteArray};
inline constexpr Field header{"http2.header", "Header", varies, Type::None};
inline constexpr Field header_length{"http2.header.length", "Header Length", varies, Type::Uint32};
inline constexpr Field header_count{"http2.header.count", "Header Count", varies, Type::Uint32};
inline constexpr Field header_name_length{"http2.header.name.length", "Name Length", varies, Type::Uint32};
inline constexpr Field header_name{"http2.header.name", "Name", varies, Type::String};
inline constexpr Field header_value_length{"http2.header.value.length", "Value Length", varies, Type::Uint32};
inline constexpr Field header_value{"http2.header.value", "Value", varies, Type::String};
inline constexpr Field header_unescaped{"http2.header.unescaped", "Unescaped", varies, Type::String};
inline constexpr Field header_repr{"http2.header.repr", "Representation", varies, Type::String};
inline constexpr Field header_index{"http2.header.index", "Index", varies, Type::Uint32};
inline constexpr Field header_table_size_update{"http2.header_table_size_update", "Header table size update", varies, Type::None};
inline constexpr Field header_table_size_update_header_table_size{"http2.header_table_size_update.header_table_size", "Header table size", varies, Type::Uint32};
inline constexpr Field fake_header_count{"http2.fake.header.count", "Fake Header Count", varies, Type::Uint32};
inline constexpr Field fake_header{"http2.fake.header", "Fake Header", varies, Type::None};
inline constexpr Field request_full_uri{"http2.request.full_uri", "Full request URI", varies, Type::String};
inline constexpr Field rst_stream_error{"http2.rst_stream.error", "Error", varies, Type::Uint32, Show::Decimal, rst_stream_error_labels};
inline constexpr Field settings{"http2.settings", "Settings", varies, Type::None};
inline constexpr Field settings_id{"http2.settings.id", "Settings Identifier", varies, Type::Uint16, Show::Decimal, settings_id_labels};
inline constexpr Field settings_header_table_size{"http2.settings.header_table_size", "Header table size", varies, Type::Uint32};
inline constexpr Field settings_enable_push{"http2.settings.enable_push", "Enable PUSH", varies, Type::Uint32};
inline constexpr Field settings_max_concurrent_streams{"http2.settings.max_concurrent_streams", "Max concurrent streams", varies, Type::Uint32};
inline constexpr Field settings_initial_window_size{"http2.settings.initial_window_size", "Initial Windows Size", varies, Type::Uint32};
inline constexpr Field settings_max_frame_size{"http2.settings.max_frame_size", "Max frame size", varies, Type::Uint32};
inline constexpr Field settings_max_header_list_size{"http2.settings.max_header_list_size", "Max header list size", varies, Type::Uint32};
inline constexpr Field settings_extended_connect{"http2.settings.extended_connect", "Extended CONNECT", varies, Type::Uint32};
inline constexpr Field settings_unknown{"http2.settings.unknown", "Unknown Settings", varies, Type::Uint32};
inline constexpr Field push_promise_r{"http2.push_promise.r", "Reserved", bits(0, 1).within(0, 32), Type::Uint32, Show::Hex};
inline constexpr Field push_promise_promised_stream_id{"http2.push_promise.promised_stream_id", "Promised-Stream-ID", bits(1, 31).within(0, 32), Type::Uint32};
inline constexpr Field push_promise_header{"http2.push_promise.header", "Header Block Fragment", varies, Type::ByteArray};
inline constexpr Field push_promise_padding{"http2.push_promise.padding", "Padding", varies, Type::ByteArray};
inline constexpr Field ping{"http2.ping", "Ping", varies, Type::ByteArray};
inline constexpr Field pong{"http2.pong", "Pong", varies, Type::ByteArray};
inline constexpr Field goway_r{"http2.goway.r", "Reserved", bits(0, 1).within(0, 32), Type::Uint32, Show::Hex};
inline constexpr Field goaway_last_stream_id{"http2.goaway.last_stream_id", "Last-Stream-ID", bits(1, 31).within(0, 32), Type::Uint32};
inline constexpr Field goaway_error{"http2.goaway.error", "Error", varies, Type::Uint32, Show::Decimal, rst_stream_error_labels};
inline constexpr Field goaway_addata{"http2.goaway.addata", "Additional Debug Data", varies, Type::ByteArray};
inline constexpr Field window_update_r{"http2.window_update.r", "Reserved", bits(0, 1).within(0, 32), Type::Uint32, Show::Hex};
inline constexpr Field window_update_window_size_increment{"http2.window_update.window_size_increment", "Window Size Increment", bits(1, 31).within(0, 32), Type::Uint32};
inline constexpr Field continuation_header{"http2.continuation.header", "Continuation Header", varies, Type::String};
inline constexpr Field continuation_padding{"http2.continuation.padding", "Padding", varies, Type::ByteArray};
inline constexpr Field altsvc_origin_len{"http2.altsvc.origin.len", "Origin Length", varies, Type::Uint16};
inline constexpr Field altsvc_origin{"http2.altsvc.origin", "Origin", varies, Type::String};
inline constexpr Field altsvc_field_value{"http2.altsvc.field_value", "Field/Value", varies, Type::String};
inline constexpr Field origin{"http2.origin", "Origin", varies, Type::None};
inline constexpr Field origin_origin_len{"http2.origin.origin_len", "Origin Length", varies, Type::Uint16};
inline constexpr Field origin_origin{"http2.origin.origin", "Origin", varies, Type::String};
inline constexpr Field priority_update_stream_id{"http2.priority_update_stream_id", "Priority Update Stream ID", varies, Type::Uint64};
inline constexpr Field priority_update_field_value{"http2.priority_update_field_value", "Priority Update Field Value", varies, Type::String};
inline constexpr Field header_size_exceeded{"http2.header_size_exceeded", "Decompression stopped.", varies, Type::None};
inline constexpr Field header_lines_exceeded{"http2.header_lines_exceeded", "Decompression stopped after 200 header lines.", varies, Type::None};
inline constexpr Field body_decompression_failed{"http2.body_decompression_failed", "Body decompression failed", varies, Type::None};
inline constexpr Field reassembly_error{"http2.reassembly_error", "Reassembly failed", varies, Type::None};
inline constexpr Field headers_authority{"http2.headers.authority", ":authority", varies, Type::String};
inline constexpr Field headers_status{"http2.headers.status", ":status", varies, Type::Uint16};
inline constexpr Field headers_path{"http2.headers.path", ":path", varies, Type::String};
inline constexpr Field headers_method{"http2.headers.method", ":method", varies, Type::String};
inline constexpr Field headers_scheme{"http2.headers.scheme", ":scheme", varies, Type::String};
inline constexpr Field headers_accept{"http2.headers.accept", "accept", varies, Type::String};
inline constexpr Field headers_accept_charset{"http2.headers.accept_charset", "accept-charset", varies, Type::String};
inline constexpr Field headers_accept_encoding{"http2.headers.accept_encoding", "accept-encoding", varies, Type::String};
inline constexpr Field headers_accept_language{"http2.headers.accept_language", "accept-language", varies, Type::String};
inline constexpr Field headers_accept_ranges{"http2.headers.accept_ranges", "accept-ranges", varies, Type::String};
inline constexpr Field headers_access_control_allow_origin{"http2.headers.access_control_allow_origin", "access-control-allow-origin", varies, Type::String};
inline constexpr Field headers_age{"http2.headers.age", "age", varies, Type::Uint64};
inline constexpr Field headers_allow{"http2.headers.allow", "allow", varies, Type::String};
inline constexpr Field headers_authorization{"http2.headers.authorization", "authorization", varies, Type::String};
inline constexpr Field headers_cache_control{"http2.headers.cache_control", "cache-control", varies, Type::String};
inline constexpr Field headers_content_disposition{"http2.headers.content_disposition", "content-disposition", varies, Type::String};
inline constexpr Field headers_content_encoding{"http2.headers.content_encoding", "content-encoding", varies, Type::String};
inline constexpr Field headers_content_language{"http2.headers.content_language", "content-language", varies, Type::String};
inline constexpr Field headers_content_length{"http2.headers.content_length", "content-length", varies, Type::Uint64};
inline constexpr Field headers_content_location{"http2.headers.content_location", "content-location", varies, Type::String};
inline constexpr Field headers_content_range{"http2.headers.content_range", "content-range", varies, Type::String};
inline constexpr Field headers_content_type{"http2.headers.content_type", "content-type", varies, Type::String};
inline constexpr Field headers_cookie{"http2.headers.cookie", "cookie", varies, Type::String};
inline constexpr Field headers_date{"http2.headers.date", "date", varies, Type::String};
inline constexpr Field headers_etag{"http2.headers.etag", "etag", varies, Type::String};
inline constexpr Field headers_expect{"http2.headers.expect", "expect", varies, Type::String};
inline constexpr Field headers_expires{"http2.headers.expires", "expires", varies, Type::String};
inline constexpr Field headers_from{"http2.headers.from", "from", varies, Type::String};
inline constexpr Field headers_if_match{"http2.headers.if_match", "if-match", varies, Type::String};
inline constexpr Field headers_if_modified_since{"http2.headers.if_modified_since", "if-modified-since", varies, Type::String};
inline constexpr Field headers_if_none_match{"http2.headers.if_none_match", "if-none-match", varies, Type::String};
inline constexpr Field headers_if_range{"http2.headers.if_range", "if-range", varies, Type::String};
inline constexpr Field headers_if_unmodified_since{"http2.headers.if_unmodified_since", "if-unmodified-since", varies, Type::String};
inline constexpr Field headers_last_modified{"http2.headers.last_modified", "last-modified", varies, Type::String};
inline constexpr Field headers_link{"http2.headers.link", "link", varies, Type::String};
inline constexpr Field headers_location{"http2.headers.location", "location", varies, Type::String};
inline constexpr Field headers_max_forwards{"http2.headers.max_forwards", "max-forwards", varies, Type::Uint64};
inline constexpr Field headers_proxy_authenticate{"http2.headers.proxy_authenticate", "proxy-authenticate", varies, Type::String};
inline constexpr Field headers_proxy_authorization{"http2.headers.proxy_authorization", "proxy-authorization", varies, Type::String};
inline constexpr Field headers_range{"http2.headers.range", "range", varies, Type::String};
inline constexpr Field headers_referer{"http2.headers.referer", "referer", varies, Type::String};
inline constexpr Field headers_refresh{"http2.headers.refresh", "refresh", varies, Type::String};
inline constexpr Field headers_retry_after{"http2.headers.retry_after", "retry-after", varies, Type::String};
inline constexpr Field headers_server{"http2.headers.server", "server", varies, Type::String};
inline constexpr Field headers_set_cookie{"http2.headers.set_cookie", "set-cookie", varies, Type::String};
inline constexpr Field headers_strict_transport_security{"http2.headers.strict_transport_security", "strict-transport-security", varies, Type::String};
inline constexpr Field headers_user_agent{"http2.headers.user_agent", "user-agent", varies, Type::String};
inline constexpr Field headers_vary{"http2.headers.vary", "vary", varies, Type::String};
inline constexpr Field headers_via{"http2.headers.via", "via", varies, Type::String};
inline constexpr Field headers_www_authenticate{"http2.headers.www_authenticate", "www-authenticate", varies, Type::String};
// clang-format on

inline constexpr const Field* all[] = {&stream,
                                       &length,
                                       &type,
                                       &r,
                                       &headers_weight,
                                       &headers_weight_real,
                                       &streamid,
                                       &magic,
                                       &unknown,
                                       &flags,
                                       &flags_end_stream,
                                       &flags_eh,
                                       &flags_padded,
                                       &flags_priority,
                                       &flags_ack_ping,
                                       &flags_unused,
                                       &flags_unused_settings,
                                       &flags_unused_ping,
                                       &flags_unused_continuation,
                                       &flags_unused_push_promise,
                                       &flags_unused_data,
                                       &flags_unused_headers,
                                       &flags_ack_settings,
                                       &padding,
                                       &pad_length,
                                       &exclusive,
                                       &stream_dependency,
                                       &data_segment,
                                       &data_data,
                                       &data_padding,
                                       &body_fragments,
                                       &body_fragment,
                                       &body_fragment_overlap,
                                       &body_fragment_overlap_conflicts,
                                       &body_fragment_multiple_tails,
                                       &body_fragment_too_long_fragment,
                                       &body_fragment_error,
                                       &body_fragment_count,
                                       &body_reassembled_in,
                                       &body_reassembled_length,
                                       &body_reassembled_data,
                                       &headers,
                                       &headers_padding,
                                       &header,
                                       &header_length,
                                       &header_count,
                                       &header_name_length,
                                       &header_name,
                                       &header_value_length,
                                       &header_value,
                                       &header_unescaped,
                                       &header_repr,
                                       &header_index,
                                       &header_table_size_update,
                                       &header_table_size_update_header_table_size,
                                       &fake_header_count,
                                       &fake_header,
                                       &request_full_uri,
                                       &rst_stream_error,
                                       &settings,
                                       &settings_id,
                                       &settings_header_table_size,
                                       &settings_enable_push,
                                       &settings_max_concurrent_streams,
                                       &settings_initial_window_size,
                                       &settings_max_frame_size,
                                       &settings_max_header_list_size,
                                       &settings_extended_connect,
                                       &settings_unknown,
                                       &push_promise_r,
                                       &push_promise_promised_stream_id,
                                       &push_promise_header,
                                       &push_promise_padding,
                                       &ping,
                                       &pong,
                                       &goway_r,
                                       &goaway_last_stream_id,
                                       &goaway_error,
                                       &goaway_addata,
                                       &window_update_r,
                                       &window_update_window_size_increment,
                                       &continuation_header,
                                       &continuation_padding,
                                       &altsvc_origin_len,
                                       &altsvc_origin,
                                       &altsvc_field_value,
                                       &origin,
                                       &origin_origin_len,
                                       &origin_origin,
                                       &priority_update_stream_id,
                                       &priority_update_field_value,
                                       &header_size_exceeded,
                                       &header_lines_exceeded,
                                       &body_decompression_failed,
                                       &reassembly_error,
                                       &headers_authority,
                                       &headers_status,
                                       &headers_path,
                                       &headers_method,
                                       &headers_scheme,
                                       &headers_accept,
                                       &headers_accept_charset,
                                       &headers_accept_encoding,
                                       &headers_accept_language,
                                       &headers_accept_ranges,
                                       &headers_access_control_allow_origin,
                                       &headers_age,
                                       &headers_allow,
                                       &headers_authorization,
                                       &headers_cache_control,
                                       &headers_content_disposition,
                                       &headers_content_encoding,
                                       &headers_content_language,
                                       &headers_content_length,
                                       &headers_content_location,
                                       &headers_content_range,
                                       &headers_content_type,
                                       &headers_cookie,
                                       &headers_date,
                                       &headers_etag,
                                       &headers_expect,
                                       &headers_expires,
                                       &headers_from,
                                       &headers_if_match,
                                       &headers_if_modified_since,
                                       &headers_if_none_match,
                                       &headers_if_range,
                                       &headers_if_unmodified_since,
                                       &headers_last_modified,
                                       &headers_link,
                                       &headers_location,
                                       &headers_max_forwards,
                                       &headers_proxy_authenticate,
                                       &headers_proxy_authorization,
                                       &headers_range,
                                       &headers_referer,
                                       &headers_refresh,
                                       &headers_retry_after,
                                       &headers_server,
                                       &headers_set_cookie,
                                       &headers_strict_transport_security,
                                       &headers_user_agent,
                                       &headers_vary,
                                       &headers_via,
                                       &headers_www_authenticate};

}  // namespace wiretale::http2::field
