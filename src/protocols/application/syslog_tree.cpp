// The field tree of syslog: the priority, and the header of the message in its new (RFC 5424) or old
// (RFC 3164) form.
#include "protocols/application/syslog_tree.h"

#include <ctime>
#include <optional>

#include "packet/field_cursor.h"
#include "packet/value_text.h"
#include "protocols/application/syslog_fields.h"

namespace wiretale::syslog {
namespace {

std::string_view text_in(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Up to three digits between angle brackets, and how long they are.
struct Priority {
  unsigned value, size;
};
std::optional<Priority> read_priority(std::string_view text) {
  if (!text.starts_with('<')) return std::nullopt;
  unsigned value = 0, at = 1;
  constexpr unsigned most_digits = 3;
  while (at < text.size() && is_digit(text[at]) && at <= most_digits)
    value = value * 10 + static_cast<unsigned>(text[at++] - '0');
  if (at < text.size() && text[at] == '>') ++at;
  return Priority{value, at};
}

/// The word at `at` up to a blank, which is passed over.
std::string_view take_word(std::string_view text, size_t& at, bool (*belongs)(char)) {
  const size_t begin = at;
  while (at < text.size() && belongs(text[at])) ++at;
  const std::string_view word = text.substr(begin, at - begin);
  return word;
}
bool is_not_blank(char c) { return c != ' '; }

/// RFC 3339: "2003-10-11T22:14:15.003Z", "...-07:00"; nanoseconds since 1970.
uint64_t read_time(std::string_view word) {
  const auto number = [&](size_t at, size_t count) {
    int value = 0;
    for (size_t i = at; i < at + count && i < word.size(); ++i)
      if (is_digit(word[i])) value = value * 10 + (word[i] - '0');
    return value;
  };
  if (word.size() < 19 || word[4] != '-' || word[10] != 'T') return no_date;
  tm date{};
  date.tm_year = number(0, 4) - 1900;
  date.tm_mon = number(5, 2) - 1;
  date.tm_mday = number(8, 2);
  date.tm_hour = number(11, 2);
  date.tm_min = number(14, 2);
  date.tm_sec = number(17, 2);
  int64_t nanoseconds = static_cast<int64_t>(timegm(&date)) * 1'000'000'000;
  size_t at = 19;
  if (at < word.size() && word[at] == '.') {
    int64_t unit = 100'000'000;
    for (++at; at < word.size() && is_digit(word[at]); ++at, unit /= 10)
      nanoseconds += unit * (word[at] - '0');
  }
  if (at + 5 < word.size() && (word[at] == '+' || word[at] == '-')) {
    const int64_t minutes = number(at + 1, 2) * 60 + number(at + 4, 2);
    nanoseconds -= (word[at] == '-' ? -minutes : minutes) * 60'000'000'000;
  }
  return static_cast<uint64_t>(nanoseconds);
}

/// RFC 5424 6: version, time, host, application, process and the rest.
void put_new_header(FieldWriter& out, std::string_view text, size_t start) {
  size_t at = start;
  const auto put = [&](const Field& field) {
    const size_t begin = at;
    const std::string_view word = take_word(text, at, is_not_blank);
    if (at >= text.size()) throw LayerTooShort{"Syslog"};
    if (&field == &field::timestamp)
      out.put(field, begin, word.size(), read_time(word));
    else
      out.put(field, begin, word.size());
    ++at;
  };
  put(field::version);
  put(field::timestamp);
  put(field::hostname);
  put(field::appname);
  put(field::procid);
  out.put(field::msgid, at, text.size() - at);
}

/// RFC 3164 4.1.2: "Feb  5 17:32:18 host process" and the rest.
void put_old_header(FieldWriter& out, std::string_view text, size_t start) {
  constexpr size_t time_size = 15;
  out.put(field::timestamp_rfc3164, start, time_size);
  size_t at = start + time_size + 1;
  const auto put = [&](const Field& field, bool (*belongs)(char)) {
    const size_t begin = at;
    const std::string_view word = take_word(text, at, belongs);
    if (at >= text.size()) throw LayerTooShort{"Syslog"};
    out.put(field, begin, word.size());
  };
  put(field::hostname, is_not_blank);
  ++at;
  put(field::procid, is_letter_or_digit);
  out.put(field::msgid, at, text.find('\0', at) == text.npos ? text.size() - at : text.find('\0', at) - at);
}

bool has_old_time(std::string_view text) {
  return text.size() > 16 && text[3] == ' ' && text[6] == ' ' && text[9] == ':' && text[12] == ':' &&
         text[15] == ' ';
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  const std::string_view text = text_in(layer);
  const auto priority = read_priority(text);
  const size_t start = priority ? priority->size : 0;
  const unsigned value = priority ? priority->value : 0;
  const auto short_name = [](Names names, unsigned number) {
    const std::string_view name = find_name(names, number);
    return name.empty() ? std::string_view("UNKNOWN") : name.substr(0, name.find(' '));
  };
  out.root().length(layer.size());
  out.protocol_column("Syslog");
  Text shown(256);
  append_label_content(shown, layer.subspan(start));
  if (priority) {
    const std::string_view facility = short_name(field::facility_labels, value >> 3),
                           level = short_name(field::level_labels, value & 7);
    out.root().label("Syslog message: ", facility, '.', level, ": ", shown.view());
    out.info(facility, '.', level, ": ", shown.view());
    out.put(field::facility, 0, start, value >> 3)
        .label(Binary{value >> 4 & 15, 4}, ' ', Binary{value >> 3 & 1, 1},
               "... = Facility: ", name_or(field::facility_labels, value >> 3, "Unknown"), " (", value >> 3,
               ')');
    out.put(field::level, 0, start, value & 7);
  } else {
    out.root().label("Syslog message: (unknown): ", shown.view());
    out.info(shown.view());
  }
  const std::string_view message = text.substr(start);
  out.put_text(field::msg, start, message.size(), message.substr(0, message.find('\0')));
  const Deeper below(out);
  if (message.starts_with("1 "))
    put_new_header(out, text, start);
  else if (has_old_time(message))
    put_old_header(out, text, start);
}

}  // namespace wiretale::syslog
