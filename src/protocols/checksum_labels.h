// What is known of a checksum (Wireshark's numbers).
#pragma once
#include "packet/names.h"

namespace wiretale {

inline constexpr Name checksum_status_labels_table[] = {
    {0, "Bad"},
    {1, "Good"},
    {2, "Unverified"},
    {3, "Not present"},
    {4, "Illegal"},
};
inline constexpr Names checksum_status_labels = checksum_status_labels_table;

}  // namespace wiretale
