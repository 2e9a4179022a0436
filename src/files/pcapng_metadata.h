// The pcapng blocks that carry no packets: who captured, on which interfaces, names, secrets, counters.
#pragma once
#include <functional>

#include "files/file_source.h"

namespace wiretale {

/// Asks whether so many bytes of text may be kept in memory.
using KeepTexts = std::function<bool(size_t)>;

/// Each gets the block's body: what is between the leading and the trailing length.
[[nodiscard]] Section read_section(Bytes body, FileOrder order, const KeepTexts& keep);
/// Nothing when the body is too short or the time resolution is impossible.
[[nodiscard]] std::optional<Interface> read_interface(Bytes body, FileOrder order, const KeepTexts& keep);
void read_statistics(Bytes body, FileOrder order, Interface& interface);
void read_names(Bytes body, FileOrder order, const KeepTexts& keep, std::vector<HostName>& names);
[[nodiscard]] std::optional<Secrets> read_secrets(Bytes body, FileOrder order, const KeepTexts& keep);

}  // namespace wiretale
