// Packets of one or several devices as they arrive: the source behind -i.
#pragma once
#include <atomic>
#include <chrono>
#include <utility>

#include "capture/device.h"

namespace wiretale {

/// Delivers what devices capture. One thread reads; interrupt() and stop() may be called from others and from
/// signal handlers.
class LiveSource final : public Source {
 public:
  /// Begins to capture on all of them, or on none.
  [[nodiscard]] static std::expected<std::unique_ptr<LiveSource>, Error> open(
      const std::vector<CaptureOptions>& devices, std::vector<std::string>& warnings);
  ~LiveSource() override;

  /// Waits for packets; 0 after stop() when nothing is left.
  [[nodiscard]] std::expected<size_t, Error> read(Batch& batch) override;
  /// The same, but waits no longer than `most`, and not after interrupt(): the batch may stay empty.
  [[nodiscard]] std::expected<void, Error> read_for(Batch& batch, std::chrono::milliseconds most);
  [[nodiscard]] bool ended() const { return ended_; }

  /// Says in each interface's description where it is.
  void describe(const std::string& place) {
    for (Interface& each : interfaces_) each.description = place;
  }
  /// Takes no new packets; those that the kernel holds follow.
  void stop();
  /// Ends the waiting of read_for.
  void interrupt();

  /// Of one device, and of all together; what interfaces() say of received and dropped packets becomes
  /// current.
  [[nodiscard]] CaptureCounts counts(size_t device);
  [[nodiscard]] CaptureCounts counts();
  /// What happened to the devices since the last call, in words.
  [[nodiscard]] std::vector<std::string> take_news() { return std::exchange(news_, {}); }
  [[nodiscard]] const std::vector<Interface>& interfaces() const override { return interfaces_; }
  [[nodiscard]] const std::vector<Damage>& damage() const override { return damage_; }

 private:
  LiveSource() = default;
  [[nodiscard]] std::expected<void, Error> collect(Batch& batch);
  [[nodiscard]] std::expected<void, Error> wait(std::chrono::milliseconds most);

  std::vector<std::unique_ptr<Device>> devices_;
  std::vector<Interface> interfaces_;
  std::vector<Damage> damage_;
  std::vector<std::string> news_;
  int wake_ = -1;  ///< an eventfd
  std::atomic<bool> stopping_ = false;
  bool stopped_ = false, ended_ = false;
  size_t turn_ = 0;
  uint32_t packets_ = 0;
};

}  // namespace wiretale
