// What libpcap says about a device before packets are taken from it: link types, the compiled filter,
// messages.
#pragma once
#include <pcap/pcap.h>

#include "capture/device.h"
#include "filter/capture_filter.h"

namespace wiretale {

/// A device as libpcap has it open. Link types, their names and the code of a filter are the same as
/// tcpdump's because they come from the same library.
class Probe {
 public:
  /// Takes: whether packets are to come from this handle, or it is only asked.
  enum class Purpose : uint8_t { Ask, Capture };
  [[nodiscard]] static std::expected<Probe, Error> open(const CaptureOptions& options, Purpose purpose,
                                                        std::vector<std::string>& warnings);

  /// LINKTYPE_* of what the device delivers.
  [[nodiscard]] uint16_t link_type() const;
  /// The link types that -y can choose.
  [[nodiscard]] std::vector<LinkTypeName> link_types() const;
  [[nodiscard]] std::expected<std::vector<BpfInstruction>, CaptureFilterError> compile(
      const CaptureOptions& options) const;
  [[nodiscard]] pcap_t* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(pcap_t* handle) const { pcap_close(handle); }
  };
  explicit Probe(pcap_t* handle) : handle_(handle) {}
  std::unique_ptr<pcap_t, Close> handle_;
};

/// A device that could be captured on, as -D lists them.
struct ListedDevice {
  std::string name, description;
  uint32_t flags = 0;  ///< PCAP_IF_*
};
[[nodiscard]] std::expected<std::vector<ListedDevice>, Error> list_devices();
/// The name that a word of -i stands for: itself, or "2" for the second device of the list.
[[nodiscard]] std::expected<std::string, Error> device_of_word(const std::string& word);

struct TimeStampType {
  std::string name, description;
};
[[nodiscard]] std::expected<std::vector<TimeStampType>, Error> time_stamp_types(const std::string& device);

}  // namespace wiretale
