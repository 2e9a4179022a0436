// What to follow: tshark's -z follow in parts.
#include "statistics/follow_request.h"

#include <arpa/inet.h>

#include <charconv>
#include <cstring>

namespace wiretale {
namespace {

using Of = FollowRequest::Of;

struct FollowedProtocol {
  std::string_view name;
  Of of;
  std::string_view transport;  ///< whose ports and stream index tell the stream
  std::string_view index;      ///< the field of the stream's index
  std::string_view substream;  ///< the field of the stream within it; empty without
};
constexpr FollowedProtocol protocols[] = {
    {"tcp", Of::Tcp, "tcp", "tcp.stream", {}},
    {"udp", Of::Udp, "udp", "udp.stream", {}},
    {"http", Of::Http, "tcp", "tcp.stream", {}},
    {"http2", Of::Http2, "tcp", "tcp.stream", "http2.streamid"},
    {"tls", Of::Tls, "tcp", "tcp.stream", {}},
    {"dccp", Of::Dccp, "dccp", "dccp.stream", {}},
    {"quic", Of::Quic, "udp", "quic.connection.number", "quic.stream.stream_id"},
};

template <class Number>
bool take_number(std::string_view& words, Number& number) {
  const auto read = std::from_chars(words.data(), words.data() + words.size(), number);
  if (read.ec != std::errc{}) return false;
  words.remove_prefix(static_cast<size_t>(read.ptr - words.data()));
  return true;
}

std::string_view next_word(std::string_view& rest) {
  const size_t comma = std::min(rest.find(','), rest.size());
  const std::string_view word = rest.substr(0, comma);
  rest.remove_prefix(comma);
  return word;
}

std::optional<std::string> problem(std::string_view what) { return text_of("follow - ", what); }

}  // namespace

std::optional<FollowEnd> parse_follow_end(std::string_view words) {
  const size_t colon = words.rfind(':');
  if (colon == words.npos || colon == 0) return std::nullopt;
  FollowEnd end{.known = true};
  std::string_view port = words.substr(colon + 1);
  if (!take_number(port, end.port) || !port.empty()) return std::nullopt;
  std::string host(words.substr(0, colon));
  const bool six = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (six) host = host.substr(1, host.size() - 2);
  uint8_t bytes[16];
  if (inet_pton(six ? AF_INET6 : AF_INET, host.c_str(), bytes) != 1) return std::nullopt;
  end.address = six ? Address::six(bytes) : Address::four(bytes);
  return end;
}

std::string filter_between(std::string_view transport, const FollowEnd (&ends)[2]) {
  Text text(512);
  const auto way = [&](const FollowEnd& from, const FollowEnd& to) {
    const std::string_view ip = from.address.is_four() ? "ip" : "ipv6";
    text.put("((", ip, ".src eq ", to_string(from.address), " and ", transport, ".srcport eq ", from.port,
             ") and (", ip, ".dst eq ", to_string(to.address), " and ", transport, ".dstport eq ", to.port,
             "))");
  };
  way(ends[0], ends[1]);
  text.put(" or ");
  way(ends[1], ends[0]);
  return std::string(text.view());
}

std::expected<FollowRequest, std::optional<std::string>> parse_follow(std::string_view rest) {
  const std::string_view name = next_word(rest);
  const FollowedProtocol* protocol = nullptr;
  for (const FollowedProtocol& each : protocols)
    if (each.name == name) protocol = &each;
  if (protocol == nullptr) {
    if (name == "sip") return std::unexpected(problem("Error creating filter for this stream."));
    return std::unexpected(std::nullopt);
  }
  FollowRequest request{.of = protocol->of, .protocol = protocol->name};
  if (!rest.empty()) rest.remove_prefix(1);
  request.form_name = next_word(rest);
  const auto form = follow_form(request.form_name);
  if (!form) return std::unexpected(problem("Invalid display mode."));
  request.form = *form;
  if (rest.empty()) return std::unexpected(problem("Invalid address."));
  rest.remove_prefix(1);
  const std::string_view before_stream = rest;
  uint32_t index = 0;
  if (take_number(rest, index) && (rest.empty() || rest.front() == ',')) {
    request.stream = index;
    request.filter = text_of(protocol->index, " eq ", index);
    if (!protocol->substream.empty()) {
      uint32_t substream = 0;
      if (rest.empty()) return std::unexpected(problem("Error creating filter for this stream."));
      rest.remove_prefix(1);
      if (!take_number(rest, substream) || (!rest.empty() && rest.front() != ','))
        return std::unexpected(problem("Invalid range."));
      request.substream = substream;
      request.filter += text_of(" and ", protocol->substream, " eq ", substream);
    }
  } else {
    rest = before_stream;
    for (unsigned i = 0; i < 2; ++i) {
      if (i == 1 && !rest.empty()) rest.remove_prefix(1);
      const auto end = parse_follow_end(next_word(rest));
      if (!end) return std::unexpected(problem("Invalid address."));
      request.ends[i] = *end;
    }
    if (request.ends[0].address.is_four() != request.ends[1].address.is_four())
      return std::unexpected(problem("Invalid address."));
    request.filter = filter_between(protocol->transport, request.ends);
  }
  if (rest.empty()) return request;
  rest.remove_prefix(1);
  if (!take_number(rest, request.first)) return std::unexpected(problem("Invalid range."));
  request.last = request.first;
  if (rest.starts_with('-') && rest.size() > 1 && rest[1] >= '0' && rest[1] <= '9') {
    rest.remove_prefix(1);
    take_number(rest, request.last);
  }
  if (!rest.empty()) return std::unexpected(problem("Invalid parameter."));
  if (request.first == 0 || request.last < request.first)
    return std::unexpected(problem("Invalid range value."));
  return request;
}

}  // namespace wiretale
