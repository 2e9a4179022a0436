// The fields of HSRP version 0, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"

namespace wiretale::hsrp {

inline constexpr Name operation_names_[] = {{0, "Hello"}, {1, "Coup"}, {2, "Resign"}, {3, "Advertise"}};
inline constexpr Name state_names_[] = {{0, "Initial"}, {1, "Learn"},   {2, "Listen"},
                                        {4, "Speak"},   {8, "Standby"}, {16, "Active"}};
inline constexpr Name advertisement_type_names_[] = {{1, "HSRP interface state"}, {2, "IP redundancy"}};
inline constexpr Name advertisement_state_names_[] = {{1, "Dormant"}, {2, "Passive"}, {3, "Active"}};
inline constexpr Field version{"hsrp.version", "Version", bytes(0, 1), Type::Uint8};
inline constexpr Field operation{"hsrp.opcode", "Op Code",     bytes(1, 1),
                                 Type::Uint8,   Show::Decimal, operation_names_};
inline constexpr Field state{"hsrp.state", "State", bytes(2, 1), Type::Uint8, Show::Decimal, state_names_};
inline constexpr Field hello_time{"hsrp.hellotime", "Hellotime", bytes(3, 1), Type::Uint8};
inline constexpr Field hold_time{"hsrp.holdtime", "Holdtime", bytes(4, 1), Type::Uint8};
inline constexpr Field priority{"hsrp.priority", "Priority", bytes(5, 1), Type::Uint8};
inline constexpr Field group{"hsrp.group", "Group", bytes(6, 1), Type::Uint8};
inline constexpr Field reserved{"hsrp.reserved", "Reserved", bytes(7, 1), Type::Uint8};
inline constexpr Field password{"hsrp.auth_data", "Authentication Data", bytes(8, 8), Type::String};
inline constexpr Field address{"hsrp.virt_ip", "Virtual IP Address", bytes(16, 4), Type::Ipv4};
inline constexpr Field advertisement_type{"hsrp.adv.tlvtype", "Adv type",    varies,
                                          Type::Uint16,       Show::Decimal, advertisement_type_names_};
inline constexpr Field advertisement_length{"hsrp.adv.tlvlength", "Adv length", varies, Type::Uint16};
inline constexpr Field advertisement_state{"hsrp.adv.state", "Adv state",   varies,
                                           Type::Uint8,      Show::Decimal, advertisement_state_names_};
inline constexpr Field advertisement_reserved1{"hsrp.adv.reserved1", "Adv reserved1", varies, Type::Uint8};
inline constexpr Field advertisement_active{"hsrp.adv.activegrp", "Adv active groups", varies, Type::Uint16};
inline constexpr Field advertisement_passive{"hsrp.adv.passivegrp", "Adv passive groups", varies,
                                             Type::Uint16};
inline constexpr Field advertisement_reserved2{"hsrp.adv.reserved2", "Adv reserved2", varies, Type::Uint32};
inline constexpr Field digest_address{"hsrp.md5_ip_address", "Sender's IP Address", varies, Type::Ipv4};
inline constexpr const Field* fields[] = {&version,
                                          &operation,
                                          &state,
                                          &hello_time,
                                          &hold_time,
                                          &priority,
                                          &group,
                                          &reserved,
                                          &password,
                                          &address,
                                          &advertisement_type,
                                          &advertisement_length,
                                          &advertisement_state,
                                          &advertisement_reserved1,
                                          &advertisement_active,
                                          &advertisement_passive,
                                          &advertisement_reserved2,
                                          &digest_address};

}  // namespace wiretale::hsrp
