// EAP messages (RFC 3748), found in RADIUS and EAPOL.
#pragma once
#include "packet/line.h"

namespace wiretale {

/// Code, identifier, length and type; the type on a line of its own.
void print_eap_message(Line& line, View in);

}  // namespace wiretale
