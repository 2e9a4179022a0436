// A flood: SYNs of ever new clients to one server that answers none.
#pragma once

#include "frame.h"

namespace wiretale::bench {

class Flood {
 public:
  Flood();
  // The next SYN. No client comes twice before 10^12 SYNs.
  void send(Frame& frame);

 private:
  Host client_, server_;
  uint64_t sent_ = 0;
};

}  // namespace wiretale::bench
