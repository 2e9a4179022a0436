// Conversations in datagrams: DNS lookups, reports over UDP, ICMP echo.
#include "datagrams.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "dialogue.h"
#include "wire_text.h"

namespace wiretale::bench {
namespace {

using namespace std::string_literals;

constexpr uint16_t dns_port = 53;
constexpr uint16_t reports_port = 8125;
constexpr uint32_t dns_again_after = 5'000'000;

struct Datagram {
  Side sender = Side::Client;
  uint32_t wait = 0;  // microseconds after the one before it
  std::string content;
};

void write_content(const Datagram& datagram, Frame& frame) {
  frame.clear();
  const uint32_t size = static_cast<uint32_t>(datagram.content.size());
  std::memcpy(frame.append(size), datagram.content.data(), size);
}

class UdpConversation : public Conversation {
 public:
  UdpConversation(const Path& path, uint16_t client_port, uint16_t server_port,
                  std::vector<Datagram> datagrams)
      : path_(path), client_port_(client_port), server_port_(server_port), datagrams_(std::move(datagrams)) {}

  std::optional<uint32_t> send(uint64_t /*now*/, Frame& frame) override {
    const Datagram& datagram = datagrams_[next_++];
    write_content(datagram, frame);
    const bool from_client = datagram.sender == Side::Client;
    path_.add_udp(frame, from_client ? client_port_ : server_port_,
                  from_client ? server_port_ : client_port_);
    path_.add_network(frame, datagram.sender, ip_protocol::udp);
    if (next_ == datagrams_.size()) return std::nullopt;
    return datagrams_[next_].wait;
  }

 private:
  Path path_;
  uint16_t client_port_;
  uint16_t server_port_;
  std::vector<Datagram> datagrams_;
  size_t next_ = 0;
};

class EchoConversation : public Conversation {
 public:
  EchoConversation(World& world, const Path& path)
      : path_(path),
        identifier_(world.ephemeral_port()),
        requests_(static_cast<uint16_t>(world.random.between(1, 5))),
        round_trip_(200u << world.random.below(8)) {}

  std::optional<uint32_t> send(uint64_t now, Frame& frame) override {
    const bool is_request = !waits_for_reply_;
    waits_for_reply_ = is_request;
    if (is_request) {
      ++sequence_;
      asked_at_ = now;
    }
    write(is_request, frame);
    if (is_request) return round_trip_;
    if (sequence_ == requests_) return std::nullopt;
    return interval;
  }

 private:
  static constexpr uint32_t interval = 1'000'000;
  static constexpr uint32_t pattern_size = 40;

  // Laid out as ping does: the time of asking, then a pattern.
  void write(bool is_request, Frame& frame) {
    frame.clear();
    uint8_t* header = frame.append(8 + 16 + pattern_size);
    const bool is_ipv6 = path_.is_ipv6();
    header[0] = is_ipv6 ? (is_request ? 128 : 129) : (is_request ? 8 : 0);
    header[1] = 0;
    put_u16(header + 4, identifier_);
    put_u16(header + 6, sequence_);
    put_little_u64(header + 8, asked_at_ / 1'000'000);
    put_little_u64(header + 16, asked_at_ % 1'000'000);
    for (uint32_t i = 0; i < pattern_size; ++i) header[24 + i] = static_cast<uint8_t>(0x10 + i);
    const uint8_t protocol = is_ipv6 ? ip_protocol::icmpv6 : ip_protocol::icmp;
    path_.put_checksum(frame, protocol, 2);
    path_.add_network(frame, is_request ? Side::Client : Side::Server, protocol);
  }

  static void put_little_u64(uint8_t* place, uint64_t value) {
    for (uint32_t i = 0; i < 8; ++i) place[i] = static_cast<uint8_t>(value >> (8 * i));
  }

