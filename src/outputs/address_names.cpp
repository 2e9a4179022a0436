// Names of addresses.
#include "outputs/address_names.h"

#include <arpa/inet.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "packet/value_text.h"
#include "protocols/field_index.h"

namespace wiretale {
namespace {

constexpr size_t most_names = 100'000;
constexpr std::string_view broadcast = "ff:ff:ff:ff:ff:ff",
                           four_multicast = "01:00:5e:", six_multicast = "33:33:";

/// The text that columns have for an address of any spelling; empty when it is none.
std::string usual_form(const std::string& address) {
  uint8_t bytes[16];
  char text[INET6_ADDRSTRLEN];
  for (const int family : {AF_INET, AF_INET6})
    if (inet_pton(family, address.c_str(), bytes) == 1 &&
        inet_ntop(family, bytes, text, sizeof text) != nullptr)
      return text;
  return {};
}

/// The group's part of a multicast address without leading zero bytes: "7f:ff:fa", "01".
std::string_view group_of(std::string_view bytes) {
  while (bytes.size() > 2 && bytes.starts_with("00:")) bytes.remove_prefix(3);
  return bytes;
}

bool is_one_of(const FieldValue& value, std::span<const Field* const> fields) {
  for (const Field* field : fields)
    if (field == value.field) return true;
  return false;
}

}  // namespace

std::expected<void, Error> AddressNames::add_hosts(const std::string& path) {
  const auto failed = [&] {
    return std::unexpected(Error{text_of("cannot read ", path, ": ", std::strerror(errno)),
                                 "-H takes a file of lines with an address and its name, like /etc/hosts"});
  };
  std::ifstream file(path);
  if (!file) return failed();
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string address, name;
    if (words >> address >> name) add(usual_form(address), name);
  }
  if (file.bad()) return failed();  // a directory can be opened
  return {};
}

void AddressNames::add(std::string_view address, std::string_view name) {
  if (address.empty() || name.empty() || names_.size() >= most_names) return;
  Text safe(64);
  append_label_content(safe, {reinterpret_cast<const uint8_t*>(name.data()), name.size()});
  names_.insert_or_assign(std::string(address), std::string(safe.view()));
}

std::vector<const Field*> AddressNames::fields() const {
  std::vector<const Field*> wanted;
  if (!choice_.networks || !choice_.answers) return wanted;
  for (const std::string_view name : {"dns.resp.name", "dns.a", "dns.aaaa"})
    for (const Field* field : find_fields(name)) wanted.push_back(field);
  return wanted;
}

void AddressNames::learn(const FieldTree& tree) {
  if (!choice_.networks || !choice_.answers) return;
  static const auto owner = find_fields("dns.resp.name"), four = find_fields("dns.a"),
                    six = find_fields("dns.aaaa");
  std::string_view name;
  Text address(48);
  for (const FieldValue& value : tree.values()) {
    if (is_one_of(value, owner)) {
      name = {reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size()};
    } else if (is_one_of(value, four) || is_one_of(value, six)) {
      address.clear();
      append_value(address, value);
      add(address.view(), name);
    }
  }
}

std::string_view AddressNames::name_of(std::string_view address) {
  if (choice_.networks) {
    key_.assign(address);
    if (const auto found = names_.find(key_); found != names_.end()) return found->second;
  }
  if (!choice_.links || address.size() != broadcast.size()) return address;
  if (address == broadcast) return "Broadcast";
  const bool four = address.starts_with(four_multicast);
  if (!four && !address.starts_with(six_multicast)) return address;
  const std::string_view group = address.substr(four ? four_multicast.size() : six_multicast.size());
  key_ = text_of(four ? "IPv4mcast_" : "IPv6mcast_", group_of(group));
  return key_;
}

}  // namespace wiretale
