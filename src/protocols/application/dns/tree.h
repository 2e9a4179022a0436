// The DNS field tree, shared by unicast and multicast DNS and LLMNR.
#pragma once
#include <string>

#include "packet/field_cursor.h"
#include "protocols/application/dns/line.h"

namespace wiretale::dns {

/// A name as the tree shows it: its bytes as they are, labels joined by dots, "<Root>".
struct TreeName {
  std::string text;
  size_t at = 0, length = 0;  ///< where it stands; without what a pointer leads to
  unsigned labels = 0;
};

/// The message of a layer.
struct Message {
  FieldCursor in;
  size_t begin;  ///< of the message in the layer; names count from here
  Flavour flavour;

  [[nodiscard]] FieldWriter& out() const { return in.out; }
  /// Reads the name at the cursor and goes behind it.
  TreeName name();
  /// Reads a name and writes it.
  TreeName put_name(const Field& field);
};

/// A record being written. Its line and the info column grow with what its data say.
struct RecordTree {
  Message& message;
  Item line;
  std::string_view owner;
  uint16_t type = 0;
  size_t end = 0;  ///< of its data in the layer
  bool cache_flush = false;

  [[nodiscard]] FieldCursor& in() const { return message.in; }
  [[nodiscard]] size_t left() const { return in().at < end ? end - in().at : 0; }
  /// What is left of the data as one field.
  void put_rest(const Field& field) const {
    if (left() != 0) in().put(field, left());
  }
};

/// "A", "Unknown (12345)".
[[nodiscard]] std::string type_name(unsigned type);
/// "A (Host Address)", "Unknown (12345)".
[[nodiscard]] std::string type_words(unsigned type);

/// The data of a record, by its type.
void put_record_data(RecordTree& record);
/// Those of DNSSEC (RFC 4034, 5155) and of other keys and signatures. False when it is none of them.
bool put_security_data(RecordTree& record);
/// A list of types, in the windows of RFC 4034 4.1.2.
void put_type_windows(RecordTree& record);
/// The options of OPT (RFC 6891) and the parameters of SVCB and HTTPS (RFC 9460).
void put_options(RecordTree& record);
void put_service_binding(RecordTree& record);

/// The whole message at `begin` of the layer (behind its length, over TCP).
void dissect_message(FieldWriter& out, Flavour flavour, size_t begin = 0);

}  // namespace wiretale::dns
