// The table of kinds.
#include "findings/kinds.h"

#include <iterator>

namespace wiretale {
namespace {

struct Explanation {
  Kind kind;
  std::string_view evidence, confused_with;
};
constexpr Explanation explanations[] = {
#define EXPLANATION(id, evidence, confused_with) {Kind::id, evidence, confused_with},
#include "findings/explanations.def"
#undef EXPLANATION
};
constexpr bool one_for_each_kind() {
  for (size_t i = 0; i < std::size(explanations); ++i)
    if (static_cast<size_t>(explanations[i].kind) != i) return false;
  return std::size(explanations) == static_cast<size_t>(Kind::count);
}
static_assert(one_for_each_kind(), "explanations.def has one line for each of kinds.def, in its order");

constexpr KindInfo kinds[] = {
#define KIND(id, name, severity, title, meaning, causes, checks) \
  {name,                                                         \
   Severity::severity,                                           \
   title,                                                        \
   meaning,                                                      \
   causes,                                                       \
   checks,                                                       \
   explanations[static_cast<size_t>(Kind::id)].evidence,         \
   explanations[static_cast<size_t>(Kind::id)].confused_with},
#include "findings/kinds.def"
#undef KIND
};

}  // namespace

std::string_view word_of(Severity severity) {
  static constexpr std::string_view words[] = {"info", "warn", "error"};
  return words[static_cast<size_t>(severity)];
}

const KindInfo& info_of(Kind kind) { return kinds[static_cast<size_t>(kind)]; }
std::span<const KindInfo> all_kinds() { return kinds; }

std::string_view family_of(Kind kind) {
  struct Family {
    Kind first;
    std::string_view name;
  };
  static constexpr Family families[] = {{Kind::neighbor_unanswered, "Network, UDP"},
                                        {Kind::http_5xx, "HTTP"},
                                        {Kind::tls_unknown_ca, "TLS"},
                                        {Kind::dns_timeout, "DNS"},
                                        {Kind::retransmission_loss, "Transfer"},
                                        {Kind::rst_mid_connection, "Resets, silence"},
                                        {Kind::syn_timeout, "Connecting"}};
  for (const Family& family : families)
    if (kind >= family.first) return family.name;
  return {};
}

Kind find_kind(std::string_view name) {
  size_t i = 0;
  while (i < std::size(kinds) && kinds[i].name != name) ++i;
  return static_cast<Kind>(i);
}

}  // namespace wiretale
