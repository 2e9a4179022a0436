// BEEP (RFC 3080): what kind of frame a segment begins with.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::beep {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 10288}};

struct Kind {
  std::string_view start, shown;
};
// The keyword and what must follow it: RFC 3080 2.2.1.
// tcpdump looks for a null byte after MSG and END, which is never there, and so do not tell them from data.
constexpr Kind kinds[] = {
    {"ERR ", "ERR"}, {"ANS ", "ANS"}, {"RPY ", "RPY"}, {"NUL ", "NUL"}, {"SEQ ", "SEQ"}};

void print(Line& line, View in) {
  line.protocol = "beep";
  line.put(" BEEP ");
  // Shorter than the shortest frame: looked at by its length only.
  constexpr size_t least = 5;
  for (const Kind& kind : kinds) {
    if (in.length() < least && kind.start.size() == 4) continue;
    const Bytes start = in.available(0, kind.start.size());
    if (start.size() == kind.start.size() && std::equal(start.begin(), start.end(), kind.start.begin())) {
      line.put(kind.shown);
      return;
    }
  }
  line.put("(payload or undecoded)");
}

Step decode(Cursor&, Context&) { return {}; }

}  // namespace

extern constinit const Protocol protocol{.name = "beep",
                                         .title = "Blocks Extensible Exchange Protocol",
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::beep
