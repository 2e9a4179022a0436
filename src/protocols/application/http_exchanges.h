// Requests and responses of HTTP connections, in the order of a capture.
#pragma once
#include <deque>
#include <string>

#include "base/time.h"
#include "packet/dissection.h"
#include "packet/stream_states.h"

namespace wiretale::http {

struct Request {
  uint64_t frame = 0, previous = 0;  ///< previous: the frame of the request before it, or 0
  uint32_t number = 0;               ///< in its connection, from 1
  Time time;
  std::string method, full_target;
};

/// One connection.
struct Exchange {
  std::deque<Request> open;  ///< requests without a final response, oldest first
  uint32_t requests = 0, responses = 0;
  uint64_t last_request = 0, last_response = 0;  ///< frames
  bool upgraded = false;                         ///< to another protocol (RFC 9110 15.2.2)
};

/// All connections.
using Exchanges = StreamStates<Exchange>;

}  // namespace wiretale::http
