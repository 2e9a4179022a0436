// OSPF: names of numbers as Wireshark shows them.
#pragma once
#include "packet/names.h"

namespace wiretale::ospf::field {

inline constexpr wiretale::Name msg_labels[] = {
    {1, "Hello Packet"}, {2, "DB Description"}, {3, "LS Request"}, {4, "LS Update"}, {5, "LS Acknowledge"}};

inline constexpr wiretale::Name auth_type_labels[] = {
    {0, "Null"}, {1, "Simple password"}, {2, "Cryptographic"}};

inline constexpr wiretale::Name instance_id_labels[] = {
    {0, "IPv6 unicast AF"},     {1, "IPv6 unicast AF"},     {2, "IPv6 unicast AF"},
    {3, "IPv6 unicast AF"},     {4, "IPv6 unicast AF"},     {5, "IPv6 unicast AF"},
    {6, "IPv6 unicast AF"},     {7, "IPv6 unicast AF"},     {8, "IPv6 unicast AF"},
    {9, "IPv6 unicast AF"},     {10, "IPv6 unicast AF"},    {11, "IPv6 unicast AF"},
    {12, "IPv6 unicast AF"},    {13, "IPv6 unicast AF"},    {14, "IPv6 unicast AF"},
    {15, "IPv6 unicast AF"},    {16, "IPv6 unicast AF"},    {17, "IPv6 unicast AF"},
    {18, "IPv6 unicast AF"},    {19, "IPv6 unicast AF"},    {20, "IPv6 unicast AF"},
    {21, "IPv6 unicast AF"},    {22, "IPv6 unicast AF"},    {23, "IPv6 unicast AF"},
    {24, "IPv6 unicast AF"},    {25, "IPv6 unicast AF"},    {26, "IPv6 unicast AF"},
    {27, "IPv6 unicast AF"},    {28, "IPv6 unicast AF"},    {29, "IPv6 unicast AF"},
    {30, "IPv6 unicast AF"},    {31, "IPv6 unicast AF"},    {32, "IPv6 multicast AF"},
    {33, "IPv6 multicast AF"},  {34, "IPv6 multicast AF"},  {35, "IPv6 multicast AF"},
    {36, "IPv6 multicast AF"},  {37, "IPv6 multicast AF"},  {38, "IPv6 multicast AF"},
    {39, "IPv6 multicast AF"},  {40, "IPv6 multicast AF"},  {41, "IPv6 multicast AF"},
    {42, "IPv6 multicast AF"},  {43, "IPv6 multicast AF"},  {44, "IPv6 multicast AF"},
    {45, "IPv6 multicast AF"},  {46, "IPv6 multicast AF"},  {47, "IPv6 multicast AF"},
    {48, "IPv6 multicast AF"},  {49, "IPv6 multicast AF"},  {50, "IPv6 multicast AF"},
    {51, "IPv6 multicast AF"},  {52, "IPv6 multicast AF"},  {53, "IPv6 multicast AF"},
    {54, "IPv6 multicast AF"},  {55, "IPv6 multicast AF"},  {56, "IPv6 multicast AF"},
    {57, "IPv6 multicast AF"},  {58, "IPv6 multicast AF"},  {59, "IPv6 multicast AF"},
    {60, "IPv6 multicast AF"},  {61, "IPv6 multicast AF"},  {62, "IPv6 multicast AF"},
    {63, "IPv6 multicast AF"},  {64, "IPv4 unicast AF"},    {65, "IPv4 unicast AF"},
    {66, "IPv4 unicast AF"},    {67, "IPv4 unicast AF"},    {68, "IPv4 unicast AF"},
    {69, "IPv4 unicast AF"},    {70, "IPv4 unicast AF"},    {71, "IPv4 unicast AF"},
    {72, "IPv4 unicast AF"},    {73, "IPv4 unicast AF"},    {74, "IPv4 unicast AF"},
    {75, "IPv4 unicast AF"},    {76, "IPv4 unicast AF"},    {77, "IPv4 unicast AF"},
    {78, "IPv4 unicast AF"},    {79, "IPv4 unicast AF"},    {80, "IPv4 unicast AF"},
    {81, "IPv4 unicast AF"},    {82, "IPv4 unicast AF"},    {83, "IPv4 unicast AF"},
    {84, "IPv4 unicast AF"},    {85, "IPv4 unicast AF"},    {86, "IPv4 unicast AF"},
    {87, "IPv4 unicast AF"},    {88, "IPv4 unicast AF"},    {89, "IPv4 unicast AF"},
    {90, "IPv4 unicast AF"},    {91, "IPv4 unicast AF"},    {92, "IPv4 unicast AF"},
    {93, "IPv4 unicast AF"},    {94, "IPv4 unicast AF"},    {95, "IPv4 unicast AF"},
    {96, "IPv4 multicast AF"},  {97, "IPv4 multicast AF"},  {98, "IPv4 multicast AF"},
    {99, "IPv4 multicast AF"},  {100, "IPv4 multicast AF"}, {101, "IPv4 multicast AF"},
    {102, "IPv4 multicast AF"}, {103, "IPv4 multicast AF"}, {104, "IPv4 multicast AF"},
    {105, "IPv4 multicast AF"}, {106, "IPv4 multicast AF"}, {107, "IPv4 multicast AF"},
    {108, "IPv4 multicast AF"}, {109, "IPv4 multicast AF"}, {110, "IPv4 multicast AF"},
    {111, "IPv4 multicast AF"}, {112, "IPv4 multicast AF"}, {113, "IPv4 multicast AF"},
    {114, "IPv4 multicast AF"}, {115, "IPv4 multicast AF"}, {116, "IPv4 multicast AF"},
    {117, "IPv4 multicast AF"}, {118, "IPv4 multicast AF"}, {119, "IPv4 multicast AF"},
    {120, "IPv4 multicast AF"}, {121, "IPv4 multicast AF"}, {122, "IPv4 multicast AF"},
    {123, "IPv4 multicast AF"}, {124, "IPv4 multicast AF"}, {125, "IPv4 multicast AF"},
    {126, "IPv4 multicast AF"}, {127, "IPv4 multicast AF"}};

inline constexpr wiretale::Name yes_no_labels[] = {{1, "Yes"}, {0, "No"}};

inline constexpr wiretale::Name capable_not_capable_labels[] = {{1, "Capable"}, {0, "Not capable"}};

inline constexpr wiretale::Name supported_not_supported_labels[] = {{1, "Supported"}, {0, "Not supported"}};

inline constexpr wiretale::Name present_not_present_labels[] = {{1, "Present"}, {0, "Not Present"}};

inline constexpr wiretale::Name lsa_labels[] = {{1, "Router-LSA"},
                                                {2, "Network-LSA"},
                                                {3, "Summary-LSA (IP network)"},
                                                {4, "Summary-LSA (ASBR)"},
                                                {5, "AS-External-LSA (ASBR)"},
                                                {6, "Group Membership LSA"},
                                                {7, "NSSA AS-External-LSA"},
                                                {8, "External Attributes LSA"},
                                                {9, "Opaque LSA, Link-local scope"},
                                                {10, "Opaque LSA, Area-local scope"},
                                                {11, "Opaque LSA, AS-local scope"}};

inline constexpr wiretale::Name lsid_opaque_type_labels[] = {{1, "Traffic Engineering LSA"},
                                                             {2, "Sycamore Optical Topology Descriptions"},
                                                             {3, "grace-LSA"},
                                                             {4, "Router Information (RI)"},
                                                             {5, "L1VPN LSA"},
                                                             {6, "Inter-AS-TE-v2 LSA"},
                                                             {7, "OSPFv2 Extended Prefix Opaque LSA"},
                                                             {8, "OSPFv2 Extended Link Opaque LSA"},
                                                             {9, "TTZ LSA"}};

inline constexpr wiretale::Name type_2_metric_is_larger_than_any_other_l_labels[] = {
    {1, "Type 2 (metric is larger than any other link state path)"},
    {0, "Type 1 (metric is specified in the same units as interface cost)"}};

inline constexpr wiretale::Name treat_the_lsa_as_if_it_had_link_local_fl_labels[] = {
    {1, "Treat the LSA as if it had link-local flooding scope"},
    {0, "Store and flood the LSA as if the type is understood"}};

inline constexpr wiretale::Name v3_lsa_s12_labels[] = {
    {0, "Link-Local Scoping - Flooded only on originating link"},
    {1, "Area Scoping - Flooded only in originating area"},
    {2, "AS Scoping - Flooded throughout AS"},
    {3, "Reserved"}};

inline constexpr wiretale::Name v3_lsa_fc_labels[] = {{1, "Router-LSA"},
                                                      {2, "Network-LSA"},
                                                      {3, "Inter-Area-Prefix-LSA"},
                                                      {4, "Inter-Area-Router-LSA"},
                                                      {5, "AS-External-LSA"},
                                                      {6, "Group-Membership-LSA"},
                                                      {7, "NSSA-LSA"},
                                                      {8, "Link-LSA"},
                                                      {9, "Intra-Area-Prefix-LSA"},
                                                      {12, "Router Information Opaque-LSA"}};

inline constexpr wiretale::Name v3_lsa_type_labels[] = {{1, "Point-to-point connection to another router"},
                                                        {2, "Connection to a transit network"},
                                                        {3, "Connection to a stub network"},
                                                        {4, "Virtual link"}};

inline constexpr wiretale::Name present_absent_labels[] = {{1, "Present"}, {0, "Absent"}};

inline constexpr wiretale::Name type_2_type_1_labels[] = {{1, "Type 2"}, {0, "Type 1"}};

}  // namespace wiretale::ospf::field
