// PostgreSQL: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::pgsql::field {

inline constexpr Name authtype_labels[] = {{0, "Success"},
                                           {1, "Kerberos V4"},
                                           {2, "Kerberos V5"},
                                           {3, "Plaintext password"},
                                           {4, "crypt()ed password"},
                                           {5, "MD5 password"},
                                           {6, "SCM credentials"},
                                           {7, "GSSAPI"},
                                           {8, "GSSAPI/SSPI continue"},
                                           {9, "SSPI"},
                                           {10, "SASL"},
                                           {11, "SASL continue"},
                                           {12, "SASL complete"}};
inline constexpr Name status_labels[] = {
    {73, "Idle"}, {84, "In a transaction"}, {69, "In a failed transaction"}};
inline constexpr Name format_labels[] = {{0, "Text"}, {1, "Binary"}};

// One field on each line.
// clang-format off
inline constexpr Field frontend{"pgsql.frontend", "Frontend", varies, Type::Boolean};
inline constexpr Field type{"pgsql.type", "Type", varies, Type::String};
inline constexpr Field length{"pgsql.length", "Length", varies, Type::Uint32};
inline constexpr Field version_major{"pgsql.version_major", "Protocol major version", varies, Type::Uint16};
inline constexpr Field version_minor{"pgsql.version_minor", "Protocol minor version", varies, Type::Uint16};
inline constexpr Field version_supported_minor{"pgsql.version_supported_minor", "Supported minor version", varies, Type::Uint32};
inline constexpr Field number_nonsupported_options{"pgsql.number_nonsupported_options", "Number nonsupported options", varies, Type::Int32};
inline constexpr Field nonsupported_option{"pgsql.nonsupported_option", "Nonsupported option", varies, Type::String};
inline constexpr Field parameter_name{"pgsql.parameter_name", "Parameter name", varies, Type::String};
inline constexpr Field parameter_value{"pgsql.parameter_value", "Parameter value", varies, Type::String};
inline constexpr Field query{"pgsql.query", "Query", varies, Type::String};
inline constexpr Field password{"pgsql.password", "Password", varies, Type::String};
inline constexpr Field authtype{"pgsql.authtype", "Authentication type", varies, Type::Uint32, Show::Decimal, authtype_labels};
inline constexpr Field salt{"pgsql.salt", "Salt value", varies, Type::ByteArray};
inline constexpr Field auth_gssapi_sspi_data{"pgsql.auth.gssapi_sspi.data", "GSSAPI or SSPI data", varies, Type::ByteArray};
inline constexpr Field auth_sasl_mech{"pgsql.auth.sasl.mech", "SASL authentication mechanism", varies, Type::String};
inline constexpr Field auth_sasl_data_length{"pgsql.auth.sasl.data.length", "SASL authentication data length", varies, Type::Int32};
inline constexpr Field auth_sasl_data{"pgsql.auth.sasl.data", "SASL authentication data", varies, Type::ByteArray};
inline constexpr Field statement{"pgsql.statement", "Statement", varies, Type::String};
inline constexpr Field portal{"pgsql.portal", "Portal", varies, Type::String};
inline constexpr Field returns{"pgsql.returns", "Returns", varies, Type::Uint32};
inline constexpr Field tag{"pgsql.tag", "Tag", varies, Type::String};
inline constexpr Field status{"pgsql.status", "Status", varies, Type::Uint8, Show::Decimal, status_labels};
inline constexpr Field copydata{"pgsql.copydata", "Copy data", varies, Type::ByteArray};
inline constexpr Field error{"pgsql.error", "Error", varies, Type::String};
inline constexpr Field pid{"pgsql.pid", "PID", varies, Type::Uint32};
inline constexpr Field key{"pgsql.key", "Key", varies, Type::Uint32};
inline constexpr Field condition{"pgsql.condition", "Condition", varies, Type::String};
inline constexpr Field text{"pgsql.text", "Text", varies, Type::String};
inline constexpr Field oid_table{"pgsql.oid.table", "Table OID", varies, Type::Uint32};
inline constexpr Field oid_type{"pgsql.oid.type", "Type OID", varies, Type::Uint32};
inline constexpr Field oid{"pgsql.oid", "OID", varies, Type::Uint32};
inline constexpr Field format{"pgsql.format", "Format", varies, Type::Uint16, Show::Decimal, format_labels};
inline constexpr Field field_count{"pgsql.field.count", "Field count", varies, Type::Uint16};
inline constexpr Field col_name{"pgsql.col.name", "Column name", varies, Type::String};
inline constexpr Field col_index{"pgsql.col.index", "Column index", varies, Type::Uint32};
inline constexpr Field val_length{"pgsql.val.length", "Column length", varies, Type::Int32};
inline constexpr Field val_data{"pgsql.val.data", "Data", varies, Type::ByteArray};
inline constexpr Field col_typemod{"pgsql.col.typemod", "Type modifier", varies, Type::Int32};
inline constexpr Field severity{"pgsql.severity", "Severity", varies, Type::String};
inline constexpr Field code{"pgsql.code", "Code", varies, Type::String};
inline constexpr Field message{"pgsql.message", "Message", varies, Type::String};
inline constexpr Field detail{"pgsql.detail", "Detail", varies, Type::String};
inline constexpr Field hint{"pgsql.hint", "Hint", varies, Type::String};
inline constexpr Field position{"pgsql.position", "Position", varies, Type::String};
inline constexpr Field internal_position{"pgsql.internal_position", "Position (Internal)", varies, Type::String};
inline constexpr Field internal_query{"pgsql.internal_query", "Query (Internal)", varies, Type::String};
inline constexpr Field where{"pgsql.where", "Context", varies, Type::String};
inline constexpr Field schema_name{"pgsql.schema_name", "Schema", varies, Type::String};
inline constexpr Field table_name{"pgsql.table_name", "Table", varies, Type::String};
inline constexpr Field column_name{"pgsql.column_name", "Column", varies, Type::String};
inline constexpr Field type_name{"pgsql.type_name", "Type", varies, Type::String};
inline constexpr Field constraint_name{"pgsql.constraint_name", "Constraint", varies, Type::String};
inline constexpr Field file{"pgsql.file", "File", varies, Type::String};
inline constexpr Field line{"pgsql.line", "Line", varies, Type::String};
inline constexpr Field routine{"pgsql.routine", "Routine", varies, Type::String};
// clang-format on

