// Names of SCTP's chunk types and payload protocols (IANA's registries for RFC 9260).
#pragma once
#include "packet/names.h"

namespace wiretale::sctp {

inline constexpr Name chunk_name_table[] = {
    {0, "DATA"},
    {1, "INIT"},
    {2, "INIT ACK"},
    {3, "SACK"},
    {4, "HB REQ"},
    {5, "HB ACK"},
    {6, "ABORT"},
    {7, "SHUTDOWN"},
    {8, "SHUTDOWN ACK"},
    {9, "OP ERR"},
    {10, "COOKIE ECHO"},
    {11, "COOKIE ACK"},
    {12, "ECN ECHO"},
    {13, "ECN CWR"},
    {14, "SHUTDOWN COMPLETE"},
    {0xa2, "APP LAYER"},
    {0xc0, "FOR CUM TSN"},
    {0xc1, "REL CTRL"},
    {0xc2, "REL CTRL ACK"},
};
inline constexpr Names chunk_names = chunk_name_table;

inline constexpr Name payload_name_table[] = {
    {1, "ISDN Q.921"}, {2, "M2UA"},   {3, "M3UA"},       {4, "SUA"},        {5, "M2PA"},       {6, "V5.2"},
    {7, "H.248"},      {8, "BICC"},   {9, "TALI"},       {10, "DUA"},       {11, "ASAP"},      {12, "ENRP"},
    {13, "H.323"},     {14, "Q.IPC"}, {15, "SIMCO"},     {16, "DDPSC"},     {17, "DDPSSC"},    {18, "S1AP"},
    {19, "RUA"},       {20, "HNBAP"}, {21, "ForCES HP"}, {22, "ForCES MP"}, {23, "ForCES LP"}, {24, "SBc-AP"},
    {25, "NBAP"},      {27, "X2AP"},
};
inline constexpr Names payload_names = payload_name_table;

}  // namespace wiretale::sctp
