// DHCP: names of numbers as Wireshark shows them.
#pragma once
#include "packet/names.h"

namespace wiretale::dhcp::field {

inline constexpr wiretale::Name type_labels[] = {{1, "Boot Request"}, {2, "Boot Reply"}};

inline constexpr wiretale::Name flags_bc_labels[] = {{1, "Broadcast"}, {0, "Unicast"}};

inline constexpr wiretale::Name fqdn_s_labels[] = {{1, "Server"}, {0, "Client"}};

inline constexpr wiretale::Name fqdn_o_labels[] = {{1, "Override"}, {0, "No override"}};

inline constexpr wiretale::Name fqdn_e_labels[] = {{1, "Binary encoding"}, {0, "ASCII encoding"}};

inline constexpr wiretale::Name fqdn_n_labels[] = {{1, "No server updates"}, {0, "Some server updates"}};

inline constexpr wiretale::Name client_id_duid_type_labels[] = {
    {1, "link-layer address plus time"},
    {2, "assigned by vendor based on Enterprise number"},
    {3, "link-layer address"}};

inline constexpr wiretale::Name option_value_bool_labels[] = {{1, "True"}, {0, "False"}};

inline constexpr wiretale::Name option_ip_forwarding_labels[] = {{1, "Enabled"}, {0, "Disabled"}};

inline constexpr wiretale::Name option_all_subnets_are_local_labels[] = {{1, "Yes"}, {0, "No"}};

inline constexpr wiretale::Name option_netbios_over_tcpip_node_type_labels[] = {
    {1, "B-node"}, {2, "P-node"}, {4, "M-node"}, {8, "H-node"}};

inline constexpr wiretale::Name option_option_overload_labels[] = {
    {1, "Boot file name holds options"},
    {2, "Server host name holds options"},
    {3, "Boot file and server host names hold options"}};

inline constexpr wiretale::Name option_dhcp_labels[] = {{1, "Discover"},
                                                        {2, "Offer"},
                                                        {3, "Request"},
                                                        {4, "Decline"},
                                                        {5, "ACK"},
                                                        {6, "NAK"},
                                                        {7, "Release"},
                                                        {8, "Inform"},
                                                        {9, "Force Renew"},
                                                        {10, "Lease query"},
                                                        {11, "Lease Unassigned"},
                                                        {12, "Lease Unknown"},
                                                        {13, "Lease Active"},
                                                        {14, "Bulk Lease Query"},
                                                        {15, "Lease Query Done"},
                                                        {16, "Active LeaseQuery"},
                                                        {17, "Lease Query Status"},
                                                        {18, "TLS"}};

inline constexpr wiretale::Name option_agent_information_option_suboption_labels[] = {
    {0, "Padding"},
    {1, "Agent Circuit ID"},
    {2, "Agent Remote ID"},
    {3, "Reserved"},
    {4, "DOCSIS Device Class"},
    {5, "Link selection"},
    {6, "Subscriber ID"},
    {7, "RADIUS Attributes"},
    {8, "Authentication"},
    {9, "Vendor-Specific Information"},
    {10, "Flags"},
    {11, "Server ID Override"},
    {12, "Relay Agent Identifier"},
    {13, "Access Technology Type"},
    {14, "Access Network Name"},
    {15, "Access Point Name"},
    {16, "Access Point BSSID"},
    {17, "Access Network Operator ID"},
    {18, "Access Network Operator Realm"},
    {19, "Source Port"},
    {150, "Link selection (Cisco proprietary)"},
    {151, "VRF name/VPN ID"},
    {152, "Server ID Override (Cisco proprietary)"}};

inline constexpr wiretale::Name option_client_system_architecture_labels[] = {
    {0, "IA x86 PC"},
    {1, "NEC/PC98"},
    {2, "IA64 PC"},
    {3, "DEC Alpha"},
    {4, "ArcX86"},
    {5, "Intel Lean Client"},
    {6, "EFI IA32"},
    {7, "EFI x64"},
    {8, "EFI Xscale"},
    {9, "EFI BC"},
    {10, "ARM 32-bit UEFI"},
    {11, "ARM 64-bit UEFI"},
    {12, "PowerPC Open Firmware"},
    {13, "PowerPC ePAPR"},
    {14, "POWER OPAL v3"},
    {15, "x86 UEFI HTTP"},
    {16, "x64 UEFI HTTP"},
    {17, "EBC UEFI HTTP"},
    {18, "ARM 32-bit UEFI HTTP"},
    {19, "ARM 64-bit UEFI HTTP"},
    {20, "PC/AT HTTP"},
    {21, "ARM 32-bit uboot"},
    {22, "ARM 64-bit uboot"},
    {23, "ARM 32-bit uboot HTTP"},
    {24, "ARM 64-bit uboot HTTP"},
    {25, "RISC-V 32-bit UEFI"},
    {26, "RISC-V 32-bit UEFI HTTP"},
    {27, "RISC-V 64-bit UEFI"},
    {28, "RISC-V 64-bit UEFI HTTP"},
    {29, "RISC-V 128-bit UEFI"},
    {30, "RISC-V 128-bit UEFI HTTP"},
    {31, "s390 Basic"},
    {32, "s390 Extended"}};

inline constexpr wiretale::Name option_dhcp_auto_configuration_labels[] = {{0, "DoNotAutoConfigure"},
                                                                           {1, "AutoConfigure"}};

inline constexpr wiretale::Name option_forcerenew_nonce_algorithm_labels[] = {{1, "HMAC-MD5"}};

inline constexpr wiretale::Name option_bulk_lease_dhcp_state_labels[] = {
    {1, "Available"}, {2, "Active"}, {3, "Expired"}, {4, "Released"},
    {5, "Abandoned"}, {6, "Reset"},  {7, "Remote"},  {8, "Transitioning"}};

inline constexpr wiretale::Name option_bulk_lease_data_source_labels[] = {{1, "Remote"}, {0, "Local"}};

}  // namespace wiretale::dhcp::field
