// Where packets come from: a file, several merged files, standard input, later a live interface.
#pragma once
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "packet/packet.h"

namespace wiretale {

/// One capture interface, as a pcap file header or a pcapng Interface Description Block states it.
struct Interface {
  uint16_t link_type = 1;         ///< LINKTYPE_*
  uint32_t snap_length = 262144;  ///< 0 means no limit
  std::string name, description, filter, operating_system, hardware;
  uint64_t units_per_second = 1'000'000;      ///< resolution of the file's time stamps
  int64_t offset_seconds = 0;                 ///< pcapng if_tsoffset
  uint64_t speed = 0;                         ///< bits per second; 0 unknown
  std::optional<uint64_t> received, dropped;  ///< from Interface Statistics Blocks
};

/// What was lost of a damaged source, for the message at its end.
struct Damage {
  std::string what;  ///< "x.pcap ends in the middle of packet 48,212 (wanted 1,514 bytes, 900 are there)"
  uint64_t packets_before;  ///< delivered before the damage
  uint64_t bytes_unused;    ///< bytes of the file that nobody could read
};

/// Delivers packets in the order of the file. One thread at a time.
class Source {
 public:
  virtual ~Source() = default;
  /// Fills the batch with 1 to Batch::capacity packets; 0 at the end. Sets time, number, wire_length,
  /// interface, link_type and bytes; the bytes stay valid until the next call. Whole packets before a damage
  /// are delivered; then damage() tells.
  virtual std::expected<size_t, Error> read(Batch& batch) = 0;
  /// Known so far; pcapng may add interfaces while it is read.
  [[nodiscard]] virtual const std::vector<Interface>& interfaces() const = 0;
  [[nodiscard]] virtual const std::vector<Damage>& damage() const = 0;
};

/// Opens a pcap or pcapng file, compressed or not; "-" is standard input.
[[nodiscard]] std::expected<std::unique_ptr<Source>, Error> open_capture(const std::string& path);

}  // namespace wiretale
