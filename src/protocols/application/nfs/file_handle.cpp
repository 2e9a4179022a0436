// NFS file handles, which are opaque to clients: what the servers of old put there, as far as it can be
// guessed.
#include <algorithm>
#include <array>
#include <string_view>

#include "protocols/application/nfs/message.h"

namespace wiretale::nfs {
namespace {

constexpr size_t looked_at = 32;
using Handle = std::array<uint8_t, looked_at>;

/// A file by its file system's device and its number.
struct File {
  uint32_t major = 0, minor = 0, number = 0;
};

bool is_zero(const Handle& handle, size_t at, size_t count) {
  return std::all_of(handle.begin() + static_cast<ptrdiff_t>(at),
                     handle.begin() + static_cast<ptrdiff_t>(at + count),
                     [](uint8_t byte) { return byte == 0; });
}

/// Servers whose device numbers are big-endian with 8 bits for each part; the number is in the fourth word.
bool is_big_endian(const Handle& handle) { return is_zero(handle, 0, 2); }
File read_big_endian(const Handle& handle) {
  // BSD's file identifier of 8 bytes begins a word earlier.
  const bool short_identifier = be32(&handle[4]) == 0x00080000;
  const size_t device = is_zero(handle, 0, 4) ? 4 : 0;
  return {handle[device + 2], handle[device + 3], be32(&handle[short_identifier ? 8 : 12])};
}

/// System V release 4: an identifier of 10 bytes; devices have 14 and 18 bits.
bool is_system_v(const Handle& handle) { return be16(&handle[8]) == 10; }
File read_system_v(const Handle& handle) {
  const uint32_t device = be32(&handle[0]);
  return {device >> 18, device & 0x3ffff, be32(&handle[12])};
}

/// The same on little-endian machines: 12 bytes; devices have 12 and 20 bits.
bool is_little_system_v(const Handle& handle) { return le16(&handle[8]) == 12; }
File read_little_system_v(const Handle& handle) {
  const uint32_t device = le32(&handle[0]);
  return {device >> 20, device & 0xfffff, le32(&handle[12])};
}

/// Little-endian devices with 8 bits for each part: DEC's OSF and ULTRIX, which differ in where the number
/// is.
bool is_little_endian(const Handle& handle) { return is_zero(handle, 2, 2); }
bool is_osf(const Handle& handle) { return is_little_endian(handle) && is_zero(handle, 6, 2); }
bool is_ultrix(const Handle& handle) {
  return is_little_endian(handle) && !is_zero(handle, 6, 2) && handle[21] == 0 && handle[23] == 0;
}
File read_little_endian(const Handle& handle, size_t number_at) {
  return {handle[1], handle[0], le32(&handle[number_at])};
}

/// VMS names its disk in text, filled up with spaces.
bool is_vms(const Handle& handle) {
  const auto printable = [](uint8_t byte) { return byte >= 0x20 && byte < 0x7f; };
  return std::all_of(handle.begin() + 1, handle.begin() + 13, printable) &&
         (printable(handle[13]) || handle[13] == 0);
}
void print_vms(Line& line, const Handle& handle, size_t words) {
  line.put(" fh ");
  for (size_t i = 1; i < 14 && i <= words && handle[i] != ' ' && handle[i] != 0; ++i)
    line.put(static_cast<char>(handle[i]));
  line.put('/', static_cast<uint32_t>(handle[26]) << 24 | static_cast<uint32_t>(handle[27]) << 16 |
                    static_cast<uint32_t>(handle[23]) << 8 | handle[22]);
}

void print_file(Line& line, const File& file) {
  line.put(" fh ", file.major, ',', file.minor, '/', file.number);
}

}  // namespace

void print_file_handle(Line& line, Bytes bytes, Bytes beyond) {
  const size_t words = bytes.size() / 4;
  if (line.options.undecoded_nfs_handles) {
    line.put(" fh[");
    for (size_t i = 0; i < words; ++i) line.put(i == 0 ? "" : ":", Hex{be32(&bytes[4 * i])});
    line.put(']');
    return;
  }
  constexpr size_t least_words = 4;
  if (words >= least_words) {
    Handle handle = {};
    std::ranges::copy(beyond.first(std::min(beyond.size(), looked_at)), handle.begin());
    if (is_big_endian(handle)) return print_file(line, read_big_endian(handle));
    if (is_osf(handle) && !is_system_v(handle)) return print_file(line, read_little_endian(handle, 12));
    if (is_ultrix(handle) && !is_system_v(handle)) return print_file(line, read_little_endian(handle, 4));
    if (is_system_v(handle)) return print_file(line, read_system_v(handle));
    if (is_little_system_v(handle)) return print_file(line, read_little_system_v(handle));
    if (is_vms(handle)) return print_vms(line, handle, words);
  }
  // tcpdump cuts the name to as many characters as the handle has words.
  constexpr std::string_view unknown = "Unknown";
  line.put(" fh ", unknown.substr(0, std::min(unknown.size(), words)), '/');
  for (const uint8_t byte : bytes.first(std::min(bytes.size(), looked_at))) line.put(HexUpper{byte, 2});
}

}  // namespace wiretale::nfs
