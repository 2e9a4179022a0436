// The capture filter engine against libpcap's bpf_filter(): nanoseconds a packet on the first packets of a
// capture.
//   build/bench/bench_capture_filter x.pcap ['EXPRESSION' ...]
#include "filter/capture_filter.h"

#include <pcap/pcap.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "files/source.h"

namespace {

using namespace wiretale;

constexpr size_t most_packets = 20'000;
constexpr int rounds = 15;
constexpr const char* usual[] = {"tcp",
                                 "tcp port 443",
                                 "host 10.0.0.5",
                                 "udp port 53 or tcp port 80 or tcp port 443",
                                 "net 10.0.0.0/8 and not port 22",
                                 "tcp[tcpflags] & (tcp-syn|tcp-rst) != 0",
                                 "vlan and tcp",
                                 "tcp[((tcp[12] & 0xf0) >> 2):4] = 0x47455420"};

struct Frame {
  std::vector<uint8_t> bytes;
  uint32_t wire_length;
};

std::vector<Frame> read_frames(Source& source) {
  std::vector<Frame> frames;
  const auto batch = std::make_unique<Batch>();
  while (frames.size() < most_packets) {
    const auto count = source.read(*batch);
    if (!count || *count == 0) break;
    for (const Packet& packet : batch->packets())
      frames.push_back({{packet.bytes.begin(), packet.bytes.end()}, packet.wire_length});
  }
  return frames;
}

struct Measured {
  double nanoseconds = 1e9;  ///< a packet, the best round
  size_t matches = 0;
};

template <class Matches>
void measure(const std::vector<Frame>& frames, Measured& best, const Matches& matches) {
  const auto start = std::chrono::steady_clock::now();
  best.matches = 0;
  for (const Frame& frame : frames) best.matches += matches(frame) ? 1 : 0;
  const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
  best.nanoseconds = std::min(best.nanoseconds, spent.count() / static_cast<double>(frames.size()));
}

bool compare(const std::vector<Frame>& frames, const char* expression, uint16_t link_type) {
  const auto filter = CaptureFilter::compile(expression, {.link_type = link_type});
  if (!filter) {
    std::fprintf(stderr, "%s\n", described(filter.error(), expression).c_str());
    return false;
  }
  std::vector<bpf_insn> program;
  for (const BpfInstruction& in : filter->instructions())
    program.push_back({in.code, in.jump_true, in.jump_false, in.operand});
  Measured theirs, ours;
  for (int round = 0; round < rounds; ++round) {
    measure(frames, theirs, [&](const Frame& frame) {
      return bpf_filter(program.data(), frame.bytes.data(), frame.wire_length,
                        static_cast<unsigned>(frame.bytes.size())) != 0;
    });
    measure(frames, ours,
            [&](const Frame& frame) { return filter->matches(frame.bytes, frame.wire_length); });
  }
  std::printf("%-50.50s %3zu instructions   bpf_filter %5.1f ns   wiretale %5.1f ns   %.2fx\n", expression,
              program.size(), theirs.nanoseconds, ours.nanoseconds, theirs.nanoseconds / ours.nanoseconds);
  return theirs.matches == ours.matches;
}

}  // namespace

int main(int argc, char** argv) {
  const auto source = open_capture(argc > 1 ? argv[1] : "-");
  if (!source) {
    std::fprintf(stderr, "%s\n", source.error().what.c_str());
    return 2;
  }
  const auto frames = read_frames(**source);
  if (frames.empty()) return 2;
  const uint16_t link_type = (*source)->interfaces().front().link_type;
  bool same = true;
  if (argc > 2)
    for (int i = 2; i < argc; ++i) same = compare(frames, argv[i], link_type) && same;
  else
    for (const char* expression : usual) same = compare(frames, expression, link_type) && same;
  if (!same) std::fputs("the two disagree\n", stderr);
  return same ? 0 : 1;
}
