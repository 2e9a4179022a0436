// http,stat: how many HTTP responses of each status and requests of each method.
#include <algorithm>
#include <bit>
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

struct Method {
  std::string name;
  uint64_t packets;
};

/// The methods in the order of a table with open addressing, whose steps grow by one each time.
std::vector<const Method*> table_order(const std::vector<Method>& methods) {
  size_t size = 8;
  uint32_t prime = 7;
  for (const auto& [larger, its_prime] : {std::pair{16u, 13u}, {32u, 31u}, {64u, 61u}, {128u, 127u}})
    if (methods.size() * 4 > size * 3) {
      size = larger;
      prime = its_prime;
    }
  if (methods.size() * 4 > size * 3) size = methods.size() * 2;
  std::vector<const Method*> table(std::bit_ceil(size));
  for (const Method& method : methods) {
    size_t at = place(hash_of_words(method.name), prime);
    for (size_t step = 1; table[at] != nullptr; ++step) at = (at + step) & (table.size() - 1);
    table[at] = &method;
  }
  std::erase(table, nullptr);
  return table;
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
        const auto found = std::find_if(methods_.begin(), methods_.end(),
                                        [&](const Method& each) { return each.name == message.method; });
        if (found != methods_.end())
          ++found->packets;
        else if (methods_.size() < most_methods)
          methods_.push_back({std::string(message.method), 1});
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
  static constexpr size_t most_methods = 1000;  ///< a method is any word that somebody sends
  std::vector<Method> methods_;                 ///< in the order of the first ones
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
  text.put("\nHTTP Statistics");
  if (!filter_.text().empty()) text.put(" with filter ", std::string_view{filter_.text()});
  text.put('\n');
  text.put("* HTTP Response Status Codes                Packets\n");
  std::vector<std::pair<uint32_t, const Status*>> statuses;
  for (const auto& [code, status] : statuses_) statuses.emplace_back(code, &status);
  std::stable_sort(statuses.begin(), statuses.end(), [](const auto& a, const auto& b) {
    return place(a.first, status_prime) < place(b.first, status_prime);
  });
  for (const auto& [code, status] : statuses)
    row(text_of(code, ' ', std::string_view{status->words}), status->packets, "");
  text.put("* HTTP Request Methods                      Packets\n");
  for (const Method* method : table_order(methods_)) row(method->name, method->packets, " ");
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
