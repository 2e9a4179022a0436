// ATM's operation and maintenance cells (ITU-T I.610).
#include "protocols/link/atm.h"

namespace wiretale::atm {
namespace {

constexpr Name flow_name_table[] = {{3, "OAM F4 (segment)"}, {4, "OAM F4 (end to end)"}};
constexpr Name payload_name_table[] = {
    {0, "user data, uncongested, SDU 0"},    {1, "user data, uncongested, SDU 1"},
    {2, "user data, congested,   SDU 0"},    {3, "user data, congested,   SDU 1"},
    {4, "VCC OAM F5 flow segment"},          {5, "VCC OAM F5 flow end to end"},
    {6, "Traffic Control and resource Mgmt"}};
enum CellType : uint8_t { fault = 1, performance = 2, activation = 8, system_management = 15 };
constexpr Name cell_type_name_table[] = {{fault, "Fault Management"},
                                         {performance, "Performance Management"},
                                         {activation, "activate/deactivate"},
                                         {system_management, "System Management"}};
enum FaultFunction : uint8_t { alarm_indication = 0, remote_defect = 1, continuity_check = 4, loopback = 8 };
constexpr Name fault_name_table[] = {{alarm_indication, "AIS"},
                                     {remote_defect, "RDI"},
                                     {continuity_check, "Continuity Check"},
                                     {loopback, "Loopback"}};
constexpr Name performance_name_table[] = {
    {0, "Forward Monitoring"}, {1, "Backward Reporting"}, {2, "Monitoring and Reporting"}};
constexpr Name activation_name_table[] = {{0, "Performance Monitoring"}, {1, "Continuity Check"}};

std::string_view function_name(uint8_t type, uint8_t function) {
  switch (type) {
    case fault: return name_or(fault_name_table, function, "none");
    case performance: return name_or(performance_name_table, function, "none");
    case activation: return name_or(activation_name_table, function, "none");
    default: return "unknown";
  }
}

void put_identifier(Line& line, std::string_view title, View in, size_t at, size_t words) {
  line.put("\n\t", title);
  for (size_t i = 0; i < words; ++i) line.put(Hex{in.u16(at + 2 * i), 4}, ' ');
}

/// CRC-10 with x^10 + x^9 + x^5 + x^4 + x + 1, as I.610 8.2 has it, over the cell's payload with its own CRC:
/// 0 when right.
uint16_t check_sum(Bytes payload) {
  uint16_t sum = 0;
  for (const uint8_t byte : payload)
    for (int bit = 7; bit >= 0; --bit) {
      const bool carry = ((sum >> 9) & 1) != 0;
      sum = static_cast<uint16_t>((sum << 1 | (byte >> bit & 1)) & 0x3ff);
      if (carry) sum ^= 0x233;
    }
  return sum;
}

}  // namespace

void print_operations(Line& line, View in, size_t control_byte) {
  line.protocol = "oam";
  constexpr size_t cell_header = 4, payload_length = 48;
  const uint32_t header = in.u32(control_byte);
  const uint8_t kind = in.u8(cell_header + control_byte);
  const uint8_t type = kind >> 4, function = kind & 0xf;
  const uint32_t path = header >> 20 & 0xff, channel = header >> 4 & 0xffff;
  line.put(name_or(flow_name_table, channel, "OAM F5"), ", vpi ", path, ", vci ", channel, ", payload [ ",
           name_or(payload_name_table, header >> 1 & 7, "Unknown"), " ], clp ", header & 1, ", length ",
           in.length());
  if (line.options.verbose == 0) return;
  line.put("\n\tcell-type ", name_or(cell_type_name_table, type, "unknown"), " (", type, "), func-type ",
           function_name(type, function), " (", function, ')');
  const View payload = in.from(cell_header + control_byte);
  if (type == fault && function == loopback) {
    payload.need(0, 46);
    line.put("\n\tLoopback-Indicator ", (payload.u8(1) & 1) != 0 ? "Request" : "Reply",
             ", Correlation-Tag 0x", Hex{payload.u32(2), 8});
    put_identifier(line, "Location-ID ", payload, 7, 6);
    put_identifier(line, "Source-ID   ", payload, 19, 6);
  } else if (type == fault && (function == alarm_indication || function == remote_defect)) {
    payload.need(0, 19);
    line.put("\n\tFailure-type 0x", Hex{payload.u8(1), 2});
    put_identifier(line, "Location-ID ", payload, 3, 8);
  }
  const Bytes whole = payload.bytes(0, payload_length);
  line.put("\n\tcksum 0x", Hex{payload.u16(payload_length - 2) & 0x3ffu, 3}, " (",
           check_sum(whole) == 0 ? "" : "in", "correct)");
}

}  // namespace wiretale::atm
