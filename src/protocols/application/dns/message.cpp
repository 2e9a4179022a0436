// Reading DNS messages: names with compression, questions, records.
#include "protocols/application/dns/message.h"

namespace wiretale::dns {
namespace {

constexpr size_t longest_name = 255;  // RFC 1035 2.3.4, in wire form
constexpr uint8_t pointer_bits = 0xc0;

void put(Name& name, char c) { name.text[name.size++] = c; }

void put_label_byte(Name& name, uint8_t byte) {
  if (byte == '.' || byte == '\\') {
    put(name, '\\');
    put(name, static_cast<char>(byte));
  } else if (byte > 0x20 && byte < 0x7f) {
    put(name, static_cast<char>(byte));
  } else {
    put(name, '\\');
    put(name, static_cast<char>('0' + byte / 100));
    put(name, static_cast<char>('0' + byte / 10 % 10));
    put(name, static_cast<char>('0' + byte % 10));
  }
}

}  // namespace

Name read_name(Bytes message, size_t at) {
  Name name;
  size_t wire = 1, limit = at;  // a pointer must lead in front of everything read so far: no loops
  bool jumped = false;
  const auto end_here = [&](size_t next) {
    if (!jumped) name.next = static_cast<uint16_t>(next);
  };
  while (at < message.size()) {
    const uint8_t length = message[at];
    if (length == 0) {
      end_here(at + 1);
      if (name.size == 0) put(name, '.');
      name.complete = true;
      return name;
    }
    if ((length & pointer_bits) == pointer_bits) {
      if (at + 1 >= message.size()) break;
      const size_t target = (length & 0x3fu) << 8 | message[at + 1];
      end_here(at + 2);
      jumped = true;
      if (target >= limit) return name;
      at = limit = target;
      continue;
    }
    if ((length & pointer_bits) != 0 || message.size() - at - 1 < length) break;
    wire += 1u + length;
    if (wire > longest_name) break;
    if (name.size != 0) put(name, '.');
    for (const uint8_t byte : message.subspan(at + 1, length)) put_label_byte(name, byte);
    at += 1u + length;
  }
  end_here(message.size());
  return name;
}

Reader::Reader(Bytes message) : message_(message.first(message.size() < 65536 ? message.size() : 65535)) {
  if (!has_header()) {
    complete_ = false;
    return;
  }
  const uint8_t* at = message_.data();
  header_ = {be16(at), be16(at + 2), be16(at + 4), be16(at + 6), be16(at + 8), be16(at + 10)};
}

std::optional<Question> Reader::question() {
  if (!complete_ || questions_read_ >= header_.questions) return std::nullopt;
  Question question{.name = read_name(message_, at_)};
  if (!question.name.complete || question.name.next + 4u > message_.size()) {
    complete_ = false;
    return std::nullopt;
  }
  question.type = be16(&message_[question.name.next]);
  question.class_ = be16(&message_[question.name.next + 2u]);
  at_ = question.name.next + 4u;
  ++questions_read_;
  return question;
}

std::optional<Record> Reader::record() {
  while (question())
    ;
  const unsigned answers = header_.answers, authorities = answers + header_.authorities;
  if (!complete_ || records_read_ >= authorities + header_.additionals) return std::nullopt;
  Record record{.name = read_name(message_, at_)};
  const size_t fixed = record.name.next;
  if (!record.name.complete || fixed + 10 > message_.size() ||
      fixed + 10 + be16(&message_[fixed + 8]) > message_.size()) {
    complete_ = false;
    return std::nullopt;
  }
  record.type = be16(&message_[fixed]);
  record.class_ = be16(&message_[fixed + 2]);
  record.time_to_live = be32(&message_[fixed + 4]);
  record.data_offset = fixed + 10;
  record.data = message_.subspan(record.data_offset, be16(&message_[fixed + 8]));
  record.section = records_read_ < answers       ? Section::Answer
                   : records_read_ < authorities ? Section::Authority
                                                 : Section::Additional;
  at_ = record.data_offset + record.data.size();
  ++records_read_;
  return record;
}

bool looks_like_message(Bytes bytes) {
  Reader reader(bytes);
  if (!reader.has_header()) return false;
  const Header& header = reader.header();
  constexpr unsigned highest_opcode = 6, most_questions = 16;
  if (header.opcode() > highest_opcode || (header.flags & 0x0040) != 0) return false;
  if (header.questions == 0 || header.questions > most_questions) return false;
  if (!header.response() && (header.answers != 0 || header.rcode() != 0)) return false;
  return reader.question().has_value();
}

}  // namespace wiretale::dns
