// The two forms of what `wiretale info` says.
#pragma once
#include <span>

#include "base/text.h"
#include "files/summary.h"

namespace wiretale {

/// Aligned text for people.
void write_info(const FileSummary& summary, Text& text);
/// One JSON document, schema wiretale/info/1, for all files.
void write_info_json(std::span<const FileSummary> summaries, Text& text);

/// "2024-06-01T12:00:00.000000+0000" in the local time zone, with as many decimals as the file has.
[[nodiscard]] std::string local_time(Time time, uint64_t units_per_second);
/// The finest resolution among the interfaces.
[[nodiscard]] uint64_t finest_units(const FileSummary& summary);
/// The file's link type's name; "per packet" when its interfaces differ.
[[nodiscard]] std::string encapsulation(const FileSummary& summary);
[[nodiscard]] std::string_view format_name(CaptureFormat format);
[[nodiscard]] std::string_view compression_name(Compression compression);

}  // namespace wiretale
