// SMTP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/smtp_labels.h"

namespace wiretale::smtp::field {

// One field on each line.
// clang-format off
inline constexpr Field req{"smtp.req", "Request", varies, Type::Boolean};
inline constexpr Field rsp{"smtp.rsp", "Response", varies, Type::Boolean};
inline constexpr Field message{"smtp.message", "Message", varies, Type::String};
inline constexpr Field command_line{"smtp.command_line", "Command Line", varies, Type::String};
inline constexpr Field req_command{"smtp.req.command", "Command", varies, Type::String};
inline constexpr Field req_parameter{"smtp.req.parameter", "Request parameter", varies, Type::String};
inline constexpr Field response{"smtp.response", "Response", varies, Type::String};
inline constexpr Field response_code{"smtp.response.code", "Response code", varies, Type::Uint32, Show::Decimal, response_code_labels};
inline constexpr Field rsp_parameter{"smtp.rsp.parameter", "Response parameter", varies, Type::String};
inline constexpr Field auth_username{"smtp.auth.username", "Username", varies, Type::String};
inline constexpr Field auth_password{"smtp.auth.password", "Password", varies, Type::String};
inline constexpr Field auth_username_password{"smtp.auth.username_password", "Username/Password", varies, Type::String};
inline constexpr Field eom{"smtp.eom", "EOM", varies, Type::None};
inline constexpr Field data_fragments{"smtp.data.fragments", "DATA fragments", varies, Type::None};
inline constexpr Field data_fragment{"smtp.data.fragment", "DATA fragment", varies, Type::FrameNumber};
inline constexpr Field data_fragment_overlap{"smtp.data.fragment.overlap", "DATA fragment overlap", varies, Type::Boolean};
inline constexpr Field data_fragment_overlap_conflicts{"smtp.data.fragment.overlap.conflicts", "DATA fragment overlapping with conflicting data", varies, Type::Boolean};
inline constexpr Field data_fragment_multiple_tails{"smtp.data.fragment.multiple_tails", "DATA has multiple tail fragments", varies, Type::Boolean};
inline constexpr Field data_fragment_too_long_fragment{"smtp.data.fragment.too_long_fragment", "DATA fragment too long", varies, Type::Boolean};
inline constexpr Field data_fragment_error{"smtp.data.fragment.error", "DATA defragmentation error", varies, Type::FrameNumber};
inline constexpr Field data_fragment_count{"smtp.data.fragment.count", "DATA fragment count", varies, Type::Uint32};
inline constexpr Field data_reassembled_in{"smtp.data.reassembled.in", "Reassembled DATA in frame", varies, Type::FrameNumber};
inline constexpr Field data_reassembled_length{"smtp.data.reassembled.length", "Reassembled DATA length", varies, Type::Uint32};
inline constexpr Field base64_decode{"smtp.base64_decode", "base64 decode failed or is not enabled (check SMTP preferences)", varies, Type::None};
inline constexpr Field response_code_unexpected{"smtp.response.code.unexpected", "Unexpected response code in multiline response", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&req,
                                       &rsp,
                                       &message,
                                       &command_line,
                                       &req_command,
                                       &req_parameter,
                                       &response,
                                       &response_code,
                                       &rsp_parameter,
                                       &auth_username,
                                       &auth_password,
                                       &auth_username_password,
                                       &eom,
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
                                       &base64_decode,
                                       &response_code_unexpected};

}  // namespace wiretale::smtp::field
