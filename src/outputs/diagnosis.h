// A diagnosis as text for people and as JSON for programs.
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
enum class Detail : uint8_t { Usual, Everything };

void write_diagnosis_text(std::span<const Finding> findings, const DiagnosisFrame& frame, Drawing drawing,
                          Detail detail, Text& out);
/// The schema "wiretale/diagnose/1": one object with `findings`.
void write_diagnosis_json(std::span<const Finding> findings, const DiagnosisFrame& frame, Text& out);

}  // namespace wiretale
