// http,stat: how many HTTP responses of each status and requests of each method.
#include <algorithm>
#include <map>

#include "statistics/tshark/all.h"
#include "statistics/tshark/http_messages.h"

namespace wiretale {
namespace {

/// tshark shows what its hash tables hold in the tables' order: the hash times 11, modulo a prime.
constexpr uint32_t status_prime = 127;  // of the table that begins with all known codes
constexpr uint32_t place(uint32_t hash, uint32_t prime) { return hash * 11 % prime; }

uint32_t hash_of_words(std::string_view words) {
  uint32_t hash = 5381;
  for (const char c : words) hash = hash * 33 + static_cast<uint32_t>(static_cast<signed char>(c));
  return hash;
}

class HttpCounts final : public Statistic {
 public:
  explicit HttpCounts(StatisticFilter filter) : filter_(std::move(filter)) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    messages_.add_to(needs);
    filter_.add_needs(needs);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (!filter_.passes(seen)) return;
    for (const HttpMessage& message : messages_.of(seen)) {
      if (message.status != 0) {
        Status& status = statuses_[message.status];
        if (status.packets++ == 0) status.words = message.status_words;
      } else if (!message.method.empty()) {
        ++methods_[std::string(message.method)];
      }
    }
  }

  void report(Text& text) override;

 private:
  struct Status {
    std::string words;
    uint64_t packets = 0;
  };
  HttpMessages messages_;
  StatisticFilter filter_;
  std::map<uint32_t, Status> statuses_;
  std::map<std::string, uint64_t> methods_;
};

void HttpCounts::report(Text& text) {
  constexpr size_t end = 51;
  const auto row = [&](std::string_view words, uint64_t packets, std::string_view behind) {
    const std::string number = text_of(packets);
    text.put("  ", words);
    const size_t used = 2 + words.size() + number.size();
    text.fill(used < end ? end - used : 1, ' ');
    text.put(std::string_view{number}, behind, '\n');
  };
  text.put('\n');
  text.fill(67, '=');
  text.put("\nHTTP Statistics\n");
  if (!filter_.text().empty()) text.put("Filter: ", std::string_view{filter_.text()}, '\n');
  text.put("* HTTP Response Status Codes                Packets\n");
  std::vector<std::pair<uint32_t, const Status*>> statuses;
  for (const auto& [code, status] : statuses_) statuses.emplace_back(code, &status);
  std::stable_sort(statuses.begin(), statuses.end(), [](const auto& a, const auto& b) {
    return place(a.first, status_prime) < place(b.first, status_prime);
  });
  for (const auto& [code, status] : statuses)
    row(text_of(code, ' ', std::string_view{status->words}), status->packets, "");
  text.put("* HTTP Request Methods                      Packets\n");
  const uint32_t method_prime = methods_.size() < 7 ? 7 : 13;
  std::vector<std::pair<std::string_view, uint64_t>> methods(methods_.begin(), methods_.end());
  std::stable_sort(methods.begin(), methods.end(), [&](const auto& a, const auto& b) {
    return place(hash_of_words(a.first), method_prime) < place(hash_of_words(b.first), method_prime);
  });
  for (const auto& [method, packets] : methods) row(method, packets, " ");
  text.fill(67, '=');
  text.put('\n');
}

}  // namespace

MadeStatistic make_http_counts(const StatisticArgument& argument) {
  auto filter = StatisticFilter::make(argument.rest);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<HttpCounts>(std::move(*filter));
}

}  // namespace wiretale
