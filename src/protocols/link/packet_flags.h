// The flags of a packet in a pcapng file.
#pragma once
#include "packet/tree.h"

namespace wiretale::packet_flags {

// Counted from the highest bit of the 32.
constexpr Place flag_bits(unsigned first, unsigned count) { return bits(first, count).within(0, 32); }

constexpr Name direction_names[] = {{0, "Unknown"}, {1, "Inbound"}, {2, "Outbound"}};
constexpr Name reception_names[] = {
    {0, "Not specified"}, {1, "Unicast"}, {2, "Multicast"}, {3, "Broadcast"}, {4, "Promiscuous"}};

inline constexpr Field word{"frame.packet_flags", "Packet flags", varies, Type::Uint32, Show::Hex};
inline constexpr Field direction{
    "frame.packet_flags_direction", "Direction", flag_bits(30, 2), Type::Uint32, Show::Hex, direction_names};
inline constexpr Field reception{"frame.packet_flags_reception_type",
                                 "Reception type",
                                 flag_bits(27, 3),
                                 Type::Uint32,
                                 Show::Decimal,
                                 reception_names};
inline constexpr Field check_length{"frame.packet_flags_fcs_length", "FCS length", flag_bits(23, 4),
                                    Type::Uint32};
inline constexpr Field reserved{"frame.packet_flags_reserved", "Reserved", flag_bits(16, 7), Type::Uint32};
inline constexpr Field crc_error{"frame.packet_flags_crc_error", "CRC error", flag_bits(7, 1), Type::Boolean,
                                 Show::Flag};
inline constexpr Field packet_too_error{"frame.packet_flags_packet_too_error", "Packet too long error",
                                        flag_bits(6, 1), Type::Boolean, Show::Flag};
inline constexpr Field packet_too_short_error{"frame.packet_flags_packet_too_short_error",
                                              "Packet too short error", flag_bits(5, 1), Type::Boolean,
                                              Show::Flag};
inline constexpr Field wrong_inter_frame_gap_error{"frame.packet_flags_wrong_inter_frame_gap_error",
                                                   "Wrong interframe gap error", flag_bits(4, 1),
                                                   Type::Boolean, Show::Flag};
inline constexpr Field unaligned_frame_error{"frame.packet_flags_unaligned_frame_error",
                                             "Unaligned frame error", flag_bits(3, 1), Type::Boolean,
                                             Show::Flag};
inline constexpr Field start_frame_delimiter_error{"frame.packet_flags_start_frame_delimiter_error",
                                                   "Start frame delimiter error", flag_bits(2, 1),
                                                   Type::Boolean, Show::Flag};
inline constexpr Field preamble_error{"frame.packet_flags_preamble_error", "Preamble error", flag_bits(1, 1),
                                      Type::Boolean, Show::Flag};
inline constexpr Field symbol_error{"frame.packet_flags_symbol_error", "Symbol error", flag_bits(0, 1),
                                    Type::Boolean, Show::Flag};
inline constexpr const Field* fields[] = {&word,
                                          &direction,
                                          &reception,
                                          &check_length,
                                          &reserved,
                                          &crc_error,
                                          &packet_too_error,
                                          &packet_too_short_error,
                                          &wrong_inter_frame_gap_error,
                                          &unaligned_frame_error,
                                          &start_frame_delimiter_error,
                                          &preamble_error,
                                          &symbol_error};

inline void dissect(FieldWriter& out, uint32_t flags) {
  out.put(word, 0, 0, flags);
  const Deeper below(out);
  for (const Field* field : std::span{fields}.subspan(1)) {
    const Place& place = field->place;
    const unsigned below_it = 32u - place.bit - place.width;
    out.put(*field, 0, 0, flags >> below_it & ((1u << place.width) - 1));
  }
}

}  // namespace wiretale::packet_flags
