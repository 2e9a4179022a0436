// Network namespaces: finding the one of a name, a process or a number, and doing things inside.
#pragma once
#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "base/error.h"

namespace wiretale {

/// An open network namespace.
class NetworkNamespace {
 public:
  /// NAME of `ip netns`, a path, or inode:NUMBER as `lsns` and /proc/PID/ns/net show it.
  [[nodiscard]] static std::expected<NetworkNamespace, Error> of_name(const std::string& name);
  [[nodiscard]] static std::expected<NetworkNamespace, Error> of_process(int pid);
  /// Of the processes with this name, which all have to be in the same one.
  [[nodiscard]] static std::expected<NetworkNamespace, Error> of_process_name(const std::string& name);
  /// The one that the program is in.
  [[nodiscard]] static std::expected<NetworkNamespace, Error> own();
  ~NetworkNamespace();
  NetworkNamespace(NetworkNamespace&& other) noexcept;
  NetworkNamespace& operator=(NetworkNamespace&&) = delete;

  /// Runs an action in a thread that is inside; sockets that it opens stay there.
  [[nodiscard]] std::expected<void, Error> run(const std::function<void()>& action) const;
  /// "network namespace blue (net:[4026532281])", for people.
  [[nodiscard]] const std::string& description() const { return description_; }

 private:
  NetworkNamespace(int descriptor, std::string description)
      : descriptor_(descriptor), description_(std::move(description)) {}
  static std::expected<NetworkNamespace, Error> open(const std::string& path, const std::string& words);
  int descriptor_;
  std::string description_;
};

/// Packets that an interface received and sent so far.
struct InterfaceTraffic {
  std::string name;
  uint64_t packets = 0;
};
/// The counters of a namespace: opened inside, read from anywhere and without rights.
class TrafficTable {
 public:
  TrafficTable() = default;
  ~TrafficTable();
  TrafficTable(const TrafficTable&) = delete;
  TrafficTable& operator=(const TrafficTable&) = delete;
  /// Of the calling thread's namespace.
  void open();
  [[nodiscard]] std::vector<InterfaceTraffic> read() const;

 private:
  int descriptor_ = -1;
};

}  // namespace wiretale
