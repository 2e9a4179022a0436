// Which response belongs to which query, over a capture.
#pragma once
#include <string>
#include <unordered_map>

#include "base/time.h"
#include "packet/dissection.h"

namespace wiretale::dns {

/// What one message is to those before it. Frame numbers are 0 where there is none.
struct Turn {
  uint64_t query = 0;        ///< that a response answers
  Duration time;             ///< since that query
  uint64_t repeated = 0;     ///< the query or response that this one repeats
  bool unsolicited = false;  ///< a response to no query
};

/// Queries and responses by endpoints and transaction id.
class Transactions final : public KeptState {
 public:
  Turn next(const Dissection& about, uint16_t id, bool response);

 private:
  struct Transaction {
    uint64_t query = 0, response = 0;
    Time asked;
  };
  std::unordered_map<std::string, Transaction> transactions_;
};

}  // namespace wiretale::dns
