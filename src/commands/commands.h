// The commands: one file each, found by name.
#pragma once
#include <span>
#include <string_view>

namespace wiretale {

struct Command {
  std::string_view name;
  std::string_view summary;           ///< one line for the list of commands
  int (*run)(int argc, char** argv);  ///< argv[0] is the command's name
};

/// All commands in the order of the help text. Add one here and in its own file.
[[nodiscard]] std::span<const Command> commands();

/// Runs the command that argv names (or argv[0], as tcpdump does); returns the exit code.
int run_command_line(int argc, char** argv);

int run_diagnose(int argc, char** argv);
int run_compare(int argc, char** argv);
int run_follow(int argc, char** argv);
int run_stats(int argc, char** argv);
int run_read(int argc, char** argv);
int run_dump(int argc, char** argv);
int run_info(int argc, char** argv);
int run_fields(int argc, char** argv);
int run_capture(int argc, char** argv);
int run_repair(int argc, char** argv);
int run_doctor(int argc, char** argv);
int run_watch(int argc, char** argv);

}  // namespace wiretale
