// HTTP messages as the http statistics read them from field trees.
#include "statistics/tshark/http_messages.h"

#include "packet/value_text.h"

namespace wiretale {

void HttpMessages::add_to(StatisticNeeds& needs) const {
  for (const NamedField* field : {&http_, &method_, &host_, &target_, &status_, &words_, &source4_, &source6_,
                                  &destination4_, &destination6_})
    field->add_to(needs);
}

const std::vector<HttpMessage>& HttpMessages::of(const SeenPacket& seen) {
  messages_.clear();
  if (seen.tree == nullptr) return messages_;
  const auto take = [](Text& text, const FieldValue& value) {
    text.clear();
    append_value(text, value);
  };
  for (const FieldValue& value : seen.tree->values()) {
    if (value.level == 0) {
      if (http_.is(value)) messages_.emplace_back();
    } else if (messages_.empty()) {
      // Addresses that an error message quotes lie deeper.
      if (value.level != 1) continue;
      if (source4_.is(value) || source6_.is(value)) take(source_, value);
      if (destination4_.is(value) || destination6_.is(value)) take(destination_, value);
    } else {
      HttpMessage& message = messages_.back();
      if (method_.is(value)) message.method = words_of(value);
      if (target_.is(value)) message.target = words_of(value);
      if (host_.is(value)) {
        message.host = words_of(value);
        message.has_host = true;
      }
      if (status_.is(value)) message.status = static_cast<uint32_t>(value.number);
      if (words_.is(value)) message.status_words = words_of(value);
    }
  }
  return messages_;
}

}  // namespace wiretale
