// The options of neighbor discovery in the field tree (RFC 4861, 4191, 6275, 8106).
#include <array>

#include "protocols/catalog.h"
#include "protocols/network/icmpv6_tree.h"

namespace wiretale::icmpv6 {
namespace {

using namespace icmpv6_field;

enum OptionType : uint8_t {
  source_address = 1,
  target_address = 2,
  prefix_information = 3,
  redirected_header = 4,
  mtu_option = 5,
  advertisement_interval_option = 7,
  home_agent = 8,
  nonce_option = 14,
  route_information = 24,
  dns_servers = 25,
  dns_search_list = 31,
  captive_portal_option = 37
};

constexpr size_t mac_length = 6;
constexpr uint32_t infinite = 0xffffffff;

struct Option {
  Bytes layer;
  size_t at, size;  ///< of the whole option
  uint8_t kind;
  Item line;

  [[nodiscard]] uint8_t byte(size_t i) const { return layer[at + i]; }
};

void put_lifetime(FieldWriter& out, const Field& field, const Option& option, size_t at) {
  const uint32_t seconds = be32(&option.layer[option.at + at]);
  Item item = out.put(field, option.at + at, 4);
  if (seconds == infinite)
    item.label(field.label, ": Infinity (", seconds, ')');
  else
    item.label(field.label, ": ", seconds);
}

void write_link_address(Option& option, FieldWriter& out) {
  const Bytes address = option.layer.subspan(option.at + 2, option.size - 2);
  const bool source = option.kind == source_address;
  const LinkAddressText text{address.first(std::min(address.size(), mac_length))};
  option.line.more(" : ", text);
  out.put(link_address, option.at + 2, text.bytes.size()).label("Link-layer address: ", text);
  out.put(source ? source_link_address : target_link_address, option.at + 2, text.bytes.size()).hidden();
  out.more_info(source ? " from " : " is at ", text);
}

void write_prefix(Option& option, FieldWriter& out) {
  if (option.size < 32) return;
  const uint8_t flags = option.byte(3);
  option.line.more(" : ", Ipv6Text{&option.layer[option.at + 16]}, '/', option.byte(2));
  out.put(prefix_length, option.at + 2, 1);
  Item item = out.put(prefix_flags, option.at + 3, 1);
  if ((flags & 0x80) != 0) item.more(", On-link flag(L)");
  if ((flags & 0x40) != 0) item.more(", Autonomous address-configuration flag(A)");
  if ((flags & 0x20) != 0) item.more(", Router address flag(R)");
  {
    const Deeper below(out);
    for (const Field* field : {&prefix_on_link, &prefix_autonomous, &prefix_router, &prefix_reserved})
      out.put_in(option.at, *field);
  }
  put_lifetime(out, valid_lifetime, option, 4);
  put_lifetime(out, preferred_lifetime, option, 8);
  out.put(option_reserved, option.at + 12, 4);
  out.put(prefix, option.at + 16, 16);
}

void write_route(Option& option, FieldWriter& out) {
  std::array<uint8_t, 16> address{};
  const size_t given = std::min<size_t>(option.size - 8, address.size());
  std::memcpy(address.data(), option.layer.data() + option.at + 8, given);
  const std::string_view preference = find_name(router_preference_names_, option.byte(3) >> 3 & 3u);
  option.line.more(" : ", preference, ' ', Ipv6Text{address.data()}, '/', option.byte(2));
  out.put(prefix_length, option.at + 2, 1);
  out.put(route_flags, option.at + 3, 1).more(", Route Preference: ", preference);
  {
    const Deeper below(out);
    out.put_in(option.at, route_preference);
    const unsigned flags = option.byte(3);
    out.put_in(option.at, route_reserved)
        .label(Binary{flags >> 5, 3}, ". .", Binary{flags & 7, 3},
               " = Reserved: ", (flags >> 5) << 3 | (flags & 7));
  }
  put_lifetime(out, route_lifetime, option, 4);
  if (given != 0) out.put_text(prefix, option.at + 8, given, Bytes{address});
}

void write_servers(Option& option, FieldWriter& out) {
  out.put(option_reserved, option.at + 2, 2);
  put_lifetime(out, servers_lifetime, option, 4);
  for (size_t at = 8; at + 16 <= option.size; at += 16) {
    option.line.more(' ', Ipv6Text{&option.layer[option.at + at]});
    out.put(server, option.at + at, 16);
  }
}

/// Domain names in DNS's form, without compression (RFC 8106 5.2).
void write_search_list(Option& option, FieldWriter& out) {
  out.put(option_reserved, option.at + 2, 2);
  put_lifetime(out, search_lifetime, option, 4);
  size_t at = 8;
  while (at < option.size && option.byte(at) != 0) {
    const size_t start = at;
    std::string name;
    for (size_t label; at < option.size && (label = option.byte(at)) != 0; at += label + 1) {
      if (label > option.size - at - 1) return;
      if (!name.empty()) name += '.';
      name.append(reinterpret_cast<const char*>(&option.layer[option.at + at + 1]), label);
    }
    ++at;
    if (at > option.size) return;
    option.line.more(' ', std::string_view{name});
    out.put_text(search_domain, option.at + start, at - start, name);
  }
  if (at < option.size) out.put(option_padding, option.at + at, option.size - at);
}

void write_content(Option& option, FieldWriter& out) {
  const size_t at = option.at;
  switch (option.kind) {
    case source_address:
    case target_address: return write_link_address(option, out);
    case prefix_information: return write_prefix(option, out);
    case redirected_header:
      out.put(option_reserved, at + 2, 6);
      if (option.size <= 8) return;
      out.put(redirected_packet, at + 8, option.size - 8);
      return out.inside(ids::ipv6, at + 8, option.size - 8);
    case mtu_option:
      option.line.more(" : ", be32(&option.layer[at + 4]));
      out.put(option_reserved, at + 2, 2);
      out.put(link_mtu, at + 4, 4);
      return;
    case advertisement_interval_option:
      option.line.more(" : ", be32(&option.layer[at + 4]));
      out.put(option_reserved, at + 2, 2);
      out.put(advertisement_interval, at + 4, 4);
      return;
    case home_agent:
      out.put(option_reserved, at + 2, 2);
      out.put(home_agent_preference, at + 4, 2);
      out.put(home_agent_lifetime, at + 6, 2);
      return;
    case nonce_option: out.put(nonce, at + 2, option.size - 2); return;
    case route_information: return write_route(option, out);
    case dns_servers: return write_servers(option, out);
    case dns_search_list: return write_search_list(option, out);
    case captive_portal_option: {
      size_t size = option.size - 2;
      while (size > 0 && option.byte(1 + size) == 0) --size;
      out.put_text(captive_portal, at + 2, option.size - 2, option.layer.subspan(at + 2, size));
      return;
    }
    default:
      out.shallower();  // it is about the option, not its last line
      out.expert(undecoded_option, ExpertSeverity::Note, ExpertGroup::Undecoded,
                 "Dissector for ICMPv6 Option (", option.kind,
                 ") code not implemented, Contact Wireshark developers if you want this supported");
      out.deeper();
      out.put(data, at + 2, option.size - 2);
  }
}

}  // namespace

void dissect_neighbor_options(Bytes layer, size_t at, FieldWriter& out) {
  while (at + 2 <= layer.size()) {
    const size_t size = layer[at + 1] * size_t{8};
    const uint8_t kind = layer[at];
    const std::string_view name = find_name(option_type_names_, kind);
    Item line = out.put(icmpv6_field::option, at, std::min(size, layer.size() - at));
    if (name.empty())
      line.label("ICMPv6 Option (Unknown ", kind);
    else
      line.label("ICMPv6 Option (", name);
    const Deeper below(out);
    out.put_in(at, option_type);
    out.put_in(at, option_length).more(" (", size, " bytes)");
    if (size == 0 || size > layer.size() - at) return;
    Option option{layer, at, size, kind, line};
    write_content(option, out);
    option.line.more(")");
    at += size;
  }
}

}  // namespace wiretale::icmpv6
