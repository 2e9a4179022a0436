// The story of one TCP connection: the facts that the rules read when it has ended.
#pragma once
#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "findings/finding.h"
#include "flow/flow.h"
#include "flow/stream.h"
#include "protocols/application/tls.h"

namespace wiretale {

/// The numbers of the first packets of some sort. Small: most connections have few of each.
class Evidence {
 public:
  static constexpr uint32_t most = 16;
  uint32_t count = 0;  ///< of all, kept or not
  void add(uint32_t packet) {
    if (count < inlined) {
      first_[count] = packet;
    } else if (count < most) {
      if (!rest_) rest_ = std::make_unique<std::array<uint32_t, most - inlined>>();
      (*rest_)[count - inlined] = packet;
    }
    ++count;
  }
  /// Takes back a packet that was added.
  void remove(uint32_t packet) {
    const uint32_t kept = std::min(count, most);
    for (uint32_t i = 0; i < kept; ++i) {
      if (at(i) != packet) continue;
      for (uint32_t j = i; j + 1 < kept; ++j) at(j) = at(j + 1);
      break;
    }
    if (count > 0) --count;
  }
  [[nodiscard]] uint32_t operator[](uint32_t i) const {
    return i < inlined ? first_[i] : (*rest_)[i - inlined];
  }
  [[nodiscard]] std::vector<uint32_t> list() const {
    std::vector<uint32_t> all(std::min(count, most));
    for (uint32_t i = 0; i < all.size(); ++i) all[i] = (*this)[i];
    return all;
  }
  void clear() {
    count = 0;
    rest_.reset();
  }

