// wiretale dump -i: packets as they arrive.
#pragma once
#include "commands/dump_options.h"

namespace wiretale {

/// Captures until a limit or a signal; the exit code.
int run_live_dump(const DumpOptions& options);
/// The devices of -i, or the first one of -D's list.
[[nodiscard]] std::expected<std::vector<CaptureOptions>, Error> devices_of(const DumpOptions& options);

}  // namespace wiretale
