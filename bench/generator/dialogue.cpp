// What the two sides of a TCP connection say: HTTP/1.1 and TLS 1.3.
#include "dialogue.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "wire_text.h"

namespace wiretale::bench {
namespace {

using namespace std::string_literals;

constexpr std::array<std::string_view, 8> services = {"api",  "www",  "cdn",   "mail",
                                                      "shop", "auth", "files", "search"};
constexpr std::array<std::string_view, 5> domains = {"example.com", "example.net", "example.org",
                                                     "prod.svc.cluster.local", "corp.internal"};
constexpr std::array<std::string_view, 4> agents = {
    "curl/7.88.1", "Go-http-client/1.1", "python-requests/2.28.1",
    "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101"};
constexpr std::array<std::string_view, 3> content_types = {"text/plain", "application/octet-stream",
                                                           "text/css"};

// Most bodies are small, a few are fifty times as large.
uint32_t body_size(Random& random) {
  const uint32_t scale = 200u << random.below(7);
  return random.between(scale / 2, scale * 2);
}

uint32_t think_time(Random& random, uint32_t usual) { return random.between(usual / 10, usual * 2); }

class HttpDialogue : public Dialogue {
 public:
  explicit HttpDialogue(World& world) : world_(world), exchanges_left_(world.random.between(1, 3)) {
    if (exchanges_left_ == 3) exchanges_left_ = world.random.between(1, 5);
    host_ = host_name(world.random);
  }

  [[nodiscard]] uint16_t server_port() const override { return 80; }

