// Two captures of the same traffic at two points: what happened to each flow on the way between them.
#pragma once
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "base/error.h"
#include "comparison/pairing.h"
#include "comparison/passage.h"
#include "files/source.h"

namespace wiretale {

/// What happened to a flow between the points, worst first.
enum class Fate : uint8_t {
  RequestsLost,     ///< the client's SYNs (or datagrams) never reach the other point
  AnswersLost,      ///< the server's answers never reach the client's side
  AnsweredBetween,  ///< the client got an accept that the server never sent
  ResetInjected,    ///< a RST that its alleged sender never sent
  ResetLost,        ///< a RST that was sent and did not arrive
  LargeLost,        ///< only large packets get lost
  Silenced,         ///< from some moment on nothing arrives any more
  Lost,             ///< some packets get lost
  Duplicated,       ///< packets arrive more often than they were sent
  Delayed,          ///< some packets are held up on the way
  NotComparable,    ///< without partner, outside of what both captures cover
  Fine,
};
[[nodiscard]] std::string_view word_of(Fate fate);

struct ComparedFlow {
  Ends ends, server_side_ends;                        ///< as seen at the client's and at the server's side
  bool at_client_side = true, at_server_side = true;  ///< where it was seen at all
  bool translated = false;
  uint32_t flow = 0;     ///< its index in the survey of the client's side, or of the only side
  PassageFacts ways[2];  ///< 0: from the client
  Duration delays_least[2], delays_mean[2], delays_most[2];  ///< by corrected clocks
  int hops[2] = {-1, -1};                                    ///< routers in between by the TTL; -1 unknown
  uint16_t segment_limit_sent[2] = {0, 0},
           segment_limit_arrived[2] = {0, 0};  ///< MSS of the SYN of each side
  bool scaling_stripped[2] = {false, false};
  bool sequence_changed = false;
  Fate fate = Fate::Fine;
  Confidence confidence = Confidence::High;
  std::string what;      ///< one sentence about the fate, without the flow's ends
  std::string evidence;  ///< packets, by file
};

struct CaptureFacts {
  std::string name;
  uint64_t packets = 0, bytes = 0;
  Time first, last;
  std::vector<std::string> damage;  ///< one sentence each; what could be read was compared
};

struct Comparison {
  CaptureFacts files[2];     ///< as given
  unsigned client_side = 0;  ///< which of them is at the client's side
  bool sides_known = false;  ///< false: nothing told, the first one is taken
  ClockOffset clocks;        ///< the second file's clock against the first one's
  Time from, until;          ///< what both cover, by the first file's clock
  uint64_t paired = 0;
  std::vector<ComparedFlow> flows;  ///< worst first
  uint64_t only_in[2] = {0, 0};     ///< flows of one file that are of no interest to the other
  uint64_t left_out = 0, overflows = 0;

  [[nodiscard]] const CaptureFacts& client_file() const { return files[client_side]; }
  [[nodiscard]] const CaptureFacts& server_file() const { return files[client_side ^ 1u]; }
};

/// Opens a capture for reading; called twice for each.
using Opener = std::function<std::expected<std::unique_ptr<Source>, Error>()>;

/// What both surveys have to say; `consumers` see the flows of the first reading of each file.
[[nodiscard]] std::expected<Comparison, Error> compare(const std::string (&names)[2], const Opener (&open)[2],
                                                       FlowConsumer* const (&consumers)[2]);

/// Whether two captures show the same connections, each from its beginning; reads both once.
[[nodiscard]] bool show_same_connections(const Opener (&open)[2]);

}  // namespace wiretale
