// libpcap's view of a capture file that holds no packets yet: how it is asked about link types and filters.
#pragma once
#include <pcap/pcap.h>

#include "filter/capture_filter.h"

namespace wiretale {

/// Opens an empty file with the target's header. libpcap's compiler asks the handle for the file's byte
/// order, and opening a file maps LINKTYPE_ to DLT_ exactly as tcpdump sees it.
class EmptyFile {
 public:
  explicit EmptyFile(const CaptureFilterTarget& target, unsigned precision = PCAP_TSTAMP_PRECISION_MICRO);
  ~EmptyFile() {
    if (handle_ != nullptr) pcap_close(handle_);  // closes the memory file too
  }
  EmptyFile(const EmptyFile&) = delete;
  EmptyFile& operator=(const EmptyFile&) = delete;
  /// Null when libpcap refuses the header.
  [[nodiscard]] pcap_t* handle() const { return handle_; }

 private:
  uint32_t header_[6];  ///< read by the memory file
  pcap_t* handle_ = nullptr;
};

}  // namespace wiretale
