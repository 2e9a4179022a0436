// TLS: what each server name is spoken with, how long handshakes take and how they fail.
#pragma once
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "statistics/tree_consumer.h"

namespace wiretale {

class TlsServers final : public TreeConsumer {
 public:
  /// Names beyond this many are counted together.
  static constexpr size_t most = 200'000;
  static constexpr std::string_view sort_columns[] = {"handshakes", "failed", "alerts",
                                                      "p50",        "p95",    "expires"};

  TlsServers() {
    want({&handshake_, &name_, &version_, &supported_version_, &cipher_, &content_, &opaque_, &alert_,
          &certificate_});
  }
  /// Adds what another worker collected of other streams.
  void merge(const TlsServers& other);
  /// `sort_by`: one of sort_columns. Reads from this object.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  /// How often a server chose each of a few numbers.
  using Counts = std::map<uint16_t, uint64_t>;
  struct Server {
    std::string name;
    uint64_t hellos = 0, answered = 0, done = 0, alert_count = 0;
    Counts versions, ciphers, alerts;
    Time expires;  ///< the certificate seen last; 0: none was readable
    uint32_t first_packet = UINT32_MAX;
    QuantileSketch times;
  };
  /// A connection whose handshake is under way.
  struct Handshake {
    std::string name;
    Time begun;
    uint16_t server_port = 0, version = 0;
    bool changed[2] = {false, false};  ///< client, server: has changed to encryption
    bool done = false;
  };

  void add(const Seen& seen) override;
  void encrypts(const Seen& seen, Handshake& handshake, uint64_t record);
  Server& row_of(std::string_view name, uint32_t packet);
  static void count(Counts& counts, uint64_t number);
  [[nodiscard]] std::string words(const Counts& counts, const NamedField& field) const;
  [[nodiscard]] static uint64_t value(const Server& row, std::string_view column);

  NamedField handshake_{"tls.handshake.type"}, name_{"tls.handshake.extensions_server_name"},
      version_{"tls.handshake.version"}, supported_version_{"tls.handshake.extensions.supported_version"},
      cipher_{"tls.handshake.ciphersuite"}, content_{"tls.record.content_type"},
      opaque_{"tls.record.opaque_type"}, alert_{"tls.alert_message.desc"},
      certificate_{"tls.handshake.certificate"};
  std::unordered_map<uint32_t, Handshake> open_;     ///< by TCP stream
  std::unordered_map<std::string, uint32_t> index_;  ///< by name
  std::vector<Server> rows_;
};

}  // namespace wiretale
