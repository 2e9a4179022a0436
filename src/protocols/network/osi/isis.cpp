// IS-IS (ISO 10589, RFC 1195): the link-state routing protocol that runs beside IP.
#include "protocols/catalog.h"
#include "protocols/network/osi/isis_names.h"
#include "protocols/network/osi/isis_parts.h"
#include "protocols/network/osi/osi_checksum.h"
#include "protocols/network/osi_address.h"

namespace wiretale::isis {
namespace {

constexpr Field discriminator{"isis.irpd", "Intradomain Routing Protocol Discriminator", bytes(0, 1),
                              Type::Uint8, Show::Hex};
constexpr Field header_length{"isis.len", "Length Indicator", bytes(1, 1)};
constexpr Field version{"isis.version", "Version/Protocol ID Extension", bytes(2, 1)};
constexpr Field id_length{"isis.sysid_len", "ID Length", bytes(3, 1)};
constexpr Field type{"isis.type", "PDU Type", bits(4 * 8 + 3, 5), Type::Uint8, Show::Decimal, pdu_types};
constexpr Field pdu_version{"isis.version2", "Version", bytes(5, 1)};
constexpr Field reserved{"isis.reserved", "Reserved", bytes(6, 1)};
constexpr Field max_areas{"isis.max_area_adr", "Maximum Area Addresses", bytes(7, 1)};
constexpr const Field* fields[] = {&discriminator, &header_length, &version,  &id_length,
                                   &type,          &pdu_version,   &reserved, &max_areas};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::NetworkLayerId, 0x83}};

constexpr size_t common_length = 8;
constexpr size_t lan_hello_length = 19, point_to_point_length = 12, lsp_length = 19, csnp_length = 25,
                 psnp_length = 9;
