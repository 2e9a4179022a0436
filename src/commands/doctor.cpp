// wiretale doctor: what capturing needs on this machine, whether it is there, and the exact fix where it is
// not.
#include <cap-ng.h>
#include <linux/if_packet.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "base/escapes.h"
#include "capture/namespaces.h"
#include "capture/probe.h"
#include "commands/commands.h"

namespace wiretale {
namespace {

constexpr std::string_view help =
    "usage: wiretale doctor [--json] [FOLDER]\n"
    "\n"
    "  wiretale doctor               what capturing needs here, and the fix for what is missing\n"
    "  wiretale doctor /var/tmp      the same for captures that go into /var/tmp\n"
    "  wiretale doctor --json        for programs (schema wiretale/doctor/1)\n"
    "\n"
    "  exit codes  0 all is there, 1 something is missing, 2 usage\n";

struct Check {
  std::string name, found;
  bool fine = true;
  std::string fix;  ///< a command
};

std::string own_path() {
  char path[4096];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  return length > 0 ? std::string(path, static_cast<size_t>(length)) : "wiretale";
}

Check capability(unsigned which, std::string_view name, std::string_view what_for) {
  capng_get_caps_process();
  const bool there = capng_have_capability(CAPNG_EFFECTIVE, which) != 0;
  return {std::string(name), text_of(there ? "there: " : "missing: ", what_for), there,
          which == CAP_SYS_ADMIN ? "sudo " + own_path() + " capture ..."
                                 : "sudo setcap cap_net_raw,cap_net_admin=eip " + own_path()};
}

Check packet_ring() {
  Check check{.name = "packet ring", .found = {}, .fix = {}};
  const int sock = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
  if (sock < 0) {
    check = {"packet ring", "not known without CAP_NET_RAW", false, "sudo wiretale doctor"};
    return check;
  }
  const int version = TPACKET_V3;
  check.fine = setsockopt(sock, SOL_PACKET, PACKET_VERSION, &version, sizeof version) == 0;
  check.found = check.fine ? "the kernel has TPACKET_V3" : "the kernel has no TPACKET_V3";
  check.fix = "a kernel from 3.2 on with CONFIG_PACKET";
  close(sock);
  return check;
}

Check kernel() {
  utsname name{};
  uname(&name);
  return {"kernel", text_of(std::string_view{name.sysname}, ' ', std::string_view{name.release}), true, {}};
}

Check interfaces() {
  const auto all = list_devices();
  std::string names;
  if (all)
    for (const ListedDevice& each : *all)
      if ((each.flags & PCAP_IF_UP) != 0) names += (names.empty() ? "" : ", ") + each.name;
  return {"interfaces", names.empty() ? "none is up" : names, !names.empty(),
          "sudo ip link set INTERFACE up"};
}

Check namespaces() {
  const auto own = NetworkNamespace::own();
  return {"namespaces", own ? own->description() : own.error().what, own.has_value(), "mount /proc"};
}

Check other_processes() {
  const auto first = NetworkNamespace::of_process(1);
  return {"processes", first ? "namespaces of other processes can be opened" : first.error().what,
          first.has_value(), "sudo wiretale doctor"};
}

Check disk(const std::string& folder) {
  struct statvfs disk {};
  if (statvfs(folder.c_str(), &disk) != 0)
    return {"disk", text_of(folder, " is not there"), false, "mkdir -p " + folder};
  const uint64_t free = uint64_t{disk.f_bavail} * disk.f_frsize;
  if (access(folder.c_str(), W_OK) != 0)
    return {"disk", text_of(folder, " cannot be written"), false, "wiretale capture --to FOLDER"};
  return {"disk", text_of(Grouped{free >> 20}, " MiB are free in ", folder), free > uint64_t{2} << 30,
          "capture elsewhere (--to FOLDER), or with --keep-free 100M --file-size 10M"};
}

Check clock_of_stamps() {
  std::ifstream file("/sys/devices/system/clocksource/clocksource0/current_clocksource");
  std::string name;
  std::getline(file, name);
  return {"clock", name.empty() ? "not known" : name, true, {}};
}

std::vector<Check> all_checks(const std::string& folder) {
  return {kernel(),
          capability(CAP_NET_RAW, "CAP_NET_RAW", "to capture"),
          capability(CAP_NET_ADMIN, "CAP_NET_ADMIN", "promiscuous mode, names of devices"),
          capability(CAP_SYS_ADMIN, "CAP_SYS_ADMIN", "to enter network namespaces (capture --netns, --pid)"),
          packet_ring(),
          interfaces(),
          namespaces(),
          other_processes(),
          clock_of_stamps(),
          disk(folder)};
}

void write_json(const std::vector<Check>& checks, Text& text) {
  text.append("{\"schema\":\"wiretale/doctor/1\",\"checks\":[");
  std::string_view between;
  for (const Check& each : checks) {
    text.put(between, "{\"name\":");
    append_json_string(text, each.name);
    text.put(",\"fine\":", each.fine ? "true" : "false", ",\"found\":");
    append_json_string(text, each.found);
    text.append(",\"fix\":");
    append_json_string(text, each.fine ? std::string_view{} : std::string_view{each.fix});
    text.append('}');
    between = ",";
  }
  text.append("]}\n");
}

}  // namespace

int run_doctor(int argc, char** argv) {
  bool json = false;
  std::string folder = ".";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "-h" || word == "--help") return std::fputs(std::string(help).c_str(), stdout) < 0 ? 1 : 0;
    if (word == "--json") {
      json = true;
    } else if (word.starts_with('-')) {
      std::fputs(
          text_of("error: unknown option ", word, "\n  wiretale doctor -h shows the options\n").c_str(),
          stderr);
      return 2;
    } else {
      folder = word;
    }
  }
  const std::vector<Check> checks = all_checks(folder);
  Text text;
  bool fine = true;
  for (const Check& each : checks) {
    fine = fine && each.fine;
    if (json) continue;
    text.put(each.fine ? "  ok  " : "  NO  ", Left{each.name, 15}, each.found, '\n');
    if (!each.fine) text.put("      ", Left{"", 15}, "fix:  ", each.fix, '\n');
  }
  if (json) write_json(checks, text);
  std::fwrite(text.view().data(), 1, text.size(), stdout);
  return fine ? 0 : 1;
}

}  // namespace wiretale
