// DNS: how each resolver answers for each name.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "statistics/tree_consumer.h"

namespace wiretale {

class DnsNames final : public TreeConsumer {
 public:
  /// Names beyond this many are counted together.
  static constexpr size_t most = 200'000;
  static constexpr std::string_view sort_columns[] = {"queries", "no_answer", "failures",
                                                      "p50",     "p95",       "p99"};

  DnsNames() { want({&response_, &name_, &code_, &time_, &answered_, &repeated_}); }
  /// Adds what another worker collected of other streams.
  void merge(const DnsNames& other);
  /// `sort_by`: one of sort_columns. Reads from this object.
  [[nodiscard]] Report report(std::string_view sort_by, size_t top) const;

 private:
  enum Code : size_t { NoError, NoSuchName, ServerFailure, Refused, Other, code_count };
  struct Lookups {
    Address resolver;
    std::string name;
    uint64_t queries = 0, repeats = 0, answered = 0, codes[code_count] = {};
    uint32_t first_packet = UINT32_MAX;
    QuantileSketch times;

    [[nodiscard]] uint64_t answers() const;
    [[nodiscard]] uint64_t unanswered() const;
  };
  void add(const Seen& seen) override;
  Lookups& row_of(const Address& resolver, std::string_view name);
  [[nodiscard]] static uint64_t value(const Lookups& row, std::string_view column);

  NamedField response_{"dns.flags.response"}, name_{"dns.qry.name"}, code_{"dns.flags.rcode"},
      time_{"dns.time"}, answered_{"dns.response_to"}, repeated_{"dns.retransmission"};
  std::unordered_map<std::string, uint32_t> index_;  ///< by resolver and name
  std::vector<Lookups> rows_;
};

}  // namespace wiretale
