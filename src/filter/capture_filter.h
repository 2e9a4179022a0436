// Capture filters: tcpdump's language, compiled by libpcap and run by our own engine.
#pragma once
#include <expected>
#include <string>

#include "filter/packet_program.h"

namespace wiretale {

/// What a filter is compiled for.
struct CaptureFilterTarget {
  uint16_t link_type = 1;          ///< LINKTYPE_* of the file
  uint32_t snap_length = 262'144;  ///< of the file; what an accepting program returns
  uint32_t link_type_bits = 0;     ///< what a pcap header keeps above the link type
  bool swapped_file = false;       ///< the file is in the other byte order (matters for LINKTYPE_NULL)
  uint32_t netmask = 0;            ///< of the interface, for "ip broadcast"; 0 for files
  enum Optimise : bool { No = false, Yes = true } optimise = Yes;
};

/// Why an expression is no capture filter.
struct CaptureFilterError {
  std::string reason;  ///< libpcap's words
  size_t place = 0;    ///< of the mistake in the expression, as far as it is known
  size_t length = 0;   ///< characters that are wrong; 0 when only the place is known
  std::string advice;  ///< how to mend it; may be empty
};
/// The error for a terminal: reason, the expression with a caret under the mistake, and the advice.
[[nodiscard]] std::string described(const CaptureFilterError& error, std::string_view expression);

class CaptureFilter {
 public:
  [[nodiscard]] static std::expected<CaptureFilter, CaptureFilterError> compile(
      const std::string& expression, const CaptureFilterTarget& target);

  [[nodiscard]] bool matches(Bytes captured, uint32_t wire_length) const {
    return program_.run(captured, wire_length) != 0;
  }
  [[nodiscard]] bool accepts_everything() const { return program_.accepts_everything(); }
  [[nodiscard]] std::span<const BpfInstruction> instructions() const { return instructions_; }

 private:
  CaptureFilter(std::vector<BpfInstruction> instructions, PacketProgram program)
      : instructions_(std::move(instructions)), program_(std::move(program)) {}
  std::vector<BpfInstruction> instructions_;
  PacketProgram program_;
};

/// What libpcap calls a link type: its DLT_ number, name and description ("EN10MB", "Ethernet"; empty when it
/// has none).
struct LinkTypeName {
  int dlt;
  std::string name, description;
};
[[nodiscard]] LinkTypeName name_of_link_type(uint16_t link_type);
/// The LINKTYPE_ number of a name for -y ("EN10MB"), or -1.
[[nodiscard]] int link_type_of_name(const std::string& name);

/// How -d, -dd and -ddd show a program.
enum class ProgramForm : uint8_t { Assembler = 1, CStructures = 2, Numbers = 3 };
[[nodiscard]] std::string listing(std::span<const BpfInstruction> program, ProgramForm form);

}  // namespace wiretale
