// ARP in the field tree: probes, announcements, gratuitous messages, and addresses that two hosts use.
#include "protocols/link/arp_tree.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "protocols/link/ethertype_labels.h"

namespace wiretale::arp {
namespace {

constexpr uint16_t ethernet_hardware = 1, ieee_802_hardware = 6;

/// Who used which IPv4 address last.
struct Owners : KeptState {
  struct Owner {
    std::array<uint8_t, 6> mac;
    uint32_t frame;
    Time seen;
  };
  static constexpr size_t most = 65536;
  std::unordered_map<uint32_t, Owner> of;
};

/// The message with its addresses found.
struct Message {
  Bytes layer;
  Places at;
  uint16_t operation;
  size_t hardware, protocol;
  bool mac, ip;  ///< whether the addresses have the forms of MAC and IPv4 addresses

  [[nodiscard]] Bytes sender_hardware() const { return layer.subspan(at.sender_hardware, hardware); }
  [[nodiscard]] Bytes target_hardware() const { return layer.subspan(at.target_hardware, hardware); }
  [[nodiscard]] Bytes sender_protocol() const { return layer.subspan(at.sender_protocol, protocol); }
  [[nodiscard]] Bytes target_protocol() const { return layer.subspan(at.target_protocol, protocol); }

  [[nodiscard]] bool asks_or_answers() const { return operation == request || operation == reply; }
  [[nodiscard]] bool gratuitous() const {
    return asks_or_answers() && std::ranges::equal(sender_protocol(), target_protocol());
  }
  [[nodiscard]] bool announcement() const {
    return operation == request && gratuitous() && all_zero(target_hardware());
  }
  [[nodiscard]] bool probe() const {
    return operation == request && !gratuitous() && ip && all_zero(sender_protocol()) &&
           all_zero(target_hardware());
  }
  static bool all_zero(Bytes bytes) {
    return std::ranges::all_of(bytes, [](uint8_t byte) { return byte == 0; });
  }
};

void append_bare(Text& text, Bytes bytes) {
  for (const uint8_t byte : bytes) text.append(Hex{byte, 2});
}
void append_hardware(Text& text, const Message& message, Bytes address) {
  if (message.mac)
    text.append(MacText{address.data()});
  else
    append_bare(text, address);
}
void append_protocol(Text& text, const Message& message, Bytes address) {
  if (message.ip)
    text.append(Ipv4Text{address.data()});
  else
    append_bare(text, address);
}

constexpr Name multicast_requests_[] = {{11, "MARS request from "},
                                        {12, "MARS MULTI request from "},
                                        {13, "MARS MSERV request from "},
                                        {14, "MARS JOIN request from "},
                                        {15, "MARS LEAVE from "},
                                        {16, "MARS NAK from "},
                                        {17, "MARS UNSERV request from "},
                                        {18, "MARS SJOIN request from "},
                                        {19, "MARS SLEAVE from "},
                                        {20, "MARS grouplist request from "},
                                        {21, "MARS grouplist reply from "},
                                        {22, "MARS redirect map from "},
                                        {unarp, "MAPOS UNARP request from "}};

void write_info(const Message& message, FieldWriter& out) {
  if (!out.wants_columns()) return;
  Text& text = out.about.columns->info;
  const auto who_is = [&] {
    text.append("Who is ");
    append_hardware(text, message, message.target_hardware());
    text.append("? Tell ");
    append_hardware(text, message, message.sender_hardware());
  };
  const auto is_at = [&](Bytes hardware, Bytes protocol) {
    append_hardware(text, message, hardware);
    text.append(" is at ");
    append_protocol(text, message, protocol);
  };
  text.clear();
  switch (message.operation) {
    case 0: text.append("Reserved opcode 0"); return;
    case request:
    case reply:
      if (message.announcement() || message.gratuitous()) {
        text.append(message.announcement() ? "ARP Announcement for " : "Gratuitous ARP for ");
        append_protocol(text, message, message.target_protocol());
        if (!message.announcement()) text.append(message.operation == request ? " (Request)" : " (Reply)");
        return;
      }
      if (message.operation == reply) {
        append_protocol(text, message, message.sender_protocol());
        text.append(" is at ");
        append_hardware(text, message, message.sender_hardware());
        return;
      }
      text.append("Who has ");
      append_protocol(text, message, message.target_protocol());
      if (message.probe()) {
        text.append("? (ARP Probe)");
        return;
      }
      text.append("? Tell ");
      append_protocol(text, message, message.sender_protocol());
      return;
    case reverse_request:
    case dynamic_reverse_request:
    case inverse_request: return who_is();
    case reverse_reply:
    case dynamic_reverse_reply: return is_at(message.target_hardware(), message.target_protocol());
    case inverse_reply: return is_at(message.sender_hardware(), message.sender_protocol());
    case dynamic_reverse_fault: text.append("DRARP Error"); return;
    case nack: text.append("ARP NAK"); return;
    case experimental_one: text.append("Experimental 1 ( opcode 24 )"); return;
    case experimental_two: text.append("Experimental 2 ( opcode 25 )"); return;
    default: break;
  }
  const std::string_view words = find_name(multicast_requests_, message.operation);
  if (words.empty()) {
    text.put("Unknown ARP opcode 0x", Hex{message.operation, 4});
    return;
  }
  text.append(words);
  append_hardware(text, message, message.sender_hardware());
  text.append(" at ");
  append_protocol(text, message, message.sender_protocol());
}

void write_protocol(const Message& message, FieldWriter& out) {
  if (message.operation == reverse_request || message.operation == reverse_reply)
    out.protocol_column("RARP");
  else if (message.operation >= dynamic_reverse_request && message.operation <= dynamic_reverse_fault)
    out.protocol_column("DRARP");
  else if (message.operation == inverse_request || message.operation == inverse_reply)
    out.protocol_column("Inverse ARP");
  else if (message.operation > nack && message.operation < unarp)
    out.protocol_column("MARS");
  else if (message.operation == unarp)
    out.protocol_column("MAPOS");
  else
    out.protocol_column("ARP");
}

void write_title(const Message& message, FieldWriter& out) {
  const std::string_view name = find_name(operation_names_, message.operation);
  Item root = out.root();
  if (name.empty())
    root.more(" (opcode 0x", Hex{message.operation, 4});
  else
    root.more(" (", name);
  root.more(message.gratuitous() ? "/gratuitous ARP)" : ")");
}

/// Notes who uses an address now; true when it was somebody else, whom `earlier` then tells.
bool used_by_another(Owners& owners, const Packet& packet, Bytes ip, Bytes mac, Owners::Owner& earlier) {
  const uint32_t address = be32(ip.data());
  const auto all_ones = [](Bytes bytes) {
    return std::ranges::all_of(bytes, [](uint8_t b) { return b == 0xff; });
  };
  if (address == 0 || Message::all_zero(mac) || all_ones(mac)) return false;
  std::array<uint8_t, 6> now;
  std::ranges::copy(mac, now.begin());
  const auto found = owners.of.find(address);
  if (found == owners.of.end()) {
    if (owners.of.size() >= Owners::most) owners.of.clear();
    owners.of[address] = {now, packet.number, packet.time};
    return false;
  }
  if (found->second.mac == now) {
    found->second.frame = packet.number;
    found->second.seen = packet.time;
    return false;
  }
  earlier = found->second;
  return true;
}

void put_duplicate(FieldWriter& out, const Owners::Owner& earlier, Bytes ip, Bytes mac) {
  const Ipv4Text address{ip.data()};
  // The line stands beside ARP's own.
  out.shallower();
  out.put_words(0, 0, "Duplicate IP address detected for ", address, " (", MacText{mac.data()},
                ") - also in use by ", MacText{earlier.mac.data()}, " (frame ", earlier.frame, ')')
      .generated();
  out.deeper();
  out.put(duplicate_frame, 0, 0, earlier.frame).generated();
  out.expert(duplicate, ExpertSeverity::Warning, ExpertGroup::Sequence, "Duplicate IP address configured (",
             address, ')');
  const auto age = (out.about.packet.time - earlier.seen).nanoseconds / 1'000'000'000;
  out.put(duplicate_age, 0, 0, static_cast<uint64_t>(age)).generated();
}

void find_duplicates(const Message& message, FieldWriter& out) {
  if (!message.ip || !message.mac || !message.asks_or_answers() || out.about.quoted) return;
  Owners& owners = out.about.kept.get<Owners>();
  Owners::Owner earlier{};
  const Packet& packet = out.about.packet;
  if (used_by_another(owners, packet, message.sender_protocol(), message.sender_hardware(), earlier)) {
    put_duplicate(out, earlier, message.sender_protocol(), message.sender_hardware());
    return;
  }
  if (message.operation != reply || message.gratuitous()) return;
  if (used_by_another(owners, packet, message.target_protocol(), message.target_hardware(), earlier)) {
    out.more_info(" (duplicate use of ", Ipv4Text{message.target_protocol().data()}, " detected!)");
    put_duplicate(out, earlier, message.target_protocol(), message.target_hardware());
  }
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < fixed_length) return;
  const size_t hardware = hardware_size.read(layer), protocol = protocol_size.read(layer);
  const Places at(hardware, protocol);
  out.protocol_column("ARP");
  if (layer.size() < at.end) return;
  const uint64_t kind = hardware_type.read(layer), of = protocol_type.read(layer);
  const Message message{layer,
                        at,
                        static_cast<uint16_t>(operation.read(layer)),
                        hardware,
                        protocol,
                        hardware == 6 && (kind == ethernet_hardware || kind == ieee_802_hardware),
                        protocol == 4 && of == ipv4_type};
  write_protocol(message, out);
  write_info(message, out);
  if (message.announcement())
    out.root().more(" (ARP Announcement)");
  else if (message.probe())
    out.root().more(" (ARP Probe)");
  else
    write_title(message, out);
  out.root().length(at.end);
  out.put(hardware_type);
  out.put(protocol_type)
      .label("Protocol type: ", name_or(ethertype_labels, of, "Unknown"), " (0x", Hex{of, 4}, ')');
  out.put(hardware_size);
  out.put(protocol_size);
  out.put(operation);
  if (message.gratuitous()) out.put(gratuitous, 0, 0, 1).generated();
  if (message.probe()) out.put(probe, 0, 0, 1).generated();
  if (message.announcement()) out.put(announcement, 0, 0, 1).generated();
  if (hardware != 0) out.put(message.mac ? sender_mac : sender_hardware, at.sender_hardware, hardware);
  if (protocol != 0) out.put(message.ip ? sender_ip : sender_protocol, at.sender_protocol, protocol);
  if (hardware != 0) out.put(message.mac ? target_mac : target_hardware, at.target_hardware, hardware);
  if (message.operation == dynamic_reverse_fault && at.target_protocol < layer.size())
    out.put(dynamic_reverse_error, at.target_protocol, 2, layer[at.target_protocol]);
  else if (protocol != 0)
    out.put(message.ip ? target_ip : target_protocol, at.target_protocol, protocol);
  find_duplicates(message, out);
}

}  // namespace wiretale::arp
