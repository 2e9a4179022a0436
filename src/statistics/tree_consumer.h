// A consumer of the pipeline that reads field trees.
#pragma once
#include "fields/dissector.h"
#include "flow/consumer.h"
#include "statistics/quantile_sketch.h"
#include "statistics/stream_list.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {

/// Dissects each packet for the fields that it was asked for. A worker has all packets of the streams that it
/// works on, in their order.
class TreeConsumer : public LayerConsumer {
 public:
  void see(std::span<const Packet> packets) final;

 protected:
  struct Seen {
    const Packet& packet;
    const FieldTree& tree;
    const StreamSighting& stream;  ///< the innermost TCP or UDP stream
  };
  /// To be called once, before the first packet.
  void want(std::initializer_list<const NamedField*> fields);
  /// The next packet of a TCP or UDP stream that has one of the fields.
  virtual void add(const Seen& seen) = 0;

 private:
  StreamFinder finder_;
  std::vector<const Field*> asked_;
  std::optional<Dissector> dissector_;
  Packet decoded_{};
};

/// A quantile as a table shows it; nothing without times.
[[nodiscard]] inline Cell quantile_cell(const QuantileSketch& times, double part) {
  if (times.count() == 0) return std::monostate{};
  return times.quantile(part).seconds();
}

}  // namespace wiretale
