// Numbers of the pcap and pcapng file formats (draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng).
#pragma once
#include <cstddef>
#include <cstdint>

namespace wiretale {

inline constexpr std::uint32_t pcap_magic_micro = 0xa1b2c3d4, pcap_magic_nano = 0xa1b23c4d,
                               pcap_magic_modified = 0xa1b2cd34;
inline constexpr std::size_t pcap_file_header = 24;

inline constexpr std::uint32_t pcapng_byte_order = 0x1a2b3c4d;

/// Block types of pcapng.
namespace block {
inline constexpr std::uint32_t interface = 1, old_packet = 2, simple_packet = 3, names = 4, statistics = 5,
                               packet = 6, secrets = 10, custom = 0xbad, custom_no_copy = 0x40000bad,
                               section = 0x0a0d0d0a;
}

/// Option codes of pcapng; 0 and 1 are the same in all blocks.
namespace option {
inline constexpr std::uint16_t end = 0, comment = 1;
inline constexpr std::uint16_t section_hardware = 2, section_os = 3, section_application = 4;
inline constexpr std::uint16_t interface_name = 2, interface_description = 3, interface_speed = 8,
                               interface_resolution = 9, interface_filter = 11, interface_os = 12,
                               interface_offset = 14, interface_hardware = 15;
inline constexpr std::uint16_t packet_flags = 2, packet_drop_count = 4;
inline constexpr std::uint16_t statistics_start = 2, statistics_end = 3, statistics_received = 4,
                               statistics_dropped = 5;
}  // namespace option

}  // namespace wiretale
