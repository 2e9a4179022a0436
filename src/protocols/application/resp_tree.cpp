// The field tree of RESP: elements that begin with their type, arrays of them, and plain text.
#include "protocols/application/resp_tree.h"

#include <optional>

#include "protocols/application/resp_fields.h"

namespace wiretale::resp {
namespace {

constexpr uint16_t server_port = 6379;
constexpr unsigned deepest = 100;
constexpr size_t longest_shown = 99;  // bulk strings in the info column

/// A line without its end, and where the next one begins.
struct LineOfText {
  std::string_view text;
  size_t next;
};

std::optional<LineOfText> line_at(Bytes bytes, size_t at) {
  for (size_t end = at; end + 1 < bytes.size(); ++end)
    if (bytes[end] == '\r' && bytes[end + 1] == '\n')
      return LineOfText{{reinterpret_cast<const char*>(bytes.data()) + at, end - at}, end + 2};
  return std::nullopt;
}

/// The digits in front; 0 without any.
int64_t number_in(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > INT64_MAX / 10 - 10) break;
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

bool is_type(uint8_t c) { return c == '+' || c == '-' || c == ':' || c == '$' || c == '*'; }

/// Where the element at `at` ends; nothing when it does not end here. Elements of arrays count down instead
/// of nesting.
std::optional<size_t> end_of_element(Bytes bytes, size_t at) {
  uint64_t left = 1;
  for (; left > 0; --left) {
    if (at >= bytes.size()) return std::nullopt;
    if (!is_type(bytes[at])) return bytes.size();
    const auto line = line_at(bytes, at);
    if (!line) return std::nullopt;
    const int64_t number = number_in(line->text.substr(1));
    if (bytes[at] == '*' && number > 0) left += static_cast<uint64_t>(std::min<int64_t>(number, INT32_MAX));
    const bool bulk = bytes[at] == '$' && number >= 0;
    at = line->next;
    if (!bulk) continue;
    if (static_cast<uint64_t>(number) + 2 > bytes.size() - at) return std::nullopt;
    at += static_cast<size_t>(number) + 2;
  }
  return at;
}

class Elements {
 public:
  Elements(FieldWriter& out, Bytes layer)
      : out_(out), layer_(layer), request_(out.about.destination_port == server_port) {}

  /// False when the elements go on in a later segment.
  bool put_all() {
    out_.info(request_ ? "Request:" : "Response:");
    while (at_ < layer_.size()) {
      if (!is_type(layer_[at_])) {
        out_.put(field::fragment, at_, layer_.size() - at_).label("Fragment");
        out_.more_info(" [fragment]");
        at_ = layer_.size();
        return true;
      }
      if (!put_element(0)) {
        out_.more_info(" [continuation]");
        return false;
      }
    }
    return true;
  }

 private:
  template <class... Parts>
  void tell(unsigned depth, const Parts&... parts) {
    if (depth == 0 || request_) out_.more_info(' ', parts...);
  }

  bool put_element(unsigned depth) {
    if (at_ >= layer_.size() || !is_type(layer_[at_])) return false;
    const auto line = line_at(layer_, at_);
    if (!line) return false;
    const std::string_view text = line->text.substr(1);
    switch (layer_[at_]) {
      case '+':
        out_.put(field::string, at_ + 1, text.size());
        if (depth == 0) tell(depth, text);
        break;
      case '-':
        out_.put(field::error, at_ + 1, text.size());
        tell(depth, "Error: ", text);
        break;
      case ':': {
        const int64_t number = number_in(text);
        out_.put(field::integer, at_ + 1, text.size(), static_cast<uint64_t>(number));
        if (depth == 0) tell(depth, number);
        break;
      }
      case '$': return put_bulk_string(*line, depth);
      default: return put_array(*line, depth);
    }
    at_ = line->next;
    return true;
  }

  bool put_bulk_string(const LineOfText& line, unsigned depth) {
    const size_t begin = at_;
    const int64_t length = number_in(line.text.substr(1));
    const auto put_length = [&] {
      out_.put(field::bulk_string_length, begin + 1, line.text.size() - 1, static_cast<uint64_t>(length));
    };
    if (length < 0) {
      out_.put(field::bulk_string, begin, line.next - begin).label("Bulk String: [NULL]");
      const Deeper below(out_);
      put_length();
      at_ = line.next;
      return true;
    }
    const size_t left = layer_.size() - line.next;
    if (static_cast<uint64_t>(length) + 2 > left) return false;
    const auto size = static_cast<size_t>(length);
    const Bytes content = layer_.subspan(line.next, size);
    const std::string_view text{reinterpret_cast<const char*>(content.data()), content.size()};
    bool plain = true;
    for (const uint8_t c : content) plain = plain && c < 0x80;
    Item item = out_.put(field::bulk_string, begin, line.next + size + 2 - begin);
    if (plain)
      item.label("Bulk String: ", text.substr(0, text.find('\0')));
    else
      item.label("Bulk String");
    if (plain && size <= longest_shown && (size > 0 || !request_))
      tell(depth, text);
    else
      tell(depth, "BulkString(", length, ')');
    const Deeper below(out_);
    put_length();
    if (size > 0) out_.put(field::bulk_string_value, line.next, size);
    at_ = line.next + size + 2;
    return true;
  }

  bool put_array(const LineOfText& line, unsigned depth) {
    const size_t begin = at_;
    const int64_t length = number_in(line.text.substr(1));
    Item item = out_.put(field::array, begin, line.next - begin);
    if (length < 0)
      item.label("Array: NULL");
    else if (length == 0)
      item.label("Array: Empty");
    else
      item.label("Array: Length ", length);
    if (length > 0 && depth == 0 && !request_) tell(depth, "Array(", length, ')');
    const Deeper below(out_);
    out_.put(field::array_length, begin + 1, line.text.size() - 1, static_cast<uint64_t>(length));
    at_ = line.next;
    if (depth >= deepest) return true;
    for (int64_t i = 0; i < length; ++i)
      if (!put_element(depth + 1)) {
        out_.shallower();
        if (depth == 0)
          out_.expert(field::reassembled_in_next_frame, ExpertSeverity::Note, ExpertGroup::Undecoded,
                      field::reassembled_in_next_frame.label);
        out_.deeper();
        return false;
      }
    item.length(at_ - begin);
    return true;
  }

  FieldWriter& out_;
  Bytes layer_;
  size_t at_ = 0;
  bool request_;
};

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  if (Elements(out, layer).put_all()) out.protocol_column("RESP");
}

MessageLength element_length(Bytes stream, Dissection&) {
  const auto end = end_of_element(stream, 0);
  return end ? MessageLength::known(*end) : MessageLength::more();
}

}  // namespace wiretale::resp
