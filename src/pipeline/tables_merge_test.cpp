// Tables collected by two workers, each with half of the flows, are those that one collects.
#include <gtest/gtest.h>

#include "pipeline/pipeline.h"
#include "statistics/conversations.h"
#include "statistics/dns_names.h"
#include "statistics/http_paths.h"
#include "statistics/latency.h"
#include "statistics/tls_servers.h"

namespace wiretale {
namespace {

/// Keeps the packets of every second pair of ports.
class Half final : public BatchFilter {
 public:
  explicit Half(unsigned which) : which_(which) {}
  void keep(Batch& batch) override {
    size_t kept = 0;
    for (size_t i = 0; i < batch.count; ++i)
      if (half_of(batch.all[i]) == which_) batch.all[kept++] = batch.all[i];
    batch.count = kept;
  }

 private:
  static unsigned half_of(const Packet& packet) {
    constexpr size_t ports = 34;  // Ethernet, IPv4 without options
    if (packet.bytes.size() < ports + 4) return 0;
    return (be16(&packet.bytes[ports]) + be16(&packet.bytes[ports + 2])) & 1u;
  }
  unsigned which_;
};

template <class Table>
void collect(Table& table, Half* half) {
  auto source = open_capture(WIRETALE_ROOT "/tests/cases/stats/services.pcap");
  ASSERT_TRUE(source.has_value());
  Pipeline pipeline;
  pipeline.add(table);
  if (half != nullptr) pipeline.set(*half);
  ASSERT_TRUE(pipeline.run(**source).has_value());
  pipeline.finish();
}

template <class Table>
std::string shown(const Table& table) {
  std::string json;
  write_json(table.report(Table::sort_columns[0], 0), [&](std::string_view part) { json += part; });
  return json;
}

template <class Table>
class TablesMerge : public testing::Test {};
using Tables = testing::Types<LatencyShard, DnsNames, HttpPaths, TlsServers>;
TYPED_TEST_SUITE(TablesMerge, Tables);

TYPED_TEST(TablesMerge, HalvesMakeTheWhole) {
  TypeParam whole, first, second;
  Half even(0), odd(1);
  collect(whole, nullptr);
  collect(first, &even);
  collect(second, &odd);
  EXPECT_NE(shown(first), shown(whole));
  EXPECT_NE(shown(second), shown(whole));
  first.merge(second);
  EXPECT_EQ(shown(first), shown(whole));
}

}  // namespace
}  // namespace wiretale
