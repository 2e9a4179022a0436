// Byte order of capture pseudo-headers.
#include "files/pseudo_headers.h"

#include <algorithm>

namespace wiretale {
namespace {

constexpr uint16_t usb_linux = 189, usb_linux_mmapped = 220, nflog = 239;

/// Reverses `size` bytes at `offset` if the frame has them; says whether.
bool reverse(std::span<uint8_t> frame, size_t offset, size_t size) {
  if (frame.size() < offset + size) return false;
  std::reverse(frame.begin() + static_cast<std::ptrdiff_t>(offset),
               frame.begin() + static_cast<std::ptrdiff_t>(offset + size));
  return true;
}

/// Linux usbmon (Documentation/usb/usbmon.rst): 48 bytes, or 64 for the memory-mapped interface.
void usb_to_host_order(std::span<uint8_t> frame, bool mmapped) {
  constexpr uint8_t isochronous = 0;
  const bool has_transfer_type = frame.size() > 9;
  const bool isochronous_transfer = has_transfer_type && frame[9] == isochronous;
  struct Place {
    size_t offset, size;
  };
  // id, bus number, seconds, microseconds, status, length of the urb and of the data
  for (const Place& place : {Place{0, 8}, {12, 2}, {16, 8}, {24, 4}, {28, 4}, {32, 4}, {36, 4}})
    if (!reverse(frame, place.offset, place.size)) return;
  if (isochronous_transfer) {
    for (const size_t offset : {40u, 44u})  // errors and number of descriptors
      if (!reverse(frame, offset, 4)) return;
  }
  if (!mmapped) return;
  for (const size_t offset : {48u, 52u, 56u, 60u})  // interval, start frame, flags, number of descriptors
    if (!reverse(frame, offset, 4)) return;
  if (!isochronous_transfer) return;
  const uint32_t descriptors = le32(frame.data() + 60);
  for (size_t i = 0, at = 64; i < descriptors; ++i, at += 16)  // status, offset, length of each
    if (!reverse(frame, at, 4) || !reverse(frame, at + 4, 4) || !reverse(frame, at + 8, 4)) return;
}

/// NFLOG: attributes of length and type in host order, padded to four bytes; version 0 only.
void nflog_to_host_order(std::span<uint8_t> frame) {
  if (frame.size() < 4 || frame[1] != 0) return;
  for (size_t at = 4; reverse(frame, at, 2) && reverse(frame, at + 2, 2);) {
    const size_t length = (le16(frame.data() + at) + 3u) / 4 * 4;
    if (length < 4) return;
    at += length;
  }
}

}  // namespace

bool has_host_order_header(uint16_t link_type) {
  return link_type == usb_linux || link_type == usb_linux_mmapped || link_type == nflog;
}

void to_host_order(uint16_t link_type, std::span<uint8_t> frame) {
  if (link_type == nflog) return nflog_to_host_order(frame);
  usb_to_host_order(frame, link_type == usb_linux_mmapped);
}

}  // namespace wiretale
