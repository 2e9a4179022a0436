// -z hosts: the names of addresses as the capture's own DNS answers tell them, in the form of /etc/hosts.
#include <map>

#include "base/address.h"
#include "protocols/field_index.h"
#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

const Field* field_named(std::string_view name) { return find_fields(name).front(); }

class Hosts final : public Statistic {
 public:
  Hosts(std::string file, bool four, bool six) : file_(std::move(file)), four_(four), six_(six) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    for (const Field* field : {name_, a_, aaaa_}) needs.want(*field);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (seen.tree == nullptr) return;
    Bytes name;
    for (const FieldValue& value : seen.tree->values()) {
      if (value.field == name_) name = value.bytes;
      const bool four = value.field == a_ && value.bytes.size() == 4;
      if (name.empty() || (!four && (value.field != aaaa_ || value.bytes.size() != 16))) continue;
      const Address address = four ? Address::four(value.bytes.data()) : Address::six(value.bytes.data());
      if (names_.size() < most_names || names_.contains(address))
        names_[address].assign(name.begin(), name.end());
    }
  }

  void report(Text& text) override {
    text.put("# TShark hosts output\n#\n# Host data gathered from ", file_, "\n\n");
    for (const bool four : {true, false})
      for (const auto& [address, name] : names_)
        if (address.is_four() == four && (four ? four_ : six_))
          text.put(to_string(address), '\t', name, '\n');
  }

 private:
  static constexpr size_t most_names = 1'000'000;
  std::string file_;
  bool four_, six_;
  const Field *name_ = field_named("dns.resp.name"), *a_ = field_named("dns.a"),
              *aaaa_ = field_named("dns.aaaa");
  std::map<Address, std::string> names_;
};

}  // namespace

MadeStatistic make_hosts(const StatisticArgument& argument) {
  const bool four = argument.rest.find("ipv4") != std::string_view::npos,
             six = argument.rest.find("ipv6") != std::string_view::npos;
  return std::make_unique<Hosts>(std::string(argument.file), four || !six, six || !four);
}

}  // namespace wiretale
