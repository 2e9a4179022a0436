// L2TP (RFC 2661) on UDP: PPP frames of a tunnel's sessions, and the control messages with their attributes.
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/tunnel/l2tp_attributes.h"

namespace wiretale::l2tp {
namespace {

constexpr Field type{"l2tp.type", "Type", bits(0, 1), Type::Uint8};
constexpr Field has_length{"l2tp.length_bit", "Length Bit", bits(1, 1), Type::Boolean, Show::Flag};
constexpr Field has_sequence{"l2tp.seq_bit", "Sequence Bit", bits(4, 1), Type::Boolean, Show::Flag};
constexpr Field has_offset{"l2tp.offset_bit", "Offset bit", bits(6, 1), Type::Boolean, Show::Flag};
constexpr Field priority{"l2tp.priority", "Priority", bits(7, 1), Type::Boolean, Show::Flag};
constexpr Field version{"l2tp.version", "Version", bits(12, 4)};
constexpr Field length{"l2tp.length", "Length", varies, Type::Uint16};
constexpr Field tunnel{"l2tp.tunnel", "Tunnel ID", varies, Type::Uint16};
constexpr Field session{"l2tp.session", "Session ID", varies, Type::Uint16};
constexpr Field sent{"l2tp.Ns", "Ns", varies, Type::Uint16};
constexpr Field received{"l2tp.Nr", "Nr", varies, Type::Uint16};
constexpr Field offset{"l2tp.offset", "Offset", varies, Type::Uint16};
constexpr const Field* fields[] = {&type,   &has_length, &has_sequence, &has_offset, &priority, &version,
                                   &length, &tunnel,     &session,      &sent,       &received, &offset};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 1701}};

constexpr uint16_t version_mask = 0x000f, l2f_version = 1, l2tp_version = 2;
enum Flag : uint16_t { control = 0x8000, with_length = 0x4000, with_sequence = 0x0800, with_offset = 0x0200 };
constexpr Name flag_names[] = {
    {control, "T"}, {with_length, "L"}, {with_sequence, "S"}, {with_offset, "O"}, {0x0100, "P"}};

/// Where the fields lie that the flags announce.
struct Places {
  uint16_t flags;
  explicit Places(uint16_t of) : flags(of) {}
  [[nodiscard]] bool has(Flag flag) const { return (flags & flag) != 0; }
  [[nodiscard]] size_t tunnel() const { return has(with_length) ? 4 : 2; }
  [[nodiscard]] size_t sequence() const { return tunnel() + 4; }
  [[nodiscard]] size_t offset() const { return sequence() + (has(with_sequence) ? 4 : 0); }
  /// Without the padding that an offset announces.
  [[nodiscard]] size_t end() const { return offset() + (has(with_offset) ? 2 : 0); }
};

Step decode(Cursor& in, Context&) {
  if (in.left() < 2) return {.trouble = Trouble::Truncated};
  const Places at(be16(in.rest().data()));
  if ((at.flags & version_mask) != l2tp_version) return {.trouble = Trouble::Malformed};
  const Bytes header = in.take(at.end());
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (at.has(with_offset)) in.skip(be16(&header[at.offset()]));
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = at.has(control) ? ProtocolId::None : ids::ppp};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < 2) return;
  const Places at(be16(layer.data()));
  if (layer.size() < at.end()) return;
  if (at.has(with_length)) out.put(length, 2, 2);
  out.put(tunnel, at.tunnel(), 2);
  out.put(session, at.tunnel() + 2, 2);
  if (at.has(with_sequence)) {
    out.put(sent, at.sequence(), 2);
    out.put(received, at.sequence() + 2, 2);
  }
  if (at.has(with_offset)) out.put(offset, at.offset(), 2);
}

void print(Line& line, View in) {
  line.protocol = "l2tp";
  // A datagram too short for a header is not even named.
  constexpr size_t shortest = 6;
  if (in.length() < shortest) line.truncated();
  const Places at(in.u16(0));
  const uint16_t spoken = at.flags & version_mask;
  if (spoken == l2f_version) {
    line.put(" l2f:");
    return;
  }
  if (spoken != l2tp_version) {
    line.put(" Unknown Version, neither L2F(1) nor L2TP(2)");
    return;
  }
  line.put(" l2tp:[", NamedBits{flag_names, at.flags, "", ""}, ']');
  const size_t claimed = at.has(with_length) ? in.u16(2) : 0;
  line.put('(', in.u16(at.tunnel()));
  line.put('/', in.u16(at.tunnel() + 2), ')');
  if (at.has(with_sequence)) {
    line.put("Ns=", in.u16(at.sequence()));
    line.put(",Nr=", in.u16(at.sequence() + 2));
  }
  size_t end = at.end();
  if (at.has(with_offset)) {
    const size_t padding = in.u16(at.offset());
    in.need(end, padding);
    end += padding;
  }
  if (at.has(with_length)) {
    if (in.length() < claimed) {
      line.put(" Length ", claimed, " larger than packet");
      return;
    }
    if (claimed < end) {
      line.put(" Length ", claimed, " smaller than header length");
      return;
    }
  } else if (in.length() < end) {
    line.put(" Length ", in.length(), " smaller than header length");
    return;
  }
  if (!at.has(control)) {
    line.put(" {");
    line.print(ids::ppp, in.from(end));
    line.put('}');
  } else if (!at.has(with_length)) {
    line.put(" No length");
  } else if (claimed == end) {
    line.put(" ZLB");
  } else {
    print_attributes(line, in.part(end, claimed - end));
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "l2tp",
                                         .title = "Layer 2 Tunneling Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .print = print};

}  // namespace wiretale::l2tp
