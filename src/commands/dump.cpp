// wiretale dump: tcpdump's language.
#include <getopt.h>

#include <cstdio>

#include "commands/commands.h"
#include "decode/dispatch.h"
#include "files/source.h"
#include "outputs/frame_line.h"
#include "protocols/catalog.h"

namespace wiretale {

int run_dump(int argc, char** argv) {
  LineOptions options;
  std::string path;
  bool numbers = false;
  for (int c; (c = getopt(argc, argv, "r:vneqSKb#tu")) != -1;) {
    if (c == 'r') path = optarg;
    if (c == 'v') ++options.verbose;
    if (c == 'e') options.link_header = true;
    if (c == 'q') options.quiet = true;
    if (c == 'S') options.absolute_sequence = true;
    if (c == 'K') options.skip_checksums = true;
    if (c == '#') numbers = true;
  }
  auto source = open_capture(path);
  if (!source) {
    std::fprintf(stderr, "wiretale dump: %s\n", source.error().what.c_str());
    return 1;
  }
  Line line(options, line_dispatch(), catalog());
  const auto batch = std::make_unique<Batch>();
  while (true) {
    const auto count = (*source)->read(*batch);
    if (!count || *count == 0) break;
    for (const Packet& packet : batch->packets()) {
      line.clear();
      if (numbers) line.put(Padded{packet.number, 5}, "  ");
      const int64_t seconds = packet.time.nanoseconds / 1'000'000'000, day = seconds % 86400;
      line.put(Padded{static_cast<uint64_t>(day / 3600), 2, '0'}, ':',
               Padded{static_cast<uint64_t>(day / 60 % 60), 2, '0'}, ':',
               Padded{static_cast<uint64_t>(day % 60), 2, '0'}, '.',
               Padded{static_cast<uint64_t>(packet.time.nanoseconds / 1000 % 1'000'000), 6, '0'}, ' ');
      print_frame(line, packet);
      line.put('\n');
      std::fwrite(line.view().data(), 1, line.size(), stdout);
    }
  }
  return 0;
}

}  // namespace wiretale
