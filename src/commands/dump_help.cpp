// The help texts of wiretale dump.
#include "commands/dump_options.h"

namespace wiretale {

std::string_view dump_short_help() {
  return R"(wiretale dump: print, filter and write packets in tcpdump's language

  wiretale dump -nn -r x.pcap 'tcp port 443 and host 10.0.0.5'    lines of the packets that match
  wiretale dump -r x.pcap -w dns.pcap 'udp port 53'               the same packets into another file
  wiretale dump -nn -ttttt -A -r x.pcap 'tcp port 80'             seconds since the first, with the text

read    -r FILE  -V LIST  -c COUNT  --skip COUNT  -F FILTER-FILE
show    -e link header   -v -vv -vvv more   -q less   -S absolute sequence numbers   -# numbers
        -x -xx hex   -X -XX hex and text   -A -AA text   -T TYPE read payloads as   --count only count
time    -t none   -tt since 1970   -ttt since the previous   -tttt with date   -ttttt since the first   --nano
write   -w FILE (- is stdout)  --print lines too  -U each packet at once
        -C SIZE or -G SECONDS next file   -W COUNT files   -z COMMAND for each full file
check   -d -dd -ddd the compiled filter   -O not optimised   -D interfaces

--help explains every option.
)";
}

std::string_view dump_help() { return dump_short_help(); }

}  // namespace wiretale
