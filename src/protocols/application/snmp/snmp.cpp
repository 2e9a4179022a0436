// SNMP versions 1, 2c and 3 (RFC 1157, RFC 1901, RFC 3412, RFC 3414).
#include "packet/line.h"
#include "protocols/application/snmp/ber.h"
#include "protocols/catalog.h"

namespace wiretale::snmp {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 161}, {On::UdpPort, 162}};

constexpr Name error_name_table[] = {{0, "noError"},
                                     {1, "tooBig"},
                                     {2, "noSuchName"},
                                     {3, "badValue"},
                                     {4, "readOnly"},
                                     {5, "genErr"},
                                     {6, "noAccess"},
                                     {7, "wrongType"},
                                     {8, "wrongLength"},
                                     {9, "wrongEncoding"},
                                     {10, "wrongValue"},
                                     {11, "noCreation"},
                                     {12, "inconsistentValue"},
                                     {13, "resourceUnavailable"},
                                     {14, "commitFailed"},
                                     {15, "undoFailed"},
                                     {16, "authorizationError"},
                                     {17, "notWritable"},
                                     {18, "inconsistentName"}};
constexpr Names error_names = error_name_table;

constexpr uint32_t enterprise_specific = 6;
constexpr Name generic_trap_name_table[] = {{0, "coldStart"},
                                            {1, "warmStart"},
                                            {2, "linkDown"},
                                            {3, "linkUp"},
                                            {4, "authenticationFailure"},
                                            {5, "egpNeighborLoss"},
                                            {enterprise_specific, "enterpriseSpecific"}};
constexpr Names generic_trap_names = generic_trap_name_table;

enum Version : int64_t { version_1 = 0, version_2c = 1, version_3 = 3 };

/// Reads the next element and skips it. When it is of another kind than is due, says so and shows it.
std::optional<Element> take(Line& line, Remaining& remaining, Kind due, std::string_view complaint) {
  const std::optional<Element> element = read(line, remaining);
  if (!element) return std::nullopt;
  if (element->kind != due) {
    line.put('[', complaint, ']');
    print_value(line, *element);
    return std::nullopt;
  }
  remaining.skip(element->whole);
  return element;
}

bool only_asks(uint8_t kind) { return kind == get_request || kind == get_next_request || kind == get_bulk; }

void print_bindings(Line& line, uint8_t kind, Remaining remaining) {
  const size_t whole = remaining.length;
  const std::optional<Element> list = take(line, remaining, Kind::Sequence, "!SEQ of varbind");
  if (!list) return;
  if (list->whole < whole) line.put('[', whole - list->whole, " extra after SEQ of varbind]");
  Remaining bindings = list->contents;
  while (bindings.length > 0) {
    line.put(' ');
    const std::optional<Element> binding = take(line, bindings, Kind::Sequence, "!varbind");
    if (!binding) return;
    Remaining parts = binding->contents;
    const std::optional<Element> name = take(line, parts, Kind::ObjectId, "objName!=OID");
    if (!name) return;
    print_value(line, *name);
    if (!only_asks(kind)) line.put('=');
    const std::optional<Element> value = read(line, parts);
    if (!value) return;
    if (only_asks(kind)) {
      if (value->kind == Kind::Null) continue;
      line.put("[objVal!=NULL]");
    }
    print_value(line, *value);
  }
}

/// Requests say 0 where responses say what went wrong; GetBulk has its own two numbers there (RFC 3416 3).
void print_data(Line& line, uint8_t kind, Remaining remaining) {
  const std::optional<Element> request = take(line, remaining, Kind::Integer, "reqId!=INT");
  if (!request) return;
  if (line.options.verbose > 0) line.put("R=", request->integer, ' ');
  const std::optional<Element> status = take(line, remaining, Kind::Integer, "errorStatus!=INT");
  if (!status) return;
  const auto error = static_cast<uint32_t>(status->integer);
  const bool has_zeros = kind != get_response && kind != get_bulk;
  const Named name{error_names, error, "err="};
  if (has_zeros && error != 0)
    line.put("[errorStatus(", name, ")!=0]");
  else if (kind == get_bulk)
    line.put(" N=", status->integer);
  else if (error != 0)
    line.put(' ', name);
  const std::optional<Element> index = take(line, remaining, Kind::Integer, "errorIndex!=INT");
  if (!index) return;
  if (has_zeros && index->integer != 0)
    line.put("[errorIndex(", index->integer, ")!=0]");
  else if (kind == get_bulk)
    line.put(" M=", index->integer);
  else if (index->integer != 0 && error == 0)
    line.put("[errorIndex(", index->integer, ") w/o errorStatus]");
  else if (index->integer != 0)
    line.put('@', index->integer);
  else if (error != 0 && kind == get_response)
    line.put("[errorIndex==0]");
  if (remaining.length > 0) print_bindings(line, kind, remaining);
}

