// Writes large captures of made-up traffic, the same bytes on every machine, to measure with.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <vector>

#include "generator/capture_writer.h"
#include "generator/conversation.h"
#include "generator/flood.h"
#include "generator/frame.h"
#include "generator/options.h"
#include "generator/world.h"

namespace wiretale::bench {
namespace {

constexpr uint64_t first_moment = 1'767'225'600'000'000;  // 2026-01-01, microseconds
constexpr uint32_t ramp = 500'000;                        // the first conversations start within it

struct Event {
  uint64_t when;  // microseconds
  uint32_t slot;

  bool operator>(const Event& than) const { return when != than.when ? when > than.when : slot > than.slot; }
};

struct Totals {
  uint64_t bytes = 0;
  uint64_t conversations = 0;
  uint64_t microseconds = 0;
};

// Each slot holds one live conversation; the queue says whose packet is the next.
Totals make_traffic(const Options& options, CaptureWriter& writer) {
  World world(options);
  std::vector<std::unique_ptr<Conversation>> slots(options.flows);
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
  for (uint32_t slot = 0; slot < options.flows; ++slot) {
    slots[slot] = start_conversation(world);
    events.push({first_moment + world.random.below(ramp), slot});
  }
  Totals totals;
  totals.conversations = options.flows;
  Frame frame;
  Flood flood;
  uint64_t flooded = 0;
  uint64_t now = first_moment;
  for (uint64_t packet = 0; packet < options.packets; ++packet) {
    const Event event = events.top();
    events.pop();
    now = std::max(now + 1, event.when);
    std::optional<uint32_t> wait = slots[event.slot]->send(now, frame);
    writer.write(now * 1000 + world.random.below(1000), frame.bytes());
    totals.bytes += frame.size();
    for (; flooded < options.flood * (packet + 1) / options.packets; ++flooded) {
      flood.send(frame);
      writer.write(now * 1000 + 999, frame.bytes());
      totals.bytes += frame.size();
    }
    if (!wait) {
      slots[event.slot] = start_conversation(world);
      wait = world.random.between(1'000, 100'000);
      ++totals.conversations;
    }
    events.push({now + *wait, event.slot});
  }
  totals.microseconds = now - first_moment;
  return totals;
}

int make_capture(const Options& options) {
  std::FILE* file = options.out == "-" ? stdout : std::fopen(options.out.c_str(), "wb");
  if (file == nullptr) {
    std::perror(options.out.c_str());
    return 1;
  }
  CaptureWriter writer(file, options.format, options.snapshot_length);
  const Totals totals = make_traffic(options, writer);
  const bool is_written = writer.finish();
  if ((file != stdout && std::fclose(file) != 0) || !is_written) {
    std::perror(options.out.c_str());
    return 1;
  }
  std::fprintf(stderr, "%llu packets, %llu bytes each, %llu conversations, %.3f s of traffic\n",
               static_cast<unsigned long long>(options.packets + options.flood),
               static_cast<unsigned long long>(totals.bytes / (options.packets + options.flood)),
               static_cast<unsigned long long>(totals.conversations),
               static_cast<double>(totals.microseconds) / 1e6);
  return 0;
}

}  // namespace
}  // namespace wiretale::bench

int main(int count, char** arguments) {
  const auto options = wiretale::bench::read_options({arguments + 1, static_cast<size_t>(count - 1)});
  if (!options) {
    std::fprintf(stderr, "make_capture: %s\n(make_capture --help lists the options)\n",
                 options.error().c_str());
    return 2;
  }
  if (options->wants_help) {
    std::fputs(wiretale::bench::usage.data(), stdout);
    return 0;
  }
  return wiretale::bench::make_capture(*options);
}
