// Memcached: its text protocol and its binary one, which begins with a magic byte.
#include <array>

#include "packet/field_cursor.h"
#include "protocols/application/memcache_binary.h"
#include "protocols/application/memcache_fields.h"
#include "protocols/catalog.h"

namespace wiretale::memcache {
namespace {

constexpr uint16_t server_port = 11211;
constexpr Claim found_on[] = {{On::TcpPort, server_port, Scope::Tree}};

/// A word of a command line and where it lies.
struct Word {
  std::string_view text;
  size_t at;
};

/// The words of the line at `at`, and where the next line begins (0: the line has no end here).
struct CommandLine {
  std::array<Word, 32> words;
  size_t count = 0, next = 0;
};

CommandLine read_line(Bytes bytes, size_t at) {
  CommandLine line;
  const std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  const size_t end = text.find("\r\n", at);
  if (end == text.npos) return line;
  line.next = end + 2;
  while (at < end && line.count < line.words.size()) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const size_t word_end = std::min(text.find(' ', at), end);
    line.words[line.count++] = {text.substr(at, word_end - at), at};
    at = word_end;
  }
  return line;
}

uint64_t number_in(std::string_view text) {
  uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > UINT32_MAX) break;
    value = value * 10 + static_cast<uint64_t>(c - '0');
  }
  return value;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  for (const std::string_view each : words)
    if (word == each) return true;
  return false;
}

constexpr std::string_view storing[] = {"set", "add", "replace", "append", "prepend", "cas"};
constexpr std::string_view answers[] = {"STORED", "NOT_STORED", "EXISTS",  "NOT_FOUND",
                                        "OK",     "END",        "DELETED", "RESET"};

/// How many bytes of content the line announces.
size_t content_length(const CommandLine& line, bool request) {
  const std::string_view first = line.count > 0 ? line.words[0].text : std::string_view{};
  const size_t at = request && is_one_of(first, storing) ? 4 : !request && first == "VALUE" ? 3 : 0;
  return at == 0 || line.count <= at ? 0 : number_in(line.words[at].text) + 2;
}

class Lines {
 public:
  Lines(FieldWriter& out, Bytes layer) : out_(out), layer_(layer) {}

  void put(bool request) {
    const CommandLine line = read_line(layer_, 0);
    if (line.next == 0 || line.count == 0 || !(request ? put_request(line) : put_response(line)))
      return out_.info("MEMCACHE Continuation");
    const std::string_view words{reinterpret_cast<const char*>(layer_.data()), line.next - 2};
    out_.info(words, ' ');
  }

 private:
  void put_string(const Field& field, const Word& word) { out_.put(field, word.at, word.text.size()); }
  void put_number(const Field& field, const Word& word) {
    out_.put(field, word.at, word.text.size(), number_in(word.text));
  }
  void put_content(const Word& length, size_t at) {
    const size_t size = std::min<size_t>(number_in(length.text), layer_.size() - at);
    out_.put(field::value, at, size);
  }
  /// Words behind the ones that a command must have.
  void put_noreply(const CommandLine& line, size_t at) {
    if (line.count > at) put_string(field::noreply, line.words[at]);
  }

  bool put_request(const CommandLine& line) {
    const auto& words = line.words;
    const std::string_view name = words[0].text;
    const bool gets = name == "get" || name == "gets", counts = name == "incr" || name == "decr";
    const bool stores = is_one_of(name, storing);
    if (!gets && !counts && !stores && name != "delete" && name != "stats" && name != "version" &&
        name != "quit" && name != "flush_all")
      return false;
    put_string(field::command, words[0]);
    if (gets) {
      for (size_t i = 1; i < line.count; ++i) put_string(field::key, words[i]);
    } else if (counts && line.count >= 3) {
      put_string(field::key, words[1]);
      put_string(field::value, words[2]);
      put_noreply(line, 3);
    } else if (name == "delete" && line.count >= 2) {
      put_string(field::key, words[1]);
      if (line.count > 2) put_number(field::expiration, words[2]);
    } else if (name == "stats") {
      if (line.count > 1) put_string(field::subcommand, words[1]);
    } else if (name == "flush_all") {
      if (line.count > 1) put_number(field::expiration, words[1]);
      put_noreply(line, 2);
    } else if (stores && line.count >= 5) {
      put_string(field::key, words[1]);
      put_number(field::flags, words[2]);
      put_number(field::expiration, words[3]);
      put_number(field::value_length, words[4]);
      const bool compares = name == "cas";
      if (compares && line.count > 5) put_number(field::cas, words[5]);
      put_noreply(line, compares ? 6 : 5);
      put_content(words[4], line.next);
    }
    return true;
  }

  bool put_response(const CommandLine& line) {
    const auto& words = line.words;
    const std::string_view name = words[0].text;
    if (is_one_of(name, answers)) {
      put_string(field::response, words[0]);
      return true;
    }
    if (name == "VERSION" && line.count > 1) {
      put_string(field::version, words[1]);
      return true;
    }
    if (name != "VALUE" && name != "STAT") return false;
    CommandLine each = line;
    while (each.next != 0 && each.count >= 3 && each.words[0].text == name) {
      const size_t behind = name == "VALUE" ? put_value(each) : put_statistic(each);
      if (behind >= layer_.size()) break;
      each = read_line(layer_, behind);
    }
    return true;
  }

  size_t put_value(const CommandLine& line) {
    put_string(field::key, line.words[1]);
    put_number(field::flags, line.words[2]);
    if (line.count < 4) return line.next;
    put_number(field::value_length, line.words[3]);
    if (line.count > 4)
      put_number(field::cas, line.words[4]);
    else
      put_content(line.words[3], line.next);
    return line.next + number_in(line.words[3].text) + 2;
  }

  /// "STAT items:1:number 5" and "STAT pid 1".
  size_t put_statistic(const CommandLine& line) {
    put_string(field::command, line.words[0]);
    Word name = line.words[1];
    if (const size_t first = name.text.find(':'); first != name.text.npos) {
      put_string(field::subcommand, {name.text.substr(0, first), name.at});
      name = {name.text.substr(first + 1), name.at + first + 1};
      if (const size_t second = name.text.find(':'); second != name.text.npos) {
        put_number(field::slabclass, {name.text.substr(0, second), name.at});
        name = {name.text.substr(second + 1), name.at + second + 1};
      }
    }
    put_string(field::name, name);
    put_string(field::name_value, line.words[2]);
    return line.next;
  }

  FieldWriter& out_;
  Bytes layer_;
};

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  out.protocol_column("MEMCACHE");
  if (layer.empty()) return;
  if (is_binary(layer)) return dissect_binary(layer, out);
  Lines(out, layer).put(out.about.destination_port == server_port);
}

/// Commands and answers of one segment are one layer, as far as they are not binary.
MessageLength frame(Bytes stream, Dissection& about) {
  if (is_binary(stream)) return binary_length(stream);
  const CommandLine line = read_line(stream, 0);
  constexpr size_t longest_line = 4096;
  if (line.next == 0) return stream.size() < longest_line ? MessageLength::more() : MessageLength{};
  const size_t whole = line.next + content_length(line, about.destination_port == server_port);
  return MessageLength::known(std::max(whole, stream.size()));
}

}  // namespace

extern constinit const Protocol protocol{.name = "memcache",
                                         .title = "Memcache Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame};

}  // namespace wiretale::memcache
