// Tests of reading the keys of -E, and of decrypting with them.
#include "protocols/network/ipsec_secrets.h"

#include <gtest/gtest.h>

#include "decode/crafted_frame.h"

namespace wiretale::ipsec {
namespace {

constexpr uint8_t destination[] = {192, 0, 2, 1};

TEST(IpsecSecrets, ReadsAnAssociationForOneAddress) {
  Secrets secrets;
  secrets.read("0x12345678@192.0.2.1 aes128-cbc-hmac96:0x000102030405060708090a0b0c0d0e0f");
  ASSERT_EQ(secrets.associations().size(), 1u);
  const Association& read = secrets.associations()[0];
  EXPECT_FALSE(read.any);
  EXPECT_EQ(read.spi, 0x12345678u);
  EXPECT_EQ(read.destination, Address::four(destination));
  EXPECT_EQ(read.check_length, 12u);
  EXPECT_EQ(read.vector_length, 16u);
  EXPECT_EQ(read.key.size(), 16u);
}

TEST(IpsecSecrets, ReadsSeveralAndAKeyForAll) {
  Secrets secrets;
  secrets.read("256@2001:db8::1 3des-cbc:abcdefghijklmnopqrstuvwx,aes256:0x00\n# a comment\n");
  ASSERT_EQ(secrets.associations().size(), 2u);
  EXPECT_EQ(secrets.associations()[0].spi, 256u);
  EXPECT_EQ(secrets.associations()[0].key.size(), 24u);
  EXPECT_TRUE(secrets.associations()[1].any);
}

TEST(IpsecSecrets, LeavesOutWhatMakesNoKey) {
  Secrets secrets;
  secrets.read(
      "none:0x00,0x100@192.0.2.1 aes128,12@nowhere aes128:0x00,aes128:0x0,ikev2 X 0x00 0x00 a:b aes128:0x00");
  EXPECT_TRUE(secrets.associations().empty());
  EXPECT_TRUE(secrets.exchanges().empty());
}

TEST(IpsecSecrets, ReadsTheKeysOfAnIkev2Exchange) {
  Secrets secrets;
  secrets.read(
      "ikev2 I 0x0001020304050607 0xc02e7a3031a03188 sha1:0x00 aes128:0x3f44bf47cafd8150591deb088199fcbf");
  ASSERT_EQ(secrets.exchanges().size(), 1u);
  EXPECT_TRUE(secrets.exchanges()[0].of_initiator);
  EXPECT_EQ(secrets.exchanges()[0].responder_spi[0], 0xc0);
}

// NIST SP 800-38A F.2.2, the first block of CBC-AES128.Decrypt.
TEST(IpsecSecrets, Decrypts) {
  LineOptions options;
  options.ipsec_secrets = {"aes128:0x2b7e151628aed2a6abf7158809cf4f3c"};
  const std::vector<uint8_t> sealed =
      from_hex("000102030405060708090a0b0c0d0e0f 7649abac8119b246cee98e9b12e9197d");
  Secrets secrets;
  std::vector<uint8_t> opened;
  EXPECT_EQ(secrets.open_esp(options, 1, Address::four(destination), sealed, opened), Opening::opened);
  EXPECT_EQ(opened, from_hex("6bc1bee22e409f96e93d7e117393172a"));
  EXPECT_EQ(secrets.open_esp(options, 1, Address::four(destination), Bytes(sealed).first(8), opened),
            Opening::cut_short);
  EXPECT_EQ(secrets.open_esp(options, 1, Address::four(destination), Bytes(sealed).first(20), opened),
            Opening::failed);
}

}  // namespace
}  // namespace wiretale::ipsec
