// Reading DNS messages (RFC 1035): the header, names with compression, questions and records.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "base/bytes.h"

namespace wiretale::dns {

inline constexpr size_t header_length = 12;

/// The fixed header. Counts are what the header claims, not what the message holds.
struct Header {
  uint16_t id = 0, flags = 0;
  uint16_t questions = 0, answers = 0, authorities = 0, additionals = 0;

  [[nodiscard]] bool response() const { return (flags & 0x8000) != 0; }
  [[nodiscard]] unsigned opcode() const { return flags >> 11 & 15; }
  [[nodiscard]] bool authoritative() const { return (flags & 0x0400) != 0; }
  [[nodiscard]] bool truncated() const { return (flags & 0x0200) != 0; }
  [[nodiscard]] bool recursion_desired() const { return (flags & 0x0100) != 0; }
  [[nodiscard]] bool recursion_available() const { return (flags & 0x0080) != 0; }
  [[nodiscard]] unsigned rcode() const { return flags & 15; }
};

enum Rcode : uint8_t { NoError = 0, FormatError = 1, ServerFailure = 2, NoSuchName = 3, Refused = 5 };
enum RecordType : uint16_t {
  A = 1,
  Ns = 2,
  Cname = 5,
  Soa = 6,
  Ptr = 12,
  Mx = 15,
  Txt = 16,
  Aaaa = 28,
  Srv = 33
};

/// A name as text, without the final dot ("www.example.com"; "." is the root). Bytes that are not printable,
/// dots inside labels and backslashes are escaped (\ddd, \., \\) as in zone files (RFC 1035 5.1).
struct Name {
  std::array<char, 1024> text;
  uint16_t size = 0;
  uint16_t next = 0;      ///< offset behind the name in the message
  bool complete = false;  ///< false: cut off, a loop of pointers, or longer than 255 bytes
  [[nodiscard]] std::string_view view() const { return {text.data(), size}; }
};

/// Reads the name at `at`. Pointers must lead backwards, so every name ends. A name that is not complete
/// holds the labels before the trouble.
[[nodiscard]] Name read_name(Bytes message, size_t at);

struct Question {
  Name name;
  uint16_t type = 0, class_ = 0;
};

enum class Section : uint8_t { Answer, Authority, Additional };

struct Record {
  Name name;
  uint16_t type = 0, class_ = 0;
  uint32_t time_to_live = 0;
  Bytes data;              ///< as in the message; names in it may point into the message
  size_t data_offset = 0;  ///< of data in the message
  Section section = Section::Answer;
};

/// Goes through a message once: all questions first, then all records. Stops (complete() is false) at the
/// first that is cut off or malformed.
class Reader {
 public:
  explicit Reader(Bytes message);
  /// False when not even the header is there.
  [[nodiscard]] bool has_header() const { return message_.size() >= header_length; }
  [[nodiscard]] const Header& header() const { return header_; }
  /// The next question, or none when all were read.
  [[nodiscard]] std::optional<Question> question();
  /// The next record of any section (questions not read yet are passed over), or none at the end.
  [[nodiscard]] std::optional<Record> record();
  /// Whether nothing was malformed or cut off so far.
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  Bytes message_;
  Header header_;
  size_t at_ = header_length;
  unsigned questions_read_ = 0, records_read_ = 0;
  bool complete_ = true;
};

/// Whether bytes look like a DNS message whatever the port: a plausible header and a first name that ends.
[[nodiscard]] bool looks_like_message(Bytes bytes);

}  // namespace wiretale::dns
