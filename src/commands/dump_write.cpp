// Writing the selected packets to files, with rotation: -w, -C, -G, -W, -z.
#include "commands/dump_write.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "filter/empty_file.h"

extern char** environ;

namespace wiretale {
namespace {

/// The file header as libpcap writes it for packets of this interface: link type numbers, snap length and
/// precision are its matter.
void fill_header(uint8_t (&header)[24], const Interface& interface, TimePrecision precision) {
  const EmptyFile file(
      {.link_type = interface.link_type,
       .snap_length = interface.snap_length,
       .link_type_bits = interface.link_type_bits},
      precision == TimePrecision::Nano ? PCAP_TSTAMP_PRECISION_NANO : PCAP_TSTAMP_PRECISION_MICRO);
  char written[sizeof header + 1] = {};
  std::FILE* const memory = fmemopen(written, sizeof written, "wb");
  if (memory != nullptr && file.handle() != nullptr)
    if (pcap_dumper_t* const dumper = pcap_dump_fopen(file.handle(), memory)) {
      pcap_dump_close(dumper);
      std::memcpy(header, written, sizeof header);
      return;
    }
  if (memory != nullptr) std::fclose(memory);
  const uint32_t plain[6] = {precision == TimePrecision::Nano ? 0xa1b23c4d : 0xa1b2c3d4,
                             0x00040002,
                             0,
                             0,
                             interface.snap_length,
                             interface.link_type};
  std::memcpy(header, plain, sizeof header);
}

/// Digits of the numbers 0 to count - 1; none for a single file.
unsigned digits_below(uint64_t count) {
  unsigned digits = 0;
  for (uint64_t last = count == 0 ? 0 : count - 1; last > 0; last /= 10) ++digits;
  return digits;
}

Error system_error(const std::string& name) { return {text_of(name, ": ", std::strerror(errno)), ""}; }

}  // namespace

DumpWriter::DumpWriter(const DumpOptions& options, const Interface& interface)
    : options_(options), link_type_(interface.link_type), opened_at_(std::time(nullptr)) {
  fill_header(header_, interface, options.frame.precision);
}

DumpWriter::~DumpWriter() {
  output_.reset();
  if (descriptor_ > STDOUT_FILENO) close(descriptor_);
}

std::expected<std::unique_ptr<DumpWriter>, Error> DumpWriter::open(const DumpOptions& options,
                                                                   const Interface& interface) {
  std::unique_ptr<DumpWriter> writer(new DumpWriter(options, interface));
  if (auto opened = writer->open_next(); !opened) return std::unexpected(opened.error());
  return writer;
}

// -G: the name is a format for strftime. -C: a number follows; with -W all numbers are equally long.
std::string DumpWriter::next_name() const {
  std::string name = options_.write_file;
  if (options_.rotate_seconds != 0) {
    std::tm local{};
    char dated[4096];
    if (localtime_r(&opened_at_, &local) != nullptr) {
      const size_t length = std::strftime(dated, sizeof dated, name.c_str(), &local);
      if (length != 0) name.assign(dated, length);
    }
  }
  const unsigned digits = options_.rotate_bytes != 0 ? digits_below(options_.file_count) : 0;
  if (number_by_size_ == 0 && digits == 0) return name;
  return text_of(name, Padded{number_by_size_, digits, '0'});
}

std::expected<void, Error> DumpWriter::open_next() {
  current_name_ = next_name();
  descriptor_ = STDOUT_FILENO;
  if (options_.write_file != "-") {
    constexpr mode_t permissions = 0666;
    descriptor_ = ::open(current_name_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions);
    if (descriptor_ < 0) return std::unexpected(system_error(current_name_));
  }
  output_ = std::make_unique<BlockOutput>(descriptor_, BlockOutput::Flush::WhenFull);
  output_->write(Bytes{header_});
  if (options_.packet_buffered) output_->flush();
  return {};
}

std::expected<void, Error> DumpWriter::close_current() {
  auto result = finish();
  output_.reset();
  if (descriptor_ > STDOUT_FILENO && close(descriptor_) != 0 && result)
    result = std::unexpected(system_error(current_name_));
  descriptor_ = -1;
  return result;
}

void DumpWriter::run_after_rotation() const {
  if (options_.after_rotation.empty()) return;
  char* const arguments[] = {const_cast<char*>(options_.after_rotation.c_str()),
                             const_cast<char*>(current_name_.c_str()), nullptr};
  pid_t child = 0;
  const int problem = posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments, environ);
  if (problem != 0)
    std::fprintf(stderr, "wiretale dump: cannot run %s: %s\n", arguments[0], std::strerror(problem));
  while (waitpid(-1, nullptr, WNOHANG) > 0) continue;  // those that ended meanwhile
}

std::expected<DumpWriter::Progress, Error> DumpWriter::rotate() {
  if (options_.rotate_seconds != 0) {
    const std::time_t now = std::time(nullptr);
    if (now - opened_at_ >= static_cast<std::time_t>(options_.rotate_seconds)) {
      opened_at_ = now;
      ++files_by_time_;
      if (auto closed = close_current(); !closed) return std::unexpected(closed.error());
      run_after_rotation();
      if (options_.rotate_bytes == 0 && options_.file_count != 0 && files_by_time_ >= options_.file_count)
        return Progress::FileLimitReached;
      number_by_size_ = 0;
      if (auto opened = open_next(); !opened) return std::unexpected(opened.error());
    }
  }
  if (options_.rotate_bytes != 0 && output_->position() > options_.rotate_bytes) {
    if (auto closed = close_current(); !closed) return std::unexpected(closed.error());
    run_after_rotation();
    ++number_by_size_;
    if (options_.file_count != 0 && number_by_size_ >= options_.file_count) number_by_size_ = 0;
    if (auto opened = open_next(); !opened) return std::unexpected(opened.error());
  }
  return Progress::GoOn;
}

std::expected<DumpWriter::Progress, Error> DumpWriter::write(const Packet& packet, SplitTime time) {
  if (options_.rotate_seconds != 0 || options_.rotate_bytes != 0) {
    const auto progress = rotate();
    if (!progress || *progress != Progress::GoOn) return progress;
  }
  const uint32_t record[4] = {static_cast<uint32_t>(time.seconds), static_cast<uint32_t>(time.fraction),
                              static_cast<uint32_t>(packet.bytes.size()), packet.wire_length};
  uint8_t header[sizeof record];
  std::memcpy(header, record, sizeof record);
  output_->write(Bytes{header});
  output_->write(packet.bytes);
  if (options_.packet_buffered) output_->flush();
  if (output_->failed()) {
    const auto ended = finish();
    if (!ended) return std::unexpected(ended.error());
    return Progress::FileLimitReached;
  }
  return Progress::GoOn;
}

std::expected<void, Error> DumpWriter::finish() {
  if (!output_) return {};
  output_->flush();
  if (!output_->failed() || output_->error() == EPIPE) return {};
  errno = output_->error();
  return std::unexpected(system_error(options_.write_file == "-" ? "standard output" : current_name_));
}

}  // namespace wiretale
