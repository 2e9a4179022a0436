// SSH (RFC 4253): its version line; what follows is encrypted.
#include "packet/line.h"
#include "protocols/application/ssh_fields.h"
#include "protocols/application/ssh_tree.h"
#include "protocols/catalog.h"

namespace wiretale::ssh {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 22, Scope::Line}, {On::TcpPort, 22, Scope::Tree}};

/// RFC 4253 4.2: "SSH-", printable text, and the line end.
void print(Line& line, View in) {
  line.protocol = "ssh";
  constexpr std::string_view begin = "SSH-";
  for (size_t at = 0; at < begin.size(); ++at)
    if (in.u8(at) != static_cast<uint8_t>(begin[at])) return;
  for (size_t at = begin.size(); at < in.length(); ++at) {
    const uint8_t c = in.u8(at);
    if (c == '\n' || (c == '\r' && at + 1 < in.length() && in.u8(at + 1) == '\n')) {
      line.put(": SSH: ", std::string_view(reinterpret_cast<const char*>(in.all().data()), at));
      return;
    }
    if (c < ' ' || c >= 0x7f) return;
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "ssh",
                                         .title = "SSH Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame,
                                         .print = print};

}  // namespace wiretale::ssh
