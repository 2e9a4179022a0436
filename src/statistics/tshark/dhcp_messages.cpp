// dhcp,stat: how many DHCP messages of each type.
#include <array>

#include "statistics/tshark/all.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {
namespace {

/// RFC 2132 9.6, 3203, 4388, 6926, 7724: types 1 to 18.
constexpr std::string_view names[] = {"Discover",
                                      "Offer",
                                      "Request",
                                      "Decline",
                                      "ACK",
                                      "NAK",
                                      "Release",
                                      "Inform",
                                      "Force Renew",
                                      "Lease query",
                                      "Lease Unassigned",
                                      "Lease Unknown",
                                      "Lease Active",
                                      "Bulk Lease Query",
                                      "Lease Query Done",
                                      "Active LeaseQuery",
                                      "Lease Query Status",
                                      "TLS"};

class DhcpMessages final : public Statistic {
 public:
  explicit DhcpMessages(StatisticFilter filter) : filter_(std::move(filter)) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    type_.add_to(needs);
    filter_.add_needs(needs);
    return needs;
  }
  void add(const SeenPacket& seen) override {
    if (seen.tree == nullptr || !filter_.passes(seen)) return;
    for (const FieldValue& value : seen.tree->values())
      if (type_.is(value) && value.number >= 1 && value.number <= std::size(names))
        ++counts_[value.number - 1];
  }
  void report(Text& text) override {
    text.put('\n');
    text.fill(101, '=');
    text.put("\nDHCP (BOOTP) Statistics:\nFilter for statistics: ", std::string_view{filter_.text()},
             "\nDHCP Message Type |Packets |\nDHCP Statistics\n");
    for (size_t i = 0; i < std::size(names); ++i) text.put(Left{names[i], 26}, '|', counts_[i], " |\n");
    text.fill(101, '=');
    text.put('\n');
  }

 private:
  NamedField type_{"dhcp.option.dhcp"};
  StatisticFilter filter_;
  std::array<uint64_t, std::size(names)> counts_{};
};

}  // namespace

MadeStatistic make_dhcp_messages(const StatisticArgument& argument) {
  auto filter = StatisticFilter::make(argument.rest);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<DhcpMessages>(std::move(*filter));
}

}  // namespace wiretale
