// Writing the selected packets to files, with rotation: -w, -C, -G, -W, -z.
#include "commands/dump_write.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
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
    : options_(options),
      link_type_(interface.link_type),
      opened_at_(std::time(nullptr)),
      opened_(std::chrono::steady_clock::now()),
      flushed_(opened_) {
  fill_header(header_, interface, options.frame.precision);
}

DumpWriter::~DumpWriter() = default;

std::expected<std::unique_ptr<DumpWriter>, Error> DumpWriter::open(const DumpOptions& options,
                                                                   const Interface& interface) {
  std::unique_ptr<DumpWriter> writer(new DumpWriter(options, interface));
  writer->base_name_ = writer->dated_name();
  if (auto opened = writer->open_next(); !opened) return std::unexpected(opened.error());
  return writer;
}

// -G: the name is a format for strftime.
std::string DumpWriter::dated_name() {
  const std::string& form = options_.write_file;
  std::tm local{};
  char dated[4096];
  if (options_.rotate_seconds == 0 || localtime_r(&opened_at_, &local) == nullptr) return form;
  const size_t length = std::strftime(dated, sizeof dated, form.c_str(), &local);
  if (length == 0) return form;
  std::string name(dated, length);
  if (name == form) return name;  // no date in it: each file takes the place of the one before, as in tcpdump
  // A clock that was set back, or a date too coarse for the interval, must not cost an earlier file.
  const std::string first = name;
  for (unsigned count = 2; std::ranges::find(dated_names_, name) != dated_names_.end(); ++count)
    name = text_of(first, '-', count);
  dated_names_.push_back(name);
  return name;
}

// -C: a number follows; with -W all numbers are equally long.
std::string DumpWriter::next_name() const {
  const unsigned digits = options_.rotate_bytes != 0 ? digits_below(options_.file_count) : 0;
  if (number_by_size_ == 0 && digits == 0) return base_name_;
  return text_of(base_name_, Padded{number_by_size_, digits, '0'});
}

std::expected<void, Error> DumpWriter::open_next() {
  current_name_ = next_name();
  int descriptor = STDOUT_FILENO;
  if (options_.write_file != "-") {
    constexpr mode_t permissions = 0666;
    descriptor = ::open(current_name_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions);
    if (descriptor < 0) return std::unexpected(system_error(current_name_));
  }
  output_ = std::make_unique<RecordFile>(descriptor, RecordFile::Form::Pcap, RecordFile::Begin::AsItIs);
  if (uint8_t* const at = output_->room(sizeof header_)) std::memcpy(at, header_, sizeof header_);
  if (options_.packet_buffered) output_->flush();
  if (options_.keep_files != 0) {
    std::erase(kept_, current_name_);
    kept_.push_back(current_name_);
    while (kept_.size() > options_.keep_files) forget_oldest();
  }
  return {};
}

void DumpWriter::forget_oldest() {
  (void)unlink(kept_.front().c_str());
  kept_.pop_front();
}

std::expected<void, Error> DumpWriter::close_current() {
  auto result = finish();
  if (!output_->close() && result) {
    errno = output_->error();
    result = std::unexpected(system_error(current_name_));
  }
  return result;
}

