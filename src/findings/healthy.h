// Healthy twins: who used a service without a fault while somebody else had one.
#pragma once
#include <map>

#include "findings/facts.h"

namespace wiretale {

class HealthyTwins {
 public:
  explicit HealthyTwins(std::span<const Attempt> attempts);
  /// The client that used the service of `ends` most often without a fault; another one than that of `ends`
  /// where there is one. Count 0: there is none, or it would not tell anything about this kind.
  [[nodiscard]] Healthy of(Kind kind, const Ends& ends) const;

 private:
  struct Service {
    Address server;
    uint32_t vni;
    uint16_t port;
    auto operator<=>(const Service&) const = default;
  };
  /// One client of a service: its connections, and those of them without a fault.
  struct Client {
    Healthy connected, healthy;
  };
  std::map<Service, std::map<Address, Client>> services_;
};

}  // namespace wiretale
