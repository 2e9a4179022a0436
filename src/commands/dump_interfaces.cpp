// tcpdump's -D: the interfaces, as libpcap knows them.
#include "commands/dump_interfaces.h"

#include <pcap/pcap.h>

#include <cstdio>

#include "base/text.h"
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

}  // namespace

int list_interfaces() {
  pcap_if_t* all = nullptr;
  char error[PCAP_ERRBUF_SIZE];
  if (pcap_findalldevs(&all, error) < 0) {
    std::fprintf(stderr, "wiretale dump: %s\n", error);
    return 1;
  }
  Text text;
  unsigned number = 0;
  for (const pcap_if_t* each = all; each != nullptr; each = each->next) {
    text.put(++number, '.', std::string_view{each->name});
    if (each->description != nullptr) text.put(" (", std::string_view{each->description}, ')');
    append_states(text, each->flags);
    text.append('\n');
  }
  pcap_freealldevs(all);
  std::fwrite(text.view().data(), 1, text.size(), stdout);
  return 0;
}

}  // namespace wiretale
