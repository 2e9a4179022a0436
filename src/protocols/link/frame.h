// The frame's fields that others write.
#pragma once
#include "packet/field.h"

namespace wiretale::frame {

/// The names of all protocols of the packet, outermost first, between colons.
extern const Field protocols;
/// A packet's comment, and the expert information that repeats it.
extern const Field comment, comment_expert;

}  // namespace wiretale::frame
