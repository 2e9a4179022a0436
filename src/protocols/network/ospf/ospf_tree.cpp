// OSPF packets of both versions in the field tree (RFC 2328 A.3, RFC 5340 A.3, RFC 5613).
#include "protocols/network/ospf/ospf_tree.h"

#include <algorithm>

#include "packet/flag_lines.h"
#include "protocols/checksum.h"

namespace wiretale::ospf {
namespace {

enum Message : uint8_t { hello = 1, description, request, update, acknowledgment };
enum Authentication : uint16_t { none, simple, cryptographic };
constexpr size_t header2_length = 24, header3_length = 16, authentication_at = 14, longest_digest = 64;
constexpr uint8_t protocol_number = 89;

struct Header {
  unsigned version = 0, type = 0;
  size_t length = 0, digest_length = 0, size = 0;
};

void put_message_kind(FieldWriter& out, unsigned type) {
  const Field* const kinds[] = {&field::msg_hello, &field::msg_dbdesc, &field::msg_lsreq,
                                &field::msg_lsupdate, &field::msg_lsack};
  if (type >= hello && type <= acknowledgment) out.put(*kinds[type - 1], 1, 1, 1).hidden();
}

/// What the checksum over the packet should be; nothing when not all of it is here.
std::optional<uint16_t> right_checksum(const FieldWriter& out, const Header& header) {
  const Bytes layer = out.layer();
  if (header.length > layer.size() || header.length < header.size) return std::nullopt;
  const Bytes packet = layer.first(header.length);
  Checksum sum;
  if (header.version == 2) {
    sum.add(packet.first(12)).add(packet.subspan(authentication_at, 2)).add(packet.subspan(header2_length));
  } else {
    if (out.about.source.size() != 16) return std::nullopt;
    sum.add(out.about.source).add(out.about.destination);
    sum.add32(static_cast<uint32_t>(header.length)).add32(protocol_number);
    sum.add(packet.first(12)).add(packet.subspan(authentication_at));
  }
  return sum.value();
}

void put_checksum(FieldCursor& in, const Header& header) {
  const auto carried = static_cast<uint16_t>(in.number(2));
  Item line = in.put(field::checksum, 2);
  if (carried == 0) {
    line.more(" (None)");
  } else if (const auto right = right_checksum(in.out, header); right) {
    if (*right == carried)
      line.more(" [correct]");
    else
      line.more(" [incorrect, should be 0x", Hex{*right, 4}, ']');
  }
}

Header put_header(FieldWriter& out) {
  FieldCursor in(out, tree_name);
  Header header{.version = static_cast<unsigned>(in.number(1))};
  header.size = header.version == 3 ? header3_length : header2_length;
  out.put(field::header, 0, header.size);
  const Deeper below(out);
  in.put(field::version, 1);
  header.type = static_cast<unsigned>(in.number(1));
  in.put(field::msg, 1);
  put_message_kind(out, header.type);
  header.length = static_cast<size_t>(in.number(2));
  in.put(field::packet_length, 2);
  in.put(field::srcrouter, 4);
  const uint64_t area = in.number(4);
  Item area_line = in.put(field::area_id, 4);
  if (area == 0) area_line.more(" (Backbone)");
  put_checksum(in, header);
  if (header.version == 3) {
    in.put(field::instance_id, 1);
    in.put(field::reserved, 1);
    return header;
  }
  const uint64_t authentication = in.number(2);
  in.put(field::auth_type, 2);
  switch (authentication) {
    case none: in.put(field::auth_none, 8); break;
    case simple: {
      const Bytes password = in.peek(8);
      const auto end = std::find(password.begin(), password.end(), 0);
      out.put_text(field::auth_simple, in.at, 8, password.first(static_cast<size_t>(end - password.begin())));
      in.skip(8);
      break;
    }
    case cryptographic: {
      in.skip(2);
      in.put(field::auth_crypt_key_id, 1);
      header.digest_length = static_cast<size_t>(in.number(1));
      in.put(field::auth_crypt_data_length, 1);
      in.put(field::auth_crypt_seq_nbr, 4);
      if (header.digest_length > 0 && header.digest_length <= longest_digest)
        out.put(field::auth_crypt_data, header.length, header.digest_length);
      break;
    }
    default: in.put(field::auth_unknown, 8);
  }
  return header;
}

void put_hello(FieldCursor& in, const Header& header) {
  FieldWriter& out = in.out;
  out.put(field::hello, in.at, in.left());
  const Deeper below(out);
  if (header.version == 2) {
    in.put(field::hello_network_mask, 4);
    in.put(field::hello_hello_interval, 2);
    (void)in.peek(1);
    put_options2(out, in.at, Instead::No);
    in.skip(1);
    in.put(field::hello_router_priority, 1);
    in.put(field::hello_router_dead_interval, 4);
  } else {
    in.put(field::hello_interface_id, 4);
    in.put(field::hello_router_priority, 1);
    (void)in.peek(3);
    put_options3(out, in.at);
    in.skip(3);
    in.put(field::hello_hello_interval, 2);
    in.put(field::hello_router_dead_interval, 2);
  }
  in.put(field::hello_designated_router, 4);
  in.put(field::hello_backup_designated_router, 4);
  while (in.left() > 0) in.put(field::hello_active_neighbor, 4);
}

void put_description_bits(FieldCursor& in) {
  static constexpr const Field* bits[] = {&field::dbd_r, &field::dbd_i, &field::dbd_m, &field::dbd_ms};
  (void)in.peek(1);
  put_flags(in.out, in.at, 1, field::dbd, bits);
  in.skip(1);
}

void put_description(FieldCursor& in, const Header& header) {
  FieldWriter& out = in.out;
  constexpr size_t size2 = 8, size3 = 12;
  out.put_words(in.at, std::min(header.version == 2 ? size2 : size3, in.left()), "OSPF DB Description");
  {
    const Deeper below(out);
    if (header.version == 2) {
      in.put(field::db_interface_mtu, 2);
      (void)in.peek(1);
      put_options2(out, in.at, Instead::No);
      in.skip(1);
    } else {
      in.put(field::reserved, 1);
      (void)in.peek(3);
      put_options3(out, in.at);
      in.skip(3);
      in.put(field::db_interface_mtu, 2);
      in.put(field::reserved, 1);
    }
    put_description_bits(in);
    in.put(field::db_dd_sequence, 4);
  }
  while (in.left() > 0)
    if (header.version == 2)
      put_lsa2(in, Parts::Header);
    else
      put_lsa3(in, Parts::Header);
}

void put_requests(FieldCursor& in, const Header& header) {
  constexpr size_t request_size = 12;
  while (in.left() > 0) {
    in.out.put_words(in.at, std::min(request_size, in.left()), "Link State Request");
    const Deeper below(in.out);
    if (header.version == 2) {
      in.put(field::lsa, 4);
    } else {
      in.put(field::reserved, 2);
      put_lsa3_type(in);
    }
    in.put(field::link_state_id, 4);
    in.put(field::advrouter, 4);
  }
}

void put_updates(FieldCursor& in, const Header& header) {
  in.out.put_words(in.at, in.left(), "LS Update Packet");
  const Deeper below(in.out);
  uint64_t count = in.number(4);
  in.put(field::ls_number_of_lsas, 4);
  for (; count > 0 && in.left() > 0; --count)
    if (header.version == 2)
      put_lsa2(in, Parts::Whole);
    else
      put_lsa3(in, Parts::Whole);
}

void put_local_signaling(FieldWriter& out, size_t at) {
  enum Type : uint16_t { extended_options = 1, authentication = 2 };
  FieldCursor in(out, tree_name, at);
  const size_t claimed = be16(&in.peek(4)[2]) * size_t{4};
  FieldCursor block(out, tree_name, at, at + claimed);
  out.put_words(at, std::min(claimed, in.left()), "OSPF LLS Data Block");
  const Deeper below(out);
  block.put(field::lls_checksum, 2);
  block.put(field::lls_data_length, 2, claimed).more(" bytes");
  while (block.left() >= 4) {
    const Bytes head = block.peek(4);
    const uint16_t type = be16(head.data());
    const size_t length = be16(&head[2]), first = block.at;
    out.put_words(first, std::min(length + 4, block.left()),
                  type == extended_options ? "Extended options TLV"
                  : type == authentication ? "Crypto Authentication TLV"
                                           : "Unknown LLS TLV");
    const Deeper inner(out);
    block.put(field::tlv_type, 2);
    block.put(field::tlv_length, 2);
    if (type == extended_options) {
      static constexpr const Field* bits[] = {&field::lls_ext_options_rs, &field::lls_ext_options_lr};
      (void)block.peek(4);
      put_flags(out, block.at, 4, field::lls_ext_options, bits);
    } else if (type == authentication && length > 4) {
      block.put(field::v2_lls_sequence_number, 4);
      block.put(field::v2_lls_auth_data, length - 4);
    }
    block.at = std::min(first + 4 + (length + 3) / 4 * 4, block.end);
  }
}

/// Whether the options of a hello or description say that a block of local signaling follows.
bool has_local_signaling(Bytes layer, const Header& header) {
  const bool two = header.version == 2;
  const size_t at = header.type == hello ? (two ? 30 : 22) : header.type == description ? (two ? 26 : 18) : 0;
  if (at == 0 || at >= layer.size()) return false;
  return (layer[at] & (two ? 0x10 : 0x02)) != 0;
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("OSPF");
  out.info("");
  out.root().length(layer.size());
  if (layer.size() < 2) throw LayerTooShort{tree_name};
  if (out.wants_columns()) {
    if (const std::string_view name = find_name(field::msg_labels, layer[1]); !name.empty())
      out.info(name);
    else
      out.info("Unknown (", layer[1], ')');
  }
  const Header header = put_header(out);
  if (header.version != 2 && header.version != 3) return;
  FieldCursor in(out, tree_name, header.size, std::max(header.length, header.size));
  switch (header.type) {
    case hello: put_hello(in, header); break;
    case description: put_description(in, header); break;
    case request: put_requests(in, header); break;
    case update: put_updates(in, header); break;
    case acknowledgment:
      while (in.left() > 0)
        if (header.version == 2)
          put_lsa2(in, Parts::Header);
        else
          put_lsa3(in, Parts::Header);
      break;
    default: break;
  }
  const size_t behind = header.length + header.digest_length;
  if (has_local_signaling(layer, header) && layer.size() >= behind + 4) put_local_signaling(out, behind);
}

}  // namespace wiretale::ospf
