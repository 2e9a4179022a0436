// HTTP: how each path of each host is answered.
#include "statistics/http_paths.h"

#include "base/letters.h"
#include "statistics/row_order.h"

namespace wiretale {
namespace {

constexpr size_t longest_name = 256;

/// Host and path of a URI, which may be a path alone; without query and fragment.
std::pair<std::string_view, std::string_view> host_and_path(std::string_view uri, std::string_view host) {
  if (const size_t scheme = uri.find("://"); scheme != uri.npos && scheme < 8) {
    uri.remove_prefix(scheme + 3);
    const size_t slash = std::min(uri.find('/'), uri.size());
    host = uri.substr(0, slash);
    uri.remove_prefix(slash);
  }
  uri = uri.substr(0, uri.find_first_of("?#"));
  return {host, uri.empty() ? std::string_view{"/"} : uri};
}

}  // namespace

uint64_t HttpPaths::Answers::answers() const {
  uint64_t all = 0;
  for (const uint64_t count : classes) all += count;
  return all;
}

HttpPaths::Answers& HttpPaths::row_of(std::string_view host, std::string_view path, uint32_t packet) {
  std::string key = lower_case(host.substr(0, longest_name));
  const size_t host_size = key.size();
  key += '\0';
  key += path.substr(0, longest_name);
  auto at = index_.find(key);
  if (at == index_.end() && rows_.size() >= most && !path.empty()) return row_of({}, {}, packet);
  if (at == index_.end()) {
    at = index_.emplace(key, static_cast<uint32_t>(rows_.size())).first;
    rows_.push_back({.host = key.substr(0, host_size), .path = key.substr(host_size + 1)});
  }
  Answers& row = rows_[at->second];
  row.first_packet = std::min(row.first_packet, packet);
  return row;
}

void HttpPaths::answer(Answers& row, uint64_t status, std::optional<Duration> time) {
  const uint64_t family = status / 100;
  ++row.classes[family >= 1 && family < class_count ? family : 0];
  if (time) row.times.add(*time);
}

void HttpPaths::take(const Seen& seen, const Message& message) {
  const uint32_t packet = seen.packet.number;
  if (!message.method.empty()) {
    const auto [host, path] = host_and_path(message.uri, message.host);
    Answers& row = row_of(host, path, packet);
    ++row.requests;
    row.bytes_out += message.length;
  } else if (message.status != 0) {
    // An answer to a request from before the capture has no path.
    const auto [host, path] = host_and_path(message.asked_uri, "(request not captured)");
    Answers& row = row_of(host, path, packet);
    row.bytes_in += message.length;
    answer(row, message.status, message.time);
  }
}

uint64_t HttpPaths::key2(const Seen& seen, uint64_t stream) {
  return uint64_t{seen.stream.stream} << 32 | stream;
}

void HttpPaths::take2(const Seen& seen, uint64_t stream, const Message& message) {
  constexpr size_t most_open = 1 << 16;
  const uint32_t packet = seen.packet.number;
  if (!message.method.empty()) {
    const auto [host, path] = host_and_path(message.uri, message.host);
    ++row_of(host, path, packet).requests;
    if (open_.size() >= most_open) open_.clear();
    open_[key2(seen, stream)] = {.host = std::string(host.substr(0, longest_name)),
                                 .path = std::string(path.substr(0, longest_name)),
                                 .asked = seen.packet.time,
                                 .client_port = seen.stream.from.port};
    return;
  }
  const auto found = open_.find(key2(seen, stream));
  if (message.status < 200) return;  // informational ones come before the answer
  if (found == open_.end()) {
    answer(row_of("(request not captured)", "/", packet), message.status, {});
  } else if (!found->second.answered) {
    found->second.answered = true;
    answer(row_of(found->second.host, found->second.path, packet), message.status,
           seen.packet.time - found->second.asked);
  }
}

void HttpPaths::take_data2(const Seen& seen, uint64_t stream, uint64_t length) {
  const auto found = open_.find(key2(seen, stream));
  if (found == open_.end()) return;
  Answers& row = row_of(found->second.host, found->second.path, seen.packet.number);
  (seen.stream.from.port == found->second.client_port ? row.bytes_out : row.bytes_in) += length;
}

void HttpPaths::add(const Seen& seen) {
  Message message, block;
  bool open = false;
  uint64_t stream = 0, length = 0, type = 0;
  const auto finish = [&] {
    if (open) take(seen, message);
    message = {};
    open = false;
  };
  const auto finish_block = [&] {
    if (!block.method.empty() || block.status != 0) take2(seen, stream, block);
    block = {};
  };
  for (const FieldValue& value : seen.tree.values()) {
    if (value.quoted) continue;
    if (value.level == 0 && http_.is(value)) {
      finish();
      open = true;
      message.length = value.length;
    }
    if (method_.is(value)) message.method = words_of(value);
    if (host_.is(value)) message.host = words_of(value);
    if (uri_.is(value)) message.uri = words_of(value);
    if (status_.is(value)) message.status = value.number;
    if (time_.is(value)) message.time = Duration{static_cast<int64_t>(value.number)};
    if (asked_uri_.is(value)) message.asked_uri = words_of(value);
    if (length2_.is(value)) {
      finish_block();
      length = value.number;
    }
    if (type2_.is(value)) type = value.number;
    if (stream2_.is(value)) {
      stream = value.number;
      constexpr uint64_t data = 0;
      if (type == data) take_data2(seen, stream, length);
    }
    if (method2_.is(value)) block.method = words_of(value);
    if (authority2_.is(value)) block.host = words_of(value);
    if (path2_.is(value)) block.uri = words_of(value);
    if (status2_.is(value)) block.status = value.number;
  }
  finish();
  finish_block();
}

void HttpPaths::merge(const HttpPaths& other) {
  for (const Answers& from : other.rows_) {
    Answers& to = row_of(from.host, from.path, from.first_packet);
    to.requests += from.requests;
    for (size_t i = 0; i < class_count; ++i) to.classes[i] += from.classes[i];
    to.bytes_out += from.bytes_out;
    to.bytes_in += from.bytes_in;
    to.times.merge(from.times);
  }
}

uint64_t HttpPaths::value(const Answers& row, std::string_view column) {
  const auto time = [&](double part) { return static_cast<uint64_t>(row.times.quantile(part).nanoseconds); };
  if (column == "errors") return row.classes[4] + row.classes[5];
  if (column == "bytes") return row.bytes_out + row.bytes_in;
  if (column == "p50") return time(0.5);
  if (column == "p95") return time(0.95);
  if (column == "p99") return time(0.99);
  return row.requests;
}

Report HttpPaths::report(std::string_view sort_by, size_t top) const {
  Report report{.schema = "wiretale/stats-http/1", .noun = "paths"};
  report.columns = {{"HOST", "host"},
                    {"PATH", "path"},
                    {"REQUESTS", "requests", Unit::Count},
                    {"NO ANSWER", "no_answer", Unit::Count},
                    {"1xx", "status_1xx", Unit::Count, Column::DataOnly},
                    {"2xx", "status_2xx", Unit::Count},
                    {"3xx", "status_3xx", Unit::Count},
                    {"4xx", "status_4xx", Unit::Count},
                    {"5xx", "status_5xx", Unit::Count},
                    {"", "status_other", Unit::Count, Column::DataOnly},
                    {"THINK p50", "think_p50", Unit::Seconds},
                    {"p95", "think_p95", Unit::Seconds},
                    {"p99", "think_p99", Unit::Seconds},
                    {"BYTES >", "bytes_out", Unit::Size},
                    {"< BYTES", "bytes_in", Unit::Size},
                    {"FIRST", "first_packet", Unit::Count}};
  auto order = largest_rows_first(rows_, top, [&](const auto& row) { return value(row, sort_by); });
  report.total_rows = rows_.size();
  report.rows = order.size();
  report.fill_row = [this, order = std::move(order)](size_t i, Row& cells) {
    const Answers& row = rows_[order[i]];
    const uint64_t final_answers = row.answers() - row.classes[1];
    cells = {Cell{row.path.empty() ? std::string_view{"(others)"} : std::string_view{row.host}},
             Cell{std::string_view{row.path}},
             count_cell(row.requests),
             count_cell(row.requests - std::min(row.requests, final_answers)),
             count_cell(row.classes[1]),
             count_cell(row.classes[2]),
             count_cell(row.classes[3]),
             count_cell(row.classes[4]),
             count_cell(row.classes[5]),
             count_cell(row.classes[0]),
             quantile_cell(row.times, 0.5),
             quantile_cell(row.times, 0.95),
             quantile_cell(row.times, 0.99),
             count_cell(row.bytes_out),
             count_cell(row.bytes_in),
             count_cell(row.first_packet)};
  };
  return report;
}

}  // namespace wiretale
