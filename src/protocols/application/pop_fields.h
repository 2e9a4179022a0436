// POP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::pop::field {

// One field on each line.
// clang-format off
inline constexpr Field response{"pop.response", "Response", varies, Type::String};
inline constexpr Field response_indicator{"pop.response.indicator", "Response indicator", varies, Type::String};
inline constexpr Field response_description{"pop.response.description", "Response description", varies, Type::String};
inline constexpr Field response_data{"pop.response.data", "Data", varies, Type::String};
inline constexpr Field request{"pop.request", "Request", varies, Type::String};
inline constexpr Field request_command{"pop.request.command", "Request command", varies, Type::String};
inline constexpr Field request_parameter{"pop.request.parameter", "Request parameter", varies, Type::String};
inline constexpr Field request_data{"pop.request.data", "Data", varies, Type::String};
inline constexpr Field data_fragments{"pop.data.fragments", "DATA fragments", varies, Type::None};
inline constexpr Field data_fragment{"pop.data.fragment", "DATA fragment", varies, Type::FrameNumber};
inline constexpr Field data_fragment_overlap{"pop.data.fragment.overlap", "DATA fragment overlap", varies, Type::Boolean};
inline constexpr Field data_fragment_overlap_conflicts{"pop.data.fragment.overlap.conflicts", "DATA fragment overlapping with conflicting data", varies, Type::Boolean};
inline constexpr Field data_fragment_multiple_tails{"pop.data.fragment.multiple_tails", "DATA has multiple tail fragments", varies, Type::Boolean};
inline constexpr Field data_fragment_too_long_fragment{"pop.data.fragment.too_long_fragment", "DATA fragment too long", varies, Type::Boolean};
inline constexpr Field data_fragment_error{"pop.data.fragment.error", "DATA defragmentation error", varies, Type::FrameNumber};
inline constexpr Field data_fragment_count{"pop.data.fragment.count", "DATA fragment count", varies, Type::Uint32};
inline constexpr Field data_reassembled_in{"pop.data.reassembled.in", "Reassembled DATA in frame", varies, Type::FrameNumber};
inline constexpr Field data_reassembled_length{"pop.data.reassembled.length", "Reassembled DATA length", varies, Type::Uint32};
inline constexpr Field response_tot_len_invalid{"pop.response.tot_len.invalid", "Length must be a string containing an integer", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&response,
                                       &response_indicator,
                                       &response_description,
                                       &response_data,
                                       &request,
                                       &request_command,
                                       &request_parameter,
                                       &request_data,
                                       &data_fragments,
                                       &data_fragment,
                                       &data_fragment_overlap,
                                       &data_fragment_overlap_conflicts,
                                       &data_fragment_multiple_tails,
                                       &data_fragment_too_long_fragment,
                                       &data_fragment_error,
                                       &data_fragment_count,
                                       &data_reassembled_in,
                                       &data_reassembled_length,
                                       &response_tot_len_invalid};

}  // namespace wiretale::pop::field
