// The table of commands and the way to them.
#include "commands/commands.h"

#include <cstdio>

namespace wiretale {

std::span<const Command> commands() {
  static constexpr Command all[] = {
      {"dump", "print, filter and write packets in tcpdump's language", run_dump},
      {"stats", "tables: who talked with whom, how much, how well", run_stats},
  };
  return all;
}

int run_command_line(int argc, char** argv) {
  const std::string_view name = argc > 1 ? argv[1] : "";
  for (const Command& command : commands())
    if (command.name == name) return command.run(argc - 1, argv + 1);
  std::fputs("usage: wiretale COMMAND [ARGS]\n", stderr);
  return 2;
}

}  // namespace wiretale
