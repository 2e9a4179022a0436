// Redis: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::resp::field {

// One field on each line.
// clang-format off
inline constexpr Field partial{"resp.partial", "Field is only partially decoded", varies, Type::None};
inline constexpr Field malformed_length{"resp.malformed_length", "Malformed length specified", varies, Type::None};
inline constexpr Field reassembled_in_next_frame{"resp.reassembled_in_next_frame", "Array is partially decoded. Re-assembled array is in the next frame", varies, Type::None};
inline constexpr Field array_recursion_too_deep{"resp.array_recursion_too_deep", "Array is too deep to recurse any further. Subsequent elements attached to the protocol tree may not reflect their actual location in the array", varies, Type::None};
inline constexpr Field string{"resp.string", "String", varies, Type::String};
inline constexpr Field error{"resp.error", "Error", varies, Type::String};
inline constexpr Field bulk_string{"resp.bulk_string", "Bulk String", varies, Type::None};
inline constexpr Field bulk_string_value{"resp.bulk_string.value", "Value", varies, Type::ByteArray};
inline constexpr Field bulk_string_length{"resp.bulk_string.length", "Length", varies, Type::Int32};
inline constexpr Field integer{"resp.integer", "Integer", varies, Type::Int64};
inline constexpr Field array{"resp.array", "Array", varies, Type::None};
inline constexpr Field array_length{"resp.array.length", "Length", varies, Type::Int64};
inline constexpr Field fragment{"resp.fragment", "Fragment", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&partial,
                                       &malformed_length,
                                       &reassembled_in_next_frame,
                                       &array_recursion_too_deep,
                                       &string,
                                       &error,
                                       &bulk_string,
                                       &bulk_string_value,
                                       &bulk_string_length,
                                       &integer,
                                       &array,
                                       &array_length,
                                       &fragment};

}  // namespace wiretale::resp::field
