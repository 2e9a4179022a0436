// Fates of flows.
#include "comparison/fates.h"

#include <algorithm>

#include "statistics/report.h"

namespace wiretale {
namespace {

std::string times(uint64_t count) {
  return count == 1 ? "once" : text_of(std::string_view{count_text(count)}, " times");
}

/// "a.pcap #4 #8 and 3 more".
std::string numbers_in(const CaptureFacts& file, const Numbers& numbers) {
  const size_t shown = std::min<size_t>(numbers.count, numbers.first.size());
  std::string words = file.name;
  for (size_t i = 0; i < shown; ++i) words += text_of(" #", numbers.first[i]);
  if (numbers.count > shown) words += text_of(" and ", numbers.count - shown, " more");
  return words;
}

struct Direction {
  const CaptureFacts &sender, &receiver;
  std::string_view from, to;  ///< "client", "server"
};
Direction direction_of(unsigned way, const Comparison& all) {
  return way == 0 ? Direction{all.client_file(), all.server_file(), "client", "server"}
                  : Direction{all.server_file(), all.client_file(), "server", "client"};
}

class Judge {
 public:
  Judge(ComparedFlow& flow, const Comparison& all) : flow_(flow), all_(all) {}

  void run() {
    connecting();
    for (const unsigned way : {0u, 1u}) resets(way);
    for (const unsigned way : {0u, 1u}) losses(way);
    for (const unsigned way : {0u, 1u}) copies_and_delays(way);
    if (flow_.fate != Fate::Fine) return;
    for (const unsigned way : {0u, 1u}) silence(way);
    if (flow_.fate != Fate::Fine) return;
    const uint64_t unsure = flow_.ways[0].unsure_sent.count + flow_.ways[1].unsure_sent.count;
    const uint64_t matched = flow_.ways[0].matched + flow_.ways[1].matched;
    if (matched == 0 && unsure != 0)
      say(Fate::NotComparable, "its packets lie outside of the time that both captures cover", "");
    else
      flow_.what = "all that was sent arrived";
  }

 private:
  void say(Fate fate, std::string what, std::string evidence) {
    if (fate >= flow_.fate) return;
    flow_.fate = fate;
    flow_.what = std::move(what);
    flow_.evidence = std::move(evidence);
  }

  void connecting() {
    const PassageFacts &there = flow_.ways[0], &back = flow_.ways[1];
    if (there.lost_syn.count != 0 && there.matched == 0)
      say(Fate::RequestsLost,
          text_of("the SYN leaves the client (", std::string_view{times(there.lost_syn.count)},
                  ") and never reaches the server"),
          numbers_in(all_.client_file(), there.lost_syn));
    if (back.lost_syn.count != 0 && back.matched == 0)
      say(Fate::AnswersLost,
          text_of("the server accepts (SYN-ACK, ", std::string_view{times(back.lost_syn.count)},
                  "), and its answer never reaches the client"),
          numbers_in(all_.server_file(), back.lost_syn));
    if (back.appeared_syn.count != 0 && back.matched == 0)
      say(Fate::AnsweredBetween,
          "a device in between accepts in the server's name: the SYN-ACK that the client "
          "receives was never sent by the server",
          numbers_in(all_.client_file(), back.appeared_syn));
  }

  void resets(unsigned way) {
    const PassageFacts& facts = flow_.ways[way];
    const Direction direction = direction_of(way, all_);
    if (facts.appeared_reset.count != 0)
      say(Fate::ResetInjected,
          text_of("the RST that the ", direction.to, " receives was never sent by the ", direction.from,
                  ": a device in between made it"),
          numbers_in(direction.receiver, facts.appeared_reset));
    else if (facts.unsure_resets != 0 && facts.unsure_resets == facts.unsure_arrived.count) {
      // The sender's capture has nothing later than this; but were it over, more than resets would be
      // missing.
      say(Fate::ResetInjected,
          text_of("the RST that the ", direction.to, " receives is not among what the ", direction.from,
                  " sent: a device in between made it"),
          numbers_in(direction.receiver, facts.unsure_arrived));
      if (flow_.fate == Fate::ResetInjected) flow_.confidence = Confidence::Medium;
    }
    if (facts.lost_reset.count != 0)
      say(Fate::ResetLost, text_of("the RST of the ", direction.from, " never reaches the ", direction.to),
          numbers_in(direction.sender, facts.lost_reset));
  }

