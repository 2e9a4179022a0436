// dns,tree: DNS messages by code, type and class, their sizes and times.
#include "statistics/tshark/all.h"
#include "statistics/tshark/stat_tree.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {
namespace {

struct DnsMessage {
  uint32_t size = 0;
  bool response = false, retransmission = false, unsolicited = false, has_time = false;
  std::string_view rcode, opcode;
  std::optional<uint64_t> type, qclass;
  std::string_view type_name;
  std::optional<uint64_t> name_length, labels;
  uint64_t counts[4] = {};  ///< questions, answers, authorities, additionals
  uint64_t time = 0;        ///< nanoseconds
};

constexpr Name classes[] = {{0, "Reserved"}, {1, "IN"},     {2, "CS"},   {3, "CH"},
                            {4, "HS"},       {254, "NONE"}, {255, "ANY"}};

class DnsTree final : public TreeStatistic {
 public:
  DnsTree(std::string_view, StatisticFilter filter) : TreeStatistic("DNS", std::move(filter)) {
    constexpr auto root = CounterTree::root;
    all_ = tree_.child(root, "Total Packets");
    rcodes_ = tree_.child(all_, "rcode");
    opcodes_ = tree_.child(all_, "opcodes");
    direction_ = tree_.child(all_, "Query/Response");
    types_ = tree_.child(all_, "Query Type");
    classes_ = tree_.child(all_, "Class");
    size_ = tree_.child(root, "Payload size");
    const auto queries = tree_.child(root, "Query Stats");
    name_length_ = tree_.child(queries, "Qname Len");
    const auto labels = tree_.child(queries, "Label Stats");
    constexpr std::string_view levels[] = {"1st Level", "2nd Level", "3rd Level", "4th Level or more"};
    for (size_t i = 0; i < std::size(levels); ++i) levels_[i] = tree_.child(labels, levels[i]);
    const auto responses = tree_.child(root, "Response Stats");
    constexpr std::string_view sections[] = {"no. of questions", "no. of answers", "no. of authorities",
                                             "no. of additionals"};
    for (size_t i = 0; i < std::size(sections); ++i) sections_[i] = tree_.child(responses, sections[i]);
    const auto service = tree_.child(root, "Service Stats");
    time_ = tree_.child(service, "request-response time (msec)");
    unsolicited_ = tree_.child(service, "no. of unsolicited responses");
    retransmissions_ = tree_.child(service, "no. of retransmissions");
  }

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    for (const NamedField* field : fields_) field->add_to(needs);
    filter_.add_needs(needs);
    return needs;
  }

 private:
  void see(const SeenPacket& seen) override;
  void read(DnsMessage& message, const FieldValue& value) const;
  void count(const DnsMessage& message);

  NamedField icmp_{"icmp"}, icmpv6_{"icmpv6"}, dns_{"dns"}, response_flag_{"dns.flags.response"},
      opcode_{"dns.flags.opcode"}, rcode_{"dns.flags.rcode"}, type_{"dns.qry.type"}, class_{"dns.qry.class"},
      length_{"dns.qry.name.len"}, labels_{"dns.count.labels"}, queries_{"dns.count.queries"},
      answers_{"dns.count.answers"}, authorities_{"dns.count.auth_rr"}, additionals_{"dns.count.add_rr"},
      time_field_{"dns.time"}, unsolicited_field_{"dns.unsolicited"}, retransmission_{"dns.retransmission"};
  const NamedField* fields_[17] = {&icmp_,          &icmpv6_,      &dns_,        &response_flag_,
                                   &opcode_,        &rcode_,       &type_,       &class_,
                                   &length_,        &labels_,      &queries_,    &answers_,
                                   &authorities_,   &additionals_, &time_field_, &unsolicited_field_,
                                   &retransmission_};
  CounterTree::Node all_, rcodes_, opcodes_, direction_, types_, classes_, size_, name_length_, levels_[4],
      sections_[4], time_, unsolicited_, retransmissions_;
};

void DnsTree::see(const SeenPacket& seen) {
  if (seen.tree == nullptr) return;
  std::optional<DnsMessage> message;
  for (const FieldValue& value : seen.tree->values()) {
    if (value.level > 0) {
      if (message) read(*message, value);
      continue;
    }
    if (message) count(*message);
    message.reset();
    // What an error message quotes was counted when it was sent.
    if (icmp_.is(value) || icmpv6_.is(value)) return;
    if (dns_.is(value)) message.emplace().size = value.length;
  }
  if (message) count(*message);
}

void DnsTree::read(DnsMessage& message, const FieldValue& value) const {
  if (response_flag_.is(value)) message.response = value.number != 0;
  if (opcode_.is(value)) message.opcode = name_of(value);
  if (rcode_.is(value)) message.rcode = name_of(value);
  if (type_.is(value) && !message.type) {
    message.type = value.number;
    message.type_name = name_of(value);
  }
  if (class_.is(value) && !message.qclass) message.qclass = value.number;
  if (length_.is(value) && !message.name_length) message.name_length = value.number;
  if (labels_.is(value) && !message.labels) message.labels = value.number;
  const NamedField* const sections[] = {&queries_, &answers_, &authorities_, &additionals_};
  for (size_t i = 0; i < std::size(sections); ++i)
    if (sections[i]->is(value)) message.counts[i] = value.number;
  if (time_field_.is(value)) {
    message.has_time = true;
    message.time = value.number;
  }
  if (unsolicited_field_.is(value)) message.unsolicited = true;
  if (retransmission_.is(value)) message.retransmission = true;
}

void DnsTree::count(const DnsMessage& message) {
  counts();
  tree_.count(all_);
  tree_.count(rcodes_);
  // Queries carry a code, too, which is 0.
  tree_.count_child(rcodes_, message.rcode.empty() ? "No error" : message.rcode);
  tree_.count(opcodes_);
  tree_.count_child(opcodes_, message.opcode);
  tree_.count(direction_);
  tree_.count_child(direction_, message.response ? "Response" : "Query");
  tree_.count(types_);
  tree_.count_child(types_, message.type ? message.type_name : "Unused");
  tree_.count(classes_);
  constexpr uint64_t flag_of_mdns = 0x8000;
  tree_.count_child(classes_, name_or(classes, message.qclass.value_or(0) & ~flag_of_mdns, "Unknown"));
  tree_.add_value(size_, int64_t{message.size});
  if (!message.response) {
    tree_.add_value(name_length_, static_cast<int64_t>(message.name_length.value_or(0)));
    const uint64_t labels = message.labels.value_or(0);
    tree_.count(levels_[labels >= 1 && labels <= 3 ? labels - 1 : 3]);
  } else {
    // A response that answers a query is taken in twice, as tshark does.
    for (int times = message.unsolicited ? 1 : 2; times > 0; --times)
      for (size_t i = 0; i < std::size(sections_); ++i)
        tree_.add_value(sections_[i], static_cast<int64_t>(message.counts[i]));
    if (message.unsolicited) tree_.count(unsolicited_);
    if (message.has_time && !message.unsolicited && !message.retransmission)
      tree_.add_value(time_, double{static_cast<float>(static_cast<double>(message.time) / 1e6)});
  }
  if (message.retransmission && message.response) tree_.count(retransmissions_);
}

}  // namespace

MadeStatistic make_dns_tree(const StatisticArgument& argument) { return make_tree<DnsTree>(argument); }

}  // namespace wiretale
