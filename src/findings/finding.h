// A finding: what is wrong, for whom, why we think so, and what to check next.
#pragma once
#include <string>
#include <vector>

#include "base/address.h"
#include "base/time.h"
#include "findings/kinds.h"

namespace wiretale {

enum class Confidence : uint8_t { Low, Medium, High };

/// Both ends of what a finding is about; an unspecified address or port 0 stands for "any".
struct Ends {
  Address client, server;
  uint16_t client_port = 0, server_port = 0;
  uint8_t transport = 6;  ///< IP protocol number; 0 for "ip", 255 for ARP
  uint32_t vni = 0;
  bool has_client = true, has_server = true;
};

/// What a packet of the story was, for the ladder.
enum class MarkKind : uint8_t {
  Syn,
  SynAck,
  Handshake,
  Request,
  Response,
  Data,
  Again,
  Fin,
  Rst,
  ZeroWindow,
  WindowOpen,
  Probe,
  ClientHello,
  ServerHello,
  Certificate,
  Alert,
  Icmp,
  Ack,
  Query,
  Answer
};
struct Mark {
  Time time;
  uint32_t packet = 0;
  uint32_t value = 0;  ///< bytes, HTTP status, alert number
  MarkKind kind = MarkKind::Data;
  bool from_client = true;
};

/// Where the time of a slow exchange went.
struct TimeSplit {
  Duration client, network, server;
  [[nodiscard]] bool known() const {
    return client.nanoseconds + network.nanoseconds + server.nanoseconds != 0;
  }
};

/// A finding that follows from another one.
struct Symptom {
  Kind kind;
  Ends ends;
  uint64_t count = 1;
};

/// Something to look at next. `command` is ready to be copied into a shell; where there is none, `note` says
/// all.
struct Check {
  std::string command, note;
};

/// The same service at work for somebody else, or for the same client at another time.
struct Healthy {
  Ends ends;
  uint64_t count = 0;   ///< connections without a fault
  uint32_t packet = 0;  ///< the first packet of the first of them
};

struct Finding {
  Kind kind;
  Severity severity;
  Confidence confidence = Confidence::High;
  Ends ends;
  std::vector<uint32_t> packets;  ///< evidence, ascending
  uint64_t count = 1;             ///< how often it happened
  Time first, last;
  std::string what;    ///< one sentence in plain words
  std::string detail;  ///< one or two more; may be empty
  std::string why, ruled_out, cannot_tell, cause;
  std::string between;  ///< what a capture at the other end says about it; empty without one
  std::vector<Check> checks;
  std::vector<Mark> ladder;  ///< of the first case
  uint64_t flows = 1;        ///< connections or exchanges that it hit
  TimeSplit times;
  std::vector<Symptom> explains;  ///< findings that follow from this one
  Kind root = Kind::count;        ///< what this one follows from, if anything
  Healthy healthy;                ///< count 0: there is none
};

}  // namespace wiretale
