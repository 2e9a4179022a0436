// The numbers of ISAKMP, IKEv1 and IKEv2 (RFC 2407, 2408, 2409, 7296; IANA ipsec-registry and
// ikev2-parameters) by the short names that tcpdump's users know.
#pragma once
#include "packet/names.h"

namespace wiretale::isakmp {

enum Payload : uint8_t {
  none = 0,
  security_association = 1,
  proposal = 2,
  transform = 3,
  key_exchange = 4,
  identification = 5,
  certificate = 6,
  certificate_request = 7,
  hash = 8,
  signature = 9,
  nonce = 10,
  notification = 11,
  deletion = 12,
  vendor_id = 13,
  v2_security_association = 33,
  v2_key_exchange = 34,
  v2_initiator_id = 35,
  v2_responder_id = 36,
  v2_certificate = 37,
  v2_certificate_request = 38,
  v2_authentication = 39,
  v2_nonce = 40,
  v2_notification = 41,
  v2_deletion = 42,
  v2_vendor_id = 43,
  v2_initiator_selectors = 44,
  v2_responder_selectors = 45,
  v2_encrypted = 46,
  v2_configuration = 47,
  v2_eap = 48
};

inline constexpr Name payload_names[] = {
    {0, "none"},   {1, "sa"},      {2, "p"},      {3, "t"},       {4, "ke"},       {5, "id"},
    {6, "cert"},   {7, "cr"},      {8, "hash"},   {9, "sig"},     {10, "nonce"},   {11, "n"},
    {12, "d"},     {13, "vid"},    {14, "pay14"}, {15, "pay15"},  {16, "pay16"},   {17, "pay17"},
    {18, "pay18"}, {19, "pay19"},  {20, "pay20"}, {21, "pay21"},  {22, "pay22"},   {23, "pay23"},
    {24, "pay24"}, {25, "pay25"},  {26, "pay26"}, {27, "pay27"},  {28, "pay28"},   {29, "pay29"},
    {30, "pay30"}, {31, "pay31"},  {32, "pay32"}, {33, "v2sa"},   {34, "v2ke"},    {35, "v2IDi"},
    {36, "v2IDr"}, {37, "v2cert"}, {38, "v2cr"},  {39, "v2auth"}, {40, "v2nonce"}, {41, "v2n"},
    {42, "v2d"},   {43, "v2vid"},  {44, "v2TSi"}, {45, "v2TSr"},  {46, "v2e"},     {47, "v2cp"},
    {48, "v2eap"}};

inline constexpr Name exchange_names[] = {
    {0, "none"},        {1, "base"},        {2, "ident"},         {3, "auth"},
    {4, "agg"},         {5, "inf"},         {32, "oakley-quick"}, {33, "oakley-newgroup"},
    {34, "ikev2_init"}, {35, "ikev2_auth"}, {36, "child_sa"},     {37, "inf2"}};

inline constexpr Name protocol_names[] = {{1, "isakmp"}, {2, "ipsec-ah"}, {3, "ipsec-esp"}, {4, "ipcomp"}};

inline constexpr Name isakmp_transforms[] = {{1, "ike"}};
inline constexpr Name ah_transforms[] = {{1, "(reserved)"}, {2, "md5"},      {3, "sha"},     {4, "1des"},
                                         {5, "sha2-256"},   {6, "sha2-384"}, {7, "sha2-512"}};
inline constexpr Name esp_transforms[] = {{1, "1des-iv64"}, {2, "1des"}, {3, "3des"},     {4, "rc5"},
                                          {5, "idea"},      {6, "cast"}, {7, "blowfish"}, {8, "3idea"},
                                          {9, "1des-iv32"}, {10, "rc4"}, {11, "null"},    {12, "aes"}};
inline constexpr Name ipcomp_transforms[] = {{1, "oui"}, {2, "deflate"}, {3, "lzs"}};

inline constexpr Name life_types[] = {{1, "sec"}, {2, "kb"}};
inline constexpr Name groups[] = {
    {1, "modp768"},     {2, "modp1024"},    {3, "EC2N 2^155"},  {4, "EC2N 2^185"}, {5, "modp1536"},
    {6, "iana-grp06"},  {7, "iana-grp07"},  {8, "iana-grp08"},  {9, "iana-grp09"}, {10, "iana-grp10"},
    {11, "iana-grp11"}, {12, "iana-grp12"}, {13, "iana-grp13"}, {14, "modp2048"},  {15, "modp3072"},
    {16, "modp4096"},   {17, "modp6144"},   {18, "modp8192"}};
/// The groups as IKEv1's attributes know them: without the last one.
inline constexpr Names attribute_groups = Names(groups).first(17);
inline constexpr Name oakley_ciphers[] = {{1, "1des"}, {2, "idea"}, {3, "blowfish"}, {4, "rc5"},
                                          {5, "3des"}, {6, "cast"}, {7, "aes"}};
inline constexpr Name oakley_hashes[] = {{1, "md5"},      {2, "sha1"},     {3, "tiger"},
                                         {4, "sha2-256"}, {5, "sha2-384"}, {6, "sha2-512"}};
inline constexpr Name oakley_authentications[] = {
    {1, "preshared"}, {2, "dss"}, {3, "rsa sig"}, {4, "rsa enc"}, {5, "rsa enc revised"}};
inline constexpr Name oakley_group_types[] = {{1, "MODP"}, {2, "ECP"}, {3, "EC2N"}};
inline constexpr Name ipsec_modes[] = {{1, "tunnel"}, {2, "transport"}};
inline constexpr Name ipsec_authentications[] = {
    {1, "hmac-md5"}, {2, "hmac-sha1"}, {3, "1des-mac"}, {4, "keyed"}};

/// An attribute's name and the names of its values.
struct Attribute {
  uint16_t type;
  std::string_view name;
  Names values = {};
};
using Attributes = std::span<const Attribute>;
inline constexpr Attribute oakley_attributes[] = {{1, "enc", oakley_ciphers},
                                                  {2, "hash", oakley_hashes},
                                                  {3, "auth", oakley_authentications},
                                                  {4, "group desc", attribute_groups},
                                                  {5, "group type", oakley_group_types},
                                                  {6, "group prime"},
                                                  {7, "group gen1"},
                                                  {8, "group gen2"},
                                                  {9, "group curve A"},
                                                  {10, "group curve B"},
                                                  {11, "lifetype", life_types},
                                                  {12, "lifeduration"},
                                                  {13, "prf"},
                                                  {14, "keylen"},
                                                  {15, "field"},
                                                  {16, "order"}};
inline constexpr Attribute ipsec_attributes[] = {{1, "lifetype", life_types},
                                                 {2, "life"},
                                                 {3, "group desc", attribute_groups},
                                                 {4, "enc mode", ipsec_modes},
                                                 {5, "auth", ipsec_authentications},
                                                 {6, "keylen"},
                                                 {7, "rounds"},
                                                 {8, "dictsize"},
                                                 {9, "privalg"}};
inline constexpr Attribute v2_attributes[] = {{14, "keylen"}};

inline constexpr Name identification_types[] = {
    {1, "IPv4"},      {2, "FQDN"},      {3, "user FQDN"}, {4, "IPv4net"},  {5, "IPv6"},  {6, "IPv6net"},
    {7, "IPv4range"}, {8, "IPv6range"}, {9, "ASN1 DN"},   {10, "ASN1 GN"}, {11, "keyid"}};
inline constexpr Name certificate_types[] = {{0, "none"},     {1, "pkcs7"},  {2, "pgp"},      {3, "dns"},
                                             {4, "x509sign"}, {5, "x509ke"}, {6, "kerberos"}, {7, "crl"},
                                             {8, "arl"},      {9, "spki"},   {10, "x509attr"}};

inline constexpr Name notification_errors[] = {{1, "INVALID-PAYLOAD-TYPE"},
                                               {2, "DOI-NOT-SUPPORTED"},
                                               {3, "SITUATION-NOT-SUPPORTED"},
                                               {4, "INVALID-COOKIE"},
                                               {5, "INVALID-MAJOR-VERSION"},
                                               {6, "INVALID-MINOR-VERSION"},
                                               {7, "INVALID-EXCHANGE-TYPE"},
                                               {8, "INVALID-FLAGS"},
                                               {9, "INVALID-MESSAGE-ID"},
                                               {10, "INVALID-PROTOCOL-ID"},
                                               {11, "INVALID-SPI"},
                                               {12, "INVALID-TRANSFORM-ID"},
                                               {13, "ATTRIBUTES-NOT-SUPPORTED"},
                                               {14, "NO-PROPOSAL-CHOSEN"},
                                               {15, "BAD-PROPOSAL-SYNTAX"},
                                               {16, "PAYLOAD-MALFORMED"},
                                               {17, "INVALID-KEY-INFORMATION"},
                                               {18, "INVALID-ID-INFORMATION"},
                                               {19, "INVALID-CERT-ENCODING"},
                                               {20, "INVALID-CERTIFICATE"},
                                               {21, "CERT-TYPE-UNSUPPORTED"},
                                               {22, "INVALID-CERT-AUTHORITY"},
                                               {23, "INVALID-HASH-INFORMATION"},
                                               {24, "AUTHENTICATION-FAILED"},
                                               {25, "INVALID-SIGNATURE"},
                                               {26, "ADDRESS-NOTIFICATION"},
                                               {27, "NOTIFY-SA-LIFETIME"},
                                               {28, "CERTIFICATE-UNAVAILABLE"},
                                               {29, "UNSUPPORTED-EXCHANGE-TYPE"},
                                               {30, "UNEQUAL-PAYLOAD-LENGTHS"}};
// Counted from the first number of their range: 8192, 16384 and 24576.
inline constexpr Name ipsec_notification_errors[] = {{0, "RESERVED"}};
inline constexpr Name notification_states[] = {{0, "CONNECTED"}};
inline constexpr Name ipsec_notification_states[] = {
    {0, "RESPONDER-LIFETIME"}, {1, "REPLAY-STATUS"}, {2, "INITIAL-CONTACT"}};

inline constexpr Name v2_transform_types[] = {{1, "encr"}, {2, "prf"}, {3, "integ"}, {4, "dh"}, {5, "esn"}};
inline constexpr Name v2_functions[] = {
    {1, "hmac-md5"}, {2, "hmac-sha"}, {3, "hmac-tiger"}, {4, "aes128_xcbc"}};
inline constexpr Name v2_integrity[] = {
    {1, "hmac-md5"}, {2, "hmac-sha"}, {3, "dec-mac"}, {4, "kpdk-md5"}, {5, "aes-xcbc"}};
inline constexpr Name v2_sequence_numbers[] = {{0, "no-esn"}, {1, "esn"}};
inline constexpr Name v2_identification_types[] = {{1, "ipv4:"}, {2, "fqdn:"}, {3, "rfc822:"}, {5, "ipv6:"},
                                                   {9, "dn:"},   {10, "gn:"},  {11, "keyid:"}};
inline constexpr Name v2_authentication_methods[] = {
    {0, "invalid"}, {1, "rsasig"}, {2, "shared-secret"}, {3, "dsssig"}};
inline constexpr Name v2_notification_names[] = {{1, "unsupported_critical_payload"},
                                                 {4, "invalid_ike_spi"},
                                                 {5, "invalid_major_version"},
                                                 {7, "invalid_syntax"},
                                                 {9, "invalid_message_id"},
                                                 {11, "invalid_spi"},
                                                 {14, "no_protocol_chosen"},
                                                 {17, "invalid_ke_payload"},
                                                 {24, "authentication_failed"},
                                                 {34, "single_pair_required"},
                                                 {35, "no_additional_sas"},
                                                 {36, "internal_address_failure"},
                                                 {37, "failed:cp_required"},
                                                 {39, "invalid_selectors"},
                                                 {16384, "initial_contact"},
                                                 {16385, "set_window_size"},
                                                 {16386, "additional_ts_possible"},
                                                 {16387, "ipcomp_supported"},
                                                 {16388, "nat_detection_source_ip"},
                                                 {16389, "nat_detection_destination_ip"},
                                                 {16390, "cookie"},
                                                 {16391, "use_transport_mode"},
                                                 {16392, "http_cert_lookup_supported"},
                                                 {16393, "rekey_sa"},
                                                 {16394, "tfc_padding_not_supported"},
                                                 {16395, "non_first_fragment_also"}};
/// The notifications about the IKE SA itself, whose SPI field says nothing (RFC 7296 3.10.1).
inline constexpr uint16_t v2_notifications_without_spi[] = {1,     5,     35,    36,    37,    39,    16384,
                                                            16385, 16386, 16387, 16391, 16392, 16394, 16395};

}  // namespace wiretale::isakmp
