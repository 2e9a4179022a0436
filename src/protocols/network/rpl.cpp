// RPL in ICMPv6 (RFC 6550): routing for low-power and lossy networks.
#include "packet/hex_dump.h"
#include "protocols/network/icmpv6_parts.h"

namespace wiretale::icmpv6 {
namespace {

enum Code : uint8_t {
  solicitation = 0,
  information = 1,
  advertisement = 2,
  acknowledgment = 3,
  secured = 0x80
};

constexpr Name modes_[] = {
    {0, "nonstoring"}, {1, "storing"}, {2, "nonstoring-multicast"}, {3, "storing-multicast"}};
constexpr Names modes = modes_;

constexpr Name options_[] = {{1, "padN"},      {2, "metrics"},     {3, "routinginfo"}, {4, "config"},
                             {5, "rpltarget"}, {6, "transitinfo"}, {8, "destprefix"},  {9, "rpltargetdesc"}};
constexpr Names option_names = options_;

void print_options(Line& line, View options) {
  while (options.length() > 0) {
    const uint8_t type = options.u8(0);
    if (type == 0) {
      line.put(" opt:pad1");
      options = options.from(1);
      continue;
    }
    const size_t content = options.u8(1);
    line.put(" opt:", Named{option_names, type, "subopt:"}, " len:", content + 2, ' ');
    options.need(2, content);
    if (line.options.verbose > 2) append_hex(line, options.available(2, content), " ");
    options = options.from(content + 2);
  }
}

void print_graph(Line& line, View body, size_t at) { line.put(Ipv6Text{body.at_least(at, 16)}); }

void print_information(Line& line, View body) {
  constexpr size_t fixed = 24;
  if (body.length() < fixed) {
    line.put(" [length ", body.length(), " < ", fixed, ']');
    line.invalid();
    return;
  }
  body.need(0, fixed);
  const uint8_t flags = body.u8(4);
  line.put(" [dagid:");
  print_graph(line, body, 8);
  line.put(",seq:", body.u8(5), ",instance:", body.u8(0), ",rank:", body.u16(2), ',');
  if ((flags & 0x80) != 0) line.put("grounded,");
  line.put("mop:", Named{modes, flags >> 3 & 7u, "mop"}, ",prf:", flags & 7u, ']');
  if (line.options.verbose > 1) print_options(line, body.from(fixed));
}

constexpr size_t no_graph = 4;  ///< what precedes the graph's identifier, which may be left out

void print_advertisement(Line& line, View body) {
  body.need(0, no_graph + 16);
  const uint8_t flags = body.u8(1);
  const bool has_graph = (flags & 0x40) != 0;
  line.put(" [dagid:");
  if (has_graph)
    print_graph(line, body, no_graph);
  else
    line.put("<elided>");
  line.put(",seq:", body.u8(3), ",instance:", body.u8(0), ',');
  if ((flags & 0x80) != 0) line.put("acK,");
  if (has_graph) line.put("Dagid,");
  line.put(Hex{flags, 2}, ']');
  if (line.options.verbose > 1) print_options(line, body.from(has_graph ? no_graph + 16 : no_graph));
}

void print_acknowledgment(Line& line, View body) {
  body.need(0, no_graph);
  const bool has_graph = (body.u8(1) & 0x80) != 0;
  line.put(" [dagid:");
  if (has_graph)
    print_graph(line, body, no_graph);
  else
    line.put("<elided>");
  line.put(",seq:", body.u8(2), ",instance:", body.u8(0), ",status:", body.u8(3), ']');
  if (line.options.verbose > 1) print_options(line, body.from(has_graph ? no_graph + 16 : no_graph));
}

}  // namespace

void print_rpl(Line& line, View message) {
  const uint8_t code = message.u8(1);
  if ((code & secured) != 0) {
    line.put(", (SEC) [worktodo]");
    return;
  }
  line.put(", (CLR)");
  const View body = message.from(4);
  const bool verbose = line.options.verbose > 0;
  switch (code) {
    case solicitation: line.put("DODAG Information Solicitation"); return;
    case information:
      line.put("DODAG Information Object");
      if (verbose) print_information(line, body);
      return;
    case advertisement:
      line.put("Destination Advertisement Object");
      if (verbose) print_advertisement(line, body);
      return;
    case acknowledgment:
      line.put("Destination Advertisement Object Ack");
      if (verbose) print_acknowledgment(line, body);
      return;
    default: line.put("RPL message, unknown code ", code); return;
  }
}

}  // namespace wiretale::icmpv6
