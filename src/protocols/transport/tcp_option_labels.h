// Names in TCP options.
#pragma once
#include "packet/names.h"

namespace wiretale::tcp_option {

inline constexpr Name kind_labels_table[] = {
    {0, "End of Option List"},
    {1, "No-Operation"},
    {2, "Maximum Segment Size"},
    {3, "Window Scale"},
    {4, "SACK Permitted"},
    {5, "SACK"},
    {6, "Echo"},
    {7, "Echo Reply"},
    {8, "Time Stamp Option"},
    {9, "Partial Order Connection Permitted"},
    {10, "Partial Order Service Profile"},
    {11, "CC"},
    {12, "CC.NEW"},
    {13, "CC.ECHO"},
    {14, "TCP Alternate Checksum Request"},
    {15, "TCP Alternate Checksum Data"},
    {16, "Skeeter"},
    {17, "Bubba"},
    {18, "Trailer Checksum Option"},
    {19, "MD5 Signature Option"},
    {20, "SCPS Capabilities"},
    {21, "Selective Negative Acknowledgements"},
    {22, "Record Boundaries"},
    {23, "Corruption experienced"},
    {24, "SNAP"},
    {25, "Unassigned"},
    {26, "TCP Compression Filter"},
    {27, "Quick-Start Response"},
    {28, "User Timeout Option"},
    {29, "The TCP Authentication Option"},
    {30, "Multipath TCP"},
    {34, "TCP Fast Open Cookie"},
    {76, "Riverbed Probe"},
    {78, "Riverbed Transparency"},
    {172, "Accurate ECN Order 0"},
    {174, "Accurate ECN Order 1"},
    {253, "RFC3692-style Experiment 1"},
    {254, "RFC3692-style Experiment 2"},
};
inline constexpr Names kind_labels = kind_labels_table;

inline constexpr Name experiment_labels_table[] = {
    {0xac, "TCP ACK Rate Request"},
    {0x348, "Host ID"},
    {0xa0d, "Autonomous System Compensation"},
    {0xca0, "Capability Option"},
    {0xed0, "Extended Data Offset"},
    {0x454e, "Encryption Negotiation"},
    {0x5323, "Service Number"},
    {0x75ec, "Timestamp Interval"},
    {0xacc0, "Accurate ECN - Order 0"},
    {0xacc1, "Accurate ECN - Order 1"},
    {0xacce, "Accurate ECN"},
    {0xe2d4, "Shared Memory communications over RMDA protocol"},
    {0xf989, "Fast Open"},
    {0xf990, "Low Latency"},
};
inline constexpr Names experiment_labels = experiment_labels_table;

inline constexpr Name multipath_labels_table[] = {
    {0, "Multipath Capable"}, {1, "Join Connection"}, {2, "Data Sequence Signal"},
    {3, "Add Address"},       {4, "Remove Address"},  {5, "Change Subflow Priority"},
    {6, "TCP Fallback"},      {7, "Fast Close"},      {8, "TCP Reset"},
};
inline constexpr Names multipath_labels = multipath_labels_table;

inline constexpr Name timeout_units_table[] = {{1, "Minutes"}, {0, "Seconds"}};
inline constexpr Names timeout_units = timeout_units_table;

}  // namespace wiretale::tcp_option
