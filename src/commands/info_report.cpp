// `wiretale info` as text.
#include "commands/info_report.h"

#include <algorithm>
#include <ctime>

namespace wiretale {
namespace {

/// Lines of a label and a value, at one indent.
class Lines {
 public:
  Lines(Text& text, unsigned indent) : text_(text), indent_(indent) {}
  template <class... Parts>
  void add(std::string_view label, const Parts&... parts) {
    text_.fill(indent_, ' ');
    text_.put(Left{label, 22 - indent_});
    text_.put(parts..., '\n');
  }
  /// Words from the file, made safe for a terminal; nothing if there are none.
  void words(std::string_view label, std::string_view words) {
    if (!words.empty()) add(label, Escaped{{reinterpret_cast<const uint8_t*>(words.data()), words.size()}});
  }
  void words(std::string_view label, const std::vector<std::string>& all) {
    for (const std::string& each : all) words(label, std::string_view{each});
  }

 private:
  Text& text_;
  unsigned indent_;
};

std::string precision(uint64_t units) {
  switch (units) {
    case 1: return "seconds";
    case 1'000: return "milliseconds";
    case 1'000'000: return "microseconds";
    case 1'000'000'000: return "nanoseconds";
    default: return text_of("1/", Grouped{units}, " second");
  }
}

unsigned decimals(uint64_t units_per_second) {
  unsigned count = 0;
  for (uint64_t power = 1; power < units_per_second && count < 9; power *= 10) ++count;
  return count;
}

std::string bits_per_second(double bits) {
  constexpr std::string_view units[] = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};
  size_t i = 0;
  for (; bits >= 1000 && i + 1 < std::size(units); ++i) bits /= 1000;
  return text_of(Fixed{bits, i == 0 ? 0 : 1}, ' ', units[i]);
}

void write_time(const FileSummary& summary, Lines& lines) {
  if (!summary.first) return;
  const uint64_t units = finest_units(summary);
  const Duration duration = *summary.duration();
  lines.add("First packet", local_time(*summary.first, units));
  lines.add("Last packet", local_time(*summary.last, units));
  lines.add("Duration", Fixed{duration.seconds(), static_cast<int>(decimals(units))}, " s");
  if (duration.nanoseconds > 0) {
    const double seconds = duration.seconds(), bytes = static_cast<double>(summary.wire_bytes);
    lines.add("Data rate", Grouped{static_cast<uint64_t>(bytes / seconds)}, " bytes/s, ",
              bits_per_second(bytes * 8 / seconds));
    lines.add("Packet rate", Fixed{static_cast<double>(summary.packets) / seconds, 1}, " packets/s");
  }
  lines.add("Time order", summary.in_time_order ? "strict" : "packets go back in time");
}

void write_interface(const FileSummary& summary, size_t i, Text& text) {
  const Interface& interface = summary.interfaces[i];
  text.put("  Interface ", i, '\n');
  Lines lines(text, 4);
  lines.words("Name", interface.name);
  lines.words("Description", interface.description);
  lines.add("Encapsulation", link_type_name(interface.link_type), " (", interface.link_type, ")");
  if (interface.snap_length == 0) {
    lines.add("Snapshot length", "no limit");
  } else {
    lines.add("Snapshot length", Grouped{interface.snap_length}, " bytes");
  }
  lines.add("Time precision", precision(interface.units_per_second));
  if (interface.offset_seconds != 0) lines.add("Time offset", interface.offset_seconds, " s");
  if (interface.speed != 0 && interface.speed != ~uint64_t{0})
    lines.add("Speed", bits_per_second(static_cast<double>(interface.speed)));
  lines.words("Capture filter", interface.filter);
  lines.words("Operating system", interface.operating_system);
  lines.words("Hardware", interface.hardware);
  lines.words("Comment", interface.comments);
  lines.add("Packets", Grouped{summary.packets_of_interface[i]});
  if (interface.received) lines.add("Received", Grouped{*interface.received});
  if (interface.dropped) lines.add("Dropped", Grouped{*interface.dropped});
  if (interface.statistics_blocks > 0) lines.add("Statistics blocks", interface.statistics_blocks);
}

}  // namespace

