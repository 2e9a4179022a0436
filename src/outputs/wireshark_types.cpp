// What Wireshark's exports say about fields beside their values.
#include "outputs/wireshark_types.h"

#include <string>
#include <unordered_map>

#include "packet/value_text.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

constexpr std::string_view expert = "_ws.expert";

/// Wireshark registers the options of TCP and IP as protocols of their own; these fields have no owner.
bool is_own_protocol(std::string_view name) {
  constexpr std::string_view names[] = {"tcp.options.acc_ecn",
                                        "tcp.options.ao",
                                        "tcp.options.cc",
                                        "tcp.options.ccecho",
                                        "tcp.options.ccnew",
                                        "tcp.options.echo",
                                        "tcp.options.echoreply",
                                        "tcp.options.eol",
                                        "tcp.options.experimental",
                                        "tcp.options.md5",
                                        "tcp.options.mss",
                                        "tcp.options.nop",
                                        "tcp.options.qs",
                                        "tcp.options.rvbd.probe",
                                        "tcp.options.rvbd.trpy",
                                        "tcp.options.sack",
                                        "tcp.options.sack_perm",
                                        "tcp.options.scps",
                                        "tcp.options.scpscor",
                                        "tcp.options.scpsrec",
                                        "tcp.options.snack",
                                        "tcp.options.tfo",
                                        "tcp.options.timestamp",
                                        "tcp.options.unknown",
                                        "tcp.options.user_to",
                                        "tcp.options.wscale",
                                        "ip.options.cipso",
                                        "ip.options.eol",
                                        "ip.options.ext_security",
                                        "ip.options.mtu_probe",
                                        "ip.options.mtu_reply",
                                        "ip.options.nop",
                                        "ip.options.qs",
                                        "ip.options.record_route",
                                        "ip.options.route",
                                        "ip.options.routeralert",
                                        "ip.options.sdb",
                                        "ip.options.security",
                                        "ip.options.sid",
                                        "ip.options.source_route",
                                        "ip.options.timestamp",
                                        "ip.options.traceroute",
                                        "ipv6.dstopts",
                                        "ipv6.fraghdr",
                                        "ipv6.hopopts",
                                        "ipv6.routing"};
  for (const std::string_view each : names)
    if (each == name) return true;
  return false;
}

std::string elastic_words(std::string_view owner, std::string_view name) {
  std::string words;
  if (!owner.empty()) words.append(owner).append("_");
  words.append(name);
  for (char& c : words)
    if (c == '.') c = '_';
  return words;
}

/// The protocol that Wireshark registers a field under, where ours declares it for another one.
std::string_view owner_of(std::string_view name, std::string_view declared_by) {
  constexpr std::string_view owners[] = {"frame", "ieee8021ah", "infiniband", "rrcp",
                                         "ppp",   "pppoe",      "ip",         "ipv6"};
  if (name.starts_with(declared_by) && name.substr(declared_by.size()).starts_with('.')) return declared_by;
  const std::string_view first = name.substr(0, name.find('.'));
  for (const std::string_view each : owners)
    if (each == first) return each;
  return declared_by;
}

using ElasticNames = std::unordered_map<const Field*, std::string>;

std::string name_for(const Field& field, std::string_view owner) {
  if (field.value_type() == Type::Protocol || &field == &line_of_words || is_own_protocol(field.name))
    owner = {};
  else if (field.name.starts_with(expert))
    owner = expert;
  else
    owner = owner_of(field.name, owner);
  return elastic_words(owner, field.name);
}

}  // namespace

unsigned type_number(Type type) {
  switch (type) {
    case Type::Protocol: return 1;
    case Type::Boolean: return 2;
    case Type::Char: return 3;
    case Type::Uint8: return 4;
    case Type::Uint16: return 5;
    case Type::Uint24: return 6;
    case Type::Uint32: return 7;
    case Type::Uint40: return 8;
    case Type::Uint48: return 9;
    case Type::Uint56: return 10;
    case Type::Uint64: return 11;
    case Type::Int8: return 12;
    case Type::Int16: return 13;
    case Type::Int24: return 14;
    case Type::Int32: return 15;
    case Type::Int64: return 19;
    case Type::Float: return 22;
    case Type::Double: return 23;
    case Type::AbsoluteTime: return 24;
    case Type::RelativeTime: return 25;
    case Type::String: return 26;
    case Type::Ether: return 29;
    case Type::ByteArray: return 30;
    case Type::Ipv4: return 32;
    case Type::Ipv6: return 33;
    case Type::FrameNumber: return 35;
    case Type::Guid: return 36;
    case Type::Oid: return 37;
    case Type::ByWidth:
    case Type::None: break;
  }
  return 0;
}

bool stands_for_nothing(const FieldValue& value) { return value.nowhere; }

std::string_view elastic_name(const FieldValue& value) {
  static ElasticNames names = [] {
    ElasticNames all;
    for (const Protocol* protocol : catalog())
      for (const Field* field : protocol->fields) all.emplace(field, name_for(*field, protocol->name));
    return all;
  }();
  // Others (protocols, words, expert information) are added as they come; one thread shows packets.
  if (const auto found = names.find(value.field); found != names.end()) return found->second;
  return names.emplace(value.field, name_for(*value.field, protocol_of(value.protocol).name)).first->second;
}

}  // namespace wiretale
