// The list of rules, in the order in which they are asked.
#include "findings/facts.h"

namespace wiretale {

std::span<const ConnectionRule> connection_rules() {
  static constexpr ConnectionRule all[] = {judge_connect, judge_tls,  judge_resets, judge_silence, judge_loss,
                                           judge_windows, judge_pace, judge_http,   judge_capture};
  return all;
}

std::span<const CaptureRule> capture_rules() {
  static constexpr CaptureRule all[] = {judge_crowds, judge_http_shares, judge_capture_as_a_whole};
  return all;
}

}  // namespace wiretale