inline constexpr const Field* all[] = {&frontend,
                                       &type,
                                       &length,
                                       &version_major,
                                       &version_minor,
                                       &version_supported_minor,
                                       &number_nonsupported_options,
                                       &nonsupported_option,
                                       &parameter_name,
                                       &parameter_value,
                                       &query,
                                       &password,
                                       &authtype,
                                       &salt,
                                       &auth_gssapi_sspi_data,
                                       &auth_sasl_mech,
                                       &auth_sasl_data_length,
                                       &auth_sasl_data,
                                       &statement,
                                       &portal,
                                       &returns,
                                       &tag,
                                       &status,
                                       &copydata,
                                       &error,
                                       &pid,
                                       &key,
                                       &condition,
                                       &text,
                                       &oid_table,
                                       &oid_type,
                                       &oid,
                                       &format,
                                       &field_count,
                                       &col_name,
                                       &col_index,
                                       &val_length,
                                       &val_data,
                                       &col_typemod,
                                       &severity,
                                       &code,
                                       &message,
                                       &detail,
                                       &hint,
                                       &position,
                                       &internal_position,
                                       &internal_query,
                                       &where,
                                       &schema_name,
                                       &table_name,
                                       &column_name,
                                       &type_name,
                                       &constraint_name,
                                       &file,
                                       &line,
                                       &routine};

}  // namespace wiretale::pgsql::field
