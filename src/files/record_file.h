// An output file of records that never ends in the middle of one, not even on a full disk.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>

namespace wiretale {

/// Collects whole records and hands them to write(2) in large pieces. When a write fails in the middle, a
/// regular file is cut back to its last whole record, so that every reader can read it. After a failure
/// nothing more is written, unless retry() finds that there is room again.
class RecordFile {
 public:
  /// How records say where they end.
  enum class Form : uint8_t { Pcap, Pcapng };
  /// Emptied: a regular file is emptied by the first write, not before.
  enum class Begin : uint8_t { AsItIs, Emptied };

  /// Takes over the descriptor, but never closes standard output. The file begins where its writing begins.
  RecordFile(int descriptor, Form form, Begin begin);
  ~RecordFile();
  RecordFile(const RecordFile&) = delete;
  RecordFile& operator=(const RecordFile&) = delete;

  /// Room for one whole record (or the file's header) of `size` bytes; null after a failure.
  [[nodiscard]] uint8_t* room(size_t size) {
    if (size > capacity_ - used_ && !make_room(size)) return nullptr;
    if (error_ != 0) return nullptr;
    uint8_t* const at = buffer_.get() + used_;
    used_ += size;
    return at;
  }
  /// Hands everything to the system; false after a failure.
  bool flush();
  /// After a failure: forgets it and tries again to write what waits.
  bool retry();
  /// Flushes and closes; false when anything failed.
  bool close();

  /// Bytes of the file so far, waiting ones included.
  [[nodiscard]] uint64_t bytes() const { return written_ + used_; }
  [[nodiscard]] uint64_t waiting() const { return used_; }
  /// Bytes that the system took.
  [[nodiscard]] uint64_t written() const { return written_; }
  /// errno of the first failure, or 0.
  [[nodiscard]] int error() const { return error_; }

 private:
  bool make_room(size_t size);
  void empty_first();
  void give_up(size_t done, int error);
  [[nodiscard]] size_t whole_records(size_t within) const;

  static constexpr size_t usual_capacity = 1 << 16;

  int descriptor_;
  Form form_;
  Begin begin_;
  int error_ = 0;
  size_t capacity_ = usual_capacity, used_ = 0;
  std::unique_ptr<uint8_t[]> buffer_{new uint8_t[usual_capacity]};
  uint64_t written_ = 0;
};

}  // namespace wiretale
