// Writing captures: pcap and pcapng, to a file or standard output.
#pragma once
#include <cstdio>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "files/record_file.h"
#include "files/source.h"

namespace wiretale {

/// The forms a capture can be written in.
enum class WriteFormat : uint8_t { PcapMicro, PcapNano, Pcapng };

struct WriterOptions {
  WriteFormat format = WriteFormat::Pcapng;
  /// pcap: the one interface of the file (its link type and snap length go into the file header). pcapng: the
  /// interfaces known so far; packets may name later ones after Writer::add_interface.
  std::vector<Interface> interfaces;
  Section section;  ///< pcapng; an empty application becomes "wiretale"
};

/// Writes packets. Whole records only: what reaches the file with each flush ends at the end of a record.
///
/// The file is created (or emptied) by `create`, together with its header, so that a capture without packets
/// is still a capture; an existing file is emptied only after the options were found to be possible. After an
/// error nothing more is written and every further call returns the same error. Call `finish`: the destructor
/// writes what is buffered but cannot report an error.
class Writer {
 public:
  /// "-" is standard output.
  [[nodiscard]] static std::expected<std::unique_ptr<Writer>, Error> create(const std::string& path,
                                                                            WriterOptions options);
  /// Over a file that is open for writing and empty; `path` is its name in messages.
  [[nodiscard]] static std::unique_ptr<Writer> over(int descriptor, const std::string& path,
                                                    WriterOptions options);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Appends a packet. Its note (or null) gives pcapng the packet's options, and both the exact odd time.
  /// pcap takes a packet of another link type for an error.
  [[nodiscard]] std::expected<void, Error> write(const Packet& packet, const PacketNote* note = nullptr);
  /// Packets of interface `interfaces().size()` may follow; pcap ignores it.
  [[nodiscard]] std::expected<void, Error> add_interface(const Interface& interface);
  [[nodiscard]] std::expected<void, Error> write_secrets(const Secrets& secrets);         ///< pcapng only
  [[nodiscard]] std::expected<void, Error> write_names(std::span<const HostName> names);  ///< pcapng only
  /// Hands everything to the system.
  [[nodiscard]] std::expected<void, Error> flush();
  /// After an error: whether there is no room, and another try, which succeeds when room was made.
  [[nodiscard]] bool disk_is_full() const;
  [[nodiscard]] bool retry() { return file_.retry(); }
  /// Ends the file: pcapng's interface statistics, flush, close.
  [[nodiscard]] std::expected<void, Error> finish();

  /// What finish() writes as an interface's statistics; from the source, at the end.
  void set_statistics(size_t interface, std::optional<uint64_t> received, std::optional<uint64_t> dropped);

  [[nodiscard]] uint64_t packets() const { return packets_; }
  /// Bytes of the file so far, buffered ones included; for limits on a file's size.
  [[nodiscard]] uint64_t bytes() const { return file_.bytes(); }
  /// Interfaces declared so far.
  [[nodiscard]] size_t interfaces() const { return interfaces_.size(); }

 private:
  struct Declared {
    Interface interface;
    uint64_t packets = 0;
    Time first, last;
  };

  Writer(std::string path, int descriptor, WriterOptions options);
  /// Room for a record of `size` bytes; null after an error.
  uint8_t* room(size_t size) { return file_.room(size); }
  [[nodiscard]] std::expected<void, Error> status() const;
  [[nodiscard]] std::string name() const { return path_ == "-" ? "standard output" : path_; }

  void write_pcap_header();
  std::expected<void, Error> write_pcap(const Packet& packet, const PacketNote* note);
  std::expected<void, Error> write_pcapng(const Packet& packet, const PacketNote* note);
  void write_block(uint32_t type, Bytes body);
  void write_section();
  void declare(const Interface& interface);
  void write_statistics(size_t interface);

  std::string path_;
  WriteFormat format_;
  Section section_;
  std::vector<Declared> interfaces_;
  RecordFile file_;
  uint64_t packets_ = 0;
};

}  // namespace wiretale
