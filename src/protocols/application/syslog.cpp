// BSD syslog (RFC 3164).
#include "packet/hex_dump.h"
#include "packet/line.h"
#include "protocols/application/syslog_fields.h"
#include "protocols/application/syslog_tree.h"
#include "protocols/catalog.h"

namespace wiretale::syslog {
namespace {

constexpr Name severities[] = {{0, "emergency"}, {1, "alert"},  {2, "critical"}, {3, "error"},
                               {4, "warning"},   {5, "notice"}, {6, "info"},     {7, "debug"}};
constexpr Name facilities[] = {
    {0, "kernel"},  {1, "user"},      {2, "mail"},     {3, "daemon"},  {4, "auth"},      {5, "syslog"},
    {6, "lpr"},     {7, "news"},      {8, "uucp"},     {9, "cron"},    {10, "authpriv"}, {11, "ftp"},
    {12, "ntp"},    {13, "security"}, {14, "console"}, {15, "cron"},   {16, "local0"},   {17, "local1"},
    {18, "local2"}, {19, "local3"},   {20, "local4"},  {21, "local5"}, {22, "local6"},   {23, "local7"}};

constexpr Claim found_on[] = {{On::UdpPort, 514, Scope::Line}, {On::UdpPort, 514, Scope::Tree}};

void print(Line& line, View in) {
  line.protocol = "syslog";
  size_t at = 0;
  unsigned priority = 0;
  if (in.u8(at++) != '<') return line.invalid();
  constexpr size_t most_digits = 3;
  while (in.u8(at) != '>') {
    const uint8_t digit = in.u8(at);
    if (digit < '0' || digit > '9' || at > most_digits) return line.invalid();
    priority = priority * 10 + digit - '0';
    ++at;
  }
  ++at;
  const unsigned severity = priority & 7, facility = priority >> 3 & 0x7f;
  const Named facility_name{facilities, facility, "unknown (", ")"};
  if (line.options.verbose == 0) {
    line.put("SYSLOG ", facility_name, '.', Named{severities, severity}, ", length: ", in.length());
    return;
  }
  line.put("SYSLOG, length: ", in.length(), "\n\tFacility ", facility_name, " (", facility, "), Severity ",
           Named{severities, severity}, " (", severity, ")\n\tMsg: ");
  while (at < in.length()) line.put(CaretNotation{in.bytes(at++, 1)});
  if (line.options.verbose > 1) append_hex(line, in.available(0, in.length()));
}

Step decode(Cursor& in, Context&) {
  in.skip(1);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

extern constinit const Protocol protocol{.name = "syslog",
                                         .title = "Syslog message",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .print = print};

}  // namespace wiretale::syslog
