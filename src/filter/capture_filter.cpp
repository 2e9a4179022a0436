// Capture filters: the way to libpcap's compiler.
#include "filter/capture_filter.h"

#include <pcap/pcap.h>

#include "base/text.h"
#include "filter/capture_filter_advice.h"
#include "filter/empty_file.h"

namespace wiretale {
std::expected<CaptureFilter, CaptureFilterError> CaptureFilter::compile(const std::string& expression,
                                                                        const CaptureFilterTarget& target) {
  const EmptyFile file(target);
  if (file.handle() == nullptr)
    return std::unexpected(CaptureFilterError{"libpcap cannot compile filters for this link type"});
  bpf_program compiled{};
  if (pcap_compile(file.handle(), &compiled, expression.c_str(), target.optimise ? 1 : 0, target.netmask) < 0)
    return std::unexpected(explained(expression, pcap_geterr(file.handle())));
  std::vector<BpfInstruction> instructions;
  for (unsigned i = 0; i < compiled.bf_len; ++i) {
    const bpf_insn& in = compiled.bf_insns[i];
    instructions.push_back({in.code, in.jt, in.jf, in.k});
  }
  pcap_freecode(&compiled);
  auto program = PacketProgram::from(instructions);
  if (!program) return std::unexpected(CaptureFilterError{"libpcap compiled a program that is not valid"});
  return CaptureFilter{std::move(instructions), std::move(*program)};
}

LinkTypeName name_of_link_type(uint16_t link_type) {
  const EmptyFile file({.link_type = link_type});
  const int dlt = file.handle() != nullptr ? pcap_datalink(file.handle()) : link_type;
  const char* name = pcap_datalink_val_to_name(dlt);
  const char* description = pcap_datalink_val_to_description(dlt);
  return {dlt, name != nullptr ? name : "", name != nullptr && description != nullptr ? description : ""};
}

int link_type_of_name(const std::string& name) {
  const int dlt = pcap_datalink_name_to_val(name.c_str());
  if (dlt < 0) return -1;
  for (int link_type = 0; link_type < 300; ++link_type)
    if (name_of_link_type(static_cast<uint16_t>(link_type)).dlt == dlt) return link_type;
  return dlt;
}

std::string listing(std::span<const BpfInstruction> program, ProgramForm form) {
  Text text;
  if (form == ProgramForm::Numbers) text.put(program.size(), '\n');
  for (size_t i = 0; i < program.size(); ++i) {
    const BpfInstruction& in = program[i];
    if (form == ProgramForm::Assembler) {
      const bpf_insn instruction{in.code, in.jump_true, in.jump_false, in.operand};
      text.put(std::string_view{bpf_image(&instruction, static_cast<int>(i))}, '\n');
    } else if (form == ProgramForm::CStructures) {
      text.put("{ 0x", Hex{in.code}, ", ", in.jump_true, ", ", in.jump_false, ", 0x", Hex{in.operand, 8},
               " },\n");
    } else {
      text.put(in.code, ' ', in.jump_true, ' ', in.jump_false, ' ', in.operand, '\n');
    }
  }
  return std::string(text.view());
}

}  // namespace wiretale
