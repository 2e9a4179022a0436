// Live capture for wiretale read: -i, -D, -L.
#pragma once
#include <memory>

#include "capture/live_source.h"
#include "commands/read_options.h"

namespace wiretale {

/// Begins to capture on the interfaces of -i; SIGINT, SIGTERM and SIGHUP stop it from now on. Tells warnings
/// and where it captures on standard error.
[[nodiscard]] std::expected<std::unique_ptr<LiveSource>, Error> open_live(const ReadOptions& options);
/// How many packets came and were lost, on standard error.
void say_captured(LiveSource& source, uint64_t packets);

/// -D and -L: the exit status.
int list_interfaces_to_read();
int list_link_types_to_read(const ReadOptions& options);

}  // namespace wiretale
