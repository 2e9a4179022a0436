// The contents of HTTP bodies in the field tree: JSON (RFC 8259), lines of text, forms.
#include "protocols/application/http_content.h"

#include <algorithm>
#include <string>

#include "packet/value_text.h"
#include "protocols/catalog.h"

namespace wiretale {

namespace json {
namespace {
constexpr Field array{"json.array", "Array", varies, Type::None};
constexpr Field object{"json.object", "Object", varies, Type::None};
constexpr Field member{"json.member", "Member", varies, Type::String};
constexpr Field key{"json.key", "Key", varies, Type::String};
constexpr Field path{"json.path", "Path", varies, Type::String};
constexpr Field path_with_value{"json.path_with_value", "Path with value", varies, Type::String};
constexpr Field member_with_value{"json.member_with_value", "Member with value", varies, Type::String};
constexpr Field string{"json.value.string", "String value", varies, Type::String};
constexpr Field number{"json.value.number", "Number value", varies, Type::String};
constexpr Field false_value{"json.value.false", "False value", varies, Type::None};
constexpr Field null_value{"json.value.null", "Null value", varies, Type::None};
constexpr Field true_value{"json.value.true", "True value", varies, Type::None};
constexpr const Field* fields[] = {
    &array,  &object, &member,      &key,        &path,      &path_with_value, &member_with_value,
    &string, &number, &false_value, &null_value, &true_value};
static_assert(names_are_distinct(fields));

constexpr unsigned deepest = 64;

/// Goes through a text once; with a writer it writes lines, without one it only checks.
class Walk {
 public:
  /// `at`: where the text lies in the layer; `in_frame`: whether it lies there as it reads.
  Walk(std::string_view text, FieldWriter* out, size_t at, bool in_frame)
      : text_(text), out_(out), at_(at), in_frame_(in_frame) {}

  /// Whether the whole text is an object or an array.
  bool whole() {
    skip_space();
    if (next_ >= text_.size() || (text_[next_] != '{' && text_[next_] != '[')) return false;
    if (!value("", "", 0)) return false;
    skip_space();
    return next_ == text_.size();
  }

 private:
  void skip_space() {
    while (next_ < text_.size() && std::string_view(" \t\r\n").find(text_[next_]) != std::string_view::npos)
      ++next_;
  }
  bool take(char c) {
    skip_space();
    if (next_ >= text_.size() || text_[next_] != c) return false;
    ++next_;
    return true;
  }
  /// A part of the text: [first, end).
  struct Part {
    size_t first, end;
  };
  [[nodiscard]] size_t place(size_t offset) const { return at_ + (in_frame_ ? offset : 0); }
  [[nodiscard]] size_t size(Part part) const { return in_frame_ ? part.end - part.first : 0; }
  Item put(const Field& what, Part part, std::string_view words) {
    if (out_ == nullptr) return {};
    return out_->put_text(what, place(part.first), size(part), words);
  }
  template <class... Parts>
  void put_generated(const Field& what, Part part, const Parts&... parts) {
    if (out_ != nullptr) put(what, part, text_of(parts...)).generated();
  }
  void put_value(const Field& what, Part part, const std::string& own_path, std::string_view name,
                 std::string_view words) {
    put_generated(path_with_value, part, own_path, ':', words);
    put_generated(member_with_value, part, name, ':', words);
    if (out_ == nullptr) return;
    if (what.type == Type::None)
      out_->put(what, place(part.first), size(part), 0);
    else
      put(what, part, words);
  }
  /// The line of an object or array that begins before the next character.
  Item put_group(const Field& what) {
    if (out_ == nullptr) return {};
    return out_->put(what, place(next_ - 1), 0, 0);
  }

