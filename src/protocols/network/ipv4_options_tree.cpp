// IPv4 options in the field tree (RFC 791 3.1, RFC 2113).
#include "protocols/network/ipv4.h"
#include "protocols/network/ipv4_options.h"

namespace wiretale {

using namespace ipv4_option;

namespace {

constexpr uint8_t stream_identifier = 136;

/// The names of the options' own lines.
constexpr Name titles[] = {{end_of_list, "End of Options List (EOL)"},
                           {no_operation, "No-Operation (NOP)"},
                           {security, "Security"},
                           {loose_source_route, "Loose Source Route"},
                           {timestamp, "Time Stamp"},
                           {record_route, "Record Route"},
                           {stream_identifier, "Stream ID"},
                           {strict_source_route, "Strict Source Route"},
                           {router_alert, "Router Alert"},
                           {134, "Commercial Security"},
                           {133, "Extended Security"},
                           {11, "MTU Probe"},
                           {12, "MTU Reply"},
                           {82, "Traceroute"},
                           {149, "Selective Directed Broadcast"},
                           {25, "Quick-Start"}};

std::string_view alert_words(uint16_t value) {
  return value == 0 ? "Router shall examine packet" : "Reserved";
}

void put_type(size_t at, FieldWriter& out) {
  out.put(type, at, 1);
  const Deeper below(out);
  out.put_in(at, copy);
  out.put_in(at, class_);
  out.put_in(at, number);
}

/// Whose turn it is next is marked; the last hop of a source route is where the packet goes.
void put_route(Bytes header, size_t at, size_t size, bool by_source, FieldWriter& out) {
  const size_t next = header[at + 2];
  out.put(pointer, at + 2, 1);
  for (size_t hop = 3; hop + 4 <= size; hop += 4) {
    const bool is_last = hop + 8 > size, passed = hop + 1 < next, is_next = hop + 1 == next;
    const Ipv4Text address{&header[at + hop]};
    if (by_source && is_last)
      out.put(ipv4::destination, at + hop, 4).label("Destination Address: ", address);
    else if (passed)
      out.put(recorded_route, at + hop, 4);
    else
      out.put(by_source ? source_route : empty_route, at + hop, 4).more(is_next ? " <- (next)" : "");
  }
}

void put_timestamps(Bytes header, size_t at, size_t size, FieldWriter& out) {
  out.put(pointer, at + 2, 1);
  out.put_in(at, overflow);
  out.put_in(at, flag);
  const bool addressed = (header[at + 3] & 15) != 0;
  const size_t entry = addressed ? 8 : 4;
  for (size_t stamp = 4; stamp + entry <= size; stamp += entry) {
    if (addressed) out.put(time_stamp_address, at + stamp, 4);
    out.put(time_stamp, at + stamp + entry - 4, 4);
  }
}

void put_content(Bytes header, size_t at, uint8_t kind, size_t size, FieldWriter& out) {
  switch (kind) {
    case record_route:
      if (size >= 3) put_route(header, at, size, false, out);
      return;
    case loose_source_route:
    case strict_source_route:
      if (size >= 3) put_route(header, at, size, true, out);
      return;
    case timestamp:
      if (size >= 4) put_timestamps(header, at, size, out);
      return;
    case router_alert:
      if (size == 4)
        out.put(alert, at + 2, 2)
            .label("Router Alert: ", alert_words(be16(&header[at + 2])), " (", be16(&header[at + 2]), ')');
      return;
    case stream_identifier:
      if (size == 4) out.put(stream, at + 2, 2);
      return;
    default: return;
  }
}

}  // namespace

void dissect_ipv4_options(Bytes header, size_t at, FieldWriter& out) {
  Item all = out.put_words(at, header.size() - at, "Options: (", header.size() - at, " bytes)");
  const Deeper below(out);
  while (at < header.size()) {
    const uint8_t kind = header[at];
    const std::string_view title = find_name(titles, kind);
    if (kind == end_of_list || kind == no_operation) {
      out.put_words(at, 1, "IP Option - ", title);
      const Deeper inside(out);
      put_type(at, out);
      if (kind == end_of_list) return;
      ++at;
      continue;
    }
    if (at + 1 >= header.size()) return;
    const size_t size = header[at + 1];
    if (size < 2 || size > header.size() - at) {
      const std::string_view what = title.empty() ? std::string_view{"Unknown"} : title;
      const std::string_view why = size < 2 ? "too short" : "says option goes past end of options";
      out.put_words(at, 1, what, " (option length = ", size, " bytes ", why, ')');
      out.expert(bad_length, ExpertSeverity::Warning, ExpertGroup::Protocol, what, " (option length = ", size,
                 " bytes ", why, ')');
      return;
    }
    if (title.empty()) {
      out.put_words(at, size, "Unknown (0x", Hex{kind, 2}, ") (", size, " bytes)");
      at += size;
      continue;
    }
    all.more(", ", title);
    Item line = out.put_words(at, size, "IP Option - ", title, " (", size, " bytes)");
    if (kind == router_alert && size == 4) {
      const uint16_t value = be16(&header[at + 2]);
      line.more(": ", alert_words(value), " (", value, ')');
    }
    const Deeper inside(out);
    put_type(at, out);
    out.put(length, at + 1, 1);
    put_content(header, at, kind, size, out);
    at += size;
  }
}

}  // namespace wiretale
