// NTP (RFC 5905) and its control messages (RFC 9327).
#include "packet/line.h"
#include "protocols/application/ntp_control_fields.h"
#include "protocols/application/ntp_fields.h"
#include "protocols/application/ntp_time.h"
#include "protocols/application/ntp_tree.h"
#include "protocols/catalog.h"

namespace wiretale::ntp {
namespace {

enum Mode : uint8_t { control = 6, reserved = 7 };
constexpr Name modes[] = {
    {0, "unspecified"}, {1, "symmetric active"}, {2, "symmetric passive"},     {3, "Client"},
    {4, "Server"},      {5, "Broadcast"},        {control, "Control Message"}, {reserved, "Reserved"}};
/// By the two highest bits of the first byte.
constexpr Name leaps[] = {{0x40, "+1s"}, {0x80, "-1s"}, {0xc0, "clock unsynchronized"}};
constexpr Name strata[] = {{0, "unspecified"}, {1, "primary reference"}};

constexpr auto tree_fields = joined_fields(field::all, field::control_fields);
static_assert(names_are_distinct(tree_fields));

constexpr Claim found_on[] = {{On::UdpPort, 123, Scope::Line}, {On::UdpPort, 123, Scope::Tree}};

Step decode(Cursor&, Context&) { return {}; }

constexpr size_t time_length = 48, control_length = 12;

void put_invalid(Line& line, View in) {
  line.invalid();
  in.need(0, in.length());
}

/// A number with 16 bits behind the point.
void put_fixed(Line& line, uint32_t value) {
  line.put(value >> 16, '.', Padded{(value & 0xffff) * uint64_t{1'000'000} >> 16, 6, '0'});
}

/// How much later than `from` a time is; the time itself when there is nothing to compare it with.
void put_difference(Line& line, TimeStamp from, TimeStamp to) {
  if (from.seconds == 0 && from.fraction == 0) return put_ntp_time(line, to);
  const uint64_t first = uint64_t{from.seconds} << 32 | from.fraction;
  const uint64_t second = uint64_t{to.seconds} << 32 | to.fraction;
  const bool later = second > first;
  const uint64_t difference = later ? second - first : first - second;
  line.put(later ? '+' : '-', difference >> 32, '.',
           Padded{TimeStamp{0, static_cast<uint32_t>(difference)}.nanoseconds(), 9, '0'});
}

void put_poll(Line& line, int8_t poll) {
  line.put(", poll ", int{poll});
  if (poll >= 0 && poll < 32)
    line.put(" (", uint64_t{1} << poll, "s)");
  else if (poll < 0 && poll > -32)
    line.put(" (1/", uint64_t{1} << -poll, "s)");
}

void put_reference(Line& line, View in) {
  in.need(12, 4);
  line.put(", Reference-ID: ");
  switch (in.u8(1)) {
    case 0: line.put("(unspec)"); return;
    case 1: line.put(CaretNotation{in.bytes(12, 4)}); return;
    default: line.put("0x", Hex{in.u32(12), 8});
  }
}

void print_times(Line& line, View in) {
  constexpr size_t origin_at = 24, receive_at = 32, transmit_at = 40;
  struct Stamp {
    std::string_view label;
    size_t at;
  };
  for (const Stamp stamp : {Stamp{"\n\t  Reference Timestamp:  ", 16},
                            {"\n\t  Originator Timestamp: ", origin_at},
                            {"\n\t  Receive Timestamp:    ", receive_at},
                            {"\n\t  Transmit Timestamp:   ", transmit_at}}) {
    const TimeStamp time = time_stamp(in, stamp.at);
    line.put(stamp.label);
    put_ntp_time(line, time);
  }
  const TimeStamp origin = time_stamp(in, origin_at);
  line.put("\n\t    Originator - Receive Timestamp:  ");
  put_difference(line, origin, time_stamp(in, receive_at));
  line.put("\n\t    Originator - Transmit Timestamp: ");
  put_difference(line, origin, time_stamp(in, transmit_at));
}

/// What follows: the key's id, and MD5's or SHA-1's digest.
void print_authentication(Line& line, View in) {
  const size_t size = in.length() - time_length;
  constexpr size_t key_size = 4, md5_size = 16, sha1_size = 20;
  if (size == 0) return;
  if (size != key_size && size != key_size + md5_size && size != key_size + sha1_size) {
    line.put("\n\t(", size, " more bytes after the header)");
    return;
  }
  line.put("\n\tKey id: ", in.u32(time_length));
  if (size == key_size) return;
  const size_t at = time_length + key_size;
  in.need(at, size - key_size);
  line.put("\n\tAuthentication: ");
  for (const uint8_t byte : in.bytes(at, size - key_size)) line.put(Hex{byte, 2});
}

void print_control(Line& line, View in) {
  if (in.length() < control_length) return put_invalid(line, in);
  const uint8_t bits_and_code = in.u8(1);
  line.put(", ", (bits_and_code & 0x80) != 0 ? "Response" : "Request", ", ",
           (bits_and_code & 0x40) != 0 ? "Error" : "OK", ", ", (bits_and_code & 0x20) != 0 ? "More" : "Last",
           ", OpCode=", bits_and_code & 0x1fu);
  line.put('\n');
  const uint16_t sequence = in.u16(2);
  line.put("\tSequence=", sequence);
  const uint16_t status = in.u16(4);
  line.put(", Status=", status == 0 ? "" : "0x", Hex{status});
  line.put(", Assoc.=", in.u16(6));
  line.put(", Offset=", in.u16(8));
  const uint16_t count = in.u16(10);
  line.put(", Count=", count);
  if (count > in.length() - control_length) return put_invalid(line, in);
  in.need(control_length, count);
  if (count != 0) line.put("\n\tTO-BE-DONE: data not interpreted");
}

void print(Line& line, View in) {
  line.protocol = "ntp";
  const uint8_t first = in.u8(0), kind = first & 7;
  line.put("NTPv", first >> 3 & 7u, ", ", Named{modes, kind}, ", length ", in.length());
  if (line.options.verbose == 0) return;
  const uint8_t leap = first & 0xc0;
  line.put("\n\tLeap indicator: ", leap == 0 ? std::string_view{} : find_name(leaps, leap), " (", leap, ')');
  if (kind == control) return print_control(line, in);
  if (kind == reserved) return;
  if (in.length() < time_length) return put_invalid(line, in);
  const uint8_t layer = in.u8(1);
  const std::string_view layer_name = find_name(strata, layer);
  line.put(", Stratum ", layer, " (");
  line.put(!layer_name.empty() ? layer_name : layer < 16 ? "secondary reference" : "reserved", ')');
  put_poll(line, in.s8(2));
  line.put(", precision ", int{in.s8(3)});
  const uint32_t delay = in.u32(4);
  line.put("\n\tRoot Delay: ");
  put_fixed(line, delay);
  const uint32_t dispersion = in.u32(8);
  line.put(", Root dispersion: ");
  put_fixed(line, dispersion);
  put_reference(line, in);
  print_times(line, in);
  print_authentication(line, in);
}

}  // namespace

extern constinit const Protocol protocol{.name = "ntp",
                                         .title = "Network Time Protocol",
                                         .fields = tree_fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::ntp
