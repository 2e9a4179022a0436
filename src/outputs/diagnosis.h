// A diagnosis as text for people, as JSON for programs and as one HTML file.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "findings/finding.h"

namespace wiretale {

/// What the diagnosis was made of, for its first line.
struct DiagnosisFrame {
  std::string title;  ///< "x.pcap"
  uint64_t packets = 0, bytes = 0;
  Time first, last;
  Duration took;
  uint64_t flows = 0, evicted_flows = 0;
};

enum class Drawing : uint8_t { Ascii, Utf8 };
enum class Colour : uint8_t { No, Yes };
enum class Detail : uint8_t { Usual, Everything };

/// How text is shown.
struct TextStyle {
  Drawing drawing = Drawing::Ascii;
  Colour colour = Colour::No;
  size_t width = 100;  ///< lines of words are broken here; commands never
};

void write_diagnosis_text(std::span<const Finding> findings, const DiagnosisFrame& frame,
                          const TextStyle& style, Detail detail, Text& out);
/// The schema "wiretale/diagnose/1": one object with `findings`.
void write_diagnosis_json(std::span<const Finding> findings, const DiagnosisFrame& frame, Text& out);
/// One page that needs nothing else: no script, no request.
void write_diagnosis_html(std::span<const Finding> findings, const DiagnosisFrame& frame, Text& out);

/// Whether a finding is a note that is shown only with Detail::Everything.
[[nodiscard]] inline bool is_note(const Finding& finding) {
  return finding.severity == Severity::Info && finding.severity < info_of(finding.kind).severity;
}
/// The kinds that were looked for and not found, in their order.
[[nodiscard]] std::vector<Kind> passed_checks(std::span<const Finding> findings);
/// "high", "medium", "low".
[[nodiscard]] std::string_view word_of(Confidence confidence);
/// "2 findings (1 error, 1 warning)".
[[nodiscard]] std::string count_of_findings(std::span<const Finding> findings);
/// "10.0.0.7 -> 10.0.0.2:80: 212 connections without a fault, the first begins with #4".
[[nodiscard]] std::string words_of(const Healthy& healthy);
/// "client 2 ms, network 40 ms, server 3.1 s"; empty when it is not known.
[[nodiscard]] std::string words_of(const TimeSplit& times);
/// The findings that follow from one: "http-gateway-error of 10.0.0.1 to 10.0.0.2:80 (3 times)"; empty
/// without.
[[nodiscard]] std::string symptoms_of(const Finding& finding);
/// "#4 #8 #9 and 3 more".
[[nodiscard]] std::string packet_list(std::span<const uint32_t> packets, size_t most);
/// "1 packet", "2 packets".
[[nodiscard]] std::string counted(uint64_t count, std::string_view one, std::string_view many);

}  // namespace wiretale
