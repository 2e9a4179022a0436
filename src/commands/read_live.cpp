// Opening interfaces for wiretale read, and what is said about them.
#include "commands/read_live.h"

#include <csignal>
#include <cstdio>

#include "base/text.h"
#include "capture/probe.h"

namespace wiretale {
namespace {

LiveSource* signalled_source = nullptr;

void stop_capture(int) {
  if (signalled_source != nullptr) signalled_source->stop();
}

void complain(const Error& error) {
  std::fputs(text_of("wiretale read: ", error.what, '\n').c_str(), stderr);
  if (!error.next_step.empty()) std::fputs(text_of("  ", error.next_step, '\n').c_str(), stderr);
}

std::string names_of(const std::vector<Interface>& interfaces) {
  std::string names;
  for (size_t i = 0; i < interfaces.size(); ++i)
    names += text_of(i == 0                       ? ""
                     : i + 1 == interfaces.size() ? " and "
                                                  : ", ",
                     '\'', interfaces[i].name, '\'');
  return names;
}

}  // namespace

std::expected<std::unique_ptr<LiveSource>, Error> open_live(const ReadOptions& options) {
  std::vector<CaptureOptions> devices = options.captures;
  for (CaptureOptions& each : devices) {
    auto name = device_of_word(each.device);
    if (!name) return std::unexpected(name.error());
    each.device = std::move(*name);
  }
  std::vector<std::string> warnings;
  auto source = LiveSource::open(devices, warnings);
  for (const std::string& warning : warnings) complain({warning, ""});
  if (!source) return source;
  signalled_source = source->get();
  struct sigaction action {};
  action.sa_handler = stop_capture;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one ends the program at once
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaction(number, &action, nullptr);
  std::fputs(text_of("Capturing on ", names_of((*source)->interfaces()), '\n').c_str(), stderr);
  return source;
}

void say_captured(LiveSource& source, uint64_t packets) {
  Text text;
  text.put(packets, packets == 1 ? " packet captured\n" : " packets captured\n");
  for (size_t i = 0; i < source.interfaces().size(); ++i)
    if (const uint64_t dropped = source.counts(i).dropped; dropped != 0)
      text.put(dropped, dropped == 1 ? " packet dropped from " : " packets dropped from ",
               source.interfaces()[i].name, '\n');
  std::fwrite(text.view().data(), 1, text.size(), stderr);
  signalled_source = nullptr;
}

int list_interfaces_to_read() {
  const auto devices = list_devices();
  if (!devices) {
    complain(devices.error());
    return 2;
  }
  Text text;
  unsigned number = 0;
  for (const ListedDevice& each : *devices) {
    text.put(++number, ". ", each.name);
    if ((each.flags & PCAP_IF_LOOPBACK) != 0)
      text.append(" (Loopback)");
    else if (!each.description.empty() && each.name != "any")
      text.put(" (", each.description, ')');
    text.append('\n');
  }
  return std::fwrite(text.view().data(), 1, text.size(), stdout) == text.size() ? 0 : 2;
}

int list_link_types_to_read(const ReadOptions& options) {
  const CaptureOptions& device = options.captures.front();
  std::vector<std::string> warnings;
  const auto probe = Probe::open(device, Probe::Purpose::Ask, warnings);
  if (!probe) {
    complain(probe.error());
    return 2;
  }
  Text text;
  text.put("Data link types of interface ", device.device, " (use option -y to set):\n");
  for (const LinkTypeName& each : probe->link_types())
    text.put("  ", each.name, " (", each.description, ")\n");
  return std::fwrite(text.view().data(), 1, text.size(), stdout) == text.size() ? 0 : 2;
}

}  // namespace wiretale
