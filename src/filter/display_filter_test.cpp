// The answers from the layer table are those from the tree, on all captures of the cases.
#include "filter/display_filter.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "decode/decode.h"
#include "fields/dissector.h"
#include "files/source.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

/// A comparison with every header field that may be decided early, each with some values.
std::vector<DisplayFilter> header_filters() {
  std::vector<DisplayFilter> filters;
  const auto add = [&](const std::string& text) {
    auto filter = compile_display_filter(text);
    if (filter && filter->reads_headers_only()) filters.push_back(std::move(*filter));
  };
  for (const ProtocolId id :
       {ids::frame, ids::ethernet, ids::vlan, ids::ipv4, ids::ipv6, ids::udp, ids::tcp, ids::vxlan}) {
    const Protocol& protocol = protocol_of(id);
    add(std::string(protocol.name));
    add("len(" + std::string(protocol.name) + ") > 8");
    for (const Field* field : protocol.fields) {
      const std::string name(field->name);
      add(name);
      add("count(" + name + ") == 1");
      for (const char* value : {"0", "1", "17", "64", "80", "10.0.0.0/8", "fe80::/16", "02:00:00:00:00:01"}) {
        add(name + " == " + value);
        add(name + " > " + value);
      }
    }
  }
  return filters;
}

TEST(DisplayFilterDecide, SameAsTheTree) {
  std::vector<DisplayFilter> filters = header_filters();
  ASSERT_GT(filters.size(), 100u);
  size_t decided = 0, passed = 0, files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(WIRETALE_ROOT "/tests/cases")) {
    if (entry.path().extension() != ".pcap" || ++files % 3 != 0) continue;
    auto source = open_capture(entry.path().string());
    if (!source) continue;
    Dissector dissector({}, Dissector::WithColumns::No);
    const auto batch = std::make_unique<Batch>();
    for (auto count = (*source)->read(*batch); count && *count != 0; count = (*source)->read(*batch))
      for (Packet& packet : batch->packets()) {
        decode(packet);
        const FieldTree& tree = dissector.dissect(packet);
        for (DisplayFilter& filter : filters) {
          const auto answer = filter.decide(packet);
          if (!answer) continue;
          ++decided;
          passed += *answer;
          ASSERT_EQ(*answer, filter.matches(tree, packet))
              << entry.path() << " packet " << packet.number << " field " << filter.fields()[0]->name;
        }
      }
  }
  EXPECT_GT(decided, 1000u);
  EXPECT_GT(passed, 100u);
}

TEST(DisplayFilterDecide, LeavesOtherFieldsToTheTree) {
  for (const char* text :
       {"", "dns", "ip.frag_offset == 0", "ip and frame.time_delta > 1", "ip.host == \"10.0.0.1\""}) {
    auto filter = compile_display_filter(text);
    ASSERT_TRUE(filter.has_value()) << text;
    EXPECT_FALSE(filter->reads_headers_only()) << text;
  }
}

}  // namespace
}  // namespace wiretale
