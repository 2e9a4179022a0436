// The field tree of syslog (RFC 5424, RFC 3164).
#pragma once
#include "packet/tree.h"

namespace wiretale::syslog {

void dissect(Bytes layer, FieldWriter& out);

}  // namespace wiretale::syslog
