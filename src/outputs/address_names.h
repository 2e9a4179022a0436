// Names of addresses for the packet list (-N, -H): from hosts files and from the DNS answers of the capture.
// Nothing is ever asked of a name server.
#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "packet/tree.h"

namespace wiretale {

class AddressNames {
 public:
  struct Choice {
    bool links = false;     ///< -N m: the well-known addresses of Ethernet
    bool networks = false;  ///< -N n: IP addresses, by hosts files
    bool answers = false;   ///< -N d: and by DNS answers seen so far
  };
  explicit AddressNames(Choice choice) : choice_(choice) {}

  /// Reads lines of an address and its name, as /etc/hosts has them.
  std::expected<void, Error> add_hosts(const std::string& path);
  /// The fields that learn() reads.
  [[nodiscard]] std::vector<const Field*> fields() const;
  /// Takes the addresses of a packet's DNS answers.
  void learn(const FieldTree& tree);
  /// The name of an address as columns show it, or the address itself. Valid until the next call.
  [[nodiscard]] std::string_view name_of(std::string_view address);

 private:
  void add(std::string_view address, std::string_view name);
  Choice choice_;
  std::unordered_map<std::string, std::string> names_;
  std::string key_;
};

}  // namespace wiretale
