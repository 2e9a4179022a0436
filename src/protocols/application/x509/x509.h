// X.509 certificates (RFC 5280) in the field tree.
#pragma once
#include <span>
#include <string>

#include "packet/tree.h"
#include "protocols/application/x509/der_reader.h"

namespace wiretale::x509 {

/// Whether anybody wants a line of a certificate.
[[nodiscard]] bool are_wanted(FieldWriter& out);

/// The certificate in [at, end) below the last line, which is `line`, `used` bytes long, and gets the
/// subject's name.
void put_certificate(FieldWriter& out, size_t at, size_t end, Item line, size_t used);

// --- parts of it, for the files beside ---

/// "2.5.4.3".
[[nodiscard]] std::string dotted(Bytes oid);
/// "id-at-commonName"; of unknown ones the name of the nearest known one above and the numbers below it.
[[nodiscard]] std::string oid_name(std::string_view dotted);

/// An object identifier with its name.
Item put_oid(FieldWriter& out, const Field& field, const Element& oid);
/// A value's content.
Item put_content(FieldWriter& out, const Field& field, const Element& value);
/// A whole value, its tag included.
Item put_whole(FieldWriter& out, const Field& field, const Element& value);
/// An integer of at most 8 bytes.
Item put_integer(FieldWriter& out, const Field& field, const Element& value);
/// Bytes shown as one long number.
Item put_long_number(FieldWriter& out, const Field& field, const Element& value);
/// The line of a list and how many values it has.
Item put_list(FieldWriter& out, const Field& field, const Element& list);
/// The number of unused bits and the bits of a bit string. Returns the place of the bits.
Element put_bits(FieldWriter& out, const Field& field, const Element& value);
void put_unknown(FieldWriter& out);
/// An AlgorithmIdentifier with the parameters that are known.
void put_algorithm(FieldWriter& out, const Field& line, const Element& algorithm);
/// Appends " (WORDS)" to a line that has `used` bytes, as far as lines go.
void append_in_parentheses(Item& line, size_t used, std::string_view words);

/// A Name: `choice` is its line, `sequence` that of the list below. Returns it as text, the last part first.
std::string put_name(FieldWriter& out, const Field& choice, const Field& sequence, const Element& name);
void put_general_name(FieldWriter& out, const Field& line, const Element& name);
/// A list of general names in `list`, whose tag may be a part's.
void put_general_names(FieldWriter& out, const Field& line, const Element& list);

/// What an extension holds, by its identifier, in [at, end).
void put_extension_value(FieldWriter& out, std::string_view oid, size_t at, size_t end);

}  // namespace wiretale::x509
