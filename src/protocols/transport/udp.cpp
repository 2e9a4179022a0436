// UDP (RFC 768).
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/checksum_labels.h"
#include "protocols/checksum_tree.h"
#include "protocols/network/endpoint.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ip_protocol_names.h"
#include "protocols/transport/port_turns.h"

namespace wiretale::udp {
namespace {

constexpr Field source_port{"udp.srcport", "Source Port", bytes(0, 2)};
constexpr Field destination_port{"udp.dstport", "Destination Port", bytes(2, 2)};
constexpr Field length{"udp.length", "Length", bytes(4, 2)};
constexpr Field checksum{"udp.checksum", "Checksum", bytes(6, 2), Type::Uint16, Show::Hex};
constexpr Field any_port{"udp.port", "Source or Destination Port", varies, Type::Uint16};
constexpr Field stream{"udp.stream", "Stream index", varies, Type::Uint32};
constexpr Field checksum_status{"udp.checksum.status", "Checksum Status", varies,
                                Type::Uint8,           Show::Decimal,     checksum_status_labels};
constexpr Field checksum_calculated{"udp.checksum_calculated", "Calculated Checksum", varies, Type::Uint16,
                                    Show::Hex};
constexpr Field checksum_bad{"udp.checksum.bad", "Bad checksum", varies, Type::None};
constexpr Field message_size{"udp.pdu.size", "PDU Size", varies, Type::Uint32};
constexpr Field since_first{"udp.time_relative", "Time since first frame", varies, Type::RelativeTime};
constexpr Field since_previous{"udp.time_delta", "Time since previous frame", varies, Type::RelativeTime};
constexpr Field payload_field{"udp.payload", "Payload", varies, Type::ByteArray};
constexpr Field bad_length{"udp.length.bad", "Bad length value", varies, Type::None};
constexpr Field zero_checksum{"udp.checksum.zero", "Illegal checksum value (0)", varies, Type::None};
constexpr Field traceroute{"udp.possible_traceroute", "Possible traceroute", varies, Type::None};
constexpr const Field* fields[] = {&checksum_calculated, &checksum_bad, &message_size,  &source_port,
                                   &destination_port,    &any_port,     &length,        &checksum,
                                   &checksum_status,     &stream,       &since_first,   &since_previous,
                                   &payload_field,       &bad_length,   &zero_checksum, &traceroute};
static_assert(names_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol::udp}};

constexpr size_t header_length = 8;

Step decode(Cursor& in, Context& context) {
  const Bytes header = in.take(header_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const uint16_t claimed = be16(&header[4]);
  if (claimed != 0 && claimed < header_length) return {.trouble = Trouble::Malformed};
  if (claimed != 0) in.limit(claimed - header_length);
  context.ports = {be16(&header[0]), be16(&header[2])};
  if (const ProtocolId next = context.find(On::UdpPort, context.ports.destination); next != ProtocolId::None)
    return {.next = next};
  return {.next = context.find(On::UdpPort, context.ports.source)};
}

void put_verified(uint16_t carried, uint16_t sum, FieldWriter& out) {
  const uint16_t right = checksum_for(sum, carried);
  Item line = out.put(checksum);
  if (sum == 0) {
    line.more(" [correct]");
  } else {
    // What the sender's network card would have filled in is not in its own capture.
    line.more(" incorrect, should be 0x", Hex{right, 4}, " (maybe caused by \"UDP checksum offload\"?)");
    out.expert(checksum_bad, ExpertSeverity::Error, ExpertGroup::Checksum, "Bad checksum [should be 0x",
               Hex{right, 4}, ']');
  }
  {
    const Deeper below(out);
    out.put(checksum_calculated, 6, 2, right).generated();
  }
  out.put(checksum_status, 6, 0, sum == 0).label("Checksum Status: ", sum == 0 ? "Good" : "Bad").generated();
}

void put_checksum_lines(Bytes layer, FieldWriter& out) {
  enum Status : uint64_t { Unverified = 2, NotPresent = 3, Illegal = 4 };
  const auto put_status = [&](Status status) {
    out.put(checksum_status, 6, status == NotPresent ? 2 : 0, status)
        .label("Checksum Status: ", find_name(checksum_status_labels, status))
        .generated();
  };
  const uint16_t carried = be16(&layer[6]);
  if (const size_t claimed = be16(&layer[4]);
      carried != 0 && out.about.preferences.udp_check_checksum && claimed <= layer.size()) {
    const ChecksumResult result =
        transport_sum(claimed == 0 ? layer : layer.first(claimed), ip_protocol::udp, out.about);
    if (result.verified) return put_verified(carried, result.sum, out);
  }
  Item line = out.put(checksum);
  if (carried != 0) {
    line.more(" [unverified]");
    put_status(Unverified);
    return;
  }
  // RFC 8200 8.1: over IPv6 there has to be one.
  const bool required = out.about.source.size() == 16;
  line.more(required ? " [zero-value illegal]" : " [zero-value ignored]");
  if (required) out.expert(zero_checksum, ExpertSeverity::Error, ExpertGroup::Checksum, zero_checksum.label);
  const Deeper below(out);
  put_status(required ? Illegal : NotPresent);
}

void put_times(const StreamFacts& facts, FieldWriter& out) {
  out.put_words(0, 0, "Timestamps").generated();
  const Deeper below(out);
  out.put(since_first, 0, 0, static_cast<uint64_t>(facts.since_first.nanoseconds)).generated();
  out.put(since_previous, 0, 0, static_cast<uint64_t>(facts.since_previous.nanoseconds)).generated();
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  Dissection& about = out.about;
  about.source_port = be16(&layer[0]);
  about.destination_port = be16(&layer[2]);
  const size_t claimed = be16(&layer[4]);
  out.protocol_column("UDP");
  out.info(about.source_port, " → ", about.destination_port);
  out.root().more(", Src Port: ", about.source_port, ", Dst Port: ", about.destination_port);
  out.put(source_port);
  out.put(destination_port);
  // traceroute's probes count up from here, three for each of ten hops.
  constexpr unsigned first_probe = 33435, probes = 30;
  if (const unsigned probe = about.destination_port - first_probe; probe < probes)
    out.expert(traceroute, ExpertSeverity::Chat, ExpertGroup::Sequence, "Possible traceroute: hop #",
               probe / 3 + 1, ", attempt #", probe % 3 + 1);
  out.put(any_port, 0, 2).hidden();
  out.put(any_port, 2, 2).hidden();
  Item length_line = out.put(length);
  const size_t carried =
      about.claimed_end > about.layer->offset ? about.claimed_end - about.layer->offset : layer.size();
  if (claimed != 0 && claimed < header_length) {
    length_line.more(" (bogus, must be >= ", header_length, ')');
    out.expert(bad_length, ExpertSeverity::Error, ExpertGroup::Malformed, "Bad length value ", claimed, " < ",
               header_length);
    out.more_info(" [BAD UDP LENGTH ", claimed, " < ", header_length, ']');
    return;
  }
  if (claimed > carried && !about.fragmented) {
    length_line.more(" (bogus, payload length ", carried, ')');
    out.expert(bad_length, ExpertSeverity::Error, ExpertGroup::Malformed, "Bad length value ", claimed,
               " > IP payload length");
    out.more_info(" [BAD UDP LENGTH ", claimed, " > IP PAYLOAD LENGTH]");
  }
  const size_t payload = (claimed == 0 ? carried : claimed) - header_length;
  out.more_info(" Len=", payload);
  put_checksum_lines(layer, out);
  if (about.datagram != nullptr) {
    out.put(stream, header_length, 0, about.datagram->index).generated();
    if (!about.quoted) put_times(*about.datagram, out);
  }
  const size_t here = layer.size() - header_length;
  if (here > 0)
    out.put(payload_field, header_length, here, 0)
        .label("UDP payload (", payload, payload == 1 ? " byte)" : " bytes)");
}

// Over IPv6 the checksum is mandatory (RFC 8200 8.1), so that it is looked at earlier.
bool shows_checksum(const Line& line) {
  if (line.options.skip_checksums || line.network.fragmented) return false;
  if (line.network.version == NetworkHeader::Four) return line.options.verbose > 1;
  return line.network.version == NetworkHeader::Six && line.options.verbose > 0;
}

void put_checksum(Line& line, View in, size_t payload_length) {
  const uint16_t carried = in.u16(6);
  if (carried == 0 && line.network.version == NetworkHeader::Four) {
    line.put("[no cksum] ");
    return;
  }
  const size_t covered = header_length + payload_length;
  if (!in.has(0, covered)) return;
  const uint16_t sum = transport_checksum(line.network, ip_protocol::udp, covered, in.bytes(0, covered));
  if (sum == 0)
    line.put("[udp sum ok] ");
  else
    line.put("[bad udp cksum 0x", Hex{carried, 4}, " -> 0x", Hex{right_checksum(carried, sum), 4}, "!] ");
}

/// With -T, tcpdump prints all UDP by that type; those that UDP does not carry leave nothing but the IP
/// header.
bool is_over_udp(ProtocolId type) {
  const std::string_view name = protocol_of(type).name;
  return name != "carp" && name != "resp" && name != "zmtp";
}

bool has_nfs_port(const Line& line) {
  return line.find(On::UdpPort, line.ports.destination) == ids::nfs ||
         line.find(On::UdpPort, line.ports.source) == ids::nfs;
}

void print(Line& line, View in) {
  line.protocol = "udp";
  if (!in.has(0, 4)) [[unlikely]] {
    put_addresses(line);
    line.truncated();
  }
  line.ports = {be16(&in.all()[0]), be16(&in.all()[2])};
  if (in.length() < header_length) [[unlikely]] {
    put_endpoints(line, ip_protocol::udp, line.ports);
    line.put("truncated-udp ", in.length());
    return;
  }
  if (!in.has(0, 6)) [[unlikely]] {
    put_endpoints(line, ip_protocol::udp, line.ports);
    line.truncated();
  }
  size_t claimed = in.u16(4);
  // RFC 2675 section 4: a length of 0 in a jumbogram.
  if (claimed == 0 && in.length() > 65535) claimed = in.length();
  if (claimed < header_length) [[unlikely]] {
    put_endpoints(line, ip_protocol::udp, line.ports);
    line.put("truncated-udplength ", claimed);
    return;
  }
  claimed -= header_length;
  const size_t size = std::min(claimed, in.length() - header_length);
  if (!in.has(0, header_length)) [[unlikely]] {
    put_endpoints(line, ip_protocol::udp, line.ports);
    line.truncated();
  }
  const View payload = in.from(header_length).with_length(size);
  if (line.options.packet_type != ProtocolId::None) [[unlikely]] {
    if (!is_over_udp(line.options.packet_type)) return;
    put_endpoints(line, ip_protocol::udp, line.ports);
    (void)line.print(line.options.packet_type, payload);
    return;
  }
  put_endpoints(line, ip_protocol::udp, line.ports);
  // NFS comes before the checksum, and so without it.
  if (!line.options.quiet && has_nfs_port(line) && line.print(ids::nfs, payload)) return;
  if (shows_checksum(line)) put_checksum(line, in, size);
  if (!line.options.quiet && line.print(find_by_ports(line, On::UdpPort, line.ports), payload)) return;
  if (claimed > size && !line.network.fragmented)
    line.put("UDP, bad length ", claimed, " > ", size);
  else
    line.put("UDP, length ", claimed);
}

}  // namespace

extern constinit const Protocol protocol{.name = "udp",
                                         .title = "User Datagram Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .rest = Rest::Data,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::udp
