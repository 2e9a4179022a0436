// Names of addresses for the packet list.
#include "outputs/address_names.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

namespace wiretale {
namespace {

TEST(AddressNames, NamesWellKnownLinkAddresses) {
  AddressNames names({.links = true});
  EXPECT_EQ(names.name_of("ff:ff:ff:ff:ff:ff"), "Broadcast");
  EXPECT_EQ(names.name_of("01:00:5e:7f:ff:fa"), "IPv4mcast_7f:ff:fa");
  EXPECT_EQ(names.name_of("01:00:5e:00:00:01"), "IPv4mcast_01");
  EXPECT_EQ(names.name_of("33:33:00:00:00:16"), "IPv6mcast_16");
  EXPECT_EQ(names.name_of("02:00:00:00:00:01"), "02:00:00:00:00:01");
  EXPECT_EQ(AddressNames({}).name_of("ff:ff:ff:ff:ff:ff"), "ff:ff:ff:ff:ff:ff");
}

TEST(AddressNames, ReadsHostsFiles) {
  const std::string path = testing::TempDir() + "wiretale-hosts";
  std::ofstream(path)
      << "# names\n192.0.2.1\tclient.lan alias # one\n2001:db8:0:0::5 six\nnonsense x\n10.0.0.1\n";
  AddressNames names({.networks = true});
  ASSERT_TRUE(names.add_hosts(path));
  EXPECT_EQ(names.name_of("192.0.2.1"), "client.lan");
  EXPECT_EQ(names.name_of("2001:db8::5"), "six");
  EXPECT_EQ(names.name_of("10.0.0.1"), "10.0.0.1");
  EXPECT_FALSE(names.add_hosts(path + "-not-there"));
  std::remove(path.c_str());
}

TEST(AddressNames, WritesControlCharactersAsText) {
  const std::string path = testing::TempDir() + "wiretale-hosts-control";
  std::ofstream(path) << "192.0.2.1 a\x1b[31m\n";
  AddressNames names({.networks = true});
  ASSERT_TRUE(names.add_hosts(path));
  EXPECT_EQ(names.name_of("192.0.2.1"), "a\\033[31m");
  std::remove(path.c_str());
}

}  // namespace
}  // namespace wiretale
