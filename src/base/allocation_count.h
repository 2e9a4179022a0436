// How often the test program has allocated memory, for tests that prove that something does not.
#pragma once
#include <cstdint>

namespace wiretale {

/// Calls of operator new so far. Only the test program has it.
[[nodiscard]] std::uint64_t allocation_count();

}  // namespace wiretale
