// The keys that -E names, and what they open: ESP (RFC 4303) and the encrypted payload of IKEv2 (RFC
// 7296 3.14).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/address.h"
#include "packet/line.h"

typedef struct evp_cipher_st EVP_CIPHER;

namespace wiretale::ipsec {

/// One security association with its key.
struct Association {
  bool any = false;  ///< given without SPI and address: for all that no other one is for
  uint32_t spi = 0;
  Address destination{};
  const EVP_CIPHER* cipher = nullptr;
  size_t vector_length = 0;  ///< bytes of the initialization vector before the ciphertext
  size_t check_length = 0;   ///< bytes of the integrity check value after it
  std::vector<uint8_t> key;
};

/// The keys of one direction of an IKEv2 exchange.
struct ExchangeKeys {
  bool of_initiator = false;
  std::array<uint8_t, 8> initiator_spi{}, responder_spi{};
  Association association;
};

/// What may come of opening a packet.
enum class Opening : uint8_t { opened, no_key, failed, cut_short };

/// The user's keys, read from the options when first asked for.
class Secrets : public LineState {
 public:
  /// Decrypts what follows an ESP header; `sealed` begins with the initialization vector.
  Opening open_esp(const LineOptions& options, uint32_t spi, const Address& destination, Bytes sealed,
                   std::vector<uint8_t>& opened);
  /// Decrypts the contents of an encrypted payload; false when there is no key or it does not fit.
  bool open_ikev2(const LineOptions& options, bool from_initiator, const uint8_t* initiator_spi,
                  const uint8_t* responder_spi, Bytes sealed, std::vector<uint8_t>& opened);

  /// Adds the keys that an option's text names: "spi@address cipher:key", "cipher:key", "file NAME",
  /// "ikev2 I|R SPI SPI integrity:key cipher:key", separated by commas or line ends.
  void read(std::string_view text);
  [[nodiscard]] const std::vector<Association>& associations() const { return associations_; }
  [[nodiscard]] const std::vector<ExchangeKeys>& exchanges() const { return exchanges_; }

 private:
  void prepare(const LineOptions& options);
  void read_one(std::string_view text);
  void read_file(std::string_view name);
  void read_exchange(std::string_view text);

  bool prepared_ = false;
  unsigned open_files_ = 0;
  std::vector<Association> associations_;
  std::vector<ExchangeKeys> exchanges_;
};

}  // namespace wiretale::ipsec
