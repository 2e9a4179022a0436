// AMQP 0-9-1: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::amqp::field {

inline constexpr Name type_labels[] = {{1, "Method"},
                                       {2, "Content header"},
                                       {3, "Content body"},
                                       {4, "OOB Method"},
                                       {5, "OOB Content header"},
                                       {6, "OOB Content body"},
                                       {7, "Trace"},
                                       {8, "Heartbeat"}};
inline constexpr Name method_class_labels[] = {
    {10, "Connection"}, {20, "Channel"}, {30, "Access"}, {40, "Exchange"}, {50, "Queue"},   {60, "Basic"},
    {70, "File"},       {80, "Stream"},  {90, "Tx"},     {100, "Dtx"},     {110, "Tunnel"}, {85, "Confirm"}};
inline constexpr Name method_method_labels[] = {
    {10, "Start"},       {11, "Start-Ok"},  {20, "Secure"},    {21, "Secure-Ok"},      {30, "Tune"},
    {31, "Tune-Ok"},     {40, "Open"},      {41, "Open-Ok"},   {42, "Redirect"},       {50, "Close"},
    {51, "Close-Ok"},    {60, "Blocked"},   {61, "Unblocked"}, {70, "Pong"},           {80, "Ok"},
    {71, "Get-Ok"},      {72, "Get-Empty"}, {90, "Reject"},    {100, "Recover-Async"}, {110, "Recover"},
    {111, "Recover-Ok"}, {120, "Nack"}};

