// Ad hoc On-Demand Distance Vector routing (RFC 3561), and its drafts for IPv6.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::aodv {
namespace {

enum Message : uint8_t {
  RouteRequest = 1,
  RouteReply = 2,
  RouteError = 3,
  ReplyAcknowledgment = 4,
  // draft-perkins-manet-aodv6-01
  DraftRouteRequest = 16,
  DraftRouteReply = 17,
  DraftRouteError = 18,
  DraftReplyAcknowledgment = 19
};
constexpr Name type_names[] = {{RouteRequest, "Route Request"},
                               {RouteReply, "Route Reply"},
                               {RouteError, "Route Error"},
                               {ReplyAcknowledgment, "Route Reply Acknowledgment"}};

constexpr Field type{"aodv.type", "Type", bytes(0, 1), Type::Uint8, Show::Decimal, type_names};
constexpr const Field* fields[] = {&type};

constexpr Claim found_on[] = {{On::UdpPort, 654}};

constexpr uint8_t no_delete = 0x80;  // of an error

struct Writer {
  Line& line;
  View in;
  size_t address_size;

  void put_address(size_t at) const {
    const uint8_t* address = in.at_least(at, address_size);
    if (address_size == 4)
      line.put(Ipv4Text{address});
    else
      line.put(Ipv6Text{address});
  }
};

/// The extension at `at`, if there is one.
void print_extension(Line& line, View in, size_t at) {
  constexpr uint8_t hello = 1;
  constexpr size_t header = 2;
  if (in.length() < at + header) return;
  if (in.u8(at) != hello) {
    line.put("\n\text ", in.u8(at), ' ', in.u8(at + 1));
    return;
  }
  constexpr size_t interval_size = 4;
  if (in.u8(at + 1) < interval_size) {
    line.put("\n\text HELLO - bad length ", in.u8(at + 1));
    return;
  }
  if (in.length() < at + header + interval_size) line.truncated();
  const uint32_t interval = in.u32(at + header);
  line.put("\n\text HELLO ", interval, " ms");
}

/// Where addresses and sequence numbers lie: the draft puts the numbers first.
void print_request(const Writer& out, uint8_t message) {
  Line& line = out.line;
  const View in = out.in;
  const size_t address = out.address_size;
  const size_t size = 16 + 2 * address;
  const bool draft = message == DraftRouteRequest;
  in.need(0, size);
  if (in.length() < size) line.truncated();
  const size_t destination = draft ? 16 : 8, destination_number = draft ? 8 : 8 + address;
  const size_t source = draft ? 16 + address : 12 + address, source_number = draft ? 12 : 12 + 2 * address;
  // What tcpdump takes for the flags is the type: so one is shown in the draft's.
  line.put(" rreq ", in.length(), ' ', draft ? "[D]" : "", " hops ", in.u8(3), " id 0x", Hex{in.u32(4), 8},
           "\n\tdst ");
  out.put_address(destination);
  line.put(" seq ", in.u32(destination_number), " src ");
  out.put_address(source);
  line.put(" seq ", in.u32(source_number));
  print_extension(line, in, size);
}

void print_reply(const Writer& out, uint8_t message) {
  Line& line = out.line;
  const View in = out.in;
  const size_t address = out.address_size;
  const size_t size = 12 + 2 * address;
  const bool draft = message == DraftRouteReply;
  in.need(0, size);
  if (in.length() < size) line.truncated();
  const size_t destination = draft ? 8 : 4, number = draft ? 4 : 4 + address;
  const unsigned prefix_mask = address == 4 || draft ? 0x1f : 0x7f;
  line.put(" rrep ", in.length(), "  prefix ", in.u8(2) & prefix_mask, " hops ", in.u8(3), "\n\tdst ");
  out.put_address(destination);
  line.put(" dseq ", in.u32(number), " src ");
  out.put_address(8 + address);
  line.put(' ', in.u32(8 + 2 * address), " ms");
  print_extension(line, in, size);
}

void print_error(const Writer& out) {
  constexpr size_t header = 4;
  Line& line = out.line;
  const View in = out.in;
  in.need(0, header);
  if (in.length() < header) line.truncated();
  const unsigned count = in.u8(3);
  line.put(" rerr ", (in.u8(1) & no_delete) != 0 ? "[D]" : "", " [items ", count, "] [", in.length(), "]:");
  const size_t item = out.address_size + 4;
  size_t at = header;
  for (unsigned i = 0; i < count; ++i, at += item) {
    if (in.length() < at + item) line.truncated();
    in.need(at, item);
    line.put(" {");
    out.put_address(at);
    line.put("}(", in.u32(at + out.address_size), ')');
  }
}

void print(Line& line, View in) {
  line.protocol = "aodv";
  const uint8_t message = in.u8(0);
  line.put(" aodv");
  const size_t size = line.network.version == NetworkHeader::Six ? 16 : 4;
  switch (message) {
    case RouteRequest: return print_request({line, in, size}, message);
    case RouteReply: return print_reply({line, in, size}, message);
    case RouteError: return print_error({line, in, size});
    case DraftRouteRequest: return print_request({line, in, 16}, message);
    case DraftRouteReply: return print_reply({line, in, 16}, message);
    case DraftRouteError: return print_error({line, in, 16});
    case ReplyAcknowledgment:
    case DraftReplyAcknowledgment: line.put(" rrep-ack ", in.length()); return;
    default: line.put(" type ", message, ' ', in.length()); return;
  }
}

Step decode(Cursor&, Context&) { return {}; }

}  // namespace

extern constinit const Protocol protocol{.name = "aodv",
                                         .title = "Ad hoc On-demand Distance Vector Routing Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::aodv
