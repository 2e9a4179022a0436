// What is wrong with a capture filter that does not compile, and how to mend it.
#pragma once
#include <string>

#include "filter/capture_filter.h"

namespace wiretale {

/// The place and the advice for an expression that libpcap refused with these words.
[[nodiscard]] CaptureFilterError explained(const std::string& expression, const std::string& reason);

/// A well-known mistake in an expression that compiles but does not do what it seems to; empty when none.
[[nodiscard]] std::string warning_about(const std::string& expression);

}  // namespace wiretale
