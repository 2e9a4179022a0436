// NFS versions 2 and 3 (RFC 1094, RFC 1813) over ONC RPC (RFC 5531): calls, and the replies to calls that
// were seen.
#include <array>
#include <cstring>

#include "packet/line.h"
#include "protocols/application/nfs/message.h"
#include "protocols/application/nfs/nfs_names.h"
#include "protocols/catalog.h"

namespace wiretale::nfs {
namespace {

constexpr uint16_t nfs_port = 2049;

constexpr Name direction_name_table[] = {{0, "Call"}, {1, "Reply"}};
constexpr Names direction_names = direction_name_table;
constexpr uint32_t is_call = 0, is_reply = 1;

constexpr Field transaction{"rpc.xid", "XID", bytes(0, 4), Type::Uint32, Show::HexDecimal};
constexpr Field direction{"rpc.msgtyp", "Message Type", bytes(4, 4),
                          Type::Uint32, Show::Decimal,  direction_names};
constexpr const Field* fields[] = {&transaction, &direction};
static_assert(fields_are_distinct(fields));

// Where words lie in a message (RFC 5531 9).
enum CallAt : size_t { call_version = 16, call_procedure = 20, call_credentials = 24 };
enum ReplyAt : size_t { reply_status = 8, rejection = 12, reply_verifier = 12 };

constexpr Claim found_on[] = {{On::UdpPort, nfs_port}, {On::TcpPort, nfs_port, Scope::Line}};

/// Who asked whom. Replies do not repeat the procedure, so that calls are remembered.
struct Call {
  uint32_t transaction = 0;
  NetworkHeader::Version network = NetworkHeader::None;
  std::array<uint8_t, 16> client = {}, server = {};
  uint32_t procedure = 0, version = 0;
};

/// The last calls; as many as tcpdump keeps, so that the same replies find theirs.
struct Calls : LineState {
  static constexpr size_t most = 64;
  std::array<Call, most> ring = {};
  size_t next = 0, hint = 0;

