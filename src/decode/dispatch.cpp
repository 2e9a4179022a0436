// Building the dispatch tables.
#include "decode/dispatch.h"

#include <algorithm>
#include <vector>

#include "protocols/catalog.h"

namespace wiretale {
namespace {

Dispatch build(Scope scope) {
  Dispatch dispatch;
  for (size_t i = 1; i < catalog().size(); ++i)
    for (const Claim& claim : catalog()[i]->found_on)
      if ((static_cast<unsigned>(claim.scope) & static_cast<unsigned>(scope)) != 0)
        dispatch.add(claim.on, claim.number, static_cast<ProtocolId>(i));
  return dispatch;
}

Dispatch& changeable_tree_dispatch() {
  static Dispatch dispatch = build(Scope::Tree);
  return dispatch;
}

std::vector<ProtocolId>& left_out() {
  static std::vector<ProtocolId> protocols;
  return protocols;
}

}  // namespace

const Dispatch& decode_dispatch() {
  static const Dispatch dispatch = build(Scope::Flows);
  return dispatch;
}

const Dispatch& tree_dispatch() { return changeable_tree_dispatch(); }

void decode_in_trees(On on, uint16_t number, ProtocolId protocol) {
  changeable_tree_dispatch().add(on, number, protocol);
}

void leave_out_of_trees(ProtocolId protocol) {
  changeable_tree_dispatch().remove(protocol);
  left_out().push_back(protocol);
}

bool is_left_out_of_trees(ProtocolId protocol) {
  return std::ranges::find(left_out(), protocol) != left_out().end();
}

const Dispatch& line_dispatch() {
  static const Dispatch dispatch = build(Scope::Line);
  return dispatch;
}

}  // namespace wiretale
