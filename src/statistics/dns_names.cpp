// DNS: how each resolver answers for each name.
#include "statistics/dns_names.h"

#include "base/letters.h"
#include "protocols/catalog.h"
#include "statistics/row_order.h"

namespace wiretale {

uint64_t DnsNames::Lookups::answers() const {
  uint64_t all = 0;
  for (const uint64_t count : codes) all += count;
  return all;
}

uint64_t DnsNames::Lookups::unanswered() const {
  const uint64_t asked = queries - std::min(queries, repeats);
  return asked - std::min(asked, answered);
}

DnsNames::Lookups& DnsNames::row_of(const Address& resolver, std::string_view name) {
  std::string key(reinterpret_cast<const char*>(resolver.bytes.data()), resolver.bytes.size());
  key += name;
  auto at = index_.find(key);
  if (at == index_.end() && rows_.size() >= most) {
    const Address nobody{};
    if (resolver != nobody || !name.empty()) return row_of(nobody, {});  // all others together
  }
  if (at == index_.end()) {
    at = index_.emplace(std::move(key), static_cast<uint32_t>(rows_.size())).first;
    rows_.push_back({.resolver = resolver, .name = std::string(name)});
  }
  return rows_[at->second];
}

void DnsNames::add(const Seen& seen) {
  bool message = false, response = false, answers = false, repeats = false;
  std::string_view name;
  uint64_t code = 0;
  std::optional<Duration> time;
  for (const FieldValue& value : seen.tree.values()) {
    if (value.protocol != ids::dns || value.quoted) continue;
    if (response_.is(value)) {
      message = true;
      response = value.number != 0;
    }
    if (name_.is(value) && name.empty()) name = words_of(value);
    if (code_.is(value)) code = value.number;
    if (time_.is(value)) time = Duration{static_cast<int64_t>(value.number)};
    if (answered_.is(value)) answers = true;
    if (repeated_.is(value)) repeats = true;
  }
  if (!message || name.empty()) return;
  Lookups& row = row_of(response ? seen.stream.from.address : seen.stream.to.address, lower_case(name));
  row.first_packet = std::min(row.first_packet, seen.packet.number);
  if (!response) {
    ++row.queries;
    if (repeats) ++row.repeats;
    return;
  }
  if (repeats) return;
  constexpr Code known[] = {NoError, Other, ServerFailure, NoSuchName, Other, Refused};  // RFC 1035 4.1.1
  ++row.codes[code < std::size(known) ? known[code] : Other];
  if (answers) ++row.answered;
  if (time) row.times.add(*time);
}

void DnsNames::merge(const DnsNames& other) {
  for (const Lookups& from : other.rows_) {
    Lookups& to = row_of(from.resolver, from.name);
    to.queries += from.queries;
    to.repeats += from.repeats;
    to.answered += from.answered;
    for (size_t i = 0; i < code_count; ++i) to.codes[i] += from.codes[i];
    to.first_packet = std::min(to.first_packet, from.first_packet);
    to.times.merge(from.times);
  }
}

uint64_t DnsNames::value(const Lookups& row, std::string_view column) {
  const auto time = [&](double part) { return static_cast<uint64_t>(row.times.quantile(part).nanoseconds); };
  if (column == "no_answer") return row.unanswered();
  if (column == "failures") return row.answers() - row.codes[NoError];
  if (column == "p50") return time(0.5);
  if (column == "p95") return time(0.95);
  if (column == "p99") return time(0.99);
  return row.queries;
}

Report DnsNames::report(std::string_view sort_by, size_t top) const {
  Report report{.schema = "wiretale/stats-dns/1", .noun = "names"};
  report.columns = {{"RESOLVER", "resolver"},
                    {"NAME", "name"},
                    {"QUERIES", "queries", Unit::Count},
                    {"REPEATED", "repeated", Unit::Count},
                    {"NO ANSWER", "no_answer", Unit::Count},
                    {"OK", "ok_percent", Unit::Percent},
                    {"NXDOMAIN", "nxdomain_percent", Unit::Percent},
                    {"SERVFAIL", "servfail_percent", Unit::Percent},
                    {"OTHER", "other_percent", Unit::Percent},
                    {"p50", "latency_p50", Unit::Seconds},
                    {"p95", "latency_p95", Unit::Seconds},
                    {"p99", "latency_p99", Unit::Seconds},
                    {"FIRST", "first_packet", Unit::Count},
                    {"", "answers", Unit::Count, Column::DataOnly},
                    {"", "ok", Unit::Count, Column::DataOnly},
                    {"", "nxdomain", Unit::Count, Column::DataOnly},
                    {"", "servfail", Unit::Count, Column::DataOnly},
                    {"", "refused", Unit::Count, Column::DataOnly},
                    {"", "other", Unit::Count, Column::DataOnly}};
  auto order = largest_rows_first(rows_, top, [&](const auto& row) { return value(row, sort_by); });
  report.total_rows = rows_.size();
  report.rows = order.size();
  report.fill_row = [this, order = std::move(order)](size_t i, Row& cells) {
    const Lookups& row = rows_[order[i]];
    const uint64_t answers = row.answers();
    const auto share = [&](uint64_t count) -> Cell {
      if (answers == 0) return std::monostate{};
      return 100 * static_cast<double>(count) / static_cast<double>(answers);
    };
    cells = {Cell{row.name.empty() ? std::string("(others)") : to_string(row.resolver)},
             Cell{std::string_view{row.name}},
             count_cell(row.queries),
             count_cell(row.repeats),
             count_cell(row.unanswered()),
             share(row.codes[NoError]),
             share(row.codes[NoSuchName]),
             share(row.codes[ServerFailure]),
             share(row.codes[Refused] + row.codes[Other]),
             quantile_cell(row.times, 0.5),
             quantile_cell(row.times, 0.95),
             quantile_cell(row.times, 0.99),
             count_cell(row.first_packet),
             count_cell(answers),
             count_cell(row.codes[NoError]),
             count_cell(row.codes[NoSuchName]),
             count_cell(row.codes[ServerFailure]),
             count_cell(row.codes[Refused]),
             count_cell(row.codes[Other])};
  };
  return report;
}

}  // namespace wiretale
