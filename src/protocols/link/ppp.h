// Names and the printer that PPP's parts share.
#pragma once
#include "packet/line.h"

namespace wiretale::ppp {

enum ProtocolNumber : uint16_t {
  ip = 0x0021,
  osi = 0x0023,
  ipx = 0x002b,
  uncompressed_tcp = 0x002f,
  multilink = 0x003d,
  ipv6 = 0x0057,
  compressed = 0x00fd,
  mpls_unicast = 0x0281,
  mpls_multicast = 0x0283,
  ipcp = 0x8021,
  osicp = 0x8023,
  ipv6cp = 0x8057,
  ccp = 0x80fd,
  mplscp = 0x8281,
  lcp = 0xc021,
  pap = 0xc023,
  bacp = 0xc02b,
  bap = 0xc02d,
  chap = 0xc223
};

inline constexpr Name protocol_name_table[] = {
    {ip, "IP"},
    {0x0025, "NS"},
    {osi, "OSI"},
    {0x0027, "DECNET"},
    {0x0029, "APPLE"},
    {ipx, "IPX"},
    {0x002d, "VJC IP"},
    {uncompressed_tcp, "VJNC IP"},
    {0x0031, "BRPDU"},
    {0x0033, "STII"},
    {0x0035, "VINES"},
    {multilink, "MLPPP"},
    {ipv6, "IP6"},
    {compressed, "Compressed"},
    {0x0201, "HELLO"},
    {0x0231, "LUXCOM"},
    {0x0233, "SNS"},
    {mpls_unicast, "MPLS"},
    {mpls_multicast, "MPLS"},
    {ipcp, "IPCP"},
    {osicp, "OSICP"},
    {0x8025, "NSCP"},
    {0x8027, "DECNETCP"},
    {0x8029, "APPLECP"},
    {0x802b, "IPXCP"},
    {0x8033, "STIICP"},
    {0x8035, "VINESCP"},
    {ipv6cp, "IP6CP"},
    {ccp, "CCP"},
    {mplscp, "MPLSCP"},
    {lcp, "LCP"},
    {pap, "PAP"},
    {0xc025, "LQM"},
    {0xc027, "SPAP"},
    {bacp, "BACP"},
    {bap, "BAP"},
    {0xc03d, "MLPPP-CP"},
    {chap, "CHAP"},
    {0xc227, "EAP"},
};
inline constexpr Names protocol_names = protocol_name_table;

/// Prints what follows the protocol field, with which `from_protocol` begins.
void print_payload(Line& line, uint16_t protocol, View payload, View from_protocol);

/// Prints a packet of one of the control protocols (LCP, the network control protocols, CCP, BACP); `in`
/// begins with PPP's protocol field.
void print_control(Line& line, uint16_t protocol, View in);
/// The options of a control protocol's Configure packets, as far as they are known: at -v.
[[nodiscard]] std::string_view vendor_name(uint32_t organization);
void print_options(Line& line, uint16_t protocol, View in);
/// Authentication: passwords (RFC 1334) and challenges (RFC 1994).
void print_pap(Line& line, View in);
void print_chap(Line& line, View in);

}  // namespace wiretale::ppp
