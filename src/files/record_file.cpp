// Writing records; what to do when the disk is full in the middle of one.
#include "files/record_file.h"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/bytes.h"
#include "files/pcap_format.h"

namespace wiretale {
namespace {

bool is_regular(int descriptor) {
  struct stat status {};
  return descriptor != STDOUT_FILENO && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

RecordFile::RecordFile(int descriptor, Form form, Begin begin)
    : descriptor_(descriptor), form_(form), begin_(begin) {}

RecordFile::~RecordFile() { (void)close(); }

bool RecordFile::make_room(size_t size) {
  if (!flush()) return false;
  if (size > capacity_) {
    buffer_.reset(new uint8_t[size]);
    capacity_ = size;
  }
  return true;
}

void RecordFile::empty_first() {
  if (begin_ != Begin::Emptied || written_ > 0) return;
  begin_ = Begin::AsItIs;
  if (is_regular(descriptor_) && ftruncate(descriptor_, 0) != 0) error_ = errno;
}

bool RecordFile::flush() {
  if (used_ == 0 || error_ != 0) return error_ == 0;
  empty_first();
  size_t done = 0;
  while (done < used_ && error_ == 0) {
    const ssize_t put = ::write(descriptor_, buffer_.get() + done, used_ - done);
    if (put >= 0) {
      done += static_cast<size_t>(put);
    } else if (errno == EAGAIN) {
      pollfd ready{.fd = descriptor_, .events = POLLOUT, .revents = 0};
      (void)poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      give_up(done, errno);
      return false;
    }
  }
  written_ += done;
  used_ = 0;
  return error_ == 0;
}

/// How many bytes of the buffer's first `within` are whole records.
size_t RecordFile::whole_records(size_t within) const {
  size_t at = 0;
  if (form_ == Form::Pcap && written_ == 0) at = pcap_file_header;
  for (size_t end = at; end <= within;) {
    at = end;
    const size_t header = form_ == Form::Pcap ? 16 : 8;
    if (end + header > used_) break;
    end +=
        form_ == Form::Pcap ? header + load<uint32_t>(&buffer_[end + 8]) : load<uint32_t>(&buffer_[end + 4]);
    if (end == at) break;
  }
  return at <= within ? at : 0;
}

void RecordFile::give_up(size_t done, int error) {
  error_ = error;
  if (is_regular(descriptor_)) {
    const size_t whole = whole_records(done);
    const auto end = static_cast<off_t>(written_ + whole);
    if (ftruncate(descriptor_, end) == 0 && lseek(descriptor_, end, SEEK_SET) == end) done = whole;
  }
  written_ += done;
  used_ -= done;
  std::memmove(buffer_.get(), buffer_.get() + done, used_);
}

bool RecordFile::retry() {
  error_ = 0;
  return flush();
}

bool RecordFile::close() {
  (void)flush();
  // A network file system may report only now that the disk is full.
  if (descriptor_ > STDOUT_FILENO && ::close(descriptor_) != 0 && error_ == 0) error_ = errno;
  descriptor_ = -1;
  used_ = error_ != 0 ? used_ : 0;
  return error_ == 0;
}

}  // namespace wiretale
