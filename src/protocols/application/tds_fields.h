// TDS: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/tds_labels.h"

namespace wiretale::tds::field {

// One field on each line.
// clang-format off
inline constexpr Field type{"tds.type", "Type", varies, Type::Uint8, Show::Decimal, type_labels};
inline constexpr Field status{"tds.status", "Status", varies, Type::Uint8, Show::Hex};
inline constexpr Field status_eom{"tds.status.eom", "End of message", Place{7, 1, 0, 8}, Type::Boolean};
inline constexpr Field status_ignore{"tds.status.ignore", "Ignore this event", Place{6, 1, 0, 8}, Type::Boolean};
inline constexpr Field status_event_notif{"tds.status.event_notif", "Event notification", Place{5, 1, 0, 8}, Type::Boolean};
inline constexpr Field status_reset_conn{"tds.status.reset_conn", "Reset connection", Place{4, 1, 0, 8}, Type::Boolean};
inline constexpr Field status_reset_conn_skip_tran{"tds.status.reset_conn_skip_tran", "Reset connection keeping transaction state", Place{3, 1, 0, 8}, Type::Boolean};
inline constexpr Field length{"tds.length", "Length", varies, Type::Uint16};
inline constexpr Field channel{"tds.channel", "Channel", varies, Type::Uint16};
inline constexpr Field packet_number{"tds.packet_number", "Packet Number", varies, Type::Uint8};
inline constexpr Field window{"tds.window", "Window", varies, Type::Uint8};
inline constexpr Field prelogin{"tds.prelogin", "Pre-Login Message", varies, Type::None};
inline constexpr Field prelogin_option_token{"tds.prelogin.option.token", "Option Token", varies, Type::Uint8, Show::Decimal, prelogin_option_token_labels};
inline constexpr Field prelogin_option_offset{"tds.prelogin.option.offset", "Option offset", varies, Type::Uint16};
inline constexpr Field prelogin_option_length{"tds.prelogin.option.length", "Option length", varies, Type::Uint16};
inline constexpr Field prelogin_option_version{"tds.prelogin.option.version", "Version", varies, Type::Uint32};
inline constexpr Field prelogin_option_subbuild{"tds.prelogin.option.subbuild", "Sub-build", varies, Type::Uint16};
inline constexpr Field prelogin_option_encryption{"tds.prelogin.option.encryption", "Encryption", varies, Type::Uint8, Show::Decimal, prelogin_option_encryption_labels};
inline constexpr Field prelogin_option_instopt{"tds.prelogin.option.instopt", "InstOpt", varies, Type::String};
inline constexpr Field prelogin_option_threadid{"tds.prelogin.option.threadid", "ThreadID", varies, Type::Uint32};
inline constexpr Field prelogin_option_mars{"tds.prelogin.option.mars", "MARS", varies, Type::Uint8, Show::Decimal, prelogin_option_mars_labels};
inline constexpr Field prelogin_option_traceid{"tds.prelogin.option.traceid", "TraceID", varies, Type::ByteArray};
inline constexpr Field prelogin_option_fedauthrequired{"tds.prelogin.option.fedauthrequired", "FedAuthRequired", varies, Type::Uint8};
inline constexpr Field prelogin_option_nonceopt{"tds.prelogin.option.nonceopt", "NonceOpt", varies, Type::ByteArray};

inline constexpr const Field* all[] = {&type, &status, &status_eom, &status_ignore, &status_event_notif, &status_reset_conn,
    &status_reset_conn_skip_tran, &length, &channel, &packet_number, &window, &prelogin,
    &prelogin_option_token, &prelogin_option_offset, &prelogin_option_length, &prelogin_option_version,
    &prelogin_option_subbuild, &prelogin_option_encryption, &prelogin_option_instopt,
    &prelogin_option_threadid, &prelogin_option_mars, &prelogin_option_traceid,
    &prelogin_option_fedauthrequired, &prelogin_option_nonceopt};
// clang-format on

}  // namespace wiretale::tds::field
