// ISAKMP (RFC 2408), which IKEv1 (RFC 2409) and IKEv2 (RFC 7296) fill.
#include <cstring>

#include "packet/tree.h"
#include "protocols/application/isakmp/payloads.h"
#include "protocols/catalog.h"

namespace wiretale::isakmp {
namespace {

constexpr Field initiator_spi{"isakmp.ispi", "Initiator SPI", bytes(0, 8), Type::ByteArray};
constexpr Field responder_spi{"isakmp.rspi", "Responder SPI", bytes(8, 8), Type::ByteArray};
constexpr Field next_payload{"isakmp.nextpayload", "Next payload", bytes(16, 1),
                             Type::Uint8,          Show::Decimal,  payload_names};
constexpr Field version_field{"isakmp.version", "Version", bytes(17, 1), Type::Uint8, Show::Hex};
constexpr Field major_version{"isakmp.mjver", "MjVer", bits(136, 4), Type::Uint8, Show::Hex};
constexpr Field minor_version{"isakmp.mnver", "MnVer", bits(140, 4), Type::Uint8, Show::Hex};
constexpr Field exchange_type{"isakmp.exchangetype", "Exchange type", bytes(18, 1),
                              Type::Uint8,           Show::Decimal,   exchange_names};
constexpr Field flags{"isakmp.flags", "Flags", bytes(19, 1), Type::Uint8, Show::Hex};
constexpr Field message_id{"isakmp.messageid", "Message ID", bytes(20, 4), Type::Uint32, Show::Hex};
constexpr Field length{"isakmp.length", "Length", bytes(24, 4)};
constexpr const Field* fields[] = {&initiator_spi, &responder_spi, &next_payload,  &version_field,
                                   &major_version, &minor_version, &exchange_type, &flags,
                                   &message_id,    &length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {
    {On::UdpPort, 500}, {On::UdpPort, 7500, Scope::Line}, {On::UdpPort, 8500, Scope::Line}};

constexpr size_t header_length = 28;
constexpr uint8_t encrypted_flag = 0x01, commit_flag = 0x02;
constexpr uint8_t initiator_flag = 0x08, version_flag = 0x10, response_flag = 0x20;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

/// Who began an exchange, by its initiator's cookie: IKEv1's later messages do not say it.
class Exchanges : public LineState {
 public:
  enum class Role : uint8_t { unknown, initiator, responder };

  void remember(const uint8_t* cookie, const NetworkHeader& network) {
    Exchange& exchange = all_[next_++ % all_.size()];
    std::memcpy(exchange.cookie.data(), cookie, exchange.cookie.size());
    exchange.version = network.version;
    exchange.initiator = address(network.version, network.source);
    exchange.responder = address(network.version, network.destination);
  }
  [[nodiscard]] bool knows(const uint8_t* cookie) const { return find(cookie) != nullptr; }
  [[nodiscard]] Role role_of_sender(const uint8_t* cookie, const NetworkHeader& network) const {
    const Exchange* exchange = find(cookie);
    if (exchange == nullptr || exchange->version != network.version || network.version == NetworkHeader::None)
      return Role::unknown;
    const Peer source = address(network.version, network.source);
    const Peer destination = address(network.version, network.destination);
    if (source == exchange->initiator && destination == exchange->responder) return Role::initiator;
    if (source == exchange->responder && destination == exchange->initiator) return Role::responder;
    return Role::unknown;
  }

 private:
  using Peer = std::array<uint8_t, 16>;
  struct Exchange {
    std::array<uint8_t, 8> cookie{};
    NetworkHeader::Version version = NetworkHeader::None;
    Peer initiator{}, responder{};
  };
  static Peer address(NetworkHeader::Version version, const uint8_t* bytes) {
    Peer peer{};
    if (bytes != nullptr) std::memcpy(peer.data(), bytes, version == NetworkHeader::Six ? 16 : 4);
    return peer;
  }
  [[nodiscard]] const Exchange* find(const uint8_t* cookie) const {
    for (const Exchange& exchange : all_)
      if (std::memcmp(exchange.cookie.data(), cookie, exchange.cookie.size()) == 0) return &exchange;
    return nullptr;
  }
  // As many as tcpdump remembers.
  std::array<Exchange, 20> all_{};
  size_t next_ = 0;
};

void put_role(Line& line, const uint8_t* cookie, const uint8_t* responder_cookie) {
  constexpr uint8_t no_cookie[8] = {};
  Exchanges& exchanges = line.state<Exchanges>();
  if (!exchanges.knows(cookie)) {
    const bool is_first = std::memcmp(responder_cookie, no_cookie, sizeof no_cookie) == 0;
    line.put(is_first ? " I" : " ?");
    if (is_first && line.network.version != NetworkHeader::None) exchanges.remember(cookie, line.network);
    return;
  }
  switch (exchanges.role_of_sender(cookie, line.network)) {
    case Exchanges::Role::initiator: line.put(" I"); break;
    case Exchanges::Role::responder: line.put(" R"); break;
    case Exchanges::Role::unknown: line.put(" ?"); break;
  }
}

void print_payloads(Line& line, const Message& message) {
  const Bytes header = message.bytes.bytes(0, header_length);
  const bool new_version = message.major_version == 2, in_setup = message_id.read(header) == 0;
  const uint64_t bits = flags.read(header);
  const auto flag = [&](uint8_t mask, char letter) {
    if ((bits & mask) != 0) line.put(letter);
  };
  if (new_version) {
    line.put(in_setup ? " parent_sa" : " child_sa ");
  } else {
    line.put(in_setup ? " phase 1" : " phase 2/others");
    put_role(line, message.initiator_cookie, message.responder_cookie);
  }
  line.put(' ', Named{exchange_names, exchange_type.read(header)});
  if (bits != 0) {
    line.put('[');
    if (new_version) {
      flag(initiator_flag, 'I');
      flag(version_flag, 'V');
      flag(response_flag, 'R');
    } else {
      flag(encrypted_flag, 'E');
      flag(commit_flag, 'C');
    }
    line.put(']');
  }
  if (line.options.verbose == 0) return;
  line.put(':');
  const auto first = static_cast<uint8_t>(next_payload.read(header));
  if ((bits & encrypted_flag) != 0)
    line.put(" [encrypted ", Named{payload_names, first}, ']');
  else
    (void)print_chain(message, first, header_length, 0);
}

void print(Line& line, View in) {
  line.protocol = "isakmp";
  const Bytes header = in.bytes(0, header_length);
  const int verbose = line.options.verbose;
  line.put("isakmp");
  if (verbose > 0) {
    line.put(' ', major_version.read(header), '.', minor_version.read(header), " msgid ",
             Hex{message_id.read(header), 8});
    if (verbose > 1) line.put(" cookie ", Hex{in.u64(0), 16}, "->", Hex{in.u64(8), 16});
  }
  line.put(':');
  const auto major = static_cast<unsigned>(major_version.read(header));
  if (major != 1 && major != 2) return;
  print_payloads(line, {.line = line,
                        .bytes = in,
                        .major_version = major,
                        .initiator_cookie = header.data(),
                        .responder_cookie = header.data() + 8,
                        .from_initiator = (flags.read(header) & initiator_flag) != 0});
  if (verbose > 0 && length.read(header) != in.length())
    line.put(" (len mismatch: isakmp ", length.read(header), "/ip ", in.length(), ')');
}

}  // namespace

extern constinit const Protocol protocol{.name = "isakmp",
                                         .title = "Internet Security Association and Key Management Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::isakmp
