// HTTP: how each path of each host is answered; HTTP/1 and, where it goes unencrypted, HTTP/2.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "statistics/tree_consumer.h"

namespace wiretale {

class HttpPaths final : public TreeConsumer {
 public:
  /// Paths beyond this many are counted together.
  static constexpr size_t most = 200'000;
  static constexpr std::string_view sort_columns[] = {"requests", "errors", "bytes", "p50", "p95", "p99"};

  HttpPaths() {
    want({&http_, &method_, &host_, &uri_, &status_, &time_, &asked_uri_, &length2_, &type2_, &stream2_,
          &method2_, &authority2_, &path2_, &status2_});
  }
  /// Adds what another worker collected of other streams.
  void merge(const HttpPaths& other);
  /// `sort_by`: one of sort_columns. Reads from this object.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  static constexpr size_t class_count = 6;
  struct Answers {
    std::string host, path;
    uint64_t requests = 0, classes[class_count] = {};  ///< by the status's first digit; 0: none of 1 to 5
    uint64_t bytes_out = 0, bytes_in = 0;
    uint32_t first_packet = UINT32_MAX;
    QuantileSketch times;

    [[nodiscard]] uint64_t answers() const;
  };
  /// A message of HTTP/1, or the header block of an HTTP/2 frame.
  struct Message {
    std::string_view method, host, uri, asked_uri;
    uint64_t status = 0, length = 0;
    std::optional<Duration> time;
  };
  /// An HTTP/2 request whose stream is open.
  struct Open {
    std::string host, path;
    Time asked;
    bool answered = false;
    uint16_t client_port = 0;
  };

  void add(const Seen& seen) override;
  void take(const Seen& seen, const Message& message);
  void take2(const Seen& seen, uint64_t stream, const Message& message);
  void take_data2(const Seen& seen, uint64_t stream, uint64_t length);
  [[nodiscard]] static uint64_t key2(const Seen& seen, uint64_t stream);
  void answer(Answers& row, uint64_t status, std::optional<Duration> time);
  Answers& row_of(std::string_view host, std::string_view path, uint32_t packet);
  [[nodiscard]] static uint64_t value(const Answers& row, std::string_view column);

  NamedField http_{"http"}, method_{"http.request.method"}, host_{"http.host"}, uri_{"http.request.uri"},
      status_{"http.response.code"}, time_{"http.time"}, asked_uri_{"http.response_for.uri"},
      length2_{"http2.length"}, type2_{"http2.type"}, stream2_{"http2.streamid"},
      method2_{"http2.headers.method"}, authority2_{"http2.headers.authority"}, path2_{"http2.headers.path"},
      status2_{"http2.headers.status"};
  std::unordered_map<uint64_t, Open> open_;          ///< by connection and HTTP/2 stream
  std::unordered_map<std::string, uint32_t> index_;  ///< by host and path
  std::vector<Answers> rows_;
};

}  // namespace wiretale
