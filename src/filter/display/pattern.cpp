// Regular expressions of display filters, by PCRE2.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/text.h"
#include "filter/display/program.h"

namespace wiretale::display {

struct Pattern::Parts {
  pcre2_code* code = nullptr;
  pcre2_match_data* match = nullptr;
  pcre2_match_context* limits = nullptr;

  Parts() = default;
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() {
    pcre2_match_context_free(limits);
    pcre2_match_data_free(match);
    pcre2_code_free(code);
  }
};

std::expected<Pattern, Pattern::Mistake> Pattern::compile(std::string_view text) {
  // Nested repetitions can take exponential time; a subject that takes longer does not match.
  constexpr uint32_t most_steps = 1'000'000;
  auto parts = std::make_shared<Parts>();
  int error = 0;
  size_t at = 0;
  parts->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(),
                              PCRE2_CASELESS | PCRE2_NEVER_UTF, &error, &at, nullptr);
  if (parts->code == nullptr) {
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(error, message, sizeof message);
    return std::unexpected(Mistake{reinterpret_cast<const char*>(message), at});
  }
  pcre2_jit_compile(parts->code, PCRE2_JIT_COMPLETE);  // where the machine has none, it is interpreted
  parts->match = pcre2_match_data_create_from_pattern(parts->code, nullptr);
  parts->limits = pcre2_match_context_create(nullptr);
  pcre2_set_match_limit(parts->limits, most_steps);
  return Pattern(std::move(parts));
}

bool Pattern::found_in(Bytes subject) const {
  static constexpr uint8_t nothing = 0;
  const uint8_t* const from = subject.empty() ? &nothing : subject.data();
  return pcre2_match(parts_->code, from, subject.size(), 0, 0, parts_->match, parts_->limits) >= 0;
}

}  // namespace wiretale::display
