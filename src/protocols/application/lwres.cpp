// The lightweight resolver protocol of BIND 9 (lwresd): host names and addresses asked of a local daemon.
#include "packet/line.h"
#include "protocols/application/dns/dns_names.h"

namespace wiretale::lwres {
namespace {

constexpr Field length_field{"lwres.length", "Length", bytes(0, 4)};
constexpr Field version{"lwres.version", "Version", bytes(4, 2)};
constexpr Field flags_field{"lwres.flags", "Packet Flags", bytes(6, 2), Type::Uint16, Show::Hex};
constexpr Field serial{"lwres.serial", "Serial", bytes(8, 4), Type::Uint32, Show::Hex};
constexpr Field opcode{"lwres.opcode", "Operation code", bytes(12, 4)};
constexpr Field result{"lwres.result", "Result", bytes(16, 4)};
constexpr Field receive_length{"lwres.recvlen", "Received length", bytes(20, 4)};
constexpr const Field* fields[] = {&length_field, &version, &flags_field,   &serial,
                                   &opcode,       &result,  &receive_length};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 921, Scope::Line}};

constexpr size_t header_length = 28;

enum Operation : uint32_t {
  nothing = 0,
  addresses_by_name = 0x10001,
  name_by_address = 0x10002,
  data_by_name = 0x10003
};
constexpr Name operations_[] = {{nothing, "noop"},
                                {addresses_by_name, "getaddrsbyname"},
                                {name_by_address, "getnamebyaddr"},
                                {data_by_name, "getrdatabyname"}};
constexpr Names operations = operations_;

constexpr unsigned response_flag = 1, internet_class = 1;

/// Prints a body from its beginning on; `at` is where the next part begins.
struct Body {
  Line& line;
  View in;
  size_t at = 0;

  uint16_t u16() { return in.u16((at += 2) - 2); }
  uint32_t u32() { return in.u32((at += 4) - 4); }

  /// A name with its length before it and a zero byte behind it.
  void name() {
    const size_t size = u16();
    line.put(' ', CaretNotation{in.available(at, size)});
    in.need(at, size + 1);
    if (in.u8(at + size) != 0) line.put(" (not NUL-terminated!)");
    at += size + 1;
  }
  void names(unsigned count) {
    for (unsigned i = 0; i < count; ++i) name();
  }
  void hex(size_t size) {
    for (const uint8_t byte : in.bytes(at, size)) line.put(Hex{byte, 2});
    at += size;
  }
  void address() {
    const uint32_t family = u32();
    const size_t size = u16();
    in.need(at, size);
    line.put(' ');
    if (family == 1) {
      line.put(Ipv4Text{in.at_least(at, 4)});
      at += size;
    } else if (family == 2) {
      line.put(Ipv6Text{in.at_least(at, 16)});
      at += size;
    } else {
      line.put(family, '/');
      hex(size);
    }
  }
  void type_and_class(uint16_t class_number, uint16_t type) {
    line.put(' ', Named{dns::record_types, type, "Type"});
    if (class_number != internet_class) line.put(' ', Named{dns::classes, class_number, "Class"});
  }
};

void print_query(Body& body, uint32_t operation) {
  Line& line = body.line;
  (void)body.u32();  // flags
  switch (operation) {
    case addresses_by_name: {
      const uint32_t families = body.u32();
      constexpr std::string_view known[] = {"", " IPv4", " IPv6", " IPv4/6"};
      line.put(known[families & 3u]);
      if ((families & ~3u) != 0) line.put("[0x", Hex{families & ~3u}, ']');
      body.name();
      return;
    }
    case name_by_address: body.address(); return;
    default: {
      const uint16_t class_number = body.u16(), type = body.u16();
      body.type_and_class(class_number, type);
      body.name();
      return;
    }
  }
}

void print_response(Body& body, uint32_t operation) {
  Line& line = body.line;
  (void)body.u32();  // flags
  switch (operation) {
    case addresses_by_name: {
      const unsigned aliases = body.u16(), addresses = body.u16();
      line.put(' ', aliases, '/', addresses);
      body.names(aliases + 1);
      for (unsigned i = 0; i < addresses; ++i) body.address();
      return;
    }
    case name_by_address: {
      const unsigned aliases = body.u16();
      line.put(' ', aliases);
      body.names(aliases + 1);
      return;
    }
    default: {
      const uint16_t class_number = body.u16(), type = body.u16();
      body.type_and_class(class_number, type);
      line.put(" TTL ", Elapsed{body.u32()});
      const unsigned records = body.u16(), signatures = body.u16();
      line.put(' ', records, '/', signatures);
      body.name();
      for (unsigned i = 0; i < records + signatures; ++i) body.hex(body.u16());
      return;
    }
  }
}

void print(Line& line, View in) {
  line.protocol = "lwres";
  in.need(0, header_length);
  line.put(" lwres");
  const unsigned of_version = in.u16(4), flags = in.u16(6);
  if (of_version != 0 || line.options.verbose > 0) line.put(" v", of_version);
  if (of_version != 0) return;
  const uint32_t operation = in.u32(12), claimed = in.u32(0);
  line.put(' ', NamedHex{operations, operation});
  if ((flags & response_flag) == 0) line.put('?');
  if ((flags & ~response_flag) != 0) line.put("[0x", Hex{flags}, ']');
  if (line.options.verbose > 1)
    line.put(" (serial:0x", Hex{in.u32(8)}, " result:0x", Hex{in.u32(16)}, " recvlen:", in.u32(20), ')');
  const bool known = !find_name(operations, operation).empty();
  Body body{line, in, header_length};
  if (known && operation != nothing) {
    if ((flags & response_flag) != 0)
      print_response(body, operation);
    else
      print_query(body, operation);
  }
  if (claimed != in.length()) line.put(" [len: ", claimed, " != ", in.length(), ']');
  if (known && body.at < claimed) line.put("[extra]");
}

}  // namespace

extern constinit const Protocol protocol{.name = "lwres",
                                         .title = "Light Weight DNS RESolver (BIND9)",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::lwres
