// The fields of LACP, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"

namespace wiretale::lacp {

inline constexpr Name element_type_names_[] = {
    {0, "Terminator"}, {1, "Actor Information"}, {2, "Partner Information"}, {3, "Collector Information"}};
inline constexpr Name actor_activity_names_[] = {{1, "Active"}, {0, "Passive"}};
inline constexpr Name actor_timeout_names_[] = {{1, "Short Timeout"}, {0, "Long Timeout"}};
inline constexpr Name actor_aggregation_names_[] = {{1, "Aggregatable"}, {0, "Individual"}};
inline constexpr Name actor_synchronization_names_[] = {{1, "In Sync"}, {0, "Out of Sync"}};
inline constexpr Name actor_collecting_names_[] = {{1, "Enabled"}, {0, "Disabled"}};
inline constexpr Name actor_distributing_names_[] = {{1, "Enabled"}, {0, "Disabled"}};
inline constexpr Name actor_defaulted_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name actor_expired_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name partner_activity_names_[] = {{1, "Active"}, {0, "Passive"}};
inline constexpr Name partner_timeout_names_[] = {{1, "Short Timeout"}, {0, "Long Timeout"}};
inline constexpr Name partner_aggregation_names_[] = {{1, "Aggregatable"}, {0, "Individual"}};
inline constexpr Name partner_synchronization_names_[] = {{1, "In Sync"}, {0, "Out of Sync"}};
inline constexpr Name partner_collecting_names_[] = {{1, "Enabled"}, {0, "Disabled"}};
inline constexpr Name partner_distributing_names_[] = {{1, "Enabled"}, {0, "Disabled"}};
inline constexpr Name partner_defaulted_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name partner_expired_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Field version{"lacp.version", "LACP Version", bytes(0, 1), Type::Uint8, Show::Hex};
inline constexpr Field element_type{"lacp.tlv_type", "TLV Type", varies,
                                    Type::Uint8,     Show::Hex,  element_type_names_};
inline constexpr Field element_length{"lacp.tlv_length", "TLV Length", varies, Type::Uint8, Show::Hex};
inline constexpr Field actor_priority{"lacp.actor.sys_priority", "Actor System Priority", varies,
                                      Type::Uint16};
inline constexpr Field actor_system{"lacp.actor.sysid", "Actor System ID", varies, Type::Ether};
inline constexpr Field actor_key{"lacp.actor.key", "Actor Key", varies, Type::Uint16};
inline constexpr Field actor_port_priority{"lacp.actor.port_priority", "Actor Port Priority", varies,
                                           Type::Uint16};
inline constexpr Field actor_port{"lacp.actor.port", "Actor Port", varies, Type::Uint16};
inline constexpr Field actor_state{"lacp.actor.state", "Actor State", varies, Type::Uint8, Show::Hex};
inline constexpr Field actor_activity{
    "lacp.actor.state.activity", "LACP Activity", bits(7, 1), Type::Boolean, Show::Decimal,
    actor_activity_names_};
inline constexpr Field actor_timeout{
    "lacp.actor.state.timeout", "LACP Timeout", bits(6, 1), Type::Boolean, Show::Decimal,
    actor_timeout_names_};
inline constexpr Field actor_aggregation{
    "lacp.actor.state.aggregation", "Aggregation", bits(5, 1), Type::Boolean, Show::Decimal,
    actor_aggregation_names_};
inline constexpr Field actor_synchronization{
    "lacp.actor.state.synchronization", "Synchronization", bits(4, 1), Type::Boolean, Show::Decimal,
    actor_synchronization_names_};
inline constexpr Field actor_collecting{
    "lacp.actor.state.collecting", "Collecting", bits(3, 1), Type::Boolean, Show::Decimal,
    actor_collecting_names_};
inline constexpr Field actor_distributing{
    "lacp.actor.state.distributing", "Distributing", bits(2, 1), Type::Boolean, Show::Decimal,
    actor_distributing_names_};
inline constexpr Field actor_defaulted{
    "lacp.actor.state.defaulted", "Defaulted", bits(1, 1), Type::Boolean, Show::Decimal,
    actor_defaulted_names_};
inline constexpr Field actor_expired{
    "lacp.actor.state.expired", "Expired", bits(0, 1), Type::Boolean, Show::Decimal, actor_expired_names_};
inline constexpr Field actor_words{"lacp.actor.state_str", "Actor State Flags", varies, Type::String};
inline constexpr Field actor_reserved{"lacp.actor.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field partner_priority{"lacp.partner.sys_priority", "Partner System Priority", varies,
                                        Type::Uint16};
inline constexpr Field partner_system{"lacp.partner.sysid", "Partner System", varies, Type::Ether};
inline constexpr Field partner_key{"lacp.partner.key", "Partner Key", varies, Type::Uint16};
inline constexpr Field partner_port_priority{"lacp.partner.port_priority", "Partner Port Priority", varies,
                                             Type::Uint16};
inline constexpr Field partner_port{"lacp.partner.port", "Partner Port", varies, Type::Uint16};
inline constexpr Field partner_state{"lacp.partner.state", "Partner State", varies, Type::Uint8, Show::Hex};
inline constexpr Field partner_activity{
    "lacp.partner.state.activity", "LACP Activity", bits(7, 1), Type::Boolean, Show::Decimal,
    partner_activity_names_};
inline constexpr Field partner_timeout{
    "lacp.partner.state.timeout", "LACP Timeout", bits(6, 1), Type::Boolean, Show::Decimal,
    partner_timeout_names_};
inline constexpr Field partner_aggregation{
    "lacp.partner.state.aggregation", "Aggregation", bits(5, 1), Type::Boolean, Show::Decimal,
    partner_aggregation_names_};
inline constexpr Field partner_synchronization{
    "lacp.partner.state.synchronization", "Synchronization", bits(4, 1), Type::Boolean, Show::Decimal,
    partner_synchronization_names_};
inline constexpr Field partner_collecting{
    "lacp.partner.state.collecting", "Collecting", bits(3, 1), Type::Boolean, Show::Decimal,
    partner_collecting_names_};
inline constexpr Field partner_distributing{
    "lacp.partner.state.distributing", "Distributing", bits(2, 1), Type::Boolean, Show::Decimal,
    partner_distributing_names_};
inline constexpr Field partner_defaulted{
    "lacp.partner.state.defaulted", "Defaulted", bits(1, 1), Type::Boolean, Show::Decimal,
    partner_defaulted_names_};
inline constexpr Field partner_expired{
    "lacp.partner.state.expired", "Expired", bits(0, 1), Type::Boolean, Show::Decimal,
    partner_expired_names_};
inline constexpr Field partner_words{"lacp.partner.state_str", "Partner State Flags", varies, Type::String};
inline constexpr Field partner_reserved{"lacp.partner.reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field collector_delay{"lacp.collector.max_delay", "Collector Max Delay", varies,
                                       Type::Uint16};
inline constexpr Field collector_reserved{"lacp.coll_reserved", "Reserved", varies, Type::ByteArray};
inline constexpr Field pad{"lacp.pad", "Pad", varies, Type::ByteArray};
inline constexpr const Field* fields[] = {&version,
                                          &element_type,
                                          &element_length,
                                          &actor_priority,
                                          &actor_system,
                                          &actor_key,
                                          &actor_port_priority,
                                          &actor_port,
                                          &actor_state,
                                          &actor_activity,
                                          &actor_timeout,
                                          &actor_aggregation,
                                          &actor_synchronization,
                                          &actor_collecting,
                                          &actor_distributing,
                                          &actor_defaulted,
                                          &actor_expired,
                                          &actor_words,
                                          &actor_reserved,
                                          &partner_priority,
                                          &partner_system,
                                          &partner_key,
                                          &partner_port_priority,
                                          &partner_port,
                                          &partner_state,
                                          &partner_activity,
                                          &partner_timeout,
                                          &partner_aggregation,
                                          &partner_synchronization,
                                          &partner_collecting,
                                          &partner_distributing,
                                          &partner_defaulted,
                                          &partner_expired,
                                          &partner_words,
                                          &partner_reserved,
                                          &collector_delay,
                                          &collector_reserved,
                                          &pad};

}  // namespace wiretale::lacp
