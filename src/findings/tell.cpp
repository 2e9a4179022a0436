// From a case to a finding that people can read.
#include <algorithm>

#include "findings/checks.h"
#include "findings/engine.h"
#include "findings/teller.h"

namespace wiretale {

std::string Teller::name(bool known_end, const Address& address, uint16_t port,
                         std::string_view nobody) const {
  if (!known_end || address.unspecified()) return std::string(nobody);
  const std::string known_name = facts.name_of(address);
  const std::string plain = to_string(address, port);
  return known_name.empty() ? plain
                            : text_of(std::string_view{known_name}, " (", std::string_view{plain}, ")");
}

std::string Teller::joined(size_t most) const {
  std::string all;
  for (size_t i = 0; i < std::min(most, known.words.size()); ++i)
    all += (i == 0 ? "" : ", ") + known.words[i];
  if (known.words.size() > most) all += text_of(" and ", known.words.size() - most, " more");
  return all;
}

namespace {

/// Kinds whose count is that of the packets or requests, not of the connections.
bool counts_amount(Kind kind) {
  return kind == Kind::syn_timeout || kind == Kind::http_4xx || kind == Kind::http_5xx ||
         kind == Kind::http_gateway_error;
}

/// What {name} in a check stands for: the name that was looked up or asked for, or who else is meant.
std::string name_in_checks(const Case& known, Kind kind) {
  static constexpr std::string_view server_name = "server name ";
  if (known.words.empty()) return {};
  const std::string& word = known.words.front();
  if (word.starts_with(server_name)) return word.substr(server_name.size());
  // "certificate of ..., asked for NAME"
  static constexpr std::string_view asked = "asked for ";
  if (const size_t at = word.rfind(asked); at != word.npos) return word.substr(at + asked.size());
  const bool other_words = kind >= Kind::tls_unknown_ca && word.find(' ') != word.npos;
  return other_words ? std::string{} : word;
}

}  // namespace

Finding tell(const Case& known, const Facts& facts, const Healthy& healthy) {
  const Sighting& sum = known.sum;
  const KindInfo& info = info_of(sum.kind);
  const Teller teller{known, facts, healthy};
  Finding finding{.kind = sum.kind,
                  .severity = sum.severity_given ? sum.severity : info.severity,
                  .confidence = sum.confidence,
                  .ends = sum.ends};
  finding.packets = sum.packets;
  std::sort(finding.packets.begin(), finding.packets.end());
  finding.packets.erase(std::unique(finding.packets.begin(), finding.packets.end()), finding.packets.end());
  std::erase(finding.packets, 0u);
  finding.count = std::max<uint64_t>(counts_amount(sum.kind) ? sum.amount : known.sightings, 1);
  finding.first = sum.first;
  finding.last = sum.last;
  finding.what = teller.what();
  finding.detail = teller.detail();
  finding.why = teller.why();
  finding.ruled_out = teller.ruled_out();
  finding.cannot_tell = teller.cannot_tell();
  finding.cause = info.causes;
  finding.ladder = sum.ladder;
  finding.flows = std::max<uint64_t>(known.sightings, 1);
  finding.times = sum.times;
  finding.healthy = healthy;
  finding.checks = checks_of(finding, name_in_checks(known, sum.kind), facts.file);
  return finding;
}

}  // namespace wiretale
