// DNS messages on one line, as tcpdump writes them. Nothing here throws: every step says whether the message
// went on.
#include "protocols/application/dns/line.h"

#include "protocols/application/dns/dns_names.h"
#include "protocols/application/dns/line_name.h"
#include "protocols/application/dns/line_record.h"
#include "protocols/application/dns/message.h"

namespace wiretale::dns {
namespace {

constexpr uint16_t multicast_bit = 0x8000;
constexpr uint16_t class_in = 1, type_opt = 41;

/// Goes through one message and writes it.
class Printer {
 public:
  Printer(Line& line, View message, Flavour flavour) : line_(line), message_(message), flavour_(flavour) {}

  /// False where the message was cut off or makes no sense.
  bool print() {
    header_ = {u16(0), u16(2), u16(4), u16(6), u16(8), u16(10)};
    return header_.response() ? print_response() : print_query();
  }

 private:
  [[nodiscard]] bool has(size_t at, size_t count) const { return message_.has(at, count); }
  [[nodiscard]] uint16_t u16(size_t at) const { return be16(&message_.all()[at]); }
  [[nodiscard]] bool verbose(int level) const { return line_.options.verbose >= level; }

  bool print_response();
  bool print_query();
  bool print_question();
  bool print_record();
  /// The records of a section, with commas between.
  bool print_records(unsigned count);
  bool print_sections_behind_answers();
  /// RFC 6891 6.1.3: the upper bits of the response code are in the OPT record.
  [[nodiscard]] unsigned response_code() const;

