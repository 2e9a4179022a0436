// The tables of `stats`, by name.
#include "commands/stats_tables.h"

#include <algorithm>
#include <type_traits>

#include "statistics/conversations.h"
#include "statistics/dns_names.h"
#include "statistics/endpoints.h"
#include "statistics/http_paths.h"
#include "statistics/latency.h"
#include "statistics/load.h"
#include "statistics/protocols.h"
#include "statistics/retransmissions.h"
#include "statistics/tls_servers.h"

namespace wiretale {
namespace {

template <class Statistic>
class TableOf final : public StatsTable {
 public:
  template <class... Arguments>
  explicit TableOf(Arguments... arguments) : statistic_(arguments...) {}
  void join(Pipeline& pipeline) override { pipeline.add(statistic_); }
  uint64_t take_share(uint64_t bytes) override {
    if constexpr (std::is_same_v<Statistic, Endpoints>) {
      statistic_.set_most(std::min<size_t>(bytes / 2 / Endpoints::bytes_each, Endpoints::usual_most));
      return bytes / 2;
    }
    return 0;
  }
  Report report(std::string_view sort_by, size_t top) const override {
    return statistic_.report(sort_by, top);
  }
  std::optional<LoadPlot> plot() const override {
    if constexpr (requires { statistic_.plot(); }) return statistic_.plot();
    return std::nullopt;
  }

 private:
  Statistic statistic_;
};

template <class Statistic>
std::unique_ptr<StatsTable> make(Duration) {
  return std::make_unique<TableOf<Statistic>>();
}
std::unique_ptr<StatsTable> make_load(Duration interval) { return std::make_unique<TableOf<Load>>(interval); }

constexpr StatsTableEntry tables[] = {
    {"conversations", "conv", "who talked with whom, how it went, how much", Conversations::sort_columns,
     false, make<Conversations>},
    {"endpoints", "hosts", "how much each address sent and received", Endpoints::sort_columns, false,
     make<Endpoints>},
    {"protocols", "phs", "which protocols, as a tree of what carries what", Protocols::sort_columns, false,
     make<Protocols>},
    {"io", "load", "packets and bytes per interval of time", Load::sort_columns, true, make_load},
    {"retransmissions", "retrans", "which conversations had to send again, and how",
     Retransmissions::sort_columns, false, make<Retransmissions>},
    {"latency", "lat", "per server: time on the network, in the server and in the client",
     Latency::sort_columns, false, make<Latency>},
    {"dns", "names", "per resolver and name: answers, failures and how long they took",
     DnsNames::sort_columns, false, make<DnsNames>},
    {"http", "paths", "per host and path: requests, status and how long they took", HttpPaths::sort_columns,
     false, make<HttpPaths>},
    {"tls", "ssl", "per server name: versions, ciphers, handshakes, alerts and certificates",
     TlsServers::sort_columns, false, make<TlsServers>},
};

}  // namespace

std::span<const StatsTableEntry> stats_tables() { return tables; }

}  // namespace wiretale
