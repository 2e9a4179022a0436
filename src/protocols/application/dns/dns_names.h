// DNS names of numbers (IANA "DNS Parameters"): record types, classes, response codes, options, algorithms.
#pragma once
#include "packet/names.h"

namespace wiretale::dns {

inline constexpr wiretale::Name record_types[] = {
    {1, "A"},      {2, "NS"},      {3, "MD"},        {4, "MF"},     {5, "CNAME"},     {6, "SOA"},
    {7, "MB"},     {8, "MG"},      {9, "MR"},        {10, "NULL"},  {11, "WKS"},      {12, "PTR"},
    {13, "HINFO"}, {14, "MINFO"},  {15, "MX"},       {16, "TXT"},   {17, "RP"},       {18, "AFSDB"},
    {19, "X25"},   {20, "ISDN"},   {21, "RT"},       {22, "NSAP"},  {23, "NSAP_PTR"}, {24, "SIG"},
    {25, "KEY"},   {26, "PX"},     {27, "GPOS"},     {28, "AAAA"},  {29, "LOC"},      {30, "NXT"},
    {31, "EID"},   {32, "NIMLOC"}, {33, "SRV"},      {34, "ATMA"},  {35, "NAPTR"},    {36, "KX"},
    {37, "CERT"},  {38, "A6"},     {39, "DNAME"},    {40, "SINK"},  {41, "OPT"},      {42, "APL"},
    {43, "DS"},    {44, "SSHFP"},  {45, "IPSECKEY"}, {46, "RRSIG"}, {47, "NSEC"},     {48, "DNSKEY"},
    {99, "SPF"},   {100, "UINFO"}, {101, "UID"},     {102, "GID"},  {103, "UNSPEC"},  {104, "UNSPECA"},
    {249, "TKEY"}, {250, "TSIG"},  {251, "IXFR"},    {252, "AXFR"}, {253, "MAILB"},   {254, "MAILA"},
    {255, "ANY"},  {256, "URI"}};

inline constexpr wiretale::Name classes[] = {{1, "IN"}, {3, "CHAOS"}, {4, "HS"}, {255, "ANY"}};

/// As tcpdump writes them behind the id.
inline constexpr wiretale::Name opcode_marks[] = {
    {1, " inv_q"},     {2, " stat"},     {3, " op3"},       {4, " notify"},    {5, " update"},
    {6, " op6"},       {7, " op7"},      {8, " op8"},       {9, " updateA"},   {10, " updateD"},
    {11, " updateDA"}, {12, " updateM"}, {13, " updateMA"}, {14, " zoneInit"}, {15, " zoneRef"}};
inline constexpr wiretale::Name response_marks[] = {
    {1, " FormErr"},  {2, " ServFail"}, {3, " NXDomain"}, {4, " NotImp"},    {5, " Refused"},
    {6, " YXDomain"}, {7, " YXRRSet"},  {8, " NXRRSet"},  {9, " NotAuth"},   {10, " NotZone"},
    {11, " Resp11"},  {12, " Resp12"},  {13, " Resp13"},  {14, " Resp14"},   {15, " NoChange"},
    {16, " BadVers"}, {17, "Resp17"},   {21, "Resp21"},   {23, " BadCookie"}};

enum OptionCode : uint16_t {
  nsid = 3,
  understood_algorithms = 5,
  understood_hashes = 6,
  nsec3_hashes = 7,
  client_subnet = 8,
  expire = 9,
  cookie = 10,
  keepalive = 11,
  padding = 12,
  chain = 13,
  key_tag = 14
};
inline constexpr wiretale::Name options[] = {{1, "LLQ"},
                                             {2, "UL"},
                                             {nsid, "NSID"},
                                             {understood_algorithms, "DAU"},
                                             {understood_hashes, "DHU"},
                                             {nsec3_hashes, "N3U"},
                                             {client_subnet, "ECS"},
                                             {expire, "EXPIRE"},
                                             {cookie, "COOKIE"},
                                             {keepalive, "KEEPALIVE"},
                                             {padding, "PADDING"},
                                             {chain, "CHAIN"},
                                             {key_tag, "KEY-TAG"},
                                             {16, "CLIENT-TAG"},
                                             {17, "SERVER-TAG"}};

inline constexpr wiretale::Name security_algorithms[] = {{0, "DELETE"},
                                                         {1, "RSAMD5"},
                                                         {2, "DH"},
                                                         {3, "DS"},
                                                         {5, "RSASHA1"},
                                                         {6, "DSA-NSEC3-SHA1"},
                                                         {7, "RSASHA1-NSEC3-SHA1"},
                                                         {8, "RSASHA256"},
                                                         {10, "RSASHA512"},
                                                         {12, "ECC-GOST"},
                                                         {13, "ECDSAP256SHA256"},
                                                         {14, "ECDSAP384SHA384"},
                                                         {15, "ED25519"},
                                                         {16, "ED448"},
                                                         {252, "INDIRECT"},
                                                         {253, "PRIVATEDNS"},
                                                         {254, "PRIVATEOID"}};
inline constexpr wiretale::Name digest_types[] = {
    {1, "SHA-1"}, {2, "SHA-256"}, {3, "GOST_R_34.11-94"}, {4, "SHA-384"}};
inline constexpr wiretale::Name nsec3_hash_types[] = {{1, "SHA-1"}};

}  // namespace wiretale::dns
