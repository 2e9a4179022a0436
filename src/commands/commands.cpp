// The table of commands and the way to them.
#include "commands/commands.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "commands/help_topics.h"

namespace wiretale {
namespace {

constexpr int wrong_usage = 2, output_failed = 5;
constexpr std::string_view version = WIRETALE_VERSION;

std::string help_text() {
  Text text;
  text.put(
      "wiretale captures packets and says what is wrong in them\n\n"
      "  wiretale dump -nn -r x.pcap 'tcp port 443'     packets, one line each, as tcpdump shows them\n"
      "  wiretale dump -r x.pcap -w dns.pcap port 53    those that match into another file\n"
      "  wiretale dump -h                               a command's own help\n\n"
      "commands\n");
  for (const Command& command : commands()) text.put("  ", Left{command.name, 12}, command.summary, '\n');
  text.put("  ", Left{"help", 12},
           "this text; help COMMAND is COMMAND -h; help filters shows both filter languages,\n"
           "              help findings what diagnose looks for\n",
           "  ", Left{"--version", 12},
           "the version\n\n"
           "A link named tcpdump to this program is wiretale dump.\n");
  return std::string(text.view());
}

int show(const std::string& text) {
  return std::fputs(text.c_str(), stdout) < 0 || std::fflush(stdout) != 0 ? 1 : 0;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

/// The names of other programs that this one can stand in for, by their links.
std::string_view command_of_program(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  if (name == "tcpdump") return "dump";
  if (name == "tshark") return "read";
  return {};
}

int complain_about(std::string_view name) {
  std::vector<std::string_view> known{"help"};
  for (const Command& command : commands()) known.push_back(command.name);
  std::string message = text_of("wiretale: there is no command ", name, '\n');
  if (const std::string_view near = did_you_mean(name, known); !near.empty())
    message += text_of("  did you mean wiretale ", near, "?\n");
  else
    message += "  wiretale help lists the commands\n";
  std::fputs(message.c_str(), stderr);
  return wrong_usage;
}

/// Runs a command. What it has printed and nobody could be given is an error of its own.
int run(const Command& command, int argc, char** argv) {
  const int status = command.run(argc, argv);
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  std::string why = errno == 0 ? std::string() : text_of(": ", std::strerror(errno));
  std::fputs(text_of("error: cannot write to standard output", why, '\n').c_str(), stderr);
  return status == 0 ? output_failed : status;
}

int run_help(int argc, char** argv) {
  if (argc < 2) return show(help_text());
  if (const std::string page = help_topic(argv[1]); !page.empty()) return show(page);
  const Command* const command = find_command(argv[1]);
  if (command == nullptr) return complain_about(argv[1]);
  std::string short_help = "-h";
  char* arguments[] = {argv[1], short_help.data(), nullptr};
  return run(*command, 2, arguments);
}

}  // namespace

std::span<const Command> commands() {
  static constexpr Command all[] = {
      {"dump", "print, filter and write packets in tcpdump's language", run_dump},
      {"read", "show, filter and export packets in tshark's language", run_read},
      {"capture", "the safe way to capture: anywhere on the machine, with limits", run_capture},
      {"info", "what a capture file is and holds", run_info},
      {"fields", "the fields that display filters and -e know, by name or word", run_fields},
      {"diagnose", "what is wrong, why, and what to check next", run_diagnose},
      {"compare", "two captures of the same traffic: what got lost or changed in between", run_compare},
      {"follow", "what the two ends of one stream sent each other", run_follow},
      {"watch", "what is wrong on live traffic, as it arises and resolves", run_watch},
      {"doctor", "what capturing needs here, and the fix for what is missing", run_doctor},
      {"repair", "make a torn or damaged capture whole", run_repair},
      {"stats", "tables: who talked with whom, how much, how well", run_stats},
  };
  return all;
}

int run_command_line(int argc, char** argv) {
  if (argc > 0)
    if (const Command* const command = find_command(command_of_program(argv[0])); command != nullptr)
      return run(*command, argc, argv);
  if (argc < 2) {
    std::fputs(help_text().c_str(), stderr);
    return wrong_usage;
  }
  const std::string_view name = argv[1];
  if (name == "-h" || name == "--help") return show(help_text());
  if (name == "--version") return show(text_of("wiretale ", version, '\n'));
  if (name == "help") return run_help(argc - 1, argv + 1);
  if (const Command* const command = find_command(name); command != nullptr)
    return run(*command, argc - 1, argv + 1);
  return complain_about(name);
}

}  // namespace wiretale