  static void append_code_point(std::string& to, uint32_t point) {
    if (point < 0x80) {
      to += static_cast<char>(point);
    } else if (point < 0x800) {
      to += static_cast<char>(0xc0 | point >> 6);
      to += static_cast<char>(0x80 | (point & 63));
    } else {
      to += static_cast<char>(0xe0 | point >> 12);
      to += static_cast<char>(0x80 | (point >> 6 & 63));
      to += static_cast<char>(0x80 | (point & 63));
    }
  }
  bool read_string(std::string& to) {
    if (!take('"')) return false;
    while (next_ < text_.size()) {
      const char c = text_[next_++];
      if (c == '"') return true;
      if (c != '\\') {
        to += c;
        continue;
      }
      if (next_ >= text_.size()) return false;
      const char escaped = text_[next_++];
      constexpr std::string_view letters = "bfnrt", meant = "\b\f\n\r\t";
      if (escaped == 'u') {
        uint32_t point = 0;
        for (unsigned i = 0; i < 4; ++i) {
          if (next_ >= text_.size()) return false;
          constexpr std::string_view digits = "0123456789abcdef";
          const size_t digit = digits.find(static_cast<char>(text_[next_++] | 0x20));
          if (digit == digits.npos) return false;
          point = point << 4 | static_cast<uint32_t>(digit);
        }
        append_code_point(to, point);
      } else if (const size_t letter = letters.find(escaped); letter != letters.npos) {
        to += meant[letter];
      } else {
        to += escaped;
      }
    }
    return false;
  }
  bool members(const std::string& own_path, unsigned depth) {
    const size_t begin = next_ - 1;
    Item group = put_group(object);
    if (take('}')) {
      group.length(size({begin, next_}));
      return true;
    }
    if (out_ != nullptr) out_->deeper();
    for (;;) {
      std::string name;
      skip_space();
      const size_t first = next_;
      if (!read_string(name)) return false;
      const Part named{first, next_};
      if (!take(':')) return false;
      const std::string member_path = own_path + "/" + name;
      Item line = put(member, named, name);
      if (out_ != nullptr) out_->deeper();
      if (!value(member_path, name, depth + 1)) return false;
      const Part whole_member{first, next_};
      line.length(size(whole_member));
      put(key, named, name);
      put_generated(path, whole_member, member_path);
      if (out_ != nullptr) out_->shallower();
      if (take(',')) continue;
      if (out_ != nullptr) out_->shallower();
      if (!take('}')) return false;
      group.length(size({begin, next_}));
      return true;
    }
  }
  bool elements(const std::string& own_path, unsigned depth) {
    const size_t begin = next_ - 1;
    Item group = put_group(array);
    if (take(']')) {
      group.length(size({begin, next_}));
      return true;
    }
    if (out_ != nullptr) out_->deeper();
    for (;;) {
      if (!value(own_path + "/[]", "[]", depth + 1)) return false;
      if (take(',')) continue;
      if (out_ != nullptr) out_->shallower();
      if (!take(']')) return false;
      group.length(size({begin, next_}));
      return true;
    }
  }
  bool value(const std::string& own_path, std::string_view name, unsigned depth) {
    skip_space();
    if (depth > deepest || next_ >= text_.size()) return false;
    const char first = text_[next_];
    if (first == '{') {
      ++next_;
      return members(own_path, depth);
    }
    if (first == '[') {
      ++next_;
      return elements(own_path, depth);
    }
    const size_t begin = next_;
    if (first == '"') {
      std::string words;
      if (!read_string(words)) return false;
      put_value(string, {begin, next_}, own_path, name, words);
      return true;
    }
    const std::string_view rest = text_.substr(next_);
    for (const auto& [words, what] : {std::pair{std::string_view("true"), &true_value},
                                      {std::string_view("false"), &false_value},
                                      {std::string_view("null"), &null_value}})
      if (rest.starts_with(words)) {
        put_value(*what, {begin, begin + words.size()}, own_path, name, words);
        next_ += words.size();
        return true;
      }
    const size_t end = std::min(rest.find_first_not_of("+-.0123456789eE"), rest.size());
    if (end == 0 || (first != '-' && (first < '0' || first > '9'))) return false;
    put_value(number, {begin, begin + end}, own_path, name, rest.substr(0, end));
    next_ += end;
    return true;
  }

