// The help texts of wiretale dump.
#include "commands/dump_options.h"

namespace wiretale {

std::string_view dump_short_help() {
  return R"(wiretale dump: print, filter and write packets in tcpdump's language

  wiretale dump -nn -r x.pcap 'tcp port 443 and host 10.0.0.5'    lines of the packets that match
  wiretale dump -r x.pcap -w dns.pcap 'udp port 53'               those that match into another file
  sudo wiretale dump -i eth0 'tcp port 443'                       the same of packets as they arrive
  wiretale dump -nn -ttttt -A -r x.pcap 'tcp port 80'             time since the first, with the text

capture -i INTERFACE (any: all)  -Q in|out|inout  -s LENGTH  -B KIB  -p not promiscuous  --immediate-mode
read    -r FILE  -V LIST  -c COUNT  --skip COUNT  -F FILTER-FILE
show    -e link header   -v -vv -vvv more   -q less   -S absolute sequence numbers   -# numbers
        -x -xx hex   -X -XX hex and text   -A -AA text   -T TYPE read payloads as   --count only count
time    -t none   -tt since 1970   -ttt since the previous   -tttt with date   -ttttt since the first   --nano
write   -w FILE (- is stdout)  --print lines too  -U each packet at once
        -C SIZE or -G SECONDS next file   -W COUNT files   --keep-files COUNT the newest   -z COMMAND for each
check   -d -dd -ddd the compiled filter   -O not optimised   -D -L -J interfaces, link types, clocks

--help explains every option.
)";
}

std::string_view dump_help() {
  return R"(usage: wiretale dump [OPTIONS] [-i INTERFACE | -r FILE] [EXPRESSION]

Prints packets, one line each, or writes them to a file: those that an interface sees, until a signal (Ctrl-C) or a
limit ends it, or those of a capture. The options, the expression and the
lines are tcpdump's (4.99), so its manual and your habits apply; names are never looked up, as with -n.
A program link named tcpdump does the same:  ln -s wiretale tcpdump

Capturing
  -i INTERFACE                     capture there; any is all interfaces, 2 the second one of -D; without -i and -r the
                                   first one of -D. Several -i capture together when their link types are the same
  -Q in|out|inout                  only packets that arrive, or that leave
  -p                               not in promiscuous mode
  -s LENGTH                        keep the first LENGTH bytes of each packet
  -B KIB                           the kernel's buffer for packets not taken yet (4096)
  --immediate-mode                 each packet within a millisecond, at the cost of some of the buffer
  -y TYPE                          the link type, where there is a choice; -L lists them
  -j TYPE                          the clock of the time stamps; -J lists them
  -I                               monitor mode of a wireless interface
  Signals: INT, TERM and HUP end it; USR1 shows the counts so far; USR2 writes out what waits.

Reading
  -r FILE                          read packets from FILE (pcap or pcapng, also compressed); - is standard input
  -V LIST                          read the files that LIST names, one on each line; - is standard input
  -c COUNT                         stop after COUNT packets that match (in each file)
  --skip COUNT                     pass over the first COUNT packets that match
  -F FILE                          take the expression from FILE; # begins a comment there

Showing
  -e                               the link header too
  -v, -vv, -vvv                    more of each protocol
  -q                               less
  -t                               no time stamps
  -tt                              seconds since 1970
  -ttt                             time since the line before
  -tttt                            date and time
  -ttttt                           time since the first line
  --nano, --micro                  digits of time stamps; also --time-stamp-precision=nano|micro
  -#, --number                     number the lines
  -x, -xx                          the bytes in hexadecimal; twice: with the link header
  -X, -XX                          in hexadecimal and text
  -A, -AA                          as text
  -S                               absolute TCP sequence numbers
  -K                               do not verify checksums
  -b                               autonomous system numbers as X.Y
  -u                               NFS handles as they are
  -T TYPE                          read TCP or UDP payloads as aodv, carp, cnfp, domain, lmp, pgm, pgm_zmtp1, ptp,
                                   radius, resp, rpc, rtcp, rtp, snmp, someip, tftp, vat, vxlan, wb or zmtp1
  -E SECRET                        decrypt IPsec ESP: [spi@address ]algorithm:secret, or file FILE
  -M SECRET                        check TCP's MD5 signatures
  -g, --lengths                    each packet on one line; lengths of the captured part (tcpdump 5)
  --count                          only the number of packets
  -l                               write out each line at once

Writing
  -w FILE                          write the packets instead of showing them; - is standard output
  --print                          show them too
  -U                               write out each packet at once
  -C SIZE                          begin the next file after SIZE million bytes (or with k, m, g: 1024, 1024^2, ...)
  -G SECONDS                       begin the next file after that time; FILE may hold strftime's %Y, %H ...
  -W COUNT                         with -C: begin again with the first of COUNT files; with -G: end after them
  --keep-files COUNT               with -C or -G: keep the newest COUNT files and delete older ones
  -z COMMAND                       run COMMAND FILE for each full file
  -Z USER                          give up root for USER

Checking
  -d, -dd, -ddd                    show the expression's program: readable, as C, as numbers
  -y TYPE                          the link type for -d without a file or interface (EN10MB)
  -O                               do not optimise the program
  -D, -L, -J                       list the interfaces; the link types and the clocks of one (-i)
  -h, --help, --version

Taken and without meaning: -f -H -m -n -N

Exit code: 0 fine, 1 error (bad option, bad expression, unreadable or damaged file, interface gone), 14 output could not be written.
)";
}

}  // namespace wiretale
