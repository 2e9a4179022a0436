// Writes frames as pcap (microseconds or nanoseconds) or pcapng, little-endian on every machine.
#pragma once

#include <cstdint>
#include <cstdio>
#include <span>
#include <vector>

namespace wiretale::bench {

enum class Format : uint8_t { Pcap, PcapNanoseconds, Pcapng };

class CaptureWriter {
 public:
  // The file stays the caller's, who closes it.
  CaptureWriter(std::FILE* file, Format format, uint32_t snapshot_length);

  void write(uint64_t nanoseconds, std::span<const uint8_t> frame);
  // False when any of it could not be written.
  [[nodiscard]] bool finish();

 private:
  void put16(uint16_t value);
  void put32(uint32_t value);
  void put_file_header();
  void flush();

  std::FILE* file_;
  Format format_;
  uint32_t snapshot_length_;
  std::vector<uint8_t> buffer_;
  bool failed_ = false;
};

}  // namespace wiretale::bench
