// What PPPoE discovery and sessions share: the header, and the line, which tcpdump writes by the code alone.
#pragma once
#include "packet/line.h"

namespace wiretale::pppoe_frame {

inline constexpr size_t header_length = 6;
inline constexpr uint8_t session_data = 0;

inline constexpr Name code_name_table[] = {{0x09, "PADI"}, {0x07, "PADO"}, {0x19, "PADR"},
                                           {0x65, "PADS"}, {0xa7, "PADT"}, {0x00, ""}};
inline constexpr Names code_names = code_name_table;

/// RFC 2516 appendix A, RFC 4638.
inline constexpr Name tag_name_table[] = {{0x0000, "EOL"},
                                          {0x0101, "Service-Name"},
                                          {0x0102, "AC-Name"},
                                          {0x0103, "Host-Uniq"},
                                          {0x0104, "AC-Cookie"},
                                          {0x0105, "Vendor-Specific"},
                                          {0x0110, "Relay-Session-ID"},
                                          {0x0120, "PPP-Max-Payload"},
                                          {0x0201, "Service-Name-Error"},
                                          {0x0202, "AC-System-Error"},
                                          {0x0203, "Generic-Error"}};
inline constexpr Names tag_names = tag_name_table;

void print(Line& line, View in);

}  // namespace wiretale::pppoe_frame
