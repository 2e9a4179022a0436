// IPv4 (RFC 791): the header, its options, and fragments.
#include "protocols/network/ipv4.h"

#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/checksum.h"
#include "protocols/checksum_labels.h"
#include "protocols/network/endpoint.h"
#include "protocols/network/ip_fragments_tree.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ip_protocol_labels.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/network/ipv4_options.h"
#include "protocols/network/service_class_labels.h"

namespace wiretale::ipv4 {
namespace {

constexpr Field header_length{"ip.hdr_len", "Header Length", varies, Type::Uint8};
constexpr Field services{"ip.dsfield", "Differentiated Services Field", bytes(1, 1), Type::Uint8, Show::Hex};
constexpr Field codepoint{"ip.dsfield.dscp", "Differentiated Services Codepoint",
                          bits(8, 6),        Type::Uint8,
                          Show::Decimal,     codepoint_labels};
constexpr Field congestion{"ip.dsfield.ecn", "Explicit Congestion Notification",
                           bits(14, 2),      Type::Uint8,
                           Show::Decimal,    congestion_labels};
constexpr Field total_length{"ip.len", "Total Length", bytes(2, 2)};
constexpr Field identification{"ip.id", "Identification", bytes(4, 2), Type::Uint16, Show::HexDecimal};
constexpr Field flags{"ip.flags", "Flags", bits(48, 3), Type::Uint8, Show::Hex};
constexpr Field reserved{"ip.flags.rb", "Reserved bit", bits(48, 1), Type::Boolean, Show::Flag};
constexpr Field dont_fragment{"ip.flags.df", "Don't fragment", bits(49, 1), Type::Boolean, Show::Flag};
constexpr Field more_fragments{"ip.flags.mf", "More fragments", bits(50, 1), Type::Boolean, Show::Flag};
constexpr Field fragment_offset{"ip.frag_offset", "Fragment Offset", bits(51, 13), Type::Uint16};
constexpr Field time_to_live{"ip.ttl", "Time to Live", bytes(8, 1)};
constexpr Field transport{"ip.proto",  "Protocol",    bytes(9, 1),
                          Type::Uint8, Show::Decimal, ip_protocol_labels};
constexpr Field checksum{"ip.checksum", "Header Checksum", bytes(10, 2), Type::Uint16, Show::Hex};
constexpr Field checksum_status{"ip.checksum.status", "Header checksum status", varies, Type::Uint8,
                                Show::Decimal,        checksum_status_labels};
constexpr Field source{"ip.src", "Source Address", bytes(12, 4), Type::Ipv4};
constexpr Field source_host{"ip.src_host", "Source Host", varies, Type::String};
constexpr Field destination_host{"ip.dst_host", "Destination Host", varies, Type::String};
constexpr Field any_address{"ip.addr", "Source or Destination Address", varies, Type::Ipv4};
constexpr Field ttl_of_link{"ip.ttl.lncb", "Time To Live", varies, Type::None};
constexpr Field ttl_too_small{"ip.ttl.too_small", "Time To Live", varies, Type::None};
constexpr Field right_checksum_field{"ip.checksum_calculated", "Calculated Checksum", varies, Type::Uint16,
                                     Show::Hex};  // where it is validated
constexpr Field bogus_version{"ip.bogus_ip_version", "Bogus IP version", varies, Type::None};
constexpr Field any_host{"ip.host", "Source or Destination Host", varies, Type::String};
constexpr const Field* header_fields[] = {&version,        &header_length,
                                          &services,       &codepoint,
                                          &congestion,     &total_length,
                                          &identification, &flags,
                                          &reserved,       &dont_fragment,
                                          &more_fragments, &fragment_offset,
                                          &time_to_live,   &transport,
                                          &checksum,       &checksum_status,
                                          &source,         &destination,
                                          &source_host,    &destination_host,
                                          &any_address,    &any_host,
                                          &ttl_of_link,    &ttl_too_small,
                                          &bogus_version,  &right_checksum_field};
constexpr auto fields = joined_fields(header_fields, ipv4_option::fields, ip_fragment::fields_4);
static_assert(names_are_distinct(fields));

constexpr Claim found_on[] = {
    {On::EtherType, 0x0800}, {On::IpProtocol, ip_protocol::ipv4}, {On::LinkType, 228, Scope::Decode}};

constexpr size_t fixed_length = 20;
constexpr uint16_t offset_mask = 0x1fff, more_fragments_bit = 0x2000;

constexpr Name flag_names_[] = {{1, "+"}, {2, "DF"}, {4, "rsvd"}};
constexpr Names flag_names = flag_names_;
constexpr std::string_view congestion_marks[] = {"", ",ECT(1)", ",ECT(0)", ",CE"};

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const size_t length = (header[0] & 15) * size_t{4}, total = be16(&header[2]);
  if (header[0] >> 4 != 4 || length < fixed_length) return {.trouble = Trouble::Malformed};
  in.skip(length - fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  if (total >= length) in.limit(total - length);
  if ((be16(&header[6]) & offset_mask) != 0) return {};
  return {.next = context.find(On::IpProtocol, header[9])};
}

void dissect_address(FieldWriter& out, const Field& own, const Field& host) {
  const size_t at = own.place.first_byte();
  out.put(own);
  out.put(any_address, at, 4).hidden();
  if (!out.wants(host) && !out.wants(any_host)) return;
  const std::string text = text_of(Ipv4Text{out.layer().data() + at});
  out.put_text(host, at, 4, text).hidden();
  out.put_text(any_host, at, 4, text).hidden();
}

/// What routers send to their neighbours in 224.0.0.0/24 (RFC 3171) should not be forwarded: TTL 1, or 255
/// where the receiver checks that. 0: any.
uint8_t expected_on_link(uint8_t group) {
  switch (group) {
    case 18:   // VRRP
    case 102:  // HSRP version 2
    case 251:  // multicast DNS
      return 255;
    case 252: return 0;  // LLMNR
    default: return 1;
  }
}

/// Routing protocols that speak with neighbors alone: OSPF and PIM.
bool stays_on_link(uint8_t inner) { return inner == 89 || inner == 103; }

void put_time_to_live(Bytes layer, FieldWriter& out) {
  constexpr uint8_t small = 5;
  const uint8_t left = layer[8];
  const uint32_t to = be32(&layer[16]);
  out.put(time_to_live);
  if (to >> 8 == 0xe00000) {
    const uint8_t expected = expected_on_link(static_cast<uint8_t>(to));
    if (expected != 0 && left != expected)
      out.expert(ttl_of_link, ExpertSeverity::Note, ExpertGroup::Sequence, "\"Time To Live\" != ", expected,
                 " for a packet sent to the Local Network Control Block (see RFC 3171)");
  } else if (to >> 28 != 14 && left < small && !stays_on_link(layer[9])) {
    out.expert(ttl_too_small, ExpertSeverity::Note, ExpertGroup::Sequence, "\"Time To Live\" only ", left);
  }
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < fixed_length) return;
  if (layer[0] >> 4 != 4) {
    out.root().label("Internet Protocol, bogus version (", layer[0] >> 4, ')');
    out.info("Bogus IP version (", layer[0] >> 4, ", must be 4)");
    out.put(version);
    out.expert(bogus_version, ExpertSeverity::Error, ExpertGroup::Protocol, "Bogus IP version");
    return;
  }
  const size_t length = (layer[0] & 15) * size_t{4};
  const uint8_t service = layer[1], protocol_number = layer[9];
  const uint16_t fragment = be16(&layer[6]);
  out.addresses(layer.subspan(12, 4), layer.subspan(16, 4));
  out.protocol_column("IPv4");
  out.info(name_or(ip_protocol_labels, protocol_number, "Unknown"), " (", protocol_number, ')');
  // Without defragmentation the first fragment tells what it carries.
  if ((fragment & offset_mask) != 0 ||
      ((fragment & more_fragments_bit) != 0 && out.about.preferences.ip_defragment))
    out.info("Fragmented IP protocol (proto=", name_or(ip_protocol_labels, protocol_number, "Unknown"), ' ',
             protocol_number, ", off=", (fragment & offset_mask) * 8u, ", ID=", Hex{be16(&layer[4]), 4}, ')');
  out.root().more(", Src: ", Ipv4Text{&layer[12]}, ", Dst: ", Ipv4Text{&layer[16]});
  out.put(version);
  out.put(header_length, 0, 1, length)
      .label(".... ", Binary{layer[0] & 15u, 4}, " = Header Length: ", length, " bytes (", layer[0] & 15,
             ')');
  out.put(services).more(" (DSCP: ", name_or(codepoint_words, service >> 2, "Unknown"),
                         ", ECN: ", find_name(congestion_words, service & 3), ')');
  {
    const Deeper below(out);
    out.put(codepoint);
    out.put(congestion);
  }
  out.put(total_length);
  out.put(identification);
  Item flag_line = out.put(flags);
  if ((fragment & 0x8000) != 0) flag_line.more(", Reserved bit");
  if ((fragment & 0x4000) != 0) flag_line.more(", Don't fragment");
  if ((fragment & more_fragments_bit) != 0) flag_line.more(", More fragments");
  {
    const Deeper below(out);
    out.put(reserved);
    out.put(dont_fragment);
    out.put(more_fragments);
  }
  const uint64_t units = fragment & offset_mask;  // of 8 bytes
  out.put(fragment_offset, 6, 2, units)
      .label("...", Binary{units >> 12, 1}, ' ', Binary{units >> 8 & 15, 4}, ' ', Binary{units >> 4 & 15, 4},
             ' ', Binary{units & 15, 4}, " = Fragment Offset: ", units * 8);
  put_time_to_live(layer, out);
  out.put(transport);
  out.put(checksum).more(" [validation disabled]");
  out.put(checksum_status, 10, 0, 2).label("Header checksum status: Unverified").generated();
  dissect_address(out, source, source_host);
  dissect_address(out, destination, destination_host);
  if (length > fixed_length)
    dissect_ipv4_options(layer.first(std::min(length, layer.size())), fixed_length, out);
}

/// The parenthesis of -v. False when an option was cut off.
bool print_header(Line& line, View in, Bytes fixed, size_t length) {
  const uint8_t service = fixed[1];
  const uint16_t fragment = be16(&fixed[6]);
  line.put("(tos 0x", Hex{service}, congestion_marks[service & 3]);
  if (fixed[8] != 0) line.put(", ttl ", fixed[8]);
  line.put(
      ", id ", be16(&fixed[4]), ", offset ", (fragment & offset_mask) * 8u, ", flags [",
      NamedBits{flag_names, fragment >> 13 & 7u}, "], proto ",
      find_name(ip_protocol_names, fixed[9]).empty() ? "unknown" : find_name(ip_protocol_names, fixed[9]),
      " (", fixed[9], "), length ", be16(&fixed[2]));
  bool whole = true;
  if (length > fixed_length) {
    line.put(", options (");
    whole = print_ipv4_options(line, in.from(fixed_length).with_length(length - fixed_length));
    if (!whole) line.put(" [truncated-option]");
    line.put(')');
  }
  if (!line.options.skip_checksums && in.has(0, length))
    if (const uint16_t sum = Checksum().add(in.bytes(0, length)).value(); sum != 0) {
      const uint16_t carried = be16(&fixed[10]);
      line.put(", bad cksum ", Hex{carried}, " (->", Hex{right_checksum(carried, sum)}, ")!");
    }
  line.put(")\n    ");
  return whole;
}

void print(Line& line, View in) {
  line.protocol = "ip";
  if (!in.has(0, 1)) [[unlikely]]
    line.truncated();
  const uint8_t first = in.all()[0];
  if (first >> 4 != 4) [[unlikely]] {
    line.put("IP", first >> 4);
    if (first >> 4 == 6) line.put(", wrong link-layer encapsulation");
    line.invalid();
    return;
  }
  if (!line.options.link_header) line.append("IP ");
  if (!in.has(0, fixed_length)) [[unlikely]]
    line.truncated();
  const Bytes fixed = in.all().first(fixed_length);
  if (in.length() < fixed_length) [[unlikely]] {
    line.put("truncated-ip ", in.length());
    return;
  }
  const size_t length = (first & 15) * size_t{4}, total = be16(&fixed[2]);
  if (length < fixed_length) [[unlikely]] {
    line.put("bad-hlen ", length);
    return;
  }
  if (in.length() < total) [[unlikely]]
    line.put("truncated-ip - ", total - in.length(), " bytes missing! ");
  if (total < length) [[unlikely]] {
    line.put("bad-len ", total);
    return;
  }
  // The payload's printers read no further than the IP packet reaches.
  in = in.limit(total).with_length(total);
  const uint16_t fragment = be16(&fixed[6]);
  const uint8_t protocol = fixed[9];
  line.network = {NetworkHeader::Four,
                  in,
                  fixed.data() + 12,
                  fixed.data() + 16,
                  (fragment & more_fragments_bit) != 0,
                  protocol,
                  protocol};
  const bool whole = line.options.verbose == 0 || print_header(line, in, fixed, length);
  if (!whole) [[unlikely]] {
    put_addresses(line);
    line.truncated();
  }
  if ((fragment & offset_mask) != 0) [[unlikely]] {
    line.put(Ipv4Text{line.network.source}, " > ", Ipv4Text{line.network.destination}, ": ip-proto-",
             protocol);
    return;
  }
  if (protocol != ip_protocol::tcp && protocol != ip_protocol::udp && protocol != ip_protocol::sctp &&
      protocol != ip_protocol::dccp)
    put_addresses(line);
  if (!in.has(0, length)) [[unlikely]] {
    line.put(" [remaining caplen(", in.captured(), ") < header length(", length, ")]");
    line.truncated();
  }
  print_ip_payload(line, in.from(length), protocol);
}

}  // namespace

extern constinit const Protocol protocol{.name = "ip",
                                         .title = "Internet Protocol Version 4",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::ipv4
