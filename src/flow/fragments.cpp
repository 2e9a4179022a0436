// Putting IP fragments together.
#include "flow/fragments.h"

#include <algorithm>
#include <utility>

namespace wiretale {
namespace {

struct Fragment {
  uint32_t identification, start;
  bool more, six;
  uint8_t protocol;
  Bytes bytes;
  uint32_t claimed;
};

/// What the IP header says about a fragment; nothing when it is none.
std::optional<Fragment> read_fragment(const Packet& packet, const FlowPlace& place) {
  const Bytes ip = packet.bytes.subspan(place.network);
  if (ip.size() < 20) return std::nullopt;
  Fragment fragment{};
  fragment.six = ip[0] >> 4 == 6;
  if (!fragment.six) {
    const uint16_t word = be16(&ip[6]);
    fragment.identification = be16(&ip[4]);
    fragment.start = (word & 0x1fffu) * 8;
    fragment.more = (word & 0x2000) != 0;
    fragment.protocol = ip[9];
  } else {
    // The fragment header is the last 8 bytes in front of the payload, since nothing per-hop follows it.
    const size_t at = place.transport - place.network;
    if (at < 48 || at > ip.size()) return std::nullopt;
    const uint8_t* const header = ip.data() + at - 8;
    fragment.identification = be32(header + 4);
    fragment.start = be16(header + 2) & 0xfff8u;
    fragment.more = (header[3] & 1) != 0;
    fragment.protocol = header[0];
  }
  if (fragment.start == 0 && !fragment.more) return std::nullopt;
  fragment.claimed = place.wire_length;
  const size_t available = packet.bytes.size() > place.transport ? packet.bytes.size() - place.transport : 0;
  fragment.bytes =
      packet.bytes.subspan(packet.bytes.size() - available, std::min<size_t>(available, place.wire_length));
  return fragment;
}

}  // namespace

void Fragments::push_out(std::map<Key, Building>::iterator at) {
  const Key& key = at->first;
  Building& building = at->second;
  if (incomplete_.size() < most_datagrams * 4)
    incomplete_.push_back({key.source, key.destination, building.protocol, building.first_seen,
                           building.total != 0, std::move(building.packets), building.first, building.last});
  building_.erase(at);
}

std::optional<Datagram> Fragments::add(const Packet& packet, const FlowPlace& place) {
  const auto fragment = read_fragment(packet, place);
  if (!fragment || fragment->claimed == 0) return std::nullopt;
  const uint32_t start = fragment->start, end = start + fragment->claimed;
  if (end > longest || fragment->bytes.size() < fragment->claimed) return std::nullopt;
  const Address& source = place.from_low != 0 ? place.key.low : place.key.high;
  const Address& destination = place.from_low != 0 ? place.key.high : place.key.low;
  const Key key{source, destination, fragment->identification, place.key.tunnel, fragment->protocol};
  auto at = building_.find(key);
  if (at != building_.end() && packet.time - at->second.last > timeout) {
    push_out(at);
    at = building_.end();
  }
  if (at == building_.end()) {
    if (building_.size() >= most_datagrams) {
      auto oldest = std::min_element(building_.begin(), building_.end(), [](const auto& a, const auto& b) {
        return a.second.last < b.second.last;
      });
      push_out(oldest);
      ++pushed_out_;
    }
    at = building_.emplace(key, Building{}).first;
    at->second.first = packet.time;
  }
  Building& building = at->second;
  building.protocol = fragment->protocol;
  building.last = packet.time;
  building.first_seen = building.first_seen || start == 0;
  if (building.packets.size() < most_pieces) {
    building.packets.push_back(packet.number);
    building.parts.push_back({packet.number, start, end - start});
  }
  const bool beyond = building.total != 0 && end > building.total;
  const bool other_end = !fragment->more && building.total != 0 && building.total != end;
  const bool overlap = std::any_of(building.pieces.begin(), building.pieces.end(), [&](const Piece& piece) {
    return start < piece.end && piece.start < end && !(piece.start <= start && end <= piece.end);
  });
  if (beyond || other_end || (overlap && fragment->six) || building.pieces.size() >= most_pieces) {
    building_.erase(at);
    return std::nullopt;
  }
  if (!fragment->more) building.total = end;
  if (building.bytes.size() < end) building.bytes.resize(end);
  uint32_t write = start;
  for (const Piece& piece : building.pieces) {
    if (piece.end <= write) continue;
    if (piece.start >= end) break;
    if (piece.start > write)
      std::copy(fragment->bytes.begin() + (write - start), fragment->bytes.begin() + (piece.start - start),
                building.bytes.begin() + write);
    write = std::max(write, piece.end);
  }
  if (write < end)
    std::copy(fragment->bytes.begin() + (write - start), fragment->bytes.begin() + (end - start),
              building.bytes.begin() + write);
  // Merge.
  uint32_t from = start, until = end;
  auto first = std::find_if(building.pieces.begin(), building.pieces.end(),
                            [&](const Piece& piece) { return piece.end >= from; });
  auto last = first;
  for (; last != building.pieces.end() && last->start <= until; ++last) {
    from = std::min(from, last->start);
    until = std::max(until, last->end);
  }
  first = building.pieces.erase(first, last);
  building.pieces.insert(first, {from, until});
  if (building.total == 0 || building.pieces.size() != 1 || from != 0 || until != building.total)
    return std::nullopt;
  Datagram datagram{std::move(building.bytes), std::move(building.packets), building.protocol,
                    std::move(building.parts)};
  std::ranges::stable_sort(datagram.parts, {}, &MessagePiece::at);
  building_.erase(at);
  return datagram;
}

std::vector<IncompleteDatagram> Fragments::take_incomplete(Which which, Time now) {
  for (auto at = building_.begin(); at != building_.end();) {
    const auto next = std::next(at);
    if (which == Which::Everything || now - at->second.last > timeout) push_out(at);
    at = next;
  }
  return std::exchange(incomplete_, {});
}

}  // namespace wiretale
