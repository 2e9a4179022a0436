// MySQL: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/mysql/mysql_names.h"

namespace wiretale::mysql::field {

inline constexpr Name response_code_labels[] = {{0, "OK Packet"}, {255, "ERR Packet"}, {254, "EOF Packet"}};
inline constexpr Name session_track_type_labels[] = {{0, "SESSION_SYSVARS_TRACKER"},
                                                     {1, "CURRENT_SCHEMA_TRACKER"},
                                                     {2, "SESSION_STATE_CHANGE_TRACKER"},
                                                     {3, "SESSION_TRACK_GTIDS"},
                                                     {4, "SESSION_TRACK_TRANSACTION_CHARACTERISTICS"},
                                                     {5, "SESSION_TRACK_TRANSACTION_STATE"}};
inline constexpr Name shutdown_labels[] = {{0, "default"},
                                           {1, "wait for connections to finish"},
                                           {2, "wait for transactions to finish"},
                                           {8, "wait for updates to finish"},
                                           {16, "wait flush all buffers"},
                                           {17, "wait flush critical buffers"},
                                           {254, "kill running queries"},
                                           {255, "kill connections"}};
inline constexpr Name option_labels[] = {{0, "multi statements on"}, {1, "multi statements off"}};
inline constexpr Name exec_flags_labels[] = {
    {0, "Defaults"}, {1, "Read-only cursor"}, {2, "Cursor for update"}, {4, "Scrollable cursor"}};
inline constexpr Name new_parameter_bound_flag_labels[] = {{0, "Subsequent call"},
                                                           {1, "First call or rebound"}};
inline constexpr Name binlog_event_header_event_type_labels[] = {{0, "Unknown"},
                                                                 {1, "START_EVENT_V3"},
                                                                 {2, "Query"},
                                                                 {3, "Stop"},
                                                                 {4, "Rotate"},
                                                                 {5, "Intvar"},
                                                                 {7, "SLAVE_EVENT"},
                                                                 {9, "Append_block"},
                                                                 {11, "Delete_file"},
                                                                 {13, "RAND"},
                                                                 {14, "User_var"},
                                                                 {15, "Format_desc"},
                                                                 {16, "Xid"},
                                                                 {17, "Begin_load_query"},
                                                                 {18, "Execute_load_query"},
                                                                 {19, "Table_map"},
                                                                 {23, "Write_rows_v1"},
                                                                 {24, "Update_rows_v1"},
                                                                 {25, "Delete_rows_v1"},
                                                                 {26, "Incident"},
                                                                 {27, "Heartbeat"},
                                                                 {28, "Ignorable"},
                                                                 {29, "Rows_query"},
                                                                 {30, "Write_rows"},
                                                                 {31, "Update_rows"},
                                                                 {32, "Delete_rows"},
                                                                 {33, "Gtid"},
                                                                 {34, "Anonymous_Gtid"},
                                                                 {35, "Previous_gtids"},
                                                                 {36, "Transaction_context"},
                                                                 {37, "View_change"},
                                                                 {38, "XA_prepare"},
                                                                 {39, "Update_rows_partial"},
                                                                 {40, "Transaction_payload"},
                                                                 {41, "Heartbeat_v2"}};
inline constexpr Name field_type_labels[] = {
    {0, "FIELD_TYPE_DECIMAL"},       {1, "FIELD_TYPE_TINY"},        {2, "FIELD_TYPE_SHORT"},
    {3, "FIELD_TYPE_LONG"},          {4, "FIELD_TYPE_FLOAT"},       {5, "FIELD_TYPE_DOUBLE"},
    {6, "FIELD_TYPE_NULL"},          {7, "FIELD_TYPE_TIMESTAMP"},   {8, "FIELD_TYPE_LONGLONG"},
    {9, "FIELD_TYPE_INT24"},         {10, "FIELD_TYPE_DATE"},       {11, "FIELD_TYPE_TIME"},
    {12, "FIELD_TYPE_DATETIME"},     {13, "FIELD_TYPE_YEAR"},       {14, "FIELD_TYPE_NEWDATE"},
    {15, "FIELD_TYPE_VARCHAR"},      {16, "FIELD_TYPE_BIT"},        {246, "FIELD_TYPE_NEWDECIMAL"},
    {247, "FIELD_TYPE_ENUM"},        {248, "FIELD_TYPE_SET"},       {249, "FIELD_TYPE_TINY_BLOB"},
    {250, "FIELD_TYPE_MEDIUM_BLOB"}, {251, "FIELD_TYPE_LONG_BLOB"}, {252, "FIELD_TYPE_BLOB"},
    {253, "FIELD_TYPE_VAR_STRING"},  {254, "FIELD_TYPE_STRING"},    {255, "FIELD_TYPE_GEOMETRY"}};
inline constexpr Name exec_field_time_sign_labels[] = {{0, "Positive"}, {1, "Negative"}};

// One field on each line.
// clang-format off
inline constexpr Field packet_length{"mysql.packet_length", "Packet Length", varies, Type::Uint24};
inline constexpr Field packet_number{"mysql.packet_number", "Packet Number", varies, Type::Uint8};
inline constexpr Field request{"mysql.request", "Request Command", varies, Type::None};
inline constexpr Field command{"mysql.command", "Command", varies, Type::Uint8, Show::Decimal, command_labels};
inline constexpr Field response_code{"mysql.response_code", "Response Code", varies, Type::Uint8, Show::Hex, response_code_labels};
inline constexpr Field error_code{"mysql.error_code", "Error Code", varies, Type::Uint16};
inline constexpr Field error_message{"mysql.error.message", "Error message", varies, Type::String};
inline constexpr Field sqlstate{"mysql.sqlstate", "SQL state", varies, Type::String};
inline constexpr Field message{"mysql.message", "Message", varies, Type::String};
inline constexpr Field server_greeting{"mysql.server_greeting", "Server Greeting", varies, Type::None};
inline constexpr Field protocol{"mysql.protocol", "Protocol", varies, Type::Uint8};
inline constexpr Field version{"mysql.version", "Version", varies, Type::String};
inline constexpr Field session_track{"mysql.session_track", "Session Track", varies, Type::None};
inline constexpr Field session_track_type{"mysql.session_track.type", "Session tracking type", varies, Type::Uint8, Show::Decimal, session_track_type_labels};
inline constexpr Field session_track_length{"mysql.session_track.length", "Session tracking length", varies, Type::Uint64};
inline constexpr Field session_track_data{"mysql.session_track.data", "Session tracking data", varies, Type::None};
inline constexpr Field session_track_data_length{"mysql.session_track.data.length", "Session tracking data length", varies, Type::Uint64};
inline constexpr Field session_track_sysvar_length{"mysql.session_track.sysvar.length", "System variable change Length", varies, Type::Uint64};
inline constexpr Field session_track_sysvar_name{"mysql.session_track.sysvar.name", "System variable change Name", varies, Type::String};
inline constexpr Field session_track_sysvar_value{"mysql.session_track.sysvar.value", "System variable change Value", varies, Type::String};
inline constexpr Field session_track_schema_length{"mysql.session_track.schema.length", "Schema change length", varies, Type::Uint64};
inline constexpr Field session_track_schema{"mysql.session_track.schema", "Schema change", varies, Type::String};
inline constexpr Field session_track_state_change{"mysql.session_track.state_change", "State change", varies, Type::String};
inline constexpr Field session_track_gtids_encoding{"mysql.session_track.gtids.encoding", "GTIDs encoding", varies, Type::Uint8};
inline constexpr Field session_track_gtids_length{"mysql.session_track.gtids.length", "GTIDs length", varies, Type::Uint64};
inline constexpr Field session_track_gtids{"mysql.session_track.gtids", "GTIDs", varies, Type::String};
inline constexpr Field session_track_transaction_characteristics_length{"mysql.session_track.transaction_characteristics.length", "Transaction characteristics length", varies, Type::Uint64};
inline constexpr Field session_track_transaction_characteristics{"mysql.session_track.transaction_characteristics", "Transaction characteristics", varies, Type::String};
inline constexpr Field session_track_transaction_state_length{"mysql.session_track.transaction_state.length", "Transaction state length", varies, Type::Uint64};
inline constexpr Field session_track_transaction_state{"mysql.session_track.transaction_state", "Transaction state", varies, Type::String};
inline constexpr Field caps_server{"mysql.caps.server", "Server Capabilities", varies, Type::Uint16, Show::Hex};
inline constexpr Field caps_client{"mysql.caps.client", "Client Capabilities", varies, Type::Uint16, Show::Hex};
inline constexpr Field caps_lp{"mysql.caps.lp", "Long Password", bits(15, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_fr{"mysql.caps.fr", "Found Rows", bits(14, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_lf{"mysql.caps.lf", "Long Column Flags", bits(13, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_cd{"mysql.caps.cd", "Connect With Database", bits(12, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_ns{"mysql.caps.ns", "Don't Allow database.table.column", bits(11, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_cp{"mysql.caps.cp", "Can use compression protocol", bits(10, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_ob{"mysql.caps.ob", "ODBC Client", bits(9, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_li{"mysql.caps.li", "Can Use LOAD DATA LOCAL", bits(8, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_is{"mysql.caps.is", "Ignore Spaces before '('", bits(7, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_cu{"mysql.caps.cu", "Speaks 4.1 protocol (new flag)", bits(6, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_ia{"mysql.caps.ia", "Interactive Client", bits(5, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_sl{"mysql.caps.sl", "Switch to SSL after handshake", bits(4, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_ii{"mysql.caps.ii", "Ignore sigpipes", bits(3, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_ta{"mysql.caps.ta", "Knows about transactions", bits(2, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_rs{"mysql.caps.rs", "Speaks 4.1 protocol (old flag)", bits(1, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_sc{"mysql.caps.sc", "Can do 4.1 authentication", bits(0, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field extcaps_server{"mysql.extcaps.server", "Extended Server Capabilities", varies, Type::Uint16, Show::Hex};
inline constexpr Field extcaps_client{"mysql.extcaps.client", "Extended Client Capabilities", varies, Type::Uint16, Show::Hex};
inline constexpr Field caps_ms{"mysql.caps.ms", "Multiple statements", bits(15, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_mr{"mysql.caps.mr", "Multiple results", bits(14, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_pm{"mysql.caps.pm", "PS Multiple results", bits(13, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_pa{"mysql.caps.pa", "Plugin Auth", bits(12, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_ca{"mysql.caps.ca", "Connect attrs", bits(11, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_ep{"mysql.caps.ep", "Client can handle expired passwords", bits(9, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_session_track{"mysql.caps.session_track", "Session variable tracking", bits(8, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_deprecate_eof{"mysql.caps.deprecate_eof", "Deprecate EOF", bits(7, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_optional_metadata{"mysql.caps.optional_metadata", "Client can hanle optional resultset metadata", bits(6, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_compress_zsd{"mysql.caps.compress_zsd", "ZSTD Compression Algorithm", bits(5, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_query_attrs{"mysql.caps.query_attrs", "Query Attributes", bits(4, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_mf_auth{"mysql.caps.mf_auth", "Multifactor Authentication", bits(3, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_cap_ext{"mysql.caps.cap_ext", "Capability Extension", bits(2, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field caps_unused{"mysql.caps.unused", "Unused", bits(0, 2).within(0, 16), Type::Uint16, Show::Hex};
inline constexpr Field login_request{"mysql.login_request", "Login Request", varies, Type::None};
inline constexpr Field max_packet{"mysql.max_packet", "MAX Packet", varies, Type::Uint32};
inline constexpr Field charset{"mysql.charset", "Charset", varies, Type::Uint8, Show::Decimal, charset_labels};
inline constexpr Field table_name{"mysql.table_name", "Table Name", varies, Type::String};
inline constexpr Field user{"mysql.user", "Username", varies, Type::String};
inline constexpr Field schema{"mysql.schema", "Schema", varies, Type::String};
inline constexpr Field client_auth_plugin{"mysql.client_auth_plugin", "Client Auth Plugin", varies, Type::String};
inline constexpr Field connattrs{"mysql.connattrs", "Connection Attributes", varies, Type::None};
inline constexpr Field connattrs_length{"mysql.connattrs.length", "Connection Attributes length", varies, Type::Uint64};
inline constexpr Field connattrs_attr{"mysql.connattrs.attr", "Connection Attribute", varies, Type::None};
inline constexpr Field connattrs_name_length{"mysql.connattrs.name.length", "Connection Attribute Name Length", varies, Type::Uint64};
inline constexpr Field connattrs_name{"mysql.connattrs.name", "Connection Attribute Name", varies, Type::String};
inline constexpr Field connattrs_value_length{"mysql.connattrs.value.length", "Connection Attribute Value Length", varies, Type::Uint64};
inline constexpr Field connattrs_value{"mysql.connattrs.value", "Connection Attribute Value", varies, Type::String};
inline constexpr Field compression_zstd_level{"mysql.compression.zstd_level", "ZSTD Compression Level", varies, Type::Uint8};
inline constexpr Field extmeta_data{"mysql.extmeta_data", "Extended metadata data", varies, Type::None};
inline constexpr Field extmeta{"mysql.extmeta", "Extended metadata", varies, Type::None};
inline constexpr Field extmeta_length{"mysql.extmeta.length", "Extended metadata length", varies, Type::Uint64};
inline constexpr Field extmeta_key{"mysql.extmeta.key", "Extended metadata key", varies, Type::Uint64};
inline constexpr Field extmeta_type{"mysql.extmeta.type", "Extended metadata type", varies, Type::String};
inline constexpr Field extmeta_format{"mysql.extmeta.format", "Extended metadata format", varies, Type::String};
inline constexpr Field salt{"mysql.salt", "Salt", varies, Type::String};
inline constexpr Field salt2{"mysql.salt2", "Salt", varies, Type::String};
inline constexpr Field auth_plugin_length{"mysql.auth_plugin.length", "Authentication Plugin Length", varies, Type::Uint8};
inline constexpr Field auth_plugin{"mysql.auth_plugin", "Authentication Plugin", varies, Type::String};
inline constexpr Field thread_id{"mysql.thread_id", "Thread ID", varies, Type::Uint32};
inline constexpr Field server_language{"mysql.server_language", "Server Language", varies, Type::Uint8, Show::Decimal, charset_labels};
inline constexpr Field server_status{"mysql.server_status", "Server Status", varies, Type::Uint16, Show::Hex};
inline constexpr Field stat_it{"mysql.stat.it", "In transaction", bits(15, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_ac{"mysql.stat.ac", "AUTO_COMMIT", bits(14, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_mr{"mysql.stat.mr", "More results", bits(12, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_mu{"mysql.stat.mu", "Multi query / Unused", bits(13, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_bi{"mysql.stat.bi", "Bad index used", bits(11, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_ni{"mysql.stat.ni", "No index used", bits(10, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_cr{"mysql.stat.cr", "Cursor exists", bits(9, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_lr{"mysql.stat.lr", "Last row sent", bits(8, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_dr{"mysql.stat.dr", "Database dropped", bits(7, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_bs{"mysql.stat.bs", "No backslash escapes", bits(6, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_mc{"mysql.stat.mc", "Metadata changed", bits(5, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_session_state_changed{"mysql.stat.session_state_changed", "Session state changed", bits(1, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_query_was_slow{"mysql.stat.query_was_slow", "Query was slow", bits(4, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_ps_out_params{"mysql.stat.ps_out_params", "PS Out Params", bits(3, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field stat_trans_readonly{"mysql.stat.trans_readonly", "In Trans Readonly", bits(2, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field refresh{"mysql.refresh", "Refresh Option", varies, Type::Uint8, Show::Hex};
inline constexpr Field rfsh_grants{"mysql.rfsh.grants", "reload permissions", bits(7, 1).within(0, 8), Type::Boolean, Show::Flag};
inline constexpr Field rfsh_log{"mysql.rfsh.log", "flush logfiles", bits(6, 1).within(0, 8), Type::Boolean, Show::Flag};
inline constexpr Field rfsh_tables{"mysql.rfsh.tables", "flush tables", bits(5, 1).within(0, 8), Type::Boolean, Show::Flag};
inline constexpr Field rfsh_hosts{"mysql.rfsh.hosts", "flush hosts", bits(4, 1).within(0, 8), Type::Boolean, Show::Flag};
inline constexpr Field rfsh_status{"mysql.rfsh.status", "reset statistics", bits(3, 1).within(0, 8), Type::Boolean, Show::Flag};
inline constexpr Field rfsh_threads{"mysql.rfsh.threads", "empty thread cache", bits(2, 1).within(0, 8), Type::Boolean, Show::Flag};
inline constexpr Field rfsh_slave{"mysql.rfsh.slave", "flush slave status", bits(1, 1).within(0, 8), Type::Boolean, Show::Flag};
inline constexpr Field rfsh_master{"mysql.rfsh.master", "flush master status", bits(0, 1).within(0, 8), Type::Boolean, Show::Flag};
inline constexpr Field unused{"mysql.unused", "Unused", varies, Type::ByteArray};
inline constexpr Field passwd{"mysql.passwd", "Password", varies, Type::ByteArray};
inline constexpr Field payload{"mysql.payload", "Payload", varies, Type::ByteArray};
inline constexpr Field affected_rows{"mysql.affected_rows", "Affected Rows", varies, Type::Uint64};
inline constexpr Field insert_id{"mysql.insert_id", "Last INSERT ID", varies, Type::Uint64};
inline constexpr Field warnings{"mysql.warnings", "Warnings", varies, Type::Uint16};
inline constexpr Field stmt_id{"mysql.stmt_id", "Statement ID", varies, Type::Uint32};
inline constexpr Field query_attrs{"mysql.query_attrs", "Query Attributes", varies, Type::None};
inline constexpr Field query_attrs_count{"mysql.query_attrs_count", "Count", varies, Type::Uint8};
inline constexpr Field query_attrs_send_types_to_server{"mysql.query_attrs_send_types_to_server", "Send types to server", varies, Type::Boolean};
inline constexpr Field query_attr_name_type{"mysql.query_attr_name_type", "Attribute Name Type", varies, Type::Uint16, Show::Hex};
inline constexpr Field query_attr_name{"mysql.query_attr_name", "Attribute Name", varies, Type::String};
inline constexpr Field query_attr_value{"mysql.query_attr_value", "Attribute Value", varies, Type::String};
inline constexpr Field query{"mysql.query", "Statement", varies, Type::String};
inline constexpr Field shutdown{"mysql.shutdown", "Shutdown Level", varies, Type::Uint8, Show::Decimal, shutdown_labels};
inline constexpr Field option{"mysql.option", "Option", varies, Type::Uint16, Show::Decimal, option_labels};
inline constexpr Field param{"mysql.param", "Parameter", varies, Type::Uint16};
inline constexpr Field num_params{"mysql.num_params", "Number of parameter", varies, Type::Uint16};
inline constexpr Field num_rows{"mysql.num_rows", "Rows to fetch", varies, Type::Uint32};
inline constexpr Field exec_flags{"mysql.exec_flags", "Flags (unused)", varies, Type::Uint8, Show::Decimal, exec_flags_labels};
inline constexpr Field new_parameter_bound_flag{"mysql.new_parameter_bound_flag", "New parameter bound flag", varies, Type::Uint8, Show::Decimal, new_parameter_bound_flag_labels};
inline constexpr Field exec_iter{"mysql.exec_iter", "Iterations (unused)", varies, Type::Uint32};
inline constexpr Field binlog_position{"mysql.binlog.position", "Binlog Position", varies, Type::Uint32};
inline constexpr Field binlog_flags{"mysql.binlog.flags", "Binlog Flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field binlog_server_id{"mysql.binlog.server_id", "Binlog server id", varies, Type::Uint32, Show::Hex};
inline constexpr Field binlog_slave_hostname_length{"mysql.binlog.slave_hostname_length", "Slave hostname length", varies, Type::Uint8};
inline constexpr Field binlog_slave_hostname{"mysql.binlog.slave_hostname", "Slave hostname", varies, Type::String};
inline constexpr Field binlog_slave_user_length{"mysql.binlog.slave_user_length", "Slave user length", varies, Type::Uint8};
inline constexpr Field binlog_slave_user{"mysql.binlog.slave_user", "Slave user", varies, Type::String};
inline constexpr Field binlog_slave_password_length{"mysql.binlog.slave_password_length", "Slave password length", varies, Type::Uint8};
inline constexpr Field binlog_slave_password{"mysql.binlog.slave_password", "Slave password", varies, Type::String};
inline constexpr Field binlog_slave_mysql_port{"mysql.binlog.slave_mysql_port", "Slave MySQL port", varies, Type::Uint16};
inline constexpr Field binlog_replication_rank{"mysql.binlog.replication_rank", "Replication rank", varies, Type::Uint32};
inline constexpr Field binlog_master_id{"mysql.binlog.master_id", "Master id", varies, Type::Uint32, Show::Hex};
inline constexpr Field binlog_file_name{"mysql.binlog.file_name", "Binlog file name", varies, Type::String};
inline constexpr Field binlog_event_header_timestamp{"mysql.binlog.event_header.timestamp", "Timestamp", varies, Type::AbsoluteTime};
inline constexpr Field binlog_event_header_event_type{"mysql.binlog.event_header.event_type", "Binlog Event Type", varies, Type::Uint8, Show::Decimal, binlog_event_header_event_type_labels};
inline constexpr Field binlog_event_header_server_id{"mysql.binlog.event_header.server_id", "Server ID", varies, Type::Uint32};
inline constexpr Field binlog_event_header_event_size{"mysql.binlog.event_header.event_size", "Event Size", varies, Type::Uint32};
inline constexpr Field binlog_event_header_log_position{"mysql.binlog.event_header.log_position", "Binlog Position", varies, Type::Uint32};
inline constexpr Field binlog_event_header_flags{"mysql.binlog.event_header.flags", "Binlog Event Flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field binlog_event_checksum{"mysql.binlog.event_checksum", "Checksum", varies, Type::Uint32, Show::Hex};
inline constexpr Field binlog_event_heartbeat_v2{"mysql.binlog.event_heartbeat_v2", "Binlog Event: HEARTBEAT_LOG_EVENT_V2", varies, Type::None};
inline constexpr Field binlog_event_heartbeat_v2_otw{"mysql.binlog.event_heartbeat_v2_otw", "Entry", varies, Type::None};
inline constexpr Field binlog_event_heartbeat_v2_otw_type{"mysql.binlog.event_heartbeat_v2_otw_type", "Type", varies, Type::Uint8};
inline constexpr Field binlog_hb_event_filename{"mysql.binlog.hb_event.filename", "Binlog Filename", varies, Type::String};
inline constexpr Field binlog_hb_event_log_position{"mysql.binlog.hb_event.log_position", "Binlog Position", varies, Type::Uint64};
inline constexpr Field eof{"mysql.eof", "EOF marker", varies, Type::Uint8};
inline constexpr Field num_fields{"mysql.num_fields", "Number of fields", varies, Type::Uint64};
inline constexpr Field metadata_follows{"mysql.metadata_follows", "send metadata", varies, Type::Uint8};
inline constexpr Field extra{"mysql.extra", "Extra data", varies, Type::Uint64};
inline constexpr Field field_catalog{"mysql.field.catalog", "Catalog", varies, Type::String};
inline constexpr Field field_db{"mysql.field.db", "Database", varies, Type::String};
inline constexpr Field field_table{"mysql.field.table", "Table", varies, Type::String};
inline constexpr Field field_org_table{"mysql.field.org_table", "Original table", varies, Type::String};
inline constexpr Field field_name{"mysql.field.name", "Name", varies, Type::String};
inline constexpr Field field_org_name{"mysql.field.org_name", "Original name", varies, Type::String};
inline constexpr Field field_charsetnr{"mysql.field.charsetnr", "Charset number", varies, Type::Uint16, Show::Decimal, charset_labels};
inline constexpr Field field_length{"mysql.field.length", "Length", varies, Type::Uint32};
inline constexpr Field field_type{"mysql.field.type", "Type", varies, Type::Uint8, Show::Decimal, field_type_labels};
inline constexpr Field field_flags{"mysql.field.flags", "Flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field field_flags_not_null{"mysql.field.flags.not_null", "Not null", bits(15, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_flags_primary_key{"mysql.field.flags.primary_key", "Primary key", bits(14, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_flags_unique_key{"mysql.field.flags.unique_key", "Unique key", bits(13, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_flags_multiple_key{"mysql.field.flags.multiple_key", "Multiple key", bits(12, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_flags_blob{"mysql.field.flags.blob", "Blob", bits(11, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_flags_unsigned{"mysql.field.flags.unsigned", "Unsigned", bits(10, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_flags_zero_fill{"mysql.field.flags.zero_fill", "Zero fill", bits(9, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field row_nullbuffer{"mysql.row.nullbuffer", "Row null buffer", varies, Type::ByteArray};
inline constexpr Field field_flags_enum{"mysql.field.flags.enum", "Enum", bits(7, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_flags_auto_increment{"mysql.field.flags.auto_increment", "Auto increment", bits(6, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_flags_timestamp{"mysql.field.flags.timestamp", "Timestamp", bits(5, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_flags_set{"mysql.field.flags.set", "Set", bits(4, 1).within(0, 16), Type::Boolean, Show::Flag};
inline constexpr Field field_decimals{"mysql.field.decimals", "Decimals", varies, Type::Uint8};
inline constexpr Field field_default{"mysql.field.default", "Default", varies, Type::String};
inline constexpr Field row_text{"mysql.row.text", "text", varies, Type::String};
inline constexpr Field exec_param{"mysql.exec_param", "Parameter", varies, Type::None};
inline constexpr Field exec_unsigned{"mysql.exec.unsigned", "Unsigned", varies, Type::Uint8};
inline constexpr Field exec_field_longlong{"mysql.exec.field.longlong", "Value (INT64)", varies, Type::Int64};
inline constexpr Field exec_field_unsigned_longlong{"mysql.exec.field.unsigned_longlong", "Value (UINT64)", varies, Type::Uint64};
inline constexpr Field exec_field_string{"mysql.exec.field.string", "Value (String)", varies, Type::String};
inline constexpr Field exec_field_double{"mysql.exec.field.double", "Value (Double)", varies, Type::Double};
inline constexpr Field exec_field_datetime_length{"mysql.exec.field.datetime.length", "Length", varies, Type::Int8};
inline constexpr Field exec_field_year{"mysql.exec.field.year", "Year", varies, Type::Int16};
inline constexpr Field exec_field_month{"mysql.exec.field.month", "Month", varies, Type::Int8};
inline constexpr Field exec_field_day{"mysql.exec.field.day", "Day", varies, Type::Int8};
inline constexpr Field exec_field_hour{"mysql.exec.field.hour", "Hour", varies, Type::Int8};
inline constexpr Field exec_field_minute{"mysql.exec.field.minute", "Minute", varies, Type::Int8};
inline constexpr Field exec_field_second{"mysql.exec.field.second", "Second", varies, Type::Int8};
inline constexpr Field exec_field_secondb{"mysql.exec.field.secondb", "Billionth of a second", varies, Type::Int32};
inline constexpr Field exec_field_long{"mysql.exec.field.long", "Value (INT32)", varies, Type::Int32};
inline constexpr Field exec_field_unsigned_long{"mysql.exec.field.unsigned_long", "Value (UINT32)", varies, Type::Uint32};
inline constexpr Field exec_field_tiny{"mysql.exec.field.tiny", "Value (INT8)", varies, Type::Int8};
inline constexpr Field exec_field_unsigned_tiny{"mysql.exec.field.unsigned_tiny", "Value (UINT8)", varies, Type::Uint8};
inline constexpr Field exec_field_short{"mysql.exec.field.short", "Value (INT16)", varies, Type::Int16};
inline constexpr Field exec_field_unsigned_short{"mysql.exec.field.unsigned_short", "Value (UINT16)", varies, Type::Uint16};
inline constexpr Field exec_field_float{"mysql.exec.field.float", "Value (Float)", varies, Type::Float};
inline constexpr Field exec_field_null{"mysql.exec.field.null", "Value: -NULL-", varies, Type::None};
inline constexpr Field exec_field_time_length{"mysql.exec.field.time.length", "Length", varies, Type::Int8};
inline constexpr Field exec_field_time_sign{"mysql.exec.field.time.sign", "Flags", varies, Type::Uint8, Show::Decimal, exec_field_time_sign_labels};
inline constexpr Field exec_field_time_days{"mysql.exec.field.time.days", "Days", varies, Type::Int32};
inline constexpr Field auth_switch_request_status{"mysql.auth_switch_request.status", "Status", varies, Type::Uint8, Show::Hex};
inline constexpr Field auth_switch_request_name{"mysql.auth_switch_request.name", "Auth Method Name", varies, Type::String};
inline constexpr Field auth_switch_request_data{"mysql.auth_switch_request.data", "Auth Method Data", varies, Type::ByteArray};
inline constexpr Field auth_switch_response_data{"mysql.auth_switch_response.data", "Auth Method Data", varies, Type::ByteArray};
inline constexpr Field compressed_packet_length{"mysql.compressed_packet_length", "Compressed Packet Length", varies, Type::Uint24};
inline constexpr Field compressed_packet_number{"mysql.compressed_packet_number", "Compressed Packet Number", varies, Type::Uint24};
inline constexpr Field compressed_packet_length_uncompressed{"mysql.compressed_packet_length_uncompressed", "Uncompressed Packet Length", varies, Type::Uint24};
inline constexpr Field dissector_incomplete{"mysql.dissector_incomplete", "FIXME - dissector is incomplete", varies, Type::None};
inline constexpr Field streamed_param{"mysql.streamed_param", "This parameter was streamed, its value can be found in Send BLOB packets", varies, Type::None};
inline constexpr Field prepare_response_needed{"mysql.prepare_response_needed", "PREPARE Response packet is needed to dissect the payload", varies, Type::None};
inline constexpr Field command_invalid{"mysql.command.invalid", "Unknown/invalid command code", varies, Type::None};
inline constexpr Field unknown_response{"mysql.unknown_response", "unknown/invalid response", varies, Type::None};
inline constexpr Field invalid_length{"mysql.invalid_length", "Invalid length", varies, Type::None};
inline constexpr Field uncompress_failure{"mysql.uncompress_failure", "Uncompression faled", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&packet_length,
                                       &packet_number,
                                       &request,
                                       &command,
                                       &response_code,
                                       &error_code,
                                       &error_message,
                                       &sqlstate,
                                       &message,
                                       &server_greeting,
                                       &protocol,
                                       &version,
                                       &session_track,
                                       &session_track_type,
                                       &session_track_length,
                                       &session_track_data,
                                       &session_track_data_length,
                                       &session_track_sysvar_length,
                                       &session_track_sysvar_name,
                                       &session_track_sysvar_value,
                                       &session_track_schema_length,
                                       &session_track_schema,
                                       &session_track_state_change,
                                       &session_track_gtids_encoding,
                                       &session_track_gtids_length,
                                       &session_track_gtids,
                                       &session_track_transaction_characteristics_length,
                                       &session_track_transaction_characteristics,
                                       &session_track_transaction_state_length,
                                       &session_track_transaction_state,
                                       &caps_server,
                                       &caps_client,
                                       &caps_lp,
                                       &caps_fr,
                                       &caps_lf,
                                       &caps_cd,
                                       &caps_ns,
                                       &caps_cp,
                                       &caps_ob,
                                       &caps_li,
                                       &caps_is,
                                       &caps_cu,
                                       &caps_ia,
                                       &caps_sl,
                                       &caps_ii,
                                       &caps_ta,
                                       &caps_rs,
                                       &caps_sc,
                                       &extcaps_server,
                                       &extcaps_client,
                                       &caps_ms,
                                       &caps_mr,
                                       &caps_pm,
                                       &caps_pa,
                                       &caps_ca,
                                       &caps_ep,
                                       &caps_session_track,
                                       &caps_deprecate_eof,
                                       &caps_optional_metadata,
                                       &caps_compress_zsd,
                                       &caps_query_attrs,
                                       &caps_mf_auth,
                                       &caps_cap_ext,
                                       &caps_unused,
                                       &login_request,
                                       &max_packet,
                                       &charset,
                                       &table_name,
                                       &user,
                                       &schema,
                                       &client_auth_plugin,
                                       &connattrs,
                                       &connattrs_length,
                                       &connattrs_attr,
                                       &connattrs_name_length,
                                       &connattrs_name,
                                       &connattrs_value_length,
                                       &connattrs_value,
                                       &compression_zstd_level,
                                       &extmeta_data,
                                       &extmeta,
                                       &extmeta_length,
                                       &extmeta_key,
                                       &extmeta_type,
                                       &extmeta_format,
                                       &salt,
                                       &salt2,
                                       &auth_plugin_length,
                                       &auth_plugin,
                                       &thread_id,
                                       &server_language,
                                       &server_status,
                                       &stat_it,
                                       &stat_ac,
                                       &stat_mr,
                                       &stat_mu,
                                       &stat_bi,
                                       &stat_ni,
                                       &stat_cr,
                                       &stat_lr,
                                       &stat_dr,
                                       &stat_bs,
                                       &stat_mc,
                                       &stat_session_state_changed,
                                       &stat_query_was_slow,
                                       &stat_ps_out_params,
                                       &stat_trans_readonly,
                                       &refresh,
                                       &rfsh_grants,
                                       &rfsh_log,
                                       &rfsh_tables,
                                       &rfsh_hosts,
                                       &rfsh_status,
                                       &rfsh_threads,
                                       &rfsh_slave,
                                       &rfsh_master,
                                       &unused,
                                       &passwd,
                                       &payload,
                                       &affected_rows,
                                       &insert_id,
                                       &warnings,
                                       &stmt_id,
                                       &query_attrs,
                                       &query_attrs_count,
                                       &query_attrs_send_types_to_server,
                                       &query_attr_name_type,
                                       &query_attr_name,
                                       &query_attr_value,
                                       &query,
                                       &shutdown,
                                       &option,
                                       &param,
                                       &num_params,
                                       &num_rows,
                                       &exec_flags,
                                       &new_parameter_bound_flag,
                                       &exec_iter,
                                       &binlog_position,
                                       &binlog_flags,
                                       &binlog_server_id,
                                       &binlog_slave_hostname_length,
                                       &binlog_slave_hostname,
                                       &binlog_slave_user_length,
                                       &binlog_slave_user,
                                       &binlog_slave_password_length,
                                       &binlog_slave_password,
                                       &binlog_slave_mysql_port,
                                       &binlog_replication_rank,
                                       &binlog_master_id,
                                       &binlog_file_name,
                                       &binlog_event_header_timestamp,
                                       &binlog_event_header_event_type,
                                       &binlog_event_header_server_id,
                                       &binlog_event_header_event_size,
                                       &binlog_event_header_log_position,
                                       &binlog_event_header_flags,
                                       &binlog_event_checksum,
                                       &binlog_event_heartbeat_v2,
                                       &binlog_event_heartbeat_v2_otw,
                                       &binlog_event_heartbeat_v2_otw_type,
                                       &binlog_hb_event_filename,
                                       &binlog_hb_event_log_position,
                                       &eof,
                                       &num_fields,
                                       &metadata_follows,
                                       &extra,
                                       &field_catalog,
                                       &field_db,
                                       &field_table,
                                       &field_org_table,
                                       &field_name,
                                       &field_org_name,
                                       &field_charsetnr,
                                       &field_length,
                                       &field_type,
                                       &field_flags,
                                       &field_flags_not_null,
                                       &field_flags_primary_key,
                                       &field_flags_unique_key,
                                       &field_flags_multiple_key,
                                       &field_flags_blob,
                                       &field_flags_unsigned,
                                       &field_flags_zero_fill,
                                       &row_nullbuffer,
                                       &field_flags_enum,
                                       &field_flags_auto_increment,
                                       &field_flags_timestamp,
                                       &field_flags_set,
                                       &field_decimals,
                                       &field_default,
                                       &row_text,
                                       &exec_param,
                                       &exec_unsigned,
                                       &exec_field_longlong,
                                       &exec_field_unsigned_longlong,
                                       &exec_field_string,
                                       &exec_field_double,
                                       &exec_field_datetime_length,
                                       &exec_field_year,
                                       &exec_field_month,
                                       &exec_field_day,
                                       &exec_field_hour,
                                       &exec_field_minute,
                                       &exec_field_second,
                                       &exec_field_secondb,
                                       &exec_field_long,
                                       &exec_field_unsigned_long,
                                       &exec_field_tiny,
                                       &exec_field_unsigned_tiny,
                                       &exec_field_short,
                                       &exec_field_unsigned_short,
                                       &exec_field_float,
                                       &exec_field_null,
                                       &exec_field_time_length,
                                       &exec_field_time_sign,
                                       &exec_field_time_days,
                                       &auth_switch_request_status,
                                       &auth_switch_request_name,
                                       &auth_switch_request_data,
                                       &auth_switch_response_data,
                                       &compressed_packet_length,
                                       &compressed_packet_number,
                                       &compressed_packet_length_uncompressed,
                                       &dissector_incomplete,
                                       &streamed_param,
                                       &prepare_response_needed,
                                       &command_invalid,
                                       &unknown_response,
                                       &invalid_length,
                                       &uncompress_failure};

}  // namespace wiretale::mysql::field
