// FTP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/application/ftp_labels.h"

namespace wiretale::ftp::field {

inline constexpr Name eprt_af_labels[] = {{1, "IPv4"}, {2, "IPv6"}};

// One field on each line.
// clang-format off
inline constexpr Field current_working_directory{"ftp.current-working-directory", "Current working directory", varies, Type::String};
inline constexpr Field response{"ftp.response", "Response", varies, Type::Boolean};
inline constexpr Field request{"ftp.request", "Request", varies, Type::Boolean};
inline constexpr Field request_command{"ftp.request.command", "Request command", varies, Type::String};
inline constexpr Field request_arg{"ftp.request.arg", "Request arg", varies, Type::String};
inline constexpr Field response_code{"ftp.response.code", "Response code", varies, Type::Uint32, Show::Decimal, response_code_labels};
inline constexpr Field response_arg{"ftp.response.arg", "Response arg", varies, Type::String};
inline constexpr Field passive_ip{"ftp.passive.ip", "Passive IP address", varies, Type::Ipv4};
inline constexpr Field passive_port{"ftp.passive.port", "Passive port", varies, Type::Uint16};
inline constexpr Field passive_nat{"ftp.passive.nat", "Passive IP NAT", varies, Type::Boolean};
inline constexpr Field active_cip{"ftp.active.cip", "Active IP address", varies, Type::Ipv4};
inline constexpr Field active_port{"ftp.active.port", "Active port", varies, Type::Uint16};
inline constexpr Field active_nat{"ftp.active.nat", "Active IP NAT", varies, Type::Boolean};
inline constexpr Field eprt_af{"ftp.eprt.af", "Extended active address family", varies, Type::Uint8, Show::Decimal, eprt_af_labels};
inline constexpr Field eprt_ip{"ftp.eprt.ip", "Extended active IP address", varies, Type::Ipv4};
inline constexpr Field eprt_ipv6{"ftp.eprt.ipv6", "Extended active IPv6 address", varies, Type::Ipv6};
inline constexpr Field eprt_port{"ftp.eprt.port", "Extended active port", varies, Type::Uint16};
inline constexpr Field epsv_ip{"ftp.epsv.ip", "Extended passive IPv4 address", varies, Type::Ipv4};
inline constexpr Field epsv_ipv6{"ftp.epsv.ipv6", "Extended passive IPv6 address", varies, Type::Ipv6};
inline constexpr Field epsv_port{"ftp.epsv.port", "Extended passive port", varies, Type::Uint16};
inline constexpr Field command_response_first_frame_num{"ftp.command-response.first-frame-num", "Command response first frame", varies, Type::FrameNumber};
inline constexpr Field command_response_last_frame_num{"ftp.command-response.last-frame-num", "Command response last frame", varies, Type::FrameNumber};
inline constexpr Field command_response_duration{"ftp.command-response.duration", "Response duration", varies, Type::Uint32};
inline constexpr Field command_response_bitrate{"ftp.command-response.bitrate", "Response bitrate", varies, Type::Uint32};
inline constexpr Field command_response_frames{"ftp.command-response.frames", "Command response frames", varies, Type::Uint32};
inline constexpr Field command_response_bytes{"ftp.command-response.bytes", "Command response bytes", varies, Type::Uint32};
inline constexpr Field setup_frame{"ftp.setup-frame", "Setup frame", varies, Type::FrameNumber};
inline constexpr Field command_frame{"ftp.command-frame", "Command frame", varies, Type::FrameNumber};
inline constexpr Field command{"ftp.command", "Command", varies, Type::String};
inline constexpr Field eprt_args_invalid{"ftp.eprt.args_invalid", "EPRT arguments must have the form: |<family>|<addr>|<port>|", varies, Type::None};
inline constexpr Field epsv_args_invalid{"ftp.epsv.args_invalid", "EPSV arguments must have the form (|||<port>|)", varies, Type::None};
inline constexpr Field response_code_invalid{"ftp.response.code.invalid", "Invalid response code", varies, Type::None};
inline constexpr Field response_pwd_invalid{"ftp.response.pwd.invalid", "Invalid PWD response", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&current_working_directory,
                                       &response,
                                       &request,
                                       &request_command,
                                       &request_arg,
                                       &response_code,
                                       &response_arg,
                                       &passive_ip,
                                       &passive_port,
                                       &passive_nat,
                                       &active_cip,
                                       &active_port,
                                       &active_nat,
                                       &eprt_af,
                                       &eprt_ip,
                                       &eprt_ipv6,
                                       &eprt_port,
                                       &epsv_ip,
                                       &epsv_ipv6,
                                       &epsv_port,
                                       &command_response_first_frame_num,
                                       &command_response_last_frame_num,
                                       &command_response_duration,
                                       &command_response_bitrate,
                                       &command_response_frames,
                                       &command_response_bytes,
                                       &setup_frame,
                                       &command_frame,
                                       &command,
                                       &eprt_args_invalid,
                                       &epsv_args_invalid,
                                       &response_code_invalid,
                                       &response_pwd_invalid};

}  // namespace wiretale::ftp::field
