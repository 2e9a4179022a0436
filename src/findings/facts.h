// Facts that span connections: who tried to connect to whom, names, and the capture's own limits.
#pragma once
#include <map>
#include <set>
#include <unordered_map>

#include "base/hash.h"
#include "findings/cases.h"
#include "findings/story.h"

namespace wiretale {

/// How an attempt to connect came out.
enum class Outcome : uint8_t { Connected, Refused, Silent, Rejected, ClientReset, Incomplete, Unknown };

/// One attempt, kept compactly for what only many attempts together tell.
struct Attempt {
  Ends ends;
  Time start, last;  ///< first and last SYN
  Time end;          ///< of the connection
  std::array<uint32_t, 4> syns{};
  std::array<Time, 4> syn_times{};  ///< of `syns`; 0 unknown
  uint8_t syn_count = 0;
  Outcome outcome = Outcome::Unknown;
  bool repeated_after_ack = false;  ///< the server repeated SYN-ACK although the client's ACK is there
  bool ignored_data = false;        ///< established, but the server never reacted to the client's data
  bool unserved = false;            ///< the client's data got no byte of answer, and nobody closed
  bool faulty = false;              ///< some rule about one connection had something to say
  uint64_t client_hardware = 0;
};

/// Of what a share is taken: the HTTP answers of one service to this client.
struct ServedClient {
  Address client, server;
  uint32_t vni = 0;
  uint16_t server_port = 0;
  bool operator==(const ServedClient&) const = default;
};
struct ServedClientHash {
  size_t operator()(const ServedClient& of) const {
    const HashKey& key = process_hash_key();
    const uint64_t ends = mixed(of.client.high() ^ of.server.low() ^ key.low, of.client.low() ^ key.high);
    return mixed(ends ^ of.server.high(), uint64_t{of.vni} << 16 ^ of.server_port ^ key.low);
  }
};
struct AddressHash {
  size_t operator()(const Address& address) const {
    const HashKey& key = process_hash_key();
    return mixed(address.high() ^ key.low, address.low() ^ key.high);
  }
};

class Facts {
 public:
  static constexpr size_t most_attempts = 100'000, most_names = 50'000, most_conversations = 100'000;

  Cases cases;
  std::vector<Attempt> attempts;
  uint64_t attempts_left_out = 0;
  std::string file;  ///< the capture, for commands to copy; empty: a live one
  Time start, end;   ///< of the capture
  uint64_t packets = 0, flow_packets = 0, duplicate_frames = 0;
  uint64_t tcp_flows = 0, one_way_flows = 0;
  std::set<uint16_t> tls_ports;  ///< server ports that spoke TLS
  bool flows_evicted = false;
  /// HTTP answers per conversation, good ones too.
  std::unordered_map<ServedClient, uint32_t, ServedClientHash> answers;

  void add_attempt(const Attempt& attempt) {
    if (attempts.size() < most_attempts)
      attempts.push_back(attempt);
    else
      ++attempts_left_out;
  }
  /// Names of addresses, from the capture's own DNS answers.
  void add_name(const Address& address, std::string_view name) {
    if (names_.size() < most_names) names_.try_emplace(address, name);
  }
  [[nodiscard]] std::string name_of(const Address& address) const {
    const auto found = names_.find(address);
    return found == names_.end() ? std::string{} : found->second;
  }

 private:
  std::unordered_map<Address, std::string, AddressHash> names_;
};

/// A connection that ended, for the rules.
struct Ended {
  const Story& story;
  const Flow& flow;
  const Facts& facts;
  Ends ends;
  Duration until_end;  ///< from the last packet to the end of the capture; 0 when it ended before

  [[nodiscard]] const Side& client() const { return story.sides[0]; }
  [[nodiscard]] const Side& server() const { return story.sides[1]; }
  /// A sighting of a kind, with this connection's ends, times and ladder.
  [[nodiscard]] Sighting sighting(Kind kind, std::vector<uint32_t> packets) const {
    return {.kind = kind,
            .ends = ends,
            .packets = std::move(packets),
            .first = flow.first,
            .last = flow.last,
            .ladder = story.ladder()};
  }
};

/// A rule about one connection; asked once, when it has ended.
using ConnectionRule = void (*)(const Ended&, Cases&);
/// A rule about everything; asked at the end.
using CaptureRule = void (*)(Facts&);

// One file each; rules.cpp has the list.
void judge_connect(const Ended&, Cases&);
void judge_resets(const Ended&, Cases&);
void judge_silence(const Ended&, Cases&);
void judge_loss(const Ended&, Cases&);
void judge_windows(const Ended&, Cases&);
void judge_pace(const Ended&, Cases&);
void judge_capture(const Ended&, Cases&);
void judge_tls(const Ended&, Cases&);
void judge_http(const Ended&, Cases&);
void judge_crowds(Facts&);
void judge_http_shares(Facts&);
void judge_capture_as_a_whole(Facts&);
/// Says of findings which of them follow from which, and puts them in that order.
void find_roots(std::vector<Finding>& findings);

[[nodiscard]] std::span<const ConnectionRule> connection_rules();
[[nodiscard]] std::span<const CaptureRule> capture_rules();

/// What came of an attempt to connect.
[[nodiscard]] Outcome outcome_of(const Story& story);

}  // namespace wiretale
