// Fragments of IP datagrams in the field tree.
#pragma once
#include "packet/tree.h"

namespace wiretale {

enum class IpVersion : uint8_t { Four, Six };

/// Writes of which fragments a datagram was put together; the writer's bytes are the datagram.
/// Notes for the second pass which frame completes a datagram of these fragments.
void note_fragments(Dissection& about, IpVersion version, std::span<const MessagePiece> pieces);
/// Writes, in the second pass, which frame completes this fragment's datagram.
void put_reassembled_in(FieldWriter& out, IpVersion version);
void put_fragments(FieldWriter& out, IpVersion version, std::span<const MessagePiece> pieces);

namespace ip_fragment {
inline constexpr Field fragments_4{"ip.fragments", "IPv4 Fragments", varies, Type::ByteArray};
inline constexpr Field fragment_4{"ip.fragment", "IPv4 Fragment", varies, Type::FrameNumber};
inline constexpr Field count_4{"ip.fragment.count", "Fragment count", varies, Type::Uint32};
inline constexpr Field length_4{"ip.reassembled.length", "Reassembled IPv4 length", varies, Type::Uint32};
inline constexpr Field data_4{"ip.reassembled.data", "Reassembled IPv4 data", varies, Type::ByteArray};
inline constexpr Field in_4{"ip.reassembled_in", "Reassembled IPv4 in frame", varies, Type::FrameNumber};
inline constexpr Field fragments_6{"ipv6.fragments", "IPv6 Fragments", varies, Type::None};
inline constexpr Field fragment_6{"ipv6.fragment", "IPv6 Fragment", varies, Type::FrameNumber};
inline constexpr Field count_6{"ipv6.fragment.count", "Fragment count", varies, Type::Uint32};
inline constexpr Field length_6{"ipv6.reassembled.length", "Reassembled IPv6 length", varies, Type::Uint32};
inline constexpr Field data_6{"ipv6.reassembled.data", "Reassembled IPv6 data", varies, Type::ByteArray};
inline constexpr Field in_6{"ipv6.reassembled.in", "Reassembled IPv6 in frame", varies, Type::FrameNumber};
inline constexpr const Field* fields_4[] = {&fragments_4, &fragment_4, &count_4, &length_4, &data_4, &in_4};
inline constexpr const Field* fields_6[] = {&fragments_6, &fragment_6, &count_6, &length_6, &data_6, &in_6};
}  // namespace ip_fragment

}  // namespace wiretale
