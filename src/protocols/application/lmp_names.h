// Names in LMP (RFC 4204, and the UNI 1.0 service configuration of the Optical Internetworking Forum).
#pragma once
#include "packet/names.h"

namespace wiretale::lmp {

inline constexpr Name message_table[] = {{1, "Config"},
                                         {2, "Config ACK"},
                                         {3, "Config NACK"},
                                         {4, "Hello"},
                                         {5, "Begin Verify"},
                                         {6, "Begin Verify ACK"},
                                         {7, "Begin Verify NACK"},
                                         {8, "End Verify"},
                                         {9, "End Verify ACK"},
                                         {10, "Test"},
                                         {11, "Test Status Success"},
                                         {12, "Test Status Failure"},
                                         {13, "Test Status ACK"},
                                         {14, "Link Summary"},
                                         {15, "Link Summary ACK"},
                                         {16, "Link Summary NACK"},
                                         {17, "Channel Status"},
                                         {18, "Channel Status ACK"},
                                         {19, "Channel Status Request"},
                                         {20, "Channel Status Response"},
                                         {50, "Service Config"},
                                         {51, "Service Config ACK"},
                                         {52, "Service Config NACK"}};
inline constexpr Names messages = message_table;
inline constexpr Name header_flags[] = {{0x01, "Control Channel Down"}, {0x02, "LMP restart"}};

enum Class : uint8_t {
  control_channel = 1,
  node = 2,
  link = 3,
  interface = 4,
  message_identifier = 5,
  configuration = 6,
  hello = 7,
  verify_begin = 8,
  verify_begin_ack = 9,
  verify_identifier = 10,
  te_link = 11,
  data_link = 12,
  channel_status = 13,
  channel_status_request = 14,
  error_code = 20,
  service_configuration = 51
};
inline constexpr Name class_table[] = {{control_channel, "Control Channel ID"},
                                       {node, "Node ID"},
                                       {link, "Link ID"},
                                       {interface, "Interface ID"},
                                       {message_identifier, "Message ID"},
                                       {configuration, "Configuration"},
                                       {hello, "Hello"},
                                       {verify_begin, "Verify Begin"},
                                       {verify_begin_ack, "Verify Begin ACK"},
                                       {verify_identifier, "Verify ID"},
                                       {te_link, "TE Link"},
                                       {data_link, "Data Link"},
                                       {channel_status, "Channel Status"},
                                       {channel_status_request, "Channel Status Request"},
                                       {error_code, "Error Code"},
                                       {service_configuration, "Service Config"}};

/// What the types of a class are called: ends of a link or channel, families, or just their number.
inline constexpr Name side_table[] = {{1, "Local"}, {2, "Remote"}};
inline constexpr Name family_and_side_table[] = {{1, "IPv4 Local"},       {2, "IPv4 Remote"},
                                                 {3, "IPv6 Local"},       {4, "IPv6 Remote"},
                                                 {5, "Unnumbered Local"}, {6, "Unnumbered Remote"}};
inline constexpr Name family_table[] = {{1, "IPv4"}, {2, "IPv6"}, {3, "Unnumbered"}};
inline constexpr Name number_table[] = {{1, "1"}, {2, "2"}, {3, "3"}, {4, "4"}};

constexpr Names class_type_names(uint8_t object_class) {
  const Names numbers = number_table;
  switch (object_class) {
    case control_channel:
    case node: return side_table;
    case link:
    case interface: return family_and_side_table;
    case te_link:
    case data_link:
    case channel_status:
    case channel_status_request: return family_table;
    case message_identifier:
    case error_code: return numbers.first(2);
    case configuration:
    case hello:
    case verify_begin:
    case verify_begin_ack:
    case verify_identifier: return numbers.first(1);
    case service_configuration: return numbers;
    default: return {};
  }
}

inline constexpr Name verify_flags[] = {{0x01, "Verify all links"}, {0x02, "Data link type"}};
inline constexpr Name te_link_flags[] = {{0x01, "Fault Management Supported"},
                                         {0x02, "Link Verification Supported"}};
inline constexpr Name data_link_flags[] = {
    {0x01, "Data Link Port"}, {0x02, "Allocated for user traffic"}, {0x04, "Failed link"}};
inline constexpr Name subobject_table[] = {{1, "Interface Switching Type"}, {2, "Wavelength"}};
inline constexpr Name channel_states[] = {{1, "Signal Okay"}, {2, "Signal Degraded"}, {3, "Signal Fail"}};
inline constexpr Name verify_errors[] = {{0x01, "Link Verification Procedure Not supported"},
                                         {0x02, "Unwilling to verify"},
                                         {0x04, "Unsupported verification transport mechanism"},
                                         {0x08, "Link-Id configuration error"},
                                         {0x10, "Unknown object c-type"}};
inline constexpr Name summary_errors[] = {{0x01, "Unacceptable non-negotiable LINK-SUMMARY parameters"},
                                          {0x02, "Renegotiate LINK-SUMMARY parameters"},
                                          {0x04, "Invalid TE-LINK Object"},
                                          {0x08, "Invalid DATA-LINK Object"},
                                          {0x10, "Unknown TE-LINK Object c-type"},
                                          {0x20, "Unknown DATA-LINK Object c-type"}};

inline constexpr Name signalling_protocols[] = {{0x01, "RSVP Supported"}, {0x02, "LDP Supported"}};
enum LinkType : uint8_t { sdh = 5, sonet = 6 };
inline constexpr Name link_types[] = {{sdh, "SDH ITU-T G.707"}, {sonet, "SONET ANSI T1.105"}};
inline constexpr Name sdh_signals[] = {{5, "VC-3"},  {6, "VC-4"},    {7, "STM-0"},   {8, "STM-1"},
                                       {9, "STM-4"}, {10, "STM-16"}, {11, "STM-64"}, {12, "STM-256"}};
inline constexpr Name sonet_signals[] = {{5, "STS-1 SPE"}, {6, "STS-3c SPE"}, {7, "STS-1"},
                                         {8, "STM-3"},     {9, "STM-12"},     {10, "STM-48"},
                                         {11, "STM-192"},  {12, "STM-768"}};
inline constexpr Name port_transparency[] = {{0x01, "Path/VC Overhead Transparency Supported"},
                                             {0x02, "Line/MS Overhead Transparency Supported"},
                                             {0x04, "Section/RS Overhead Transparency Supported"}};
inline constexpr Name concatenation[] = {{0x01, "Contiguous Concatenation Types Supported"}};
inline constexpr Name network_transparency[] = {{0x01, "Standard SOH/RSOH Transparency Supported"},
                                                {0x02, "Standard LOH/MSOH Transparency Supported"}};
inline constexpr Name tandem_monitoring[] = {{0x01, "Transparent Tandem Connection Monitoring Supported"}};
inline constexpr Name diversity[] = {{0x01, "Node Diversity Supported"},
                                     {0x02, "Link Diversity Supported"},
                                     {0x04, "SRLG Diversity Supported"}};

}  // namespace wiretale::lmp
