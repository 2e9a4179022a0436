// The attribute value pairs of L2TP's control messages.
#pragma once
#include "packet/line.h"

namespace wiretale::l2tp {

void print_attributes(Line& line, View in);

}  // namespace wiretale::l2tp
