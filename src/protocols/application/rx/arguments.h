// Arguments and results of AFS's remote procedures.
#pragma once
#include <string_view>

#include "packet/line.h"

namespace wiretale::rx {

/// Writes `text` with the values it asks for by % and a letter, read from the front of `in`. `service` is who
/// is named where a string is cut short. False then: nothing more can be read.
bool print_arguments(Line& line, std::string_view text, View in, std::string_view service);

}  // namespace wiretale::rx
