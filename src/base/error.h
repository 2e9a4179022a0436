// An error as a person needs it: what happened, where, why, and the exact next step.
#pragma once
#include <string>

namespace wiretale {

struct Error {
  std::string what;       ///< one sentence, lower case, with the file, packet or position it is about
  std::string next_step;  ///< the command or change that mends it; may be empty
};

}  // namespace wiretale
