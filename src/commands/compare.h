// Comparing two captures, for compare and for diagnose with two files of the same traffic.
#pragma once
#include <string>

#include "commands/terminal.h"

namespace wiretale {

struct CompareRequest {
  bool json = false, fail_on_loss = false;
  Detail detail = Detail::Usual;
  ColourChoice colour = ColourChoice::Auto;
};

/// Shows the comparison on standard output; returns the exit code.
int compare_captures(const std::string (&paths)[2], const CompareRequest& request);

/// Whether two files are captures of the same connections; reads both.
[[nodiscard]] bool show_same_traffic(const std::string (&paths)[2]);

}  // namespace wiretale
