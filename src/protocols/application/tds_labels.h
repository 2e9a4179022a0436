// TDS: names of numbers as Wireshark shows them.
#pragma once
#include "packet/names.h"

namespace wiretale::tds::field {

inline constexpr wiretale::Name type_labels[] = {{1, "SQL batch"},
                                                 {2, "TDS4/5 login"},
                                                 {3, "Remote Procedure Call"},
                                                 {4, "Response"},
                                                 {5, "Unused"},
                                                 {6, "Attention"},
                                                 {7, "Bulk load data"},
                                                 {8, "Unused"},
                                                 {9, "Unused"},
                                                 {10, "Unused"},
                                                 {11, "Unused"},
                                                 {12, "Unused"},
                                                 {13, "Unused"},
                                                 {14, "Transaction Manager Request"},
                                                 {15, "TDS5 query"},
                                                 {16, "TDS7 login"},
                                                 {17, "SSPI message"},
                                                 {18, "TDS7 pre-login message"},
                                                 {23, "TLS exchange"}};

inline constexpr wiretale::Name prelogin_option_token_labels[] = {
    {0, "Version"}, {1, "Encryption"},      {2, "InstOpt"},  {3, "ThreadID"},    {4, "MARS"},
    {5, "TraceID"}, {6, "FedAuthRequired"}, {7, "NonceOpt"}, {255, "Terminator"}};

inline constexpr wiretale::Name prelogin_option_encryption_labels[] = {{0, "Encryption is available but off"},
                                                                       {1, "Encryption is available and on"},
                                                                       {2, "Encryption is not available"},
                                                                       {3, "Encryption is required"}};

inline constexpr wiretale::Name prelogin_option_mars_labels[] = {{0, "Off"}, {1, "On"}};

}  // namespace wiretale::tds::field
