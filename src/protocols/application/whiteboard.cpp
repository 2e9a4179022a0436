// LBL's shared whiteboard (wb): what is drawn on pages, and how lost drawings are repaired.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::whiteboard {
namespace {

constexpr Claim found_on[] = {{On::UdpPort, 4567}};
constexpr size_t header_length = 12;

enum Kind : uint8_t { drawing, identity, repair_request, repair, kill, page_request, page = 7 };

/// "10.0.0.1:5": a page, by who made it.
void put_page(Line& line, View in, size_t at) { line.put(Ipv4Text{in.at_least(at, 4)}, ':', in.u32(at + 4)); }
void put_range(Line& line, View in, size_t at) { line.put('<', in.u32(at), ':', in.u32(at + 4), '>'); }

/// A count, then that many pages with their last drawing's number.
bool print_pages(Line& line, View in) {
  constexpr size_t entry_length = 12;
  size_t at = 4;
  for (uint32_t left = in.u32(0); left > 0; --left, at += entry_length) {
    line.put(' ', in.u32(at), '/');
    put_page(line, in, at + 4);
    line.put('>');
  }
  return true;
}

/// False when the message is too short.
bool print_message(Line& line, View in, uint8_t kind) {
  const auto too_short = [&](size_t least) { return in.length() < least; };
  switch (kind) {
    case drawing:
      line.put(" wb-dop:");
      if (too_short(16)) return false;
      in.need(0, 16);
      line.put(' ');
      put_page(line, in, 0);
      put_range(line, in, 8);
      return true;
    case identity:
      line.put(" wb-id:");
      if (too_short(24)) return false;
      in.need(0, 24);
      line.put(' ', in.u32(12), '/');
      put_page(line, in, 16);
      line.put(" (max ", in.u32(0), '/');
      put_page(line, in, 4);
      line.put(") ");
      return true;
    case repair_request:
      line.put(" wb-rreq:");
      if (too_short(20)) return false;
      in.need(0, 20);
      line.put(" please repair ", Ipv4Text{in.at_least(0, 4)}, ' ');
      put_page(line, in, 4);
      put_range(line, in, 12);
      return true;
    case repair:
      line.put(" wb-rrep:");
      if (too_short(20)) return false;
      in.need(0, 20);
      line.put(" for ", Ipv4Text{in.at_least(0, 4)}, ' ');
      put_page(line, in, 4);
      put_range(line, in, 12);
      return true;
    case kill: line.put(" wb-kill"); return true;
    case page_request:
      line.put(" wb-preq:");
      if (too_short(12)) return false;
      in.need(0, 12);
      line.put(" need ", in.u32(8), '/');
      put_page(line, in, 0);
      return true;
    case page:
      line.put(" wb-prep:");
      if (too_short(4)) return false;
      return print_pages(line, in);
    default: line.put(" wb-", kind, '!'); return false;
  }
}

void print(Line& line, View in) {
  line.protocol = "wb";
  if (in.length() < header_length) return line.invalid();
  in.need(0, header_length);
  if (in.u8(11) != 0) line.put('*');
  if (!print_message(line, in.from(header_length), in.u8(10))) line.invalid();
}

}  // namespace

extern constinit const Protocol protocol{
    .name = "wb", .title = "LBL's shared whiteboard", .found_on = found_on, .print = print};

}  // namespace wiretale::whiteboard
