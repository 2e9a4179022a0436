// Building the dispatch tables.
#include "decode/dispatch.h"

#include "protocols/catalog.h"

namespace wiretale {
namespace {

Dispatch build(Scope scope) {
  Dispatch dispatch;
  for (size_t i = 1; i < catalog().size(); ++i)
    for (const Claim& claim : catalog()[i]->found_on)
      if (claim.scope == Scope::Both || claim.scope == scope)
        dispatch.add(claim.on, claim.number, static_cast<ProtocolId>(i));
  return dispatch;
}

}  // namespace

const Dispatch& decode_dispatch() {
  static const Dispatch dispatch = build(Scope::Decode);
  return dispatch;
}

const Dispatch& line_dispatch() {
  static const Dispatch dispatch = build(Scope::Line);
  return dispatch;
}

}  // namespace wiretale
