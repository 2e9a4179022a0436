// TLS and HTTP readers: hello messages, alerts, and every cut.
#include "protocols/application/tls.h"

#include <gtest/gtest.h>

#include <string>

#include "protocols/application/certificate.h"
#include "protocols/application/http.h"

namespace wiretale {
namespace {

Bytes bytes_of(const std::string& text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

std::string record(uint8_t type, const std::string& content) {
  std::string out{static_cast<char>(type), '\3', '\3', static_cast<char>(content.size() >> 8),
                  static_cast<char>(content.size())};
  return out + content;
}

std::string client_hello_body() {
  const std::string name = "a.example";
  std::string list = std::string(1, '\0') + std::string(1, '\0') + static_cast<char>(name.size()) + name;
  std::string extension = std::string("\0\0\0", 3) + static_cast<char>(list.size() + 2) +
                          std::string(1, '\0') + static_cast<char>(list.size()) + list;
  extension += std::string("\0\x2b\0\3\2\3\4", 7);
  return "\3\3" + std::string(32, 'r') + std::string("\0\0\2\x13\1\1\0\0", 8) +
         static_cast<char>(extension.size()) + extension;
}

TEST(Tls, ReadsTheClientHello) {
  const auto hello = tls::read_client_hello(bytes_of(client_hello_body()));
  ASSERT_TRUE(hello);
  EXPECT_EQ(hello->server_name, "a.example");
  EXPECT_EQ(hello->version, 0x0304);
  EXPECT_EQ(hello->ciphers, std::vector<uint16_t>{0x1301});
}

TEST(Tls, EveryCutOfAHelloIsHarmless) {
  const std::string body = client_hello_body();
  for (size_t cut = 0; cut < body.size(); ++cut) {
    const auto hello = tls::read_client_hello(bytes_of(body.substr(0, cut)));
    EXPECT_TRUE(!hello || hello->server_name.empty() || hello->server_name == "a.example");
  }
}

TEST(Tls, MessagesMaySpanRecordsAndShareThem) {
  const std::string body = client_hello_body();
  const std::string message = std::string("\1\0\0", 3) + static_cast<char>(body.size()) + body;
  const std::string stream = record(22, message.substr(0, 10)) +
                             record(22, message.substr(10) + std::string("\x0e\0\0\0", 4)) +
                             record(21, "\2\x30");
  for (size_t step : {size_t{1}, size_t{7}, stream.size()}) {
    tls::Reader reader;
    std::string seen;
    for (size_t end = step;; end = std::min(end + step, stream.size())) {
      while (const auto item = reader.next(bytes_of(stream).first(end))) {
        if (item->handshake != 0) seen += text_of("h", item->handshake, " ");
        if (item->type == tls::AlertRecord) seen += text_of("a", item->alert, " ");
      }
      if (end == stream.size()) break;
    }
    EXPECT_EQ(seen, "h1 h14 a48 ") << step;
  }
}

TEST(Tls, GarbageBreaksTheReaderForGood) {
  tls::Reader reader;
  EXPECT_FALSE(reader.next(bytes_of("HTTP/1.1 400 Bad Request\r\n")));
  EXPECT_TRUE(reader.broken());
}

TEST(Certificates, NamesAreMatchedByLabel) {
  certificate::Certificate certificate;
  certificate.names = {"*.example.com", "other.net"};
  EXPECT_TRUE(certificate.covers("a.example.com"));
  EXPECT_TRUE(certificate.covers("OTHER.net"));
  EXPECT_FALSE(certificate.covers("a.b.example.com"));
  EXPECT_FALSE(certificate.covers("example.com"));
}

TEST(Certificates, GarbageIsNone) {
  EXPECT_FALSE(certificate::read({}));
  EXPECT_FALSE(certificate::read(bytes_of("\x30\x82\xff\xff\x30\x03\x02\x01\x01")));
}

TEST(Http, ReadsHeadsAtEveryCut) {
  const std::string head =
      "HTTP/1.1 503 Service Unavailable\r\nServer: x\r\nContent-Length: 12\r\nTransfer-Encoding: "
      "chunked\r\n\r\nbody";
  for (size_t cut = 0; cut <= head.size(); ++cut) {
    const auto read = http::read_head(bytes_of(head.substr(0, cut)));
    ASSERT_EQ(read.has_value(), cut >= 12) << cut;
    if (!read) continue;
    EXPECT_EQ(read->status, 503u);
    EXPECT_EQ(read->complete, cut >= head.size() - 4);
  }
  const auto whole = http::read_head(bytes_of(head));
  EXPECT_EQ(whole->content_length, 12u);
  EXPECT_TRUE(whole->chunked);
  EXPECT_EQ(whole->length, head.size() - 4);
}

TEST(Http, ReadsRequests) {
  const std::string request = "POST /a?b HTTP/1.1\r\nHOST:  h\r\n\r\n";
  const auto read = http::read_head(bytes_of(request));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->method, "POST");
  EXPECT_EQ(read->target, "/a?b");
  EXPECT_EQ(read->host, "h");
  EXPECT_FALSE(http::read_head(bytes_of("hello world")));
}

}  // namespace
}  // namespace wiretale
