// The Time Synchronization Protocol of BSD's timed.
#include "packet/line.h"
#include "protocols/catalog.h"

namespace wiretale::timed {
namespace {

enum Kind : uint8_t { adjust_time = 1, set_time = 5, set_date = 22, set_date_request = 23, loop = 24 };
constexpr Name kind_name_table[] = {
    {0, "TSP_ANY"},       {1, "TSP_ADJTIME"},  {2, "TSP_ACK"},       {3, "TSP_MASTERREQ"},
    {4, "TSP_MASTERACK"}, {5, "TSP_SETTIME"},  {6, "TSP_MASTERUP"},  {7, "TSP_SLAVEUP"},
    {8, "TSP_ELECTION"},  {9, "TSP_ACCEPT"},   {10, "TSP_REFUSE"},   {11, "TSP_CONFLICT"},
    {12, "TSP_RESOLVE"},  {13, "TSP_QUIT"},    {14, "TSP_DATE"},     {15, "TSP_DATEREQ"},
    {16, "TSP_DATEACK"},  {17, "TSP_TRACEON"}, {18, "TSP_TRACEOFF"}, {19, "TSP_MSITE"},
    {20, "TSP_MSITEREQ"}, {21, "TSP_TEST"},    {22, "TSP_SETDATE"},  {23, "TSP_SETDATEREQ"},
    {24, "TSP_LOOP"}};
constexpr Names kind_names = kind_name_table;

constexpr Field kind{"tsp.type", "Type", bytes(0, 1), Type::Uint8, Show::Decimal, kind_names};
constexpr Field version{"tsp.version", "Version", bytes(1, 1)};
constexpr Field sequence{"tsp.sequence", "Sequence", bytes(2, 2)};
constexpr const Field* fields[] = {&kind, &version, &sequence};
static_assert(fields_are_distinct(fields));

constexpr Claim found_on[] = {{On::UdpPort, 525}};

/// Seconds and microseconds, both with a sign of their own.
void print_time(Line& line, int32_t seconds, int32_t microseconds) {
  constexpr int64_t second = 1'000'000;
  const int64_t whole = seconds * second + microseconds;
  const auto size = static_cast<uint64_t>(whole < 0 ? -whole : whole);
  line.put(" time ", whole < 0 ? "-" : "", size / second, '.', Padded{size % second, 6, '0'});
}

void print(Line& line, View in) {
  line.protocol = "timed";
  const uint8_t what = in.u8(0);
  line.put(NamedHex{kind_names, what, "(tsp_type 0x", ")"});
  line.put(" vers ", in.u8(1));
  line.put(" seq ", in.u16(2));
  if (what == loop) line.put(" hopcnt ", in.u8(4));
  if (what == adjust_time || what == set_time || what == set_date || what == set_date_request)
    print_time(line, in.s32(4), in.s32(8));
  line.put(" name ");
  // The name ends with a zero byte.
  for (size_t at = 12;; ++at) {
    if (!in.has(at, 1)) line.truncated();
    if (in.u8(at) == 0) return;
    line.put(CaretNotation{in.bytes(at, 1)});
  }
}

}  // namespace

extern constinit const Protocol protocol{.name = "tsp",
                                         .title = "Time Synchronization Protocol",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .print = print};

}  // namespace wiretale::timed
