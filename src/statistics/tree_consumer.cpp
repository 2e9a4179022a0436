// A consumer of the pipeline that reads field trees.
#include "statistics/tree_consumer.h"

#include "decode/decode.h"
#include "decode/dispatch.h"

namespace wiretale {

void TreeConsumer::want(std::initializer_list<const NamedField*> fields) {
  StatisticNeeds asked;
  for (const NamedField* field : fields) field->add_to(asked);
  asked_ = asked.fields.fields;
  FieldNeeds needs = asked.fields;
  finder_.add_needs(needs);
  dissector_.emplace(std::move(needs), Dissector::WithColumns::No);
}

void TreeConsumer::see(std::span<const Packet> packets) {
  for (const Packet& packet : packets) {
    // What the pipeline decoded follows other habits than field trees do.
    decoded_ = packet;
    decode(decoded_, tree_dispatch());
    const FieldTree& tree = dissector_->dissect(decoded_);
    const std::span<const FieldValue> values = tree.values();
    const bool any = std::any_of(values.begin(), values.end(), [&](const FieldValue& value) {
      return std::find(asked_.begin(), asked_.end(), value.field) != asked_.end();
    });
    if (!any) continue;
    const std::span<const StreamSighting> streams = finder_.find(tree);
    if (!streams.empty()) add({packet, tree, streams.back()});
  }
}

}  // namespace wiretale
