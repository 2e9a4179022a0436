// A source that somebody watches: it shows how far it is, and ends early on Ctrl-C.
#pragma once
#include "files/source.h"

namespace wiretale {

/// Whether Ctrl-C was pressed: sources that are watched have ended since, and what is known is shown. A
/// second Ctrl-C ends the program at once.
[[nodiscard]] bool interrupted();
/// The exit code after a Ctrl-C, as shells know it.
inline constexpr int interrupted_code = 130;
/// "note: interrupted: this is about the first 1,204,112 packets", on standard error.
void tell_interrupted(uint64_t packets);

enum class Progress : uint8_t {
  Hidden,
  Shown,  ///< one line on standard error, where that is a terminal, after 300 ms and ten times a second
};

/// Puts a source under watch; from the first call on, Ctrl-C is noted and no longer ends the program.
[[nodiscard]] std::unique_ptr<Source> watch(std::unique_ptr<Source> source, Progress progress);
/// open_capture() under watch.
[[nodiscard]] std::expected<std::unique_ptr<Source>, Error> open_watched(const std::string& path,
                                                                         Progress progress);

}  // namespace wiretale
