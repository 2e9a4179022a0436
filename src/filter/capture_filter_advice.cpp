// Well-known mistakes in capture filters.
#include "filter/capture_filter_advice.h"

#include "base/text.h"

namespace wiretale {

CaptureFilterError explained(const std::string& expression, const std::string& reason) {
  (void)expression;
  return {.reason = reason};
}

std::string warning_about(const std::string& expression) {
  (void)expression;
  return {};
}

std::string described(const CaptureFilterError& error, std::string_view expression) {
  return text_of(error.reason, "\n  ", expression, '\n');
}

}  // namespace wiretale
