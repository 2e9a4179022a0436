// The chain of payloads in an ISAKMP message, and what printers of its two versions share.
#pragma once
#include <optional>

#include "packet/line.h"
#include "protocols/application/isakmp/isakmp_names.h"

namespace wiretale::isakmp {

/// Where the next payload begins; nothing when it cannot be found and the message ends here.
using Next = std::optional<size_t>;

/// A message while it is printed. Positions count from the first byte of `bytes`.
struct Message {
  Line& line;
  View bytes;
  unsigned major_version;
  const uint8_t* initiator_cookie;  ///< 8 bytes
  const uint8_t* responder_cookie;
  bool from_initiator;

  [[nodiscard]] size_t end() const { return bytes.captured(); }
};

/// A payload within its chain.
struct Item {
  uint8_t type;
  size_t at;
  size_t length;     ///< as its header claims; more than the generic header, and captured
  unsigned depth;    ///< of nesting, for the indentation
  uint8_t protocol;  ///< of the proposal around, which gives the transforms' numbers their meaning
};

inline constexpr size_t generic_header = 4;

/// Prints the payloads from `at` on, the first being of `type`.
Next print_chain(const Message& message, uint8_t type, size_t at, unsigned depth, uint8_t protocol = 0);

Next print_v1_payload(const Message& message, const Item& item);
Next print_v2_payload(const Message& message, const Item& item);

/// A new line, indented by the nesting, and the parenthesis.
void open_payload(Line& line, unsigned depth);
/// tcpdump's " [|sa]" for a payload cut short.
Next cut_short(Line& line, uint8_t type);
/// Bytes in hexadecimal; false when they were not captured.
bool put_hex(const Message& message, size_t at, size_t count);
/// The same after a space where -vvv asks for it.
bool put_contents(const Message& message, size_t at, size_t count);
/// " data=(...)": the first ten and the last twenty bytes of what follows `at`.
void put_some_data(const Message& message, size_t at);
/// The same in full.
void put_all_data(const Message& message, size_t at);
/// A transform's attribute; returns where the next one begins, one past `end` when this one is cut short.
size_t put_attribute(const Message& message, size_t at, size_t end, Attributes known);
/// Attributes until `end`.
size_t put_attributes(const Message& message, size_t at, size_t end, Attributes known);

}  // namespace wiretale::isakmp
