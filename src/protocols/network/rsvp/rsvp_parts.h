// RSVP: what its source files tell each other.
#pragma once
#include "packet/line.h"

namespace wiretale::rsvp {

/// Thrown where an object is too short for what it must hold.
struct TooShort {};
/// Thrown where a part of an object has a wrong length; " (invalid)" ends the message.
struct Invalid {};

/// What an object says, on lines that start with `row`; false where its class and type are not known, or
/// where its bytes should be shown beside it.
bool print_object(Line& line, uint8_t object, uint8_t type, View in, size_t length, std::string_view row);

/// A number as C's %.10g writes it.
void put_general(Line& line, double value);

}  // namespace wiretale::rsvp
