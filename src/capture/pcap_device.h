// A device that libpcap captures on for us: those that are no network interfaces, and rare ways to capture.
#pragma once
#include "capture/device.h"
#include "capture/probe.h"

namespace wiretale {

class PcapDevice final : public Device {
 public:
  [[nodiscard]] static std::expected<std::unique_ptr<Device>, Error> open(const CaptureOptions& options,
                                                                          std::vector<std::string>& warnings);
  [[nodiscard]] std::expected<void, Error> take(Batch& batch) override;
  [[nodiscard]] int descriptor() const override { return pcap_get_selectable_fd(probe_.handle()); }
  void stop() override { stopped_ = true; }
  [[nodiscard]] bool drained() override { return stopped_ && took_nothing_; }
  [[nodiscard]] CaptureCounts counts() override;
  [[nodiscard]] const Interface& interface() const override { return interface_; }

 private:
  PcapDevice(const CaptureOptions& options, Probe probe);
  void keep(const pcap_pkthdr& header, const u_char* bytes);

  Probe probe_;
  Interface interface_;
  int64_t fraction_unit_;  ///< nanoseconds
  Batch* batch_ = nullptr;
  std::vector<uint8_t> bytes_;  ///< of the packets of the last batch
  bool stopped_ = false, took_nothing_ = false;
  uint64_t delivered_ = 0;
};

}  // namespace wiretale