 private:
  static constexpr uint32_t inlined = 3;
  [[nodiscard]] uint32_t& at(uint32_t i) { return i < inlined ? first_[i] : (*rest_)[i - inlined]; }
  std::array<uint32_t, inlined> first_{};
  std::unique_ptr<std::array<uint32_t, most - inlined>> rest_;
};

/// What one side of a connection did.
struct Side {
  uint32_t packets = 0, data_packets = 0, last_packet = 0;
  Time last, first_data, last_data;
  uint32_t last_data_stamp = 0;  ///< TCP time stamp of the last data; 0 without
  uint32_t window = 0;           ///< last advertised
  uint64_t new_bytes = 0;        ///< payload without repeats
  uint32_t biggest = 0;          ///< largest payload of a segment
  uint32_t open_biggest = 0;     ///< the largest since everything was acknowledged
  uint32_t biggest_acked = 0;    ///< the largest that the peer acknowledged, about
  uint32_t next_sequence = 0;    ///< highest seen + 1
  uint32_t first_ack = 0, last_ack = 0;
  bool acked_anything = false;
  Time fin;
  uint32_t fin_packet = 0;
  // RST
  Time rst;
  Evidence rsts;
  uint8_t rst_time_to_live = 0, rst_flags = 0;
  bool rst_outside = false;  ///< of the window that the other side had advertised
  uint32_t rst_sequence = 0, rst_ack = 0;
  // loss, as sender
  Evidence lost, spurious, reordered;
  /// Repeats whose acknowledgment will tell whether they were needed.
  struct Pending {
    uint32_t end, time_stamp, packet;
    Time time;
    Duration waited;
    bool tail_probe;  ///< a repeat of the last segment well in front of any timeout (RFC 8985 7)
  };
  static constexpr size_t most_pending = 8;
  std::vector<Pending> pending;
  uint32_t sure_losses = 0;  ///< repeats that duplicate ACKs asked for, or holes that a repeat filled
  Duration longest_repair;   ///< from the first transmission to the repeat
  Duration longest_vain;     ///< the same of a repeat that was not needed, by its time stamps
  uint32_t holes_acked = 0;  ///< acknowledgments of bytes that the capture does not have
  Evidence hole_packets;
  // data that stays unacknowledged since the peer's last sign of life
  Evidence tail_repeats;
  uint32_t tail_sequence = 0, tail_size = 0;
  uint32_t discarded_to = 0;  ///< what was sent below this met a closed window and has to be sent again
  bool met_closed_window = false;
  Time tail_since;
  // windows, as receiver
  Evidence zero_windows;
  Time zero_since;
  Duration zero_longest;
  // as sender
  Evidence full_windows, probes;
  uint32_t unanswered_probes = 0;
  Time first_unanswered_probe;
  // round trips of this side's data to the peer's ACK, as seen here
  uint32_t timed_end = 0;
  Time timed_at;
  Duration round_trip_least, round_trip_most;
  uint32_t round_trips = 0;
  bool timing = false;
};

/// A request and its answer, for protocols that take turns.
struct Turn {
  uint32_t request_packet = 0, response_packet = 0;
  Time request_start, request_end, response_start;
  bool outstanding = false;   ///< the client asked and has no byte of answer
  uint64_t server_bytes = 0;  ///< that the server had sent when the client asked
};

/// What was read of TLS.
struct TlsFacts {
  bool client_hello = false, server_hello = false, certificate_request = false,
       empty_client_certificate = false;
  bool client_certificate = false;
  bool read_enough = false;          ///< application data went both ways
  uint64_t server_bytes_before = 0;  ///< that the server had sent when the client's first data came
  uint32_t client_hello_packet = 0, server_hello_packet = 0, certificate_packet = 0;
  Time client_hello_time;
  uint16_t offered_version = 0, version = 0;
  std::string server_name;
  bool certificate_read = false, covers_name = true, self_issued = false;
  std::string certificate_name, issuer, alternative_names;
  Time not_before, not_after;
  struct Alert {
    uint8_t kind = 0, level = 0;
    uint32_t packet = 0;
    bool clear = false;
  };
  std::array<Alert, 2> alerts{};  ///< the first fatal one of the client [0] and of the server [1]
  uint32_t encrypted_records[2] = {0, 0}, encrypted_bytes[2] = {0, 0}, last_encrypted_length[2] = {0, 0};
  uint32_t encrypted_alerts[2] = {0, 0};
  Evidence client_encrypted;
  uint32_t client_data_records =
      0;  ///< TLS 1.3: encrypted records of the client that are neither Finished nor an alert
  bool client_finished = false, client_empty_certificate_sized = false;