void print_trap(Line& line, Remaining remaining) {
  line.put(' ');
  const std::optional<Element> enterprise = take(line, remaining, Kind::ObjectId, "enterprise!=OID");
  if (!enterprise) return;
  print_value(line, *enterprise);
  line.put(' ');
  const std::optional<Element> agent = take(line, remaining, Kind::Address, "agent-addr!=INETADDR");
  if (!agent) return;
  print_value(line, *agent);
  const std::optional<Element> generic = take(line, remaining, Kind::Integer, "generic-trap!=INT");
  if (!generic) return;
  const auto what = static_cast<uint32_t>(generic->integer);
  line.put(' ', Named{generic_trap_names, what, "gt="});
  const std::optional<Element> specific = take(line, remaining, Kind::Integer, "specific-trap!=INT");
  if (!specific) return;
  if (what != enterprise_specific) {
    if (specific->integer != 0) line.put("[specific-trap(", specific->integer, ")!=0]");
  } else {
    line.put(" s=", specific->integer);
  }
  line.put(' ');
  const std::optional<Element> time = take(line, remaining, Kind::Unsigned, "timestamp!=TIMETICKS");
  if (!time) return;
  print_value(line, *time);
  if (remaining.length > 0) print_bindings(line, trap, remaining);
}

void print_protocol_data(Line& line, int64_t version, Remaining remaining) {
  const std::optional<Element> data = read(line, remaining);
  if (!data) return;
  if (data->kind != Kind::ProtocolData) {
    line.put("[no PDU]");
    return;
  }
  if (data->whole < remaining.length) line.put('[', remaining.length - data->whole, " extra after PDU]");
  const bool verbose = line.options.verbose > 0;
  if (verbose) line.put("{ ");
  print_value(line, *data);
  line.put(' ');
  const bool is_new =
      data->number == get_bulk || data->number == inform || data->number == v2_trap || data->number == report;
  if (version == version_1 && is_new) {
    line.put("[v2 PDU in v1 message]");
    return;
  }
  if (version == version_2c && data->number == trap) {
    line.put("[v1 PDU in v2 message]");
    return;
  }
  if (data->number == trap)
    print_trap(line, data->contents);
  else
    print_data(line, data->number, data->contents);
  if (verbose) line.put(" } ");
}

void print_community(Line& line, int64_t version, Remaining remaining) {
  const std::optional<Element> community = take(line, remaining, Kind::String, "comm!=STR");
  if (!community) return;
  const Bytes name = community->contents.in.available(0, community->length());
  const bool usual = std::string_view(reinterpret_cast<const char*>(name.data()), name.size()) == "public";
  if (!usual) {
    line.put("C=");
    print_value(line, *community);
    line.put(' ');
  }
  print_protocol_data(line, version, remaining);
}

/// RFC 3414 2.4.
void print_user_security(Line& line, Remaining remaining) {
  const std::optional<Element> parameters = take(line, remaining, Kind::Sequence, "!usm SEQ");
  if (!parameters) return;
  Remaining parts = parameters->contents;
  if (!take(line, parts, Kind::String, "msgAuthoritativeEngineID!=STR")) return;
  const bool verbose = line.options.verbose > 0;
  const std::optional<Element> boots = take(line, parts, Kind::Integer, "msgAuthoritativeEngineBoots!=INT");
  if (!boots) return;
  if (verbose) line.put("B=", boots->integer, ' ');
  const std::optional<Element> time = take(line, parts, Kind::Integer, "msgAuthoritativeEngineTime!=INT");
  if (!time) return;
  if (verbose) line.put("T=", time->integer, ' ');
  const std::optional<Element> user = take(line, parts, Kind::String, "msgUserName!=STR");
  if (!user) return;
  line.put("U=");
  print_value(line, *user);
  line.put(' ');
  if (!take(line, parts, Kind::String, "msgAuthenticationParameters!=STR")) return;
  if (!take(line, parts, Kind::String, "msgPrivacyParameters!=STR")) return;
  if (parts.length > 0) line.put('[', parts.length, " extra after usm SEQ]");
}

