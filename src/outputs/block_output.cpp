// Standard output in large blocks.
#include "outputs/block_output.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace wiretale {

void BlockOutput::flush() {
  std::string_view rest = text_.view();
  while (!rest.empty() && error_ == 0) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<size_t>(written));
    } else if (errno == EAGAIN) {
      pollfd ready{.fd = descriptor_, .events = POLLOUT, .revents = 0};
      (void)poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  flushed_ += text_.size();
  text_.clear();
}

}  // namespace wiretale
