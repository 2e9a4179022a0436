// Well-known mistakes in capture filters.
#include "filter/capture_filter_advice.h"

#include <pcap/pcap.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <regex>

#include "base/text.h"

namespace wiretale {
namespace {

/// A mistake that its text gives away, and its cure with $1 for what stood there.
struct Mistake {
  const char* pattern;
  const char* cure;
};

constexpr Mistake refused_mistakes[] = {
    {R"(\budp\[10\] *& *0x0*f\b *$)",
     "a number alone is no condition, and DNS keeps its response code in the next byte: udp[11] & 0xf = 3 "
     "finds "
     "NXDOMAIN"},
    {R"(\[[^\]]*\[[^\]]*\][^\]]*(=|<(?!<)|>(?!>))[^\]]*\])",
     "the comparison belongs behind the closing bracket; the first byte of TCP's payload is "
     "tcp[(tcp[12] & 0xf0) >> 2], and = 0x16 there finds TLS"},
    {R"((?:^|and|or|not|&&|\|\||[(!]) *(\w+\[[^\]]*\](?: *[&|+*/-] *[\w-]+)?) *(?=$|\)|and|or|&&|\|\|))",
     "a number alone is no condition; compare it: $1 != 0"},
    {R"(\b(ip|ipv6|tcp|udp|sctp|frame|eth|arp|icmp|icmpv6|http|dns|tls|vlan)\.[a-z][a-z_.]*)",
     "$& is a field of a display filter, which wiretale read understands: wiretale read -Y"},
    {R"(\bhost +([\w.:]+/\d+))", "a network is asked for with net: net $1"},
    {R"(\b(src|dst) +([\w.:]+/\d+))", "a network is asked for with net: $1 net $2"},
    {R"(\bport +(\w+) *, *(\w+))", "name each port: port $1 or port $2"},
    {R"(\bport *=+ *(\w+))", "without a sign: port $1"},
    {R"(\bport *!= *(\w+))", "negate the whole: not port $1"},
    {R"(\bport *>=? *(\d+))", "a range of ports: portrange $1-65535"},
    {R"(\bport *<=? *(\d+))", "a range of ports: portrange 0-$1"},
    {R"(\bport +(\d+)-(\d+))", "a range of ports: portrange $1-$2"},
    {R"(\bhost *=+ *([\w.:]+))", "without a sign: host $1"},
    {R"(\bhost *!= *([\w.:]+))", "negate the whole: not host $1"},
    {R"((\d+\.\d+\.\d+\.\d+):(\d+))", "address and port are two conditions: host $1 and port $2"},
    {R"(\b(tcp|udp|sctp) *=+ *(\d+))", "a port is asked for with port: $1 port $2"},
    {R"(\bip proto (tcp|udp|icmp)\b)", "the word alone does: $1"},
    {R"(\bAND\b)", "in lower case: and"},
    {R"(\bOR\b)", "in lower case: or"},
    {R"(\bNOT\b)", "in lower case: not"},
    {R"(\b(?:src|dst) +[\w.:]+ +(?:src|dst)\b)", "join the conditions with and"},
    {R"((?:^|[ (=!&])(syn|ack|rst|fin|push|urg)\b)", "a flag of TCP: tcp[tcpflags] & tcp-$1 != 0"},
    {R"(\bhttps?\b|\btls\b|\bssl\b)",
     "a capture filter knows ports, not what they carry: tcp port 80, tcp port 443"},
    {R"(\bdns\b)", "a capture filter knows ports, not what they carry: port 53"},
    {R"(\bdhcp\b)", "a capture filter knows ports, not what they carry: udp port 67 or udp port 68"},
    {R"(\bssh\b)", "a capture filter knows ports, not what they carry: tcp port 22"},
    {R"(\bmac +([0-9a-fA-F:]+))", "a hardware address is asked for with: ether host $1"},
    {R"(\bport +(any|all)\b)", "leave it out: every port matches then"},
    {R"([;#].*$)", "the expression ends before this; only a file of -F may have comments"},
};

/// Compiles and is seldom what was meant.
constexpr Mistake accepted_mistakes[] = {
    {R"(\budp\[10\] *& *0x0*f\b)",
     "udp[10] holds DNS's opcode and AA, TC, RD; its response code is udp[11] & 0xf (3 is NXDOMAIN)"},
};

std::optional<CaptureFilterError> find_mistake(const std::string& expression,
                                               std::span<const Mistake> mistakes) {
  constexpr size_t longest = 4096;  // std::regex recurses
  if (expression.size() > longest) return {};
  for (const Mistake& mistake : mistakes) {
    std::smatch found;
    if (std::regex_search(expression, found, std::regex(mistake.pattern)))
      return CaptureFilterError{.place = static_cast<size_t>(found.position(0)),
                                .length = static_cast<size_t>(found.length(0)),
                                .advice = found.format(mistake.cure)};
  }
  return {};
}

struct Word {
  size_t place, length;
};

/// Names and numbers, and each other sign alone.
std::vector<Word> words_of(const std::string& expression) {
  std::vector<Word> words;
  const auto is_name = [](char c) {
    return isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == ':' || c == '_' || c == '-';
  };
  for (size_t at = 0; at < expression.size();) {
    size_t end = at;
    while (end < expression.size() && is_name(expression[end])) ++end;
    if (end == at) ++end;
    if (expression[at] != ' ' && expression[at] != '\t' && expression[at] != '\n')
      words.push_back({at, end - at});
    at = end;
  }
  return words;
}

bool compiles(const std::string& expression) {
  struct Close {
    void operator()(pcap_t* handle) const { pcap_close(handle); }
  };
  const std::unique_ptr<pcap_t, Close> handle{pcap_open_dead(DLT_EN10MB, 262'144)};
  bpf_program program{};
  if (pcap_compile(handle.get(), &program, expression.c_str(), 0, 0) < 0)
    return std::string_view{pcap_geterr(handle.get())}.find("syntax error") == std::string_view::npos;
  pcap_freecode(&program);
  return true;
}

/// Whether something can follow that makes these first words an expression. `beginning` has no host names.
bool can_be_continued(const std::string& beginning) {
  std::string closing;
  for (const char c : beginning) {
    if (c == '(') closing.insert(0, ")");
    if (c == '[') closing.insert(0, "] = 1");
    if ((c == ')' || c == ']') && !closing.empty()) closing.erase(0, c == ')' ? 1 : 5);
  }
  for (const char* continuation :
       {"", " 1", " = 1", " tcp", " 10.0.0.1", " host 10.0.0.1", " 80", " 1-2", "= 1", "> 1"})
    if (compiles(text_of(beginning, continuation, closing))) return true;
  return false;
}

/// The first word with which the expression cannot go on; the end when only something is missing. libpcap
/// does not tell, so it is asked about beginnings; names of hosts are replaced, so that nobody asks DNS for
/// them.
Word first_wrong_word(const std::string& expression) {
  constexpr size_t most_words = 60;
  const std::vector<Word> words = words_of(expression);
  std::string beginning, previous;
  for (size_t i = 0; i < words.size() && i < most_words; ++i) {
    std::string word = expression.substr(words[i].place, words[i].length);
    const std::string gap = i == 0 || words[i].place == words[i - 1].place + words[i - 1].length ? "" : " ";
    const bool follows_host =
        previous == "host" || previous == "src" || previous == "dst" || previous == "gateway";
    const bool is_keyword = word == "host" || word == "net" || word == "port" || word == "portrange" ||
                            word == "and" || word == "or" || word == "not";
    previous = word;
    if ((follows_host && !is_keyword && isalpha(static_cast<unsigned char>(word[0])) != 0) ||
        (word.find('.') != std::string::npos && isalpha(static_cast<unsigned char>(word.back())) != 0))
      word = "10.0.0.1";
    beginning += gap + word;
    if (!can_be_continued(beginning)) return words[i];
  }
  return {expression.size(), 1};
}

/// "net 10.0.1.50/24": the network that was meant.
std::string network_advice(const std::string& reason) {
  std::smatch found;
  static const std::regex pattern(R"re("(\d+)\.(\d+)\.(\d+)\.(\d+)/(\d+)")re");
  if (!std::regex_search(reason, found, pattern)) return {};
  uint32_t address = 0;
  for (int i = 1; i <= 4; ++i) address = address << 8 | (std::stoul(found[i]) & 0xff);
  const unsigned long bits = std::stoul(found[5]);
  if (bits == 0 || bits > 32) return {};
  uint8_t network[4];
  const uint32_t masked = swapped(address & ~uint32_t{0} << (32 - bits));
  std::memcpy(network, &masked, sizeof network);
  return text_of("the network is net ", Ipv4Text{network}, '/', static_cast<uint64_t>(bits),
                 "; the address alone is host ", found[1].str(), '.', found[2].str(), '.', found[3].str(),
                 '.', found[4].str());
}

/// Where libpcap quotes a word of the expression, that is the place.
void point_at_quoted_word(const std::string& expression, CaptureFilterError& error) {
  static const std::regex quoted(R"(['"]([^'"]+)['"]|(\d{4,}))");
  std::smatch found;
  if (!std::regex_search(error.reason, found, quoted)) return;
  const std::string word = found[1].matched ? found[1].str() : found[2].str();
  if (const size_t at = expression.find(word); at != std::string::npos)
    error.place = at, error.length = word.size();
}

/// and and or have the same rank in this language, unlike in others.
std::string mixed_ranks(const std::string& expression) {
  std::vector<bool> seen_or{false};
  const std::vector<Word> words = words_of(expression);
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string word = expression.substr(words[i].place, words[i].length);
    const char first = word[0];
    const bool doubled =
        i > 0 && words[i].place == words[i - 1].place + 1 && expression[words[i - 1].place] == first;
    if (first == '(' || first == '[') seen_or.push_back(false);
    if ((first == ')' || first == ']') && seen_or.size() > 1) seen_or.pop_back();
    if (word == "or" || (first == '|' && doubled)) seen_or.back() = true;
    if ((word == "and" || (first == '&' && doubled)) && seen_or.back())
      return "\"and\" does not bind closer than \"or\" here: a or b and c means (a or b) and c; parentheses "
             "say which";
  }
  return {};
}

}  // namespace

CaptureFilterError explained(const std::string& expression, const std::string& reason) {
  CaptureFilterError error{.reason = reason, .place = expression.size()};
  const bool is_syntax = reason.find("syntax error") != std::string::npos;
  if (is_syntax) error.reason = "this is no capture filter";
  if (auto known = find_mistake(expression, refused_mistakes);
      known &&
      (is_syntax || reason.find("ask syntax") != std::string::npos || reason.starts_with("unknown port"))) {
    known->reason = error.reason;
    return *known;
  }
  if (is_syntax) {
    const Word wrong = first_wrong_word(expression);
    error.place = wrong.place, error.length = wrong.length;
    const auto opened = std::count(expression.begin(), expression.end(), '(');
    const auto closed = std::count(expression.begin(), expression.end(), ')');
    if (wrong.place == expression.size())
      error.advice = opened > closed ? "a closing parenthesis is missing" : "something is missing at the end";
    else
      error.advice = "up to here it could be one; wiretale help filters shows the language";
    return error;
  }
  point_at_quoted_word(expression, error);
  error.advice =
      reason.find("rejects all") != std::string::npos ? mixed_ranks(expression) : network_advice(reason);
  return error;
}

std::string warning_about(const std::string& expression) {
  if (const auto found = find_mistake(expression, accepted_mistakes)) return found->advice;
  return mixed_ranks(expression);
}

std::string described(const CaptureFilterError& error, std::string_view expression) {
  std::string text = text_of(error.reason, "\n  ");
  for (const char c : expression) text += c == '\n' || c == '\t' ? ' ' : c;
  text += text_of("\n  ", std::string(error.place, ' '), std::string(std::max<size_t>(1, error.length), '^'));
  if (!error.advice.empty()) text += text_of("\n  ", error.advice);
  return text;
}

}  // namespace wiretale