  void add(const Call& call) {
    ring[next] = call;
    next = (next + 1) % most;
  }
  /// The call with this transaction, client and server; searched from where the last one was found.
  const Call* find(const Call& wanted) {
    for (size_t i = 0; i < most; ++i) {
      const size_t at = (hint + i) % most;
      const Call& one = ring[at];
      if (one.network != wanted.network || one.transaction != wanted.transaction ||
          one.client != wanted.client || one.server != wanted.server)
        continue;
      hint = (at + 1) % most;
      return &one;
    }
    return nullptr;
  }
};

Call parties(const Line& line, const uint8_t* client, const uint8_t* server) {
  Call call;
  call.network = line.network.version;
  const size_t size = call.network == NetworkHeader::Six ? 16 : call.network == NetworkHeader::Four ? 4 : 0;
  if (size != 0) {
    std::memcpy(call.client.data(), client, size);
    std::memcpy(call.server.data(), server, size);
  }
  return call;
}

/// Over TCP each message begins with its length (RFC 5531 11); in UDP packets that was left out already.
bool over_tcp(const Line& line) { return line.network.protocol == 6; }

View message_in(const Line& line, View in) {
  if (!over_tcp(line)) return in;
  const size_t claimed = in.u32(0) & 0x7fffffff;
  return in.from(4).with_length(std::min(claimed, in.length() - 4));
}

/// Calls go to NFS's port, replies come from it.
bool accepts(const Line& line, View in) {
  if (over_tcp(line) && (in.length() < 4 || !in.has(0, 4))) return false;
  const size_t at = over_tcp(line) ? 4 : 0;
  if (!in.has(at, 8)) return false;
  const uint32_t kind = in.u32(at + 4);
  return (kind == is_call && line.ports.destination == nfs_port) ||
         (kind == is_reply && line.ports.source == nfs_port);
}

/// Where the arguments begin: behind the credentials and the verifier, each a kind, a length and that many
/// bytes.
size_t arguments_at(View in) {
  size_t at = call_credentials;
  for (int i = 0; i < 2; ++i) {
    const size_t length = in.u32(at + 4);
    if (length + call_procedure > in.length()) throw Truncated{};
    at += 8 + (length + 3) / 4 * 4;
  }
  return at;
}

void print_call(Line& line, View in) {
  line.put("NFS request xid ", in.u32(0), ' ', in.length());
  line.protocol = "nfs";
  const uint32_t number = in.u32(call_procedure);
  const uint32_t version = in.u32(call_version);
  Call call = parties(line, line.network.source, line.network.destination);
  call.transaction = in.u32(0);
  call.procedure = number;
  call.version = version;
  if (call.network != NetworkHeader::None) line.state<Calls>().add(call);
  const uint32_t procedure = version == 3 ? number : procedure_of_version_2(number);
  line.put(' ', Named{procedure_names, procedure, "proc-"});
  if (procedure == null || procedure > commit) return;
  Message message(line, in, arguments_at(in), version == 3);
  print_request(line, in, procedure, message);
}

constexpr Name acceptance_name_table[] = {
    {1, "PROG_UNAVAIL"}, {2, "PROG_MISMATCH"}, {3, "PROC_UNAVAIL"}, {4, "GARBAGE_ARGS"}, {5, "SYSTEM_ERR"}};
constexpr Names acceptance_names = acceptance_name_table;

constexpr Name authentication_name_table[] = {
    {0, "OK"},
    {1, "Bogus Credentials (seal broken)"},
    {2, "Rejected Credentials (client should begin new session)"},
    {3, "Bogus Verifier (seal broken)"},
    {4, "Verifier expired or was replayed"},
    {5, "Credentials are too weak"},
    {6, "Bogus response verifier"},
    {7, "Unknown failure"},
};
constexpr Names authentication_names = authentication_name_table;

void print_rejection(Line& line, View in) {
  constexpr uint32_t version_mismatch = 0, authentication_error = 1;
  const uint32_t why = in.u32(rejection);
  if (why == version_mismatch)
    line.put("RPC Version mismatch (", in.u32(rejection + 4), '-', in.u32(rejection + 8), ')');
  else if (why == authentication_error)
    line.put("Auth ", Named{authentication_names, in.u32(rejection + 4), "Invalid failure code "});
  else
    line.put("Unknown reason for rejecting rpc message ", why);
}

void print_results(Line& line, View in, const Call& call) {
  const bool version_3 = call.version == 3;
  const uint32_t procedure = version_3 ? call.procedure : procedure_of_version_2(call.procedure);
  line.put(' ', Named{procedure_names, procedure, "proc-"});
  if (procedure == null || procedure > commit) return;
  const size_t length = in.u32(reply_verifier + 4);
  if (length >= in.length()) throw Truncated{};
  const size_t at = reply_verifier + 8 + (length + 3) / 4 * 4;
  if (const uint32_t status = in.u32(at); status != 0) {
    line.put(' ', Named{acceptance_names, status, "ar_stat "});
    return;
  }
  Message message(line, in, at + 4, version_3);
  print_reply(line, procedure, message);
}

void print_answer(Line& line, View in) {
  constexpr uint32_t accepted = 0, denied = 1;
  line.put("NFS reply xid ", in.u32(0), ' ');
  line.protocol = "nfs";
  const uint32_t status = in.u32(reply_status);
  if (status == accepted) {
    line.put("reply ok ", in.length());
    Call wanted = parties(line, line.network.destination, line.network.source);
    wanted.transaction = in.u32(0);
    if (const Call* call = line.state<Calls>().find(wanted)) print_results(line, in, *call);
  } else if (status == denied) {
    line.put("reply ERR ", in.length(), ": ");
    print_rejection(line, in);
  } else {
    line.put("reply Unknown rpc response code=", status, ' ', in.length());
  }
}

void print(Line& line, View in) {
  if (over_tcp(line)) line.put(": ");
  const View message = message_in(line, in);
  if (message.u32(4) == is_call)
    print_call(line, message);
  else
    print_answer(line, message);
}

}  // namespace

extern constinit const Protocol protocol{.name = "rpc",
                                         .title = "Remote Procedure Call",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print,
                                         .accepts = accepts};

}  // namespace wiretale::nfs
