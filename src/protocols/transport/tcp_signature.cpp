// The TCP MD5 signature option (RFC 2385): what the digest should be.
#include "protocols/transport/tcp_signature.h"

#include <openssl/evp.h>

#include <cstring>
#include <memory>

namespace wiretale {

std::optional<TcpDigest> tcp_digest(const NetworkHeader& network, View segment, std::string_view secret) {
  constexpr size_t fixed_header = 20, checksum_at = 16;
  constexpr uint8_t tcp = 6;
  const size_t length = segment.length();
  if (network.version == NetworkHeader::None || network.source == nullptr || !segment.has(0, length) ||
      length < fixed_header)
    return std::nullopt;
  const size_t header = segment.u8(12) / 16 * size_t{4};
  if (header < fixed_header || header > length) return std::nullopt;

  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> state(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (state == nullptr || EVP_DigestInit_ex(state.get(), EVP_md5(), nullptr) != 1) return std::nullopt;
  const auto add = [&](const void* bytes, size_t count) { EVP_DigestUpdate(state.get(), bytes, count); };
  // The pseudo-header has the length in two bytes for IPv4, in four for IPv6.
  const bool four = network.version == NetworkHeader::Four;
  add(network.source, four ? 4 : 16);
  add(network.destination, four ? 4 : 16);
  const auto high = static_cast<uint8_t>(length >> 8), low = static_cast<uint8_t>(length);
  const uint8_t tail_four[] = {0, tcp, high, low};
  const uint8_t tail_six[] = {0, 0, high, low, 0, 0, 0, tcp};
  add(four ? tail_four : tail_six, four ? sizeof tail_four : sizeof tail_six);
  // The header counts without its options and with a checksum of 0.
  std::array<uint8_t, fixed_header> fixed{};
  std::memcpy(fixed.data(), segment.at_least(0, fixed_header), fixed_header);
  fixed[checksum_at] = fixed[checksum_at + 1] = 0;
  add(fixed.data(), fixed.size());
  add(segment.at_least(header, length - header), length - header);
  add(secret.data(), secret.size());
  TcpDigest digest{};
  unsigned size = 0;
  EVP_DigestFinal_ex(state.get(), digest.data(), &size);
  return digest;
}

}  // namespace wiretale
