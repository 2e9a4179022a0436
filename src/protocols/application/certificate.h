// Reading what diagnosis needs of an X.509 certificate (RFC 5280): names and dates, with a bounded DER
// reader.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/address.h"
#include "base/time.h"

namespace wiretale::certificate {

struct Certificate {
  std::string subject, issuer;     ///< common names, or the organization
  std::vector<std::string> names;  ///< DNS names of subjectAltName
  std::vector<Address> addresses;  ///< IP addresses of subjectAltName
  Time not_before, not_after;
  bool self_issued = false;  ///< subject and issuer are equal

  /// Whether the certificate is for this name (RFC 6125: wildcards stand for one label; the common name
  /// counts only when there is no alternative name).
  [[nodiscard]] bool covers(std::string_view host) const;
};

/// Nothing when the bytes are not a whole certificate.
[[nodiscard]] std::optional<Certificate> read(Bytes der);

/// A UTCTime or GeneralizedTime, by its tag (RFC 5280 4.1.2.5); the epoch when it is none.
[[nodiscard]] Time read_time(uint8_t tag, Bytes content);

}  // namespace wiretale::certificate
