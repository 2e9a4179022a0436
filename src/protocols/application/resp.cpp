// RESP, the protocol of Redis: typed elements, or plain text ("inline") commands.
#include "packet/line.h"
#include "protocols/application/resp_fields.h"
#include "protocols/application/resp_tree.h"
#include "protocols/catalog.h"

namespace wiretale::resp {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 6379, Scope::Line}, {On::TcpPort, 6379, Scope::Tree}};

/// Reads elements one after the other. An array only says how many more must come: no nesting to keep.
class Reader {
 public:
  Reader(Line& line, View in) : line_(line), in_(in) {}

  void print() {
    while (at_ < in_.length() || expected_ > 0) {
      if (expected_ > 0) --expected_;
      print_element();
    }
  }

 private:
  uint8_t byte() {
    check();
    return in_.u8(at_);
  }
  void check() const {
    if (at_ >= in_.length()) line_.truncated();
    in_.need(at_, 1);
  }
  /// Passes over everything up to the next line end and it; returns how many bytes were before it.
  size_t skip_line() {
    const size_t begin = at_;
    while (byte() != '\r' || at_ + 1 >= in_.length() || in_.u8(at_ + 1) != '\n') ++at_;
    at_ += 2;
    return at_ - 2 - begin;
  }
  void put_quoted(size_t at, size_t size) { line_.put(" \"", CaretNotation{in_.bytes(at, size)}, '"'); }

  void print_element() {
    switch (byte()) {
      case '+':
      case '-':
      case ':': {
        const size_t begin = ++at_;
        put_quoted(begin, skip_line());
        return;
      }
      case '$': return print_bulk_string();
      case '*': return print_array();
      default: return print_inline();
    }
  }

  /// A length and its line end. False when there is none, or none that counts; says so.
  bool read_length(int64_t& length) {
    ++at_;
    bool negative = false, any_digit = false, too_large = false;
    int64_t value = 0;
    if (byte() == '-') {
      negative = true;
      ++at_;
    }
    uint8_t c = byte();
    for (; c >= '0' && c <= '9'; c = byte()) {
      any_digit = true;
      value = value * 10 + (c - '0');
      if (value > INT32_MAX) {
        too_large = true;
        value = INT32_MAX;
      }
      ++at_;
    }
    ++at_;
    if (!any_digit || c != '\r' || byte() != '\n') {
      if (any_digit && c == '\r') ++at_;
      line_.put(" invalid");
      return false;
    }
    ++at_;
    if (negative && (value != 1 || too_large)) {
      line_.put(" length negative and not -1");
      return false;
    }
    if (too_large) {
      line_.put(" length too large");
      return false;
    }
    length = negative ? -value : value;
    return true;
  }

  void print_bulk_string() {
    int64_t length = 0;
    if (!read_length(length)) return;
    if (length < 0) {
      line_.put(" null");
      return;
    }
    if (length == 0) {
      line_.put(" empty");
    } else {
      const auto size = static_cast<size_t>(length);
      if (size > in_.length() - at_) line_.truncated();
      in_.need(at_, size);
      put_quoted(at_, size);
      at_ += size;
    }
    (void)skip_line();
  }

  void print_array() {
    int64_t length = 0;
    if (!read_length(length)) return;
    if (length < 0)
      line_.put(" null");
    else if (length == 0)
      line_.put(" empty");
    else
      expected_ += static_cast<uint64_t>(length);
  }

  void print_inline() {
    const auto is_line_end = [](uint8_t c) { return c == '\r' || c == '\n'; };
    while (is_line_end(byte())) ++at_;
    const size_t begin = at_;
    while (!is_line_end(byte())) ++at_;
    put_quoted(begin, at_ - begin);
    while (at_ < in_.length() && is_line_end(byte())) ++at_;
  }

  Line& line_;
  View in_;
  size_t at_ = 0;
  uint64_t expected_ = 0;
};

void print(Line& line, View in) {
  line.protocol = "resp";
  line.put(": RESP");
  Reader(line, in).print();
}

}  // namespace

extern constinit const Protocol protocol{.name = "resp",
                                         .title = "REdis Serialization Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = element_length,
                                         .messages = Messages::Begun,
                                         .print = print};

}  // namespace wiretale::resp
