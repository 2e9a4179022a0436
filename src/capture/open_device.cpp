// Choosing how to capture: a ring of our own where the kernel has one for the device, else libpcap.
#include <net/if.h>
#include <pcap/pcap.h>

#include <algorithm>

#include "capture/cooked_header.h"
#include "capture/pcap_device.h"
#include "capture/probe.h"
#include "capture/ring_device.h"

namespace wiretale {
namespace {

/// Frames of these the kernel delivers as the link type has them; others libpcap has to prepare.
bool ring_suits(uint16_t link_type) {
  constexpr uint16_t plain[] = {1, 101, 105, 119, 127, 163, 228, 229, linux_sll, linux_sll2};
  return std::ranges::find(plain, link_type) != std::end(plain);
}

bool is_ordinary(const CaptureOptions& options) {
  const bool kernel_clock = options.time_stamp_type.empty() || options.time_stamp_type == "host";
  const bool is_interface = options.device == "any" || if_nametoindex(options.device.c_str()) != 0;
  return kernel_clock && is_interface && !options.monitor_mode;
}

}  // namespace

std::expected<std::unique_ptr<Device>, Error> open_device(const CaptureOptions& options,
                                                          std::vector<std::string>& warnings) {
  if (!is_ordinary(options)) return PcapDevice::open(options, warnings);
  RingPlan plan;
  {
    const auto probe = Probe::open(options, Probe::Purpose::Ask, warnings);
    if (!probe) return std::unexpected(probe.error());
    plan.link_type = probe->link_type();
    if (!ring_suits(plan.link_type)) return PcapDevice::open(options, warnings);
    auto program = probe->compile(options);
    if (!program) return std::unexpected(Error{described(program.error(), options.filter), ""});
    plan.program = std::move(*program);
  }
  if (options.device != "any")
    plan.interface_index = static_cast<int>(if_nametoindex(options.device.c_str()));
  return RingDevice::open(options, plan);
}

}  // namespace wiretale
