// Cases: equal findings are collected as one, per kind, client and service.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "findings/finding.h"

namespace wiretale {

/// What one rule saw once. `words` are shown in the sentence ("www.example.com"), deduplicated over the
/// cases.
struct Sighting {
  Kind kind;
  Ends ends;
  std::vector<uint32_t> packets;
  Time first, last;
  std::string words = {};
  std::string why = {};
  Duration longest = {};
  uint64_t amount = 1;  ///< adds up to the finding's count
  uint64_t of = 0;      ///< adds up: out of how many
  Severity severity = Severity::Error;
  bool severity_given = false;
  Confidence confidence = Confidence::High;
  std::vector<Mark> ladder = {};
  TimeSplit times = {};  ///< of the longest
};

struct Case {
  Sighting sum;  ///< the first sighting, with packets, counts and times of all
  uint32_t sightings = 0;
  std::vector<std::string> words;
  bool dropped = false;  ///< explained by a better finding
};

class Cases {
 public:
  static constexpr size_t most_cases = 20'000, most_packets = 400, most_words = 8;
  void add(Sighting sighting);
  /// All cases in the order in which they were first seen.
  [[nodiscard]] std::vector<Case>& all() { return all_; }
  [[nodiscard]] const std::vector<Case>& all() const { return all_; }
  [[nodiscard]] uint64_t left_out() const { return left_out_; }
  /// How often add() was called.
  [[nodiscard]] uint64_t sightings() const { return sightings_; }

 private:
  std::map<std::string, size_t> index_;
  std::vector<Case> all_;
  uint64_t left_out_ = 0, sightings_ = 0;
};

}  // namespace wiretale
