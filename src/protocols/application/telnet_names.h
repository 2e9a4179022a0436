// Telnet's commands and options (RFC 854, IANA "Telnet Options", "Telnet Authentication Types").
#pragma once
#include "packet/names.h"

namespace wiretale::telnet {

inline constexpr Name commands[] = {{236, "EOF"},  {237, "SUSP"},  {238, "ABORT"}, {239, "EOR"}, {240, "SE"},
                                    {241, "NOP"},  {242, "DMARK"}, {243, "BRK"},   {244, "IP"},  {245, "AO"},
                                    {246, "AYT"},  {247, "EC"},    {248, "EL"},    {249, "GA"},  {250, "SB"},
                                    {251, "WILL"}, {252, "WONT"},  {253, "DO"},    {254, "DONT"}};
inline constexpr Name options[] = {{0, "BINARY"},
                                   {1, "ECHO"},
                                   {2, "RCP"},
                                   {3, "SUPPRESS GO AHEAD"},
                                   {4, "NAME"},
                                   {5, "STATUS"},
                                   {6, "TIMING MARK"},
                                   {7, "RCTE"},
                                   {8, "NAOL"},
                                   {9, "NAOP"},
                                   {10, "NAOCRD"},
                                   {11, "NAOHTS"},
                                   {12, "NAOHTD"},
                                   {13, "NAOFFD"},
                                   {14, "NAOVTS"},
                                   {15, "NAOVTD"},
                                   {16, "NAOLFD"},
                                   {17, "EXTEND ASCII"},
                                   {18, "LOGOUT"},
                                   {19, "BYTE MACRO"},
                                   {20, "DATA ENTRY TERMINAL"},
                                   {21, "SUPDUP"},
                                   {22, "SUPDUP OUTPUT"},
                                   {23, "SEND LOCATION"},
                                   {24, "TERMINAL TYPE"},
                                   {25, "END OF RECORD"},
                                   {26, "TACACS UID"},
                                   {27, "OUTPUT MARKING"},
                                   {28, "TTYLOC"},
                                   {29, "3270 REGIME"},
                                   {30, "X.3 PAD"},
                                   {31, "NAWS"},
                                   {32, "TSPEED"},
                                   {33, "LFLOW"},
                                   {34, "LINEMODE"},
                                   {35, "XDISPLOC"},
                                   {36, "OLD-ENVIRON"},
                                   {37, "AUTHENTICATION"},
                                   {38, "ENCRYPT"},
                                   {39, "NEW-ENVIRON"}};
inline constexpr Name commands_of_options[] = {{0, "IS"}, {1, "SEND"}, {2, "INFO"}};
inline constexpr Name authentication_commands[] = {{0, "IS"}, {1, "SEND"}, {2, "REPLY"}, {3, "NAME"}};
inline constexpr Name authentication_types[] = {
    {0, "NULL"},    {1, "KERBEROS_V4"},   {2, "KERBEROS_V5"}, {3, "SPX"},   {4, "MINK"},
    {5, "SRP"},     {6, "RSA"},           {7, "SSL"},         {10, "LOKI"}, {11, "SSA"},
    {12, "KEA_SJ"}, {13, "KEA_SJ_INTEG"}, {14, "DSS"},        {15, "NTLM"}};
inline constexpr Name encryption_commands[] = {{0, "IS"},          {1, "SUPPORT"},   {2, "REPLY"},
                                               {3, "START"},       {4, "END"},       {5, "REQUEST-START"},
                                               {6, "REQUEST-END"}, {7, "END_KEYID"}, {8, "DEC_KEYID"}};
inline constexpr Name encryption_types[] = {
    {0, "NULL"},           {1, "DES_CFB64"},     {2, "DES_OFB64"},
    {3, "DES3_CFB64"},     {4, "DES3_OFB64"},    {6, "CAST5_40_CFB64"},
    {7, "CAST5_40_OFB64"}, {8, "CAST128_CFB64"}, {9, "CAST128_OFB64"}};

}  // namespace wiretale::telnet
