// NTP: names of numbers as Wireshark shows them.
#pragma once
#include "packet/names.h"

namespace wiretale::ntp::field {

inline constexpr wiretale::Name flags_li_labels[] = {{0, "no warning"},
                                                     {1, "last minute of the day has 61 seconds"},
                                                     {2, "last minute of the day has 59 seconds"},
                                                     {3, "unknown (clock unsynchronized)"}};

inline constexpr wiretale::Name flags_vn_labels[] = {
    {0, "reserved"},      {1, "NTP Version 1"}, {2, "NTP Version 2"}, {3, "NTP Version 3"},
    {4, "NTP Version 4"}, {5, "reserved"},      {6, "reserved"},      {7, "reserved"}};

inline constexpr wiretale::Name flags_mode_labels[] = {{0, "reserved"},
                                                       {1, "symmetric active"},
                                                       {2, "symmetric passive"},
                                                       {3, "client"},
                                                       {4, "server"},
                                                       {5, "broadcast"},
                                                       {6, "reserved for NTP control message"},
                                                       {7, "reserved for private use"}};

inline constexpr wiretale::Name stratum_labels[] = {
    {0, "unspecified or invalid"}, {1, "primary reference"},    {2, "secondary reference"},
    {3, "secondary reference"},    {4, "secondary reference"},  {5, "secondary reference"},
    {6, "secondary reference"},    {7, "secondary reference"},  {8, "secondary reference"},
    {9, "secondary reference"},    {10, "secondary reference"}, {11, "secondary reference"},
    {12, "secondary reference"},   {13, "secondary reference"}, {14, "secondary reference"},
    {15, "secondary reference"},   {16, "unsynchronized"}};

inline constexpr wiretale::Name key_type_labels[] = {{0, "MD5"}, {1, "SHA"}};

inline constexpr wiretale::Name ext_type_labels[] = {
    {2, "No-Operation Request"},
    {258, "Association Message Request"},
    {260, "Unique Identifier"},
    {514, "Certificate Message Request"},
    {516, "NTS Cookie"},
    {770, "Cookie Message Request"},
    {772, "NTS Cookie Placeholder"},
    {1026, "Autokey Message Request"},
    {1028, "NTS Authenticator and Encrypted Extension Fields"},
    {1282, "Leapseconds Message Request"},
    {1538, "Sign Message Request"},
    {1794, "IFF Identity Message Request"},
    {2050, "GQ Identity Message Request"},
    {2306, "MV Identity Message Request"},
    {8197, "Checksum Complement"},
    {32770, "No-Operation Response"},
    {33026, "Association Message Response"},
    {33282, "Certificate Message Response"},
    {33538, "Cookie Message Response"},
    {33794, "Autokey Message Response"},
    {34050, "Leapseconds Message Response"},
    {34306, "Sign Message Response"},
    {34562, "IFF Identity Message Response"},
    {34818, "GQ Identity Message Response"},
    {35074, "MV Identity Message Response"},
    {49154, "No-Operation Error Response"},
    {49410, "Association Message Error Response"},
    {49666, "Certificate Message Error Response"},
    {49922, "Cookie Message Error Response"},
    {50178, "Autokey Message Error Response"},
    {50434, "Leapseconds Message Error Response"},
    {50690, "Sign Message Error Response"},
    {50946, "IFF Identity Message Error Response"},
    {51202, "GQ Identity Message Error Response"},
    {51458, "MV Identity Message Error Response"}};

/// Reference clocks by the four characters of their codes.
inline constexpr wiretale::Name reference_labels[] = {
    {0x4c4f434c, "uncalibrated local clock"},
    {0x4345534d, "calibrated Cesium clock"},
    {0x5242444d, "calibrated Rubidium clock"},
    {0x50505300, "Generic pulse-per-second"},
    {0x49524947, "Inter-Range Instrumentation Group"},
    {0x41435453, "NIST telephone modem"},
    {0x55534e4f, "USNO telephone modem"},
    {0x50544200, "European telephone modem"},
    {0x54444600, "MF Radio Allouis, FR 162 kHz"},
    {0x44434600, "LF Radio DCF77 Mainflingen, DE 77.5 kHz"},
    {0x4d534600, "LF Radio MSF Anthorn, UK 60 kHz"},
    {0x57575600, "HF Radio WWV Ft. Collins, CO"},
    {0x57575642, "LF Radio WWVB Ft. Collins, CO 60 kHz"},
    {0x57575648, "HF Radio WWVH Kauai, HI"},
    {0x43485500, "HF Radio CHU Ottawa, Ontario"},
    {0x4c4f5243, "MF Radio LORAN C station, 100 kHz"},
    {0x4f4d4547, "OMEGA radionavigation system"},
    {0x47505300, "Global Position System"},
    {0x47414c00, "Galileo Positioning System"},
    {0x474f4553, "Geostationary Orbit Environment Satellite"},
    {0x41544f4d, "Atomic clock (calibrated)"},
    {0x564c4600, "VLF radio (OMEGA,, etc.)"},
    {0x31505053, "External 1 PPS input"},
    {0x46524545, "(Internal clock)"},
    {0x494e4954, "(Initialization)"},
    {0x4e495354, "NIST telephone modem"},
    {0x4a4a5900, "LF Radio JJY Fukushima, JP 40 kHz, Saga, JP 60 kHz"},
    {0x44545300, "Digital Time Service"},
    {0x48424700, "LF Radio HBG Prangins, HB 75 kHz"}};

}  // namespace wiretale::ntp::field
