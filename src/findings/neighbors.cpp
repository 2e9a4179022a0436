// Neighbours on the local network (RFC 826, 4861): addresses that nobody answers for, and that two claim.
#include "findings/watch.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

constexpr size_t most_neighbors = 50'000;

struct Asked {
  Address asker;
  std::vector<uint32_t> packets;
  Time first, last;
  unsigned run = 0, longest_run = 0;  ///< requests in a row without answer
  std::vector<uint32_t> run_packets;
};

struct Claimed {
  uint64_t hardware = 0, other = 0;
  Time last, other_last;
  std::vector<uint32_t> packets;
  bool twice = false;
  unsigned changes = 0;
};

uint64_t hardware_at(const uint8_t* from) { return be64(from) >> 16; }

class NeighborWatcher : public Watcher {
 public:
  void see(const Seen& seen, Facts& facts) override {
    if (seen.flow.flow == nullptr)
      see_arp(seen);
    else
      see_discovery(seen);
    (void)facts;
  }

  void finish(Facts& facts) override {
    constexpr unsigned enough = 3;
    for (const auto& [target, asked] : asked_) {
      if (asked.longest_run < enough || alive_.contains(target)) continue;
      Sighting sighting{.kind = Kind::neighbor_unanswered,
                        .ends = {.client = asked.asker,
                                 .server = target,
                                 .transport = target.is_four() ? uint8_t{255} : ip_protocol::icmp6},
                        .packets = asked.packets,
                        .first = asked.first,
                        .last = asked.last,
                        .amount = asked.packets.size()};
      facts.cases.add(std::move(sighting));
    }
    for (const auto& [address, claimed] : claimed_) {
      if (!claimed.twice) continue;
      Sighting sighting{.kind = Kind::neighbor_duplicate_ip,
                        .ends = {.server = address,
                                 .transport = address.is_four() ? uint8_t{255} : ip_protocol::icmp6,
                                 .has_client = false},
                        .packets = claimed.packets,
                        .last = claimed.last};
      sighting.why = text_of("claimed by ", Hex{claimed.hardware, 12}, " and ", Hex{claimed.other, 12});
      facts.cases.add(std::move(sighting));
    }
  }

 private:
  void ask(const Address& asker, const Address& target, const Packet& packet) {
    if (asked_.size() >= most_neighbors && !asked_.contains(target)) return;
    Asked& asked = asked_[target];
    if (asked.packets.empty()) {
      asked.first = packet.time;
      asked.asker = asker;
    }
    // Within one retry series only; a new question after a minute begins again.
    if (packet.time - asked.last > seconds(60)) asked.run = 0;
    // The same request seen on several interfaces is one.
    if (packet.time - asked.last > milliseconds(10) || asked.packets.empty()) ++asked.run;
    asked.longest_run = std::max(asked.longest_run, asked.run);
    asked.last = packet.time;
    if (asked.packets.size() < 64) asked.packets.push_back(packet.number);
  }

  void answered(const Address& address) {
    if (const auto found = asked_.find(address); found != asked_.end()) asked_.erase(found);
    if (alive_.size() < most_neighbors) alive_[address] = true;
  }

  void claim(const Address& address, uint64_t hardware, const Packet& packet) {
    if (claimed_.size() >= most_neighbors && !claimed_.contains(address)) return;
    constexpr Duration near = seconds(10);
    Claimed& claimed = claimed_[address];
    if (claimed.hardware == 0 || claimed.hardware == hardware) {
      claimed.hardware = hardware;
    } else if (claimed.other == 0 || claimed.other == hardware) {
      // Two at the same time, or back and forth; a move to new hardware happens once.
      claimed.other = hardware;
      if (claimed.changes == 0 && packet.time - claimed.last < seconds(1)) claimed.twice = true;
    }
    const bool is_other = hardware == claimed.other;
    Time& mine = is_other ? claimed.other_last : claimed.last;
    const Time theirs = is_other ? claimed.last : claimed.other_last;
    if (!is_other && claimed.other != 0 && packet.time - theirs < near) claimed.twice = true;
    if (claimed.other != 0) ++claimed.changes;
    mine = packet.time;
    if (claimed.packets.size() < 64) claimed.packets.push_back(packet.number);
  }

  void see_arp(const Seen& seen) {
    static const ProtocolId arp = find_protocol("arp");
    const Layer* layer = arp == ProtocolId::None ? nullptr : seen.packet.layers.last(arp);
    if (layer == nullptr) return;
    const Bytes bytes = seen.packet.bytes.subspan(layer->offset);
    if (bytes.size() < 28 || be16(&bytes[2]) != 0x0800 || bytes[4] != 6 || bytes[5] != 4) return;
    const uint16_t operation = be16(&bytes[6]);
    const Address sender = Address::four(&bytes[14]), target = Address::four(&bytes[24]);
    const uint64_t hardware = hardware_at(&bytes[8]);
    const bool announcement = sender == target;
    if (!sender.unspecified()) {
      claim(sender, hardware, seen.packet);
      answered(sender);
    }
    if (operation == 1 && !announcement && !sender.unspecified() && !target.unspecified() &&
        !alive_.contains(target))
      ask(sender, target, seen.packet);
    else if (operation == 1 && !announcement && !sender.unspecified())
      ask_again(sender, target, seen.packet);
  }

  /// An address that answered before may die later.
  void ask_again(const Address& asker, const Address& target, const Packet& packet) {
    ask(asker, target, packet);
    if (asked_[target].longest_run >= 3) alive_.erase(target);
  }

  void see_discovery(const Seen& seen) {
    constexpr uint8_t solicitation = 135, advertisement = 136;
    const Bytes message =
        seen.packet.bytes.subspan(std::min<size_t>(seen.flow.transport_at, seen.packet.bytes.size()));
    if (message.size() < 24) return;
    const Address source = seen.flow.flow->address(seen.flow.way), target = Address::six(&message[8]);
    if (message[0] == advertisement) {
      answered(target);
      if (message.size() >= 32 && message[24] == 2) claim(target, hardware_at(&message[26]), seen.packet);
    } else if (message[0] == solicitation && !source.unspecified()) {
      answered(source);
      // With its own interface identifier a host asks for an address of its own: whether another has it.
      if (source.low() == target.low()) return;
      if (!alive_.contains(target))
        ask(source, target, seen.packet);
      else
        ask_again(source, target, seen.packet);
    }
  }

  std::map<Address, Asked> asked_;
  std::map<Address, Claimed> claimed_;
  std::map<Address, bool> alive_;
};

}  // namespace

std::unique_ptr<Watcher> watch_neighbors() { return std::make_unique<NeighborWatcher>(); }

}  // namespace wiretale
