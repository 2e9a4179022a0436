// ESP, the IP Encapsulating Security Payload (RFC 4303); with keys (-E), what it protects.
#include "packet/line.h"
#include "packet/tree.h"
#include "protocols/catalog.h"
#include "protocols/network/ip_payload.h"
#include "protocols/network/ipsec_secrets.h"

namespace wiretale::esp {
namespace {

constexpr Field parameters_index{"esp.spi", "ESP SPI", bytes(0, 4), Type::Uint32, Show::Hex};
constexpr Field sequence{"esp.sequence", "ESP Sequence", bytes(4, 4)};
constexpr Field encrypted{"esp.encrypted_data", "Encrypted Data", varies, Type::ByteArray};
constexpr const Field* fields[] = {&parameters_index, &sequence, &encrypted};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::IpProtocol, 50}};

constexpr size_t header_length = 8;

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() > header_length) out.put(encrypted, header_length, layer.size() - header_length);
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
                                         .print = print};

}  // namespace wiretale::esp
