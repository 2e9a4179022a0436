// Threads that work on the batches of a capture together.
#include "pipeline/workers.h"

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/text.h"
#include "flow/flow_key.h"

namespace wiretale {
namespace {

/// A worker reads so far ahead of what it has taken, so that it has something to do while others wait for the
/// file: that takes as long as some batches.
constexpr uint64_t ahead = 6;
constexpr unsigned lanes_each = 8;

}  // namespace

std::optional<unsigned> parse_workers(std::string_view words) {
  unsigned count = 0;
  const auto [end, trouble] = std::from_chars(words.data(), words.data() + words.size(), count);
  if (trouble != std::errc{} || end != words.data() + words.size() || count < 1 || count > most_workers)
    return std::nullopt;
  return count;
}

std::string workers_complaint(std::string_view words) {
  return text_of("--workers takes a number from 1 to ", most_workers, ", not ", words);
}

/// One source, and what its batches have come to. Batches are numbered; each goes through `read_`, `ordered_`
/// and `settled_` in turn, and lies in the lane of its number.
class Workers::Run {
 public:
  Run(Workers& workers, Source& source, unsigned count)
      : workers_(workers), work_(workers.work_), source_(source), count_(count) {}

  /// The next batches in this thread; false at the end.
  bool go_alone(uint64_t batches) {
    SharedBatch& batch = *workers_.batches_.front();
    for (uint64_t i = 0; i < batches; ++i) {
      if (!fill(batch)) return false;
      work_.read(batch);
      work_.bring_into_order(batch);
      for (unsigned shard = 0; shard < shard_count; ++shard) work_.take(batch, shard);
      work_.settle(batch);
    }
    return true;
  }
  void go_together() {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < count_; ++i) threads.emplace_back([this, i] { work(i); });
    work(0);
  }
  [[nodiscard]] std::expected<void, Error> result() const {
    if (error_) return std::unexpected(*error_);
    return {};
  }

 private:
  struct Lane {
    unsigned to_take = 0;  ///< workers that have not taken their shards of it
    bool was_read = false;
  };
  [[nodiscard]] size_t lane_of(uint64_t number) const { return number % workers_.batches_.size(); }

  /// The next packets; false when there are no more. One thread at a time.
  bool fill(SharedBatch& batch) {
    const auto count = source_.read(batch.batch);
    if (!count) error_ = count.error();
    if (!count || *count == 0) return false;
    batch.place = workers_.place_;
    workers_.place_ += *count;
    return true;
  }

  void work(unsigned me) {
    std::unique_lock lock(mutex_);
    while (true) {
      const bool can_take = taken_[me] < ordered_;
      const bool can_read = !reading_ && !ended_ && read_ - settled_ < lanes_.size();
      if (can_read && (!can_take || read_ - taken_[me] < ahead)) {
        read_next(lock);
      } else if (can_take) {
        take_next(me, lock);
      } else if (ended_ && taken_[me] == read_) {
        return;
      } else {
        ++waiting_;
        changed_.wait(lock);
        --waiting_;
      }
    }
  }

  void read_next(std::unique_lock<std::mutex>& lock) {
    reading_ = true;
    SharedBatch& batch = *workers_.batches_[lane_of(read_)];
    Lane& lane = lanes_[lane_of(read_)];
    lock.unlock();
    const bool filled = fill(batch);
    if (filled) batch.memory = source_.lend_memory();
    lock.lock();
    reading_ = false;
    if (!filled) {
      ended_ = true;
      return wake();
    }
    lane = {.to_take = count_, .was_read = false};
    ++read_;
    wake();
    lock.unlock();
    work_.read(batch);
    lock.lock();
    lane.was_read = true;
    bool any = false;
    for (; ordered_ < read_ && lanes_[lane_of(ordered_)].was_read; ++ordered_, any = true)
      work_.bring_into_order(*workers_.batches_[lane_of(ordered_)]);
    if (any) wake();
  }

  void take_next(unsigned me, std::unique_lock<std::mutex>& lock) {
    SharedBatch& batch = *workers_.batches_[lane_of(taken_[me])];
    Lane& lane = lanes_[lane_of(taken_[me])];
    lock.unlock();
    for (unsigned shard = me; shard < shard_count; shard += count_) work_.take(batch, shard);
    lock.lock();
    ++taken_[me];
    if (--lane.to_take != 0) return;
    // Each worker takes batches in their order, so the last one to take them does so in their order, too.
    work_.settle(batch);
    batch.memory.reset();
    lane.was_read = false;
    ++settled_;
    wake();
  }

  void wake() {
    if (waiting_ != 0) changed_.notify_all();
  }

  Workers& workers_;
  ShardedWork& work_;
  Source& source_;
  unsigned count_;
  std::optional<Error> error_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Lane> lanes_{workers_.batches_.size()};
  std::vector<uint64_t> taken_ = std::vector<uint64_t>(count_);
  uint64_t read_ = 0, ordered_ = 0, settled_ = 0;
  unsigned waiting_ = 0;
  bool reading_ = false, ended_ = false;
};

Workers::Workers(ShardedWork& work, unsigned count, uint64_t alone)
    : work_(work), count_(std::clamp(count, 1u, most_workers)), alone_(alone) {
  batches_.push_back(std::make_unique<SharedBatch>());
  work_.set_lanes(1);
}
Workers::~Workers() = default;

std::expected<void, Error> Workers::run(Source& source) {
  const bool stays_alone = count_ == 1 || source.lend_memory() == nullptr;
  {
    Run run(*this, source, 1);
    if (!run.go_alone(stays_alone ? UINT64_MAX : alone_)) return run.result();
  }
  while (batches_.size() < count_ * lanes_each) {
    batches_.push_back(std::make_unique<SharedBatch>());
    batches_.back()->lane = static_cast<unsigned>(batches_.size() - 1);
  }
  work_.set_lanes(static_cast<unsigned>(batches_.size()));
  Run run(*this, source, count_);
  run.go_together();
  return run.result();
}

}  // namespace wiretale
