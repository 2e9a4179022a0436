// A display filter for the pipeline.
#include "pipeline/shown_packets.h"

#include "decode/decode.h"
#include "decode/dispatch.h"
#include "outputs/frame_facts.h"

namespace wiretale {
namespace {

FieldNeeds needs_of(const DisplayFilter& filter) {
  return {.everything = false, .labels = false, .fields = {filter.fields().begin(), filter.fields().end()}};
}

}  // namespace

ShownPackets::ShownPackets(DisplayFilter filter)
    : filter_(std::move(filter)), dissector_(needs_of(filter_), Dissector::WithColumns::No) {}

bool ShownPackets::passes(const Packet& packet) {
  // What the pipeline decoded follows other habits than field trees do.
  decoded_ = packet;
  decode(decoded_, tree_dispatch());
  if (filter_.reads_headers_only())
    if (const auto answer = filter_.decide(decoded_)) return *answer;
  const FrameFacts* const facts = source_ == nullptr ? nullptr : frame_facts(*source_, packet);
  return filter_.matches(dissector_.dissect(decoded_, facts), decoded_);
}

void ShownPackets::keep(Batch& batch) {
  size_t kept = 0;
  for (size_t i = 0; i < batch.count; ++i) {
    if (!passes(batch.all[i])) continue;
    if (kept != i) batch.all[kept] = batch.all[i];
    ++kept;
  }
  batch.count = kept;
}

}  // namespace wiretale
