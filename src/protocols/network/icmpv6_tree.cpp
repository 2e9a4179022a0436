// ICMPv6 in the field tree (RFC 4443, 4861, 2710, 3810).
#include "protocols/network/icmpv6_tree.h"

#include <bit>

#include "protocols/catalog.h"
#include "protocols/checksum_tree.h"
#include "protocols/network/echo_exchanges.h"
#include "protocols/network/icmp_tree.h"

namespace wiretale::icmpv6 {
namespace {

using namespace icmpv6_field;

enum MessageType : uint8_t {
  unreachable = 1,
  too_big = 2,
  time_exceeded = 3,
  parameter_problem = 4,
  echo_request = 128,
  echo_reply = 129,
  listener_query = 130,
  listener_report = 131,
  listener_done = 132,
  router_solicitation = 133,
  router_advertisement = 134,
  neighbor_solicitation = 135,
  neighbor_advertisement = 136,
  redirect = 137,
  listener_report_v2 = 143,
  extended_echo_request = 160,
  extended_echo_reply = 161
};

constexpr Name unreachable_labels[] = {{0, "no route to destination"},
                                       {1, "Administratively prohibited"},
                                       {2, "Beyond scope of source address"},
                                       {3, "Address unreachable"},
                                       {4, "Port unreachable"},
                                       {5, "Source address failed ingress/egress policy"},
                                       {6, "Reject route to destination"},
                                       {7, "Error in Source Routing Header"},
                                       {8, "Headers too long"}};
constexpr Name exceeded_labels[] = {{0, "hop limit exceeded in transit"},
                                    {1, "fragment reassembly time exceeded"}};
constexpr Name parameter_labels[] = {{0, "erroneous header field encountered"},
                                     {1, "unrecognized Next Header type encountered"},
                                     {2, "unrecognized IPv6 option encountered"},
                                     {3, "IPv6 First Fragment has incomplete IPv6 Header Chain"},
                                     {4, "SR Upper-layer Header Error"},
                                     {5, "Unrecognized Next Header type encountered by intermediate node"},
                                     {6, "Extension header too big"},
                                     {7, "Extension header chain too long"},
                                     {8, "Too many extension headers"},
                                     {9, "Too many options in extension header"},
                                     {10, "Option too big"}};
constexpr Name extended_request_labels[] = {{0, "No error"}};
constexpr Name extended_reply_labels[] = {{0, "No error"},
                                          {1, "Malformed Query"},
                                          {2, "No Such Interface"},
                                          {3, "No Such Table Entry"},
                                          {4, "Multiple Interfaces Satisfy Query"}};

constexpr Names code_labels(uint8_t message) {
  switch (message) {
    case unreachable: return unreachable_labels;
    case time_exceeded: return exceeded_labels;
    case parameter_problem: return parameter_labels;
    case extended_echo_request: return extended_request_labels;
    case extended_echo_reply: return extended_reply_labels;
    default: return {};
  }
}

constexpr ChecksumFields checksum_fields{checksum, checksum_status, bad_checksum};

/// The pseudo-header of RFC 8200 8.1 counts too.
void write_checksum(Bytes layer, FieldWriter& out) {
  constexpr uint32_t protocol_number = 58;
  ChecksumResult result;
  const Dissection& about = out.about;
  if (about.quoted)
    result.remark = " [in ICMP error packet]";
  else if (about.source.size() == 16 && !cut_by_capture(about))
    result = {true,
              Checksum()
                  .add(about.source)
                  .add(about.destination)
                  .add32(static_cast<uint32_t>(layer.size()))
                  .add32(protocol_number)
                  .add(layer)
                  .value(),
              {}};
  put_checksum(out, checksum_fields, 2, result);
}

void match_echo(Bytes layer, FieldWriter& out) {
  constexpr uint16_t protocol_number = 58;
  Dissection& about = out.about;
  if (about.quoted || about.source.size() != 16) return;
  const bool request = layer[0] == echo_request;
  EchoExchanges::Key key = request ? EchoExchanges::key(about.source, about.destination)
                                   : EchoExchanges::key(about.destination, about.source);
  key.identifier = be16(&layer[4]);
  key.sequence = be16(&layer[6]);
  key.protocol = protocol_number;
  static constexpr EchoFields fields{response_in,        response_to,
                                     response_time,      no_response,
                                     response_not_found, "No response seen to ICMPv6 request",
                                     "Response Time: "};
  wiretale::match_echo(key, request, fields, out);
}

void write_echo(Bytes layer, FieldWriter& out) {
  out.more_info(" id=0x", Hex{be16(&layer[4]), 4}, ", seq=", be16(&layer[6]),
                ", hop limit=", out.about.hop_limit);
  out.put(identifier, 4, 2);
  out.put(sequence, 6, 2);
  match_echo(layer, out);
  if (layer.size() > 8) out.inside(ids::data, 8, layer.size() - 8);
}

void write_error(Bytes layer, FieldWriter& out) {
  switch (layer[0]) {
    case too_big: out.put(mtu, 4, 4); break;
    case parameter_problem: out.put(pointer, 4, 4); break;
    default:
      if (layer[4] != 0) {
        out.put(original_length, 4, 1);
        out.put(reserved, 5, 3);
      } else {
        out.put(reserved, 4, 4);
      }
  }
  size_t quoted = layer.size() - 8;
  const size_t told = layer[0] == unreachable || layer[0] == time_exceeded ? layer[4] * size_t{8} : 0;
  const bool extended = told != 0 && quoted > told;
  if (extended) quoted = told;
  if (quoted != 0) out.inside(ids::ipv6, 8, quoted);
  if (extended) icmp::dissect_extensions(layer, 8 + told, out);
}

void write_listeners(Bytes layer, FieldWriter& out) {
  constexpr size_t version_2_length = 28;
  const bool version_2 = layer[0] == listener_query && layer.size() >= version_2_length;
  out.put(version_2 ? response_code : response_delay, 4, 2);
  out.put(reserved, 6, 2);
  out.put(listener_address, 8, 16);
  if (!version_2) return;
  out.put(listener_flags, 24, 1).more((layer[24] & 8) != 0 ? ", Suppress Router-Side Processing" : "");
  {
    const Deeper below(out);
    out.put(listener_suppress);
    out.put(listener_robustness);
    out.put(listener_reserved);
  }
  out.put(listener_interval, 25, 1);
  out.put(listener_sources, 26, 2);
  for (size_t at = 28; at + 16 <= layer.size(); at += 16) out.put(listener_source, at, 16);
}

void write_records(Bytes layer, FieldWriter& out) {
  out.put(reserved, 4, 2);
  out.put(record_count, 6, 2);
  size_t left = be16(&layer[6]);
  for (size_t at = 8; left > 0 && at + 20 <= layer.size(); --left) {
    const size_t sources = be16(&layer[at + 2]), auxiliary = layer[at + 1] * size_t{4};
    const size_t size = 20 + sources * 16 + auxiliary;
    out.put(record, at, std::min(size, layer.size() - at))
        .label("Multicast Address Record ", name_or(record_type_names_, layer[at], "Unknown"), ": ",
               Ipv6Text{&layer[at + 4]});
    const Deeper below(out);
    out.put(record_type, at, 1);
    out.put(record_auxiliary_length, at + 1, 1);
    out.put(record_sources, at + 2, 2);
    out.put(record_address, at + 4, 16);
    for (size_t i = 0; i < sources && at + 36 + 16 * i <= layer.size(); ++i)
      out.put(record_source, at + 20 + 16 * i, 16);
    if (auxiliary != 0) out.put(record_auxiliary, at + 20 + sources * 16, auxiliary);
    at += size;
  }
}

void write_router_advertisement(Bytes layer, FieldWriter& out) {
  const uint8_t flags = layer[5];
  out.put(hop_limit, 4, 1);
  Item item = out.put(router_flags, 5, 1);
  if ((flags & 0x80) != 0) item.more(", Managed address configuration");
  if ((flags & 0x40) != 0) item.more(", Other configuration");
  if ((flags & 0x20) != 0) item.more(", Home Agent");
  item.more(", Prf (Default Router Preference): ", find_name(router_preference_names_, flags >> 3 & 3u));
  if ((flags & 0x04) != 0) item.more(", Proxy");
  {
    const Deeper below(out);
    for (const Field* field : {&router_managed, &router_other, &router_home_agent, &router_preference,
                               &router_proxy, &router_reserved})
      out.put(*field);
  }
  out.put(router_lifetime, 6, 2);
  out.put(reachable_time, 8, 4);
  out.put(retransmit_timer, 12, 4);
  dissect_neighbor_options(layer, 16, out);
}

void write_neighbor_advertisement(Bytes layer, FieldWriter& out) {
  struct Flag {
    uint8_t bit;
    std::string_view word, brief;
  };
  constexpr Flag flags[] = {{0x80, "Router", "rtr"}, {0x40, "Solicited", "sol"}, {0x20, "Override", "ovr"}};
  if (layer.size() >= 24) {
    out.more_info(' ', Ipv6Text{&layer[8]}, " (");
    bool first = true;
    for (const Flag& flag : flags) {
      if ((layer[4] & flag.bit) == 0) continue;
      out.more_info(first ? "" : ", ", flag.brief);
      first = false;
    }
    out.more_info(first ? "none)" : ")");
  }
  Item item = out.put(advertised_flags, 4, 4);
  for (const Flag& flag : flags)
    if ((layer[4] & flag.bit) != 0) item.more(", ", flag.word);
  {
    const Deeper below(out);
    for (const Field* field : {&flag_router, &flag_solicited, &flag_override, &flag_reserved})
      out.put(*field);
  }
  out.put(advertised_target, 8, 16);
  dissect_neighbor_options(layer, 24, out);
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < 4) return;
  const uint8_t message = layer[0];
  out.root().length(layer.size());
  out.protocol_column("ICMPv6");
  out.info(name_or(type_names_, message, "Unknown"));
  out.put(type);
  Item code_line = out.put(code);
  if (const Names codes = code_labels(message); !codes.empty()) {
    const std::string_view words = name_or(codes, layer[1], "Unknown");
    out.more_info(" (", words, ')');
    code_line.more(" (", words, ')');
  }
  write_checksum(layer, out);
  if (layer.size() < 8) return;
  switch (message) {
    case unreachable:
    case too_big:
    case time_exceeded:
    case parameter_problem: return write_error(layer, out);
    case echo_request:
    case echo_reply: return write_echo(layer, out);
    case listener_query:
    case listener_report:
    case listener_done: return write_listeners(layer, out);
    case listener_report_v2: return write_records(layer, out);
    case router_solicitation: out.put(reserved, 4, 4); return dissect_neighbor_options(layer, 8, out);
    case router_advertisement: return write_router_advertisement(layer, out);
    case neighbor_solicitation:
      if (layer.size() >= 24) out.more_info(" for ", Ipv6Text{&layer[8]});
      out.put(reserved, 4, 4);
      out.put(solicited_target, 8, 16);
      return dissect_neighbor_options(layer, 24, out);
    case neighbor_advertisement: return write_neighbor_advertisement(layer, out);
    case redirect:
      out.put(reserved, 4, 4);
      out.put(redirect_target, 8, 16);
      out.put(redirect_destination, 24, 16);
      return dissect_neighbor_options(layer, 40, out);
    default:
      if (layer.size() > 4) out.put(data, 4, layer.size() - 4);
  }
}

}  // namespace wiretale::icmpv6
