// Ctrl-C and progress.
#include "commands/watched_source.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>

#include "base/text.h"
#include "packet/packet.h"

namespace wiretale {
namespace {

volatile std::sig_atomic_t asked_to_stop = 0;

void note_interrupt(int) { asked_to_stop = 1; }

void catch_first_interrupt() {
  if (asked_to_stop != 0) return;
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
}

/// The size of all files together; 0 when it says nothing about how much there is to read.
uint64_t size_of(const Source& source) {
  uint64_t size = 0;
  for (const FileFacts* file : source.files()) {
    struct stat about {};
    if (file->compression != Compression::None || stat(file->path.c_str(), &about) != 0 ||
        !S_ISREG(about.st_mode))
      return 0;
    size += static_cast<uint64_t>(about.st_size);
  }
  return size;
}

/// The line that says how far it is.
class ProgressLine {
 public:
  explicit ProgressLine(const Source& source) : size_(size_of(source)) {}
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() {
    if (shown_) std::fputs("\r\x1b[K", stderr);
  }
  void add(std::span<const Packet> packets) {
    constexpr uint64_t record_header = 16;
    packets_ += packets.size();
    for (const Packet& packet : packets) bytes_ += packet.bytes.size() + record_header;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds(100);
    Text line(128);
    line.put("\r ");
    // Blocks of pcapng are somewhat larger than records of pcap: close to the end it stays at 99 %.
    if (size_ != 0) line.put(std::min<uint64_t>(bytes_ * 100 / size_, 99), " %, ");
    line.put(Grouped{packets_}, " packets read   (Ctrl-C: stop here and show what is known)\x1b[K");
    std::fwrite(line.view().data(), 1, line.size(), stderr);
    shown_ = true;
  }

 private:
  uint64_t size_, packets_ = 0, bytes_ = 0;
  std::chrono::steady_clock::time_point next_ =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
  bool shown_ = false;
};

class WatchedSource final : public Source {
 public:
  WatchedSource(std::unique_ptr<Source> source, bool shows_progress) : source_(std::move(source)) {
    if (shows_progress) progress_.emplace(*source_);
  }
  std::expected<size_t, Error> read(Batch& batch) override {
    if (interrupted()) return size_t{0};
    auto count = source_->read(batch);
    if (progress_ && count) progress_->add(batch.packets());
    return count;
  }
  std::shared_ptr<const void> lend_memory() const override { return source_->lend_memory(); }
  const std::vector<Interface>& interfaces() const override { return source_->interfaces(); }
  const std::vector<Damage>& damage() const override { return source_->damage(); }
  std::span<const PacketNote> notes() const override { return source_->notes(); }
  EarlierPackets* earlier() override { return source_->earlier(); }
  std::span<const FileFacts* const> files() const override { return source_->files(); }

 private:
  std::unique_ptr<Source> source_;
  std::optional<ProgressLine> progress_;
};

}  // namespace

bool interrupted() { return asked_to_stop != 0; }

void tell_interrupted(uint64_t packets) {
  std::fputs(text_of("note: interrupted: this is about the first ", Grouped{packets}, " packets\n").c_str(),
             stderr);
}

std::unique_ptr<Source> watch(std::unique_ptr<Source> source, Progress progress) {
  catch_first_interrupt();
  const bool shows = progress == Progress::Shown && isatty(STDERR_FILENO) != 0;
  return std::make_unique<WatchedSource>(std::move(source), shows);
}

std::expected<std::unique_ptr<Source>, Error> open_watched(const std::string& path, Progress progress) {
  auto source = open_capture(path);
  if (source) *source = watch(std::move(*source), progress);
  return source;
}

}  // namespace wiretale
