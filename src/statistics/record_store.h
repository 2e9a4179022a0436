// Records of what has ended: the first in memory, the rest in a temporary file, so that memory does not grow
// with them.
#pragma once
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <type_traits>
#include <vector>

#include "base/large_memory.h"

namespace wiretale {

/// Appended once, read in any order. `most_in_memory` records stay in memory; later ones go to an unnamed
/// temporary file (in /tmp). Where that cannot be made or written, they stay in memory too.
template <class Record>
class RecordStore {
  static_assert(std::is_trivially_copyable_v<Record>);

 public:
  explicit RecordStore(size_t most_in_memory = 49'152) : most_in_memory_(most_in_memory) {}

  void add(const Record& record) {
    if (kept_.size() < most_in_memory_) {
      kept_.add(record);
      return;
    }
    if (spilling_ && waiting_.size() == block) spill();
    waiting_.push_back(record);
  }
  [[nodiscard]] size_t size() const { return kept_.size() + spilled_ + waiting_.size(); }
  /// For a loop, some records before at().
  void prefetch(size_t index) const { kept_.prefetch(index); }
  [[nodiscard]] Record at(size_t index) const {
    if (index < kept_.size()) return kept_[index];
    index -= kept_.size();
    if (index >= spilled_) return waiting_[index - spilled_];
    Record record{};
    const auto offset = static_cast<off_t>(index * sizeof(Record));
    if (pread(fileno(file_.get()), &record, sizeof record, offset) != static_cast<ssize_t>(sizeof record))
      return Record{};
    return record;
  }

 private:
  static constexpr size_t block = 1024;
  void spill() {
    if (!file_) file_.reset(std::tmpfile());
    if (file_ && std::fwrite(waiting_.data(), sizeof(Record), block, file_.get()) == block &&
        std::fflush(file_.get()) == 0) {
      spilled_ += block;
      waiting_.clear();
    } else {
      spilling_ = false;
    }
  }
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  size_t most_in_memory_;
  LargeTable<Record> kept_;
  std::vector<Record> waiting_;
  std::unique_ptr<std::FILE, Close> file_;
  size_t spilled_ = 0;
  bool spilling_ = true;
};

}  // namespace wiretale