  std::optional<Turn> next(Random& random) override {
    if (is_answered_) {
      if (exchanges_left_ == 0) return std::nullopt;
      --exchanges_left_;
      is_answered_ = false;
      return Turn{Side::Client, think_time(random, 60'000), request(random)};
    }
    is_answered_ = true;
    return Turn{Side::Server, think_time(random, 8'000), response(random)};
  }

 private:
  Message request(Random& random) {
    const bool posts = random.below(100) < 12;
    Message message;
    message.head = posts ? "POST" : "GET";
    message.head += " /v1/";
    message.head += services[random.below(services.size())];
    message.head += '/';
    message.head += std::to_string(random.below(100'000));
    message.head += " HTTP/1.1\r\nHost: ";
    message.head += host_;
    message.head += "\r\nUser-Agent: ";
    message.head += agents[random.below(agents.size())];
    message.head += "\r\nAccept: */*\r\n";
    if (random.below(2) == 0) {
      message.head += "Cookie: session=";
      message.head += std::to_string(random.next());
      message.head += "\r\n";
    }
    if (posts) put_body(message, random);
    message.head += "\r\n";
    return message;
  }

  Message response(Random& random) {
    const uint32_t luck = random.below(100);
    Message message;
    if (luck < 5) {
      message.head = "HTTP/1.1 304 Not Modified\r\nServer: nginx/1.22.1\r\nConnection: keep-alive\r\n\r\n";
      return message;
    }
    message.head = luck < 93   ? "HTTP/1.1 200 OK"
                   : luck < 98 ? "HTTP/1.1 404 Not Found"
                               : "HTTP/1.1 503 Service Unavailable";
    message.head += "\r\nServer: nginx/1.22.1\r\nConnection: keep-alive\r\n";
    put_body(message, random);
    message.head += "\r\n";
    return message;
  }

  void put_body(Message& message, Random& random) {
    const uint32_t type = random.below(content_types.size());
    const uint32_t size = body_size(random);
    message.body = type == 1 ? world_.noise(size) : world_.text(size);
    message.head += "Content-Type: ";
    message.head += content_types[type];
    message.head += "\r\nContent-Length: ";
    message.head += std::to_string(size);
    message.head += "\r\n";
  }

  World& world_;
  uint32_t exchanges_left_;
  bool is_answered_ = true;
  std::string host_;
};

class TlsDialogue : public Dialogue {
 public:
  explicit TlsDialogue(World& world)
      : world_(world), name_(host_name(world.random)), exchanges_left_(world.random.between(1, 2)) {}

  [[nodiscard]] uint16_t server_port() const override { return 443; }

  std::optional<Turn> next(Random& random) override {
    switch (step_) {
      case Step::ClientHello:
        step_ = Step::ServerHello;
        return Turn{Side::Client, think_time(random, 500), {client_hello(random), {}}};
      case Step::ServerHello: {
        step_ = Step::Finished;
        Message message{server_hello(random) + change_cipher_spec, {}};
        put_encrypted(message, random.between(900, 3600));  // extensions, certificates, finished
        return Turn{Side::Server, think_time(random, 2'000), message};
      }
      case Step::Finished: {
        step_ = Step::Request;
        Message message{change_cipher_spec, {}};
        put_encrypted(message, 69);
        return Turn{Side::Client, think_time(random, 1'000), message};
      }
      case Step::Request: {
        if (exchanges_left_ == 0) return std::nullopt;
        --exchanges_left_;
        step_ = Step::Answer;
        answer_left_ = body_size(random) + 200;
        Message message;
        put_encrypted(message, random.between(60, 700));
        return Turn{Side::Client, think_time(random, 40'000), message};
      }
      case Step::Answer: break;
    }
    const uint32_t size = std::min(answer_left_, largest_record);
    answer_left_ -= size;
    if (answer_left_ == 0) step_ = Step::Request;
    Message message;
    put_encrypted(message, size + 17);
    return Turn{Side::Server, think_time(random, 6'000), message};
  }

 private:
  enum class Step : uint8_t { ClientHello, ServerHello, Finished, Request, Answer };

  static constexpr uint32_t largest_record = 8192;
  inline static const std::string change_cipher_spec = "\x14\x03\x03\x00\x01\x01"s;

  void put_encrypted(Message& message, uint32_t size) {
    message.head += "\x17\x03\x03"s;
    append_u16(message.head, size);
    message.body = world_.noise(size);
  }

  // One extension (RFC 8446 4.2) with its type and length in front.
  static std::string extension(uint16_t type, std::string_view content) {
    std::string text;
    append_u16(text, type);
    append_counted_u16(text, content);
    return text;
  }

  static std::string handshake_record(uint8_t type, std::string_view content) {
    std::string message(1, static_cast<char>(type));
    message += '\0';
    append_counted_u16(message, content);
    std::string record = "\x16\x03\x01"s;
    append_counted_u16(record, message);
    return record;
  }

  std::string random_and_session() {
    std::string text = "\x03\x03"s;
    text += world_.noise(32);
    text += '\x20';
    text += world_.noise(32);
    return text;
  }

  std::string key_share_entry() { return "\x00\x1d\x00\x20"s + std::string(world_.noise(32)); }

  std::string client_hello(Random& random) {
    std::string server_name(1, '\0');  // a host name
    append_counted_u16(server_name, name_);
    std::string server_names;
    append_counted_u16(server_names, server_name);
    std::string key_shares;
    append_counted_u16(key_shares, key_share_entry());

    std::string extensions = extension(0, server_names);
    extensions += extension(23, {});                                           // extended master secret
    extensions += extension(10, "\x00\x06\x00\x1d\x00\x17\x00\x18"s);          // groups
    extensions += extension(16, "\x00\x0c\x02h2\x08http/1.1"s);                // application protocols
    extensions += extension(13, "\x00\x08\x04\x03\x08\x04\x04\x01\x05\x03"s);  // signatures
    extensions += extension(51, key_shares);                                   // key share
    extensions += extension(43, "\x04\x03\x04\x03\x03"s);                      // versions
    if (random.below(2) == 0) extensions += extension(21, std::string(random.between(20, 200), '\0'));

    std::string hello = random_and_session();
    append_counted_u16(hello, "\x13\x02\x13\x03\x13\x01\xc0\x2b\xc0\x2f\xc0\x2c\xc0\x30"s);
    hello += "\x01\x00"s;  // no compression
    append_counted_u16(hello, extensions);
    return handshake_record(1, hello);
  }

  std::string server_hello(Random& random) {
    std::string hello = random_and_session();
    hello += random.below(2) == 0 ? "\x13\x01"s : "\x13\x02"s;
    hello += '\0';
    append_counted_u16(hello, extension(51, key_share_entry()) + extension(43, "\x03\x04"s));
    return handshake_record(2, hello);
  }

  World& world_;
  std::string name_;
  uint32_t exchanges_left_;
  uint32_t answer_left_ = 0;
  Step step_ = Step::ClientHello;
};

}  // namespace

void Message::copy(uint32_t offset, uint32_t length, uint8_t* to) const {
  const uint32_t head_size = static_cast<uint32_t>(head.size());
  const uint32_t of_head = offset < head_size ? std::min(length, head_size - offset) : 0;
  if (of_head > 0) std::memcpy(to, head.data() + offset, of_head);
  if (length > of_head)
    std::memcpy(to + of_head, body.data() + (offset + of_head - head_size), length - of_head);
}

std::unique_ptr<Dialogue> http_dialogue(World& world) { return std::make_unique<HttpDialogue>(world); }

std::unique_ptr<Dialogue> tls_dialogue(World& world) { return std::make_unique<TlsDialogue>(world); }

std::string host_name(Random& random) {
  std::string name(services[random.below(services.size())]);
  name += std::to_string(random.below(100));
  name += '.';
  name += domains[random.below(domains.size())];
  return name;
}

}  // namespace wiretale::bench
