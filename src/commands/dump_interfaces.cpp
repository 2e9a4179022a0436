// tcpdump's -D, -L and -J: what libpcap knows about interfaces.
#include "commands/dump_interfaces.h"

#include <pcap/pcap.h>

#include <cstdio>

#include "base/text.h"
#include "capture/probe.h"
#include "commands/dump_live.h"
#include "commands/dump_setup.h"
#include "decode/dispatch.h"
#include "packet/names.h"

namespace wiretale {
namespace {

constexpr Name states[] = {{PCAP_IF_UP, "Up"},
                           {PCAP_IF_RUNNING, "Running"},
                           {PCAP_IF_LOOPBACK, "Loopback"},
                           {PCAP_IF_WIRELESS, "Wireless"}};
constexpr Name connections[] = {{PCAP_IF_CONNECTION_STATUS_CONNECTED, "Connected"},
                                {PCAP_IF_CONNECTION_STATUS_DISCONNECTED, "Disconnected"}};
constexpr Name associations[] = {{PCAP_IF_CONNECTION_STATUS_CONNECTED, "Associated"},
                                 {PCAP_IF_CONNECTION_STATUS_DISCONNECTED, "Not associated"}};

void append_states(Text& text, uint32_t flags) {
  std::string_view between = " [";
  const auto say = [&](std::string_view word) {
    if (!word.empty()) text.put(between, word), between = ", ";
  };
  for (const Name& state : states)
    if ((flags & state.value) != 0) say(state.text);
  const uint32_t connection = flags & PCAP_IF_CONNECTION_STATUS;
  if (connection != 0)
    say(find_name((flags & PCAP_IF_WIRELESS) != 0 ? associations : connections, connection));
  text.append(between == ", " ? "]" : " [none]");
}

/// Whether lines can be made of a link type's packets.
bool can_print(const std::string& name) {
  const int link_type = link_type_of_name(name);
  return link_type >= 0 &&
         line_dispatch().find(On::LinkType, static_cast<uint16_t>(link_type)) != ProtocolId::None;
}

}  // namespace

int list_interfaces() {
  const auto devices = list_devices();
  if (!devices) return complain_of_dump(with_next_step(devices.error()));
  Text text;
  unsigned number = 0;
  for (const ListedDevice& each : *devices) {
    text.put(++number, '.', each.name);
    if (!each.description.empty()) text.put(" (", each.description, ')');
    append_states(text, each.flags);
    text.append('\n');
  }
  std::fwrite(text.view().data(), 1, text.size(), stdout);
  return 0;
}

int list_link_types(const DumpOptions& options) {
  const auto devices = devices_of(options);
  if (!devices) return complain_of_dump(with_next_step(devices.error()));
  std::vector<std::string> warnings;
  const auto probe = Probe::open(devices->front(), Probe::Purpose::Ask, warnings);
  if (!probe) return complain_of_dump(with_next_step(probe.error()));
  Text text;
  text.put("Data link types for ", devices->front().device, " ",
           options.monitor_mode ? "when in monitor mode " : "", "(use option -y to set):\n");
  for (const LinkTypeName& each : probe->link_types()) {
    if (each.name.empty())
      text.put("  DLT ", each.dlt, " (printing not supported)\n");
    else
      text.put("  ", each.name, " (", each.description, ")",
               can_print(each.name) ? "" : " (printing not supported)", "\n");
  }
  std::fwrite(text.view().data(), 1, text.size(), stderr);
  return 0;
}

int list_time_stamp_types(const DumpOptions& options) {
  const auto devices = devices_of(options);
  if (!devices) return complain_of_dump(with_next_step(devices.error()));
  const std::string& device = devices->front().device;
  const auto types = time_stamp_types(device);
  if (!types) return complain_of_dump(with_next_step(types.error()));
  Text text;
  if (types->empty())
    text.put("Time stamp type cannot be set for ", device, "\n");
  else
    text.put("Time stamp types for ", device, " (use option -j to set):\n");
  for (const TimeStampType& each : *types) text.put("  ", each.name, " (", each.description, ")\n");
  std::fwrite(text.view().data(), 1, text.size(), stderr);
  return 0;
}

}  // namespace wiretale