// One field on each line.
// clang-format off
inline constexpr Field length{"amqp.length", "Length", varies, Type::Uint32};
inline constexpr Field type{"amqp.type", "Type", varies, Type::Uint8, Show::Decimal, type_labels};
inline constexpr Field header{"amqp.header", "Message-Header", varies, Type::None};
inline constexpr Field channel{"amqp.channel", "Channel", varies, Type::Uint16};
inline constexpr Field reserved{"amqp.reserved", "Reserved", varies, Type::Uint32, Show::Hex};
inline constexpr Field method_class{"amqp.method.class", "Class", varies, Type::Uint16, Show::Decimal, method_class_labels};
inline constexpr Field method_method{"amqp.method.method", "Method", varies, Type::Uint16, Show::Decimal, method_method_labels};
inline constexpr Field method_arguments{"amqp.method.arguments", "Arguments", varies, Type::None};
inline constexpr Field method_arguments_version_major{"amqp.method.arguments.version_major", "Version-Major", varies, Type::Uint8};
inline constexpr Field method_arguments_version_minor{"amqp.method.arguments.version_minor", "Version-Minor", varies, Type::Uint8};
inline constexpr Field method_arguments_server_properties{"amqp.method.arguments.server_properties", "Server-Properties", varies, Type::None};
inline constexpr Field method_arguments_mechanisms{"amqp.method.arguments.mechanisms", "Mechanisms", varies, Type::ByteArray};
inline constexpr Field method_arguments_locales{"amqp.method.arguments.locales", "Locales", varies, Type::ByteArray};
inline constexpr Field method_arguments_client_properties{"amqp.method.arguments.client_properties", "Client-Properties", varies, Type::None};
inline constexpr Field method_arguments_mechanism{"amqp.method.arguments.mechanism", "Mechanism", varies, Type::String};
inline constexpr Field method_arguments_response{"amqp.method.arguments.response", "Response", varies, Type::ByteArray};
inline constexpr Field method_arguments_locale{"amqp.method.arguments.locale", "Locale", varies, Type::String};
inline constexpr Field method_arguments_challenge{"amqp.method.arguments.challenge", "Challenge", varies, Type::ByteArray};
inline constexpr Field method_arguments_channel_max{"amqp.method.arguments.channel_max", "Channel-Max", varies, Type::Uint16};
inline constexpr Field method_arguments_frame_max{"amqp.method.arguments.frame_max", "Frame-Max", varies, Type::Uint32};
inline constexpr Field method_arguments_heartbeat{"amqp.method.arguments.heartbeat", "Heartbeat", varies, Type::Uint16};
inline constexpr Field method_arguments_heartbeat_min{"amqp.method.arguments.heartbeat_min", "Heartbeat-Min", varies, Type::Uint16};
inline constexpr Field method_arguments_heartbeat_max{"amqp.method.arguments.heartbeat_max", "Heartbeat-Max", varies, Type::Uint16};
inline constexpr Field method_arguments_virtual_host{"amqp.method.arguments.virtual_host", "Virtual-Host", varies, Type::String};
inline constexpr Field method_arguments_capabilities{"amqp.method.arguments.capabilities", "Capabilities", varies, Type::String};
inline constexpr Field method_arguments_insist{"amqp.method.arguments.insist", "Insist", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_known_hosts{"amqp.method.arguments.known_hosts", "Known-Hosts", varies, Type::String};
inline constexpr Field method_arguments_known_hosts_bytes{"amqp.method.arguments.known_hosts_bytes", "Known-Hosts", varies, Type::ByteArray};
inline constexpr Field method_arguments_host{"amqp.method.arguments.host", "Host", varies, Type::String};
inline constexpr Field method_arguments_reply_code{"amqp.method.arguments.reply_code", "Reply-Code", varies, Type::Uint16};
inline constexpr Field method_arguments_reply_text{"amqp.method.arguments.reply_text", "Reply-Text", varies, Type::String};
inline constexpr Field method_arguments_class_id{"amqp.method.arguments.class_id", "Class-Id", varies, Type::Uint16};
inline constexpr Field method_arguments_method_id{"amqp.method.arguments.method_id", "Method-Id", varies, Type::Uint16};
inline constexpr Field method_arguments_reason{"amqp.method.arguments.reason", "Reason", varies, Type::String};
inline constexpr Field method_arguments_out_of_band{"amqp.method.arguments.out_of_band", "Out-Of-Band", varies, Type::String};
inline constexpr Field method_arguments_channel_id{"amqp.method.arguments.channel_id", "Channel-Id", varies, Type::ByteArray};
inline constexpr Field method_arguments_active{"amqp.method.arguments.active", "Active", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_realm{"amqp.method.arguments.realm", "Realm", varies, Type::String};
inline constexpr Field method_arguments_exclusive{"amqp.method.arguments.exclusive", "Exclusive", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_passive{"amqp.method.arguments.passive", "Passive", bits(6, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_write{"amqp.method.arguments.write", "Write", bits(4, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_read{"amqp.method.arguments.read", "Read", bits(3, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_ticket{"amqp.method.arguments.ticket", "Ticket", varies, Type::Uint16};
inline constexpr Field method_arguments_exchange{"amqp.method.arguments.exchange", "Exchange", varies, Type::String};
inline constexpr Field method_arguments_type{"amqp.method.arguments.type", "Type", varies, Type::String};
inline constexpr Field method_arguments_durable{"amqp.method.arguments.durable", "Durable", bits(6, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_auto_delete{"amqp.method.arguments.auto_delete", "Auto-Delete", bits(5, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_internal{"amqp.method.arguments.internal", "Internal", bits(4, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_nowait{"amqp.method.arguments.nowait", "Nowait", bits(3, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_arguments{"amqp.method.arguments.arguments", "Arguments", varies, Type::None};
inline constexpr Field method_arguments_destination{"amqp.method.arguments.destination", "Destination", varies, Type::String};
inline constexpr Field method_arguments_source{"amqp.method.arguments.source", "Destination", varies, Type::String};
inline constexpr Field method_arguments_routing_key{"amqp.method.arguments.routing_key", "Routing-Key", varies, Type::String};
inline constexpr Field method_arguments_if_unused{"amqp.method.arguments.if_unused", "If-Unused", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_queue{"amqp.method.arguments.queue", "Queue", varies, Type::String};
inline constexpr Field method_arguments_message_count{"amqp.method.arguments.message_count", "Message-Count", varies, Type::Uint32};
inline constexpr Field method_arguments_consumer_count{"amqp.method.arguments.consumer_count", "Consumer-Count", varies, Type::Uint32};
inline constexpr Field method_arguments_if_empty{"amqp.method.arguments.if_empty", "If-Empty", bits(6, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_prefetch_size{"amqp.method.arguments.prefetch_size", "Prefetch-Size", varies, Type::Uint32};
inline constexpr Field method_arguments_prefetch_count{"amqp.method.arguments.prefetch_count", "Prefetch-Count", varies, Type::Uint16};
inline constexpr Field method_arguments_global{"amqp.method.arguments.global", "Global", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_consumer_tag{"amqp.method.arguments.consumer_tag", "Consumer-Tag", varies, Type::String};
inline constexpr Field method_arguments_no_local{"amqp.method.arguments.no_local", "No-Local", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_no_ack{"amqp.method.arguments.no_ack", "No-Ack", bits(6, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_filter{"amqp.method.arguments.filter", "Filter", varies, Type::None};
inline constexpr Field method_arguments_publish_number{"amqp.method.arguments.publish_number", "Publish-Number", varies, Type::Uint64};
inline constexpr Field method_arguments_mandatory{"amqp.method.arguments.mandatory", "Mandatory", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_immediate{"amqp.method.arguments.immediate", "Immediate", bits(6, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_delivery_tag{"amqp.method.arguments.delivery_tag", "Delivery-Tag", varies, Type::Uint64};
inline constexpr Field method_arguments_redelivered{"amqp.method.arguments.redelivered", "Redelivered", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_cluster_id{"amqp.method.arguments.cluster_id", "Cluster-Id", varies, Type::String};
inline constexpr Field method_arguments_multiple{"amqp.method.arguments.multiple", "Multiple", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_requeue{"amqp.method.arguments.requeue", "Requeue", bits(7, 1).within(0, 8), Type::Boolean};
inline constexpr Field method_arguments_identifier{"amqp.method.arguments.identifier", "Identifier", varies, Type::String};
inline constexpr Field method_arguments_content_size{"amqp.method.arguments.content_size", "Content-Size", varies, Type::Uint64};
inline constexpr Field method_arguments_staged_size{"amqp.method.arguments.staged_size", "Staged-Size", varies, Type::Uint64};
inline constexpr Field method_arguments_consume_rate{"amqp.method.arguments.consume_rate", "Consume-Rate", varies, Type::Uint32};
inline constexpr Field method_arguments_dtx_identifier{"amqp.method.arguments.dtx_identifier", "Dtx-Identifier", varies, Type::String};
inline constexpr Field method_arguments_meta_data{"amqp.method.arguments.meta_data", "Meta-Data", varies, Type::None};
inline constexpr Field field{"amqp.field", "AMQP", varies, Type::None};
inline constexpr Field field_timestamp{"amqp.field.timestamp", "(timestamp)", varies, Type::AbsoluteTime};
inline constexpr Field field_byte_array{"amqp.field.byte_array", "(byte array)", varies, Type::ByteArray};
inline constexpr Field header_class{"amqp.header.class", "Class ID", varies, Type::Uint16, Show::Decimal, method_class_labels};
inline constexpr Field header_weight{"amqp.header.weight", "Weight", varies, Type::Uint16};
inline constexpr Field header_body_size{"amqp.header.body-size", "Body size", varies, Type::Uint64};
inline constexpr Field header_property_flags{"amqp.header.property-flags", "Property flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field header_properties{"amqp.header.properties", "Properties", varies, Type::None};
inline constexpr Field method_properties_content_type{"amqp.method.properties.content_type", "Content-Type", varies, Type::String};
inline constexpr Field method_properties_content_encoding{"amqp.method.properties.content_encoding", "Content-Encoding", varies, Type::String};
inline constexpr Field method_properties_headers{"amqp.method.properties.headers", "Headers", varies, Type::None};
inline constexpr Field method_properties_delivery_mode{"amqp.method.properties.delivery_mode", "Delivery-Mode", varies, Type::Uint8};
inline constexpr Field method_properties_priority{"amqp.method.properties.priority", "Priority", varies, Type::Uint8};
inline constexpr Field method_properties_correlation_id{"amqp.method.properties.correlation_id", "Correlation-Id", varies, Type::String};
inline constexpr Field method_properties_reply_to{"amqp.method.properties.reply_to", "Reply-To", varies, Type::String};
inline constexpr Field method_properties_expiration{"amqp.method.properties.expiration", "Expiration", varies, Type::String};
inline constexpr Field method_properties_message_id{"amqp.method.properties.message_id", "Message-Id", varies, Type::String};
inline constexpr Field method_properties_timestamp{"amqp.method.properties.timestamp", "Timestamp", varies, Type::AbsoluteTime};
inline constexpr Field method_properties_type{"amqp.method.properties.type", "Type", varies, Type::String};
inline constexpr Field method_properties_user_id{"amqp.method.properties.user_id", "User-Id", varies, Type::String};
inline constexpr Field method_properties_app_id{"amqp.method.properties.app_id", "App-Id", varies, Type::String};
inline constexpr Field method_properties_cluster_id{"amqp.method.properties.cluster_id", "Cluster-Id", varies, Type::String};
inline constexpr Field method_properties_filename{"amqp.method.properties.filename", "Filename", varies, Type::String};
inline constexpr Field method_properties_proxy_name{"amqp.method.properties.proxy_name", "Proxy-Name", varies, Type::String};
inline constexpr Field method_properties_data_name{"amqp.method.properties.data_name", "Data-Name", varies, Type::String};
inline constexpr Field method_properties_durable{"amqp.method.properties.durable", "Durable", varies, Type::Uint8};
inline constexpr Field method_properties_broadcast{"amqp.method.properties.broadcast", "Broadcast", varies, Type::Uint8};
inline constexpr Field payload{"amqp.payload", "Payload", varies, Type::ByteArray};
inline constexpr Field init_protocol{"amqp.init.protocol", "Protocol", varies, Type::String};
inline constexpr Field init_id_major{"amqp.init.id_major", "Protocol ID Major", varies, Type::Uint8};
inline constexpr Field init_id_minor{"amqp.init.id_minor", "Protocol ID Minor", varies, Type::Uint8};
inline constexpr Field init_id{"amqp.init.id", "Protocol-ID", varies, Type::Uint8};
inline constexpr Field init_version_major{"amqp.init.version_major", "Version Major", varies, Type::Uint8};
inline constexpr Field init_version_minor{"amqp.init.version_minor", "Version Minor", varies, Type::Uint8};
inline constexpr Field init_version_revision{"amqp.init.version_revision", "Version-Revision", varies, Type::Uint8};
inline constexpr Field method_connection_start_server_properties_size{"amqp.method.connection_start.server_properties.size", "Size", varies, Type::Uint32};
inline constexpr Field method_connection_start_locales_size{"amqp.method.connection_start.locales.size", "Size", varies, Type::Uint32};
inline constexpr Field method_connection_start_ok_client_properties_size{"amqp.method.connection_start.ok_client_properties.size", "Size", varies, Type::Uint32};
inline constexpr Field method_connection_open_capabilities_size{"amqp.method.connection_open.capabilities.size", "Size", varies, Type::Uint32};
inline constexpr Field method_connection_open_ok_known_hosts_size{"amqp.method.connection_open.ok_known_hosts.size", "Size", varies, Type::Uint32};
inline constexpr Field method_connection_redirect_known_hosts_size{"amqp.method.connection_redirect.known_hosts.size", "Size", varies, Type::Uint32};
inline constexpr Field method_execution_error_info_size{"amqp.method.execution.error_info.size", "Size", varies, Type::Uint32};
inline constexpr Field method_exchange_declare_argument_size{"amqp.method.exchange.declare_argument.size", "Size", varies, Type::Uint32};
inline constexpr Field method_queue_declare_argument_size{"amqp.method.queue.declare_argument.size", "Size", varies, Type::Uint32};
inline constexpr Field method_file_consume_arguments_size{"amqp.method.file.consume_arguments.size", "Size", varies, Type::Uint32};
inline constexpr Field method_stream_consume_arguments_size{"amqp.method.stream.consume_arguments.size", "Size", varies, Type::Uint32};
inline constexpr Field channel_error{"amqp.channel.error", "Channel error", varies, Type::None};
inline constexpr Field field_short{"amqp.field_short", "Field is cut off by the end of the field table", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&length,
                                       &type,
                                       &header,
                                       &channel,
                                       &reserved,
                                       &method_class,
                                       &method_method,
                                       &method_arguments,
                                       &method_arguments_version_major,
                                       &method_arguments_version_minor,
                                       &method_arguments_server_properties,
                                       &method_arguments_mechanisms,
                                       &method_arguments_locales,
                                       &method_arguments_client_properties,
                                       &method_arguments_mechanism,
                                       &method_arguments_response,
                                       &method_arguments_locale,
                                       &method_arguments_challenge,
                                       &method_arguments_channel_max,
                                       &method_arguments_frame_max,
                                       &method_arguments_heartbeat,
                                       &method_arguments_heartbeat_min,
                                       &method_arguments_heartbeat_max,
                                       &method_arguments_virtual_host,
                                       &method_arguments_capabilities,
                                       &method_arguments_insist,
                                       &method_arguments_known_hosts,
                                       &method_arguments_known_hosts_bytes,
                                       &method_arguments_host,
                                       &method_arguments_reply_code,
                                       &method_arguments_reply_text,
                                       &method_arguments_class_id,
                                       &method_arguments_method_id,
                                       &method_arguments_reason,
                                       &method_arguments_out_of_band,
                                       &method_arguments_channel_id,
                                       &method_arguments_active,
                                       &method_arguments_realm,
                                       &method_arguments_exclusive,
                                       &method_arguments_passive,
                                       &method_arguments_write,
                                       &method_arguments_read,
                                       &method_arguments_ticket,
                                       &method_arguments_exchange,
                                       &method_arguments_type,
                                       &method_arguments_durable,
                                       &method_arguments_auto_delete,
                                       &method_arguments_internal,
                                       &method_arguments_nowait,
                                       &method_arguments_arguments,
                                       &method_arguments_destination,
                                       &method_arguments_source,
                                       &method_arguments_routing_key,
                                       &method_arguments_if_unused,
                                       &method_arguments_queue,
                                       &method_arguments_message_count,
                                       &method_arguments_consumer_count,
                                       &method_arguments_if_empty,
                                       &method_arguments_prefetch_size,
                                       &method_arguments_prefetch_count,
                                       &method_arguments_global,
                                       &method_arguments_consumer_tag,
                                       &method_arguments_no_local,
                                       &method_arguments_no_ack,
                                       &method_arguments_filter,
                                       &method_arguments_publish_number,
                                       &method_arguments_mandatory,
                                       &method_arguments_immediate,
                                       &method_arguments_delivery_tag,
                                       &method_arguments_redelivered,
                                       &method_arguments_cluster_id,
                                       &method_arguments_multiple,
                                       &method_arguments_requeue,
                                       &method_arguments_identifier,
                                       &method_arguments_content_size,
                                       &method_arguments_staged_size,
                                       &method_arguments_consume_rate,
                                       &method_arguments_dtx_identifier,
                                       &method_arguments_meta_data,
                                       &field,
                                       &field_timestamp,
                                       &field_byte_array,
                                       &header_class,
                                       &header_weight,
                                       &header_body_size,
                                       &header_property_flags,
                                       &header_properties,
                                       &method_properties_content_type,
                                       &method_properties_content_encoding,
                                       &method_properties_headers,
                                       &method_properties_delivery_mode,
                                       &method_properties_priority,
                                       &method_properties_correlation_id,
                                       &method_properties_reply_to,
                                       &method_properties_expiration,
                                       &method_properties_message_id,
                                       &method_properties_timestamp,
                                       &method_properties_type,
                                       &method_properties_user_id,
                                       &method_properties_app_id,
                                       &method_properties_cluster_id,
                                       &method_properties_filename,
                                       &method_properties_proxy_name,
                                       &method_properties_data_name,
                                       &method_properties_durable,
                                       &method_properties_broadcast,
                                       &payload,
                                       &init_protocol,
                                       &init_id_major,
                                       &init_id_minor,
                                       &init_id,
                                       &init_version_major,
                                       &init_version_minor,
                                       &init_version_revision,
                                       &method_connection_start_server_properties_size,
                                       &method_connection_start_locales_size,
                                       &method_connection_start_ok_client_properties_size,
                                       &method_connection_open_capabilities_size,
                                       &method_connection_open_ok_known_hosts_size,
                                       &method_connection_redirect_known_hosts_size,
                                       &method_execution_error_info_size,
                                       &method_exchange_declare_argument_size,
                                       &method_queue_declare_argument_size,
                                       &method_file_consume_arguments_size,
                                       &method_stream_consume_arguments_size,
                                       &channel_error,
                                       &field_short};

}  // namespace wiretale::amqp::field
