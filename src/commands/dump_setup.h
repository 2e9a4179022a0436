// What every run of dump begins with: its messages, the expression, the user it becomes.
#pragma once
#include <cstdio>
#include <expected>
#include <string>

#include "base/error.h"
#include "base/text.h"
#include "commands/dump_options.h"
#include "files/source.h"
#include "filter/packet_program.h"

namespace wiretale {

/// tcpdump's exit codes.
inline constexpr int dump_failure = 1, dump_write_failure = 14;

/// Says what is wrong on standard error; the exit code for it.
template <class... Parts>
int complain_of_dump(const Parts&... parts) {
  const std::string message = text_of("wiretale dump: ", parts..., '\n');
  std::fflush(stdout);
  std::fputs(message.c_str(), stderr);
  return dump_failure;
}

[[nodiscard]] std::string with_next_step(const Error& error);
/// The expression; a filter file may have comments from # to the end of the line.
[[nodiscard]] std::expected<std::string, std::string> dump_filter_text(const DumpOptions& options);
/// "link-type EN10MB (Ethernet), snapshot length 262144": of a banner.
void append_what_is_read(Text& text, const Interface& interface);
int list_program(std::span<const BpfInstruction> program, const DumpOptions& options);
/// -Z: gives up root for a user; nothing to do for others, as in tcpdump. Empty when it worked.
[[nodiscard]] std::string become(const std::string& user);

}  // namespace wiretale
