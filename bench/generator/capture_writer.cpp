// Writes frames as pcap (microseconds or nanoseconds) or pcapng, little-endian on every machine.
#include "capture_writer.h"

#include <algorithm>

namespace wiretale::bench {
namespace {

constexpr uint32_t ethernet = 1;
constexpr size_t buffer_size = 1 << 20;
constexpr size_t largest_record = 1 << 13;

}  // namespace

CaptureWriter::CaptureWriter(std::FILE* file, Format format, uint32_t snapshot_length)
    : file_(file), format_(format), snapshot_length_(snapshot_length) {
  buffer_.reserve(buffer_size);
  put_file_header();
}

void CaptureWriter::put_file_header() {
  if (format_ == Format::Pcapng) {
    put32(0x0a0d0d0a);  // section header block
    put32(28);
    put32(0x1a2b3c4d);
    put16(1);
    put16(0);
    put32(0xffffffff);  // section length unknown
    put32(0xffffffff);
    put32(28);
    put32(1);  // interface description block; without options times count microseconds
    put32(20);
    put16(ethernet);
    put16(0);
    put32(snapshot_length_);
    put32(20);
    return;
  }
  put32(format_ == Format::PcapNanoseconds ? 0xa1b23c4d : 0xa1b2c3d4);
  put16(2);
  put16(4);
  put32(0);
  put32(0);
  put32(snapshot_length_);
  put32(ethernet);
}

void CaptureWriter::write(uint64_t nanoseconds, std::span<const uint8_t> frame) {
  if (buffer_.size() + largest_record > buffer_size) flush();
  const uint32_t original = static_cast<uint32_t>(frame.size());
  const uint32_t captured = std::min(original, snapshot_length_);
  const uint32_t padding = format_ == Format::Pcapng ? (4 - captured % 4) % 4 : 0;
  const uint32_t block = 32 + captured + padding;
  if (format_ == Format::Pcapng) {
    const uint64_t microseconds = nanoseconds / 1000;
    put32(6);  // enhanced packet block
    put32(block);
    put32(0);
    put32(static_cast<uint32_t>(microseconds >> 32));
    put32(static_cast<uint32_t>(microseconds));
  } else {
    const uint32_t fraction = static_cast<uint32_t>(nanoseconds % 1'000'000'000);
    put32(static_cast<uint32_t>(nanoseconds / 1'000'000'000));
    put32(format_ == Format::PcapNanoseconds ? fraction : fraction / 1000);
  }
  put32(captured);
  put32(original);
  buffer_.insert(buffer_.end(), frame.begin(), frame.begin() + captured);
  buffer_.insert(buffer_.end(), padding, 0);
  if (format_ == Format::Pcapng) put32(block);
}

bool CaptureWriter::finish() {
  flush();
  return !failed_ && std::fflush(file_) == 0;
}

void CaptureWriter::put16(uint16_t value) {
  buffer_.push_back(static_cast<uint8_t>(value));
  buffer_.push_back(static_cast<uint8_t>(value >> 8));
}

void CaptureWriter::put32(uint32_t value) {
  put16(static_cast<uint16_t>(value));
  put16(static_cast<uint16_t>(value >> 16));
}

void CaptureWriter::flush() {
  failed_ |= std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size();
  buffer_.clear();
}

}  // namespace wiretale::bench
