// Syslog: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::syslog::field {

inline constexpr Name facility_labels[] = {{0, "KERN - kernel messages"},
                                           {1, "USER - random user-level messages"},
                                           {2, "MAIL - mail system"},
                                           {3, "DAEMON - system daemons"},
                                           {4, "AUTH - security/authorization messages"},
                                           {5, "SYSLOG - messages generated internally by syslogd"},
                                           {6, "LPR - line printer subsystem"},
                                           {7, "NEWS - network news subsystem"},
                                           {8, "UUCP - UUCP subsystem"},
                                           {9, "CRON - clock daemon (BSD, Linux)"},
                                           {10, "AUTHPRIV - security/authorization messages (private)"},
                                           {11, "FTP - ftp daemon"},
                                           {12, "NTP - ntp subsystem"},
                                           {13, "LOGAUDIT - log audit"},
                                           {14, "LOGALERT - log alert"},
                                           {15, "CRON - clock daemon (Solaris)"},
                                           {16, "LOCAL0 - reserved for local use"},
                                           {17, "LOCAL1 - reserved for local use"},
                                           {18, "LOCAL2 - reserved for local use"},
                                           {19, "LOCAL3 - reserved for local use"},
                                           {20, "LOCAL4 - reserved for local use"},
                                           {21, "LOCAL5 - reserved for local use"},
                                           {22, "LOCAL6 - reserved for local use"},
                                           {23, "LOCAL7 - reserved for local use"}};
inline constexpr Name level_labels[] = {
    {0, "EMERG - system is unusable"},   {1, "ALERT - action must be taken immediately"},
    {2, "CRIT - critical conditions"},   {3, "ERR - error conditions"},
    {4, "WARNING - warning conditions"}, {5, "NOTICE - normal but significant condition"},
    {6, "INFO - informational"},         {7, "DEBUG - debug-level messages"}};

// One field on each line.
// clang-format off
inline constexpr Field facility{"syslog.facility", "Facility", varies, Type::Uint8, Show::Decimal, facility_labels};
inline constexpr Field level{"syslog.level", "Level", bits(5, 3).within(0, 8), Type::Uint8, Show::Decimal, level_labels};
inline constexpr Field msg{"syslog.msg", "Message", varies, Type::String};
inline constexpr Field msu_present{"syslog.msu_present", "SS7 MSU present", varies, Type::Boolean};
inline constexpr Field version{"syslog.version", "Syslog version", varies, Type::String};
inline constexpr Field timestamp{"syslog.timestamp", "Syslog timestamp", varies, Type::AbsoluteTime};
inline constexpr Field timestamp_rfc3164{"syslog.timestamp_rfc3164", "Syslog timestamp (RFC3164)", varies, Type::String};
inline constexpr Field hostname{"syslog.hostname", "Syslog hostname", varies, Type::String};
inline constexpr Field appname{"syslog.appname", "Syslog app name", varies, Type::String};
inline constexpr Field procid{"syslog.procid", "Syslog process id", varies, Type::String};
inline constexpr Field msgid{"syslog.msgid", "Syslog message id", varies, Type::String};
inline constexpr Field msgid_bom{"syslog.msgid.bom", "Syslog BOM", varies, Type::Uint24, Show::Hex};
// clang-format on

inline constexpr const Field* all[] = {
    &facility,          &level,    &msg,     &msu_present, &version, &timestamp,
    &timestamp_rfc3164, &hostname, &appname, &procid,      &msgid,   &msgid_bom};

}  // namespace wiretale::syslog::field
