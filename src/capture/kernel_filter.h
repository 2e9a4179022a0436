// Capture filters inside the kernel: programs fitted to a packet socket.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "filter/packet_program.h"

namespace wiretale {

/// A socket of cooked packets shows the kernel no cooked header: what a program reads there it has to ask the
/// kernel for. Nothing when it reads a part of the header that the kernel cannot tell.
[[nodiscard]] std::optional<std::vector<BpfInstruction>> for_cooked_socket(
    std::span<const BpfInstruction> program, uint16_t link_type);

/// Sets the socket's filter; false when the kernel does not take the program (too long, no memory).
[[nodiscard]] bool attach_filter(int socket, std::span<const BpfInstruction> program);
/// From now on the socket takes no packet.
void reject_everything(int socket);

}  // namespace wiretale
