// libpcap's view of an empty capture file.
#include "filter/empty_file.h"

#include <cstdio>

namespace wiretale {

EmptyFile::EmptyFile(const CaptureFilterTarget& target, unsigned precision)
    : header_{0xa1b2c3d4, 0x00040002, 0, 0, target.snap_length, target.link_type | target.link_type_bits} {
  if (target.swapped_file) {
    for (uint32_t& word : header_) word = swapped(word);
    header_[1] = 0x04000200;  // two 16-bit numbers: version 2.4
  }
  std::FILE* const memory = fmemopen(header_, sizeof header_, "rb");
  if (memory == nullptr) return;
  char error[PCAP_ERRBUF_SIZE];
  handle_ = pcap_fopen_offline_with_tstamp_precision(memory, precision, error);
  if (handle_ == nullptr) std::fclose(memory);
}

}  // namespace wiretale