std::string local_time(Time time, uint64_t units_per_second) {
  int64_t second = time.nanoseconds / 1'000'000'000, rest = time.nanoseconds % 1'000'000'000;
  if (rest < 0) {
    rest += 1'000'000'000;
    --second;
  }
  const std::time_t clock = second;
  std::tm parts{};
  localtime_r(&clock, &parts);
  char date[64], zone[16];
  std::strftime(date, sizeof date, "%FT%T", &parts);
  std::strftime(zone, sizeof zone, "%z", &parts);
  const unsigned digits = decimals(units_per_second);
  const std::string fraction = text_of(Padded{static_cast<uint64_t>(rest), 9, '0'});
  return text_of(std::string_view{date}, digits > 0 ? "." : "", std::string_view{fraction}.substr(0, digits),
                 std::string_view{zone});
}

uint64_t finest_units(const FileSummary& summary) {
  uint64_t finest = 1;
  for (const Interface& interface : summary.interfaces) finest = std::max(finest, interface.units_per_second);
  return summary.interfaces.empty() ? 1'000'000 : finest;
}

std::string encapsulation(const FileSummary& summary) {
  if (summary.interfaces.empty()) return "unknown";
  const uint16_t first = summary.interfaces[0].link_type;
  const bool differs =
      std::ranges::any_of(summary.interfaces, [=](const Interface& i) { return i.link_type != first; });
  return differs ? "per packet" : link_type_name(first);
}

std::string_view format_name(CaptureFormat format) {
  constexpr std::string_view names[] = {"pcap", "modified pcap", "pcapng"};
  return names[static_cast<size_t>(format)];
}
std::string_view compression_name(Compression compression) {
  constexpr std::string_view names[] = {"none", "gzip", "zstd", "lz4"};
  return names[static_cast<size_t>(compression)];
}

void write_info(const FileSummary& summary, Text& text) {
  const FileFacts& facts = summary.facts;
  text.put(facts.path == "-" ? std::string_view{"standard input"} : facts.path, '\n');
  Lines lines(text, 2);
  lines.add("Format", format_name(facts.format), ' ', facts.major, '.', facts.minor, ", ",
            facts.big_endian ? "big-endian" : "little-endian");
  if (facts.compression != Compression::None) lines.add("Compression", compression_name(facts.compression));
  lines.add("Encapsulation", encapsulation(summary));
  lines.add("Time precision", precision(finest_units(summary)));
  lines.add("Packets", Grouped{summary.packets});
  if (summary.file_bytes) lines.add("File size", Grouped{*summary.file_bytes}, " bytes");
  lines.add("Data size", Grouped{summary.wire_bytes}, " bytes");
  if (summary.cut_packets > 0)
    lines.add("Captured", Grouped{summary.captured_bytes}, " bytes (", Grouped{summary.cut_packets},
              " packets were cut short by the snapshot length)");
  if (summary.packets > 0)
    lines.add("Average packet",
              Fixed{static_cast<double>(summary.wire_bytes) / static_cast<double>(summary.packets), 2},
              " bytes");
  write_time(summary, lines);
  if (summary.digests) {
    lines.add("SHA256", summary.digests->sha256);
    lines.add("SHA1", summary.digests->sha1);
  }
  for (const Section& section : facts.sections) {
    if (facts.sections.size() > 1) lines.add("Section", &section - facts.sections.data());
    lines.words("Hardware", section.hardware);
    lines.words("Operating system", section.operating_system);
    lines.words("Application", section.application);
    lines.words("Comment", section.comments);
  }
  if (summary.commented_packets > 0) lines.add("Commented packets", Grouped{summary.commented_packets});
  if (facts.name_blocks > 0)
    lines.add("Names", Grouped{facts.names.size()}, " in ", Grouped{facts.name_blocks}, " blocks");
  if (facts.secret_blocks > 0) lines.add("Decryption secrets", Grouped{facts.secret_blocks}, " blocks");
  if (facts.custom_blocks + facts.unknown_blocks > 0)
    lines.add("Skipped blocks", Grouped{facts.custom_blocks}, " custom, ", Grouped{facts.unknown_blocks},
              " unknown");
  if (facts.texts_dropped > 0)
    lines.add("Not kept", Grouped{facts.texts_dropped},
              " comments, names or secrets, beyond the limit of memory");
  for (size_t i = 0; i < summary.interfaces.size(); ++i) write_interface(summary, i, text);
}

}  // namespace wiretale
