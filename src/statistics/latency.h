// Latency: where the time of a server's users goes, apart for network, server and client.
#pragma once
#include <unordered_map>
#include <vector>

#include "flow/shards.h"
#include "statistics/quantile_sketch.h"
#include "statistics/report.h"

namespace wiretale {

/// Per server and port. Of a TCP handshake the time between SYN and SYN-ACK is the way from the capture point
/// to the server and back, that between SYN-ACK and ACK the one to the client. What is left of the time from
/// a request to its answer is the server's, what is left of the time from an answer to the next request the
/// client's.
class LatencyShard final : public FlowConsumer {
 public:
  /// Servers beyond this many are counted together.
  static constexpr size_t most = 200'000;
  static constexpr std::string_view sort_columns[] = {"exchanges", "server", "server_p99", "network",
                                                      "client",    "flows",  "no_answer"};

  void see(std::span<const FlowPacket> packets) override;
  void flow_ended(const Flow& flow, FlowEnd cause) override;
  /// Adds what another worker collected of other flows.
  void merge(const LatencyShard& other);
  /// `sort_by`: one of sort_columns. Reads from this object.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  struct Server {
    Address address;
    uint16_t port = 0;
    uint8_t transport = 0;
    bool operator==(const Server&) const = default;
  };
  struct Hash {
    size_t operator()(const Server& server) const {
      const HashKey& secret = process_hash_key();
      const uint64_t hash = mixed(server.address.high() ^ secret.low, server.address.low() ^ secret.high);
      return mixed(hash ^ (uint64_t{server.port} << 8 | server.transport), secret.low);
    }
  };
  struct Times {
    Server server;
    uint64_t flows = 0, unanswered = 0, exchanges = 0;
    uint32_t first_packet = UINT32_MAX;
    QuantileSketch to_client, to_server, network, thinking, pausing;
  };
  /// A live flow's last bytes of each side.
  struct Live {
    int64_t asked = 0, answered = 0;
    uint32_t row = none;
  };
  static constexpr uint32_t none = UINT32_MAX;

  Times& row_of(const Server& server);
  uint32_t number_of(const Server& server);
  [[nodiscard]] static uint64_t value(const Times& row, std::string_view column);

  std::unordered_map<Server, uint32_t, Hash> index_;
  std::vector<Times> rows_;
  LargeTable<Live> live_;  ///< by flow id
};

class Latency final : public ShardedFlows {
 public:
  static constexpr std::span<const std::string_view> sort_columns = LatencyShard::sort_columns;

  FlowConsumer& shard(unsigned number) override { return shards_[number]; }
  // Each shard keeps what it has made until the report.
  void set_lanes(unsigned) override {}
  void put_aside(unsigned, unsigned) override {}
  void settle(unsigned) override {}
  /// `sort_by`: one of sort_columns.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  std::array<LatencyShard, shard_count> shards_;
};

}  // namespace wiretale