  std::string_view text_;
  FieldWriter* out_;
  size_t at_, next_ = 0;
  bool in_frame_;
};

}  // namespace

extern constinit const Protocol protocol{
    .name = "json", .title = "JavaScript Object Notation", .fields = fields, .placed = Placed::ByDissect};
}  // namespace json

namespace text_lines {
extern constinit const Protocol protocol{
    .name = "data-text-lines", .title = "Line-based text data", .placed = Placed::ByDissect};
}  // namespace text_lines

namespace web_form {
namespace {
constexpr Field key{"urlencoded-form.key", "Key", varies, Type::String};
constexpr Field value{"urlencoded-form.value", "Value", varies, Type::String};
constexpr const Field* fields[] = {&key, &value};
}  // namespace

extern constinit const Protocol protocol{.name = "urlencoded-form",
                                         .title = "HTML Form URL Encoded",
                                         .fields = fields,
                                         .placed = Placed::ByDissect};
}  // namespace web_form

namespace http {
namespace {

std::string_view words_in(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

bool same_type(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}
template <size_t Count>
bool is_one_of(const std::string_view (&types)[Count], std::string_view type) {
  return std::ranges::any_of(types, [&](std::string_view each) { return same_type(each, type); });
}

constexpr std::string_view text_types[] = {"text/plain",
                                           "text/html",
                                           "text/css",
                                           "text/javascript",
                                           "application/javascript",
                                           "application/x-javascript",
                                           "text/vbscript",
                                           "text/rtf",
                                           "text/tab-separated-values",
                                           "application/x-ns-proxy-autoconfig"};
constexpr std::string_view json_types[] = {
    "application/json",        "application/problem+json",     "application/json-rpc",
    "application/jsonrequest", "application/merge-patch+json", "text/json"};

/// A protocol's own line at the outermost level; what follows is below it.
Item begin_beside(FieldWriter& out, ProtocolId protocol, size_t at, size_t length) {
  out.path(protocol_of(protocol).name);
  out.shallower();
  Item line = out.put(own_field(protocol), at, length);
  out.deeper();
  return line;
}

void put_lines(FieldWriter& out, size_t at, size_t length, Bytes content, std::string_view type) {
  size_t lines = 0;
  for (size_t start = 0; start < content.size(); ++lines) {
    const std::string_view rest = words_in(content.subspan(start));
    start += std::min(rest.find('\n'), rest.size() - 1) + 1;
  }
  begin_beside(out, ids::text_lines, at, length)
      .label("Line-based text data", type.empty() ? "" : ": ", type, " (", lines, " lines)");
  if (!out.wants_labels()) return;
  Text shown(256);
  for (size_t start = 0; start < content.size();) {
    const std::string_view rest = words_in(content.subspan(start));
    const size_t size = std::min(rest.find('\n'), rest.size() - 1) + 1;
    shown.clear();
    append_label_content(shown, {reinterpret_cast<const uint8_t*>(rest.data()), size});
    out.put_words(at, 0, shown.view());
    start += size;
  }
}

void put_json(FieldWriter& out, size_t at, size_t length, Bytes content, std::string_view type) {
  if (out.about.columns != nullptr) out.about.columns->protocol.put("/JSON");
  out.more_info(", JavaScript Object Notation (", type, ')');
  const bool in_frame = length == content.size();
  const bool readable = json::Walk(words_in(content), nullptr, at, in_frame).whole();
  begin_beside(out, ids::json, at, readable ? length : 0).label("JavaScript Object Notation: ", type);
  if (!readable) return put_lines(out, at, length, content, type);
  (void)json::Walk(words_in(content), &out, at, in_frame).whole();
}

/// RFC 1866 8.2.1: "+" is a blank, "%41" a byte.
std::string decoded(std::string_view words) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (words[i] == '%' && i + 2 < words.size()) {
      const size_t high = digits.find(static_cast<char>(words[i + 1] | 0x20)),
                   low = digits.find(static_cast<char>(words[i + 2] | 0x20));
      if (high != digits.npos && low != digits.npos) {
        text += static_cast<char>(high << 4 | low);
        i += 2;
        continue;
      }
    }
    text += words[i] == '+' ? ' ' : words[i];
  }
  return text;
}

void put_form(FieldWriter& out, size_t at, size_t length, Bytes content, std::string_view type) {
  out.more_info(" (", type, ')');
  begin_beside(out, ids::web_form, at, length).label("HTML Form URL Encoded: ", type);
  const std::string_view all = words_in(content);
  for (size_t start = 0; start < all.size();) {
    const size_t end = std::min(all.find('&', start), all.size());
    const std::string_view pair = all.substr(start, end - start);
    const size_t equals = std::min(pair.find('='), pair.size());
    const std::string key = decoded(pair.substr(0, equals)),
                      value = equals < pair.size() ? decoded(pair.substr(equals + 1)) : std::string{};
    out.put_words(at, 0, "Form item: \"", key, "\" = \"", value, '"');
    {
      const Deeper below(out);
      out.put_text(web_form::key, at, 0, key);
      out.put_text(web_form::value, at, 0, value);
    }
    start = end + 1;
  }
}

}  // namespace

void put_text_lines(FieldWriter& out, size_t at, size_t length, Bytes content) {
  put_lines(out, at, length, content, {});
}

bool put_content(FieldWriter& out, size_t at, size_t length, Bytes content, std::string_view type) {
  if (is_one_of(json_types, type)) {
    put_json(out, at, length, content, type);
  } else if (is_one_of(text_types, type)) {
    out.more_info(" (", type, ')');
    put_lines(out, at, length, content, type);
  } else if (same_type(type, "application/x-www-form-urlencoded")) {
    put_form(out, at, length, content, type);
  } else {
    return false;
  }
  return true;
}

}  // namespace http
}  // namespace wiretale
