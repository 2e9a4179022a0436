// wiretale: the program's entry.
#include "commands/commands.h"

int main(int argc, char** argv) { return wiretale::run_command_line(argc, argv); }