  Path path_;
  uint16_t identifier_;
  uint16_t requests_;
  uint16_t sequence_ = 0;
  bool waits_for_reply_ = false;
  uint32_t round_trip_;
  uint64_t asked_at_ = 0;
};

enum class RecordType : uint16_t { A = 1, Soa = 6, Aaaa = 28 };

constexpr uint16_t internet = 1;

std::string wire_name(std::string_view name) {
  std::string text;
  while (!name.empty()) {
    const std::string_view label = name.substr(0, name.find('.'));
    name.remove_prefix(std::min(name.size(), label.size() + 1));
    text += static_cast<char>(label.size());
    text += label;
  }
  return text + '\0';
}

struct Question {
  uint16_t identifier;
  std::string name;
  RecordType type;
};

std::string dns_header(const Question& question, uint16_t flags, uint16_t answers, uint16_t authorities) {
  std::string text;
  append_u16(text, question.identifier);
  append_u16(text, flags);
  append_u16(text, 1);
  append_u16(text, answers);
  append_u16(text, authorities);
  append_u16(text, 0);
  text += wire_name(question.name);
  append_u16(text, static_cast<uint16_t>(question.type));
  append_u16(text, internet);
  return text;
}

// The owner is a pointer to the question's name, or into it.
void append_record(std::string& text, uint16_t owner, RecordType type, uint32_t lifetime,
                   std::string_view data) {
  append_u16(text, 0xc000 | owner);
  append_u16(text, static_cast<uint16_t>(type));
  append_u16(text, internet);
  append_u32(text, lifetime);
  append_counted_u16(text, data);
}

std::string dns_answer(const Question& question, uint16_t count, Random& random) {
  std::string text = dns_header(question, 0x8180, count, 0);
  const uint32_t lifetime = random.between(5, 3600);
  for (uint16_t i = 0; i < count; ++i) {
    std::string address;
    if (question.type == RecordType::Aaaa) address = "\x20\x01\x0d\xb8"s + std::string(8, '\0');
    append_u32(address, question.type == RecordType::A ? 0x0a000000 | random.below(1 << 24) : random.next());
    append_record(text, 12, question.type, lifetime, address);
  }
  return text;
}

std::string dns_no_such_name(const Question& question) {
  std::string text = dns_header(question, 0x8183, 0, 1);
  const uint16_t parent = static_cast<uint16_t>(12 + 1 + question.name.find('.'));
  std::string data = "\x02ns\xc0"s;
  data += static_cast<char>(parent);
  data +=
      "\x05"
      "admin\xc0"s;
  data += static_cast<char>(parent);
  for (const uint32_t value : {2026010101u, 7200u, 3600u, 1209600u, 300u}) append_u32(data, value);
  append_record(text, parent, RecordType::Soa, 300, data);
  return text;
}

}  // namespace

std::unique_ptr<Conversation> dns_lookup(World& world, const Path& path) {
  Random& random = world.random;
  const bool exists = random.below(100) < 88;
  const uint32_t round_trip = 200u << random.below(7);
  const std::string name = std::string(exists ? "" : "no-").append(host_name(random));
  const uint16_t first = static_cast<uint16_t>(random.next());
  const Question ipv4{first, name, RecordType::A};
  const Question ipv6{static_cast<uint16_t>(first + 1), name, RecordType::Aaaa};

  std::vector<Datagram> datagrams;
  datagrams.push_back({Side::Client, 0, dns_header(ipv4, 0x0100, 0, 0)});
  datagrams.push_back({Side::Client, 25, dns_header(ipv6, 0x0100, 0, 0)});
  const bool is_lost = random.happens(world.options.loss);
  if (is_lost) datagrams.push_back({Side::Client, dns_again_after, datagrams.front().content});
  for (const Question& question : {ipv4, ipv6}) {
    const uint16_t most = question.type == RecordType::A ? 4 : 2;
    const uint16_t least = question.type == RecordType::A ? 1 : 0;  // many names have no AAAA record
    const uint16_t count = static_cast<uint16_t>(random.between(least, most));
    datagrams.push_back({Side::Server, random.between(20, round_trip),
                         exists ? dns_answer(question, count, random) : dns_no_such_name(question)});
  }
  return std::make_unique<UdpConversation>(path, world.ephemeral_port(), dns_port, std::move(datagrams));
}

std::unique_ptr<Conversation> udp_reports(World& world, const Path& path) {
  Random& random = world.random;
  std::vector<Datagram> datagrams;
  const uint32_t count = random.between(2, 12);
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t wait = random.between(1'000, 400'000);
    datagrams.push_back({Side::Client, wait, std::string(world.text(random.between(40, 1300)))});
  }
  return std::make_unique<UdpConversation>(path, world.ephemeral_port(), reports_port, std::move(datagrams));
}

std::unique_ptr<Conversation> icmp_echo(World& world, const Path& path) {
  return std::make_unique<EchoConversation>(world, path);
}

}  // namespace wiretale::bench
