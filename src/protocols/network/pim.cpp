// PIM version 2 (RFC 7761, RFC 3973, RFC 5059, RFC 5015): who wants which multicast traffic.
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/checksum.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/pim_tree.h"
#include "protocols/network/pim_tree_fields.h"

namespace wiretale::pim {
namespace {

enum Message : uint8_t {
  hello,
  register_message,
  register_stop,
  join_prune,
  bootstrap,
  assertion,
  graft,
  graft_acknowledgement,
  candidate,
  prune_refresh,
  df_election,
  ecmp_redirect
};
constexpr Name message_name_table[] = {{hello, "Hello"},
                                       {register_message, "Register"},
                                       {register_stop, "Register Stop"},
                                       {join_prune, "Join / Prune"},
                                       {bootstrap, "Bootstrap"},
                                       {assertion, "Assert"},
                                       {graft, "Graft"},
                                       {graft_acknowledgement, "Graft Acknowledgement"},
                                       {candidate, "Candidate RP Advertisement"},
                                       {prune_refresh, "Prune Refresh"},
                                       {df_election, "DF Election"},
                                       {ecmp_redirect, "ECMP Redirect"}};
constexpr Names message_names = message_name_table;
enum HelloOption : uint16_t {
  hold_time = 1,
  prune_delay = 2,
  old_priority = 18,
  priority = 19,
  generation = 20,
  state_refresh = 21,
  bidirectional = 22,
  address_list = 24,
  old_address_list = 65001
};
constexpr Name option_name_table[] = {{hold_time, "Hold Time"},
                                      {prune_delay, "LAN Prune Delay"},
                                      {old_priority, "DR Priority (Old)"},
                                      {priority, "DR Priority"},
                                      {generation, "Generation ID"},
                                      {state_refresh, "State Refresh Capability"},
                                      {bidirectional, "Bi-Directional Capability"},
                                      {address_list, "Address List"},
                                      {old_address_list, "Address List (Old)"}};
constexpr Names option_names = option_name_table;
constexpr Name register_flag_table[] = {{0x80000000, "Border"}, {0x40000000, "Null"}};
constexpr Names register_flags = register_flag_table;
constexpr Name election_table[] = {{1, "Offer"}, {2, "Winner"}, {3, "Backoff"}, {4, "Pass"}};
constexpr Names elections = election_table;

constexpr uint8_t ip_protocol_number = 103;
constexpr Claim found_on[] = {{On::IpProtocol, ip_protocol_number}};
constexpr size_t header_length = 4;

/// Reads encoded addresses one after the other (RFC 7761 4.9.1).
class Addresses {
 public:
  /// `plain_length`: 4 or 16 where addresses come without family, as the header's reserved byte says in old
  /// drafts.
  Addresses(Line& line, View in, uint8_t plain_length) : line_(&line), in_(in), plain_length_(plain_length) {}

  /// False when the family is unknown; nothing is passed over then.
  bool unicast() {
    const Form form = read_form();
    if (!form.known) return false;
    put(form.head, form.six);
    at += form.head + form.size();
    return true;
  }
  bool group() {
    return masked([&](uint8_t flags) {
      if (flags != 0) line_->put("(0x", Hex{flags, 2}, ')');
    });
  }
  bool source() {
    return masked([&](uint8_t flags) {
      if (flags == 0) return;
      line_->put('(', (flags & 4) != 0 ? "S" : "", (flags & 2) != 0 ? "W" : "", (flags & 1) != 0 ? "R" : "");
      if ((flags & 0xf8) != 0) line_->put("+0x", Hex{flags & 0xf8u, 2});
      line_->put(')');
    });
  }
  size_t at = 0;

