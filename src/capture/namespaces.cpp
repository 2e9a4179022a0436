// Finding network namespaces in /run/netns and /proc.
#include "capture/namespaces.h"

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>
#include <utility>

#include "base/text.h"

namespace wiretale {
namespace {

namespace fs = std::filesystem;

/// "net:[4026531840]" behind a link of /proc; empty when it cannot be read.
std::string target_of(const std::string& link) {
  char target[64];
  const ssize_t length = readlink(link.c_str(), target, sizeof target);
  return length > 0 ? std::string(target, static_cast<size_t>(length)) : "";
}

std::vector<int> processes() {
  std::vector<int> pids;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator("/proc", problem)) {
    const std::string name = entry.path().filename();
    int pid = 0;
    const auto [end, wrong] = std::from_chars(name.data(), name.data() + name.size(), pid);
    if (wrong == std::errc{} && end == name.data() + name.size()) pids.push_back(pid);
  }
  return pids;
}

std::string link_of(int pid) { return text_of("/proc/", pid, "/ns/net"); }

std::string name_of(int pid) {
  std::ifstream file(text_of("/proc/", pid, "/comm"));
  std::string name;
  std::getline(file, name);
  return name;
}

}  // namespace

std::expected<NetworkNamespace, Error> NetworkNamespace::open(const std::string& path,
                                                              const std::string& words) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) {
    const std::string target = target_of(text_of("/proc/self/fd/", descriptor));
    return NetworkNamespace(descriptor,
                            target.starts_with("net:") ? text_of(words, " (", target, ')') : words);
  }
  const int error = errno;
  std::string next_step = error == EACCES || error == EPERM ? "run the same command with sudo"
                          : path.starts_with("/run/netns/") ? "ip netns list  shows the names"
                                                            : "";
  return std::unexpected(Error{text_of("cannot open ", words, ": ", std::string_view{std::strerror(error)}),
                               std::move(next_step)});
}

std::expected<NetworkNamespace, Error> NetworkNamespace::of_name(const std::string& name) {
  if (name.starts_with("inode:")) {
    const std::string wanted = text_of("net:[", std::string_view{name}.substr(6), ']');
    for (const int pid : processes())
      if (target_of(link_of(pid)) == wanted) return open(link_of(pid), "network namespace");
    return std::unexpected(
        Error{text_of("no process is in a network namespace ", name), "lsns -t net  lists them"});
  }
  const bool is_path = name.find('/') != std::string::npos;
  return open(is_path ? name : "/run/netns/" + name, text_of("network namespace ", name));
}

std::expected<NetworkNamespace, Error> NetworkNamespace::of_process(int pid) {
  return open(link_of(pid), text_of("the network namespace of process ", pid, ' ', name_of(pid)));
}

std::expected<NetworkNamespace, Error> NetworkNamespace::of_process_name(const std::string& name) {
  std::map<std::string, int> found;  // namespaces, each with one process
  for (const int pid : processes())
    if (name_of(pid) == name.substr(0, 15))  // the kernel keeps 15 characters
      if (std::string target = target_of(link_of(pid)); !target.empty())
        found.emplace(std::move(target), pid);
  if (found.empty())
    return std::unexpected(
        Error{text_of("no process is called ", name), "ps -e  lists them; --pid takes a number"});
  if (found.size() == 1) return of_process(found.begin()->second);
  std::string pids;
  for (const auto& [target, pid] : found) pids += text_of(' ', pid);
  return std::unexpected(
      Error{text_of("processes called ", name, " are in ", found.size(), " network namespaces"),
            "choose one with --pid, for example of" + pids});
}

std::expected<NetworkNamespace, Error> NetworkNamespace::own() {
  return open("/proc/self/ns/net", "the network namespace of this shell");
}

NetworkNamespace::NetworkNamespace(NetworkNamespace&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), description_(std::move(other.description_)) {}

NetworkNamespace::~NetworkNamespace() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::expected<void, Error> NetworkNamespace::run(const std::function<void()>& action) const {
  int error = 0;
  std::thread inside([&] {
    // The namespace it is in already needs no right to enter.
    const bool is_here =
        target_of("/proc/thread-self/ns/net") == target_of(text_of("/proc/self/fd/", descriptor_));
    if (!is_here && setns(descriptor_, CLONE_NEWNET) != 0)
      error = errno;
    else
      action();
  });
  inside.join();
  if (error == 0) return {};
  return std::unexpected(
      Error{text_of("cannot enter ", description_, ": ", std::string_view{std::strerror(error)}),
            "entering needs CAP_SYS_ADMIN: run the same command with sudo"});
}

TrafficTable::~TrafficTable() {
  if (descriptor_ >= 0) close(descriptor_);
}

void TrafficTable::open() { descriptor_ = ::open("/proc/thread-self/net/dev", O_RDONLY | O_CLOEXEC); }

std::vector<InterfaceTraffic> TrafficTable::read() const {
  std::string text;
  char piece[4096];
  if (descriptor_ >= 0 && lseek(descriptor_, 0, SEEK_SET) == 0)
    for (ssize_t size; (size = ::read(descriptor_, piece, sizeof piece)) > 0;)
      text.append(piece, static_cast<size_t>(size));
  std::istringstream file(text);
  std::vector<InterfaceTraffic> all;
  for (std::string line; std::getline(file, line);) {
    const size_t colon = line.find(':');
    if (colon == std::string::npos) continue;
    // Received: bytes packets ...; sent: the ninth and tenth number.
    std::istringstream numbers(line.substr(colon + 1));
    std::vector<uint64_t> values;
    for (uint64_t value; numbers >> value;) values.push_back(value);
    if (values.size() < 10) continue;
    const size_t begin = line.find_first_not_of(' ');
    all.push_back({line.substr(begin, colon - begin), values[1] + values[9]});
  }
  return all;
}

}  // namespace wiretale
