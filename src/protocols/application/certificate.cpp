// X.509 certificates (RFC 5280), read with a bounded DER reader.
#include "protocols/application/certificate.h"

#include <algorithm>

#include "base/cursor.h"
#include "base/letters.h"

namespace wiretale::certificate {
namespace {

enum Tag : uint8_t {
  Boolean = 1,
  OctetString = 4,
  ObjectId = 6,
  UtcTime = 23,
  GeneralizedTime = 24,
  Sequence = 0x30,
  Set = 0x31,
  Extensions = 0xa3,
  Version = 0xa0
};

struct Value {
  uint8_t tag = 0;
  Bytes content;
  Bytes whole;
};

/// The next value; tag 0 when there is none or it leaves its parent.
Value next(Cursor& in) {
  const Bytes start = in.rest();
  const uint8_t tag = in.u8();
  size_t length = in.u8();
  if ((length & 0x80) != 0) {
    size_t bytes = length & 0x7f;
    if (bytes == 0 || bytes > 4) return {};
    for (length = 0; bytes > 0; --bytes) length = length << 8 | in.u8();
  }
  const Bytes content = in.take(length);
  if (!in.ok()) return {};
  return {tag, content, start.first(start.size() - in.left())};
}

bool is(Bytes bytes, std::initializer_list<uint8_t> expected) {
  return std::equal(bytes.begin(), bytes.end(), expected.begin(), expected.end());
}

std::string text_in(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

/// Days since 1970-01-01 of a date (proleptic Gregorian).
int64_t days_of(int64_t year, int64_t month, int64_t day) {
  year -= month <= 2 ? 1 : 0;
  const int64_t era = year / 400, year_of_era = year - era * 400;
  const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Time time_in(const Value& value) { return read_time(value.tag, value.content); }

/// The common name, else the organization.
std::string name_in(Bytes name) {
  std::string organization;
  Cursor sets(name);
  while (sets.left() > 0) {
    const Value set = next(sets);
    if (set.tag != Set) break;
    Cursor attributes(set.content);
    const Value attribute = next(attributes);
    Cursor parts(attribute.content);
    const Value kind = next(parts), value = next(parts);
    if (is(kind.content, {0x55, 4, 3})) return text_in(value.content);
    if (is(kind.content, {0x55, 4, 10})) organization = text_in(value.content);
  }
  return organization;
}

void read_alternative_names(Bytes content, Certificate& out) {
  constexpr size_t most = 200;
  Cursor outer(content);
  Cursor names(next(outer).content);
  while (names.left() > 0 && out.names.size() + out.addresses.size() < most) {
    const Value name = next(names);
    if (name.tag == 0) break;
    if (name.tag == 0x82) out.names.push_back(text_in(name.content));
    if (name.tag == 0x87 && name.content.size() == 4)
      out.addresses.push_back(Address::four(name.content.data()));
    if (name.tag == 0x87 && name.content.size() == 16)
      out.addresses.push_back(Address::six(name.content.data()));
  }
}

void read_extensions(Bytes content, Certificate& out) {
  Cursor outer(content);
  Cursor extensions(next(outer).content);
  while (extensions.left() > 0) {
    const Value extension = next(extensions);
    if (extension.tag != Sequence) break;
    Cursor parts(extension.content);
    const Value kind = next(parts);
    Value value = next(parts);
    if (value.tag == Boolean) value = next(parts);
    if (is(kind.content, {0x55, 0x1d, 0x11}) && value.tag == OctetString)
      read_alternative_names(value.content, out);
  }
}

/// A host name as it is compared: in lower case, without the root's dot.
std::string plain_name(std::string_view words) {
  std::string result = lower_case(words);
  if (result.ends_with('.')) result.pop_back();
  return result;
}

bool matches(const std::string& pattern, const std::string& host) {
  if (!pattern.starts_with("*.")) return pattern == host;
  const size_t dot = host.find('.');
  return dot != std::string::npos && dot > 0 && host.substr(dot) == pattern.substr(1);
}

}  // namespace

Time read_time(uint8_t tag, Bytes content) {
  const bool general = tag == GeneralizedTime;
  const size_t digits = general ? 14 : 12;
  if (content.size() < digits) return {};
  int64_t pairs[7] = {};
  for (size_t i = 0; i < digits / 2; ++i) {
    const uint8_t high = content[2 * i], low = content[2 * i + 1];
    if (high < '0' || high > '9' || low < '0' || low > '9') return {};
    pairs[i + (general ? 0 : 1)] = (high - '0') * 10 + (low - '0');
  }
  // RFC 5280 4.1.2.5.1: two-digit years from 50 on are 19xx.
  const int64_t year = general ? pairs[0] * 100 + pairs[1] : pairs[1] + (pairs[1] >= 50 ? 1900 : 2000);
  if (year > 2250) return {INT64_MAX};
  const int64_t seconds =
      ((days_of(year, pairs[2], pairs[3]) * 24 + pairs[4]) * 60 + pairs[5]) * 60 + pairs[6];
  return {seconds * 1'000'000'000};
}

bool Certificate::covers(std::string_view host) const {
  const std::string wanted = plain_name(host);
  if (names.empty() && addresses.empty()) return matches(plain_name(subject), wanted);
  for (const Address& address : addresses)
    if (to_string(address) == wanted) return true;
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return matches(plain_name(name), wanted); });
}

std::optional<Certificate> read(Bytes der) {
  Cursor file(der);
  Cursor outer(next(file).content);
  Cursor body(next(outer).content);
  Value value = next(body);
  if (value.tag == Version) value = next(body);  // then the serial number
  (void)next(body);                              // signature algorithm
  const Value issuer = next(body), validity = next(body), subject = next(body);
  (void)next(body);  // public key
  if (issuer.tag != Sequence || validity.tag != Sequence || subject.tag != Sequence) return std::nullopt;
  Certificate out;
  out.issuer = name_in(issuer.content);
  out.subject = name_in(subject.content);
  out.self_issued = std::equal(issuer.content.begin(), issuer.content.end(), subject.content.begin(),
                               subject.content.end());
  Cursor dates(validity.content);
  out.not_before = time_in(next(dates));
  out.not_after = time_in(next(dates));
  while (body.left() > 0) {
    value = next(body);
    if (value.tag == 0) break;
    if (value.tag == Extensions) read_extensions(value.content, out);
  }
  return out;
}

}  // namespace wiretale::certificate
