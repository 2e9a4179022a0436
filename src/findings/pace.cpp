// Slowness and whose it is: server, path, client, a rate limit, small writes.
#include <algorithm>

#include "findings/facts.h"

namespace wiretale {
namespace {

constexpr Duration high_round_trip = milliseconds(200);

/// The path's round trip: of the handshake, or of data in both directions added up.
Duration round_trip_of(const Story& story) {
  const Side &client = story.client(), &server = story.server();
  const Duration of_data = client.round_trip_least + server.round_trip_least;
  if (story.saw_syn && story.handshake.nanoseconds != 0 && story.syns.count == 1 &&
      story.syn_acks.count == 1) {
    const Duration of_handshake = story.handshake - story.first_syn;
    // The first packet of all may wait for a neighbour's address or a wake-up; the path is as fast as its
    // data.
    const bool known = client.round_trips != 0 && server.round_trips != 0;
    return known && of_data.nanoseconds * 4 < of_handshake.nanoseconds ? of_data : of_handshake;
  }
  constexpr uint32_t enough = 3;
  if (client.round_trips >= enough && server.round_trips >= enough) return of_data;
  return {};
}

/// Protocols in which the server speaks when it has something to say, not when it is asked. Where a binary
/// one has the port and the client begins with text, it is another protocol.
bool speaks_unasked(uint16_t port, const Story& story) {
  switch (port) {
    case 22:    // SSH
    case 23:    // Telnet
    case 143:   // IMAP (IDLE)
    case 513:   // rlogin
    case 514:   // rsh
    case 992:   // Telnet over TLS
    case 993:   // IMAP over TLS
    case 5222:  // XMPP
    case 6667:  // IRC
    case 6697:  // IRC over TLS
    case 8883:  // MQTT over TLS
      return true;
    case 179:   // BGP
    case 646:   // LDP
    case 1883:  // MQTT
    case 3389:  // RDP
    case 4222:  // NATS
    case 5672:  // AMQP
    case 5900:  // VNC
      return !story.client_text;
    default: return false;
  }
}

void judge_slow_server(const Ended& ended, Cases& cases, Duration round_trip) {
  const Story& story = ended.story;
  const bool other_turns = story.speech == Speech::Tls || (story.speech == Speech::Unknown && story.saw_syn);
  const bool takes_turns = story.speech == Speech::Http || (other_turns && story.turns >= 1 &&
                                                            !speaks_unasked(ended.ends.server_port, story));
  if (!takes_turns || story.client().lost.count + story.server().lost.count > 2) return;
  // A request that is still open when the connection or the capture ends counts too.
  if (story.slow_count == 0) return;
  if (story.slowest.nanoseconds < 3 * round_trip.nanoseconds) return;
  if (story.client().zero_windows.count + story.server().zero_windows.count != 0) return;
  auto sighting = ended.sighting(Kind::slow_server, story.slow_requests.list());
  sighting.amount = story.slow_count;
  sighting.of = story.turns;
  sighting.longest = story.slowest;
  sighting.times = {
      .client = story.request_waits, .network = round_trip, .server = story.slowest - round_trip};
  if (!story.first_target.empty()) sighting.words = story.first_target;
  sighting.why = text_of("the round trip of the path is ", round_trip.nanoseconds / 1'000'000, " ms");
  cases.add(std::move(sighting));
}

/// A flat rate over most of a transfer, and waiting that grows with it.
void judge_rate_limit(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  const Side& sender = story.client().new_bytes > story.server().new_bytes ? story.client() : story.server();
  const Side& receiver =
      story.client().new_bytes > story.server().new_bytes ? story.server() : story.client();
  constexpr uint64_t bulk = 100'000;
  if (sender.new_bytes < bulk || receiver.zero_windows.count != 0 || sender.full_windows.count >= 5) return;
  const Duration span = sender.last_data - sender.first_data;
  if (span < milliseconds(1500)) return;
  // Full slices between the first and the last that carry data.
  size_t last = 0;
  for (size_t i = 0; i < story.slices.size(); ++i)
    if (story.slices[i] != 0) last = i;
  if (last < 6) return;
  std::vector<uint32_t> rates(story.slices.begin() + 1,
                              story.slices.begin() + static_cast<std::ptrdiff_t>(last));
  std::sort(rates.begin(), rates.end());
  const uint32_t low = rates[rates.size() / 5], middle = rates[rates.size() / 2],
                 high = rates[rates.size() - 1 - rates.size() / 10];
  if (low == 0 || middle == 0 || high > middle * 2 || low * 2 < middle) return;
  const Duration least = sender.round_trip_least, most = sender.round_trip_most;
  const bool queue_grows =
      sender.round_trips >= 2 && most >= milliseconds(20) && most.nanoseconds >= 4 * least.nanoseconds;
  // At the receiver no round trips of the data are seen; there an even rate far below what the path allows
  // has to do.
  const Duration path = round_trip_of(story);
  const bool even = high * 10 < middle * 14 && low * 14 > middle * 10;
  const bool receiver_view = most < milliseconds(5) && even && span.nanoseconds > 20 * path.nanoseconds;
  if (!queue_grows && !receiver_view) return;
  auto sighting = ended.sighting(Kind::bandwidth_limited, {});
  for (const Mark& mark : story.ladder())
    if (mark.packet != 0) sighting.packets.push_back(mark.packet);
  sighting.packets.push_back(sender.last_packet);
  for (uint32_t i = 0; i < story.bulk_packets.count && i < Evidence::most; ++i)
    sighting.packets.push_back(story.bulk_packets[i]);
  sighting.amount = sender.data_packets;
  const double per_second = static_cast<double>(middle) / story.slice.seconds();
  sighting.words = text_of(static_cast<uint64_t>(per_second * 8 / 1000), " kbit/s");
  sighting.longest = most;
  cases.add(std::move(sighting));
}

}  // namespace

void judge_pace(const Ended& ended, Cases& cases) {
  const Story& story = ended.story;
  const Side &client = ended.client(), &server = ended.server();
  if (client.packets == 0 || server.packets == 0) return;
  const Duration round_trip = round_trip_of(story);
  if (round_trip >= high_round_trip &&
      (client.new_bytes + server.new_bytes != 0 || story.handshake.nanoseconds != 0)) {
    std::vector<uint32_t> packets = story.syns.list();
    for (const Evidence* more : {&story.syn_acks, &story.acks_to_syn, &story.request_packets})
      for (const uint32_t packet : more->list()) packets.push_back(packet);
    auto sighting = ended.sighting(Kind::high_rtt, packets);
    sighting.longest = round_trip;
    sighting.times = {.client = {}, .network = round_trip, .server = {}};
    cases.add(std::move(sighting));
  }
  judge_slow_server(ended, cases, round_trip);
  // The client needs seconds for one request.
  const bool smooth = client.lost.count < 2 && server.zero_windows.count == 0 && round_trip < high_round_trip;
  if (story.request_waits >= seconds(2) && story.request_pieces >= 2 && smooth &&
      story.speech != Speech::Tls &&
      (story.speech == Speech::Http || story.plain_request || story.requests != 0)) {
    auto sighting = ended.sighting(Kind::slow_client, story.request_packets.list());
    sighting.longest = story.request_waits;
    sighting.times = {.client = story.request_waits, .network = round_trip, .server = {}};
    sighting.amount = story.request_pieces;
    cases.add(std::move(sighting));
  }
  judge_rate_limit(ended, cases);
  if (story.stalls >= 4) {
    auto sighting = ended.sighting(Kind::delayed_ack_stall, story.stall_packets.list());
    sighting.amount = story.stalls;
    cases.add(std::move(sighting));
  }
}

}  // namespace wiretale
