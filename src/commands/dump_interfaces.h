// What could be captured on, and how: -D, -L, -J.
#pragma once
#include "commands/dump_options.h"

namespace wiretale {

/// Each returns the exit code.
int list_interfaces();
int list_link_types(const DumpOptions& options);
int list_time_stamp_types(const DumpOptions& options);

}  // namespace wiretale
