// From the options to the output that shows packets, and what it needs of them.
#pragma once
#include <memory>

#include "commands/read_options.h"
#include "outputs/packet_output.h"

namespace wiretale {

struct ReadOutput {
  std::unique_ptr<PacketOutput> packets;  ///< null: packets are only written to a file
  FieldNeeds needs{.everything = false, .labels = false, .fields = {}};
  bool columns = false;
};

/// `list` outlives the output. The message when a field of -e does not exist.
[[nodiscard]] std::expected<ReadOutput, std::string> choose_output(const ReadOptions& options,
                                                                   PacketList& list);

}  // namespace wiretale
