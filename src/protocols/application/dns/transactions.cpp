// Matching DNS responses with queries.
#include "protocols/application/dns/transactions.h"

namespace wiretale::dns {
namespace {

constexpr size_t most_transactions = 1 << 16;
/// A query that comes again after this long is asked anew rather than repeated.
constexpr int64_t repeat_window = 5'000'000'000;

/// The two endpoints in either order, and the id.
std::string key_of(const Dissection& about, uint16_t id) {
  const auto endpoint = [](Bytes address, uint16_t port) {
    std::string text(reinterpret_cast<const char*>(address.data()), address.size());
    text += static_cast<char>(port >> 8);
    text += static_cast<char>(port & 255);
    return text;
  };
  std::string one = endpoint(about.source, about.source_port),
              other = endpoint(about.destination, about.destination_port);
  if (other < one) std::swap(one, other);
  one += other;
  one += static_cast<char>(id >> 8);
  one += static_cast<char>(id & 255);
  return one;
}

}  // namespace

Turn Transactions::next(const Dissection& about, uint16_t id, bool response) {
  Turn turn;
  if (about.quoted) return turn;  // an error quotes what was counted when it was sent
  const std::string key = key_of(about, id);
  const auto found = transactions_.find(key);
  const uint64_t frame = about.packet.number;
  if (response) {
    if (found == transactions_.end()) {
      turn.unsolicited = true;
    } else if (Transaction& transaction = found->second; transaction.response != 0) {
      turn.repeated = transaction.response;
    } else {
      transaction.response = frame;
      turn.query = transaction.query;
      turn.time = about.packet.time - transaction.asked;
    }
    return turn;
  }
  if (found != transactions_.end() && found->second.response == 0 &&
      (about.packet.time - found->second.asked).nanoseconds < repeat_window) {
    turn.repeated = found->second.query;
    return turn;
  }
  if (transactions_.size() >= most_transactions) transactions_.clear();
  transactions_[key] = {.query = frame, .response = 0, .asked = about.packet.time};
  return turn;
}

}  // namespace wiretale::dns
