// ESP, the IP Encapsulating Security Payload (RFC 4303); with keys (-E), what it protects.
#include <unordered_map>

#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ipsec_secrets.h"

namespace wiretale::esp {
namespace {

constexpr Field parameters_index{"esp.spi", "ESP SPI", bytes(0, 4), Type::Uint32, Show::HexDecimal};
constexpr Field sequence{"esp.sequence", "ESP Sequence", bytes(4, 4)};
constexpr Field expected_sequence{"esp.sequence-analysis.expected-sn", "Expected SN", varies, Type::Uint32};
constexpr Field previous_frame{"esp.sequence-analysis.previous-frame", "Previous Frame", varies,
                               Type::FrameNumber};
constexpr Field wrong_sequence{"esp.sequence-analysis.wrong-sequence-number", "Wrong Sequence Number", varies,
                               Type::None};
constexpr Field encrypted{"esp.encrypted_data", "Encrypted Data", varies, Type::ByteArray};
constexpr const Field* fields[] = {&parameters_index, &sequence,       &expected_sequence,
                                   &previous_frame,   &wrong_sequence, &encrypted};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, 50}};

constexpr size_t header_length = 8;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

/// The sequence numbers of each association (RFC 4303 2.2), by its SPI.
struct Sequences : KeptState {
  static constexpr size_t most = 16384;
  struct Last {
    uint32_t number, frame;
  };
  std::unordered_map<uint32_t, Last> of;
};

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const uint32_t spi = be32(layer.data()), number = be32(&layer[4]);
  out.protocol_column("ESP");
  out.info("ESP (SPI=0x", Hex{spi, 8}, ')');
  out.put(parameters_index);
  out.put(sequence);
  if (out.about.quoted) return;
  Sequences& known = out.about.kept.get<Sequences>();
  if (known.of.size() >= Sequences::most) known.of.clear();
  const auto [found, is_new] = known.of.try_emplace(spi, Sequences::Last{number, out.about.packet.number});
  if (is_new) return;
  const Sequences::Last before = found->second;
  found->second = {number, out.about.packet.number};
  if (number == before.number + 1) return;
  out.put(expected_sequence, 4, 0, before.number + 1).generated();
  const auto missing = static_cast<int32_t>(number - before.number - 1);
  out.expert(wrong_sequence, ExpertSeverity::Warning, ExpertGroup::Sequence, "Wrong Sequence Number for SPI ",
             Hex{spi, 8}, " - ", missing > 0 ? missing : -int64_t{missing},
             missing > 0 ? " missing" : " less than expected");
  out.put(previous_frame, 4, 0, before.frame).generated();
}

Address destination_of(const NetworkHeader& network) {
  return network.version == NetworkHeader::Six ? Address::six(network.destination)
                                               : Address::four(network.destination);
}

/// The payload, its padding and the number of what it is: RFC 4303 2.4 to 2.6.
void print_opened(Line& line, Bytes opened) {
  constexpr size_t trailer = 2;
  if (opened.size() < trailer) line.truncated();
  const size_t padding = opened[opened.size() - 2];
  const uint8_t next_header = opened[opened.size() - 1];
  if (padding + trailer > opened.size()) line.truncated();
  line.put(": ");
  print_ip_payload(line, View(opened.first(opened.size() - padding - trailer)), next_header);
}

void print(Line& line, View in) {
  line.protocol = "esp";
  // A header that protects nothing is taken for one cut short.
  in.need(0, header_length + 1);
  const Bytes header = in.bytes(0, header_length);
  const auto spi = static_cast<uint32_t>(parameters_index.read(header));
  line.put("ESP(spi=0x", Hex{spi, 8}, ",seq=0x", Hex{sequence.read(header)}, "), length ", in.length());
  if (line.options.ipsec_secrets.empty() || line.network.version == NetworkHeader::None) return;
  std::vector<uint8_t> opened;
  const Bytes sealed = in.limit(in.length()).from(header_length).all();
  switch (line.state<ipsec::Secrets>().open_esp(line.options, spi, destination_of(line.network), sealed,
                                                opened)) {
    case ipsec::Opening::opened: print_opened(line, opened); break;
    case ipsec::Opening::cut_short: line.truncated();
    case ipsec::Opening::no_key:
    case ipsec::Opening::failed: break;
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "esp",
                                         .title = "Encapsulating Security Payload",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::esp
