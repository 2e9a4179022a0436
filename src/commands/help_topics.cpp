// The pages of `wiretale help TOPIC` that belong to no single command.
#include "commands/help_topics.h"

#include "commands/terminal.h"
#include "outputs/finding_page.h"

namespace wiretale {

namespace {

constexpr std::string_view filters = R"(Two languages of filters, each where its users expect it.

Capture filters (dump, libpcap's language): fast, on addresses, ports and header bytes
  host 10.0.0.5                        to or from an address; net 10.0.0.0/8, ether host 02:00:00:00:00:01
  src host 10.0.0.5 and dst port 443   one direction
  tcp port 443 or udp port 53          protocols: arp ip ip6 tcp udp icmp icmp6 sctp vlan mpls pppoes
  portrange 8000-8099                  several ports;  greater 1000, less 100: by length
  tcp[tcpflags] & (tcp-syn|tcp-rst) != 0                    flags
  icmp[icmptype] == icmp-unreach                            a byte of a header
  udp[8 + 3] & 0x0f == 3                                    NXDOMAIN: DNS begins 8 bytes behind the UDP header
  vlan 10 and tcp port 80              after `vlan`, `mpls` or `pppoes` everything is looked for inside of the tag
  not (port 22 or arp)                 `and` and `or` have the same rank: use parentheses
  Quote the expression for the shell:  wiretale dump -r x.pcap 'tcp port 80 and not host 10.0.0.5'

Display filters (read -Y, Wireshark's language): on every field of every protocol
  tcp.flags.reset == 1                 fields by name; wiretale fields lists them
  dns.flags.rcode != 0 && ip.addr == 10.0.0.0/8             && || ! or and or not
  http.response.code in {500..599}     sets and ranges
  tls.handshake.extensions_server_name contains "example"   contains, matches (a regular expression)
  tcp.analysis.retransmission          a name alone: the field is there

An error shows the place with a caret and says what would be right.
)";

std::string findings() {
  Text text;
  text.put("What wiretale diagnose looks for. The page of one:  wiretale diagnose --explain NAME\n\n");
  write_finding_list(style_of_output(ColourChoice::Auto), text);
  return std::string(text.view());
}

}  // namespace

std::string help_topic(std::string_view name) {
  if (name == "filters") return std::string(filters);
  if (name == "findings") return findings();
  return {};
}

}  // namespace wiretale
