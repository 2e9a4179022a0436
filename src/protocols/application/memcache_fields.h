// Memcache: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::memcache::field {

inline constexpr Name magic_labels[] = {{128, "Request"}, {129, "Response"}};
inline constexpr Name opcode_labels[] = {{0, "Get"},
                                         {1, "Set"},
                                         {2, "Add"},
                                         {3, "Replace"},
                                         {4, "Delete"},
                                         {5, "Increment"},
                                         {6, "Decrement"},
                                         {7, "Quit"},
                                         {8, "Flush"},
                                         {9, "Get Quietly"},
                                         {10, "No-op"},
                                         {11, "Version"},
                                         {12, "Get Key"},
                                         {13, "Get Key Quietly"},
                                         {14, "Append"},
                                         {15, "Prepend"},
                                         {16, "Statistics"},
                                         {17, "Set Quietly"},
                                         {18, "Add Quietly"},
                                         {19, "Replace Quietly"},
                                         {20, "Delete Quietly"},
                                         {21, "Increment Quietly"},
                                         {22, "Decrement Quietly"},
                                         {23, "Quit Quietly"},
                                         {24, "Flush Quietly"},
                                         {25, "Append Quietly"},
                                         {26, "Prepend Quietly"}};
inline constexpr Name data_type_labels[] = {{0, "Raw bytes"}};
inline constexpr Name status_labels[] = {
    {0, "No error"},          {1, "Key not found"},   {2, "Key exists"},        {3, "Value too big"},
    {4, "Invalid arguments"}, {5, "Item not stored"}, {129, "Unknown command"}, {130, "Out of memory"}};

// One field on each line.
// clang-format off
inline constexpr Field magic{"memcache.magic", "Magic", varies, Type::Uint8, Show::Decimal, magic_labels};
inline constexpr Field opcode{"memcache.opcode", "Opcode", varies, Type::Uint8, Show::Decimal, opcode_labels};
inline constexpr Field extras_length{"memcache.extras.length", "Extras length", varies, Type::Uint8};
inline constexpr Field key_length{"memcache.key.length", "Key Length", varies, Type::Uint16};
inline constexpr Field value_length{"memcache.value.length", "Value length", varies, Type::Uint32};
inline constexpr Field data_type{"memcache.data_type", "Data type", varies, Type::Uint8, Show::Decimal, data_type_labels};
inline constexpr Field reserved{"memcache.reserved", "Reserved", varies, Type::Uint16};
inline constexpr Field status{"memcache.status", "Status", varies, Type::Uint16, Show::Decimal, status_labels};
inline constexpr Field total_body_length{"memcache.total_body_length", "Total body length", varies, Type::Uint32};
inline constexpr Field opaque{"memcache.opaque", "Opaque", varies, Type::Uint32};
inline constexpr Field cas{"memcache.cas", "CAS", varies, Type::Uint64};
inline constexpr Field extras{"memcache.extras", "Extras", varies, Type::None};
inline constexpr Field extras_flags{"memcache.extras.flags", "Flags", varies, Type::Uint32, Show::Hex};
inline constexpr Field extras_expiration{"memcache.extras.expiration", "Expiration", varies, Type::Uint32};
inline constexpr Field extras_delta{"memcache.extras.delta", "Amount to add", varies, Type::Uint64};
inline constexpr Field extras_initial{"memcache.extras.initial", "Initial value", varies, Type::Uint64};
inline constexpr Field extras_unknown{"memcache.extras.unknown", "Unknown", varies, Type::ByteArray};
inline constexpr Field key{"memcache.key", "Key", varies, Type::String};
inline constexpr Field value{"memcache.value", "Value", varies, Type::String};
inline constexpr Field extras_response{"memcache.extras.response", "Response", varies, Type::Uint64};
inline constexpr Field command{"memcache.command", "Command", varies, Type::String};
inline constexpr Field subcommand{"memcache.subcommand", "Sub command", varies, Type::String};
inline constexpr Field flags{"memcache.flags", "Flags", varies, Type::Uint16};
inline constexpr Field expiration{"memcache.expiration", "Expiration", varies, Type::Uint32};
inline constexpr Field noreply{"memcache.noreply", "Noreply", varies, Type::String};
inline constexpr Field response{"memcache.response", "Response", varies, Type::String};
inline constexpr Field version{"memcache.version", "Version", varies, Type::String};
inline constexpr Field slabclass{"memcache.slabclass", "Slab class", varies, Type::Uint32};
inline constexpr Field name{"memcache.name", "Stat name", varies, Type::String};
inline constexpr Field name_value{"memcache.name_value", "Stat value", varies, Type::String};
inline constexpr Field extras_notexpected{"memcache.extras.notexpected", "shall not have Extras", varies, Type::None};
inline constexpr Field extras_missing{"memcache.extras.missing", "must have Extras", varies, Type::None};
inline constexpr Field key_notexpected{"memcache.key.notexpected", "shall not have Key", varies, Type::None};
inline constexpr Field key_missing{"memcache.key.missing", "must have Key", varies, Type::None};
inline constexpr Field value_invalid{"memcache.value.invalid", "Illegal Value length, should be 8", varies, Type::None};
inline constexpr Field value_notexpected{"memcache.value.notexpected", "shall not have Value", varies, Type::None};
inline constexpr Field value_missing{"memcache.value.missing", "must have Value", varies, Type::None};
inline constexpr Field magic_unknown{"memcache.magic.unknown", "Unknown magic byte", varies, Type::None};
inline constexpr Field opcode_unknown{"memcache.opcode.unknown", "Unknown opcode", varies, Type::None};
inline constexpr Field status_response{"memcache.status.response", "Error response", varies, Type::None};
inline constexpr Field reserved_expert{"memcache.reserved.expert", "Reserved value", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&magic,
                                       &opcode,
                                       &extras_length,
                                       &key_length,
                                       &value_length,
                                       &data_type,
                                       &reserved,
                                       &status,
                                       &total_body_length,
                                       &opaque,
                                       &cas,
                                       &extras,
                                       &extras_flags,
                                       &extras_expiration,
                                       &extras_delta,
                                       &extras_initial,
                                       &extras_unknown,
                                       &key,
                                       &value,
                                       &extras_response,
                                       &command,
                                       &subcommand,
                                       &flags,
                                       &expiration,
                                       &noreply,
                                       &response,
                                       &version,
                                       &slabclass,
                                       &name,
                                       &name_value,
                                       &extras_notexpected,
                                       &extras_missing,
                                       &key_notexpected,
                                       &key_missing,
                                       &value_invalid,
                                       &value_notexpected,
                                       &value_missing,
                                       &magic_unknown,
                                       &opcode_unknown,
                                       &status_response,
                                       &reserved_expert};

}  // namespace wiretale::memcache::field
