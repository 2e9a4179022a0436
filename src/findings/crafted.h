// Crafted conversations for the tests of findings: a tiny packet builder and a diagnosis of what it built.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "decode/decode.h"
#include "findings/engine.h"

namespace wiretale::crafted {

/// Builds Ethernet frames of IPv4 between a client (10.0.0.1) and a server (10.0.0.2) and diagnoses them.
class Capture {
 public:
  struct Segment {
    bool from_client = true;
    uint8_t flags = tcp_flag::ack;
    uint32_t sequence = 0, acknowledgment = 0;
    std::string payload = {};
    uint16_t window = 64240;
    uint8_t time_to_live = 64;
    uint16_t client_port = 40000, server_port = 80;
    uint32_t time_stamp = 0, time_echo = 0;  ///< the option is left out when both are 0
  };

  /// Lets time pass.
  Capture& wait(Duration duration) {
    now_ = now_ + duration;
    return *this;
  }
  Capture& tcp(const Segment& segment) {
    std::string header;
    put16(header, segment.from_client ? segment.client_port : segment.server_port);
    put16(header, segment.from_client ? segment.server_port : segment.client_port);
    put32(header, segment.sequence);
    put32(header, segment.acknowledgment);
    const bool stamped = segment.time_stamp != 0 || segment.time_echo != 0;
    header += stamped ? '\x80' : '\x50';
    header += static_cast<char>(segment.flags);
    put16(header, segment.window);
    put32(header, 0);
    if (stamped) {
      header += std::string("\1\1\x08\x0a", 4);
      put32(header, segment.time_stamp);
      put32(header, segment.time_echo);
    }
    return ip(6, segment.from_client, segment.time_to_live, header + segment.payload);
  }
  Capture& udp(bool from_client, uint16_t client_port, uint16_t server_port, std::string_view payload) {
    std::string header;
    put16(header, from_client ? client_port : server_port);
    put16(header, from_client ? server_port : client_port);
    put16(header, static_cast<uint16_t>(8 + payload.size()));
    put16(header, 0);
    return ip(17, from_client, 64, header + std::string(payload));
  }
  /// A UDP datagram of the client in `count` fragments, each with this content.
  Capture& fragments(unsigned count, const std::string& content) {
    const unsigned identification = ++identification_;
    for (unsigned i = 0; i < count; ++i) {
      const auto offset = static_cast<unsigned>(i * content.size() / 8);
      ip(17, true, 64, content, identification, offset | (i + 1 < count ? 0x2000u : 0u));
    }
    return *this;
  }
  /// SYN, SYN-ACK, ACK: afterwards the client is at 1001, the server at 5001.
  Capture& handshake(uint16_t server_port = 80, uint16_t client_port = 40000) {
    using namespace tcp_flag;
    tcp({.flags = syn, .sequence = 1000, .client_port = client_port, .server_port = server_port});
    wait(milliseconds(1));
    tcp({.from_client = false,
         .flags = syn | ack,
         .sequence = 5000,
         .acknowledgment = 1001,
         .client_port = client_port,
         .server_port = server_port});
    tcp({.sequence = 1001, .acknowledgment = 5001, .client_port = client_port, .server_port = server_port});
    return *this;
  }

  /// The kinds that are found at warn or above, or whose usual level is info, apart by spaces.
  [[nodiscard]] std::string kinds() {
    FlowStage stage;
    Diagnosis diagnosis;
    stage.add(diagnosis);
    diagnosis.set_table(stage.table());
    const auto batch = std::make_unique<Batch>();
    for (size_t i = 0; i < frames_.size();) {
      batch->count = 0;
      for (; i < frames_.size() && batch->count < Batch::capacity; ++i) {
        Packet& packet = batch->all[batch->count++];
        packet = {};
        packet.time = times_[i];
        packet.number = static_cast<uint32_t>(i + 1);
        packet.wire_length = static_cast<uint32_t>(frames_[i].size());
        packet.link_type = 1;
        packet.bytes = {reinterpret_cast<const uint8_t*>(frames_[i].data()), frames_[i].size()};
        decode(packet);
      }
      stage.see(*batch);
    }
    stage.finish();
    std::string found;
    for (const Finding& finding : diagnosis.findings()) {
      if (finding.severity == Severity::Info && info_of(finding.kind).severity != Severity::Info) continue;
      found += (found.empty() ? "" : " ") + std::string(info_of(finding.kind).name);
    }
    return found;
  }
  /// Cuts each frame, as a snap length does.
  Capture& snap(size_t length) {
    for (std::string& frame : frames_)
      if (frame.size() > length) frame.resize(length);
    return *this;
  }

 private:
  static void put16(std::string& out, unsigned value) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value);
  }
  static void put32(std::string& out, uint32_t value) {
    put16(out, value >> 16);
    put16(out, value & 0xffff);
  }
  Capture& ip(uint8_t protocol, bool from_client, uint8_t time_to_live, const std::string& payload) {
    return ip(protocol, from_client, time_to_live, payload, ++identification_, 0x4000);
  }
  Capture& ip(uint8_t protocol, bool from_client, uint8_t time_to_live, const std::string& payload,
              unsigned identification, unsigned fragment) {
    std::string frame("\2\0\0\0\0\2\2\0\0\0\0\1\x08\0\x45\0", 16);
    put16(frame, static_cast<unsigned>(20 + payload.size()));
    put16(frame, identification);
    put16(frame, fragment);
    frame += static_cast<char>(time_to_live);
    frame += static_cast<char>(protocol);
    put16(frame, 0);
    const std::string client("\x0a\0\0\1", 4), server("\x0a\0\0\2", 4);
    frame += from_client ? client + server : server + client;
    frames_.push_back(frame + payload);
    times_.push_back(now_);
    now_ = now_ + microseconds(50);
    return *this;
  }
  std::vector<std::string> frames_;
  std::vector<Time> times_;
  Time now_{1'700'000'000'000'000'000};
  unsigned identification_ = 100;
};

}  // namespace wiretale::crafted
