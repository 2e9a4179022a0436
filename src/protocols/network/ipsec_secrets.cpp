// Reading the keys that -E names (tcpdump's syntax), and decrypting with them.
#include "protocols/network/ipsec_secrets.h"

#include <arpa/inet.h>
#include <openssl/evp.h>
#include <strings.h>

#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace wiretale::ipsec {
namespace {

void warn(std::string_view what, std::string_view about) {
  const std::string text = text_of("wiretale: -E: ", what, " \"", about, "\"\n");
  std::fputs(text.c_str(), stderr);
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// The next word, taken from `text`; empty at its end.
std::string_view take_word(std::string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  size_t size = 0;
  while (size < text.size() && !is_space(text[size])) ++size;
  const std::string_view word = text.substr(0, size);
  text.remove_prefix(size);
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return word;
}

bool equal_without_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

bool remove_suffix(std::string_view& text, std::string_view suffix) {
  if (text.size() <= suffix.size() || !text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

bool is_hex(std::string_view text) { return text.starts_with("0x") || text.starts_with("0X"); }

std::optional<std::vector<uint8_t>> hex_bytes(std::string_view digits) {
  std::vector<uint8_t> bytes;
  if (digits.size() % 2 != 0) return std::nullopt;
  for (size_t at = 0; at < digits.size(); at += 2) {
    uint8_t byte = 0;
    const char* end = digits.data() + at + 2;
    const auto [stop, error] = std::from_chars(digits.data() + at, end, byte, 16);
    if (error != std::errc{} || stop != end) return std::nullopt;
    bytes.push_back(byte);
  }
  return bytes;
}

/// "0x6162" in hexadecimal, anything else as it stands.
std::optional<std::vector<uint8_t>> key_bytes(std::string_view text) {
  if (is_hex(text)) return hex_bytes(text.substr(2));
  return std::vector<uint8_t>(text.begin(), text.end());
}

std::optional<uint32_t> number(std::string_view text) {
  const int base = is_hex(text) ? 16 : 10;
  if (base == 16) text.remove_prefix(2);
  uint32_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Address> address(std::string_view text) {
  const std::string name(text);
  uint8_t bytes[16];
  if (inet_pton(AF_INET6, name.c_str(), bytes) == 1) return Address::six(bytes);
  if (inet_pton(AF_INET, name.c_str(), bytes) == 1) return Address::four(bytes);
  return std::nullopt;
}

/// "aes128-cbc-hmac96:0x..." into `association`; false when it makes no key.
bool read_cipher(std::string_view text, Association& association) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) {
    warn("there is no \":\" between cipher and key in", text);
    return false;
  }
  std::string_view name = text.substr(0, colon);
  if (remove_suffix(name, "-hmac96")) association.check_length = 12;
  remove_suffix(name, "-cbc");
  // OpenSSL does not know triple DES by the name that IPsec's users give it.
  const std::string known = name == "3des" ? "des-ede3-cbc" : std::string(name);
  association.cipher = EVP_get_cipherbyname(known.c_str());
  if (association.cipher == nullptr) {
    warn("unknown cipher", name);
    return false;
  }
  association.vector_length = static_cast<size_t>(EVP_CIPHER_get_iv_length(association.cipher));
  std::optional<std::vector<uint8_t>> key = key_bytes(text.substr(colon + 1));
  if (!key) {
    warn("a key in hexadecimal needs pairs of digits:", text.substr(colon + 1));
    return false;
  }
  association.key = std::move(*key);
  return true;
}

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

bool decrypt(const Association& association, Bytes vector, Bytes sealed, std::vector<uint8_t>& opened) {
  const std::unique_ptr<EVP_CIPHER_CTX, FreeContext> context(EVP_CIPHER_CTX_new());
  if (context == nullptr) return false;
  // OpenSSL reads as many bytes as the cipher's key has.
  std::vector<uint8_t> key = association.key;
  key.resize(std::max<size_t>(key.size(), EVP_MAX_KEY_LENGTH));
  if (EVP_DecryptInit_ex(context.get(), association.cipher, nullptr, key.data(), vector.data()) != 1)
    return false;
  EVP_CIPHER_CTX_set_padding(context.get(), 0);
  const int block = EVP_CIPHER_CTX_get_block_size(context.get());
  if (block <= 0 || sealed.size() % static_cast<size_t>(block) != 0) return false;
  opened.resize(sealed.size() + static_cast<size_t>(block));
  int length = 0;
  if (EVP_DecryptUpdate(context.get(), opened.data(), &length, sealed.data(),
                        static_cast<int>(sealed.size())) != 1)
    return false;
  opened.resize(static_cast<size_t>(length));
  return true;
}

/// Takes the integrity check value and the initialization vector off, and decrypts what is left.
Opening open(const Association& association, Bytes sealed, std::vector<uint8_t>& opened) {
  if (sealed.size() < association.check_length) return Opening::cut_short;
  sealed = sealed.first(sealed.size() - association.check_length);
  if (sealed.size() < association.vector_length) return Opening::cut_short;
  const Bytes vector = sealed.first(association.vector_length);
  return decrypt(association, vector, sealed.subspan(association.vector_length), opened) ? Opening::opened
                                                                                         : Opening::failed;
}

}  // namespace

void Secrets::prepare(const LineOptions& options) {
  if (prepared_) return;
  prepared_ = true;
  // As with most options, the last one counts.
  if (!options.ipsec_secrets.empty()) read(options.ipsec_secrets.back());
}

void Secrets::read(std::string_view text) {
  while (!text.empty()) {
    const size_t end = text.find_first_of(",\n");
    const std::string_view one = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    read_one(one);
  }
}

void Secrets::read_one(std::string_view text) {
  const std::string_view first = take_word(text);
  if (first.empty() || first.front() == '#') return;
  if (equal_without_case(first, "file")) return read_file(text);
  if (equal_without_case(first, "ikev2")) return read_exchange(text);
  Association association;
  if (text.empty()) {
    association.any = true;
    if (read_cipher(first, association)) associations_.push_back(std::move(association));
    return;
  }
  const size_t at = first.find('@');
  const std::optional<uint32_t> spi = number(first.substr(0, at));
  const std::optional<Address> destination =
      at == std::string_view::npos ? std::nullopt : address(first.substr(at + 1));
  if (!spi || !destination) return warn("not of the form SPI@ADDRESS:", first);
  association.spi = *spi;
  association.destination = *destination;
  if (read_cipher(text, association)) associations_.push_back(std::move(association));
}

void Secrets::read_file(std::string_view name) {
  constexpr unsigned deepest = 8;
  std::ifstream file{std::string(name)};
  if (!file || open_files_ >= deepest) return warn("cannot read the file", name);
  ++open_files_;
  for (std::string words; std::getline(file, words);) read_one(words);
  --open_files_;
}

void Secrets::read_exchange(std::string_view text) {
  const std::string_view line = text, role = take_word(text);
  ExchangeKeys keys;
  keys.of_initiator = equal_without_case(role, "I");
  const auto spi = [&](std::array<uint8_t, 8>& into) {
    const std::string_view word = take_word(text);
    const auto bytes = is_hex(word) ? hex_bytes(word.substr(2)) : std::nullopt;
    if (!bytes || bytes->size() != into.size()) return false;
    std::ranges::copy(*bytes, into.begin());
    return true;
  };
  if ((!keys.of_initiator && !equal_without_case(role, "R")) || !spi(keys.initiator_spi) ||
      !spi(keys.responder_spi))
    return warn("not of the form ikev2 I|R 0xSPI 0xSPI INTEGRITY:KEY CIPHER:KEY:", line);
  // Only its length matters: what IKEv2 uses is cut to 96 bits (RFC 7296 3.3.2).
  (void)take_word(text);
  keys.association.check_length = 12;
  if (read_cipher(take_word(text), keys.association)) exchanges_.push_back(std::move(keys));
}

Opening Secrets::open_esp(const LineOptions& options, uint32_t spi, const Address& destination, Bytes sealed,
                          std::vector<uint8_t>& opened) {
  prepare(options);
  // The last one given for the same association wins.
  const Association *found = nullptr, *any = nullptr;
  for (const Association& association : associations_) {
    if (association.any)
      any = &association;
    else if (association.spi == spi && association.destination == destination)
      found = &association;
  }
  if (found == nullptr) found = any;
  return found == nullptr ? Opening::no_key : open(*found, sealed, opened);
}

bool Secrets::open_ikev2(const LineOptions& options, bool from_initiator, const uint8_t* initiator_spi,
                         const uint8_t* responder_spi, Bytes sealed, std::vector<uint8_t>& opened) {
  prepare(options);
  for (const ExchangeKeys& keys : exchanges_)
    if (keys.of_initiator == from_initiator &&
        std::memcmp(keys.initiator_spi.data(), initiator_spi, keys.initiator_spi.size()) == 0 &&
        std::memcmp(keys.responder_spi.data(), responder_spi, keys.responder_spi.size()) == 0)
      return open(keys.association, sealed, opened) == Opening::opened;
  return false;
}

}  // namespace wiretale::ipsec
