// Threads that work on the batches of a capture together.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/source.h"
#include "flow/sharded_work.h"

namespace wiretale {

inline constexpr unsigned most_workers = 8;
/// More are there sooner but take more processor time in all, which on a production node is not ours.
inline constexpr unsigned usual_workers = 1;
/// The value of --workers: 1 to most_workers; nothing for other words, and what to say then.
[[nodiscard]] std::optional<unsigned> parse_workers(std::string_view words);
[[nodiscard]] std::string workers_complaint(std::string_view words);

/// Does the work on all of a source's batches. With one worker everything happens in the calling thread, as
/// it does for the first packets of every capture: small ones start no threads. What comes out does not
/// depend on the number of workers.
///
/// Nobody only reads: whoever is free takes the next records off the source (one at a time) and makes of them
/// what can be made without the packets before; in between each worker takes its shards of the batches that
/// are ready, in their order.
class Workers {
 public:
  /// What is shorter than some megabytes is done sooner than threads have started.
  static constexpr uint64_t usual_alone = 64;
  /// `alone`: so many batches are worked on before threads start.
  Workers(ShardedWork& work, unsigned count, uint64_t alone = usual_alone);
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers();
  /// Reads a source to its end; several one after the other make one stream.
  std::expected<void, Error> run(Source& source);

 private:
  class Run;
  ShardedWork& work_;
  unsigned count_;
  uint64_t alone_;
  uint64_t place_ = 0;
  std::vector<std::unique_ptr<SharedBatch>> batches_;
};

}  // namespace wiretale
