// Protocols of text lines with commands and reply codes: HTTP, FTP, SMTP, RTSP, SIP and their like.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// How a message is known to be text rather than the middle of a body.
struct TextProtocol {
  std::string_view name;                                                 ///< as it is written: "HTTP"
  std::string_view truncated_name;                                       ///< for "[|http]"
  std::span<const std::string_view> commands{};                          ///< none: every message is text
  enum class Code : uint8_t { First, Second } reply_code = Code::First;  ///< which word is a three-digit code
};

/// The name, and the first line of text; with -v the length and all lines.
void print_text_protocol(Line& line, View in, const TextProtocol& protocol);

}  // namespace wiretale
