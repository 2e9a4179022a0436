// What there is to say about a whole capture file without decoding it.
#pragma once
#include "files/source.h"

namespace wiretale {

/// Hexadecimal digests of the file as it lies on disk.
struct Digests {
  std::string sha256, sha1;
};

struct FileSummary {
  FileFacts facts;
  std::vector<Interface> interfaces;
  std::vector<uint64_t> packets_of_interface;
  std::vector<Damage> damage;
  std::optional<uint64_t> file_bytes;  ///< on disk; unknown for a pipe
  std::optional<Digests> digests;      ///< only of regular files, and only if asked for
  uint64_t packets = 0;
  uint64_t wire_bytes = 0, captured_bytes = 0;
  uint64_t cut_packets = 0;  ///< captured shorter than they were on the wire
  uint64_t commented_packets = 0;
  std::optional<Time> first, last;  ///< earliest and latest; packets without a time are left out
  bool in_time_order = true;

  [[nodiscard]] std::optional<Duration> duration() const;
};

enum class WithDigests : uint8_t { No, Yes };

/// Reads the file to its end.
[[nodiscard]] std::expected<FileSummary, Error> summarize(const std::string& path, WithDigests with);

/// "Ethernet", or "link type 12345".
[[nodiscard]] std::string link_type_name(uint16_t link_type);

}  // namespace wiretale