 private:
  /// Flags, a prefix length and the address: the prefix only where it is not that of one address.
  template <class PutFlags>
  bool masked(PutFlags&& put_flags) {
    const Form form = read_form();
    if (!form.known) return false;
    const size_t head = form.head + 2;
    in_.need(at, head + form.size());
    put(head, form.six);
    const uint8_t prefix = in_.u8(at + form.head + 1), flags = in_.u8(at + form.head);
    if (prefix != form.size() * 8) line_->put('/', prefix);
    put_flags(flags);
    at += head + form.size();
    return true;
  }
  struct Form {
    bool known = false, six = false;
    size_t head = 0;
    [[nodiscard]] size_t size() const { return six ? 16 : 4; }
  };
  Form read_form() {
    if (plain_length_ == 4) return {true, false, 0};
    if (plain_length_ == 16) return {true, true, 0};
    if (plain_length_ != 0) line_->truncated();
    const uint8_t family = in_.u8(at);
    if (in_.u8(at + 1) != 0) return {};
    return {family == 1 || family == 2, family == 2, 2};
  }
  void put(size_t head, bool six) {
    if (six)
      line_->put(Ipv6Text{in_.at_least(at + head, 16)});
    else
      line_->put(Ipv4Text{in_.at_least(at + head, 4)});
  }
  Line* line_;
  View in_;
  uint8_t plain_length_;
};

void print_hello(Line& line, View in, size_t length, uint8_t plain_length) {
  for (size_t at = 0; at < length;) {
    if (length - at < 4) line.truncated();
    const uint16_t kind = in.u16(at), size = in.u16(at + 2);
    const std::string_view name = find_name(option_names, kind);
    line.put("\n\t  ", name.empty() ? std::string_view("Unknown") : name, " Option (", kind, "), length ",
             size, ", Value: ");
    at += 4;
    in.need(at, size);
    const View value = in.from(at);
    bool valid = true;
    const auto has_length = [&](size_t right) {
      if (size == right) return true;
      valid = false;
      line.put("[option length ", size, " != ", right, ']');
      line.invalid();
      return false;
    };
    switch (kind) {
      case hold_time:
        if (has_length(2)) line.put(Elapsed{value.u16(0)});
        break;
      case prune_delay:
        if (has_length(4))
          line.put("\n\t    T-bit=", value.u8(0) >> 7, ", LAN delay ", value.u16(0) & 0x7fffu,
                   "ms, Override interval ", value.u16(2), "ms");
        break;
      case old_priority:
      case priority:
        if (!has_length(4)) break;
        if (value.u32(0) == 0)
          line.put("0 (Bi-Directional Capable)");
        else
          line.put(value.u32(0));
        break;
      case generation:
        if (has_length(4)) line.put("0x", Hex{value.u32(0), 8});
        break;
      case state_refresh:
        if (!has_length(4)) break;
        line.put('v', value.u8(0));
        if (value.u8(1) != 0) line.put(", interval ", Elapsed{value.u8(1)});
        if (value.u16(2) != 0) line.put(" ?0x", Hex{value.u16(2), 4}, '?');
        break;
      case bidirectional: break;
      case address_list:
      case old_address_list:
        if (line.options.verbose > 1)
          for (Addresses addresses(line, value, plain_length); addresses.at < size;) {
            line.put("\n\t    ");
            if (!addresses.unicast()) line.truncated();
          }
        break;
      default:
        if (line.options.verbose <= 1) append_hex(line, value.available(0, size), "\n\t    ");
        break;
    }
    // A wrong length ends the list.
    if (!valid) return;
    if (line.options.verbose > 1) append_hex(line, value.available(0, size), "\n\t    ");
    at += size;
  }
}

void print_register(Line& line, View in) {
  line.put(", Flags [ ", NamedBits{register_flags, in.u32(0)}, " ]\n\t");
  const View packet = in.from(4);
  if (packet.length() == 0) return;
  switch (const uint8_t of_version = packet.u8(0) >> 4) {
    case 0:
      line.put("IP-Null-header ", Ipv4Text{packet.at_least(12, 4)}, " > ", Ipv4Text{packet.at_least(16, 4)});
      break;
    case 4: line.print(ids::ipv4, packet); break;
    case 6: line.print(ids::ipv6, packet); break;
    default: line.put("IP ver ", of_version); break;
  }
}

void print_join_prune(Line& line, View in, size_t length, uint8_t kind, uint8_t plain_length) {
  Addresses addresses(line, in, plain_length);
  if (kind != graft_acknowledgement) {
    line.put(", upstream-neighbor: ");
    if (!addresses.unicast()) line.truncated();
  }
  if (length < addresses.at + 4) line.truncated();
  const uint8_t groups = in.u8(addresses.at + 1);
  const uint16_t hold = in.u16(addresses.at + 2);
  line.put("\n\t  ", groups, " group(s)");
  if (kind != graft_acknowledgement) {
    line.put(", holdtime: ");
    if (hold == 0xffff)
      line.put("infinite");
    else
      line.put(Elapsed{hold});
  }
  addresses.at += 4;
  for (unsigned i = 0; i < groups; ++i) {
    line.put("\n\t    group #", i + 1, ": ");
    if (!addresses.group()) line.truncated();
    const uint16_t joined = in.u16(addresses.at), pruned = in.u16(addresses.at + 2);
    in.need(addresses.at, 4);
    line.put(", joined sources: ", joined, ", pruned sources: ", pruned);
    addresses.at += 4;
    for (unsigned s = 0; s < joined; ++s) {
      line.put("\n\t      joined source #", s + 1, ": ");
      if (!addresses.source()) line.truncated();
    }
    for (unsigned s = 0; s < pruned; ++s) {
      line.put("\n\t      pruned source #", s + 1, ": ");
      if (!addresses.source()) line.truncated();
    }
  }
}

void print_bootstrap(Line& line, View in, size_t length, uint8_t plain_length) {
  line.put(" tag=", Hex{in.u16(0)}, " hashmlen=", in.u8(2), " BSRprio=", in.u8(3), " BSR=");
  Addresses addresses(line, in, plain_length);
  addresses.at = 4;
  if (!addresses.unicast()) {
    line.put("...");
    return;
  }
  for (unsigned i = 0; addresses.at < length; ++i) {
    line.put(" (group", i, ": ");
    if (!addresses.group()) {
      line.put("...)");
      return;
    }
    line.put(" RPcnt=", in.u8(addresses.at));
    const uint8_t count = in.u8(addresses.at + 1);
    line.put(" FRPcnt=", count);
    addresses.at += 4;
    for (unsigned r = 0; r < count && addresses.at < length; ++r) {
      line.put(" RP", r, '=');
      if (!addresses.unicast()) {
        line.put("...)");
        return;
      }
      line.put(",holdtime=", Elapsed{in.u16(addresses.at)}, ",prio=", in.u8(addresses.at + 2));
      addresses.at += 4;
    }
    line.put(')');
  }
}

void print_assert(Line& line, View in, uint8_t plain_length) {
  Addresses addresses(line, in, plain_length);
  line.put(" group=");
  if (!addresses.group()) {
    line.put("...");
    return;
  }
  line.put(" src=");
  if (!addresses.unicast()) {
    line.put("...");
    return;
  }
  if ((in.u8(addresses.at) & 0x80) != 0) line.put(" RPT");
  line.put(" pref=", in.u32(addresses.at) & 0x7fffffff, " metric=", in.u32(addresses.at + 4));
}

void print_candidate(Line& line, View in, size_t length, uint8_t plain_length) {
  const uint8_t count = in.u8(0);
  line.put(" prefix-cnt=", count, " prio=", in.u8(1), " holdtime=", Elapsed{in.u16(2)}, " RP=");
  Addresses addresses(line, in, plain_length);
  addresses.at = 4;
  if (!addresses.unicast()) {
    line.put("...");
    return;
  }
  for (unsigned i = 0; i < count && addresses.at < length; ++i) {
    line.put(" Group", i, '=');
    if (!addresses.group()) {
      line.put("...");
      return;
    }
  }
}

/// RFC 5015 3.7: who forwards towards a rendezvous point.
void print_election(Line& line, View in, uint8_t plain_length, uint8_t subtype) {
  enum : uint8_t { backoff = 3, pass = 4 };
  Addresses addresses(line, in, plain_length);
  line.put("\n\t  ", name_or(elections, subtype, "Unknown"), ", rpa=");
  if (!addresses.unicast()) {
    line.put("...");
    return;
  }
  line.put(" sender pref=", in.u32(addresses.at));
  line.put(" sender metric=", in.u32(addresses.at + 4));
  addresses.at += 8;
  if (subtype != backoff && subtype != pass) return;
  const std::string_view whose = subtype == backoff ? "offer" : "new winner";
  line.put("\n\t  ", whose, " addr=");
  if (!addresses.unicast()) {
    line.put("...");
    return;
  }
  line.put(' ', whose, " pref=", in.u32(addresses.at));
  line.put(' ', whose, " metric=", in.u32(addresses.at + 4));
  if (subtype == backoff) line.put(" interval ", in.u16(addresses.at + 8), "ms");
}

void print_body(Line& line, View in, uint8_t kind, uint8_t plain_length, uint8_t subtype) {
  const size_t length = in.length();
  Addresses addresses(line, in, plain_length);
  switch (kind) {
    case hello: print_hello(line, in, length, plain_length); break;
    case register_message: print_register(line, in); break;
    case register_stop:
      line.put(" group=");
      if (!addresses.group()) {
        line.put("...");
        break;
      }
      line.put(" source=");
      if (!addresses.unicast()) line.put("...");
      break;
    case join_prune:
    case graft:
    case graft_acknowledgement: print_join_prune(line, in, length, kind, plain_length); break;
    case bootstrap: print_bootstrap(line, in, length, plain_length); break;
    case assertion: print_assert(line, in, plain_length); break;
    case candidate: print_candidate(line, in, length, plain_length); break;
    case prune_refresh:
      line.put(" src=");
      if (!addresses.unicast()) {
        line.put("...");
        break;
      }
      line.put(" grp=");
      if (!addresses.group()) {
        line.put("...");
        break;
      }
      line.put(" forwarder=");
      if (!addresses.unicast()) {
        line.put("...");
        break;
      }
      line.put(" TUNR ", in.u16(addresses.at));
      break;
    case df_election: print_election(line, in, plain_length, subtype); break;
    default: line.put(" [type ", kind, ']'); break;
  }
}

void put_checksum_verdict(Line& line, View in, uint8_t kind) {
  // A Register's checksum may cover its first 8 bytes only.
  if (in.u16(2) == 0) {
    line.put("(unverified)");
    return;
  }
  const size_t length = in.length();
  const auto right = [&](size_t count) {
    const Bytes covered = in.bytes(0, count);
    return line.network.version == NetworkHeader::Six
               ? transport_checksum(line.network, ip_protocol_number, count, covered) == 0
               : Checksum().add(covered).value() == 0;
  };
  const bool good_start = kind == register_message && length > 8 && in.has(0, 8) && right(8);
  if (!good_start && !in.has(0, length)) {
    line.put("(unverified)");
    return;
  }
  const bool good = good_start || right(length);
  line.put(good ? "(correct)" : "(incorrect)");
}

void print(Line& line, View in) {
  line.protocol = "pim";
  const uint8_t first = in.u8(0), of_version = first >> 4, kind = first & 15;
  const std::string_view name = find_name(message_names, kind);
  line.put("PIMv", of_version, of_version == 2 && line.options.verbose == 0 ? ", " : "");
  if (of_version == 2 && line.options.verbose == 0)
    line.put(name.empty() ? std::string_view("Unknown Type") : name);
  line.put(", length ", in.length());
  if (line.options.verbose == 0 || of_version != 2) return;
  line.protocol = "pimv2";
  line.put("\n\t", name.empty() ? std::string_view("Unknown Type") : name);
  if (in.length() < 2) {
    line.put("[length ", in.length(), " < 2]");
    line.invalid();
    return;
  }
  // Addresses without family (RFC 2117); later the byte was reserved, and its upper half given new uses.
  const uint8_t plain_length = in.u8(1) & 15, subtype = in.u8(1) >> 4;
  if (plain_length != 0) line.put(", RFC2117-encoding");
  if (in.length() < header_length) {
    line.put("[length ", in.length(), " < 4]");
    line.invalid();
    return;
  }
  line.put(", cksum 0x", Hex{in.u16(2), 4}, ' ');
  put_checksum_verdict(line, in, kind);
  print_body(line, in.from(header_length), kind, plain_length, subtype);
}

Step decode(Cursor&, Context&) { return {}; }

}  // namespace

extern constinit const Protocol protocol{.name = "pim",
                                         .title = "Protocol Independent Multicast",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .keeps = Keeps::Nothing,
                                         .print = print};

}  // namespace wiretale::pim
