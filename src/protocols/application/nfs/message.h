// The parts of NFS messages that several requests and replies have; read from the front, printed as they
// come.
#pragma once
#include "packet/line.h"

namespace wiretale::nfs {

/// How far a message was read. XDR (RFC 4506) counts in words of four bytes.
class Message {
 public:
  Message(Line& line, View in, size_t at, bool version_3)
      : line_(line), in_(in), at_(at), version_3_(version_3) {}

  [[nodiscard]] bool version_3() const { return version_3_; }
  [[nodiscard]] uint32_t peek(size_t words = 0) const { return in_.u32(at_ + 4 * words); }
  [[nodiscard]] uint32_t word() {
    const uint32_t value = in_.u32(at_);
    at_ += 4;
    return value;
  }
  [[nodiscard]] uint64_t long_word() {
    const uint64_t value = in_.u64(at_);
    at_ += 8;
    return value;
  }
  void skip(size_t words) { at_ += 4 * words; }
  void need(size_t words) const { in_.need(at_, 4 * words); }

  /// " fh 8,1/23".
  void file_handle();
  /// A file name in quotes.
  void file_name();
  /// A handle and a name in it.
  void handle_and_name() {
    file_handle();
    line_.put(' ');
    file_name();
  }
  /// What is set on a file that is made.
  void new_attributes(int verbose);
  /// A file's attributes, as far as `verbose` says.
  void attributes(int verbose);
  void attributes_after(int verbose);
  void attributes_before_and_after(int verbose);

 private:
  void attributes_before(int verbose);

  Line& line_;
  View in_;
  size_t at_;
  bool version_3_;
};

/// Prints what the credentials' opaque bytes are followed by.
void print_request(Line& line, View in, uint32_t procedure, Message& message);
void print_reply(Line& line, uint32_t procedure, Message& message);

/// A file handle of `count` bytes, as which servers made them.
/// tcpdump looks at 32 bytes to guess, though the handle may end before: `beyond` begins with it.
void print_file_handle(Line& line, Bytes handle, Bytes beyond);

}  // namespace wiretale::nfs