void DumpWriter::run_after_rotation() const {
  if (options_.after_rotation.empty()) return;
  char* const arguments[] = {const_cast<char*>(options_.after_rotation.c_str()),
                             const_cast<char*>(current_name_.c_str()), nullptr};
  // The command gets the signals as we got them.
  posix_spawnattr_t attributes;
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int problem = posix_spawnp(&child, arguments[0], nullptr, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  if (problem != 0)
    std::fprintf(stderr, "wiretale dump: cannot run %s: %s\n", arguments[0], std::strerror(problem));
  while (waitpid(-1, nullptr, WNOHANG) > 0) continue;  // those that ended meanwhile
}

std::expected<DumpWriter::Progress, Error> DumpWriter::rotate_by_time() {
  if (options_.rotate_seconds == 0) return Progress::GoOn;
  // Intervals are measured by a clock that nobody sets; only names have the date.
  const auto now = std::chrono::steady_clock::now();
  if (now - opened_ < std::chrono::seconds(options_.rotate_seconds)) return Progress::GoOn;
  opened_ = now;
  opened_at_ = std::time(nullptr);
  ++files_by_time_;
  if (auto closed = close_current(); !closed) return std::unexpected(closed.error());
  run_after_rotation();
  if (options_.rotate_bytes == 0 && options_.file_count != 0 && files_by_time_ >= options_.file_count) {
    output_.reset();
    return Progress::FileLimitReached;
  }
  number_by_size_ = 0;
  base_name_ = dated_name();
  if (auto opened = open_next(); !opened) return std::unexpected(opened.error());
  return Progress::GoOn;
}

std::expected<DumpWriter::Progress, Error> DumpWriter::rotate() {
  if (auto progress = rotate_by_time(); !progress || *progress != Progress::GoOn) return progress;
  if (options_.rotate_bytes != 0 && output_->bytes() > options_.rotate_bytes) {
    if (auto closed = close_current(); !closed) return std::unexpected(closed.error());
    run_after_rotation();
    ++number_by_size_;
    if (options_.file_count != 0 && number_by_size_ >= options_.file_count) number_by_size_ = 0;
    if (auto opened = open_next(); !opened) return std::unexpected(opened.error());
  }
  return Progress::GoOn;
}

std::expected<DumpWriter::Progress, Error> DumpWriter::write(const Packet& packet, SplitTime time) {
  if (options_.rotates()) {
    const auto progress = rotate();
    if (!progress || *progress != Progress::GoOn) return progress;
  }
  const uint32_t header[4] = {static_cast<uint32_t>(time.seconds), static_cast<uint32_t>(time.fraction),
                              static_cast<uint32_t>(packet.bytes.size()), packet.wire_length};
  uint8_t* at = output_->room(sizeof header + packet.bytes.size());
  // A full disk: a ring of files gives up its oldest.
  while (at == nullptr && has_room_again()) at = output_->room(sizeof header + packet.bytes.size());
  if (at == nullptr) return status();
  std::memcpy(at, header, sizeof header);
  if (!packet.bytes.empty()) std::memcpy(at + sizeof header, packet.bytes.data(), packet.bytes.size());
  if (options_.packet_buffered) return flush();
  return Progress::GoOn;
}

bool DumpWriter::has_room_again() {
  while (kept_.size() > 1 && (output_->error() == ENOSPC || output_->error() == EDQUOT)) {
    forget_oldest();
    if (output_->retry()) return true;
  }
  return false;
}

std::expected<DumpWriter::Progress, Error> DumpWriter::flush() {
  flushed_ = std::chrono::steady_clock::now();
  if (output_ && !output_->flush() && !has_room_again()) return status();
  return Progress::GoOn;
}

std::expected<DumpWriter::Progress, Error> DumpWriter::tick() {
  using namespace std::chrono_literals;
  if (auto progress = rotate_by_time(); !progress || *progress != Progress::GoOn) return progress;
  // What waits is lost when we are killed: half a second's packets at most.
  return std::chrono::steady_clock::now() - flushed_ >= 500ms ? flush() : Progress::GoOn;
}

std::expected<DumpWriter::Progress, Error> DumpWriter::status() const {
  if (output_->error() == 0) return Progress::GoOn;
  if (output_->error() == EPIPE) return Progress::NobodyReads;
  errno = output_->error();
  return std::unexpected(system_error(options_.write_file == "-" ? "standard output" : current_name_));
}

std::expected<void, Error> DumpWriter::finish() {
  if (!output_) return {};
  output_->flush();
  const auto ended = status();
  if (!ended) return std::unexpected(ended.error());
  return {};
}

}  // namespace wiretale
