// Waiting for devices in turn.
#include "capture/live_source.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/text.h"

namespace wiretale {
namespace {

using namespace std::chrono_literals;

}  // namespace

std::expected<std::unique_ptr<LiveSource>, Error> LiveSource::open(const std::vector<CaptureOptions>& devices,
                                                                   std::vector<std::string>& warnings) {
  std::unique_ptr<LiveSource> source(new LiveSource);
  source->wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (source->wake_ < 0)
    return std::unexpected(Error{text_of("eventfd: ", std::string_view{std::strerror(errno)}), ""});
  for (const CaptureOptions& options : devices) {
    auto device = open_device(options, warnings);
    if (!device) return std::unexpected(device.error());
    source->interfaces_.push_back((*device)->interface());
    source->devices_.push_back(std::move(*device));
  }
  return source;
}

LiveSource::~LiveSource() {
  if (wake_ >= 0) close(wake_);
}

void LiveSource::interrupt() {
  const uint64_t one = 1;
  const int saved = errno;
  (void)!write(wake_, &one, sizeof one);
  errno = saved;
}

void LiveSource::stop() {
  stopping_ = true;
  interrupt();
}

std::expected<size_t, Error> LiveSource::read(Batch& batch) {
  for (;;) {
    if (const auto done = read_for(batch, 1000ms); !done) return std::unexpected(done.error());
    if (batch.count > 0 || ended_) return batch.count;
  }
}

std::expected<void, Error> LiveSource::read_for(Batch& batch, std::chrono::milliseconds most) {
  batch.count = 0;
  for (bool waited = false;; waited = true) {
    if (stopping_ && !stopped_) {
      for (auto& device : devices_) device->stop();
      stopped_ = true;
    }
    if (auto done = collect(batch); !done) return done;
    if (batch.count > 0) return {};
    if (stopped_ && std::ranges::all_of(devices_, [](auto& device) { return device->drained(); })) {
      ended_ = true;
      return {};
    }
    if (waited || most <= 0ms) return {};
    if (auto fine = wait(stopped_ ? std::min(most, 2ms) : most); !fine) return fine;
  }
}

// A batch comes from one device: only its next take() gives the bytes of the last one back.
std::expected<void, Error> LiveSource::collect(Batch& batch) {
  for (size_t tried = 0; tried < devices_.size(); ++tried) {
    const size_t index = turn_;
    turn_ = turn_ + 1 == devices_.size() ? 0 : turn_ + 1;
    if (auto taken = devices_[index]->take(batch); !taken) return taken;
    if (batch.count == 0) continue;
    for (Packet& packet : batch.packets()) {
      packet.number = ++packets_;
      packet.interface = static_cast<InterfaceId>(index);
    }
    return {};
  }
  return {};
}

std::expected<void, Error> LiveSource::wait(std::chrono::milliseconds most) {
  std::vector<pollfd> waiting{{.fd = wake_, .events = POLLIN, .revents = 0}};
  for (const auto& device : devices_) {
    const int descriptor = device->descriptor();
    if (descriptor < 0) most = std::min(most, 10ms);
    waiting.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
  }
  const int ready = poll(waiting.data(), waiting.size(), static_cast<int>(most.count()));
  if (waiting[0].revents != 0) {
    uint64_t count = 0;
    (void)!::read(wake_, &count, sizeof count);
  }
  for (size_t i = 0; i < devices_.size(); ++i) {
    if (ready > 0 && (waiting[i + 1].revents & POLLERR) == 0) continue;
    if (auto fine = devices_[i]->look_after(); !fine) return fine;
    if (std::string news = devices_[i]->take_news(); !news.empty()) news_.push_back(std::move(news));
  }
  return {};
}

CaptureCounts LiveSource::counts(size_t device) {
  const CaptureCounts counts = devices_[device]->counts();
  interfaces_[device].received = counts.received;
  interfaces_[device].dropped = counts.dropped;
  return counts;
}

CaptureCounts LiveSource::counts() {
  CaptureCounts sum;
  for (size_t i = 0; i < devices_.size(); ++i) {
    const CaptureCounts each = counts(i);
    sum.received += each.received;
    sum.delivered += each.delivered;
    sum.rejected += each.rejected;
    sum.dropped += each.dropped;
    sum.freezes += each.freezes;
    sum.dropped_by_interface += each.dropped_by_interface;
  }
  return sum;
}

}  // namespace wiretale
