// PIM: names of numbers as Wireshark shows them.
#pragma once
#include "packet/names.h"

namespace wiretale::pim::field {

inline constexpr wiretale::Name type_labels[] = {{0, "Hello"},
                                                 {1, "Register"},
                                                 {2, "Register-stop"},
                                                 {3, "Join/Prune"},
                                                 {4, "Bootstrap"},
                                                 {5, "Assert"},
                                                 {6, "Graft"},
                                                 {7, "Graft-Ack"},
                                                 {8, "Candidate-RP-Advertisement"},
                                                 {9, "State-Refresh"},
                                                 {10, "DF election"},
                                                 {11, "ECMP redirect"},
                                                 {12, "PFM source discovery"}};

inline constexpr wiretale::Name yes_no_labels[] = {{1, "Yes"}, {0, "No"}};

inline constexpr wiretale::Name ip_version_labels[] = {{0, "Dummy Header"}, {4, "IPv4"}, {6, "IPv6"}};

inline constexpr wiretale::Name addr_encoding_type_labels[] = {{0, "Native"},
                                                               {1, "Native with Join Attribute"}};

}  // namespace wiretale::pim::field
