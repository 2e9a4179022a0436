// TIPC, transparent inter-process communication (tipc.io, protocol version 2), in Ethernet.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::tipc {
namespace {

enum User : uint8_t {
  LowData,
  MediumData,
  HighData,
  CriticalData,
  Broadcast,
  Bundler,
  LinkState,
  ConnectionManager,
  RouteDistributor,
  Changeover,
  NameDistributor,
  Fragmenter,
  NeighborDiscovery = 13
};
constexpr Name user_names[] = {{LowData, "Low Importance Data payload"},
                               {MediumData, "Medium Importance Data payload"},
                               {HighData, "High Importance Data payload"},
                               {CriticalData, "Critical Importance Data payload"},
                               {5, "Broadcast Link Protocol internal"},
                               {6, "Message Bundler Protocol internal"},
                               {7, "Link State Protocol internal"},
                               {8, "Connection Manager internal"},
                               {10, "Link Changeover Protocol internal"},
                               {11, "Name Table Update Protocol internal"},
                               {12, "Message Fragmentation Protocol internal"},
                               {13, "Neighbor Detection Protocol internal"}};
constexpr uint8_t connection_manager = 8, name_table = 11, neighbor_detection = 13;

constexpr Name data_types[] = {{0, "CONN_MSG"}, {1, "MCAST_MSG"}, {2, "NAMED_MSG"}, {3, "DIRECT_MSG"}};
constexpr Name detection_types[] = {{0, "Link request"}, {1, "Link response"}};
constexpr uint8_t connection_message = 0;

constexpr Field version{"tipc.ver", "Version", bits(0, 3)};
constexpr Field user{"tipc.usr", "User", bits(3, 4), Type::Uint8, Show::Decimal, user_names};
constexpr Field header_words{"tipc.hdr_size", "Header size", bits(7, 4)};
constexpr Field message_size{"tipc.msg_size", "Message size", bits(15, 17)};
constexpr Field type{"tipc.msg_type", "Message type", bits(32, 3)};
constexpr Field broadcast_acknowledgment{"tipc.brdcst_ack", "Broadcast Ack", bytes(6, 2)};
constexpr const Field* fields[] = {&version,      &user, &header_words,
                                   &message_size, &type, &broadcast_acknowledgment};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::EtherType, 0x88ca}};

void put_node(Line& line, uint32_t address) {
  line.put(address >> 24, '.', address >> 12 & 0xfff, '.', address & 0xfff);
}

struct Start {
  uint64_t version;
  unsigned header_size;
  uint64_t size;
  std::string_view user, type;
};

void put_version(Line& line, const Start& start) { line.put("TIPC v", start.version, ".0 "); }
void put_description(Line& line, const Start& start) {
  line.put(", headerlength ", start.header_size, " bytes, MessageSize ", start.size, " bytes, ", start.user,
           ", messageType ");
}

void print_payload(Line& line, View in, const Start& start) {
  constexpr size_t least = 24, with_nodes = 32;
  in.need(0, least);
  if (start.header_size != least) in.need(0, with_nodes);
  put_version(line, start);
  const uint32_t source_port = in.u32(16), destination_port = in.u32(20);
  if (start.header_size == least) {
    put_node(line, in.u32(12));
    line.put(':', source_port, " > ", destination_port);
  } else {
    put_node(line, in.u32(24));
    line.put(':', source_port, " > ");
    put_node(line, in.u32(28));
    line.put(':', destination_port);
  }
  put_description(line, start);
  line.put(start.type);
  if (line.options.verbose == 0 || start.header_size == least) return;
  line.put("\n\tPrevious Node ");
  put_node(line, in.u32(12));
  line.put(", Broadcast Ack ", in.u16(6), ", Link Ack ", in.u16(8), ", Link Sequence ", in.u16(10));
}

void print_internal(Line& line, View in, const Start& start) {
  constexpr size_t least = 32, whole = 40;
  in.need(0, least);
  put_version(line, start);
  put_node(line, in.u32(24));
  line.put(" > ");
  put_node(line, in.u32(28));
  put_description(line, start);
  line.put(start.type, " (0x", Hex{in.u32(4), 8}, ')');
  if (line.options.verbose == 0) return;
  in.need(0, whole);
  line.put("\n\tPrevious Node ");
  put_node(line, in.u32(12));
  line.put(", Session No. ", in.u16(4 * 5), ", Broadcast Ack ", in.u16(6), ", Sequence Gap ",
           in.u16(4) & 0x1fff, ",  Broadcast Gap After ", in.u16(8), ", Broadcast Gap To ", in.u16(10),
           ", Last Sent Packet No. ", in.u16(16), ", Next sent Packet No. ", in.u16(18),
           ", Transport Sequence ", in.u32(32), ", msg_count ", in.u16(36), ", Link Tolerance ", in.u16(38));
}

void print_neighbor_detection(Line& line, View in, const Start& start) {
  constexpr size_t least = 24;
  in.need(0, least);
  put_version(line, start);
  put_node(line, in.u32(12));
  line.put(" > ");
  put_node(line, in.u32(8));
  put_description(line, start);
  line.put(start.type);
  if (line.options.verbose == 0) return;
  line.put("\n\tNodeSignature ", in.u16(6), ", network_id ", in.u32(16), ", media_id ", in.u8(23));
}

void print(Line& line, View in) {
  line.protocol = "tipc";
  constexpr size_t common = 8;
  if (in.length() < common || !in.has(0, common)) line.truncated();
  const Bytes header = in.bytes(0, common);
  const auto found = static_cast<uint8_t>(user.read(header));
  if (find_name(user_names, found).empty()) return;
  const std::string_view user_name = name_or(user_names, found, "unknown");
  Start start{version.read(header), static_cast<unsigned>(header_words.read(header)) * 4,
              message_size.read(header), user_name, ""};
  const Names types = found == neighbor_detection ? Names(detection_types) : Names(data_types);
  start.type = name_or(types, type.read(header), "Unknown");
  if (found <= CriticalData || found == connection_manager || found == name_table)
    print_payload(line, in, start);
  else if (found == neighbor_detection)
    print_neighbor_detection(line, in, start);
  else
    print_internal(line, in, start);
}

Step decode(Cursor& in, Context&) {
  in.skip(8);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

extern constinit const Protocol protocol{.name = "tipc",
                                         .title = "Transparent Inter Process Communication(TIPC)",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::tipc
