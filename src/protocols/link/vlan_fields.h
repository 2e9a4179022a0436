// The fields of VLAN tags, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"

namespace wiretale::vlan {

inline constexpr Name priority_names_[] = {{0, "Best Effort (default)"},
                                           {1, "Background"},
                                           {2, "Excellent Effort"},
                                           {3, "Critical Applications"},
                                           {4, "Video, < 100ms latency and jitter"},
                                           {5, "Voice, < 10ms latency and jitter"},
                                           {6, "Internetwork Control"},
                                           {7, "Network Control"}};
inline constexpr Name drop_eligible_names_[] = {{1, "Eligible"}, {0, "Ineligible"}};
inline constexpr Field priority{"vlan.priority", "Priority",    bits(0, 3).within(0, 16),
                                Type::Uint16,    Show::Decimal, priority_names_};
inline constexpr Field drop_eligible{"vlan.dei",    "DEI",         bits(3, 1).within(0, 16),
                                     Type::Boolean, Show::Decimal, drop_eligible_names_};
inline constexpr Field identifier{"vlan.id", "ID", bits(4, 12), Type::Uint16};
inline constexpr Field type{"vlan.etype", "Type", varies, Type::Uint16, Show::Hex};
inline constexpr Field length{"vlan.len", "Length", varies, Type::Uint16};
inline constexpr Field trailer{"vlan.trailer", "Trailer", varies, Type::ByteArray};
inline constexpr const Field* fields[] = {&priority, &drop_eligible, &identifier, &type, &length, &trailer};

}  // namespace wiretale::vlan
