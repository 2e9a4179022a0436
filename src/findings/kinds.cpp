// The table of kinds.
#include "findings/kinds.h"

namespace wiretale {
namespace {

constexpr KindInfo kinds[] = {
#define KIND(id, name, severity, title, meaning, causes, checks) \
  {name, Severity::severity, title, meaning, causes, checks},
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

}  // namespace wiretale
