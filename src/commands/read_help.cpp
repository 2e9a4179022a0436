// The help of wiretale read.
#include "commands/read_options.h"

namespace wiretale {

std::string_view read_help() {
  return R"(wiretale read: shows, filters and exports packets, in tshark's language

  wiretale read -r x.pcap                                one line per packet
  wiretale read -r x.pcap -V -c 1                        all fields of the first packet
  wiretale read -r x.pcap -T fields -e ip.src -e ip.dst  two fields as a table
  wiretale read -r x.pcapng -T json                      everything as JSON
  sudo wiretale read -i eth0 -f 'port 53'                packets as they arrive

which packets
  -r FILE         a pcap or pcapng file, also compressed; - is standard input
  -i INTERFACE    captures there until Ctrl-C or a limit; several -i together, any for all
  -f FILTER       with -i: a capture filter, as dump's. Like -s LENGTH, -p, -B MIB, -y TYPE and -I (tcpdump's) it
                  is for the -i in front of it, or for all when it stands before the first
  -D, -L          the interfaces; the link types of -i
  -Y FILTER       those that the display filter matches (also as words behind the options)
  -2 -R FILTER    two passes; -R chooses packets for the second one
  -c N            stops after N packets; -a packets:N too

in which form
  -T FORM         text (default), tabs, fields, json, jsonraw, ek, pdml, psml
  -V              all fields as a tree; -O ip,tcp only of these protocols
  -x              the bytes; --hexdump delimit, noascii
  -P              the summary line too, beside -V, -x or -w
  -e FIELD        a field for -T fields, json, ek or pdml; _ws.col.Info is a column
  -E SETTING      of -T fields: header=y separator=, quote=d occurrence=f aggregator=; escape=n bom=y
  -j 'ip tcp'     only these protocols and fields in json, ek, pdml; -J with all that is below them
  --no-duplicate-keys   arrays instead of equal keys in JSON
  -t FORM         time: r relative, d delta, dd delta displayed, e epoch, a ad adoy absolute, u ud udoy in UTC
  -u hms          seconds as hours, minutes and seconds
  -S WORDS        between packets of -V and -x
  -N mnd          names for addresses in the columns: m Ethernet, n IP by -H FILE, nd by the capture's DNS answers too
  -l              writes after each packet

statistics
  -q -z NAME      a table instead of the packets; -z help lists them. It counts what -Y does not show, too:
                  most take a filter of their own at the end
  -q -z conv,tcp,ip.addr==10.0.0.1     who talked with whom; endpoints,ip: how much each sent and received
  -q -z io,stat,1,tcp.flags.reset==1   packets each second; SUM(frame.len)frame.len and COUNT MIN MAX AVG LOAD too
  -q -z io,phs                         which protocols there are
  --workers N     threads for conv without a filter, 1 to 8 (usual: 1)

how to decode
  -d tcp.port==8888,http     that port's protocol
  --disable-protocol http    leaves a protocol out
  -o NAME:VALUE              a preference: gui.column.format, tcp.relative_sequence_numbers:FALSE, ...

files
  -w FILE         writes the packets; -F pcapng (default), pcap, nsecpcap
  -a CONDITION    stops: filesize:KB, duration:SECONDS, files:N
  -b CONDITION    with -i: a new file each packets:N, filesize:KB, duration:SECONDS; files:N keeps the last N
  --capture-comment WORDS   into the file of -w
  --export-objects http,FOLDER   what HTTP messages carry, as files; tftp too

  -G fields, protocols, column-formats   what there is
  -q, -n, -g, -Q are taken. Exit status: 0, 1 for a wrong command line, 2 for a file that cannot be read.
)";
}

}  // namespace wiretale
