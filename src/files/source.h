// Where packets come from: a file, several merged files, standard input, interfaces.
#pragma once
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "packet/earlier_packets.h"

namespace wiretale {

/// One capture interface, as a pcap file header or a pcapng Interface Description Block states it.
struct Interface {
  uint16_t link_type = 1;         ///< LINKTYPE_*
  uint32_t snap_length = 262144;  ///< 0 means no limit
  uint32_t link_type_bits = 0;    ///< pcap: what the header keeps above the link type (length of the FCS)
  std::string name, description, filter, operating_system, hardware;
  std::vector<std::string> comments;
  uint64_t units_per_second = 1'000'000;      ///< resolution of the file's time stamps
  int64_t offset_seconds = 0;                 ///< pcapng if_tsoffset
  uint64_t speed = 0;                         ///< bits per second; 0 unknown
  std::optional<uint64_t> received, dropped;  ///< from Interface Statistics Blocks, the last one wins
  uint32_t statistics_blocks = 0;
  uint32_t section = 0;  ///< index into FileFacts::sections
};

/// What was lost of a damaged source, for the message at its end.
struct Damage {
  enum class Kind : uint8_t {
    Cut,      ///< the file ends in the middle of a record; what came before is whole
    Invalid,  ///< a record contradicts itself
    Unread,   ///< the system or the decompression failed
  };
  std::string what;  ///< "x.pcap ends in the middle of packet 48,212 (wanted 1,514 bytes, 900 are there)"
  uint64_t packets_before;  ///< delivered before the damage
  uint64_t bytes_unused;    ///< bytes of the (decompressed) file that nobody could read
  uint64_t offset;          ///< where the damaged record begins, in the decompressed file
  Kind kind;
};

/// Seconds and fraction as the file has them, where Time cannot keep them.
struct RawTime {
  int64_t seconds;
  uint64_t fraction;  ///< in the interface's units; may be a second or more
};

/// What the file says about a packet beyond Packet. Only packets with something to say have one.
struct PacketNote {
  uint32_t number;          ///< Packet::number
  bool big_endian = false;  ///< byte order of `options`
  bool has_time = true;     ///< false for Simple Packet Blocks
  Bytes options;            ///< pcapng options, valid as long as the packet's bytes; see files/options.h
  std::optional<RawTime> odd_time;
  std::optional<uint32_t> drop_count;  ///< of an old Packet Block; newer ones have it as an option
};

/// Who wrote a section of a pcapng file.
struct Section {
  std::string hardware, operating_system, application;
  std::vector<std::string> comments;
};

/// An address and one name of it, from a pcapng Name Resolution Block.
struct HostName {
  std::vector<uint8_t> address;  ///< 4 or 16 bytes
  std::string name;
};

/// A pcapng Decryption Secrets Block.
struct Secrets {
  static constexpr uint32_t tls_key_log = 0x544c534b;
  uint32_t type;
  std::vector<uint8_t> data;
};

enum class CaptureFormat : uint8_t { Pcap, PcapModified, Pcapng };
enum class Compression : uint8_t { None, Gzip, Zstd, Lz4 };

/// What a file tells about itself; grows while it is read.
struct FileFacts {
  std::string path;  ///< as given; "-" is standard input
  CaptureFormat format = CaptureFormat::Pcap;
  Compression compression = Compression::None;
  bool big_endian = false;  ///< of the (current) section
  uint16_t major = 0, minor = 0;
  std::vector<Section> sections;  ///< empty for pcap
  std::vector<HostName> names;
  std::vector<Secrets> secrets;
  uint64_t name_blocks = 0, secret_blocks = 0;
  uint64_t custom_blocks = 0, unknown_blocks = 0;  ///< skipped
  uint64_t texts_dropped = 0;  ///< comments, names and secrets beyond the memory they may take
};

/// Delivers packets in the order of the file. One thread at a time.
class Source {
 public:
  virtual ~Source() = default;
  /// Fills the batch with 1 to Batch::capacity packets; 0 at the end. Sets time, number, wire_length,
  /// interface, link_type and bytes, and empties layers and flow; the bytes stay valid until the next call.
  /// Whole packets before a damage are delivered in batches of their own: what a call delivers comes after
  /// every damage known when it returns.
  virtual std::expected<size_t, Error> read(Batch& batch) = 0;
  /// As long as this is kept, the bytes of the last batch stay valid beyond the next call; null for a source
  /// that cannot lend them. It is given back in the thread that reads, or with a lock in between.
  [[nodiscard]] virtual std::shared_ptr<const void> lend_memory() const { return nullptr; }
  /// Known so far; pcapng may add interfaces while it is read.
  [[nodiscard]] virtual const std::vector<Interface>& interfaces() const = 0;
  [[nodiscard]] virtual const std::vector<Damage>& damage() const = 0;
  /// About packets of the last batch, by ascending packet number; valid as long as that batch.
  [[nodiscard]] virtual std::span<const PacketNote> notes() const { return {}; }
  /// For packets that are wanted once more; null when what was read is gone (pipes, compressed files).
  [[nodiscard]] virtual EarlierPackets* earlier() { return nullptr; }
  /// The files behind the source; empty for a live interface.
  [[nodiscard]] virtual std::span<const FileFacts* const> files() const { return {}; }
};

/// The note about a packet of the last batch, or null.
[[nodiscard]] const PacketNote* find_note(const Source& source, uint32_t packet_number);

/// Opens a pcap or pcapng file, compressed (gzip, zstd, lz4) or not; "-" is standard input.
[[nodiscard]] std::expected<std::unique_ptr<Source>, Error> open_capture(const std::string& path);

/// Opens several files as one source in time order. A packet's interface counts through all of them;
/// `files()` keeps the order of the paths.
[[nodiscard]] std::expected<std::unique_ptr<Source>, Error> open_captures(std::span<const std::string> paths);

/// A capture in memory, which must outlive the source; `name` stands for the file in messages.
[[nodiscard]] std::expected<std::unique_ptr<Source>, Error> open_memory(Bytes bytes, const std::string& name);

}  // namespace wiretale
