// What to check next: the lines of kinds.def with the finding's own addresses, ports and names in them.
//
// A line is either words, or "$ COMMAND # NOTE". Filled in are {client} {server} {port} {service} (server and
// port), {name} (a name, address or other word that the finding is about), {frame} (its first packet),
// {file}, {time}, {bpf} and {display} (a capture and a display filter for both ends). What is not known
// becomes a word in capital letters. In commands everything that comes from the capture is quoted for the
// shell.
#pragma once
#include <string>
#include <vector>

#include "findings/finding.h"

namespace wiretale {

/// The checks of a finding; `name` is what stands for {name}, `file` for {file}.
[[nodiscard]] std::vector<Check> checks_of(const Finding& finding, std::string_view name,
                                           std::string_view file);

/// A word as a shell reads it back: as it is when that is safe, else in single quotes, without control
/// characters.
[[nodiscard]] std::string quoted_for_shell(std::string_view word);

/// "2024-05-01 12:00:03 UTC".
[[nodiscard]] std::string date_text(Time time);

}  // namespace wiretale
