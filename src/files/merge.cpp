// Several captures as one, in time order (k-way merge without copying packet bytes).
#include <algorithm>
#include <limits>

#include "files/source.h"

namespace wiretale {
namespace {

class Merge : public Source {
 public:
  explicit Merge(std::vector<std::unique_ptr<Source>> sources) {
    for (std::unique_ptr<Source>& source : sources) {
      const auto of_source = source->files();
      files_.insert(files_.end(), of_source.begin(), of_source.end());
      inputs_.push_back({.source = std::move(source)});
    }
    refill_needed_ = true;
    for (Input& input : inputs_) map_interfaces(input);
    notes_.reserve(Batch::capacity);
  }

  /// The packets lie where the inputs put them, so an input is asked for more only at the beginning of a
  /// call: a batch ends when an input has nothing left.
  std::expected<size_t, Error> read(Batch& batch) override {
    batch.count = 0;
    notes_.clear();
    if (refill_needed_) {
      if (const auto refilled = refill(); !refilled) return std::unexpected(refilled.error());
    }
    while (batch.count < Batch::capacity && !queue_.empty() && !refill_needed_) {
      std::ranges::pop_heap(queue_, later_);
      Input& input = inputs_[queue_.back().input];
      take(input, batch);
      if (input.next < input.batch->count) {
        queue_.back().time = input.batch->all[input.next].time;
        std::ranges::push_heap(queue_, later_);
      } else {
        queue_.pop_back();
        refill_needed_ = true;
      }
    }
    return batch.count;
  }

  [[nodiscard]] const std::vector<Interface>& interfaces() const override { return interfaces_; }
  [[nodiscard]] const std::vector<Damage>& damage() const override { return damage_; }
  [[nodiscard]] std::span<const PacketNote> notes() const override { return notes_; }
  [[nodiscard]] std::span<const FileFacts* const> files() const override { return files_; }

 private:
  struct Input {
    std::unique_ptr<Source> source;
    std::unique_ptr<Batch> batch = std::make_unique<Batch>();
    size_t next = 0;
    bool ended = false;
    size_t damages_seen = 0;
    std::vector<InterfaceId> interface_ids = {};  ///< the input's interfaces as the merge counts them
  };
  struct Head {
    Time time;
    uint32_t input;
  };
  static constexpr auto later_ = [](const Head& a, const Head& b) {
    return a.time != b.time ? a.time > b.time : a.input > b.input;
  };

  std::expected<void, Error> refill() {
    refill_needed_ = false;
    for (uint32_t i = 0; i < inputs_.size(); ++i) {
      Input& input = inputs_[i];
      if (input.ended || input.next < input.batch->count) continue;
      const auto got = input.source->read(*input.batch);
      if (!got) return std::unexpected(got.error());
      input.next = 0;
      input.ended = *got == 0;
      map_interfaces(input);
      const std::vector<Damage>& damage = input.source->damage();
      damage_.insert(damage_.end(), damage.begin() + static_cast<std::ptrdiff_t>(input.damages_seen),
                     damage.end());
      input.damages_seen = damage.size();
      if (input.ended) continue;
      queue_.push_back({input.batch->all[0].time, i});
      std::ranges::push_heap(queue_, later_);
    }
    return {};
  }

  void take(Input& input, Batch& batch) {
    const Packet& from = input.batch->all[input.next++];
    Packet& packet = batch.all[batch.count++];
    packet.time = from.time;
    packet.number = ++packets_;
    packet.wire_length = from.wire_length;
    packet.interface = input.interface_ids[from.interface];
    packet.link_type = from.link_type;
    packet.flow = 0;
    packet.bytes = from.bytes;
    packet.layers.count = 0;
    if (const PacketNote* note = find_note(*input.source, from.number)) {
      notes_.push_back(*note);
      notes_.back().number = packet.number;
    }
  }

  /// Counts the input's interfaces after those of all; statistics that came later are taken over.
  void map_interfaces(Input& input) {
    const std::vector<Interface>& own = input.source->interfaces();
    for (size_t i = 0; i < input.interface_ids.size(); ++i)
      if (own[i].statistics_blocks != interfaces_[input.interface_ids[i]].statistics_blocks)
        interfaces_[input.interface_ids[i]] = own[i];
    for (size_t i = input.interface_ids.size(); i < own.size(); ++i) {
      // Beyond 65,536 interfaces the last one stands for all.
      constexpr size_t most = size_t{std::numeric_limits<InterfaceId>::max()} + 1;
      if (interfaces_.size() < most) interfaces_.push_back(own[i]);
      input.interface_ids.push_back(static_cast<InterfaceId>(interfaces_.size() - 1));
    }
  }

  std::vector<Input> inputs_;
  std::vector<Head> queue_;  ///< a heap, the earliest packet on top
  std::vector<const FileFacts*> files_;
  std::vector<Interface> interfaces_;
  std::vector<Damage> damage_;
  std::vector<PacketNote> notes_;
  uint32_t packets_ = 0;
  bool refill_needed_ = false;
};

}  // namespace

std::expected<std::unique_ptr<Source>, Error> open_captures(std::span<const std::string> paths) {
  std::vector<std::unique_ptr<Source>> sources;
  for (const std::string& path : paths) {
    auto source = open_capture(path);
    if (!source || paths.size() == 1) return source;
    sources.push_back(std::move(*source));
  }
  if (sources.empty())
    return std::unexpected(Error{"no capture was named", "name a file, or - for standard input"});
  return std::make_unique<Merge>(std::move(sources));
}

}  // namespace wiretale
