// NTP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/ntp_labels.h"

namespace wiretale::ntp::field {

// One field on each line.
// clang-format off
inline constexpr Field flags{"ntp.flags", "Flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field flags_li{"ntp.flags.li", "Leap Indicator", Place{0, 2, 0, 8}, Type::Uint8, Show::Decimal, flags_li_labels};
inline constexpr Field flags_vn{"ntp.flags.vn", "Version number", Place{2, 3, 0, 8}, Type::Uint8, Show::Decimal, flags_vn_labels};
inline constexpr Field flags_mode{"ntp.flags.mode", "Mode", Place{5, 3, 0, 8}, Type::Uint8, Show::Decimal, flags_mode_labels};
inline constexpr Field stratum{"ntp.stratum", "Peer Clock Stratum", varies, Type::Uint8, Show::Decimal, stratum_labels};
inline constexpr Field ppoll{"ntp.ppoll", "Peer Polling Interval", varies, Type::Uint8};
inline constexpr Field precision{"ntp.precision", "Peer Clock Precision", varies, Type::Uint8};
inline constexpr Field rootdelay{"ntp.rootdelay", "Root Delay", varies, Type::Uint32};
inline constexpr Field rootdispersion{"ntp.rootdispersion", "Root Dispersion", varies, Type::Uint32};
inline constexpr Field refid{"ntp.refid", "Reference ID", varies, Type::ByteArray};
inline constexpr Field reftime{"ntp.reftime", "Reference Timestamp", varies, Type::AbsoluteTime};
inline constexpr Field org{"ntp.org", "Origin Timestamp", varies, Type::AbsoluteTime};
inline constexpr Field rec{"ntp.rec", "Receive Timestamp", varies, Type::AbsoluteTime};
inline constexpr Field xmt{"ntp.xmt", "Transmit Timestamp", varies, Type::AbsoluteTime};
inline constexpr Field keyid{"ntp.keyid", "Key ID", varies, Type::ByteArray};
inline constexpr Field mac{"ntp.mac", "Message Authentication Code", varies, Type::ByteArray};
inline constexpr Field padding{"ntp.padding", "Padding", varies, Type::ByteArray};
inline constexpr Field key_type{"ntp.key_type", "Key type", varies, Type::Uint8, Show::Decimal, key_type_labels};
inline constexpr Field key_index{"ntp.key_index", "KeyIndex", varies, Type::Uint32, Show::Hex};
inline constexpr Field key_signature{"ntp.key_signature", "Signature", varies, Type::ByteArray};
inline constexpr Field response_in{"ntp.response_in", "Response In", varies, Type::FrameNumber};
inline constexpr Field request_in{"ntp.request_in", "Request In", varies, Type::FrameNumber};
inline constexpr Field delta_time{"ntp.delta_time", "Delta Time", varies, Type::RelativeTime};
inline constexpr Field ext{"ntp.ext", "Extension", varies, Type::None};
inline constexpr Field ext_type{"ntp.ext.type", "Field Type", varies, Type::Uint16, Show::Hex, ext_type_labels};
inline constexpr Field ext_length{"ntp.ext.length", "Length", varies, Type::Uint16};
inline constexpr Field ext_value{"ntp.ext.value", "Value", varies, Type::ByteArray};
inline constexpr Field ext_invalid_length{"ntp.ext.invalid_length", "Extension invalid length", varies, Type::None};

inline constexpr const Field* all[] = {&flags, &flags_li, &flags_vn, &flags_mode, &stratum, &ppoll,
    &precision, &rootdelay, &rootdispersion, &refid, &reftime, &org, &rec, &xmt, &keyid, &mac, &padding,
    &key_type, &key_index, &key_signature, &response_in, &request_in, &delta_time, &ext, &ext_type,
    &ext_length, &ext_value, &ext_invalid_length};
// clang-format on

}  // namespace wiretale::ntp::field