  /// TLS 1.3 hides the type; the length tells (content, type byte, 16 bytes tag): Finished 53 or 69, alert
  /// 19, a Certificate message without certificates 25.
  void note_client_record(uint32_t length) {
    if ((length == 53 || length == 69) && !client_finished)
      client_finished = true;
    else if (length == 25 && !client_finished)
      client_empty_certificate_sized = true;
    else if (length != 19)
      ++client_data_records;
  }
};

/// The two streams, while TLS is being read.
struct TlsReading {
  Stream streams[2];  ///< 0: client
  tls::Reader readers[2];
};

enum class Speech : uint8_t { Unknown, Http, Tls, Dns, Other };

struct Story {
  bool active = false;
  FlowId id = 0;
  bool client_is_low = false;
  // handshake
  Evidence syns, syn_acks, acks_to_syn;  ///< the last: client ACKs while the server still repeats its SYN-ACK
  Time first_syn, last_syn, first_syn_ack, last_syn_ack, handshake;
  uint32_t client_isn = 0;
  bool saw_syn = false, saw_syn_ack = false, challenge_ack = false;
  uint32_t challenge_packet = 0;
  uint32_t syn_acks_after_ack = 0;  ///< the server ignores the client's ACK
  Side sides[2];                    ///< 0: client
  // silence
  Time last_any;
  Time last_data_any;
  Duration idle;  ///< the last pause of 5 s and more between data packets
  uint32_t before_idle = 0, after_idle = 0, last_data_packet = 0;
  Time idle_end;
  Duration idle_before_rst;       ///< the pause that the packet which drew the RST ended; 0: none
  bool last_probe = false;        ///< the last segment was a keepalive
  bool client_probed = false;     ///< of the client
  bool probe_before_rst = false;  ///< a keepalive drew the RST
  // RST out of window
  Evidence stray_rsts;
  bool alive_after_rst = false;
  uint32_t data_after_rst = 0;
  // turns
  Turn turn;
  Evidence slow_requests;  ///< pairs of packets: request, answer
  Duration slowest;
  uint32_t slow_count = 0, turns = 0;
  uint32_t stalls = 0;  ///< writes that waited for a delayed ACK
  Evidence stall_packets;
  Duration request_waits;  ///< gaps of 0.5 s and more inside one request
  uint32_t request_pieces = 0;
  Evidence request_packets;
  // the answer's body, where HTTP tells its length
  int64_t body_left = 0;
  bool body_known = false, in_body = false, head_request = false, chunked = false;
  bool request_incomplete = false;
  bool tunnel_asked = false;  ///< CONNECT: behind the answer another protocol begins
  // HTTP
  uint32_t requests = 0, answers = 0, answers_4xx = 0, answers_5xx = 0, gateway_errors = 0;
  Evidence bad_4xx, bad_5xx, bad_gateway;
  uint32_t first_request_packet = 0;
  unsigned first_status = 0;
  std::string first_target, first_4xx, first_5xx, first_gateway;
  Speech speech = Speech::Unknown;
  bool client_text = false;  ///< the client began with readable text
  bool plain_text_answer = false, plain_request = false, tls_answer = false;
  uint32_t plain_request_packet = 0;
  uint32_t greeting_packet = 0;    ///< plain text of a server that speaks first
  bool plain_to_tls_page = false;  ///< HTTP 400 "plain HTTP request was sent to HTTPS port"
  TlsFacts tls;
  std::unique_ptr<TlsReading> reading;
  // duplicates
  uint32_t duplicates = 0;
  Evidence duplicate_packets;
  // ICMP errors about this flow
  uint32_t icmp_errors = 0;
  uint8_t icmp_type = 0, icmp_code = 0;
  uint64_t client_hardware = 0;  ///< of the frame that began it; 0 unknown
  // bulk transfer of the side that sends most: bytes per slice of time, for a flat rate
  std::array<uint32_t, 32> slices{};
  Time slices_from;
  Duration slice = milliseconds(50);
  Evidence bulk_packets;
  std::array<Mark, 14> first_marks{};
  static constexpr size_t most_last_marks = 10;
  std::vector<Mark> last_marks;  ///< a ring, made when the first ones are full
  uint32_t marks = 0;

  void mark(const Mark& mark) {
    if (marks < first_marks.size())
      first_marks[marks] = mark;
    else if (last_marks.size() < most_last_marks)
      last_marks.push_back(mark);
    else
      last_marks[(marks - first_marks.size()) % most_last_marks] = mark;
    ++marks;
  }
  /// The first and the last events, in order.
  [[nodiscard]] std::vector<Mark> ladder() const;
  [[nodiscard]] const Side& client() const { return sides[0]; }
  [[nodiscard]] const Side& server() const { return sides[1]; }
  /// Whether the handshake completed, or the capture began behind it.
  [[nodiscard]] bool established() const { return handshake.nanoseconds != 0 || (!saw_syn && !saw_syn_ack); }
  [[nodiscard]] bool answered() const { return sides[1].packets != 0; }
  /// Whether an answer's body was cut off, as far as HTTP tells.
  [[nodiscard]] bool answer_incomplete() const { return in_body && (body_known ? body_left > 0 : chunked); }
};

/// Adds one segment to its story. `packet` must be TCP.
void add_segment(Story& story, const Packet& packet, const FlowPacket& segment);

/// The ends of a flow, client first.
[[nodiscard]] Ends ends_of(const Flow& flow);

}  // namespace wiretale
