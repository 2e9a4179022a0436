// Words that the forms of a diagnosis share.
#include <algorithm>

#include "outputs/diagnosis.h"
#include "statistics/report.h"

namespace wiretale {

std::vector<Kind> passed_checks(std::span<const Finding> findings) {
  std::vector<Kind> passed;
  for (size_t i = 0; i < all_kinds().size(); ++i) {
    const Kind kind = static_cast<Kind>(i);
    if (std::find_if(findings.begin(), findings.end(),
                     [kind](const Finding& finding) { return finding.kind == kind; }) == findings.end())
      passed.push_back(kind);
  }
  return passed;
}

std::string_view word_of(Confidence confidence) {
  static constexpr std::string_view words[] = {"low", "medium", "high"};
  return words[static_cast<size_t>(confidence)];
}

std::string counted(uint64_t count, std::string_view one, std::string_view many) {
  return text_of(std::string_view{count_text(count)}, ' ', count == 1 ? one : many);
}

std::string count_of_findings(std::span<const Finding> findings) {
  size_t counts[3] = {};
  for (const Finding& finding : findings) ++counts[static_cast<size_t>(finding.severity)];
  std::string parts;
  const auto add = [&parts](size_t count, std::string_view one, std::string_view many) {
    if (count != 0) parts += (parts.empty() ? "" : ", ") + counted(count, one, many);
  };
  add(counts[2], "error", "errors");
  add(counts[1], "warning", "warnings");
  add(counts[0], "note", "notes");
  return counted(findings.size(), "finding", "findings") + " (" + parts + ')';
}

std::string words_of(const Healthy& healthy) {
  std::string words =
      text_of(std::string_view{to_string(healthy.ends.client)}, " -> ",
              std::string_view{to_string(healthy.ends.server, healthy.ends.server_port)}, ": ",
              std::string_view{counted(healthy.count, "connection", "connections")}, " without a fault");
  if (healthy.packet != 0)
    words += text_of(healthy.count == 1 ? ", it begins with #" : ", the first begins with #", healthy.packet);
  return words;
}

std::string words_of(const TimeSplit& times) {
  if (!times.known()) return {};
  return text_of("client ", std::string_view{duration_text(times.client)}, ", network ",
                 std::string_view{duration_text(times.network)}, ", server ",
                 std::string_view{duration_text(times.server)});
}

std::string symptoms_of(const Finding& finding) {
  constexpr size_t most = 6;
  std::string words;
  for (size_t i = 0; i < std::min(finding.explains.size(), most); ++i) {
    const Symptom& symptom = finding.explains[i];
    words += text_of(i == 0 ? "" : ", ", info_of(symptom.kind).name);
    if (symptom.ends.has_client && !symptom.ends.client.unspecified())
      words += text_of(" of ", std::string_view{to_string(symptom.ends.client)});
    if (symptom.ends.has_server && !symptom.ends.server.unspecified())
      words += text_of(" at ", std::string_view{to_string(symptom.ends.server, symptom.ends.server_port)});
    if (symptom.count > 1) words += text_of(" (", std::string_view{count_text(symptom.count)}, " times)");
  }
  if (finding.explains.size() > most) words += text_of(" and ", finding.explains.size() - most, " more");
  return words;
}

std::string packet_list(std::span<const uint32_t> packets, size_t most) {
  std::string list;
  const size_t shown = std::min(packets.size(), most);
  for (size_t i = 0; i < shown; ++i) list += text_of(i == 0 ? "#" : " #", packets[i]);
  if (shown < packets.size()) list += text_of(" and ", packets.size() - shown, " more");
  return list;
}

}  // namespace wiretale
