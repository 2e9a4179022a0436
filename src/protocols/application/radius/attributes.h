// The values of RADIUS attributes for the line printer.
#pragma once
#include "packet/line.h"
#include "protocols/application/radius/radius_names.h"

namespace wiretale::radius {

/// Writes one attribute's value; `value` is framed to it.
void print_value(Line& line, const Attribute& attribute, View value);

}  // namespace wiretale::radius