/// Where an LSP's checksum begins to count, and where it lies from there (ISO 10589 7.3.11).
constexpr size_t checksum_start = 12, checksum_offset = 12;

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(common_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (header[1] < common_length || header[2] != 1) return {.trouble = Trouble::Malformed};
  in.skip(header[1] - common_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

size_t own_length(uint8_t pdu_type) {
  switch (pdu_type) {
    case level1_hello:
    case level2_hello: return lan_hello_length;
    case point_to_point_hello: return point_to_point_length;
    case level1_lsp:
    case level2_lsp: return lsp_length;
    case level1_csnp:
    case level2_csnp: return csnp_length;
    case level1_psnp:
    case level2_psnp: return psnp_length;
    default: return 0;
  }
}

size_t pdu_length_offset(uint8_t pdu_type) {
  return pdu_type == level1_hello || pdu_type == level2_hello || pdu_type == point_to_point_hello ? 9 : 0;
}

/// The bits of an LSP's last octet (ISO 10589 9.8).
void print_lsp_flags(Line& line, uint8_t flags) {
  constexpr uint8_t overload = 0x04, attached = 0x78, partition_repair = 0x80;
  constexpr Name attached_names[] = {{0x08, "default"}, {0x10, "delay"}, {0x20, "expense"}, {0x40, "error"}};
  line.put(", Flags: [ ");
  if ((flags & overload) != 0) line.put("Overload bit set, ");
  if ((flags & attached) != 0) line.put(NamedBits{attached_names, flags, "", " "}, " ATT bit set, ");
  if ((flags & partition_repair) != 0) line.put("P bit set, ");
  line.put(Named{is_types, flags & 3u, "Unknown(0x", ")"}, " ]");
}

/// The brief form without -v.
void print_summary(Line& line, uint8_t pdu_type, View own, size_t length) {
  switch (pdu_type) {
    case level1_hello:
    case level2_hello:
      put_with_id(line, own.bytes(1, system_id_length), ", src-id ");
      put_with_id(line, own.bytes(12, node_id_length), ", lan-id ");
      line.put(", prio ", own.u8(11));
      break;
    case point_to_point_hello: put_with_id(line, own.bytes(1, system_id_length), ", src-id "); break;
    case level1_lsp:
    case level2_lsp:
      put_with_id(line, own.bytes(4, lsp_id_length), ", lsp-id ");
      line.put(", seq 0x", Hex{own.u32(12), 8}, ", lifetime ", Padded{own.u16(2), 5}, 's');
      break;
    default: put_with_id(line, own.bytes(2, node_id_length), ", src-id "); break;
  }
  line.put(", length ", length);
}

void print_own_header(Line& line, uint8_t pdu_type, View packet, size_t length, uint16_t pdu_length) {
  const View own = packet.from(common_length);
  const auto put_circuit = [&] {
    line.put("s, Flags: [", NamedHex{circuit_types, own.u8(0), "unknown circuit type 0x", "", 2}, ']');
  };
  switch (pdu_type) {
    case level1_hello:
    case level2_hello:
      put_with_id(line, own.bytes(1, system_id_length), "\n\t  source-id: ");
      line.put(",  holding time: ", own.u16(7));
      put_circuit();
      put_with_id(line, own.bytes(12, node_id_length), "\n\t  lan-id:    ");
      line.put(", Priority: ", own.u8(11) & 0x7fu, ", PDU length: ", pdu_length);
      break;
    case point_to_point_hello:
      put_with_id(line, own.bytes(1, system_id_length), "\n\t  source-id: ");
      line.put(", holding time: ", own.u16(7));
      put_circuit();
      line.put("\n\t  circuit-id: 0x", Hex{own.u8(11), 2}, ", PDU length: ", pdu_length);
      break;
    case level1_lsp:
    case level2_lsp: {
      const uint16_t lifetime = own.u16(2), checksum = own.u16(16);
      put_with_id(line, own.bytes(4, lsp_id_length), "\n\t  lsp-id: ");
      line.put(", seq: 0x", Hex{own.u32(12), 8}, ", lifetime: ", Padded{lifetime, 5}, "s\n\t  chksum: 0x",
               Hex{checksum, 4});
      if (lifetime == 0)
        line.put(" (purged)");
      else
        put_osi_verdict(line, packet.from(checksum_start), checksum, checksum_offset,
                        length - checksum_start);
      line.put(", PDU length: ", pdu_length);
      print_lsp_flags(line, own.u8(18));
      break;
    }
    default:
      put_with_id(line, own.bytes(2, node_id_length), "\n\t  source-id:    ");
      line.put(", PDU length: ", pdu_length);
      if (pdu_type == level1_psnp || pdu_type == level2_psnp) break;
      put_with_id(line, own.bytes(9, lsp_id_length), "\n\t  start lsp-id: ");
      put_with_id(line, own.bytes(17, lsp_id_length), "\n\t  end lsp-id:   ");
      break;
  }
}

/// `in` begins with the first TLV, and the PDU has `left` bytes from there on.
bool print_tlvs(Line& line, View in, size_t left, View packet, size_t pdu_length) {
  while (left > 0) {
    if (left < 2) line.truncated();
    const uint8_t tlv = in.u8(0);
    const size_t length = in.u8(1);
    in = in.from(2);
    left -= 2;
    line.put("\n\t    ", name_or(tlv_names, tlv, "unknown"), " TLV #", tlv, ", length: ", length);
    if (length == 0) continue;
    if (length > left) line.truncated();
    if (!print_tlv(line, tlv, {in, length}, packet, pdu_length)) line.invalid();
    if (line.options.verbose > 1) show_bytes(line, in, 0, length, "\n\t      ");
    in = in.from(length);
    left -= length;
  }
  return true;
}

void print(Line& line, View in) {
  if (!print_isis(line, in)) show_bytes(line, in, 0, in.length(), "\n\t");
}

}  // namespace

bool print_isis(Line& line, View in) {
  line.protocol = "isis";
  const bool link_header = line.options.link_header, verbose = line.options.verbose > 0;
  const Bytes header = in.bytes(0, common_length);
  const size_t fixed = header_length.read(header);
  if (!link_header) line.put("IS-IS");
  if (version.read(header) != 1) {
    line.put("version ", version.read(header), " packet not supported");
    return false;
  }
  if (id_length.read(header) != system_id_length && id_length.read(header) != 0) {
    line.put("system ID length of ", id_length.read(header), " is not supported");
    return false;
  }
  if (pdu_version.read(header) != 1) {
    line.put("version ", pdu_version.read(header), " packet not supported");
    return false;
  }
  if (in.length() < fixed) {
    line.put("fixed header length ", fixed, " > packet length ", in.length());
    return false;
  }
  if (fixed < common_length) {
    line.put("fixed header length ", fixed, " < minimum header size ", common_length);
    return false;
  }
  if (max_areas.read(header) == 255) {
    line.put("bad packet -- 255 areas");
    return false;
  }
  const uint8_t pdu_type = header[4];
  const auto areas = max_areas.read(header) == 0 ? 3 : max_areas.read(header);
  if (verbose) {
    line.put(link_header ? "" : ", ", "length ", in.length(), "\n\t",
             Named{pdu_types, pdu_type, "unknown, type ", ""}, ", hlen: ", fixed,
             ", v: 1, pdu-v: 1, sys-id-len: ", system_id_length, " (", header[3], "), max-area: ", areas,
             " (", header[7], ')');
    if (line.options.verbose > 1) show_bytes(line, in, 0, common_length, "\n\t");
  } else {
    line.put(link_header ? "" : ", ", Named{pdu_types, pdu_type, "unknown PDU-Type ", ""});
  }
  const size_t own = own_length(pdu_type);
  if (own == 0) {
    if (!verbose) {
      line.put(", length ", in.length());
      return true;
    }
    show_bytes(line, in, common_length, in.length() - common_length, "\n\t  ");
    return false;
  }
  if (fixed != common_length + own) {
    // tcpdump counts its own header alone for LSPs, and with the common one for the rest.
    const bool is_partial = pdu_type == level1_psnp || pdu_type == level2_psnp;
    const bool is_lsp = pdu_type == level1_lsp || pdu_type == level2_lsp;
    line.put(is_partial ? "- bogus" : ", bogus", " fixed header length ", fixed, " should be ",
             is_lsp ? own : common_length + own);
    return false;
  }
  in.need(common_length, own);
  if (!verbose) {
    print_summary(line, pdu_type, in.from(common_length), in.length());
    return true;
  }
  const uint16_t pdu_length = in.u16(common_length + pdu_length_offset(pdu_type));
  const size_t length = std::min<size_t>(in.length(), pdu_length);
  print_own_header(line, pdu_type, in, length, pdu_length);
  if (line.options.verbose > 1) show_bytes(line, in, common_length, own, "\n\t  ");
  if (length < fixed) {
    line.put(" [packet length ", length, " < ", fixed, ']');
    line.invalid();
    return true;
  }
  try {
    return print_tlvs(line, in.from(fixed), length - fixed, in, length);
  } catch (const Stop&) {
    return true;
  }
}

extern constinit const Protocol protocol{
    .name = "isis",
    .title = "ISO 10589 ISIS InTRA Domain Routeing Information Exchange Protocol",
    .fields = fields,
    .found_on = found_on,
    .decode = decode,
    .print = print};

}  // namespace wiretale::isis
