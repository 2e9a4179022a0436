// A device that packets are captured on, while it delivers them.
#pragma once
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "files/source.h"
#include "filter/packet_program.h"
#include "packet/packet.h"

namespace wiretale {

/// Which packets of an interface are wanted (-Q).
enum class Direction : uint8_t { Both, In, Out };

/// How to capture on a device.
struct CaptureOptions {
  std::string device;  ///< an interface, "any", or a name that libpcap knows (nflog, usbmon1, dbus-system)
  std::string filter;  ///< tcpdump's language; empty takes every packet
  bool optimise_filter = true;
  uint32_t snap_length = 262'144;  ///< bytes kept of each packet
  uint64_t buffer_bytes = 0;       ///< of the kernel's ring; 0 for default_buffer
  bool promiscuous = true;
  bool immediate = false;  ///< deliver after a millisecond, not in full blocks
  bool monitor_mode = false;
  Direction direction = Direction::Both;
  std::string link_type_name;   ///< libpcap's name ("LINUX_SLL"); empty for the device's own
  std::string time_stamp_type;  ///< libpcap's name ("adapter"); empty for the kernel's clock
  bool awaits_return = false;   ///< an interface that vanishes is awaited; else that is an error

  static constexpr uint64_t default_buffer = 4 << 20;
};

/// What a capture has seen so far. Closed after Device::stop and the last packet:
/// received = delivered + rejected + dropped.
struct CaptureCounts {
  uint64_t received = 0;              ///< passed the kernel's filter
  uint64_t delivered = 0;             ///< handed out
  uint64_t rejected = 0;              ///< turned away here: direction, or a filter that the kernel cannot run
  uint64_t dropped = 0;               ///< the ring was full
  uint64_t freezes = 0;               ///< how often the ring was full
  uint64_t dropped_by_interface = 0;  ///< by the driver, before any filter
};

class Device {
 public:
  virtual ~Device() = default;
  Device() = default;
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  /// Appends packets that wait to the batch, without waiting for more, up to its capacity. Their bytes stay
  /// valid until the next call. Sets all but Packet::number and Packet::interface.
  [[nodiscard]] virtual std::expected<void, Error> take(Batch& batch) = 0;
  /// To poll(2) for reading; -1 when the device has to be asked again after a while.
  [[nodiscard]] virtual int descriptor() const = 0;
  /// After poll(2) told of an error, and now and then: an error when nothing can come any more.
  [[nodiscard]] virtual std::expected<void, Error> look_after() { return {}; }
  /// What happened to the device since the last call, in words: "eth0 went down"; mostly empty.
  [[nodiscard]] virtual std::string take_news() { return {}; }
  /// No packet that arrives later is taken; those that the kernel holds are still delivered.
  virtual void stop() = 0;
  /// After stop(): nothing is left.
  [[nodiscard]] virtual bool drained() = 0;
  [[nodiscard]] virtual CaptureCounts counts() = 0;
  [[nodiscard]] virtual const Interface& interface() const = 0;
};

/// Opens a device and begins to capture. `warnings` receives what should be told but hinders nothing.
[[nodiscard]] std::expected<std::unique_ptr<Device>, Error> open_device(const CaptureOptions& options,
                                                                        std::vector<std::string>& warnings);

}  // namespace wiretale
