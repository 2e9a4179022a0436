// DNS: names of numbers as Wireshark shows them.
#pragma once
#include "packet/names.h"

namespace wiretale::dns::field {

inline constexpr wiretale::Name flags_response_labels[] = {{1, "Message is a response"},
                                                           {0, "Message is a query"}};

inline constexpr wiretale::Name flags_opcode_labels[] = {
    {0, "Standard query"},           {1, "Inverse query"},  {2, "Server status request"},
    {4, "Zone change notification"}, {5, "Dynamic update"}, {6, "DNS Stateful operations (DSO)"}};

inline constexpr wiretale::Name flags_authoritative_labels[] = {{1, "Server is an authority for domain"},
                                                                {0, "Server is not an authority for domain"}};

inline constexpr wiretale::Name flags_conflict_labels[] = {{1, "The sender received multiple responses"},
                                                           {0, "None"}};

inline constexpr wiretale::Name flags_truncated_labels[] = {{1, "Message is truncated"},
                                                            {0, "Message is not truncated"}};

inline constexpr wiretale::Name flags_recdesired_labels[] = {{1, "Do query recursively"},
                                                             {0, "Don't do query recursively"}};

inline constexpr wiretale::Name flags_tentative_labels[] = {{1, "Tentative"}, {0, "Not tentative"}};

inline constexpr wiretale::Name flags_recavail_labels[] = {{1, "Server can do recursive queries"},
                                                           {0, "Server can't do recursive queries"}};

inline constexpr wiretale::Name flags_z_labels[] = {{1, "reserved - incorrect!"}, {0, "reserved (0)"}};

inline constexpr wiretale::Name flags_authenticated_labels[] = {
    {1, "Answer/authority portion was authenticated by the server"},
    {0, "Answer/authority portion was not authenticated by the server"}};

inline constexpr wiretale::Name flags_checkdisable_labels[] = {{1, "Acceptable"}, {0, "Unacceptable"}};

inline constexpr wiretale::Name flags_rcode_labels[] = {{0, "No error"},
                                                        {1, "Format error"},
                                                        {2, "Server failure"},
                                                        {3, "No such name"},
                                                        {4, "Not implemented"},
                                                        {5, "Refused"},
                                                        {6, "Name exists"},
                                                        {7, "RRset exists"},
                                                        {8, "RRset does not exist"},
                                                        {9, "Not authoritative"},
                                                        {10, "Name out of zone"},
                                                        {11, "DSO-Type not implemented"},
                                                        {16, "Bad OPT Version or TSIG Signature Failure"},
                                                        {17, "Key not recognized"},
                                                        {18, "Signature out of time window"},
                                                        {19, "Bad TKEY Mode"},
                                                        {20, "Duplicate key name"},
                                                        {21, "Algorithm not supported"},
                                                        {22, "Bad Truncation"},
                                                        {23, "Bad/missing Server Cookie"}};

inline constexpr wiretale::Name qry_type_labels[] = {
    {0, "Unused"},
    {1, "A (Host Address)"},
    {2, "NS (authoritative Name Server)"},
    {3, "MD (Mail Destination)"},
    {4, "MF (Mail Forwarder)"},
    {5, "CNAME (Canonical NAME for an alias)"},
    {6, "SOA (Start Of a zone of Authority)"},
    {7, "MB (MailBox domain name)"},
    {8, "MG (Mail Group member)"},
    {9, "MR (Mail Rename domain)"},
    {10, "NULL RR"},
    {11, "WKS (Well Known Service)"},
    {12, "PTR (domain name PoinTeR)"},
    {13, "HINFO (host information)"},
    {14, "MINFO (Mailbox or mail list information)"},
    {15, "MX (Mail eXchange)"},
    {16, "TXT (Text strings)"},
    {17, "RP (Responsible Person)"},
    {18, "AFSDB (AFS Data Base location)"},
    {19, "X25 (XX.25 PSDN address)"},
    {20, "ISDN (ISDN address)"},
    {21, "RT (Route Through)"},
    {22, "NSAP (NSAP address)"},
    {23, "NSAP-PTR (NSAP domain name pointer)"},
    {24, "SIG (security signature)"},
    {25, "KEY (security key)"},
    {26, "PX (X.400 mail mapping information)"},
    {27, "GPOS (Geographical Position)"},
    {28, "AAAA (IPv6 Address)"},
    {29, "LOC (Location Information)"},
    {30, "NXT (Next Domain)"},
    {31, "EID (Endpoint Identifier)"},
    {32, "NIMLOC (Nimrod Locator)"},
    {33, "SRV (Server Selection)"},
    {34, "ATMA (ATM Address)"},
    {35, "NAPTR (Naming Authority Pointer)"},
    {36, "KX (Key Exchanger)"},
    {37, "CERT"},
    {38, "A6 (OBSOLETE - use AAAA)"},
    {39, "DNAME"},
    {40, "SINK"},
    {41, "OPT"},
    {42, "APL"},
    {43, "DS (Delegation Signer)"},
    {44, "SSHFP (SSH Key Fingerprint)"},
    {45, "IPSECKEY"},
    {46, "RRSIG (Resource Record Signature)"},
    {47, "NSEC (Next Secure)"},
    {48, "DNSKEY (DNS Public Key)"},
    {49, "DHCID"},
    {50, "NSEC3"},
    {51, "NSEC3PARAM"},
    {52, "TLSA"},
    {55, "HIP (Host Identity Protocol)"},
    {57, "RKEY"},
    {58, "TALINK (Trust Anchor LINK)"},
    {59, "CDS (Child DS)"},
    {60, "CDNSKEY (DNSKEY(s) the Child wants reflected in DS)"},
    {61, "OPENPGPKEY (OpenPGP Key)"},
    {62, "CSYNC (Child-to-Parent Synchronization)"},
    {63, "ZONEMD"},
    {64, "SVCB (General Purpose Service Endpoints)"},
    {65, "HTTPS (HTTPS Specific Service Endpoints)"},
    {99, "SPF"},
    {100, "UINFO"},
    {101, "UID"},
    {102, "GID"},
    {103, "UNSPEC"},
    {104, "NID (NodeID)"},
    {105, "L32 (Locator32)"},
    {106, "L64 (Locator64)"},
    {107, "LP (Locator FQDN)"},
    {108, "EUI48"},
    {109, "EUI64"},
    {249, "TKEY (Transaction Key)"},
    {250, "TSIG (Transaction Signature)"},
    {251, "IXFR (incremental transfer)"},
    {252, "AXFR (transfer of an entire zone)"},
    {253, "MAILB (mailbox-related RRs)"},
    {254, "MAILA (mail agent RRs)"},
    {255, "* (A request for all records the server/cache has available)"},
    {256, "URI"},
    {257, "CAA (Certification Authority Restriction)"},
    {32768, "TA (DNSSEC Trust Authorities)"},
    {32769, "DLV (DNSSEC Lookaside Validation)"},
    {65281, "WINS"},
    {65282, "WINS-R"},
    {65422, "XPF"}};

inline constexpr wiretale::Name qry_class_labels[] = {{1, "IN"}, {2, "CS"},     {3, "CH"},
                                                      {4, "HS"}, {254, "NONE"}, {255, "ANY"}};

inline constexpr wiretale::Name resp_z_do_labels[] = {{1, "Accepts DNSSEC security RRs"},
                                                      {0, "Cannot handle DNSSEC security RRs"}};

inline constexpr wiretale::Name zonemd_scheme_labels[] = {
    {0, "Reserved"},      {1, "SIMPLE"},        {240, "Private Use"}, {241, "Private Use"},
    {242, "Private Use"}, {243, "Private Use"}, {244, "Private Use"}, {245, "Private Use"},
    {246, "Private Use"}, {247, "Private Use"}, {248, "Private Use"}, {249, "Private Use"},
    {250, "Private Use"}, {251, "Private Use"}, {252, "Private Use"}, {253, "Private Use"},
    {254, "Private Use"}, {255, "Reserved"}};

inline constexpr wiretale::Name zonemd_hash_algo_labels[] = {
    {0, "Reserved"},      {1, "SHA-384"},       {2, "SHA-512"},       {240, "Private Use"},
    {241, "Private Use"}, {242, "Private Use"}, {243, "Private Use"}, {244, "Private Use"},
    {245, "Private Use"}, {246, "Private Use"}, {247, "Private Use"}, {248, "Private Use"},
    {249, "Private Use"}, {250, "Private Use"}, {251, "Private Use"}, {252, "Private Use"},
    {253, "Private Use"}, {254, "Private Use"}, {255, "Reserved"}};

inline constexpr wiretale::Name svcb_svcparam_key_labels[] = {
    {0, "mandatory"}, {1, "alpn"},     {2, "no-default-alpn"}, {3, "port"},        {4, "ipv4hint"},
    {5, "echconfig"}, {6, "ipv6hint"}, {32769, "odohconfig"},  {65535, "key65535"}};

inline constexpr wiretale::Name rrsig_algorithm_labels[] = {{1, "RSA/MD5"},
                                                            {2, "Diffie-Hellman"},
                                                            {3, "DSA"},
                                                            {4, "Elliptic curve crypto"},
                                                            {5, "RSA/SHA1"},
                                                            {6, "DSA + NSEC3/SHA1"},
                                                            {7, "RSA/SHA1 + NSEC3/SHA1"},
                                                            {8, "RSA/SHA-256"},
                                                            {10, "RSA/SHA-512"},
                                                            {12, "GOST R 34.10-2001"},
                                                            {13, "ECDSA Curve P-256 with SHA-256"},
                                                            {14, "ECDSA Curve P-386 with SHA-386"},
                                                            {15, "Ed25519"},
                                                            {16, "Ed448"},
                                                            {157, "HMAC/MD5"},
                                                            {252, "Indirect key"},
                                                            {253, "Private, domain name"},
                                                            {254, "Private, OID"}};

inline constexpr wiretale::Name dnskey_flags_zone_key_labels[] = {
    {1, "This is the zone key for specified zone"}, {0, "This it not a zone key"}};

inline constexpr wiretale::Name dnskey_flags_key_revoked_labels[] = {{1, "Yes"}, {0, "No"}};

inline constexpr wiretale::Name key_flags_authentication_labels[] = {{1, "Not Allowed"}, {0, "Allowed"}};

inline constexpr wiretale::Name key_flags_required_labels[] = {{1, "Experimental or optional"},
                                                               {0, "Required"}};

inline constexpr wiretale::Name key_flags_ipsec_labels[] = {{1, "Valid"}, {0, "Invalid"}};

inline constexpr wiretale::Name tkey_mode_labels[] = {
    {1, "Server assigned"}, {2, "Diffie Hellman"}, {3, "GSSAPI"}, {4, "Resolver assigned"}, {5, "Delete"}};

inline constexpr wiretale::Name ipseckey_gateway_algorithm_labels[] = {{1, "DSA"}, {2, "RSA"}};

inline constexpr wiretale::Name ipseckey_gateway_type_labels[] = {
    {0, "No Gateway"}, {1, "IPv4 Gateway"}, {2, "IPv6 Gateway"}, {3, "DNS Gateway"}};

inline constexpr wiretale::Name xpf_ip_version_labels[] = {
    {0, "Reserved"}, {4, "IPv4"}, {5, "ST Datagram"}, {6, "IPv6"}, {7, "TP/IX"}, {8, "PIP"}, {9, "TUBA"}};

inline constexpr wiretale::Name cert_type_labels[] = {
    {1, "PKIX"}, {2, "SPKI"},   {3, "PGP"},     {4, "IPKIX"},          {5, "ISPKI"},
    {6, "IPGP"}, {7, "ACPKIX"}, {8, "IACPKIX"}, {253, "Private, URI"}, {254, "Private, OID"}};

inline constexpr wiretale::Name opt_code_labels[] = {{0, "Reserved"},
                                                     {1, "LLQ - Long-lived query"},
                                                     {2, "UL - Update lease"},
                                                     {3, "NSID - Name Server Identifier"},
                                                     {4, "Owner (reserved)"},
                                                     {5, "DAU - DNSSEC Algorithm Understood (RFC6975)"},
                                                     {6, "DHU - DS Hash Understood (RFC6975)"},
                                                     {7, "N3U - NSEC3 Hash Understood (RFC6975)"},
                                                     {20730, "Experimental - CSUBNET - Client subnet"},
                                                     {8, "CSUBNET - Client subnet"},
                                                     {9, "EDNS EXPIRE (RFC7314)"},
                                                     {10, "COOKIE"},
                                                     {11, "EDNS TCP Keepalive"},
                                                     {12, "PADDING"},
                                                     {13, "CHAIN"},
                                                     {15, "Extended DNS Error"}};

inline constexpr wiretale::Name opt_dhu_labels[] = {
    {0, "Reserved digest"}, {1, "SHA-1"}, {2, "SHA-256"}, {3, "GOST R 34.11-94"}, {4, "SHA-384"}};

inline constexpr wiretale::Name opt_n3u_labels[] = {{0, "Reserved"}, {1, "SHA-1"}};

inline constexpr wiretale::Name opt_client_family_labels[] = {{1, "IPv4"}, {2, "IPv6"}};

inline constexpr wiretale::Name opt_ext_error_info_code_labels[] = {
    {0, "Other Error"},
    {1, "Unsupported DNSKEY Algorithm"},
    {2, "Unsupported DS Digest Type"},
    {3, "Stale Answer"},
    {4, "Forged Answer"},
    {5, "DNSSEC Indeterminate"},
    {6, "DNSSEC Bogus"},
    {7, "Signature Expired"},
    {8, "Signature Not Yet Valid"},
    {9, "DNSKEY Missing"},
    {10, "RRSIGs Missing"},
    {11, "No Zone Key Bit Set"},
    {12, "NSEC Missing"},
    {13, "Cached Error"},
    {14, "Not Ready"},
    {15, "Blocked"},
    {16, "Censored"},
    {17, "Filtered"},
    {18, "Prohibited"},
    {19, "Stale NXDomain Answer"},
    {20, "Not Authoritative"},
    {21, "Not Supported"},
    {22, "No Reachable Authority"},
    {23, "Network Error"},
    {24, "Invalid Data"},
    {25, "Signature Expired before Valid"},
    {26, "Too Early"},
    {27, "Unsupported NSEC3 Iterations Value"},
    {28, "Unable to conform to policy"},
    {29, "Synthesized"}};

inline constexpr wiretale::Name nsec3_flags_opt_out_labels[] = {
    {1, "Additional insecure delegations allowed"}, {0, "Additional insecure delegations forbidden"}};

inline constexpr wiretale::Name tlsa_certificate_usage_labels[] = {
    {0, "CA constraint (PKIX-TA)"},
    {1, "Service certificate constraint (PKIX-EE)"},
    {2, "Trust anchor assertion (DANE-TA)"},
    {3, "Domain-issued certificate (DANE-EE)"}};

inline constexpr wiretale::Name tlsa_selector_labels[] = {{0, "Full certificate (Cert)"},
                                                          {1, "SubjectPublicKeyInfo (SPKI)"}};

inline constexpr wiretale::Name tlsa_matching_type_labels[] = {{0, "No Hash Used (Full)"},
                                                               {1, "256 bit hash by SHA2 (SHA2-256)"},
                                                               {2, "512 bit hash by SHA2 (SHA2-512)"}};

inline constexpr wiretale::Name sshfp_algorithm_labels[] = {{0, "Reserved"}, {1, "RSA"},     {2, "DSA"},
                                                            {3, "ECDSA"},    {4, "Ed25519"}, {5, "XMSS"}};

inline constexpr wiretale::Name sshfp_fingerprint_type_labels[] = {
    {0, "Reserved"}, {1, "SHA1"}, {2, "SHA256"}};

inline constexpr wiretale::Name hip_hit_pk_algo_labels[] = {{1, "DSA"}, {2, "RSA"}, {0, "Reserved"}};

inline constexpr wiretale::Name apl_negation_labels[] = {{1, "Yes (!)"}, {0, "No (0)"}};

inline constexpr wiretale::Name caa_flags_issuer_critical_labels[] = {{1, "Critical"}, {0, "Not critical"}};

inline constexpr wiretale::Name wins_local_flag_labels[] = {{1, "True"}, {0, "False"}};

inline constexpr wiretale::Name dso_tlv_type_labels[] = {
    {0, "Reserved"},   {1, "Keep Alive"}, {2, "Retry Delay"},  {3, "Encryption Padding"},
    {64, "Subscribe"}, {65, "Push"},      {66, "Unsubscribe"}, {67, "Reconfirm"}};

}  // namespace wiretale::dns::field
