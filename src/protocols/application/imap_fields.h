// IMAP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"

namespace wiretale::imap::field {

// One field on each line.
// clang-format off
inline constexpr Field isrequest{"imap.isrequest", "Request", varies, Type::Boolean};
inline constexpr Field line{"imap.line", "Line", varies, Type::String};
inline constexpr Field request{"imap.request", "Request", varies, Type::String};
inline constexpr Field request_tag{"imap.request_tag", "Request Tag", varies, Type::String};
inline constexpr Field response{"imap.response", "Response", varies, Type::String};
inline constexpr Field response_tag{"imap.response_tag", "Response Tag", varies, Type::String};
inline constexpr Field request_command{"imap.request.command", "Request Command", varies, Type::String};
inline constexpr Field response_command{"imap.response.command", "Response Command", varies, Type::String};
inline constexpr Field response_status{"imap.response.status", "Response Status", varies, Type::String};
inline constexpr Field tag{"imap.tag", "Tag", varies, Type::String};
inline constexpr Field command{"imap.command", "Command", varies, Type::String};
inline constexpr Field request_folder{"imap.request.folder", "Request Folder", varies, Type::String};
inline constexpr Field request_command_uid{"imap.request.command.uid", "Request isUID", varies, Type::Boolean};
inline constexpr Field request_username{"imap.request.username", "Request Username", varies, Type::String};
inline constexpr Field request_password{"imap.request.password", "Request Password", varies, Type::String};
inline constexpr Field response_in{"imap.response_in", "Response In", varies, Type::FrameNumber};
inline constexpr Field response_to{"imap.response_to", "Request In", varies, Type::FrameNumber};
inline constexpr Field time{"imap.time", "Response Time", varies, Type::RelativeTime};
// clang-format on

inline constexpr const Field* all[] = {&isrequest,
                                       &line,
                                       &request,
                                       &request_tag,
                                       &response,
                                       &response_tag,
                                       &request_command,
                                       &response_command,
                                       &response_status,
                                       &tag,
                                       &command,
                                       &request_folder,
                                       &request_command_uid,
                                       &request_username,
                                       &request_password,
                                       &response_in,
                                       &response_to,
                                       &time};

}  // namespace wiretale::imap::field