  void losses(unsigned way) {
    const PassageFacts& facts = flow_.ways[way];
    const Direction direction = direction_of(way, all_);
    const uint64_t lost = facts.lost.count;
    if (lost == 0) return;
    constexpr uint32_t large = 500;
    constexpr uint64_t several = 3;
    const std::string evidence = numbers_in(direction.sender, facts.lost);
    const bool datagrams = flow_.ends.transport != ip_protocol::tcp;
    if (datagrams && facts.matched == 0)
      return say(way == 0 ? Fate::RequestsLost : Fate::AnswersLost,
                 text_of("what the ", direction.from, " sends (", std::string_view{times(lost)},
                         ") never reaches the ", direction.to),
                 evidence);
    if (facts.lost_data.count >= several && facts.least_lost >= large &&
        facts.least_lost > facts.most_matched)
      return say(
          Fate::LargeLost,
          text_of("large packets of the ", direction.from, " get lost (", lost, ", from ", facts.least_lost,
                  " bytes on), smaller ones arrive (up to ", facts.most_matched, ')'),
          evidence);
    if (facts.lost_at_the_end >= several && facts.matched != 0)
      return say(Fate::Silenced,
                 text_of("from some moment on nothing of the ", direction.from, " reaches the ", direction.to,
                         " any more (", facts.lost_at_the_end, " packets)"),
                 evidence);
    const double percent =
        100.0 * static_cast<double>(lost) / static_cast<double>(std::max(facts.sent, lost));
    say(Fate::Lost,
        text_of(lost, " of ", facts.sent, " packets of the ", direction.from, " get lost on the way to the ",
                direction.to, " (", Fixed{percent, 1}, " %)"),
        evidence);
  }

  /// The receiver's capture has nothing later than this. Where the sender is not answered any more either,
  /// that is no accident of when it ended.
  void silence(unsigned way) {
    constexpr uint64_t several = 3;
    const PassageFacts &facts = flow_.ways[way], &back = flow_.ways[way ^ 1u];
    constexpr Duration long_enough = milliseconds(500);
    if (facts.unsure_sent.count < several || back.unsure_arrived.count != 0 || facts.timed == 0 ||
        facts.last_unsure - facts.last_matched < long_enough)
      return;
    const Direction direction = direction_of(way, all_);
    say(Fate::Silenced,
        text_of("from some moment on nothing of the ", direction.from, " reaches the ", direction.to,
                " any more (", facts.unsure_sent.count, " packets), and nothing comes back"),
        numbers_in(direction.sender, facts.unsure_sent));
    flow_.confidence = Confidence::Medium;
  }

  void copies_and_delays(unsigned way) {
    const PassageFacts& facts = flow_.ways[way];
    const Direction direction = direction_of(way, all_);
    if (facts.duplicates_sent == 0 && facts.duplicates_arrived != 0)
      say(Fate::Duplicated,
          text_of("packets of the ", direction.from, " arrive twice (",
                  std::string_view{times(facts.duplicates_arrived)}, "), and were sent once"),
          "");
    constexpr Duration held_up = milliseconds(100);
    const Duration least = flow_.delays_least[way], most = flow_.delays_most[way],
                   mean = flow_.delays_mean[way];
    if (facts.timed >= 3 && most - least >= held_up && most.nanoseconds > 2 * mean.nanoseconds)
      say(Fate::Delayed,
          text_of("packets of the ", direction.from, " are held up for up to ",
                  std::string_view{duration_text(most)}, " on the way, the fastest takes ",
                  std::string_view{duration_text(std::max(least, Duration{}))}),
          text_of(std::string_view{direction.sender.name}, " #", facts.slowest));
  }

  ComparedFlow& flow_;
  const Comparison& all_;
};

}  // namespace

void judge(ComparedFlow& flow, const Comparison& all) { Judge(flow, all).run(); }

void judge_alone(ComparedFlow& flow, const SurveyedFlow& seen, bool covered, bool alone,
                 const Comparison& all) {
  // Seen at the server's side only: the client's capture may simply not hold this client's network.
  if (!flow.at_client_side || seen.ways[0].packets == 0) return;
  const bool tcp = seen.ends.transport == ip_protocol::tcp, answered = seen.ways[1].packets != 0;
  if (!covered && answered && !alone) {
    flow.fate = Fate::NotComparable;
    flow.what = text_of(std::string_view{all.server_file().name}, " does not cover its time");
    return;
  }
  const bool sure = covered && all.sides_known && seen.ways[0].saw_syn;
  flow.confidence = sure ? Confidence::High : covered && !alone ? Confidence::Medium : Confidence::Low;
  flow.ways[0].lost.count = flow.ways[0].sent;
  flow.fate = answered ? Fate::AnsweredBetween : Fate::RequestsLost;
  const std::string count = times(seen.ways[0].packets);
  if (answered)
    flow.what =
        "the client is answered, and nothing of it is in the server's capture: a device in between answers, "
        "or "
        "another path is used";
  else if (tcp && seen.ways[0].saw_syn)
    flow.what =
        text_of("the SYN leaves the client (", std::string_view{count}, ") and never reaches the server");
  else
    flow.what = text_of("what the client sends (", std::string_view{count}, ") never reaches the server");
  if (!covered && !alone)
    flow.what +=
        text_of("; or ", std::string_view{all.server_file().name}, " had ended, its last packet is earlier");
  flow.evidence = text_of(std::string_view{all.client_file().name}, " #", seen.first_packet);
}

}  // namespace wiretale
