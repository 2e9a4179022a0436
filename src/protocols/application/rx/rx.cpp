// RX, the remote procedure calls of AFS: its header, acknowledgments, calls, and replies to calls that were
// seen.
#include <array>

#include "protocols/application/rx/arguments.h"
#include "protocols/application/rx/rx_names.h"
#include "protocols/catalog.h"

namespace wiretale::rx {
namespace {

enum PacketType : uint8_t {
  data = 1,
  ack,
  busy,
  abort,
  ack_all,
  challenge,
  response,
  debug,
  parameters,
  version = 13
};
constexpr Name type_name_table[] = {{data, "data"},         {busy, "busy"},      {abort, "abort"},
                                    {ack, "ack"},           {ack_all, "ackall"}, {challenge, "challenge"},
                                    {response, "response"}, {debug, "debug"},    {parameters, "params"},
                                    {version, "version"}};
constexpr Names type_names = type_name_table;

enum Flag : uint8_t { client_initiated = 1 };
constexpr Name flag_name_table[] = {{1, "client-init"}, {2, "req-ack"},    {4, "last-pckt"},
                                    {8, "more-pckts"},  {16, "free-pckt"}, {32, "jumbogram"}};

constexpr Field epoch{"rx.epoch", "Epoch", bytes(0, 4), Type::AbsoluteTime};
constexpr Field connection{"rx.cid", "CID", bytes(4, 4), Type::Uint32, Show::Hex};
constexpr Field call_number{"rx.callnumber", "Call Number", bytes(8, 4)};
constexpr Field sequence{"rx.seq", "Sequence Number", bytes(12, 4)};
constexpr Field serial{"rx.serial", "Serial", bytes(16, 4)};
constexpr Field type{"rx.type", "Type", bytes(20, 1), Type::Uint8, Show::Decimal, type_names};
constexpr Field flags{"rx.flags", "Flags", bytes(21, 1), Type::Uint8, Show::Hex};
constexpr Field service_id{"rx.serviceid", "Service ID", bytes(26, 2)};
constexpr const Field* fields[] = {&epoch,  &connection, &call_number, &sequence,
                                   &serial, &type,       &flags,       &service_id};
static_assert(fields_are_distinct(fields));

constexpr size_t header_length = 28;

/// A service: by its port, how it is called, and its procedures.
struct Service {
  uint16_t port;
  std::string_view name;
  Names calls, replies;
  bool has_ubik = false;  ///< is kept on several servers, which also call each other by this port
};
constexpr Service services[] = {{7000, "fs", file_server_calls, file_server_replies},
                                {7001, "cb", callback_calls, callback_replies},
                                {7002, "pt", protection_calls, protection_replies, true},
                                {7003, "vldb", volume_location_calls, volume_location_replies, true},
                                {7004, "kauth", authentication_calls, {}, true},
                                {7005, "vol", volume_calls, volume_replies},
                                {7007, "bos", overseer_calls, {}}};
const Service* find_service(uint16_t port) {
  for (const Service& service : services)
    if (service.port == port) return &service;
  return nullptr;
}

constexpr Claim found_on[] = {
    {On::UdpPort, 7000}, {On::UdpPort, 7001}, {On::UdpPort, 7002}, {On::UdpPort, 7003}, {On::UdpPort, 7004},
    {On::UdpPort, 7005}, {On::UdpPort, 7006}, {On::UdpPort, 7007}, {On::UdpPort, 7008}, {On::UdpPort, 7009}};

/// Replies do not repeat which procedure was called, so that calls are remembered; as many as tcpdump keeps.
struct Call {
  uint32_t number = 0, client = 0, server = 0;
  uint16_t port = 0, service = 0;
  uint32_t procedure = 0;
};
struct Calls : LineState {
  static constexpr size_t most = 64;
  std::array<Call, most> ring = {};
  size_t next = 0, hint = 0;

