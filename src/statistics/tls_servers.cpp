// TLS: what each server name is spoken with, how long handshakes take and how they fail.
#include "statistics/tls_servers.h"

#include <ctime>

#include "base/letters.h"
#include "protocols/application/certificate.h"
#include "statistics/row_order.h"

namespace wiretale {
namespace {

constexpr unsigned client_hello = 1, server_hello = 2, certificate_message = 11;
constexpr unsigned change_cipher = 20, application_data = 23;
constexpr uint16_t tls_1_3 = 0x0304;

std::string_view version_words(uint16_t version) {
  switch (version) {
    case 0x0300: return "SSL 3.0";
    case 0x0301: return "TLS 1.0";
    case 0x0302: return "TLS 1.1";
    case 0x0303: return "TLS 1.2";
    case tls_1_3: return "TLS 1.3";
    default: return {};
  }
}

/// "2026-11-21"
std::string day_of(Time time) {
  const auto whole = static_cast<time_t>(time.nanoseconds / 1'000'000'000);
  tm parts{};
  if (gmtime_r(&whole, &parts) == nullptr) return {};
  const auto two = [](int number) { return Padded{static_cast<uint64_t>(number), 2, '0'}; };
  return text_of(parts.tm_year + 1900, '-', two(parts.tm_mon + 1), '-', two(parts.tm_mday));
}

}  // namespace

TlsServers::Server& TlsServers::row_of(std::string_view name, uint32_t packet) {
  auto at = index_.find(std::string(name));
  if (at == index_.end() && rows_.size() >= most && !name.empty()) return row_of({}, packet);
  if (at == index_.end()) {
    at = index_.emplace(std::string(name), static_cast<uint32_t>(rows_.size())).first;
    rows_.push_back({.name = std::string(name)});
  }
  Server& row = rows_[at->second];
  row.first_packet = std::min(row.first_packet, packet);
  return row;
}

void TlsServers::count(Counts& counts, uint64_t number) {
  constexpr size_t most_kinds = 64;  // what a server may choose comes from the wire
  const auto found = counts.find(static_cast<uint16_t>(number));
  if (found != counts.end())
    ++found->second;
  else if (counts.size() < most_kinds)
    counts[static_cast<uint16_t>(number)] = 1;
}

/// A side changes to encryption. Up to TLS 1.2 both have to; in TLS 1.3 the client's first encrypted record
/// ends the handshake (RFC 8446 2).
void TlsServers::encrypts(const Seen& seen, Handshake& handshake, uint64_t record) {
  const bool from_server = seen.stream.from.port == handshake.server_port;
  if (handshake.done || handshake.version == 0) return;
  if (handshake.version == tls_1_3 && record == change_cipher) return;  // says nothing (RFC 8446 D.4)
  handshake.changed[from_server ? 1 : 0] = true;
  if (!handshake.changed[0] || (handshake.version != tls_1_3 && !handshake.changed[1])) return;
  handshake.done = true;
  Server& row = row_of(handshake.name, seen.packet.number);
  ++row.done;
  row.times.add(seen.packet.time - handshake.begun);
}

void TlsServers::add(const Seen& seen) {
  constexpr size_t most_open = 1 << 16, longest_name = 256;
  const uint32_t packet = seen.packet.number, stream = seen.stream.stream;
  auto open = open_.find(stream);
  uint64_t type = 0, hello_version = 0, chosen_version = 0, cipher = 0;
  std::string_view name;
  bool hello = false, answer = false, named_certificate = false;
  const auto begin = [&] {
    if (!hello) return;
    hello = false;
    if (open_.size() >= most_open) open_.clear();
    std::string server = name.empty() ? to_string(seen.stream.to.address, seen.stream.to.port)
                                      : lower_case(name.substr(0, longest_name));
    const auto again = open_.find(stream);  // after a HelloRetryRequest
    const bool retried = again != open_.end() && !again->second.done;
    if (!retried) ++row_of(server, packet).hellos;
    const Time begun = retried ? again->second.begun : seen.packet.time;
    open_[stream] = {.name = std::move(server), .begun = begun, .server_port = seen.stream.to.port};
    open = open_.find(stream);
  };
  const auto agree = [&] {
    if (!answer || open == open_.end()) return;
    answer = false;
    const uint64_t version = chosen_version != 0 ? chosen_version : hello_version;
    if (open->second.version != 0) return;  // the answer to a HelloRetryRequest's second hello
    open->second.version = static_cast<uint16_t>(version);
    Server& row = row_of(open->second.name, packet);
    ++row.answered;
    count(row.versions, version);
    count(row.ciphers, cipher);
  };
  for (const FieldValue& value : seen.tree.values()) {
    if (value.quoted) continue;
    if (content_.is(value) || opaque_.is(value)) {
      begin();
      agree();
      type = 0;
      if (open != open_.end() && (value.number == change_cipher || value.number == application_data))
        encrypts(seen, open->second, value.number);
    }
    if (handshake_.is(value)) {
      begin();
      agree();
      type = value.number;
      hello = type == client_hello;
      answer = type == server_hello;
      name = {};
      chosen_version = 0;
    }
    if (name_.is(value) && type == client_hello) name = words_of(value);
    if (version_.is(value)) hello_version = value.number;
    if (supported_version_.is(value) && type == server_hello) chosen_version = value.number;
    if (cipher_.is(value) && type == server_hello) cipher = value.number;
    if (certificate_.is(value) && type == certificate_message && !named_certificate && open != open_.end()) {
      named_certificate = true;  // the server's own is the first one (RFC 5246 7.4.2)
      if (const auto read = certificate::read(value.bytes);
          read && seen.stream.from.port == open->second.server_port)
        row_of(open->second.name, packet).expires = read->not_after;
    }
    if (alert_.is(value)) {
      constexpr uint64_t close_notify = 0;
      if (value.number == close_notify) continue;
      Server& row =
          row_of(open != open_.end()
                     ? open->second.name
                     : to_string(seen.stream.from_server ? seen.stream.from.address : seen.stream.to.address,
                                 seen.stream.from_server ? seen.stream.from.port : seen.stream.to.port),
                 packet);
      ++row.alert_count;
      count(row.alerts, value.number);
    }
  }
  begin();
  agree();
}

void TlsServers::merge(const TlsServers& other) {
  const auto join = [](Counts& to, const Counts& from) {
    for (const auto& [number, times] : from) to[number] += times;
  };
  for (const Server& from : other.rows_) {
    Server& to = row_of(from.name, from.first_packet);
    to.hellos += from.hellos;
    to.answered += from.answered;
    to.done += from.done;
    to.alert_count += from.alert_count;
    join(to.versions, from.versions);
    join(to.ciphers, from.ciphers);
    join(to.alerts, from.alerts);
    to.expires = std::max(to.expires, from.expires);
    to.times.merge(from.times);
  }
}

uint64_t TlsServers::value(const Server& row, std::string_view column) {
  const auto time = [&](double part) { return static_cast<uint64_t>(row.times.quantile(part).nanoseconds); };
  if (column == "failed") return row.hellos - std::min(row.hellos, row.done);
  if (column == "alerts") return row.alert_count;
  if (column == "p50") return time(0.5);
  if (column == "p95") return time(0.95);
  if (column == "expires")  // the soonest first
    return row.expires.nanoseconds <= 0 ? 0 : UINT64_MAX - static_cast<uint64_t>(row.expires.nanoseconds);
  return row.hellos;
}

/// "TLS 1.3", of several the most frequent first: "TLS 1.3 90%, TLS 1.2 10%".
std::string TlsServers::words(const Counts& counts, const NamedField& field) const {
  constexpr size_t shown = 3;
  std::vector<std::pair<uint64_t, uint16_t>> order;
  uint64_t all = 0;
  for (const auto& [number, times] : counts) {
    order.emplace_back(times, number);
    all += times;
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Text text(128);
  for (size_t i = 0; i < order.size() && i < shown; ++i) {
    const auto [times, number] = order[i];
    if (i != 0) text.put(", ");
    std::string_view name = &field == &version_ ? version_words(number) : field.name_of(number);
    name = name.substr(0, name.find(" ("));
    if (name.empty())
      text.put("0x", Hex{number, 4});
    else
      text.put(name);
    if (&field == &alert_)
      text.put(' ', times);
    else if (order.size() > 1)
      text.put(' ', (times * 100 + all / 2) / all, '%');
  }
  if (order.size() > shown) text.put(", ...");
  return std::string(text.view());
}

Report TlsServers::report(std::string_view sort_by, size_t top) const {
  Report report{.schema = "wiretale/stats-tls/1", .noun = "servers"};
  report.columns = {{"SERVER NAME", "server_name"},
                    {"HANDSHAKES", "handshakes", Unit::Count},
                    {"FAILED", "failed", Unit::Count},
                    {"VERSION", "version"},
                    {"CIPHER", "cipher"},
                    {"HANDSHAKE p50", "handshake_p50", Unit::Seconds},
                    {"p95", "handshake_p95", Unit::Seconds},
                    {"ALERTS", "alerts"},
                    {"", "alert_count", Unit::Count, Column::DataOnly},
                    {"", "answered", Unit::Count, Column::DataOnly},
                    {"CERTIFICATE UNTIL", "certificate_not_after"},
                    {"FIRST", "first_packet", Unit::Count}};
  auto order = largest_rows_first(rows_, top, [&](const auto& row) { return value(row, sort_by); });
  report.total_rows = rows_.size();
  report.rows = order.size();
  report.fill_row = [this, order = std::move(order)](size_t i, Row& cells) {
    const Server& row = rows_[order[i]];
    const auto words_or_nothing = [](std::string text) -> Cell {
      if (text.empty()) return std::monostate{};
      return text;
    };
    cells = {Cell{row.name.empty() ? std::string_view{"(others)"} : std::string_view{row.name}},
             count_cell(row.hellos),
             count_cell(row.hellos - std::min(row.hellos, row.done)),
             words_or_nothing(words(row.versions, version_)),
             words_or_nothing(words(row.ciphers, cipher_)),
             quantile_cell(row.times, 0.5),
             quantile_cell(row.times, 0.95),
             words_or_nothing(words(row.alerts, alert_)),
             count_cell(row.alert_count),
             count_cell(row.answered),
             words_or_nothing(row.expires.nanoseconds == 0 ? std::string{} : day_of(row.expires)),
             count_cell(row.first_packet)};
  };
  return report;
}

}  // namespace wiretale