/// RFC 3412 6.8. What is encrypted is a string, and shown as one.
void print_scoped(Line& line, Remaining remaining) {
  const std::optional<Element> scoped = take(line, remaining, Kind::Sequence, "!scoped PDU");
  if (!scoped) return;
  Remaining parts = scoped->contents;
  const std::optional<Element> engine = take(line, parts, Kind::String, "contextEngineID!=STR");
  if (!engine) return;
  line.put("E=");
  print_octets(line, *engine);
  line.put(' ');
  const std::optional<Element> context = take(line, parts, Kind::String, "contextName!=STR");
  if (!context) return;
  line.put("C=");
  print_value(line, *context);
  line.put(' ');
  print_protocol_data(line, version_3, parts);
}

constexpr int64_t user_security_model = 3;

/// The header of version 3 (RFC 3412 6.3, 6.4): its security model, or nothing when it is not to be read.
std::optional<int64_t> print_global_data(Line& line, Remaining parts) {
  if (!take(line, parts, Kind::Integer, "msgID!=INT")) return std::nullopt;
  if (!take(line, parts, Kind::Integer, "msgMaxSize!=INT")) return std::nullopt;
  const std::optional<Element> flags = take(line, parts, Kind::String, "msgFlags!=STR");
  if (!flags) return std::nullopt;
  if (flags->length() != 1) {
    line.put("[msgFlags size ", flags->length(), ']');
    return std::nullopt;
  }
  constexpr uint8_t authentication = 1, privacy = 2, reportable = 4;
  const uint8_t bits = flags->contents.in.u8(0);
  if ((bits & ~7u) != 0 || (bits & 3) == privacy) {
    line.put("[msgFlags=0x", HexUpper{bits, 2}, ']');
    return std::nullopt;
  }
  line.put("F=", (bits & authentication) != 0 ? "a" : "", (bits & privacy) != 0 ? "p" : "",
           (bits & reportable) != 0 ? "r" : "", ' ');
  const std::optional<Element> model = take(line, parts, Kind::Integer, "msgSecurityModel!=INT");
  if (!model) return std::nullopt;
  if (parts.length > 0) line.put('[', parts.length, " extra after message SEQ]");
  return model->integer;
}

void print_version_3(Line& line, Remaining remaining) {
  const bool verbose = line.options.verbose > 0;
  const std::optional<Element> header = take(line, remaining, Kind::Sequence, "!message");
  if (!header) return;
  if (verbose) line.put("{ ");
  const std::optional<int64_t> model = print_global_data(line, header->contents);
  if (!model) return;
  if (verbose) line.put("} ");
  if (*model != user_security_model) {
    line.put("[security model ", *model, ']');
    return;
  }
  if (verbose) line.put("{ USM ");
  const std::optional<Element> security = take(line, remaining, Kind::String, "msgSecurityParameters!=STR");
  if (!security) return;
  print_user_security(line, security->contents);
  if (verbose) line.put("} { ScopedPDU ");
  print_scoped(line, remaining);
  if (verbose) line.put("} ");
}

void print(Line& line, View in) {
  line.protocol = "snmp";
  line.put(' ');
  Remaining remaining{in, in.length()};
  const size_t whole = remaining.length;
  const std::optional<Element> message = take(line, remaining, Kind::Sequence, "!init SEQ");
  if (!message) return;
  if (message->whole < whole) line.put('[', whole - message->whole, " extra after iSEQ]");
  Remaining parts = message->contents;
  const std::optional<Element> version = take(line, parts, Kind::Integer, "version!=INT");
  if (!version) return;
  const bool verbose = line.options.verbose > 0;
  switch (version->integer) {
    case version_1:
    case version_2c:
      if (verbose) line.put(version->integer == version_1 ? "{ SNMPv1 " : "{ SNMPv2c ");
      print_community(line, version->integer, parts);
      break;
    case version_3:
      if (verbose) line.put("{ SNMPv3 ");
      print_version_3(line, parts);
      break;
    default: line.put("SNMP [version = ", version->integer, ']'); return;
  }
  if (verbose) line.put("} ");
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "snmp", .title = "Simple Network Management Protocol", .found_on = found_on, .print = print};

}  // namespace wiretale::snmp
