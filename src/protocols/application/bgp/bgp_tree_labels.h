// BGP: names of numbers as Wireshark shows them.
#pragma once
#include "packet/names.h"

namespace wiretale::bgp::field {

inline constexpr wiretale::Name type_labels[] = {{1, "OPEN Message"},
                                                 {2, "UPDATE Message"},
                                                 {3, "NOTIFICATION Message"},
                                                 {4, "KEEPALIVE Message"},
                                                 {5, "ROUTE-REFRESH Message"},
                                                 {6, "CAPABILITY Message"},
                                                 {128, "Cisco ROUTE-REFRESH Message"}};

inline constexpr wiretale::Name open_opt_param_type_labels[] = {{1, "Authentication"}, {2, "Capability"}};

inline constexpr wiretale::Name cap_type_labels[] = {{0, "Reserved capability"},
                                                     {1, "Multiprotocol extensions capability"},
                                                     {2, "Route refresh capability"},
                                                     {3, "Cooperative route filtering capability"},
                                                     {4, "Multiple routes to a destination capability"},
                                                     {5, "Extended Next Hop Encoding"},
                                                     {6, "BGP-Extended Message"},
                                                     {7, "BGPsec capability"},
                                                     {8, "Multiple Labels capability"},
                                                     {9, "BGP Role"},
                                                     {64, "Graceful Restart capability"},
                                                     {65, "Support for 4-octet AS number capability"},
                                                     {66, "Deprecated Dynamic Capability (Cisco)"},
                                                     {67, "Support for Dynamic capability"},
                                                     {68, "Multisession BGP Capability"},
                                                     {69, "Support for Additional Paths"},
                                                     {70, "Enhanced route refresh capability"},
                                                     {71, "Long-Lived Graceful Restart (LLGR) Capability"},
                                                     {72, "CP-ORF Capability"},
                                                     {73, "FQDN Capability"},
                                                     {128, "Route refresh capability (Cisco)"},
                                                     {130, "Cooperative route filtering capability (Cisco)"},
                                                     {131, "Multisession BGP Capability (Cisco)"}};

inline constexpr wiretale::Name cap_mp_safi_labels[] = {{0, "Reserved"},
                                                        {1, "Unicast"},
                                                        {2, "Multicast"},
                                                        {3, "Unicast+Multicast (Deprecated)"},
                                                        {4, "Labeled Unicast"},
                                                        {5, "MCAST-VPN"},
                                                        {6, "Multi-Segment Pseudowires"},
                                                        {7, "Encapsulation (Deprecated)"},
                                                        {8, "MCAST-VPLS"},
                                                        {64, "Tunnel (Deprecated)"},
                                                        {65, "VPLS"},
                                                        {66, "Cisco MDT"},
                                                        {67, "4over6"},
                                                        {68, "6over4"},
                                                        {69, "Layer-1 VPN"},
                                                        {70, "EVPN"},
                                                        {71, "BGP-LS"},
                                                        {72, "BGP-LS-VPN"},
                                                        {73, "SR Policy"},
                                                        {74, "SD-WAN"},
                                                        {75, "Routing Policy Distribution"},
                                                        {76, "Classful Transport Planes"},
                                                        {77, "Tunneled Traffic Flowspec"},
                                                        {78, "MCAST-TREE"},
                                                        {128, "Labeled VPN Unicast"},
                                                        {129, "Labeled VPN Multicast"},
                                                        {130, "Labeled VPN Unicast+Multicast (Deprecated)"},
                                                        {132, "Route Target Filter"},
                                                        {133, "Flow Spec Filter"},
                                                        {134, "Flow Spec Filter VPN"},
                                                        {140, "Layer-3 VPN (Deprecated)"}};

inline constexpr wiretale::Name cap_ap_sendreceive_labels[] = {{1, "Receive"}, {2, "Send"}, {3, "Both"}};

inline constexpr wiretale::Name yes_no_labels[] = {{1, "Yes"}, {0, "No"}};

inline constexpr wiretale::Name cap_bgpsec_sendreceive_labels[] = {{0, "Receive"}, {1, "Send"}};

inline constexpr wiretale::Name update_path_attribute_type_code_labels[] = {
    {1, "ORIGIN"},
    {2, "AS_PATH"},
    {3, "NEXT_HOP"},
    {4, "MULTI_EXIT_DISC"},
    {5, "LOCAL_PREF"},
    {6, "ATOMIC_AGGREGATE"},
    {7, "AGGREGATOR"},
    {8, "COMMUNITIES"},
    {9, "ORIGINATOR_ID"},
    {10, "CLUSTER_LIST"},
    {11, "DPA"},
    {12, "ADVERTISER"},
    {13, "RCID_PATH / CLUSTER_ID"},
    {14, "MP_REACH_NLRI"},
    {15, "MP_UNREACH_NLRI"},
    {16, "EXTENDED_COMMUNITIES"},
    {17, "AS4_PATH"},
    {18, "AS4_AGGREGATOR"},
    {19, "SAFI_SPECIFIC_ATTRIBUTE"},
    {20, "Connector Attribute"},
    {21, "AS_PATHLIMIT "},
    {23, "TUNNEL_ENCAPSULATION_ATTRIBUTE"},
    {22, "PMSI_TUNNEL_ATTRIBUTE"},
    {24, "Traffic Engineering"},
    {25, "IPv6 Address Specific Extended Community"},
    {26, "AIGP"},
    {27, "PE Distinguisher Labels"},
    {28, "BGP Entropy Label Capability Attribute"},
    {29, "BGP-LS Attribute"},
    {30, "Deprecated"},
    {31, "Deprecated"},
    {32, "LARGE_COMMUNITY"},
    {33, "BGPsec_PATH"},
    {36, "D_PATH"},
    {40, "BGP Prefix-SID"},
    {99, "LINK_STATE (unofficial code point)"},
    {128, "ATTR_SET"},
    {129, "Deprecated"},
    {241, "Deprecated"},
    {242, "Deprecated"},
    {243, "Deprecated"}};

inline constexpr wiretale::Name update_path_attribute_origin_labels[] = {
    {0, "IGP"}, {1, "EGP"}, {2, "INCOMPLETE"}};

inline constexpr wiretale::Name update_path_attribute_as_path_segment_type_labels[] = {
    {1, "AS_SET"}, {2, "AS_SEQUENCE"}, {4, "AS_CONFED_SET"}, {3, "AS_CONFED_SEQUENCE"}};

inline constexpr wiretale::Name update_path_attribute_community_wellknown_labels[] = {
    {0xffff0000, "GRACEFUL_SHUTDOWN"},
    {0xffff0001, "ACCEPT_OWN"},
    {0xffff029a, "BLACKHOLE"},
    {0xffffff01, "NO_EXPORT"},
    {0xffffff02, "NO_ADVERTISE"},
    {0xffffff03, "NO_EXPORT_SUBCONFED"},
    {0xffffff04, "NOPEER"}};

inline constexpr wiretale::Name ext_com_type_labels[] = {
    {0, "Transitive 2-Octet AS-Specific"},
    {1, "Transitive IPv4-Address-Specific"},
    {2, "Transitive 4-Octet AS-Specific"},
    {3, "Transitive Opaque"},
    {4, "Transitive QoS Marking"},
    {5, "Transitive CoS Capability"},
    {6, "Transitive EVPN"},
    {7, "FlowSpec Transitive"},
    {8, "Transitive Flow spec redirect/mirror to IP next-hop"},
    {9, "Transitive FlowSpec Redirect to indirection-id"},
    {128, "Generic Transitive Experimental Use"},
    {129, "Generic Transitive Experimental Use Part 2"},
    {130, "Generic Transitive Experimental Use Part 3 "},
    {136, "Transitive Experimental EIGRP"},
    {64, "Non-Transitive 2-Octet AS-Specific"},
    {65, "Non-Transitive IPv4-Address-Specific"},
    {66, "Non-Transitive 4-Octet AS-Specific"},
    {67, "Non-Transitive Opaque"},
    {68, "Non-Transitive QoS Marking"}};

inline constexpr wiretale::Name allocated_on_standard_action_early_alloc_labels[] = {
    {1, "Allocated on Standard Action, Early Allocation or Experimental Basis"},
    {0, "Allocated on First Come First Serve Basis"}};

inline constexpr wiretale::Name non_transitive_transitive_labels[] = {{1, "Non-transitive"},
                                                                      {0, "Transitive"}};

inline constexpr wiretale::Name ext_com_stype_tr_as2_labels[] = {
    {2, "Route Target"}, {3, "Route Origin"},      {5, "OSPF Domain Identifier"},  {8, "BGP Data Collection"},
    {9, "Source AS"},    {10, "L2VPN Identifier"}, {16, "Cisco VPN-Distinguisher"}};

inline constexpr wiretale::Name ext_com_stype_ntr_as2_labels[] = {{4, "Link Bandwidth"},
                                                                  {128, "Virtual-Network Identifier"}};

inline constexpr wiretale::Name ext_com_stype_tr_ip4_labels[] = {{2, "Route Target"},
                                                                 {3, "Route Origin"},
                                                                 {5, "OSPF Domain Identifier"},
                                                                 {7, "OSPF Router ID"},
                                                                 {10, "L2VPN Identifier"},
                                                                 {11, "VRF Route Import"},
                                                                 {16, "Cisco VPN-Distinguisher"},
                                                                 {18, "Inter-area P2MP Segmented Next-Hop"}};

inline constexpr wiretale::Name ext_com_stype_tr_as4_labels[] = {
    {2, "Route Target"},          {3, "Route Origin"},           {4, "Generic"},
    {8, "BGP Data Collection"},   {5, "OSPF Domain Identifier"}, {9, "Source AS"},
    {16, "Cisco VPN Identifier"}, {19, "Route-Target Record"}};

inline constexpr wiretale::Name ext_com_stype_ntr_as4_labels[] = {{4, "Generic"}};

inline constexpr wiretale::Name ext_com_stype_tr_opaque_labels[] = {
    {1, "Cost"}, {6, "OSPF Route Type"}, {11, "Color"}, {12, "Encapsulation"}, {13, "Default Gateway"}};

inline constexpr wiretale::Name ext_com_stype_ntr_opaque_labels[] = {{1, "Cost"},
                                                                     {0, "BGP Origin Validation state"}};

inline constexpr wiretale::Name ext_com_stype_tr_evpn_labels[] = {{0, "MAC Mobility"},
                                                                  {1, "ESI MPLS Label"},
                                                                  {2, "ES Import"},
                                                                  {3, "EVPN Router's MAC"},
                                                                  {4, "Layer 2 Attributes"},
                                                                  {5, "E-Tree"},
                                                                  {6, "DF Election"},
                                                                  {7, "I-SID"},
                                                                  {8, "ND"},
                                                                  {9, "Multicast Flags Extended Community"},
                                                                  {10, "EVI-RT Type 0 Extended Community"},
                                                                  {11, "EVI-RT Type 1 Extended Community"},
                                                                  {12, "EVI-RT Type 2 Extended Community"},
                                                                  {13, "EVI-RT Type 3 Extended Community"},
                                                                  {14, "EVPN Attachment Circuit"}};

inline constexpr wiretale::Name ext_com_stype_tr_exp_labels[] = {{0, "OSPF Route Type"},
                                                                 {1, "OSPF Router ID"},
                                                                 {4, "Security Group"},
                                                                 {5, "OSPF Domain Identifier"},
                                                                 {6, "Flow spec traffic-rate"},
                                                                 {7, "Flow spec traffic-action"},
                                                                 {8, "Flow spec redirect AS 2 bytes"},
                                                                 {9, "Flow spec traffic-remarking"},
                                                                 {10, "Layer2 Info"},
                                                                 {11, "E-Tree Info"},
                                                                 {132, "Tag"},
                                                                 {133, "Origin Sub-Cluster"}};

inline constexpr wiretale::Name ext_com_tunnel_type_labels[] = {
    {0, "Reserved"},
    {1, "L2TPv3 over IP"},
    {2, "GRE"},
    {3, "Transmit tunnel endpoint"},
    {4, "IPsec in Tunnel-mode"},
    {5, "IP in IP tunnel with IPsec Transport Mode"},
    {6, "MPLS-in-IP tunnel with IPsec Transport Mode"},
    {7, "IP in IP"},
    {8, "VXLAN Encapsulation"},
    {9, "NVGRE Encapsulation"},
    {10, "MPLS Encapsulation"},
    {11, "MPLS in GRE Encapsulation"},
    {12, "VxLAN GPE Encapsulation"},
    {13, "MPLS in UDP Encapsulation"}};

inline constexpr wiretale::Name update_attribute_aigp_type_labels[] = {{1, "Type AIGP TLV"}};

inline constexpr wiretale::Name route_refresh_subtype_labels[] = {
    {0, "Normal route refresh request [RFC2918] with/without ORF [RFC5291]"},
    {1, "Demarcation of the beginning of a route refresh"},
    {2, "Demarcation of the ending of a route refresh"}};

inline constexpr wiretale::Name notify_major_error_labels[] = {
    {1, "Message Header Error"},    {2, "OPEN Message Error"},         {3, "UPDATE Message Error"},
    {4, "Hold Timer Expired"},      {5, "Finite State Machine Error"}, {6, "Cease"},
    {7, "CAPABILITY Message Error"}};

inline constexpr wiretale::Name notify_minor_error_labels[] = {
    {1, "Connection Not Synchronized"}, {2, "Bad Message Length"}, {3, "Bad Message Type"}};

inline constexpr wiretale::Name notify_minor_error_open_labels[] = {
    {1, "Unsupported Version Number"},
    {2, "Bad Peer AS"},
    {3, "Bad BGP Identifier"},
    {4, "Unsupported Optional Parameter"},
    {5, "Authentication Failure [Deprecated]"},
    {6, "Unacceptable Hold Time"},
    {7, "Unsupported Capability"},
    {8, "No supported AFI/SAFI (Cisco)"}};

inline constexpr wiretale::Name notify_minor_error_update_labels[] = {
    {1, "Malformed Attribute List"},
    {2, "Unrecognized Well-known Attribute"},
    {3, "Missing Well-known Attribute"},
    {4, "Attribute Flags Error"},
    {5, "Attribute Length Error"},
    {6, "Invalid ORIGIN Attribute"},
    {7, "AS Routing Loop [Deprecated]"},
    {8, "Invalid NEXT_HOP Attribute"},
    {9, "Optional Attribute Error"},
    {10, "Invalid Network Field"},
    {11, "Malformed AS_PATH"}};

inline constexpr wiretale::Name notify_minor_error_state_labels[] = {
    {1, "Receive Unexpected Message in OpenSent State"},
    {2, "Receive Unexpected Message in OpenConfirm State"},
    {3, "Receive Unexpected Message in Established State"}};

inline constexpr wiretale::Name notify_minor_error_cease_labels[] = {
    {1, "Maximum Number of Prefixes Reached"},
    {2, "Administratively Shutdown"},
    {3, "Peer De-configured"},
    {4, "Administratively Reset"},
    {5, "Connection Rejected"},
    {6, "Other Configuration Change"},
    {7, "Connection Collision Resolution"},
    {8, "Out of Resources"},
    {9, "Hard Reset"}};

inline constexpr wiretale::Name notify_minor_error_capability_labels[] = {{1, "Invalid Action Value"},
                                                                          {2, "Invalid Capability Length"},
                                                                          {3, "Malformed Capability Value"},
                                                                          {4, "Unsupported Capability Code"}};

inline constexpr wiretale::Name evpn_nlri_rt_labels[] = {
    {1, "Ethernet AD Route"},         {2, "MAC Advertisement Route"},
    {3, "Inclusive Multicast Route"}, {4, "Ethernet Segment Route"},
    {5, "IP Prefix route"},           {6, "Selective Multicast Ethernet Tag Route"},
    {7, "IGMP Join Synch Route"},     {8, "IGMP Leave Synch Route"},
    {10, "S-PMSI A-D Route"}};

inline constexpr wiretale::Name evpn_nlri_esi_type_labels[] = {
    {0, "ESI 9 bytes value"}, {1, "ESI LACP 802.1AX defined"},
    {2, "ESI MSTP defined"},  {3, "ESI MAC address defined"},
    {4, "ESI Router ID"},     {5, "ESI Autonomous System"},
    {255, "ESI reserved"}};

}  // namespace wiretale::bgp::field
