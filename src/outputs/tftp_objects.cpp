// Files that TFTP transfers carry (RFC 1350; block sizes RFC 2348).
#include <algorithm>
#include <charconv>
#include <map>

#include "base/address.h"
#include "outputs/found_objects.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

enum Operation : uint16_t { read_request = 1, write_request = 2, data = 3, options_accepted = 6 };

/// The client's end names a transfer: the server answers from a port of its own.
struct Client {
  Address client, server;
  uint16_t port;
  auto operator<=>(const Client&) const = default;
};

struct Transfer {
  std::string name;
  std::vector<uint8_t> content;
  size_t block_size = 512;
  uint16_t next = 1;
  bool to_server = false;
};

/// The text at `at` up to a zero byte; `at` is moved behind it.
std::string_view text_at(Bytes bytes, size_t& at) {
  const size_t first = at;
  while (at < bytes.size() && bytes[at] != 0) ++at;
  const std::string_view text{reinterpret_cast<const char*>(bytes.data()) + first, at - first};
  at = std::min(at + 1, bytes.size());
  return text;
}

struct Datagram {
  Address source, destination;
  uint16_t source_port, destination_port;
  Bytes payload;
};

/// The packet's innermost UDP datagram over IP.
bool find_datagram(const Packet& packet, Datagram& found) {
  bool any = false;
  for (size_t i = 1; i < packet.layers.count; ++i) {
    const Layer &network = packet.layers.all[i - 1], &layer = packet.layers.all[i];
    const Bytes outer = packet.header(network), header = packet.header(layer);
    if (layer.protocol != ids::udp || header.size() < 8) continue;
    if (network.protocol == ids::ipv4 && outer.size() >= 20) {
      found.source = Address::four(&outer[12]);
      found.destination = Address::four(&outer[16]);
    } else if (network.protocol == ids::ipv6 && outer.size() >= 40) {
      found.source = Address::six(&outer[8]);
      found.destination = Address::six(&outer[24]);
    } else {
      continue;
    }
    found.source_port = be16(&header[0]);
    found.destination_port = be16(&header[2]);
    found.payload = packet.payload(layer);
    any = true;
  }
  return any;
}

class TftpObjects final : public ObjectFinder {
 public:
  std::expected<void, Error> add(const Packet& packet, const FieldTree&, ObjectFiles& files) override {
    Datagram datagram{};
    if (!find_datagram(packet, datagram) || datagram.payload.size() < 4) return {};
    const Bytes payload = datagram.payload;
    const uint16_t operation = be16(payload.data());
    if (datagram.destination_port == request_port &&
        (operation == read_request || operation == write_request)) {
      begin(datagram, operation == write_request);
      return {};
    }
    const bool from_client = transfers_.contains(client_of(datagram, true));
    const auto found = transfers_.find(client_of(datagram, from_client));
    if (found == transfers_.end()) return {};
    Transfer& transfer = found->second;
    if (operation == options_accepted && !from_client) read_options(transfer, payload, 2);
    if (operation != data || from_client != transfer.to_server || be16(&payload[2]) != transfer.next)
      return {};
    const Bytes block = payload.subspan(4);
    if (held_ + block.size() > most_held) {
      forget(found);
      return {};
    }
    held_ += block.size();
    transfer.content.insert(transfer.content.end(), block.begin(), block.end());
    ++transfer.next;
    if (block.size() >= transfer.block_size) return {};
    auto written = files.write(transfer.name, packet.number, transfer.content);
    forget(found);
    return written;
  }

 private:
  using Transfers = std::map<Client, Transfer>;
  static constexpr uint16_t request_port = 69;
  static constexpr size_t most_transfers = 1024, most_held = size_t{256} << 20;

  static Client client_of(const Datagram& datagram, bool from_client) {
    return from_client ? Client{datagram.source, datagram.destination, datagram.source_port}
                       : Client{datagram.destination, datagram.source, datagram.destination_port};
  }
  void begin(const Datagram& datagram, bool to_server) {
    const Client client = client_of(datagram, true);
    if (const auto old = transfers_.find(client); old != transfers_.end()) forget(old);
    if (transfers_.size() >= most_transfers) forget(transfers_.begin());
    size_t at = 2;
    Transfer transfer;
    transfer.name = text_at(datagram.payload, at);
    transfer.to_server = to_server;
    transfers_.emplace(client, std::move(transfer));
  }
  static void read_options(Transfer& transfer, Bytes payload, size_t at) {
    while (at < payload.size()) {
      const std::string_view name = text_at(payload, at), value = text_at(payload, at);
      if (name.size() != 7 || (name != "blksize" && name != "BLKSIZE")) continue;
      size_t size = 0;
      if (std::from_chars(value.data(), value.data() + value.size(), size).ec == std::errc{} && size != 0)
        transfer.block_size = size;
    }
  }
  void forget(Transfers::iterator transfer) {
    held_ -= std::min(held_, transfer->second.content.size());
    transfers_.erase(transfer);
  }

  Transfers transfers_;
  size_t held_ = 0;  ///< bytes of all transfers
};

}  // namespace

std::unique_ptr<ObjectFinder> make_tftp_objects() { return std::make_unique<TftpObjects>(); }

}  // namespace wiretale
