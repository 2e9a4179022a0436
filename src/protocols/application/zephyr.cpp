// Zephyr notices, MIT's messages to people and their clients: fields of text, each ended by a zero byte.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/letters.h"
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::zephyr {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 2103}, {On::UdpPort, 2104}};

enum FieldAt : size_t {
  version,
  count,
  kind,
  class_name = 8,
  instance,
  operation,
  sender,
  recipient,
  field_count = 17
};

constexpr Name kind_names[] = {{0, "unsafe"},   {1, "unacked"},    {2, "acked"},
                               {3, "hm-ack"},   {4, "hm-ctl"},     {5, "serv-ack/sig"},
                               {6, "serv-nak"}, {7, "client-ack"}, {8, "stat"}};

/// The next field; says what is wrong and returns false where there is none.
bool next_field(Line& line, View& in, std::string_view& field) {
  const Bytes rest = in.available(0, in.length());
  const auto end = std::ranges::find(rest, uint8_t{0});
  if (end == rest.end()) {
    if (rest.size() < in.length()) line.truncated();
    line.invalid();
    return false;
  }
  const auto size = static_cast<size_t>(end - rest.begin());
  field = {reinterpret_cast<const char*>(rest.data()), size};
  in = in.from(size + 1);
  return true;
}

/// A number as C writes it: "0x12" or "18".
uint32_t number_of(std::string_view text) {
  uint32_t number = 0;
  const bool hexadecimal = text.starts_with("0x");
  if (hexadecimal) text.remove_prefix(2);
  std::from_chars(text.data(), text.data() + text.size(), number, hexadecimal ? 16 : 10);
  return number;
}

void put_text(Line& line, std::string_view text) {
  line.put(CaretNotation{{reinterpret_cast<const uint8_t*>(text.data()), text.size()}});
}

/// What the notices of the server's own classes ask for; false for the others.
bool print_control(Line& line, const std::array<std::string_view, field_count>& fields) {
  const std::string_view of = fields[class_name], what = fields[operation];
  if (of == "USER_LOCATE") {
    line.put(" locate ");
    put_text(line, fields[instance]);
    return true;
  }
  const auto put_lower = [&](std::string_view words) {
    for (const char letter : words) {
      const auto byte = static_cast<uint8_t>(lower_case(letter));
      line.put(CaretNotation{{&byte, 1}});
    }
  };
  if (of == "HM_CTL") {
    line.put(" hm_ctl ");
    put_text(line, fields[instance]);
    line.put(' ');
    put_lower(what);
    return true;
  }
  if (of == "ZEPHYR_CTL" && fields[instance] == "CLIENT") {
    line.put(' ');
    put_lower(what == "SUBSCRIBE" ? "sub" : what == "UNSUBSCRIBE" ? "unsub" : what);
    return true;
  }
  if (of == "LOGIN" && what == "USER_FLUSH") {
    line.put(" flush_locs");
    return true;
  }
  return false;
}

void print(Line& line, View in) {
  line.protocol = "zephyr";
  std::array<std::string_view, field_count> fields;
  for (std::string_view& field : fields)
    if (!next_field(line, in, field)) return;
  if (!fields[version].starts_with("ZEPH")) return;
  line.put(" zephyr");
  if (!fields[version].substr(4).starts_with("0.2")) return;
  line.put(' ', Named{kind_names, number_of(fields[kind]), "type "}, ' ');
  put_text(line, fields[sender]);
  if (print_control(line, fields)) return;
  line.put(" to <");
  put_text(line, fields[class_name]);
  line.put(',');
  put_text(line, fields[instance]);
  line.put(',');
  put_text(line, fields[recipient].empty() ? "*" : fields[recipient]);
  line.put('>');
  if (!fields[operation].empty()) {
    line.put(" op ");
    put_text(line, fields[operation]);
  }
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "zephyr", .title = "Zephyr notification", .found_on = found_on, .print = print};

}  // namespace wiretale::zephyr
