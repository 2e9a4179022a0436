// Names of ICMP's types and codes, as Wireshark shows them in the tree.
#pragma once
#include "packet/names.h"

namespace wiretale::icmp {

inline constexpr Name type_labels_[] = {
    {0, "Echo (ping) reply"},
    {3, "Destination unreachable"},
    {4, "Source quench (flow control)"},
    {5, "Redirect"},
    {6, "Alternate host address"},
    {8, "Echo (ping) request"},
    {9, "Router advertisement"},
    {10, "Router solicitation"},
    {11, "Time-to-live exceeded"},
    {12, "Parameter problem"},
    {13, "Timestamp request"},
    {14, "Timestamp reply"},
    {15, "Information request"},
    {16, "Information reply"},
    {17, "Address mask request"},
    {18, "Address mask reply"},
    {19, "Reserved (for security)"},
    {30, "Traceroute"},
    {31, "Datagram Conversion Error"},
    {32, "Mobile Host Redirect"},
    {33, "IPv6 Where-Are-You"},
    {34, "IPv6 I-Am-Here"},
    {35, "Mobile Registration Request"},
    {36, "Mobile Registration Reply"},
    {37, "Domain Name Request"},
    {38, "Domain Name Reply"},
    {39, "SKIP"},
    {40, "Photuris"},
    {41, "Experimental mobility protocols"},
    {42, "Extended Echo request"},
    {43, "Extended Echo reply"},
};
inline constexpr Name unreachable_labels_[] = {
    {0, "Network unreachable"},
    {1, "Host unreachable"},
    {2, "Protocol unreachable"},
    {3, "Port unreachable"},
    {4, "Fragmentation needed"},
    {5, "Source route failed"},
    {6, "Destination network unknown"},
    {7, "Destination host unknown"},
    {8, "Source host isolated"},
    {9, "Network administratively prohibited"},
    {10, "Host administratively prohibited"},
    {11, "Network unreachable for TOS"},
    {12, "Host unreachable for TOS"},
    {13, "Communication administratively filtered"},
    {14, "Host precedence violation"},
    {15, "Precedence cutoff in effect"},
};
inline constexpr Name redirect_labels_[] = {{0, "Redirect for network"},
                                            {1, "Redirect for host"},
                                            {2, "Redirect for TOS and network"},
                                            {3, "Redirect for TOS and host"}};
inline constexpr Name alternate_labels_[] = {{0, "Alternate address for host"}};
inline constexpr Name advertisement_labels_[] = {{0, "Normal router advertisement"},
                                                 {16, "Does not route common traffic"}};
inline constexpr Name exceeded_labels_[] = {{0, "Time to live exceeded in transit"},
                                            {1, "Fragment reassembly time exceeded"}};
inline constexpr Name parameter_labels_[] = {
    {0, "Pointer indicates the error"}, {1, "Required option missing"}, {2, "Bad length"}};
inline constexpr Name photuris_labels_[] = {
    {0, "Bad SPI"},           {1, "Authentication Failed"}, {2, "Decompression Failed"},
    {3, "Decryption Failed"}, {4, "Need Authentication"},   {5, "Need Authorization"}};
inline constexpr Name extended_request_labels_[] = {{0, "No error"}};
inline constexpr Name extended_reply_labels_[] = {{0, "No error"},
                                                  {1, "Malformed Query"},
                                                  {2, "No Such Interface"},
                                                  {3, "No Such Table Entry"},
                                                  {4, "Multiple Interfaces Satisfy Query"}};

/// The names of a type's codes; empty for types whose code says nothing.
[[nodiscard]] constexpr Names code_labels(uint8_t message) {
  switch (message) {
    case 3: return unreachable_labels_;
    case 5: return redirect_labels_;
    case 6: return alternate_labels_;
    case 9: return advertisement_labels_;
    case 11: return exceeded_labels_;
    case 12: return parameter_labels_;
    case 40: return photuris_labels_;
    case 42: return extended_request_labels_;
    case 43: return extended_reply_labels_;
    default: return {};
  }
}

}  // namespace wiretale::icmp