  void add(const Call& call) {
    ring[next] = call;
    next = (next + 1) % most;
  }
  const Call* find(const Call& wanted) {
    for (size_t i = 0; i < most; ++i) {
      const Call& one = ring[(hint + i) % most];
      if (one.number != wanted.number || one.client != wanted.client || one.server != wanted.server ||
          one.port != wanted.port || one.service != wanted.service)
        continue;
      hint = (hint + i) % most;
      return &one;
    }
    return nullptr;
  }
};

uint32_t address_of(const Line& line, const uint8_t* address) {
  return line.network.version == NetworkHeader::Four ? be32(address) : 0;
}

bool is_ubik(const Service& service, uint32_t procedure) {
  return service.has_ubik &&
         ((procedure >= 10000 && procedure < 10008) || (procedure >= 20000 && procedure < 20014));
}

/// "name" of "name arg %u", without what follows the name.
std::string_view name_alone(std::string_view text) { return text.substr(0, text.find_first_of(" %")); }

void print_call(Line& line, View in, const Service& service, uint32_t procedure) {
  const bool ubik = is_ubik(service, procedure);
  line.put(' ', service.name, ubik ? " ubik" : "", " call ");
  const std::string_view text = find_name(ubik ? Names(ubik_calls) : service.calls, procedure);
  if (text.empty())
    line.put("op#", procedure);
  else
    (void)print_arguments(line, text, in.from(header_length + 4), service.name);
}

constexpr Name file_server_errors[] = {
    {101, "salvage volume"},      {102, "no such vnode"},  {103, "no such volume"}, {104, "volume exist"},
    {105, "no service"},          {106, "volume offline"}, {107, "volume online"},  {108, "no space"},
    {109, "disk quota exceeded"}, {110, "volume busy"},    {111, "moved volume"},   {112, "I/O error"}};

void print_reply(Line& line, View in, const Service& service, uint32_t procedure, PacketType kind) {
  const bool ubik = is_ubik(service, procedure);
  line.put(' ', service.name, ubik ? " ubik" : "", " reply ");
  const Names calls = ubik ? Names(ubik_calls) : service.calls;
  const std::string_view call = find_name(calls, procedure);
  if (kind == data) {
    const std::string_view text = find_name(ubik ? Names(ubik_replies) : service.replies, procedure);
    constexpr uint32_t vote_beacon = 10000;
    if (ubik && procedure == vote_beacon) {
      const uint32_t vote = in.u32(header_length);
      line.put("vote-beacon vote ", vote == 0 ? "no" : "");
      if (vote != 0) line.put(vote);
    } else if (!text.empty()) {
      (void)print_arguments(line, text, in.from(header_length), service.name);
    } else if (!call.empty()) {
      line.put(name_alone(call));
    } else {
      line.put("op#", procedure);
    }
    return;
  }
  if (call.empty())
    line.put("op#", procedure);
  else
    line.put(name_alone(call));
  const auto code = static_cast<int32_t>(in.u32(header_length));
  constexpr uint16_t file_server = 7000;
  if (service.port != file_server)
    line.put(" errcode ", code);
  else if (const std::string_view name = find_name(file_server_errors, static_cast<uint32_t>(code));
           !name.empty())
    line.put(" error ", name);
  else
    line.put(" error #", code);
}

/// The packets of one kind among those that an acknowledgment lists, as runs: "acked 5-6,9".
void print_runs(Line& line, Bytes list, uint32_t first, bool acknowledged, std::string_view title) {
  bool any = false;
  for (size_t i = 0; i < list.size(); ++i) {
    if (list[i] != (acknowledged ? 1 : 0)) continue;
    size_t end = i;
    while (end + 1 < list.size() && list[end + 1] == (acknowledged ? 1 : 0)) ++end;
    line.put(any ? "," : title, first + i);
    if (end > i) line.put('-', first + end);
    any = true;
    i = end;
  }
}

void print_acknowledgment(Line& line, View in) {
  constexpr Name reasons[] = {{1, "ack requested"},
                              {2, "duplicate packet"},
                              {3, "out of sequence"},
                              {4, "exceeds window"},
                              {5, "no buffer space"},
                              {6, "ping"},
                              {7, "ping response"},
                              {8, "delay"},
                              {9, "idle"}};
  constexpr size_t fixed_length = 18, padding = 3;
  in = in.from(header_length);
  if (in.length() < fixed_length || !in.has(0, fixed_length)) {
    line.put(" [|ack]");
    return;
  }
  const int verbose = line.options.verbose;
  if (verbose > 2) line.put(" bufspace ", in.u16(0), " maxskew ", in.u16(2));
  const uint32_t first = in.u32(4), from_serial = in.u32(12);
  line.put(" first ", first, " serial ", from_serial, " reason ", Named{reasons, in.u8(16)});
  const size_t count = in.u8(17);
  in = in.from(fixed_length);
  if (count > 0) {
    if (!in.has(0, count)) {
      line.put(" [|ack]");
      return;
    }
    const Bytes list = in.bytes(0, count);
    print_runs(line, list, first, true, " acked ");
    print_runs(line, list, first, false, " nacked ");
  }
  in = in.from(count + padding);
  constexpr std::string_view trailer[] = {" ifmtu ", " maxmtu ", " rwind ", " maxpackets "};
  if (verbose < 2) return;
  for (const std::string_view name : trailer) {
    if (in.length() < 4 || !in.has(0, 4)) return;
    line.put(name, in.u32(0));
    in = in.from(4);
  }
}

void print_contents(Line& line, View in) {
  const auto kind = static_cast<PacketType>(in.u8(20));
  const bool from_client = (in.u8(21) & client_initiated) != 0;
  const bool first = in.u32(12) == 1;
  Call call{.number = in.u32(8), .service = in.u16(26)};
  if (kind == data && first && from_client) {
    if (in.length() <= header_length || !in.has(header_length, 4)) return;
    call.client = address_of(line, line.network.source);
    call.server = address_of(line, line.network.destination);
    call.port = line.ports.destination;
    call.procedure = in.u32(header_length);
    line.state<Calls>().add(call);
    if (const Service* service = find_service(line.ports.destination))
      print_call(line, in, *service, call.procedure);
  } else if ((kind == data && first) || kind == abort) {
    call.client = address_of(line, line.network.destination);
    call.server = address_of(line, line.network.source);
    call.port = line.ports.source;
    const Call* found = line.state<Calls>().find(call);
    const Service* service = find_service(line.ports.source);
    if (found != nullptr && service != nullptr && in.length() > header_length)
      print_reply(line, in, *service, found->procedure, kind);
  } else if (kind == ack) {
    print_acknowledgment(line, in);
  }
}

void print(Line& line, View in) {
  line.protocol = "rx";
  if (!in.has(0, header_length)) {
    line.put(" [|rx] (", in.length(), ')');
    return;
  }
  line.put(" rx ", Named{type_names, in.u8(20), "type "});
  const int verbose = line.options.verbose;
  if (verbose > 1) line.put(" cid ", Hex{in.u32(4), 8}, " call# ", in.u32(8));
  if (verbose > 0) line.put(" seq ", in.u32(12), " ser ", in.u32(16));
  if (verbose > 2) line.put(" secindex ", in.u8(23), " serviceid ", in.u16(26));
  if (verbose > 1) {
    char separator = ' ';
    for (const Name& name : flag_name_table) {
      if ((in.u8(21) & name.value) == 0) continue;
      // The bit of jumbograms says in acknowledgments that the sender starts slowly.
      constexpr uint8_t jumbogram = 32;
      if (name.value == jumbogram && in.u8(20) != ack && in.u8(20) != data) continue;
      const bool slow_start = name.value == jumbogram && in.u8(20) == ack;
      line.put(separator, '<', slow_start ? std::string_view("slow-start") : name.text, '>');
      separator = ',';
    }
  }
  print_contents(line, in);
  line.put(" (", in.length(), ')');
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "rx", .title = "RX Protocol", .fields = fields, .found_on = found_on, .print = print};

}  // namespace wiretale::rx
