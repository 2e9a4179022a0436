// NTP control messages: names of numbers as Wireshark shows them.
#pragma once
#include "packet/names.h"

namespace wiretale::ntp::field {

inline constexpr wiretale::Name ctrl_flags2_r_labels[] = {{0, "Request"}, {1, "Response"}};

inline constexpr wiretale::Name ctrl_flags2_opcode_labels[] = {{0, "reserved"},
                                                               {1, "read status"},
                                                               {2, "read variables"},
                                                               {3, "write variables"},
                                                               {4, "read clock variables"},
                                                               {5, "write clock variables"},
                                                               {6, "set trap address/port"},
                                                               {7, "asynchronous message"},
                                                               {8, "runtime configuration"},
                                                               {9, "save config to file"},
                                                               {10, "retrieve MRU (mrulist)"},
                                                               {11, "retrieve ordered list"},
                                                               {12, "request a client nonce"},
                                                               {31, "unset trap address/port"}};

inline constexpr wiretale::Name ctrl_err_status_labels[] = {{0, "unspecified"},
                                                            {1, "authentication failure"},
                                                            {2, "invalid message length or format"},
                                                            {3, "invalid opcode"},
                                                            {4, "unknown association identifier"},
                                                            {5, "unknown variable name"},
                                                            {6, "invalid variable value"},
                                                            {7, "administratively prohibited"}};

inline constexpr wiretale::Name ctrl_sys_status_clksrc_labels[] = {
    {0, "unspecified or unknown"},
    {1, "Calibrated atomic clock (e.g. HP 5061)"},
    {2, "VLF (band 4) or LF (band 5) radio (e.g. OMEGA, WWVB)"},
    {3, "HF (band 7) radio (e.g. CHU, MSF, WWV/H)"},
    {4, "UHF (band 9) satellite (e.g. GOES, GPS)"},
    {5, "local net (e.g. DCN, TSP, DTS)"},
    {6, "UDP/NTP"},
    {7, "UDP/TIME"},
    {8, "eyeball-and-wristwatch"},
    {9, "telephone modem (e.g. NIST)"}};

inline constexpr wiretale::Name ctrl_sys_status_code_labels[] = {
    {0, "unspecified"},
    {1, "frequency correction (drift) file not available"},
    {2, "frequency correction started (frequency stepped)"},
    {3, "spike detected and ignored, starting stepout timer"},
    {4, "frequency training started"},
    {5, "clock synchronized"},
    {6, "system restart"},
    {7, "panic stop (required step greater than panic threshold)"},
    {8, "no system peer"},
    {9, "leap second insertion/deletion armed"},
    {10, "leap second disarmed"},
    {11, "leap second inserted or deleted"},
    {12, "clock stepped (stepout timer expired)"},
    {13, "kernel loop discipline status changed"},
    {14, "leapseconds table loaded from file"},
    {15, "leapseconds table outdated, updated file needed"}};

inline constexpr wiretale::Name configured_peer_config_not_configured_pe_labels[] = {
    {1, "configured (peer.config)"}, {0, "not configured (peer.config)"}};

inline constexpr wiretale::Name authentication_enabled_peer_authenable_a_labels[] = {
    {1, "authentication enabled (peer.authenable)"}, {0, "authentication disabled (peer.authenable)"}};

inline constexpr wiretale::Name authentication_okay_peer_authentic_authe_labels[] = {
    {1, "authentication okay (peer.authentic)"}, {0, "authentication not okay (peer.authentic)"}};

inline constexpr wiretale::Name reachability_okay_peer_reach_0_reachabil_labels[] = {
    {1, "reachability okay (peer.reach != 0)"}, {0, "reachability not okay (peer.reach != 0)"}};

inline constexpr wiretale::Name ctrl_peer_status_selection_labels[] = {
    {0, "rejected"},
    {1, "passed sanity checks (tests 1 through 8 in Section 3.4.3)"},
    {2, "passed correctness checks (intersection algorithm in Section 4.2.1)"},
    {3, "passed candidate checks (if limit check implemented)"},
    {4, "passed outlier checks (clustering algorithm in Section 4.2.2)"},
    {5, "current synchronization source; max distance exceeded (if limit check implemented)"},
    {6, "current synchronization source; max distance okay"},
    {7, "reserved"}};

inline constexpr wiretale::Name ctrl_peer_status_code_labels[] = {
    {0, "unspecified"},
    {1, "association mobilized"},
    {2, "association demobilized"},
    {3, "peer unreachable (peer.reach was nonzero now zero)"},
    {4, "peer reachable (peer.reach was zero now nonzero)"},
    {5, "association restarted or timed out"},
    {6, "no server found (ntpdate mode)"},
    {7, "rate exceeded (kiss code RATE)"},
    {8, "access denied (kiss code DENY)"},
    {9, "leap armed from server LI code"},
    {10, "become system peer"},
    {11, "reference clock event (see clock status word)"},
    {12, "authentication failure"},
    {13, "popcorn spike suppressor"},
    {14, "entering interleave mode"},
    {15, "interleave error (recovered)"},
    {16, "leapsecond values update from server"}};

inline constexpr wiretale::Name ctrl_clock_status_status_labels[] = {
    {0, "clock operating within nominals"}, {1, "reply timeout"},       {2, "bad reply format"},
    {3, "hardware or software fault"},      {4, "propagation failure"}, {5, "bad date format or value"},
    {6, "bad time format or value"}};

}  // namespace wiretale::ntp::field
