// Precision Time Protocol version 2 (IEEE 1588-2008), in UDP and in Ethernet.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::ptp {
namespace {

constexpr Name type_names[] = {{0x0, "sync msg"},
                               {0x1, "delay req msg"},
                               {0x2, "peer delay req msg"},
                               {0x3, "peer delay resp msg"},
                               {0x8, "follow up msg"},
                               {0x9, "delay resp msg"},
                               {0xa, "pdelay resp fup msg"},
                               {0xb, "announce msg"},
                               {0xc, "signalling msg"},
                               {0xd, "management msg"}};
enum MessageType : uint8_t {
  Sync,
  DelayRequest,
  PeerDelayRequest,
  PeerDelayResponse,
  FollowUp = 8,
  DelayResponse,
  PeerDelayFollowUp,
  Announce,
  Signaling,
  Management
};
constexpr Name control_names[] = {{0, "Sync"},       {1, "Delay_Req"},  {2, "Follow_Up"},
                                  {3, "Delay_Resp"}, {4, "Management"}, {5, "Other"}};
constexpr Name flag_names[] = {{0x0001, "l1 61"},
                               {0x0002, "l1 59"},
                               {0x0004, "utc reasonable"},
                               {0x0008, "timescale"},
                               {0x0010, "time tracable"},
                               {0x0020, "frequency tracable"},
                               {0x0100, "alternate master"},
                               {0x0200, "two step"},
                               {0x0400, "unicast"},
                               {0x1000, "profile specific 1"},
                               {0x2000, "profile specific 2"},
                               {0x4000, "security mask"}};

constexpr Field transport_specific{"ptp.v2.majorsdoid", "majorSdoId", bits(0, 4), Type::Uint8, Show::Hex};
constexpr Field message_type{"ptp.v2.messagetype", "messageType", bits(4, 4),
                             Type::Uint8,          Show::Hex,     type_names};
constexpr Field version{"ptp.v2.versionptp", "versionPTP", bits(12, 4)};
constexpr Field message_length{"ptp.v2.messagelength", "messageLength", bytes(2, 2)};
constexpr Field domain{"ptp.v2.domainnumber", "domainNumber", bytes(4, 1)};
constexpr Field flags{"ptp.v2.flags", "flags", bytes(6, 2), Type::Uint16, Show::Hex};
constexpr Field correction{"ptp.v2.correction.ns", "correctionField", bytes(8, 6), Type::Int64};
constexpr Field clock_identity{"ptp.v2.clockidentity", "ClockIdentity", bytes(20, 8), Type::Uint64,
                               Show::Hex};
constexpr Field port{"ptp.v2.sourceportid", "SourcePortID", bytes(28, 2)};
constexpr Field sequence{"ptp.v2.sequenceid", "sequenceId", bytes(30, 2)};
constexpr Field control{"ptp.v2.controlfield", "controlField", bytes(32, 1),
                        Type::Uint8,           Show::Decimal,  control_names};
constexpr Field interval{"ptp.v2.logmessageperiod", "logMessagePeriod", bytes(33, 1), Type::Int8};
constexpr const Field* fields[] = {
    &transport_specific, &message_type,   &version, &message_length, &domain,  &flags,
    &correction,         &clock_identity, &port,    &sequence,       &control, &interval};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 319}, {On::UdpPort, 320}, {On::EtherType, 0x88f7}};

constexpr size_t header_length = 34;

void put_time(Line& line, View in, size_t at, std::string_view label, std::string_view between) {
  line.put(", ", label, " :");
  const uint64_t seconds = in.u48(at);
  line.put(' ', seconds, " seconds");
  line.put(between);
  line.put(' ', in.u32(at + 6), " nanoseconds");
}

void put_port_identity(Line& line, View in, size_t at) {
  const uint64_t clock = in.u64(at);
  line.put(", port identity : 0x", Hex{clock});
  line.put(", port id : ", in.u16(at + 8));
}

void print_announce(Line& line, View in) {
  size_t at = header_length;
  put_time(line, in, at, "originTimeStamp", "");
  at += 10;
  line.put(", origin cur utc :", in.u16(at));
  line.put(", rsvd : ", in.u8(at + 2));
  line.put(", gm priority_1 : ", in.u8(at + 3));
  line.put(", gm clock class : ", in.u8(at + 4));
  line.put(", gm clock accuracy : ", in.u8(at + 5));
  line.put(", gm clock variance : ", in.u16(at + 6));
  line.put(", gm priority_2 : ", in.u8(at + 8));
  line.put(", gm clock id : 0x", Hex{in.u64(at + 9)});
  line.put(", steps removed : ", in.u16(at + 17));
  line.put(", time source : 0x", Hex{in.u8(at + 19), 2});
}

void print_version_2(Line& line, View in) {
  // Field by field: a packet may end anywhere.
  const auto type = static_cast<uint8_t>(in.u8(0) & 0xf);
  line.put(", v1 compat : ", (in.u8(0) & 0x10) != 0 ? "yes" : "no");
  line.put(", msg type : ", name_or(type_names, type, "Reserved"));
  line.put(", length : ", in.u16(2));
  in.need(4, 2);
  line.put(", domain : ", in.u8(4));
  line.put(", reserved1 : ", in.u8(5));
  line.put(", Flags [", NamedBits{flag_names, in.u16(6)}, ']');
  // The correction is in nanoseconds and 1/65536 of them.
  line.put(", NS correction : ", in.u48(8));
  line.put(", sub NS correction : ", in.u16(14));
  line.put(", reserved2 : ", in.u32(16));
  line.put(", clock identity : 0x", Hex{in.u64(20)});
  line.put(", port id : ", in.u16(28));
  line.put(", seq id : ", in.u16(30));
  line.put(", control : ", in.u8(32), " (", name_or(control_names, in.u8(32), "Reserved"), ')');
  line.put(", log message interval : ", in.u8(33));
  const size_t at = header_length;
  switch (type) {
    case Sync:
    case DelayRequest: return put_time(line, in, at, "originTimeStamp", ",");
    case FollowUp: return put_time(line, in, at, "preciseOriginTimeStamp", ",");
    case PeerDelayRequest:
    case PeerDelayFollowUp:
      put_time(line, in, at, "preciseOriginTimeStamp", ",");
      return put_port_identity(line, in, at + 10);
    case PeerDelayResponse:
    case DelayResponse:
      put_time(line, in, at, "receiveTimeStamp", ",");
      return put_port_identity(line, in, at + 10);
    case Announce: return print_announce(line, in);
    case Signaling: return put_port_identity(line, in, at);
    case Management:
      put_port_identity(line, in, at);
      // tcpdump takes all of these from the first byte of the port's identity.
      line.put(", , start boundary hops  ", in.u8(at), ", , boundary hops  ", in.u8(at), ", , flags  0x",
               Hex{in.u8(at)}, ", , reserved  0x", Hex{in.u8(at)});
      return;
    default: return;
  }
}

void print(Line& line, View in) {
  line.protocol = "ptp";
  if (in.length() < header_length) {
    line.put(" [length ", in.length(), " < ", header_length, ']');
    return line.invalid();
  }
  const uint8_t found = in.u8(1);
  line.put("PTPv", found);
  if (found == 1)
    line.put(" (not implemented)");
  else if (found == 2)
    print_version_2(line, in);
}

Step decode(Cursor& in, Context&) {
  in.skip(header_length);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

extern constinit const Protocol protocol{.name = "ptp",
                                         .title = "Precision Time Protocol (IEEE1588)",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::ptp
