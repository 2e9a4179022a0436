// Spans of time in words.
#include "packet/time_words.h"

#include "base/text.h"

namespace wiretale {

std::string time_words(uint64_t seconds) {
  struct Unit {
    uint64_t seconds;
    std::string_view one, many;
  };
  constexpr Unit units[] = {{86400, " day", " days"},
                            {3600, " hour", " hours"},
                            {60, " minute", " minutes"},
                            {1, " second", " seconds"}};
  std::string words;
  uint64_t rest = seconds;
  for (const Unit& unit : units) {
    const uint64_t count = rest / unit.seconds;
    rest %= unit.seconds;
    if (count == 0) continue;
    if (!words.empty()) words += ", ";
    words += text_of(count, count == 1 ? unit.one : unit.many);
  }
  return words.empty() ? "0 seconds" : words;
}

}  // namespace wiretale
