// Findings on crafted packets: each has one that fires and one near-miss that stays silent.
#include <gtest/gtest.h>

#include "findings/crafted.h"

namespace wiretale {
namespace {

using namespace tcp_flag;
using crafted::Capture;

constexpr std::string_view request = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
constexpr std::string_view answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

Capture asked(Capture capture = {}) {
  return capture.handshake().tcp(
      {.flags = psh | ack, .sequence = 1001, .acknowledgment = 5001, .payload = std::string(request)});
}
uint32_t after_request() { return 1001 + static_cast<uint32_t>(request.size()); }
Capture::Segment reply(std::string_view payload) {
  return {.from_client = false,
          .flags = psh | ack,
          .sequence = 5001,
          .acknowledgment = after_request(),
          .payload = std::string(payload)};
}
uint32_t after_answer() { return 5001 + static_cast<uint32_t>(answer.size()); }

TEST(Findings, SynTimeoutNeedsARepeat) {
  Capture fires, near;
  fires.tcp({.flags = syn, .sequence = 1})
      .wait(seconds(1))
      .tcp({.flags = syn, .sequence = 1})
      .wait(seconds(2))
      .tcp({.flags = syn, .sequence = 1});
  EXPECT_EQ(fires.kinds(), "syn-timeout");
  near.tcp({.flags = syn, .sequence = 1});
  EXPECT_EQ(near.kinds(), "");
}

TEST(Findings, SynTimeoutIsSilentWhenTheAnswerCame) {
  Capture late;
  late.tcp({.flags = syn, .sequence = 1000}).wait(seconds(1)).handshake();
  EXPECT_EQ(late.kinds(), "");
}

TEST(Findings, OneDirectionIsNoTimeout) {
  Capture one_way;
  one_way.tcp({.flags = syn, .sequence = 1000}).tcp({.sequence = 1001, .acknowledgment = 5001});
  one_way.tcp(
      {.flags = psh | ack, .sequence = 1001, .acknowledgment = 5001, .payload = std::string(request)});
  one_way.tcp({.sequence = after_request(), .acknowledgment = 9001}).wait(seconds(4));
  EXPECT_EQ(one_way.kinds(), "asymmetric-capture");
}

TEST(Findings, Refused) {
  Capture fires;
  fires.tcp({.flags = syn, .sequence = 1})
      .tcp({.from_client = false, .flags = rst | ack, .acknowledgment = 2});
  EXPECT_EQ(fires.kinds(), "syn-refused");
}

TEST(Findings, ResetWithARequestOpenBreaksTheConnection) {
  EXPECT_EQ(
      asked()
          .wait(milliseconds(300))
          .tcp(
              {.from_client = false, .flags = rst | ack, .sequence = 5001, .acknowledgment = after_request()})
          .kinds(),
      "rst-mid-connection");
}

TEST(Findings, ResetBehindACompleteAnswerIsAWayOfClosing) {
  Capture capture = asked();
  capture.tcp(reply(answer))
      .tcp({.flags = rst | ack, .sequence = after_request(), .acknowledgment = after_answer()});
  EXPECT_EQ(capture.kinds(), "");
}

TEST(Findings, ResetInTheMiddleOfABody) {
  Capture capture = asked();
  capture.tcp(reply("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nbegin"));
  capture.tcp(
      {.from_client = false, .flags = rst | ack, .sequence = 5050, .acknowledgment = after_request()});
  EXPECT_EQ(capture.kinds(), "rst-mid-connection");
}

TEST(Findings, ResetAfterTheHandshake) {
  Capture capture;
  capture.handshake()
      .wait(milliseconds(1))
      .tcp({.from_client = false, .flags = rst | ack, .sequence = 5001, .acknowledgment = 1001});
  EXPECT_EQ(capture.kinds(), "rst-after-handshake");
}

TEST(Findings, ResetByAnotherTimeToLiveIsInjected) {
  EXPECT_EQ(asked().tcp({.from_client = false, .flags = rst, .sequence = 5001, .time_to_live = 120}).kinds(),
            "rst-injected");
}

TEST(Findings, IdleConnectionsAreCutOrForgotten) {
  Capture idle = asked();
  idle.tcp(reply(answer))
      .tcp({.sequence = after_request(), .acknowledgment = after_answer()})
      .wait(seconds(20));
  idle.tcp({.flags = psh | ack,
            .sequence = after_request(),
            .acknowledgment = after_answer(),
            .payload = std::string(request)});
  Capture forgotten = idle, still_there = idle;
  forgotten.tcp({.from_client = false, .flags = rst, .sequence = after_answer()});
  EXPECT_EQ(forgotten.kinds(), "half-open");
  idle.tcp({.from_client = false, .flags = rst | ack, .sequence = after_answer(), .acknowledgment = 1});
  EXPECT_EQ(idle.kinds(), "rst-idle-timeout");
  still_there.tcp({.from_client = false,
                   .flags = psh | ack,
                   .sequence = after_answer(),
                   .acknowledgment = after_request() + static_cast<uint32_t>(request.size()),
                   .payload = std::string(answer)});
  EXPECT_EQ(still_there.kinds(), "");
}

TEST(Findings, SlowServerIsOneSecond) {
  Capture slow = asked(), quick = asked();
  slow.tcp({.from_client = false, .sequence = 5001, .acknowledgment = after_request()})
      .wait(milliseconds(1200))
      .tcp(reply(answer));
  EXPECT_EQ(slow.kinds(), "slow-server");
  quick.wait(milliseconds(700)).tcp(reply(answer));
  EXPECT_EQ(quick.kinds(), "");
}

TEST(Findings, ClosedWindow) {
  Capture fires = asked(), near = asked();
  const Capture::Segment closed{.sequence = after_request(), .acknowledgment = after_answer(), .window = 0};
  const Capture::Segment open{.sequence = after_request(), .acknowledgment = after_answer(), .window = 9000};
  fires.tcp(reply(answer)).tcp(closed).wait(seconds(2)).tcp(open);
  EXPECT_EQ(fires.kinds(), "zero-window");
  near.tcp(reply(answer)).tcp(closed).wait(milliseconds(20)).tcp(open);
  EXPECT_EQ(near.kinds(), "");
}

TEST(Findings, DataIntoTheVoidAndLargePacketsOnly) {
  const auto repeat = [](Capture& capture, size_t size) {
    for (int i = 0; i < 5; ++i)
      capture
          .tcp({.flags = psh | ack,
                .sequence = after_request(),
                .acknowledgment = after_answer(),
                .payload = std::string(size, 'x')})
          .wait(milliseconds(300 << i));
  };
  Capture small = asked();
  small.tcp(reply(answer));
  Capture large = small;
  repeat(small, 20);
  EXPECT_EQ(small.kinds(), "data-unacked");
  repeat(large, 1448);
  EXPECT_EQ(large.kinds(), "mtu-blackhole");
}

TEST(Findings, ServerErrorsCountByShare) {
  const auto exchange = [](int errors, int good) {
    Capture capture;
    for (int i = 0; i < errors + good; ++i) {
      const auto port = static_cast<uint16_t>(41000 + i);
      capture.handshake(80, port);
      capture.tcp({.flags = psh | ack,
                   .sequence = 1001,
                   .acknowledgment = 5001,
                   .payload = std::string(request),
                   .client_port = port});
      auto segment = reply(i < errors ? "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n" : answer);
      segment.client_port = port;
      capture.tcp(segment);
    }
    return capture.kinds();
  };
  EXPECT_EQ(exchange(3, 5), "http-5xx");
  EXPECT_EQ(exchange(2, 5), "");
}

TEST(Findings, DnsTimeoutAndAnswer) {
  const std::string query("\x12\x34\1\0\0\1\0\0\0\0\0\0\1a\4test\0\0\1\0\1", 24);
  std::string reply_bytes = query;
  reply_bytes[2] = '\x81';
  Capture fires, near, failed;
  fires.udp(true, 5000, 53, query)
      .wait(seconds(5))
      .udp(true, 5000, 53, query)
      .wait(seconds(5))
      .udp(true, 5001, 9999, "x");
  EXPECT_EQ(fires.kinds(), "dns-timeout");
  near.udp(true, 5000, 53, query).wait(milliseconds(5)).udp(false, 5000, 53, reply_bytes);
  EXPECT_EQ(near.kinds(), "");
  reply_bytes[3] = '\x82';
  failed.udp(true, 5000, 53, query).wait(milliseconds(5)).udp(false, 5000, 53, reply_bytes);
  EXPECT_EQ(failed.kinds(), "dns-servfail");
}

TEST(Findings, TlsAlertsAndResets) {
  const std::string hello(std::string("\x16\3\1\0\x2f\1\0\0\x2b\3\3", 11) + std::string(32, 'r') +
                          std::string("\0\0\2\x13\1\1\0\0\0", 9));
  const auto begin = [&] {
    Capture capture;
    capture.handshake(443).tcp(
        {.flags = psh | ack, .sequence = 1001, .acknowledgment = 5001, .payload = hello, .server_port = 443});
    return capture;
  };
  const uint32_t after_hello = 1001 + static_cast<uint32_t>(hello.size());
  const auto alert = [&](char kind) {
    Capture capture = begin();
    return capture
        .tcp({.from_client = false,
              .flags = psh | ack,
              .sequence = 5001,
              .acknowledgment = after_hello,
              .payload = std::string("\x15\3\3\0\2\2", 6) + kind,
              .server_port = 443})
        .kinds();
  };
  EXPECT_EQ(alert(40), "tls-no-shared-cipher");
  EXPECT_EQ(alert(70), "tls-protocol-version");
  EXPECT_EQ(alert(112), "tls-unrecognized-name");
  EXPECT_EQ(begin()
                .tcp({.from_client = false,
                      .flags = rst | ack,
                      .sequence = 5001,
                      .acknowledgment = after_hello,
                      .server_port = 443})
                .kinds(),
            "tls-clienthello-rst");
}

TEST(Findings, TimeStampsTellARepeatFromAnOvertakenSegment) {
  // Behind a slow handshake a hole is filled 40 ms later: only the sender's clock tells what it was.
  const auto transfer = [](uint32_t stamp_of_late) {
    Capture capture;
    capture.tcp({.flags = syn, .sequence = 1000}).wait(milliseconds(400));
    capture.tcp({.from_client = false, .flags = syn | ack, .sequence = 5000, .acknowledgment = 1001});
    capture.tcp({.sequence = 1001, .acknowledgment = 5001});
    for (uint32_t i = 0; i < 40; ++i) {
      const auto data = [&](uint32_t number, uint32_t stamp) {
        capture.tcp({.sequence = 1001 + number * 100,
                     .acknowledgment = 5001,
                     .payload = std::string(100, 'x'),
                     .time_stamp = stamp});
      };
      if (i % 10 == 3) continue;
      data(i, 1000 + i);
      if (i % 10 != 6) continue;
      capture.wait(milliseconds(40));
      data(i - 3, stamp_of_late == 0 ? 1000 + i - 3 : stamp_of_late + i);
    }
    return capture.wait(milliseconds(5))
        .tcp({.from_client = false, .sequence = 5001, .acknowledgment = 1001 + 4000})
        .kinds();
  };
  EXPECT_EQ(transfer(0), "high-rtt out-of-order");
  EXPECT_EQ(transfer(2000), "retransmission-loss high-rtt");
}

TEST(Findings, WhatMetAClosedWindowIsSentAgainWithoutLoss) {
  Capture capture = asked();
  const auto data = [&](uint32_t number) {
    capture.tcp({.sequence = after_request() + number * 500,
                 .acknowledgment = 5001,
                 .payload = std::string(500, 'x')});
  };
  for (uint32_t i = 0; i < 8; ++i) data(i);
  capture.tcp(
      {.from_client = false, .sequence = 5001, .acknowledgment = after_request() + 1000, .window = 0});
  capture.wait(seconds(2));
  capture.tcp(
      {.from_client = false, .sequence = 5001, .acknowledgment = after_request() + 1000, .window = 9000});
  for (uint32_t i = 2; i < 8; ++i) data(i);
  capture.tcp({.from_client = false, .sequence = 5001, .acknowledgment = after_request() + 4000});
  EXPECT_EQ(capture.kinds(), "zero-window");
}

TEST(Findings, TheProbersOwnResetIsNoIdleTimeout) {
  Capture probed = asked();
  probed.tcp(reply(answer)).tcp({.sequence = after_request(), .acknowledgment = after_answer()});
  Capture answered = probed;
  const auto probe = [](Capture& capture) {
    capture.wait(seconds(2)).tcp({.sequence = after_request() - 1, .acknowledgment = after_answer()});
  };
  for (int i = 0; i < 4; ++i) probe(probed);
  probed.wait(seconds(1))
      .tcp({.flags = rst | ack, .sequence = after_request(), .acknowledgment = after_answer()});
  EXPECT_EQ(probed.kinds(), "keepalive-timeout");
  for (int i = 0; i < 3; ++i) probe(answered);
  answered.tcp({.from_client = false, .flags = rst, .sequence = after_answer()});
  EXPECT_EQ(answered.kinds(), "half-open");
}

TEST(Findings, TailLossProbesAreHealthy) {
  // Three answers whose last segment is repeated after 60 ms although its ACK is on its way.
  const auto probes = [](Duration after) {
    Capture capture = asked();
    uint32_t at = 5001;
    for (int i = 0; i < 4; ++i) {
      const Capture::Segment last{.from_client = false,
                                  .flags = psh | ack,
                                  .sequence = at,
                                  .acknowledgment = after_request(),
                                  .payload = std::string(300, 'x'),
                                  .time_stamp = 500u + static_cast<uint32_t>(i) * 1000};
      Capture::Segment again = last;
      again.time_stamp += 60;
      at += 300;
      capture.tcp(last).wait(after).tcp(again).wait(milliseconds(1));
      capture.tcp(
          {.sequence = after_request(), .acknowledgment = at, .time_stamp = 7, .time_echo = last.time_stamp});
      capture.wait(milliseconds(300));
    }
    return capture.kinds();
  };
  EXPECT_EQ(probes(milliseconds(60)), "");
  EXPECT_EQ(probes(milliseconds(300)), "spurious-retransmission");
}

TEST(Findings, WithoutTheServersDirectionNothingIsSilent) {
  Capture capture;
  capture.tcp({.sequence = 1001, .acknowledgment = 5001})
      .wait(seconds(1))
      .tcp({.sequence = 1001, .acknowledgment = 9001});
  for (int i = 0; i < 3; ++i)
    capture.tcp({.flags = syn, .sequence = 77, .client_port = 40001}).wait(seconds(1));
  EXPECT_EQ(capture.kinds(), "asymmetric-capture");
}

TEST(Findings, ServersThatSpeakUnaskedAreNotSlow) {
  const auto talk = [](std::string_view words, uint16_t port) {
    Capture capture;
    capture.handshake(port);
    const auto end = static_cast<uint32_t>(words.size());
    capture.tcp({.flags = psh | ack,
                 .sequence = 1001,
                 .acknowledgment = 5001,
                 .payload = std::string(words),
                 .server_port = port});
    capture.tcp({.from_client = false, .sequence = 5001, .acknowledgment = 1001 + end, .server_port = port})
        .wait(seconds(3));
    capture.tcp({.from_client = false,
                 .flags = psh | ack,
                 .sequence = 5001,
                 .acknowledgment = 1001 + end,
                 .payload = "data",
                 .server_port = port});
    return capture.kinds();
  };
  EXPECT_EQ(talk("SELECT 1", 5432), "slow-server");
  EXPECT_EQ(talk("SSH-2.0-x", 22), "");
  EXPECT_EQ(talk(std::string_view("\x10\x0c\0\4MQTT", 8), 1883), "");
  EXPECT_EQ(talk(request, 1883), "slow-server");
  EXPECT_EQ(talk("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 50051), "");
}

TEST(Findings, FragmentsWithEqualContentAreNoDuplicates) {
  Capture capture;
  for (int i = 0; i < 4; ++i) capture.fragments(5, std::string(1480, 'x')).wait(milliseconds(200));
  EXPECT_EQ(capture.wait(seconds(1)).udp(true, 5001, 9999, "x").kinds(), "");
}

TEST(Findings, DnsAnswerLostBehindTheCapture) {
  const std::string query("\x12\x34\1\0\0\1\0\0\0\0\0\0\1a\4test\0\0\1\0\1", 24);
  std::string reply_bytes = query, other = query;
  reply_bytes[2] = '\x81';
  other[0] = '\x77';
  const auto ask_twice = [&](const std::string& second) {
    Capture capture;
    capture.udp(true, 5000, 53, query).udp(false, 5000, 53, reply_bytes).wait(seconds(2));
    std::string second_reply = reply_bytes;
    second_reply[0] = second[0];
    return capture.udp(true, 5000, 53, second).udp(false, 5000, 53, second_reply).kinds();
  };
  EXPECT_EQ(ask_twice(query), "dns-retry");
  EXPECT_EQ(ask_twice(other), "");
}

TEST(Findings, AForgedResetByItsPlace) {
  // The connection goes on behind a reset of another TTL: outside of the window nobody took it.
  const auto reset_at = [](uint32_t sequence) {
    Capture capture = asked();
    capture.tcp(reply(answer));
    capture.tcp({.from_client = false, .flags = rst, .sequence = sequence, .time_to_live = 120});
    for (uint32_t i = 0; i < 3; ++i) {
      capture.wait(milliseconds(50));
      capture.tcp(
          {.sequence = after_request() + i * 4, .acknowledgment = after_answer() + i * 4, .payload = "ping"});
      capture.tcp({.from_client = false,
                   .sequence = after_answer() + i * 4,
                   .acknowledgment = after_request() + i * 4 + 4,
                   .payload = "pong"});
    }
    return capture.kinds();
  };
  EXPECT_EQ(reset_at(after_answer() + 0x40000000), "rst-out-of-window");
  EXPECT_EQ(reset_at(after_answer()), "rst-injected");
}

TEST(Findings, ALateResetOfTheClientIsNoHealthCheck) {
  const auto reset_after = [](Duration wait) {
    Capture capture;
    capture.tcp({.flags = syn, .sequence = 1000});
    capture.tcp({.from_client = false, .flags = syn | ack, .sequence = 5000, .acknowledgment = 1001})
        .wait(wait);
    return capture.tcp({.flags = rst, .sequence = 1001}).kinds();
  };
  EXPECT_EQ(reset_after(milliseconds(700)), "synack-then-client-rst");
  EXPECT_EQ(reset_after(milliseconds(1)), "");
}

TEST(Findings, NoSnapLengthAndNoCutMakesTrouble) {
  for (size_t length = 0; length < 120; ++length) {
    Capture capture = asked();
    capture.tcp(reply(answer)).snap(length);
    EXPECT_EQ(capture.kinds(), "") << length;
  }
}

}  // namespace
}  // namespace wiretale
