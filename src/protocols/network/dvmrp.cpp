// DVMRP (RFC 1075, draft-ietf-idmr-dvmrp-v3): probes, reports, neighbors, prunes and grafts.
#include "protocols/network/dvmrp.h"

namespace wiretale::igmp {
namespace {

constexpr size_t header_length = 8;

bool too_short(Line& line, std::string_view what, size_t left) {
  if (left >= 4) return false;
  line.put(what, left, " < 4]");
  line.invalid();
  return true;
}

void print_probe(Line& line, View in) {
  const bool lines = line.options.verbose > 1;
  size_t left = in.length();
  if (too_short(line, " [length ", left)) return;
  line.put(lines ? "\n\t" : " ", "genid ", in.u32(0));
  if (!lines) return;
  for (size_t at = 4; at < in.length(); at += 4) {
    left = in.length() - at;
    if (too_short(line, "[remaining length ", left)) return;
    line.put("\n\tneighbor ", Ipv4Text{in.at_least(at, 4)});
  }
}

/// Routes by network mask; addresses have only as many bytes as their mask.
void print_report(Line& line, View in) {
  size_t at = 0;
  while (at < in.length()) {
    if (in.length() - at < 3) {
      line.put(" [|]");
      return;
    }
    const uint8_t mask[4] = {255, in.u8(at), in.u8(at + 1), in.u8(at + 2)};
    const size_t width = mask[3] != 0 ? 4 : mask[2] != 0 ? 3 : mask[1] != 0 ? 2 : 1;
    line.put("\n\tMask ", Ipv4Text{mask});
    at += 3;
    for (bool last = false; !last && at < in.length();) {
      if (in.length() - at < width + 1) {
        line.put("\n\t  [Truncated Report]");
        line.invalid();
        return;
      }
      uint8_t origin[4] = {};
      for (size_t i = 0; i < width; ++i) origin[i] = in.u8(at + i);
      const uint8_t metric = in.u8(at + width);
      last = (metric & 0x80) != 0;
      line.put("\n\t  ", Ipv4Text{origin}, " metric ", metric & 0x7f);
      at += width + 1;
    }
  }
}

enum class Form : uint8_t { Old, New };

constexpr Name interface_flags_[] = {
    {0x01, "/tunnel"},   {0x02, "/srcrt"},   {0x10, "/down"},
    {0x20, "/disabled"}, {0x40, "/querier"}, {0x80, "/leaf"},
};
constexpr Names interface_flags = interface_flags_;

void print_neighbors(Line& line, View in, Form form) {
  size_t at = 0;
  while (at < in.length()) {
    if (too_short(line, " [length ", in.length() - at)) return;
    const Ipv4Text own{in.at_least(at, 4)};
    const uint8_t metric = in.u8(at + 4), threshold = in.u8(at + 5);
    const uint8_t flags = form == Form::New ? in.u8(at + 6) : uint8_t{0};
    const size_t count_at = at + (form == Form::New ? 7 : 6), count = in.u8(count_at);
    at = count_at + 1;
    for (size_t i = 0; i < count && at < in.length(); ++i, at += 4) {
      if (too_short(line, " [length ", in.length() - at)) return;
      line.put(" [", own, " -> ", Ipv4Text{in.at_least(at, 4)}, form == Form::Old ? ", (" : " (", metric, '/',
               threshold);
      if (form == Form::New) line.put(NamedBits{interface_flags, flags, "", ""});
      line.put(")]");
    }
  }
}

}  // namespace

void put_time_span(Line& line, uint32_t seconds) {
  struct Unit {
    uint32_t seconds;
    char letter;
  };
  constexpr Unit units[] = {{31536000, 'y'}, {604800, 'w'}, {86400, 'd'}, {3600, 'h'}, {60, 'm'}, {1, 's'}};
  if (seconds == 0) line.put("0s");
  for (const Unit& unit : units) {
    if (seconds >= unit.seconds) line.put(seconds / unit.seconds, unit.letter);
    seconds %= unit.seconds;
  }
}

void print_distance_vector(Line& line, View in) {
  const uint8_t code = in.u8(1);
  const View body = in.from(header_length);
  line.protocol = "dvmrp";
  switch (code) {
    case 1:
      line.put(" Probe");
      if (line.options.verbose > 0) print_probe(line, body);
      break;
    case 2:
      line.put(" Report");
      if (line.options.verbose > 1) print_report(line, body);
      break;
    case 3: line.put(" Ask-neighbors(old)"); break;
    case 4:
      line.put(" Neighbors(old)");
      print_neighbors(line, body, Form::Old);
      break;
    case 5: line.put(" Ask-neighbors2"); break;
    case 6:
      line.put(" Neighbors2 (v ", in.u8(7), '.', in.u8(6), "):");
      print_neighbors(line, body, Form::New);
      break;
    case 7:
      line.put(" Prune src ", Ipv4Text{body.at_least(0, 4)}, " grp ", Ipv4Text{body.at_least(4, 4)},
               " timer ");
      put_time_span(line, body.u32(8));
      break;
    case 8:
    case 9:
      line.put(code == 8 ? " Graft src " : " Graft-ACK src ", Ipv4Text{body.at_least(0, 4)}, " grp ",
               Ipv4Text{body.at_least(4, 4)});
      break;
    default: line.put(" [type ", code, ']');
  }
}

}  // namespace wiretale::igmp
