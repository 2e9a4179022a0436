// -z credentials: names of users that went over the wire unencrypted.
#include "protocols/field_index.h"
#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

constexpr std::string_view rule = "===================================================================\n";

class Credentials final : public Statistic {
 public:
  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    needs.want(*basic_);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (seen.tree == nullptr) return;
    for (const FieldValue& value : seen.tree->values()) {
      if (value.field != basic_ || rows_.size() >= most_text) continue;
      const std::string_view words{reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size()};
      put_row(text_of(seen.packet.number), "HTTP basic auth", words.substr(0, words.find(':')), {});
    }
  }

  void report(Text& text) override {
    text.put(rule, "Packet     Protocol         Username         Info            \n",
             "------     --------         --------         --------\n", rows_.view(), rule);
  }

 private:
  static constexpr size_t most_text = 64 * 1024 * 1024;

  void put_row(std::string_view packet, std::string_view protocol, std::string_view user,
               std::string_view more) {
    rows_.put(Left{packet, 10}, ' ', Left{protocol, 16}, ' ', Left{user, 16}, ' ', Left{more, 16}, '\n');
  }

  const Field* basic_ = find_fields("http.authbasic").front();
  Text rows_;
};

}  // namespace

MadeStatistic make_credentials(const StatisticArgument&) { return std::make_unique<Credentials>(); }

}  // namespace wiretale