  Line& line_;
  View message_;
  Flavour flavour_;
  Header header_;
  size_t at_ = header_length;
};

unsigned Printer::response_code() const {
  const unsigned code = header_.rcode();
  if (header_.additionals == 0) return code;
  std::optional<size_t> at = header_length;
  for (unsigned i = 0; i < header_.questions; ++i) {
    at = skip_name(message_, *at);
    if (!at) return code;
    *at += 4;
    if (*at >= message_.captured()) return code;
  }
  const unsigned before = header_.answers + header_.authorities;
  for (unsigned i = 0; i < before + header_.additionals; ++i) {
    at = skip_name(message_, *at);
    if (!at) return code;
    if (i >= before && has(*at, 5) && u16(*at) == type_opt) return code | message_.all()[*at + 4] << 4u;
    if (!has(*at, 10)) return code;
    *at += 10u + u16(*at + 8);
  }
  return code;
}

bool Printer::print_response() {
  const unsigned code = response_code();
  line_.put(header_.id);
  if (header_.opcode() != 0) line_.put(Named{opcode_marks, header_.opcode()});
  if (code != 0) line_.put(Named{response_marks, code, " Resp"});
  if (header_.authoritative()) line_.put('*');
  if (!header_.recursion_available()) line_.put('-');
  if (header_.truncated()) line_.put('|');
  if ((header_.flags & 0x20) != 0) line_.put('$');
  if (header_.questions != 1) line_.put(" [", header_.questions, "q]");
  for (unsigned i = 0; i < header_.questions; ++i) {
    if (i != 0) line_.put(',');
    if (verbose(2)) {
      line_.put(" q:");
      if (!print_question()) return false;
      continue;
    }
    const std::optional<size_t> behind = skip_name(message_, at_);
    if (!behind) return false;
    at_ = *behind + 4;
  }
  line_.put(' ', header_.answers, '/', header_.authorities, '/', header_.additionals);
  if (!print_records(header_.answers)) return false;
  return !verbose(2) || print_sections_behind_answers();
}

bool Printer::print_query() {
  line_.put(header_.id);
  if (header_.opcode() != 0) line_.put(Named{opcode_marks, header_.opcode()});
  if (header_.recursion_desired()) line_.put('+');
  if ((header_.flags & 0x10) != 0) line_.put('%');
  // Bits that have no meaning in a query.
  if ((header_.flags & 0x06cf) != 0) line_.put(" [b2&3=0x", Hex{header_.flags}, ']');
  const unsigned inverse_query = 1;
  if (header_.opcode() == inverse_query) {
    if (header_.questions != 0) line_.put(" [", header_.questions, "q]");
    if (header_.answers != 1) line_.put(" [", header_.answers, "a]");
  } else {
    if (header_.answers != 0) line_.put(" [", header_.answers, "a]");
    if (header_.questions != 1) line_.put(" [", header_.questions, "q]");
  }
  if (header_.authorities != 0) line_.put(" [", header_.authorities, "n]");
  if (header_.additionals != 0) line_.put(" [", header_.additionals, "au]");
  for (unsigned i = 0; i < header_.questions; ++i)
    if ((i != 0 && at_ >= message_.captured()) || !print_question()) return false;
  if (!verbose(2)) return true;
  return print_records(header_.answers) && print_sections_behind_answers();
}

bool Printer::print_sections_behind_answers() {
  if (at_ < message_.captured() && header_.authorities != 0) {
    line_.put(" ns:");
    if (!print_records(header_.authorities)) return false;
  } else if (header_.authorities != 0) {
    return false;
  }
  if (at_ < message_.captured() && header_.additionals != 0) {
    line_.put(" ar:");
    return print_records(header_.additionals);
  }
  return header_.additionals == 0;
}

bool Printer::print_records(unsigned count) {
  for (unsigned i = 0; i < count; ++i) {
    if (i != 0) {
      if (at_ >= message_.captured()) return false;
      line_.put(',');
    }
    if (!print_record()) return false;
  }
  return true;
}

bool Printer::print_question() {
  const std::optional<size_t> behind = skip_name(message_, at_);
  if (!behind || !has(*behind, 4)) return false;
  const uint16_t type = u16(*behind), number = u16(*behind + 2);
  const bool multicast = flavour_ == Flavour::Multicast;
  const auto class_number = static_cast<uint16_t>(multicast ? number & ~multicast_bit : number);
  line_.put(' ', Named{record_types, type, "Type"});
  if (class_number != class_in) line_.put(' ', Named{classes, class_number, "(Class ", ")"});
  if (multicast) line_.put((number & multicast_bit) != 0 ? " (QU)" : " (QM)");
  line_.put("? ");
  const std::optional<size_t> printed = print_name(line_, message_, at_);
  if (!printed) return false;
  at_ = *printed + 4;
  return true;
}

bool Printer::print_record() {
  std::optional<size_t> behind;
  if (verbose(1)) {
    line_.put(' ');
    behind = print_name(line_, message_, at_);
    if (!behind) return false;
  } else {
    behind = skip_name(message_, at_);
  }
  if (!behind || !has(*behind, 10)) {
    // What follows is not there: tcpdump then takes the message as read.
    at_ = message_.captured();
    return true;
  }
  const size_t fixed = *behind;
  const uint16_t type = u16(fixed), number = u16(fixed + 2);
  const bool multicast = flavour_ == Flavour::Multicast;
  const auto class_number = static_cast<uint16_t>(multicast ? number & ~multicast_bit : number);
  if (class_number != class_in && type != type_opt)
    line_.put(' ', Named{classes, class_number, "(Class ", ")"});
  if (multicast && (number & multicast_bit) != 0) line_.put(" (Cache flush)");
  if (type != type_opt && verbose(3)) line_.put(" [", Elapsed{be32(&message_.all()[fixed + 4])}, ']');
  line_.put(' ', Named{record_types, type, "Type"});
  if (!has(fixed + 10, u16(fixed + 8))) return false;
  const RecordPlace record{type, class_number, u16(fixed + 6), fixed + 10, u16(fixed + 8)};
  if (!print_record_data(line_, message_, record)) return false;
  at_ = record.data + record.size;
  return true;
}

}  // namespace

void print_message(Line& line, View message, Flavour flavour) {
  line.protocol = "domain";
  if (line.network.protocol == 6) {
    line.put(' ');
    if (message.length() < 2) {
      line.put("[DNS over TCP: length ", message.length(), " < 2]");
      line.invalid();
      return;
    }
    if (!message.has(0, 2)) {
      line.shorten(line.size() - 1);
      line.put(" [|domain]");
      return;
    }
    const uint16_t prefix = be16(message.all().data());
    message = message.from(2);
    if (prefix != message.length()) {
      line.put("[prefix length(", prefix, ") != length(", message.length(), ")]");
      line.invalid();
      return;
    }
  }
  if (message.length() < header_length) {
    line.put("domain [length ", message.length(), " < ", header_length, ']');
    line.invalid();
    return;
  }
  if (message.has(0, header_length) && Printer(line, message, flavour).print())
    line.put(" (", message.length(), ')');
  else
    line.put(" [|domain]");
}

}  // namespace wiretale::dns
